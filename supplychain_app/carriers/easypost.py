"""EasyPost trackers: oldest first, and a Z that is no proof of UTC."""

from collections.abc import Mapping, Sequence
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
    RateLimited,
    Wanted,
    not_known,
)
from supplychain_app.carriers.http import HttpClient, judge
from supplychain_app.carriers.reading import (
    at,
    code_of,
    events_of,
    items,
    place_of,
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
    Milestone,
    Place,
    Status,
    TrackingReport,
    UnitReport,
)
from supplychain_app.language import tr

BASE_URL = "https://api.easypost.com/v2"
NAME = "EasyPost"

S, M = Status, Milestone
STATUS: dict[str, Status] = {
    "unknown": S.UNKNOWN,
    "pre_transit": S.PRE_TRANSIT,
    "in_transit": S.IN_TRANSIT,
    "out_for_delivery": S.OUT_FOR_DELIVERY,
    "available_for_pickup": S.READY_FOR_PICKUP,
    "delivered": S.DELIVERED,
    "return_to_sender": S.RETURNING,
    "failure": S.EXCEPTION,
    "cancelled": S.CANCELLED,
    "error": S.EXCEPTION,
}
_MILESTONES = {"pre_transit": M.LABEL_CREATED, "out_for_delivery": M.OUT_FOR_DELIVERY, "delivered": M.DELIVERED,
               "available_for_pickup": M.AVAILABLE}  # fmt: skip
_DETAILS = {"picked_up": M.PICKED_UP, "accepted": M.PICKED_UP, "received_at_origin_facility": M.PICKED_UP,
            "departed_facility": M.DEPARTED, "departed_origin_facility": M.DEPARTED}  # fmt: skip
_LATE = ("delayed", "weather_delay")


def request(wanted: Wanted) -> Call:
    return Call("GET", "/trackers", {"tracking_code": wanted.number, "page_size": "20"})


def registration(wanted: Wanted) -> Call:
    """May cost money: never repeated by itself."""
    body = {"tracking_code": wanted.number, **({"carrier": wanted.service} if wanted.service else {})}
    return Call("POST", "/trackers", json={"tracker": body}, is_read=False)


def parse(answer: Any, number: str | None = None) -> TrackingReport:
    """Of one tracker or a list; of several trackers of one code the newest by update comes first."""
    error = at(answer, "error")
    if isinstance(error, dict):
        raise _failure(error)
    is_list = isinstance(at(answer, "trackers"), list)
    rows = items(answer, "trackers") if is_list else items(answer)
    if not is_list and not any("tracking_code" in row or "tracking_details" in row for row in rows):
        raise ContractChanged(tr("The answer of {name} has no trackers in it.", name="EasyPost"))
    if is_list and number:  # a list that was not narrowed down holds other people's parcels
        rows = [row for row in rows if same_number(row.get("tracking_code") or number, number)]
    return TrackingReport(units=told_apart(_unit(row, number) for row in rows))


class EasyPost:
    """Reads trackers that exist; making one costs a fee, so that must be switched on."""

    pace: ClassVar[Pace] = Pace(seconds_between=1 / 3, connections=2)

    def __init__(self, client: HttpClient, settings: Mapping[str, str]):
        self._client = client
        self._registers = settings.get("register", "no") == "yes"

    def fetch(self, wanted: Sequence[Wanted]) -> Fetched:
        before = self._client.calls
        answer = self._send(request(wanted[0]))
        report = parse(answer, wanted[0].number)
        if not report.units and self._registers:
            answer = self._send(registration(wanted[0]))
            report = parse(answer, wanted[0].number)
        if not report.units:
            raise NotFoundYet(tr("EasyPost has no tracker for this number. Make one there, or allow it in Settings."))
        return Fetched(report, (answer,), self._client.calls - before)

    def test(self) -> str:
        self._send(Call("GET", "/trackers", {"page_size": "1"}))
        return tr("{name} accepts the key.", name="EasyPost")

    def _send(self, call: Call) -> Any:
        reply = self._client.send(call)
        judge(NAME, reply, now=self._client.now())
        return reply.data


