"""A supplier's grade: weighted parts, a letter with its interval, none below five lines."""

from dataclasses import dataclass

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
