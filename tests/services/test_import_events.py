"""Event files and forwarders' sheets become tracking events like any other: previewed, undone, never doubled."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from supplychain_app.domain.errors import FileError, ImportRefused
from supplychain_app.services import importing, tracking
from supplychain_app.services.importing import ImportResult
from supplychain_app.storage import database, line_story
from supplychain_app.storage.connection import Database

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


@pytest.mark.parametrize("shape", ["query", "list", "lines"])
def test_epcis_comes_as_the_answer_to_a_query_as_a_list_and_line_by_line(
    db: Database, tmp_path: Path, shape: str
) -> None:
    web = "https://ref.gs1.org/cbv"
    first, second = EPCIS["epcisBody"]["eventList"]  # type: ignore[index]
    first = first | {
        "epcList": ["https://id.gs1.org/00/106141412345678908"],
        "bizStep": f"{web}/BizStep-shipping",
        "bizTransactionList": [{"type": f"{web}/BTT-po", "bizTransaction": "https://partner.example/po/4500012345"}],
    }
    events = [first, second]
    body = {"type": "EPCISQueryDocument", "epcisBody": {"queryResults": {"resultsBody": {"eventList": events}}}}
    lines = "\n".join(json.dumps(event) for event in events)
    result = brought(db, tmp_path, {"query": body, "list": events, "lines": lines}[shape])
    assert result.added == 2
    assert lines_of_units(db) == {"106141412345678908": {"4500012345"}}


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
    found = importing.preview(db, file, received_at=NOW)
    assert found.added == 2
    assert [(one["old"], one["new"]) for one in found.samples] == [("Unknown", "On the way: two events")]
    assert counts(db) == before


def test_a_story_names_the_carrier_as_people_do(db: Database, tmp_path: Path) -> None:
    brought(db, tmp_path, EPCIS)
    with database.writing(db):
        db.conn.execute("update shipment set carrier = 'hapag_lloyd', shipped_on = '2026-11-09'")
    line = db.conn.execute("select order_line_id from shipment_line").fetchone()[0]
    said = [m.words for m in line_story.read(db, line, as_of=NOW.date(), names={"hapag_lloyd": "HL"}).moments]
    assert "Shipped by HL" in said
    assert "Shipped by hapag lloyd" in [m.words for m in line_story.read(db, line, as_of=NOW.date()).moments]


def test_a_file_about_nothing_known_is_refused_in_a_sentence(db: Database, tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="CSQU3054383 is in no shipment"):
        brought(db, tmp_path, DCSA)
    with pytest.raises(FileError, match="neither EPCIS"):
        brought(db, tmp_path, {"rows": [1, 2]})


WIDE = """Status report of Invented Forwarding,,,,,,,,,,
PO No.,Container No,HBL,POL,POD,ETD,ATD,ETA,ATA,Customs cleared,Delivered
4500012345,CSQU3054383,HBL-778123,CNNGB,DEHAM,2026-10-20,2026-10-21,2026-11-18,2026-11-19,2026-11-21,
4500012346,MSKU1234565,HBL-778124,CNNGB,DEHAM,2026-11-10,2026-11-12,2026-12-14,,,
"""
LONG = """Container;Event date;Event;Location
CSQU3054383;21.10.2026;Vessel departed;Ningbo
CSQU3054383;19.11.2026;Vessel arrived;Hamburg
CSQU3054383;21.11.2026;Customs cleared;Hamburg
CSQU3054383;22.11.2026;Gate out;Hamburg
CSQU3054383;22.11.2026;Paperwork sent to broker;Hamburg
"""


def told(db: Database) -> list[tuple[str | None, str, str]]:
    sql = (
        "select milestone, classifier, substr(occurred_local, 1, 10) as day from tracking_event"
        " order by tracked_unit_id, occurred_local, id"
    )
    return [(row["milestone"], row["classifier"], row["day"]) for row in db.query(sql)]


def test_a_sheet_with_a_row_a_shipment_tells_its_steps(db: Database, tmp_path: Path) -> None:
    before = counts(db)
    result = brought(db, tmp_path, WIDE, "status.csv")
    assert result.kind == "shipments"
    fields = {match.column: match.field for match in result.mapping}
    assert {name: fields[name] for name in ("ETD", "ATD", "ETA", "ATA", "Customs cleared", "Delivered")} == {
        "ETD": "departed_estimated",
        "ATD": "departed_actual",
        "ETA": "arrived_estimated",
        "ATA": "arrived_actual",
        "Customs cleared": "customs_released_actual",
        "Delivered": "delivered_actual",
    }
    assert result.added == 2
    first, second = units(db)
    assert (first["number"], first["status"], first["reference"]) == ("CSQU3054383", "in_transit", "HBL-778123")
    assert (second["number"], second["eta"]) == ("MSKU1234565", "2026-12-14")
    assert ("customs_released", "actual", "2026-11-21") in told(db)
    assert db["shipment_line"].count == 2
    again = brought(db, tmp_path, WIDE + "\n", "again.csv")
    assert (again.added, again.changed) == (0, 0)
    importing.undo(db, again.import_id)
    importing.undo(db, result.import_id)
    assert counts(db) == before


def lines_of_units(db: Database) -> dict[str, set[str]]:
    sql = (
        "select u.number as unit, p.number as purchase_order from tracked_unit u"
        " join shipment_line s on s.shipment_id = u.shipment_id join order_line l on l.id = s.order_line_id"
        " join purchase_order p on p.id = l.purchase_order_id"
    )
    found: dict[str, set[str]] = {}
    for row in db.query(sql):
        found.setdefault(row["unit"], set()).add(row["purchase_order"])
    return found


def test_a_sheet_may_name_orders_as_people_do(db: Database, tmp_path: Path) -> None:
    sheet = """Sendungsstatus KW 47;;;;;;
