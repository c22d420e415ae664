"""Safety stock against figures worked out by other means."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain_app.analytics.safety_stock import demand_over, safety_stock


def test_normal_demand_and_a_fixed_lead_time_give_the_textbook_figure() -> None:
    random = np.random.default_rng(3)
    weekly = random.normal(100, 20, 520)
    found = safety_stock(np.full(50, 28.0), weekly, service_level=0.9)
    assert found is not None
    # z(0.9) · σ of four weeks
    assert found.textbook == pytest.approx(1.2816 * weekly.std(ddof=1) * 2, rel=1e-3)
    assert found.simulated == pytest.approx(found.textbook, rel=0.06)


def test_demand_without_spread_is_lead_time_times_demand() -> None:
    lead = np.array([7.0, 14.0, 28.0, 70.0])
    drawn = demand_over(lead, np.full(10, 70.0))
    assert sorted({round(float(value), 6) for value in drawn}) == [70.0, 140.0, 280.0, 700.0]


def test_a_long_tail_breaks_the_erps_plan() -> None:
    lead = np.concatenate([np.full(80, 20.0), np.full(20, 60.0)])
    found = safety_stock(lead, np.full(52, 70.0), service_level=0.95, planned_days=20)
    assert found is not None
    assert found.planned_stock == 0.0
    assert found.planned_covers == pytest.approx(0.8, abs=0.03)
    # 95 %: the 60 days must be seen through: 600 pieces less the mean of 28 days
    assert found.simulated == pytest.approx(600 - 280, rel=0.05)


@given(
    st.lists(st.floats(0, 400), min_size=5, max_size=40),
    st.lists(st.floats(0, 1e6), min_size=8, max_size=60),
    st.floats(0.5, 0.99),
)
def test_always_a_sensible_number(lead: list[float], weekly: list[float], level: float) -> None:
    found = safety_stock(np.array(lead), np.array(weekly), service_level=level, planned_days=10)
    if sum(weekly) > 0:
        assert found is not None
        assert np.isfinite([found.simulated, found.textbook, found.planned_covers]).all()
        assert found.simulated >= 0
    else:
        assert found is None


@pytest.mark.parametrize(("lines", "weeks"), [(4, 52), (30, 7), (0, 0)])
def test_too_little_says_nothing(lines: int, weeks: int) -> None:
    assert safety_stock(np.full(lines, 5.0), np.full(weeks, 5.0), service_level=0.8) is None
