"""Keeps the workspace file safe: integrity, backups, and putting a backup back."""

from datetime import UTC, datetime
from pathlib import Path

from supplychain_app.domain.errors import WorkspaceError
from supplychain_app.language import tr
from supplychain_app.storage import database
from supplychain_app.storage.connection import Database


def integrity(db: Database) -> str:
    """'ok', or what SQLite finds wrong with the file."""
    return database.integrity(db)


def back_up(db: Database, target: Path) -> None:
    """Write a consistent copy of the open workspace to `target`."""
    if target.exists() and target.samefile(database.path_of(db)):
        raise WorkspaceError(tr("The backup would overwrite the workspace itself. Choose another name."))
    database.back_up(db, target)


def restore(backup: Path, workspace: Path) -> Path | None:
    """Put `backup` in the place of `workspace`; returns where the former file is kept, if there was one.

    The backup is opened and checked first, so that a damaged one never replaces a good file.
    """
    source = database.open_file(backup)
    try:
        found = database.integrity(source)
        if found != "ok":
            raise WorkspaceError(tr("{backup} is damaged ({found}). Nothing was restored.", backup=backup, found=found))
        kept = _set_aside(workspace)
        database.back_up(source, workspace)
    finally:
        source.close()
    return kept


def _set_aside(workspace: Path) -> Path | None:
    if not workspace.exists():
        return None
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    kept = workspace.with_name(f"{workspace.stem}.before-restore-{stamp}{workspace.suffix}")
    try:
        former = database.connect(workspace)
        try:
            database.back_up(former, kept)
        finally:
            former.close()
    except WorkspaceError:  # damaged: keep its bytes as they are
        workspace.replace(kept)
    for suffix in ("-wal", "-shm"):
        workspace.with_name(workspace.name + suffix).unlink(missing_ok=True)
    return kept
