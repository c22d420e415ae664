"""Says figures in sentences: days, shares, counts and rates, with their plural and their doubt."""

from collections.abc import Sequence
from datetime import date

from supplychain_app.analytics.rates import Rate
from supplychain_app.reports.worklist_words import MONTHS, NO_BREAK, NUMBERS, day_text, money

__all__ = ["MONTHS", "NO_BREAK", "NUMBERS", "day_text", "money"]

STAGES = {
    "S0": "Ordering",
    "S1": "Acknowledgement",
    "S2": "Production",
    "S3": "Pick-up",
    "S4": "To origin port",
    "S5": "Waiting at origin",
    "S6": "Main carriage",
    "S7": "Discharge",
    "S8": "Customs",
    "S9": "Last leg",
    "S10": "Our receiving",
}
PARTIES = {
    "supplier": "Supplier",
    "carrier": "Carrier",
    "us": "Us",
    "authorities": "Authorities",
    "unknown": "Not known who",
}
BASES = {
    "required": "the date we need it",
    "first_promise": "the first promise",
    "last_promise": "the last promise",
}
GROUPS = {
    "stage": "stage",
    "supplier": "supplier",
    "lane": "lane",
    "carrier": "carrier",
    "mode": "mode",
    "country": "country",
    "material": "material",
    "party": "party",
    "incoterm": "delivery term",
}
PARTS = {
    "otif": "On time and in full",
    "promises": "Promises",
    "responsiveness": "Answers",
    "lead_time": "Lead time",
}


def number(value: float, digits: int = 0) -> str:
    """1234.5 -> '1 234'; the minus sign is a minus sign."""
    text = f"{value:,.{digits}f}".replace(",", NO_BREAK).replace("-", "−")
    return text.lstrip("−") if text.strip("−0. ") == "" else text


def days(value: float | None) -> str:
    """'1 day', '12 days', 'no data'; halves are kept below ten."""
    if value is None:
        return "no data"
    rounded = round(value * 2) / 2 if abs(value) < 10 else round(value)
    text = number(rounded, 0 if float(rounded).is_integer() else 1)
    return f"{text}{NO_BREAK}day" if abs(rounded) == 1 else f"{text}{NO_BREAK}days"


def late(value: float | None) -> str:
    """'4 days late', '2 days early', 'on the day'."""
    if value is None:
        return "not reached"
    if abs(value) < 0.5:
        return "on the day"
    return f"{days(abs(value))} {'late' if value > 0 else 'early'}"


def hours(value: float | None) -> str:
    """Working hours, as working days where there are many: '5 hours', '3 working days'."""
    if value is None:
        return "no data"
    if value < 16:
        whole = max(1, round(value))
        return f"{whole}{NO_BREAK}hour" if whole == 1 else f"{whole}{NO_BREAK}hours"
    return f"{number(value / 8)} working days"


def percent(share: float | None) -> str:
    return "no data" if share is None else f"{number(share * 100)}{NO_BREAK}%"


def plural(count: int, noun: str, nouns: str | None = None) -> str:
    """'1 line', '12 lines'."""
    return f"{number(count)}{NO_BREAK}{noun if count == 1 else nouns or noun + 's'}"


def spelled(count: int, noun: str, nouns: str | None = None) -> str:
    """'Three stages', for the start of a sentence."""
    word = NUMBERS[count].capitalize() if 0 <= count < len(NUMBERS) else number(count)
    return f"{word} {noun if count == 1 else nouns or noun + 's'}"


def rate(value: Rate) -> str:
    """'82 %', 'too few to say (3)', 'no data'."""
    if value.n == 0 or value.value is None:
        return "no data"
    if value.too_few:
        return f"too few to say ({value.n})"
    return percent(value.value)


def between(interval: tuple[float | None, float | None] | None) -> str:
    """A share's interval: '71–89 %'."""
    if interval is None or interval[0] is None or interval[1] is None:
        return ""
    low, high = (number(end * 100) for end in interval if end is not None)
    return f"{low}–{high}{NO_BREAK}%"


def listed(names: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + (f" and {names[-1]}" if names else "")


def long_day(day: date) -> str:
    """'23 Nov 2026'."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


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
    return f"{long_day(start)} to {long_day(end)}"


def period_name(name: str) -> str:
    """'2026Q3' as it is; two days as '12 months to 23 Nov 2026' or as the days they are."""
    start, dots, end = name.partition("..")
    if not dots:
        return name
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if 363 <= (last - first).days <= 366:
        return f"12 months to {long_day(last)}"
    return period(first, last)


def shortened(text: str, longest: int) -> str:
    """A name cut at its end, with an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
