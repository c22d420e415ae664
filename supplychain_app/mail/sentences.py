"""Cuts a text into sentences, leaving abbreviations and dates whole."""

import re
from collections.abc import Sequence
from itertools import pairwise

from supplychain_app.mail import cues_against
from supplychain_app.mail.date_words import fold
from supplychain_app.mail.dates_in_words import FoundDate

_ABBREVIATIONS = (
    "approx ca rev no nr pos item art st mr mrs dr inc ltd co e.g i.e z.b bzw vs ref qty est max min incl evtl ggf "
    "voraus vorauss sem sett dec nov jan feb sept oct mar apr aug abt mat best bestell pcs stk s p o v w n cde num "
    "tel d.h p.o"
)
_ABBREVIATION = re.compile(rf"(?:\b(?:{'|'.join(map(re.escape, _ABBREVIATIONS.split()))})|\d)$")

_WHOLE_WORD = re.compile(r"[a-z]{6,}$")
"""Too long for an abbreviation: a figure after it begins a sentence."""
_OPENER = re.compile(  # the word that begins a sentence, also after 'au lieu du 4.'
    r"(?:je|nous|on|vous|i|we|you|it|this|please|wir|ich|sie|bitte|danke|es|os|te|nos|por|gracias|vi|ti|grazie|obrigad[oa]|merci|thanks?)(?![a-z])"
)


def sentences(block: str, dates: Sequence[FoundDate], names: Sequence[int] = ()) -> list[tuple[int, int]]:
    """Where each sentence begins and ends; the full stop of a date or an abbreviation ends none.

    `names` are the places of orders and lines: a sentence may begin with one's number.
    """
    starts, ends = {d.start for d in dates}, {d.end for d in dates}
    within = {place for d in dates for place in range(d.start, d.end)}
    bounds = [0]
    for match in re.finditer(r"[.!?]+[\"”’)]*(?=\s+\S)|[!?]+(?=[\u3041-\u9fff])|[。！？；]|;(?=\s)|\n", block):
        end = match.end()
        if match.start() in within and end in within:
            continue
        if match.group().startswith("."):
            rest = block[end : end + 80].lstrip()
            following = rest[:1]
            place = end + len(block[end : end + 80]) - len(rest)
            opens = following.isupper() or following in "-•*(" or not (following.isascii() or following.islower())
            opens = opens or bool(
                following.isdigit() and _WHOLE_WORD.search(fold(block[max(0, match.start() - 8) : match.start()]))
            )
            if not (opens or place in starts or place in names):
                continue
            if end in ends and block[match.start() - 1].isdigit() and cues_against.NOT_A_PROMISE.match(fold(rest)):
                continue  # 'bis 06.01. Betriebsruhe'
            before = block[max(0, match.start() - 8) : match.start()]
            in_number = before[-3:].strip().isdigit() and match.start() not in within
            if _OPENER.match(fold(rest)) and before[-1:].isdigit() and match.start() not in within:
                bounds.append(end)
                continue
            if not {match.start(), end} & ends and _ABBREVIATION.search(fold(before)) and not in_number:
                continue
        bounds.append(end)
    bounds.append(len(block))
    return [(a, b) for a, b in pairwise(bounds) if block[a:b].strip()]
