"""Edits by hand are appended to history, and each can be taken back and done again."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from supplychain_app.domain.errors import InvalidInput, NotFound
from supplychain_app.services import editing
from supplychain_app.storage.connection import Database

TODAY = date(2026, 11, 23)


@pytest.fixture
def line(db: Database) -> int:
    """One open line of ten pieces."""
    supplier = db["supplier"].insert({"identity": "S1", "name": "Kessler Guss", "recorded_at": "x"}).last_pk
    order = db["purchase_order"].insert({"number": "4500012345", "recorded_at": "x"}).last_pk
    row = {"purchase_order_id": order, "line": "10", "quantity": 10.0, "supplier_id": supplier}
    return int(db["order_line"].insert(row | {"entered_on": "2026-10-01", "recorded_at": "x"}).last_pk)


def value(db: Database, line_id: int, column: str) -> Any:
    return db.conn.execute(f"select {column} from order_line where id = ?", [line_id]).fetchone()[0]


def dump(db: Database) -> list[str]:
    """All there is but the count of writes, which undo raises too."""
    derived = ('INSERT INTO "revision"', 'INSERT INTO "noted_edit"')
    return [line for line in db.conn.iterdump() if not line.startswith(derived)]


def test_a_promise_moves_the_line_and_can_be_undone_and_redone(db: Database, line: int) -> None:
    first = editing.record_promise(db, line, date(2026, 12, 4), source="call", known_on=TODAY, told_by="H. Kessler")
    assert value(db, line, "current_promise") == "2026-12-04"
    second = editing.record_promise(db, line, date(2026, 12, 9), source="mail", known_on=TODAY)
    assert value(db, line, "current_promise") == "2026-12-09"
    assert value(db, line, "first_promise") == "2026-12-04"
    second.undo(db)
    assert value(db, line, "current_promise") == "2026-12-04"
    first.undo(db)
    assert value(db, line, "current_promise") is None
    assert value(db, line, "promises") == 0
    first.redo(db)
    assert value(db, line, "current_promise") == "2026-12-04"
    assert first.line_ids == {line}


def test_the_same_promise_twice_is_refused_and_leaves_no_trace(db: Database, line: int) -> None:
    editing.record_promise(db, line, date(2026, 12, 4), source="call", known_on=TODAY)
    before = dump(db)
    with pytest.raises(InvalidInput, match="recorded already"):
        editing.record_promise(db, line, date(2026, 12, 4), source="call", known_on=TODAY)
    assert dump(db) == before


def test_a_promise_answers_our_open_question(db: Database, line: int) -> None:
    question = {"supplier_id": 1, "order_line_id": line, "asked_by": "us", "kind": "date"}
    db["question"].insert(question | {"asked_at": "2026-11-17T08:00:00Z"})
    edit = editing.record_promise(db, line, date(2026, 12, 4), source="call", known_on=TODAY)
    assert db.conn.execute("select answered_at from question").fetchone()[0] == "2026-11-23T12:00:00Z"
    edit.undo(db)
    assert db.conn.execute("select answered_at from question").fetchone()[0] is None


def test_receipts_complete_a_line(db: Database, line: int) -> None:
    editing.record_receipt(db, line, date(2026, 11, 20), 4, known_on=TODAY)
    assert value(db, line, "status") == "open"
    edit = editing.record_receipt(db, line, date(2026, 11, 21), 6, known_on=TODAY, document="5000001")
    assert value(db, line, "status") == "received"
    edit.undo(db)
    assert value(db, line, "status") == "open"
    with pytest.raises(InvalidInput, match="quantity"):
        editing.record_receipt(db, line, TODAY, 0, known_on=TODAY)


def test_a_field_changes_with_its_reason_in_the_history(db: Database, line: int) -> None:
    edit = editing.set_field(db, line, "required_on", "2026-12-01", today=TODAY, reason="production moved")
    assert value(db, line, "required_on") == "2026-12-01"
    change = db.conn.execute("select field, old, new, known_on, reason from line_change").fetchone()
    assert change == ("required_on", None, "2026-12-01", "2026-11-23", "production moved")
    edit.undo(db)
    assert value(db, line, "required_on") is None
    assert db["line_change"].count == 0


@pytest.mark.parametrize(
    ("field", "bad"),
    [("required_on", "31.02.2026"), ("quantity", "-1"), ("quantity", ""), ("id", 7), ("note", "x" * 30_000)],
)
def test_bad_values_are_refused(db: Database, line: int, field: str, bad: object) -> None:
    before = dump(db)
    with pytest.raises(InvalidInput):
        editing.set_field(db, line, field, bad, today=TODAY)
    assert dump(db) == before


def test_an_owner_is_one_of_our_people_and_a_bulk_edit_is_one_step(db: Database, line: int) -> None:
    row = {"purchase_order_id": 1, "line": "20", "quantity": 5.0, "entered_on": "2026-10-01", "recorded_at": "x"}
    other = int(db["order_line"].insert(row).last_pk)
    before = dump(db)
    edit = editing.set_owner(db, [line, other], "M. Brandt", today=TODAY)
    assert db["person"].count == 1
    assert value(db, line, "owner_id") == value(db, other, "owner_id") == 1
    edit.undo(db)
    assert [text for text in dump(db) if "sqlite_sequence" not in text] == before


def test_cancelling_takes_the_line_out_and_undo_brings_it_back(db: Database, line: int) -> None:
    edit = editing.cancel_line(db, line, on=TODAY, today=TODAY, reason="no longer needed")
    assert value(db, line, "status") == "cancelled"
    edit.undo(db)
    assert value(db, line, "status") == "open"


def test_a_call_links_answers_and_opens_a_follow_up(db: Database, line: int) -> None:
    question = {"supplier_id": 1, "order_line_id": line, "asked_by": "us", "kind": "where"}
    asked = int(db["question"].insert(question | {"asked_at": "2026-11-17T08:00:00Z"}).last_pk)
    edit = editing.record_communication(
        db,
        channel="call",
        body="Tool broke; parts ready on 2 December.",
        happened_at=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
        line_ids=[line],
        person="S. Okoye",
        answers=[asked],
        follow_up=editing.FollowUp("Ask again whether the tool runs", date(2026, 11, 27), "S. Okoye"),
    )
    assert db["communication_link"].count == 1
    assert db.conn.execute("select supplier_id from communication").fetchone()[0] == 1
    assert db.conn.execute("select answered_at from question").fetchone()[0] == "2026-11-23T09:30:00Z"
    assert db.conn.execute("select due_on, order_line_id from follow_up").fetchone() == ("2026-11-27", line)
    edit.undo(db)
    assert db["communication"].count == db["follow_up"].count == db["communication_link"].count == 0
    edit.redo(db)
    assert db["communication"].count == 1


def test_check_ins_and_actions(db: Database, line: int) -> None:
    planned = editing.plan_check_in(db, 1, TODAY)
    with pytest.raises(InvalidInput, match="recorded already"):
        editing.plan_check_in(db, 1, TODAY)
    held = editing.hold_check_in(db, planned.new_id, TODAY, next_on=date(2026, 12, 7))
    assert db["check_in"].count == 2
    held.undo(db)
    assert db["check_in"].count == 1
    action = editing.add_agreed_action(db, 1, "Confirm within two days", side="theirs", due_on=date(2026, 12, 1))
    editing.finish_agreed_action(db, action.new_id, done_on=TODAY)
    assert db.conn.execute("select done_on from agreed_action").fetchone()[0] == "2026-11-23"


def test_what_is_gone_is_said(db: Database) -> None:
    with pytest.raises(NotFound):
        editing.set_field(db, 99, "note", "x", today=TODAY)
    with pytest.raises(InvalidInput):
        editing.record_promise(db, 99, TODAY, known_on=TODAY)
    with pytest.raises(NotFound):
        editing.set_owner(db, [], "M. Brandt", today=TODAY)
