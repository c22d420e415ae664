"""Process behaviour charts (XmR): what is routine and what is a signal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np


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


FEWEST = 6  # points below which limits mean nothing
RUN = 8  # points in a row on one side


def chart(
    measure: str,
    unit: str,
    *,
    labels: Sequence[str],
    values: Sequence[float],
    counts: Sequence[int],
    line_ids: Sequence[tuple[int, ...]],
    actions: Sequence[tuple[int, str]] = (),
    log_scale: bool = False,
    lower_is_better: bool = True,
    floor: float | None = None,
    ceiling: float | None = None,
) -> BehaviourChart:
    """Limits mean ± 2.66·mean moving range (Wheeler 1993), anew from each action: (index of first point, what).

    log_scale: limits on log(1 + x), for heavy tails; floor and ceiling: what the measure cannot go beyond.
    """
    segments, signals = [], []
    starts = sorted({0, *(index for index, _ in actions if 0 < index < len(values))})
    names = dict(actions)
    for place, first in enumerate(starts):
        last = (starts[place + 1] if place + 1 < len(starts) else len(values)) - 1
        if last < first:
            continue
        segment = _segment(np.asarray(values[first : last + 1], dtype=float), first, names.get(first), log_scale)
        lower, upper = segment.lower, segment.upper
        if lower is not None and floor is not None:
            lower = max(lower, floor)
        if upper is not None and ceiling is not None:
            upper = min(upper, ceiling)
        segments.append(Segment(first, last, segment.centre, lower, upper, segment.action))
        signals += _signals(values, segments[-1])
    return BehaviourChart(
        measure=measure,
        unit=unit,
        labels=tuple(labels),
        values=tuple(float(value) for value in values),
        counts=tuple(counts),
        line_ids=tuple(line_ids),
        segments=tuple(segments),
        signals=tuple(signals),
        log_scale=log_scale,
        verdict=_verdict(values, segments, signals, lower_is_better),
    )


def _segment(
    values: "np.ndarray[tuple[int], np.dtype[np.float64]]", first: int, what: str | None, log: bool
) -> Segment:
    on_scale = np.log1p(np.maximum(values, 0)) if log else values
    centre = float(on_scale.mean())
    last = first + len(values) - 1
    if len(values) < FEWEST:
        return Segment(first, last, float(np.expm1(centre)) if log else centre, None, None, what)
    reach = 2.66 * float(np.abs(np.diff(on_scale)).mean())
    limits = [centre - reach, centre + reach, centre]
    low, high, middle = (float(np.expm1(limit)) if log else limit for limit in limits)
    return Segment(first, last, middle, low, high, what)


def _signals(values: Sequence[float], segment: Segment) -> list[Signal]:
    if segment.lower is None or segment.upper is None:
        return []
    found = []
    side, length = 0, 0
    for index in range(segment.first, segment.last + 1):
        value = values[index]
        if value > segment.upper or value < segment.lower:
            found.append(Signal(index, "outside", "up" if value > segment.upper else "down"))
        here = (value > segment.centre) - (value < segment.centre)
        length = length + 1 if here == side and here else 1
        side = here
        if side and length == RUN:
            found.append(Signal(index, "run", "up" if side > 0 else "down"))
    return found


def _verdict(values: Sequence[float], segments: list[Segment], signals: list[Signal], lower_is_better: bool) -> str:
    if len(values) < FEWEST:
        return "too few"
    if len(segments) > 1 and segments[-2].lower is not None:
        change = _shift(values, segments[-2], segments[-1])
    else:
        recent = [signal for signal in signals if signal.index >= len(values) - 6]
        change = 0 if not recent else 1 if recent[-1].direction == "up" else -1
    if not change:
        return "no clear change"
    return "better" if (change < 0) == lower_is_better else "worse"


def _shift(values: Sequence[float], old: Segment, new: Segment) -> int:
    """1 or −1 where the level since an action left the old one, 0 where chance would do the same.

    It left where the new mean lies outside the old limits, or eight new points in a row lie on its side of the old
    mean. Two means always differ: that alone proves nothing.
    """
    change = (new.centre > old.centre) - (new.centre < old.centre)
    if old.lower is None or old.upper is None or new.last - new.first + 1 < RUN:
        return 0
    if not old.lower <= new.centre <= old.upper:
        return change
    by_the_old = _signals(values, replace(old, first=new.first, last=new.last))
    toward = "up" if change > 0 else "down"
    return change if any(one.kind == "run" and one.direction == toward for one in by_the_old) else 0
