"""What a person says about shipments: a number to follow, an event heard by phone, a file of events, the last word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from supplychain_app.carriers import times
from supplychain_app.domain.errors import InvalidInput, NotFound
from supplychain_app.domain.identifiers import carrier_key, normalised, recognise
from supplychain_app.domain.shipments import (
    Event,
    ExceptionKind,
    Milestone,
    Place,
    Status,
    TrackingReport,
    UnitReport,
    utc_text,
)
from supplychain_app.language import tr
from supplychain_app.reports.words import plural
from supplychain_app.services import event_files
from supplychain_app.services.undo import Edit, Pen
from supplychain_app.storage import database, shipments, tracking
from supplychain_app.storage.connection import Database

USER_STATUSES = ("delivered", "lost", "stopped")
_STATUS_WORDS = {
    "": tr("as the carrier says"),
    "delivered": tr("delivered"),
    "lost": tr("lost"),
    "stopped": tr("not followed"),
}

STATUS_OF: dict[Milestone, Status] = {
    Milestone.BOOKED: Status.PRE_TRANSIT,
    Milestone.LABEL_CREATED: Status.PRE_TRANSIT,
    Milestone.CUSTOMS_HOLD: Status.EXCEPTION,
    Milestone.AVAILABLE: Status.READY_FOR_PICKUP,
    Milestone.GATE_OUT: Status.OUT_FOR_DELIVERY,
    Milestone.OUT_FOR_DELIVERY: Status.OUT_FOR_DELIVERY,
    Milestone.ATTEMPTED: Status.DELIVERY_ATTEMPTED,
    Milestone.DELIVERED: Status.DELIVERED,
    Milestone.EMPTY_RETURNED: Status.DELIVERED,
    Milestone.RETURNED: Status.RETURNED,
}
TROUBLE_OF = {Milestone.CUSTOMS_HOLD: ExceptionKind.CUSTOMS_HOLD}


@dataclass(frozen=True, slots=True)
class FileEvents:
    """What a file of events brought: units it spoke of, new events, numbers that are in no shipment."""

    units: int
    new_events: int
    unknown: tuple[str, ...]


def add_unit(
    db: Database,
    *,
    carrier: str,
    number: str,
    kind: str | None = None,
    reference: str | None = None,
    service: str | None = None,
    postcode: str | None = None,
    line_ids: Iterable[int] = (),
    shipment_id: int | None = None,
    shipment_number: str | None = None,
    supplier_id: int | None = None,
    mode: str | None = None,
    origin: str | None = None,
    destination: str | None = None,
    shipped_on: str | None = None,
    source: str = "manual",
    added_at: datetime | None = None,
) -> int:
    """Follow a number with a carrier, for the lines given; the id of its unit, which may be there already."""
    key, bare = carrier_key(carrier), normalised(number)
    if not key or len(bare) < 3:
        raise InvalidInput(tr("A shipment needs a carrier and a tracking number of at least three characters."))
    found = next((candidate.kind for candidate in recognise(bare)), "parcel")
    kind = kind or (found if found in ("container", "air_waybill", "bill_of_lading") else "parcel")
    with database.writing(db):
        unit_id = shipments.unit_id_of(db, key, bare)
        if unit_id is None:
            values: dict[str, Any] = {
                "identity": f"{key}|{normalised(shipment_number or bare)}",
                "number": shipment_number or bare,
                "supplier_id": supplier_id,
                "carrier": key,
                "mode": mode,
                "origin": origin,
                "destination": destination,
                "shipped_on": shipped_on,
                "source": source,
            }
            parent = shipment_id or shipments.add_shipment(db, values)
            unit_id = shipments.add_unit(
                db,
                {
                    "shipment_id": parent,
                    "carrier": key,
                    "number": bare,
                    "kind": kind,
                    "reference": reference,
                    "service": service,
                    "postcode": postcode,
                    "recorded_at": utc_text(added_at) if added_at else database.now_utc(),
                },
            )
        else:
            parent = shipments.unit(db, unit_id).shipment_id
        for line_id in line_ids:
            shipments.link_line(db, parent, line_id)
    return unit_id


def set_user_status(db: Database, unit_id: int | Sequence[int], status: str | None) -> Edit:
    """The user's own word (delivered, lost, stopped) wins over the carrier's; None takes it back."""
    if status is not None and status not in USER_STATUSES:
        raise InvalidInput(
            tr(
                "“{status}” cannot be set by hand. Choose one of {choices}.",
                status=status,
                choices=", ".join(USER_STATUSES),
            )
        )
    with database.writing(db):
        about = _set_each(pen := Pen(db), unit_id, {"user_status": status})
        return pen.finish(f"{about}: {_STATUS_WORDS[status or '']}")


def watch(db: Database, unit_id: int | Sequence[int], *, watched: bool) -> Edit:
    """Tell the user when the unit's status changes, or no longer."""
    with database.writing(db):
        about = _set_each(pen := Pen(db), unit_id, {"watched": int(watched)})
        return pen.finish(
            tr("Watched: {number}", number=about) if watched else tr("No longer watched: {number}", number=about)
        )


