"""Kaplan–Meier with weights, right-censoring and delayed entry, over one group or thousands at once.

Kaplan & Meier 1958, JASA 53:457: S(t) = Π over event times u ≤ t of (1 − d(u) / n(u)), where d(u) is the weight of
events at u and n(u) the weight at risk: lines with entry < u ≤ time. A line that entered our view late is at risk
only from its age at that moment (left truncation), a line still open leaves at its age today (right censoring).
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]

_ROUNDING = 1e-12
Z95 = 1.959963984540054  # two-sided 95 %


@dataclass(frozen=True, slots=True)
class Curve:
    """S(t) after each event time, ready to draw as steps."""

    times: tuple[float, ...]
    survival: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    n: int
    events: int


@dataclass(frozen=True, slots=True)
class Curves:
    """The step functions of many groups in one piece: group g owns rows start[g] to start[g + 1]."""

    start: Integers  # groups + 1
    times: Floats
    survival: Floats
    log_log: Floats  # log(−log S), on which limits stay within 0 and 1 (Kalbfleisch & Prentice)
    half: Floats  # the half width of its interval at the confidence asked for, by Greenwood's formula
    deaths: Floats
    at_risk: Floats

    @property
    def groups(self) -> int:
        return len(self.start) - 1

    @property
    def lower(self) -> Floats:
        """The lower limit of S."""
        return np.exp(-np.exp(self.log_log + self.half))

    @property
    def upper(self) -> Floats:
        return np.exp(-np.exp(self.log_log - self.half))

    def quantiles(self, share: float) -> Floats:
        """First time at which S ≤ 1 − share, per group; NaN: not reached."""
        return self._first_below(self.survival > 1.0 - share + _ROUNDING)

    def quantile_limits(self, share: float) -> tuple[Floats, Floats]:
        """Where the limits of S cross 1 − share, per group (Brookmeyer & Crowley 1982); NaN: not reached."""
        level = math.log(-math.log(1.0 - share + _ROUNDING))
        return self._first_below(self.log_log + self.half < level), self._first_below(self.log_log - self.half < level)

    def one(self, group: int, *, n: int, events: int) -> Curve:
        """One group's curve as plain tuples."""
        rows = slice(int(self.start[group]), int(self.start[group + 1]))
        columns = (self.times[rows], self.survival[rows], self.lower[rows], self.upper[rows])
        times, survival, lower, upper = (tuple(column.tolist()) for column in columns)
        return Curve(times, survival, lower, upper, n, events)

    def _first_below(self, above: Flags) -> Floats:
        """The time of each group's first row that is not above a level."""
        found = np.full(self.groups, np.nan)
        # S only falls, so the first row at or below the level is the end of the rows above it.
        count = np.concatenate(([0], np.cumsum(above)))
        first = self.start[:-1] + (count[self.start[1:]] - count[self.start[:-1]])
        reached = first < self.start[1:]
        found[reached] = self.times[first[reached]]
        return found


def kaplan_meier(
    time: NDArray[Any],
    event: Flags,
    *,
    entry: NDArray[Any] | None = None,
    weight: Floats | None = None,
    group: Integers | None = None,
    groups: int | None = None,
    z: float = Z95,
) -> Curves:
    """The curves of all groups.

    time: age at completion or at censoring; event: completed; entry: age when first seen (−inf or below every time:
    from the start); group: 0 ≤ code < groups. Lines with time ≤ entry were never at risk and do not count.
    """
    time = np.asarray(time)
    count = len(time)
    group = np.zeros(count, dtype=np.int64) if group is None else np.asarray(group, dtype=np.int64)
    groups = (int(group.max()) + 1 if count else 1) if groups is None else groups
    weight = None if weight is None else np.asarray(weight, dtype=np.float64)
    entry = np.full(count, -np.inf) if entry is None else np.asarray(entry)
    seen = time > entry if weight is None else (time > entry) & (weight > 0)
    if not seen.all():
        time, event, entry, group = time[seen], event[seen], entry[seen], group[seen]
        weight = None if weight is None else weight[seen]
    if not len(time) or not event.any():
        empty = np.zeros(0)
        return Curves(np.zeros(groups + 1, dtype=np.int64), empty, empty, empty, empty, empty, empty)

    # Times become ranks, so that (group, time) is one integer that sorts and searches fast.
    distinct, rank = _ranks(time)
    span = len(distinct) + 1
    key = group * span
    key += rank
    at, deaths, at_risk = _counted(key, event, weight, groups, span)
    of_group = at // span

    late = entry >= distinct[0]  # only these are missing from some risk sets
    if late.any():
        # entry ≥ t ⇔ rank of the first time > entry lies beyond t's rank
        entry_key = group[late] * span + np.searchsorted(distinct, entry[late], side="right")
        by_entry = np.argsort(entry_key, kind="stable")
        entry_key = entry_key[by_entry]
        entry_cumulated = np.concatenate(
            ([0.0], np.cumsum(np.ones(len(by_entry)) if weight is None else weight[late][by_entry]))
        )
        end = np.searchsorted(entry_key, (of_group + 1) * span, side="left")
        begin = np.searchsorted(entry_key, at, side="right")
        at_risk = at_risk - (entry_cumulated[end] - entry_cumulated[begin])

    start = np.searchsorted(of_group, np.arange(groups + 1)).astype(np.int64)
    log_survival, spread = _product_limit(deaths, at_risk, start)
    with np.errstate(divide="ignore", invalid="ignore"):
        log_log = np.log(-log_survival)
        half = z * np.sqrt(spread) / -log_survival
    half[log_survival >= 0.0] = 0.0  # S = 1 has no width
    return Curves(start, distinct[at % span], np.exp(log_survival), log_log, half, deaths, at_risk)


