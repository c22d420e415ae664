"""Imports end to end: a first list adds, a second one is a difference, and each can be taken back."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from supplychain_app.domain.errors import AppError, Cancelled, FileError, ImportRefused, InvalidInput
from supplychain_app.services import importing
from supplychain_app.storage.connection import Database
from tests.exchange.exports import (
    COMMUNICATIONS,
    EXPORTS,
    MATERIALS,
    MB51,
    SAP_DE,
    SAP_EN,
    SHIPMENTS,
    SUPPLIERS,
    Export,
)

NOV_16 = datetime(2026, 11, 16, 9, tzinfo=UTC)
NOV_23 = datetime(2026, 11, 23, 9, tzinfo=UTC)
HEAD = "PO,Line,Vendor No,Vendor Name,Material,Quantity,Open Qty,Order Date,Delivery Date\n"
FIRST = HEAD + (
    "4501,10,100,Acme,R1,100,100,2026-10-01,2026-12-15\n"
    "4501,20,100,Acme,R2,50,50,2026-10-01,2026-12-15\n"
    "4502,10,200,Nordic,R3,70,70,2026-10-13,2026-12-20\n"
    "4503,10,200,Nordic,R4,10,10,2026-10-20,2026-12-22\n"
)


def write(folder: Path, export: Export | str, name: str = "file.csv") -> Path:
    path = folder / (name if isinstance(export, str) else export.name)
    path.write_text(export if isinstance(export, str) else export.text, encoding="utf-8")
    return path


def content(db: Database) -> dict[str, list[str]]:
    """Every row of every table but the list of imports, which keeps what was taken back, and what is only derived."""
    names = [
        row[0]
        for row in db.conn.execute(
            "select name from sqlite_master where type = 'table' and name not like 'search%' and name not like 'sqlite%'"  # noqa: E501
            " and name not like 'communication_words%'"
            " and name not in ('import_run', 'import_source', 'listed_line', 'revision', 'noted_edit')"
        )
    ]
    found = {name: sorted(map(repr, db.conn.execute(f"select * from {name}"))) for name in names}
    found["search"] = sorted(map(repr, db.conn.execute("select kind, ref_id, text from search")))
    return found


def one(db: Database, sql: str, *parameters: Any) -> Any:
    return db.conn.execute(sql, parameters).fetchone()


@pytest.mark.parametrize("export", EXPORTS, ids=lambda e: e.name)
def test_twice_adds_nothing_and_undo_restores(db: Database, tmp_path: Path, export: Export) -> None:
    if export.kind in ("receipts", "shipments"):
        importing.import_file(db, write(tmp_path, ORDERS_FOR_RECEIPTS, "orders.csv"), received_at=NOV_16)
    before = content(db)
    path = write(tmp_path, export)
    shown = importing.preview(db, path, received_at=NOV_23)
    assert content(db) == before
    result = importing.import_file(db, path, received_at=NOV_23)
    assert (shown.added, shown.changed, len(shown.rejected)) == (result.added, result.changed, len(result.rejected))
    assert result.added > 0
    after = content(db)
    assert after != before
    again = importing.import_file(db, path, received_at=NOV_23)
    assert (again.added, again.changed, again.import_id) == (0, 0, result.import_id)
    other_bytes = path.with_name("again" + path.suffix)
    other_bytes.write_text(export.text + "\n", encoding="utf-8")
    third = importing.import_file(db, other_bytes, received_at=NOV_23)
    assert (third.added, third.changed, third.promises_moved) == (0, 0, 0)
    assert {k: v for k, v in content(db).items() if k != "import_reject"} == {
        k: v for k, v in after.items() if k != "import_reject"
    }
    importing.undo(db, third.import_id)
    importing.undo(db, result.import_id)
    assert content(db) == before


ORDERS_FOR_RECEIPTS = "PO,Line,Vendor No,Material,Quantity,Order Date,Delivery Date\n" + "".join(
    f"{po},{line},100,{material},1000,2026-10-04,2026-12-13\n"
    for po, line, material in (
        ("4500017001", 10, "R-1001"),
        ("4500017001", 20, "R-1002"),
        ("10441", 1, "R-1001"),
        ("10441", 2, "R-1002"),
        ("10455", 1, "R-2001"),
    )
)


def test_a_second_export_is_a_difference(db: Database, tmp_path: Path) -> None:
    importing.import_file(db, write(tmp_path, FIRST, "a.csv"), received_at=NOV_16)
    before = content(db)
    second = HEAD + (
        "4501,10,100,Acme,R1,100,100,2026-10-01,2027-01-08\n"  # moved
        "4501,20,100,Acme,R2,60,60,2026-10-01,2026-12-15\n"  # quantity changed
        "4502,10,200,Nordic,R3,70,30,2026-10-13,2026-12-20\n"  # partly received
        "4504,10,200,Nordic,R5,5,5,2026-11-20,2026-12-30\n"  # new
    )
    result = importing.import_file(db, write(tmp_path, second, "b.csv"), received_at=NOV_23)
    assert (result.added, result.changed, result.promises_moved, result.vanished) == (1, 1, 1, 1)
    moved = (
        "select promised_on, known_on, known_basis, evidence from promise p join order_line l on l.id = p.order_line_id"
    )
    moved += (
        " join purchase_order o on o.id = l.purchase_order_id where o.number = '4501' and l.line = '10' order by p.id"
    )
    assert db.conn.execute(moved).fetchall() == [
        ("2026-12-15", "2026-10-01", "order date", "ERP export of 16 Nov 2026 (a.csv), row 2"),
        ("2027-01-08", "2026-11-23", "file date", "ERP export of 23 Nov 2026 (b.csv), row 2"),
    ]
    assert one(db, "select field, old, new, known_on from line_change") == ("quantity", "50.0", "60.0", "2026-11-23")
    assert one(db, "select received_quantity, status from order_line where line = '10' and quantity = 70") == (
        40,
        "open",
    )
    (gone,) = importing.vanished(db)
    assert (gone.purchase_order, gone.line, gone.noticed_on) == ("4503", "10", date(2026, 11, 23))
    assert one(db, "select count(*) from order_line") == (5,)
    with pytest.raises(InvalidInput, match="import 2 first"):
        importing.undo(db, 1)
    importing.undo(db, result.import_id)
    assert content(db) == before


def test_a_vanished_line_is_answered(db: Database, tmp_path: Path) -> None:
    importing.import_file(db, write(tmp_path, FIRST, "a.csv"), received_at=NOV_16)
    rest = "".join(FIRST.splitlines(keepends=True)[:3])
    importing.import_file(db, write(tmp_path, rest, "b.csv"), received_at=NOV_23)
    first, second = importing.vanished(db)
    importing.answer_vanished(db, first.id, "received", today=date(2026, 11, 24))
    importing.answer_vanished(db, second.id, "cancelled", today=date(2026, 11, 24))
    assert one(db, "select status, completed_on from order_line where id = ?", first.line_id) == (
        "received",
        "2026-11-23",
    )
    assert one(db, "select status from order_line where id = ?", second.line_id) == ("cancelled",)
    assert importing.vanished(db) == []
    with pytest.raises(InvalidInput):
        importing.answer_vanished(db, first.id, "perhaps", today=date(2026, 11, 24))


@pytest.mark.parametrize("answer", ["received", "cancelled", "still open"])
def test_answers_about_vanished_lines_are_one_step_that_is_taken_back(
    db: Database, tmp_path: Path, answer: str
) -> None:
    importing.import_file(db, write(tmp_path, FIRST, "a.csv"), received_at=NOV_16)
    rest = "".join(FIRST.splitlines(keepends=True)[:3])
    importing.import_file(db, write(tmp_path, rest, "b.csv"), received_at=NOV_23)
    before, asked = content(db), importing.vanished(db)
    edit = importing.answer_vanished(db, [one.id for one in asked], answer, today=date(2026, 11, 24))
    after = content(db)
    assert importing.vanished(db) == []
    edit.undo(db)
    assert content(db) == before
    edit.redo(db)
    assert content(db) == after


def test_a_line_that_is_listed_again_is_still_open(db: Database, tmp_path: Path) -> None:
    importing.import_file(db, write(tmp_path, FIRST, "a.csv"), received_at=NOV_16)
    importing.import_file(
        db, write(tmp_path, "".join(FIRST.splitlines(keepends=True)[:4]), "b.csv"), received_at=NOV_23
    )
    assert len(importing.vanished(db)) == 1
    importing.import_file(db, write(tmp_path, FIRST + "\n", "c.csv"), received_at=datetime(2026, 11, 30, tzinfo=UTC))
    assert importing.vanished(db) == []
    assert one(db, "select answer from vanished_line") == ("still open",)


def test_movements_are_netted(db: Database, tmp_path: Path) -> None:
    importing.import_file(db, write(tmp_path, ORDERS_FOR_RECEIPTS, "o.csv"), received_at=NOV_16)
    result = importing.import_file(db, write(tmp_path, MB51))
    assert result.kind == "receipts"
    assert result.added == 3
    assert one(db, "select received_quantity from order_line where description is null and line = '10'") == (500,)


def test_goods_posted_after_the_list_add_to_its_sum(db: Database, tmp_path: Path) -> None:
    head = "PO,Line,Vendor Name,Material,Quantity,Open Qty,Delivered Qty,Order Date,Delivery Date\n"
    orders = write(tmp_path, head + "4501,10,Acme,R1,100,60,40,2026-10-01,2026-12-15\n", "orders.csv")
    importing.import_file(db, orders, received_at=NOV_16)
    moved = "PO,Item,Material,Movement Type,Quantity,Posting Date,Material Document\n"
    later = write(tmp_path, moved + "4501,10,R1,101,60,2026-11-20,5000001\n", "moves.csv")
    importing.import_file(db, later, kind="receipts", received_at=NOV_23)
    line = one(db, "select received_quantity, status, completed_on from order_line")
    assert line == (100.0, "received", "2026-11-20")
    earlier = write(tmp_path, moved + "4501,10,R1,101,40,2026-11-10,5000000\n", "earlier.csv")
    importing.import_file(db, earlier, kind="receipts", received_at=NOV_23)
    assert one(db, "select received_quantity, first_received_on from order_line") == (100.0, "2026-11-10")


def test_sums_give_way_to_receipts(db: Database, tmp_path: Path) -> None:
    text = FIRST.replace("R1,100,100", "R1,100,40")
    importing.import_file(db, write(tmp_path, text, "a.csv"), received_at=NOV_16)
    assert one(db, "select received_quantity from order_line where line = '10' and quantity = 100") == (60,)
    receipts = (
        "GR No,Receipt Date,PO,PO Line,Material,Qty Received\nG1,2026-11-10,4501,10,R1,60\nG9,2026-11-13,9999,10,R1,1\n"
    )
    result = importing.import_file(db, write(tmp_path, receipts, "r.csv"), received_at=NOV_16)
    line = one(db, "select received_quantity, first_received_on from order_line where line = '10' and quantity = 100")
    assert line == (60, "2026-11-10")
    (reject,) = result.rejected
    assert reject.row == 3
    assert "9999 is not in the workspace" in reject.reason


def test_sap_first_and_current_promise(db: Database, tmp_path: Path) -> None:
    for export in (SAP_EN, SAP_DE):  # the same orders from two reports: nothing doubles
        importing.import_file(db, write(tmp_path, export), received_at=NOV_23)
    rows = db.conn.execute(
        "select o.number, l.line, l.first_promise, l.current_promise, l.issued_on, l.quantity, s.code, s.name from order_line l"  # noqa: E501
        " join purchase_order o on o.id = l.purchase_order_id join supplier s on s.id = l.supplier_id order by 1, 2"
    ).fetchall()
    assert rows == [
        ("4500017001", "10", "2026-12-01", "2026-12-15", "2026-10-04", 1000, "100234", "Acme Forge GmbH"),
        ("4500017001", "20", "2026-12-22", "2026-12-22", "2026-10-04", 250, "100234", "Acme Forge GmbH"),
        ("4500017009", "10", "2027-01-15", "2027-01-30", "2026-09-28", 2400, "100777", "Nordic Castings AB"),
    ]


def test_shipments_suppliers_materials_and_calls(db: Database, tmp_path: Path) -> None:
    importing.import_file(db, write(tmp_path, ORDERS_FOR_RECEIPTS, "o.csv"), received_at=NOV_16)
    for export in (SHIPMENTS, SUPPLIERS, MATERIALS, COMMUNICATIONS):
        importing.import_file(db, write(tmp_path, export), received_at=NOV_23)
    assert one(db, "select carrier, kind, reference from tracked_unit where number = 'MSKU1234565'") == (
        "maersk",
        "container",
        "MAEU123456789",
    )
    assert one(db, "select count(*) from shipment_line") == (3,)
    assert one(db, "select country, currency from supplier where code = 'V230'") == ("SE", "SEK")
    assert one(db, "select erp_lead_time_days, description from material where number = 'R-2001'") == (60, "Gehäuse")
    assert one(db, "select count(*) from communication where channel = 'call'") == (1,)


def test_bad_cells_reject_their_row(db: Database, tmp_path: Path) -> None:
    text = (
        FIRST + "4505,10,200,Nordic,R6,many,5,2026-11-20,2026-12-30\n4506,10,200,Nordic,R7,5,5,2026-11-20,32.13.2026\n"
    )
    result = importing.import_file(db, write(tmp_path, text))
    assert [(r.row, r.column) for r in result.rejected] == [(6, "Quantity"), (7, "Delivery Date")]
    assert result.added == 4


BAD = {
    "empty.csv": (b"", "is empty"),
    "header_only.csv": (b"PO,Line,Qty,Delivery Date\n", "no rows"),
    "letter.csv": (b"Dear Sir,\nplease find attached\n", "no"),
    "a.pdf": (b"%PDF-1.7 ...", "a PDF"),
    "b.png": (b"\x89PNG\r\n\x1a\n....", "a picture"),
    "c.xlsx": (b"PK\x03\x04 truncated", "cannot be read|can be read"),
    "d.bin": (bytes(range(256)) * 40, "binary"),
    "noorder.csv": (b"Colour,Delivery Date,Qty\nred,2026-12-13,4\nblue,2026-12-14,5\n", "order number"),
    "page.html": (b"<html><table></table></html>", "web page"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_get_one_sentence(db: Database, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(BAD[name][0])
    before = content(db)
    with pytest.raises(AppError, match=BAD[name][1]) as caught:
        importing.import_file(db, path)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")
    assert content(db) == before
    assert one(db, "select count(*) from import_run") == (0,)


def test_missing_files_and_sheets(db: Database, tmp_path: Path) -> None:
    with pytest.raises(FileError, match="There is no file"):
        importing.import_file(db, tmp_path / "nowhere.csv")
    with pytest.raises(FileError, match="folder"):
        importing.import_file(db, tmp_path)
    with pytest.raises(ImportRefused, match="no sheet"):
        importing.import_file(db, write(tmp_path, FIRST), sheet="March")
    with pytest.raises(ImportRefused, match="no column “Colour”"):
        importing.import_file(db, write(tmp_path, FIRST), mapping={"purchase_order": "Colour"})


def test_a_mapping_by_hand_is_remembered(db: Database, tmp_path: Path) -> None:
    text = "Alpha,Beta,Gamma\nX-100,5,2026-12-13\nX-101,6,2026-12-14\n"
    path = write(tmp_path, text, "a.csv")
    with pytest.raises(ImportRefused):
        importing.import_file(db, path)
    mapping = {"purchase_order": "Alpha", "quantity": "Beta", "current_promise": "Gamma"}
    assert importing.import_file(db, path, mapping=mapping).added == 2
    later = importing.import_file(db, write(tmp_path, text + "X-102,7,2026-12-15\n", "b.csv"))
    assert later.remembered
    assert (later.added, later.unchanged) == (1, 2)


def test_cancelling_leaves_nothing(db: Database, tmp_path: Path) -> None:
    before = content(db)
    asked = iter([False, False, False, True])
    with pytest.raises(Cancelled):
        importing.import_file(db, write(tmp_path, FIRST), cancelled=lambda: next(asked, True))
    assert content(db) == before


def test_an_older_file_imported_late_does_not_change_the_present(db: Database, tmp_path: Path) -> None:
    newer = FIRST.replace("R1,100,100,2026-10-01,2026-12-15", "R1,120,120,2026-10-01,2027-01-08")
    importing.import_file(db, write(tmp_path, newer, "b.csv"), received_at=NOV_23)
    importing.import_file(db, write(tmp_path, FIRST, "a.csv"), received_at=NOV_16)
    assert one(db, "select quantity, current_promise from order_line where line = '10' and quantity > 99") == (
        120,
        "2027-01-08",
    )


def test_undo_takes_back_what_stands_beside_the_rows(db: Database, tmp_path: Path) -> None:
    importing.import_file(db, write(tmp_path, FIRST, "orders.csv"), received_at=NOV_16)
    head = "Material,Vendor No,Vendor Name,Planned Deliv. Time\n"
    first = importing.import_file(db, write(tmp_path, head + "R1,100,Acme,30\n", "m1.csv"), kind="materials")
    before = content(db)
    second = importing.import_file(db, write(tmp_path, head + "R1,100,Acme Works,45\nR2,100,Acme,20\n", "m2.csv"))
    people = "Vendor No,Vendor Name,E-Mail,Contact\n100,Acme,jo@acme.example,Jo\n"
    third = importing.import_file(db, write(tmp_path, people, "s.csv"), kind="suppliers")
    assert one(db, "select count(*) from contact")[0] == 1
    assert one(db, "select erp_lead_time_days from material_source order by material_id")[0] == 45
    importing.undo(db, third.import_id)
    importing.undo(db, second.import_id)
    assert content(db) == before
    importing.undo(db, first.import_id)
    assert one(db, "select count(*) from material_source")[0] == 0


def test_a_confirmation_date_acknowledges_its_line(db: Database, tmp_path: Path) -> None:
    head = "PO,Line,Vendor No,Material,Quantity,Order Date,Acknowledgement Date,Delivery Date\n"
    rows = "4501,{},100,R1,100,2026-10-01,{},2026-12-15\n"
    day = "select acknowledged_on from order_line where line = ?"
    first = head + rows.format(10, "2026-10-05") + rows.format(20, "") + rows.format(30, "")
    importing.import_file(db, write(tmp_path, first, "a.csv"), received_at=NOV_16)
    assert [one(db, day, line)[0] for line in ("10", "20")] == ["2026-10-05", None]
    later = head + rows.format(10, "2026-11-18") + rows.format(20, "2026-11-17") + rows.format(30, "2026-11-30")
    before = content(db)
    second = importing.import_file(db, write(tmp_path, later, "b.csv"), received_at=NOV_23)
    assert [one(db, day, line)[0] for line in ("10", "20", "30")] == ["2026-10-05", "2026-11-17", None]
    importing.undo(db, second.import_id)
    assert content(db) == before


def test_a_material_without_a_number_is_known_by_its_description(db: Database, tmp_path: Path) -> None:
    head = "PO,Line,Vendor Name,Item Description,Quantity,Order Date,Delivery Date\n"
    kit = '450{},10,Acme,"Test kit, {}30 tests",5,2026-10-01,2026-12-15\n'
    rows = kit.format(1, " ") + kit.format(2, "")
    result = importing.import_file(db, write(tmp_path, head + rows, "a.csv"), received_at=NOV_16)
    assert one(db, "select count(*), min(number) from material") == (1, "Test kit, 30 tests")
    assert one(db, "select count(distinct material_id), count(material_id) from order_line") == (1, 2)
    head = "PO,Line,Vendor Name,Material,Item Description,Quantity,Order Date,Delivery Date\n"
    rows = "4503,10,Acme,R9,Housing,5,2026-10-01,2026-12-15\n4504,10,Acme,,Installation,5,2026-10-01,2026-12-15\n"
    importing.import_file(db, write(tmp_path, head + rows, "b.csv"), received_at=NOV_23)
    found = db.conn.execute("select number from material order by number").fetchall()
    assert found == [("Installation",), ("R9",), ("Test kit, 30 tests",)]
    importing.undo(db, 2)
    importing.undo(db, result.import_id)
    assert one(db, "select count(*) from material")[0] == 0


def test_a_file_whose_columns_are_not_clear_is_offered_for_mapping(db: Database, tmp_path: Path) -> None:
    file = write(tmp_path, "a,b,c\n4500,10,2026-12-01\n4501,20,2026-12-02\n", "own.csv")
    with pytest.raises(ImportRefused, match="--map purchase_order=COLUMN"):
        importing.preview(db, file)
    found = importing.offer(db, file)
    assert found.columns == ("a", "b", "c")
    assert found.problem.startswith("No column of own.csv looks like an order number")
    assert "--map" not in found.problem
    chosen = {"purchase_order": "a", "line": "b", "current_promise": "c"}
    found = importing.offer(db, file, kind=found.kind, mapping=chosen)
    assert (found.problem, found.added) == ("", 2)
