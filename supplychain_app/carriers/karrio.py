"""A self-hosted karrio server: it follows the carriers itself, and calls local time UTC."""

import re
from collections.abc import Mapping, Sequence
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
    not_known,
)
from supplychain_app.carriers.http import HttpClient, judge
from supplychain_app.carriers.reading import (
    asked_for,
    at,
    code_of,
    counted_pieces,
    events_of,
    items,
    orders_named,
    same_number,
    text_at,
    timed,
    told_apart,
)
from supplychain_app.carriers.words import trouble_of
from supplychain_app.domain.errors import CarrierError
from supplychain_app.domain.shipments import (
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
)
from supplychain_app.language import tr

NAME = "karrio"
PAGE, PAGES = 100, 10

S, M = Status, Milestone
STATUS: dict[str, Status] = {
    "pending": S.PRE_TRANSIT,
    "picked_up": S.IN_TRANSIT,
    "in_transit": S.IN_TRANSIT,
    "out_for_delivery": S.OUT_FOR_DELIVERY,
    "ready_for_pickup": S.READY_FOR_PICKUP,
    "on_hold": S.EXCEPTION,
    "delivery_delayed": S.IN_TRANSIT,
    "delivery_failed": S.DELIVERY_ATTEMPTED,
    "return_to_sender": S.RETURNING,
    "delivered": S.DELIVERED,
    "cancelled": S.CANCELLED,
    "unknown": S.UNKNOWN,
}
_UNKNOWN_NUMBER = re.compile(r"TW0001|not[ _.]?found", re.IGNORECASE)
_MILESTONES = {"pending": M.LABEL_CREATED, "picked_up": M.PICKED_UP, "out_for_delivery": M.OUT_FOR_DELIVERY,
               "ready_for_pickup": M.AVAILABLE, "delivery_failed": M.ATTEMPTED, "delivered": M.DELIVERED}  # fmt: skip


def request(wanted: Wanted) -> Call:
    return Call("GET", f"/v1/trackers/{quote(wanted.number, safe='')}")


def list_request(offset: int) -> Call:
    """A page of what the server follows: one call for many, as it asks the carriers itself."""
    return Call("GET", "/v1/trackers", {"limit": str(PAGE), "offset": str(offset)})


def registration(wanted: Wanted) -> Call:
    """Adds a tracker; the one that exists is returned, but it is not repeated by itself all the same."""
    body = {"tracking_number": wanted.number, "carrier_name": wanted.service}
    return Call("POST", "/v1/trackers", {"pending_pickup": "true"}, json=body, is_read=False)


def parse(answer: Any, number: str | None = None) -> TrackingReport:
    """Of one tracker or a page of them."""
    is_list = isinstance(at(answer, "results"), list)
    rows = items(answer, "results") if is_list else items(answer)
    if not is_list and not any("tracking_number" in row or "events" in row for row in rows):
        said = items(answer, "messages") or items(answer, "errors")
        if said:
            raise _refusal(said[0])
        raise ContractChanged(tr("The answer of {name} has no tracker in it.", name="karrio"))
    if is_list and number:  # a page that was not narrowed down holds other shipments
        rows = [row for row in rows if same_number(row.get("tracking_number") or number, number)]
    return TrackingReport(units=told_apart(_unit(row, number) for row in rows))


