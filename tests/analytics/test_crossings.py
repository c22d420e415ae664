"""The days on which curves cross a level are those that one group worked out by itself, in plain Python, says."""

import math

import numpy as np
import pytest

from supplychain_app.analytics import crossings, shrinkage
from supplychain_app.analytics.crossings import Orders, Pseudo

GROUPS, LAST_DAY, NUMBER = 30, 60, 10.0


@pytest.fixture
def orders() -> Orders:
    """Groups of no order, of one, and of many; some open, some first seen late, one group all done on one day."""
    random = np.random.default_rng(11)
    count = 300
    group = np.minimum(random.integers(0, GROUPS, count), random.integers(0, GROUPS, count))
    time = random.integers(0, LAST_DAY + 1, count)
    time[group == 3] = 20
    entry = np.where(random.random(count) < 0.3, random.integers(0, 50, count), -1)
    return Orders(group, time, (random.random(count) < 0.7) | (group == 3), entry)


def plainly(
    orders: Orders, group: int, level: float, parent: np.ndarray | None
) -> tuple[float | None, float | None, float | None]:
    """First day at the level, of the curve and of its limits."""
    mine = [
        (int(time), bool(event), int(entry))
        for of, time, event, entry in zip(orders.group, orders.time, orders.event, orders.entry, strict=True)
        if of == group and time > entry
    ]
    survival, spread = 1.0, 0.0
    first = low = high = None
    for day in range(LAST_DAY + 1):
        at_risk = sum(entry < day <= time for time, _, entry in mine)
        deaths = sum(event and time == day for time, event, _ in mine)
        risk, counted = float(at_risk), float(at_risk)
        done = float(deaths)
        if parent is not None:
            before = 1.0 if day == 0 else float(parent[day - 1])
            risk += NUMBER * before
            done += NUMBER * (before - float(parent[day]))
            counted += NUMBER * survival
        hazard = min(max(done / risk, 0.0), 1.0) if risk > 0 else 0.0 if parent is None else 1.0
        if counted > 0 and hazard < 1:
            spread += hazard / (counted * (1 - hazard))
        survival *= 1 - hazard
        inside = min(survival, 1 - 1e-12)
        angle, half = math.asin(math.sqrt(inside)), 0.98 * math.sqrt(spread * inside / (1 - inside))
        target = math.asin(math.sqrt(1 - level + 1e-9))
        if first is None and survival <= 1 - level + 1e-9:
            first = day
        if low is None and (angle - half <= target or survival <= 0):
            low = day
        if high is None and angle + half <= target and survival > 0:
            high = day
    return first, low, high


@pytest.mark.parametrize("level", [0.1, 0.5, 0.8, 0.95])
@pytest.mark.parametrize("leaning", [True, False])
@pytest.mark.parametrize("bits", [0, 3, 10])
def test_days_are_those_of_each_group_by_itself(
    orders: Orders, level: float, leaning: bool, bits: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crossings, "_MOST_BITS", bits)
    parents = np.stack([np.linspace(0.98, 0.3, LAST_DAY + 1), np.maximum(1 - np.arange(LAST_DAY + 1) / 40, 0.0)])
    of_group = np.arange(GROUPS) % 2
    pseudo = None
    if leaning:
        still_open, done = shrinkage.pseudo(parents, NUMBER)
        pseudo = Pseudo(NUMBER, still_open.T, done.T, of_group)
    found = crossings.crossings(orders, GROUPS, LAST_DAY, level, pseudo)
    for group in range(GROUPS):
        expected = plainly(orders, group, level, parents[of_group[group]] if leaning else None)
        assert [None if math.isnan(day) else day for day in (one[group] for one in found)] == list(expected), group
