"""Reads and writes what files of messages and events bring: order lines by number, evidence, and a way back."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from supplychain_app.domain.shipments import Delay, UnitReport
from supplychain_app.storage import tracking
from supplychain_app.storage.connection import Database
from supplychain_app.storage.import_nouns import fill_gaps
from supplychain_app.storage.promise_rows import STANDS
from supplychain_app.storage.tracking import Written

_UNIT_COLUMNS = (
    "status delay delay_reason exception_kind raw_status eta last_event_at last_event_text service last_checked_at"
    " last_error last_error_at error_streak"
)
_ADDED = ("tracking_event", "eta_observation", "status_change")


@dataclass(frozen=True, slots=True)
class KnownLine:
    """An order line as a message may mean it."""

    id: int
    order_id: int
    line: str
    schedule: str
    material: str | None
    quantity: float
    received: float
    status: str
    required_on: str | None
    supplier_id: int | None
    supplier: str | None

    @property
    def open_quantity(self) -> float:
        return max(self.quantity - self.received, 0.0)


def lines_of_order(db: Database, number: str) -> list[KnownLine]:
    """The lines of an order, by its number as written, or but for leading zeros and a leading PO."""
    bare = number.strip().lstrip("0")
    short = bare.upper().removeprefix("PO").lstrip("-#: ").lstrip("0")
    rows = db.conn.execute(
        """
        select l.id, l.purchase_order_id, l.line, l.schedule, m.number, l.quantity, l.received_quantity, l.status,
          l.required_on, l.supplier_id, s.name
        from order_line l
        left join material m on m.id = l.material_id
        left join supplier s on s.id = l.supplier_id
        where l.purchase_order_id = (
          select id from purchase_order
          where number in (?, ?, ?, 'PO' || ?, 'PO-' || ?)
          order by number <> ? limit 1)
        order by l.id
        """,
        [number.strip(), bare, short, short, short, number.strip()],
    )
    return [KnownLine(*row) for row in rows]


def promise_known(db: Database, line_id: int, day: str) -> str | None:
    """The promise of a line that stood on a day."""
    found = deliveries_known(db, line_id, day)
    return found[-1][0] if found else None


def deliveries_known(db: Database, line_id: int, day: str) -> list[tuple[str, float | None]]:
    """The deliveries that stood promised on a day, the last one last: several where one message told of parts."""
    rows = db.conn.execute(
        f"""
        select promised_on, quantity, known_on, communication_id from promise p
        where order_line_id = ? and known_on <= ? and {STANDS}
        order by known_on desc, id desc
        """,
        [line_id, day],
    ).fetchall()
    if not rows:
        return []
    _, amount, *told = rows[0]
    parts = [row for row in rows if list(row[2:]) == told and row[1] is not None]
    return [(row[0], row[1]) for row in reversed(parts if told[1] and amount is not None else rows[:1])]


def add_promise(db: Database, values: dict[str, Any]) -> bool:
    """Add to the ledger; False where this very promise stands there."""
    return _add(db, "promise", values) is not None


def is_told(db: Database, line_id: int, day: str, known_on: str, source: str) -> bool:
    """Was this day promised through this source on that day already?"""
    sql = "select 1 from promise where order_line_id = ? and promised_on = ? and known_on = ? and source = ?"
    return db.conn.execute(sql, [line_id, day, known_on, source]).fetchone() is not None


def add_milestone(db: Database, values: dict[str, Any]) -> bool:
    return _add(db, "milestone", values) is not None


def acknowledge(db: Database, line_id: int, day: str, import_id: int) -> bool:
    """The line is acknowledged since that day; an earlier acknowledgement stands."""
    row = db.conn.execute("select acknowledged_on from order_line where id = ?", [line_id]).fetchone()
    if row[0] is not None and row[0] <= day:
        return False
    return bool(fill_gaps(db, "order_line", line_id, {"acknowledged_on": day}, import_id, overwrite=True))


def message_id(db: Database, fingerprint: str) -> int | None:
    """The communication that holds this very message."""
    row = db.conn.execute("select id from communication where fingerprint = ?", [fingerprint]).fetchone()
    return int(row[0]) if row else None


def add_message(db: Database, values: dict[str, Any], order_id: int, line_ids: Iterable[int]) -> int:
    """Keep a message as it came, linked to its order and lines."""
    added = _add(db, "communication", values)
    assert added is not None
    link = "insert or ignore into communication_link (communication_id, purchase_order_id, order_line_id)"
    links = [(added, order_id, None), *((added, None, line_id) for line_id in dict.fromkeys(line_ids))]
    db.conn.executemany(f"{link} values (?, ?, ?)", links)
    return added


def answer_questions(db: Database, question_ids: Sequence[int], moment: str, message: int, import_id: int) -> None:
    for question in question_ids:
        asked = db.conn.execute("select asked_at from question where id = ?", [question]).fetchone()[0]
        values = {"answered_at": max(asked, moment), "answer_id": message}
        fill_gaps(db, "question", question, values, import_id)


def ask(db: Database, values: dict[str, Any]) -> None:
    """A question that a message puts to us."""
    _add(db, "question", values)


def shipment_of(db: Database, identity: str, units: Iterable[tuple[str, str]]) -> tuple[int | None, list[int]]:
    """The shipment with this identity or holding one of these (carrier, number) units, and its units."""
    row = db.conn.execute("select id from shipment where identity = ?", [identity]).fetchone()
    for carrier, number in units:
        row = (
            row
            or db.conn.execute(
                "select shipment_id from tracked_unit where carrier = ? and number = ?", [carrier, number]
            ).fetchone()
        )
    if row is None:
        return None, []
    found = db.conn.execute("select id from tracked_unit where shipment_id = ? order by id", [row[0]])
    return int(row[0]), [int(unit[0]) for unit in found]


def units_by_number(db: Database) -> dict[str, tuple[int, str]]:
    """Unit and carrier under each number: its own, its shipment's, its reference; of several the one added last."""
    found: dict[str, tuple[int, str]] = {}
    rows = db.conn.execute(
        """
        select u.reference, s.number, u.number, u.id, u.carrier
        from tracked_unit u join shipment s on s.id = u.shipment_id
        order by u.id
        """
    ).fetchall()
    for place in range(3):
        found |= {row[place]: (row[3], row[4]) for row in rows if row[place]}
    return found


