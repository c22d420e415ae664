"""The app's forecast: views of the past pooled, weighed by their recent skill, and its spread corrected.

Views: delays around the promise over all time; the hazards of recent calendar days, which follow a change of habits
within months; and what became of lines alike (analytics/landmarks.py), which tells most where there are some. The
recent ones count as far as they have evidence. All tell a supplier's order of one line from those of several, whose
last parts come late, and take our own warehouse as one, wherever it sends to.
Then the app forecasts past days as it would have done, and learns twice from what became of them. First it weighs its
pool against the long view, the recent one and the bare promise (analytics/stacking.py): where promises have become
exact it believes them. Then it looks where in its distributions the arrivals fell (their probability integral
transform, lines still open censored), and widens or narrows all quantiles alike: conformal recalibration of the spread
alone, since errors of the centre do not repeat from year to year. Lines overdue are weighed apart: their promise is no
forecast any more, and a wide view of route and country stands in its place.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics import forecast, landmarks, shrinkage, stacking
from supplychain_app.analytics.forecast import LEAD_TIME, PROMISE, Knobs, Model
from supplychain_app.analytics.line_facts import MISSING, NO_START, History, LineFacts, OpenLines
from supplychain_app.analytics.outlook import AHEAD, BACK, Certain, Pool, View, reached
from supplychain_app.analytics.survival import kaplan_meier

Rows = NDArray[Any]

_LONG_FIELDS = (
    ("country", "mode"),
    ("supplier",),
    ("supplier", "direct_country"),
    ("supplier", "direct_country", "direct_size"),
)
LONG = Knobs(_LONG_FIELDS, smooth=7)
_NOW_FIELDS = (
    ("internal", "direct_size"),
    ("internal", "direct_country", "direct_size"),
    ("supplier", "direct_size"),
)
NOW = Knobs(_NOW_FIELDS, pseudo_orders=10.0, half_life=60.0, together=0.5, smooth=21)
# Few lines of one supplier are ever long overdue: beyond the promise its route and country tell more. Of these
# there are not many either, and they lie weeks apart: they are spread as far as that.
WIDE = Knobs((("internal",), ("internal", "direct_country")), smooth=60, overdue=True)
SHARE_WIDE = 0.8  # of the forecast of an overdue line
SHARE_ALIKE = 0.8  # of the forecast of a line not yet due
ENOUGH_NOW, ENOUGH_ALIKE = 5.0, 20.0  # evidence at which these views get half of their share

VIEWS = 4  # that are weighed against each other: the pool, the long one, the recent one, the promise or the wide one
WEIGH_HALF_LIFE = 365.0  # of past skill, in days
LEAST_LOSS = 1.0  # days of CRPS below which nobody is better

CHECKS, CHECK_STEP = 5, 91  # past days on which forecasts are checked, and days between them
CHECK_SHRINK = 600.0  # checked lines that count as much as believing the forecast as it is
MOST_LINES = 60_000  # lines in landmarks and checks; a sample of whole orders where there are more
PART = 2_000  # lines at a time: what is known of them fits the processor's cache
CHECK_LINES, CHECK_DAYS = 1_000, 700  # not yet due on each past day that are checked, and days around it
CHECK_OVERDUE = 300  # overdue ones
DIRECT, WAREHOUSE, OVERDUE, PARTS = KINDS = (0, 1, 2, 3)
"""Of lines: a supplier's single one, our own warehouse's, those overdue, and a supplier's of an order of several."""
_GRID = np.linspace(0.0, 1.0, 101)


@dataclass(frozen=True)
class _Check:
    """Forecasts made for one past day: cumulated probabilities of each line then open, lines × views × days."""

    day: int
    line_id: Rows
    kind: Rows
    promise: Rows
    reached: Rows

    def of(self, chosen: Rows) -> "_Check":
        """Those of the chosen lines (a mask)."""
        columns = (self.line_id, self.kind, self.promise, self.reached)
        return _Check(self.day, *(column[chosen] for column in columns))


@dataclass(frozen=True)
class _Outcomes:
    """What became, as known today, of the lines of a check."""

    check: _Check
    done: Rows
    column: Rows  # of the day of arrival, or of today, among the check's days
    together: Rows  # lines promised to one country for one day


