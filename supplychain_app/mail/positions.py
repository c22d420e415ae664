"""Lifts the date that a printed order has beneath a position into the position's own row."""

import re
from collections.abc import Iterator

from supplychain_app.mail import cues
from supplychain_app.mail.date_words import fold

_POSITION = re.compile(r"\s*(?:pos\.? ?)?\d{1,5}(?:/\d{1,5})?\s{2,}\S.*?\s{2,}\S", re.IGNORECASE)
"""A row that begins with a position's number and has at least two cells more."""
_BENEATH = re.compile(
    r"\s*(?P<label>[^:：\d|]{2,40}?)\s*[:：.]?\s*(?:[^\W\d]+\.?,? )?\S*\d\S*(?: ?[^\W\d]+ ?\S*\d*)?\s*"
)
_DATE = re.compile(r"\d[./-]\d|\d ?[年月]|(?i:kw|cw|wk|sem\w*) ?\d|\d\.? ?[^\W\d]{3,} ?\d")
_WHOLE_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d(?!\d)|20\d\d[./-]\d{1,2}[./-]\d|\d ?月")
_PROMISED = re.compile(r"promis|prom\. date|zugesagt|bestatigt|termin|confirm|due|eta|delai|plazo|prazo|回答")
MOST_LINES = 4
"""How far beneath its position a date may stand."""


def with_dates_beneath(lines: list[str]) -> Iterator[str]:
    """The lines of a text, where 'Delivery date: 30.04.2026' under a position has become the last cell of its row."""
    i = 0
    while i < len(lines):
        line = lines[i]
        i += 1
        if not _POSITION.match(line) or "|" in line or _WHOLE_DATE.search(line):
            yield line
            continue
        below = list(_below(lines, i))
        dated = next((text for text in below if _is_delivery(text)), None)
        yield f"{line.rstrip()}   {' '.join(dated.split())}" if dated else line
        if dated:
            yield from (text for text in below[: below.index(dated)] if text.strip())
            i += below.index(dated) + 1


def _below(lines: list[str], start: int) -> Iterator[str]:
    for line in lines[start : start + MOST_LINES]:
        if not line.strip() or _POSITION.match(line):
            return
        yield line


def _is_delivery(line: str) -> bool:
    beneath = _BENEATH.fullmatch(line)
    if beneath is None or not _DATE.search(line):
        return False
    label = fold(beneath["label"])
    return bool(cues.DELIVERY.search(label) or _PROMISED.match(label))
