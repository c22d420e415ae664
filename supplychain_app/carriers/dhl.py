"""DHL Shipment Tracking Unified: one interface for Express, Parcel, eCommerce, Freight and Global Forwarding."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from supplychain_app.carriers import times
from supplychain_app.carriers.base import Call, ContractChanged, Fetched, NotFoundYet, Pace, Wanted, fetched, not_known
from supplychain_app.carriers.http import HttpClient, judge
from supplychain_app.carriers.reading import (
    at,
    code_of,
    counted_pieces,
    country_of,
    in_order,
    items,
    place_of,
    plain,
    text_at,
    texts,
    timed,
    told_apart,
)
from supplychain_app.carriers.words import says_late, trouble_of
from supplychain_app.domain.shipments import (
    Delay,
    Eta,
    EtaKind,
    Event,
    Milestone,
    Place,
    Status,
    TrackingReport,
    UnitReport,
)
from supplychain_app.language import tr

BASE_URL = "https://api-eu.dhl.com"

SERVICES = (
    "express", "parcel-de", "ecommerce", "ecommerce-europe", "dgf", "parcel-uk", "post-de", "sameday", "freight",
    "parcel-nl", "parcel-pl", "dsc", "svb",
)  # fmt: skip
"""The divisions that DHL's interface can be asked for."""

STATUS: dict[str, Status] = {
    "pre-transit": Status.PRE_TRANSIT,
    "transit": Status.IN_TRANSIT,
    "delivered": Status.DELIVERED,
    "failure": Status.EXCEPTION,
    "unknown": Status.UNKNOWN,
}

_THERE = (Status.DELIVERED, Status.RETURNED)
_RETURN = re.compile(r"return(ed|ing)? to (the )?(shipper|sender)|(zurück an|retoure).*absender|zurückgesandt")
_AT_SENDER = re.compile(r"returned to (the )?(shipper|sender)|delivered to (the )?(original )?sender")
# Words refine a milestone, and never override the code.
_MILESTONES: tuple[tuple[str, str, Milestone], ...] = (
    ("pre-transit", r"", Milestone.LABEL_CREATED),
    ("delivered", r"", Milestone.DELIVERED),
    ("transit", r"out for delivery|with (delivery )?courier|(onto|into) the delivery vehicle|zustellfahrzeug geladen",
     Milestone.OUT_FOR_DELIVERY),
    ("transit", r"ready (for|to be) (pick|collect)|available for (pick|collection)|zur abholung bereit",
     Milestone.AVAILABLE),
    ("transit", r"picked up|shipment collected|wurde abgeholt", Milestone.PICKED_UP),
    ("transit", r"clearance .*complete|cleared customs|released by customs", Milestone.CUSTOMS_RELEASED),
    ("transit", r"^(shipment has )?departed|^departure from origin", Milestone.DEPARTED),
    ("transit", r"^arrived at (the )?(delivery|destination)", Milestone.ARRIVED),
)  # fmt: skip


def request(wanted: Wanted) -> Call:
    params = {"trackingNumber": wanted.number}
    if wanted.service in SERVICES:  # another source may have told a service of its own
        params["service"] = wanted.service
    if wanted.postcode:
        params["recipientPostalCode"] = wanted.postcode
    return Call("GET", "/track/shipments", params | {"language": "en"})


def parse(answer: Any, number: str | None = None) -> TrackingReport:
    """Every shipment of an answer apart; ContractChanged when there is no list of shipments."""
    if not isinstance(answer, dict) or not isinstance(answer.get("shipments"), list | dict):
        if text_at(answer, "status") == "404":
            raise not_known("DHL")
        raise ContractChanged(tr("The answer of {name} has no shipments in it.", name="DHL"))
    shipments = items(answer, "shipments")
    units = told_apart(_unit(shipment, number) for shipment in shipments)
    others = texts(answer, "possibleAdditionalShipmentsUrl")
    notes = tuple(tr("DHL has another shipment under this number: {other}", other=_service_in(url)) for url in others)
    return TrackingReport(units=units, notes=notes)


class Dhl:
    """One number a call, five seconds apart, 250 a day to start with."""

    pace: ClassVar[Pace] = Pace(
        seconds_between=5.0,
        per_day=250,
        connections=2,
        slowest_refresh_hours=2.7,  # DHL answers ten times a day for one shipment; waits vary by a tenth
    )

    def __init__(self, client: HttpClient, settings: Mapping[str, str]):
        self._client = client

    def fetch(self, wanted: Sequence[Wanted]) -> Fetched:
        reply = self._client.send(request(wanted[0]))
        judge("DHL", reply, now=self._client.now(), daily_quota=True)
        return fetched("DHL", parse(reply.data, wanted[0].number), wanted, reply.data)

    def test(self) -> str:
        reply = self._client.send(request(Wanted("0000000000")))
        try:
            judge("DHL", reply, now=self._client.now(), daily_quota=True)
        except NotFoundYet:  # it knows the key, and not this number: all is well
            if reply.data is None:
                raise
        return tr("{name} accepts the key.", name="DHL")


