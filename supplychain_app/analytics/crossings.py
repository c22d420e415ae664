"""When the curves of many small groups, and the limits of these, reach a level: day by day for all groups at once.

Each curve leans on its parent's by pseudo-orders (analytics/shrinkage.py), so it moves on every day, not only on
those on which the group itself completed something.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[Any]

_MOST_BITS = 15  # of a group's number in its block: what is known of a block stays in the processor's cache
_STRIDE = 16  # days
_KINDS = 3  # of what an order does on a day: it leaves, open; it is completed; it is first seen


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
    bits = min(_MOST_BITS, (groups - 1).bit_length())
    days, size = last_day + 1, 1 << bits
    happened, start, at_risk = _happened(orders, groups, bits, days)
    found = []
    for block, place in enumerate(range(0, groups, size)):
        some = slice(place, place + size)
        walk = _Walk(len(at_risk[some]), level, pseudo, None if pseudo is None else pseudo.parent[some])
        of_block = start[block * days : (block + 1) * days + 1]
        found.append(walk.through(_days(happened, of_block, size, at_risk[some])))
    first, low, high = np.concatenate(found, axis=1)
    return first, low, high


def _happened(orders: Orders, groups: int, bits: int, days: int) -> tuple[Rows, Rows, Rows]:
    """What happened to whom, by blocks of groups and by days; where each day begins; how many are there at first.

    An order is at risk while entry < day ≤ time.
    """
    group, time, event, entry = orders.group, orders.time, orders.event, orders.entry
    seen = time > entry
    if not seen.all():
        group, time, event, entry = group[seen], time[seen], event[seen], entry[seen]
    at_risk = np.bincount(group, minlength=groups)
    blocks = (groups - 1 >> bits) + 1
    width = _KINDS << bits

    def keys(group: Rows, day: Rows, kind: Rows | int) -> Rows:
        key = np.right_shift(group, bits, dtype=np.int64)
        key *= days
        key += day
        key *= _KINDS
        key += kind
        key <<= bits
        key += group & (1 << bits) - 1
        return key.astype(np.int32) if blocks * days * width < 1 << 31 else key

    key = keys(group, time, event)
    late = np.flatnonzero(entry >= 0)
    if len(late):
        key = np.concatenate((key, keys(group[late], entry[late], _KINDS - 1)))
        at_risk -= np.bincount(group[late], minlength=groups)
    key.sort()
    start = np.searchsorted(key, np.arange(blocks * days + 1, dtype=key.dtype) * width)
    key %= width
    return key, start, at_risk.astype(np.float64)


def _days(happened: Rows, start: Rows, size: int, at_risk: Rows) -> Iterator[tuple[Rows, Rows]]:
    """Of each day, how many orders of each group of a block were completed on it, and how many might have been."""
    for begin, end in pairwise(start.tolist()):
        counted = np.bincount(happened[begin:end], minlength=_KINDS * size).reshape(_KINDS, size)
        gone, done, entered = counted[:, : len(at_risk)]
        yield done, at_risk
        at_risk = at_risk - (gone + done - entered)


class _Walk:
    """The curves of some groups, and what they have reached, from one day to the next."""

    def __init__(self, groups: int, level: float, pseudo: Pseudo | None, parent: Rows | None) -> None:
        self._level = 1.0 - level + 1e-9
        root = math.sqrt(self._level)
        self._target = math.asin(root)
        # No curve is less certain than its pseudo-orders alone make it, and an arcsine grows faster than its argument:
        # above this no limit is at the level yet.
        self._close = 1.0 if pseudo is None else (root + 0.99 / math.sqrt(pseudo.number)) ** 2
        self._pseudo, self._parent = pseudo, parent
        self._survival = np.ones(groups)
        self._spread = np.zeros(groups)  # Greenwood's sum
        self._crossed = np.full((3, groups), np.nan)  # on which day S, its lower and its upper limit did
        self._found = np.full((3, groups), np.nan)  # the same, of those that are left behind too
        self._place = np.arange(groups)  # of those that still walk, among all

    def through(self, days: Iterable[tuple[Rows, Rows]]) -> Rows:
        """Walk until every curve has crossed; now and then those that have are left behind."""
        groups = len(self._place)
        for day, of_all in enumerate(days):
            deaths, at_risk = of_all if len(self._place) == groups else (of[self._place] for of in of_all)
            self._step(day, deaths, at_risk)
            self._look(day)
            if day % _STRIDE:
                continue
            going = np.flatnonzero(np.isnan(self._crossed[2]) & (self._survival > 0.0))
            if not len(going):
                break
            if 2 * len(going) < len(self._place):
                self._leave_all_but(going)
        self._found[:, self._place] = self._crossed
        return self._found

    def _leave_all_but(self, going: Rows) -> None:
        self._found[:, self._place] = self._crossed
        self._place, self._crossed = self._place[going], self._crossed[:, going]
        self._survival, self._spread = self._survival[going], self._spread[going]
        self._parent = None if self._parent is None else self._parent[going]

    def _step(self, day: int, deaths: Rows, at_risk: Rows) -> None:
        """One day further; pseudo-orders count among those at risk."""
        risk = at_risk
        if self._pseudo is not None:
            deaths = deaths + self._pseudo.done[day][self._parent]
            risk = at_risk + self._pseudo.still_open[day][self._parent]
            at_risk = at_risk + self._pseudo.number * self._survival
        with np.errstate(divide="ignore", invalid="ignore"):
            hazard = np.minimum(deaths / risk, 1.0)
            # Where nobody is left of a group and its parent its curve ends; a group without parent just stays.
            np.copyto(hazard, 0.0 if self._pseudo is None else 1.0, where=risk <= 0)
            left = 1.0 - hazard
            at_risk = at_risk * left
            hazard /= at_risk
        np.copyto(hazard, 0.0, where=at_risk <= 0)
        self._spread += hazard
        self._survival *= left

    def _look(self, day: int) -> None:
        """Write down who crossed today, by the arcsine limits of S (Borgan & Liestøl 1990), sound for fractions of
        orders."""
        first, low, high = self._crossed
        waiting = np.isnan(low) & (self._survival <= self._close) | np.isnan(high) & (self._survival <= self._level)
        chosen = np.flatnonzero(waiting)
        survival = self._survival[chosen]
        inside = np.minimum(survival, 1.0 - 1e-12)
        angle = np.arcsin(np.sqrt(inside))
        half = 0.98 * np.sqrt(self._spread[chosen] * inside / (1.0 - inside))
        # Where nobody is left the curve says nothing of how much later it might have been.
        over = survival <= 0.0
        for found, crossed in (
            (first, survival <= self._level),
            (low, (angle - half <= self._target) | over),
            (high, (angle + half <= self._target) & ~over),
        ):
            found[chosen[crossed & np.isnan(found[chosen])]] = day
