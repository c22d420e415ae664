"""The program's forecasts on the real delivery history, held against the promises and plain survival curves."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from supplychain_app.analytics.backtest import Backtest, BacktestRow
from supplychain_app.services import forecasting, importing
from supplychain_app.storage import database

NAME = "scms_delivery_history_2006_2012.csv"


@pytest.fixture(scope="module")
def tested(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backtest]:
    """Every quarter of 2009 to 2012, all lines then open."""
    if not (shared_data / NAME).exists():
        pytest.skip("the real delivery history is not here")
    db = database.create_file(tmp_path_factory.mktemp("scms") / "workspace.db")
    importing.import_file(db, shared_data / NAME)
    yield forecasting.backtest(db, start=date(2009, 1, 1), as_of=date(2013, 1, 1))
    db.close()


def row(tested: Backtest, method: str, population: str) -> BacktestRow:
    (found,) = [one for one in tested.rows if (one.method, one.population) == (method, population)]
    return found


def gain(tested: Backtest, population: str, other: str) -> float:
    """The share by which the program's loss lies below another method's."""
    return 1.0 - row(tested, "app", population).crps_days / row(tested, other, population).crps_days


def test_all_quarters_and_lines_are_tested(tested: Backtest) -> None:
    assert len(tested.origins) == 16
    assert row(tested, "app", "all").n > 5_000


def test_forecasts_beat_promises_and_plain_survival_curves(tested: Backtest) -> None:
    assert gain(tested, "all", "promise") > 0.26
    assert gain(tested, "all", "shrunken_km") > 0.05
    assert gain(tested, "overdue", "promise") > 0.42
    assert gain(tested, "overdue", "shrunken_km") > 0.07
    assert tested.median_error_app is not None
    assert tested.median_error_promise is not None


def test_no_large_part_is_forecast_worse_than_by_the_better_simple_method(tested: Backtest) -> None:
    parts = {one.population for one in tested.rows if one.method == "app" and one.n >= 100}
    assert {"direct", "internal", "2009", "2010", "2011", "2012", "overdue"} <= parts
    for part in parts:
        assert min(gain(tested, part, other) for other in ("promise", "shrunken_km")) > -0.005, part


def test_ranges_hold_about_as_often_as_they_say(tested: Backtest) -> None:
    """Promises of the warehouse were not edited afterwards; of the others most come exactly on the day."""
    warehouse = row(tested, "app", "internal").coverage80
    assert warehouse is not None
    assert 0.77 < warehouse < 0.83
    everything = row(tested, "app", "all").coverage80
    assert everything is not None
    assert 0.79 < everything < 0.86
