"""Reads and closes questions: what a mail or call asked, and when it was answered."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from supplychain_app.storage.connection import Database


@dataclass(frozen=True)
class StoredQuestion:
    """A question whose clock is running."""

    id: int
    communication_id: int | None
    supplier_id: int
    supplier: str
    order_line_id: int | None
    purchase_order: str | None
    asked_by: str
    kind: str
    words: str | None
    asked_at: str


def questions_answered(
    db: Database, *, supplier_id: int, asked_by: str, order_ids: Iterable[int], thread: str, at: str
) -> list[int]:
    """The open questions that a message answers: those of its thread, of its orders, and of lines we reminded of."""
    ids = list(order_ids)
    marks = ", ".join("?" * len(ids)) or "null"
    found = db.conn.execute(
        f"""
        select id
        from question
        where supplier_id = ?
          and asked_by = ?
          and answered_at is null
          and asked_at <= ?
          and (
            communication_id in (select id from communication where thread = ?)
            or purchase_order_id in ({marks})
            or order_line_id in (select id from order_line where purchase_order_id in ({marks}))
            or (asked_by = 'us' and order_line_id in (
              select k.order_line_id from communication c join communication_link k on k.communication_id = c.id
              where c.thread = ? and c.direction = 'out' and k.order_line_id is not null
            ))
          )
        """,
        [supplier_id, asked_by, at, thread, *ids, *ids, thread],
    )
    return [int(row[0]) for row in found]


def answer_questions(
    db: Database, *, supplier_id: int, asked_by: str, order_ids: Iterable[int], thread: str, at: str, answer_id: int
) -> int:
    """Close the questions that a message answers."""
    found = questions_answered(
        db, supplier_id=supplier_id, asked_by=asked_by, order_ids=order_ids, thread=thread, at=at
    )
    marks = ", ".join("?" * len(found))
    db.conn.execute(
        f"update question set answered_at = ?, answer_id = ? where id in ({marks})", [at, answer_id, *found]
    )
    return len(found)


def open_questions_of(db: Database, thread: str, asked_by: str) -> list[int]:
    """The questions of one side in a thread that have no answer."""
    sql = """
    select q.id
    from question q
    join communication c on c.id = q.communication_id
    where c.thread = ? and q.asked_by = ? and q.answered_at is null
    order by q.id
    """
    return [int(row[0]) for row in db.conn.execute(sql, [thread, asked_by])]


def thread_asking(db: Database, question_ids: Sequence[int]) -> str | None:
    """The thread of the newest mail among those that ask these questions."""
    sql = """
    select c.thread
    from question q
    join communication c on c.id = q.communication_id
    where q.id in (select value from json_each(?))
    order by c.happened_at desc, c.id desc
    limit 1
    """
    row = db.conn.execute(sql, [json.dumps(list(question_ids))]).fetchone()
    return str(row[0]) if row else None


def open_questions(db: Database, until: str) -> list[StoredQuestion]:
    """Questions without an answer at a moment, oldest first."""
    found = db.conn.execute(
        """
        select q.id, q.communication_id, q.supplier_id, s.name, q.order_line_id, o.number,
          q.asked_by, q.kind, q.words, q.asked_at
        from question q
        join supplier s on s.id = q.supplier_id
        left join order_line l on l.id = q.order_line_id
        left join purchase_order o on o.id = coalesce(q.purchase_order_id, l.purchase_order_id)
        where q.asked_at <= :until and (q.answered_at is null or q.answered_at > :until)
        order by q.asked_at, q.id
        """,
        {"until": until},
    )
    return [StoredQuestion(*row) for row in found]
