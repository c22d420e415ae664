"""Backups are whole, a restore never loses what stood there, and a full disk loses nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from supplychain_app.domain.errors import WorkspaceError
from supplychain_app.services import safekeeping
from supplychain_app.storage import database
from supplychain_app.storage.connection import Database


def settings(path: Path) -> list[str]:
    db = database.open_file(path)
    try:
        return [row["key"] for row in db.query("select key from setting order by key")]
    finally:
        db.close()


def put(db: Database, key: str) -> None:
    with database.writing(db):
        db.conn.execute("insert into setting values (?, '1')", [key])


def test_restore_brings_the_backup_back_and_keeps_the_former_file(
    db: Database, workspace: Path, tmp_path: Path
) -> None:
    put(db, "before")
    safekeeping.back_up(db, tmp_path / "backup.db")
    put(db, "after")
    db.close()
    kept = safekeeping.restore(tmp_path / "backup.db", workspace)
    assert settings(workspace) == ["before"]
    assert kept is not None
    assert settings(kept) == ["after", "before"]


def test_damaged_backup_replaces_nothing(db: Database, workspace: Path, tmp_path: Path) -> None:
    put(db, "mine")
    (tmp_path / "bad.db").write_bytes(b"not a database, no")
    with pytest.raises(WorkspaceError, match="not a workspace"):
        safekeeping.restore(tmp_path / "bad.db", workspace)
    assert settings(workspace) == ["mine"]


def test_a_damaged_workspace_can_be_restored_over(workspace: Path, tmp_path: Path) -> None:
    source = database.open_file(workspace)
    safekeeping.back_up(source, tmp_path / "backup.db")
    source.close()
    workspace.write_bytes(b"scrambled")
    kept = safekeeping.restore(tmp_path / "backup.db", workspace)
    assert settings(workspace) == []
    assert kept is not None
    assert kept.read_bytes() == b"scrambled"


def test_backup_over_the_workspace_itself_is_refused(db: Database, workspace: Path) -> None:
    with pytest.raises(WorkspaceError, match="overwrite the workspace"):
        safekeeping.back_up(db, workspace)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="file size limits are set the POSIX way here")
def test_full_disk_leaves_the_file_as_it_was(db: Database, workspace: Path) -> None:
    put(db, "kept")
    db.close()
    script = (
        "import resource, signal, sys; from pathlib import Path; from supplychain_app.storage import database\n"
        "from supplychain_app.domain.errors import WorkspaceError\n"
        "db = database.open_file(Path(sys.argv[1]))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
        "try:\n"
        "    with database.writing(db):\n"
        "        db.conn.executemany('insert into setting values (?, ?)',\n"
        "                            ((str(n), 'x' * 1000) for n in range(100_000)))\n"
        "except WorkspaceError as error:\n"
        "    sys.exit(f'{type(error).__name__}: {error}')\n"
    )
    run = subprocess.run([sys.executable, "-c", script, str(workspace)], capture_output=True, text=True, check=False)
    assert "Nothing was saved" in run.stderr
    assert settings(workspace) == ["kept"]
