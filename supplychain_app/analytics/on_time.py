"""On time and in full, on three bases side by side, with open overdue lines counted as misses."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics import shrinkage
from supplychain_app.analytics.line_facts import MISSING, LineFacts
from supplychain_app.analytics.rates import Rate
from supplychain_app.analytics.survival import kaplan_meier

BASES = ("required", "first_promise", "last_promise")


@dataclass(frozen=True, slots=True)
class BaseFigures:
    """The figures of one base: every line whose base date lies in the period, received or not."""

    base: str
    n: int
    on_time: Rate
    in_full: Rate
    otif: Rate  # of lines
    otif_orders: Rate  # an order is on time in full when all of its lines are
    quantity_share: float | None  # Σ received by base + L / Σ ordered
    value_share: float | None  # the same weighted by value, of the lines in the currency that most have
    open_past_due: int  # of n: still open and late already
    lateness_p50: float | None  # days; open lines censored; None: not reached or no data
    lateness_p80: float | None
    missed_line_ids: tuple[int, ...]
    line_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OnTime:
    """The three bases; grade the supplier on the first promise, plan on the last, judge ourselves on required."""

    required: BaseFigures
    first_promise: BaseFigures
    last_promise: BaseFigures


Mask = NDArray[Any]


def base_day(facts: LineFacts, base: str) -> Mask:
    """The day each line is held against; MISSING where it has none."""
    days = {"required": facts.required, "first_promise": facts.graded, "last_promise": facts.promise}
    return days[base]


def is_due(facts: LineFacts, base: Mask, start: int, end: int) -> Mask:
    """Lines that count: base day in the period, not cancelled, and complete or past due (with the days allowed)."""
    inside = (base != MISSING) & (base >= start) & (base <= min(end, facts.as_of))
    judged = facts.is_done | (base + facts.late_allowed < facts.as_of)
    found: Mask = inside & judged & ~facts.is_cancelled
    return found


def is_on_time(facts: LineFacts, base: Mask) -> Mask:
    """−E ≤ completed − base ≤ L, with each supplier's window."""
    lateness = facts.completed - base
    early_enough = (facts.early_allowed < 0) | (lateness >= -facts.early_allowed)
    found: Mask = facts.is_done & (lateness <= facts.late_allowed) & early_enough
    return found


def lateness_days(facts: LineFacts, base: Mask) -> Mask:
    """completed − base, or today − base while open; only for lines that have both."""
    end = np.where(facts.is_done, facts.completed, facts.as_of)
    found: Mask = (end - base).astype(np.int64)
    return found


def figures(facts: LineFacts, base: str, *, start: int, end: int, received_in_time: Mask) -> BaseFigures:
    """One base over one period; `received_in_time`: quantity received by base + L, a value a line."""
    day = base_day(facts, base)
    due = is_due(facts, day, start, end)
    kept = is_on_time(facts, day) & due
    n = int(due.sum())
    ordered, value = facts.quantity[due], facts.value[due]
    arrived = np.minimum(received_in_time[due], ordered)
    orders = np.unique(facts.order_id[due])
    missed = np.unique(facts.order_id[due & ~kept])
    p50, p80 = _lateness(facts, day, due)
    valued = _in_usual_currency(facts.currency[due], ~np.isnan(value) & (ordered > 0))
    worth = float(value[valued].sum())
    return BaseFigures(
        base=base,
        n=n,
        on_time=shrinkage.plain_rate(int((is_on_time(facts, day) & due).sum()), n),
        in_full=shrinkage.plain_rate(int((facts.is_done & due).sum()), n),
        otif=shrinkage.plain_rate(int(kept.sum()), n),
        otif_orders=shrinkage.plain_rate(len(orders) - len(missed), len(orders)),
        quantity_share=float(arrived.sum() / ordered.sum()) if ordered.sum() > 0 else None,
        value_share=float((arrived[valued] / ordered[valued] * value[valued]).sum() / worth) if worth > 0 else None,
        open_past_due=int((due & ~facts.is_done).sum()),
        lateness_p50=p50,
        lateness_p80=p80,
        missed_line_ids=tuple(facts.line_id[due & ~kept].tolist()),
        line_ids=tuple(facts.line_id[due].tolist()),
    )


def _in_usual_currency(currency: Mask, valued: Mask) -> Mask:
    """Those of the lines with a value whose currency most of them have: yen and euros do not add up."""
    if not valued.any():
        return valued
    usual = int(np.bincount(currency[valued] + 1).argmax()) - 1
    found: Mask = valued & (currency == usual)
    return found


def _lateness(facts: LineFacts, day: Mask, due: Mask) -> tuple[float | None, float | None]:
    curves = kaplan_meier(lateness_days(facts, day)[due], facts.is_done[due], groups=1)
    found = [float(curves.quantiles(share)[0]) for share in (0.5, 0.8)]
    p50, p80 = (None if np.isnan(value) else value for value in found)
    return p50, p80
