"""Small things a buyer relies on: where typing goes, what stays readable, what odd text and faults do."""

from contextlib import closing
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from supplychain_app.domain.line_story import LineStory
from supplychain_app.services import editing, worklist
from supplychain_app.storage import database
from supplychain_app.storage.connection import Database
from supplychain_app.ui.orders import story
from supplychain_app.ui.orders.columns import COLUMNS
from supplychain_app.ui.orders.screen import OrdersScreen
from supplychain_app.ui.shared.asking import Form
from supplychain_app.ui.shared.frame import FailureBar, KeyBar
from supplychain_app.ui.shared.row_model import Column, ListModel
from supplychain_app.ui.shared.shipment_words import event_words
from supplychain_app.ui.shared.table import Table
from tests.ui.conftest import TODAY, OpenWindow, settle

ODD = "长期 مرحبا 🙂 " * 1000


def test_what_was_done_stays_readable_when_the_table_is_read_again(qtbot: QtBot) -> None:
    bar = KeyBar()
    qtbot.addWidget(bar)
    bar.say("Promise set. Undo with Ctrl+Z.")
    bar.show_selected("Selected: another line")
    assert bar.words.toolTip() == "Promise set. Undo with Ctrl+Z."
    bar.clear()
    bar.show_selected("Selected: another line")
    assert bar.words.toolTip() == "Selected: another line"


def test_a_second_failure_does_not_hide_the_first(qtbot: QtBot) -> None:
    bar = FailureBar()
    qtbot.addWidget(bar)
    bar.say("One file holds no table.")
    bar.say("Another is not there.")
    bar.say("Another is not there.")
    assert bar.words.text() == "Another is not there.\nOne file holds no table."
    bar.hide()
    bar.say("Later.")
    assert bar.words.text() == "Later."


def test_the_text_column_takes_the_room_that_is_left(qtbot: QtBot) -> None:
    model = ListModel((Column("a", "A", width=10), Column("b", "B", width=30, fill=True), Column("c", "C", width=10)))
    table = Table(model, "widths")
    qtbot.addWidget(table)
    table.resize(900, 200)
    table.show()
    qtbot.waitUntil(lambda: table.horizontalHeader().length() == table.viewport().width())
    table.resize(3000, 200)
    qtbot.waitUntil(lambda: table.horizontalHeader().length() == table.viewport().width())
    table.resize(120, 200)
    qtbot.waitUntil(lambda: table.horizontalHeader().length() > table.viewport().width())
    assert table.columnWidth(1) > 60, "it never vanishes"


def test_columns_that_matter_least_give_way_and_come_back(qtbot: QtBot) -> None:
    columns = tuple(Column(name, name.upper(), width=10, fill=name == "b") for name in "abcd")
    table = Table(ListModel(columns), "giving")
    qtbot.addWidget(table)
    table.give_way(("d", "c"))
    table.resize(900, 200)
    table.show()
    assert [table.isColumnHidden(number) for number in range(4)] == [False] * 4
    table.resize(table.columnWidth(0) * 3, 200)
    assert [table.isColumnHidden(number) for number in range(4)] == [False, False, False, True]
    table.resize(table.columnWidth(0), 200)
    assert [table.isColumnHidden(number) for number in range(4)] == [False, False, True, True]
    table.resize(900, 200)
    assert not table.isColumnHidden(3)
    table.remember()
    table.resize(table.columnWidth(0), 200)
    assert not table.isColumnHidden(3), "what the user chose stays"


def test_kept_columns_of_another_version_are_forgotten(qtbot: QtBot) -> None:
    former = Table(ListModel((Column("a", "A"), Column("b", "B"))), "kept")
    qtbot.addWidget(former)
    former.setColumnHidden(1, True)
    former.remember()
    same = Table(ListModel((Column("a", "A"), Column("b", "B"))), "kept")
    other = Table(ListModel((Column("a", "A"), Column("c", "C"))), "kept")
    qtbot.addWidget(same)
    qtbot.addWidget(other)
    assert same.isColumnHidden(1)
    assert not other.isColumnHidden(1)


def test_a_form_begins_in_its_first_field(qtbot: QtBot) -> None:
    parent = QLineEdit()
    qtbot.addWidget(parent)
    form = Form("Note", "Save", parent)
    first = form.add_text("&First")
    form.add_text("&Second")
    form.show()
    assert form.focusWidget() is first
    form.close()


