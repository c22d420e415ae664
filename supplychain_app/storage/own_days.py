"""Reads what calendars are made of: each supplier's country, and the days on which it or we work otherwise."""

from dataclasses import dataclass
from datetime import date

from supplychain_app.domain.calendars import Kind, OwnDays
from supplychain_app.storage.connection import Database


@dataclass(frozen=True)
class Entry:
    """One entry of the list; supplier_id None: our own."""

    id: int
    supplier_id: int | None
    days: OwnDays


def entries(db: Database) -> list[Entry]:
    """Every entry, the earliest first."""
    return _entries(db, "1")


def entries_of(db: Database, supplier_id: int | None) -> list[Entry]:
    """Those of one supplier, or our own."""
    return _entries(db, "supplier_id is ?", supplier_id)


def places(db: Database) -> list[tuple[int, str | None, str | None]]:
    """Id, country and time zone of the suppliers that have either."""
    sql = "select id, country, time_zone from supplier where country > '' or time_zone > ''"
    return db.conn.execute(sql).fetchall()


def place(db: Database, supplier_id: int) -> tuple[str | None, str | None]:
    """Country and time zone of a supplier, as far as they are known."""
    row = db.conn.execute("select country, time_zone from supplier where id = ?", [supplier_id]).fetchone()
    return row or (None, None)


def suppliers_of_lines(db: Database, line_ids: list[int]) -> list[int]:
    """The suppliers of these order lines."""
    marks = ", ".join("?" * len(line_ids))
    rows = db.conn.execute(
        f"select distinct supplier_id from order_line where id in ({marks}) and supplier_id is not null", line_ids
    )
    return [int(row[0]) for row in rows]


def _entries(db: Database, which: str, *given: int | None) -> list[Entry]:
    rows = db.conn.execute(
        "select id, supplier_id, first_on, last_on, kind, coalesce(reason, '')"
        f" from own_days where {which} order by first_on, id",
        given,
    )
    return [
        Entry(number, supplier, OwnDays(date.fromisoformat(first), date.fromisoformat(last), Kind(kind), reason))
        for number, supplier, first, last, kind, reason in rows
    ]
