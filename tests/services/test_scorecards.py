"""Scorecards: built from the workspace as known on a day, and written for one supplier or all."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from supplychain_app.cli.main import main
from supplychain_app.domain import periods
from supplychain_app.domain.errors import Cancelled, InvalidInput, NotFound
from supplychain_app.services import scorecards
from supplychain_app.storage import database
from supplychain_app.storage.connection import Database
from tests.services.test_insight import NOW, add_line, add_material, add_receipt, add_supplier

Q3 = periods.parse("2026Q3")
AS_OF = date(2026, 10, 5)


@pytest.fixture
def kessler(db: Database) -> int:
    """Eight lines due in the quarter: five kept, two late, one still open; one due before it, one after."""
    supplier = add_supplier(db, "Kessler Guss", code="100234", country="DE")
    material = add_material(db, "H-80", description="Housing DN80")
    start = date(2026, 7, 1)
    for place, days_late in enumerate((0, 0, -2, 0, 0, 5, 9)):
        promised = start + timedelta(days=10 * place)
        add_line(
            db,
            supplier,
            start - timedelta(days=30),
            promised,
            promised + timedelta(days=days_late),
            material_id=material,
        )
    add_line(db, supplier, start, date(2026, 9, 20), None, material_id=material)
    add_line(db, supplier, date(2026, 3, 1), date(2026, 4, 1), date(2026, 4, 1))
    add_line(db, supplier, date(2026, 9, 1), date(2026, 11, 1), None)
    question = {
        "supplier_id": supplier,
        "asked_by": "us",
        "kind": "date",
        "words": "When?",
        "asked_at": "2026-09-28T08:00:00Z",
    }
    db["question"].insert(question)
    action = {
        "supplier_id": supplier,
        "what": "Weekly call",
        "side": "theirs",
        "starts_on": "2026-08-01",
        "due_on": "2026-09-01",
    }
    db["agreed_action"].insert(action | {"recorded_at": NOW})
    return supplier


def test_the_rows_add_up_to_the_figure(db: Database, kessler: int) -> None:
    card = scorecards.build(db, kessler, period=Q3, as_of=AS_OF)
    otif = card.figures.on_time.first_promise.otif
    assert (otif.hits, otif.n) == (5, 8)
    assert len(card.counted) == 8
    assert sum(row.kept_first is True for row in card.counted) == 5
    still_open = [row for row in card.counted if row.is_open]
    assert [row.days_late for row in still_open] == [15]  # from 20 September to the as-of date
    assert card.counted_receipts == 7
    assert {row.days_late for row in card.lines if row.kept_first is None} == {-27}  # not due yet
    assert card.code == "100234"
    assert [row.words for row in card.open_questions] == ["When?"]
    assert card.open_questions[0].days_open == 7
    assert [(row.what, row.due_on) for row in card.actions] == [("Weekly call", date(2026, 9, 1))]


def test_a_scorecard_can_be_printed_again_as_it_was(db: Database, kessler: int) -> None:
    before = scorecards.build(db, kessler, period=Q3, as_of=AS_OF)
    line = next(row.line_id for row in before.counted if row.is_open)
    add_receipt(db, line, date(2026, 10, 9), 10.0)
    question = {"answered_at": "2026-10-08T08:00:00Z"}
    db["question"].update(1, question)
    again = scorecards.build(db, kessler, period=Q3, as_of=AS_OF)
    assert again.lines == before.lines
    assert again.questions == before.questions
    assert again.receipts == before.receipts
    later = scorecards.build(db, kessler, period=Q3, as_of=date(2026, 10, 20))
    assert len(later.receipts) == len(before.receipts) + 1
    assert not later.open_questions


def test_all_suppliers_with_lines_due_are_written(db: Database, kessler: int, tmp_path: Path) -> None:
    twin = add_supplier(db, "Kessler/Guss")  # the same file name but for the slash
    add_line(db, twin, date(2026, 6, 1), date(2026, 8, 1), date(2026, 8, 1))
    quiet = add_supplier(db, "Quiet")
    add_line(db, quiet, date(2025, 6, 1), date(2025, 8, 1), date(2025, 8, 1))
    own = add_supplier(db, "Our warehouse", internal=1)
    add_line(db, own, date(2026, 6, 1), date(2026, 8, 1), date(2026, 8, 1))
    seen: list[tuple[int, int, str]] = []
    written = scorecards.export(
        db,
        tmp_path / "out",
        period=Q3,
        formats=("pdf", "xlsx", "csv"),
        as_of=AS_OF,
        report=lambda done, total, note: seen.append((done, total, note)),
    )
    names = [path.name for path in written]
    assert names[:2] == ["scorecard-Kessler-Guss-2026Q3.pdf", "scorecard-Kessler-Guss-2026Q3.xlsx"]
    assert len(set(names)) == 5
    assert all(path.stat().st_size > 0 for path in written)
    assert seen[-1][:2] == (2, 2)
    with written[-1].open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert [row["supplier_name"] for row in rows] == ["Kessler Guss", "Kessler/Guss"]
    assert float(rows[0]["on_time_first_promise"]) == 0.625
    assert rows[1]["grade"] == rows[1]["score"] == ""  # one line is too few
    assert not [path for path in (tmp_path / "out").iterdir() if path.name.endswith(".part")]


def test_the_workbook_reads_back_as_the_figures(db: Database, kessler: int, tmp_path: Path) -> None:
    [path] = scorecards.export(db, tmp_path, suppliers=[kessler], period=Q3, formats=["xlsx"], as_of=AS_OF)
    book = CalamineWorkbook.from_path(str(path))
    lines = book.get_sheet_by_name("Lines").to_python()
    kept = [row[lines[0].index("Kept first promise")] for row in lines[1:]]
    assert (kept.count("yes"), kept.count("no"), kept.count("not counted")) == (5, 3, 1)
    receipts = book.get_sheet_by_name("Receipts").to_python()
    assert len(receipts) == 1 + 7


def test_stopping_leaves_whole_files(db: Database, kessler: int, tmp_path: Path) -> None:
    add_line(db, add_supplier(db, "Zuletzt"), date(2026, 6, 1), date(2026, 8, 1), date(2026, 8, 1))
    out = tmp_path / "out"
    with pytest.raises(Cancelled):
        scorecards.export(db, out, period=Q3, formats=["xlsx"], as_of=AS_OF, cancelled=lambda: any(out.glob("*.xlsx")))
    assert [path.name for path in out.iterdir()] == ["scorecard-Kessler-Guss-2026Q3.xlsx"]


def test_what_cannot_be_done_is_said(db: Database, kessler: int, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="No supplier had a line due in 2019"):
        scorecards.export(db, tmp_path, period=periods.parse("2019"), as_of=AS_OF)
    with pytest.raises(InvalidInput, match="no format “doc”"):
        scorecards.export(db, tmp_path, period=Q3, formats=["doc"], as_of=AS_OF)
    with pytest.raises(NotFound, match="no supplier 999"):
        scorecards.build(db, 999, period=Q3, as_of=AS_OF)


def test_suppliers_are_found_by_code_or_part_of_the_name(db: Database, kessler: int) -> None:
    other = add_supplier(db, "Kessler Pumpen")
    assert scorecards.resolve(db, ["100234", "kessler guss", "pumpen"]) == [kessler, other]
    with pytest.raises(InvalidInput, match="fits 2 suppliers"):
        scorecards.resolve(db, ["kessler"])
    with pytest.raises(NotFound, match="no supplier “Meier”"):
        scorecards.resolve(db, ["Meier"])


def test_the_last_whole_quarter_is_meant_when_none_is_named() -> None:
    assert scorecards.last_quarter(date(2026, 10, 5)).name == "2026Q3"
    assert scorecards.last_quarter(date(2026, 1, 1)).name == "2025Q4"


def test_an_archive_is_graded_over_its_own_last_quarter(db: Database, kessler: int) -> None:
    assert scorecards.usual_period(db, AS_OF).name == "2026Q3"
    assert scorecards.usual_period(db, date(2031, 2, 3)).name == "2026Q4"


def test_the_command_writes_and_names_its_files(
    workspace: Path, db: Database, kessler: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db.conn.commit()
    arguments = ["--workspace", str(workspace), "scorecards", "--out", str(tmp_path / "o"), "--as-of", "2026-10-05"]
    assert main([*arguments, "--supplier", "100234", "--format", "pdf", "--paper", "Letter"]) == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "o" / "scorecard-Kessler-Guss-2026Q3.pdf")
    assert main([*arguments, "--supplier", "nobody"]) == 2
    assert "There is no supplier “nobody”" in capsys.readouterr().err


def test_an_empty_workspace_says_so(workspace: Path, tmp_path: Path) -> None:
    db = database.open_file(workspace)
    with pytest.raises(NotFound, match="Choose another period"):
        scorecards.export(db, tmp_path, period=Q3, as_of=AS_OF)
    db.close()
