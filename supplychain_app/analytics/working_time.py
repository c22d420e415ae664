"""Working days and hours of many dates at once, by the calendar of each supplier.

Weekdays are counted by numpy; what a calendar has besides the usual week (domain/calendars.py) is handed to it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.domain.calendars import HOURS_A_DAY, OPENS_AT, Calendars, WorkingCalendar, weekend_of

EPOCH = 719_163  # ordinal of 1970-01-01, where numpy counts from
YEARS = 1990, 2060  # public holidays are looked up for; other years have none
_DAY, _HOUR = 86_400, 3600.0

Array = NDArray[Any]


@dataclass(frozen=True)
class _Week:
    """A calendar as numpy takes it, and the weekend days that are worked."""

    usual: np.busdaycalendar
    worked: Array  # days since 1970, sorted


def days_between(start: Array, end: Array, calendar: WorkingCalendar) -> Array:
    """Working days after each start up to and with each end (ordinals); negative backwards."""
    a, b = np.asarray(start, dtype=np.int64) - EPOCH, np.asarray(end, dtype=np.int64) - EPOCH
    week = _week(calendar, _years(a, b))
    found: Array = _counted(b + 1, week) - _counted(a + 1, week)
    return found


def hours_between(start: Array, end: Array, calendar: WorkingCalendar) -> Array:
    """Hours between two moments (seconds since 1970 in UTC) in which a calendar's people are at work, by their clock.

    >>> friday_16, monday_9 = 1_763_740_800.0, 1_763_974_800.0
    >>> float(hours_between(np.array([friday_16]), np.array([monday_9]), WorkingCalendar())[0])
    2.0
    """
    a, b = _local(np.asarray(start, dtype=float), calendar), _local(np.asarray(end, dtype=float), calendar)
    week = _week(calendar, _years(a // _DAY, b // _DAY))
    found: Array = np.maximum(_hours(b, week) - _hours(a, week), 0.0)
    return found


def by_supplier(
    measure: Callable[[Array, Array, WorkingCalendar], Array],
    start: Array,
    end: Array,
    supplier: Array,
    calendars: Calendars,
) -> Array:
    """`days_between` or `hours_between`, each entry by the calendar of its supplier (an id)."""
    numbers, place = np.unique(supplier, return_inverse=True)
    together: dict[WorkingCalendar, list[int]] = {}
    for code, number in enumerate(numbers.tolist()):
        together.setdefault(calendars.of(number), []).append(code)
    found: Array = np.zeros(len(start), dtype=float)
    for calendar, codes in together.items():
        mine = np.isin(place, codes) if len(together) > 1 else np.ones(len(place), dtype=bool)
        found[mine] = measure(start[mine], end[mine], calendar)
    return found


def _counted(days: Array, week: _Week) -> Array:
    """Working days since 1970 before each day."""
    begin = np.datetime64("1970-01-01")
    usual = np.busday_count(begin, days.astype("datetime64[D]"), busdaycal=week.usual)
    found: Array = usual + np.searchsorted(week.worked, days)
    return found


def _hours(moment: Array, week: _Week) -> Array:
    """Working hours since 1970."""
    day = np.floor(moment / _DAY).astype(np.int64)
    hours = (moment - day * _DAY) / _HOUR
    before = _counted(day, week)
    is_worked = _counted(day + 1, week) - before
    found: Array = before * HOURS_A_DAY + np.clip(hours - OPENS_AT, 0.0, HOURS_A_DAY) * is_worked
    return found


def _local(moments: Array, calendar: WorkingCalendar) -> Array:
    """As the clocks there showed it."""
    if not calendar.time_zone or not len(moments):
        return moments
    days, place = np.unique(moments // _DAY, return_inverse=True)
    noons = [datetime.fromtimestamp(day * _DAY + _DAY / 2, UTC).astimezone(calendar.zone) for day in days.tolist()]
    offsets = np.array([(noon.replace(tzinfo=UTC) - noon).total_seconds() for noon in noons])
    found: Array = moments + offsets[place]
    return found


def _years(*days: Array) -> tuple[int, int]:
    """From the first to the last year of these days since 1970, as far as holidays are known."""
    low, high = YEARS
    if not len(days[0]):
        return low, low - 1
    ends = [int(edge) + EPOCH for column in days for edge in (column.min(), column.max())]
    first, last = (date.fromordinal(min(max(day, 1), date.max.toordinal())).year for day in (min(ends), max(ends)))
    return min(max(first, low), high), max(min(last, high), low)


@lru_cache(maxsize=1024)
def _week(calendar: WorkingCalendar, years: tuple[int, int]) -> _Week:
    off, worked = calendar.exceptions(range(years[0], years[1] + 1))
    weekend = weekend_of(calendar.country)
    mask = "".join("0" if weekday in weekend else "1" for weekday in range(1, 8))
    days = np.array([day.toordinal() - EPOCH for day in worked], dtype=np.int64)
    return _Week(np.busdaycalendar(mask, off), days)
