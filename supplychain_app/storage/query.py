"""A filtered, sorted view of one noun that hands out ids at once and rows in blocks, for tables of any length."""

import json
import time
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from supplychain_app.domain.errors import InvalidInput
from supplychain_app.language import tr
from supplychain_app.storage.connection import Database

Row = tuple[Any, ...]


_TRIGRAM = 3
_PIECE = 100_000  # letters, of which a millisecond or two makes numbers
FEW = 25_000  # rows found by a search that are quicker sorted than looked for along the order that is wanted
LOOKED_AT = 5_000  # rows in the wanted order in which a common text is looked for first


@dataclass(frozen=True)
class TextSearch:
    """How the rows that match a text are found; each SQL may use the parameter `:search`."""

    rows: str  # true for rows that match; what it needs is found once for all rows
    each: str = ""  # the same, said of one row; for the first rows of many
    indexed: str = ""  # a select of ids through the trigram index, with `:match`; for texts of three letters and more


@dataclass(frozen=True)
class Way:
    """Joins that meet the rows in the order of a column, through indexes: the first of a million come at once."""

    base: str  # the same joins under the same names, beginning with the column's own table
    order: tuple[str, ...]  # what is met in order, to the last detail
    not_with: frozenset[str] = frozenset()  # keywords that leave so few rows that sorting these is quicker
    known: str = ""  # not null in rows that are met; others with a value of the column follow them


