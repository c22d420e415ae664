"""Process behaviour charts (XmR): what is routine and what is a signal."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """Limits of one stretch; they restart where an agreed action starts."""

    first: int  # index of its first point
    last: int
    centre: float
    lower: float | None  # None: too few points
    upper: float | None
    action: str | None  # what started here


@dataclass(frozen=True, slots=True)
class Signal:
    index: int
    kind: str  # "outside", "run"
    direction: str  # "up", "down"


@dataclass(frozen=True, slots=True)
class BehaviourChart:
    """Points in time order with their limits and signals."""

    measure: str  # lateness, lead_time, reply_time, on_time
    unit: str  # days, hours, share
    labels: tuple[str, ...]  # month (YYYY-MM) or day of each point
    values: tuple[float, ...]
    counts: tuple[int, ...]  # lines behind each point
    line_ids: tuple[tuple[int, ...], ...]
    segments: tuple[Segment, ...]
    signals: tuple[Signal, ...]
    log_scale: bool  # limits were computed on log(1 + days)
    verdict: str  # "better", "worse", "no clear change", "too few"
