"""Answers kept in the file because they are costly to work out, and the revision of the facts they rest on."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from supplychain_app.storage import revisions
from supplychain_app.storage.connection import Database
from supplychain_app.storage.worklist import of_suppliers


@dataclass(frozen=True)
class Kept:
    """One kept answer."""

    as_of: date
    revision: str
    answer: str


def revision(db: Database) -> str:
    """A text that is another one after anything was written that the answers rest on."""
    return f"{revisions.text(db)} {settings(db)}".rstrip()


def settings(db: Database) -> str:
    """A text that is another one after the limits of Today were set."""
    sql = "select value from setting where key in ('worklist', 'worklist_suppliers') order by key"
    return " ".join(row[0] for row in db.conn.execute(sql))


def lines(db: Database) -> int:
    """About how many order lines the file has."""
    return int(db.conn.execute("select coalesce(max(id), 0) from order_line").fetchone()[0])


def read(db: Database, question: str) -> Kept | None:
    row = db.conn.execute("select as_of, revision, answer from kept_answer where question = ?", [question]).fetchone()
    return None if row is None else Kept(date.fromisoformat(row[0]), row[1], row[2])


def save(db: Database, question: str, kept: Kept, *, now: str) -> None:
    db.conn.execute(
        "insert or replace into kept_answer (question, as_of, revision, answer, kept_at) values (?, ?, ?, ?, ?)",
        [question, kept.as_of.isoformat(), kept.revision, kept.answer, now],
    )


class Forecast(NamedTuple):
    """The kept forecast of one line; its days are None where there was nothing to go by."""

    line_id: int
    as_of: str
    rests_on: str
    basis: str
    days: tuple[str | None, ...]  # P10, P50, P80, P90
    p_late: float | None


def save_forecasts(db: Database, found: Iterable[Forecast], *, gone: Iterable[int] | None) -> None:
    """Keep these beside what is kept of other lines; `gone`: lines that are forecast no more (None: all others)."""
    if gone is None:
        db.conn.execute("delete from line_forecast")
    else:
        db.conn.executemany("delete from line_forecast where order_line_id = ?", ((one,) for one in gone))
    rows = ((*one[:4], *one.days, one.p_late) for one in found)
    db.conn.executemany("insert or replace into line_forecast values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def forecast(db: Database, line_id: int) -> Forecast | None:
    """The kept forecast of a line."""
    row = db.conn.execute("select * from line_forecast where order_line_id = ?", [line_id]).fetchone()
    return None if row is None else Forecast(row[0], row[1], row[2], row[3], tuple(row[4:8]), row[8])


class LikelyLate(NamedTuple):
    """A line that will probably come later than required."""

    line_id: int
    p_late: float
    half_by: str
    required_on: str
    promised_on: str | None


def likely_late(db: Database, at_least: float, suppliers: Collection[int] | None = None) -> list[LikelyLate]:
    """The lines whose kept forecast says so with this probability; of all suppliers, or of these (0: none)."""
    rows = db.conn.execute(
        f"""
        select f.order_line_id, f.p_late, f.p50, l.required_on, l.current_promise
        from line_forecast f
        join order_line l on l.id = f.order_line_id
        where f.p_late >= ?
          and l.required_on is not null
          {of_suppliers(suppliers, "l")}
        """,
        [at_least],
    )
    return [LikelyLate(*row) for row in rows]


def forecasts_rest_on(db: Database, suppliers: Collection[int] | None = None) -> dict[int, str]:
    """What the kept forecast of each line rests on; of all suppliers, or of these (0: none)."""
    sql = "select f.order_line_id, f.rests_on from line_forecast f"
    if suppliers is not None:
        sql += f" join order_line l on l.id = f.order_line_id where l.status = 'open' {of_suppliers(suppliers, 'l')}"
    return dict(db.conn.execute(sql).fetchall())


def standing(db: Database, suppliers: Collection[int] | None = None) -> dict[int, str]:
    """What a forecast of each open line rests on, as it is now, carriers' ETAs apart; of all suppliers, or of these."""
    rows = db.conn.execute(
        f"""
        select id, coalesce(current_promise, '-') || ' ' || coalesce(required_on, '-') || ' ' ||
          coalesce(issued_on, '-') || ' ' || coalesce(created_on, '-') || ' ' ||
          coalesce(supplier_id, '-') || ' ' || coalesce(country, '-') || ' ' || coalesce(mode, '-')
        from order_line l
        where status = 'open' {of_suppliers(suppliers, "l")}
        """
    )
    return dict(rows.fetchall())


def experience_rests_on(db: Database) -> str:
    """A text that is another one after receipts, imports, cancellations or changes of suppliers.

    Promises and dates of open lines are left out: they are what is forecast, and teach with the next receipt.
    """
    # Receipts are only ever added, and lines go with their import alone: neither needs to be counted.
    row = db.conn.execute(
        """
        select
          (select id || ' ' || recorded_at from receipt order by id desc limit 1),
          (select max(id) from order_line),
          (select count(*) from order_line where status = 'open'),
          (select count(*) from order_line where status = 'cancelled'),
          (select max(id) || ' ' || count(undone_at) from import_run),
          (select count(*) || ' ' || total(internal * id) || ' ' || total(quantity_tolerance * id) from supplier)
        """
    ).fetchone()
    return " ".join(map(str, row))


def experience(db: Database, *, as_of: date, rests_on: str) -> bytes | None:
    """What was learned on that day from this, if it is what was learned last."""
    sql = "select data from kept_experience where as_of = ? and rests_on = ?"
    row = db.conn.execute(sql, [as_of.isoformat(), rests_on]).fetchone()
    return None if row is None else bytes(row[0])


def save_experience(db: Database, data: bytes, *, as_of: date, rests_on: str) -> None:
    db.conn.execute("delete from kept_experience")
    db.conn.execute("insert into kept_experience values (?, ?, ?)", [as_of.isoformat(), rests_on, data])
