"""Knows a part by the word that its number shortens: 'the grey cover' for CVR-MOQ-GRY, 'the 6205' for ZC-6205."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from supplychain_app.mail import cues, cues_against
from supplychain_app.mail.date_words import MONTH, WEEKDAY, fold
from supplychain_app.mail.light_words import LIGHT

MOST_PARTS = 40
"""Open parts of a supplier beyond which words tell too little."""
LEAST_SHARE = 0.4
"""Of a word's letters, those that a short form must have."""
LEAST_START = 0.3
"""The same of a short form that is the word's beginning."""
FAR = 14
"""Characters between words that name one part together."""
LONG = 4
"""Letters of a short form that need not be so large a share of its word, and may stand within it."""
LAST_DAY = 31
"""Two numbers up to this one, parted by a stroke, are a date."""

_SEPARATED = re.compile(r"\d[/x*]\d")
_WORD = re.compile(
    r"\d+(?:[/x*]\d+)+(?![\d%€$]|[.,:-]\d)|(?<![\w./-])\d+(?: ?(?:kw|kva|mm|cm|hp|bar|nm|v)|[a-z]+\d*)(?![a-z0-9])|(?<![a-z])[lr]h(?![a-z0-9])|"
    r"(?:(?<=type )|(?<=typ )|(?<=tipo ))[a-z](?![a-z])|[a-z]{3,}(?!\d)|"
    r"(?<![\w./-])(?<!\d,)(?:[a-z]{1,3} ?)?\d+(?:x\d+)*(?![\d%€$]|[.,:/-]\d)"
)
_COUNTS = re.compile(
    r" ?(?:x\b|pcs?\b|pieces?\b|pairs?\b|off\b|st[ku]|piezas?|pezzi|pz|pecas|unid|units?\b|kg\b|days?|weeks?|"
    r"tage|wochen|jours|semaine|dias|semana|giorni|settiman|uhr|[.] ?[a-z0-9]|:\d|"
    rf"{MONTH}|[件个個支只台套日月年号周週天小时時点]|%)"
)
_SIDES = (  # how part numbers shorten a side
    (re.compile(r"left(?=[- ](?:hand|side|door|one))|lh|linke?[rsn]?|gauches?|izquierd[ao]s?|sinistr[oaie]|esquerd[ao]s?"), {"l", "lh", "lhs", "li", "lks", "left", "g", "izq", "sx", "esq"}),
    (re.compile(r"right(?=[- ](?:hand|side|door|one))|rh|recht(?:e[rn]?|s)|droite?s?|derech[ao]s?|destr[oaie]|direit[ao]s?"), {"r", "rh", "rhs", "re", "rts", "right", "d", "der", "dx", "dir"}),
)  # fmt: skip
_ARTICLE = re.compile(
    r"(?<![a-z])(?:the|both|all|two|three|four|d(?:er|ie|as|en|em)|beiden|zwei|drei|les?|la|du|el|los|las|il|i|gli|lo|del|dei|os|as|a|o|do|da|dos|das) $"
)
_NOUN = re.compile(r"(?:er[ns]?|s)?(?: [a-z]{3,}| ?[.,;:)]| ?$)")
"""What follows a number that calls a part: 'the 140 gearbox', 'the 100s.'"""
_NOUN_BEFORE = re.compile(r"(?<![a-z])(?P<noun>[a-z]{3,}) (?:de |da |di |von )?$")
_PARTED = re.compile(r"[.,;:!?\n()]")
_NO_PREFIX = frozenset(
    (
        "kw",
        "cw",
        "wk",
        "w",
        "s",
        "v",
        "q",
        "p",
        "l",
        "ln",
        "sem",
        "pos",
        "nr",
        "no",
        "po",
        "art",
        "lot",
        "rev",
        "iso",
        "en",
        "din",
    )
)
_NO_NAME = re.compile("|".join(cue.pattern for cue in (cues.DELIVERY, cues.SHIP, cues.PROMISE, cues_against.STEP)))


