"""Tables leave the workspace whole, readable elsewhere, and harmless."""

import csv
from datetime import date
from pathlib import Path

import icalendar
import pytest
from python_calamine import CalamineWorkbook

from supplychain_app.cli.main import main
from supplychain_app.domain.calendars import Kind, OwnDays
from supplychain_app.domain.errors import Cancelled, FileError, InvalidInput
from supplychain_app.exchange import writers
from supplychain_app.services import charts, exporting, working_days
from supplychain_app.storage import order_lines
from supplychain_app.storage.connection import Database
from supplychain_app.storage.query import RowQuery
from tests.services.test_insight import add_line, add_material, add_supplier

AS_OF = date(2026, 10, 5)


@pytest.fixture
def filled(db: Database) -> Database:
    supplier = add_supplier(db, "=cmd|' /C calc'!A0", code="100234")
    material = add_material(db, "H-80", description="Housing DN80, “cast”\nEN-GJS-400")
    common = {"material_id": material, "unit": "pcs", "unit_price": 1.25, "currency": "EUR", "value_minor": 1250}
    for month in (3, 4, 5, 6, 7):
        add_line(db, supplier, date(2026, month, 1), date(2026, month + 1, 1), date(2026, month + 1, 4), **common)
    add_line(db, supplier, date(2026, 9, 1), date(2026, 10, 12), None, required_on="2026-10-10", **common)
    add_line(db, supplier, date(2026, 8, 1), date(2026, 9, 12), None, **common)
    return db


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_own_days_leave_as_a_table_and_as_spans_of_a_calendar(filled: Database, tmp_path: Path) -> None:
    working_days.add(filled, 1, OwnDays(date(2026, 8, 3), date(2026, 8, 21), reason="Summer shutdown"))
    working_days.add(filled, 1, OwnDays(date(2026, 12, 24), date(2027, 1, 1), reason="Plant holiday"))
    working_days.add(filled, None, OwnDays(date(2026, 12, 12), date(2026, 12, 12), Kind.WORKING))
    rows = read(exporting.export(filled, "own-days", tmp_path / "d.csv", as_of=AS_OF))
    assert rows[0] == {
        "supplier_code": "100234",
        "supplier_name": "'=cmd|' /C calc'!A0",
        "first_on": "2026-08-03",
        "last_on": "2026-08-21",
        "kind": "closed",
        "reason": "Summer shutdown",
    }
    assert [row["supplier_name"] for row in rows[1:]] == ["", "'=cmd|' /C calc'!A0"]
    path = exporting.export(filled, "own-days", tmp_path / "d.ics", as_of=AS_OF)
    events = icalendar.Calendar.from_ical(path.read_bytes()).walk("vevent")
    assert [(event["dtstart"].dt, event["dtend"].dt) for event in events] == [
        (date(2026, 12, 12), date(2026, 12, 13)),
        (date(2026, 12, 24), date(2027, 1, 2)),  # the day after the last one, as calendars count
    ]
    assert [str(event["summary"]) for event in events] == ["We: at work", "=cmd|' /C calc'!A0: closed"]


@pytest.mark.parametrize("table", exporting.tables())
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_every_table_can_leave(filled: Database, tmp_path: Path, table: str, ending: str) -> None:
    path = exporting.export(filled, table, tmp_path / f"{table}.{ending}", as_of=AS_OF)
    if ending == "csv":
        with path.open(encoding="utf-8-sig") as file:
            assert next(csv.reader(file))
    else:
        assert CalamineWorkbook.from_path(str(path)).sheet_names == [table]


@pytest.mark.parametrize("table", exporting.tables())
def test_an_empty_workspace_gives_headers(db: Database, tmp_path: Path, table: str) -> None:
    path = exporting.export(db, table, tmp_path / "t.csv", as_of=AS_OF)
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) >= 1


def test_orders_carry_what_the_workspace_holds(filled: Database, tmp_path: Path) -> None:
    rows = read(exporting.export(filled, "orders", tmp_path / "orders.csv", as_of=AS_OF))
    assert len(rows) == 7
    first = rows[0]
    assert (first["purchase_order"], first["line"], first["quantity"]) == ("PO1", "10", "10")
    assert (first["first_promise"], first["completed_on"], first["status"]) == ("2026-04-01", "2026-04-04", "received")
    assert (first["line_value"], first["currency"]) == ("12.5", "EUR")
    assert first["description"] == "Housing DN80, “cast”\nEN-GJS-400"


@pytest.mark.parametrize(
    ("currency", "minor", "amount"), [("JPY", 1250, 1250), ("EUR", 1250, 12.5), ("KWD", 1250, 1.25)]
)
def test_amounts_leave_in_the_units_of_their_currency(
    db: Database, tmp_path: Path, currency: str, minor: int, amount: float
) -> None:
    priced = {"unit_price": 1.25, "currency": currency, "value_minor": minor}
    add_line(db, add_supplier(db, "S"), date(2026, 9, 1), date(2026, 10, 12), None, **priced)
    orders = exporting.export(db, "orders", tmp_path / "orders.csv", as_of=AS_OF)
    assert float(read(orders)[0]["line_value"]) == amount
    query = RowQuery(order_lines.LINES, ("value_minor", "currency"), parameters={"today": AS_OF.isoformat()})
    view = exporting.export_view(db, query, ("Value", "Currency"), tmp_path / "view.csv")
    assert float(read(view)[0]["Value"]) == amount


