"""Shipments and their tracked units: which are due, and what went wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from supplychain_app.domain.errors import NotFound
from supplychain_app.domain.shipments import Status, utc_text
from supplychain_app.language import tr
from supplychain_app.storage import database
from supplychain_app.storage.connection import Database


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A tracked unit as a pull needs it."""

    id: int
    shipment_id: int
    carrier: str
    number: str
    unique_id: str
    kind: str
    reference: str
    service: str
    postcode: str
    status: Status
    user_status: str | None
    eta: str | None
    last_checked_at: str | None
    error_streak: int
    next_check_at: str | None
    recorded_at: str
    needed_on: str | None


_UNIT = """
    select u.id, u.shipment_id, u.carrier, u.number, u.source_unique_id, u.kind, coalesce(u.reference, ''),
      coalesce(u.service, ''), coalesce(u.postcode, ''), u.status, u.user_status, u.eta, u.last_checked_at,
      u.error_streak, u.next_check_at, u.recorded_at,
      (select min(coalesce(l.required_on, l.current_promise)) from shipment_line s
       join order_line l on l.id = s.order_line_id
       where s.shipment_id = u.shipment_id and l.status = 'open') as needed_on
    from tracked_unit u
"""


def unit(db: Database, unit_id: int) -> UnitRow:
    row = db.conn.execute(f"{_UNIT} where u.id = ?", [unit_id]).fetchone()
    if row is None:
        raise NotFound(tr("This shipment is no longer in the workspace. Refresh the list."))
    return _row(row)


def units(db: Database, unit_ids: Iterable[int]) -> list[UnitRow]:
    return [unit(db, unit_id) for unit_id in dict.fromkeys(unit_ids)]


def due(db: Database, now: datetime, *, everything: bool = False) -> list[UnitRow]:
    """Units to ask for now, those closest to their need date first; `everything`: all that are still under way.

    Parts of a unit that is followed come with its answer, and are not asked for themselves.
    """
    when = (
        "u.status not in ('delivered', 'returned', 'cancelled') and not (u.next_check_at is null"
        " and u.last_checked_at is not null and exists (select 1 from tracked_unit w"
        " where w.shipment_id = u.shipment_id and w.number = u.reference and w.id <> u.id))"
        if everything
        else "(u.next_check_at <= :now or (u.next_check_at is null and u.last_checked_at is null))"
    )
    rows = db.conn.execute(
        f"{_UNIT} where u.user_status is null and {when} order by needed_on is null, needed_on, u.next_check_at, u.id",
        {"now": utc_text(now)} if not everything else {},
    )
    return [_row(row) for row in rows]


def unit_ids_of(db: Database, number: str) -> list[int]:
    """The units under a tracking number, a shipment's number or a reference."""
    rows = db.conn.execute(
        """
        select u.id from tracked_unit u
        join shipment s on s.id = u.shipment_id
        where u.number = :number or s.number = :number or u.reference = :number
        order by u.id
        """,
        {"number": number},
    )
    return [row[0] for row in rows]


def unit_id_of(db: Database, carrier: str, number: str, unique_id: str = "") -> int | None:
    row = db.conn.execute(
        "select id from tracked_unit where carrier = ? and number = ? and source_unique_id = ?",
        [carrier, number, unique_id],
    ).fetchone()
    return int(row[0]) if row else None


def siblings(db: Database, carrier: str, number: str) -> dict[str, int]:
    """Units that share one number, by what tells them apart."""
    sql = "select source_unique_id, id from tracked_unit where carrier = ? and number = ?"
    return dict(db.conn.execute(sql, [carrier, number]).fetchall())


def shipment_id_of(db: Database, identity: str) -> int | None:
    row = db.conn.execute("select id from shipment where identity = ?", [identity]).fetchone()
    return int(row[0]) if row else None


def lines_of(db: Database, shipment_id: int) -> set[int]:
    """The order lines in a shipment."""
    sql = "select order_line_id from shipment_line where shipment_id = ?"
    return {int(row[0]) for row in db.conn.execute(sql, [shipment_id])}


def add_shipment(db: Database, values: dict[str, Any]) -> int:
    """The id of the shipment with this identity, added when new."""
    found = db.conn.execute("select id from shipment where identity = ?", [values["identity"]]).fetchone()
    return int(found[0]) if found else _insert(db, "shipment", values | {"recorded_at": database.now_utc()})


def add_unit(db: Database, values: dict[str, Any]) -> int:
    """Add a unit, so that its number can be searched for too."""
    unit_id = _insert(db, "tracked_unit", values)
    _insert(db, "search", {"kind": "tracked_unit", "ref_id": unit_id, "text": values["number"]})
    return unit_id


