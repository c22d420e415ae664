"""EDI files become promises and shipments through the same import as any file: previewed, undone, never doubled."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from supplychain_app.domain.errors import ImportRefused
from supplychain_app.services import importing
from supplychain_app.services.importing import ImportResult
from supplychain_app.storage.connection import Database
from tests.exchange.edi_messages import DESADV, ORDRSP, X12_855, X12_856, isa

ORDERS = """PO Number,Line,Supplier No,Supplier Name,Material,Quantity,Order Date,Required Date,Promised Date
4500012345,10,100234,Invented Castings Ltd,R-4711,100,2026-11-01,2026-12-01,2026-11-30
4500012345,20,100234,Invented Castings Ltd,R-4712,50,2026-11-01,2026-12-01,2026-12-01
4500012345,30,100234,Invented Castings Ltd,R-4713,5,2026-11-01,2026-12-01,
4500012345,40,100234,Invented Castings Ltd,R-4714,7,2026-11-01,2026-12-01,
"""
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TABLES = (
    "promise", "milestone", "communication", "communication_link", "question", "shipment", "shipment_line",
    "tracked_unit", "eta_observation", "import_change", "search",
)  # fmt: skip


@pytest.fixture(autouse=True)
def ordered(db: Database, tmp_path: Path) -> None:
    orders = tmp_path / "orders.csv"
    orders.write_text(ORDERS)
    importing.import_file(db, orders, received_at=datetime(2026, 11, 2, 9, 0, tzinfo=UTC))


def brought(db: Database, tmp_path: Path, data: bytes | str, name: str = "message.edi") -> ImportResult:
    file = tmp_path / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode("cp1252"))
    return importing.import_file(db, file, received_at=NOW)


def counts(db: Database) -> dict[str, int]:
    return {table: db[table].count for table in TABLES}


def lines(db: Database) -> dict[str, dict[str, Any]]:
    return {row["line"]: row for row in db["order_line"].rows}


@pytest.mark.parametrize("message", [isa(X12_855), X12_855, ORDRSP, ORDRSP[ORDRSP.index("UNH") :]])
def test_an_acknowledgement_moves_promises_and_acknowledges(db: Database, tmp_path: Path, message: bytes | str) -> None:
    before = list(db["order_line"].rows), counts(db)
    result = brought(db, tmp_path, message)
    assert (result.kind, result.rows, result.promises_moved, result.added, result.changed) == ("edi", 4, 2, 0, 2)
    assert not result.rejected
    found = lines(db)
    assert found["10"]["current_promise"] == "2026-12-04"
    assert found["10"]["first_promise"] == "2026-11-30"
    assert found["20"]["current_promise"] == "2026-12-18"  # in two parts: complete with the later one
    assert [found[n]["acknowledged_on"] for n in ("10", "20", "30", "40")] == [
        "2026-11-20",
        "2026-11-20",
        None,
        "2026-11-20",
    ]
    promise = next(db["promise"].rows_where("promised_on = '2026-12-18'"))
    assert promise["source"] == "edi"
    assert promise["known_on"] == "2026-11-20"
    assert "2026-12-10 for 20" in promise["evidence"]
    assert found["40"]["current_promise"] is None  # a date of leaving is no promise
    assert [(m["step"], m["happened_on"]) for m in db["milestone"].rows] == [("picked_up", "2026-12-01")]
    kept = next(db["communication"].rows)
    assert (kept["channel"], kept["direction"]) == ("edi", "in")
    assert b"R-4711" in kept["original"]
    assert [q["words"] for q in db["question"].rows]  # the line that was refused asks for a decision
    importing.undo(db, result.import_id)
    assert (list(db["order_line"].rows), counts(db)) == before


def test_a_preview_leaves_nothing(db: Database, tmp_path: Path) -> None:
    before = counts(db)
    file = tmp_path / "message.edi"
    file.write_bytes(isa(X12_855))
    found = importing.preview(db, file, received_at=NOW)
    assert (found.kind, found.promises_moved) == ("edi", 2)
    assert {
        "what": "promise",
        "order": "4500012345",
        "line": "10",
        "old": "2026-11-30",
        "new": "2026-12-04",
    } in found.samples
    assert counts(db) == before


def test_the_same_message_twice_adds_nothing(db: Database, tmp_path: Path) -> None:
    brought(db, tmp_path, isa(X12_855))
    before = counts(db)
    again = brought(db, tmp_path, isa(X12_855, newline=""), "again.edi")  # another file, the same message
    assert (again.added, again.changed, again.promises_moved, again.unchanged) == (0, 0, 0, 4)
    assert counts(db) == before
    same = brought(db, tmp_path, isa(X12_855))
    assert "imported before" in same.notes[-1]


@pytest.mark.parametrize("message", [isa(X12_856), DESADV])
def test_a_despatch_becomes_a_shipment(db: Database, tmp_path: Path, message: bytes | str) -> None:
    before = list(db["order_line"].rows), counts(db)
    result = brought(db, tmp_path, message)
    assert (result.added, result.promises_moved, len(result.rejected)) in ((2, 0, 0), (1, 1, 0))
    shipment = next(db["shipment"].rows)
    assert (shipment["number"], shipment["carrier"], shipment["mode"], shipment["shipped_on"]) == (
        "ASN-5501", "hapag_lloyd", "sea", "2026-11-21",
    )  # fmt: skip
    unit = next(db["tracked_unit"].rows)
    assert (unit["kind"], unit["number"], unit["reference"]) == ("container", "CSQU3054383", "HLCUHAM261199")
    assert unit["last_checked_at"] is None  # no carrier was asked yet
    assert unit["eta"] in ("2026-12-04", "2026-12-30")
    assert sorted(row["quantity"] for row in db["shipment_line"].rows) == [20.0, 100.0]
    found = lines(db)
    if unit["eta"] == "2026-12-04":  # told as a delivery: a promise for the line that is complete with it
        assert (found["10"]["current_promise"], found["20"]["current_promise"]) == ("2026-12-04", "2026-12-01")
    else:  # an arrival in port is none
        assert found["10"]["current_promise"] == "2026-11-30"
    importing.undo(db, result.import_id)
    assert (list(db["order_line"].rows), counts(db)) == before


def test_an_order_that_is_not_known_is_reported(db: Database, tmp_path: Path) -> None:
    before = counts(db)
    with pytest.raises(ImportRefused, match=r"order 4500099999 is not in the workspace"):
        brought(db, tmp_path, isa(X12_855.replace("4500012345", "4500099999")))
    assert counts(db) == before
    some = brought(db, tmp_path, isa(X12_855.replace("PO1*20*", "PO1*77*").replace("R-4712", "R-4719")))
    assert [reject.reason for reject in some.rejected] == [
        "order 4500012345 has no line 77 with item R-4719 in the workspace"
    ]


def test_the_date_asked_for_and_accepted_is_a_promise(db: Database, tmp_path: Path) -> None:
    text = X12_855.replace("ACK*IA*100*EA*069*20261204", "ACK*IA*100*EA*002*20261201")
    brought(db, tmp_path, isa(text))
    assert lines(db)["10"]["current_promise"] == "2026-12-01"


def test_other_messages_are_refused_in_a_sentence(db: Database, tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="X12 810"):
        brought(db, tmp_path, isa("ST*810*0001~\nBIG*20261101*1~\nSE*3*0001~\n"))