def _counted(
    key: Integers, event: Flags, weight: Floats | None, groups: int, span: int
) -> tuple[Integers, Floats, Floats]:
    """The distinct keys at which somebody was done, how many were, and how many of the group were not done before."""
    if weight is None and groups * span <= len(key):  # a table is faster than sorting
        cells = groups * span
        died = np.bincount(key[event], minlength=cells)
        at = np.flatnonzero(died)
        before = np.concatenate(([0.0], np.cumsum(np.bincount(key, minlength=cells), dtype=np.float64)))
        return at, died[at].astype(np.float64), before[(at // span + 1) * span] - before[at]
    if weight is None:
        return _counted_by_sorting(key, event, groups, span)
    order = np.argsort(key)
    key, weight = key[order], weight[order]
    cumulated = np.concatenate(([0.0], np.cumsum(weight)))
    done = np.concatenate(([0.0], np.cumsum(np.where(event[order], weight, 0.0))))
    run = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1], [True])))  # where each key begins
    deaths = done[run[1:]] - done[run[:-1]]
    hit = np.flatnonzero(deaths > 0)
    begin = run[hit]
    at = key[begin]
    end_of_group = np.searchsorted(key, np.arange(1, groups + 1) * span, side="left")
    return at, deaths[hit], cumulated[end_of_group[at // span]] - cumulated[begin]


def _counted_by_sorting(key: Integers, event: Flags, groups: int, span: int) -> tuple[Integers, Floats, Floats]:
    """The same without weights: the event rides along as the last bit, so that nothing but the keys is sorted."""
    small = 2 * groups * span < 1 << 31  # half the memory sorts in half the time
    key = np.multiply(key, 2, dtype=np.int32 if small else np.int64, casting="same_kind")
    key += event
    key.sort()
    at = key >> 1
    run = np.flatnonzero(np.concatenate(([True], at[1:] != at[:-1])))  # where each begins
    deaths = np.add.reduceat(key & 1, run)
    hit = np.flatnonzero(deaths)
    begin = run[hit]
    at = at[begin].astype(np.int64)
    end_of_group = np.searchsorted(key, np.arange(1, groups + 1, dtype=key.dtype) * (2 * span))
    return at, deaths[hit].astype(np.float64), (end_of_group[at // span] - begin).astype(np.float64)


def _ranks(time: NDArray[Any]) -> tuple[Floats, Integers]:
    """The distinct times in order, and the rank of each; of whole days in a narrow range, all days of the range."""
    low, high = float(time.min()), float(time.max())
    if high - low <= 100_000:
        whole = (time - time.min()).astype(np.int64)
        if time.dtype.kind == "i" or np.array_equal(whole + low, time):
            return np.arange(low, high + 1.0), whole
    distinct, rank = np.unique(time, return_inverse=True)
    return distinct, rank


def _product_limit(deaths: Floats, at_risk: Floats, start: Integers) -> tuple[Floats, Floats]:
    """log S and Greenwood's Σ d / (n (n − d)) along each group's rows."""
    left = at_risk - deaths
    last = left <= 1e-9 * at_risk  # everyone at risk is gone: S is 0 from here on
    with np.errstate(divide="ignore", invalid="ignore"):
        steps = np.where(last, 0.0, np.log1p(-deaths / at_risk))
        terms = np.where(last, 0.0, deaths / (at_risk * left))

    def along(values: NDArray[Any]) -> NDArray[Any]:
        total = np.concatenate(([0], np.cumsum(values)))
        since: NDArray[Any] = total[1:] - np.repeat(total[start[:-1]], np.diff(start))
        return since

    log_survival = along(steps)
    log_survival[along(last) > 0] = -np.inf
    return log_survival, along(terms)


def residual(times: Floats, survival: Floats, age: float, share: float) -> float:
    """Further time until `share` of those still open at `age` are done: S(t | a) = S(a + t) / S(a); NaN: not reached.

    >>> residual(np.array([1.0, 5.0, 9.0]), np.array([0.6, 0.3, 0.0]), 2.0, 0.5)
    3.0
    """
    reached = np.searchsorted(times, age, side="right")
    still = 1.0 if reached == 0 else float(survival[reached - 1])
    if still <= 0.0:
        return float("nan")
    later = np.flatnonzero(survival[reached:] <= still * (1.0 - share) + 1e-12)
    return float(times[reached + later[0]] - age) if len(later) else float("nan")
