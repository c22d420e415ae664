"""Safety stock: what a lead time that varies asks us to keep, simulated, with the textbook's figure beside it.

The textbook's z·√(L·σd² + d²·σL²) takes demand over the lead time for normal; real lead times have a long tail, for
which it asks too much at usual service levels and too little at high ones (Chopra, Reinhardt & Dada 2004, Decision
Sciences 35:1). So demand over the lead time is drawn: a lead time from those that occurred, and for each of its weeks
the demand of one past week.
"""

from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

DRAWS = 4_000
FEWEST_WEEKS, FEWEST_LINES = 8, 5


@dataclass(frozen=True, slots=True)
class SafetyStock:
    """Quantities in the material's unit, at one service level."""

    service_level: float
    simulated: float
    textbook: float
    per_week: float  # demand in the mean
    weeks: int  # of demand that it rests on
    lines: int  # lead times that it rests on
    planned_days: int | None  # the lead time the ERP plans with
    planned_stock: float | None  # what would do if every delivery took exactly that long
    planned_covers: float | None  # share of deliveries that this stock in truth sees through


def safety_stock(
    lead_days: Array, weekly: Array, *, service_level: float, planned_days: int | None = None, seed: int = 7
) -> SafetyStock | None:
    """From lead times in days and the demand of past weeks (zeros included); None: too little to say."""
    if len(lead_days) < FEWEST_LINES or len(weekly) < FEWEST_WEEKS or not weekly.sum() > 0:
        return None
    weekly = np.asarray(weekly, dtype=float)
    drawn = demand_over(np.asarray(lead_days, dtype=float), weekly, seed=seed)
    z = NormalDist().inv_cdf(service_level)
    per_day, variance = weekly.mean() / 7.0, weekly.var(ddof=1) / 7.0
    length, spread = float(np.mean(lead_days)), float(np.var(lead_days, ddof=1))
    planned_stock = covers = None
    if planned_days is not None:
        planned_stock = max(0.0, z * float(np.sqrt(planned_days * variance)))
        covers = float((drawn <= per_day * planned_days + planned_stock).mean())
    return SafetyStock(
        service_level=service_level,
        simulated=max(0.0, float(np.quantile(drawn, service_level)) - float(drawn.mean())),
        textbook=max(0.0, z * float(np.sqrt(length * variance + per_day**2 * spread))),
        per_week=float(weekly.mean()),
        weeks=len(weekly),
        lines=len(lead_days),
        planned_days=planned_days,
        planned_stock=planned_stock,
        planned_covers=covers,
    )


def demand_over(lead_days: Array, weekly: Array, *, draws: int = DRAWS, seed: int = 7) -> Array:
    """Demand over a lead time, `draws` times: whole weeks drawn with replacement, the last one in part."""
    random = np.random.default_rng(seed)
    weeks = random.choice(lead_days, size=draws) / 7.0
    whole = np.floor(weeks).astype(np.int64)
    drawn = random.choice(weekly, size=(draws, int(whole.max()) + 1))
    reached = np.concatenate((np.zeros((draws, 1)), np.cumsum(drawn, axis=1)), axis=1)
    rows = np.arange(draws)
    found: Array = reached[rows, whole] + (weeks - whole) * drawn[rows, whole]
    return found