@dataclass(frozen=True)
class Skill:
    """What past forecasts teach of one kind of lines: weights of the views, and how to stretch around the middle."""

    weights: Rows
    curve: Rows


@dataclass(frozen=True)
class Experience:
    """All that was learned of the past, as known on a day, for lines like those that were asked about."""

    as_of: int
    long: Model
    now: Model
    wide: Model
    alike: landmarks.Alike | None
    skills: dict[int, Skill]  # by kind


@dataclass(frozen=True)
class Forecasts:
    """Of some lines: their places among those asked about, their basis, the weight of past lines behind each."""

    places: Rows
    basis: int
    pool: Pool
    behind: Rows


class Forecaster:
    """Forecasts from one history; what it learns of past days is kept for the next question."""

    def __init__(self, history: History) -> None:
        self._history = history.thinned(MOST_LINES)
        self._landmarks = landmarks.Landmarks(self._history)
        self._checks: dict[int, _Check] = {}

    def predict(self, facts: LineFacts, lines: Rows, *, with_promise: bool = True) -> tuple[Rows, Rows]:
        """Probability of arrival on each day as_of − BACK … as_of + AHEAD, a row a line, and the basis of each."""
        found, basis = np.zeros((len(lines), BACK + AHEAD + 1)), np.zeros(len(lines), dtype=np.int8)
        known = self.learn(facts, lines, with_promise=with_promise)
        for part in forecasts(known, facts, lines, with_promise=with_promise):
            found[part.places] = np.diff(reached(part.pool, BACK + AHEAD + 1), axis=1, prepend=0.0)
            basis[part.places] = part.basis
        return found, basis

    def learn(self, facts: LineFacts, lines: Rows, *, with_promise: bool = True) -> Experience:
        """What the past says of lines like these."""
        known = self._views(facts, lines, with_promise=with_promise)
        return replace(known, skills=self._skills(facts)) if with_promise and len(lines) else known

    def _views(self, facts: LineFacts, lines: Rows, *, with_promise: bool = True) -> Experience:
        near = forecast.has_promise(facts, lines) & with_promise
        leads = not near.all()
        long, now, wide = (forecast.fit(facts, knobs, leads=leads, lines=lines) for knobs in (LONG, NOW, WIDE))
        to_come = lines[near & (facts.promise[lines] >= facts.as_of)]
        alike = landmarks.fit(self._landmarks.before(facts.as_of), facts, to_come) if len(to_come) else None
        return Experience(facts.as_of, long, now, wide, alike, {})

    def _skills(self, facts: LineFacts) -> dict[int, Skill]:
        """What past forecasts teach, by kind of lines."""
        last = (facts.as_of - 30) // CHECK_STEP * CHECK_STEP
        checks = [self._check(last - number * CHECK_STEP) for number in range(CHECKS)]
        outcomes = [_outcomes(check, facts) for check in checks if len(check.line_id)]
        found = {}
        for kind in KINDS:
            mine = [_of_kind(outcome, kind) for outcome in outcomes]
            mine = [outcome for outcome in mine if len(outcome.done)]
            if sum(len(outcome.done) for outcome in mine) >= 20:
                weights = _weights(mine, facts.as_of)
                found[kind] = Skill(weights, _curve(mine, weights, facts.as_of))
        return found

    def _check(self, day: int) -> _Check:
        if day not in self._checks:
            facts = self._history.at(day)
            lines = np.flatnonzero(facts.is_open & (facts.issued_basis != NO_START))
            lines = lines[forecast.has_promise(facts, lines)]
            due = facts.promise[lines] < day
            to_come, overdue = _some(lines[~due], CHECK_LINES), _some(lines[due], CHECK_OVERDUE)
            lines = np.concatenate((to_come, overdue))
            told = np.zeros((0, VIEWS, 1), dtype=np.float16)
            known = self._views(facts, lines) if len(lines) else None
            if known is None or known.long.delays is None:  # nothing had come by then
                lines = lines[:0]
            else:
                told = np.concatenate((_checked(known, facts, to_come), _checked(known, facts, overdue)))
            promise = facts.promise[lines].astype(np.int64)
            kind = _kinds(facts, lines)
            self._checks[day] = _Check(day, facts.line_id[lines], kind, promise, told)
        return self._checks[day]


