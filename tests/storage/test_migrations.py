"""Older files: opened, backed up first, brought up to date; and nothing is lost on the way."""

import gzip
import sqlite3
from datetime import date
from pathlib import Path

import pytest
import sqlite_utils
from sqlite_utils import Database, Migrations

from supplychain_app.domain.calendars import OwnDays
from supplychain_app.domain.errors import WorkspaceError
from supplychain_app.services import working_days
from supplychain_app.storage import database, migrations

RELEASED = Path(__file__).parent / "released"


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """This program, one step ahead of the file."""
    newer = Migrations("supplychain_app")
    for step in migrations.schema._migrations:
        newer(name=step.name)(step.fn)

    @newer(name="m900_weight")
    def m900_weight(db: Database) -> None:
        db["shipment"].add_column("weight_grams", int)

    monkeypatch.setattr(migrations, "schema", newer)
    monkeypatch.setattr(database, "STEP_NAMES", frozenset(step.name for step in newer._migrations))


def test_the_steps_that_a_file_is_checked_for_are_those_there_are() -> None:
    assert {step.name for step in migrations.schema._migrations} == database.STEP_NAMES


def put(path: Path, key: str) -> None:
    db = database.open_file(path)
    with database.writing(db):
        db.conn.execute("insert into setting values (?, '1')", [key])
    db.close()


def test_pending_steps_are_applied_after_a_backup(workspace: Path, request: pytest.FixtureRequest) -> None:
    put(workspace, "mine")
    request.getfixturevalue("next_version")
    db = database.open_file(workspace)
    assert "weight_grams" in {row["name"] for row in db.query("pragma table_info(shipment)")}
    assert db.conn.execute("select key from setting").fetchall() == [("mine",)]
    db.close()
    (backup,) = workspace.parent.glob("*before-update*")
    with sqlite3.connect(backup) as kept:
        assert kept.execute("select key from setting").fetchall() == [("mine",)]
        assert "weight_grams" not in {row[1] for row in kept.execute("pragma table_info(shipment)")}


def test_file_of_the_next_version_is_refused_by_this_one(workspace: Path, request: pytest.FixtureRequest) -> None:
    ours = database.STEP_NAMES
    with pytest.MonkeyPatch.context() as patch:
        request.getfixturevalue("next_version")
        database.open_file(workspace).close()
        patch.setattr(database, "STEP_NAMES", ours)
        before = workspace.read_bytes()
        with pytest.raises(WorkspaceError, match="newer version"):
            database.open_file(workspace)
        assert workspace.read_bytes() == before


@pytest.mark.parametrize("released", sorted(RELEASED.glob("*.db.gz")), ids=lambda p: p.name)
def test_files_of_every_release_open(released: Path, tmp_path: Path) -> None:
    """One small file is kept of each released schema: two order lines, a promise that moved, a kept answer if any."""
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(released.read_bytes()))
    db = database.open_file(path)
    assert migrations.schema.pending(sqlite_utils.Database(db.conn)) == []
    rows = db.conn.execute("select line, first_promise, current_promise, promises from order_line order by line")
    assert rows.fetchall() == [("10", "2026-12-15", "2026-12-22", 2), ("20", "2026-12-15", "2026-12-15", 1)]
    assert db.conn.execute("select count(*) from kept_answer").fetchone()[0] == 0, "its words are of an older program"
    days = OwnDays(date(2026, 8, 3), date(2026, 8, 21), reason="Summer shutdown")
    supplier = db.conn.execute("select supplier_id from order_line").fetchone()[0]
    working_days.add(db, supplier, days)
    assert [entry.days for entry in working_days.listed(db, supplier)] == [days]
    assert database.integrity(db) == "ok"
    db.close()
