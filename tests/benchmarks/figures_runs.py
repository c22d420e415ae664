"""One measurement of figures a process, so that neither time nor memory of one leaks into the next.

`python -m tests.benchmarks.figures_runs NAME FILE` prints seconds by the clock and of the processor, peak memory in MB,
and how many answers there were.
"""

import gc
import math
import sqlite3
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supplychain_app.storage.connection import Database

TODAY = date(2026, 11, 23)
LEVELS = [0.5, 0.8, 0.95]
_IN_SQL = """
select supplier_id, material_id, julianday(completed_on) - julianday(issued_on) as days
from order_line
where completed_on is not null
"""
_IN_PANDAS = "select supplier_id, material_id, issued_on, completed_on from order_line where completed_on is not null"


def lead_times(path: Path) -> int:
    """All planning lead times by material and supplier and by supplier: censored, with intervals."""
    from supplychain_app.services.lead_time_figures import lead_time_table
    from supplychain_app.storage import database, facts, lead_lines

    db = database.connect(path)
    lines = lead_lines.load(db, TODAY)
    names = facts.names(db)
    tables = [
        lead_time_table(lines, names, by=by, service_level=0.8) for by in (("material", "supplier"), ("supplier",))
    ]
    return sum(len(table.rows) for table in tables)


def history(path: Path) -> int:
    """Everything that figures need, as known on any day."""
    from supplychain_app.storage import database, facts

    return len(facts.history(database.connect(path)).lines.line_id)


def forecasts(path: Path) -> int:
    """When each open line will arrive."""
    from supplychain_app.services import insight
    from supplychain_app.storage import database

    return len(insight.forecast(database.connect(path), as_of=TODAY, levels=(0.5, 0.8)))


def kept_anew(path: Path) -> int:
    """Forecasts and Today, kept in the file as on a new day: everything is learned anew."""
    from supplychain_app.storage import database

    db = database.connect(path)
    with database.writing(db, nouns=frozenset()):
        db.conn.execute("delete from kept_experience")
        db.conn.execute("delete from kept_answer")
    return _kept(db)


def kept_after_an_edit(path: Path) -> int:
    """The same after one new promise."""
    from supplychain_app.services import editing
    from supplychain_app.storage import database

    db = database.connect(path)
    line, edits = db.conn.execute(
        "select min(id), sum(promises) from order_line where status = 'open' and current_promise > '2026-12-10'"
    ).fetchone()
    editing.record_promise(db, line, TODAY + timedelta(days=30 + edits % 60), source="call", known_on=TODAY)
    return _kept(db)


def _kept(db: "Database") -> int:
    from supplychain_app.services import keeping

    keeping.keep(db, today=TODAY)
    return int(db.conn.execute("select count(*) from line_forecast").fetchone()[0])


def pandas_days_in_sql(path: Path) -> int:
    """Three plain quantiles, the days worked out by SQLite: the faster of the two."""
    import pandas

    frame = pandas.read_sql(_IN_SQL, sqlite3.connect(path))
    groups = (["material_id", "supplier_id"], ["supplier_id"])
    return sum(len(frame.groupby(by)["days"].quantile(LEVELS)) // len(LEVELS) for by in groups)


def pandas_dates(path: Path) -> int:
    """Three plain quantiles, the dates read by pandas: what most people write."""
    import pandas

    frame = pandas.read_sql(_IN_PANDAS, sqlite3.connect(path), parse_dates=["issued_on", "completed_on"])
    frame["days"] = (frame.completed_on - frame.issued_on).dt.days
    groups = (["material_id", "supplier_id"], ["supplier_id"])
    return sum(len(frame.groupby(by)["days"].quantile(LEVELS)) // len(LEVELS) for by in groups)


def duckdb_csv(path: Path) -> int:
    """The same quantiles by DuckDB from the same rows as CSV."""
    import duckdb

    connection = duckdb.connect()
    connection.execute(
        "create temp table line as select supplier_id, material_id, completed_on - issued_on as days"
        f" from read_csv('{path}')"
    )
    rows = 0
    for by in ("material_id, supplier_id", "supplier_id"):
        rows += len(
            connection.execute(f"select {by}, quantile_cont(days, {LEVELS}) from line group by {by}").fetchall()
        )
    return rows


RUNS: dict[str, Callable[[Path], int]] = {
    run.__name__: run
    for run in (
        lead_times,
        history,
        forecasts,
        kept_anew,
        kept_after_an_edit,
        pandas_days_in_sql,
        pandas_dates,
        duckdb_csv,
    )
}


def main() -> None:
    run, path = RUNS[sys.argv[1]], Path(sys.argv[2])
    for module in ("numpy", "pandas" if "pandas" in run.__name__ else "numpy"):
        __import__(module)  # nobody's import is timed
    if run.__name__ == "duckdb_csv":
        __import__("duckdb")
    else:
        __import__("supplychain_app.services.insight")
    gc.disable()  # as in the workers of the window
    start, used = time.perf_counter(), time.process_time()
    answers = run(path)
    print(time.perf_counter() - start, time.process_time() - used, peak_megabytes(), answers)


def peak_megabytes() -> float:
    """Of this process alone; what `getrusage` tells is handed down by the process that started it. NaN: unknown."""
    status = Path("/proc/self/status")
    if not status.exists():
        return math.nan
    return int(status.read_text(encoding="ascii").split("VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    main()
