"""When an open line will arrive: a distribution, not a date.

With a promise: the distribution of delays around the promise (Kaplan–Meier, open lines censored), supplier leaning on
country and mode leaning on all. Without one: the distribution of lead times. Both conditioned on the line not having
been booked in by today: a line that is due may have arrived without being recorded yet, so days up to today keep the
share of receipts that are recorded later than that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics import shrinkage
from supplychain_app.analytics.groups import ladder
from supplychain_app.analytics.line_facts import MISSING, NO_START, LineFacts, OpenLines
from supplychain_app.analytics.outlook import AHEAD, BACK, Outlook, Source, reached, summed_from_end

Rows = NDArray[Any]

DELAY_LOW, DELAY_HIGH = -400, 900  # days around the promise
LEAD_HIGH = 1500
LAG_PSEUDO_RECEIPTS = 30.0
ENOUGH_AT_RISK = 30  # lines still open on a day, for their own pace to be told from it
NEGLIGIBLE = 1e-20  # of what is still open
PACE_DAYS = 60  # over which the pace is averaged


class LineForecast(NamedTuple):
    """The quantiles of one open line's arrival."""

    line_id: int
    purchase_order: str
    line: str
    supplier_id: int | None
    basis: str  # "promise", "lead time", "carrier eta", "none" (nothing to go by)
    n: float  # weight of past lines it rests on
    issued: date | None
    promise: date | None
    required: date | None
    p_late: float | None  # P(later than required; than the promise where none is required)
    quantiles: dict[float, date]  # empty where nothing can be said
    source_file: str | None
    source_row: int | None


@dataclass(frozen=True)
class Knobs:
    """One way of looking at the past."""

    fields: tuple[tuple[str, ...], ...]  # groups that lean on each other, the widest first
    pseudo_orders: float = 15.0
    half_life: float | None = None  # days of the calendar in which experience halves; None: all counts in full
    together: float = 0.0  # lines promised to one country for one day count as (their number) ** -together each
    smooth: int = 0  # days over which chances around the promise are spread, its own day left alone
    overdue: bool = False  # only those beyond the promise are spread: what came in time tells nothing of what is late
    recording_lag: bool = True


@dataclass(frozen=True)
class Axis:
    """Probabilities of each group over days."""

    tails: Rows  # groups × (days + 1): what lies on a day and later
    low: int  # the first day
    fields: tuple[str, ...]  # what the lines of a group have in common …
    keys: Rows  # … and the values of these fields, groups × fields
    weight: Rows  # of past lines behind each group

    def groups(self, facts: LineFacts | OpenLines, lines: Rows) -> Rows:
        """The group of each of these lines; −1: nobody asked about one like it."""
        known, order = self._by_code
        code = self._codes([getattr(facts, field)[lines].astype(np.int64) for field in self.fields])
        place = np.searchsorted(known, code).clip(max=len(known) - 1)
        return np.where(known[place] == code, order[place], -1)

    @cached_property
    def _by_code(self) -> tuple[Rows, Rows]:
        code = self._codes(list(self.keys.T))
        order = np.argsort(code)
        return code[order], order

    def _codes(self, columns: list[Rows]) -> Rows:
        """One number for the values of all fields; −1 for values beyond those of the groups."""
        found = np.zeros(len(columns[0]), dtype=np.int64)
        for values, most in zip(columns, self.keys.max(axis=0, initial=-1).tolist(), strict=True):
            found = np.where((found < 0) | (values > most), -1, found * (most + 2) + values + 1)
        return found


@dataclass(frozen=True)
class Model:
    """What the past says, as known on a day."""

    as_of: int
    delays: Axis | None
    leads: Axis | None
    unrecorded: Rows  # P(recorded more than k days after arrival), by route, k = 0 … BACK


def fit(facts: LineFacts, knobs: Knobs, *, leads: bool = True, lines: Rows | None = None) -> Model:
    """Learn from every line in view what there is to say of these lines (None: of all), lead times only if wanted."""
    found = _leads(facts, knobs, lines) if leads else None
    return Model(facts.as_of, _delays(facts, knobs, lines), found, _unrecorded(facts, knobs))


