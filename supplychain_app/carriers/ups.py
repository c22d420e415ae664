"""UPS Track API v1: one number a call, several packages an answer, "not found" as a 200."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
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
    RateLimited,
    Wanted,
    not_known,
)
from supplychain_app.carriers.http import judge
from supplychain_app.carriers.oauth import OAuthClient
from supplychain_app.carriers.reading import (
    at,
    counted_pieces,
    events_of,
    items,
    place_of,
    text_at,
    timed,
    told_apart,
)
from supplychain_app.carriers.times import Moment
from supplychain_app.carriers.words import trouble_in
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

BASE_URL = "https://onlinetools.ups.com"
TOKEN_CALL = Call("POST", "/security/v1/oauth/token", form={"grant_type": "client_credentials"})
NAME = "UPS"

_Meaning = tuple[Status, Milestone | None, ExceptionKind | None]


def _codes(
    codes: str, status: Status, milestone: Milestone | None = None, kind: ExceptionKind | None = None
) -> dict[str, _Meaning]:
    return dict.fromkeys(codes.split(), (status, milestone, kind))


S, M, K = Status, Milestone, ExceptionKind
STATUS: dict[str, _Meaning] = {
    **_codes("003 157 080 079 044 045 166", S.PRE_TRANSIT, M.LABEL_CREATED),
    **_codes("007 043 114", S.CANCELLED, None, K.CANCELLED),
    **_codes("038 160 167 168 169", S.IN_TRANSIT, M.PICKED_UP),
    **_codes(
        "005 010 016 025 039 047 057 071 073 074 087 137 138 158 159 164 165 032 046 048 051 052 053 086 090 132",
        S.IN_TRANSIT,
    ),
    **_codes("006 021 037 072 078 089 091 146 162", S.OUT_FOR_DELIVERY, M.OUT_FOR_DELIVERY),
    **_codes("012 092", S.IN_TRANSIT),
    **_codes("014 084 134", S.IN_TRANSIT, M.CUSTOMS_RELEASED),
    **_codes("058 123 124 125 126 141", S.EXCEPTION, M.CUSTOMS_HOLD, K.CUSTOMS_INFO_NEEDED),
    **_codes("017 040 144 161", S.READY_FOR_PICKUP, M.AVAILABLE),
    **_codes("022 023 024 060 061 062 066 145", S.DELIVERY_ATTEMPTED, M.ATTEMPTED),
    **_codes("013 029 030 049 076 083 139", S.EXCEPTION, None, K.OTHER),
    **_codes("050", S.EXCEPTION, None, K.ADDRESS),
    **_codes("085", S.EXCEPTION, None, K.PAYMENT_DUE),
    **_codes("059 081", S.EXCEPTION, None, K.DAMAGED),
    **_codes("064", S.EXCEPTION, None, K.REFUSED),
    **_codes("068 129 130", S.EXCEPTION, None, K.LOST),
    **_codes("147 149", S.EXCEPTION, None, K.SECURITY),
    **_codes("033 035 036 118 119", S.RETURNING),
    **_codes("034 067", S.RETURNED, M.RETURNED),
    **_codes("011 026 143", S.DELIVERED, M.DELIVERED),
    **_codes("153 154", S.UNKNOWN),  # another day is expected: says nothing of where the package is
    **_codes("0 000 148 163 070", S.UNKNOWN),
}
"""By the three digits of `statusCode`, which are finer than the type."""

TYPES: dict[str, _Meaning] = {
    "D": (S.DELIVERED, M.DELIVERED, None),
    "I": (S.IN_TRANSIT, None, None),
    "M": (S.PRE_TRANSIT, M.LABEL_CREATED, None),
    "MV": (S.CANCELLED, None, K.CANCELLED),
    "X": (S.EXCEPTION, None, K.OTHER),
    "P": (S.IN_TRANSIT, M.PICKED_UP, None),
    "O": (S.OUT_FOR_DELIVERY, M.OUT_FOR_DELIVERY, None),
    "RS": (S.RETURNING, None, None),
    "DO": (S.IN_TRANSIT, None, None),
    "DD": (S.IN_TRANSIT, None, None),
    "W": (S.IN_TRANSIT, None, None),
}
_DELAYED = {"032": "weather", "051": "weather", "052": "weather", "053": "weather"} | dict.fromkeys(
    ("046", "048", "086", "090", "132"), "delayed"
)
_ETA_CHANGED = ("153", "154")
_PLAIN_TYPES = ("D", "I", "M", "MV", "X", "O", "DO", "DD", "W")
_LETTERS = {"OT": TYPES["O"], "OF": TYPES["O"]}
"""Of the two letters of `code`, which older answers give without the three digits."""


def request(wanted: Wanted) -> Call:
    params = {"locale": "en_US", "returnSignature": "false", "returnMilestones": "true", "returnPOD": "false"}
    return Call("GET", f"/api/track/v1/details/{quote(wanted.number, safe='')}", params, headers=_headers())


def request_all(wanted: Wanted, offset: int) -> Call:
    """The other parcels of a shipment: the plain call returns one of them."""
    path = f"/api/track/v1/shipment/details/{quote(wanted.number, safe='')}"
    return Call("GET", path, {"locale": "en_US", "offset": str(offset), "count": "50"}, headers=_headers())


def parse(answer: Any, number: str | None = None) -> TrackingReport:
    """Every package of every shipment; the asked one first. "Not found" is a failure inside a good answer."""
    errors = items(answer, "response", "errors")
    if errors:
        raise _failure(errors[0])
    if not isinstance(at(answer, "trackResponse", "shipment"), list | dict):
        raise ContractChanged(tr("The answer of {name} has no shipments in it.", name="UPS"))
    units: list[UnitReport] = []
    failures: list[tuple[str, Exception]] = []
    for shipment in items(answer, "trackResponse", "shipment"):
        asked = text_at(shipment, "inquiryNumber") or number or ""
        packages = items(shipment, "package")
        found = [_unit(package, asked) for package in packages]
        if len(found) == 1:  # the others of its shipment are told of by number only
            found = [replace(found[0], pieces=counted_pieces(packages[0].get("packageCount")))]
        units += found
        if not packages:
            failures.append((asked, not_known("UPS")))
    return TrackingReport(told_apart(units), tuple(failures))


class Ups:
    """Asks for a number, and for the rest of its shipment when it has more packages than were told."""

    pace: ClassVar[Pace] = Pace(seconds_between=1.0, per_day=2000)

    def __init__(self, oauth: OAuthClient):
        self._oauth = oauth

    def fetch(self, wanted: Sequence[Wanted]) -> Fetched:
        one = wanted[0]
        answer = self._send(request(one))
        report = parse(answer, one.number)
        if not report.units:
            raise not_known("UPS")
        package = at(answer, "trackResponse", "shipment", 0, "package")
        told = len(package) if isinstance(package, list) else 1
        count = text_at(package, 0, "packageCount") or "1"
        parts: tuple[UnitReport, ...] = ()
        if count.isdecimal() and 1 <= told < int(count):
            parts = self._parts(one, int(count))
        elif len({unit.number for unit in report.units}) > 1:
            parts = report.units
        if parts:
            pieces = tuple(part.number for part in parts)
            units = tuple(replace(unit, pieces=pieces, parts=parts) for unit in report.units)
            report = TrackingReport(units, report.failures, report.notes)
        return Fetched(report, (answer,))

    def test(self) -> str:
        self._oauth.token()
        return tr("{name} accepts the client id and secret.", name="UPS")

    def _parts(self, wanted: Wanted, count: int) -> tuple[UnitReport, ...]:
        found: dict[str, UnitReport] = {}
        while len(found) < min(count, 200):
            try:
                page = parse(self._send(request_all(wanted, len(found))))
            except CarrierError:  # what is known of the one asked for is not lost for the others
                break
            new = {unit.number: unit for unit in page.units if unit.number not in found}
            if not new:
                break
            found |= new
        return tuple(found.values())

    def _send(self, call: Call) -> Any:
        reply = self._oauth.send(call)
        if reply.status == 400 and items(reply.data, "response", "errors"):
            parse(reply.data)
        judge(NAME, reply, now=self._oauth.client.now())
        return reply.data


def _failure(error: dict[str, Any]) -> CarrierError:
    """The kind of error behind a code of `response.errors`, which may come with any status."""
    code = text_at(error, "code") or ""
    sentence = tr("{name} says: {words}", name="UPS", words=text_at(error, "message") or code)
    if code.startswith("TW"):
        return not_known("UPS")
    if code.startswith("2500"):
        return AuthError(tr("{name} refused the key. Enter it again in Settings → Carriers.", name="UPS"))
    if code.startswith("10429"):
        return RateLimited(tr("{name} asks us to wait.", name="UPS"))
    return InvalidNumber(sentence) if code.startswith("TV") else ContractChanged(sentence)


def _headers() -> Mapping[str, str]:
    return {"transId": str(uuid.uuid4()), "transactionSrc": "supplychain-app"}


def _unit(package: dict[str, Any], asked: str) -> UnitReport:
    current = at(package, "currentStatus")
    status, _, kind = _meaning(current)
    code = text_at(current, "statusCode") or ""
    has_status = isinstance(current, dict) and (code or text_at(current, "type"))
    is_update = code in _ETA_CHANGED or (not code and text_at(current, "type") == "U")
    places = {text_at(row, "type"): _place(row) for row in items(package, "packageAddress")}
    references = [text_at(row, "number") for row in items(package, "referenceNumber")]
    return UnitReport(
        number=text_at(package, "trackingNumber") or asked,
        status=status if has_status and not is_update else None,
        delay=Delay.DELAYED if code in _DELAYED else Delay.NONE,
        delay_reason=_DELAYED.get(code),
        exception_kind=kind,
        raw_status=text_at(current, "description") or text_at(current, "simplifiedTextDescription"),
        events=events_of(_event, package, "activity"),
        etas=_etas(package) if status is not S.DELIVERED else (),
        references=tuple(("PO", value) for value in references if value),
        origin=places.get("ORIGIN", Place()),
        destination=places.get("DESTINATION", Place()),
        service=text_at(package, "service", "description"),
    )


def _meaning(row: Any) -> _Meaning:
    code = text_at(row, "statusCode") or ""
    found = STATUS.get(code) or STATUS.get(code.zfill(3)) if code else None
    kind = (text_at(row, "type") or "").upper()
    if found is None and not code:
        letters = (text_at(row, "code") or "").upper()
        found = _LETTERS.get(letters) if kind in ("", "I") else None
        found = found or TYPES.get(kind)
    if found is None and kind in _PLAIN_TYPES:
        found = TYPES[kind]  # a code we do not know, under a type that is plain
    status, milestone, trouble = found or (S.UNKNOWN, None, None)
    if status is S.EXCEPTION and trouble is K.OTHER:
        trouble = trouble_in(text_at(row, "description"))
    return status, milestone, trouble


def _event(row: dict[str, Any]) -> Event | None:
    place = _place(row.get("location"))
    moment = _moment(row, place.country)
    if moment is None:
        return None
    status, milestone, kind = _meaning(row.get("status"))
    return Event(
        **timed(moment),
        status=status,
        milestone=milestone,
        exception_kind=kind,
        raw_code=text_at(row, "status", "statusCode") or text_at(row, "status", "code"),
        raw_subcode=text_at(row, "status", "type"),
        raw_text=text_at(row, "status", "description"),
        place=place,
    )


def _moment(row: dict[str, Any], country: str | None) -> Moment | None:
    """Local date and time, with the offset where UPS gives one; else from its UTC twin."""
    local = times.joined(row.get("date"), row.get("time"), offset=row.get("gmtOffset"))
    if local is None or local.utc or len(local.local) == 10:
        return local
    told = times.beside(local, times.joined(row.get("gmtDate"), row.get("gmtTime"), offset="Z"))
    return told if told.utc else times.read(local.local, country=country)


def _etas(package: dict[str, Any]) -> tuple[Eta, ...]:
    days = {text_at(row, "type"): times.read(row.get("date")) for row in items(package, "deliveryDate")}
    day, label = days.get("RDD"), "rescheduled"
    if day is None:
        day, label = days.get("SDD"), "scheduled"
    if day is None:
        return ()
    window = at(package, "deliveryTime")
    window = None if text_at(window, "type") == "DEL" else window  # when it was delivered, not when it will be
    first = times.joined(day.day, text_at(window, "startTime")) or day
    last = times.joined(day.day, text_at(window, "endTime")) or day
    bounds: Iterable[str] = (
        sorted((first.local, last.local)) if len(first.local) == len(last.local) else [last.local] * 2
    )
    earliest, latest = bounds
    return (Eta(EtaKind.DELIVERY, earliest, latest, source_label=label),)  # no zone: days at the destination


def _place(value: Any) -> Place:
    address = at(value, "address")
    country = text_at(address, "countryCode") or text_at(address, "country")
    return place_of(
        text_at(address, "city"), country, region=at(address, "stateProvince"), postcode=at(address, "postalCode")
    )
