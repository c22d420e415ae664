"""Every command meets every kind of broken workspace with one sentence, exit code 2, and leaves the file as it was."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from supplychain_app.cli.main import main
from supplychain_app.storage import database

COMMANDS = (
    ["undo", "1"],
    ["imports"],
    ["pull"],
    ["today"],
    ["lead-times"],
    ["forecast"],
    ["backtest"],
    ["weak-links"],
    ["responsiveness"],
    ["read-mail", "none.eml"],
    ["chase", "--out", "OUT"],
    ["read-reply", "none.xlsx"],
    ["scorecards", "--out", "OUT"],
    ["export", "orders", "--out", "OUT.csv"],
    ["check"],
    ["backup", "OUT.db"],
)
WRONG = {
    "missing": "There is no file",
    "empty": "is empty",
    "stranger": "is not a workspace file",
    "other": "not a workspace of this program",
    "truncated": "is damaged",
    "newer": "newer version",
    "folder": "is a folder",
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "w.db"
    database.create_file(path).close()
    return path


def make(kind: str, sound: Path, path: Path) -> None:
    if kind == "empty":
        path.touch()
    elif kind == "stranger":
        path.write_text("PO;Line\n1;10\n", encoding="utf-8")
    elif kind == "folder":
        path.mkdir()
    elif kind == "other":
        other = sqlite3.connect(path)
        other.execute("create table t (a)")
        other.close()
    elif kind == "truncated":
        whole = sound.read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
    elif kind == "newer":
        shutil.copy(sound, path)
        newer = sqlite3.connect(path)
        newer.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at)"
            " select migration_set, 'from_the_future', applied_at from _sqlite_migrations limit 1"
        )
        newer.commit()
        newer.close()


def one_sentence(told: str) -> None:
    assert told.startswith("supplychain-app: ")
    assert told.count("\n") == 1
    assert "Traceback" not in told
    assert "went wrong in the program" not in told


@pytest.mark.parametrize("kind", WRONG)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_workspace_that_cannot_be_used(
    command: list[str], kind: str, sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "w.db"
    make(kind, sound, path)
    before = path.read_bytes() if path.is_file() else None
    arguments = [word.replace("OUT", str(tmp_path / "out")) for word in command]
    assert main([*arguments, "--workspace", str(path)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    one_sentence(told.err)
    assert WRONG[kind] in told.err
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.fixture
def locked(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(database, "BUSY_MS", 20)
    holder = sqlite3.connect(workspace, isolation_level=None)
    holder.execute("pragma locking_mode = exclusive")
    holder.execute("begin exclusive")
    yield workspace
    holder.close()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_locked_workspace(
    command: list[str], locked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [word.replace("OUT", str(tmp_path / "out")) for word in command]
    assert main([*arguments, "--workspace", str(locked)]) == 2
    told = capsys.readouterr().err
    one_sentence(told)
    assert "locked" in told


@pytest.mark.parametrize(
    "arguments",
    [
        ["today", "--as-of", "23.11.2026"],
        ["today", "--as-of", "0001-01-01"],
        ["forecast", "--as-of", "9999-12-31"],
        ["scorecards", "--out", "OUT", "--period", "0001"],
        ["scorecards", "--out", "OUT", "--period", "9999Q4"],
        ["forecast", "--levels", "x"],
        ["forecast", "--levels", ","],
        ["forecast", "--levels", "1.5"],
        ["lead-times", "--by", "moon"],
        ["lead-times", "--service-level", "80"],
        ["weak-links", "--by", "moon"],
        ["weak-links", "--period", "soon"],
        ["backtest", "--step", "often"],
        ["backtest", "--step", "0m"],
        ["export", "moon", "--out", "OUT.csv"],
        ["export", "orders", "--out", "OUT.doc"],
        ["scorecards", "--out", "OUT", "--format", "doc"],
        ["chase", "--supplier", "Nobody", "--out", "OUT"],
        ["pull", "--shipment", "none"],
        ["pull", "--carrier", "none"],
        ["undo", "77"],
        ["import", "none.csv"],
        ["import", "none.csv", "--map", "moon"],
        ["nonsense"],
    ],
    ids=" ".join,
)
def test_an_option_that_makes_no_sense(
    arguments: list[str], workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [word.replace("OUT", str(tmp_path / "out")) for word in arguments]
    assert main(["--workspace", str(workspace), *given]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Traceback" not in told.err
    assert "went wrong in the program" not in told.err
