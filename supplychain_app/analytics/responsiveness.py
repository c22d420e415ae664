"""How fast questions and orders are answered; open ones are censored, not dropped."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics.rates import Rate
from supplychain_app.analytics.survival import kaplan_meier


@dataclass(frozen=True, slots=True)
class Answering:
    """Times to an answer, by Kaplan–Meier; None: not reached, or no data."""

    n: int
    answered: int
    open: int
    p50: float | None
    p80: float | None
    interval: tuple[float | None, float | None]  # of p50


@dataclass(frozen=True, slots=True)
class Responsiveness:
    """One supplier (or all, supplier_id None)."""

    supplier_id: int | None
    supplier: str
    acknowledgement: Answering  # of orders: working days from sent to the first acknowledgement of a line
    acknowledged_in_two: Rate  # share of orders acknowledged within 2 working days
    replies: Answering  # working hours from our question to the first answer
    our_replies: Answering  # working hours from their question to our answer
    nudges_per_answer: float | None
    answers_with_date: Rate
    check_ins: Rate  # held of planned
    open_questions: int
    oldest_open_days: int | None


Array = NDArray[Any]


def answering(time: Array, answered: Array) -> Answering:
    """Times to an answer; what is still open counts with its age so far."""
    curves = kaplan_meier(time, answered, groups=1)
    low, high = curves.quantile_limits(0.5)
    p50, p80 = (float(curves.quantiles(share)[0]) for share in (0.5, 0.8))
    done = int(answered.sum())
    return Answering(
        n=len(time),
        answered=done,
        open=len(time) - done,
        p50=_figure(p50),
        p80=_figure(p80),
        interval=(_figure(float(low[0])), _figure(float(high[0]))),
    )


def _figure(value: float) -> float | None:
    return None if np.isnan(value) else value
