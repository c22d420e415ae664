"""Royal Mail: one mail piece a call, with the last event and its category told in a summary."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any, ClassVar
from urllib.parse import quote

from supplychain_app.carriers import times
from supplychain_app.carriers.base import (
    Call,
    ContractChanged,
    Fetched,
    InvalidNumber,
    NotFoundYet,
    Pace,
    Wanted,
    fetched,
    not_known,
)
from supplychain_app.carriers.countries import TWO_LETTERS
from supplychain_app.carriers.http import HttpClient, judge
from supplychain_app.carriers.reading import at, code_of, events_of, items, place_of, text_at, timed
from supplychain_app.carriers.words import trouble_of
from supplychain_app.domain.errors import CarrierError
from supplychain_app.domain.shipments import Eta, EtaKind, Event, Milestone, Place, Status, TrackingReport, UnitReport
from supplychain_app.language import tr

BASE_URL = "https://api.royalmail.net/mailpieces/v2"
NAME = "Royal Mail"

S, M = Status, Milestone
STATUS: dict[str, Status] = {
    "sender dispatched": S.PRE_TRANSIT,
    "sender despatched": S.PRE_TRANSIT,
    "sender preparing": S.PRE_TRANSIT,
    "pre-advice": S.PRE_TRANSIT,
    "we have it": S.IN_TRANSIT,
    "we have your item": S.IN_TRANSIT,
    "in transit": S.IN_TRANSIT,
    "in-transit": S.IN_TRANSIT,
    "ready for delivery": S.IN_TRANSIT,
    "out for delivery": S.OUT_FOR_DELIVERY,
    "due for delivery": S.OUT_FOR_DELIVERY,
    "attempted delivery": S.DELIVERY_ATTEMPTED,
    "delivery attempted": S.DELIVERY_ATTEMPTED,
    "available for collection": S.READY_FOR_PICKUP,
    "ready for collection": S.READY_FOR_PICKUP,
    "delivered": S.DELIVERED,
    "return to sender": S.RETURNING,
    "returning to sender": S.RETURNING,
    "returned to sender": S.RETURNED,
    "held": S.EXCEPTION,
}
"""Of `statusCategory`, whatever its case."""

EVENTS: dict[str, tuple[Status, Milestone | None]] = {
    "EVPPA": (S.IN_TRANSIT, M.PICKED_UP),
    "EVDAC": (S.IN_TRANSIT, None),
    "EVIMC": (S.IN_TRANSIT, None),
    "EVNMI": (S.IN_TRANSIT, None),  # sent on after a mis-sort
    "EVGPD": (S.OUT_FOR_DELIVERY, M.OUT_FOR_DELIVERY),
    "EVKSP": (S.DELIVERED, M.DELIVERED),
    "EVKOP": (S.DELIVERED, M.DELIVERED),
}
"""By `eventCode`; those not listed stay unknown, and the category tells where the piece is."""

_UNKNOWN_PIECE = ("E1142", "E1144", "E1307")  # not recognised, or no scans to show yet


def request(wanted: Wanted) -> Call:
    path = f"/{quote(wanted.number, safe='')}/events"
    return Call("GET", path, headers={"X-Accept-RMG-Terms": "yes"})


def parse(answer: Any, number: str | None = None) -> TrackingReport:
    pieces = items(answer, "mailPieces")
    if not pieces:
        errors = items(answer, "errors")
        raise (
            _failure(errors)
            if errors
            else ContractChanged(tr("The answer of {name} has no mail piece in it.", name="Royal Mail"))
        )
    units = [_unit(piece, number) for piece in pieces if "summary" in piece or "events" in piece]
    failures: list[tuple[str, Exception]] = [
        (text_at(piece, "mailPieceId") or number or "", _failure(items(piece, "error") or items(piece, "errors")))
        for piece in pieces
        if not ("summary" in piece or "events" in piece)
    ]
    return TrackingReport(tuple(units), tuple(failures))


class RoyalMail:
    """One number a call."""

    pace: ClassVar[Pace] = Pace(seconds_between=1.0, per_day=1000, connections=2)

    def __init__(self, client: HttpClient):
        self._client = client

    def fetch(self, wanted: Sequence[Wanted]) -> Fetched:
        reply = self._client.send(request(wanted[0]))
        if reply.status in (400, 404) and items(reply.data, "errors"):
            raise _failure(items(reply.data, "errors"))
        judge(NAME, reply, now=self._client.now(), daily_quota=True)
        return fetched(NAME, parse(reply.data, wanted[0].number), wanted, reply.data)

    def test(self) -> str:
        with suppress(NotFoundYet, InvalidNumber):  # it knows the key, and not this number
            self.fetch([Wanted("AA000000005GB")])
        return tr("{name} accepts the client id and secret.", name="Royal Mail")


def _failure(errors: list[dict[str, Any]]) -> CarrierError:
    code = (text_at(errors, 0, "errorCode") or "").upper()
    if not code or code in _UNKNOWN_PIECE or code.startswith("404"):
        return not_known("Royal Mail")
    words = text_at(errors, 0, "errorDescription") or code
    return InvalidNumber(tr("{name} says: {words}", name="Royal Mail", words=words))


def _unit(piece: dict[str, Any], number: str | None) -> UnitReport:
    summary = at(piece, "summary")
    raw = text_at(summary, "statusCategory")
    status = code_of(STATUS, (raw or "").lower())
    words = text_at(summary, "statusDescription") or text_at(summary, "lastEventName") or raw
    return UnitReport(
        number=number or text_at(summary, "oneDBarcode") or text_at(piece, "mailPieceId") or "",
        status=status or (S.UNKNOWN if raw else None),
        exception_kind=trouble_of(status, words),
        raw_status=words,
        events=events_of(_event, piece, "events"),
        etas=_etas(at(piece, "estimatedDelivery")) if status is not S.DELIVERED else (),
        origin=Place(country=_country(summary, "originCountryCode")),
        destination=Place(country=_country(summary, "destinationCountryCode")),
        service=text_at(summary, "productName"),
    )


def _country(summary: Any, name: str) -> str | None:
    """Royal Mail writes three letters."""
    return TWO_LETTERS.get((text_at(summary, name) or "").upper())


def _event(row: dict[str, Any]) -> Event | None:
    moment = times.read(row.get("eventDateTime"))
    if moment is None:
        return None
    code, location = (text_at(row, "eventCode") or "").upper(), text_at(row, "locationName")
    status, milestone = EVENTS.get(code, (S.UNKNOWN, None))
    return Event(
        **timed(moment),
        status=status,
        milestone=milestone,
        raw_code=code or None,
        raw_text=text_at(row, "eventName"),
        place=place_of(location, text=location),
    )


def _etas(told: Any) -> tuple[Eta, ...]:
    """A day, and the window of that day where Royal Mail names one; its clock times carry an offset."""
    day = times.read(at(told, "date"))
    if day is None:
        return ()
    first = times.read(f"{day.day}T{text_at(told, 'startOfEstimatedWindow')}")
    last = times.read(f"{day.day}T{text_at(told, 'endOfEstimatedWindow')}")
    if first is None or last is None:
        return (Eta(EtaKind.DELIVERY, day.day, day.day),)
    return (Eta(EtaKind.DELIVERY, min(first.local, last.local), max(first.local, last.local), last.basis),)
