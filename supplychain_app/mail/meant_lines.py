"""Tells which open lines of an order a date means that names none: all of them, or none that we know."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from supplychain_app.mail.date_words import fold
from supplychain_app.mail.dates_in_words import find
from supplychain_app.mail.references import KnownLine, Mention, calls, plain_line
from supplychain_app.mail.targets import ALL_LINES

if TYPE_CHECKING:
    from supplychain_app.mail.reading import Suggestion

_WHOLE = re.compile(
    r"(?<![a-z])(?:whole|entire|complete|full|all|both|gesamte?[nrs]?|komplette?[nrs]?|vollstandige?[nrs]?|ganze[nrs]?|alle[ns]?|beide[ns]?|tout(?:e|es|s)?|ensemble|integralite|tous|complet[oa]?|complete|tod[oa]s?|ambos|ambas|tutt[oaie]|intero|entramb[ie]|total(?:ita|idade)?)(?![a-z])|整[单單張张]|張單|全[部品数]|[两兩二2三]项|[两兩]项|都是|一括|合わせて"
)
"""Words for the whole of an order, in the sentence of the date."""
_PART = re.compile(
    r"(?<![a-z])(?:part of|partial\w*|some of|one of|half|(?:the|der|den|die|le|il|el|o) rest[eo]?(?![a-z])|remaining|remainder|the balance|back-?order\w*|still to (?:ship|follow|come)|teil(?:weise|menge\w*|lieferung\w*|sendung\w*)|restlich\w*|rest(?:menge|lieferung)\w*|en partie|solde|une partie|partiel\w*|parcial\w*|restant\w*|parzial\w*|rimanent\w*|saldo)(?![a-z])|部分|分批|其余|其他|剩|余下|残り|一部|分納"
)
"""Words that tell that a mail speaks of less than the order."""


def with_lines(
    found: Sequence["Suggestion"],
    known: Sequence[KnownLine],
    fresh: str,
    named: Sequence[Mention],
    sent_on: date,
    said: Set[date],
) -> list["Suggestion"]:
    """The suggestions, those for an order told apart into its lines where the mail leaves no doubt which are meant.

    `named` is what the mail's own text names, `said` the days that it promises, also as no news. What stays without a
    line is for the reader to place.
    """
    return [told for one in found for told in _told(one, found, known, fresh, named, sent_on, said)]


def _told(
    one: "Suggestion",
    found: Sequence["Suggestion"],
    known: Sequence[KnownLine],
    fresh: str,
    named: Sequence[Mention],
    sent_on: date,
    said: Set[date],
) -> Iterator["Suggestion"]:
    lines = [k for k in known if k.purchase_order == one.purchase_order and k.is_open]
    if one.line or one.material or len(lines) < 2:
        yield one
        return
    beside = [other for other in found if other.purchase_order == one.purchase_order and other.kind == one.kind]
    clues = [k for k in lines if one.quantity and k.quantity == one.quantity] or _standing_in(one, lines, sent_on)
    if len(clues) == 1:
        yield _of_line(one, clues[0])
        return
    others = {other.promised_on for other in beside} - {one.promised_on}
    is_whole = not others and (
        _is_whole(fold(one.context))
        or (
            _has_no_other_date(one, lines, fresh, sent_on, said)
            and _speaks_of_nothing_smaller(lines, known, fresh, named)
        )
    )
    if not is_whole:
        yield one
        return
    for line in lines:
        yield _of_line(one, line)


def _of_line(one: "Suggestion", line: KnownLine) -> "Suggestion":
    return replace(one, line=line.line, material=line.material or None, line_id=line.line_id)


def _standing_in(one: "Suggestion", lines: Sequence[KnownLine], sent_on: date) -> list[KnownLine]:
    """The lines whose present date stands beside the new one: 'the 4 July moves to 18 July'."""
    days = {found.day for found in find(one.context, sent_on)} - {one.promised_on}
    return [line for line in lines if line.promised_on in days]


def _is_whole(plain: str) -> bool:
    return bool(_WHOLE.search(plain) or ALL_LINES.search(plain))


def _has_no_other_date(
    one: "Suggestion", lines: Sequence[KnownLine], fresh: str, sent_on: date, said: Set[date]
) -> bool:
    """Whether no day to come stands in a text beside the promised one: 'left doors on the 6th, right ones the 13th'.

    The day on which all lines stand now is no other one, unless it holds: 'the 24th instead of the 12th'.
    """
    now = {line.promised_on for line in lines} - said
    usual = {one.promised_on, sent_on} | (now if len({line.promised_on for line in lines}) == 1 else set())
    return all(found.day in usual or found.is_past(sent_on) for found in find(fresh, sent_on))


def _speaks_of_nothing_smaller(
    lines: Sequence[KnownLine], known: Sequence[KnownLine], fresh: str, named: Sequence[Mention]
) -> bool:
    """Whether a text names none of an order's lines, or all of them, and no part of it."""
    plain = fold(fresh)
    numbers = {m.value for m in named if m.kind == "line"}
    materials = {fold(m.value) for m in named if m.kind == "material"}
    hits = [k for k in lines if plain_line(k.line) in numbers or (k.material and fold(k.material) in materials)]
    if not hits and any(calls(plain, line) for line in known):
        return False
    return len(hits) in (0, len(lines)) and not _PART.search(plain)
