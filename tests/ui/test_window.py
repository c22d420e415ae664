"""The window: every screen opens without a complaint, keys are unique, controls have names."""

from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QFont, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from supplychain_app.services import corresponding
from supplychain_app.storage import database
from supplychain_app.ui.main_window import NAMES, MainWindow
from supplychain_app.ui.settings.screen import SettingsScreen
from supplychain_app.ui.shared import theme
from supplychain_app.ui.shared.filter_bar import FilterBar
from supplychain_app.ui.shared.screen import Screen
from supplychain_app.ui.start.window import StartWindow
from tests.ui.conftest import OpenWindow, settle

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QAbstractItemView)


def shown(window: MainWindow, name: str, qtbot: QtBot) -> Screen:
    window.go(name)
    settle(qtbot, window)
    screen = window.screen_shown
    assert screen is window.screens[name]
    return screen


@pytest.mark.parametrize("name", NAMES)
def test_a_screen_opens_on_an_empty_workspace(
    name: str, open_window: OpenWindow, workspace: Path, qtbot: QtBot
) -> None:
    window = open_window(workspace)
    screen = shown(window, name, qtbot)
    assert not window.failure.isVisible(), window.failure.words.text()
    assert not screen.grab().isNull()


def test_screens_are_built_ahead_unseen_and_read_when_first_shown(
    open_window: OpenWindow, small: Path, qtbot: QtBot
) -> None:
    window = open_window(small)
    settle(qtbot, window)
    before = window.screen_shown
    while window.build_ahead():
        assert window.screen_shown is before
    assert set(window.screens) == set(NAMES)
    assert window.screens["shipments"].stale
    assert not shown(window, "shipments", qtbot).stale


def test_a_screen_is_built_ahead_a_piece_a_turn_and_whole_when_it_is_asked_for(
    open_window: OpenWindow, small: Path, qtbot: QtBot
) -> None:
    window = open_window(small)
    while "data_quality" not in window.screens:
        assert window.build_ahead()
    tabs = []
    for _ in range(3):
        window.build_ahead()
        tabs += [page.tabs.count() for page in window.findChildren(SettingsScreen) if hasattr(page, "tabs")]
    assert tabs == [1, 2], "a tab a turn, after the frame"
    assert "settings" not in window.screens
    screen = shown(window, "settings", qtbot)
    assert isinstance(screen, SettingsScreen)
    assert screen.tabs.count() == 4
    assert len({action.text() for action in screen.screen_actions}) == len(screen.screen_actions) > 0
    while window.build_ahead():
        pass
    assert window.stack.count() == len(NAMES) == len(window.screens)


@pytest.mark.parametrize("name", NAMES)
def test_a_screen_opens_on_a_small_workspace_light_and_dark(
    name: str, open_window: OpenWindow, small: Path, qtbot: QtBot
) -> None:
    window = open_window(small)
    screen = shown(window, name, qtbot)
    assert not screen.grab().isNull()
    theme.set_scheme("dark")
    theme.apply(QApplication.instance())  # type: ignore[arg-type]
    settle(qtbot, window)
    assert not screen.grab().isNull()
    theme.set_scheme("light")
    theme.apply(QApplication.instance())  # type: ignore[arg-type]
    assert not window.failure.isVisible(), window.failure.words.text()


@pytest.mark.parametrize("name", NAMES)
def test_no_key_means_two_things(name: str, open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    """Two actions on one key are ambiguous to Qt, and then neither happens."""
    window = open_window(small)
    screen = shown(window, name, qtbot)
    menus = window.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly)
    keys = Counter(
        key.toString(QKeySequence.SequenceFormat.PortableText)
        for action in {*menus, *screen.screen_actions}
        for key in action.shortcuts()
    )
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("name", ["shipments", "communications", "imports", "settings"])
def test_every_tab_is_reached_by_a_key(name: str, open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    with closing(database.open_file(small)) as db:
        corresponding.record_text(db, "Order 4501 ships on 4 December.", now=datetime(2026, 11, 23, 8, tzinfo=UTC))
    window = open_window(small)
    window.go(name)
    settle(qtbot, window)
    assert window.screen_shown is not None
    (bar,) = [bar for bar in window.screen_shown.findChildren(QTabBar) if bar.isVisible()]
    first, seen = bar.currentIndex(), set()
    for _ in range(bar.count()):
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, window)
        seen.add(bar.currentIndex())
    assert seen == set(range(bar.count()))
    assert bar.currentIndex() == first
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert bar.currentIndex() == (first - 1) % bar.count()
    settle(qtbot, window)