@dataclass(frozen=True)
class Source:
    """What can be asked of one noun: its joins, and the SQL of each column by name (the whitelist)."""

    name: str
    base: str  # "order_line l left join supplier s on ..."; the id is `key`
    key: str
    columns: Mapping[str, str]
    keywords: Mapping[str, str] = field(default_factory=dict)  # named filters without a value: "late" -> SQL
    search: TextSearch = TextSearch("1")
    ways: Mapping[str, Way] = field(default_factory=dict)  # by column


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
        """The ids of all rows that match, in order; a million take about a second.

        SQLite joins them into one text, so that a window's own thread runs meanwhile: rows would be handed over one
        by one, each time asking for the interpreter.
        """
        found = array("q")
        for sql, parameters in self._in_order(self._few(db), self.source.search.rows):
            joined = db.conn.execute(f"select group_concat(id) from (\n{sql}\n)", parameters).fetchone()[0]
            for numbers in _numbers(joined or ""):
                found.extend(numbers)
        return found

    def first(self, db: Database, count: int) -> "array[int]":
        """The first so many of the same ids; at once where an index has the order."""
        few = self._few(db)
        if few is None and self.search.strip() and self.source.search.each:
            found, ends = self._among_the_first(db)
            if ends or len(found) >= count:
                return found[:count]
        found = array("q")
        for sql, parameters in self._in_order(few, self.source.search.rows):
            if len(found) < count:
                limited = db.conn.execute(f"{sql}\nlimit {count - len(found)}", parameters)
                found.extend(row[0] for row in limited)
        return found

    def _among_the_first(self, db: Database) -> tuple["array[int]", bool]:
        """Which of the first so many rows match the text, in order; and whether there are no more rows.

        A common text is met there often enough; a rare one would be looked for in a million rows, one by one.
        """
        ids = replace(self, search="").first(db, LOOKED_AT)
        wanted = f"{self.source.key} in (select value from json_each(:looked_at))"
        sql = f"select {self.source.key}\nfrom {self.source.base}\nwhere {wanted}\n  and ({self.source.search.each})"
        parameters = {**self.parameters, "search": self.search.strip(), "looked_at": json.dumps(list(ids))}
        matching = {row[0] for row in db.conn.execute(sql, parameters)}
        return array("q", (one for one in ids if one in matching)), len(ids) < LOOKED_AT

    def count(self, db: Database) -> int:
        few = self._few(db)
        where, parameters = self._where(few, self.source.search.rows)
        return int(db.conn.execute(f"select count(*)\nfrom {self._from(few)}{where}", parameters).fetchone()[0])

    def grouped(self, db: Database, by: str, within: str, figures: Sequence[str]) -> list[Row]:
        """Figures over the rows that match, for each value of a column and of `within`; SQL of this floor."""
        few = self._few(db)
        where, parameters = self._where(few, self.source.search.rows)
        shown = ", ".join([self._sql(by), within, *figures])
        return db.conn.execute(f"select {shown}\nfrom {self._from(few)}{where}\ngroup by 1, 2", parameters).fetchall()

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
            raise InvalidInput(
                tr("There is no column “{column}” in {name}.", column=column, name=self.source.name)
            ) from None

    def _few(self, db: Database) -> list[int] | None:
        """The rows that the search finds through its index; None: they are many, or there is no such index."""
        text = self.search.strip()
        if len(text) < _TRIGRAM or not self.source.search.indexed:
            return None
        match = '"' + text.replace('"', '""') + '"'
        sql = f"select * from (\n{self.source.search.indexed}\n)\nlimit :few"
        rows = db.conn.execute(sql, {"search": text, "match": match, "few": FEW}).fetchall()
        found = {row[0] for row in rows}
        return None if len(rows) >= FEW or None in found else sorted(found)

    def _in_order(self, few: list[int] | None, search: str) -> list[tuple[str, dict[str, Any]]]:
        """Statements whose rows follow each other: those with a value in the order of an index, then those without."""
        where, parameters = self._where(few, search)
        start = f"select {self.source.key} as id\nfrom {self._from(few)}{where}"
        if self.sort is None:
            return [(start, parameters)]
        sql, direction = self._sql(self.sort), "desc" if self.descending else "asc"
        more = "\n  and" if where else "\nwhere"
        key, way = self.source.key, self._way(few)
        known = f"{start}{more} {sql} is not null"
        sorted_ones = f"order by {sql} {direction}, {key} {direction}"
        missing = f"{start}{more} {sql} is null\norder by {key} {direction}"
        if way is None:
            return [(f"{known}\n{sorted_ones}", parameters), (missing, parameters)]
        by = ", ".join(f"{part} {direction}" for part in way.order)
        met = f"select {key} as id\nfrom {way.base}{where}{more} {way.known or sql} is not null\norder by {by}"
        others = [f"{known}\n  and {way.known} is null\n{sorted_ones}"] if way.known else []
        return [(statement, parameters) for statement in (met, *others, missing)]

    def _way(self, few: list[int] | None) -> Way | None:
        """The way along the wanted order, unless something else leaves few rows to sort."""
        way = self.source.ways.get(self.sort or "")
        if way is None or few is not None or self.filters or self.search.strip() or way.not_with & set(self.keywords):
            return None
        return way

    def _from(self, few: list[int] | None) -> str:
        # A cross join goes from what was found to its rows, and not along an index past all others.
        return self.source.base if few is None else f"json_each(:few) few cross join {self.source.base}"

    def _where(self, few: list[int] | None, search: str) -> tuple[str, dict[str, Any]]:
        clauses: list[str] = []
        parameters: dict[str, Any] = dict(self.parameters)
        for number, condition in enumerate(self.filters):
            clauses.append(self._clause(condition, f"f{number}", parameters))
        for keyword in self.keywords:
            if keyword not in self.source.keywords:
                raise InvalidInput(
                    tr("There is no filter “{keyword}” in {name}.", keyword=keyword, name=self.source.name)
                )
            clauses.append(f"({self.source.keywords[keyword]})")
        if few is not None:
            clauses.append(f"{self.source.key} = few.value")
            parameters["few"] = json.dumps(few)
        elif self.search.strip():
            clauses.append(f"({search})")
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
        raise InvalidInput(tr("There is no operator “{operator}”.", operator=condition.operator))


def _numbers(joined: str) -> Iterator[list[int]]:
    """The numbers of "4,8,15", some thousands at a time; between two pieces other threads get their turn."""
    start = 0
    while start < len(joined):
        end = joined.find(",", start + _PIECE)
        end = len(joined) if end < 0 else end
        yield json.loads(f"[{joined[start:end]}]")
        time.sleep(0)
        start = end + 1
