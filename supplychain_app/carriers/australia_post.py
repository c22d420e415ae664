"""Australia Post: ten numbers a call, words instead of codes, and consignments that hold several articles."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, ClassVar

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
    fetched,
    not_known,
)
from supplychain_app.carriers.http import HeaderAuth, HttpClient, judge
from supplychain_app.carriers.reading import at, code_of, events_of, items, place_of, text_at, timed
from supplychain_app.carriers.words import first_match, trouble_of
from supplychain_app.domain.errors import CarrierError
from supplychain_app.domain.shipments import Delay, Event, Milestone, Status, TrackingReport, UnitReport
from supplychain_app.language import tr

BASE_URL = "https://digitalapi.auspost.com.au/shipping/v1"
NAME = "Australia Post"

S, M = Status, Milestone
STATUS: dict[str, Status] = {
    "created": S.PRE_TRANSIT,
    "sealed": S.PRE_TRANSIT,
    "initiated": S.PRE_TRANSIT,
    "in transit": S.IN_TRANSIT,
    "possible delay": S.IN_TRANSIT,
    "awaiting collection": S.READY_FOR_PICKUP,
    "unsuccessful delivery": S.DELIVERY_ATTEMPTED,
    "delivered": S.DELIVERED,
    "cancelled": S.CANCELLED,
    "held by courier": S.EXCEPTION,
    "cannot be delivered": S.EXCEPTION,
    "article damaged": S.EXCEPTION,
}
"""Of an article or a consignment; "Track items for detailed delivery information" says nothing, and stays unknown."""

EVENTS: tuple[tuple[str, tuple[Status, Milestone | None]], ...] = (
    (r"return(ed|ing)? to sender", (S.RETURNING, None)),
    (r"^(article |item )?(on ?board|out)\b.* for delivery|^with driver", (S.OUT_FOR_DELIVERY, M.OUT_FOR_DELIVERY)),
    (r"^delivered\b", (S.DELIVERED, M.DELIVERED)),
    (r"(awaiting|ready for|available for) collection", (S.READY_FOR_PICKUP, M.AVAILABLE)),
    (r"^(delivery )?attempted|^unable to deliver|unsuccessful delivery", (S.DELIVERY_ATTEMPTED, M.ATTEMPTED)),
    (r"^(shipping|manifest|label)|information (received|approved|submitted)", (S.PRE_TRANSIT, M.LABEL_CREATED)),
    (r"^lodged|^accepted|^picked up|^received (and ready|by australia post)", (S.IN_TRANSIT, M.PICKED_UP)),
    (r"held (at|by|in) customs", (S.EXCEPTION, M.CUSTOMS_HOLD)),
    (r"cleared|clearance complete", (S.IN_TRANSIT, M.CUSTOMS_RELEASED)),
    (r"damaged", (S.EXCEPTION, None)),
    (r"in transit|processed|arrived|departed|transferred|being", (S.IN_TRANSIT, None)),
)  # fmt: skip
"""By an event's description: Australia Post gives events no code. Read top to bottom."""

_FINER = (S.OUT_FOR_DELIVERY, S.RETURNING)  # "in transit" covers these too: the newest event tells them
_NOT_TRACKABLE = "ESB-10002"


def auth(secrets: Mapping[str, str]) -> HeaderAuth:
    """Key and password as basic authentication, and the account the key belongs to."""
    pair = b64encode(f"{secrets['api_key']}:{secrets['password']}".encode()).decode()
    return HeaderAuth({"Authorization": f"Basic {pair}", "Account-Number": secrets["account_number"]})


def request(wanted: Sequence[Wanted]) -> Call:
    return Call("GET", "/track", {"tracking_ids": ",".join(one.number for one in wanted)})


def parse(answer: Any, number: str | None = None) -> TrackingReport:
    """Every article of every number; a number's errors beside the others' results."""
    results = at(answer, "tracking_results")
    if not isinstance(results, list | dict):
        errors = items(answer, "errors")
        raise (
            _failure(errors)
            if errors
            else ContractChanged(tr("The answer of {name} has no results in it.", name="Australia Post"))
        )
    units: list[UnitReport] = []
    failures: list[tuple[str, Exception]] = []
    for result in items(results):
        asked = text_at(result, "tracking_id") or number or ""
        errors, articles = items(result, "errors"), _articles(result)
        if errors or not articles:
            failures.append((asked, _failure(errors)))
        elif len(articles) == 1:
            units.append(_unit(articles[0], asked))
        else:
            units += [_unit(article, text_at(article, "article_id") or asked) for article in articles]
    return TrackingReport(tuple(units), tuple(failures))


class AustraliaPost:
    """Ten numbers a call, ten calls a minute."""

    pace: ClassVar[Pace] = Pace(seconds_between=6.0, batch=10, connections=1)

    def __init__(self, client: HttpClient):
        self._client = client

    def fetch(self, wanted: Sequence[Wanted]) -> Fetched:
        reply = self._client.send(request(wanted))
        if reply.status in (400, 404) and items(reply.data, "errors"):
            raise _failure(items(reply.data, "errors"))
        judge(NAME, reply, now=self._client.now())
        return fetched(NAME, parse(reply.data, wanted[0].number), wanted, reply.data)

    def test(self) -> str:
        with suppress(NotFoundYet, InvalidNumber):  # it knows the key, and not this number
            self.fetch([Wanted("0000000000")])
        return tr("{name} accepts the key.", name="Australia Post")


def _failure(errors: list[dict[str, Any]]) -> CarrierError:
    code = (text_at(errors, 0, "code") or text_at(errors, 0, "error_code") or "").upper()
    words = text_at(errors, 0, "message") or text_at(errors, 0, "name") or code
    if "UNAUTH" in code or code.startswith("401"):
        return AuthError(tr("{name} refused the key. Enter it again in Settings → Carriers.", name="Australia Post"))
    if code == _NOT_TRACKABLE:
        return InvalidNumber(tr("Australia Post cannot track this number: {words}", words=words))
    # Its "invalid tracking ID" is what it says of a number that is not lodged yet, too.
    return not_known("Australia Post")


def _articles(result: dict[str, Any]) -> list[dict[str, Any]]:
    """The articles of a number: its own, or those inside its consignments."""
    return [article for item in items(result, "trackable_items") for article in items(item, "items") or [item]]


def _unit(row: dict[str, Any], number: str) -> UnitReport:
    raw = text_at(row, "status")
    status = code_of(STATUS, (raw or "").lower())
    events = events_of(_event, row, "events")
    if status is S.IN_TRANSIT and events and events[-1].status in _FINER:
        status = events[-1].status
    return UnitReport(
        number=number,
        status=status or (S.UNKNOWN if raw else None),
        delay=Delay.DELAYED if (raw or "").lower() == "possible delay" else Delay.NONE,
        exception_kind=trouble_of(status, raw),
        raw_status=raw,
        events=events,
        service=text_at(row, "product_type"),
    )


def _event(row: dict[str, Any]) -> Event | None:
    moment = times.read(row.get("date"))
    if moment is None:
        return None
    words, location = text_at(row, "description"), text_at(row, "location")
    status, milestone = first_match(EVENTS, words) or (S.UNKNOWN, None)
    return Event(
        **timed(moment),
        status=status,
        milestone=milestone,
        exception_kind=trouble_of(status, words),
        raw_text=words,
        place=place_of(location, text=location),
    )
