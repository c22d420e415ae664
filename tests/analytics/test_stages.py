"""Stage times, days lost, Shapley shares and their ranking against paper and definitions."""

from itertools import combinations
from math import factorial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain_app.analytics import stages, weak_links
from supplychain_app.analytics.stages import StageFacts, StageTimes
from supplychain_app.domain.stages import STAGES, STEPS, Stage, Step


def steps(**days: float) -> np.ndarray:
    row = np.full(len(STEPS), np.nan)
    for name, day in days.items():
        row[STEPS.index(Step(name))] = day
    return row


def times(actual: list[list[float]], plan: list[list[float]], lateness: list[float]) -> StageTimes:
    width = len(STAGES)
    pad = [row + [np.nan] * (width - len(row)) for row in actual]
    pad_plan = [row + [np.nan] * (width - len(row)) for row in plan]
    count = len(lateness)
    return StageTimes(
        np.array(pad), np.array(pad_plan), np.zeros((count, width), bool), np.array(lateness), np.zeros(count, bool)
    )


def test_spans_over_missing_steps() -> None:
    found = stages.durations(
        np.array(
            [
                steps(
                    sent=0, acknowledged=3, picked_up=20, departed=22, arrived=40, released=50, at_gate=52, posted=53
                ),
                steps(sent=0, at_gate=30),
                steps(sent=0, picked_up=9),
            ]
        )
    )

    def of(line: int, stage: Stage) -> float:
        return float(found[line, STAGES.index(stage)])

    assert of(0, Stage.ACKNOWLEDGEMENT) == 3
    assert of(0, Stage.PRODUCTION) == 17
    assert of(0, Stage.MAIN_CARRIAGE) == 18
    assert of(0, Stage.CUSTOMS) == 10
    assert of(0, Stage.LAST_LEG) == 2
    assert of(0, Stage.RECEIVING) == 1
    assert np.isnan(found[1]).all()  # production and carriage together: nobody can tell them apart
    assert of(2, Stage.PRODUCTION) == 9


def test_days_lost_are_capped_at_the_lateness() -> None:
    found = stages.days_lost(
        times([[5.0, 9.0], [4.0, 4.0], [2.0, 2.0]], [[3.0, 3.0], [1.0, 2.0], [2.0, 2.0]], [4.0, 9.0, 0.0])
    )
    assert found.days[0, :2].tolist() == [1.0, 3.0]  # 2 and 6 days over, scaled to 4
    assert found.absorbed.tolist() == [4.0, 0.0, 0.0]
    assert found.unexplained.tolist() == [0.0, 4.0, 0.0]


def by_definition(deviation: list[float], lateness: float) -> list[float]:
    count = len(deviation)

    def worth(chosen: tuple[int, ...]) -> float:
        return lateness - max(0.0, lateness - sum(deviation[i] for i in chosen))

    found = []
    for stage in range(count):
        others = [i for i in range(count) if i != stage]
        total = 0.0
        for size in range(count):
            weight = factorial(size) * factorial(count - size - 1) / factorial(count)
            total += weight * sum(worth((*some, stage)) - worth(some) for some in combinations(others, size))
        found.append(total)
    return found


@given(st.lists(st.floats(-9, 20), min_size=2, max_size=5), st.floats(0.5, 30))
@settings(max_examples=40, deadline=None)
def test_shapley_is_its_definition(deviation: list[float], lateness: float) -> None:
    plan = [[0.0] * len(deviation)]
    found = stages.shapley(times([deviation], plan, [lateness]))[0, : len(deviation)]
    assert found.tolist() == pytest.approx(by_definition(deviation, lateness), abs=1e-9)


