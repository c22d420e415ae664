"""Reads numbers as people and programs of many countries write them."""

import re
from collections import Counter
from collections.abc import Iterable

_SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009\u2007'’`"))
_NUMBER = re.compile(r"[+-]?(?:\d[\d.,]*|[.,]\d+)(?:[eE][+-]?\d+)?")
# A unit or currency may stand before or after the figure: "EUR 1.234,50", "12 PC", "₹ 1,00,000", "5 %".
_AROUND = re.compile(
    r"^(?:(?:[A-Z]{3}|[Rr]s\.?|R\$|US\$|[$€£¥₹₽₩₺₫฿₪])\s*(?=[\d.,+-]))?(.*?)"
    r"(?:\s*(?:[$€£¥₹₽₩₺₫฿₪%]|[A-Z]{3})|\s+[^\W\d]{1,6}\.?)?$"
)

MINUS = str.maketrans({"−": "-", "–": "-", "—": "-"})


def bare(text: str) -> str | None:
    """The figure alone, with its sign in front; None where the text is not one number.

    >>> bare("1.234,50- EUR")
    '-1.234,50'
    """
    stripped = text.strip().translate(MINUS)
    if not stripped:
        return None
    if not stripped[0].isdigit() or not stripped[-1].isdigit():
        negative = stripped.startswith("(") and stripped.endswith(")")
        if negative:
            stripped = stripped[1:-1].strip()
        sign = "-" if negative else ""
        if stripped[:1] in "+-":
            sign, stripped = ("-" if stripped[0] == "-" else "") or sign, stripped[1:].lstrip()
        around = _AROUND.match(stripped)
        if around and around[1]:
            stripped = around[1]
        if stripped[:1] in "+-" and stripped[:1]:
            sign, stripped = ("-" if stripped[0] == "-" else "") or sign, stripped[1:].lstrip()
        if stripped[-1:] in "+-" and stripped[-1:]:
            sign, stripped = ("-" if stripped[-1] == "-" else "") or sign, stripped[:-1].rstrip()
        stripped = sign + stripped
    figure = stripped.translate(_SPACES)
    return figure if _NUMBER.fullmatch(figure) else None


def decimal_votes(figure: str) -> tuple[int, int]:
    """What one bare figure says of its decimal mark: votes for the point, votes for the comma."""
    point, comma = figure.rfind("."), figure.rfind(",")
    if point < 0 and comma < 0:
        return 0, 0
    if point >= 0 and comma >= 0:
        return (3, 0) if point > comma else (0, 3)
    mark, at = (".", point) if point >= 0 else (",", comma)
    digits = figure.lstrip("+-")
    if digits.count(mark) > 1:  # a mark that comes twice groups digits
        return (0, 1) if mark == "." else (1, 0)
    after, before = len(figure) - at - 1, len(digits.split(mark)[0])
    if after == 3 and 1 <= before <= 3 and not digits.startswith("0"):
        return 0, 0  # 1.234 may be either
    return (2, 0) if mark == "." else (0, 2)


def decimal_mark(texts: Iterable[str]) -> str | None:
    """The decimal mark that a column of numbers shows, or None when nothing in it tells."""
    points = commas = 0
    for text, count in (texts if isinstance(texts, Counter) else Counter(texts)).items():
        figure = bare(text)
        if figure:
            point, comma = decimal_votes(figure)
            points, commas = points + point * count, commas + comma * count
    if points == commas:
        return None
    return "." if points > commas else ","


def parse(text: str, decimal: str = ".") -> float | None:
    """The number in a cell, or None where there is none.

    >>> parse("1.234,50 EUR", ","), parse("1,00,000.5"), parse("12,5-", ",")
    (1234.5, 100000.5, -12.5)
    """
    try:
        return _finite(float(text)) if decimal == "." and "_" not in text else _parse(text, decimal)
    except ValueError:
        return _parse(text, decimal)


def _parse(text: str, decimal: str) -> float | None:
    figure = bare(text)
    if figure is None:
        return None
    point, comma = decimal_votes(figure)
    if point >= 3 or comma >= 3:  # both marks in one figure: the last one is the decimal mark, whatever the column says
        decimal = "." if point else ","
    grouping = "," if decimal == "." else "."
    digits = figure.lstrip("+-")
    if digits.count(decimal) > 1:
        grouping, decimal = decimal, grouping
    if digits.count(decimal) > 1:
        return None
    whole, _, _ = digits.partition(decimal)
    groups = whole.split(grouping)
    # "1,5" under a decimal point is no thousand: its group is too short, so the mark must be the decimal one.
    if len(groups) > 1 and len(groups[-1]) != 3:
        if len(groups) == 2 and decimal not in digits:
            return _finite(float(figure.replace(grouping, ".")))
        return None
    try:
        return _finite(float(figure.replace(grouping, "").replace(decimal, ".")))
    except ValueError:
        return None


def _finite(value: float) -> float | None:
    return value if abs(value) < 1e300 else None
