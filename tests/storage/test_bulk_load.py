"""Many rows at once leave a table as many rows one by one do."""

from typing import Any

import numpy as np
import pytest

from supplychain_app.domain.errors import Cancelled
from supplychain_app.storage import bulk_load, database, packed_blocks
from supplychain_app.storage.connection import Database


@pytest.fixture
def started(db: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    """A workspace of one order line with three promises, of which a column is kept."""
    monkeypatch.setattr(bulk_load, "FEW", 2)
    with database.writing(db):
        db["purchase_order"].insert({"id": 1, "number": "4501", "recorded_at": "2026-01-01"})
        line = {"id": 1, "purchase_order_id": 1, "line": "10", "quantity": 5}
        db["order_line"].insert({**line, "entered_on": "2026-01-01", "recorded_at": "2026-01-01"})
        add_promises(db, 1, 3)
        packed_blocks.save(db.conn, "promise", 0, {"day": np.arange(3)})
    return db


def add_promises(db: Database, first: int, last: int) -> None:
    db.conn.executemany(
        "insert into promise (id, order_line_id, promised_on, known_on, source, recorded_at, import_id)"
        " values (?, 1, '2026-03-03', ?, 'import', '2026-01-01', 7)",
        ((n, f"2026-02-{n:02d}") for n in range(first, last + 1)),
    )


def beside(db: Database) -> set[tuple[Any, ...]]:
    """The indexes and triggers of promises."""
    return set(db.conn.execute("select type, name, sql from sqlite_master where tbl_name = 'promise'"))


def test_indexes_and_triggers_stand_after_as_before(started: Database) -> None:
    before = beside(started)
    with database.writing(started):
        with bulk_load.adding(started, "promise", 4):
            gone = {name for _, name, _ in before - beside(started)}
            assert gone == {
                "promise_import",
                "promise_part",
                "promise_replaces",
                "promise_packed_insert",
                "promise_packed_insert_replaced",
                "promise_packed_insert_part",
                "promise_packed_insert_replaced_part",
            }
            add_promises(started, 4, 7)
        assert packed_blocks.find(started.conn, "promise", ["day"]) == {}
    assert beside(started) == before
    assert database.integrity(started) == "ok"
    found = "select count(*) from promise indexed by promise_import where import_id = 7"
    assert started.conn.execute(found).fetchone() == (7,)


@pytest.mark.parametrize(("held", "added"), [(3, 2), (0, 1)])
def test_few_rows_go_in_as_they_come(started: Database, held: int, added: int) -> None:
    before = beside(started)
    with database.writing(started), database.undoing(started, "test"):
        started.conn.execute("delete from promise where id > ?", [held])
        with bulk_load.adding(started, "promise", added):
            assert beside(started) == before


def test_what_breaks_off_leaves_all_as_it_was(started: Database) -> None:
    def half_an_import() -> None:
        with database.writing(started), bulk_load.adding(started, "promise", 4):
            add_promises(started, 4, 5)
            raise Cancelled

    before = beside(started)
    with pytest.raises(Cancelled):
        half_an_import()
    assert beside(started) == before
    assert started.conn.execute("select count(*) from promise").fetchone() == (3,)
    assert set(packed_blocks.find(started.conn, "promise", ["day"])) == {0}
