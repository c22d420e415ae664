"""Damaged messages, event files and sheets are imported in part, or refused in a sentence; never half done."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supplychain_app.domain.errors import AppError
from supplychain_app.services import importing
from supplychain_app.storage.connection import Database
from tests.exchange.edi_messages import DESADV, ORDRSP, X12_855, X12_856, isa
from tests.services.test_import_events import DCSA, EPCIS, LONG, ORDERS, WIDE

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
FILES = {
    "ack.x12": isa(X12_855),
    "asn.x12": isa(X12_856),
    "ordrsp.edi": ORDRSP.encode("cp1252"),
    "desadv.edi": DESADV.encode(),
    "wide.csv": WIDE.encode(),
    "long.csv": LONG.encode(),
    "epcis.json": json.dumps(EPCIS).encode(),
    "dcsa.json": json.dumps(DCSA).encode(),
}
PIECES = [
    b"'",
    b"~",
    b"*",
    b"+",
    b":",
    b"\n",
    b"?",
    b"LIN+",
    b"HL*",
    b";",
    b",",
    b"\x00",
    b"\xff",
    b'"',
    b"0",
    b"99999999",
]
TOLD = ("promise", "shipment", "tracked_unit", "tracking_event", "communication", "import_run", "import_change")


@pytest.fixture
def ordered(db: Database, tmp_path: Path) -> Database:
    orders = tmp_path / "orders.csv"
    orders.write_text(ORDERS)
    importing.import_file(db, orders, received_at=datetime(2026, 9, 2, 9, 0, tzinfo=UTC))
    return db


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_file_never_crashes_and_is_taken_back_whole(
    ordered: Database, tmp_path: Path, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    text = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, max(len(text) - 1, 0)))
        length = data.draw(st.integers(0, 30))
        match data.draw(st.sampled_from(["cut", "double", "insert"])):
            case "cut":
                del text[start : start + length]
            case "double":
                text[start:start] = text[start : start + length]
            case _:
                text[start:start] = data.draw(st.sampled_from(PIECES))
    check(ordered, tmp_path / name, bytes(text))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_events_whose_values_are_of_any_kind_never_crash(
    ordered: Database, tmp_path: Path, data: st.DataObject
) -> None:
    document: Any = json.loads(FILES[data.draw(st.sampled_from(["epcis.json", "dcsa.json"]))])
    odd = st.one_of(st.none(), st.integers(), st.text(max_size=8), st.just([]), st.just({}), st.booleans())
    for _ in range(data.draw(st.integers(1, 4))):
        places = list(leaves(document))
        holder, key = data.draw(st.sampled_from(places))
        holder[key] = data.draw(odd)
    check(ordered, tmp_path / "events.json", json.dumps(document).encode())


def leaves(value: Any) -> Any:
    """Every place in a document where a value stands."""
    names = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for name in names:
        yield value, name
        yield from leaves(value[name])


def check(db: Database, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    before = {table: db[table].count for table in TOLD}
    try:
        result = importing.import_file(db, file, received_at=NOW)
    except AppError as error:
        assert str(error)[-1] in ".)”", str(error)  # noqa: PT017 - the sentence is what is looked at
    else:
        importing.undo(db, result.import_id)
        before["import_run"] += 1
    assert {table: db[table].count for table in TOLD} == before
