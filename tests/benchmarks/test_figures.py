"""How fast figures are on a million lines, beside pandas and DuckDB: `pytest tests/benchmarks/test_figures.py -s`."""

import csv
import importlib.util
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.benchmarks.figures_world import make_figures_workspace

LINES = 1_000_000
ROUNDS = 3


@dataclass(frozen=True)
class Run:
    seconds: float
    megabytes: float
    answers: int


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("figures") / "w.db"
    make_figures_workspace(path, LINES)
    return path


@pytest.fixture(scope="module")
def rows_as_csv(workspace: Path) -> Path:
    path = workspace.with_suffix(".csv")
    columns = "supplier_id, material_id, issued_on, completed_on"
    rows = sqlite3.connect(workspace).execute(f"select {columns} from order_line where completed_on is not null")
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns.split(", "))
        writer.writerows(rows)
    return path


def needs(module: str) -> None:
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"{module} is not installed: there is nothing to compare with. pip install {module}")


def best(*wanted: tuple[str, Path]) -> list[Run]:
    """The quickest of some rounds of each, taken in turn so that a busy machine slows all of them."""
    found: list[list[Run]] = [[] for _ in wanted]
    for _ in range(ROUNDS):
        for (name, path), runs in zip(wanted, found, strict=True):
            command = [sys.executable, "-m", "tests.benchmarks.figures_runs", name, str(path)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            seconds, megabytes, answers = done.stdout.split()
            runs.append(Run(float(seconds), float(megabytes), int(answers)))
    quickest = [min(runs, key=lambda run: run.seconds) for runs in found]
    for (name, _), run in zip(wanted, quickest, strict=True):
        print(f"{name:>20}: {run.seconds:6.2f} s {run.megabytes:6.0f} MB {run.answers:>9,} answers")
    return quickest


def test_all_lead_times_beside_three_plain_quantiles_of_pandas(workspace: Path) -> None:
    needs("pandas")
    ours, in_sql, dates = best(
        ("lead_times", workspace), ("pandas_days_in_sql", workspace), ("pandas_dates", workspace)
    )
    print(f"{ours.seconds / in_sql.seconds:.2f} and {ours.seconds / dates.seconds:.2f} of pandas")
    assert ours.answers >= in_sql.answers
    assert ours.seconds < dates.seconds
    assert not ours.megabytes >= 2 * in_sql.megabytes


def test_all_lead_times_beside_duckdb(workspace: Path, rows_as_csv: Path) -> None:
    needs("duckdb")
    ours, theirs = best(("lead_times", workspace), ("duckdb_csv", rows_as_csv))
    print(f"{ours.seconds / theirs.seconds:.2f} of DuckDB")
    assert ours.seconds < 4 * theirs.seconds


def test_forecasts_of_all_open_lines(workspace: Path) -> None:
    history, forecasts = best(("history", workspace), ("forecasts", workspace))
    print(f"{forecasts.seconds / history.seconds:.2f} of reading the history")
    assert forecasts.answers > 45_000
    assert forecasts.seconds < 6 * history.seconds
    assert not forecasts.megabytes >= 4 * history.megabytes
