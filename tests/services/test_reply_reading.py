"""A workbook that comes back is read into a difference, whatever its sender and their spreadsheet did to it."""

import html
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from supplychain_app.cli.main import main
from supplychain_app.domain.errors import FileError
from supplychain_app.exchange import workbook
from supplychain_app.exchange.workbook import ReturnedRow
from supplychain_app.services import chasing, corresponding, editing, reply_reading, replying
from supplychain_app.services.reply_reading import WorkbookDiff
from supplychain_app.storage import questions
from supplychain_app.storage.connection import Database
from tests.services import libreoffice

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 9, tzinfo=UTC)
NEEDS_OFFICE = pytest.mark.skipif(libreoffice.PROGRAM is None, reason="LibreOffice is not installed")

Lines = dict[str, int]


@pytest.fixture
def lines(db: Database) -> Lines:
    """Six open lines of Kessler Guss, the second promised already, and one line of another supplier."""
    found = {}
    for name, number, count in (("Kessler Guss", "4500012345", 6), ("Nordhall", "4500077777", 1)):
        supplier = db["supplier"].insert({"identity": name, "name": name, "country": "DE", "recorded_at": "x"}).last_pk
        db["contact"].insert({"supplier_id": supplier, "email": f"sales@{name.split()[0].lower()}.example"})
        order = db["purchase_order"].insert({"number": number, "recorded_at": "x"}).last_pk
        for line in range(10, 10 * count + 1, 10):
            values = {"purchase_order_id": order, "line": str(line), "quantity": 10.0, "supplier_id": supplier}
            row = db["order_line"].insert(values | {"entered_on": "2026-10-01", "recorded_at": "x"})
            found[f"{number[-2:]}/{line}"] = int(row.last_pk)
    editing.record_promise(db, found["45/20"], date(2026, 12, 4), known_on=date(2026, 11, 1))
    return found


@pytest.fixture
def asked(db: Database, lines: Lines, tmp_path: Path) -> Path:
    """The workbook that asks Kessler Guss about its lines."""
    return chasing.chase(
        db, line_ids=[lines[f"45/{n}0"] for n in range(1, 7)], today=NOW.date(), now=NOW, out=tmp_path
    )[0].workbook


Answer = Callable[..., WorkbookDiff]


