"""Many dates at once give what one date after the other does."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain_app.analytics.working_time import by_supplier, days_between, hours_between
from supplychain_app.domain.calendars import Calendars, Kind, OwnDays, WorkingCalendar

OWN = (
    OwnDays(date(2026, 8, 3), date(2026, 8, 21)),
    OwnDays(date(2026, 8, 9), date(2026, 8, 9), Kind.WORKING),
    OwnDays(date(2026, 6, 1), date(2026, 9, 30), Kind.SATURDAYS),
)
CALENDARS = [
    WorkingCalendar(country, own, zone)
    for country in (None, "DE", "CN", "EG")
    for own in ((), OWN)
    for zone in (None, "Asia/Tokyo")
]
PAIRS = st.lists(
    st.tuples(st.dates(date(2025, 11, 1), date(2026, 12, 31)), st.integers(-30, 60)), min_size=1, max_size=8
)


@settings(max_examples=40)
@given(st.sampled_from(CALENDARS), PAIRS)
def test_days(calendar: WorkingCalendar, pairs: list[tuple[date, int]]) -> None:
    start = [day for day, _ in pairs]
    end = [day + timedelta(days=more) for day, more in pairs]
    found = days_between(*(np.array([day.toordinal() for day in days]) for days in (start, end)), calendar)
    assert found.tolist() == [calendar.working_days_between(a, b) for a, b in zip(start, end, strict=True)]


@settings(max_examples=40)
@given(st.sampled_from(CALENDARS), PAIRS, st.integers(0, 23))
def test_hours(calendar: WorkingCalendar, pairs: list[tuple[date, int]], hour: int) -> None:
    start = [datetime(day.year, day.month, day.day, hour, 20, tzinfo=UTC) for day, _ in pairs]
    end = [moment + timedelta(hours=7 * more) for moment, (_, more) in zip(start, pairs, strict=True)]
    found = hours_between(*(np.array([one.timestamp() for one in column]) for column in (start, end)), calendar)
    wanted = [calendar.working_hours_between(a, b) for a, b in zip(start, end, strict=True)]
    assert np.allclose(found, wanted)


def test_each_by_the_calendar_of_its_supplier() -> None:
    calendars = Calendars(suppliers={1: WorkingCalendar("DE", OWN), 2: WorkingCalendar("DE")})
    start, end = (np.full(4, date(2026, *day).toordinal()) for day in ((7, 31), (8, 24)))
    found = by_supplier(days_between, start, end, np.array([2, 1, 2, 9]), calendars)
    assert found.tolist() == [16.0, 4.0, 16.0, 16.0]  # 1 August, a Saturday; 9 August; Saturday 22; Monday 24


def test_days_that_cannot_be_right_do_no_harm() -> None:
    found = days_between(np.array([-1, 5, 739_000]), np.array([-1, 3_000_000, 738_000]), WorkingCalendar("DE", OWN))
    assert found[0] == 0
    assert found[2] < 0 < found[1]
    assert days_between(np.array([], dtype=int), np.array([], dtype=int), WorkingCalendar("DE")).tolist() == []
