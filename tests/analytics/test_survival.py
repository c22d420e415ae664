"""Kaplan–Meier agrees with lifelines, with paper, and with itself in any order."""

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain_app.analytics.survival import kaplan_meier, residual


def test_by_hand() -> None:
    curves = kaplan_meier(np.array([3, 5, 5, 8, 10]), np.array([True, True, False, True, False]))
    assert curves.times.tolist() == [3, 5, 8]
    assert curves.survival == pytest.approx([0.8, 0.6, 0.3])
    assert curves.quantiles(0.5).tolist() == [8]
    assert np.isnan(curves.quantiles(0.9)).all()


def test_delayed_entry_by_hand() -> None:
    # the line first seen at age 4 is at risk from then on only
    curves = kaplan_meier(np.array([3, 6, 9]), np.array([True, True, True]), entry=np.array([-1, 4, -1]))
    assert curves.survival == pytest.approx([1 / 2, 1 / 4, 0])


@pytest.mark.parametrize("seed", range(6))
def test_agrees_with_lifelines(seed: int) -> None:
    from lifelines import KaplanMeierFitter

    random = np.random.default_rng(seed)
    count = int(random.integers(5, 400))
    time = random.integers(1, 40, count).astype(float) if seed % 2 else random.exponential(20, count) + 0.01
    event = random.random(count) < 0.7
    weight = random.integers(1, 4, count).astype(float)
    delayed = random.random(count) < 0.4
    entry = np.where(delayed, np.floor(time * random.random(count)), 0.0)
    group = random.integers(0, 3, count)
    for with_entry in (False, True):
        ours = kaplan_meier(
            time,
            event,
            weight=weight,
            group=group,
            groups=4,
            entry=np.where(entry > 0, entry, -1.0) if with_entry else None,
        )
        for g in range(3):
            mine = group == g
            rows = slice(ours.start[g], ours.start[g + 1])
            if not event[mine].any():
                assert ours.times[rows].size == 0
                continue
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                fitter = KaplanMeierFitter().fit(
                    time[mine], event[mine], weights=weight[mine], entry=entry[mine] if with_entry else None
                )
            expected = fitter.survival_function_["KM_estimate"].reindex(ours.times[rows]).to_numpy()
            limits = fitter.confidence_interval_.reindex(ours.times[rows]).to_numpy()
            inside = (expected > 0) & (expected < 1)
            assert np.abs(ours.survival[rows] - expected).max() < 1e-9
            assert np.abs(ours.lower[rows] - limits[:, 0])[inside].max(initial=0) < 1e-9
            assert np.abs(ours.upper[rows] - limits[:, 1])[inside].max(initial=0) < 1e-9
            median = ours.quantiles(0.5)[g]
            reference = fitter.median_survival_time_
            assert (np.isnan(median) and np.isinf(reference)) or median == pytest.approx(reference)
    assert ours.start[3] == ours.start[4]  # a group without lines has an empty curve


@given(
    st.lists(st.tuples(st.integers(0, 60), st.booleans(), st.integers(-5, 50)), min_size=1, max_size=60), st.randoms()
)
@settings(max_examples=60, deadline=None)
def test_order_of_input_does_not_matter(lines: list[tuple[int, bool, int]], random: object) -> None:
    def curve(rows: list[tuple[int, bool, int]]) -> tuple[list[float], list[float]]:
        time, event, entry = (np.array(column) for column in zip(*rows, strict=True))
        found = kaplan_meier(time, event.astype(bool), entry=entry)
        return found.times.tolist(), found.survival.tolist()

    shuffled = list(lines)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert curve(lines)[0] == curve(shuffled)[0]
    assert curve(lines)[1] == pytest.approx(curve(shuffled)[1])
    assert all(0 <= s <= 1 for s in curve(lines)[1])


def test_nothing_and_all_open() -> None:
    for time, event in (([], []), ([4.0, 7.0], [False, False])):
        curves = kaplan_meier(np.array(time), np.array(event, dtype=bool), groups=2)
        assert np.isnan(curves.quantiles(0.5)).all()


def test_residual_life() -> None:
    times, survival = np.array([10.0, 20.0, 30.0]), np.array([0.5, 0.25, 0.0])
    assert residual(times, survival, 15, 0.5) == 5
    assert np.isnan(residual(times, survival, 40, 0.5))
