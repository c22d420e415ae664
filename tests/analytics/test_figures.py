"""Behaviour charts, grades, answering times and forecasts on lists whose answer can be done on paper."""

from dataclasses import fields
from datetime import UTC, datetime

import numpy as np
import pytest

from supplychain_app.analytics import backtest, forecast, honesty, scorecard
from supplychain_app.analytics import behaviour_chart as charting
from supplychain_app.analytics.forecaster import Forecaster
from supplychain_app.analytics.line_facts import MISSING, History, Ledger, Lines
from supplychain_app.analytics.rates import Rate
from supplychain_app.analytics.responsiveness import answering
from supplychain_app.analytics.working_time import hours_between
from supplychain_app.domain.calendars import WorkingCalendar

TODAY = 740_000


def history(issued: np.ndarray, promised: np.ndarray, completed: np.ndarray, **columns: np.ndarray) -> History:
    """Lines known from their issue; completed MISSING: never received."""
    count = len(issued)
    given = {
        "line_id": np.arange(1, count + 1),
        "order_id": np.arange(1, count + 1),
        "issued": issued.astype(np.int32),
        "entered": issued.astype(np.int32),
        "quantity": np.ones(count),
        "value": np.full(count, np.nan),
        "labels": dict.fromkeys(("currency", "country", "mode", "incoterm", "lane"), ()),
        "supplier": np.ones(count, dtype=np.int64),
        **columns,
    }
    for field in fields(Lines):
        if field.name in given:
            continue
        zero = field.name in ("issued_basis", "tolerance", "internal", "late_allowed")
        given[field.name] = (
            np.zeros(count, dtype=bool if field.name == "internal" else int) if zero else np.full(count, MISSING)
        )
    none = np.full(count, MISSING, dtype=np.int32)
    promises = Ledger(
        np.arange(count), promised.astype(np.int32), issued.astype(np.int32), np.ones(count), none, np.zeros(count)
    )
    came = np.flatnonzero(completed != MISSING)
    day = completed[came].astype(np.int32)
    receipts = Ledger(came, day, day, np.ones(len(came)), day, np.zeros(len(came)))
    return History(Lines(**given), promises, receipts)


def test_limits_by_hand() -> None:
    values = [10.0, 12, 11, 13, 10, 12, 11, 30]
    chart = charting.chart(
        "lateness", "days", labels=[str(i) for i in range(8)], values=values, counts=[1] * 8, line_ids=[()] * 8
    )
    [segment] = chart.segments
    ranges = np.abs(np.diff(values)).mean()
    assert segment.centre == pytest.approx(np.mean(values))
    assert segment.upper == pytest.approx(np.mean(values) + 2.66 * ranges)
    assert [(s.index, s.kind, s.direction) for s in chart.signals] == [(7, "outside", "up")]
    assert chart.verdict == "worse"


def after_an_action(values: list[float], since: int) -> str:
    count = len(values)
    return charting.chart(
        "lateness",
        "days",
        labels=[str(i) for i in range(count)],
        values=values,
        counts=[1] * count,
        line_ids=[()] * count,
        actions=[(since, "second shift")],
    ).verdict


def test_two_means_that_differ_prove_no_action() -> None:
    random = np.random.default_rng(3)
    told = [after_an_action(random.normal(20, 4, 24).tolist(), 12) for _ in range(300)]
    assert told.count("no clear change") > 270  # nothing changed in any of them
    small = [20.0, 24, 19, 23, 20, 25, 21, 24, *(random.normal(17, 0.5, 9).tolist())]
    assert after_an_action(small, 8) == "better"  # within the old limits, but always below the old mean
    assert after_an_action([*small[:8], 12.0, 13], 8) == "no clear change"  # two months are too few


def test_limits_restart_at_an_action() -> None:
    values = [20.0, 22, 21, 23, 20, 22, 21, 22, 10, 11, 9, 10, 11, 10, 9, 10]
    chart = charting.chart(
        "lateness",
        "days",
        labels=[str(i) for i in range(16)],
        values=values,
        counts=[1] * 16,
        line_ids=[()] * 16,
        actions=[(8, "second shift")],
    )
    assert [segment.action for segment in chart.segments] == [None, "second shift"]
    assert chart.verdict == "better"
    assert charting.chart("x", "days", labels=[], values=[], counts=[], line_ids=[]).verdict == "too few"


def test_grades() -> None:
    good = scorecard.rate_part("otif", {"otif": 50.0}, Rate(0.97, 40, 39, (0.95, 0.99), False))
    nothing = scorecard.rate_part("responsiveness", {"responsiveness": 20.0}, Rate(None, 0, 0, None, True))
    assert scorecard.grade([good, nothing], 40).letters == ("A",)
    assert scorecard.grade([good, nothing], 4).letters == ()
    assert scorecard.grade([nothing], 0).score is None
    two = scorecard.rate_part("otif", {"otif": 50.0}, Rate(0.9, 20, 18, (0.8, 0.97), False))
    assert scorecard.grade([two], 20).letters == ("A", "B")


def test_open_questions_are_censored() -> None:
    found = answering(np.array([2.0, 4.0, 50.0, 60.0]), np.array([True, True, False, False]))
    assert (found.n, found.answered, found.open, found.p50, found.p80) == (4, 2, 2, 4.0, None)


