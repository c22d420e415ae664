"""How dates, days, money and quantities are written, the same everywhere."""

from datetime import UTC, date, datetime

from PySide6.QtCore import QDate, QLocale

from supplychain_app.domain.money import digits_of, major
from supplychain_app.language import noun_for, spoken, tr
from supplychain_app.reports import worklist_words as words

SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CNY": "¥"}
MISSING = "–"
GROUP = "\u00a0"
THIN_SPACE = " "


def day(value: date | str | None, today: date | None = None) -> str:
    """'Tue 17 Nov' within half a year of today, with the year beyond it."""
    if value is None or value == "":
        return MISSING
    if isinstance(value, str):
        value = date.fromisoformat(value[:10])
    if abs((value - (today or date.today())).days) > 183:
        return words.long_day(value)
    # Named as in every sentence, in the window's language; the order cannot be misread.
    weekday, month = words.WEEKDAYS[value.weekday()], words.MONTHS[value.month - 1]
    return tr("{weekday} {day} {month}", weekday=weekday, day=value.day, month=month)


def long_day(value: date) -> str:
    """'Monday 23 November'."""
    return QLocale(spoken()).toString(QDate(value.year, value.month, value.day), tr("dddd d MMMM"))


def short_day(value: date | str | None, today: date | None = None) -> str:
    """'17 Nov', with the year beyond half a year."""
    text = day(value, today)
    return text.split(" ", 1)[1] if text.count(" ") == 2 and not text[-4:].isdigit() else text


def moment(value: str | None) -> str:
    """A stored UTC moment in this place's time: 'Tue 17 Nov 06:42'."""
    if not value:
        return MISSING
    local = parse_moment(value).astimezone()
    return f"{day(local.date())} {local:%H:%M}"


def ago(value: str | None, now: datetime | None = None) -> str:
    """'8 min ago', '3 hours ago', else the day."""
    if not value:
        return tr("never")
    seconds = ((now or datetime.now(UTC)) - parse_moment(value)).total_seconds()
    if seconds < 90:
        return tr("just now")
    if seconds < 5400:
        return tr("{minutes} min ago", minutes=round(seconds / 60))
    if seconds < 36 * 3600:
        return tr("{hours} hours ago", hours=round(seconds / 3600))
    return day(parse_moment(value).astimezone().date())


def parse_moment(value: str) -> datetime:
    """A stored moment; without an offset it is UTC."""
    parsed = datetime.fromisoformat(value.replace("Z", "+00:00"))
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def number(value: float | None, digits: int = 0) -> str:
    """A figure with the system's grouping; no digits that say nothing."""
    if value is None:
        return MISSING
    if digits == 0 and value != int(value):
        digits = 2 if abs(value) < 100 else 0
    locale = QLocale()
    if locale.language() != QLocale.Language.C:
        return locale.toString(float(value), "f", digits)
    return f"{value:,.{digits}f}".replace(",", GROUP)  # the system has no language: group as the pictures do


def plain_number(value: float) -> str:
    """A figure as a spreadsheet takes it in the system's language: no grouping, all its digits."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "f", QLocale.FloatingPointPrecisionOption.FloatingPointShortest.value)


def quantity(value: float | None, unit: str | None = None) -> str:
    if value is None:
        return MISSING
    return f"{number(value)} {unit}" if unit else number(value)


def money(minor: int | None, currency: str | None) -> str:
    """Money rounded to what matters: no cents from a hundred up."""
    if minor is None:
        return MISSING
    amount = major(minor, currency)
    text = number(round(amount), 0) if abs(amount) >= 100 else number(amount, digits_of(currency))
    return f"{text} {SIGNS.get(currency or '', currency or '')}".strip()


def rough_money(minor: int | None, currency: str | None) -> str:
    """Money as an estimate deserves it: three figures that count."""
    if not minor:
        return money(minor, currency)
    unit = 10 ** max(0, len(str(abs(minor))) - 3)
    return money(round(minor / unit) * unit, currency)


def percent(share: float | None) -> str:
    return MISSING if share is None else f"{number(round(share * 100))}{THIN_SPACE}%"


def days(value: float | None) -> str:
    """'1 day', '12 days'."""
    if value is None:
        return MISSING
    rounded = round(value)
    return f"{rounded} {noun_for(abs(rounded), 'day')}"


def lateness(value: float | None) -> str:
    """'4 days late', '2 days early', 'on the day'."""
    if value is None:
        return MISSING
    rounded = round(value)
    if rounded == 0:
        return tr("on the day")
    return tr("{days} late", days=days(rounded)) if rounded > 0 else tr("{days} early", days=days(-rounded))


def plural(n: int, one: str, many: str | None = None) -> str:
    """'1 line', '12 lines'."""
    return f"{number(n)} {noun_for(n, one, many)}"


def initials(name: str | None) -> str:
    """'MB' for 'M. Brandt'."""
    words = [w for w in (name or "").replace(".", " ").split() if w]
    return "".join(w[0] for w in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


def qdate(value: date | None) -> QDate:
    return QDate(value.year, value.month, value.day) if value else QDate()


def pydate(value: QDate) -> date:
    return date(value.year(), value.month(), value.day())
