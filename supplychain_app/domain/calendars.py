"""Working calendars: which days are worked in a country, and how many working hours lie between two moments."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

HOURS_A_DAY = 8
OPENS_AT = 9  # local time; an hour of break is not modelled, so a day closes at 17:00


@lru_cache(maxsize=256)
def public_holidays(country: str, year: int) -> frozenset[date]:
    """Public holidays of a country by its two letters; none for a country that is not known."""
    import holidays

    try:
        return frozenset(holidays.country_holidays(country.upper(), years=year))
    except (NotImplementedError, KeyError):
        return frozenset()


@lru_cache(maxsize=256)
def weekend_of(country: str | None) -> frozenset[int]:
    """ISO weekdays that are not worked in a country: Friday and Saturday in Egypt, else mostly Saturday and Sunday."""
    if not country:
        return frozenset({6, 7})
    import holidays

    try:
        return frozenset(day + 1 for day in holidays.country_holidays(country.upper()).weekend)
    except (NotImplementedError, KeyError):
        return frozenset({6, 7})


@dataclass(frozen=True)
class WorkingCalendar:
    """Working days: not the country's weekend, not a public holiday, and days that a person set otherwise."""

    country: str | None = None
    extra: Mapping[date, bool] = field(default_factory=dict)  # day -> worked
    time_zone: str | None = None

    def is_working_day(self, day: date) -> bool:
        if day in self.extra:
            return self.extra[day]
        if day.isoweekday() in weekend_of(self.country):
            return False
        return not self.country or day not in public_holidays(self.country, day.year)

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`; negative when `end` is earlier."""
        if end < start:
            return -self.working_days_between(end, start)
        return sum(self.is_working_day(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))

    def add_working_days(self, start: date, days: int) -> date:
        """The working day that is so many working days after another."""
        day = start
        while days > 0:
            day += timedelta(days=1)
            days -= self.is_working_day(day)
        return day

    def working_hours_between(self, start: datetime, end: datetime) -> float:
        """Working hours from one UTC moment to a later one, in the calendar's own local time."""
        zone = self._zone()
        a, b = start.astimezone(zone), end.astimezone(zone)
        if b <= a:
            return 0.0
        total = 0.0
        for n in range((b.date() - a.date()).days + 1):
            day = a.date() + timedelta(days=n)
            if self.is_working_day(day):
                opens = datetime(day.year, day.month, day.day, OPENS_AT, tzinfo=zone)
                closes = opens + timedelta(hours=HOURS_A_DAY)
                total += max(0.0, (min(b, closes) - max(a, opens)).total_seconds() / 3600)
        return total

    def _zone(self) -> ZoneInfo:
        try:
            return ZoneInfo(self.time_zone or "UTC")
        except (ZoneInfoNotFoundError, ValueError):
            return ZoneInfo("UTC")


def as_utc(text: str) -> datetime:
    """A moment as the workspace stores it."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