def add_beside(db: Database, unit_id: int, values: dict[str, Any]) -> int:
    """Add a unit that an answer on another one brought: it came with, and goes with, the same import."""
    row = db.conn.execute("select shipment_id, carrier, import_id from tracked_unit where id = ?", [unit_id]).fetchone()
    return add_unit(db, dict(zip(("shipment_id", "carrier", "import_id"), row, strict=True)) | values)


def link_line(db: Database, shipment_id: int, order_line_id: int, quantity: float | None = None) -> None:
    db.conn.execute(
        "insert or ignore into shipment_line (shipment_id, order_line_id, quantity) values (?, ?, ?)",
        [shipment_id, order_line_id, quantity],
    )


def adopt_unique_id(db: Database, unit_id: int, unique_id: str) -> None:
    db.conn.execute("update tracked_unit set source_unique_id = ? where id = ?", [unique_id, unit_id])


def set_next_check(db: Database, unit_id: int, at: datetime | None) -> None:
    sql = "update tracked_unit set next_check_at = ? where id = ?"
    db.conn.execute(sql, [utc_text(at) if at else None, unit_id])


def note_error(db: Database, unit_id: int, error: str, *, now: str, next_check_at: datetime | None) -> None:
    """A refresh failed: that never changes a status."""
    db.conn.execute(
        """
        update tracked_unit
        set last_error = ?, last_error_at = ?, error_streak = error_streak + 1, next_check_at = ?, last_checked_at = ?
        where id = ?
        """,
        [error, now, utc_text(next_check_at) if next_check_at else None, now, unit_id],
    )


def postpone(db: Database, unit_ids: Iterable[int], at: datetime) -> None:
    """Not asked this time: come back then, unless they come due later anyhow."""
    db.conn.executemany(
        "update tracked_unit set next_check_at = max(coalesce(next_check_at, ''), ?) where id = ?",
        [(utc_text(at), unit_id) for unit_id in unit_ids],
    )


def finished_since(db: Database, unit_id: int) -> str | None:
    """When the unit took its present status."""
    sql = "select max(changed_at) from status_change where tracked_unit_id = ?"
    found = db.conn.execute(sql, [unit_id]).fetchone()[0]
    return str(found) if found else None


@dataclass(frozen=True, slots=True)
class OrderLink:
    """A purchase order that a carrier's answer names, and whose lines are not yet linked to the shipment."""

    unit_id: int
    shipment_id: int
    order_id: int
    purchase_order: str


def offered_orders(db: Database, unit_id: int) -> list[OrderLink]:
    """Orders that the carrier's answers named, and whose lines are not linked to the unit's shipment yet."""
    named = db.conn.execute("select value from unit_reference where tracked_unit_id = ? order by value", [unit_id])
    return order_links(db, unit_id, [row[0] for row in named])


def watched(db: Database, unit_ids: Iterable[int]) -> list[UnitRow]:
    """Those of these units whose changes the user wants to be told."""
    chosen = [row[0] for row in db.conn.execute("select id from tracked_unit where watched = 1")]
    return units(db, [unit_id for unit_id in unit_ids if unit_id in set(chosen)])


def order_links(db: Database, unit_id: int, references: Iterable[str]) -> list[OrderLink]:
    """Orders that match references word for word, or but for a leading "PO"."""
    found: dict[int, OrderLink] = {}
    for reference in references:
        bare = reference.upper().removeprefix("PO").lstrip("-#: ")
        rows = db.conn.execute(
            """
            select u.shipment_id, o.id, o.number
            from purchase_order o, tracked_unit u
            where u.id = :unit and o.number in (:reference, :bare, 'PO-' || :bare, 'PO' || :bare)
              and not exists (
                select 1 from shipment_line s join order_line l on l.id = s.order_line_id
                where s.shipment_id = u.shipment_id and l.purchase_order_id = o.id)
            """,
            {"unit": unit_id, "reference": reference, "bare": bare},
        )
        found |= {row[1]: OrderLink(unit_id, *row) for row in rows}
    return list(found.values())


def open_lines_of_order(db: Database, order_id: int) -> list[int]:
    sql = "select id from order_line where purchase_order_id = ? and status <> 'cancelled' order by line"
    return [row[0] for row in db.conn.execute(sql, [order_id])]


def _insert(db: Database, table: str, values: dict[str, Any]) -> int:
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    cursor = db.conn.execute(f"insert into {table} ({names}) values ({marks})", list(values.values()))
    return int(cursor.lastrowid or 0)


def _row(row: tuple[Any, ...]) -> UnitRow:
    return UnitRow(*[*row[:9], Status(row[9]), *row[10:]])
