"""The tour, the key sheet, and colours that can be read."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from supplychain_app.services import corresponding, importing, letters
from supplychain_app.storage import database
from supplychain_app.ui.communications.letters import LettersWindow
from supplychain_app.ui.imports.screen import ImportsScreen
from supplychain_app.ui.shared import theme
from supplychain_app.ui.shared.commands import declared
from supplychain_app.ui.shared.key_sheet import KeySheet
from supplychain_app.ui.shared.palette import Palette
from supplychain_app.ui.shared.pasting import Copied, what_is
from supplychain_app.ui.shared.tour import STOPS, Tour
from supplychain_app.ui.weak_links.screen import WeakLinksScreen
from tests.ui.conftest import HEAD, OpenWindow, settle


def test_the_tour_goes_through_its_screens_and_can_be_left(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    window.take_tour()
    (tour,) = window.findChildren(Tour)
    seen = []
    for _ in STOPS:
        assert window.screen_shown is not None
        seen.append(window.screen_shown.name)
        assert window.rect().contains(tour.geometry())
        qtbot.keyClick(tour, Qt.Key.Key_Right)
    assert seen == [stop.screen for stop in STOPS]
    qtbot.waitUntil(lambda: not window.findChildren(Tour))


def test_escape_leaves_the_tour_where_it_is_and_it_can_be_taken_again(
    open_window: OpenWindow, small: Path, qtbot: QtBot
) -> None:
    window = open_window(small)
    window.take_tour()
    qtbot.keyClick(window.findChild(Tour), Qt.Key.Key_Right)
    qtbot.keyClick(window.findChild(Tour), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(Tour))
    assert window.screen_shown is not None
    assert window.screen_shown.name == STOPS[1].screen
    window.take_tour()
    assert len(window.findChildren(Tour)) == 1


def test_escape_on_a_screen_leaves_the_tour_and_stays_there(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    window.take_tour()
    window.go("orders")
    settle(qtbot, window)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(Tour))
    assert window.screen_shown is window.screens["orders"]
    settle(qtbot, window)


def test_the_key_sheet_has_every_key_of_the_screen_that_is_shown(
    open_window: OpenWindow, small: Path, qtbot: QtBot
) -> None:
    window = open_window(small)
    window.go("orders")
    window.show_keys()
    sheet = window.findChild(KeySheet)
    text = sheet.findChild(QTextBrowser).toPlainText()
    missing = [one.text for _, one in declared(type(window.screen_shown)) if one.shortcut and one.text not in text]
    assert missing == []
    assert "Find anything" in text
    assert text.startswith("Orders")
    sheet.close()


TEXTS = ("text1", "text2", "text3", "accent", "bad", "warning", "good")
GROUNDS = ("window", "surface", "raised", "hover", "selection")
PAIRS = [(text, ground) for text in TEXTS for ground in GROUNDS]
PAIRS += [("bad", "bad_soft"), ("warning", "warning_soft"), ("good", "good_soft"), ("on_accent", "accent_fill")]
PAIRS += [("text1", "highlight")]


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_every_ground(scheme: theme.Colours) -> None:
    """At least 4.5 : 1, WCAG 2.1 §1.4.3."""
    poor = {
        (text, ground): round(contrast(getattr(scheme, text), getattr(scheme, ground)), 2)
        for text, ground in PAIRS
        if contrast(getattr(scheme, text), getattr(scheme, ground)) < 4.5
    }
    assert poor == {}


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    c = QColor(colour)
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF())


def test_letters_are_edited_and_a_bad_one_says_why(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    window.go("communications")
    dialog = LettersWindow(window.session, window)
    qtbot.waitUntil(lambda: "$table" in dialog.text.toPlainText())
    dialog.text.setPlainText("no place for the lines")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "$table" in dialog.problem.text())
    dialog.text.setPlainText("Hello $name\n$table")
    with qtbot.waitSignal(window.session.said):
        dialog.save_button.click()
    assert letters.letter(window.session.db, "en").text == "Hello $name\n$table"


def test_keys_about_findings_are_off_with_a_reason_where_nothing_was_found(
    open_window: OpenWindow, small: Path, qtbot: QtBot
) -> None:
    window = open_window(small)
    head = b"From: a@b.example\r\nSubject: Hello\r\nMessage-ID: <7@x>\r\nDate: Mon, 23 Nov 2026 08:00:00 +0100"
    mail = head + b"\r\n\r\nThanks."
    corresponding.record_mail(window.session.db, mail, now=datetime(2026, 11, 23, 9, tzinfo=UTC))
    window.go("communications")
    screen = window.screens["communications"]
    settle(qtbot, window)
    screen.show_all()
    qtbot.waitUntil(lambda: "Thanks" in screen.panel.text.toPlainText())
    found = {action.objectName(): action for action in screen.screen_actions}
    for name in ("accept", "accept_everything", "edit", "dismiss"):
        assert not found[name].isEnabled()
        assert "Nothing was found" in found[name].toolTip()
    assert found["chase"].isEnabled()


@pytest.mark.parametrize("name", ["today", "orders", "shipments", "communications", "suppliers", "settings"])
def test_rows_are_pasted_on_any_screen(name: str, open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    window.go(name)
    settle(qtbot, window)
    row = "4599,10,300,Nordhall,R9,Bearing,80,80,3.10,2026-10-01,2026-12-01\n"
    QGuiApplication.clipboard().setText((HEAD + row).replace(",", "\t"))
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    screen = window.screen_shown
    assert isinstance(screen, ImportsScreen)
    assert screen.pages.currentWidget() is screen.pane
    QGuiApplication.clipboard().clear()


def test_one_cell_that_was_copied_is_looked_for(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    window.go("communications")
    settle(qtbot, window)
    QGuiApplication.clipboard().setText("4502\r\n")
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (palette,) = window.findChildren(Palette)
    qtbot.waitUntil(lambda: palette.list.count() > 0)
    assert "4502" in palette.list.item(0).text()
    assert window.session.db.conn.execute("select count(*) from communication").fetchone() == (0,), "it is no mail"
    palette.reject()
    QGuiApplication.clipboard().clear()


def test_what_was_copied_is_told_apart() -> None:
    assert what_is("a\tb\r\nc\td\r\n") is Copied.ROWS
    assert what_is("4500012345\n") is Copied.WORD
    assert what_is(" \n") is Copied.NOTHING
    assert what_is("Dear Ms Brandt,\n\n10\t4 Dec\n20\t8 Dec\n\nRegards") is Copied.TEXT, "a mail with a table in it"
    assert what_is("4501\n4502\n") is Copied.TEXT


def test_a_first_export_shows_weak_links_by_supplier(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "first.db"
    db = database.create_file(path)
    export = tmp_path / "orders.csv"
    days = [f"2026-08-0{1 + n % 9},2026-09-1{n % 9}" for n in range(30)]
    rows = [f"46{n},10,{n % 3},Supplier {n % 3},R{n},Part,5,5,1.0,{day}\n" for n, day in enumerate(days)]
    export.write_text(HEAD + "".join(rows), encoding="utf-8")
    importing.import_file(db, export, received_at=datetime(2026, 11, 23, 6, tzinfo=UTC))
    db.close()
    window = open_window(path)
    window.go("weak_links")
    settle(qtbot, window)
    screen = window.screen_shown
    assert isinstance(screen, WeakLinksScreen)
    assert screen.grouping == "supplier"
    assert "cost most; which leads is not certain" in screen.finding.toolTip()


def test_an_import_is_taken_back_with_the_key_for_undo(
    open_window: OpenWindow, small: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(small)
    export = tmp_path / "more.csv"
    export.write_text(HEAD + "4599,10,100,Kessler Guss,R1,Housing DN80,5,5,12.50,2026-11-20,2026-12-20\n")

    def lines() -> int:
        found: tuple[int] = window.session.db.conn.execute("select count(*) from order_line").fetchone()
        return found[0]

    before = lines()
    window.import_files([export])
    settle(qtbot, window)
    screen = window.screens["imports"]
    assert isinstance(screen, ImportsScreen)
    screen.apply_preview()
    settle(qtbot, window)
    assert lines() == before + 1
    assert window.screen_shown is window.screens["today"]
    assert "1 new" in window.keys.words.toolTip(), "what was done is said where one stands by then"
    assert "Ctrl+Z" in window.keys.words.toolTip()
    window.session.undo_stack.undo()
    settle(qtbot, window)
    assert lines() == before
    assert not window.session.undo_stack.canRedo(), "to import it again takes its file"
