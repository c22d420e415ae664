"""What DCSA events mean, whichever version they came in: milestones, statuses, ETAs and order references."""

from dataclasses import dataclass, replace
from typing import Any

from supplychain_app.carriers import times
from supplychain_app.carriers.base import Wanted
from supplychain_app.carriers.reading import at, country_of, in_order, items, plain, text_at, timed
from supplychain_app.carriers.times import Moment
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

CLASSIFIER = {
    "ACT": Classifier.ACTUAL,
    "EST": Classifier.ESTIMATED,
    "PLN": Classifier.PLANNED,
    "PLAN": Classifier.PLANNED,  # some lines write it so
    "REQ": Classifier.PLANNED,
}
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
_AFTER_CUSTOMS = (Status.READY_FOR_PICKUP, Status.OUT_FOR_DELIVERY, Status.DELIVERED)


@dataclass(frozen=True, slots=True)
class Row:
    """One event of any version, flat."""

    id: str | None
    kind: str  # TRANSPORT, EQUIPMENT, SHIPMENT
    code: str
    document: str
    classifier: Classifier
    moment: Moment
    created: str | None
    equipment: str | None
    is_empty: bool | None
    place: Place
    sequence: int | None
    mode: str | None
    vessel: str | None
    imo: str | None
    voyage: str | None
    delay_reason: str | None
    text: str | None
    references: tuple[tuple[str, str], ...]
    bookings: tuple[str, ...]
    retracted: bool
    retracts: str | None


def flattened(item: dict[str, Any]) -> Row | None:
    """An event of 2.2, 3.0-Beta (`metadata` + `payload`) or 3.0 (`eventClassification`); None without a time."""
    if isinstance(item.get("payload"), dict):
        item = {**item["payload"], **(item["metadata"] if isinstance(item.get("metadata"), dict) else {})}
    if isinstance(item.get("eventClassification"), dict):
        item = {**item, **item["eventClassification"], **_parts_of_v3(item)}
    kind = (text_at(item, "eventType") or text_at(item, "eventTypeCode") or "").upper()
    names = ("transportEventTypeCode", "equipmentEventTypeCode", "shipmentEventTypeCode", "eventTypeCode")
    named = next((name for name in names if text_at(item, name)), "")
    if kind not in ("TRANSPORT", "EQUIPMENT", "SHIPMENT"):
        kind = named.removesuffix("EventTypeCode").upper() or kind
    code = (text_at(item, named) or "").upper() if named else ""
    moment = times.read(item.get("eventDateTime"), country=(_place(item).unlocode or "")[:2])
    if moment is None:
        return None
    created = times.read(item.get("eventUpdatedDateTime")) or times.read(item.get("eventCreatedDateTime"))
    call = at(item, "transportCall")
    empty = (text_at(item, "emptyIndicatorCode") or "").upper()
    return Row(
        id=text_at(item, "eventID"),
        kind=kind,
        code=code,
        document=(text_at(item, "documentTypeCode") or "").upper(),
        classifier=CLASSIFIER.get((text_at(item, "eventClassifierCode") or "").upper(), Classifier.PLANNED),
        moment=moment,
        created=(created.utc or created.local) if created else None,
        equipment=text_at(item, "equipmentReference") or _reference(item, "EQ"),
        is_empty={"EMPTY": True, "LADEN": False}.get(empty),
        place=_place(item),
        sequence=_whole(at(call, "transportCallSequenceNumber")),
        mode=text_at(call, "modeOfTransport"),
        vessel=text_at(call, "vessel", "vesselName") or text_at(call, "vesselTransport", "vesselName"),
        imo=text_at(call, "vessel", "vesselIMONumber") or text_at(call, "vesselTransport", "vesselIMONumber"),
        voyage=text_at(call, "exportVoyageNumber")
        or text_at(call, "carrierVoyageNumber")
        or text_at(call, "exportVoyageNumberOrReference", "carrierVoyageNumber"),
        delay_reason=text_at(item, "delayReasonCode"),
        text=text_at(item, "changeRemark") or text_at(item, "reason") or text_at(item, "description"),
        references=_references(item),
        bookings=_bookings(item),
        retracted=item.get("isRetracted") in (True, "true", "True"),
        retracts=text_at(item, "retractedEventID"),
    )


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
    units = tuple(_unit(box, shared + [row for row in rows if row.equipment == box]) for box in boxes)
    if wanted and wanted.kind != "container" and len(units) == 1:  # the booking is what the user follows
        return TrackingReport(units=(replace(units[0], number=number, pieces=(boxes[0],)),))
    return TrackingReport(units=units)


