"""The help pages in a window: German where the window is, with links that lead on."""

import importlib
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from supplychain_app import language
from supplychain_app.ui.main_window import CLASSES, MODULES, NAMES, MainWindow
from supplychain_app.ui.shared.help import HelpWindow, anchors, told_in
from tests.ui.conftest import OpenWindow

HELP = Path(__file__).parents[2] / "resources" / "help"


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_code", "de")


def test_a_german_window_opens_german_pages_and_follows_their_links(
    german: None, open_window: OpenWindow, small: Path, qtbot: QtBot
) -> None:
    browser = _opened(open_window(small), qtbot)
    assert _first_heading(browser) == "Hilfe"
    _click(qtbot, browser, "communications.md")
    assert _first_heading(browser) == "Mails, Anrufe und Arbeitsmappen der offenen Positionen"
    _click(qtbot, browser, "figures.md#working-days")
    assert browser.cursorForPosition(QPoint(40, 10)).block().text() == "Arbeitstage"
    _click(qtbot, browser, "index.md")
    _click(qtbot, browser, "../architecture.md")
    assert _first_heading(browser) == "How the program is built"
    _click(qtbot, browser, "figures.md")
    assert _first_heading(browser) == "Was jede Zahl bedeutet"


def test_an_english_window_opens_english_pages(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    browser = _opened(open_window(small), qtbot)
    assert _first_heading(browser) == "Help"
    _click(qtbot, browser, "figures.md")
    _click(qtbot, browser, "#working-days")
    assert browser.cursorForPosition(QPoint(40, 10)).block().text() == "Working days"


def test_a_window_opens_at_the_heading_it_is_asked_for(german: None, qtbot: QtBot) -> None:
    window = HelpWindow("figures.md#stages-and-weak-links")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    assert window.browser.cursorForPosition(QPoint(40, 10)).block().text() == "Abschnitte und Schwachstellen"


def test_the_key_for_an_explanation_shows_the_part_in_german(german: None) -> None:
    assert told_in("figures.md#on-time-in-full").startswith("## Pünktlich, vollständig\n")


@pytest.mark.parametrize("screen", NAMES)
def test_the_help_page_of_every_screen_has_its_heading(screen: str) -> None:
    shown = getattr(importlib.import_module(MODULES[screen]), CLASSES[screen])
    name, _, anchor = shown.help_page.partition("#")
    assert not anchor or anchor in anchors(name)


@pytest.mark.parametrize("path", sorted(HELP.rglob("*.md")), ids=lambda path: str(path.relative_to(HELP)))
def test_links_name_headings_that_are_there(path: Path) -> None:
    for name, anchor in re.findall(r"\]\(([^)#:\s]*)#([^)\s]+)\)", path.read_text(encoding="utf-8")):
        assert anchor in anchors(name or path.name), f"{path.name} links to {name}#{anchor}"


def _opened(window: MainWindow, qtbot: QtBot) -> QTextBrowser:
    window.show_help()
    (opened,) = window.findChildren(HelpWindow)
    qtbot.waitExposed(opened)
    return opened.browser


def _first_heading(browser: QTextBrowser) -> str:
    block = browser.document().begin()
    while not block.blockFormat().headingLevel():
        block = block.next()
    return block.text()


def _click(qtbot: QtBot, browser: QTextBrowser, target: str) -> None:
    """Click the first link to this page."""
    cursor = QTextCursor(browser.document())
    cursor.setPosition(_place_of(browser, target))
    browser.setTextCursor(cursor)
    browser.ensureCursorVisible()
    where = browser.cursorRect(cursor).center() + QPoint(3, 0)
    assert browser.anchorAt(where) == target
    qtbot.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=where)


def _place_of(browser: QTextBrowser, target: str) -> int:
    block = browser.document().begin()
    while block.isValid():
        if (place := _place_in(block, target)) is not None:
            return place
        block = block.next()
    raise AssertionError(f"no link to {target}")


def _place_in(block: QTextBlock, target: str) -> int | None:
    pieces = block.begin()
    while not pieces.atEnd():
        if pieces.fragment().charFormat().anchorHref() == target:
            return pieces.fragment().position()
        pieces += 1
    return None