@pytest.mark.parametrize("name", NAMES)
def test_every_control_has_a_name(name: str, open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    screen = shown(window, name, qtbot)
    nameless = [
        f"{type(control).__name__} in {type(control.parentWidget()).__name__}"
        for control in screen.findChildren(QWidget)
        if isinstance(control, CONTROLS)
        and control.isVisibleTo(screen)
        and not _is_inner(control)
        and not (control.accessibleName() or getattr(control, "text", str)())
    ]
    assert nameless == []


def _is_inner(control: QWidget) -> bool:
    """A part of another control that Qt makes and names itself."""
    name = control.objectName()
    return (
        name.startswith("qt_")
        or isinstance(control, QHeaderView)
        or isinstance(control.parentWidget(), QComboBox | QAbstractSpinBox | QLineEdit | QAbstractItemView)
        or type(control).__name__ in ("QTableCornerButton", "QComboBoxListView", "QTabBar", "CloseButton")
        or type(control.parentWidget()).__name__ == "QTabBar"
    )


def test_no_part_of_the_window_flashes_as_a_window_of_its_own(
    open_window: OpenWindow, small: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    """A widget that shows itself before it has a parent takes the keyboard away for a moment."""
    window = open_window(small)
    flashed: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                flashed.append(type(watched).__name__)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    for name in NAMES:
        shown(window, name, qtbot)
    qapp.removeEventFilter(watch)
    assert flashed == []
    assert window.isActiveWindow()


def test_the_start_window_offers_three_ways_to_begin(qtbot: QtBot) -> None:
    window = StartWindow("This file is locked by another program.")
    qtbot.addWidget(window)
    assert [button.text() for button in window.buttons] == ["Import my open orders", "Open the demo", "Open a file"]
    assert all(button.isEnabled() for button in window.buttons)


def test_a_failure_is_one_sentence_in_the_window(
    open_window: OpenWindow, small: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    nothing = tmp_path / "empty.csv"
    nothing.write_text("")
    window = open_window(small)
    window.import_files([nothing])
    settle(qtbot, window)
    assert window.failure.isVisible()
    assert "empty.csv" in window.failure.words.text()


def test_large_letters_do_not_make_the_window_wider_than_a_small_screen(
    open_window: OpenWindow, small: Path, qtbot: QtBot
) -> None:
    """At one and a half of the usual size every screen fits 1366 by 768."""
    usual = QApplication.font()
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * 1.5)
    QApplication.setFont(large)
    try:
        window = open_window(small)
        for name in NAMES:
            window.go(name)
            settle(qtbot, window)
            least = window.minimumSizeHint()
            assert least.width() <= 1366, name
            assert least.height() <= 768, name
    finally:
        QApplication.setFont(usual)


def test_a_clock_that_was_set_back_is_said_when_the_file_is_opened(
    open_window: OpenWindow, small: Path, qtbot: QtBot
) -> None:
    db = database.open_file(small)
    db.conn.execute("update import_run set received_at = '2027-02-01T07:00:00Z'")
    db.conn.commit()
    db.close()
    window = open_window(small)
    assert window.failure.isVisible()
    assert "23 Nov" in window.failure.words.text()
    assert "1 Feb" in window.failure.words.text()
    window.go("orders")
    settle(qtbot, window)
    assert window.screens["orders"].finding.toolTip().startswith("4 lines")


def dropped(widget: QWidget, url: str) -> None:
    """Drop a link on a widget, as a file manager or a browser does."""
    data = QMimeData()
    data.setUrls([QUrl(url)])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    widget.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))


def test_what_is_no_file_is_answered_with_a_sentence(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    start = StartWindow()
    qtbot.addWidget(start)
    dropped(start, "https://portal.example/export.csv")
    assert "no file" in start._words.text()
    window = open_window(small)
    dropped(window, "https://portal.example/export.csv")
    assert "no file" in window.failure.words.text()


@pytest.mark.parametrize("name", ["orders", "shipments", "communications", "suppliers"])
def test_a_file_dropped_on_a_search_field_is_brought_in(
    name: str, open_window: OpenWindow, small: Path, qtbot: QtBot
) -> None:
    window = open_window(small)
    field = shown(window, name, qtbot).findChild(FilterBar).field
    taken: list[list[Path]] = []
    window.import_files = taken.append  # type: ignore[method-assign]
    assert not field.acceptDrops()
    dropped(window, small.with_suffix(".csv").as_uri())
    assert taken == [[small.with_suffix(".csv")]]