@pytest.fixture
def answered(db: Database, lines: Lines, asked: Path, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """What one row proposes that was filled in like this."""

    def read(
        line: str = "10",
        order: str = "4500012345",
        line_id: int | None = None,
        sent_promise: str | None = None,
        **cells: str,
    ) -> WorkbookDiff:
        sent = workbook.read(asked)
        values = {"confirmed": "", "quantity": "", "tracking": "", "status": "", "comment": ""} | cells
        row = ReturnedRow(5, line_id, sent_promise, order, line, **values)
        monkeypatch.setattr(workbook, "read", lambda _: workbook.Returned(sent.file_id, (row,)))
        return reply_reading.read_reply(db, asked)

    return read


def value(db: Database, sql: str) -> Any:
    return db.conn.execute(sql).fetchone()[0]


EDITS = """
  ' the rows of the lines begin at 4, counted from nothing; confirmed dates stand in column 8
  sheet.getCellByPosition(8, 4).FormulaLocal = "2026-12-11"
  sheet.getCellByPosition(8, 5).NumberFormat = book.NumberFormats.queryKey("@", locale, False)
  sheet.getCellByPosition(8, 5).setString("4.12.2026")
  sheet.getCellByPosition(8, 6).FormulaLocal = "2026-12-16"
  sheet.getCellByPosition(9, 6).setValue(6)
  sheet.getCellByPosition(11, 8).setString("cannot deliver")
  sheet.getCellByPosition(12, 8).setString("=1+1")
  sheet.getCellByPosition(10, 8).setString("1Z999AA10123456784")
  sheet.getCellByPosition(8, 9).NumberFormat = book.NumberFormats.queryKey("0", locale, False)
  sheet.getCellByPosition(8, 9).setValue(46374)
  ' two parts of a line, in a spare row below; an order that is nobody's, and one of another supplier
  sheet.getCellByPosition(0, 10).setString("4500012345")
  sheet.getCellByPosition(1, 10).setString("30")
  sheet.getCellByPosition(8, 10).FormulaLocal = "2026-12-09"
  sheet.getCellByPosition(9, 10).setValue(4)
  sheet.getCellByPosition(0, 11).setString("4599999999")
  sheet.getCellByPosition(1, 11).setString("10")
  sheet.getCellByPosition(8, 11).setString("KW 50")
  sheet.getCellByPosition(0, 12).setString("4500077777")
  sheet.getCellByPosition(1, 12).setString("10")
  sheet.getCellByPosition(8, 12).setString("KW 50")
  sheet.Rows.removeByIndex(7, 1)
  ' sorted by line, the last first
  Dim keys(0) As New com.sun.star.table.TableSortField
  keys(0).Field = 1 : keys(0).IsAscending = False
  Dim sorting(1) As New com.sun.star.beans.PropertyValue
  sorting(0).Name = "SortFields" : sorting(0).Value = keys()
  sorting(1).Name = "ContainsHeader" : sorting(1).Value = False
  sheet.getCellRangeByPosition(0, 4, 15, 11).sort(sorting())
  ' a title above, a column of their own before the others, and ours that they never saw are gone
  sheet.Rows.insertByIndex(0, 2)
  sheet.Columns.insertByIndex(0, 1)
  sheet.getCellByPosition(0, 5).setString("Our reference")
"""


@NEEDS_OFFICE
@pytest.mark.parametrize("ending", [".xlsx", ".ods", ".xls"])
def test_a_workbook_edited_in_libreoffice_comes_back_whole(
    db: Database, asked: Path, tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    locale = "  Dim locale As New com.sun.star.lang.Locale\n"
    back = libreoffice.edit(asked, tmp_path / f"AW_Termine final (2){ending}", locale + EDITS, tmp_path)
    diff = reply_reading.read_reply(db, back)
    assert (diff.supplier, diff.missing) == ("Kessler Guss", ("4500012345 / 40",))
    assert sorted((c.line, c.field, c.old, c.new, c.quantity, c.conflict) for c in diff.changes) == [
        ("10", "promise", None, "2026-12-11", None, None),
        ("20", "promise", "2026-12-04", "2026-12-04", None, None),
        ("30", "promise", None, "2026-12-09", 4.0, None),
        ("30", "promise", None, "2026-12-16", 6.0, None),
        ("50", "comment", None, "cannot deliver: =1+1", None, None),
        ("50", "tracking", None, "1Z999AA10123456784", None, None),
        ("60", "promise", None, "2026-12-18", None, None),
    ]
    assert sorted(problem.reason for problem in diff.problems) == [
        "Order 4500077777, line 10 belongs to another supplier.",
        "Order 4599999999, line 10 is not in the workspace.",
    ]
    assert value(db, "select count(*) from promise") == 1  # nothing is applied yet
    workspace = value(db, "select file from pragma_database_list where name = 'main'")
    assert main(["read-reply", str(back), "--workspace", workspace, "--dry-run", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [(c["line"], c["new"]) for c in told["changes"]] == [(c.line, c.new) for c in diff.changes]
    assert (told["missing"], told["applied"]) == (["4500012345 / 40"], 0)
    assert replying.apply_reply(db, diff, now=LATER).applied == 7
    assert value(db, "select group_concat(current_promise) from order_line where line != '20'") == (
        "2026-12-11,2026-12-16,2026-12-18"  # the line that comes in two parts is there with the second
    )
    assert [one.order_line_id for one in questions.open_questions(db, "2026-11-30")] == []


def test_a_date_confirmed_as_it_was_answers_the_question(db: Database, lines: Lines, answered: Answer) -> None:
    for cells in ({"confirmed": "2026-12-04"}, {"status": "confirmed"}):
        (change,) = answered("20", **cells).changes
        assert (change.old, change.new, change.conflict) == ("2026-12-04", "2026-12-04", None)
    diff = answered("20", status="confirmed")
    edit = replying.apply_reply(db, diff, now=LATER)
    open_lines = {one.order_line_id for one in questions.open_questions(db, "2026-11-30")}
    assert lines["45/20"] not in open_lines
    assert replying.apply_reply(db, diff, now=LATER).applied == 0
    edit.undo(db)
    assert value(db, "select count(*) from promise") == 1


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"confirmed": "soon"}, "“soon” is no date."),
        ({"confirmed": "1926-12-04"}, "“1926-12-04” is no date."),
        ({"confirmed": "2026-12-04", "quantity": "many"}, "“many” is no quantity."),
        ({"quantity": "nan"}, "“nan” is no quantity."),
        ({"quantity": "4"}, "The line is confirmed, but there is no date."),
        ({"tracking": "1.23456789E+17"}, "“1.23456789E+17” has lost the last digits of its number."),
        ({"order": "4500099999", "status": "shipped"}, "Order 4500099999, line 10 is not in the workspace."),
    ],
)
def test_what_cannot_be_read_is_told_with_its_row(answered: Answer, cells: dict[str, str], reason: str) -> None:
    diff = answered(**cells)
    assert [(problem.row, problem.reason) for problem in diff.problems] == [(5, reason)]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("11.12.", "2026-12-11"),
        ("KW 50", "2026-12-11"),
        ("46367.5", "2026-12-11"),
        ("2026-12-11 00:00:00", "2026-12-11"),
    ],
)
def test_a_date_is_read_as_people_and_spreadsheets_write_it(answered: Answer, written: str, day: str) -> None:
    assert [change.new for change in answered(confirmed=written).changes] == [day]


