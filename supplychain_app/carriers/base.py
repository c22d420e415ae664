"""What every carrier adapter offers, what it is asked with, and the kinds of error it may raise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Protocol

from supplychain_app.domain.errors import CarrierError
from supplychain_app.domain.shipments import TrackingReport
from supplychain_app.language import tr


class AuthError(CarrierError):
    """The key was refused; nothing more is asked until the user gives another."""


class PermissionError_(CarrierError):
    """The key is good, but may not see this."""


class NotFoundYet(CarrierError):
    """The carrier does not know the number, or not yet."""


class InvalidNumber(CarrierError):
    """The carrier says that this cannot be one of its numbers."""


class RateLimited(CarrierError):
    """Too many calls; `not_before` says when to come back, None when the carrier does not."""

    def __init__(self, message: str, not_before: datetime | None = None):
        super().__init__(message)
        self.not_before = not_before


class QuotaExhausted(RateLimited):
    """The day's (or the plan's) calls are used up."""


class Temporary(CarrierError):
    """No answer, or one that says to try again."""


class ContractChanged(CarrierError):
    """The answer cannot be read: not JSON, another shape, another address."""

    def __init__(self, message: str, payload: str | None = None):
        super().__init__(message)
        self.payload = payload


class ConfigError(CarrierError):
    """The carrier's settings are incomplete or not allowed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One number to ask for, with what some carriers want besides."""

    number: str
    unique_id: str = ""
    reference: str = ""  # booking or bill of lading of a container
    service: str = ""
    postcode: str = ""
    kind: str = "parcel"


@dataclass(frozen=True, slots=True)
class Call:
    """A request before it is sent; the path is already percent-encoded."""

    method: str
    path: str
    params: Mapping[str, str] = field(default_factory=dict)
    json: Any = None
    form: Mapping[str, str] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    is_read: bool = True  # may be repeated after a fault; creating calls never are
    is_xml: bool = False  # the answer is left as text


@dataclass(frozen=True, slots=True)
class Fetched:
    """What one fetch brought: the report, the answers themselves, and how many calls it took."""

    report: TrackingReport
    payloads: tuple[Any, ...] = ()
    calls: int = 1


@dataclass(frozen=True, slots=True)
class Pace:
    """What a carrier allows; None means that nothing is known."""

    seconds_between: float = 1.0
    per_day: int | None = None
    per_hour: int | None = None
    batch: int = 1
    connections: int = 4
    slowest_refresh_hours: float = 0.0  # asking for one shipment more often brings nothing, or is refused


def not_known(name: str) -> NotFoundYet:
    """Not found, or not yet: carriers do not tell the two apart."""
    return NotFoundYet(tr("{name} does not know this number, or not yet.", name=name))


def fetched(name: str, report: TrackingReport, wanted: Sequence[Wanted], answer: Any, calls: int = 1) -> Fetched:
    """An answer as it goes on; asked for a single number, that number's own failure is raised."""
    if len(wanted) == 1 and not report.units:
        raise report.failures[0][1] if report.failures else not_known(name)
    return Fetched(report, (answer,), calls)


class Adapter(Protocol):
    """One carrier (or aggregator): asks for numbers and reads the answers."""

    pace: ClassVar[Pace]

    def fetch(self, wanted: Sequence[Wanted]) -> Fetched:
        """Ask for up to `pace.batch` numbers; raises a CarrierError when the whole call failed."""
        ...

    def test(self) -> str:
        """Try the connection; a sentence on what was found, or a CarrierError."""
        ...
