"""Spreading probabilities over days, and weighing recent calendar days."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from supplychain_app.analytics import shrinkage


@given(st.lists(st.floats(0.0, 1.0), min_size=40, max_size=80), st.integers(1, 15), st.integers(1, 38))
def test_smoothing_moves_probability_and_loses_none(values: list[float], days: int, keep: int) -> None:
    mass = np.array([values])
    found = shrinkage.smoothed(mass, days, keep=keep)
    assert found.min() >= 0.0
    assert np.isclose(found.sum(), mass.sum())


@given(st.lists(st.floats(0.0, 1.0), min_size=12, max_size=60), st.integers(1, 12))
def test_each_day_is_spread_as_a_triangle_mirrored_at_the_ends(values: list[float], days: int) -> None:
    mass, count = np.array(values), len(values)
    reached = np.cumsum(mass)
    low, high = (int(np.argmax(reached >= share * reached[-1])) for share in (0.25, 0.75))
    reach = min(days, high - low)
    expected = np.zeros(count)
    for day, chance in enumerate(values):
        for away in range(-reach, reach + 1):
            place = day + away
            place = -1 - place if place < 0 else 2 * count - 1 - place if place >= count else place
            expected[place] += chance * (reach + 1 - abs(away)) / (reach + 1) ** 2
    assert np.allclose(shrinkage.spread(mass[None, :], days)[0], expected)


def test_what_stands_out_on_the_promised_day_stays() -> None:
    mass = np.zeros((1, 41))
    mass[0, 20] = 0.6
    mass[0, [10, 30]] = 0.2
    found = shrinkage.smoothed(mass, 3, keep=20)[0]
    assert found[20] == 0.6
    triangle = 0.2 * np.array([1, 2, 3, 4, 3, 2, 1]) / 16
    assert np.allclose(found[7:14], triangle)
    assert np.allclose(found[27:34], triangle)


def test_what_lies_close_together_is_spread_no_further_than_its_quartiles_lie_apart() -> None:
    mass = np.zeros((2, 41))
    mass[0, [10, 11, 12]] = 0.25, 0.5, 0.25
    mass[1, [10, 20, 30]] = 0.25, 0.5, 0.25
    close, wide = shrinkage.smoothed(mass, 8, keep=35)
    assert close[9:14].sum() == np.float64(1.0)
    assert wide[2] > 0


def test_old_lines_weigh_less_but_recent_days_decide() -> None:
    """Everybody used to come on day 5; for the last lines it is day 9: weighting by the zero follows at once."""
    zero = np.concatenate([np.arange(0, 300), np.arange(300, 360)])
    time = np.where(zero < 300, 5, 9)
    age = 360 - zero
    table = shrinkage.day_table(
        time,
        np.ones(360, dtype=bool),
        weight=0.5 ** (age / 15.0),
        group=np.zeros(360, dtype=np.int64),
        groups=1,
        low=0,
        high=20,
    )
    assert shrinkage.quantile_days(shrinkage.survival(table), 0, 0.5)[0] == 9.0
