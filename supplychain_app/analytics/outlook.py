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
_STEP = 16  # days around their promise within which most lines arrive
NOTHING = 1e-9  # probability below which a line is beyond everything seen: its chance halves every 30 days
_PACE = 0.5 ** (np.arange(AHEAD) / 30.0)  # on days 1 … AHEAD
_PACE_BEYOND = np.append(np.cumsum(_PACE[::-1])[::-1], 0.0)  # after days 0 … AHEAD
_PAST = np.arange(-BACK, 1)
_GRID = np.linspace(0.0, 1.0, 101)
_ALL = slice(None)


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
        column = self.today[:, None] + days
        np.clip(column, 0, width - 1, out=column)
        column += self.group[:, None] * width
        found: Rows = self.tails.ravel().take(column, mode="clip")  # which is faster than to check what is inside
        return found


class View(Protocol):
    """One opinion of when some lines arrive."""

    def past(self, places: Any = _ALL) -> Rows:
        """P(arrival by as_of − BACK … as_of) of the lines in these places, lines × days."""

    def by_today(self) -> Rows:
        """P(arrival by as_of), lines × 1."""

    def later(self, days: Rows) -> Rows:
        """P(arrival after as_of + days), lines × days; no day before today."""


class Outlook:
    """The view of groups (the mean of several), conditioned on the lines not having been booked in by today.

    `unrecorded`: P(not recorded by today) of an arrival on as_of − BACK … as_of, a row a line or one for all.
    """

    def __init__(self, sources: Sequence[Source], unrecorded: Rows) -> None:
        self._sources = sources
        some = np.flatnonzero(unrecorded.any(axis=0))
        first = int(some[0]) if len(some) else BACK + 1  # before it no arrival can be unrecorded
        ending = self._from_day(np.arange(first - BACK, 2))
        self._past = np.cumsum((ending[:, :-1] - ending[:, 1:]) * unrecorded[:, first:], axis=1)
        self._rest = self._from_day(np.array([AHEAD + 1]))
        by_today = self._past[:, -1:] if first <= BACK else np.zeros_like(self._rest)
        self._total = by_today + ending[:, -1:] - self._rest
        self.told = self._total[:, 0] >= NOTHING
        self._total[~self.told] = by_today[~self.told] + _PACE_BEYOND[0]
        self._by_today = by_today / self._total

    def past(self, places: Any = _ALL) -> Rows:
        told = self._past[places] / self._total[places]
        found: Rows = np.zeros((len(told), BACK + 1))
        found[:, BACK + 1 - told.shape[1] :] = told
        return found

    def by_today(self) -> Rows:
        found: Rows = self._by_today
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

    def past(self, places: Any = _ALL) -> Rows:
        return np.where(self._days[places] <= _PAST, 1.0, 0.0)

    def by_today(self) -> Rows:
        return np.where(self._days <= 0, 1.0, 0.0)

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

    def past(self, places: Any = _ALL) -> Rows:
        return self._stretched(self._weighed([view.past(places) for view in self.views], places))

    def by_today(self) -> Rows:
        return self._stretched(self._weighed([view.by_today() for view in self.views]))

    def later(self, days: Rows) -> Rows:
        later = self._later(days)
        return later if self.curve is None else 1.0 - self._stretched(1.0 - later)

    def quantiles(self, levels: Rows, near: Rows) -> Rows:
        """Days from today at which each level is reached, lines × levels; sought first near a day, one a line."""
        wanted = levels[None, :] - 1e-9
        most = 1.0 - self._before_stretching(wanted)
        low = np.zeros((len(self.shares), len(levels)), dtype=np.int64)  # not reached by then …
        high = np.full_like(low, AHEAD)  # … but by then
        middle = np.repeat(np.clip(near, 1, AHEAD - 1)[:, None], len(levels), axis=1)
        step = _STEP
        while (high - low > 1).any():
            enough = self._later(middle) <= most
            high, low = np.where(enough, middle, high), np.where(enough, low, middle)
            middle = np.clip((low + high) // 2, middle - step, middle + step)
            step *= 2
        before = np.flatnonzero((self.by_today() >= wanted).any(axis=1))
        if len(before):
            day = (self.past(before)[:, :, None] < wanted[None]).sum(axis=1) - BACK
            high[before] = np.where(day <= 0, day, high[before])
        return high

    def later_than(self, day: Rows) -> Rows:
        """P(arrival after a day from today, one a line)."""
        found = self.later(np.clip(day, 0, AHEAD)[:, None])[:, 0]
        before = np.flatnonzero(day < 0)
        found[before] = 1.0
        told = before[day[before] >= -BACK]
        if len(told):
            found[told] -= self.past(told)[np.arange(len(told)), day[told] + BACK]
        return np.clip(found, 0.0, 1.0)

    def _later(self, days: Rows) -> Rows:
        return self._weighed([view.later(days) for view in self.views])

    def _weighed(self, told: list[Rows], places: Any = _ALL) -> Rows:
        shares = self.shares[places]
        found: Rows = told[0] * shares[:, :1]
        for number, one in enumerate(told[1:], 1):
            found += one * shares[:, number : number + 1]
        return found

    def _stretched(self, reached: Rows) -> Rows:
        if self.curve is None:
            return reached
        found: Rows = np.interp(reached, _GRID, self.curve)
        return found

    def _before_stretching(self, reached: Rows) -> Rows:
        """The probability that becomes this one when it is stretched."""
        if self.curve is None:
            return reached
        found: Rows = np.interp(reached, self.curve, _GRID)
        return found
