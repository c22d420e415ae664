"""A filtered, sorted view of one noun that hands out ids at once and rows in blocks, for tables of any length."""

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlite_utils import Database

from supplychain_app.domain.errors import InvalidInput

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Source:
    """What can be asked of one noun: its joins, and the SQL of each column by name (the whitelist)."""

    name: str
    base: str  # "order_line l left join supplier s on ..."; the id is `key`
    key: str
    columns: Mapping[str, str]
    keywords: Mapping[str, str] = field(default_factory=dict)  # named filters without a value: "late" -> SQL
    search: str = ""  # SQL with one `:search` parameter that is true for rows that match a text


@dataclass(frozen=True)
class Filter:
    """One condition a user set: column, operator (=, !=, <, <=, >, >=, contains, empty, in), value."""

    column: str
    operator: str = "="
    value: Any = None


@dataclass(frozen=True)
class RowQuery:
    """Which rows, in which order, showing which columns."""

    source: Source
    columns: tuple[str, ...]
    filters: tuple[Filter, ...] = ()
    keywords: tuple[str, ...] = ()
    search: str = ""
    sort: str | None = None
    descending: bool = False
    parameters: Mapping[str, Any] = field(default_factory=dict)  # such as today, for the keyword filters

    def sorted_by(self, column: str, *, descending: bool = False) -> "RowQuery":
        return replace(self, sort=column, descending=descending)

    def ids(self, db: Database) -> "array[int]":
        """The ids of all rows that match, in order; a million take about a second."""
        found = array("q")
        for sql, parameters in self._in_order():
            found.extend(row[0] for row in db.conn.execute(sql, parameters))
        return found

    def first(self, db: Database, count: int) -> "array[int]":
        """The first so many of the same ids; at once where an index has the order."""
        found = array("q")
        for sql, parameters in self._in_order():
            if len(found) < count:
                limited = db.conn.execute(f"{sql}\nlimit {count - len(found)}", parameters)
                found.extend(row[0] for row in limited)
        return found

    def count(self, db: Database) -> int:
        where, parameters = self._where()
        return int(db.conn.execute(f"select count(*)\nfrom {self.source.base}{where}", parameters).fetchone()[0])

    def rows(self, db: Database, ids: Sequence[int]) -> dict[int, Row]:
        """The columns of these rows, by id; ids that are gone are missing."""
        if not ids:
            return {}
        shown = ", ".join(self._sql(column) for column in self.columns)
        wanted = f"{self.source.key} in (select value from json_each(:wanted_ids))"
        sql = f"select {self.source.key}, {shown}\nfrom {self.source.base}\nwhere {wanted}"
        parameters = {**self.parameters, "wanted_ids": json.dumps(list(ids))}
        return {row[0]: tuple(row[1:]) for row in db.conn.execute(sql, parameters)}

    def _sql(self, column: str) -> str:
        try:
            return self.source.columns[column]
        except KeyError:
            raise InvalidInput(f"There is no column “{column}” in {self.source.name}.") from None

    def _in_order(self) -> list[tuple[str, dict[str, Any]]]:
        """Statements whose rows follow each other: those with a value in the order of an index, then those without."""
        where, parameters = self._where()
        start = f"select {self.source.key}\nfrom {self.source.base}{where}"
        if self.sort is None:
            return [(start, parameters)]
        sql, direction = self._sql(self.sort), "desc" if self.descending else "asc"
        more = "\n  and" if where else "\nwhere"
        return [
            (f"{start}{more} {sql} is not null\norder by {sql} {direction}, {self.source.key} {direction}", parameters),
            (f"{start}{more} {sql} is null\norder by {self.source.key} {direction}", parameters),
        ]

    def _where(self) -> tuple[str, dict[str, Any]]:
        clauses: list[str] = []
        parameters: dict[str, Any] = dict(self.parameters)
        for number, condition in enumerate(self.filters):
            clauses.append(self._clause(condition, f"f{number}", parameters))
        for keyword in self.keywords:
            if keyword not in self.source.keywords:
                raise InvalidInput(f"There is no filter “{keyword}” in {self.source.name}.")
            clauses.append(f"({self.source.keywords[keyword]})")
        if self.search.strip():
            clauses.append(f"({self.source.search})")
            parameters["search"] = self.search.strip()
        return ("\nwhere " + "\n  and ".join(clauses) if clauses else ""), parameters

    def _clause(self, condition: Filter, name: str, parameters: dict[str, Any]) -> str:
        sql = self._sql(condition.column)
        match condition.operator:
            case "empty":
                return f"{sql} is null"
            case "contains":
                parameters[name] = condition.value
                return f"instr(lower({sql}), lower(:{name})) > 0"
            case "in":
                names = [f"{name}_{i}" for i in range(len(condition.value))]
                parameters.update(zip(names, condition.value, strict=True))
                return f"{sql} in ({', '.join(':' + n for n in names)})"
            case "=" | "!=" | "<" | "<=" | ">" | ">=":
                parameters[name] = condition.value
                return f"{sql} {condition.operator} :{name}"
        raise InvalidInput(f"There is no operator “{condition.operator}”.")