def has_promise(facts: LineFacts | OpenLines, lines: Rows) -> Rows:
    """Which lines have a promise to go by; one for years ahead is a typing error: there the lead time speaks."""
    promise = facts.promise[lines]
    found: Rows = (promise != MISSING) & (promise < facts.as_of + AHEAD - 100)
    return found


def _delays(facts: LineFacts, knobs: Knobs, lines: Rows | None) -> Axis | None:
    promised = facts.promise != MISSING
    end = np.where(facts.is_done, facts.completed, facts.as_of)
    end = np.where(facts.is_cancelled & ~facts.is_done, facts.cancelled, end)
    time = (end - facts.promise).astype(np.int64)
    entry = (np.maximum(facts.promise_known, facts.entered) - facts.promise).astype(np.int64) - 1
    # A promise that came with the finished line, in a history file, was in force before: nobody knows since when.
    entry = np.where(facts.is_done & (facts.promise_known >= facts.completed), DELAY_LOW - 1, entry)
    return _axis(
        facts, knobs, lines, usable=promised, zero=facts.promise, time=time, entry=entry, low=DELAY_LOW, high=DELAY_HIGH
    )


def _leads(facts: LineFacts, knobs: Knobs, lines: Rows | None) -> Axis | None:
    started = (facts.issued_basis != NO_START) & (facts.issued != MISSING)
    end = np.where(facts.is_done, facts.completed, facts.as_of)
    end = np.where(facts.is_cancelled & ~facts.is_done, facts.cancelled, end)
    time = (end - facts.issued).astype(np.int64)
    entry = np.where(facts.entered > facts.issued, facts.entered - facts.issued, -1).astype(np.int64)
    usable = started & (time >= 0) & (time <= LEAD_HIGH)
    return _axis(facts, knobs, lines, usable=usable, zero=facts.issued, time=time, entry=entry, low=0, high=LEAD_HIGH)


def _axis(
    facts: LineFacts,
    knobs: Knobs,
    lines: Rows | None,
    *,
    usable: Rows,
    zero: Rows,
    time: Rows,
    entry: Rows,
    low: int,
    high: int,
) -> Axis | None:
    event = facts.is_done
    if not (usable & event).any():
        return None
    weight = usable.astype(float)
    if knobs.half_life is not None:
        weight *= _calendar_weight(facts, zero, knobs.half_life)
    if knobs.together:
        span = int(facts.promise.max(initial=0)) + 2
        weight /= shrinkage.cluster_size((facts.country + 1) * span + facts.promise) ** knobs.together
    # Before the first day on which a line came or was last seen open is only what is spread.
    low = max(low, min(int(time[usable].min()), 0) - 2 * knobs.smooth - 1)
    time, entry = np.clip(time, low, high), np.clip(entry, low - 1, high)
    fields = knobs.fields[-1]
    rows: Rows | None = None
    for step in ladder(facts, knobs.fields, lines):
        mine = _kept(step.code)
        table = shrinkage.day_table(
            time[mine],
            event[mine],
            entry=entry[mine],
            weight=weight[mine],
            group=step.code[mine],
            groups=step.groups,
            low=low,
            high=high,
        )
        if rows is None:
            rows = shrinkage.survival(_without_end(table))
            # After the last line all groups go on at one pace: where it leaves nothing, days need not be told apart.
            latest = int(time[usable].max()) - low
            rows = rows[:, : latest + 2 + int((rows[0, latest:] > NEGLIGIBLE * rows[0, latest]).sum())]
            high = low + rows.shape[1] - 1
        else:
            rows = shrinkage.lean(table, rows, knobs.pseudo_orders, floor=0.02, of=step.parent)
    assert rows is not None
    behind = np.bincount(step.code[mine], weights=(weight * event)[mine], minlength=step.groups)
    mass = -np.diff(rows, axis=1, prepend=1.0)
    mass = mass[:, : int(np.flatnonzero(mass.any(axis=0)).max(initial=-low)) + 2 * knobs.smooth + 2]
    if low < 0 and knobs.smooth:
        if knobs.overdue:
            mass[:, 1 - low :] = shrinkage.spread(mass[:, 1 - low :], knobs.smooth)
        else:
            mass = shrinkage.smoothed(mass, knobs.smooth, keep=-low)
    some = np.flatnonzero(mass.any(axis=0))
    first, last = (int(some[0]), int(some[-1])) if len(some) else (0, 0)
    tails = summed_from_end(mass[:, first : last + 1])
    return Axis(tails, low + first, fields, _values(facts, fields, step.code, step.groups), behind)


