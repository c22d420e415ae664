"""Reads dates as files hold them, and finds per column in which order day, month and year stand."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from supplychain_app.language import tr

_TIME = r"(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)?"
_NUMERIC = re.compile(rf"(\d{{1,2}})\s?([./-])\s?(\d{{1,2}})\s?[./-]\s?(\d{{4}}|\d{{2}}){_TIME}")
_ISO = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})[-/.](\d{{1,2}}){_TIME}")
_COMPACT = re.compile(r"(19[89]\d|20\d\d)(\d\d)(\d\d)")
_SERIAL = re.compile(r"([23456]\d{4})(?:[.,]\d+)?")
_DAY_NAME = re.compile(
    rf"(\d{{1,2}})(?:\.|st|nd|rd|th|º|er)?[\s./-]*(?:de\s+)?([^\W\d]+)\.?[\s./,-]*(?:de\s+|del\s+)?(\d{{4}}|\d{{2}}){_TIME}"
)
_NAME_DAY = re.compile(rf"([^\W\d]+)\.?[\s./-]*(\d{{1,2}})(?:st|nd|rd|th)?[\s,./-]+(\d{{4}}|\d{{2}}){_TIME}")
_YEAR_NAME = re.compile(rf"(\d{{4}})[\s./-]*([^\W\d]+)\.?[\s./-]*(\d{{1,2}}){_TIME}")
_WEEK = re.compile(
    r"(?:(\d{4})[\s/-]*(?:kw|cw|wk|w|week|woche|sem|semaine|semana|s)\.?\s*(\d{1,2})"
    r"|(?:kw|cw|wk|w|week|woche|sem|semaine|semana|s)\.?\s*(\d{1,2})[\s./-]+(\d{4}))",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"^(?:mo|tu|we|th|fr|sa|su|di|mi|do|so|lu|ma|me|je|ve|ju|vi|mon|tue|wed|thu|fri|sat|sun|"
    r"lun|mar|mer|jeu|ven|sam|dim|mie|jue|vie|sab|dom|seg|ter|qua|qui|sex)[a-z]*\.?,?\s+(?=\d)",
    re.IGNORECASE,
)

_MONTH_NAMES = (
    "jan january januar janvier enero janeiro ene janv janner",
    "feb february februar fevrier febrero fevereiro fev fevr",
    "mar march marz mars marzo marco mrz maerz mär",
    "apr april avril abril avr abr",
    "may mai mayo maio",
    "jun june juni juin junio junho",
    "jul july juli juillet julio julho juil",
    "aug august aout agosto ago",
    "sep sept september septembre septiembre setembro set",
    "oct october oktober octobre octubre outubro okt out",
    "nov november novembre noviembre novembro",
    "dec december dezember decembre diciembre dezembro dez dic",
)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


MONTHS = {_plain(name): number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}


@dataclass(frozen=True, slots=True)
class Parts:
    """A cell taken apart: `shape` is iso, numeric, named, serial or week; a and b are the two small parts."""

    shape: str
    mark: str
    year: int
    a: int  # iso: second part; numeric: first part
    b: int

    @property
    def ambiguous(self) -> bool:
        return self.shape in ("iso", "numeric") and 1 <= self.a <= 12 and 1 <= self.b <= 12


def take_apart(text: str, *, serials: bool = False) -> Parts | None:  # noqa: PLR0911
    """The parts of a cell that looks like a date, or None; serials: also read Excel's day numbers and 20261123."""
    text = text.strip()
    if not text or not any(c.isdigit() for c in text):
        return None
    if text[0].isalpha():
        if named := _in_words(text):  # "Mar 3, 2026" is no Tuesday
            return named
        text = _WEEKDAY.sub("", text)
    if found := _ISO.fullmatch(text):
        return Parts("iso", found[2], int(found[1]), int(found[3]), int(found[4]))
    if found := _NUMERIC.fullmatch(text):
        return Parts("numeric", found[2], _year(found[4]), int(found[1]), int(found[3]))
    if found := _COMPACT.fullmatch(text):
        return Parts("iso", "", int(found[1]), int(found[2]), int(found[3])) if serials else None
    if serials and (found := _SERIAL.fullmatch(text)):
        day = date(1899, 12, 30) + timedelta(days=int(found[1]))
        return Parts("serial", "", day.year, day.month, day.day)
    return _in_words(text)


