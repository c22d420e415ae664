"""USPS Tracking v3: local time without zone beside UTC, HTML in texts, and sixty calls an hour in all."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar
from urllib.parse import quote

from supplychain_app.carriers import times
from supplychain_app.carriers.base import (
    AuthError,
    Call,
    ContractChanged,
    Fetched,
    InvalidNumber,
    Pace,
    PermissionError_,
    RateLimited,
    Temporary,
    Wanted,
    fetched,
    not_known,
)
from supplychain_app.carriers.http import judge
from supplychain_app.carriers.oauth import OAuthClient
from supplychain_app.carriers.reading import at, events_of, items, place_of, plain, text_at, timed
from supplychain_app.carriers.times import Moment
from supplychain_app.carriers.words import first_match, says_late, trouble_of
from supplychain_app.domain.errors import CarrierError
from supplychain_app.domain.shipments import (
    Delay,
    Eta,
    EtaKind,
    Event,
    Milestone,
    Status,
    TrackingReport,
    UnitReport,
)
from supplychain_app.language import tr

BASE_URL = "https://apis.usps.com"
NAME = "USPS"

S, M = Status, Milestone
STATUS: dict[str, Status] = {
    "delivered": S.DELIVERED,
    "out for delivery": S.OUT_FOR_DELIVERY,
    "in transit": S.IN_TRANSIT,
    "in-transit": S.IN_TRANSIT,
    "accepted": S.IN_TRANSIT,
    "pre-shipment": S.PRE_TRANSIT,
    "available for pickup": S.READY_FOR_PICKUP,
    "delivery attempt": S.DELIVERY_ATTEMPTED,
    "alert": S.EXCEPTION,
    "return to sender": S.RETURNING,
}
_TO_SENDER = re.compile(r"\bto (original |the )?sender", re.IGNORECASE)
"""Delivered all right, but back where it came from."""
_GOING_BACK = re.compile(r"^return(ing)? to sender", re.IGNORECASE)
EVENTS: dict[str, tuple[Status, Milestone | None]] = {
    "GX": (S.PRE_TRANSIT, M.LABEL_CREATED),
    "MA": (S.PRE_TRANSIT, M.LABEL_CREATED),
    "03": (S.IN_TRANSIT, M.PICKED_UP),
    "SF": (S.IN_TRANSIT, M.DEPARTED),
    "10": (S.IN_TRANSIT, None),
    "A1": (S.IN_TRANSIT, None),
    "T1": (S.IN_TRANSIT, None),
    "TL": (S.IN_TRANSIT, None),
    "NT": (S.IN_TRANSIT, None),
    "07": (S.IN_TRANSIT, M.ARRIVED),
    "OF": (S.OUT_FOR_DELIVERY, M.OUT_FOR_DELIVERY),
    "01": (S.DELIVERED, M.DELIVERED),
}

WORDS: tuple[tuple[str, tuple[Status, Milestone | None]], ...] = (
    (r"^out for delivery", (S.OUT_FOR_DELIVERY, M.OUT_FOR_DELIVERY)),
    (r"^notice left|delivery attempt", (S.DELIVERY_ATTEMPTED, M.ATTEMPTED)),
    (r"available for pick-?up|ready for pick-?up", (S.READY_FOR_PICKUP, M.AVAILABLE)),
    (r"^(shipping label created|pre-shipment|shipment information sent)", (S.PRE_TRANSIT, M.LABEL_CREATED)),
    (r"^(accepted|usps in possession|(usps )?picked up|origin acceptance)", (S.IN_TRANSIT, M.PICKED_UP)),
    (r"customs clearance .*(complete|released)|released by customs|out of customs", (S.IN_TRANSIT, M.CUSTOMS_RELEASED)),
    (r"^held in customs", (S.EXCEPTION, M.CUSTOMS_HOLD)),
    (r"^return(ing)? to sender", (S.RETURNING, None)),
    (r"^(refused|undeliverable as addressed|insufficient address|no such number|addressee unknown|moved, left no add)",
     (S.EXCEPTION, None)),
    (r"^(arrived|departed|in transit|processed|inbound into customs|shipment received)\b", (S.IN_TRANSIT, None)),
)  # fmt: skip
"""For event codes that are not listed: words may say where a piece is, but never that it was delivered or returned."""


def token_call(client_id: str, client_secret: str) -> Call:
    form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret}
    return Call("POST", "/oauth2/v3/token", form=form)


def request(wanted: Wanted) -> Call:
    params = {"expand": "DETAIL"}
    if wanted.postcode:
        params["destinationZIPCode"] = wanted.postcode
    return Call("GET", f"/tracking/v3/tracking/{quote(wanted.number, safe='')}", params)


def parse(answer: Any, number: str | None = None) -> TrackingReport:
    """Of v3 (one object) or v3r2 (a list, in which single numbers may have failed)."""
    rows = items(answer)
    if not rows:
        raise ContractChanged(tr("The answer of {name} has no tracking in it.", name="USPS"))
    units: list[UnitReport] = []
    failures: list[tuple[str, Exception]] = []
    for row in rows:
        error = at(row, "error")
        if isinstance(error, str):  # of the token service: there is no number in it
            raise AuthError(tr("USPS refused the client id or secret. Enter them again in Settings → Carriers."))
        asked = text_at(row, "trackingNumber") or number or ""
        if isinstance(error, dict) or (text_at(row, "statusCode") or "").startswith("4"):
            failures.append((asked, _failure(error)))
        elif {"trackingNumber", "trackingEvents", "statusCategory", "status"} & row.keys():
            units.append(_unit(row, asked))
        else:
            raise ContractChanged(tr("The answer of {name} has no tracking in it.", name="USPS"))
    return TrackingReport(tuple(units), tuple(failures))


class Usps:
    """One number a call; the token counts among the calls of an hour."""

    pace: ClassVar[Pace] = Pace(seconds_between=1.0, per_hour=50, connections=1)

    def __init__(self, oauth: OAuthClient):
        self._oauth = oauth

    def fetch(self, wanted: Sequence[Wanted]) -> Fetched:
        self._check_scope()
        reply = self._oauth.send(request(wanted[0]))
        judge(NAME, reply, now=self._oauth.client.now())
        return fetched(NAME, parse(reply.data, wanted[0].number), wanted, reply.data)

    def test(self) -> str:
        self._check_scope()
        return tr("{name} accepts the client id and secret, for tracking.", name="USPS")

    def _check_scope(self) -> None:
        scope = self._oauth.token().scope
        if scope is not None and "tracking" not in scope:
            raise PermissionError_(tr("This USPS key may not track. Ask USPS to add the tracking scope to your app."))


def _failure(error: Any) -> CarrierError:
    code = text_at(error, "code") or text_at(error, "errors", 0, "status") or "404"
    if code.startswith("404"):
        return not_known("USPS")
    if code.startswith("401"):
        return AuthError(tr("{name} refused the key. Enter it again in Settings → Carriers.", name="USPS"))
    if code.startswith("403"):
        return PermissionError_(tr("USPS does not let this key see that number: it is for labels of one's own."))
    if code.startswith("429"):
        return RateLimited(tr("{name} asks us to wait.", name="USPS"))
    if code.startswith("5"):
        return Temporary(tr("{name} has trouble of its own. It is tried again later.", name="USPS"))
    return InvalidNumber(tr("{name} says: {words}", name="USPS", words=text_at(error, "message") or code))


def _unit(row: dict[str, Any], number: str) -> UnitReport:
    raw = text_at(row, "statusCategory")
    status = STATUS.get((raw or "").lower())
    words = text_at(row, "status")
    if status is S.DELIVERED and _TO_SENDER.search(words or ""):
        status = S.RETURNED
    if status is S.EXCEPTION and _GOING_BACK.search(words or ""):
        status = S.RETURNING
    is_late = status is S.IN_TRANSIT and says_late(words)
    return UnitReport(
        number=number,
        status=status or (S.UNKNOWN if raw else None),
        delay=Delay.DELAYED if is_late else Delay.NONE,
        delay_reason=words if is_late else None,
        exception_kind=trouble_of(status, words),
        raw_status=text_at(row, "status") or raw,
        events=events_of(_event, row, "trackingEvents"),
        etas=_etas(row) if status not in (S.DELIVERED, S.RETURNED) else (),
        origin=place_of(
            text_at(row, "originCity"),
            row.get("originCountry"),
            region=at(row, "originState"),
            postcode=at(row, "originZIP"),
        ),
        destination=place_of(
            text_at(row, "destinationCity"),
            row.get("destinationCountryCode"),
            region=at(row, "destinationState"),
            postcode=at(row, "destinationZIP"),
        ),
        service=text_at(row, "mailClass"),
    )


def _event(row: dict[str, Any]) -> Event | None:
    country = plain(row.get("eventCountry"))
    moment = _moment(row)
    if moment is None:
        return None
    code = (text_at(row, "eventCode") or "").upper()
    words = text_at(row, "eventType")
    status, milestone = EVENTS.get(code) or first_match(WORDS, words) or (S.UNKNOWN, None)
    if status is S.DELIVERED and _TO_SENDER.search(words or ""):
        status, milestone = S.RETURNED, M.RETURNED
    return Event(
        **timed(moment),
        status=status,
        milestone=milestone,
        exception_kind=trouble_of(status, words),
        raw_code=code or None,
        raw_subcode=text_at(row, "actionCode") or text_at(row, "reasonCode"),
        raw_text=words,
        place=place_of(
            text_at(row, "eventCity"),
            country,
            region=row.get("eventState"),
            postcode=row.get("eventZIP") or row.get("eventZIPCode"),
        ),
    )


def _moment(row: Mapping[str, Any]) -> Moment | None:
    local = times.read(row.get("eventTimestamp"), offset=row.get("GMTOffset"))
    if local is None or local.utc or len(local.local) == 10:
        return local or times.read(row.get("GMTTimestamp"))
    return times.beside(local, times.read(row.get("GMTTimestamp"), offset="Z"))


def _etas(row: Mapping[str, Any]) -> tuple[Eta, ...]:
    """What USPS guarantees, expects and predicts, each by its name; the prediction last, as the one that counts."""
    more = at(row, "deliveryDateExpectation")
    told = (
        ("guaranteed", row.get("guaranteedDeliveryTimeStamp") or at(more, "guaranteedDeliveryDate")),
        ("expected", row.get("expectedDeliveryTimeStamp") or at(more, "expectedDeliveryDate")),
        (
            "predicted",
            row.get("predictedDeliveryDate")
            or row.get("predictedDeliveryTimeStamp")
            or at(more, "predictedDeliveryDate"),
        ),
    )
    found = []
    for label, value in told:
        moment = times.read(value)
        if moment:
            when = moment.told
            first, last = when, when
            if label == "predicted":
                first, last = (_bound(moment, row.get(f"predictedDeliveryWindow{end}Time")) for end in ("Start", "End"))
            found.append(Eta(EtaKind.DELIVERY, min(first, last), max(first, last), moment.basis, label))
    return tuple(found)


def _bound(day: Moment, clock: Any) -> str:
    """One end of the predicted window, a clock time or a whole timestamp; the day itself without one."""
    if not plain(clock):
        return day.told
    return (times.read(clock) or times.joined(day.day, clock) or day).told
