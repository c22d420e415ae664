"""DCSA Track & Trace for ocean lines: versions 2.2, 3.0-Beta and 3.0, told apart by what the answer looks like."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urljoin, urlsplit

from supplychain_app.carriers.base import (
    Call,
    ConfigError,
    ContractChanged,
    Fetched,
    NotFoundYet,
    Pace,
    Wanted,
    not_known,
)
from supplychain_app.carriers.dcsa_events import report_of
from supplychain_app.carriers.dcsa_rows import Row, flattened
from supplychain_app.carriers.http import HttpClient, Reply, judge
from supplychain_app.carriers.oauth import OAuthClient
from supplychain_app.carriers.reading import at, items, text_at
from supplychain_app.domain.errors import CarrierError
from supplychain_app.domain.shipments import TrackingReport
from supplychain_app.language import tr

PAGES = 20
_LIMIT = "100"


def request(wanted: Wanted, settings: Mapping[str, str] | None = None) -> Call:
    """A container is a box that travels again and again: its booking or bill of lading goes with it when known."""
    settings = settings or {}
    params = {"limit": _LIMIT}
    booking = settings.get("booking_parameter", "carrierBookingReference")
    if wanted.kind == "container":
        params["equipmentReference"] = wanted.number
        if wanted.reference:
            params[booking] = wanted.reference
        elif settings.get("needs_booking") == "yes":
            raise ConfigError(tr("This line needs the booking beside the container number. Enter it on the shipment."))
    elif wanted.kind == "bill_of_lading":
        params[settings.get("document_parameter", "transportDocumentReference")] = wanted.number
    else:
        params[booking] = wanted.number
    version = settings.get("api_version")
    return Call("GET", settings.get("path", "/v2/events"), params, headers={"API-Version": version} if version else {})


def parse(answer: Any, wanted: Wanted | None = None) -> TrackingReport:
    """The units of one answer, or of several pages laid end to end; ContractChanged when it holds no events."""
    return report_of(list(_rows_of(answer)), wanted)


class Dcsa:
    """An ocean line; which one, its address and how to sign in are data (carriers/presets.py)."""

    pace: ClassVar[Pace] = Pace(seconds_between=6.0, connections=2)

    def __init__(self, client: HttpClient, settings: Mapping[str, str], oauth: OAuthClient | None = None):
        self._client = client
        self._oauth = oauth
        self._settings = settings

    def fetch(self, wanted: Sequence[Wanted]) -> Fetched:
        one = wanted[0]
        before = self._client.calls
        call: Call | None = request(one, self._settings)
        rows: list[Row] = []
        payloads: list[Any] = []
        asked: set[str] = set()
        while call is not None and len(payloads) < PAGES:
            reply = self._send(call)
            judge(self._client.name, reply, now=self._client.now())
            rows += _rows_of(reply.data)
            payloads.append(reply.data)
            asked.add(_page_name(call))
            call = _next(call, reply)
            if call is not None and _page_name(call) in asked:
                break
        if not rows:
            raise not_known(self._client.name)
        report = report_of(rows, one)
        return Fetched(report, (payloads if len(payloads) > 1 else payloads[0],), self._client.calls - before)

    def test(self) -> str:
        wanted = Wanted(self._settings.get("test_number", "ZZZU0000009"), kind="container", reference="0")
        reply = self._send(request(wanted, self._settings))
        try:
            judge(self._client.name, reply, now=self._client.now())
        except NotFoundYet:
            if reply.data is None:
                raise
        except CarrierError:
            if not (reply.status in (400, 422) and items(reply.data, "errors")):
                raise
        return tr("{name} accepts the key.", name=self._client.name)

    def _send(self, call: Call) -> Reply:
        return self._oauth.send(call) if self._oauth else self._client.send(call)


def _rows_of(answer: Any) -> Iterator[Row]:
    found = at(answer, "events") if isinstance(answer, dict) else answer
    if not isinstance(found, list):
        if text_at(answer, "statusCode") == "404":
            raise NotFoundYet(tr("The line does not know this number, or not yet."))
        reason = text_at(answer, "errors", 0, "message") or text_at(answer, "feedbackElements", 0, "message")
        raise ContractChanged(
            tr("The line's answer holds no list of events: {reason}.", reason=reason)
            if reason
            else tr("The line's answer holds no list of events.")
        )
    for item in found:
        is_page = isinstance(item, list) or isinstance(at(item, "events"), list)
        if is_page:  # pages of answers that were kept together
            yield from _rows_of(item)
        elif isinstance(item, dict) and (row := flattened(item)):
            yield row


def _next(call: Call, reply: Reply) -> Call | None:
    """The next page, on the same host only: links in answers are not to be trusted."""
    cursor = reply.headers.get("Next-Page-Cursor")
    if cursor:
        return Call(call.method, call.path, {**call.params, "cursor": cursor}, headers=call.headers)
    link = reply.headers.get("Next-Page")
    if not link:
        return None
    here, there = urlsplit(reply.url), urlsplit(urljoin(reply.url, link.strip("<> ")))
    if (here.scheme, here.netloc) != (there.scheme, there.netloc):
        raise ContractChanged(tr("The line's next page lies on another host, to which we do not take the key."))
    return Call(call.method, call.path, {**call.params, **dict(parse_qsl(there.query))}, headers=call.headers)


def _page_name(call: Call) -> str:
    return "&".join(f"{name}={value}" for name, value in sorted(call.params.items()))
