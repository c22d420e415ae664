"""17TRACK v2.4: a number is registered once (a credit), then read for nothing; it refreshes twice a day by itself."""

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
    PermissionError_,
    QuotaExhausted,
    RateLimited,
    Wanted,
    fetched,
)
from supplychain_app.carriers.http import HttpClient, judge, next_midnight
from supplychain_app.carriers.reading import (
    at,
    counted_pieces,
    in_order,
    items,
    orders_named,
    place_of,
    text_at,
    timed,
    told_apart,
)
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

BASE_URL = "https://api.17track.net/track/v2.4"
NAME = "17TRACK"
NOT_REGISTERED, ALREADY_REGISTERED, NO_DATA_YET = -18019902, -18019901, -18019909

S, K, M = Status, ExceptionKind, Milestone
STATUS: dict[str, Status] = {
    "NotFound": S.NOT_FOUND,
    "InfoReceived": S.PRE_TRANSIT,
    "InTransit": S.IN_TRANSIT,
    "Expired": S.EXPIRED,
    "AvailableForPickup": S.READY_FOR_PICKUP,
    "OutForDelivery": S.OUT_FOR_DELIVERY,
    "DeliveryFailure": S.DELIVERY_ATTEMPTED,
    "Delivered": S.DELIVERED,
    "Exception": S.EXCEPTION,
}
SUB_STATUS: dict[str, tuple[Status, ExceptionKind | None, Milestone | None]] = {
    "Exception_Returning": (S.RETURNING, None, None),
    "Exception_Returned": (S.RETURNED, None, M.RETURNED),
    "Exception_Damage": (S.EXCEPTION, K.DAMAGED, None),
    "Exception_Lost": (S.EXCEPTION, K.LOST, None),
    "Exception_Rejected": (S.EXCEPTION, K.REFUSED, None),
    "Exception_Security": (S.EXCEPTION, K.SECURITY, None),
    "Exception_NoBody": (S.EXCEPTION, K.RECIPIENT_ABSENT, None),
    "Exception_Destroyed": (S.EXCEPTION, K.OTHER, None),
    "Exception_Cancel": (S.CANCELLED, K.CANCELLED, None),
    "Exception_Delayed": (S.IN_TRANSIT, None, None),  # a delay is not an exception
    "InTransit_PickedUp": (S.IN_TRANSIT, None, M.PICKED_UP),
    "InTransit_Departure": (S.IN_TRANSIT, None, M.DEPARTED),
    "InTransit_CustomsReleased": (S.IN_TRANSIT, None, M.CUSTOMS_RELEASED),
    "DeliveryFailure_NoBody": (S.DELIVERY_ATTEMPTED, K.RECIPIENT_ABSENT, M.ATTEMPTED),
    "DeliveryFailure_InvalidAddress": (S.DELIVERY_ATTEMPTED, K.ADDRESS, M.ATTEMPTED),
    "DeliveryFailure_Rejected": (S.DELIVERY_ATTEMPTED, K.REFUSED, M.ATTEMPTED),
    "DeliveryFailure_Security": (S.DELIVERY_ATTEMPTED, K.SECURITY, M.ATTEMPTED),
    "InTransit_CustomsRequiringInformation": (S.EXCEPTION, K.CUSTOMS_INFO_NEEDED, M.CUSTOMS_HOLD),
}
_MILESTONES = {"OutForDelivery": M.OUT_FOR_DELIVERY, "Delivered": M.DELIVERED, "DeliveryFailure": M.ATTEMPTED,
               "InfoReceived": M.LABEL_CREATED, "AvailableForPickup": M.AVAILABLE}  # fmt: skip

_STAGES: dict[str, tuple[Status, ExceptionKind | None, Milestone | None]] = {
    **{name: (STATUS[name], None, milestone) for name, milestone in _MILESTONES.items()},
    "PickedUp": SUB_STATUS["InTransit_PickedUp"],
    "Departure": SUB_STATUS["InTransit_Departure"],
    "Arrival": (S.IN_TRANSIT, None, None),
    "Returning": SUB_STATUS["Exception_Returning"],
    "Returned": SUB_STATUS["Exception_Returned"],
}
"""Of events that name only their stage."""