class Karrio:
    """The user's own server; a number it does not follow is added when its carrier is named."""

    pace: ClassVar[Pace] = Pace(seconds_between=0.2, batch=50, connections=2)

    def __init__(self, client: HttpClient, settings: Mapping[str, str]):
        self._client = client
        self._registers = settings.get("register", "yes") == "yes"

    def fetch(self, wanted: Sequence[Wanted]) -> Fetched:
        before = self._client.calls
        if len(wanted) == 1:
            answer = self._one(wanted[0])
            return Fetched(parse(answer, wanted[0].number), (answer,), self._client.calls - before)
        pages = self._pages(wanted)
        found, missing = asked_for([unit for page in pages for unit in parse(page).units], wanted)
        failures: list[tuple[str, Exception]] = []
        for one in missing:
            try:
                pages.append(self._one(one))
                found += parse(pages[-1], one.number).units
            except (NotFoundYet, InvalidNumber) as error:
                failures.append((one.number, error))
        return Fetched(TrackingReport(found, tuple(failures)), tuple(pages), self._client.calls - before)

    def test(self) -> str:
        self._send(Call("GET", "/v1/trackers", {"limit": "1"}))
        return tr("{name} accepts the key.", name="karrio")

    def _one(self, wanted: Wanted) -> Any:
        try:
            return self._send(request(wanted))
        except NotFoundYet:
            if not (self._registers and wanted.service):
                raise
            return self._send(registration(wanted))

    def _pages(self, wanted: Sequence[Wanted]) -> list[Any]:
        """The server's own list, until it names all that are wanted."""
        pages: list[Any] = []
        while len(pages) < PAGES:
            page = self._send(list_request(len(pages) * PAGE))
            pages.append(page)
            told = [unit for page in pages for unit in parse(page).units]
            if len(items(page, "results")) < PAGE or not asked_for(told, wanted)[1]:
                break
        return pages

    def _send(self, call: Call) -> Any:
        reply = self._client.send(call)
        if reply.status == 424:
            raise _refusal(at(reply.data, "messages", 0))
        judge(NAME, reply, now=self._client.now())
        return reply.data


def _refusal(said: Any) -> CarrierError:
    """What the carrier behind the server answered; that it has nothing yet is no fault of the number."""
    words = text_at(said, "message") or tr("no reason given")
    if _UNKNOWN_NUMBER.search(f"{text_at(said, 'code')} {words}"):
        return not_known("karrio")
    return InvalidNumber(tr("karrio's carrier refused: {words}", words=words))


def _unit(row: dict[str, Any], number: str | None) -> UnitReport:
    raw = text_at(row, "status")
    status = code_of(STATUS, raw)
    told = row.get("estimated_delivery") or at(row, "info", "expected_delivery")
    eta = times.read(told, trust_zone=False)
    when = eta.told if eta else ""
    events = events_of(_event, row, "events")
    newest = max(items(row, "events"), key=_moment_text, default={})
    is_late = (raw or "").lower() == "delivery_delayed"
    return UnitReport(
        number=text_at(row, "tracking_number") or number or "",
        unique_id=text_at(row, "id") or "",
        status=status or (S.UNKNOWN if raw else S.DELIVERED if row.get("delivered") is True else None),
        delay=Delay.DELAYED if is_late else Delay.NONE,
        delay_reason=(text_at(newest, "reason") or text_at(newest, "description")) if is_late else None,
        exception_kind=_kind(status, newest),
        raw_status=raw,
        events=events,
        etas=(Eta(EtaKind.DELIVERY, when, when),) if eta and status is not S.DELIVERED else (),
        references=orders_named(
            text_at(row, "reference"), text_at(row, "info", "order_id"), text_at(row, "metadata", "reference")
        ),
        pieces=counted_pieces(at(row, "info", "shipment_package_count")),
        service=text_at(row, "carrier_name"),
    )


def _moment(row: dict[str, Any]) -> times.Moment | None:
    # `timestamp` ends in Z and is local time all the same; date and time are local and say so.
    return times.joined(row.get("date"), row.get("time")) or times.read(row.get("timestamp"), trust_zone=False)


def _moment_text(row: dict[str, Any]) -> str:
    moment = _moment(row)
    return moment.local if moment else ""


def _kind(status: Status | None, row: dict[str, Any]) -> ExceptionKind | None:
    """By karrio's own word for the reason (`consignee_refused`) and the carrier's text."""
    return trouble_of(status, f"{text_at(row, 'reason') or ''} {text_at(row, 'description') or ''}")


def _event(row: dict[str, Any]) -> Event | None:
    moment = _moment(row)
    if moment is None:
        return None
    raw = text_at(row, "status")
    status = code_of(STATUS, raw) or S.UNKNOWN
    location = text_at(row, "location")
    return Event(
        **timed(moment),
        status=status,
        milestone=_MILESTONES.get((raw or "").lower()),
        exception_kind=_kind(status, row),
        raw_code=text_at(row, "code"),
        raw_subcode=raw,
        raw_text=text_at(row, "description"),
        place=Place(text=location, city=(location or "").split(",")[0].strip() or None),
    )
