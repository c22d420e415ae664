"""Ctrl+K: find any command, screen, supplier, order, material or shipment by a few letters."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from supplychain_app.language import tr
from supplychain_app.storage import freshness
from supplychain_app.ui.shared import theme
from supplychain_app.ui.shared.session import Session

DATA = Qt.ItemDataRole.UserRole
KINDS = {
    "supplier": (tr("Supplier"), "suppliers"),
    "purchase order": (tr("Order"), "orders"),
    "material": (tr("Material"), "arriving"),
    "shipment": (tr("Shipment"), "shipments"),
}
"""How the kinds of what is found are called, and their icons."""


class Palette(QDialog):
    """One field and what it finds; Enter does it, Esc leaves."""

    def __init__(
        self,
        session: Session,
        actions: Sequence[QAction],
        elsewhere: Sequence[tuple[str, Callable[[], None]]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.session, self._actions, self._elsewhere = session, list(actions), list(elsewhere)
        self.setWindowTitle(tr("Find anything"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 420)
        self.field = QLineEdit(placeholderText=tr("A command, supplier, order, material or tracking number"))
        self.field.setAccessibleName(tr("Find anything"))
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Found"))
        self.list.itemActivated.connect(self._do)
        self.list.itemClicked.connect(self._do)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self._pause = QTimer(self, singleShot=True, interval=120)
        self._pause.timeout.connect(self._search)
        self.field.textChanged.connect(self._typed)
        self._typed("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.list.currentItem():
                    self._do(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        self.list.clear()
        words = text.casefold().split()
        for action in self._actions:
            name = action.text().replace("&", "")
            if all(word in name.casefold() for word in words):
                key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                self._put(f"{name}    {key}" if key else name, action, "play")
        for name, act in self._elsewhere if words else ():
            if all(word in name.casefold() for word in words):
                self._put(name, act, "open")
        self.list.setCurrentRow(0)
        if text.strip():
            self._pause.start()

    def _search(self) -> None:
        text = self.field.text()
        job = self.session.read(tr("Searching"), freshness.find, text)
        job.done.connect(lambda found: self._show_found(text, found))

    def _show_found(self, text: str, found: list[freshness.Found]) -> None:
        if text != self.field.text():
            return  # more was typed meanwhile
        for thing in found:
            kind, icon = KINDS[thing.kind]
            self._put(f"{thing.name}    {kind}", thing, icon)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _put(self, text: str, data: Any, icon: str) -> None:
        item = QListWidgetItem(theme.icon(icon), text)
        item.setData(DATA, data)
        self.list.addItem(item)

    def _do(self, item: QListWidgetItem) -> None:
        data = item.data(DATA)
        self.accept()
        if isinstance(data, QAction):
            data.trigger()
        elif callable(data):
            data()
        elif data.kind == "supplier":
            self.session.go("suppliers", data.id)
        elif data.kind == "shipment":
            self.session.go("shipments", data.id)
        else:
            self.session.open_lines(freshness.lines_of(self.session.db, data), data.name)
