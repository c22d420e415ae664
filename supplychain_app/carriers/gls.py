"""GLS Group track and trace: several parcels a call, offsets written +0200."""

from collections.abc import Sequence
from typing import Any, ClassVar
from urllib.parse import quote

from supplychain_app.carriers import times
from supplychain_app.carriers.base import Call, ContractChanged, Fetched, Pace, Wanted, fetched, not_known
from supplychain_app.carriers.http import judge
from supplychain_app.carriers.oauth import OAuthClient
from supplychain_app.carriers.reading import at, code_of, events_of, items, place_of, text_at, timed
from supplychain_app.carriers.words import trouble_of
from supplychain_app.domain.shipments import Event, Milestone, Status, TrackingReport, UnitReport
from supplychain_app.language import tr

BASE_URL = "https://api.gls-group.net"

S = Status
STATUS: dict[str, Status] = {
    "PREADVICE": S.PRE_TRANSIT,
    "INTRANSIT": S.IN_TRANSIT,
    "INWAREHOUSE": S.IN_TRANSIT,
    "INDELIVERY": S.OUT_FOR_DELIVERY,
    "DELIVERED": S.DELIVERED,
    "DELIVEREDPS": S.READY_FOR_PICKUP,  # handed to a parcel shop, where it waits
    "NOTDELIVERED": S.DELIVERY_ATTEMPTED,
    "CANCELED": S.CANCELLED,
    "FINAL": S.UNKNOWN,  # closed, without saying how
}
_MILESTONES = {S.PRE_TRANSIT: Milestone.LABEL_CREATED, S.OUT_FOR_DELIVERY: Milestone.OUT_FOR_DELIVERY,
               S.DELIVERED: Milestone.DELIVERED, S.DELIVERY_ATTEMPTED: Milestone.ATTEMPTED}  # fmt: skip


def token_call() -> Call:
    return Call("POST", "/oauth2/v2/token", form={"grant_type": "client_credentials"})


def request(wanted: Sequence[Wanted]) -> Call:
    numbers = ",".join(quote(one.number, safe="") for one in wanted)
    return Call("GET", f"/track-and-trace-v1/tracking/simple/trackids/{numbers}")


def parse(answer: Any, number: str | None = None) -> TrackingReport:
    if not isinstance(at(answer, "parcels"), list | dict):
        raise ContractChanged(tr("The answer of {name} has no parcels in it.", name="GLS"))
    units, failures = [], []
    for row in items(answer, "parcels"):
        asked = text_at(row, "requested") or text_at(row, "unitno") or number or ""
        if text_at(row, "errorCode"):
            failures.append((asked, not_known("GLS")))
        else:
            units.append(_unit(row, asked))
    return TrackingReport(tuple(units), tuple(failures))


class Gls:
    """Ten numbers a call."""

    pace: ClassVar[Pace] = Pace(seconds_between=1.0, batch=10, connections=2)

    def __init__(self, oauth: OAuthClient):
        self._oauth = oauth

    def fetch(self, wanted: Sequence[Wanted]) -> Fetched:
        reply = self._oauth.send(request(wanted))
        judge("GLS", reply, now=self._oauth.client.now())
        return fetched("GLS", parse(reply.data, wanted[0].number), wanted, reply.data)

    def test(self) -> str:
        self._oauth.token()
        return tr("{name} accepts the client id and secret.", name="GLS")


def _unit(row: dict[str, Any], number: str) -> UnitReport:
    raw = text_at(row, "status")
    status = code_of(STATUS, raw)
    events = events_of(_event, row, "events")
    return UnitReport(
        number=number,
        status=status or (S.UNKNOWN if raw else None),
        exception_kind=trouble_of(status, events[-1].raw_text if events else None),
        raw_status=raw,
        events=events,
    )


def _event(row: dict[str, Any]) -> Event | None:
    country = text_at(row, "country")
    moment = times.read(row.get("eventDateTime"), country=country)
    if moment is None:
        return None
    code = text_at(row, "code")
    status = next((s for part in (code or "").split(".") if (s := code_of(STATUS, part))), S.UNKNOWN)
    return Event(
        **timed(moment),
        status=status,
        milestone=_MILESTONES.get(status),
        exception_kind=trouble_of(status, text_at(row, "description")),
        raw_code=code,
        raw_text=text_at(row, "description"),
        place=place_of(text_at(row, "city"), country, postcode=row.get("postalCode")),
    )
