"""The app's forecast: four views of the past pooled, and its spread corrected by how former forecasts turned out.

Views: delays around the promise over all time; those of the last year or so; the hazards of recent calendar days,
which follow a change of habits within months; and lines that once stood as many days before their promise
(analytics/landmarks.py). The recent ones count as far as they have evidence.
Then the app forecasts past days as it would have done, looks where in its distributions the arrivals fell (their
probability integral transform, lines still open censored), and widens or narrows all quantiles alike: conformal
recalibration of the spread alone, since errors of the centre do not repeat from year to year.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics import forecast, landmarks, shrinkage
from supplychain_app.analytics.forecast import Knobs, Model
from supplychain_app.analytics.line_facts import MISSING, NO_START, History, LineFacts
from supplychain_app.analytics.survival import kaplan_meier

Rows = NDArray[Any]

LONG = Knobs((("country", "mode"), ("supplier",)), smooth=7)
_ROUTES = (("internal",), ("internal", "country"), ("supplier",))
STEADY = Knobs(_ROUTES, half_life=400.0, together=0.5, smooth=7)
NOW = Knobs(_ROUTES, pseudo_orders=10.0, half_life=60.0, together=0.5, smooth=21)
# Few lines of one supplier are ever long overdue: beyond the promise its route and country tell more.
WIDE = Knobs((("internal",), ("internal", "country")), smooth=14)
SHARE_WIDE = 0.6  # of the forecast of an overdue line
SHARE_STEADY, SHARE_NOW, SHARE_ALIKE = 0.1, 0.65, 0.25
ENOUGH_NOW, ENOUGH_ALIKE = 5.0, 50.0  # evidence at which these views get half of their share

CHECKS, CHECK_STEP = 8, 91  # past days on which forecasts are checked, and days between them
CHECK_SHRINK = 600.0  # checked lines that count as much as believing the forecast as it is
MOST_LINES = 60_000  # lines in landmarks and checks; a sample of whole orders where there are more
PART = 2_000  # lines at a time: their probabilities fit in memory
_GRID = np.linspace(0.0, 1.0, 101)


@dataclass(frozen=True)
class _Check:
    """Forecasts made for one past day: cumulated probabilities of each line then open."""

    line_id: Rows
    internal: Rows
    promise: Rows
    reached: Rows


class Forecaster:
    """Forecasts from one history; what it learns of past days is kept for the next question."""

    def __init__(self, history: History) -> None:
        self._history = history.thinned(MOST_LINES)
        self._landmarks = landmarks.Landmarks(self._history)
        self._checks: dict[int, _Check] = {}

    def predict(self, facts: LineFacts, lines: Rows, *, with_promise: bool = True) -> tuple[Rows, Rows]:
        """Probability of arrival on each day as_of − BACK … as_of + AHEAD, a row a line, and the basis of each."""
        found = [part[1:3] for part in self.parts(facts, lines, with_promise=with_promise, size=max(len(lines), 1))]
        return found[0] if found else (np.zeros((0, forecast.BACK + forecast.AHEAD + 1)), np.zeros(0, dtype=np.int8))

    def parts(
        self, facts: LineFacts, lines: Rows, *, with_promise: bool = True, size: int = PART
    ) -> Iterator[tuple[Rows, Rows, Rows, Rows]]:
        """The forecast part by part: lines, probabilities, basis, and the weight of past lines behind each."""
        if not len(lines):
            return
        models = _models(facts)
        past = self._landmarks.before(facts.as_of) if with_promise else None
        spread = self._spread(facts) if with_promise else {}
        for start in range(0, len(lines), size):
            part = lines[start : start + size]
            mass, basis = _pooled(models, past, facts, part, with_promise=with_promise)
            for internal, curve in spread.items():
                # Only forecasts around a promise were checked.
                chosen = (facts.internal[part] == internal) & (basis == 1)
                reached = np.clip(np.cumsum(mass[chosen], axis=1), 0.0, 1.0)
                mass[chosen] = np.diff(np.interp(reached, _GRID, curve), axis=1, prepend=0.0)
            yield part, mass, basis, _behind(models.long, facts, part, basis)

    def _spread(self, facts: LineFacts) -> dict[bool, Rows]:
        """By route (own warehouse or not): how probabilities must be stretched around the middle."""
        places: list[Rows] = []
        events: list[Rows] = []
        weights: list[Rows] = []
        routes: list[Rows] = []
        random = np.random.default_rng(7)
        last = (facts.as_of - 30) // CHECK_STEP * CHECK_STEP
        for number in range(CHECKS):
            day = last - number * CHECK_STEP
            check = self._check(day)
            if not len(check.line_id):
                continue
            place = np.searchsorted(facts.line_id, check.line_id).clip(max=len(facts) - 1)
            known = facts.line_id[place] == check.line_id
            done = facts.completed[place] != MISSING
            then = np.where(done, facts.completed[place], facts.as_of) - day + forecast.BACK
            column = np.clip(then, 0, check.reached.shape[1] - 1).astype(np.int64)
            rows = np.arange(len(column))
            above = check.reached[rows, column]
            below = np.where(column > 0, check.reached[rows, np.maximum(column - 1, 0)], 0.0)
            # A day that holds a lump of probability is entered at a random height within it.
            position = np.where(done, below + (above - below) * random.random(len(rows)), above)
            together = (facts.country[place] + 1) * 10**7 + check.promise
            _, cluster, size = np.unique(together, return_inverse=True, return_counts=True)
            weight = shrinkage.recency(np.full(len(rows), facts.as_of - day)) / np.sqrt(size[cluster])
            for values, kept in (
                (position, places),
                (done, events),
                (weight, weights),
                (check.internal, routes),
            ):
                kept.append(values[known])
        if not places:
            return {}
        position, event, weight, route = (np.concatenate(part) for part in (places, events, weights, routes))
        found = {}
        for internal in (False, True):
            mine = route == internal
            if int(mine.sum()) >= 20:
                found[internal] = _stretch(position[mine], event[mine], weight[mine])
        return found

    def _check(self, day: int) -> _Check:
        if day not in self._checks:
            facts = self._history.at(day)
            started = (facts.promise != MISSING) & (facts.issued_basis != NO_START)
            lines = np.flatnonzero(facts.is_open & started)
            if len(lines) > PART:
                lines = lines[:: -(-len(lines) // PART)]
            reached = np.zeros((0, 1))
            if len(lines):
                mass, _ = _pooled(_models(facts), self._landmarks.before(day), facts, lines, with_promise=True)
                reached = np.cumsum(mass, axis=1).astype(np.float32)
            self._checks[day] = _Check(facts.line_id[lines], facts.internal[lines], facts.promise[lines], reached)
        return self._checks[day]


@dataclass(frozen=True)
class _Models:
    """What each view of the past says, as known on a day."""

    long: Model
    steady: Model
    now: Model
    wide: Model


def _models(facts: LineFacts) -> _Models:
    return _Models(*(forecast.fit(facts, knobs) for knobs in (LONG, STEADY, NOW, WIDE)))


def _pooled(
    models: _Models, past: landmarks.Landmark | None, facts: LineFacts, lines: Rows, *, with_promise: bool
) -> tuple[Rows, Rows]:
    """The views of the past weighed against each other; what a view has no evidence for is left to the long one."""
    long, basis = forecast.arrival_mass(models.long, facts, lines, with_promise=with_promise)
    steady, _ = forecast.arrival_mass(models.steady, facts, lines, with_promise=with_promise)
    now, _ = forecast.arrival_mass(models.now, facts, lines, with_promise=with_promise)
    evidence = _behind(models.now, facts, lines, basis)
    rest = 1.0 - SHARE_ALIKE
    for_now = (SHARE_NOW / rest * evidence / (evidence + ENOUGH_NOW))[:, None]
    for_steady = SHARE_STEADY / rest
    around = (1.0 - for_steady - for_now) * long + for_steady * steady + for_now * now
    overdue = np.flatnonzero((basis == 1) & (facts.promise[lines] < facts.as_of))
    if len(overdue):
        wide, _ = forecast.arrival_mass(models.wide, facts, lines[overdue])
        around[overdue] = (1.0 - SHARE_WIDE) * around[overdue] + SHARE_WIDE * wide
    promised = np.flatnonzero(basis == 1)
    if past is None or not len(promised):
        return around, basis
    alike, evidence = landmarks.arrival_mass(past, facts, lines[promised])
    share = (SHARE_ALIKE * evidence / (evidence + ENOUGH_ALIKE))[:, None]
    around[promised] = (1.0 - share) * around[promised] + share * alike
    return around, basis


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


def _behind(model: Model, facts: LineFacts, lines: Rows, basis: Rows) -> Rows:
    """Weight of past lines of the finest group behind each forecast."""
    found = np.zeros(len(lines))
    for number, axis in ((1, model.delays), (2, model.leads)):
        chosen = basis == number
        if axis is not None and chosen.any():
            found[chosen] = axis.weight[axis.group[lines[chosen]]]
    return found
