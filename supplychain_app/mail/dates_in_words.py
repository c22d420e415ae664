"""Finds dates in the ways people write them, and says which day each means; conventions as in METRICS.md."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from supplychain_app.mail.date_rules import (
    CJK_RULES,
    DAYS,
    RULES,
    WEEKS,
    Builder,
    Context,
    cjk,
    day_alone,
    dotted,
    iso,
    named,
    slashed,
)
from supplychain_app.mail.date_words import (
    MONTH,
    NUMBER,
    WEEKDAY,
    fold,
    number_from,
)


@dataclass(frozen=True)
class FoundDate:
    """A date in a text: where it stands, the day it means, and how sure the reading of the words is."""

    start: int
    end: int
    day: date
    words: str
    certainty: float
    exact: bool = True  # a day of the calendar, not a week or a part of a month
    joined: bool = False  # a range, or a move from one date to another: the day is the later end

    def is_past(self, sent_on: date) -> bool:
        """Whether it lies before the mail, or, told without a year, so far ahead that a day lately gone by is meant."""
        return self.day < sent_on or (
            self.exact and (self.day - sent_on).days > LONGEST_AHEAD and not _YEAR.search(self.words)
        )


_YEAR = re.compile(r"20\d\d|\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d\d|['’]\d\d|[a-zà-ü][ -]\d\d$")
_COMPILED = tuple((re.compile(pattern), build, certainty) for pattern, build, certainty in RULES)
_COMPILED_CJK = tuple((re.compile(pattern), build, certainty) for pattern, build, certainty in CJK_RULES)
_WITHOUT_FIGURES = tuple(
    (re.compile(pattern), build, certainty)
    for pattern, build, certainty in RULES
    if not any(group in pattern for group in ("(?P<d>", "(?P<w>", "(?P<q>"))
)
_CJK = re.compile(r"[\u3041-\u9fff]")
_EXACT = (iso, cjk, named, dotted, slashed, day_alone)
_MONTH = re.compile(MONTH)
_FULL = re.compile(r"[a-z]{5,}\.$")
"""A month that is not cut short: the full stop after it ends the sentence."""
_WEEK_OF = re.compile(
    r"(?:week of|w/c|wc|w\.c\.|week commencing|week beginning|week starting|week from|woche (?:vom|ab|des)|semaine du|semana del?|semana do dia|"
    r"settimana del|week van)\s?(?:the |el |il |dia |monday,? |montag,? |lundi |lunes |lunedi )?$"
)
_RANGE = re.compile(
    r"(?: ?(?:–|-|~|to|bis(?: zum)?|au|al?|ate|till?|until|through|tot|至|到|から|or|oder|ou|o) ?(?:the |el |le |il |den |zum )?)|"
    # 'tomorrow or at the latest Monday'
    r"[^.;]{0,25}(?:or|oder|ou|o) (?:\w+ ){0,2}(?:at the (?:very )?latest|latest|spatestens|(?:au|a) plus tard|a mas tardar|al piu tardi|no maximo|o mais tardar)(?: (?:on|am|le|el|il|the|dia))? ?"
)
_BETWEEN = re.compile(r"(?:between|zwischen|entre|tra|fra|tussen)(?: the| el| le| il| dem)? ?$")
_AND = re.compile(r" ?(?:and|und|et|y|e|en) ?(?:(?:the|el|le|il|dem|la|l[’']|a|o|der|die) ?)?")
_WEEK = re.compile(r"woche|week|semaine|semana|settimana|(?<![a-z])[ckw]w|(?<![a-z])wk|[周週]")
_SAME = re.compile(
    r"[ ,]*(?:[(\[=]|i\.e\.,?|d\.h\.|that is,?|das ist|soit|also) ?(?:friday,? |freitag,? |week ending |week |the )?(?:on |the |den |am |le |el |il |of )*"
)
_WEEKDAY_THEN_DATE = re.compile(r"[ ,]{1,3}(?:the |der |den |dem |le |el |il |dia )?")
_DAY_OF_WEEK = re.compile(r"[ ,]*(?:the |den |am |le |el |il |dia |on )*")
_LATER = re.compile(
    rf"(?<![a-z0-9])(?P<n>{NUMBER}) (?:(?P<week>{WEEKS})|{DAYS}) (?:later|after(?: that)?(?=[.,;!)\n]|$)|spater|darauf|danach|plus tard|apres(?=[.,;!)\n]|$)|despues|mas tarde|dopo|piu tardi|depois|mais tarde)(?![a-z])"
)
"""A day told by its distance from the date before it: 'the rest a week later'."""
NEAR_DATE = 12
"""Characters up to a date that says the same in figures: 'two days later, on the 4th'."""
LONGEST_TEXT = 20_000
LONGEST_AHEAD = 285
"""Days to a date told without its year, beyond which the one lately gone by is meant."""


_FIGURES = re.compile(
    r"(?<![一二三四五六七八九十\d])(?:[二三]?十[一二三四五六七八九]|[二三]十|[一二三四五六七八九])(?=[月日号號](?!个))"
)


def _in_figures(match: re.Match[str]) -> str:
    """A Chinese number before a month or day in figures of the same length; a ten alone has no such."""
    tens, has_tens, ones = match.group().rpartition("十")
    number = ("一二三".find(tens or "一") + 1) * 10 * bool(has_tens) + "一二三四五六七八九".find(ones or "零") + 1
    return str(number).ljust(len(match.group()))


def _rules_for(plain: str) -> Iterator[tuple[re.Pattern[str], Builder, float]]:
    """The rules that can match a text: some need a Chinese or Japanese character, some a figure."""
    if _CJK.search(plain):
        yield from _COMPILED_CJK
    yield from _COMPILED if any(map(str.isdigit, plain)) else _WITHOUT_FIGURES


def find(text: str, sent_on: date, *, month_first: bool = False) -> list[FoundDate]:
    """Every date in a text, in its order; `sent_on` is the mail's own day, `month_first` how its sender writes."""
    plain = _FIGURES.sub(_in_figures, fold(text[:LONGEST_TEXT]))
    context = Context(sent_on, month_first)
    candidates: list[FoundDate] = []
    for pattern, build, certainty in _rules_for(plain):
        for match in pattern.finditer(plain):
            day = build(match, context)
            if day is not None and abs(day.year - sent_on.year) <= 5:
                end = match.end()
                while end > match.start() and (plain[end - 1] in " ," or _FULL.search(plain, match.start(), end)):
                    end -= 1
                words = text[match.start() : end]
                both = (build is named and len(_MONTH.findall(match.group())) > 1) or (
                    build is slashed and match.start("d") > match.start()
                )
                candidates.append(FoundDate(match.start(), end, day, words, certainty, build in _EXACT, both))
    candidates.sort(key=lambda c: (-(c.end - c.start), -c.certainty))
    kept: list[FoundDate] = []
    for candidate in candidates:
        if all(candidate.end <= other.start or candidate.start >= other.end for other in kept):
            kept.append(candidate)
    kept.sort(key=lambda c: c.start)
    joined = list(_joined([_week_of(c, plain) for c in kept], plain, text))
    return sorted([*joined, *_later(joined, plain, text)], key=lambda c: c.start)