def _values(facts: LineFacts, fields: Sequence[str], code: Rows, groups: int) -> Rows:
    """What the lines of each group have in common, groups × fields."""
    line = np.zeros(groups, dtype=np.int64)
    mine = np.flatnonzero(code >= 0)
    line[code[mine]] = mine
    found: Rows = np.stack([getattr(facts, field)[line].astype(np.int64) for field in fields], axis=1)
    return found


def _kept(code: Rows) -> Any:
    """Which lines have a group; a plain slice where all have, which copies nothing."""
    kept = code >= 0
    return slice(None) if kept.all() else kept


def _calendar_weight(facts: LineFacts, zero: Rows, half_life: float) -> Rows:
    """Weights that make recent *days* count more, whatever the age of the line that was open on them.

    A day s after a line's zero (its promise, or its issue) lies (as_of − zero − s) days back and deserves the weight
    2^(−(as_of − zero − s)/h) = 2^(−(as_of − zero)/h) · 2^(s/h). The second factor is the same for all lines at risk on
    day s and falls out of deaths / at risk: weighting lines by the age of their zero gives the hazards of recent days.
    """
    age = np.maximum(facts.as_of - zero.astype(np.int64), -half_life)
    weight: Rows = 0.5 ** (age / half_life)
    return weight


def _without_end(table: shrinkage.DayTable) -> shrinkage.DayTable:
    """Beyond the days that enough lines reached, completions go on at their average pace.

    It is the pace since the promise, however few lines are overdue: before it lines wait for their day, and their pace
    would hold back those whose day has passed.
    """
    deaths, at_risk = table.deaths[0].copy(), table.at_risk[0].copy()
    zero = -table.low  # the promise, or the issue
    last = int(np.flatnonzero(at_risk >= ENOUGH_AT_RISK).max(initial=zero))
    since = slice(max(zero, last - PACE_DAYS) + 1, None)
    pace = (deaths[since].sum() + 0.5) / (at_risk[since].sum() + PACE_DAYS)
    deaths[last + 1 :], at_risk[last + 1 :] = min(pace, 0.5), 1.0
    return shrinkage.DayTable(table.low, deaths[None, :], at_risk[None, :], table.width)


def _unrecorded(facts: LineFacts, knobs: Knobs) -> Rows:
    """P(recorded more than k days after arrival), k = 0 … BACK, of other suppliers (row 0) and our own house (row 1).

    From receipts of the last year and a half, recent ones more; each route leans on both together.
    """
    found: Rows = np.zeros((2, BACK + 1))
    if not knobs.recording_lag:
        return found
    lag = facts.completed_known - facts.completed
    recent = facts.is_done & (facts.completed >= facts.as_of - 540) & (facts.completed < facts.as_of - 60)
    # What took months to be told came with an old file; it is no habit of booking.
    recent &= lag <= BACK
    if int(recent.sum()) < 20:
        return found
    weight = shrinkage.recency(facts.as_of - facts.completed[recent], 270.0)
    cell = facts.internal[recent].astype(np.int64) * (BACK + 1) + np.maximum(lag[recent], 0)
    counts = np.bincount(cell, weights=weight, minlength=2 * (BACK + 1)).reshape(2, BACK + 1)
    together = counts.sum(axis=0) / counts.sum()
    counts = counts + LAG_PSEUDO_RECEIPTS * together
    found = 1.0 - np.cumsum(counts, axis=1) / counts.sum(axis=1, keepdims=True)
    return np.clip(found, 0.0, 1.0)


NONE, PROMISE, LEAD_TIME, CARRIER_ETA = 0, 1, 2, 3
BASES = ("none", "promise", "lead time", "carrier eta")


def bases(model: Model, facts: LineFacts | OpenLines, lines: Rows, *, with_promise: bool = True) -> Rows:
    """What there is to go by: NONE, PROMISE or LEAD_TIME."""
    promised = has_promise(facts, lines) & with_promise
    started = (facts.issued_basis[lines] != NO_START) & (facts.issued[lines] != MISSING)
    found = np.zeros(len(lines), dtype=np.int8)
    if model.delays is not None:
        found[promised] = PROMISE
    if model.leads is not None:
        found[started & ~promised] = LEAD_TIME
    return found


