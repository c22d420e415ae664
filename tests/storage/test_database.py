"""The workspace file: made, opened, refused, backed up, and never left half-written."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from supplychain_app.domain.errors import WorkspaceError
from supplychain_app.storage import database, line_state
from supplychain_app.storage.connection import Database
from supplychain_app.storage.query import Filter, RowQuery, Source


def test_new_file_is_wal_strict_and_ours(db: Database) -> None:
    assert db.conn.execute("pragma journal_mode").fetchone()[0] == "wal"
    assert db.conn.execute("pragma foreign_keys").fetchone()[0] == 1
    tables = db.conn.execute("select name, strict from pragma_table_list where type = 'table' and schema = 'main'")
    loose = [name for name, strict in tables if not strict and not name.startswith(("sqlite_", "_sqlite", "search"))]
    assert loose == []
    assert database.integrity(db) == "ok"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"hello, this is not a database", "not a workspace"),
        (b"SQLite format 3\x00garbage", "damaged"),
    ],
)
def test_unusable_files_are_refused_and_left_alone(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(content)
    with pytest.raises(WorkspaceError, match=words):
        database.open_file(path)
    assert path.read_bytes() == content


def test_missing_folder_and_foreign_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="There is no file"):
        database.open_file(tmp_path / "none.db")
    with pytest.raises(WorkspaceError, match="is a folder"):
        database.open_file(tmp_path)
    sqlite3.connect(tmp_path / "other.db").execute("create table t (x)").connection.close()
    with pytest.raises(WorkspaceError, match="not a workspace of this program"):
        database.open_file(tmp_path / "other.db")


def test_newer_file_is_refused(workspace: Path) -> None:
    with sqlite3.connect(workspace) as connection:
        connection.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) values ('supplychain_app', 'm999', '')"
        )
    with pytest.raises(WorkspaceError, match="newer version"):
        database.open_file(workspace)


def test_truncated_file_is_named_as_damaged(workspace: Path) -> None:
    with sqlite3.connect(workspace) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    connection.close()
    content = workspace.read_bytes()[: 3 * 4096 + 100]
    workspace.write_bytes(content)
    with pytest.raises(WorkspaceError, match="damaged"):
        database.open_file(workspace)
    assert workspace.read_bytes() == content


def test_locked_file_says_so(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_MS", 1)
    other = database.open_file(workspace)
    with database.writing(other):
        second = database.open_file(workspace)
        with pytest.raises(WorkspaceError, match="Another program is writing"), database.writing(second):
            pass
        second.close()
    other.close()


def test_a_file_that_may_only_be_read_is_not_called_busy(workspace: Path) -> None:
    db = database.connect(workspace, read_only=True)
    with pytest.raises(WorkspaceError, match="may only be read"), database.writing(db):
        pass
    db.close()


def test_what_stayed_read_only_beside_a_file_is_freed(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journals = [workspace.with_name(workspace.name + ending) for ending in ("-wal", "-shm")]
    for journal in journals:
        journal.touch()
        journal.chmod(0o444)
    workspace.chmod(0o644)
    # Who runs as administrator may write anything, so that the bits are asked.
    monkeypatch.setattr(os, "access", lambda path, _: bool(Path(path).stat().st_mode & 0o200))
    db = database.open_file(workspace)
    assert [journal.stat().st_mode & 0o777 for journal in journals] == [0o644, 0o644]
    with database.writing(db):
        db.conn.execute("insert into setting values ('x', '1')")
    db.close()


def test_backup_of_a_live_file_holds_every_row(db: Database, tmp_path: Path) -> None:
    with database.writing(db):
        db.conn.executemany("insert into setting values (?, '1')", [(str(n),) for n in range(500)])
    database.back_up(db, tmp_path / "copy.db")
    copy = database.open_file(tmp_path / "copy.db")
    assert copy.conn.execute("select count(*) from setting").fetchone()[0] == 500
    copy.close()


def test_killed_writer_leaves_the_file_as_it_was(workspace: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from supplychain_app.storage import database\n"
        "db = database.open_file(Path(sys.argv[1]))\n"
        "with database.writing(db):\n"
        "    db.conn.execute(\"insert into setting values ('half', '1')\")\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    assert subprocess.run([sys.executable, "-c", script, str(workspace)], check=False).returncode == -9
    db = database.open_file(workspace)
    assert db.conn.execute("select count(*) from setting").fetchone()[0] == 0
    assert database.integrity(db) == "ok"
    db.close()


def a_line(db: Database, quantity: float = 10) -> int:
    db.conn.execute("insert or ignore into purchase_order (id, number, recorded_at) values (1, 'P1', '')")
    cursor = db.conn.execute(
        "insert into order_line (purchase_order_id, line, quantity, entered_on, recorded_at)"
        " values (1, (select count(*) from order_line), ?, '2026-01-01', '')",
        [quantity],
    )
    return int(cursor.lastrowid or 0)


def test_history_cannot_be_rewritten(db: Database) -> None:
    with database.writing(db):
        line = a_line(db)
        db.conn.execute(
            "insert into promise (order_line_id, promised_on, known_on, source, recorded_at)"
            " values (?, '2026-02-01', '2026-01-01', 'manual', '')",
            [line],
        )
    with pytest.raises(sqlite3.IntegrityError, match="is history"):
        db.conn.execute("update promise set promised_on = '2026-03-01'")
    db.conn.rollback()
    with pytest.raises(sqlite3.IntegrityError, match="is history"):
        db.conn.execute("delete from promise")
    db.conn.rollback()
    with database.writing(db), database.undoing(db, "test"):
        db.conn.execute("delete from promise")


def test_line_state_follows_promises_and_netted_receipts(db: Database) -> None:
    with database.writing(db):
        line = a_line(db)
        for promised, known in [("2026-02-01", "2026-01-05"), ("2026-02-09", "2026-01-20")]:
            db.conn.execute(
                "insert into promise (order_line_id, promised_on, known_on, source, recorded_at)"
                " values (?, ?, ?, 'manual', '')",
                [line, promised, known],
            )
        for number, (day, quantity) in enumerate(
            [("2026-02-01", 6), ("2026-02-03", 4), ("2026-02-03", -4), ("2026-02-10", 4)]
        ):
            db.conn.execute(
                "insert into receipt (order_line_id, received_on, quantity, known_on, source, fingerprint, recorded_at)"
                " values (?, ?, ?, ?, 'manual', ?, '')",
                [line, day, quantity, day, str(number)],
            )
        line_state.refresh(db, [line])
    row = next(db.query("select * from order_line"))
    assert (row["first_promise"], row["current_promise"], row["promises"]) == ("2026-02-01", "2026-02-09", 2)
    assert (row["first_received_on"], row["completed_on"], row["status"]) == ("2026-02-01", "2026-02-10", "received")
    assert row["received_quantity"] == 10


def test_row_query_filters_sorts_and_refuses_unknown_columns(db: Database) -> None:
    with database.writing(db):
        lines = [a_line(db, quantity) for quantity in (5, 7, 3)]
    source = Source("lines", "order_line l", "l.id", {"quantity": "l.quantity"}, {"big": "l.quantity > :limit"})
    query = RowQuery(source, ("quantity",))
    assert query.sorted_by("quantity", descending=True).ids(db).tolist() == [lines[1], lines[0], lines[2]]
    assert RowQuery(source, ("quantity",), (Filter("quantity", "<=", 5),)).count(db) == 2
    assert RowQuery(source, ("quantity",), keywords=("big",), parameters={"limit": 6}).ids(db).tolist() == [lines[1]]
    assert query.sorted_by("quantity").first(db, 2).tolist() == [lines[2], lines[0]]
    assert query.rows(db, lines[:1]) == {lines[0]: (5.0,)}
    with pytest.raises(Exception, match="no column"):
        query.sorted_by("quantity; drop table x").ids(db)
