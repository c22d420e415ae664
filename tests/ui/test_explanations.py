"""What a figure means: by hovering over it, and by a key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from supplychain_app.ui.main_window import NAMES
from supplychain_app.ui.orders.groups import GroupTable
from supplychain_app.ui.shared import explanations, help
from supplychain_app.ui.shared.table import Table
from tests.ui.conftest import OpenWindow, settle

PLAIN = {
    "Order",
    "Line",
    "Quantity",
    "When",
    "On",
    "Received",
    "Promise",
    "Due",
    "Done",
    "Planned",
    "Held",
    "Agreed",
    "Row",
}
"""Columns at the right that hold what a buyer wrote or reads every day, and no figure of ours."""


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_in_a_table_says_what_it_means(
    name: str, open_window: OpenWindow, small: Path, qtbot: QtBot
) -> None:
    window = open_window(small)
    window.go(name)
    settle(qtbot, window)
    for table in window.screens[name].findChildren(Table):
        model = table.model()
        for column in range(model.columnCount()):
            side = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
            title = model.headerData(column, Qt.Orientation.Horizontal)
            if side & Qt.AlignmentFlag.AlignRight and title not in PLAIN:
                said = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
                assert said, f"{table.objectName()}: {title}"


@pytest.mark.parametrize("name", NAMES)
def test_a_key_says_what_the_figures_of_a_screen_mean(
    name: str, open_window: OpenWindow, small: Path, qtbot: QtBot
) -> None:
    window = open_window(small)
    window.go(name)
    settle(qtbot, window)
    screen = window.screens[name]
    qtbot.keyClick(window.focusWidget() or screen, Qt.Key.Key_Question)
    (opened,) = screen.findChildren(help.HelpWindow)
    text = opened.findChild(QTextBrowser).toPlainText()
    assert all(figure in text for figure, _ in explanations.of_screen(screen))
    assert len(text) > 200
    opened.close()


def test_hidden_columns_and_figures_are_not_explained(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    window.go("orders")
    settle(qtbot, window)
    screen = window.screens["orders"]
    named = [name for name, _ in explanations.of_screen(screen)]
    assert {"Lateness", "Forecast P50, P80"} <= set(named)
    assert "Moved" not in named
    table = screen.findChild(GroupTable)
    assert "Open value" not in named
    assert "Open value" in [name for name, _ in explanations.of_columns(table)]


def test_the_part_of_a_page_that_a_link_names_is_found() -> None:
    assert help.told_in("figures.md#on-time-in-full").startswith("## On time, in full\n")
    assert "\n## " not in help.told_in("figures.md#on-time-in-full")
    assert help.told_in("carriers.md") == help.read("carriers.md")
