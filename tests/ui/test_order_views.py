"""Orders seen in other ways: subtotals that open into their lines, views that are kept, and what leaves as a file."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFileDialog, QInputDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from supplychain_app.storage.query import Filter
from supplychain_app.ui.orders import conditions, views
from supplychain_app.ui.orders import screen as screens
from supplychain_app.ui.orders.columns import COLUMNS
from supplychain_app.ui.shared import table as tables
from supplychain_app.ui.shared.asking import Form
from tests.ui.conftest import TODAY, OpenWindow, settle
from tests.ui.test_actions import orders_of


def test_groups_open_into_their_lines_and_back(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    screen = orders_of(window, qtbot)
    screen.group_by("supplier")
    settle(qtbot, window)
    assert screen.pages.currentWidget() is screen.groups
    rows = [screen.groups.groups.at(row) for row in range(screen.groups.groups.rowCount())]
    assert {(row.value, row.lines) for row in rows} == {("Kessler Guss", 2), ("Meridian Seals", 2)}
    assert window.focusWidget() is screen.groups
    place = next(number for number, row in enumerate(rows) if row.value == "Kessler Guss")
    screen.groups.selectRow(place)
    with qtbot.waitSignal(screen.model.loaded):
        qtbot.keyClick(screen.groups, Qt.Key.Key_Return)
    assert screen.filters.extra == "Supplier: Kessler Guss"
    assert screen.model.rowCount() == 2
    settle(qtbot, window)
    screen.filters.remove(screen.filters.extra)
    settle(qtbot, window)
    assert screen.pages.currentWidget() is screen.groups, "without its chip, the groups are back"
    screen.group_by("")
    settle(qtbot, window)
    assert screen.model.rowCount() == 4


def test_subtotals_tell_what_is_open_and_late(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    screen = orders_of(window, qtbot)
    screen.group_by("supplier")
    settle(qtbot, window)
    model = screen.groups.groups
    kessler = next(row for row in range(model.rowCount()) if model.at(row).value == "Kessler Guss")
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Supplier"
    assert model.text(kessler, 3) == "1"
    assert model.text(kessler, 4) == "10 days late"
    assert "4 lines by supplier" in screen.finding.toolTip()
    qtbot.keyClick(screen.groups, Qt.Key.Key_P)
    assert "Enter" in window.keys.words.toolTip()


def test_a_view_is_kept_with_its_filters_order_groups_and_columns(
    open_window: OpenWindow, small: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(small)
    screen = orders_of(window, qtbot)
    note = next(number for number, column in enumerate(COLUMNS) if column.name == "note")
    screen.table.setColumnHidden(note, False)
    screen.filters.set_state(("late",), "Kessler")
    screen._sorted_by = ("supplier", True)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Kessler late", True))
    screen.views._save()
    screen.table.setColumnHidden(note, True)
    screen.use_view(views.GIVEN["All lines"])
    settle(qtbot, window)
    assert screen.model.rowCount() == 4
    screen.views.fill()
    kept = next(action for action in screen.views.menu().actions() if action.text() == "Kessler late")
    kept.trigger()
    settle(qtbot, window)
    assert (screen.filters.chosen, screen.filters.text, screen._sorted_by) == (["late"], "Kessler", ("supplier", True))
    assert not screen.table.isColumnHidden(note)
    assert screen.model.rowCount() == 1
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Kessler, past due", True))
    screen.views._rename("Kessler late")
    assert list(views.own()) == ["Kessler, past due"]
    views.forget("Kessler, past due")
    assert views.own() == {}


def test_lines_are_shown_that_meet_conditions_and_a_view_keeps_these(
    open_window: OpenWindow, small: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(small)
    screen = orders_of(window, qtbot)
    late, kessler = Filter("late_days", ">", 5.0), Filter("supplier", "contains", "kess")
    monkeypatch.setattr(screens, "ask", lambda *_: late)
    screen._ask_condition(next(field for field in conditions.FIELDS if field.column == "late_days"))
    settle(qtbot, window)
    assert [chip.text() for chip in screen.filters._chips] == ["Open", "Days late > 5"]
    assert "Days late > 5" in screen.finding.toolTip()
    assert screen.model.rowCount() == 1
    screen.filters.remove("Days late > 5")
    screen.filters.add_condition("Supplier: kess", kessler)
    settle(qtbot, window)
    assert {screen.model.value(row, "supplier") for row in range(screen.model.rowCount())} == {"Kessler Guss"}
    views.keep("Kessler", screen.view_now())
    screen.use_view(views.GIVEN["All lines"])
    settle(qtbot, window)
    assert screen.model.rowCount() == 4
    screen.use_view(views.own()["Kessler"])
    settle(qtbot, window)
    assert screen.filters.conditions == {"Supplier: kess": kessler}
    assert screen.model.rowCount() == 2


def test_where_no_line_is_left_one_button_shows_all(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    screen = orders_of(window, qtbot)
    screen.filters.add_condition("Supplier: x", Filter("supplier", "contains", "x"))
    settle(qtbot, window)
    assert screen.pages.currentWidget() is screen.nothing
    assert window.keys.words.toolTip() == "", "nothing is selected any more"
    screen.nothing._button.click()
    settle(qtbot, window)
    assert screen.pages.currentWidget() is screen.table
    assert screen.model.rowCount() == 4


def test_where_no_group_is_left_one_button_shows_all(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    screen = orders_of(window, qtbot)
    screen.group_by("supplier")
    settle(qtbot, window)
    assert screen.pages.currentWidget() is screen.groups
    screen.filters.set_state((), "no such words")
    screen.refresh()
    settle(qtbot, window)
    assert screen.pages.currentWidget() is screen.nothing
    screen.nothing._button.click()
    settle(qtbot, window)
    assert screen.pages.currentWidget() is screen.table
    assert screen.model.rowCount() == 4


def test_a_condition_is_asked_for_in_a_form(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    fields = {field.column: field for field in conditions.FIELDS}

    def fill(form: Form) -> bool:
        how = form.findChildren(QComboBox)[0]
        how.setCurrentText("less than" if how.findText("less than") >= 0 else "before")
        for figure in form.findChildren(QDoubleSpinBox):
            figure.setValue(1500)
        return True

    monkeypatch.setattr(Form, "ask", fill)
    assert conditions.ask(fields["value"], parent, TODAY) == Filter("value", "<", 1500.0)
    day = conditions.ask(fields["current_promise"], parent, TODAY)
    assert day == Filter("current_promise", "<", "2026-11-23")
    assert conditions.in_words(day, TODAY) == "Promise < 23 Nov"
    assert conditions.ask(fields["supplier"], parent, TODAY) is None, "nothing was written to compare with"


def test_a_cell_offers_lines_like_it(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    screen = orders_of(window, qtbot)
    menu = QMenu()
    qtbot.addWidget(menu)
    supplier = next(number for number, column in enumerate(COLUMNS) if column.name == "supplier")
    screen.add_to_menu(menu, screen.table, screen.model.index(0, supplier))
    only = menu.actions()[0]
    assert only.text() == "Only Supplier: Kessler Guss"
    only.trigger()
    settle(qtbot, window)
    assert screen.filters.conditions == {"Supplier: Kessler Guss": Filter("supplier", "=", "Kessler Guss")}


def test_every_table_has_a_menu_of_what_can_be_done(
    open_window: OpenWindow, small: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(small)
    offered: list[str] = []

    class Menu(QMenu):
        """Tells what it would show."""

        def exec(self, *_: object) -> None:  # type: ignore[override]
            offered.extend(action.text() for action in self.actions())

    monkeypatch.setattr(tables, "QMenu", Menu)
    window.go("suppliers")
    settle(qtbot, window)
    table = window.screen_shown.findChild(tables.Table, "suppliers")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(20, 10), table.mapToGlobal(QPoint(20, 10)))
    table.contextMenuEvent(event)
    assert {"Open lines", "Log a call", "Copy"} <= set(offered)


def test_views_of_the_first_versions_are_still_read() -> None:
    QSettings().setValue("views", '{"Mine": [["open"], "seal"], "Odd": 7}')
    assert views.own()["Mine"] == views.View(("open",), "seal")
    QSettings().setValue("views", "[")
    assert views.own() == {}


def test_what_is_shown_is_what_is_written(
    open_window: OpenWindow, small: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window(small)
    screen = orders_of(window, qtbot)
    screen.filters.set_state(("open",), "Kessler")
    screen.refresh()
    settle(qtbot, window)
    out = tmp_path / "mine.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    with qtbot.waitSignal(window.session.said):
        screen.export()
    with out.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head[:4] == ["Order", "Line", "Supplier", "Material"]
    assert [row[:3] for row in rows] == [["4501", "10", "Kessler Guss"], ["4501", "20", "Kessler Guss"]]
    settle(qtbot, window)