Stand: 23.11.2026;;;;;;;
Pos.;Container-Nr.;Buchungsnr.;Ihre Bestellung;Lieferant;ATD;ETA;Status
1;CSQU 305438-3;200000001;PO 4500012345 / 4500012346;Invented Castings;13.11.2026;28.11.2026;Zollbeschau
2;MSKU1234565;200000002;;Invented Castings;;;unterwegs
"""
    result = brought(db, tmp_path, sheet, "spedition.csv")
    assert (result.added, result.rejected) == (2, ())
    assert lines_of_units(db) == {"CSQU3054383": {"4500012345", "4500012346"}}
    first, second = units(db)
    assert (first["reference"], first["status"]) == ("200000001", "exception")
    assert (second["reference"], second["status"]) == ("200000002", "in_transit")


def test_a_column_of_shipments_may_hold_what_carriers_track(db: Database, tmp_path: Path) -> None:
    sheet = """Shipment\tPO\tEvent\tEvent Date\tLocation
1Z5R89390357567127\t4500012345\tPicked up\t20/11/2026\tStuttgart, DE
1Z5R89390357567127\t4500012345\tHeld in customs\t22/11/2026\tDover, GB
"""
    brought(db, tmp_path, sheet, "events.txt")
    (unit,) = units(db)
    assert (unit["carrier"], unit["number"], unit["status"]) == ("ups", "1Z5R89390357567127", "exception")
    assert [row["city"] for row in db.query("select city from tracking_event order by id")] == [
        "Stuttgart, DE",
        "Dover, GB",
    ]


def test_a_later_sheet_adds_what_happened_since(db: Database, tmp_path: Path) -> None:
    brought(db, tmp_path, WIDE, "status.csv")
    before, state = counts(db), units(db)
    later = WIDE.replace("2026-11-21,\n", "2026-11-21,2026-11-23\n").replace("2026-12-14", "2026-12-17")
    result = brought(db, tmp_path, later, "later.csv")
    assert (result.added, result.changed) == (0, 2)
    first, second = units(db)
    assert (first["status"], second["eta"]) == ("delivered", "2026-12-17")
    importing.undo(db, result.import_id)
    assert (counts(db), units(db)) == (before, state)


def test_a_sheet_with_a_row_an_event_reaches_the_unit_of_another_carrier(db: Database, tmp_path: Path) -> None:
    tracking.add_unit(db, carrier="Maersk", number="CSQU3054383")
    before = counts(db)
    result = brought(db, tmp_path, LONG, "events.csv")
    assert result.kind == "shipments"
    (unit,) = units(db)
    assert (unit["carrier"], unit["status"]) == ("maersk", "out_for_delivery")
    assert [step for step, _, _ in told(db)] == ["departed", "arrived", "customs_released", None, "gate_out"]
    assert any("Paperwork sent to broker" in note for note in result.notes)
    importing.undo(db, result.import_id)
    assert counts(db) == before


def test_a_workbook_with_columns_chosen_by_hand(db: Database, tmp_path: Path) -> None:
    file = tmp_path / "status.xlsx"
    with xlsxwriter.Workbook(str(file), {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet("Status")
        for column, text in enumerate(["Box", "Our PO", "Left", "At our gate"]):
            sheet.write(2, column, text)
        sheet.write_row(3, 0, ["CSQU3054383", "4500012345"])
        sheet.write_datetime(3, 2, datetime(2026, 10, 21))
        sheet.write_datetime(3, 3, datetime(2026, 11, 20))
    mapping = {
        "container": "Box",
        "purchase_order": "Our PO",
        "departed_actual": "Left",
        "delivered_actual": "At our gate",
    }
    result = importing.import_file(db, file, kind="shipments", mapping=mapping, received_at=NOW)
    assert result.added == 1
    assert told(db) == [("departed", "actual", "2026-10-21"), ("delivered", "actual", "2026-11-20")]
    (unit,) = units(db)
    assert unit["status"] == "delivered"


def test_a_date_of_tomorrow_is_no_fact_yet(db: Database, tmp_path: Path) -> None:
    brought(db, tmp_path, WIDE.replace("2026-11-21,\n", "2026-11-21,2026-11-30\n"), "status.csv")
    first, _ = units(db)
    assert (first["status"], first["eta"]) == ("in_transit", "2026-11-30")


@pytest.mark.parametrize(
    "words", ["Delivery delayed", "Not delivered", "Delivery order received", "Delivery scheduled"]
)
def test_words_about_a_delivery_are_not_the_delivery(db: Database, tmp_path: Path, words: str) -> None:
    tracking.add_unit(db, carrier="Maersk", number="CSQU3054383")
    brought(db, tmp_path, LONG + f"CSQU3054383;23.11.2026;{words};Hamburg\n", "events.csv")
    (unit,) = units(db)
    assert unit["status"] == "out_for_delivery"
