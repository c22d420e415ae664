"""What the simulated carriers know, and since when: shipments, their events and ETAs, and faults on demand."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from supplychain_app.domain.errors import FileError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """One thing a carrier will tell from `known_at` on."""

    known_at: str  # UTC, YYYY-MM-DDTHH:MM:SSZ: before this the carrier is silent about it
    occurred_local: str  # YYYY-MM-DDTHH:MM:SS as at the place
    offset_min: int | None = None
    status: str = "in_transit"  # a value of domain.shipments.Status
    milestone: str | None = None  # a value of domain.shipments.Milestone
    classifier: str = "actual"
    code: str | None = None  # the carrier's own code; found from milestone or status when missing
    subcode: str | None = None
    text: str = ""
    city: str = ""
    country: str = ""
    unlocode: str = ""
    facility: str = ""
    mode: str = ""
    vessel: str = ""
    imo: str = ""
    voyage: str = ""
    empty: bool | None = None
    event_id: str | None = None
    retracted_at: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedEta:
    """One answer to "when?", given from `known_at` until the next one of its kind."""

    known_at: str
    latest: str  # a day, or a local date-time
    earliest: str = ""  # empty: the same as `latest`
    kind: str = "delivery"  # a value of domain.shipments.EtaKind


@dataclass(frozen=True, slots=True)
class PlannedUnit:
    """One tracked parcel or container and its whole life."""

    carrier: str  # key of carriers.registry.CARRIERS: "dhl", "maersk" ...
    number: str
    events: tuple[PlannedEvent, ...] = ()
    etas: tuple[PlannedEta, ...] = ()
    unique_id: str = ""  # tells apart two shipments that reuse one number
    kind: str = "parcel"
    service: str = "express"
    reference: str = ""  # booking or bill of lading of a container
    origin_city: str = ""
    origin_country: str = ""
    origin_unlocode: str = ""
    destination_city: str = ""
    destination_country: str = ""
    destination_unlocode: str = ""
    purchase_orders: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    signed_by: str = ""  # personal data that must not be kept
    not_found_until: str | None = None  # UTC: the carrier denies knowing the number before


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that goes wrong on demand; used up after `times` answers (−1: always).

    Kinds: unauthorized, stale_token, bad_token, forbidden, not_found, rate_limited, server_error, html, nonsense,
    truncated, huge, empty, gzip, reset, slow, redirect.
    """

    carrier: str
    kind: str
    number: str | None = None
    times: int = 1
    value: str = ""  # Retry-After of rate_limited, target of redirect, seconds of slow
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class SimulatorPlan:
    """Everything the simulator will ever say."""

    units: tuple[PlannedUnit, ...] = ()
    faults: tuple[Fault, ...] = ()
    page_size: int = 100
    dcsa_version: str = "2.2"  # 2.2, beta or 3.0

    def to_json(self, path: Path) -> None:
        """Write the plan so that `simulate-carriers --plan` can serve it later."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":")), encoding="utf-8")

    @classmethod
    def from_json(cls, path: Path) -> "SimulatorPlan":
        """Read a plan; FileError when it is not one."""
        try:
            return cls.from_dict(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise FileError(
                f"{path} is not a plan for the carrier simulator: {error}. Make one with `demo`."
            ) from error

    @classmethod
    def from_dict(cls, found: dict[str, Any]) -> "SimulatorPlan":
        units = tuple(
            _made(
                PlannedUnit,
                unit
                | {"events": tuple(_made(PlannedEvent, event) for event in unit.get("events", ()))}
                | {"etas": tuple(_made(PlannedEta, eta) for eta in unit.get("etas", ()))}
                | {name: tuple(unit.get(name, ())) for name in ("purchase_orders", "pieces")},
            )
            for unit in found.get("units", ())
        )
        faults = tuple(_made(Fault, fault) for fault in found.get("faults", ()))
        return _made(cls, found | {"units": units, "faults": faults})


def _made(kind: type[T], values: dict[str, Any]) -> T:
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: value for name, value in values.items() if name in names})