def request(wanted: Sequence[Wanted]) -> Call:
    rows = [
        {"number": one.number, **({"carrier": int(one.service)} if one.service.isdecimal() else {})} for one in wanted
    ]
    return Call("POST", "/gettrackinfo", json=rows)


def registration(wanted: Sequence[Wanted]) -> Call:
    """Costs a credit a number: never repeated by itself."""
    rows = [{"number": one.number, **({"param": one.postcode} if one.postcode else {})} for one in wanted]
    return Call("POST", "/register", json=rows, is_read=False)


def parse(answer: Any, number: str | None = None) -> TrackingReport:
    """The accepted numbers as units, the rejected as failures."""
    code = _whole(at(answer, "code"))
    errors = items(answer, "data", "errors")
    if code not in (0, None) or (errors and at(answer, "data", "accepted") is None):
        raise _failure(code if code not in (0, None) else _whole(at(errors[0], "code")), text_at(errors, 0, "message"))
    if not isinstance(at(answer, "data"), dict):
        raise ContractChanged(tr("The answer of {name} has no data in it.", name="17TRACK"))
    units = told_apart(_unit(row, number) for row in items(answer, "data", "accepted") if "track_info" in row)
    failures = tuple(
        (
            text_at(row, "number") or number or "",
            _failure(_whole(at(row, "error", "code")), text_at(row, "error", "message")),
        )
        for row in items(answer, "data", "rejected")
    )
    return TrackingReport(units, failures)


class SeventeenTrack:
    """Forty numbers a call, one call at a time."""

    pace: ClassVar[Pace] = Pace(seconds_between=1.0, batch=40, connections=1, slowest_refresh_hours=6.0)

    def __init__(self, client: HttpClient, settings: Mapping[str, str]):
        self._client = client
        self._registers = settings.get("register", "yes") == "yes"

    def fetch(self, wanted: Sequence[Wanted]) -> Fetched:
        before = self._client.calls
        answer = self._send(request(wanted))
        report = parse(answer, wanted[0].number)
        strangers = {number for number, error in report.failures if getattr(error, "code", None) == NOT_REGISTERED}
        new = [one for one in wanted if one.number in strangers]
        if new and self._registers:
            rows = parse(self._send(registration(new))).failures
            refused = {n: e for n, e in rows if getattr(e, "code", None) != ALREADY_REGISTERED}
            failures = tuple((n, refused.get(n, _pending()) if n in strangers else e) for n, e in report.failures)
            report = TrackingReport(report.units, failures, report.notes)
        return fetched(NAME, report, wanted, answer, self._client.calls - before)

    def test(self) -> str:
        left = text_at(self._send(Call("POST", "/getquota", json=[])), "data", "quota_remain")
        return (
            tr("{name} accepts the key; {left} credits are left.", name="17TRACK", left=left)
            if left
            else tr("{name} accepts the key.", name="17TRACK")
        )

    def _send(self, call: Call) -> Any:
        reply = self._client.send(call)
        judge(NAME, reply, now=self._client.now())
        try:
            parse(reply.data)
        except QuotaExhausted as error:
            raise QuotaExhausted(str(error), next_midnight(self._client.now())) from None
        return reply.data


def _pending() -> NotFoundYet:
    return NotFoundYet(tr("Registered with 17TRACK just now; it answers within hours."))


def _failure(code: int | None, words: str | None) -> CarrierError:
    kinds: dict[int, type[CarrierError]] = {
        -18010001: PermissionError_, -18010002: AuthError, -18010004: AuthError, -18010012: InvalidNumber,
        -18010013: InvalidNumber, -18010019: InvalidNumber, -18010020: InvalidNumber, -18010022: InvalidNumber,
        NOT_REGISTERED: NotFoundYet, NO_DATA_YET: NotFoundYet, -18019903: InvalidNumber, -18019907: QuotaExhausted,
        -18019908: QuotaExhausted, -18019910: InvalidNumber, -18019911: InvalidNumber, 429: RateLimited,
    }  # fmt: skip
    sentence = tr("{name} says: {words} ({code}).", name="17TRACK", words=words or tr("no reason given"), code=code)
    if code in (-18010019, -18010020, -18010022):
        sentence = tr("17TRACK needs the postcode or phone for this carrier. Enter it on the shipment.")
    kind: type[CarrierError] = kinds.get(code or 0, ContractChanged)
    error = kind(sentence)
    error.code = code  # type: ignore[attr-defined]
    return error