def test_the_search_gives_the_keys_back_to_the_table(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    window.go("orders")
    settle(qtbot, window)
    screen = window.screens["orders"]
    assert isinstance(screen, OrdersScreen)
    qtbot.keyClick(screen.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is screen.filters.field
    qtbot.keyClick(screen.filters.field, Qt.Key.Key_Escape)
    assert window.focusWidget() is screen.table


def test_a_note_of_any_length_and_script_is_kept_and_shown(
    open_window: OpenWindow, small: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(small)
    window.go("orders")
    settle(qtbot, window)
    screen = window.screens["orders"]
    assert isinstance(screen, OrdersScreen)
    line = screen.model.id_at(screen.table.current_row())

    def confirm(form: Form) -> bool:
        form.findChildren(QPlainTextEdit)[0].setPlainText(ODD)
        form.deleteLater()
        return True

    monkeypatch.setattr(Form, "ask", confirm)
    qtbot.keyClick(screen.table, Qt.Key.Key_N)
    qtbot.waitUntil(
        lambda: next(window.session.db.query("select note from order_line where id = ?", [line]))["note"] == ODD.strip()
    )
    settle(qtbot, window)
    assert not screen.grab().isNull()
    assert ODD.strip()[:20] in screen.story.facts.toPlainText(), "and it stands in the line's story"
    screen.table.copy()
    assert QApplication.clipboard().text().startswith("Order\t")


def test_an_event_is_said_in_words_not_in_its_code() -> None:
    assert event_words("GTOT", "gate_out", "in_transit", "GTOT") == "Left the terminal"
    assert event_words("Departed facility in Wels", "departed", None, None) == "Departed facility in Wels"
    assert event_words(None, None, "in_transit", None) == "On the way"
    assert event_words(None, None, None, None) == ""


def test_lines_stay_selected_when_they_are_read_again(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    window.go("orders")
    settle(qtbot, window)
    screen = window.screen_shown
    assert isinstance(screen, OrdersScreen)
    screen.table.select_rows([2, 1])
    chosen = {screen.model.id_at(1), screen.model.id_at(2)}
    screen.refresh()
    settle(qtbot, window)
    assert {screen.model.id_at(row) for row in screen.table.selected_rows()} == chosen
    assert screen.table.current_row() in screen.table.selected_rows()


def test_what_another_window_wrote_is_shown_without_asking(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    window.go("orders")
    settle(qtbot, window)
    screen = window.screens["orders"]
    assert isinstance(screen, OrdersScreen)
    told: list[frozenset[str]] = []
    window.session.changed.connect(told.append)
    window.session.look_for_others()
    assert not told
    with closing(database.open_file(small)) as other:
        editing.set_field(other, int(screen.model.ids[0]), "note", "from the other window", today=TODAY)
    window.session.look_for_others()
    assert [nouns >= {"orders", "suppliers"} for nouns in told] == [True]
    window.session.look_for_others()
    assert len(told) == 1
    settle(qtbot, window)
    place = [column.name for column in screen.model.columns].index("note")
    assert screen.model.index(0, place).data() == "from the other window"
    with closing(database.open_file(small)) as other:
        worklist.done(other, "a row of Today", TODAY)
    window.session.look_for_others()
    assert told[1:] == [frozenset({"worklist"})]


def test_only_the_line_one_stops_at_is_read(
    open_window: OpenWindow, small: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(small)
    window.go("orders")
    screen = window.screen_shown
    assert isinstance(screen, OrdersScreen)
    settle(qtbot, window)
    begun, free = [], Event()
    read_story = story.read_story

    def counted(db: Database, line_id: int, day: date) -> LineStory:
        begun.append(line_id)
        return read_story(db, line_id, day)

    monkeypatch.setattr(story, "read_story", counted)
    for _ in range(2):  # as many as read side by side
        window.session.read("A long one", lambda _: free.wait(10))
    for _ in range(3):
        qtbot.keyClick(screen.table, Qt.Key.Key_Down)
    screen.table.select_rows([3, 2])
    screen.table.select_rows([3, 2, 1, 0])
    free.set()
    settle(qtbot, window)
    assert begun == [screen.model.id_at(3)], "the arrow was held down, and the lines passed on the way wait for nobody"
    assert window.keys.words.toolTip().startswith("4 lines selected")


def test_a_line_still_to_come_is_neither_early_nor_on_the_day() -> None:
    lateness = next(column for column in COLUMNS if column.name == "late_days").write_row
    assert lateness is not None
    assert [lateness(days, "open") for days in (2, 0, -1)] == ["2 days late", "due today", "1 day to go"]
    assert [lateness(days, "received") for days in (2, 0, -1)] == ["2 days late", "on the day", "1 day early"]


def test_a_word_wider_than_the_story_is_broken_not_cut(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    db = database.open_file(small)
    told_by = "a.name.without.end@" + "long" * 20 + ".example"
    editing.record_promise(db, 1, date(2026, 12, 1), told_by=told_by, known_on=TODAY)
    db.close()
    window = open_window(small)
    window.go("orders")
    settle(qtbot, window)
    panel = window.screens["orders"].story
    with qtbot.waitSignal(panel.shown):
        panel.show_line(1)
    assert told_by in panel.facts.toPlainText()
    assert panel.facts.document().size().width() <= panel.facts.viewport().width()


def test_a_file_that_may_be_written_again_is_taken_up_by_itself(
    open_window: OpenWindow, small: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, _ = database.standing(small) or (0, True)
    with monkeypatch.context() as may_only_be_read:
        may_only_be_read.setattr(database, "standing", lambda _: (number, False))
        session = open_window(small).session
        session.look_for_others()
        assert session.db.conn.execute("select count(*) from order_line").fetchone() == (4,)
    read_only = session.db
    with qtbot.waitSignal(session.said):
        session.look_for_others()
    assert session.db is not read_only
    session.write("Cancel", editing.cancel_line, 1, on=TODAY, today=TODAY)
    qtbot.waitUntil(lambda: not session.jobs.running)
    assert session.db.conn.execute("select status from order_line where id = 1").fetchone() == ("cancelled",)


def test_a_file_that_was_away_and_came_back_as_another_is_opened_anew(
    open_window: OpenWindow, small: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    copy = tmp_path / "copy.db"
    db = database.open_file(small)
    database.back_up(db, copy)
    db.close()
    with closing(database.open_file(copy)) as db:
        editing.cancel_line(db, 1, on=TODAY, today=TODAY)
    window = open_window(small)
    small.unlink()
    window.session.look_for_others()
    assert window.session.db.conn.execute("select status from order_line where id = 1").fetchone() == ("open",)
    copy.rename(small)
    with qtbot.waitSignal(window.session.changed):
        window.session.look_for_others()
    assert window.session.db.conn.execute("select status from order_line where id = 1").fetchone() == ("cancelled",)
    settle(qtbot, window)
