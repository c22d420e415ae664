"""One order line's story and a shipment's journey on one time axis, and how the date of its arrival has drifted."""

from dataclasses import dataclass
from datetime import date, datetime

from supplychain_app.domain.calendars import OwnDays


@dataclass(frozen=True, slots=True)
class StoryMoment:
    """Something that happened on a day."""

    day: date
    kind: str  # sent, acknowledged, communication, shipment, receipt, reassigned
    words: str


@dataclass(frozen=True, slots=True)
class StoryPromise:
    """A promise: which day it names, and since when it was known."""

    known_on: date
    promised_on: date
    source: str
    quantity: float | None = None  # where it names one
    is_part: bool = False  # the same message told of a later part: the line is not complete with this one
    closure: OwnDays | None = None  # of the supplier, in which the day lies


@dataclass(frozen=True, slots=True)
class LineStory:
    """What is known of one line as of a day."""

    line_id: int
    purchase_order: str
    line: str
    supplier: str
    material: str
    as_of: date
    issued_on: date | None
    required_on: date | None
    completed_on: date | None
    promises: tuple[StoryPromise, ...]
    moments: tuple[StoryMoment, ...]
    forecast: dict[float, date]  # level -> day; empty where nothing can be said
    note: str = ""
    forecast_basis: str = ""  # promise, lead time, carrier eta
    p_late: float | None = None  # later than required, or than promised where no day is required

    @property
    def whole_promises(self) -> tuple[StoryPromise, ...]:
        """The promises of the whole line, without the earlier parts of a delivery in parts."""
        return tuple(promise for promise in self.promises if not promise.is_part)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """When an open line will come; no days where nothing can be said."""

    days: dict[float, date]  # level -> day
    basis: str = ""
    p_late: float | None = None


@dataclass(frozen=True, slots=True)
class EtaDrift:
    """The answers a carrier gave to "when?", in the order in which it gave them."""

    name: str
    observations: tuple[tuple[date, date], ...]  # (observed on, expected on)
    arrived_on: date | None
    line_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class JourneyStep:
    """An event of a shipment, in the local time of its place."""

    at: datetime
    words: str
    place: str = ""
    happened: bool = True  # else it is planned or estimated
    is_trouble: bool = False


@dataclass(frozen=True, slots=True)
class Journey:
    """What happened to a shipment as of a day, and when it is expected and needed."""

    name: str
    as_of: date
    steps: tuple[JourneyStep, ...]
    expected_on: date | None
    needed_on: date | None
    arrived_on: date | None
    line_ids: tuple[int, ...] = ()
