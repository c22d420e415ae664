"""A supplier's own days off are entered on the Suppliers screen, can be taken back, and no form proposes one."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from supplychain_app.domain.calendars import Kind, OwnDays
from supplychain_app.services import working_days
from supplychain_app.storage import database
from supplychain_app.ui.main_window import MainWindow
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.asking import Form, day_of
from supplychain_app.ui.shared.working_days import WorkingDaysWindow
from tests.ui.conftest import TODAY, OpenWindow, settle

KESSLER = 1
TOMORROW = TODAY + timedelta(days=1)  # a Tuesday


def typed(monkeypatch: pytest.MonkeyPatch, first: date, last: date, kind: str, reason: str) -> None:
    """The next form is filled in like this."""

    def fill(form: Form) -> bool:
        for field, day in zip(form.findChildren(QDateEdit), (first, last), strict=True):
            field.setDate(formats.qdate(day))
        form.findChild(QComboBox).setCurrentText(kind)
        next(field for field in form.findChildren(QLineEdit) if field.accessibleName() == "Reason").setText(reason)
        return True

    monkeypatch.setattr(Form, "ask", fill)


def opened(qtbot: QtBot, window: MainWindow) -> WorkingDaysWindow:
    window.go("suppliers", KESSLER)
    settle(qtbot, window)
    qtbot.keyClick(window.screens["suppliers"].table, Qt.Key.Key_W)
    found = window.findChild(WorkingDaysWindow)
    assert isinstance(found, WorkingDaysWindow)
    found.activateWindow()  # keys belong to the active window
    qtbot.waitUntil(lambda: found.isActiveWindow() and found.table.hasFocus())
    return found


def own(window: MainWindow) -> list[OwnDays]:
    return [entry.days for entry in working_days.listed(window.session.db, KESSLER)]


def test_days_are_added_changed_removed_and_taken_back(
    open_window: OpenWindow, small: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(small)
    form = opened(qtbot, window)
    assert form.windowTitle() == "Working days of Kessler Guss"
    typed(monkeypatch, date(2026, 12, 24), date(2027, 1, 1), "closed", "Plant holiday")
    with qtbot.waitSignal(window.session.changed):
        qtbot.keyClick(form.table, Qt.Key.Key_N)
    holiday = OwnDays(date(2026, 12, 24), date(2027, 1, 1), Kind.CLOSED, "Plant holiday")
    assert own(window) == [holiday]
    settle(qtbot, window)
    about = window.screens["suppliers"].pane.about
    assert about.text().endswith(" Closed: Plant holiday, 24 Dec 2026 – 1 Jan 2027.")
    typed(monkeypatch, date(2026, 12, 5), date(2026, 12, 19), "at work on Saturdays", "Catching up")
    with qtbot.waitSignal(window.session.changed):
        qtbot.keyClick(form.table, Qt.Key.Key_Return)
    assert own(window) == [OwnDays(date(2026, 12, 5), date(2026, 12, 19), Kind.SATURDAYS, "Catching up")]
    settle(qtbot, window)
    with qtbot.waitSignal(window.session.changed):
        qtbot.keyClick(form.table, Qt.Key.Key_Delete)
    assert own(window) == []
    assert not form.remove_button.isEnabled()
    for wanted in (1, 1, 0):
        settle(qtbot, window)
        with qtbot.waitSignal(window.session.changed):
            window.session.undo_stack.undo()
        assert len(own(window)) == wanted
    with qtbot.waitSignal(window.session.changed):
        window.session.undo_stack.redo()
    assert own(window) == [holiday]
    form.close()


def test_the_country_is_chosen_here(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    form = opened(qtbot, window)
    form.country.setCurrentIndex(form.country.findData("EG"))
    with qtbot.waitSignal(window.session.changed):
        form.country.activated.emit(form.country.currentIndex())
    assert working_days.calendars(window.session.db).of(KESSLER).country == "EG"
    with qtbot.waitSignal(window.session.changed):
        window.session.undo_stack.undo()
    assert working_days.calendars(window.session.db).of(KESSLER).country is None
    form.close()
    window.go("settings")
    settle(qtbot, window)
    window.screens["settings"].edit_our_days()
    ours = window.screens["settings"].findChild(WorkingDaysWindow)
    ours.country.setCurrentIndex(ours.country.findData("DE"))
    with qtbot.waitSignal(window.session.said):
        ours.country.activated.emit(ours.country.currentIndex())
    assert working_days.our_country(window.session.db) == "DE"
    ours.close()


def test_no_form_proposes_a_day_off(
    open_window: OpenWindow, small: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = database.open_file(small)
    week = OwnDays(TOMORROW, TODAY + timedelta(days=7), reason="Moving")  # to Monday 30 November
    working_days.add(db, KESSLER, week)
    working_days.add(db, None, OwnDays(date(2026, 12, 1), date(2026, 12, 1), reason="Inventory"))
    christmas = OwnDays(date(2026, 12, 21), date(2026, 12, 31))
    working_days.add(db, KESSLER, christmas)
    db.close()
    window = open_window(small)
    proposed: dict[str, tuple[date, str]] = {}

    def look(form: Form) -> bool:
        field = form.findChildren(QDateEdit)[0]
        first = day_of(field)
        field.setDate(formats.qdate(TOMORROW))
        told = [label.text() for label in form.findChildren(QLabel) if "closed" in label.text()]
        proposed[form.windowTitle()] = first, told[0] if told else ""
        return False

    monkeypatch.setattr(Form, "ask", look)
    today = window.screens["today"]
    settle(qtbot, window)
    works = [(row, today.model.work(row)) for row in range(today.model.rowCount())]
    today.table.selectRow(next(row for row, work in works if work and work.supplier_id == KESSLER and work.line_ids))
    today.snooze()
    today.set_promise()
    today.log_call()
    window.go("suppliers", KESSLER)
    settle(qtbot, window)
    screen = window.screens["suppliers"]
    screen.plan_check_in()
    screen.add_action()
    moving = "They are closed: Moving, 24 Nov 2026 – 30 Nov 2026."
    wednesday = date(2026, 12, 2)
    assert proposed == {
        "Snooze": (wednesday, moving),
        "Set promise": (wednesday, moving),
        "Log a call": (wednesday, moving),
        "Check-in": (wednesday, moving),
        "Agreed action": (date(2027, 1, 1), moving),
    }


def test_a_promise_in_a_closure_has_a_question_mark(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    db = database.open_file(small)
    working_days.add(db, KESSLER, OwnDays(date(2027, 1, 11), date(2027, 1, 15), reason="<Inventory>"))
    db.close()
    window = open_window(small)
    window.go("orders")
    settle(qtbot, window)
    story = window.screens["orders"].story
    (line_id,) = window.session.db.conn.execute(
        "select id from order_line where current_promise = '2027-01-12'"
    ).fetchone()
    with qtbot.waitSignal(story.shown):
        story.show_line(line_id)
    text = story.facts.toHtml()
    assert text.count("They are closed then") == 1, "the first promise was another day"
    assert "? They are closed then: &lt;Inventory&gt;, 11 Jan 2027 – 15 Jan 2027" in text
