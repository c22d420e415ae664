"""Canada Post: the one carrier here that answers in XML, with local times and the letters of their zone."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any, ClassVar
from urllib.parse import quote

from supplychain_app.carriers import times
from supplychain_app.carriers.base import (
    AuthError,
    Call,
    ContractChanged,
    Fetched,
    InvalidNumber,
    NotFoundYet,
    Pace,
    Wanted,
    not_known,
)
from supplychain_app.carriers.http import HttpClient, judge
from supplychain_app.carriers.reading import at, events_of, items, place_of, text_at, timed, tree_of
from supplychain_app.carriers.words import first_match, trouble_of
from supplychain_app.domain.errors import CarrierError
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

BASE_URL = "https://soa-gw.canadapost.ca"
NAME = "Canada Post"
_XML = "application/vnd.cpc.track-v2+xml"

_Meaning = tuple[Status, Milestone | None]


def _codes(codes: str, status: Status, milestone: Milestone | None = None) -> dict[str, _Meaning]:
    return dict.fromkeys(codes.split(), (status, milestone))


S, M = Status, Milestone
EVENTS: dict[str, _Meaning] = {
    **_codes("3000 3001 3002", S.PRE_TRANSIT, M.LABEL_CREATED),
    **_codes("2300 400", S.IN_TRANSIT, M.PICKED_UP),
    **_codes("100 106 170 173 1100", S.IN_TRANSIT),
    **_codes("174 500", S.OUT_FOR_DELIVERY, M.OUT_FOR_DELIVERY),
    **_codes("1479 1488 1701", S.READY_FOR_PICKUP, M.AVAILABLE),
    **_codes("1408 1409 1421 1422 1423 1424 1425 1426 1427 1428 1429 1430 1431 1432 1433 1434 1441 1442 1496 1498 1499",
             S.DELIVERED, M.DELIVERED),
}  # fmt: skip
"""By `event-identifier`, without leading zeros."""

WORDS: tuple[tuple[str, _Meaning], ...] = (
    (r"return(ed|ing)? to (the )?sender", (S.RETURNING, None)),
    (r"out for delivery", (S.OUT_FOR_DELIVERY, M.OUT_FOR_DELIVERY)),
    (r"attempted delivery|delivery attempt|notice card", (S.DELIVERY_ATTEMPTED, M.ATTEMPTED)),
    (r"available for pick-?up|ready for pick-?up", (S.READY_FOR_PICKUP, M.AVAILABLE)),
    (r"^electronic information submitted|^order information|label created", (S.PRE_TRANSIT, M.LABEL_CREATED)),
    (r"released (by|from) customs|cleared customs", (S.IN_TRANSIT, M.CUSTOMS_RELEASED)),
    (r"held (by|at) customs|damaged|refused", (S.EXCEPTION, None)),
    (r"picked up by canada post|accepted at", (S.IN_TRANSIT, M.PICKED_UP)),
    (r"^item (processed|arrived|departed|in transit)|in transit", (S.IN_TRANSIT, None)),
)
"""For identifiers that are not listed: words may say where an item is, but never that it was delivered."""

_ZONES = {"NST": -210, "NDT": -150, "AST": -240, "ADT": -180, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300,
          "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "GMT": 0, "UTC": 0}  # fmt: skip
_NO_HISTORY = "4"  # message 004: no history for this number


def request(wanted: Wanted) -> Call:
    path = f"/vis/track/pin/{quote(wanted.number, safe='')}/detail"
    return Call("GET", path, headers={"Accept": _XML, "Accept-Language": "en-CA"}, is_xml=True)


def parse(answer: Any, number: str | None = None) -> TrackingReport:
    """Of the XML itself, or of the tree that was kept of it."""
    tree = tree_of(answer) if isinstance(answer, str | bytes) else answer
    detail = at(tree, "tracking-detail")
    if not isinstance(detail, dict):
        messages = items(tree, "messages", "message")
        raise (
            _failure(messages)
            if messages
            else ContractChanged(tr("The answer of {name} has no details in it.", name="Canada Post"))
        )
    return TrackingReport(units=(_unit(detail, number),))


class CanadaPost:
    """One number a call."""

    pace: ClassVar[Pace] = Pace(seconds_between=1.0, connections=2)

    def __init__(self, client: HttpClient):
        self._client = client

    def fetch(self, wanted: Sequence[Wanted]) -> Fetched:
        reply = self._client.send(request(wanted[0]))
        tree = tree_of(reply.data)
        messages = items(tree, "messages", "message")
        if messages and reply.status < 500 and reply.status not in (401, 403, 429):
            raise _failure(messages)
        judge(NAME, reply, now=self._client.now())
        return Fetched(parse(tree, wanted[0].number), (tree,))

    def test(self) -> str:
        with suppress(NotFoundYet, InvalidNumber):  # it knows the key, and not this number
            self.fetch([Wanted("0000000000000000")])
        return tr("{name} accepts the user and password.", name="Canada Post")


def _failure(messages: list[dict[str, Any]]) -> CarrierError:
    code = (text_at(messages, 0, "code") or "").lstrip("0")
    words = text_at(messages, 0, "description") or code
    if code.upper().startswith("AA") or "authentication" in (words or "").lower():
        return AuthError(tr("Canada Post refused the user or password. Enter them again in Settings → Carriers."))
    if code in ("", _NO_HISTORY):
        return not_known("Canada Post")
    return InvalidNumber(tr("{name} says: {words}", name="Canada Post", words=words))


def _unit(detail: dict[str, Any], number: str | None) -> UnitReport:
    events = events_of(_event, detail, "significant-events", "occurrence")
    is_there = any(event.status is S.DELIVERED for event in events)
    references = [text_at(detail, name) for name in ("customer-ref-1", "customer-ref-2")]
    changed = times.read(at(detail, "changed-expected-date"))
    return UnitReport(
        number=text_at(detail, "pin") or number or "",
        delay=Delay.DELAYED if changed and not is_there else Delay.NONE,
        delay_reason=text_at(detail, "changed-expected-delivery-reason") if changed and not is_there else None,
        raw_status=events[-1].raw_text if events else None,
        events=events,
        etas=() if is_there else _etas(detail),
        references=tuple(("PO", value) for value in references if value),
        destination=Place(postcode=text_at(detail, "destination-postal-id"), country="CA")
        if text_at(detail, "destination-postal-id")
        else Place(),
        service=text_at(detail, "service-name"),
    )


def _event(row: dict[str, Any]) -> Event | None:
    zone = (text_at(row, "event-time-zone") or "").upper()
    moment = times.joined(row.get("event-date"), row.get("event-time"), offset=_ZONES.get(zone))
    if moment is None:
        return None
    code, words = text_at(row, "event-identifier"), text_at(row, "event-description")
    status, milestone = EVENTS.get((code or "").lstrip("0")) or first_match(WORDS, words) or (S.UNKNOWN, None)
    return Event(
        **timed(moment),
        status=status,
        milestone=milestone,
        exception_kind=trouble_of(status, words),
        raw_code=code,
        raw_text=words,
        place=place_of(text_at(row, "event-site"), region=row.get("event-province")),
    )


def _etas(detail: dict[str, Any]) -> tuple[Eta, ...]:
    """The day that was expected first and the one it changed to: both are answers to "when?", in that order."""
    told = (times.read(at(detail, name)) for name in ("expected-delivery-date", "changed-expected-date"))
    return tuple(Eta(EtaKind.DELIVERY, day.day, day.day) for day in told if day)
