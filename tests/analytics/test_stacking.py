"""Weights of several forecasts: on the simplex, the least there is, and held where little was seen."""

from collections.abc import Callable

import numpy as np
import pytest

from supplychain_app.analytics import backtest, stacking
from supplychain_app.analytics.forecaster import Forecaster
from supplychain_app.analytics.line_facts import LineFacts
from tests.analytics import worlds

Which = Callable[[LineFacts, np.ndarray], np.ndarray]


def everything(facts: LineFacts, lines: np.ndarray) -> np.ndarray:
    return np.ones(len(lines), dtype=bool)


def slipped(facts: LineFacts, lines: np.ndarray) -> np.ndarray:
    return (facts.promise[lines] > facts.first_promise[lines]) & (facts.promise[lines] >= facts.as_of)


def overdue(facts: LineFacts, lines: np.ndarray) -> np.ndarray:
    return facts.promise[lines] < facts.as_of


def told(random: np.random.Generator, lines: int) -> tuple[np.ndarray, np.ndarray]:
    """Forecasts of which the second is right, the first too early and the third too late, and the arrivals."""
    days = np.arange(120)
    arrival = np.round(random.normal(60, 6, lines)).astype(int)
    steps = [np.clip((days - middle + 12) / 24, 0, 1) for middle in (40, 60, 80)]
    return np.broadcast_to(np.stack(steps), (lines, 3, 120)), arrival


@pytest.mark.parametrize("seed", range(5))
def test_the_forecast_that_was_right_gets_the_weight_and_no_choice_is_better(seed: int) -> None:
    random = np.random.default_rng(seed)
    reached, arrival = told(random, 2_000)
    errors, apart = stacking.products(reached, arrival)
    importance, season = np.ones(2_000), np.arange(2_000)
    found = stacking.weights(errors, apart, importance, season)
    assert found.min() >= 0
    assert found.sum() == pytest.approx(1)
    assert found[1] > 0.8
    form = errors.sum(axis=0) + stacking.PRIOR_LINES * apart.mean(axis=0)
    for other in random.dirichlet(np.ones(3), 500):
        assert found @ form @ found <= other @ form @ other * 1.01


def test_one_season_is_one_experience() -> None:
    reached, arrival = told(np.random.default_rng(1), 400)
    arrival = arrival + np.repeat((-14, 14), 200)  # all of a season early, all of the next late
    errors, apart = stacking.products(reached, arrival)
    many = stacking.weights(errors, apart, np.ones(400), np.arange(400))
    one = stacking.weights(errors, apart, np.ones(400), np.arange(400) // 200)
    assert one[0] > many[0] + 0.01


def scores(world: worlds.Callable, days_back: range, which: Which = everything) -> dict[str, float]:
    """The mean CRPS of every method on some days before today, over some of the open lines."""
    history = world(np.random.default_rng(0))
    forecaster, later = Forecaster(history), history.at(worlds.TODAY + 2_000)
    found: dict[str, list[float]] = {}
    for back in days_back:
        facts = history.at(worlds.TODAY - back)
        lines, truth = backtest._cases(facts, later)
        mine = which(facts, lines)
        lines, truth = lines[mine], truth[mine]
        for method, quantiles in backtest._forecasts(forecaster, facts, lines).items():
            found.setdefault(method, []).extend(backtest.crps(quantiles, truth - facts.as_of))
    return {method: float(np.mean(values)) for method, values in found.items()}


@pytest.mark.parametrize("world", [worlds.large_suppliers, worlds.becomes_hopeful, worlds.weekly_posting])
def test_no_world_is_forecast_much_worse_than_by_the_better_simple_method(world: worlds.Callable) -> None:
    means = scores(world, range(780, 150, -180))
    assert means["app"] <= 1.04 * min(means["promise"], means["shrunken_km"])


def test_promises_that_became_exact_are_believed_within_a_year() -> None:
    means = scores(worlds.becomes_exact, range(420, 180, -60))
    assert means["app"] < 0.1 * means["shrunken_km"]


@pytest.mark.parametrize("world", [worlds.short_notice, worlds.countries_apart, worlds.in_parts])
def test_what_sets_lines_apart_is_found(world: worlds.Callable) -> None:
    """Time planned, country and the size of an order tell within days what suppliers mix over weeks."""
    means = scores(world, range(420, 180, -60))
    assert means["app"] < 0.8 * min(means["promise"], means["shrunken_km"])


def test_a_date_that_was_told_anew_is_believed_as_such_dates_were() -> None:
    means = scores(worlds.a_new_date_is_kept, range(420, 180, -60), slipped)
    assert means["app"] < 0.5 * means["shrunken_km"]


def test_a_line_overdue_is_forecast_by_its_own_supplier_where_that_is_known() -> None:
    means = scores(worlds.late_in_their_own_way, range(420, 180, -60), overdue)
    assert means["app"] < 1.25 * min(means["promise"], means["shrunken_km"])
