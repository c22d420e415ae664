"""The one way into a workspace file: connect, refuse what is not ours, back up, migrate."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from supplychain_app.domain.errors import WorkspaceError
from supplychain_app.language import tr
from supplychain_app.storage import revisions
from supplychain_app.storage.connection import Database

APPLICATION_ID = 0x5343_4150  # "SCAP", in the file's header
STEP_NAMES = frozenset(
    (
        "m001_first_schema",
        "m002_mail_servers",
        "m003_lines_by_promise",
        "m004_watched_shipments",
        "m005_revisions",
        "m006_listed_lines",
        "m007_kept_answers",
        "m008_words_of_communications",
        "m009_units_by_check",
        "m010_suppliers_by_name",
        "m011_lines_by_value",
        "m012_answers_anew",
        "m013_when_an_eta_was_told",
        "m014_packed_columns",
        "m015_lines_by_order_day_quantity_and_material",
        "m016_what_forecasts_rest_on",
        "m017_own_days",
        "m018_events_by_time",
        "m019_parts_of_a_delivery",
        "m020_rows_of_today",
        "m021_parts_by_line",
        "m011_notes_on_communications",
    )
)
"""The steps of storage/migrations.py: a file that lacks one is brought up to date, one that has more is newer."""
BUSY_MS = 10_000
_DISK_TROUBLE = ("disk is full", "disk I/O error", "readonly", "unable to open")


def connect(path: Path, *, read_only: bool = False, cache_mb: int = 64) -> Database:
    """A connection of this thread's own to an existing workspace file; close it with `db.close()`."""
    uri = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"
    try:
        connection = sqlite3.connect(uri, uri=True, timeout=BUSY_MS / 1000)
        connection.execute("pragma foreign_keys = on")
        connection.execute("pragma recursive_triggers = on")  # a row that is replaced is a row that is deleted
        connection.execute("pragma synchronous = normal")
        connection.execute(f"pragma cache_size = -{cache_mb * 1024}")
        connection.execute("pragma temp_store = memory")
    except sqlite3.OperationalError as error:
        raise WorkspaceError(
            tr("Cannot open {path}: {error}. Check that the file exists and may be written.", path=path, error=error)
        ) from error
    except sqlite3.DatabaseError as error:
        raise WorkspaceError(_explain(path, error)) from error
    return Database(connection)


def standing(path: Path) -> tuple[int, bool] | None:
    """Which file stands at a path, and whether it may be written; None while there is none."""
    try:
        return path.stat().st_ino, os.access(path, os.W_OK)
    except OSError:
        return None


def interrupt_when(db: Database, cancelled: Callable[[], bool]) -> None:
    """Break off a statement under way, with an OperationalError, soon after `cancelled()` is true."""
    db.conn.set_progress_handler(lambda: int(cancelled()), 20_000)


