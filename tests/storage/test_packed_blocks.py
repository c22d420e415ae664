"""Columns kept in the file say what the rows say, whatever was written since."""

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain_app.analytics.line_facts import MISSING
from supplychain_app.storage import database, facts, lead_lines, open_lines, packed, packed_blocks
from supplychain_app.storage.connection import Database

TODAY = date(2026, 11, 23)
LINES = 60
RECEIVED = 2 * packed_blocks.BLOCK // 3 * 3  # a line of the second block, which has none open
Write = Callable[[Database], object]


def add_line(db: Database, line: int) -> None:
    db["order_line"].insert(
        {"id": line, "purchase_order_id": 1, "line": str(line), "supplier_id": 1, "quantity": 10 + line / 4,
         "value_minor": None if line % 7 == 0 else 100 * line, "mode": ("road", "ocean", None)[line % 3],
         "issued_on": f"2026-0{1 + line % 8}-11", "entered_on": "2026-01-01", "recorded_at": "2026-01-01",
         "current_promise": None if line % 5 == 0 else f"2026-0{2 + line % 8}-11",
         "status": ("received", "open", "cancelled")[line % 3],
         "completed_on": "2026-10-01" if line % 3 == 0 else None,
         "cancelled_on": f"2026-11-{10 + line % 20}" if line % 3 == 2 else None},
    )  # fmt: skip


def add_promise(db: Database, promise: int, day: str, **more: Any) -> None:
    db["promise"].insert(
        {"id": promise, "order_line_id": 1 + promise % LINES, "promised_on": day, "known_on": "2026-02-03",
         "source": "import", "recorded_at": "2026-02-03", **more},
    )  # fmt: skip


def add_receipt(db: Database, receipt: int, quantity: float, **more: Any) -> None:
    db["receipt"].insert(
        {"id": receipt, "order_line_id": 1 + receipt % LINES, "received_on": "2026-09-09", "quantity": quantity,
         "known_on": "2026-09-10", "source": "import", "fingerprint": str(receipt),
         "recorded_at": "2026-09-10", **more},
    )  # fmt: skip


@pytest.fixture
def kept(db: Database) -> Database:
    """A workspace whose columns are kept: one block of lines from its start, another of its last."""
    with database.writing(db):
        db["supplier"].insert({"id": 1, "identity": "a", "name": "Kessler", "recorded_at": "2026-01-01"})
        db["purchase_order"].insert({"id": 1, "number": "4501", "recorded_at": "2026-01-01"})
        for line in (*range(1, LINES), RECEIVED):
            add_line(db, line)
        for number in range(1, LINES - 1):
            add_promise(db, number, f"2026-0{1 + number % 9}-20")
            add_receipt(db, number, 20)
    keep(db)
    return db


def keep(db: Database) -> None:
    facts.keep(db)
    open_lines.keep(db)


def plain(db: Database) -> list[Any]:
    """What the rows say."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packed_blocks, "find", lambda *_: {})
        return read(db)


def read(db: Database) -> list[Any]:
    return [facts.history(db), lead_lines.load(db, TODAY, ("lane",)), open_lines.load(db, TODAY)]


def assert_same(one: Any, other: Any) -> None:
    if isinstance(one, list):
        for this, that in zip(one, other, strict=True):
            assert_same(this, that)
        return
    for name, value in vars(one).items():
        if isinstance(value, np.ndarray):
            assert value.dtype == getattr(other, name).dtype, name
            np.testing.assert_array_equal(value, getattr(other, name), name)
        elif hasattr(value, "__dataclass_fields__"):
            assert_same(value, getattr(other, name))
        else:
            assert value == getattr(other, name), name


def blocks(db: Database) -> set[tuple[str, int]]:
    return set(db.conn.execute("select distinct source, block from packed_column"))


def test_what_is_kept_is_what_would_be_read(kept: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = plain(kept)
    monkeypatch.setattr(packed.Rows, "block", lambda *_: pytest.fail("the rows were read"))
    found = read(kept)
    assert_same(found, expected)
    still_open = [n for n in range(LINES) if n % 3 == 1 or (n % 3 == 2 and 10 + n % 20 > TODAY.day)]
    assert [len(one.line_id) for one in found[1:]] == [LINES, len(still_open)]


WRITES: dict[str, tuple[Write, set[tuple[str, int]]]] = {
    "a line": (lambda db: add_line(db, LINES), {("order_line", 0)}),
    "a value": (lambda db: db.conn.execute("update order_line set mode = 'air' where id = 5"), {("order_line", 0)}),
    "the last line": (lambda db: db.conn.execute("update order_line set quantity = 3 where id > 99"),
                      {("order_line", 1)}),
    "no line": (lambda db: db.conn.execute("delete from order_line where id > 99"), {("order_line", 1)}),
    "a promise": (lambda db: add_promise(db, 900, "2026-12-24"), {("promise", 0)}),
    "a correction": (lambda db: add_promise(db, 40_000, "2026-12-24", replaces_id=7), {("promise", 0)}),
    "a retraction": (lambda db: add_receipt(db, 40_000, 0, replaces_id=7, retraction=1), {("receipt", 0)}),
    "a receipt": (lambda db: add_receipt(db, 900, 0.25), {("receipt", 0)}),
}  # fmt: skip


@pytest.mark.parametrize("what", WRITES)
def test_a_write_takes_its_block_and_no_other(kept: Database, what: str) -> None:
    write, gone = WRITES[what]
    before = blocks(kept)
    with database.writing(kept):
        write(kept)
    assert before - blocks(kept) == gone
    expected = plain(kept)
    assert_same(read(kept), expected)
    keep(kept)
    assert_same(read(kept), expected)


def test_an_import_taken_back_takes_what_it_brought_from_the_columns(kept: Database) -> None:
    with database.writing(kept):
        add_promise(kept, 40_000, "2026-12-24", replaces_id=7)
    keep(kept)
    with database.writing(kept), database.undoing(kept, "the correction"):
        kept.conn.execute("delete from promise where id = 40000")
    assert_same(read(kept), plain(kept))


def test_only_blocks_that_are_gone_are_read_again(kept: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    original = packed.Rows.block

    def watched(self: packed.Rows, connection: Any, block: int, columns: Any) -> Any:
        asked.append((self.table, block))
        return original(self, connection, block, columns)

    with database.writing(kept):
        kept.conn.execute("update order_line set mode = 'air' where id = 5")
    monkeypatch.setattr(packed.Rows, "block", watched)
    keep(kept)
    assert asked == [("order_line", 0)] * 2


def kept_and_read(values: np.ndarray) -> np.ndarray:
    found = np.empty_like(values)
    packed_blocks._part(*packed_blocks._packed(values)).write(found)
    return found


@given(st.lists(st.floats() | st.integers(-(2**53), 2**53).map(float) | st.integers(-2, 300).map(float)))
def test_numbers_come_back_as_they_were(values: list[float]) -> None:
    numbers = np.array(values, dtype=np.float64)
    np.testing.assert_array_equal(kept_and_read(numbers), numbers)


@given(st.lists(st.just(MISSING) | st.integers(-(2**31), 2**31 - 1) | st.integers(739_000, 739_900)))
def test_days_and_ids_come_back_as_they_were(values: list[int]) -> None:
    for dtype in (np.int32, np.int64):
        assert kept_and_read(np.array(values, dtype=dtype)).tolist() == values
