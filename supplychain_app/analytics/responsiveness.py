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
    acknowledgement: Answering  # working days from sent to acknowledged
    acknowledged_in_two: Rate  # share acknowledged within 2 working days
    replies: Answering  # working hours from our question to the first answer
    our_replies: Answering  # working hours from their question to our answer
    nudges_per_answer: float | None
    answers_with_date: Rate
    check_ins: Rate  # held of planned
    open_questions: int
    oldest_open_days: int | None


DAY_STARTS, DAY_HOURS = 8.0, 9.0  # 08:00 to 17:00 in the supplier's time
_HOUR = 3600.0

Array = NDArray[Any]


def working_hours(start: Array, end: Array, offset_hours: float = 0.0) -> Array:
    """Hours between two moments (seconds since 1970 in UTC) that fall on weekdays between 8 and 17 o'clock.

    >>> friday_16, monday_9 = 1_763_740_800.0, 1_763_974_800.0
    >>> float(working_hours(np.array([friday_16]), np.array([monday_9]))[0])
    2.0
    """
    found: Array = np.maximum(_worked(end + offset_hours * _HOUR) - _worked(start + offset_hours * _HOUR), 0.0)
    return found


def _worked(moment: Array) -> Array:
    """Working hours since 1970."""
    day = np.floor(moment / 86_400).astype(np.int64)
    dates = day.astype("datetime64[D]")
    before = np.busday_count(np.datetime64("1970-01-01"), dates) * DAY_HOURS
    hours = (moment - day * 86_400) / _HOUR
    today = np.clip(hours - DAY_STARTS, 0.0, DAY_HOURS) * np.is_busday(dates)
    found: Array = before + today
    return found


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
