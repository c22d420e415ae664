"""On time and in full, on three bases side by side, with open overdue lines counted as misses."""

from dataclasses import dataclass

from supplychain_app.analytics.rates import Rate

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
    value_share: float | None  # the same weighted by value
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
