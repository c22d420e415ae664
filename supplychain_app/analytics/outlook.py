"""The chance of arrival by any day, of many lines at once, without writing out every day of every line.

Each line is of a group whose probabilities lie on days around a zero of the line's own: its promise, or its issue.
Summed from the end, once a group, they tell the chance beyond any day by a look-up or two, and stay exact where little
is left of a line long overdue. Only the days up to today are looked at one by one: an arrival on them is possible as
far as it would not have been recorded yet.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[Any]

BACK, AHEAD = 90, 1200  # arrival days around today
NOTHING = 1e-9  # probability below which a line is beyond everything seen: its chance halves every 30 days
_PACE = 0.5 ** (np.arange(AHEAD) / 30.0)  # on days 1 … AHEAD
_PACE_BEYOND = np.append(np.cumsum(_PACE[::-1])[::-1], 0.0)  # after days 0 … AHEAD
_PAST = np.arange(-BACK, 1)
_GRID = np.linspace(0.0, 1.0, 101)


def summed_from_end(mass: Rows) -> Rows:
    """Of each row, the sum from every column on, and a last column of 0."""
    found: Rows = np.zeros((len(mass), mass.shape[1] + 1))
    np.cumsum(mass[:, ::-1], axis=1, out=found[:, -2::-1])
    return found


@dataclass(frozen=True)
class Source:
    """Which row of a table of groups tells of each line, and where its today lies."""

    tails: Rows  # of each group, as `summed_from_end` gives them
    group: Rows  # of each line
    today: Rows  # column, of each line; may lie beyond the edges

    def of(self, places: Rows) -> "Source":
        return replace(self, group=self.group[places], today=self.today[places])

    def from_day(self, days: Rows) -> Rows:
        """What lies on as_of + days and later, lines × days."""
        width = self.tails.shape[1]
        column = np.clip(self.today[:, None] + days, 0, width - 1)
        column += self.group[:, None] * width
        found: Rows = self.tails.ravel().take(column)
        return found


class View(Protocol):
    """One opinion of when some lines arrive."""

    def past(self) -> Rows:
        """P(arrival by as_of − BACK … as_of), lines × days."""

    def later(self, days: Rows) -> Rows:
        """P(arrival after as_of + days), lines × days; no day before today."""


class Outlook:
    """The view of groups (the mean of several), conditioned on the lines not having been booked in by today.

    `unrecorded`: P(not recorded by today) of an arrival on as_of − BACK … as_of, a row a line or one for all.
    """

    def __init__(self, sources: Sequence[Source], unrecorded: Rows) -> None:
        self._sources = sources
        ending = self._from_day(np.arange(-BACK, 2))
        self._past = np.cumsum((ending[:, :-1] - ending[:, 1:]) * unrecorded, axis=1)
        self._rest = self._from_day(np.array([AHEAD + 1]))
        self._total = self._past[:, -1:] + ending[:, -1:] - self._rest
        self.told = self._total[:, 0] >= NOTHING
        self._total[~self.told] = self._past[~self.told, -1:] + _PACE_BEYOND[0]

    def past(self) -> Rows:
        found: Rows = self._past / self._total
        return found

    def later(self, days: Rows) -> Rows:
        found = self._from_day(days + 1) - self._rest
        if not self.told.all():
            found[~self.told] = _PACE_BEYOND[np.broadcast_to(days, found.shape)[~self.told]]
        found /= self._total
        return found

    def _from_day(self, days: Rows) -> Rows:
        found = self._sources[0].from_day(days)
        for source in self._sources[1:]:
            found += source.from_day(days)
        return found / len(self._sources)


class Certain:
    """The view that a line arrives on its day, so many days from today."""

    def __init__(self, days: Rows) -> None:
        self._days = days[:, None]

    def past(self) -> Rows:
        return np.where(self._days <= _PAST, 1.0, 0.0)

    def later(self, days: Rows) -> Rows:
        return np.where(self._days > days, 1.0, 0.0)


def reached(view: View, days: int) -> Rows:
    """P(arrival by as_of − BACK, …), so many days written out, more than BACK."""
    return np.concatenate((view.past(), 1.0 - view.later(np.arange(1, days - BACK))), axis=1)


@dataclass(frozen=True)
class Pool:
    """Views of the same lines, each with a share a line; then stretched, as probabilities from 0 to 1 say."""

    views: Sequence[View]
    shares: Rows  # lines × views; sum to 1
    curve: Rows | None = None

    def past(self) -> Rows:
        return self._stretched(self._weighed([view.past() for view in self.views]))

    def later(self, days: Rows) -> Rows:
        later = self._weighed([view.later(days) for view in self.views])
        return later if self.curve is None else 1.0 - self._stretched(1.0 - later)

    def quantiles(self, levels: Rows) -> Rows:
        """Days from today at which each level is reached, lines × levels."""
        wanted = levels[None, :] - 1e-9
        low = np.zeros((len(self.shares), len(levels)), dtype=np.int64)  # not reached by then …
        high = np.full_like(low, AHEAD)  # … but by then
        for _ in range(AHEAD.bit_length()):
            middle = (low + high) // 2
            enough = self.later(middle) <= 1.0 - wanted
            high, low = np.where(enough, middle, high), np.where(enough, low, middle)
        past = self.past()
        before = np.flatnonzero((past[:, -1:] >= wanted).any(axis=1))
        if len(before):
            day = (past[before, :, None] < wanted[None]).sum(axis=1) - BACK
            high[before] = np.where(day <= 0, day, high[before])
        return high

    def later_than(self, day: Rows) -> Rows:
        """P(arrival after a day from today, one a line)."""
        found = self.later(np.clip(day, 0, AHEAD)[:, None])[:, 0]
        before = np.flatnonzero(day < 0)
        if len(before):
            past = self.past()[before]
            column = day[before] + BACK
            by_then = past[np.arange(len(before)), np.maximum(column, 0)]
            found[before] = np.where(column < 0, 1.0, 1.0 - by_then)
        return np.clip(found, 0.0, 1.0)

    def _weighed(self, told: list[Rows]) -> Rows:
        found = told[0] * self.shares[:, :1]
        for number, one in enumerate(told[1:], 1):
            found += one * self.shares[:, number : number + 1]
        return found

    def _stretched(self, reached: Rows) -> Rows:
        if self.curve is None:
            return reached
        found: Rows = np.interp(reached, _GRID, self.curve)
        return found
