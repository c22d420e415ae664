"""The key sheet: every key that does something, by menu and by screen, read from where it is declared."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QMenu, QMenuBar, QTextBrowser, QVBoxLayout, QWidget

from supplychain_app.language import tr
from supplychain_app.ui.shared.commands import Command
from supplychain_app.ui.shared.frame import key_name

Rows = list[tuple[str, str, str]]  # key, what it does, more about it
TABLES: Rows = [
    (tr("↑ ↓ Home End"), tr("Go through the rows of a table"), ""),
    (tr("Shift+↑ ↓"), tr("Select several rows"), ""),
    (tr("Enter", "key"), tr("Open what is selected"), ""),
    (tr("Ctrl+C"), tr("Copy the selected rows, with headers"), ""),
    (tr("Tab"), tr("To the next field or table"), ""),
    (tr("Alt+letter"), tr("Open a menu, or go to the field with that letter underlined"), ""),
    ("Esc", tr("Leave a search, a dialog or the tour"), ""),
]


def of_menus(bar: QMenuBar, without: QMenu) -> Rows:
    """Keys of the menus that are the same on every screen."""
    found: Rows = []
    for top in bar.actions():
        menu = top.menu()
        if isinstance(menu, QMenu) and menu is not without:
            found += _of_actions(menu.actions())
    return found


def _of_actions(actions: Iterable[QAction]) -> Rows:
    return [
        (key_name(action.shortcut()), action.text().replace("&", ""), "")
        for action in actions
        if not action.shortcut().isEmpty()
    ]


def of_commands(commands: Iterable[Command]) -> Rows:
    """Keys of one screen's commands."""
    return [
        (", ".join(key_name(QKeySequence(key)) for key in (one.shortcut, one.also) if key), one.text, one.about)
        for one in commands
        if one.shortcut
    ]


class KeySheet(QDialog):
    """All keys on one page; the screen that is shown comes first."""

    def __init__(self, groups: Sequence[tuple[str, Rows]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.resize(620, 640)
        page = QTextBrowser()
        page.setAccessibleName(tr("Keys"))
        page.document().setDocumentMargin(16)
        page.setHtml("".join(_table(title, rows) for title, rows in groups if rows))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)


def _table(title: str, rows: Rows) -> str:
    lines = "".join(
        f"<tr><td width='150'><b>{escape(key)}</b></td><td>{escape(f'{what} – {more}' if more else what)}</td></tr>"
        for key, what, more in rows
    )
    return f"<h4>{escape(title)}</h4><table cellpadding='3' width='100%'>{lines}</table>"
