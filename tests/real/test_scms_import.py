"""The real delivery history of 2006–2012 imports with no hand mapping."""

import csv
import re
from pathlib import Path

import pytest

from supplychain_app.language import grouped
from supplychain_app.services import importing
from supplychain_app.storage.connection import Database

NAME = "scms_delivery_history_2006_2012.csv"


@pytest.fixture(scope="module")
def history(shared_data: Path) -> Path:
    path = shared_data / NAME
    if not path.exists():
        pytest.skip("the real delivery history is not here")
    return path


def _line(db: Database, row_id: str) -> tuple[str | None, str, str]:
    return db.conn.execute(  # type: ignore[no-any-return]
        "select issued_on, current_promise, completed_on from order_line where line = ?", [row_id]
    ).fetchone()


def test_every_column_is_found(db: Database, history: Path) -> None:
    result = importing.import_file(db, history)
    found = {m.field: m.column for m in result.mapping}
    expected = {
        "purchase_order": "PO / SO #",
        "supplier_name": "Vendor",
        "issued_on": "PO Sent to Vendor Date",
        "current_promise": "Scheduled Delivery Date",
        "received_on": "Delivered to Client Date",
        "posted_on": "Delivery Recorded Date",
        "created_on": "PQ First Sent to Client Date",
        "incoterm": "Vendor INCO Term",
        "mode": "Shipment Mode",
        "country": "Country",
        "quantity": "Line Item Quantity",
        "line_value": "Line Item Value",
        "description": "Item Description",
        "shipment_number": "ASN/DN #",
    }
    assert {field: found.get(field) for field in expected} == expected
    assert result.kind == "orders"
    assert result.header_row == 1
    assert result.rows == result.added == 6511
    assert not result.rejected
    assert result.date_orders["PO Sent to Vendor Date"] == "MDY"
    said = {m.field: m.evidence for m in result.mapping}
    assert f"“N/A - From RDC” {grouped(3743)} times" in said["issued_on"]
    assert db.conn.execute("select count(*) from order_line where issued_on is not null").fetchone()[0] == 2497
    assert db.conn.execute("select name from supplier where internal").fetchall() == [("SCMS from RDC",)]
    assert db.conn.execute("select count(*) from order_line where status = 'received'").fetchone()[0] == 6511


@pytest.mark.parametrize("spoiled", ["slashes", "misread", "swapped"])
def test_swallowed_days_are_understood(db: Database, history: Path, tmp_path: Path, spoiled: str) -> None:
    with history.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    columns = [rows[0].index("PO Sent to Vendor Date"), rows[0].index("PQ First Sent to Client Date")]
    truth = {}
    for row in rows[1:]:
        for i in columns:
            found = re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", row[i])
            if not found:
                continue
            month, day, year = found.groups()
            if i == columns[0]:
                truth[row[0]] = f"{year}-{month}-{day}"
            row[i] = {
                "slashes": f"{month}/{day}/{year}",
                "misread": f"20{month}-{day}-{year[2:]}",
                "swapped": f"{year}-{day}-{month}",
            }[spoiled]
    copy = tmp_path / "copy.csv"
    with copy.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    importing.import_file(db, copy)
    issued = dict(db.conn.execute("select line, issued_on from order_line").fetchall())
    right = sum(issued[key] == day for key, day in truth.items())
    assert right == len(truth) > 800
