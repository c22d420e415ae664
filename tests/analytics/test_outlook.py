"""Chances by look-ups in sums from the end, against the same probabilities written out day by day."""

import numpy as np
import pytest

from supplychain_app.analytics import forecast
from supplychain_app.analytics.outlook import (
    AHEAD,
    BACK,
    NOTHING,
    Certain,
    Outlook,
    Pool,
    Source,
    reached,
    summed_from_end,
)

LEVELS = np.array([0.05, 0.1, 0.5, 0.8, 0.95])
DAYS = 700  # of the groups; less than from the first day around today to the last
Rows = np.ndarray


def world(seed: int) -> tuple[Rows, Rows, Rows, Rows]:
    """Probabilities of three groups, the group and the column of today of sixty lines, and what is not recorded."""
    random = np.random.default_rng(seed)
    mass = random.random((3, DAYS)) ** 8
    mass[1, 300:] = 0.0
    group, today = random.integers(0, 3, 60), random.integers(-1300, DAYS + 100, 60)
    unrecorded = np.sort(random.random((60, BACK + 1)), axis=1)
    return mass / mass.sum(axis=1, keepdims=True), group, today, unrecorded


def written_out(mass: Rows, group: Rows, today: Rows, unrecorded: Rows) -> Rows:
    """The chance of each day, line by line and day by day."""
    found = np.zeros((len(group), BACK + AHEAD + 1))
    for line, row in enumerate(found):
        for place in range(len(row)):
            column = today[line] - BACK + place
            chance = mass[group[line], column] if 0 <= column < DAYS else 0.0
            row[place] = chance * (unrecorded[line, place] if place <= BACK else 1.0)
        if row.sum() < NOTHING:
            row[BACK + 1 :] = 0.5 ** (np.arange(AHEAD) / 30.0)
    return found / found.sum(axis=1, keepdims=True)


@pytest.mark.parametrize("seed", range(3))
def test_look_ups_say_what_the_days_written_out_say(seed: int) -> None:
    mass, group, today, unrecorded = world(seed)
    expected = np.cumsum(written_out(mass, group, today, unrecorded), axis=1)
    found = Outlook([Source(summed_from_end(mass), group, today)], unrecorded)
    assert not found.told.all()
    assert found.told.any()
    np.testing.assert_allclose(reached(found, BACK + AHEAD + 1), expected, atol=1e-12)


@pytest.mark.parametrize("curve", [None, np.linspace(0.0, 1.0, 101) ** 0.8])
def test_a_pool_of_views(curve: Rows | None) -> None:
    mass, group, today, unrecorded = world(7)
    left = np.random.default_rng(8).integers(0, 90, 60)
    share = np.random.default_rng(9).random((60, 1))
    outlook = Outlook([Source(summed_from_end(mass), group, today)], unrecorded)
    pool = Pool([outlook, Certain(left)], np.concatenate((share, 1.0 - share), axis=1), curve)
    certain = np.zeros((60, BACK + AHEAD + 1))
    certain[np.arange(60), left + BACK] = 1.0
    expected = np.cumsum(share * written_out(mass, group, today, unrecorded) + (1.0 - share) * certain, axis=1)
    if curve is not None:
        expected = np.interp(expected, np.linspace(0.0, 1.0, 101), curve)
    assert (forecast.quantiles_of(expected, LEVELS) < 0).any()
    for near in (left, left * 0 - 9000, left * 0 + 9000):
        assert pool.quantiles(LEVELS, near).tolist() == forecast.quantiles_of(expected, LEVELS).tolist()
    for days in (left - 30, left * 0 - 200, left * 0 + 3000, left):
        np.testing.assert_allclose(pool.later_than(days), forecast.later_than_of(expected, days), atol=1e-12)


def test_the_mean_of_two_tables_is_conditioned_as_one() -> None:
    mass, group, today, _ = world(3)
    other = mass[::-1].copy()
    none_before = np.arange(-BACK, 1)[None, :] == 0
    sources = [Source(summed_from_end(one), group, today) for one in (mass, other)]
    expected = written_out((mass + other) / 2, group, today, np.broadcast_to(none_before, (60, BACK + 1)))
    np.testing.assert_allclose(
        reached(Outlook(sources, none_before), BACK + AHEAD + 1), np.cumsum(expected, axis=1), atol=1e-12
    )
