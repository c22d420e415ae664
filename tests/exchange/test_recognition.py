"""Exports of many ERPs and languages are recognised with no hand mapping."""

from pathlib import Path

import pytest

from supplychain_app.exchange import recognition
from supplychain_app.exchange.layouts import known_layout
from tests.exchange.exports import EXPORTS, Export


@pytest.mark.parametrize("export", EXPORTS, ids=lambda e: e.name)
def test_columns_are_recognised(export: Export, tmp_path: Path) -> None:
    path = tmp_path / export.name
    path.write_text(export.text, encoding="utf-8")
    reading = recognition.interpret(path, recognition.read_tables(path))
    found = {match.column: match.field for match in reading.records.matches}
    wrong = {c: (f, found.get(c)) for c, f in export.fields.items() if found.get(c) != f}
    assert not wrong, f"(expected, found): {wrong}"
    assert reading.found.kind == export.kind
    if export.layout:
        assert reading.found.layout == export.layout
    assert len(reading.records) + len(reading.records.rejects) == export.rows, reading.records.rejects
    assert not reading.records.rejects
    for column, order in (export.orders or {}).items():
        assert reading.records.date_orders[column] == order


def test_every_match_tells_its_evidence(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(EXPORTS[1].text, encoding="utf-8")
    reading = recognition.interpret(path, recognition.read_tables(path))
    assert all(len(match.evidence) > 10 for match in reading.records.matches)


@pytest.mark.parametrize(
    ("headers", "program"),
    [
        ("PO Number,PO Line,Promised Date,Need By Date,Quantity Ordered,Quantity Received", None),
        ("PO Number,Line Num,Shipment Num,Need-By Date,Promised Date,Ship-To Organization,Quantity Billed", "Oracle"),
        ("Item,Supplier,Location,Ordering Date,Receipt Date,Qty", None),
    ],
)
def test_a_program_is_named_by_a_header_that_only_it_writes(headers: str, program: str | None) -> None:
    assert known_layout(headers.split(",")) == program


def test_material_codes_that_end_in_a_count_are_no_row_numbers(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(
        "PO Number,Line,Material,Quantity,Required Date\n"
        "4500012345,10,MAT-1,100,2026-12-01\n4500012345,20,MAT-2,50,2026-12-01\n4500012345,30,MAT-3,5,2026-12-15\n"
    )
    reading = recognition.interpret(path, recognition.read_tables(path))
    assert reading.records.get("material") == ["MAT-1", "MAT-2", "MAT-3"]


@pytest.mark.parametrize("papers", ["HBL,MBL", "MBL,HBL"])
def test_of_two_bills_the_lines_own_is_followed(papers: str, tmp_path: Path) -> None:
    bills = {"HBL": "FWD123456", "MBL": "MAEU255123456"}
    path = tmp_path / "status.csv"
    row = ",".join(bills[name] for name in papers.split(","))
    path.write_text(
        f"Bestellnummer,Container,{papers},Ladehafen,Löschhafen,ETD,ETA\n"
        f"PO-10077,MSKU1234565,{row},Ningbo,Hamburg,2026-05-01,2026-06-09\n"
        f"PO-10078,CSQU3054383,{row},Ningbo,Hamburg,2026-05-01,2026-06-09\n",
        encoding="utf-8",
    )
    reading = recognition.interpret(path, recognition.read_tables(path))
    found = {match.column: match.field for match in reading.records.matches}
    assert (found.get("MBL"), found.get("HBL"), found.get("Löschhafen")) == ("tracking_number", None, "destination")