def _later(found: list[FoundDate], plain: str, text: str) -> Iterator[FoundDate]:
    """The days that are told by their distance from the date before them."""
    for match in _LATER.finditer(plain) if found else ():
        before = next((one for one in reversed(found) if one.end <= match.start()), None)
        taken = any(one.start < match.end() + NEAR_DATE and match.start() < one.end for one in found)
        amount = number_from(match["n"])
        if before and amount and not taken and not re.search(r"[.!?]\s", plain[before.end : match.start()]):
            day = before.day + timedelta(days=amount * (7 if match["week"] else 1))
            yield FoundDate(match.start(), match.end(), day, text[match.start() : match.end()], 0.85)


def _can_be(span: FoundDate, day: FoundDate) -> bool:
    """Whether two dates, told one after the other, can be the same: 'the week after, on the 22nd'."""
    words = fold(span.words)
    is_span = _WEEK.search(words) or _MONTH.search(words) or "月" in words
    return abs((span.day - day.day).days) <= (7 if is_span else 0)


def _is_day_in_week(week: FoundDate, gap: str, day: FoundDate) -> bool:
    """Whether a week is followed by one of its days: 'übernächste Woche Dienstag'."""
    named = re.fullmatch(WEEKDAY, fold(day.words)) and _WEEK.search(fold(week.words))
    return bool(named and not week.exact and _DAY_OF_WEEK.fullmatch(gap))


def _week_of(found: FoundDate, plain: str) -> FoundDate:
    before = _WEEK_OF.search(plain[max(0, found.start - 40) : found.start])
    if before is None:
        return found
    start = max(0, found.start - 40) + before.start()
    friday = found.day + timedelta(days=4 - found.day.weekday())
    return FoundDate(start, found.end, friday, plain[start : found.start] + found.words, found.certainty, False)


def _joined(found: list[FoundDate], plain: str, text: str) -> Iterator[FoundDate]:
    """Ranges as their later end, and a date told twice as one."""
    current: FoundDate | None = None
    for later in found:
        if current is None:
            current = later
            continue
        gap = plain[current.end : later.start]
        words = text[current.start : later.end]
        is_weekday = re.fullmatch(WEEKDAY, fold(current.words)) is not None
        between = _BETWEEN.search(plain[max(0, current.start - 20) : current.start]) and _AND.fullmatch(gap)
        two_days = is_weekday and re.fullmatch(WEEKDAY, fold(later.words))
        if two_days and not (_RANGE.fullmatch(gap) or between):
            yield current
            current = later
        elif _is_day_in_week(current, gap, later):
            day = current.day + timedelta(days=later.day.weekday() - current.day.weekday())
            current = FoundDate(current.start, later.end, day, words, current.certainty)
        elif is_weekday and _WEEKDAY_THEN_DATE.fullmatch(gap):
            current = FoundDate(current.start, later.end, later.day, words, later.certainty, later.exact)
        elif _SAME.fullmatch(gap) or (_DAY_OF_WEEK.fullmatch(gap) and not current.exact and _can_be(current, later)):
            best = current if current.exact and not later.exact else later
            current = FoundDate(current.start, later.end, best.day, words, best.certainty, best.exact)
        elif _RANGE.fullmatch(gap) or between or (gap in ("/", " / ") and not (current.exact or later.exact)):
            moved = re.search(r"(?:from|vom|du|del|dal|de|da|von) ?$", plain[max(0, current.start - 6) : current.start])
            day = later.day if moved else max(current.day, later.day)
            certainty = min(current.certainty, later.certainty) - 0.02
            current = FoundDate(current.start, later.end, day, words, certainty, current.exact and later.exact, True)
        else:
            yield current
            current = later
    if current is not None:
        yield current
