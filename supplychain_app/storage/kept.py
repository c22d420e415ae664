"""Answers kept in the file because they are costly to work out, and the revision of the facts they rest on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from supplychain_app.storage import revisions
from supplychain_app.storage.connection import Database


@dataclass(frozen=True)
class Kept:
    """One kept answer."""

    as_of: date
    revision: str
    answer: str


def revision(db: Database) -> str:
    """A text that is another one after anything was written that the answers rest on."""
    setting = db.conn.execute("select coalesce(max(value), '') from setting where key = 'worklist'").fetchone()[0]
    return " ".join([*map(str, revisions.numbers(db, revisions.NOUNS)), setting])


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


Forecast = tuple[int, str, str, str, str, str, str]
"""Line, as-of day, basis, and the days of P10, P50, P80, P90."""


def save_forecasts(db: Database, found: Iterable[Forecast]) -> None:
    """Keep these in place of all that were kept."""
    db.conn.execute("delete from line_forecast")
    db.conn.executemany(
        "insert into line_forecast (order_line_id, as_of, basis, p10, p50, p80, p90) values (?, ?, ?, ?, ?, ?, ?)",
        found,
    )


def forecast(db: Database, line_id: int) -> Forecast | None:
    """The kept forecast of a line."""
    row = db.conn.execute(
        "select order_line_id, as_of, basis, p10, p50, p80, p90 from line_forecast where order_line_id = ?", [line_id]
    ).fetchone()
    return None if row is None else tuple(row)
