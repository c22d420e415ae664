"""La Poste Suivi v2, for Colissimo and Chronopost: two-letter event codes with a digit."""

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
    Temporary,
    Wanted,
    fetched,
    not_known,
)
from supplychain_app.carriers.http import HttpClient, judge
from supplychain_app.carriers.reading import at, country_of, events_of, items, text_at, timed
from supplychain_app.carriers.words import trouble_of
from supplychain_app.domain.errors import CarrierError
from supplychain_app.domain.shipments import (
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

BASE_URL = "https://api.laposte.fr/suivi/v2"

S, M, K = Status, Milestone, ExceptionKind
EVENTS: dict[str, tuple[Status, Milestone | None]] = {
    "DR1": (S.PRE_TRANSIT, M.LABEL_CREATED),
    "PC1": (S.IN_TRANSIT, M.PICKED_UP),
    "PC2": (S.IN_TRANSIT, M.PICKED_UP),
    "ET1": (S.IN_TRANSIT, None),
    "ET2": (S.IN_TRANSIT, None),
    "ET3": (S.IN_TRANSIT, None),
    "ET4": (S.IN_TRANSIT, None),
    "EP1": (S.IN_TRANSIT, None),
    "DO1": (S.IN_TRANSIT, None),
    "DO2": (S.IN_TRANSIT, M.CUSTOMS_RELEASED),
    "DO3": (S.EXCEPTION, M.CUSTOMS_HOLD),
    "PB1": (S.EXCEPTION, None),
    "PB2": (S.IN_TRANSIT, None),
    "MD2": (S.OUT_FOR_DELIVERY, M.OUT_FOR_DELIVERY),
    "ND1": (S.DELIVERY_ATTEMPTED, M.ATTEMPTED),
    "AG1": (S.READY_FOR_PICKUP, M.AVAILABLE),
    "RE1": (S.RETURNING, None),
    "DI1": (S.DELIVERED, M.DELIVERED),
    "DI2": (S.RETURNED, M.RETURNED),
}


def request(wanted: Sequence[Wanted]) -> Call:
    numbers = ",".join(quote(one.number, safe="") for one in wanted)
    return Call("GET", f"/idships/{numbers}", {"lang": "en_GB"})


def parse(answer: Any, number: str | None = None) -> TrackingReport:
    """Of one number (an object) or several (a list, each with its own return code)."""
    rows = items(answer)
    if not any("shipment" in row or "returnCode" in row for row in rows):
        raise ContractChanged(tr("The answer of {name} has no shipment in it.", name="La Poste"))
    units, failures = [], []
    for row in rows:
        shipment = row.get("shipment")
        asked = text_at(row, "idShip") or text_at(shipment, "idShip") or number or ""
        if isinstance(shipment, dict) and (items(shipment, "event") or text_at(row, "returnCode") in ("200", None)):
            units.append(_unit(shipment, asked))
        else:
            failures.append((asked, _failure(row)))
    return TrackingReport(tuple(units), tuple(failures))


class LaPoste:
    """Ten numbers a call."""

    pace: ClassVar[Pace] = Pace(seconds_between=1.0, batch=10, connections=2)

    def __init__(self, client: HttpClient):
        self._client = client

    def fetch(self, wanted: Sequence[Wanted]) -> Fetched:
        reply = self._client.send(request(wanted))
        judge("La Poste", reply, now=self._client.now())
        return fetched("La Poste", parse(reply.data, wanted[0].number), wanted, reply.data)

    def test(self) -> str:
        with suppress(NotFoundYet):  # it knows the key, and not this number
            self.fetch([Wanted("LP000000000FR")])
        return tr("{name} accepts the key.", name="La Poste")


def _failure(row: dict[str, Any]) -> CarrierError:
    """Of a return code: one number's trouble inside a good answer."""
    code = text_at(row, "returnCode") or ""
    if code == "400":
        return InvalidNumber(tr("{name} cannot use this number. Check it.", name="La Poste"))
    if code == "401":
        return AuthError(tr("{name} refused the key. Enter it again in Settings → Carriers.", name="La Poste"))
    if code.startswith("5"):
        return Temporary(tr("{name} has trouble of its own. It is tried again later.", name="La Poste"))
    return not_known("La Poste")


def _unit(row: dict[str, Any], number: str) -> UnitReport:
    events = events_of(_event, row, "event")
    eta = times.read(row.get("estimDate")) or times.read(at(row, "deliveryDate"))
    is_there = any(event.status is S.DELIVERED for event in events)
    return UnitReport(
        number=text_at(row, "idShip") or number,
        raw_status=events[-1].raw_text if events else None,
        events=events,
        etas=(Eta(EtaKind.DELIVERY, eta.day, eta.day, eta.basis),) if eta and not is_there else (),
        origin=Place(country=country_of(at(row, "contextData", "originCountry"))),
        destination=Place(country=country_of(at(row, "contextData", "arrivalCountry"))),
        service=text_at(row, "product"),
    )


def _event(row: dict[str, Any]) -> Event | None:
    moment = times.read(row.get("date"))
    if moment is None:
        return None
    code = (text_at(row, "code") or "").upper()
    status, milestone = EVENTS.get(code, (S.UNKNOWN, None))
    words = text_at(row, "label")
    kind = K.CUSTOMS_HOLD if code == "DO3" else trouble_of(status, words)
    return Event(
        **timed(moment),
        status=status,
        milestone=milestone,
        exception_kind=kind,
        raw_code=code or None,
        raw_text=words,
    )
