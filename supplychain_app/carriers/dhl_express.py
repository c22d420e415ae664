"""DHL Express MyDHL API, for shippers with an Express account: dates and times without any zone."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any, ClassVar

from supplychain_app.carriers import times
from supplychain_app.carriers.base import Call, ContractChanged, Fetched, NotFoundYet, Pace, Wanted, fetched, not_known
from supplychain_app.carriers.http import HttpClient, judge
from supplychain_app.carriers.reading import (
    at,
    counted_pieces,
    country_of,
    events_of,
    items,
    place_of,
    text_at,
    texts,
    timed,
)
from supplychain_app.carriers.words import trouble_of
from supplychain_app.domain.shipments import (
    Eta,
    EtaKind,
    Event,
    ExceptionKind,
    Milestone,
    Place,
    Status,
    TrackingReport,
    UnitReport,
)
from supplychain_app.language import tr

BASE_URL = "https://express.api.dhl.com/mydhlapi"

S, M = Status, Milestone
EVENTS: dict[str, tuple[Status, Milestone | None]] = {
    "SA": (S.IN_TRANSIT, M.PICKED_UP),
    "PU": (S.IN_TRANSIT, M.PICKED_UP),
    "DF": (S.IN_TRANSIT, M.DEPARTED),
    "PL": (S.IN_TRANSIT, None),
    "AF": (S.IN_TRANSIT, None),
    "AR": (S.IN_TRANSIT, M.ARRIVED),
    "CR": (S.IN_TRANSIT, M.CUSTOMS_RELEASED),
    "WC": (S.OUT_FOR_DELIVERY, M.OUT_FOR_DELIVERY),
    "OK": (S.DELIVERED, M.DELIVERED),
    "TD": (S.IN_TRANSIT, None),
    "IC": (S.IN_TRANSIT, None),
    "CC": (S.READY_FOR_PICKUP, M.AVAILABLE),
    "NH": (S.DELIVERY_ATTEMPTED, M.ATTEMPTED),
    "CA": (S.DELIVERY_ATTEMPTED, M.ATTEMPTED),  # the business was closed
    "OH": (S.EXCEPTION, None),
    "CM": (S.EXCEPTION, None),
    "DM": (S.EXCEPTION, None),
    "CD": (S.EXCEPTION, M.CUSTOMS_HOLD),
    "BA": (S.EXCEPTION, None),
    "RD": (S.EXCEPTION, None),
    "UD": (S.EXCEPTION, M.CUSTOMS_HOLD),
    "RT": (S.RETURNING, None),
}
"""By `typeCode`; those not listed stay unknown."""

K = ExceptionKind
_KINDS = {"BA": K.ADDRESS, "CM": K.ADDRESS, "RD": K.REFUSED, "UD": K.CUSTOMS_HOLD, "CD": K.CUSTOMS_HOLD,
          "DM": K.DAMAGED, "CA": K.RECIPIENT_ABSENT}  # fmt: skip


def request(wanted: Wanted) -> Call:
    return Call("GET", "/tracking", {"shipmentTrackingNumber": wanted.number, "trackingView": "all-checkpoints"})


def parse(answer: Any, number: str | None = None) -> TrackingReport:
    if not isinstance(at(answer, "shipments"), list | dict):
        if text_at(answer, "status") == "404":
            raise not_known("DHL Express")
        raise ContractChanged(tr("The answer of {name} has no shipments in it.", name="DHL Express"))
    return TrackingReport(units=tuple(_unit(row, number) for row in items(answer, "shipments")))


class DhlExpress:
    """One number a call."""

    pace: ClassVar[Pace] = Pace(seconds_between=1.0, per_day=500, connections=2)

    def __init__(self, client: HttpClient):
        self._client = client

    def fetch(self, wanted: Sequence[Wanted]) -> Fetched:
        reply = self._client.send(request(wanted[0]))
        judge("DHL Express", reply, now=self._client.now(), daily_quota=True)
        return fetched("DHL Express", parse(reply.data, wanted[0].number), wanted, reply.data)

    def test(self) -> str:
        with suppress(NotFoundYet):  # it knows the key, and not this number
            self.fetch([Wanted("0000000000")])
        return tr("{name} accepts the user and password.", name="DHL Express")


def _unit(row: dict[str, Any], number: str | None) -> UnitReport:
    pieces = tuple(name for piece in items(row, "pieces") for name in texts(piece, "trackingNumber"))
    eta = times.read(row.get("estimatedTimeOfDelivery") or row.get("estimatedDeliveryDate"))
    when = eta.told if eta else ""
    events = events_of(_event, row, "events")
    is_there = any(event.status is S.DELIVERED for event in events)
    return UnitReport(
        number=text_at(row, "shipmentTrackingNumber") or number or "",
        raw_status=events[-1].raw_text if events else None,  # its own status says "Success", of the asking
        events=events,
        etas=(Eta(EtaKind.DELIVERY, when, when, eta.basis),) if eta and not is_there else (),
        pieces=pieces or counted_pieces(row.get("numberOfPieces")),
        parts=_parts(row) if len(pieces) > 1 else (),
        origin=_place(at(row, "shipperDetails")),
        destination=_place(at(row, "receiverDetails")),
        references=tuple(("PO", value) for ref in items(row, "shipperReferences") for value in texts(ref, "value")),
    )


def _place(party: Any) -> Place:
    """Where a party is, never who."""
    address, area = at(party, "postalAddress"), text_at(party, "serviceArea", 0, "description")
    city = text_at(address, "cityName") or (area or "").rpartition("-")[0].strip() or area
    return place_of(city, at(address, "countryCode"), postcode=at(address, "postalCode"))


def _parts(row: dict[str, Any]) -> tuple[UnitReport, ...]:
    """Each piece that has events of its own."""
    return tuple(
        UnitReport(number=number, events=events)
        for piece in items(row, "pieces")
        if (number := text_at(piece, "trackingNumber")) and (events := events_of(_event, piece, "events"))
    )


def _kind(status: Status, code: str, words: str | None) -> ExceptionKind | None:
    return _KINDS.get(code) or trouble_of(status, words)


def _event(row: dict[str, Any]) -> Event | None:
    area = text_at(row, "serviceArea", 0, "description")  # "Brussels-BE", or "LEIPZIG - GERMANY"
    city, _, land = (area or "").rpartition("-")
    country = country_of(land.strip())
    moment = times.joined(row.get("date"), row.get("time"), offset=row.get("GMTOffset"), country=country)
    if moment is None:
        return None
    code = (text_at(row, "typeCode") or "").upper()
    status, milestone = EVENTS.get(code, (S.UNKNOWN, None))
    return Event(
        **timed(moment),
        status=status,
        milestone=milestone,
        exception_kind=_kind(status, code, text_at(row, "description")),
        raw_code=code or None,
        raw_text=text_at(row, "description"),
        place=place_of(city.strip() or area, country, text=area),
    )
