"""A supplier's grade: weighted parts, a letter with its interval, none below five lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supplychain_app.analytics.rates import Rate

DEFAULT_WEIGHTS = {"otif": 50.0, "promises": 20.0, "responsiveness": 20.0, "lead_time": 10.0}


@dataclass(frozen=True, slots=True)
class Part:
    name: str  # otif, promises, responsiveness, lead_time
    weight: float
    score: float | None  # 0–100; None: no data, its weight goes to the others
    n: int
    interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Grade:
    score: float | None
    interval: tuple[float, float] | None
    letters: tuple[str, ...]  # one letter, two where the interval spans them, none below n = 5
    n: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class OurDoing:
    """What we did to the supplier."""

    lines: int
    ordered_below_lead_time: int
    changed_by_us: int
    line_ids_below: tuple[int, ...]
    line_ids_changed: tuple[int, ...]


LETTERS = ((90.0, "A"), (75.0, "B"), (60.0, "C"), (float("-inf"), "D"))
FEWEST_LINES = 5


def grade(parts: Sequence[Part], n: int) -> Grade:
    """The weighted mean of the parts that have data; the interval adds the parts' variances.

    >>> grade([Part("otif", 50, 92.0, 40, (88.0, 96.0))], 40).letters
    ('A', 'B')
    """
    known = [part for part in parts if part.score is not None and part.weight > 0]
    total = sum(part.weight for part in known)
    if not known or total <= 0:
        return Grade(None, None, (), n, tuple(parts))
    score = sum(part.weight * (part.score or 0.0) for part in known) / total
    half = 0.0
    for part in known:
        if part.interval is not None:
            half += (part.weight / total * (part.interval[1] - part.interval[0]) / 2) ** 2
    half = half**0.5
    interval = (max(0.0, score - half), min(100.0, score + half))
    letters: tuple[str, ...] = ()
    if n >= FEWEST_LINES:
        best, worst = letter(interval[1]), letter(interval[0])
        names = [name for _, name in LETTERS]
        letters = tuple(names[names.index(best) : names.index(worst) + 1])
        if len(letters) > 2:  # wider than two letters: the likeliest and its neighbour on the weak side
            place = min(names.index(letter(score)), len(names) - 2)
            letters = (names[place], names[place + 1])
    return Grade(score, interval, letters, n, tuple(parts))


def letter(score: float) -> str:
    return next(name for least, name in LETTERS if score >= least)


def rate_part(name: str, weights: Mapping[str, float], rate: Rate) -> Part:
    """A share of cases as a part of 100."""
    if rate.value is None:
        return Part(name, weights.get(name, 0.0), None, 0, None)
    interval = None if rate.interval is None else (100 * rate.interval[0], 100 * rate.interval[1])
    return Part(name, weights.get(name, 0.0), 100 * rate.value, rate.n, interval)


def gap_part(name: str, weights: Mapping[str, float], gap_share: float | None, n: int) -> Part:
    """How far the lead time needed lies beyond the one quoted: none is 100, double is 0."""
    if gap_share is None:
        return Part(name, weights.get(name, 0.0), None, 0, None)
    return Part(name, weights.get(name, 0.0), 100 * min(1.0, max(0.0, 1.0 - gap_share)), n, None)
