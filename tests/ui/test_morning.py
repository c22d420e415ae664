"""A buyer's morning by keyboard alone: keys as they are pressed, on the screens as they open."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from supplychain_app.ui.main_window import MainWindow
from supplychain_app.ui.shared.asking import Form
from supplychain_app.ui.shared.key_sheet import KeySheet
from supplychain_app.ui.shared.session import Session
from supplychain_app.ui.today.screen import TodayScreen
from tests.ui.conftest import OpenWindow, settle

Key = Qt.Key


def today_of(window: MainWindow, qtbot: QtBot) -> TodayScreen:
    window.go("today")
    settle(qtbot, window)
    screen = window.screens["today"]
    assert isinstance(screen, TodayScreen)
    screen.table.setFocus()
    return screen


def press(widget: QWidget, key: Key, more: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, more)
    QApplication.processEvents()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_C])
def test_enter_and_c_do_the_next_step_of_the_row(open_window: OpenWindow, small: Path, qtbot: QtBot, key: Key) -> None:
    window = open_window(small)
    screen = today_of(window, qtbot)
    step = next(action for action in screen.screen_actions if action.objectName() == "next_step")
    step.triggered.disconnect()  # it would ask where to save a draft
    with qtbot.waitSignal(step.triggered):
        press(screen.table, key)


def test_ctrl_enter_opens_the_lines_of_the_row(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    screen = today_of(window, qtbot)
    press(screen.table, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert window.screen_shown.name == "orders"


def test_f1_shows_every_key_of_the_screen(
    open_window: OpenWindow, small: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(small)
    screen = today_of(window, qtbot)
    shown: list[QDialog] = []
    monkeypatch.setattr(KeySheet, "show", lambda sheet: shown.append(sheet))  # noqa: PLW0108 - bound as a method
    press(screen.table, Key.Key_F1)
    (sheet,) = shown
    assert isinstance(sheet, KeySheet)
    sheet.deleteLater()


def test_a_row_that_is_done_leaves_and_comes_back_with_undo(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    screen = today_of(window, qtbot)
    work = screen.model.work(screen.table.current_row())
    assert work is not None
    press(screen.table, Key.Key_D)
    settle(qtbot, window)
    assert screen.model.row_of(work.key) is None
    assert screen.model.work(screen.table.current_row()) is not None  # the next row is chosen already
    press(screen.table, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert screen.model.row_of(work.key) is not None


def test_snooze_takes_a_row_away_until_its_day(
    open_window: OpenWindow, small: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(small)
    screen = today_of(window, qtbot)
    work = screen.model.work(screen.table.current_row())
    assert work is not None
    monkeypatch.setattr(Form, "ask", lambda _form: True)
    press(screen.table, Key.Key_S)
    settle(qtbot, window)
    assert screen.model.row_of(work.key) is None


def test_a_search_is_begun_and_left_by_keys_and_rows_copied_with_headers(
    open_window: OpenWindow, small: Path, qtbot: QtBot
) -> None:
    window = open_window(small)
    window.go("orders")
    settle(qtbot, window)
    orders = window.screens["orders"]
    press(orders, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Meridian")
    settle(qtbot, window)
    qtbot.waitUntil(lambda: orders.model.rowCount() == 2, timeout=5000)
    press(focus, Key.Key_Escape)
    press(orders.table, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(orders.table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, *rows = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[:3] == ["Order", "Line", "Supplier"]
    assert rows


def test_a_row_is_as_high_as_any_where_a_group_stood_before(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    screen = today_of(window, qtbot)
    usual = screen.table.verticalHeader().defaultSectionSize()
    for _ in range(2):
        press(screen.table, Key.Key_D)
        settle(qtbot, window)
        heights = {screen.table.rowHeight(row) for row in range(screen.model.rowCount()) if screen.model.work(row)}
        assert heights == {usual}


def test_a_clock_that_stands_before_the_last_export_is_told(small: Path, qtbot: QtBot) -> None:
    window = MainWindow(Session(small, today=date(2019, 3, 1)))
    qtbot.addWidget(window)
    settle(qtbot, window)
    assert "1 Mar" in window.failure.words.text()
    assert "23 Nov 2026" in window.failure.words.text()
    window.close()


def test_the_last_column_shown_cannot_be_hidden(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    window.go("orders")
    settle(qtbot, window)
    table = window.screens["orders"].table
    menu = table.column_menu()
    menu.aboutToShow.emit()
    columns = [action for action in menu.actions() if action.isCheckable()]
    assert [action.isChecked() for action in columns] == [not table.isColumnHidden(n) for n in range(len(columns))]
    assert not all(action.isChecked() for action in columns), "some are hidden at first"
    for action in columns:
        action.setChecked(False)
    shown = [not table.isColumnHidden(number) for number in range(len(columns))]
    assert shown.count(True) == 1
    assert [action.isChecked() for action in columns] == shown
    menu.deleteLater()
