"""FedEx Track API v1: up to thirty numbers a call, several shipments a number, failures inside a 200."""

from collections.abc import Sequence
from typing import Any, ClassVar

from supplychain_app.carriers import times
from supplychain_app.carriers.base import (
    AuthError,
    Call,
    ContractChanged,
    Fetched,
    InvalidNumber,
    Pace,
    PermissionError_,
    Temporary,
    Wanted,
    fetched,
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
    texts,
    timed,
    told_apart,
)
from supplychain_app.carriers.words import trouble_of
from supplychain_app.domain.errors import CarrierError
from supplychain_app.domain.shipments import (
    FINISHED,
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

BASE_URL = "https://apis.fedex.com"
NAME = "FedEx"

S, M = Status, Milestone


def _all(codes: str, status: Status) -> dict[str, Status]:
    return dict.fromkeys(codes.split(), status)


STATUS: dict[str, Status] = {
    **_all("OC OX EP MD IN", S.PRE_TRANSIT),
    **_all("PU PX OF AP IT IX AA AC AF AR AX DP EA EO FD LO OW PF PL PM SF TR CC CP AO CH DS", S.IN_TRANSIT),
    **_all("DY DD", S.IN_TRANSIT),  # late, and on its way all the same
    "PD": S.PRE_TRANSIT,  # its pickup is late
    **_all("OD AD ED", S.OUT_FOR_DELIVERY),
    **_all("HL HP", S.READY_FOR_PICKUP),
    "DE": S.DELIVERY_ATTEMPTED,
    **_all("SE CD", S.EXCEPTION),
    "RS": S.RETURNING,
    "CA": S.CANCELLED,
    "DL": S.DELIVERED,
}
"""Of `derivedCode`, `code` and `derivedStatusCode`; as the type of a scan CA, SP and EA are ambiguous."""

MILESTONE: dict[str, Milestone] = {
    "OC": M.LABEL_CREATED, "PU": M.PICKED_UP, "PX": M.PICKED_UP, "DP": M.DEPARTED, "CC": M.CUSTOMS_RELEASED,
    "CD": M.CUSTOMS_HOLD, "OD": M.OUT_FOR_DELIVERY, "DE": M.ATTEMPTED, "DL": M.DELIVERED, "HL": M.AVAILABLE,
    "HP": M.AVAILABLE,
}  # fmt: skip
_DELAYS = ("DY", "DD", "PD")
_NOTICES = ("RR", "RM", "RC", "RP", "RG", "LP", "RD", "DR", "SP")  # of options and labels: they move nothing
_ORDERS = ("PURCHASE_ORDER", "PURCHASE_ORDER_NUMBER", "CUSTOMER_REFERENCE", "SHIPPER_REFERENCE")
_AMBIGUOUS = ("CA", "EA", "SP", "RC")


def token_call(client_id: str, client_secret: str) -> Call:
    form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret}
    return Call("POST", "/oauth/token", form=form)


def request(wanted: Sequence[Wanted]) -> Call:
    rows = []
    for one in wanted:
        info = {"trackingNumber": one.number}
        if one.unique_id:
            info["trackingNumberUniqueId"] = one.unique_id
        rows.append({"trackingNumberInfo": info})
    body = {"includeDetailedScans": True, "trackingInfo": rows}
    return Call("POST", "/track/v1/trackingnumbers", json=body, headers={"x-locale": "en_US"})


def parse(answer: Any, number: str | None = None) -> TrackingReport:
    """Every shipment of every number; a number's failure beside the others' results."""
    errors = items(answer, "errors")
    if errors and at(answer, "output") is None:
        raise _failure(errors[0])
    if not isinstance(at(answer, "output", "completeTrackResults"), list | dict):
        raise ContractChanged(tr("The answer of {name} has no results in it.", name="FedEx"))
    units: list[UnitReport] = []
    failures: list[tuple[str, Exception]] = []
    for result in items(answer, "output", "completeTrackResults"):
        asked = text_at(result, "trackingNumber") or number or ""
        found = items(result, "trackResults")
        good = [row for row in found if not text_at(row, "error", "code") or _says_something(row)]
        units += [_unit(row, asked) for row in good]
        if not good:
            failures.append((asked, _failure(at(found[0], "error") if found else None)))
    alerts = [text_at(row, "message") for row in items(answer, "output", "alerts")]
    alerts += texts(answer, "output", "alerts")  # sometimes bare words
    notes = tuple(words for words in alerts if words)
    return TrackingReport(told_apart(units), tuple(failures), notes)


class FedEx:
    """Thirty numbers a call."""

    pace: ClassVar[Pace] = Pace(seconds_between=0.2, per_day=100_000, batch=30)

    def __init__(self, oauth: OAuthClient):
        self._oauth = oauth

    def fetch(self, wanted: Sequence[Wanted]) -> Fetched:
        reply = self._oauth.send(request(wanted))
        if reply.status == 403:
            raise _no_track()
        judge(NAME, reply, now=self._oauth.client.now(), daily_quota=True)
        return fetched(NAME, parse(reply.data, wanted[0].number), wanted, reply.data)

    def test(self) -> str:
        self._oauth.token()
        return tr("{name} accepts the client id and secret.", name="FedEx")


