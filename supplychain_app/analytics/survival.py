"""Kaplan–Meier with weights, right-censoring and delayed entry, over one group or thousands at once."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Curve:
    """S(t) after each event time, ready to draw as steps."""

    times: tuple[float, ...]
    survival: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    n: int
    events: int
