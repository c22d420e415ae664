"""When the curves of many small groups, and the limits of these, reach a level: day by day for all groups at once.

Each curve leans on its parent's by pseudo-orders (analytics/shrinkage.py), so it moves on every day, not only on
those on which the group itself completed something.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[Any]

_CELLS = 2_000_000  # days × groups at a time: what is counted of them fits in memory


@dataclass(frozen=True)
class Orders:
    """What was seen of the orders of all groups, in whole days from the issue."""

    group: Rows
    time: Rows  # age at completion, or today
    event: Rows  # completed
    entry: Rows  # age when first seen; −1: from the start


@dataclass(frozen=True)
class Pseudo:
    """Orders added to each group that behave like its parent's."""

    number: float
    still_open: Rows  # before each day (a row), of each parent
    done: Rows  # on each day
    parent: Rows  # of each group


def crossings(
    orders: Orders, groups: int, last_day: int, level: float, pseudo: Pseudo | None = None
) -> tuple[Rows, Rows, Rows]:
    """The first days on which S ≤ 1 − level, and on which its lower and its upper limit are; NaN: never."""
    size = max(1, _CELLS // (last_day + 1))
    found = []
    for start in range(0, groups, size):
        part = slice(None) if size >= groups else _between(orders.group, start, start + size)
        some = Orders(orders.group[part] - start, orders.time[part], orders.event[part], orders.entry[part])
        count = min(size, groups - start)
        parent = None if pseudo is None else pseudo.parent[start : start + count]
        found.append(_Walk(count, level, pseudo, parent).through(some, last_day))
    first, low, high = (np.concatenate(column) for column in zip(*found, strict=True))
    return first, low, high


def _between(group: Rows, start: int, end: int) -> Rows:
    return np.flatnonzero((group >= start) & (group < end))


class _Walk:
    """The curves of some groups, and what they have reached, from one day to the next."""

    def __init__(self, groups: int, level: float, pseudo: Pseudo | None, parent: Rows | None) -> None:
        self._groups = groups
        self._level = level
        self._root = math.sqrt(1.0 - level + 1e-9)
        self._target = math.asin(self._root)
        self._pseudo, self._parent = pseudo, parent
        self._survival = np.ones(groups)
        self._spread = np.zeros(groups)  # Greenwood's sum
        self._first, self._low, self._high = (np.full(groups, np.nan) for _ in range(3))

    def through(self, orders: Orders, last_day: int) -> tuple[Rows, Rows, Rows]:
        """Walk until every curve has crossed."""
        for day, (deaths, at_risk) in enumerate(_days(orders, self._groups, last_day)):
            self._step(day, deaths, at_risk)
            if self._look(day):
                break
        return self._first, self._low, self._high

    def _step(self, day: int, deaths: Rows, at_risk: Rows) -> None:
        """One day further; pseudo-orders count among those at risk."""
        risk = at_risk
        if self._pseudo is not None:
            deaths = deaths + self._pseudo.done[day][self._parent]
            risk = at_risk + self._pseudo.still_open[day][self._parent]
            at_risk = at_risk + self._pseudo.number * self._survival
        with np.errstate(divide="ignore", invalid="ignore"):
            hazard = deaths / risk
            # Where nobody is left of a group and its parent its curve ends; a group without parent just stays.
            hazard[~(risk > 0)] = 0.0 if self._pseudo is None else 1.0
            np.clip(hazard, 0.0, 1.0, out=hazard)
            left = 1.0 - hazard
            terms = hazard / (at_risk * left)
        terms[~((at_risk > 0) & (left > 0))] = 0.0
        self._spread += terms
        self._survival *= left

    def _look(self, day: int) -> bool:
        """Write down who crossed today, by the arcsine limits of S (Borgan & Liestøl 1990), sound for fractions of
        orders; whether all are through."""
        inside = np.clip(self._survival, 0.0, 1.0 - 1e-12)
        root = np.sqrt(inside)
        half = 0.98 * np.sqrt(self._spread * inside / (1.0 - inside))
        waiting = np.isnan(self._high)
        # An arcsine grows faster than its argument: where these are further apart, so are the angles.
        near = np.flatnonzero(waiting & (root - self._root <= half + 1e-9))
        angle, half, survival = np.arcsin(root[near]), half[near], self._survival[near]
        # Where nobody is left the curve says nothing of how much later it might have been.
        over = survival <= 0.0
        for found, reached in (
            (self._first, survival <= 1.0 - self._level + 1e-9),
            (self._low, (angle - half <= self._target) | over),
            (self._high, (angle + half <= self._target) & ~over),
        ):
            found[near[reached & np.isnan(found[near])]] = day
        return not (np.isnan(self._high) & (self._survival > 0.0)).any()


def _days(orders: Orders, groups: int, last_day: int) -> Iterator[tuple[Rows, Rows]]:
    """Of each day from 0 on, how many orders of each group were completed on it, and how many might have been.

    An order is at risk while entry < day ≤ time.
    """
    seen = orders.time > orders.entry
    late = seen & (orders.entry >= 0)

    def counted(chosen: Rows, day: Rows) -> Rows:
        cell = day[chosen] * groups + orders.group[chosen]
        return np.bincount(cell, minlength=(last_day + 1) * groups).reshape(last_day + 1, groups)

    deaths, leaving = counted(seen & orders.event, orders.time), counted(seen, orders.time)
    entering = counted(late, orders.entry) if late.any() else None
    at_risk = np.bincount(orders.group[seen & ~late], minlength=groups)
    for day in range(last_day + 1):
        yield deaths[day], at_risk
        at_risk = at_risk - leaving[day]
        if entering is not None:
            at_risk += entering[day]
