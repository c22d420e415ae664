"""ShipEngine (ShipStation API): follows numbers of carriers that are connected to the account."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from supplychain_app.carriers import times
from supplychain_app.carriers.base import (
    AuthError,
    Call,
    ConfigError,
    ContractChanged,
    Fetched,
    InvalidNumber,
    Pace,
    RateLimited,
    Temporary,
    Wanted,
    not_known,
)
from supplychain_app.carriers.http import HttpClient, judge
from supplychain_app.carriers.reading import events_of, items, place_of, text_at, timed
from supplychain_app.carriers.times import Moment
from supplychain_app.carriers.words import trouble_of
from supplychain_app.domain.errors import CarrierError
from supplychain_app.domain.shipments import (
    Delay,
    Eta,
    EtaKind,
    Event,
    ExceptionKind,
    Milestone,
    Status,
    TrackingReport,
    UnitReport,
)
from supplychain_app.language import tr

BASE_URL = "https://api.shipengine.com"
NAME = "ShipEngine"

S, M = Status, Milestone
STATUS: dict[str, Status] = {
    "UN": S.UNKNOWN,
    "AC": S.IN_TRANSIT,
    "IT": S.IN_TRANSIT,
    "DE": S.DELIVERED,
    "EX": S.EXCEPTION,
    "AT": S.DELIVERY_ATTEMPTED,
    "NY": S.NOT_FOUND,
    "SP": S.READY_FOR_PICKUP,
}
DETAIL: dict[str, tuple[Status, Milestone | None]] = {
    "SHIPMENT_CREATED": (S.PRE_TRANSIT, M.LABEL_CREATED),
    "ELEC_ADVICE_RECD_BY_CARRIER": (S.PRE_TRANSIT, M.LABEL_CREATED),
    "PICKED_UP": (S.IN_TRANSIT, M.PICKED_UP),
    "COLLECTION_MADE": (S.IN_TRANSIT, M.PICKED_UP),
    "CUSTOMS_CLEARED": (S.IN_TRANSIT, M.CUSTOMS_RELEASED),
    "OUT_FOR_DELIVERY": (S.OUT_FOR_DELIVERY, M.OUT_FOR_DELIVERY),
    "ATTEMPTED_DELIVERY": (S.DELIVERY_ATTEMPTED, M.ATTEMPTED),
}


def request(wanted: Wanted, settings: Mapping[str, str]) -> Call:
    carrier = wanted.service or settings.get("carrier_code", "")
    if not carrier:
        raise ConfigError(tr("ShipEngine must be told the carrier's code (such as ups) as the shipment's service."))
    params = {"carrier_code": carrier, "tracking_number": wanted.number}
    if settings.get("carrier_id"):
        params["carrier_id"] = settings["carrier_id"]
    return Call("GET", "/v1/tracking", params)


def parse(answer: Any, number: str | None = None) -> TrackingReport:
    errors = items(answer, "errors")
    if errors:
        raise _failure(errors[0])
    if not isinstance(answer, dict) or not ({"status_code", "events", "tracking_number"} & answer.keys()):
        raise ContractChanged(tr("The answer of {name} has no tracking in it.", name="ShipEngine"))
    raw = text_at(answer, "status_code")
    status, _ = _meaning(answer)
    detail = (text_at(answer, "status_detail_code") or "").upper()
    is_late = "DELAY" in detail or detail == "DELIVERY_RESCHEDULED"
    unit = UnitReport(
        number=text_at(answer, "tracking_number") or number or "",
        status=status if raw or detail else None,
        delay=Delay.DELAYED if is_late else Delay.NONE,
        delay_reason=(text_at(answer, "exception_description") or detail.replace("_", " ").lower())
        if is_late
        else None,
        exception_kind=_kind(status, answer),
        raw_status=text_at(answer, "carrier_status_description") or text_at(answer, "status_description") or raw,
        events=events_of(_event, answer, "events"),
        etas=_etas(answer) if status is not S.DELIVERED else (),
        service=text_at(answer, "carrier_code"),
    )
    return TrackingReport(units=(unit,))


class ShipEngine:
    """One number a call."""

    pace: ClassVar[Pace] = Pace(seconds_between=1.0, connections=2)

    def __init__(self, client: HttpClient, settings: Mapping[str, str]):
        self._client = client
        self._settings = settings

    def fetch(self, wanted: Sequence[Wanted]) -> Fetched:
        reply = self._client.send(request(wanted[0], self._settings))
        judge(NAME, reply, now=self._client.now())
        report = parse(reply.data, wanted[0].number)
        if report.units[0].status is S.NOT_FOUND:
            raise not_known("ShipEngine")
        return Fetched(report, (reply.data,))

    def test(self) -> str:
        judge(NAME, self._client.send(Call("GET", "/v1/carriers")), now=self._client.now())
        return tr("{name} accepts the key.", name="ShipEngine")


def _failure(error: dict[str, Any]) -> CarrierError:
    code = " ".join(text_at(error, name) or "" for name in ("error_code", "error_type")).lower()
    if "unauthorized" in code:
        return AuthError(tr("{name} refused the key. Enter it again in Settings → Carriers.", name="ShipEngine"))
    if "not_found" in code:
        return not_known("ShipEngine")
    if "rate_limit" in code:
        return RateLimited(tr("{name} asks us to wait.", name="ShipEngine"))
    if (text_at(error, "error_type") or "").lower() == "system":
        return Temporary(tr("{name} has trouble of its own. It is tried again later.", name="ShipEngine"))
    return InvalidNumber(
        tr("{name} says: {words}", name="ShipEngine", words=text_at(error, "message") or tr("no reason given"))
    )


def _meaning(row: Mapping[str, Any]) -> tuple[Status, Milestone | None]:
    detail = (text_at(row, "status_detail_code") or "").upper()
    raw = (text_at(row, "status_code") or "").upper()
    status = STATUS.get(raw, S.UNKNOWN)
    finer, milestone = DETAIL.get(detail, (status, M.DELIVERED if raw == "DE" else None))
    # A detail refines its own class; it does not overrule a delivery or an exception.
    return (finer if raw in ("", "AC", "IT", "AT") else status), milestone


def _event(row: dict[str, Any]) -> Event | None:
    place = place_of(
        text_at(row, "city_locality"),
        row.get("country_code"),
        region=row.get("state_province"),
        postcode=row.get("postal_code"),
    )
    moment = _moment(row)
    if moment is None:
        return None
    status, milestone = _meaning(row)
    return Event(
        **timed(moment),
        status=status,
        milestone=milestone,
        exception_kind=_kind(status, row),
        raw_code=text_at(row, "event_code"),
        raw_subcode=text_at(row, "status_detail_code") or text_at(row, "status_code"),
        raw_text=text_at(row, "description"),
        place=place,
    )


def _moment(row: dict[str, Any]) -> Moment | None:
    """UTC in `occurred_at`, local time beside it: together they tell the offset."""
    utc = times.read(row.get("occurred_at"), offset="Z")
    local = times.read(row.get("carrier_occurred_at"), trust_zone=False)
    return utc or local if local is None or len(local.local) == 10 else times.beside(local, utc)


def _kind(status: Status | None, row: Mapping[str, Any]) -> ExceptionKind | None:
    words = " ".join(
        text_at(row, name) or "" for name in ("status_detail_code", "exception_description", "description")
    )
    return trouble_of(status, words)


def _etas(row: Mapping[str, Any]) -> tuple[Eta, ...]:
    moment = times.read(row.get("estimated_delivery_date"), trust_zone=False)
    if moment is None:
        return ()
    when = moment.told
    return (Eta(EtaKind.DELIVERY, when, when, moment.basis),)
