"""Lines whose promise has passed: how fast those before them came, counted day by day."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain_app.analytics import forecast, shrinkage
from supplychain_app.analytics.forecaster import WIDE, Forecaster
from supplychain_app.analytics.line_facts import MISSING
from tests.analytics import worlds

LOW, HIGH = -40, 160
Delays = list[tuple[int, bool]]  # days from the promise until a line came, or was last seen open


def chances(delays: Delays) -> np.ndarray:
    """The chance of each day LOW … HIGH that a line open until then comes, with a pace beyond what was seen."""
    time, came = (np.array(column) for column in zip(*delays, strict=True))
    every = np.zeros(len(time), dtype=np.int64)
    table = shrinkage.day_table(time, came, group=every, groups=1, low=LOW, high=HIGH)
    return shrinkage.own_hazard(forecast._without_end(table))[0]


def counted(delays: Delays) -> tuple[int, float]:
    """The last day that enough lines reached, not before the promise; and the pace from the 60 days before it on."""
    enough = [day for day in range(LOW, HIGH + 1) if sum(time >= day for time, _ in delays) >= 30]
    last = max([0, *enough])
    came, waited = 0.5, 60.0
    for time, done in delays:
        for day in range(max(1, last - 59), min(time, HIGH) + 1):
            waited += 1
            came += done and day == time
    return last, came / waited


@given(st.lists(st.tuples(st.integers(LOW, HIGH), st.booleans()), min_size=1, max_size=80))
def test_beyond_the_days_that_enough_lines_reached_the_pace_since_the_promise_goes_on(delays: Delays) -> None:
    last, pace = counted(delays)
    assert chances(delays)[last - LOW + 1 :] == pytest.approx(min(pace, 0.5))


@given(
    st.lists(st.tuples(st.integers(LOW, 60), st.booleans()), min_size=1, max_size=20),
    st.lists(st.integers(LOW, 0), max_size=60),
)
def test_lines_that_came_in_time_do_not_slow_down_those_overdue(delays: Delays, in_time: list[int]) -> None:
    both = [*delays, *((time, True) for time in in_time)]
    assert chances(both)[1 - LOW :] == pytest.approx(chances(delays)[1 - LOW :])


def test_an_order_overdue_for_longer_than_all_before_comes_at_the_pace_of_those() -> None:
    """Of forty orders six came within three weeks after their day: one overdue by a month takes less than another."""
    issued = worlds.TODAY - 700 + 15 * np.arange(41)
    promised = issued + 40
    came = promised + np.where(np.arange(41) % 7 == 3, 10 + np.arange(41) // 4, 0)
    issued[-1], promised[-1], came[-1] = worlds.TODAY - 70, worlds.TODAY - 30, MISSING
    history = worlds.made(issued, promised, came)
    facts = history.at(worlds.TODAY)
    mass, _ = Forecaster(history).predict(facts, np.flatnonzero(facts.is_open))
    assert forecast.quantiles(mass, np.array([0.5]))[0, 0] < 28


def test_what_came_early_does_not_blur_when_overdue_orders_come() -> None:
    """Half came nine days early, half a fortnight late: one overdue by five days is a late one, with nine to go."""
    random = np.random.default_rng(3)
    issued = worlds.TODAY - 800 + 3 * np.arange(201)
    promised = issued + 60
    came = promised + random.integers(-1, 2, 201) + np.where(np.arange(201) % 2, -9, 14)
    issued[-1], promised[-1], came[-1] = worlds.TODAY - 65, worlds.TODAY - 5, MISSING
    facts = worlds.made(issued, promised, came).at(worlds.TODAY)
    open_lines = np.flatnonzero(facts.is_open)
    mass, _ = forecast.arrival_mass(forecast.fit(facts, WIDE), facts, open_lines)
    low, high = forecast.quantiles(mass, np.array([0.05, 0.95]))[0]
    assert 6 <= low <= high <= 12
