"""What is kept of a large workspace is what would be worked out, is known to be stale, and follows marks at once."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from supplychain_app import language
from supplychain_app.domain.errors import Cancelled
from supplychain_app.services import editing, forecasting, importing, keeping, kept_today, supplier_limits, worklist
from supplychain_app.storage import database
from supplychain_app.storage.connection import Database

TODAY = date(2026, 11, 23)
FILE = "PO,Line,Vendor Name,Material,Quantity,Open Qty,Order Date,Delivery Date,Received On\n" + "".join(
    f"45{n:02d},10,Kessler Guss,R{n},100,{0 if n < 20 else 100},2026-0{1 + n % 8}-01,2026-{9 + n % 4}-13,"
    f"{f'2026-{9 + n % 2}-20' if n < 20 else ''}\n"
    for n in range(40)
)


@pytest.fixture
def large(workspace: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Database:
    """A workspace that counts as large."""
    monkeypatch.setattr(keeping, "LARGE", 10)
    file = tmp_path / "orders.csv"
    file.write_text(FILE)
    db = database.open_file(workspace)
    importing.import_file(db, file)
    return db


def test_what_is_kept_is_what_would_be_built(large: Database) -> None:
    assert keeping.today(large, today=TODAY) == keeping.Today(None, False)
    keeping.keep(large, today=TODAY)
    shown = keeping.today(large, today=TODAY)
    assert shown.fresh
    assert shown.worklist is not None
    assert shown.worklist.rows
    assert shown.worklist == worklist.build(large, today=TODAY)


def test_lines_are_forecast_once_a_day_that_is_looked_at(large: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    original = forecasting.chances

    def watched(known: Any, facts: Any, lines: Any, **more: Any) -> Any:
        asked.append(date.fromordinal(facts.as_of))
        return original(known, facts, lines, **more)

    monkeypatch.setattr(forecasting, "chances", watched)
    keeping.keep(large, today=TODAY)
    assert asked == [TODAY, TODAY - timedelta(days=7)]


def test_columns_are_kept_of_a_large_workspace_only(large: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = "select count(*) from packed_column"
    monkeypatch.setattr(keeping, "LARGE", 1000)
    keeping.keep_columns(large)
    assert large.conn.execute(kept).fetchone()[0] == 0
    monkeypatch.setattr(keeping, "LARGE", 10)
    keeping.keep_columns(large)
    assert large.conn.execute(kept).fetchone()[0] > 0


def test_a_mark_counts_at_once_and_a_fact_makes_it_stale(large: Database) -> None:
    keeping.keep(large, today=TODAY)
    first = keeping.today(large, today=TODAY).worklist
    assert first is not None
    worklist.done(large, first.rows[0].key, TODAY)
    then = keeping.today(large, today=TODAY)
    assert then.fresh
    assert then.worklist is not None
    assert first.rows[0].key not in {row.key for row in then.worklist.rows}
    assert then.worklist.done == 1
    line = first.rows[0].line_ids[0]
    edit = editing.record_promise(large, line, date(2026, 12, 24), source="call", known_on=TODAY)
    assert not keeping.today(large, today=TODAY).fresh
    edit.undo(large)
    assert not keeping.today(large, today=date(2026, 11, 24)).fresh


def test_limits_of_a_supplier_make_it_stale(large: Database) -> None:
    keeping.keep(large, today=TODAY)
    usual = dict.fromkeys(supplier_limits.NAMES, 2)
    supplier_limits.save(large, 1, usual | {"late_days": 9}, usual)
    assert not keeping.today(large, today=TODAY).fresh


def test_forecasts_are_kept_with_it(large: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    line = next(large.query("select id from order_line where status = 'open' limit 1"))["id"]
    assert keeping.forecast_of(large, line, today=TODAY).days == {}
    keeping.keep(large, today=TODAY)
    found = keeping.forecast_of(large, line, today=TODAY).days
    monkeypatch.setattr(keeping, "LARGE", 10**9)
    assert found
    assert found == keeping.forecast_of(large, line, today=TODAY).days


def test_in_a_process_of_its_own(large: Database, workspace: Path) -> None:
    keeping.keep_apart(workspace, today=TODAY)
    assert keeping.today(large, today=TODAY).fresh


def test_in_another_language_it_is_worked_out_anew(
    large: Database, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeping.keep_apart(workspace, today=TODAY)
    monkeypatch.setattr(language, "_code", "de")
    shown = keeping.today(large, today=TODAY)
    assert not shown.fresh
    assert shown.worklist is not None
    assert shown.worklist.rows[0].why.startswith("Promised")
    keeping.keep_apart(workspace, today=TODAY)
    shown = keeping.today(large, today=TODAY)
    assert shown.fresh
    assert shown.worklist is not None
    assert shown.worklist.rows[0].why.startswith("Zugesagt")


def test_cancelled_leaves_the_file_as_it_was(large: Database, workspace: Path) -> None:
    with pytest.raises(Cancelled):
        keeping.keep_apart(workspace, today=TODAY, cancelled=lambda: True)
    assert keeping.today(large, today=TODAY).worklist is None


def test_the_second_process_ends_when_the_window_is_gone() -> None:
    busy = "import threading; from supplychain_app.services import keeping;"
    busy += "keeping.end_with_parent(); print('busy', flush=True); threading.Event().wait()"
    with subprocess.Popen([sys.executable, "-c", busy], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == b"busy\n"
        assert process.poll() is None
        process.stdin.close()  # as the system does for a window that was killed
        assert process.wait(timeout=60) == 1


def test_rows_beyond_the_most_important_are_counted(large: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = worklist.build(large, today=TODAY)
    fullest = max(whole.counts.values(), key=lambda count: count.n)
    assert fullest.n > 2
    monkeypatch.setattr(kept_today, "MOST_ROWS", 2)
    keeping.keep(large, today=TODAY)
    short = keeping.today(large, today=TODAY).worklist
    assert short is not None
    assert len(short.rows) < len(whole.rows)
    assert (short.counts, short.headline) == (whole.counts, whole.headline)
    kept = {row.key for row in short.rows}
    assert [row for row in whole.rows if row.key in kept] == list(short.rows)
    nobody = keeping.today(large, today=TODAY, owner="Nobody of that name").worklist
    assert nobody is not None
    assert {count.n for count in nobody.counts.values()} == {0}


def test_a_row_about_very_many_lines_is_kept_without_their_names(
    large: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = worklist.build(large, today=TODAY)
    longest = max(len(row.line_ids) for row in whole.rows if row.group == "data")
    assert longest > 1
    monkeypatch.setattr(kept_today, "MOST_LINES", longest - 1)
    keeping.keep(large, today=TODAY)
    short = keeping.today(large, today=TODAY).worklist
    assert short is not None
    assert max(len(row.line_ids) for row in short.rows if row.group == "data") < longest
    assert [row.key for row in short.rows] == [row.key for row in whole.rows]
    assert short.counts == whole.counts
