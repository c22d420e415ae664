"""Questions and check-ins as figures need them: who asked whom, when, and when it was answered."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.storage.connection import Database


@dataclass(frozen=True)
class Questions:
    """One entry a question as known on a day; moments in seconds since 1970, NaN: not answered."""

    supplier: NDArray[Any]
    by_us: NDArray[Any]
    asked: NDArray[Any]
    answered: NDArray[Any]
    with_date: NDArray[Any]  # the answer held a date
    wanted_date: NDArray[Any]


_QUESTIONS = """
select q.supplier_id, q.asked_by, q.asked_at,
  case when q.answered_at <= :moment then q.answered_at end,
  exists (
    select 1 from suggestion s
    where s.communication_id = q.answer_id and s.promised_on is not null
  ) or exists (select 1 from promise p where p.communication_id = q.answer_id),
  q.kind in ('date', 'acknowledge')
from question q
where q.asked_at <= :moment and (q.closed_reason is null or q.answered_at is not null)
"""


def questions(db: Database, as_of: date) -> Questions:
    rows = db.conn.execute(_QUESTIONS, {"moment": f"{as_of}T23:59:59Z"}).fetchall()
    return Questions(
        supplier=np.array([row[0] for row in rows], dtype=np.int64),
        by_us=np.array([row[1] == "us" for row in rows], dtype=bool),
        asked=np.array([_seconds(row[2]) for row in rows], dtype=float),
        answered=np.array([_seconds(row[3]) for row in rows], dtype=float),
        with_date=np.array([bool(row[4]) for row in rows], dtype=bool),
        wanted_date=np.array([bool(row[5]) for row in rows], dtype=bool),
    )


def check_ins(db: Database, as_of: date) -> dict[int, tuple[int, int]]:
    """Held and planned check-ins by supplier, of those due by the day."""
    rows = db.conn.execute(
        """
        select supplier_id, sum(held_on is not null and held_on <= :day), count(*)
        from check_in
        where planned_on <= :day
        group by supplier_id
        """,
        {"day": as_of.isoformat()},
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def nudges(db: Database, as_of: date) -> dict[int, int]:
    """Messages we sent by supplier."""
    rows = db.conn.execute(
        """
        select supplier_id, count(*)
        from communication
        where direction = 'out' and channel in ('mail', 'call') and happened_at <= :moment and supplier_id is not null
        group by supplier_id
        """,
        {"moment": f"{as_of}T23:59:59Z"},
    )
    return {row[0]: row[1] for row in rows}


def actions(db: Database, supplier_id: int) -> list[tuple[date, str]]:
    """Agreed actions with a start, at which the limits of a behaviour chart restart."""
    rows = db.conn.execute(
        "select starts_on, what from agreed_action where supplier_id = ? and starts_on is not null order by starts_on",
        [supplier_id],
    )
    return [(date.fromisoformat(row[0][:10]), row[1]) for row in rows]


def changes_by_us(db: Database, as_of: date) -> dict[int, int]:
    """How often we changed quantity or required date of each line."""
    rows = db.conn.execute(
        """
        select order_line_id, count(*)
        from line_change
        where field in ('required_on', 'quantity') and old is not null and known_on <= ?
        group by order_line_id
        """,
        [as_of.isoformat()],
    )
    return {row[0]: row[1] for row in rows}


def _seconds(text: str | None) -> float:
    if not text:
        return float("nan")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return float("nan")
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