def _failure(error: dict[str, Any]) -> CarrierError:
    code = (text_at(error, "code") or "").upper()
    if "NOT_FOUND" in code or "NOTFOUND" in code:
        return not_known("EasyPost")
    if "APIKEY" in code or "UNAUTHORIZED" in code:
        return AuthError(tr("{name} refused the key. Enter it again in Settings → Carriers.", name="EasyPost"))
    if "RATE_LIMIT" in code:
        return RateLimited(tr("{name} asks us to wait.", name="EasyPost"))
    return InvalidNumber(
        tr("{name} says: {words}", name="EasyPost", words=text_at(error, "message") or code or tr("no reason given"))
    )


def _unit(row: dict[str, Any], number: str | None) -> UnitReport:
    raw = text_at(row, "status")
    status = code_of(STATUS, raw)
    events = events_of(_event, row, "tracking_details")
    if status is S.UNKNOWN and not events:  # EasyPost's "unknown" is also its "not found"
        status = S.NOT_FOUND
    detail = text_at(row, "status_detail") or ""
    is_late = detail in _LATE and status not in (S.DELIVERED, S.CANCELLED)
    words = " ".join((detail, (events[-1].raw_text or "") if events else ""))
    return UnitReport(
        number=text_at(row, "tracking_code") or number or "",
        unique_id=text_at(row, "id") or "",
        status=status or (S.UNKNOWN if raw else None),
        delay=Delay.DELAYED if is_late else Delay.NONE,
        delay_reason="weather" if detail == "weather_delay" else detail if is_late else None,
        exception_kind=trouble_of(status, words),
        raw_status=text_at(row, "status_detail") or raw,
        events=events,
        etas=_etas(row) if status is not S.DELIVERED else (),
        origin=_place(at(row, "carrier_detail", "origin_tracking_location")),
        destination=_place(at(row, "carrier_detail", "destination_tracking_location")),
        service=text_at(row, "carrier"),
    )


def _event(row: dict[str, Any]) -> Event | None:
    place = _place(row.get("tracking_location"))
    # Without a place EasyPost calls any time UTC: a zone, given or inferred, counts only beside a city.
    has_city = place.city is not None
    moment = times.read(row.get("datetime"), trust_zone=has_city, country=place.country if has_city else None)
    if moment is None:
        return None
    raw, detail = text_at(row, "status"), text_at(row, "status_detail")
    status = code_of(STATUS, raw) or S.UNKNOWN
    return Event(
        **timed(moment),
        status=status,
        milestone=_DETAILS.get(detail or "") or _MILESTONES.get((raw or "").lower()),
        exception_kind=trouble_of(status, f"{detail} {text_at(row, 'message')}"),
        raw_code=text_at(row, "carrier_code"),
        raw_subcode=detail or raw,
        raw_text=text_at(row, "message") or text_at(row, "description"),
        place=place,
    )


def _place(where: Any) -> Place:
    return place_of(text_at(where, "city"), at(where, "country"), region=at(where, "state"), postcode=at(where, "zip"))


def _etas(row: dict[str, Any]) -> tuple[Eta, ...]:
    """What the carrier guaranteed, and what is expected; local words before those that are called UTC."""
    detail = at(row, "carrier_detail")
    promised = times.read(at(detail, "guaranteed_delivery_date"), trust_zone=False)
    found = [Eta(EtaKind.DELIVERY, promised.told, promised.told, promised.basis, "guaranteed")] if promised else []
    day = times.read(at(detail, "est_delivery_date_local"))
    moment: times.Moment | None
    if day is not None:
        moment = times.joined(day.day, text_at(detail, "est_delivery_time_local")) or day
    else:
        moment = times.read(row.get("est_delivery_date"), trust_zone=False)
    if moment is not None:
        found.append(Eta(EtaKind.DELIVERY, moment.told, moment.told, moment.basis))
    return tuple(found)