def _in_words(text: str) -> Parts | None:
    for pattern, year, month, day in ((_DAY_NAME, 3, 2, 1), (_NAME_DAY, 3, 1, 2), (_YEAR_NAME, 1, 2, 3)):
        if found := pattern.fullmatch(text):
            number = MONTHS.get(_plain(found[month]))
            if number:
                return Parts("named", "DMY" if day == 1 else "MDY", _year(found[year]), number, int(found[day]))
    if found := _WEEK.fullmatch(text):
        year_text, week = (found[1], found[2]) if found[1] else (found[4], found[3])
        try:
            friday = date.fromisocalendar(int(year_text), int(week), 5)
        except ValueError:
            return None
        return Parts("week", "", friday.year, friday.month, friday.day)
    return None


def _year(text: str) -> int:
    number = int(text)
    if len(text) == 4:
        return number
    return number + (2000 if number < 70 else 1900)


def build(parts: Parts, order: str) -> date | None:
    """The day meant, under an order: YMD, YDM or MDY-as-YMD for iso shapes, DMY or MDY for numeric ones."""
    year, month, day = parts.year, parts.a, parts.b
    if parts.shape == "numeric":
        month, day = (parts.b, parts.a) if order == "DMY" else (parts.a, parts.b)
        if month > 12 >= day:  # it can only be the other way round
            month, day = day, month
    elif parts.shape == "iso":
        if order == "YDM":
            month, day = parts.b, parts.a
            if month > 12 >= day:
                month, day = day, month
        elif order == MISREAD:
            # 12-01-2006 read as 12-01-06 and then as 2012-01-06
            month, day, year = parts.year - 2000, parts.a, 2000 + parts.b
        elif parts.a > 12 >= parts.b:
            month, day = parts.b, parts.a
    try:
        return date(year, month, day) if 1970 <= year <= 2200 else None
    except ValueError:
        return None


MISREAD = "MDY read as YMD"
ORDERS = {"iso": ("YMD", "YDM"), "numeric": ("DMY", "MDY")}
_ORDER_WORDS = {
    "DMY": tr("day first"),
    "MDY": tr("month first"),
    "YMD": tr("year-month-day"),
    "YDM": tr("year-day-month"),
    MISREAD: tr("month first, written year-month-day"),
}


def order_in_words(order: str) -> str:
    """'month first' for MDY; what is no single order, such as a month's name, as it is."""
    return _ORDER_WORDS.get(order, order)


Group = tuple[str, str]  # shape and mark


@dataclass(frozen=True)
class DateOrder:
    """How the cells of one column are to be read, by shape; with the evidence for it."""

    orders: dict[tuple[str, str, bool], str]  # (shape, mark, ambiguous) -> order
    label: str
    evidence: str

    def parse(self, text: str) -> date | None:
        """The day in a cell under this column's order; None where there is no date.

        >>> DateOrder({("numeric", "/", True): "MDY"}, "MDY", "").parse("12/01/2006")
        datetime.date(2006, 12, 1)
        """
        parts = take_apart(text, serials=True)
        if parts is None:
            return None
        order = self.orders.get((parts.shape, parts.mark, parts.ambiguous), "")
        if not order:
            order = next((o for (shape, _, _), o in self.orders.items() if shape == parts.shape), "")
        return build(parts, order or ("YMD" if parts.shape == "iso" else "DMY"))


def looks_like_dates(texts: Iterable[str]) -> float:
    """Share of the cells that can be a date."""
    total = good = 0
    for text in texts:
        total += 1
        good += take_apart(text) is not None
    return good / total if total else 0.0