def _failure(error: Any) -> CarrierError:
    code = (text_at(error, "code") or "").upper()
    words = text_at(error, "message") or code or tr("no reason given")
    if "NOTFOUND" in code.replace(".", "").replace("_", "") or not code:
        return not_known("FedEx")
    if "INVALID" in code or "FORMAT" in code:
        return InvalidNumber(tr("FedEx cannot use this number: {words}", words=words))
    if "AUTHORIZED" in code:
        return AuthError(tr("{name} refused the key. Enter it again in Settings → Carriers.", name="FedEx"))
    if "FORBIDDEN" in code:
        return _no_track()
    if "UNAVAILABLE" in code or "INTERNAL" in code or "SYSTEM" in code:
        return Temporary(tr("{name} has trouble of its own. It is tried again later.", name="FedEx"))
    return InvalidNumber(tr("{name} says: {words}", name="FedEx", words=words))


def _no_track() -> PermissionError_:
    return PermissionError_(tr("This FedEx key has no Track capability. Add it to the project at developer.fedex.com."))


def _says_something(row: dict[str, Any]) -> bool:
    """Whether a result tells where its shipment is: then an error beside it concerns something else."""
    code = text_at(row, "latestStatusDetail", "derivedCode") or text_at(row, "latestStatusDetail", "code")
    return bool(code or items(row, "scanEvents"))


def _unit(row: dict[str, Any], asked: str) -> UnitReport:
    latest = at(row, "latestStatusDetail")
    code, derived = (text_at(latest, "code") or "").upper(), (text_at(latest, "derivedCode") or "").upper()
    status = STATUS.get(derived) or STATUS.get(code)
    reason = next((r for row_ in items(latest, "ancillaryDetails") if (r := text_at(row_, "reasonDescription"))), None)
    delay = at(latest, "delayDetail")
    is_late = status not in FINISHED and ((text_at(delay, "status") or "").upper() == "DELAYED" or code in _DELAYS)
    info = at(row, "trackingNumberInfo")
    references = []
    for entry in items(row, "additionalTrackingInfo", "packageIdentifiers"):
        kind = (text_at(entry, "type") or "").upper()
        kind = "PO" if kind in _ORDERS else kind
        references += [(kind, value) for value in texts(entry, "values") + texts(entry, "value")]
    return UnitReport(
        number=text_at(info, "trackingNumber") or asked,
        unique_id=text_at(info, "trackingNumberUniqueId") or "",
        status=status or (S.UNKNOWN if code or derived else None),
        delay=Delay.DELAYED if is_late else Delay.NONE,
        delay_reason=((text_at(delay, "type") or reason or "delayed").lower()) if is_late else None,
        exception_kind=_kind(status, code, reason),
        raw_status=text_at(latest, "statusByLocale") or text_at(latest, "description") or code or None,
        events=events_of(_event, row, "scanEvents"),
        etas=_etas(row) if status is not S.DELIVERED else (),
        references=tuple(references),
        pieces=counted_pieces(at(row, "packageDetails", "count")),
        origin=_place(at(row, "shipperInformation")),
        destination=_place(at(row, "recipientInformation")),
        service=text_at(row, "serviceDetail", "description"),
    )


def _event(row: dict[str, Any]) -> Event | None:
    place = _scan_place(row.get("scanLocation"))
    moment = times.read(row.get("date"), country=place.country)
    if moment is None:
        return None
    code, derived = (text_at(row, "eventType") or "").upper(), (text_at(row, "derivedStatusCode") or "").upper()
    status = STATUS.get(derived)
    if status is None and code not in _AMBIGUOUS:
        status = STATUS.get(code)
    if code in _NOTICES:
        status = None
    reason = text_at(row, "exceptionDescription")
    return Event(
        **timed(moment),
        status=status or S.UNKNOWN,
        milestone=MILESTONE.get(code),
        exception_kind=_kind(status, code, reason),
        raw_code=code or None,
        raw_subcode=text_at(row, "exceptionCode") or derived or None,
        raw_text=text_at(row, "eventDescription") or reason,
        place=place,
    )


def _etas(row: dict[str, Any]) -> tuple[Eta, ...]:
    """What FedEx predicts and what it committed to, apart; midnight means the day."""
    found: list[Eta] = []
    window = at(row, "standardTransitTimeWindow", "window")
    committed = times.read(at(window, "ends"))
    told = {text_at(entry, "type"): times.read(entry.get("dateTime")) for entry in items(row, "dateAndTimes")}
    committed = committed or told.get("COMMITMENT")
    if committed:
        day = committed.told
        found.append(Eta(EtaKind.DELIVERY, day, day, committed.basis, "committed"))
    window = at(row, "estimatedDeliveryTimeWindow", "window")
    first, last = times.read(at(window, "begins")), times.read(at(window, "ends"))
    if first is None and last is None:
        last = told.get("ESTIMATED_DELIVERY")
    last = last or first
    if last:
        first = first or last
        texts_ = [moment.day if first.is_midnight or last.is_midnight else moment.local for moment in (first, last)]
        found.append(Eta(EtaKind.DELIVERY, min(texts_), max(texts_), last.basis, "predicted"))
    appointment = told.get("APPOINTMENT_DELIVERY")
    if appointment:
        when = appointment.told
        found.append(Eta(EtaKind.DELIVERY, when, when, appointment.basis, "appointment"))
    return tuple(found)


def _kind(status: Status | None, code: str, reason: str | None) -> ExceptionKind | None:
    """What kind of trouble it is; of a failed delivery only where the reason names one."""
    return ExceptionKind.CUSTOMS_HOLD if status is S.EXCEPTION and code == "CD" else trouble_of(status, reason)


def _place(value: Any) -> Place:
    return _scan_place(at(value, "address"))


def _scan_place(value: Any) -> Place:
    return place_of(
        text_at(value, "city"),
        text_at(value, "countryCode"),
        region=at(value, "stateOrProvinceCode"),
        postcode=at(value, "postalCode"),
    )
