"""What a buyer does: jobs that stop, edits that are taken back, imports that are looked at first."""

import threading
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDateEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from supplychain_app.domain.errors import Cancelled, WorkspaceError
from supplychain_app.reports.next_steps import STEPS, NextStep
from supplychain_app.services import agreements, editing
from supplychain_app.storage import database
from supplychain_app.storage.connection import Database
from supplychain_app.ui.imports.screen import ImportsScreen
from supplychain_app.ui.main_window import NAMES, MainWindow
from supplychain_app.ui.orders.screen import OrdersScreen
from supplychain_app.ui.shared import theme
from supplychain_app.ui.shared.asking import Form
from supplychain_app.ui.shared.date_field import DateField, typed_day
from supplychain_app.ui.shared.filter_bar import FilterBar
from supplychain_app.ui.shared.palette import Palette
from supplychain_app.ui.today.rows import STEP
from supplychain_app.ui.today.screen import TodayScreen
from tests.ui.conftest import HEAD, OpenWindow, settle


def orders_of(window: MainWindow, qtbot: QtBot) -> OrdersScreen:
    window.go("orders")
    settle(qtbot, window)
    screen = window.screens["orders"]
    assert isinstance(screen, OrdersScreen)
    return screen


def promise_of(window: MainWindow, line_id: int) -> Any:
    (value,) = window.session.db.query("select current_promise as day from order_line where id = ?", [line_id])
    return value["day"]


def answer(monkeypatch: pytest.MonkeyPatch, day: QDate) -> None:
    """Confirm the next form with this day."""

    def confirm(form: Form) -> bool:
        for field in form.findChildren(QDateEdit):
            field.setDate(day)
        form.deleteLater()
        return True

    monkeypatch.setattr(Form, "ask", confirm)


