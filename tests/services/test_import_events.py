"""Event files and forwarders' sheets become tracking events like any other: previewed, undone, never doubled."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from supplychain_app.domain.errors import FileError, ImportRefused
from supplychain_app.services import importing, tracking
from supplychain_app.services.importing import ImportResult

ORDERS = """PO Number,Line,Supplier No,Supplier Name,Material,Quantity,Order Date,Required Date,Promised Date
4500012345,10,100234,Invented Castings Ltd,R-4711,100,2026-09-01,2026-12-01,2026-11-30
4500012346,10,100234,Invented Castings Ltd,R-4712,50,2026-09-01,2026-12-01,2026-12-01
"""
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TABLES = (
    "shipment", "shipment_line", "tracked_unit", "tracking_event", "eta_observation", "status_change", "payload",
    "import_change", "search",
)  # fmt: skip
EPCIS = {
    "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
    "type": "EPCISDocument",
    "epcisBody": {
        "eventList": [
            {
                "type": "ObjectEvent",
                "eventTime": "2026-11-09T02:10:00Z",
                "eventTimeZoneOffset": "+08:00",
                "epcList": ["urn:epc:id:sscc:0614141.1234567890"],
                "bizStep": "shipping",
                "bizTransactionList": [
                    {"type": "po", "bizTransaction": "urn:epcglobal:cbv:bt:0614141000005:4500012345"}
                ],
            },
            {
                "type": "ObjectEvent",
                "eventTime": "2026-11-19T02:10:00Z",
                "eventTimeZoneOffset": "+01:00",
                "epcList": ["urn:epc:id:sscc:0614141.1234567890", "urn:epc:id:sscc:0614141.9999999999"],
                "bizStep": "arriving",
            },
        ]
    },
}
DCSA = [
    {
        "eventID": "e1",
        "eventType": "TRANSPORT",
        "eventDateTime": "2026-11-10T08:00:00+08:00",
        "eventClassifierCode": "ACT",
        "transportEventTypeCode": "DEPA",
        "transportCall": {"UNLocationCode": "CNNGB", "modeOfTransport": "VESSEL"},
        "references": [{"referenceType": "EQ", "referenceValue": "CSQU3054383"}],
    },
    {
        "eventID": "e2",
        "eventType": "TRANSPORT",
        "eventDateTime": "2026-12-12T08:00:00+01:00",
        "eventClassifierCode": "EST",
        "transportEventTypeCode": "ARRI",
        "transportCall": {"UNLocationCode": "DEHAM", "modeOfTransport": "VESSEL"},
        "references": [{"referenceType": "EQ", "referenceValue": "CSQU3054383"}],
    },
]


@pytest.fixture(autouse=True)
def ordered(db: Database, tmp_path: Path) -> None:
    orders = tmp_path / "orders.csv"
    orders.write_text(ORDERS)
    importing.import_file(db, orders, received_at=datetime(2026, 9, 2, 9, 0, tzinfo=UTC))


def brought(db: Database, tmp_path: Path, document: Any, name: str = "events.json") -> ImportResult:
    file = tmp_path / name
    file.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
    return importing.import_file(db, file, received_at=NOW)


def counts(db: Database) -> dict[str, int]:
    return {table: db[table].count for table in TABLES}


def units(db: Database) -> list[dict[str, Any]]:
    return list(db["tracked_unit"].rows)


def test_epcis_events_find_their_order_and_are_taken_back(db: Database, tmp_path: Path) -> None:
    before = counts(db)
    result = brought(db, tmp_path, EPCIS)
    assert (result.kind, result.layout, result.added) == ("events", "EPCIS 2.0", 2)
    assert [reject.column for reject in result.rejected] == ["number"]  # the second pallet names no order
    (unit,) = units(db)
    assert (unit["number"], unit["status"], unit["last_checked_at"]) == ("106141412345678908", "in_transit", None)
    assert db["shipment_line"].count == 1
    again = brought(db, tmp_path, json.dumps(EPCIS, indent=2), "again.json")
    assert (again.added, again.unchanged) == (0, 2)
    importing.undo(db, again.import_id)
    importing.undo(db, result.import_id)
    assert counts(db) == before


def test_dcsa_events_reach_a_container_that_is_followed(db: Database, tmp_path: Path) -> None:
    tracking.add_unit(db, carrier="Maersk", number="CSQU3054383")
    before, state = counts(db), units(db)
    result = brought(db, tmp_path, DCSA)
    assert (result.layout, result.added, result.changed) == ("DCSA Track & Trace", 2, 1)
    (unit,) = units(db)
    assert unit["status"] == "in_transit"
    assert unit["eta"].startswith("2026-12-12")
    importing.undo(db, result.import_id)
    assert (counts(db), units(db)) == (before, state)


def test_a_preview_of_events_leaves_nothing(db: Database, tmp_path: Path) -> None:
    before = counts(db)
    file = tmp_path / "events.json"
    file.write_text(json.dumps(EPCIS))
    assert importing.preview(db, file, received_at=NOW).added == 2
    assert counts(db) == before


def test_a_file_about_nothing_known_is_refused_in_a_sentence(db: Database, tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="CSQU3054383 is in no shipment"):
        brought(db, tmp_path, DCSA)
    with pytest.raises(FileError, match="neither EPCIS"):
        brought(db, tmp_path, {"rows": [1, 2]})