def test_working_hours_leave_nights_and_weekends_out() -> None:
    def at(*moment: int) -> float:
        return datetime(*moment, tzinfo=UTC).timestamp()

    pairs = [
        (at(2026, 11, 20, 16), at(2026, 11, 23, 9)),  # Friday to Monday
        (at(2026, 11, 21, 10), at(2026, 11, 22, 12)),  # a weekend
        (at(2026, 11, 23, 9), at(2026, 11, 23, 11)),
    ]
    start, end = (np.array(column) for column in zip(*pairs, strict=True))
    assert hours_between(start, end, WorkingCalendar()).tolist() == [2.0, 0.0, 2.0]


def test_crps_is_the_absolute_error_of_a_point() -> None:
    point = np.full((2, 49), 4.0)
    assert backtest.crps(point, np.array([4.0, 9.0])).tolist() == pytest.approx([0.0, 5.0])


def past(random: np.random.Generator, count: int = 600) -> History:
    """Half of the deliveries on the day, half late by about ten days; a few open."""
    issued = TODAY - 700 + random.integers(0, 690, count)
    promised = issued + 40
    late = np.where(random.random(count) < 0.5, 0, random.integers(5, 16, count))
    completed = np.where(promised + late <= TODAY, promised + late, MISSING)
    return history(issued, promised, completed)


def test_forecasts_are_conditioned_on_being_open() -> None:
    known = past(np.random.default_rng(2))
    facts = known.at(TODAY)
    lines = np.flatnonzero(facts.is_open)
    mass, basis = Forecaster(known).predict(facts, lines)
    assert (basis == 1).all()
    assert mass.sum(axis=1) == pytest.approx(1.0)
    overdue = facts.promise[lines] < TODAY
    days = forecast.quantiles(mass, np.array([0.5]))[:, 0] + TODAY - facts.promise[lines]
    assert overdue.any()
    assert ((days[overdue] >= 4) & (days[overdue] <= 16)).all()
    ahead = facts.promise[lines] > TODAY
    chance = forecast.later_than(mass, facts.promise[lines].astype(int) - TODAY)
    assert 0.3 < chance[ahead].mean() < 0.65


def test_order_of_lines_does_not_matter() -> None:
    random = np.random.default_rng(4)
    known = past(random, 200)
    facts = known.at(TODAY)
    lines = np.flatnonzero(facts.is_open)
    one, _ = Forecaster(known).predict(facts, lines)
    other, _ = Forecaster(known).predict(facts, lines[::-1])
    assert one == pytest.approx(other[::-1])


def test_a_line_beyond_everything_seen_still_gets_a_date() -> None:
    issued = np.array([TODAY - 900, TODAY - 300, TODAY - 300])
    known = history(issued, issued + 30, np.array([MISSING, TODAY - 270, TODAY - 268]))
    facts = known.at(TODAY)
    mass, basis = Forecaster(known).predict(facts, np.array([0]))
    assert basis[0] == 1
    assert np.isfinite(mass).all()
    assert forecast.quantiles(mass, np.array([0.5]))[0, 0] > 0


def test_without_anything_received_there_is_no_forecast() -> None:
    issued = np.array([TODAY - 10, TODAY - 5])
    known = history(issued, issued + 30, np.array([MISSING, MISSING]))
    mass, basis = Forecaster(known).predict(known.at(TODAY), np.array([0, 1]))
    assert basis.tolist() == [0, 0]
    assert not mass.any()


def test_unrecorded_receipts_are_expected_in_the_past() -> None:
    """Where receipts are booked a week late, a line just past due has probably arrived."""
    issued = TODAY - 700 + np.arange(700)
    promised = issued + 40
    known = history(issued, promised, np.where(promised <= TODAY, promised, MISSING))
    booked = known.receipts.day + np.where(np.arange(len(known.receipts.day)) % 2, 10, 0)
    late = History(
        known.lines,
        known.promises,
        type(known.receipts)(
            known.receipts.line,
            known.receipts.day,
            booked.astype(np.int32),
            known.receipts.quantity,
            known.receipts.posted,
            known.receipts.rejected,
        ),
    )
    facts = late.at(TODAY)
    lines = np.flatnonzero(facts.is_open & (facts.promise < TODAY - 1))
    mass, _ = Forecaster(late).predict(facts, lines)
    assert len(lines)
    assert (forecast.quantiles(mass, np.array([0.5]))[:, 0] < 0).all()


def test_backtest_sets_methods_side_by_side() -> None:
    known = past(np.random.default_rng(3), 900)
    found = backtest.run(known, [TODAY - 300, TODAY - 200, TODAY - 100], end=TODAY, name=str)
    rows = {(row.method, row.population): row for row in found.rows}
    assert {method for method, _ in rows} == set(backtest.METHODS)
    assert rows["app", "all"].crps_days < rows["promise", "all"].crps_days
    assert rows["promise", "all"].coverage80 is None
    assert rows["app", "all"].n == rows["shrunken_km", "all"].n
    assert len(found.origins) == 3
    assert all(0 <= share <= 1 for _, share in found.reliability)


def test_exact_on_the_day_is_noticed() -> None:
    random = np.random.default_rng(5)
    issued = TODAY - 400 + random.integers(0, 300, 300)
    honest = history(issued, issued + 40, issued + 40 + random.integers(-6, 9, 300))
    edited = history(
        issued, issued + 40, issued + 40 + np.where(random.random(300) < 0.7, 0, random.integers(-6, 9, 300))
    )
    assert honesty.exact_on_the_day(honest.at(TODAY))[0].sum() == 0
    mask, share = honesty.exact_on_the_day(edited.at(TODAY))
    assert mask.sum() > 180
    assert share is not None
    assert share > 0.6
