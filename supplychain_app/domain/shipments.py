"""Shipments under way: one vocabulary of statuses and milestones, events and ETAs."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum

from supplychain_app.domain.stages import Step


class Status(StrEnum):
    """Where a tracked unit stands."""

    UNKNOWN = "unknown"
    NOT_FOUND = "not_found"
    PRE_TRANSIT = "pre_transit"
    IN_TRANSIT = "in_transit"
    OUT_FOR_DELIVERY = "out_for_delivery"
    READY_FOR_PICKUP = "ready_for_pickup"
    DELIVERY_ATTEMPTED = "delivery_attempted"
    EXCEPTION = "exception"
    RETURNING = "returning"
    RETURNED = "returned"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


RANK = {
    Status.UNKNOWN: 0,
    Status.NOT_FOUND: 0,
    Status.EXPIRED: 5,
    Status.PRE_TRANSIT: 10,
    Status.IN_TRANSIT: 30,
    Status.EXCEPTION: 40,
    Status.DELIVERY_ATTEMPTED: 45,
    Status.OUT_FOR_DELIVERY: 50,
    Status.READY_FOR_PICKUP: 55,
    Status.RETURNING: 60,
    Status.RETURNED: 90,
    Status.CANCELLED: 95,
    Status.DELIVERED: 100,
}
"""For display and sorting only: a status is never computed as the highest rank seen."""

FINISHED = frozenset({Status.DELIVERED, Status.RETURNED, Status.CANCELLED})


class Delay(StrEnum):
    NONE = "none"
    AT_RISK = "at_risk"
    DELAYED = "delayed"


class ExceptionKind(StrEnum):
    CUSTOMS_HOLD = "customs_hold"
    CUSTOMS_INFO_NEEDED = "customs_info_needed"
    ADDRESS = "address"
    REFUSED = "refused"
    RECIPIENT_ABSENT = "recipient_absent"
    DAMAGED = "damaged"
    LOST = "lost"
    MISSORTED = "missorted"
    WEATHER = "weather"
    OPERATIONAL = "operational"
    SECURITY = "security"
    PAYMENT_DUE = "payment_due"
    CANCELLED = "cancelled"
    OTHER = "other"


class Milestone(StrEnum):
    """Finer steps, mainly of freight; they feed the stages."""

    BOOKED = "booked"
    LABEL_CREATED = "label_created"
    PICKED_UP = "picked_up"
    ORIGIN_GATE_IN = "origin_gate_in"
    LOADED = "loaded"
    DEPARTED = "departed"
    TRANSSHIPMENT_DISCHARGED = "transshipment_discharged"
    TRANSSHIPMENT_LOADED = "transshipment_loaded"
    ARRIVED = "arrived"
    DISCHARGED = "discharged"
    CUSTOMS_HOLD = "customs_hold"
    CUSTOMS_RELEASED = "customs_released"
    AVAILABLE = "available"
    GATE_OUT = "gate_out"
    OUT_FOR_DELIVERY = "out_for_delivery"
    ATTEMPTED = "attempted"
    DELIVERED = "delivered"
    EMPTY_RETURNED = "empty_returned"
    RETURNED = "returned"


MILESTONE_STEP: dict[Milestone, Step] = {
    Milestone.PICKED_UP: Step.PICKED_UP,
    Milestone.ORIGIN_GATE_IN: Step.AT_ORIGIN,
    Milestone.DEPARTED: Step.DEPARTED,
    Milestone.ARRIVED: Step.ARRIVED,
    Milestone.AVAILABLE: Step.AVAILABLE,
    Milestone.DISCHARGED: Step.AVAILABLE,
    Milestone.CUSTOMS_RELEASED: Step.RELEASED,
    Milestone.DELIVERED: Step.AT_GATE,
}
"""Which bound of a stage a milestone tells; the first actual event of a unit counts, of several units the last."""


class Classifier(StrEnum):
    PLANNED = "planned"
    ESTIMATED = "estimated"
    ACTUAL = "actual"


class TimeBasis(StrEnum):
    """How far a time given by a carrier can be trusted."""

    OFFSET_GIVEN = "offset_given"
    UTC_GIVEN = "utc_given"
    LOCATION_INFERRED = "location_inferred"
    UNKNOWN = "unknown"


class EtaKind(StrEnum):
    DELIVERY = "delivery"
    PICKUP_READY = "pickup_ready"
    PORT_ARRIVAL = "port_arrival"
    PORT_DEPARTURE = "port_departure"
    AVAILABILITY = "availability"


@dataclass(frozen=True, slots=True)
class Place:
    text: str | None = None
    city: str | None = None
    region: str | None = None
    postcode: str | None = None
    country: str | None = None
    unlocode: str | None = None
    facility_code: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing a carrier says happened, or will; its own code and text are kept beside ours."""

    occurred_local: str  # YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS, as at the place
    classifier: Classifier = Classifier.ACTUAL
    status: Status = Status.UNKNOWN
    milestone: Milestone | None = None
    exception_kind: ExceptionKind | None = None
    utc_offset_min: int | None = None
    occurred_utc: str | None = None
    time_basis: TimeBasis = TimeBasis.UNKNOWN
    raw_code: str | None = None
    raw_subcode: str | None = None
    raw_text: str | None = None
    place: Place = Place()
    source_event_id: str | None = None
    source_unique_id: str | None = None
    mode: str | None = None
    vessel_name: str | None = None
    vessel_imo: str | None = None
    voyage: str | None = None
    equipment_ref: str | None = None
    empty: bool | None = None
    retracted: bool = False
    created_utc: str | None = None  # when the source says it learned of it


