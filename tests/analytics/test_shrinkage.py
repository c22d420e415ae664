"""Leaning on parents, and rates of few orders, against paper and scipy's figures."""

import numpy as np
import pytest

from supplychain_app.analytics import shrinkage
from supplychain_app.analytics.survival import kaplan_meier


def test_beta_function_against_scipy() -> None:
    stats = pytest.importorskip("scipy.stats")
    for a, b in ((0.5, 0.5), (3, 7), (60, 2), (200.5, 801.2)):
        for x in (0.01, 0.2, 0.5, 0.9):
            assert shrinkage.beta_cdf(x, a, b) == pytest.approx(stats.beta.cdf(x, a, b), abs=1e-10)
        assert shrinkage.beta_quantile(0.3, a, b) == pytest.approx(stats.beta.ppf(0.3, a, b), abs=1e-9)


def test_day_table_is_kaplan_meier() -> None:
    random = np.random.default_rng(3)
    time = random.integers(0, 30, 200)
    event = random.random(200) < 0.6
    entry = np.where(random.random(200) < 0.3, random.integers(0, 20, 200), -1)
    group = random.integers(0, 4, 200)
    table = shrinkage.day_table(time, event, entry=entry, group=group, groups=4, low=0, high=30)
    rows = shrinkage.survival(table)
    curves = kaplan_meier(time, event, entry=entry, group=group, groups=4)
    for g in range(4):
        own = slice(curves.start[g], curves.start[g + 1])
        assert rows[g, curves.times[own].astype(int)] == pytest.approx(curves.survival[own])


def test_without_censoring_leaning_is_the_mixture() -> None:
    own, parent = np.array([2, 2, 4]), np.array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    table = shrinkage.day_table(own, np.ones(3, bool), group=np.zeros(3, int), groups=1, low=0, high=12)
    above = shrinkage.survival(
        shrinkage.day_table(parent, np.ones(10, bool), group=np.zeros(10, int), groups=1, low=0, high=12)
    )
    mixed = shrinkage.lean(table, above, 5.0)
    expected = [(3 * (own > t).mean() + 5 * (parent > t).mean()) / 8 for t in range(13)]
    assert mixed[0] == pytest.approx(expected)


def test_rates() -> None:
    assert shrinkage.plain_rate(0, 0).value is None
    few = shrinkage.plain_rate(3, 4)
    assert few.too_few
    assert few.value == 0.75
    alpha, beta = shrinkage.beta_prior(np.array([8.0, 1.0, 45.0]), np.array([10.0, 2.0, 50.0]))
    shrunk = shrinkage.posterior(0, 1, alpha, beta)
    assert shrunk.value is not None
    assert shrunk.value > 0.5  # one miss does not make a supplier bad
    low, high = shrinkage.posterior(90, 100, alpha, beta).interval or (0, 0)
    assert 0.8 < low < 0.9 < high < 1