def parts_named(plain: str, materials: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """The parts that a folded text names by words or numbers which no other has, each with its place."""
    forms = _short_forms(tuple(dict.fromkeys(materials)))
    if not forms:
        return
    hits: set[str] = set()
    start = end = -FAR
    for match in _WORD.finditer(plain):
        near = match.start() - end <= FAR and not _PARTED.search(plain, max(end, 0), match.start())
        meant = _meant(plain, match, forms, near and bool(hits))
        if not meant:
            continue
        if near and hits & meant:  # 'the 16 mm hose'
            hits, end = hits & meant, match.end()
            continue
        if len(hits) == 1:
            yield min(hits), start, end
        hits, start, end = meant, *match.span()
    if len(hits) == 1:
        yield min(hits), start, end


@lru_cache(maxsize=64)
def _short_forms(materials: tuple[str, ...]) -> tuple[tuple[str, frozenset[str]], ...]:
    """The pieces of part numbers, each with the parts that have it, but for those that all have."""
    if not 1 < len(materials) <= MOST_PARTS:
        return ()
    owners: dict[str, set[str]] = {}
    for material in materials:
        for form in re.findall(r"[a-z0-9]+", fold(material)):
            owners.setdefault(form, set()).add(material)
    return tuple((form, frozenset(parts)) for form, parts in owners.items())


def _meant(plain: str, match: re.Match[str], forms: Sequence[tuple[str, frozenset[str]]], is_next: bool) -> set[str]:
    """The parts that a word may mean; `is_next` to another one that means some."""
    word = match.group()
    if word[0].isdigit() and not word.isdigit():
        return _measured(word.replace(" ", ""), forms)
    short = {word} if len(word) == 1 else _short_for_side(plain, match)
    if short:
        return {part for form, parts in forms if form in short for part in parts}
    if word[-1].isdigit():
        before = _NOUN_BEFORE.search(plain, max(0, match.start() - FAR), match.start())
        noun = before["noun"] if before else ""
        called = {part for form, parts in forms if form == word for part in parts if _begins_with_name(part, noun)}
        marked = {part for form, parts in forms if _is_number_of(form, word, plain, match, is_next) for part in parts}
        return marked or (called if not _COUNTS.match(plain, match.end()) else set())
    if word in LIGHT or re.fullmatch(WEEKDAY, word) or re.fullmatch(MONTH, word) or _NO_NAME.search(word):
        return set()
    return {part for form, parts in forms if _shortens(form, word) for part in parts}


def _begins_with_name(material: str, noun: str) -> bool:
    """Whether a noun begins with the letters of a part number: 'les axes 40' for AX-40."""
    return any(noun.startswith(name) for name in re.findall(r"[a-z]{2,}", fold(material)))


def _short_for_side(plain: str, match: re.Match[str]) -> set[str]:
    """What stands in a part number for 'left hand' or 'rechts'."""
    hits = ((words.match(plain, match.start()), short) for words, short in _SIDES)
    return next((short for hit, short in hits if hit and hit.end() == match.end()), set())


def _measured(word: str, forms: Sequence[tuple[str, frozenset[str]]]) -> set[str]:
    """The parts that have '11kw' or '4g6', else, where it is no amount, the number before its unit: 'the 20er'."""
    if _SEPARATED.search(word):
        return {part for _, parts in forms for part in parts if _has_measures(part, word)}
    hits = {part for form, parts in forms if form == word for part in parts}
    number = re.match(r"\d+", word)
    if hits or number is None or _COUNTS.match(word, number.end()):
        return hits
    return {part for form, parts in forms if form == number.group() for part in parts}


def _has_measures(material: str, word: str) -> bool:
    """Whether a part number has the measures, one after the other, that a text gives: 80/45x500 in HZ-80-45-500."""
    given = re.findall(r"\d+", word)
    own = re.findall(r"\d+", material)
    is_measure = "x" in word or len(given) > 2 or max(map(int, given)) > LAST_DAY
    return is_measure and any(own[i : i + len(given)] == given for i in range(len(own)))


def _shortens(form: str, word: str) -> bool:
    """Whether a word may be what a piece of a part number stands for: its beginning, or its letters in their order."""
    if len(form) < 3 or not form.isalpha():  # two letters say nothing
        return False
    if len(form) >= LONG and (form in word or word.startswith(form[:-1])):
        return True
    letters = iter(word)
    share = len(form) / len(word)
    begins = word.startswith(form) and share >= LEAST_START
    return begins or (word[0] == form[0] and share >= LEAST_SHARE and all(c in letters for c in form))


def _is_number_of(form: str, word: str, plain: str, match: re.Match[str], is_next: bool) -> bool:
    """Whether a number in a text is the piece of a part number, and no amount or day."""
    digits = re.sub(r"^[a-z]+ ?", "", word)
    if form not in (digits, word.replace(" ", "")) or _COUNTS.match(plain, match.end()):
        return False
    prefix = word[: -len(digits)].strip()
    is_glued = prefix and (" " not in word or len(digits) > 1) and prefix not in LIGHT and prefix not in _NO_PREFIX
    is_marked = is_glued or is_next or "x" in digits
    is_measure = re.match(r" ?(?:mm|cm|er\b|[\u4e00-\u9fff]{2})", plain[match.end() :])
    is_called = len(digits) > 1 and _ARTICLE.search(plain, 0, match.start()) and _NOUN.match(plain, match.end())
    is_aside = plain[match.start() - 1 : match.start()] == "(" and plain.startswith(")", match.end())
    return bool(is_marked or is_measure or is_called or is_aside) or (
        len(digits) >= LONG and not re.fullmatch(r"20[23]\d", digits)
    )
