"""Working calendars: which days a supplier or we work, and how many working hours lie between two moments."""

import warnings
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

OPENS_AT, HOURS_A_DAY = 8, 9  # local time; breaks are not modelled, so a day closes at 17:00
SATURDAY = 6  # ISO weekday
USUAL_WEEKEND = frozenset({6, 7})
LONGEST_SEARCH = 800  # days in which a working day must come; entries without end must not hang the program


class Kind(StrEnum):
    """How somebody's own days differ from those of their country."""

    CLOSED = "closed"
    WORKING = "working"
    SATURDAYS = "saturdays"  # works on the Saturdays among them that are no public holidays


@dataclass(frozen=True)
class OwnDays:
    """Days on which somebody works otherwise than the country: both ends belong to them."""

    first: date
    last: date
    kind: Kind = Kind.CLOSED
    reason: str = ""

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def countries() -> tuple[str, ...]:
    """The countries whose public holidays are known, by their two letters."""
    import holidays

    return tuple(sorted(code for code in holidays.list_supported_countries(include_aliases=False) if len(code) == 2))


@lru_cache(maxsize=4096)
def public_holidays(country: str, year: int) -> frozenset[date]:
    """Public holidays of a country by its two letters; none for a country or a year that is not known."""
    return frozenset(_holidays(country, year))


@lru_cache(maxsize=256)
def weekend_of(country: str | None) -> frozenset[int]:
    """ISO weekdays that are not worked in a country: Friday and Saturday in Egypt, else mostly Saturday and Sunday."""
    if not country:
        return USUAL_WEEKEND
    import holidays

    try:
        return frozenset(day + 1 for day in holidays.country_holidays(country.upper()).weekend)
    except (NotImplementedError, KeyError):
        return USUAL_WEEKEND


@lru_cache(maxsize=4096)
def worked_weekends(country: str, year: int) -> frozenset[date]:
    """Weekend days that a country works in place of other days, as China does around its long holidays."""
    return frozenset(day for day in getattr(_holidays(country, year), "weekend_workdays", ()) if day.year == year)


def _holidays(country: str, year: int) -> Collection[date]:
    import holidays

    with warnings.catch_warnings():
        # Of years far off it knows no holidays of some countries, and says so to whoever has a typing error in a date.
        warnings.simplefilter("ignore", UserWarning)
        try:
            return holidays.country_holidays(country.upper(), years=year)
        except (NotImplementedError, KeyError):
            return ()


@dataclass(frozen=True)
class WorkingCalendar:
    """Working days: not the country's weekend, not a public holiday, and own days as they were entered.

    Where own days overlap, a day that is worked wins over a closure, and a closure over working Saturdays.
    """

    country: str | None = None
    own: tuple[OwnDays, ...] = ()
    time_zone: str | None = None

    def is_working_day(self, day: date) -> bool:
        kinds = {one.kind for one in self.own if day in one}
        if Kind.WORKING in kinds:
            return True
        if Kind.CLOSED in kinds:
            return False
        if self.country and day in public_holidays(self.country, day.year):
            return False
        if day.isoweekday() not in weekend_of(self.country):
            return True
        if Kind.SATURDAYS in kinds and day.isoweekday() == SATURDAY:
            return True
        return bool(self.country) and day in worked_weekends(self.country or "", day.year)

    def closure(self, day: date) -> OwnDays | None:
        """The closure of their own in which a day lies that is not worked."""
        found = next((one for one in self.own if one.kind == Kind.CLOSED and day in one), None)
        return None if found is None or self.is_working_day(day) else found

    def next_closure(self, day: date) -> OwnDays | None:
        """The closure under way on a day, or the next one to come."""
        coming = (one for one in self.own if one.kind == Kind.CLOSED and one.last >= day)
        return min(coming, key=lambda one: one.first, default=None)

    def is_weekend(self, day: date) -> bool:
        """A day of the weekly rest that is not worked for another reason."""
        return day.isoweekday() in weekend_of(self.country) and not self.is_working_day(day)

    def exceptions(self, years: Iterable[int]) -> tuple[list[date], list[date]]:
        """What of these years differs from the usual week: weekdays that are not worked, weekend days that are."""
        days: set[date] = set()
        chosen = set(years)
        if self.country:
            for year in chosen:
                days |= public_holidays(self.country, year) | worked_weekends(self.country, year)
        for one in self.own:
            span = (one.first + timedelta(days=n) for n in range((one.last - one.first).days + 1))
            days |= {day for day in span if day.year in chosen}
        weekend = weekend_of(self.country)
        listed = [(day, self.is_working_day(day)) for day in sorted(days)]
        off = [day for day, worked in listed if not worked and day.isoweekday() not in weekend]
        return off, [day for day, worked in listed if worked and day.isoweekday() in weekend]

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`; negative when `end` is earlier."""
        if end < start:
            return -self.working_days_between(end, start)
        return sum(self.is_working_day(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))

    def working_hours_between(self, start: datetime, end: datetime) -> float:
        """Working hours from one UTC moment to a later one, in the calendar's own local time."""
        a, b = start.astimezone(self.zone), end.astimezone(self.zone)
        if b <= a:
            return 0.0
        total = 0.0
        for n in range((b.date() - a.date()).days + 1):
            day = a.date() + timedelta(days=n)
            if self.is_working_day(day):
                opens = datetime(day.year, day.month, day.day, OPENS_AT, tzinfo=self.zone)
                closes = opens + timedelta(hours=HOURS_A_DAY)
                total += max(0.0, (min(b, closes) - max(a, opens)).total_seconds() / 3600)
        return total

    @property
    def zone(self) -> ZoneInfo:
        try:
            return ZoneInfo(self.time_zone or "UTC")
        except (ZoneInfoNotFoundError, ValueError):
            return ZoneInfo("UTC")


NO_COUNTRY = WorkingCalendar()
"""Monday to Friday, where nothing else is known."""


@dataclass(frozen=True)
class Calendars:
    """Our own calendar and that of each supplier."""

    ours: WorkingCalendar = NO_COUNTRY
    suppliers: Mapping[int, WorkingCalendar] = field(default_factory=dict)

    def of(self, supplier_id: int | None) -> WorkingCalendar:
        return self.suppliers.get(supplier_id or 0, NO_COUNTRY)

    def proposed(self, day: date, supplier_ids: Collection[int] = ()) -> date:
        """The day itself or the next one on which we and all these suppliers work; ours alone where there is none."""
        for wanted in ([self.ours, *map(self.of, supplier_ids)], [self.ours]):
            for n in range(LONGEST_SEARCH):
                found = day + timedelta(days=n)
                if all(calendar.is_working_day(found) for calendar in wanted):
                    return found
        return day

    def next_day(self, day: date, supplier_ids: Collection[int] = ()) -> date:
        """The first day after this one on which we and all these suppliers work."""
        return self.proposed(day + timedelta(days=1), supplier_ids)


def as_utc(text: str) -> datetime:
    """A moment as the workspace stores it."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