def _set_each(pen: Pen, unit_id: int | Sequence[int], values: dict[str, Any]) -> str:
    """Set columns of one unit or several; how they are called together."""
    units = [shipments.unit(pen.db, one) for one in ((unit_id,) if isinstance(unit_id, int) else unit_id)]
    for unit in units:
        pen.update("tracked_unit", unit.id, values)
    return units[0].number if len(units) == 1 else plural(len(units), "shipment")


def set_details(db: Database, unit_id: int, *, reference: str, service: str, postcode: str) -> Edit:
    """What some carriers want beside the number: booking or bill of lading, division or carrier code, postcode."""
    with database.writing(db):
        number = shipments.unit(db, unit_id).number
        pen = Pen(db)
        values = {"reference": reference, "service": service, "postcode": postcode}
        pen.update("tracked_unit", unit_id, {name: text.strip() or None for name, text in values.items()})
        return pen.finish(tr("{number}: details changed", number=number))


def link_order(db: Database, unit_id: int, order_id: int) -> Edit:
    """Link the open lines of an order that a carrier's answer named to the unit's shipment."""
    with database.writing(db):
        unit, pen = shipments.unit(db, unit_id), Pen(db)
        linked = shipments.lines_of(db, unit.shipment_id)
        lines = [line for line in shipments.open_lines_of_order(db, order_id) if line not in linked]
        if not lines:
            raise NotFound(tr("This order has no other open line to link."))
        for line_id in lines:
            pen.insert("shipment_line", {"shipment_id": unit.shipment_id, "order_line_id": line_id})
        return pen.finish(tr("{lines} linked to {number}", lines=plural(len(lines), "line"), number=unit.number))


def record_event(
    db: Database,
    unit_id: int,
    *,
    occurred_local: str,
    milestone: Milestone | str,
    place: str | None = None,
    text: str | None = None,
    now: datetime,
) -> bool:
    """An event heard by phone or read in a mail becomes an event like any other; False when it was known."""
    moment = times.read(occurred_local)
    if moment is None:
        raise InvalidInput(
            tr(
                "“{occurred_local}” is not a time. Write it as 2026-11-23 or 2026-11-23 14:30.",
                occurred_local=occurred_local,
            )
        )
    step = Milestone(milestone)
    event = Event(
        occurred_local=moment.local,
        utc_offset_min=moment.offset_min,
        occurred_utc=moment.utc,
        time_basis=moment.basis,
        status=STATUS_OF.get(step, Status.IN_TRANSIT),
        milestone=step,
        exception_kind=TROUBLE_OF.get(step),
        raw_text=text or step.value.replace("_", " "),
        place=Place(text=place, city=place),
    )
    with database.writing(db):
        unit = shipments.unit(db, unit_id)
        report = UnitReport(unit.number, events=(event,))
        written = tracking.write_report(db, unit_id, "manual", report, now=now)
    return written.new_events > 0


def record_events_file(db: Database, path: Path, *, now: datetime) -> FileEvents:
    """Read a file of EPCIS 2.0 or DCSA events (JSON) into the units that are followed."""
    file = event_files.read(path)
    return _write_units(db, file.source, file.report, file.body, now)


def _write_units(db: Database, source: str, report: TrackingReport, body: Any, now: datetime) -> FileEvents:
    units = new = 0
    unknown: list[str] = []
    with database.writing(db):
        payload_id = tracking.keep_payload(db, source, body, utc_text(now))
        for unit in report.units:
            for unit_id in _followed(db, (unit.number, *unit.pieces)):
                written = tracking.write_report(db, unit_id, source, unit, now=now, payload_id=payload_id)
                units, new = units + 1, new + written.new_events
                break
            else:
                unknown.append(unit.number)
    return FileEvents(units, new, tuple(unknown))


def _followed(db: Database, numbers: Sequence[str]) -> list[int]:
    return [unit_id for number in numbers if number for unit_id in shipments.unit_ids_of(db, number)]