def test_no_text_becomes_a_formula(filled: Database, tmp_path: Path) -> None:
    rows = read(exporting.export(filled, "suppliers", tmp_path / "s.csv", as_of=AS_OF))
    assert rows[0]["supplier_name"] == "'=cmd|' /C calc'!A0"
    path = exporting.export(filled, "suppliers", tmp_path / "s.xlsx", as_of=AS_OF)
    cells = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert cells[1][1] == "=cmd|' /C calc'!A0"  # stored as text, shown as it is


def test_days_are_days_in_a_workbook(filled: Database, tmp_path: Path) -> None:
    path = exporting.export(filled, "receipts", tmp_path / "r.xlsx", as_of=AS_OF)
    cells = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert cells[1][cells[0].index("received_on")] == date(2026, 4, 4)


def test_arrivals_become_whole_days_in_a_calendar(filled: Database, tmp_path: Path) -> None:
    path = exporting.export(filled, "arrivals", tmp_path / "a.ics", as_of=AS_OF)
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    [event] = calendar.walk("VEVENT")  # the line past due is no arrival to come
    assert event["uid"] == "PO6-10@supplychain-app"
    assert event.decoded("dtstart") == date(2026, 10, 12)
    assert str(event["summary"]).startswith("Housing DN80")
    assert "Needed 10 Oct 2026." in str(event["description"])
    again = exporting.export(filled, "arrivals", tmp_path / "b.ics", as_of=AS_OF)
    assert again.read_bytes() == path.read_bytes()


def test_check_ins_become_appointments_until_they_are_held(filled: Database, tmp_path: Path) -> None:
    for planned, held in (("2026-10-01", None), ("2026-10-07", "2026-10-02"), ("2026-10-14", None)):
        filled["check_in"].insert({"supplier_id": 1, "planned_on": planned, "held_on": held})
    path = exporting.export(filled, "check-ins", tmp_path / "c.ics", as_of=AS_OF)
    events = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [date(2026, 10, 14)]


def test_more_rows_than_a_sheet_holds_are_refused(
    filled: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writers, "MOST_ROWS", 3)
    with pytest.raises(FileError, match=r"Write it as \.csv"):
        exporting.export(filled, "orders", tmp_path / "o.xlsx", as_of=AS_OF)
    assert not list(tmp_path.glob("*o.xlsx*"))


def test_what_cannot_be_exported_is_said(filled: Database, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"no table “nothing”.*orders"):
        exporting.export(filled, "nothing", tmp_path / "a.csv", as_of=AS_OF)
    with pytest.raises(InvalidInput, match=r"must end in \.csv"):
        exporting.export(filled, "orders", tmp_path / "a.doc", as_of=AS_OF)
    with pytest.raises(InvalidInput, match="Only arrivals, check-ins, own-days can"):
        exporting.export(filled, "orders", tmp_path / "a.ics", as_of=AS_OF)
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(FileError, match="Cannot write"):
        exporting.export(filled, "orders", tmp_path / "folder.csv", as_of=AS_OF)


def test_a_stopped_export_leaves_the_old_file(filled: Database, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("as it was")
    with pytest.raises(Cancelled):
        exporting.export(filled, "orders", path, as_of=AS_OF, cancelled=lambda: True)
    assert path.read_text() == "as it was"
    assert [p.name for p in tmp_path.iterdir() if "orders" in p.name] == ["orders.csv"]


def test_charts_are_written_as_picture_and_vector(filled: Database, tmp_path: Path) -> None:
    written = charts.write_charts(filled, tmp_path, as_of=AS_OF)
    assert {path.suffix for path in written} == {".png", ".pdf"}
    for path in written:
        assert path.read_bytes()[:4] in (b"\x89PNG", b"%PDF")


def test_charts_of_an_empty_workspace_say_why(db: Database, tmp_path: Path) -> None:
    assert charts.write_charts(db, tmp_path, as_of=AS_OF)


def test_the_command_exports(
    workspace: Path, filled: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filled.conn.commit()
    out = tmp_path / "lead-times.csv"
    assert (
        main(["--workspace", str(workspace), "export", "lead-times", "--out", str(out), "--as-of", "2026-10-05"]) == 0
    )
    assert capsys.readouterr().out.strip() == str(out)
    assert "planning_days" in out.read_text(encoding="utf-8-sig")
    assert main(["--workspace", str(workspace), "export", "orders", "--out", str(tmp_path / "a.txt")]) == 2


def test_a_view_leaves_as_it_is_filtered_sorted_and_shown(filled: Database, tmp_path: Path) -> None:
    query = RowQuery(
        order_lines.LINES,
        ("purchase_order", "current_promise", "value_minor"),
        keywords=("open",),
        sort="current_promise",
        descending=True,
        parameters={"today": AS_OF.isoformat()},
    )
    path = exporting.export_view(filled, query, ("Order", "Promise", "Value"), tmp_path / "view.csv")
    assert read(path) == [
        {"Order": "PO6", "Promise": "2026-10-12", "Value": "12.5"},
        {"Order": "PO7", "Promise": "2026-09-12", "Value": "12.5"},
    ]
