"""How good the forecasts would have been: rolling origins on the user's own history, against baselines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics import forecast
from supplychain_app.analytics.forecaster import Forecaster
from supplychain_app.analytics.line_facts import MISSING, NO_START, History, LineFacts

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


Array = NDArray[Any]

LEVELS = np.arange(1, 50) / 50.0  # 0.02 … 0.98
LOW80, HIGH80 = 4, 44  # places of 0.1 and 0.9
REFERENCE = forecast.Knobs((("country", "mode"), ("supplier",)), recording_lag=False)
_LARGE_SUPPLIER = 0.05


def crps(quantiles: Array, truth: Array, levels: Array = LEVELS) -> Array:
    """2 × mean pinball loss over the levels, one value a row; for a point forecast it is the absolute error.

    >>> float(crps(np.full((1, 49), 3.0), np.array([5.0]))[0])
    2.0
    """
    error = truth[:, None] - quantiles
    found: Array = 2.0 * np.maximum(levels * error, (levels - 1.0) * error).mean(axis=1)
    return found


def run(
    history: History,
    origins: Sequence[int],
    *,
    end: int,
    name: Callable[[int], str],
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Backtest:
    """Forecast every line open at each origin from what was known then, and hold it against what came by `end`."""
    truth_facts = history.at(end)
    forecaster = Forecaster(history)
    scores: dict[str, list[tuple[Array, Array, Array]]] = {method: [] for method in METHODS}
    traits: list[dict[str, Array]] = []
    below = np.zeros(len(LEVELS))
    used: list[str] = []
    for number, origin in enumerate(origins):
        progress(number, len(origins))
        facts = history.at(origin)
        lines, truth = _cases(facts, truth_facts)
        if not len(lines):
            continue
        used.append(date.fromordinal(origin).isoformat())
        due = truth - origin
        for method, quantiles in _forecasts(forecaster, facts, lines).items():
            covered = (due >= quantiles[:, LOW80]) & (due <= quantiles[:, HIGH80])
            scores[method].append((crps(quantiles, due), np.abs(due - quantiles[:, len(LEVELS) // 2]), covered))
            if method == "app":
                below += (due[:, None] <= quantiles).sum(axis=0)
        traits.append(
            {
                "overdue": facts.promise[lines] < origin,
                "internal": facts.internal[lines],
                "supplier": facts.supplier[lines],
                "year": np.full(len(lines), date.fromordinal(origin).year),
            }
        )
    if not used:
        return Backtest((), (), (), None, None, "too little history")
    joined = {key: np.concatenate([trait[key] for trait in traits]) for key in traits[0]}
    rows = []
    for population, chosen in _populations(joined, name):
        for method in METHODS:
            loss, error, covered = (np.concatenate(part)[chosen] for part in zip(*scores[method], strict=True))
            known = ~np.isnan(loss)
            if not known.any():
                continue
            rows.append(
                BacktestRow(
                    method,
                    population,
                    int(known.sum()),
                    float(loss[known].mean()),
                    float(error[known].mean()),
                    None if method in ("promise", "supplier_mean") else float(covered[known].mean()),
                )
            )
    total = len(joined["overdue"])
    middle = {method: float(np.median(np.concatenate([part[1] for part in scores[method]]))) for method in METHODS[:2]}
    return Backtest(
        origins=tuple(used),
        rows=tuple(rows),
        reliability=tuple(zip(LEVELS.tolist(), (below / total).tolist(), strict=True)),
        median_error_app=middle["app"],
        median_error_promise=middle["promise"],
        reason="",
    )


def _cases(facts: LineFacts, later: LineFacts) -> tuple[Array, Array]:
    """Lines open at the origin with a promise, of which we now know when they came; and that day."""
    if not len(later):
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    started = (facts.promise != MISSING) & (facts.issued != MISSING) & (facts.issued_basis != NO_START)
    lines = np.flatnonzero(facts.is_open & started & (facts.issued <= facts.as_of))
    place = np.searchsorted(later.line_id, facts.line_id[lines])
    place = place.clip(max=len(later) - 1)
    truth = np.where(later.line_id[place] == facts.line_id[lines], later.completed[place], MISSING)
    return lines[truth != MISSING], truth[truth != MISSING].astype(float)


def _forecasts(forecaster: Forecaster, facts: LineFacts, lines: Array) -> dict[str, Array]:
    count = len(LEVELS)
    promise = np.maximum(facts.promise[lines] - facts.as_of, 0).astype(float)
    done = facts.is_done
    delays = (facts.completed - facts.promise)[done & (facts.promise != MISSING)]
    overall = np.quantile(delays, LEVELS, method="inverted_cdf") if len(delays) else np.zeros(count)
    model = forecast.fit(facts, REFERENCE)
    mass, basis = forecast.arrival_mass(model, facts, lines)
    reference = np.where((basis > 0)[:, None], forecast.quantiles(mass, LEVELS), promise[:, None])
    app_mass, app_basis = forecaster.predict(facts, lines)
    app = np.where((app_basis > 0)[:, None], forecast.quantiles(app_mass, LEVELS), promise[:, None])
    return {
        "app": app,
        "promise": np.repeat(promise[:, None], count, axis=1),
        "supplier_mean": np.repeat(_supplier_mean(facts, lines)[:, None], count, axis=1),
        "overall_delays": np.maximum(facts.promise[lines][:, None] - facts.as_of + overall[None, :], 0.0),
        "shrunken_km": reference,
    }


def _supplier_mean(facts: LineFacts, lines: Array) -> Array:
    """Issued + the supplier's mean lead time of completed lines, not before today: what ERPs do."""
    done = facts.is_done & (facts.issued != MISSING)
    if not done.any():
        return np.full(len(lines), np.nan)
    time = (facts.completed - facts.issued)[done].astype(float)
    _, code = np.unique(facts.supplier, return_inverse=True)
    n = np.bincount(code[done], minlength=int(code.max()) + 1)
    total = np.bincount(code[done], weights=time, minlength=len(n))
    mean = np.where(n > 0, total / np.maximum(n, 1), time.mean())
    found: Array = np.maximum(facts.issued[lines] + mean[code[lines]] - facts.as_of, 0.0)
    return found


def _populations(traits: dict[str, Array], name: Callable[[int], str]) -> list[tuple[str, Array]]:
    everything = np.ones(len(traits["overdue"]), dtype=bool)
    found = [("all", everything), ("overdue", traits["overdue"]), ("not_due", ~traits["overdue"])]
    if traits["internal"].any():
        found += [("direct", ~traits["internal"]), ("internal", traits["internal"])]
    found += [(str(year), traits["year"] == year) for year in np.unique(traits["year"]).tolist()]
    suppliers, counts = np.unique(traits["supplier"], return_counts=True)
    for supplier in suppliers[counts >= _LARGE_SUPPLIER * len(everything)].tolist():
        found.append((f"supplier:{name(supplier)}", traits["supplier"] == supplier))
    return [(population, chosen) for population, chosen in found if chosen.any()]
