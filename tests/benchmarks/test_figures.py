"""How fast figures are on a million lines, beside pandas and DuckDB: `pytest tests/benchmarks/test_figures.py -s`."""

import csv
import importlib.util
import shutil
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from supplychain_app.services import keeping
from supplychain_app.storage import database
from tests.benchmarks.figures_world import make_figures_workspace

LINES = 1_000_000
ROUNDS = 3


@dataclass(frozen=True)
class Run:
    clock: float
    seconds: float  # of the processor: what others do on this machine meanwhile does not count
    megabytes: float
    answers: int


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("figures") / "w.db"
    make_figures_workspace(path, LINES)
    return path


@pytest.fixture(scope="module")
def kept(workspace: Path) -> Path:
    """The same as an import leaves it: with the columns that figures read."""
    path = workspace.with_name("kept.db")
    shutil.copy(workspace, path)
    db = database.open_file(path)
    used = time.process_time()
    keeping.keep_columns(db)
    print(f"\nkeeping all columns: {time.process_time() - used:.2f} s of the processor")
    with database.writing(db):
        db.conn.execute("update order_line set note = 'edited' where id = ?", [LINES // 2])
    used = time.process_time()
    keeping.keep_columns(db)
    share = path.stat().st_size / workspace.stat().st_size - 1.0
    print(f"after one edit: {time.process_time() - used:.2f} s; the file is {share:.1%} larger")
    db.close()
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
            clock, seconds, megabytes, answers = done.stdout.split()
            runs.append(Run(float(clock), float(seconds), float(megabytes), int(answers)))
    quickest = [min(runs, key=lambda run: run.seconds) for runs in found]
    for (name, _), run in zip(wanted, quickest, strict=True):
        print(
            f"{name:>20}: {run.seconds:6.2f} s of the processor, {run.clock:6.2f} by the clock,"
            f" {run.megabytes:6.0f} MB, {run.answers:>9,} answers"
        )
    return quickest


def test_all_lead_times_beside_three_plain_quantiles_of_pandas(workspace: Path, kept: Path) -> None:
    needs("pandas")
    ours, bare, in_sql, dates = best(
        ("lead_times", kept), ("lead_times", workspace), ("pandas_days_in_sql", workspace), ("pandas_dates", workspace)
    )
    print(f"{ours.seconds / in_sql.seconds:.2f} and {ours.seconds / dates.seconds:.2f} of pandas", end=", ")
    print(f"{bare.seconds / in_sql.seconds:.2f} and {bare.seconds / dates.seconds:.2f} without kept columns")
    assert ours.answers >= in_sql.answers
    assert ours.seconds < in_sql.seconds
    assert not ours.megabytes >= 1.3 * in_sql.megabytes


def test_all_lead_times_beside_duckdb(kept: Path, rows_as_csv: Path) -> None:
    needs("duckdb")
    ours, theirs = best(("lead_times", kept), ("duckdb_csv", rows_as_csv))
    print(f"{ours.seconds / theirs.seconds:.2f} of DuckDB")
    assert ours.seconds < 3 * theirs.seconds


def test_forecasts_of_all_open_lines(workspace: Path, kept: Path) -> None:
    """First with all that must be learned, then as the day after: from what was learned and kept."""
    bare, load, anew = best(("history", workspace), ("lead_times", workspace), ("forecasts", kept))
    learned = kept.with_name("learned.db")
    shutil.copy(kept, learned)
    best(("kept_anew", learned))
    quick, known = best(("lead_times", kept), ("forecasts", learned))
    print(f"forecasts: {anew.seconds / load.seconds:.2f} of reading the file to all lead times,", end=" ")
    print(f"{known.seconds / load.seconds:.2f} from what was learned;", end=" ")
    print(f"{known.seconds / quick.seconds:.2f} of the same from kept columns")
    assert known.answers == anew.answers > 45_000
    assert known.seconds < 0.6 * quick.seconds
    assert anew.seconds < 6 * bare.seconds
    assert not anew.megabytes >= 4 * bare.megabytes


def test_forecasts_and_today_after_one_edit(kept: Path) -> None:
    path = kept.with_name("edited.db")
    shutil.copy(kept, path)
    anew, edited = best(("kept_anew", path), ("kept_after_an_edit", path))
    print(f"after one edit: {edited.seconds / anew.seconds:.2f} of everything anew")
    assert edited.answers == anew.answers
    assert edited.seconds < anew.seconds / 5
