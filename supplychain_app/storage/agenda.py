"""Reads what a check-in should be about: late lines, moved dates, questions, agreed actions, arrivals."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from supplychain_app.storage.connection import Database
from supplychain_app.storage.promise_rows import IS_PART, STANDS

_MOST = 12
_LINE = """
  select l.id, o.number || '/' || l.line as reference, coalesce(m.description, l.description, m.number, '') as goods,
    l.quantity, l.received_quantity, l.unit, l.current_promise, l.first_promise, l.required_on, l.promises
  from order_line l
    join purchase_order o on o.id = l.purchase_order_id
    left join material m on m.id = l.material_id
  where l.supplier_id = :supplier and l.status = 'open'
"""


@dataclass(frozen=True)
class Matters:
    """Plain rows, the most pressing first, and how many there are in all."""

    supplier: str
    rhythm_days: int | None
    planned: dict[str, Any] | None  # the next check-in, or the one that is due
    last: dict[str, Any] | None  # the last one held
    late: tuple[dict[str, Any], ...]
    late_count: int
    moved: tuple[dict[str, Any], ...]
    moved_count: int
    silent: tuple[dict[str, Any], ...]  # open lines without any promise
    silent_count: int
    questions: tuple[dict[str, Any], ...]
    actions: tuple[dict[str, Any], ...]
    arriving: tuple[dict[str, Any], ...]
    arriving_count: int


def matters(db: Database, supplier_id: int, *, today: date) -> Matters:
    """Everything open between us and a supplier, as it stands on a day."""
    known: dict[str, Any] = {"supplier": supplier_id, "today": today.isoformat()}
    known["soon"] = (today + timedelta(days=14)).isoformat()

    def rows(sql: str, **more: Any) -> tuple[dict[str, Any], ...]:
        return tuple(db.query(sql, known | more))

    supplier = next(iter(rows("select name, check_in_every_days from supplier where id = :supplier")), {})
    held = rows(
        "select * from check_in where supplier_id = :supplier and held_on is not null order by held_on desc limit 1"
    )
    planned = rows(
        "select * from check_in where supplier_id = :supplier and held_on is null order by planned_on limit 1"
    )
    since = held[0]["held_on"] if held else (today - timedelta(days=30)).isoformat()
    late = rows(f"{_LINE} and l.current_promise < :today order by l.current_promise, l.id")
    moved = rows(
        f"""
        select m.old, m.new, l.*
        from (
          select order_line_id, promised_on as new, known_on,
            lag(promised_on) over (partition by order_line_id order by known_on, id) as old,
            row_number() over (partition by order_line_id order by known_on desc, id desc) as place
          from promise p where order_line_id in (
            select id from order_line where supplier_id = :supplier and status = 'open'
          ) and {STANDS} and not {IS_PART}
        ) m join ({_LINE}) l on l.id = m.order_line_id
        where m.place = 1 and m.new > m.old and m.known_on > :since
        order by julianday(m.new) - julianday(m.old) desc, l.id
        """,
        since=since,
    )
    silent = rows(f"{_LINE} and l.current_promise is null order by l.required_on is null, l.required_on, l.id")
    arriving = rows(f"{_LINE} and l.current_promise between :today and :soon order by l.current_promise, l.id")
    return Matters(
        supplier=supplier.get("name", ""),
        rhythm_days=supplier.get("check_in_every_days"),
        planned=planned[0] if planned else None,
        last=held[0] if held else None,
        late=late[:_MOST],
        late_count=len(late),
        moved=moved[:_MOST],
        moved_count=len(moved),
        silent=silent[:_MOST],
        silent_count=len(silent),
        questions=rows(
            """
            select q.asked_by, q.kind, q.words, q.asked_at, o.number
            from question q left join order_line l on l.id = q.order_line_id
              left join purchase_order o on o.id = coalesce(q.purchase_order_id, l.purchase_order_id)
            where q.supplier_id = :supplier and q.answered_at is null and q.closed_reason is null
            order by q.asked_at limit 20
            """
        ),
        actions=rows(
            "select * from agreed_action where supplier_id = :supplier and done_on is null"
            " order by due_on is null, due_on limit 20"
        ),
        arriving=arriving[:_MOST],
        arriving_count=len(arriving),
    )