def test_a_job_stops_when_asked(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    begun, asked = threading.Event(), threading.Event()

    def long_work(_db: Database, *, report: Any, cancelled: Any) -> None:
        report(1, 10, "first")
        begun.set()
        asked.wait(10)
        if cancelled():
            raise Cancelled()

    job = window.session.read("Long work", long_work, with_progress=True)
    failures: list[str] = []
    job.failed.connect(failures.append)
    qtbot.waitUntil(begun.is_set)
    with qtbot.waitSignal(job.cancelled):
        window.work._stop.click()
        asked.set()
    assert failures == []
    settle(qtbot, window)
    assert window.work.isHidden()


def test_the_task_bar_tells_how_far_long_work_is(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    title, shown, end = window.windowTitle(), threading.Event(), threading.Event()

    def long_work(_db: Database, *, report: Any, cancelled: Any) -> None:
        shown.wait(10)
        report(42, 100, "half")
        end.wait(10)

    window.session.read("Long work", long_work, with_progress=True)
    qtbot.waitUntil(window.work.isVisible)
    shown.set()
    qtbot.waitUntil(lambda: window.windowTitle() == f"42 % – {title}")
    end.set()
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.windowTitle() == title)


def test_a_fault_in_a_job_is_told_and_the_worker_lives_on(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)

    def broken(_db: Database) -> None:
        raise ZeroDivisionError

    window.session.write("Broken work", broken)
    qtbot.waitUntil(window.failure.isVisible)
    assert "Broken work" in window.failure.words.text()
    with qtbot.waitSignal(window.session.write("Sound work", lambda db: 7).done) as found:
        pass
    assert found.args == [7]


def test_a_promise_is_set_by_hand_taken_back_and_done_again(
    open_window: OpenWindow, small: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(small)
    screen = orders_of(window, qtbot)
    line = screen.model.id_at(screen.table.current_row())
    assert line is not None
    before = promise_of(window, line)
    answer(monkeypatch, QDate(2027, 2, 1))
    qtbot.keyClick(screen.table, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: promise_of(window, line) == "2027-02-01")
    settle(qtbot, window)
    assert screen.model.id_at(screen.table.current_row()) == line, "the selection stays with the line"
    assert "Ctrl+Z" in window.keys.words.toolTip()
    for keys in ("Ctrl+Shift+Z", "Ctrl+Y"):  # both are in people's fingers
        qtbot.keySequence(screen.table, "Ctrl+Z")
        qtbot.waitUntil(lambda: promise_of(window, line) == before)
        qtbot.keySequence(screen.table, keys)
        qtbot.waitUntil(lambda: promise_of(window, line) == "2027-02-01")
    settle(qtbot, window)


@pytest.mark.parametrize("may_be_redone", [True, False])
def test_a_step_that_cannot_be_taken_back_stays_to_be_taken_back(
    open_window: OpenWindow, small: Path, qtbot: QtBot, may_be_redone: bool
) -> None:
    session = open_window(small).session
    stack, is_locked, done = session.undo_stack, [True], []

    def write(db: Database) -> None:
        if is_locked[0]:
            raise WorkspaceError("Another program is writing.")
        done.append("written")

    session.may_undo("Set a date", write, write if may_be_redone else None, nouns=frozenset())
    with qtbot.waitSignal(session.failed):
        stack.undo()
    assert stack.canUndo()
    assert not stack.canRedo()
    assert stack.undoText() == "Set a date"
    is_locked[0] = False
    stack.undo()
    qtbot.waitUntil(lambda: done == ["written"])
    assert stack.canRedo() == may_be_redone
    if may_be_redone:
        is_locked[0] = True
        with qtbot.waitSignal(session.failed):
            stack.redo()
        assert stack.canRedo()
        is_locked[0] = False
        stack.redo()
        qtbot.waitUntil(lambda: done == ["written", "written"])
        assert stack.canUndo()


def test_a_row_of_today_leaves_when_it_is_done_and_comes_back_with_undo(
    open_window: OpenWindow, small: Path, qtbot: QtBot
) -> None:
    window = open_window(small)
    window.go("today")
    settle(qtbot, window)
    screen = window.screens["today"]
    assert isinstance(screen, TodayScreen)
    work = screen._current()
    assert work is not None
    qtbot.keyClick(screen.table, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: screen.model.row_of(work.key) is None)
    settle(qtbot, window)
    window.session.undo_stack.undo()
    qtbot.waitUntil(lambda: screen.model.row_of(work.key) is not None)
    settle(qtbot, window)


@pytest.mark.parametrize(
    ("step", "screen_name"),
    [
        (NextStep.ASK_FOR_DATE, "communications"),
        (NextStep.ANSWER, "communications"),
        (NextStep.ASK_CARRIER, "shipments"),
        (NextStep.TELL_RECEIVING, "orders"),
    ],
)
def test_the_key_of_the_next_step_leads_where_it_is_taken(
    open_window: OpenWindow,
    small: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    step: NextStep,
    screen_name: str,
) -> None:
    window = open_window(small)
    window.go("today")
    settle(qtbot, window)
    screen = window.screens["today"]
    assert isinstance(screen, TodayScreen)
    row = screen.table.current_row()
    work = screen.model.work(row)
    assert work is not None
    screen.model.items[row] = replace(work, next_step=step)
    assert screen.model.index(row, STEP).data() == STEPS[step].words
    asked: list[str] = []
    monkeypatch.setattr(window.session, "go", lambda name, what=None: asked.append(name))
    monkeypatch.setattr(window.session, "open_lines", lambda lines, title: asked.append("orders"))
    qtbot.keyClick(screen.table, Qt.Key.Key_C)
    assert asked == [screen_name]


@pytest.mark.parametrize("screen_name", ["today", "orders"])
def test_the_planner_is_warned_in_a_mail_of_their_own(
    screen_name: str, open_window: OpenWindow, small: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(small)
    db = window.session.db
    with database.writing(db):
        db.conn.execute("insert into person (name, email) values ('M. Brandt', 'brandt@us.example')")
        db.conn.execute("update order_line set owner_id = (select max(id) from person)")
    links: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda link: links.append(link) is None)
    window.go(screen_name)
    settle(qtbot, window)
    screen = window.screens[screen_name]
    if isinstance(screen, TodayScreen):
        row = screen.table.current_row()
        work = screen.model.work(row)
        assert work is not None
        screen.model.items[row] = replace(work, next_step=NextStep.WARN_PLANNER)
        qtbot.keyClick(screen.table, Qt.Key.Key_C)
    else:
        screen.table.selectRow(0)  # type: ignore[attr-defined]
        qtbot.keyClick(screen.table, Qt.Key.Key_W)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(links))
    assert links[0].toString().startswith("mailto:brandt@us.example?subject=Later than needed%3A 450")
    assert db.conn.execute("select count(*) from communication").fetchone()[0] == 0
    assert db.conn.execute("select count(*) from question").fetchone()[0] == 0


def test_every_next_step_stands_in_the_table() -> None:
    assert set(STEPS) == set(NextStep)
    for step in STEPS.values():
        assert step.icon in theme.ICONS


def test_search_and_chips_filter_the_lines(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    screen = orders_of(window, qtbot)
    assert screen.model.rowCount() == 4
    with qtbot.waitSignal(screen.model.loaded):
        screen.filters.field.setText("Kessler")
    assert screen.model.rowCount() == 2
    with qtbot.waitSignal(screen.model.loaded):
        screen.filters.choose("late")
    assert screen.model.rowCount() == 1
    screen.filters.field.setText("nothing is called that")
    qtbot.waitUntil(lambda: screen.model.rowCount() == 0)
    settle(qtbot, window)


def test_other_screens_open_their_lines_in_orders(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    screen = orders_of(window, qtbot)
    wanted = screen.model.ids[1:3]
    window.go("today")
    window.session.open_lines(wanted, "two lines")
    settle(qtbot, window)
    assert window.screen_shown is screen
    assert sorted(screen.model.ids) == sorted(wanted)


def test_columns_that_are_not_recognised_are_chosen_by_hand(
    open_window: OpenWindow, workspace: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "own.csv"
    file.write_text("a,b,c\n4599,10,2026-12-01\n4600,10,2026-12-02\n", encoding="utf-8")
    window = open_window(workspace)
    window.import_files([file])
    settle(qtbot, window)
    screen = window.screens["imports"]
    assert isinstance(screen, ImportsScreen)
    assert screen.pages.currentWidget() is screen.pane
    assert not screen.pane.apply.isEnabled()
    assert "looks like an order number" in screen.pane.words.text()
    for column, field in (("a", "purchase_order"), ("c", "current_promise")):
        box = dict(screen.pane._choices)[column]
        box.setCurrentIndex(box.findData(field))
        box.activated.emit(box.currentIndex())
        settle(qtbot, window)
    assert screen.pane.apply.isEnabled()
    screen.pane.apply.click()
    settle(qtbot, window)
    assert window.session.db["order_line"].count == 2


def test_an_import_is_looked_at_applied_and_taken_back(
    open_window: OpenWindow, workspace: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "open_orders.csv"
    file.write_text(HEAD + "4599,10,300,Nordhall,R9,Bearing,80,80,3.10,2026-10-01,2026-12-01\n", encoding="utf-8")
    window = open_window(workspace)
    window.import_files([file])
    settle(qtbot, window)
    screen = window.screens["imports"]
    assert isinstance(screen, ImportsScreen)
    count = window.session.db["order_line"]
    assert screen.pages.currentWidget() is screen.pane
    assert count.count == 0, "a preview changes nothing"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)  # on the button that has the focus
    qtbot.waitUntil(lambda: count.count == 1)
    settle(qtbot, window)
    window.go("imports")
    settle(qtbot, window)
    screen.take_back()
    qtbot.waitUntil(lambda: count.count == 0)
    settle(qtbot, window)


def test_typing_in_a_date_field_changes_the_day_though_the_weekday_stands_first(qtbot: QtBot) -> None:
    field = DateField(date(2026, 12, 16))
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "24")
    assert field.date() == QDate(2026, 12, 24)
    for typed in ("30.1.", "30/1/27", "30-01-2027", "2027-01-30"):
        field.setDate(QDate(2026, 11, 16))
        qtbot.keyClicks(field, typed)
        assert field.date() == QDate(2027, 1, 30), typed
        qtbot.keyClick(field, Qt.Key.Key_Home)
    days: list[QDate] = []
    field.dateChanged.connect(days.append)
    qtbot.keyClicks(field, "24.12")
    qtbot.keyClick(field, Qt.Key.Key_Enter)
    assert days[0] == QDate(2026, 12, 24), "not 24 January on the way"


def test_tab_leaves_a_date_field(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    form = Form("Days off", "Save", parent)
    first, second = (form.add_date(label, date(2026, 12, 16)) for label in ("&From", "&To"))
    form.show()
    form.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClicks(first, "24.1")
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert first.date() == QDate(2027, 1, 24)
    form.close()


def test_a_day_is_typed_as_on_paper() -> None:
    near = date(2026, 11, 23)
    assert [typed_day(text, near=near, month_first=False) for text in ("3.2", "24.12.", "1/2/27", "1-2-2028")] == [
        date(2027, 2, 3),
        date(2026, 12, 24),
        date(2027, 2, 1),
        date(2028, 2, 1),
    ]
    assert typed_day("3/12", near=near, month_first=True) == date(2027, 3, 12)
    assert typed_day("2026-12-24", near=near, month_first=True) == date(2026, 12, 24)
    for text in ("", "24", "24.", "31.2.", "..", "1.2.3.4", "99999.1", "2026-12", "2026-12-"):
        assert typed_day(text, near=near, month_first=False) is None, text


@pytest.mark.parametrize("name", ["orders", "shipments", "communications", "suppliers"])
def test_what_is_typed_after_the_search_key_is_searched_for_and_done_by_no_command(
    name: str, open_window: OpenWindow, small: Path, qtbot: QtBot
) -> None:
    window = open_window(small)
    window.go(name)
    settle(qtbot, window)
    screen = window.screens[name]
    screen.content.show()  # also where nothing is filed yet
    screen.show_content()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.focusWidget(), "draw")
    assert screen.findChild(FilterBar).text == "draw"


def test_the_palette_finds_commands_of_other_screens_and_leads_to_them(
    open_window: OpenWindow, small: Path, qtbot: QtBot
) -> None:
    window = open_window(small)
    orders_of(window, qtbot)
    window.go("today")
    settle(qtbot, window)
    window.show_palette()
    palette = window.findChild(Palette)
    palette.field.setText("export … orders")
    (item,) = palette.list.findItems("Export … · Orders", Qt.MatchFlag.MatchExactly)
    palette.list.itemActivated.emit(item)
    assert window.screen_shown is window.screens["orders"]
    assert "Ctrl+E" in window.keys.words.toolTip()
    settle(qtbot, window)


@pytest.mark.parametrize("name", NAMES)
def test_every_action_has_a_key(name: str, open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    window.go(name)
    settle(qtbot, window)
    assert [action.text() for action in window._all_actions() if action.shortcut().isEmpty()] == []


def test_a_note_that_could_not_be_saved_is_on_the_clipboard(
    open_window: OpenWindow, small: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(small)
    screen = orders_of(window, qtbot)

    def write(form: Form) -> bool:
        form.findChild(QPlainTextEdit).setPlainText("They ship on Thursday")
        form.deleteLater()
        return True

    def refuse(*_: Any, **__: Any) -> None:
        raise WorkspaceError("Nothing was saved: the disk is full.")

    monkeypatch.setattr(Form, "ask", write)
    monkeypatch.setattr(editing, "set_field", refuse)
    monkeypatch.setattr(agreements, "record_communication", refuse)
    for typed in (screen.set_note, screen.log_call):
        QGuiApplication.clipboard().clear()
        typed()
        settle(qtbot, window)
        assert window.failure.isVisible()
        assert QGuiApplication.clipboard().text() == "They ship on Thursday"


def test_escape_closes_what_failed(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    for name in ("today", "orders", "imports"):
        window.go(name)
        settle(qtbot, window)
        window.session.failed.emit("The disk is full.")
        assert window.failure.isVisible()
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
        assert window.failure.isHidden()


def test_a_preview_is_left_and_applied_by_keys(
    open_window: OpenWindow, workspace: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "open_orders.csv"
    file.write_text(HEAD + "4599,10,300,Nordhall,R9,Bearing,80,80,3.10,2026-10-01,2026-12-01\n", encoding="utf-8")
    window = open_window(workspace)
    count = window.session.db["order_line"]
    window.import_files([file])
    settle(qtbot, window)
    screen = window.screens["imports"]
    assert isinstance(screen, ImportsScreen)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert screen.pages.currentWidget() is screen.nothing
    assert count.count == 0
    window.import_files([file])
    settle(qtbot, window)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: count.count == 1)
    settle(qtbot, window)


def test_totals_of_what_is_selected_are_shown_whole(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    orders_of(window, qtbot)
    window.keys.show_selected("458 lines selected, 458 open: 1 234 567 €, 576 764 $, 109 045 CHF")
    qtbot.waitUntil(lambda: window.keys.words.text().endswith("109 045 CHF"))
    assert [button for button in window.keys._made if button.fits], "and still the first of the keys"
