"""How good the forecasts would have been: rolling origins on the user's own history, against baselines."""

from dataclasses import dataclass

METHODS = ("app", "promise", "supplier_mean", "overall_delays", "shrunken_km")


@dataclass(frozen=True, slots=True)
class BacktestRow:
    method: str
    population: str  # all, overdue, not_due, direct, internal, a year such as 2010, supplier:NAME
    n: int
    crps_days: float
    mae_days: float
    coverage80: float | None  # None: the method gives no interval


@dataclass(frozen=True, slots=True)
class Backtest:
    origins: tuple[str, ...]
    rows: tuple[BacktestRow, ...]
    reliability: tuple[tuple[float, float], ...]  # (nominal level, share of arrivals at or before it)
    median_error_app: float | None  # |P50 − actual| in the middle, for the one sentence
    median_error_promise: float | None
    reason: str  # why there is nothing: "", "too little history"
