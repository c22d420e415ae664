"""The commands import, undo and imports, with their fixed shapes and exit codes."""

import json
import zipfile
from pathlib import Path

import pytest

from supplychain_app.cli.main import main
from tests.exchange.exports import SAP_EN


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / SAP_EN.name
    path.write_text(SAP_EN.text, encoding="utf-8")
    return path


def test_import_undo_and_list(tmp_path: Path, export: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = ["--workspace", str(tmp_path / "w.db")]
    assert main(["import", str(export), "--json", "--received-at", "2026-11-23", *workspace]) == 0
    (told,) = json.loads(capsys.readouterr().out)["files"]
    assert (told["kind"], told["added"], told["rejected"], told["import_id"]) == ("orders", 3, [], 1)
    assert told["date_orders"]["Dlv.Date"] == "DMY"
    assert {"column", "field", "evidence"} == set(told["mapping"][0])
    assert main(["imports", "--json", *workspace]) == 0
    assert json.loads(capsys.readouterr().out)["imports"][0]["counts"]["added"] == 3
    assert main(["undo", "1", *workspace]) == 0
    assert main(["undo", "1", *workspace]) == 2
    assert "taken back already" in capsys.readouterr().err


def test_a_dry_run_keeps_nothing(tmp_path: Path, export: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = ["--workspace", str(tmp_path / "w.db")]
    assert main(["import", str(export), "--dry-run", *workspace]) == 0
    assert "3 would be added" in capsys.readouterr().out
    assert main(["imports", *workspace]) == 0
    assert "Nothing has been imported" in capsys.readouterr().out


def test_rejects_give_exit_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("PO,Qty,Delivery Date\nA1,5,2026-12-13\nA2,many,2026-12-14\n", encoding="utf-8")
    assert main(["import", str(path), "--workspace", str(tmp_path / "w.db")]) == 1
    assert "row 3, Qty: “many” is not a number" in capsys.readouterr().out


def test_the_files_of_an_archive_are_imported(tmp_path: Path, export: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = tmp_path / "exports.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(export, f"../{export.name}")
    assert main(["import", str(archive), "--json", "--workspace", str(tmp_path / "w.db")]) == 0
    (told,) = json.loads(capsys.readouterr().out)["files"]
    assert (Path(told["file"]).name, told["added"]) == (export.name, 3)
    archive.write_bytes(archive.read_bytes()[:-40])
    assert main(["import", str(archive), "--workspace", str(tmp_path / "w.db")]) == 2
    assert "exports.zip is damaged" in capsys.readouterr().err