def test_plans_come_from_planned_dates_then_peers_then_the_promise() -> None:
    customs, production = STAGES.index(Stage.CUSTOMS), STAGES.index(Stage.PRODUCTION)
    rows = [
        steps(sent=0, acknowledged=2, picked_up=12, departed=13, arrived=23, available=24, released=26, at_gate=28)
    ] * 9
    rows.append(
        steps(sent=0, acknowledged=2, picked_up=12, departed=13, arrived=23, available=24, released=36, at_gate=38)
    )
    count = len(rows)
    facts = StageFacts(np.array(rows), np.full((count, len(STEPS)), np.nan), np.full(count, -1), (), np.arange(count))
    base = np.full(count, 28.0)
    lateness = np.array([0.0] * 9 + [10.0])
    measured = stages.measure(
        facts,
        base=base,
        lateness=lateness,
        is_open=np.zeros(count, bool),
        lane=np.zeros(count, int),
        mode=np.zeros(count, int),
        today=100,
    )
    assert measured.plan[:, customs].tolist() == [2.0] * count
    assert measured.plan[0, production] == 10.0  # the promise less what the later stages take
    lost = stages.days_lost(measured)
    assert lost.days[9].nonzero()[0].tolist() == [customs]
    assert lost.days[9, customs] == 10


def test_ranking_names_the_guilty_and_clears_the_innocent() -> None:
    random = np.random.default_rng(1)
    count = 400
    actual = np.full((count, len(STAGES)), np.nan)
    plan = actual.copy()
    for stage in (1, 2, 6, 8):
        plan[:, stage] = 10.0
        actual[:, stage] = 10.0 + random.normal(0, 0.5, count)
    actual[:, 8] += np.where(random.random(count) < 0.3, random.exponential(12, count), 0)
    lateness = np.nansum(actual - plan, axis=1)
    measured = StageTimes(actual, plan, np.zeros_like(actual, bool), lateness, np.zeros(count, bool))
    found = weak_links.rank(
        "stage",
        measured,
        weak_links.by_stage(measured),
        line_ids=np.arange(count),
        cluster=np.arange(count) // 2,
        name=lambda s: STAGES[s].value,
        link_id=lambda s: None,
    )
    assert found.links[0].name == "S8"
    assert found.links[0].ranked
    assert found.links[0].days_lost_share > 0.8
    assert not any(link.ranked for link in found.links[1:])
    assert sum(link.variation_share or 0 for link in found.links) == pytest.approx(1.0)
    assert sum(link.days_lost for link in found.links) + found.unexplained_days == pytest.approx(found.late_days)
    assert sum(link.shapley_days or 0 for link in found.links) == pytest.approx(found.late_days)
    low, high = found.links[0].interval or (0, 0)
    assert low <= found.links[0].days_lost_share <= high
    gain = weak_links.what_if(measured, 8, *weak_links.saved_days(measured, 8))
    assert gain is not None
    assert gain.on_time_after > gain.on_time_before


def test_no_lines_no_links() -> None:
    nothing = times([], [], [])
    empty = StageTimes(*(np.zeros((0, len(STAGES))) for _ in range(3)), nothing.lateness, nothing.is_open)
    found = weak_links.rank(
        "stage",
        empty,
        weak_links.by_stage(empty),
        line_ids=np.zeros(0, int),
        cluster=np.zeros(0, int),
        name=str,
        link_id=lambda s: None,
    )
    assert found.links == ()
    assert weak_links.what_if(empty, 8, *weak_links.saved_days(empty, 8)) is None


def test_booking_after_arrival_makes_no_line_earlier() -> None:
    """A line two days late at the gate, complete there two days later and booked three days after that."""
    actual = np.full((1, len(STAGES)), np.nan)
    actual[0, 10] = 5.0
    measured = StageTimes(
        actual, np.zeros_like(actual), np.zeros(actual.shape, bool), np.array([4.0]), np.array([False])
    )
    gain = weak_links.what_if(
        measured, 10, *weak_links.saved_days(measured, 10, to="days", days=1.0, after=np.array([3.0]))
    )
    assert gain is not None
    assert (gain.p50_before, gain.p50_after) == (4.0, 3.0)