def outlook(model: Model, facts: LineFacts | OpenLines, lines: Rows, basis: int) -> tuple[Outlook, Rows]:
    """When these lines arrive, all of which have this basis; and the weight of past lines behind each."""
    axis, zero = (model.delays, facts.promise) if basis == PROMISE else (model.leads, facts.issued)
    assert axis is not None
    group = axis.groups(facts, lines)
    source = Source(axis.tails, group, facts.as_of - zero[lines].astype(np.int64) - axis.low)
    route = facts.internal[lines].astype(np.int64)
    if (route == route[:1]).all():
        route = route[:1]  # one row tells of all lines
    return Outlook([source], model.unrecorded[route, ::-1]), axis.weight[group]


def arrival_mass(model: Model, facts: LineFacts, lines: Rows, *, with_promise: bool = True) -> tuple[Rows, Rows]:
    """Probability of arrival on each day as_of − BACK … as_of + AHEAD, a row a line, and the basis of each.

    Without anything to go by the row is zero.
    """
    found = np.zeros((len(lines), BACK + AHEAD + 1))
    basis = bases(model, facts, lines, with_promise=with_promise)
    for number in (PROMISE, LEAD_TIME):
        places = np.flatnonzero(basis == number)
        if len(places):
            view, _ = outlook(model, facts, lines[places], number)
            found[places] = np.diff(reached(view, BACK + AHEAD + 1), axis=1, prepend=0.0)
    return found, basis


def quantiles(mass: Rows, levels: Rows) -> Rows:
    """Days from today at which each level is reached, rows × levels."""
    return quantiles_of(np.cumsum(mass, axis=1), levels)


def quantiles_of(reached: Rows, levels: Rows) -> Rows:
    """The same from cumulated probabilities, which only rise."""
    found = np.stack([(reached < level - 1e-9).sum(axis=1) for level in levels], axis=1)
    days: Rows = np.minimum(found, reached.shape[1] - 1) - BACK
    return days


@dataclass(frozen=True)
class LiveEta:
    """Carriers' answers for lines under way: the line's id, ETA as an ordinal, and the carrier's code."""

    line_id: Rows
    eta: Rows
    carrier: Rows  # −1: nothing is known of its former ETAs


@dataclass(frozen=True)
class EtaErrors:
    """How carriers' former ETAs turned out: delivered − ETA in days, and how many days ahead they were given."""

    carriers: tuple[str, ...]  # by code
    carrier: Rows
    error: Rows
    ahead: Rows
    count: Rows  # of ETAs of which all this is true


def around_eta(errors: EtaErrors, carrier: int, ahead: int) -> Rows:
    """Cumulated arrival probabilities of a line that is under way, with a carrier's ETA so many days ahead.

    The ETA + that carrier's measured errors. Eight pseudo-observations with a spread of one day and a tenth of the way
    still to go stand in for a carrier of which little has been seen.
    """
    days = np.arange(-BACK, AHEAD + 1)
    row = np.exp(-np.abs(days - ahead) / (1.0 + 0.1 * max(ahead, 0)))
    row *= 8.0 / row.sum()
    alike = (errors.carrier == carrier) & (errors.ahead <= 2 * max(ahead, 2)) & (2 * errors.ahead >= ahead - 2)
    np.add.at(row, np.clip(ahead + errors.error[alike] + BACK, 0, len(row) - 1), errors.count[alike])
    row[: BACK + 1] = 0.0  # it is still under way
    if row.sum() <= 0:
        row[BACK + 1 : BACK + 4] = 1.0
    found: Rows = np.cumsum(row / row.sum())
    return found


def later_than(mass: Rows, days_from_today: Rows) -> Rows:
    """P(arrival later than a day), one day a row."""
    return later_than_of(np.cumsum(mass, axis=1), days_from_today)


def later_than_of(reached: Rows, days_from_today: Rows) -> Rows:
    """The same from cumulated probabilities."""
    place = days_from_today + BACK
    inside = np.clip(place, 0, reached.shape[1] - 1)
    kept = np.where(place < 0, 0.0, reached[np.arange(len(reached)), inside])
    found: Rows = np.clip(1.0 - kept, 0.0, 1.0)
    return found
