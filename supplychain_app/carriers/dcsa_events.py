"""What DCSA events mean, whichever version they came in: milestones, statuses, ETAs and order references."""

from dataclasses import replace
from typing import Any

from supplychain_app.carriers.base import Wanted
from supplychain_app.carriers.dcsa_rows import Row
from supplychain_app.carriers.reading import in_order, timed, told_apart
from supplychain_app.domain.shipments import (
    Classifier,
    Delay,
    Eta,
    EtaKind,
    Event,
    ExceptionKind,
    Milestone,
    Place,
    Status,
    TrackingReport,
    UnitReport,
    event_sort_key,
)

STATUS: dict[Milestone, Status] = {
    Milestone.BOOKED: Status.PRE_TRANSIT,
    Milestone.PICKED_UP: Status.PRE_TRANSIT,
    Milestone.ORIGIN_GATE_IN: Status.IN_TRANSIT,
    Milestone.LOADED: Status.IN_TRANSIT,
    Milestone.TRANSSHIPMENT_LOADED: Status.IN_TRANSIT,
    Milestone.DEPARTED: Status.IN_TRANSIT,
    Milestone.ARRIVED: Status.IN_TRANSIT,
    Milestone.TRANSSHIPMENT_DISCHARGED: Status.IN_TRANSIT,
    Milestone.DISCHARGED: Status.IN_TRANSIT,
    Milestone.CUSTOMS_HOLD: Status.EXCEPTION,
    Milestone.CUSTOMS_RELEASED: Status.IN_TRANSIT,
    Milestone.AVAILABLE: Status.READY_FOR_PICKUP,
    Milestone.GATE_OUT: Status.OUT_FOR_DELIVERY,
    Milestone.DELIVERED: Status.DELIVERED,
    Milestone.EMPTY_RETURNED: Status.DELIVERED,
}

_BEFORE_TRANSIT = (Status.UNKNOWN, Status.PRE_TRANSIT)
_INLAND = ("RAIL", "BARGE", "2", "8")  # onwards, but not to the door yet
_AFTER_CUSTOMS = (Status.READY_FOR_PICKUP, Status.OUT_FOR_DELIVERY, Status.DELIVERED)


def report_of(rows: list[Row], wanted: Wanted | None) -> TrackingReport:
    """One unit per container; without containers, one for the booking itself."""
    rows = _replaced(rows)
    boxes = sorted({row.equipment for row in rows if row.equipment})
    shared = [row for row in rows if not row.equipment]
    number = wanted.number if wanted else (rows[0].bookings[0] if rows and rows[0].bookings else "")
    if wanted and wanted.kind == "container":
        boxes = [box for box in boxes if box == wanted.number] or [wanted.number]
    if not rows:
        return TrackingReport()
    if not boxes:
        return TrackingReport(units=(_unit(number, shared),))
    units = [
        replace(_unit(box, journey), unique_id=name)
        for box in boxes
        for name, journey in _journeys(_told_of(box, rows))
    ]
    if wanted and wanted.kind != "container" and len(units) == 1:  # the booking is what the user follows
        return TrackingReport(units=(replace(units[0], number=number, pieces=(boxes[0],)),))
    return TrackingReport(units=told_apart(units))


def _told_of(box: str, rows: list[Row]) -> list[Row]:
    """The events of a container, and those of the sailings and papers under its own bookings."""
    own = [row for row in rows if row.equipment == box]
    bookings = {row.booking for row in own if row.booking}
    shared = [row for row in rows if not row.equipment]
    return [row for row in shared if not (row.booking and bookings) or row.booking in bookings] + own


def _journeys(rows: list[Row]) -> list[tuple[str, list[Row]]]:
    """A container travels again and again: its events by booking, those that name none with the booking before them."""
    names = list(dict.fromkeys(row.booking for row in rows if row.booking))
    if len(names) < 2:
        return [("", rows)]
    begins = {name: min(_when(row) for row in rows if row.booking == name) for name in names}
    names.sort(key=lambda name: begins[name])
    found: dict[str, list[Row]] = {name: [] for name in names}
    for row in rows:
        earlier = [name for name in names if begins[name] <= _when(row)]
        found[row.booking or (earlier or names)[-1 if earlier else 0]].append(row)
    return list(found.items())


def _when(row: Row) -> str:
    return row.moment.utc or row.moment.local


