"""Periods of days that figures cover: a quarter, a month, a year, or any two dates."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from supplychain_app.domain.errors import InvalidInput
from supplychain_app.language import tr

YEARS = range(1900, 2200)
"""In which a day or a period may lie, so that those before and after it exist too."""


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to `end`, both days included."""

    start: date
    end: date

    @property
    def name(self) -> str:
        """As a person would write it: 2026, 2026Q3, 2026-07, or the two days."""
        if self == year(self.start.year):
            return f"{self.start.year}"
        number = (self.start.month - 1) // 3 + 1
        if self == quarter(self.start.year, number):
            return f"{self.start.year}Q{number}"
        if self == month(self.start.year, self.start.month):
            return f"{self.start:%Y-%m}"
        return f"{self.start}..{self.end}"

    @property
    def previous(self) -> "Period":
        """The period of the same kind just before this one."""
        last = self.start - timedelta(days=1)
        if self == year(self.start.year):
            return year(last.year)
        if self == quarter(self.start.year, (self.start.month - 1) // 3 + 1):
            return quarter(last.year, (last.month - 1) // 3 + 1)
        if self == month(self.start.year, self.start.month):
            return month(last.year, last.month)
        return Period(last - (self.end - self.start), last)


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))


def quarter(of_year: int, number: int) -> Period:
    return Period(month(of_year, 3 * number - 2).start, month(of_year, 3 * number).end)


def month(of_year: int, number: int) -> Period:
    following = date(of_year + 1, 1, 1) if number == 12 else date(of_year, number + 1, 1)
    return Period(date(of_year, number, 1), following - timedelta(days=1))


def year_to(as_of: date) -> Period:
    """The twelve months that end on a day."""
    try:
        start = as_of.replace(year=as_of.year - 1)
    except ValueError:  # 29 February
        start = as_of.replace(year=as_of.year - 1, day=28)
    return Period(start + timedelta(days=1), as_of)


def parse(text: str) -> Period:
    """Read 2026, 2026Q3, 2026-07 or 2026-01-15..2026-03-31; InvalidInput for anything else.

    >>> parse("2026Q3").end
    datetime.date(2026, 9, 30)
    """
    period = _read(text)
    if period is None or period.start.year not in YEARS or period.end.year not in YEARS:
        raise InvalidInput(
            tr("“{text}” is not a period. Write 2026, 2026Q3, 2026-07 or 2026-01-01..2026-03-31.", text=text)
        )
    if period.end < period.start:
        raise InvalidInput(tr("The period “{text}” ends before it starts. Put the earlier day first.", text=text))
    return period


def _read(text: str) -> Period | None:
    found = re.fullmatch(r"\s*(\d{4})(?:-?Q([1-4])|-(\d{2}))?\s*", text, re.IGNORECASE)
    try:
        if found:
            of_year = int(found[1])
            if found[2]:
                return quarter(of_year, int(found[2]))
            return month(of_year, int(found[3])) if found[3] else year(of_year)
        start, end = (date.fromisoformat(part.strip()) for part in text.split(".."))
    except ValueError:
        return None
    return Period(start, end)