@pytest.mark.parametrize("language", ["en", *workbook.STATUS_WORDS])
def test_a_status_is_chosen_in_the_suppliers_language_and_read_in_english(tmp_path: Path, language: str) -> None:
    line = workbook.OpenLine(1, "4501", "10", "R1", "Housing", 10, "pc", None, None)
    path = tmp_path / "asked.xlsx"
    workbook.write(path, [line], supplier="A", language=language, file_id="f", today=NOW.date())
    (sheet,) = (name for name in zipfile.ZipFile(path).namelist() if "worksheets/sheet" in name)
    offered = re.findall(r'<formula1>"([^"]*)"</formula1>', zipfile.ZipFile(path).read(sheet).decode())
    choices = html.unescape(offered[0]).split(",")
    assert len(html.unescape(offered[0])) <= 255, "more is cut off by spreadsheets"
    for choice, status in zip(choices, workbook.STATUSES, strict=True):
        for said in (choice, choice.split(" / ")[-1], choice.upper()):
            back = tmp_path / "back.xlsx"
            with xlsxwriter.Workbook(back) as book:
                rows = book.add_worksheet()
                rows.write_row(0, 0, ("Purchase order", "Line", "Confirmed date", "Status"))
                rows.write_row(1, 0, ("4501", "10", "", said))
            assert [row.status for row in workbook.read(back).rows] == [status]


def test_a_quantity_may_have_its_unit(answered: Answer) -> None:
    assert [c.quantity for c in answered(confirmed="2026-12-11", quantity="1.200 Stk.").changes] == [1200.0]


def test_a_row_whose_order_was_cut_short_is_known_by_its_hidden_number(lines: Lines, answered: Answer) -> None:
    for order in ("", "0004500012345"):
        (change,) = answered("10", order, line_id=lines["45/10"], confirmed="2026-12-11").changes
        assert change.line_id == lines["45/10"]
    foreign = answered("10", "", line_id=lines["77/10"], confirmed="2026-12-11")
    assert (foreign.changes, len(foreign.problems)) == ((), 1)


def test_what_changed_meanwhile_is_a_conflict_unless_both_say_the_same(
    db: Database, lines: Lines, answered: Answer
) -> None:
    def conflict(day: str) -> str | None:
        return answered(confirmed=day, sent_promise="").changes[0].conflict

    assert conflict("2026-12-04") is None
    editing.record_promise(db, lines["45/10"], date(2026, 12, 4), source="call", known_on=NOW.date())
    assert conflict("2026-12-11") == "The promise was missing when we asked, and is 4 Dec 2026 now."
    assert conflict("2026-12-04") is None
    editing.cancel_line(db, lines["45/10"], on=LATER.date(), today=LATER.date())
    assert conflict("2026-12-04") == "The line was cancelled meanwhile."


def test_a_day_that_was_past_already_is_not_taken_unseen(db: Database, answered: Answer) -> None:
    diff = answered(confirmed="2025-12-11")
    assert diff.changes[0].conflict == "This day was past already when we asked."
    assert replying.apply_reply(db, diff, now=LATER).applied == 0
    assert replying.apply_reply(db, diff, now=LATER, only=[5]).applied == 1


def test_a_workbook_that_comes_back_by_mail_is_offered_once_and_its_facts_are_no_news(
    db: Database, lines: Lines, asked: Path, tmp_path: Path
) -> None:
    from email.message import EmailMessage

    back = tmp_path / "back.xlsx"
    if libreoffice.PROGRAM:
        libreoffice.edit(asked, back, '  sheet.getCellByPosition(8, 4).FormulaLocal = "2026-12-11"', tmp_path)
    else:
        shutil.copy(asked, back)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "sales@kessler.example", "us@us.example", "Termine"
    mail["Date"], mail["Message-ID"] = "Tue, 24 Nov 2026 08:00:00 +0000", "<1@kessler.example>"
    mail.set_content("See attachment.")
    mail.add_attachment(back.read_bytes(), maintype="application", subtype="octet-stream", filename="../Termine.xlsx")
    communication = corresponding.record_mail(db, mail.as_bytes(), now=LATER)
    (found,) = corresponding.suggestions(db)
    assert (found.kind, found.value) == ("workbook", "Termine.xlsx")
    diff = reply_reading.read_attached(db, communication)
    assert (diff.supplier, diff.communication_id) == ("Kessler Guss", communication)
    if not libreoffice.PROGRAM:
        pytest.skip("LibreOffice is not installed")
    edit = corresponding.accept(db, found.id, now=LATER)
    assert value(db, "select communication_id || promised_on from promise where source = 'workbook'") == (
        f"{communication}2026-12-11"
    )
    assert not corresponding.suggestions(db)
    edit.undo(db)
    assert value(db, "select count(*) from promise") == 1
    assert len(corresponding.suggestions(db)) == 1


def test_any_other_file_is_told_in_one_sentence(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    with pytest.raises(FileError, match="not an open-order workbook"):
        reply_reading.read_reply(db, path)


def test_a_question_in_a_comment_starts_a_clock(db: Database, lines: Lines, answered: Answer) -> None:
    replying.apply_reply(db, answered(status="question", comment="which drawing?"), now=LATER)
    (asked,) = [one for one in questions.open_questions(db, "2026-11-30") if one.asked_by == "them"]
    assert (asked.words, asked.order_line_id) == ("question: which drawing?", lines["45/10"])