def _unit(number: str, rows: list[Row]) -> UnitReport:
    origin, final = _ends(rows)
    events = _told(rows, origin, final)
    live = [event for event in events if not event.retracted]
    happened = {(row.code, row.spot) for row in rows if row.classifier is Classifier.ACTUAL}
    delays = [row for row in rows if row.delay_reason and not row.retracted and (row.code, row.spot) not in happened]
    references = {reference for row in rows for reference in row.references}
    return UnitReport(
        number=number,
        delay=Delay.DELAYED if delays else Delay.NONE,
        delay_reason=delays[-1].delay_reason if delays else None,
        raw_status=next((e.raw_code for e in reversed(live) if e.classifier is Classifier.ACTUAL), None),
        events=tuple(events),
        etas=_etas(rows, origin, final),
        references=tuple(sorted(references)),
        origin=next((row.place for row in rows if row.spot == origin), Place()),
        destination=next((row.place for row in rows if row.spot == final), Place()),
    )


def _told(rows: list[Row], origin: str | None, final: str | None) -> list[Event]:
    """Events in order, each with what it means at its place in the journey."""
    found: list[Event] = []
    has_sailed = is_loaded = is_done = is_out = False
    standing = Status.UNKNOWN
    for row in sorted(rows, key=lambda r: (event_sort_key(_event(r, None, None)), r.id or "")):
        milestone, status, kind = _meaning(row, origin, final, loaded=is_loaded, sailed=has_sailed, out=is_out)
        if milestone is Milestone.EMPTY_RETURNED and not (is_done or is_out):
            milestone, status = None, Status.UNKNOWN
        # Papers are confirmed and released again while the box travels: that does not turn it back.
        is_step_back = milestone in (Milestone.BOOKED, Milestone.PICKED_UP) and standing not in _BEFORE_TRANSIT
        if is_step_back or (milestone is Milestone.CUSTOMS_RELEASED and standing in _AFTER_CUSTOMS):
            status = Status.UNKNOWN
        found.append(replace(_event(row, milestone, kind), status=status))
        if row.classifier is Classifier.ACTUAL and not row.retracted:
            standing = status if status is not Status.UNKNOWN else standing
            is_loaded = is_loaded or milestone is Milestone.LOADED
            has_sailed = has_sailed or milestone is Milestone.DEPARTED
            is_out = is_out or milestone is Milestone.GATE_OUT
            is_done = is_done or milestone is Milestone.DELIVERED
    return list(in_order(found))


def _meaning(  # noqa: PLR0911, PLR0912 - one table of the standard's codes, read top to bottom
    row: Row, origin: str | None, final: str | None, *, loaded: bool, sailed: bool, out: bool
) -> tuple[Milestone | None, Status, ExceptionKind | None]:
    here = row.spot
    at_final = final is not None and here == final and here != origin
    after = sailed or loaded
    milestone: Milestone | None = None
    match row.kind, row.code:
        case "SHIPMENT", "CONF" | "RECE" if row.document in ("BKG", "CBR", "SHI", ""):
            milestone = Milestone.BOOKED
        case "SHIPMENT", "VOID" if row.document in ("BKG", "CBR"):
            return None, Status.CANCELLED, ExceptionKind.CANCELLED
        case "SHIPMENT", "REJE":
            return None, Status.EXCEPTION, ExceptionKind.OTHER
        case "SHIPMENT", "HOLD" if row.document not in ("CUS", ""):  # a paper is held, not the goods by customs
            return None, Status.EXCEPTION, ExceptionKind.OTHER
        case ("SHIPMENT", "HOLD") | ("EQUIPMENT", "CUSS" | "CUSI"):
            return Milestone.CUSTOMS_HOLD, Status.EXCEPTION, ExceptionKind.CUSTOMS_HOLD
        case "SHIPMENT", "RELS" if row.document not in ("CUS", ""):
            return None, Status.UNKNOWN, None
        case ("SHIPMENT", "RELS") | ("EQUIPMENT", "CUSR"):
            milestone = Milestone.CUSTOMS_RELEASED
        case "TRANSPORT", "DEPA":
            milestone = Milestone.DEPARTED if origin is None or here == origin else None
            return milestone, Status.IN_TRANSIT, None
        case "TRANSPORT", "ARRI":
            milestone = Milestone.ARRIVED if at_final else None
            return milestone, Status.IN_TRANSIT, None
        case "EQUIPMENT", "GTOT" | "PICK" if row.is_empty is True or not after:
            milestone = Milestone.PICKED_UP if row.is_empty is not False and not after else None
        case "EQUIPMENT", "GTOT" if (row.mode or "").upper() in _INLAND:
            return Milestone.GATE_OUT, Status.IN_TRANSIT, None
        case "EQUIPMENT", "GTOT":
            milestone = Milestone.GATE_OUT
        case "EQUIPMENT", "GTIN" | "DROP" if row.is_empty is True:
            milestone = Milestone.EMPTY_RETURNED if after else None
        case "EQUIPMENT", "GTIN":
            milestone = None if after else Milestone.ORIGIN_GATE_IN
            return milestone, Status.IN_TRANSIT, None
        case "EQUIPMENT", "LOAD":
            milestone = Milestone.TRANSSHIPMENT_LOADED if loaded else Milestone.LOADED
        case "EQUIPMENT", "DISC":
            milestone = Milestone.DISCHARGED if at_final else Milestone.TRANSSHIPMENT_DISCHARGED
        case "EQUIPMENT", "AVPU":
            milestone = Milestone.AVAILABLE
        case "EQUIPMENT", "STRP":
            milestone = Milestone.DELIVERED if after else None
    return milestone, STATUS[milestone] if milestone else Status.UNKNOWN, None


