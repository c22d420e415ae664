"""AfterShip Tracking API: an envelope with its own code, three-letter countries, first and latest estimate."""

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
    RateLimited,
    Temporary,
    Wanted,
    fetched,
    not_known,
)
from supplychain_app.carriers.countries import TWO_LETTERS
from supplychain_app.carriers.http import HttpClient, Reply, judge
from supplychain_app.carriers.reading import (
    asked_for,
    at,
    counted_pieces,
    events_of,
    items,
    orders_named,
    place_of,
    plain,
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

BASE_URL = "https://api.aftership.com/tracking/2026-07"
NAME = "AfterShip"
ALREADY_EXISTS = 4003

S, K, M = Status, ExceptionKind, Milestone
STATUS: dict[str, Status] = {
    "Pending": S.NOT_FOUND,
    "InfoReceived": S.PRE_TRANSIT,
    "InTransit": S.IN_TRANSIT,
    "OutForDelivery": S.OUT_FOR_DELIVERY,
    "AttemptFail": S.DELIVERY_ATTEMPTED,
    "Delivered": S.DELIVERED,
    "AvailableForPickup": S.READY_FOR_PICKUP,
    "Exception": S.EXCEPTION,
    "Expired": S.EXPIRED,
}
SUBTAG: dict[str, tuple[Status, ExceptionKind | None]] = {
    "AttemptFail_002": (S.DELIVERY_ATTEMPTED, K.RECIPIENT_ABSENT),
    "AttemptFail_003": (S.DELIVERY_ATTEMPTED, K.RECIPIENT_ABSENT),  # the business was closed
    "Exception_002": (S.EXCEPTION, K.ADDRESS),  # the receiver has moved
    "Exception_003": (S.EXCEPTION, K.REFUSED),
    "Exception_004": (S.EXCEPTION, K.CUSTOMS_HOLD),
    "Exception_005": (S.EXCEPTION, K.OPERATIONAL),
    "Exception_006": (S.EXCEPTION, K.PAYMENT_DUE),
    "Exception_007": (S.EXCEPTION, K.ADDRESS),
    "Exception_008": (S.EXCEPTION, K.RECIPIENT_ABSENT),
    "Exception_010": (S.RETURNING, None),
    "Exception_011": (S.RETURNED, None),
    "Exception_012": (S.EXCEPTION, K.DAMAGED),
    "Exception_013": (S.EXCEPTION, K.LOST),
}
_FINER = {"InTransit_002": M.PICKED_UP, "InTransit_005": M.CUSTOMS_RELEASED, "InTransit_007": M.DEPARTED}
_LATE = ("Exception_004", "Exception_005")  # held up at customs, or by the weather and its like
_MILESTONES = {"InfoReceived": M.LABEL_CREATED, "OutForDelivery": M.OUT_FOR_DELIVERY, "AttemptFail": M.ATTEMPTED,
               "Delivered": M.DELIVERED, "AvailableForPickup": M.AVAILABLE}  # fmt: skip


def request(wanted: Sequence[Wanted]) -> Call:
    numbers = ",".join(one.number for one in wanted)
    return Call("GET", "/trackings", {"tracking_numbers": numbers, "limit": "100"})


def registration(wanted: Wanted) -> Call:
    """Costs a credit: never repeated by itself."""
    body = {"tracking_number": wanted.number, "slug": wanted.service, "tracking_postal_code": wanted.postcode}
    return Call("POST", "/trackings", json={name: value for name, value in body.items() if value}, is_read=False)


def parse(answer: Any, number: str | None = None) -> TrackingReport:
    """Of a list, of a single tracking, or of the older `data.tracking`."""
    code = plain(at(answer, "meta", "code"))
    if code and not code.startswith("2"):
        raise failure(answer)
    data = at(answer, "data")
    if not isinstance(data, dict):
        raise ContractChanged(tr("The answer of {name} has no data in it.", name="AfterShip"))
    rows = items(data, "trackings") or items(data, "tracking")
    if not rows and ("tracking_number" in data or "checkpoints" in data):
        rows = [data]
    return TrackingReport(units=told_apart(_unit(row, number) for row in rows))


class AfterShip:
    """Reads many with one list call; a number it does not have is added, at a credit, unless that is switched off."""

    pace: ClassVar[Pace] = Pace(seconds_between=1 / 3, batch=50, connections=2)

    def __init__(self, client: HttpClient, settings: Mapping[str, str]):
        self._client = client
        self._registers = settings.get("register", "yes") == "yes"

    def fetch(self, wanted: Sequence[Wanted]) -> Fetched:
        before = self._client.calls
        reply = self._client.send(request(wanted))
        self._judge(reply)
        found, missing = asked_for(parse(reply.data).units, wanted)
        failures = [(one.number, self._register(one)) for one in missing]
        report = TrackingReport(found, tuple(failures))
        return fetched(NAME, report, wanted, reply.data, self._client.calls - before)

    def test(self) -> str:
        self._judge(self._client.send(Call("GET", "/trackings", {"limit": "1"})))
        return tr("{name} accepts the key.", name="AfterShip")

    def _register(self, wanted: Wanted) -> CarrierError:
        if not self._registers:
            return NotFoundYet(tr("AfterShip does not follow this number. Add it there, or allow adding in Settings."))
        reply = self._client.send(registration(wanted))
        if reply.status == 429:
            self._judge(reply)
        code = plain(at(reply.data, "meta", "code")) or str(reply.status)
        if code.startswith("2") or code == str(ALREADY_EXISTS):
            return NotFoundYet(tr("Added to AfterShip; it answers within minutes."))
        return failure(reply.data)

    def _judge(self, reply: Reply) -> None:
        if reply.status in (400, 404, 422) and at(reply.data, "meta", "code"):
            raise failure(reply.data)
        judge(NAME, reply, now=self._client.now())


def failure(answer: Any) -> CarrierError:
    """The kind of error behind `meta.code`."""
    code, words = plain(at(answer, "meta", "code")) or "", text_at(answer, "meta", "message") or tr("no reason given")
    sentence = tr("{name} says: {words} ({code}).", name="AfterShip", words=words, code=code)
    if code == "4011":
        return InvalidNumber(tr("AfterShip needs a further detail for this carrier, such as the postcode. Enter it."))
    if code in ("4005", "4010", "4012", "4016", "4017"):
        return InvalidNumber(sentence)
    if code in ("4004", "404"):
        return not_known("AfterShip")
    kinds: dict[str, type[CarrierError]] = {"401": AuthError, "403": PermissionError_, "429": RateLimited}
    if code.startswith("5"):
        return Temporary(sentence)
    return kinds.get(code, ContractChanged)(sentence)


def _unit(row: dict[str, Any], number: str | None) -> UnitReport:
    tag, subtag = text_at(row, "tag"), text_at(row, "subtag")
    status, kind = _meaning(tag, subtag)
    if row.get("return_to_sender") is True:  # "delivered" is then said of the sender
        status = {S.DELIVERED: S.RETURNED, S.IN_TRANSIT: S.RETURNING}.get(status, status)
    is_late = subtag in _LATE
    return UnitReport(
        number=text_at(row, "tracking_number") or number or "",
        unique_id=text_at(row, "id") or "",
        status=status if tag or subtag else None,
        delay=Delay.DELAYED if is_late else Delay.NONE,
        delay_reason=text_at(row, "subtag_message") if is_late else None,
        exception_kind=kind,
        raw_status=text_at(row, "subtag_message") or subtag or tag,
        events=events_of(_event, row, "checkpoints"),
        etas=_etas(row) if status is not S.DELIVERED else (),
        references=orders_named(text_at(row, "order_id"), text_at(row, "order_number")),
        pieces=counted_pieces(row.get("shipment_package_count")),
        origin=Place(country=_country(row.get("origin_country_region") or row.get("origin_country_iso3"))),
        destination=Place(
            country=_country(row.get("destination_country_region") or row.get("destination_country_iso3"))
        ),
        service=text_at(row, "slug"),
    )


def _meaning(tag: str | None, subtag: str | None) -> tuple[Status, ExceptionKind | None]:
    if subtag in SUBTAG:
        return SUBTAG[subtag]
    status = STATUS.get(tag or (subtag or "").split("_")[0], S.UNKNOWN)
    return status, K.OTHER if status is S.EXCEPTION else None


def _event(row: dict[str, Any]) -> Event | None:
    country = _country(row.get("country_region") or row.get("country_iso3"))
    moment = times.read(row.get("checkpoint_time"), country=country)
    if moment is None:
        return None
    tag, subtag = text_at(row, "tag"), text_at(row, "subtag")
    status, kind = _meaning(tag, subtag)
    city = text_at(row, "city") or text_at(row, "location")
    return Event(
        **timed(moment),
        status=status,
        milestone=_FINER.get(subtag or "") or _MILESTONES.get(tag or ""),
        exception_kind=kind,
        raw_code=text_at(row, "raw_tag"),
        raw_subcode=subtag or tag,
        raw_text=text_at(row, "message"),
        place=place_of(city, country, text=row.get("location"), region=row.get("state"), postcode=row.get("zip")),
    )


_ESTIMATES = ("first_estimated_delivery", "aftership_estimated_delivery_date", "expected_delivery",
              "courier_estimated_delivery_date", "latest_estimated_delivery")  # fmt: skip


def _etas(row: dict[str, Any]) -> tuple[Eta, ...]:
    """The first and the latest estimate: both are answers to "when?", in that order."""
    found: list[Eta] = []
    for name in _ESTIMATES:
        told = row.get(name)
        told = {"datetime": told} if isinstance(told, str) else told  # older answers give the day alone
        if not isinstance(told, dict):
            continue
        days = {key: moment for key, value in told.items() if (moment := times.read(value))}
        last = next((days[key] for key in days if key.endswith("max")), None)
        last = last or next((days[key] for key in days if not key.endswith("min")), None)
        if last is None:
            continue
        first = next((days[key] for key in days if key.endswith("min")), last)
        eta = Eta(EtaKind.DELIVERY, *_bounds(first, last), last.basis, text_at(told, "source"))
        if not found or (found[-1].earliest, found[-1].latest) != (eta.earliest, eta.latest):
            found.append(eta)
    return tuple(found)


def _bounds(first: times.Moment, last: times.Moment) -> tuple[str, str]:
    low, high = sorted(moment.told for moment in (first, last))
    return low, high


def _country(value: Any) -> str | None:
    text = (plain(value) or "").upper()
    return TWO_LETTERS.get(text, text if len(text) == 2 else None)