def _unit(shipment: dict[str, Any], number: str | None) -> UnitReport:
    current = at(shipment, "status")
    origin, destination = _place(at(shipment, "origin")), _place(at(shipment, "destination"))
    found = plain(shipment.get("id")) or number or ""
    service = text_at(shipment, "service")
    words = _words(current)
    code = text_at(current, "statusCode")
    status = code_of(STATUS, code)
    events = [event for event in map(_event, items(shipment, "events")) if event]
    if isinstance(current, dict):
        headline = _event(current)
        if headline and not any(_same(headline, event) for event in events):
            events.append(headline)
    references = [
        (text_at(item, "type") or "", value) for item in items(shipment, "details", "references")
        if (value := text_at(item, "number"))
    ]  # fmt: skip
    status = _turned_back(status, words)
    pieces = tuple(texts(shipment, "details", "pieceIds"))
    is_late = status is Status.IN_TRANSIT and any(says_late(text_at(current, n)) for n in ("description", "status"))
    return UnitReport(
        number=found,
        unique_id=f"{found}/{service}" if service else "",
        status=status if status else (Status.UNKNOWN if code else None),
        delay=Delay.DELAYED if is_late else Delay.NONE,
        delay_reason=text_at(current, "description") if is_late else None,
        exception_kind=trouble_of(status, words),
        raw_status=text_at(current, "description") or text_at(current, "status") or code,
        events=in_order(events),
        etas=(*_route_etas(shipment), *_etas(shipment)) if status not in _THERE else (),
        references=tuple(("PO" if _is_customers(kind) else kind, value) for kind, value in references),
        pieces=pieces or counted_pieces(at(shipment, "details", "totalNumberOfPieces")),
        parts=_parts(shipment, pieces, status) if len(pieces) > 1 else (),
        origin=origin,
        destination=destination,
        service=service,
    )


def _parts(shipment: dict[str, Any], pieces: Sequence[str], whole: Status | None) -> tuple[UnitReport, ...]:
    """Each piece by the events that name it; none where the events name no pieces."""
    rows = [(event, texts(row, "pieceIds")) for row in items(shipment, "events") if (event := _event(row))]
    if not any(named for _, named in rows):
        return ()
    return tuple(
        UnitReport(
            number=piece,
            status=whole if whole is Status.DELIVERED else None,
            events=in_order([event for event, named in rows if piece in named or not named]),
        )
        for piece in dict.fromkeys(pieces)
    )


def _event(row: dict[str, Any]) -> Event | None:
    place = _place(row.get("location"))
    moment = times.read(row.get("timestamp"), country=place.country)
    if moment is None:
        return None
    code = text_at(row, "statusCode")
    words = _words(row)
    status = _turned_back(code_of(STATUS, code), words) or Status.UNKNOWN
    milestone = next(
        (m for c, pattern, m in _MILESTONES if c == (code or "").lower() and re.search(pattern, words)), None
    )
    if status is Status.RETURNED:
        milestone = Milestone.RETURNED
    return Event(
        **timed(moment),
        status=status,
        milestone=milestone,
        exception_kind=trouble_of(status, words),
        raw_code=None,  # DHL's code only names the class: two different scans share it, so the text tells them apart
        raw_subcode=code,
        raw_text=text_at(row, "description") or text_at(row, "status"),
        place=place,
    )


def _turned_back(status: Status | None, words: str) -> Status | None:
    """A failure or a delivery whose words say that the goods go, or went, back."""
    if status is Status.EXCEPTION and _RETURN.search(words):
        return Status.RETURNING
    return Status.RETURNED if status is Status.DELIVERED and _AT_SENDER.search(words) else status


def _etas(shipment: dict[str, Any]) -> tuple[Eta, ...]:
    frame = at(shipment, "estimatedDeliveryTimeFrame")
    latest = times.read(at(frame, "estimatedThrough")) or times.read(shipment.get("estimatedTimeOfDelivery"))
    if latest is None:
        return ()
    earliest = times.read(at(frame, "estimatedFrom")) or latest
    first, last = (moment.told for moment in (earliest, latest))
    label = text_at(shipment, "estimatedTimeOfDeliveryRemark")
    return (Eta(EtaKind.DELIVERY, min(first, last), max(first, last), latest.basis, label),)


def _route_etas(shipment: dict[str, Any]) -> tuple[Eta, ...]:
    """Of freight: when its first leg leaves and its last one arrives."""
    legs = items(shipment, "details", "dgf:routes")
    leaving = [times.read(leg.get("dgf:estimatedDepartureDate")) for leg in legs]
    arriving = [times.read(leg.get("dgf:estimatedArrivalDate")) for leg in legs]
    told = (
        (EtaKind.PORT_DEPARTURE, min((one for one in leaving if one), key=lambda one: one.local, default=None)),
        (EtaKind.PORT_ARRIVAL, max((one for one in arriving if one), key=lambda one: one.local, default=None)),
    )
    return tuple(Eta(kind, when.told, when.told, when.basis) for kind, when in told if when)


def _same(first: Event, second: Event) -> bool:
    return first.occurred_local == second.occurred_local and first.raw_subcode == second.raw_subcode


def _place(value: Any) -> Place:
    address = at(value, "address")
    text = text_at(address, "addressLocality")
    city = text.split(" - ")[0] if text else None  # "LEIPZIG - GERMANY"
    return place_of(city, country_of(at(address, "countryCode")), postcode=at(address, "postalCode"), text=text)


def _words(row: Any) -> str:
    return " ".join(text_at(row, name) or "" for name in ("description", "status", "remark")).strip().lower()


def _is_customers(kind: str) -> bool:
    return kind.casefold() == "customer-reference" or "order" in kind


def _service_in(url: str) -> str:
    found = re.search(r"service=([\w-]+)", url)
    return found[1] if found else tr("service not named")