@dataclass(frozen=True, slots=True)
class Eta:
    """One answer to "when?"; an earlier and a later bound, by whom."""

    kind: EtaKind
    earliest: str  # date or local date-time, as the source gives it
    latest: str
    time_basis: TimeBasis = TimeBasis.UNKNOWN
    source_label: str | None = None
    created_utc: str | None = None


@dataclass(frozen=True, slots=True)
class UnitReport:
    """What one answer says of one tracked unit."""

    number: str
    unique_id: str = ""
    status: Status | None = None  # the carrier's explicit current status, if it gives one
    delay: Delay = Delay.NONE
    delay_reason: str | None = None
    exception_kind: ExceptionKind | None = None
    raw_status: str | None = None
    events: tuple[Event, ...] = ()
    etas: tuple[Eta, ...] = ()
    references: tuple[tuple[str, str], ...] = ()  # (kind, value), such as ("PO", "10077")
    pieces: tuple[str, ...] = ()
    origin: Place = Place()
    destination: Place = Place()
    service: str | None = None
    parts: tuple["UnitReport", ...] = ()  # the parcels or containers of a shipment, where each is told apart

    @property
    def standing(self) -> Status:
        """Where it stands by this answer alone: the explicit status, else that of the newest thing that happened."""
        if self.status is not None and self.status is not Status.UNKNOWN:
            return self.status
        told = (e for e in self.events if e.classifier is Classifier.ACTUAL and not e.retracted)
        known = [event for event in told if event.status is not Status.UNKNOWN]
        return max(known, key=event_sort_key).status if known else self.status or Status.UNKNOWN


@dataclass(frozen=True, slots=True)
class TrackingReport:
    """What one answer of a carrier says: units, numbers that failed, and what was odd in it."""

    units: tuple[UnitReport, ...] = ()
    failures: tuple[tuple[str, Exception], ...] = ()
    notes: tuple[str, ...] = field(default=())


def event_day(event: Event) -> date:
    """The local calendar day of an event."""
    return date.fromisoformat(event.occurred_local[:10])


def event_sort_key(event: Event) -> tuple[str, str, str, str]:
    """Orders events by moment, then local time; what is left equal is ordered by the carrier's own words."""
    moment = event.occurred_utc or event.occurred_local
    return (moment.rstrip("Z"), event.occurred_local, event.raw_code or "", event.raw_text or "")


def utc_text(moment: datetime) -> str:
    """A moment as the file stores it: UTC, to the second, ending in Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