def write_events(
    db: Database,
    unit_id: int,
    source: str,
    report: UnitReport,
    *,
    now: datetime,
    import_id: int,
    payload_id: int | None = None,
) -> tuple[Written, int]:
    """Write a report and note what it added, so that the import can be taken back; and how many ETAs are new."""
    before = db.conn.execute(
        f"select {', '.join(_UNIT_COLUMNS.split())} from tracked_unit where id = ?", [unit_id]
    ).fetchone()
    last = {table: _last(db, table) for table in _ADDED}
    written = tracking.write_report(db, unit_id, source, report, now=now, payload_id=payload_id)
    state = dict(zip(_UNIT_COLUMNS.split(), before, strict=True))
    _as_not_asked(db, unit_id, state, report)
    notes = []
    for table in _ADDED:
        rows = db.conn.execute(f"select id from {table} where id > ?", [last[table]])
        notes += [(import_id, table, row[0], "null") for row in rows]
    if notes:
        notes.append((import_id, "tracked_unit", unit_id, json.dumps(state)))
    db.conn.executemany("insert into import_change (import_id, table_name, row_id, before) values (?, ?, ?, ?)", notes)
    return written, sum(1 for note in notes if note[1] == "eta_observation")


def keep_payload(db: Database, source: str, body: Any, now: str, import_id: int) -> int:
    """Keep the file as it came, noted as the import's own where it is new."""
    last = _last(db, "payload")
    payload_id = tracking.keep_payload(db, source, body, now)
    if payload_id > last:
        sql = "insert into import_change (import_id, table_name, row_id, before) values (?, 'payload', ?, 'null')"
        db.conn.execute(sql, [import_id, payload_id])
    return payload_id


def _as_not_asked(db: Database, unit_id: int, state: dict[str, Any], report: UnitReport) -> None:
    """No carrier was asked: when it is asked next, its last error and its word on delays stay as they were."""
    names = ["last_checked_at", "last_error", "last_error_at", "error_streak"]
    if report.delay is Delay.NONE:
        names += ["delay", "delay_reason"]
    sets = ", ".join(f"{name} = ?" for name in names)
    db.conn.execute(f"update tracked_unit set {sets} where id = ?", [*(state[name] for name in names), unit_id])


def _last(db: Database, table: str) -> int:
    return int(db.conn.execute(f"select coalesce(max(id), 0) from {table}").fetchone()[0])


def _add(db: Database, table: str, values: dict[str, Any]) -> int | None:
    names = [name for name, value in values.items() if value is not None]
    marks = ", ".join("?" * len(names))
    cursor = db.conn.execute(
        f"insert or ignore into {table} ({', '.join(names)}) values ({marks})", [values[name] for name in names]
    )
    return int(cursor.lastrowid or 0) if cursor.rowcount else None
