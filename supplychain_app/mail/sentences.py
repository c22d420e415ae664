"""Cuts a text into sentences, leaving abbreviations and dates whole."""

import re
from collections.abc import Sequence
from itertools import pairwise

from supplychain_app.mail.date_words import fold
from supplychain_app.mail.dates_in_words import FoundDate

_ABBREVIATIONS = (
    "approx ca rev no nr pos item art st mr mrs dr inc ltd co e.g i.e z.b bzw vs ref qty est max min incl evtl ggf "
    "voraus vorauss sem sett dec nov jan feb sept oct mar apr aug abt mat best bestell pcs stk s p o v w n cde num "
    "tel d.h p.o"
)
_ABBREVIATION = re.compile(rf"(?:\b(?:{'|'.join(map(re.escape, _ABBREVIATIONS.split()))})|\d)$")


def sentences(block: str, dates: Sequence[FoundDate]) -> list[tuple[int, int]]:
    """Where each sentence begins and ends; the full stop of a date or an abbreviation ends none."""
    bounds = [0]
    for match in re.finditer(r"[.!?]+[\"”’)]*(?=\s+\S)|[。！？；]|;(?=\s)|\n", block):
        end = match.end()
        if any(d.start < match.start() + 1 and end < d.end for d in dates):
            continue
        if match.group().startswith("."):
            following = block[end:].lstrip()[:1]
            at_date_end = any(d.end in (match.start(), end) for d in dates)
            next_date = any(d.start == end + len(block[end:]) - len(block[end:].lstrip()) for d in dates)
            if not (next_date or following.isupper() or not following.isascii() or following in "-•*("):
                continue
            if not at_date_end and _ABBREVIATION.search(fold(block[max(0, match.start() - 8) : match.start()])):
                digits = block[max(0, match.start() - 3) : match.start()].strip().isdigit()
                if not digits or any(d.start <= match.start() < d.end for d in dates):
                    continue
        bounds.append(end)
    bounds.append(len(block))
    return [(a, b) for a, b in pairwise(bounds) if block[a:b].strip()]