def _event(row: Row, milestone: Milestone | None, kind: ExceptionKind | None) -> Event:
    return Event(
        **timed(row.moment),
        classifier=row.classifier,
        milestone=milestone,
        exception_kind=kind,
        raw_code=row.code or None,
        raw_subcode=row.document or row.kind or None,
        raw_text=row.text,
        place=row.place,
        source_event_id=row.id,
        mode=row.mode,
        vessel_name=row.vessel,
        vessel_imo=row.imo,
        voyage=row.voyage,
        equipment_ref=row.equipment,
        empty=row.is_empty,
        retracted=row.retracted,
        created_utc=row.created,
    )


def _ends(rows: list[Row]) -> tuple[str | None, str | None]:
    """The first and the last port: by number of call where given, else by time."""
    calls = [
        row
        for row in rows
        if row.spot
        and not row.retracted
        and (row.kind == "TRANSPORT" or row.code in ("LOAD", "DISC"))
        and (row.mode or "VESSEL").upper() in ("VESSEL", "BARGE", "1", "8")
    ]
    if not calls:
        return None, None
    numbered = all(row.sequence is not None for row in calls)
    calls.sort(key=lambda row: (row.sequence or 0) if numbered else 0)
    if not numbered:
        calls.sort(key=_when)
    leaving = [row for row in calls if row.code in ("LOAD", "DEPA")]
    arriving = [row for row in calls if row.code in ("DISC", "ARRI")]
    first = leaving[0].spot if leaving else None
    last = arriving[-1].spot if arriving else None
    if leaving and arriving and last == leaving[-1].spot != first:
        last = None  # it leaves again from where it last arrived: the destination has not been told
    return first, last


def _etas(rows: list[Row], origin: str | None, final: str | None) -> tuple[Eta, ...]:
    """Every date given for leaving and arriving, oldest statement first: planned, estimated, actual are a history."""
    found = []
    for row in rows:
        if row.kind != "TRANSPORT" or row.retracted or row.classifier is Classifier.ACTUAL:
            continue
        kind = {"ARRI": EtaKind.PORT_ARRIVAL, "DEPA": EtaKind.PORT_DEPARTURE}.get(row.code)
        if kind is None or row.spot != (final if kind is EtaKind.PORT_ARRIVAL else origin):
            continue
        when = row.moment.local
        found.append(Eta(kind, when, when, row.moment.basis, row.classifier.value, row.created))
    # Created first counts first, but an estimate outdoes any plan, even one that was made later.
    found.sort(key=lambda eta: (eta.source_label != Classifier.PLANNED.value, eta.created_utc or "", eta.latest))
    return tuple(found)


def _replaced(rows: list[Row]) -> list[Row]:
    """Of events with one id the last update counts; those that another event withdraws are marked."""
    withdrawn = {row.retracts for row in rows if row.retracts}
    newest: dict[Any, Row] = {}
    for number, row in enumerate(rows):
        key: Any = row.id or number
        if row.id in withdrawn:
            row = replace(row, retracted=True)  # noqa: PLW2901
        if key not in newest or (row.created or "") >= (newest[key].created or ""):
            newest[key] = row
    return [row for row in newest.values() if not row.retracts]
