"""The rows of Today one by one: each with what it is ranked and counted by, and the whole of it as JSON."""

from collections.abc import Iterable
from typing import NamedTuple

from supplychain_app.storage.connection import Database


class TodayRow(NamedTuple):
    supplier_id: int  # 0: none
    group: str
    score: float
    key: str
    owner: str
    lines: int
    supplier: str | None
    stops_production: bool
    cost_minor: int | None
    currency: str | None
    answer: str


def replace(db: Database, rows: Iterable[TodayRow], *, of: Iterable[int] | None) -> None:
    """Keep these rows in place of those of these suppliers (None: of all); call inside `writing`."""
    if of is None:
        db.conn.execute("delete from today_row")
    else:
        db.conn.executemany("delete from today_row where supplier_id = ?", ((one,) for one in of))
    db.conn.executemany("insert into today_row values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def first(db: Database, group: str, most: int) -> list[TodayRow]:
    """The most important rows of a group, the most important first."""
    sql = "select * from today_row where of_group = ? order by score desc, row_key limit ?"
    return [TodayRow(*row) for row in db.conn.execute(sql, [group, most])]


def owners(db: Database) -> list[tuple[str, str, int, int]]:
    """Of each group and owner: how many rows, and lines in them."""
    sql = "select of_group, owner, count(*), sum(lines) from today_row group by of_group, owner order by 1, 2"
    return db.conn.execute(sql).fetchall()


def urgent(db: Database, group: str) -> list[tuple[str, bool, int | None, str | None]]:
    """Supplier, whether production may stop, cost and currency of each row of a group, the most important first."""
    sql = "select supplier, stops_production, cost_minor, currency from today_row where of_group = ?"
    rows = db.conn.execute(f"{sql} order by score desc, row_key", [group])
    return [(row[0] or "", bool(row[1]), row[2], row[3]) for row in rows]
