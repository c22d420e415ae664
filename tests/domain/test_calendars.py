"""Working days mean what people expect: weekends and holidays of the country, and own days that differ."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain_app.domain.calendars import Calendars, Kind, OwnDays, WorkingCalendar, countries

SHUTDOWN = OwnDays(date(2026, 8, 3), date(2026, 8, 21), reason="Summer shutdown")
FRIDAY, MONDAY_AFTER = date(2026, 7, 31), date(2026, 8, 24)


def test_a_shutdown_is_not_worked_and_is_told_by_its_reason() -> None:
    calendar = WorkingCalendar("DE", (SHUTDOWN,))
    assert calendar.working_days_between(FRIDAY, MONDAY_AFTER) == 1
    assert calendar.working_days_between(MONDAY_AFTER, FRIDAY) == -1
    assert WorkingCalendar("DE").working_days_between(FRIDAY, MONDAY_AFTER) == 16
    assert calendar.closure(date(2026, 8, 21)) == SHUTDOWN
    assert calendar.closure(MONDAY_AFTER) is None
    assert calendar.next_closure(FRIDAY) == calendar.next_closure(date(2026, 8, 21)) == SHUTDOWN
    assert calendar.next_closure(MONDAY_AFTER) is None


def test_one_working_day_wins_over_a_closure_and_a_closure_over_working_saturdays() -> None:
    saturdays = OwnDays(date(2026, 7, 1), date(2026, 8, 31), Kind.SATURDAYS)
    shift = OwnDays(date(2026, 8, 9), date(2026, 8, 9), Kind.WORKING)  # a Sunday
    calendar = WorkingCalendar(None, (SHUTDOWN, saturdays, shift))
    worked = [day for day in range(1, 32) if calendar.is_working_day(date(2026, 8, day))]
    assert worked == [1, 9, 22, 24, 25, 26, 27, 28, 29, 31]
    assert calendar.closure(date(2026, 8, 9)) is None
    assert not calendar.is_weekend(date(2026, 8, 22))
    assert calendar.is_weekend(date(2026, 8, 23))


def test_a_year_far_off_is_worked_without_a_word(recwarn: pytest.WarningsRecorder) -> None:
    monday = date(2083, 3, 1)
    assert WorkingCalendar("IN").is_working_day(monday)
    assert not WorkingCalendar("IN").is_working_day(monday - timedelta(days=1))
    assert not recwarn.list


def test_working_saturdays_leave_public_holidays_out() -> None:
    year = OwnDays(date(2026, 1, 1), date(2026, 12, 31), Kind.SATURDAYS)
    calendar = WorkingCalendar("DE", (year,))
    assert not calendar.is_working_day(date(2026, 12, 26))  # Saturday and a holiday
    assert calendar.is_working_day(date(2026, 12, 19))


def test_a_country_has_its_own_weekend_and_may_make_up_for_long_holidays() -> None:
    egypt, china = WorkingCalendar("EG"), WorkingCalendar("CN")
    assert [egypt.is_working_day(date(2026, 11, day)) for day in (19, 20, 21, 22)] == [True, False, False, True]
    assert china.is_working_day(date(2026, 2, 28))  # a Saturday in place of the Spring Festival
    assert not china.is_working_day(date(2026, 2, 18))
    assert WorkingCalendar("Narnia").working_days_between(FRIDAY, MONDAY_AFTER) == 16
    assert {"DE", "CN", "JP"} <= set(countries())


def test_hours_of_work_by_the_local_clock() -> None:
    tokyo = WorkingCalendar("JP", time_zone="Asia/Tokyo")
    start = datetime(2026, 11, 19, 22, tzinfo=UTC)  # Friday 7:00 there
    assert tokyo.working_hours_between(start, start + timedelta(hours=3)) == 2.0
    assert tokyo.working_hours_between(start, datetime(2026, 11, 24, 0, tzinfo=UTC)) == 10.0  # Monday is a holiday
    assert tokyo.working_hours_between(start, start) == 0.0


def test_proposed_days_are_worked_by_us_and_by_them() -> None:
    ours = WorkingCalendar("DE", (OwnDays(date(2026, 8, 24), date(2026, 8, 24)),))
    never = tuple(OwnDays(date(year, 1, 1), date(year, 12, 31)) for year in range(2026, 2031))
    calendars = Calendars(ours, {1: WorkingCalendar("IT", (SHUTDOWN,)), 2: WorkingCalendar(None, never)})
    assert calendars.proposed(date(2026, 8, 3), [1]) == date(2026, 8, 25)
    assert calendars.proposed(date(2026, 8, 3)) == date(2026, 8, 3)
    assert calendars.next_day(FRIDAY) == date(2026, 8, 3)
    assert calendars.proposed(date(2026, 8, 22), [2]) == date(2026, 8, 25), "a supplier that never works is left out"
    assert calendars.next_day(date(2026, 12, 24), [7]) == date(2026, 12, 28)


@given(
    st.dates(date(2025, 1, 1), date(2027, 12, 31)),
    st.lists(st.tuples(st.integers(-40, 40), st.integers(0, 20), st.sampled_from(Kind)), max_size=3),
    st.integers(0, 60),
)
def test_working_days_add_up(start: date, own: list[tuple[int, int, Kind]], length: int) -> None:
    days = tuple(
        OwnDays(start + timedelta(days=first), start + timedelta(days=first + more), kind) for first, more, kind in own
    )
    calendar = WorkingCalendar("CN", days)
    middle, end = start + timedelta(days=length // 2), start + timedelta(days=length)
    whole = calendar.working_days_between(start, end)
    assert whole == calendar.working_days_between(start, middle) + calendar.working_days_between(middle, end)
    off, worked = calendar.exceptions({2024, 2025, 2026, 2027, 2028})
    listed = [day for n in range(1, length + 1) if (day := start + timedelta(days=n)) not in off]
    assert whole == sum(day.isoweekday() < 6 or day in worked for day in listed)


@pytest.mark.parametrize("day", [date(2026, 8, 2), date(2026, 8, 22)])
def test_the_days_beside_a_closure_are_not_part_of_it(day: date) -> None:
    assert day not in SHUTDOWN