def _unit(number: str, rows: list[Row]) -> UnitReport:
    origin, final = _ends(rows)
    events = _told(rows, origin, final)
    live = [event for event in events if not event.retracted]
    delays = [row for row in rows if row.delay_reason and not row.retracted and row.classifier is not Classifier.ACTUAL]
    references = {reference for row in rows for reference in row.references}
    return UnitReport(
        number=number,
        delay=Delay.DELAYED if delays else Delay.NONE,
        delay_reason=delays[-1].delay_reason if delays else None,
        raw_status=next((e.raw_code for e in reversed(live) if e.classifier is Classifier.ACTUAL), None),
        events=tuple(events),
        etas=_etas(rows, origin, final),
        references=tuple(sorted(references)),
        origin=next((row.place for row in rows if row.place.unlocode == origin), Place()),
        destination=next((row.place for row in rows if row.place.unlocode == final), Place()),
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
    here = row.place.unlocode
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
        case ("SHIPMENT", "HOLD") | ("EQUIPMENT", "CUSS" | "CUSI"):
            return Milestone.CUSTOMS_HOLD, Status.EXCEPTION, ExceptionKind.CUSTOMS_HOLD
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
        if row.place.unlocode
        and not row.retracted
        and (row.kind == "TRANSPORT" or row.code in ("LOAD", "DISC"))
        and (row.mode or "VESSEL").upper() in ("VESSEL", "BARGE", "1", "8")
    ]
    if not calls:
        return None, None
    numbered = all(row.sequence is not None for row in calls)
    calls.sort(key=lambda row: (row.sequence or 0) if numbered else 0)
    if not numbered:
        calls.sort(key=lambda row: row.moment.utc or row.moment.local)
    leaving = [row for row in calls if row.code in ("LOAD", "DEPA")]
    arriving = [row for row in calls if row.code in ("DISC", "ARRI")]
    first = leaving[0].place.unlocode if leaving else None
    last = arriving[-1].place.unlocode if arriving else None
    if leaving and arriving and last == leaving[-1].place.unlocode != first:
        last = None  # it leaves again from where it last arrived: the destination has not been told
    return first, last


def _etas(rows: list[Row], origin: str | None, final: str | None) -> tuple[Eta, ...]:
    """Every date given for leaving and arriving, oldest statement first: planned, estimated, actual are a history."""
    found = []
    for row in rows:
        if row.kind != "TRANSPORT" or row.retracted or row.classifier is Classifier.ACTUAL:
            continue
        kind = {"ARRI": EtaKind.PORT_ARRIVAL, "DEPA": EtaKind.PORT_DEPARTURE}.get(row.code)
        if kind is None or row.place.unlocode != (final if kind is EtaKind.PORT_ARRIVAL else origin):
            continue
        when = row.moment.local
        found.append(Eta(kind, when, when, row.moment.basis, row.classifier.value, row.created))
    # Created first counts first; without a date of creation an estimate outdoes a plan.
    found.sort(key=lambda eta: (eta.created_utc or "", eta.source_label != Classifier.PLANNED.value, eta.latest))
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


def _parts_of_v3(item: dict[str, Any]) -> dict[str, Any]:
    document = at(item, "shipmentDetails", "documentReference")
    equipment = at(item, "equipmentDetails")
    return {
        "documentTypeCode": at(document, "typeCode"),
        "documentReference": at(document, "reference"),
        "references": at(item, "shipmentDetails", "shipmentReferences"),
        "transportCall": at(item, "transportDetails", "transportCall"),
        "equipmentReference": at(equipment, "equipmentReference"),
        "emptyIndicatorCode": at(equipment, "emptyIndicatorCode"),
        "eventType": at(item, "eventClassification", "eventTypeCode"),
        "eventTypeCode": None,
    }


def _references(item: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    found = []
    for row in items(item, "references"):
        kind = text_at(row, "referenceType") or text_at(row, "type") or text_at(row, "typeCode")
        value = text_at(row, "referenceValue") or text_at(row, "value") or text_at(row, "reference")
        if kind and value and kind.upper() != "EQ":
            found.append((kind.upper(), value))
    return tuple(found)


def _reference(item: dict[str, Any], wanted: str) -> str | None:
    for row in items(item, "references"):
        kind = text_at(row, "referenceType") or text_at(row, "type") or text_at(row, "typeCode")
        if (kind or "").upper() == wanted:
            return text_at(row, "referenceValue") or text_at(row, "value") or text_at(row, "reference")
    return None


def _bookings(item: dict[str, Any]) -> tuple[str, ...]:
    found = [text_at(row, "documentReferenceValue") or text_at(row, "value")
             for row in items(item, "documentReferences") + items(item, "relatedDocumentReferences")]  # fmt: skip
    found += [text_at(item, "documentID"), plain(item.get("documentReference"))]
    return tuple(dict.fromkeys(value for value in found if value))


def _place(item: dict[str, Any]) -> Place:
    call = at(item, "transportCall")
    spots = (at(item, "eventLocation"), at(call, "location"), call)
    code = next((c for spot in spots if (c := text_at(spot, "UNLocationCode"))), None)
    name = next((n for spot in spots[:2] if (n := text_at(spot, "locationName"))), None)
    facility = next((f for spot in spots if (f := text_at(spot, "facilityCode"))), None)
    country = country_of(code[:2]) if code else None
    return Place(text=name, city=name, country=country, unlocode=code.upper() if code else None, facility_code=facility)


def _whole(value: Any) -> int | None:
    text = plain(value)
    return int(text) if text and text.isdecimal() and len(text) < 6 else None
