"""A share of cases with the n it rests on and its credible interval."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """hits of n; `value` and `interval` are None where there is nothing to say (n = 0)."""

    value: float | None
    n: int
    hits: int
    interval: tuple[float, float] | None
    too_few: bool  # n below 5: show the n, not the rate
