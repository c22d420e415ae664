"""Says figures in sentences: days, shares, counts and rates, with their plural and their doubt."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from supplychain_app.domain.calendars import HOURS_A_DAY
from supplychain_app.language import NO_BREAK, figure, noun_for, tr
from supplychain_app.reports.worklist_words import (
    MONTHS,
    NUMBERS,
    day_and_month,
    day_text,
    long_day,
    money,
)

if TYPE_CHECKING:  # these words are said beside a line too, without numpy
    from supplychain_app.analytics.rates import Rate

__all__ = ["MONTHS", "NO_BREAK", "NUMBERS", "day_and_month", "day_text", "long_day", "money"]

STAGES = {
    "S0": tr("Ordering"),
    "S1": tr("Acknowledgement"),
    "S2": tr("Production"),
    "S3": tr("Pick-up"),
    "S4": tr("To origin port"),
    "S5": tr("Waiting at origin"),
    "S6": tr("Main carriage"),
    "S7": tr("Discharge"),
    "S8": tr("Customs"),
    "S9": tr("Last leg"),
    "S10": tr("Our receiving"),
}
MODES = {
    "ocean": tr("Ocean"),
    "air": tr("Air"),
    "road": tr("Road"),
    "rail": tr("Rail"),
    "parcel": tr("Parcel"),
}
PARTIES = {
    "supplier": tr("Supplier"),
    "carrier": tr("Carrier"),
    "us": tr("Us"),
    "authorities": tr("Authorities"),
    "unknown": tr("Not known who"),
}
BASES = {
    "required": tr("the date we need it"),
    "first_promise": tr("the first promise"),
    "last_promise": tr("the last promise"),
}
GROUPS = {
    "stage": tr("stage"),
    "supplier": tr("supplier"),
    "lane": tr("lane"),
    "carrier": tr("carrier"),
    "mode": tr("mode"),
    "country": tr("country"),
    "material": tr("material"),
    "party": tr("party"),
    "incoterm": tr("delivery term"),
}
VERDICTS = {"hopeful": tr("hopeful"), "fair": tr("fair"), "padded": tr("padded")}
GAPS = {
    "promise": tr("promise"),
    "sent date": tr("sent date"),
    "required date": tr("required date"),
    "acknowledgement": tr("acknowledgement"),
}
REASONS = {
    "no receipts": tr("no receipts yet"),
    "all open": tr("all still open"),
    "too few": tr("too few to say"),
}
FORECAST_FROM = {
    "promise": tr("the promise and its usual delay"),
    "lead time": tr("lead times"),
    "carrier eta": tr("the carrier's date"),
}
MEASURES = {
    "on_time": tr("On time"),
    "lateness": tr("Days late"),
    "lead_time": tr("Lead time"),
    "reply_time": tr("Time to reply"),
}
PARTS = {
    "otif": tr("On time and in full"),
    "promises": tr("Promises"),
    "responsiveness": tr("Answers"),
    "lead_time": tr("Lead time"),
}


def number(value: float, digits: int = 0) -> str:
    """1234.5 -> '1 234'; the minus sign is a minus sign."""
    text = figure(value, digits).replace("-", "−")
    return text if any(letter in "123456789" for letter in text) else text.lstrip("−")


def days(value: float | None) -> str:
    """'1 day', '12 days', 'no data'; halves are kept below ten."""
    if value is None:
        return tr("no data")
    rounded = round(value * 2) / 2 if abs(value) < 10 else round(value)
    text = number(rounded, 0 if float(rounded).is_integer() else 1)
    return f"{text}{NO_BREAK}{noun_for(1 if abs(rounded) == 1 else 2, 'day')}"


def late(value: float | None) -> str:
    """'4 days late', '2 days early', 'on the day'."""
    if value is None:
        return tr("not reached")
    if abs(value) < 0.5:
        return tr("on the day")
    return tr("{days} late", days=days(value)) if value > 0 else tr("{days} early", days=days(-value))


def hours(value: float | None) -> str:
    """Working hours, as working days where there are many: '5 hours', '3 working days'."""
    if value is None:
        return tr("no data")
    if value < 2 * HOURS_A_DAY:
        whole = max(1, round(value))
        return f"{whole}{NO_BREAK}{noun_for(whole, 'hour')}"
    return tr("{number} working days", number=number(value / HOURS_A_DAY))


def percent(share: float | None) -> str:
    return tr("no data") if share is None else f"{number(share * 100)}{NO_BREAK}%"


def plural(count: int, noun: str, nouns: str | None = None) -> str:
    """'1 line', '12 lines'."""
    return f"{number(count)}{NO_BREAK}{noun_for(count, noun, nouns)}"


def spelled(count: int, noun: str, nouns: str | None = None) -> str:
    """'Three stages', for the start of a sentence."""
    word = NUMBERS[count].capitalize() if 0 <= count < len(NUMBERS) else number(count)
    return f"{word} {noun_for(count, noun, nouns)}"


def rate(value: "Rate") -> str:
    """'82 %', 'too few to say (3)', 'no data'."""
    if value.n == 0 or value.value is None:
        return tr("no data")
    if value.too_few:
        return tr("too few to say ({n})", n=value.n)
    return percent(value.value)


def between(interval: tuple[float | None, float | None] | None) -> str:
    """A share's interval: '71–89 %'."""
    if interval is None or interval[0] is None or interval[1] is None:
        return ""
    low, high = (number(end * 100) for end in interval if end is not None)
    return f"{low}–{high}{NO_BREAK}%"


def listed(names: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return (
        names[0] if len(names) == 1 else ", ".join(names[:-1]) + (tr(" and {names}", names=names[-1]) if names else "")
    )


def month(label: str, *, with_year: bool) -> str:
    """'2026-07' -> 'Jul' or 'Jul 2026'; another label stays as it is."""
    year, _, rest = label.partition("-")
    if not (rest[:2].isdigit() and 1 <= int(rest[:2]) <= 12):
        return label
    name = MONTHS[int(rest[:2]) - 1]
    if len(rest) > 2:
        name = f"{int(rest[3:])} {name}"
    return f"{name} {year}" if with_year else name


def period(start: date, end: date) -> str:
    return tr("{start} to {end}", start=long_day(start), end=long_day(end))


def period_name(name: str) -> str:
    """'2026Q3' as it is; two days as '12 months to 23 Nov 2026' or as the days they are."""
    start, dots, end = name.partition("..")
    if not dots:
        return name
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if 363 <= (last - first).days <= 366:
        return tr("12 months to {last}", last=long_day(last))
    return period(first, last)


def shortened(text: str, longest: int) -> str:
    """A name cut at its end, with an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
