"""Where dialogs for files begin, and under which name is written."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from supplychain_app.ui.shared import file_dialogs

KINDS = "Excel (*.xlsx);;CSV (*.csv)"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_a_dialog_begins_among_the_documents_and_then_where_the_user_last_was(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    documents, chosen = tmp_path / "Documents", tmp_path / "Reports"
    documents.mkdir()
    chosen.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(documents))
    begun: list[str] = []

    def save(_parent: QWidget, _title: str, begin: str, _kinds: str) -> tuple[str, str]:
        begun.append(begin)
        return str(chosen / "mine.xlsx"), "Excel (*.xlsx)"

    def take(_parent: QWidget, _title: str, begin: str, _kinds: str) -> tuple[str, str]:
        begun.append(begin)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", take)
    for _ in range(2):
        file_dialogs.to_save(parent, "Export", "orders.xlsx", KINDS)
    file_dialogs.to_open(parent, "Open", "All (*)")  # what is read lies elsewhere
    assert begun == [str(documents / "orders.xlsx"), str(chosen / "orders.xlsx"), str(documents)]


def test_a_folder_that_is_gone_is_not_begun_in(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gone = tmp_path / "stick"
    gone.mkdir()
    begun: list[str] = []
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda _p, _t, begin: begun.append(begin) or str(gone))
    file_dialogs.folder(parent, "Where to")
    gone.rmdir()
    file_dialogs.folder(parent, "Where to")
    assert begun == [str(tmp_path), str(tmp_path)]


@pytest.mark.parametrize(
    ("typed", "kind", "written"),
    [
        ("orders.xlsx", "CSV (*.csv)", "orders.csv"),
        ("orders", "CSV (*.csv)", "orders.csv"),
        ("orders.csv", "Excel (*.xlsx)", "orders.csv"),
        ("orders", "", "orders.xlsx"),
    ],
)
def test_the_kind_that_was_chosen_is_written_unless_another_was_typed(typed: str, kind: str, written: str) -> None:
    assert file_dialogs.as_kind(Path(typed), ".xlsx", kind) == Path(written)


def test_a_file_whose_name_was_not_typed_in_full_is_replaced_only_when_the_user_says_so(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "orders.csv").write_text("kept")
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "orders"), "CSV (*.csv)"))
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop(0))
    assert file_dialogs.to_save(parent, "Export", "orders.xlsx", KINDS) is None
    assert file_dialogs.to_save(parent, "Export", "orders.xlsx", KINDS) == tmp_path / "orders.csv"
