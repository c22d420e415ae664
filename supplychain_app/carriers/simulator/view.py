"""What a simulated carrier would tell at one moment of its plan."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from supplychain_app.carriers.simulator.plan import PlannedEta, PlannedEvent, PlannedUnit, SimulatorPlan
from supplychain_app.domain.shipments import utc_text


@dataclass(frozen=True, slots=True)
class Request:
    """A request without the carrier's prefix in its path."""

    carrier: str
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]  # names in lower case
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back; a dict or list is written as JSON."""

    body: Any
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str = "application/json"


class View:
    """The plan as one carrier knows it at `now`."""

    def __init__(
        self, plan: SimulatorPlan, carrier: str, now: datetime, index: dict[tuple[str, str], list[PlannedUnit]]
    ):
        self.plan = plan
        self.carrier = carrier
        self.now = now
        self.moment = utc_text(now)
        self._index = index

    def units(self, number: str) -> list[PlannedUnit]:
        """The shipments under a number that this carrier admits to know now."""
        found = self._index.get((self.carrier, number), [])
        return [unit for unit in found if not (unit.not_found_until and self.moment < unit.not_found_until)]

    def events(self, unit: PlannedUnit) -> list[PlannedEvent]:
        """What is known of a unit now, newest first as most carriers list it."""
        known = [event for event in unit.events if event.known_at <= self.moment]
        return sorted(known, key=lambda event: event.occurred_local, reverse=True)

    def happened(self, unit: PlannedUnit) -> list[PlannedEvent]:
        return [e for e in self.events(unit) if e.classifier == "actual" and not self.is_retracted(e)]

    def status(self, unit: PlannedUnit) -> str:
        happened = self.happened(unit)
        return happened[0].status if happened else "pre_transit"

    def eta(self, unit: PlannedUnit, kind: str = "delivery") -> PlannedEta | None:
        """The newest answer to "when?" of a kind."""
        return max(self.etas(unit, kind), key=lambda eta: eta.known_at, default=None)

    def etas(self, unit: PlannedUnit, kind: str = "delivery") -> list[PlannedEta]:
        return [eta for eta in unit.etas if eta.kind == kind and eta.known_at <= self.moment]

    def is_retracted(self, event: PlannedEvent) -> bool:
        return event.retracted_at is not None and event.retracted_at <= self.moment


def indexed(units: Iterable[PlannedUnit]) -> dict[tuple[str, str], list[PlannedUnit]]:
    """Units by carrier and by every number under which they may be asked for."""
    found: dict[tuple[str, str], list[PlannedUnit]] = {}
    for unit in units:
        for number in {unit.number, unit.reference} - {""}:
            found.setdefault((unit.carrier, number), []).append(unit)
    return found


def offset_text(minutes: int | None, *, colon: bool = True) -> str:
    """+02:00, or nothing when the offset is not known."""
    if minutes is None:
        return ""
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"{sign}{hours:02d}{':' if colon else ''}{rest:02d}"


def utc_of(event: PlannedEvent) -> datetime:
    """The event's moment; a missing offset is taken as UTC."""
    local = datetime.fromisoformat(event.occurred_local)
    return (local - timedelta(minutes=event.offset_min or 0)).replace(tzinfo=UTC)