def _unit(row: dict[str, Any], number: str | None) -> UnitReport:
    info = at(row, "track_info")
    latest = at(info, "latest_status")
    name, sub = text_at(latest, "status"), text_at(latest, "sub_status")
    status, kind, _ = _meaning(name, sub)
    found: dict[tuple[str, str | None], Event] = {}
    for provider in items(info, "tracking", "providers"):  # of origin and destination: each tells its part
        for entry in items(provider, "events"):
            event = _event(entry)
            if event:
                found.setdefault((event.occurred_local, event.raw_text), event)
    if not found and (event := _event(at(info, "latest_event"))):
        found[event.occurred_local, event.raw_text] = event
    is_late = sub == "Exception_Delayed"
    return UnitReport(
        number=text_at(row, "number") or number or "",
        unique_id=text_at(row, "carrier") or "",
        status=status if name or sub else None,
        delay=Delay.DELAYED if is_late else Delay.NONE,
        delay_reason=text_at(latest, "sub_status_descr") if is_late else None,
        exception_kind=kind or (K.OTHER if status is S.EXCEPTION else None),
        raw_status=sub or name,
        events=in_order(list(found.values())),
        etas=_etas(info) if status is not S.DELIVERED else (),
        references=orders_named(text_at(row, "order_no"), text_at(info, "misc_info", "reference_number")),
        pieces=counted_pieces(at(info, "misc_info", "pieces")),
        origin=_place(at(info, "shipping_info", "shipper_address")),
        destination=_place(at(info, "shipping_info", "recipient_address")),
        service=text_at(info, "tracking", "providers", 0, "provider", "name")
        or text_at(info, "misc_info", "service_type"),
    )


def _meaning(name: str | None, sub: str | None) -> tuple[Status, ExceptionKind | None, Milestone | None]:
    if sub in SUB_STATUS:
        return SUB_STATUS[sub]
    main = name or (sub or "").split("_")[0]
    status = STATUS.get(main, S.UNKNOWN)
    return status, K.OTHER if status is S.EXCEPTION else None, _MILESTONES.get(main)


def _event(row: Any) -> Event | None:
    raw = at(row, "time_raw")
    place = _place(at(row, "address"), text_at(row, "location"))
    moment = (
        times.read(at(row, "time_iso"))
        or times.joined(at(raw, "date"), at(raw, "time"), offset=at(raw, "timezone"), country=place.country)
        or times.read(at(row, "time_utc"), offset="Z")
    )
    if moment is None:
        return None
    if moment.utc is None:
        moment = times.beside(moment, times.read(at(row, "time_utc"), offset="Z"))
    sub, stage = text_at(row, "sub_status"), text_at(row, "stage")
    status, kind, milestone = _meaning(None, sub) if sub else _STAGES.get(stage or "", (S.UNKNOWN, None, None))
    return Event(
        **timed(moment),
        status=status,
        milestone=milestone,
        exception_kind=kind,
        raw_subcode=sub,
        raw_text=text_at(row, "description"),
        place=place,
    )


def _etas(info: Any) -> tuple[Eta, ...]:
    told = at(info, "time_metrics", "estimated_delivery_date")
    first, last = times.read(at(told, "from")), times.read(at(told, "to"))
    last = last or first
    if last is None:
        return ()
    days = sorted(moment.told for moment in (first or last, last))
    return (Eta(EtaKind.DELIVERY, days[0], days[-1], last.basis, text_at(told, "source")),)


def _place(value: Any, text: str | None = None) -> Place:
    city = text_at(value, "city") or text
    return place_of(city, at(value, "country"), region=at(value, "state"), postcode=at(value, "postal_code"), text=text)


def _whole(value: Any) -> int | None:
    try:
        return None if value is None or isinstance(value, bool) else int(value)
    except (TypeError, ValueError, OverflowError):
        return None