def _kinds(facts: LineFacts | OpenLines, lines: Rows) -> Rows:
    direct = np.where(facts.direct_size[lines] > 0, PARTS, DIRECT)
    to_come = np.where(facts.internal[lines], WAREHOUSE, direct)
    return np.where(facts.promise[lines] < facts.as_of, OVERDUE, to_come)


def _some(lines: Rows, most: int) -> Rows:
    """No more than so many of these lines, from all over."""
    return lines[:: -(-len(lines) // most)] if len(lines) > most else lines


def _outcomes(check: _Check, facts: LineFacts) -> _Outcomes:
    place = np.searchsorted(facts.line_id, check.line_id).clip(max=len(facts) - 1)
    done = facts.completed[place] != MISSING
    then = np.where(done, facts.completed[place], facts.as_of) - check.day + BACK
    together = (facts.country[place].astype(np.int64) + 1) * 10**7 + check.promise
    # A line cancelled and forgotten since then, or of another sample, tells nothing.
    known = facts.line_id[place] == check.line_id
    return _Outcomes(
        check.of(known), done[known], np.clip(then, 0, CHECK_DAYS - 1).astype(np.int64)[known], together[known]
    )


def _of_kind(outcome: _Outcomes, kind: int) -> _Outcomes:
    mine = outcome.check.kind == kind
    return _Outcomes(outcome.check.of(mine), outcome.done[mine], outcome.column[mine], outcome.together[mine])


def _weights(outcomes: list[_Outcomes], as_of: int) -> Rows:
    """The weights under which the views would have forecast these days best, each day by its own measure.

    Where promises are hopeful a forecast is off by weeks, where they are exact by a day or two: measured by what the
    pool lost on the same day, the time before a change of habits does not outweigh the time since.
    """
    parts = []
    for outcome in outcomes:
        known = min(as_of - outcome.check.day + BACK, CHECK_DAYS - 1) + 1
        arrival = np.where(outcome.done, outcome.column, known)
        errors, apart = stacking.products(outcome.check.reached[:, :, :known].astype(np.float32), arrival)
        recent = np.full(len(arrival), 0.5 ** ((as_of - outcome.check.day) / WEIGH_HALF_LIFE))
        lost = np.full(len(arrival), errors[:, 0, 0].mean() + LEAST_LOSS)
        parts.append((errors, apart, recent, lost, outcome.check.promise // CHECK_STEP))
    errors, apart, recent, lost, season = (np.concatenate(part) for part in zip(*parts, strict=True))
    return stacking.weights(errors, apart, recent * np.average(lost, weights=recent) / lost, season)


def _curve(outcomes: list[_Outcomes], weights: Rows, as_of: int) -> Rows:
    """How the weighed probabilities of these days must be stretched around the middle."""
    random = np.random.default_rng(7)
    parts = []
    for outcome in outcomes:
        rows, column = np.arange(len(outcome.done)), outcome.column
        above = outcome.check.reached[rows, :, column].astype(float) @ weights
        before = outcome.check.reached[rows, :, np.maximum(column - 1, 0)].astype(float) @ weights
        below = np.where(column > 0, before, 0.0)
        # A day that holds a lump of probability is entered at a random height within it.
        position = np.where(outcome.done, below + (above - below) * random.random(len(rows)), above)
        age = np.full(len(rows), as_of - outcome.check.day)
        importance = shrinkage.recency(age) / np.sqrt(shrinkage.cluster_size(outcome.together))
        parts.append((position, outcome.done, importance))
    return _stretch(*(np.concatenate(part) for part in zip(*parts, strict=True)))


def forecasts(
    known: Experience, facts: LineFacts | OpenLines, lines: Rows, *, with_promise: bool = True, size: int = PART
) -> Iterator[Forecasts]:
    """The forecasts of these lines, part by part; those without anything to go by are left out."""
    basis = forecast.bases(known.long, facts, lines, with_promise=with_promise)
    kind = _kinds(facts, lines)
    for number in KINDS:
        places = np.flatnonzero((basis == PROMISE) & (kind == number))
        places = places[np.argsort(facts.promise[lines[places]], kind="stable")]  # alike: fewer days to look at
        near = _near(known, facts, lines[places]) if number != OVERDUE else None
        for part in _parts(places, size):
            views, shares, behind = _promised(known, facts, lines[places[part]], near and near.of(part))
            skill, curve = known.skills.get(number), None
            if skill is not None:
                shares, curve = _weighed(shares, skill.weights), skill.curve
            yield Forecasts(places[part], PROMISE, Pool(views, shares, curve), behind)
    places = np.flatnonzero(basis == LEAD_TIME)
    for part in _parts(places, size):
        views, shares, behind = _around(known, facts, lines[places[part]], LEAD_TIME)
        yield Forecasts(places[part], LEAD_TIME, Pool(views, shares), behind)


def _parts(places: Rows, size: int) -> Iterator[Rows]:
    for start in range(0, len(places), size):
        yield np.arange(start, min(start + size, len(places)))


def _near(known: Experience, facts: LineFacts | OpenLines, lines: Rows) -> landmarks.Near | None:
    return None if known.alike is None or not len(lines) else known.alike.near(facts, lines)


def _around(known: Experience, facts: LineFacts | OpenLines, lines: Rows, basis: int) -> tuple[list[View], Rows, Rows]:
    """The long view and the recent one, their shares by the evidence of the recent one, and what is behind."""
    long, behind = forecast.outlook(known.long, facts, lines, basis)
    now, evidence = forecast.outlook(known.now, facts, lines, basis)
    for_now = evidence / (evidence + ENOUGH_NOW)
    return [long, now], np.column_stack((1.0 - for_now, for_now)), behind


def _promised(
    known: Experience, facts: LineFacts | OpenLines, lines: Rows, near: landmarks.Near | None
) -> tuple[list[View], Rows, Rows]:
    """The views of lines that are all overdue or all not, and their shares in the pool; what is behind.

    The long view and the recent one; then the promise and, where `near` tells of them, lines alike; of lines overdue
    the wide view.
    """
    views, shares, behind = _around(known, facts, lines, PROMISE)
    left = facts.promise[lines].astype(np.int64) - facts.as_of
    if len(left) and left[0] < 0:
        wide, _ = forecast.outlook(known.wide, facts, lines, PROMISE)
        shares = np.column_stack(((1.0 - SHARE_WIDE) * shares, np.full(len(lines), SHARE_WIDE)))
        return [*views, wide], shares, behind
    views.append(Certain(np.clip(left, 0, AHEAD)))
    shares = np.column_stack((shares, np.zeros(len(lines))))
    if near is not None:
        alike, evidence = near.outlook()
        share = (SHARE_ALIKE * evidence / (evidence + ENOUGH_ALIKE))[:, None]
        views.append(alike)
        shares = np.concatenate((shares * (1.0 - share), share), axis=1)
    return views, shares, behind


def _weighed(shares: Rows, weights: Rows) -> Rows:
    """Shares of the views where the pool and the first three of them are weighed."""
    found: Rows = weights[0] * shares
    found[:, :3] += weights[1:]
    return found


def _checked(known: Experience, facts: LineFacts, lines: Rows) -> Rows:
    """What the pool and the first three views say of lines all overdue or all not, lines × views × days."""
    is_to_come = len(lines) and facts.promise[lines[0]] >= facts.as_of
    views, shares, _ = _promised(known, facts, lines, _near(known, facts, lines) if is_to_come else None)
    told = np.stack([reached(view, CHECK_DAYS) for view in views], axis=1)
    pool = np.einsum("lv,lvd->ld", shares, told)
    return np.concatenate((pool[:, None], told[:, :3]), axis=1).clip(0.0, 1.0).astype(np.float16)


def _stretch(position: Rows, event: Rows, weight: Rows) -> Rows:
    """The distribution of where arrivals fell, made symmetric, leaning on "as forecast" where little was checked."""
    curve = kaplan_meier(position, event, entry=np.full(len(position), -1.0), weight=weight, groups=1)
    at = np.searchsorted(curve.times, _GRID, side="right")
    reached = 1.0 - np.concatenate(([1.0], curve.survival))[at]
    reached = (reached + 1.0 - reached[::-1]) / 2.0
    evidence = weight.sum() ** 2 / (weight**2).sum()
    belief = evidence / (evidence + CHECK_SHRINK)
    found: Rows = belief * reached + (1.0 - belief) * _GRID
    found[0], found[-1] = 0.0, 1.0
    return np.maximum.accumulate(found)
