"""The Shipments screen: what is heard by phone, orders that are on their way, watching, and asking by the clock."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QSettings, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from supplychain_app.services import tracking
from supplychain_app.storage import database
from supplychain_app.ui.main_window import MainWindow
from supplychain_app.ui.shared import pulling
from supplychain_app.ui.shared.asking import Form
from supplychain_app.ui.shipments import forms
from supplychain_app.ui.shipments.screen import ShipmentsScreen
from tests.ui.conftest import OpenWindow, settle


@pytest.fixture
def shown(open_window: OpenWindow, small: Path, qtbot: QtBot) -> tuple[MainWindow, ShipmentsScreen]:
    db = database.open_file(small)
    for number in range(20):  # a table with a scroll bar, and numbers of the longest kinds
        tracking.add_unit(db, carrier="hapag_lloyd", number=f"94001112062064062{number:05d}")
    db.conn.execute("update tracked_unit set status = 'delivery_attempted', delay = 'delayed', eta = '2026-12-22'")
    db.close()
    window = open_window(small)
    window.go("shipments")
    settle(qtbot, window)
    screen = window.screens["shipments"]
    assert isinstance(screen, ShipmentsScreen)
    screen.table.selectRow(0)
    settle(qtbot, window)
    return window, screen


def answering(monkeypatch: pytest.MonkeyPatch, fill: Callable[[Form], None]) -> None:
    def ask(form: Form) -> bool:
        fill(form)
        form.deleteLater()
        return True

    monkeypatch.setattr(Form, "ask", ask)


def one(window: MainWindow, sql: str) -> object:
    return window.session.db.conn.execute(sql).fetchone()


def test_the_table_needs_no_sideways_scrolling(shown: tuple[MainWindow, ShipmentsScreen], qtbot: QtBot) -> None:
    window, screen = shown
    assert (window.width(), window.height()) == (1366, 768)
    qtbot.waitUntil(lambda: screen.table.horizontalHeader().length() <= screen.table.viewport().width())
    assert screen.table.horizontalScrollBar().maximum() == 0


def test_an_event_heard_by_phone_becomes_an_event(
    shown: tuple[MainWindow, ShipmentsScreen], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, screen = shown

    def fill(form: Form) -> None:
        form.findChildren(QDateEdit)[0].setDate(QDate(2026, 11, 20))
        form.findChildren(QComboBox)[0].setCurrentText("Delivered")
        time, place, _ = (field for field in form.findChildren(QLineEdit) if field.parent() is form)
        time.setText("14:30")
        place.setText("Linz")

    answering(monkeypatch, fill)
    qtbot.keyClick(screen.table, Qt.Key.Key_E)
    settle(qtbot, window)
    found = one(window, "select occurred_local, milestone, city, source from tracking_event")
    assert found == ("2026-11-20T14:30:00", "delivered", "Linz", "manual")


def test_an_order_is_linked_and_an_unknown_one_refused(
    shown: tuple[MainWindow, ShipmentsScreen], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, screen = shown
    answering(monkeypatch, lambda form: form.findChildren(QComboBox)[0].setCurrentText("9999"))
    with qtbot.waitSignal(window.session.failed):
        qtbot.keyClick(screen.table, Qt.Key.Key_O)
    answering(monkeypatch, lambda form: form.findChildren(QComboBox)[0].setCurrentText("4501"))
    qtbot.keyClick(screen.table, Qt.Key.Key_O)
    settle(qtbot, window)
    assert one(window, "select count(*) from shipment_line") == (2,)


def test_a_watched_shipment_is_told_on_the_desktop_when_it_moves(
    shown: tuple[MainWindow, ShipmentsScreen], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, screen = shown
    qtbot.keyClick(screen.table, Qt.Key.Key_B)
    settle(qtbot, window)
    unit_id, number = window.session.db.conn.execute("select id, number from tracked_unit where watched = 1").fetchone()
    told: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _self: None)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _self, _title, text, *_rest: told.append(text))

    def pulled(_db: object, **_options: object) -> tracking.PullResult:
        moved = tracking.PulledUnit(unit_id, "dhl", number, "delivered", was="in_transit")
        other = tracking.PulledUnit(unit_id + 1, "dhl", "x", "delivered", was="in_transit")
        return tracking.PullResult((moved, other))

    monkeypatch.setattr(tracking, "pull", pulled)
    pulling.pull(window.session)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [f"{number}: Delivered"]
    settle(qtbot, window)
    window.notices.hide()


def test_what_a_carrier_wants_besides_can_be_entered_and_taken_back(
    shown: tuple[MainWindow, ShipmentsScreen], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, screen = shown

    def fill(form: Form) -> None:
        booking, _, postcode = (field for field in form.findChildren(QLineEdit) if field.parent() is form)
        booking.setText("200000001")
        postcode.setText("4020")

    answering(monkeypatch, fill)
    qtbot.keyClick(screen.table, Qt.Key.Key_T)
    settle(qtbot, window)
    found = "select count(*) from tracked_unit where reference = '200000001' and postcode = '4020' and service is null"
    assert one(window, found) == (1,)
    window.session.undo_stack.undo()
    settle(qtbot, window)
    assert one(window, found) == (0,)


def test_carriers_are_asked_by_the_clock_but_not_twice_at_once(
    shown: tuple[MainWindow, ShipmentsScreen], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = shown
    started: list[object] = []

    def pulled(_db: object, **_options: object) -> tracking.PullResult:
        started.append(1)
        return tracking.PullResult()

    monkeypatch.setattr(tracking, "pull", pulled)
    assert not window.schedule.look(), "off until it is switched on"
    QSettings().setValue(pulling.EVERY, 1)
    assert window.schedule.look()
    assert not window.schedule.look(), "one is under way"
    settle(qtbot, window)
    assert not window.schedule.look(), "an hour has not passed"
    assert started == [1]
    window.schedule._tried_at = window.session.now + timedelta(days=1)
    assert window.schedule.look(), "the clock was set back since"
    settle(qtbot, window)
    assert not window.schedule.look()


def test_the_interval_is_chosen_in_settings(shown: tuple[MainWindow, ShipmentsScreen], qtbot: QtBot) -> None:
    window, _ = shown
    window.go("settings")
    settle(qtbot, window)
    every = window.screens["settings"].every  # type: ignore[attr-defined]
    every.setCurrentText("Every 4 hours")
    every.activated.emit(every.currentIndex())
    assert pulling.every_hours() == 4


def test_a_carriers_settings_are_entered_beside_its_keys(
    shown: tuple[MainWindow, ShipmentsScreen], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = shown

    def fill(form: Form) -> None:
        by_name = {field.accessibleName(): field for field in form.findChildren(QLineEdit)}
        by_name["Calls a day at most"].setText("40")
        choice = next(box for box in form.findChildren(QComboBox) if box.accessibleName().startswith("Add new"))
        choice.setCurrentText("No")

    answering(monkeypatch, fill)
    window.go("settings")
    settle(qtbot, window)
    screen = window.screens["settings"]
    table = screen.carriers_table  # type: ignore[attr-defined]
    row = next(row for row in range(40) if screen.carriers.value(row, "carrier") == "17track")  # type: ignore[attr-defined]
    table.selectRow(row)
    qtbot.keyClick(table, Qt.Key.Key_K)
    settle(qtbot, window)
    saved = tracking.accounts(window.session.db)["17track"].settings
    assert (saved["calls_per_day"], saved["register"]) == ("40", "no")


def test_a_whole_mail_may_be_pasted_and_check_digits_are_told() -> None:
    mail = "Dear all, container CSQU3054383 sails today, and samples go with 1Z5R89390357567127. Regards"
    assert forms.numbers_in(mail, "dhl") == [("dhl", "CSQU3054383"), ("ups", "1Z5R89390357567127")]
    assert "1Z5R89390357567127: UPS, check digit holds" in forms.recognised(mail)
    assert forms.recognised("1Z5R89390357567120").startswith("UPS, check digit fails")
    assert forms.numbers_in("1Z5R 8939 0357 567127", "ups") == [("ups", "1Z5R 8939 0357 567127")]
    assert forms.numbers_in("no number in here at all, but far too long for one that is typed by hand", "dhl") == []


def test_pasted_numbers_are_followed(
    shown: tuple[MainWindow, ShipmentsScreen], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, screen = shown
    text = "Box CSQU3054383 and parcel 1Z5R89390357567127"
    answering(monkeypatch, lambda form: form.findChildren(QPlainTextEdit)[0].setPlainText(text))
    qtbot.keyClick(screen.table, Qt.Key.Key_N)
    settle(qtbot, window)
    found = "select count(*) from tracked_unit where number in ('CSQU3054383', '1Z5R89390357567127')"
    assert one(window, found) == (2,)


def test_without_a_tray_the_task_bar_hints_at_a_notice(
    shown: tuple[MainWindow, ShipmentsScreen], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = shown
    alerted: list[object] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    monkeypatch.setattr(QApplication, "alert", alerted.append)
    window.session.noticed.emit("CSQU3054383: Delivered")
    assert alerted == [window]
    assert "Delivered" in window.keys.words.toolTip()