def create_file(path: Path) -> Database:
    """A new workspace file with today's schema.

    Raises WorkspaceError when something already stands at `path` or the folder cannot be written.
    """
    if path.exists() and path.stat().st_size > 0:
        raise WorkspaceError(tr("{path} already exists. Choose another name or open it.", path=path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    except OSError as error:
        raise WorkspaceError(
            tr("Cannot create {path}: {reason}. Choose a folder you may write to.", path=path, reason=error.strerror)
        ) from error
    db = connect(path)
    db.conn.execute("pragma journal_mode = wal")
    db.conn.execute(f"pragma application_id = {APPLICATION_ID}")
    _migrate(db)
    return db


def open_file(path: Path, *, create: bool = False) -> Database:
    """Open a workspace: refuse a stranger's or newer file, back up before pending steps, then migrate.

    Raises WorkspaceError with one sentence for: missing, a folder, empty, not SQLite, damaged, locked, not a
    workspace, or made by a newer program. The file is left as it was in each of these cases.
    """
    _check_readable(path, create=create)
    if create and (not path.exists() or path.stat().st_size == 0):
        return create_file(path)
    if not os.access(path.absolute().parent, os.W_OK):  # SQLite keeps its journal beside the file
        raise WorkspaceError(
            tr("{path} is in a folder that may not be written. Copy the file into one of your own.", path=path)
        )
    writable = os.access(path, os.W_OK)
    if writable:
        _free_journal(path)
    db = connect(path, read_only=not writable)
    try:
        if db.conn.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
            raise WorkspaceError(
                tr("{path} is an SQLite file, but not a workspace of this program. Open another file.", path=path)
            )
        applied = _applied(db)
        if applied - STEP_NAMES:
            raise WorkspaceError(
                tr("{path} was made by a newer version of this program. Update the program to open it.", path=path)
            )
        if STEP_NAMES - applied:
            if not writable:
                raise WorkspaceError(
                    tr("{path} is read-only and must be brought up to date first. Make it writable.", path=path)
                )
            back_up(db, _backup_path(path))
            _migrate(db)
    except sqlite3.DatabaseError as error:
        db.close()
        raise WorkspaceError(_explain(path, error)) from error
    except BaseException:
        db.close()
        raise
    return db


def _free_journal(path: Path) -> None:
    """What SQLite made beside the file while that was read-only stayed so, and would keep it read-only for ever."""
    for beside in (path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        if not beside.exists() or os.access(beside, os.W_OK):
            continue
        try:
            beside.chmod(path.stat().st_mode & 0o777)
        except OSError as error:
            raise WorkspaceError(
                tr("{path} may only be read, and the workspace needs it. Make it writable.", path=beside)
            ) from error


def _applied(db: Database) -> set[str]:
    """Names of the steps that a file has been through, from the table that sqlite-utils keeps."""
    kept = "select 1 from sqlite_master where name = '_sqlite_migrations'"
    if db.conn.execute(kept).fetchone() is None:
        return set()
    named = "select name from _sqlite_migrations where migration_set = 'supplychain_app'"
    return {row[0] for row in db.conn.execute(named)}


def _migrate(db: Database) -> None:
    import sqlite_utils

    from supplychain_app.storage.migrations import schema

    schema.apply(sqlite_utils.Database(db.conn))


def back_up(db: Database, target: Path) -> None:
    """Write a consistent copy through SQLite's own backup, whole or not at all; the source may be in use."""
    partial = target.with_name(target.name + ".part")
    try:
        partial.unlink(missing_ok=True)
        copy = sqlite3.connect(partial)
        try:
            db.conn.backup(copy)
        finally:
            copy.close()
        partial.replace(target)
    except (OSError, sqlite3.Error) as error:
        partial.unlink(missing_ok=True)
        raise WorkspaceError(
            tr("Cannot write the backup {target}: {error}. Choose another place.", target=target, error=error)
        ) from error


@contextmanager
def writing(db: Database, *, nouns: frozenset[str] = revisions.NOUNS) -> Iterator[None]:
    """One user action: all of it or nothing. Takes the write lock at once, so that two writers queue up.

    `nouns`: what is written; the figures that rest on other things need not be worked out again.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield
            revisions.raise_for(db, nouns)
        return
    try:
        db.conn.execute("begin immediate")
    except sqlite3.OperationalError as error:
        if any(words in str(error) for words in _DISK_TROUBLE):
            raise WorkspaceError(_not_saved(db, error)) from error
        raise WorkspaceError(
            tr("Another program is writing to this workspace. Try again when it has finished.")
        ) from error
    try:
        yield
        revisions.raise_for(db, nouns)
        db.conn.commit()
    except sqlite3.OperationalError as error:
        db.conn.rollback()
        if any(words in str(error) for words in _DISK_TROUBLE):
            raise WorkspaceError(_not_saved(db, error)) from error
        raise
    except BaseException:
        db.conn.rollback()
        raise


def _not_saved(db: Database, error: sqlite3.OperationalError) -> str:
    if "readonly" in str(error):
        return tr(
            "Nothing was saved: {path} may only be read. Make it writable; the program takes it up by itself.",
            path=path_of(db),
        )
    return tr(
        "Nothing was saved: {error}. Check that the disk has space and the file may be written, and try again.",
        error=error,
    )


@contextmanager
def undoing(db: Database, what: str) -> Iterator[None]:
    """Inside `writing`: lets history rows be taken back, for undo only."""
    db.conn.execute("insert into undoing (what) values (?)", [what])
    try:
        yield
    finally:
        if db.conn.in_transaction:
            db.conn.execute("delete from undoing")


def integrity(db: Database) -> str:
    """'ok', or what SQLite finds wrong with the file."""
    found = [row[0] for row in db.conn.execute("pragma integrity_check(20)")]
    found += [
        f"{row[0]} row {row[1]} points to a missing {row[2]}" for row in db.conn.execute("pragma foreign_key_check")
    ]
    return "; ".join(text for text in found if text != "ok") or "ok"


def path_of(db: Database) -> Path:
    """The file that a connection is open on."""
    return Path(db.conn.execute("pragma database_list").fetchone()[2])


def now_utc() -> str:
    """This moment as the file stores it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _check_readable(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise WorkspaceError(tr("{path} is a folder. Choose the workspace file in it.", path=path))
    if not path.exists():
        if create:
            return
        raise WorkspaceError(tr("There is no file {path}. Check the name, or import a file to create it.", path=path))
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise WorkspaceError(
            tr("Cannot read {path}: {reason}. Check its permissions.", path=path, reason=error.strerror)
        ) from error
    if not head and create:
        return
    if not head:
        raise WorkspaceError(tr("{path} is empty. Restore a backup, or import into a new file.", path=path))
    if head[:16] != b"SQLite format 3\x00":
        raise WorkspaceError(tr("{path} is not a workspace file. To bring in a table, import it instead.", path=path))
    # The header tells how many pages the file should have; with a write-ahead log it may lag behind.
    page_size = int.from_bytes(head[16:18]) or 1
    expected = int.from_bytes(head[28:32]) * (65536 if page_size == 1 else page_size)
    if path.stat().st_size < expected and not path.with_name(path.name + "-wal").exists():
        raise WorkspaceError(
            tr("{path} is damaged (part of it is missing). Restore a backup; the file was left as it is.", path=path)
        )


def _backup_path(path: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    return path.with_name(f"{path.stem}.before-update-{stamp}{path.suffix}")


def _explain(path: Path, error: sqlite3.DatabaseError) -> str:
    text = str(error)
    if "locked" in text or "busy" in text:
        return tr("{path} is locked by another program. Close it there and try again.", path=path)
    return tr("{path} is damaged ({text}). Restore a backup; the file was left as it is.", path=path, text=text)
