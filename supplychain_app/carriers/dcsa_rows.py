"""Flattens DCSA events of 2.2, 3.0-Beta and 3.0 into one shape."""

from dataclasses import dataclass
from typing import Any

from supplychain_app.carriers import times
from supplychain_app.carriers.reading import at, country_of, items, plain, text_at
from supplychain_app.carriers.times import Moment
from supplychain_app.domain.shipments import Classifier, Place

CLASSIFIER = {
    "ACT": Classifier.ACTUAL,
    "EST": Classifier.ESTIMATED,
    "PLN": Classifier.PLANNED,
    "PLAN": Classifier.PLANNED,  # some lines write it so
    "REQ": Classifier.PLANNED,
}


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
    bookings: tuple[str, ...]  # every document that is named
    booking: str | None
    retracted: bool
    retracts: str | None

    @property
    def spot(self) -> str | None:
        """The port, by its code; by its name where a line gives no codes."""
        return self.place.unlocode or (self.place.text or "").casefold() or None


def flattened(item: dict[str, Any]) -> Row | None:
    """An event of 2.2, 3.0-Beta (`metadata` + `payload`) or 3.0 (`eventClassification`); None without a time."""
    if isinstance(item.get("payload"), dict) or isinstance(item.get("metadata"), dict):
        payload, metadata = (part if isinstance(part := item.get(k), dict) else {} for k in ("payload", "metadata"))
        item = {**payload, **metadata}
    if isinstance(item.get("eventClassification"), dict):
        item = {**item, **item["eventClassification"], **_parts_of_v3(item)}
    kind = (text_at(item, "eventType") or text_at(item, "eventTypeCode") or "").upper()
    names = ("transportEventTypeCode", "equipmentEventTypeCode", "shipmentEventTypeCode", "eventTypeCode")
    named = next((name for name in names if text_at(item, name)), "")
    if kind not in ("TRANSPORT", "EQUIPMENT", "SHIPMENT"):
        kind = named.removesuffix("EventTypeCode").upper() or kind
    code = (text_at(item, named) or "").upper() if named else ""
    moment = times.read(item.get("eventDateTime"), country=(_place(item).unlocode or "")[:2])
    created = times.read(item.get("eventUpdatedDateTime")) or times.read(item.get("eventCreatedDateTime"))
    if moment is None and text_at(item, "retractedEventID"):
        moment = created  # what withdraws another event needs no time of its own
    if moment is None:
        return None
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
        equipment=text_at(item, "equipmentReference") or _only_box(item),
        is_empty={"EMPTY": True, "LADEN": False}.get(empty),
        place=_place(item),
        sequence=_whole(at(call, "transportCallSequenceNumber")),
        mode=text_at(call, "modeOfTransport"),
        vessel=text_at(call, "vessel", "vesselName")
        or text_at(call, "vessel", "name")
        or text_at(call, "vesselTransport", "vesselName"),
        imo=text_at(call, "vessel", "vesselIMONumber") or text_at(call, "vesselTransport", "vesselIMONumber"),
        voyage=text_at(call, "exportVoyageNumber")
        or text_at(call, "carrierVoyageNumber")
        or text_at(call, "carrierExportVoyageNumber")
        or text_at(call, "exportVoyageNumberOrReference", "carrierVoyageNumber"),
        delay_reason=text_at(item, "delayReasonCode"),
        text=text_at(item, "changeRemark") or text_at(item, "reason") or text_at(item, "description"),
        references=_references(item),
        bookings=_bookings(item),
        booking=_booking(item),
        retracted=item.get("isRetracted") in (True, "true", "True"),
        retracts=text_at(item, "retractedEventID"),
    )


def _parts_of_v3(item: dict[str, Any]) -> dict[str, Any]:
    document = at(item, "shipmentDetails", "documentReference")
    equipment = at(item, "equipmentDetails")
    return {
        "documentTypeCode": at(item, "eventClassification", "documentTypeCode") or at(document, "typeCode"),
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


def _only_box(item: dict[str, Any]) -> str | None:
    """The container that an event's references name; a sailing that names several is told of all."""
    found = set()
    for row in items(item, "references"):
        kind = text_at(row, "referenceType") or text_at(row, "type") or text_at(row, "typeCode")
        if (kind or "").upper() == "EQ":
            found.add(text_at(row, "referenceValue") or text_at(row, "value") or text_at(row, "reference"))
    return found.pop() if len(found) == 1 else None


def _bookings(item: dict[str, Any]) -> tuple[str, ...]:
    found = [text_at(row, "documentReferenceValue") or text_at(row, "value")
             for row in items(item, "documentReferences") + items(item, "relatedDocumentReferences")]  # fmt: skip
    found += [text_at(item, "documentID"), plain(item.get("documentReference"))]
    return tuple(dict.fromkeys(value for value in found if value))


def _booking(item: dict[str, Any]) -> str | None:
    """The booking an event belongs to, where it names one."""
    for row in items(item, "documentReferences") + items(item, "relatedDocumentReferences"):
        if (text_at(row, "documentReferenceType") or text_at(row, "type") or "").upper() == "BKG":
            return text_at(row, "documentReferenceValue") or text_at(row, "value")
    is_own = (text_at(item, "documentTypeCode") or "").upper() == "BKG"
    return (text_at(item, "documentID") or text_at(item, "documentReference")) if is_own else None


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
