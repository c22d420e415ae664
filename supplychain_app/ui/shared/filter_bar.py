"""A search field and filters in words; a chosen filter is a chip that a click or Backspace removes."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from supplychain_app.language import tr
from supplychain_app.ui.shared import theme
from supplychain_app.ui.shared.commands import command
from supplychain_app.ui.shared.screen import Screen, plain


class FilterBar(QWidget):
    """Emits `changed` a moment after the last key, and at once for a chip."""

    changed = Signal()

    def __init__(self, hint: str, keywords: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.field = QLineEdit(placeholderText=hint)
        self.field.setAccessibleName(tr("Search"))
        self.field.setClearButtonEnabled(True)
        self.field.setAcceptDrops(False)  # a file dropped on it is brought in, as everywhere
        self.field.addAction(theme.icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.installEventFilter(self)
        self._words = dict(keywords)
        self.chosen: list[str] = []
        self._chips: list[QPushButton] = []
        self.extra = ""  # a chip of its own: lines that another screen asked to see
        self.conditions: dict[str, Any] = {}  # what the user compares with, by its words
        self._asking: dict[str, Callable[[], Any]] = {}  # further entries of the menu
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self.field, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        layout.addLayout(self._row)
        self.add_filter = plain(tr("Filter"), "add", role="flat")
        self.add_filter.setMenu(QMenu(self.add_filter))
        layout.addWidget(self.add_filter)
        self.add_filter.setVisible(bool(keywords))  # only now: without a parent it would be a window of its own
        self._pause = QTimer(self, singleShot=True, interval=180)
        self._pause.timeout.connect(self.changed)
        self.field.textChanged.connect(lambda _: self._pause.start())
        self._rebuild()

    @property
    def text(self) -> str:
        return self.field.text().strip()

    def choose(self, keyword: str) -> None:
        if keyword not in self.chosen:
            self.chosen.append(keyword)
            self._rebuild()
            self.changed.emit()

    def offer(self, asking: Mapping[str, Callable[[], Any]]) -> None:
        """Further entries of the menu, that ask for a condition."""
        self._asking = dict(asking)
        self._rebuild()

    def add_condition(self, words: str, condition: Any) -> None:
        """A chip of its own, kept until it is removed."""
        self.conditions[words] = condition
        self._rebuild()
        self.changed.emit()

    def set_state(
        self, chosen: Sequence[str], text: str = "", extra: str = "", conditions: Mapping[str, Any] | None = None
    ) -> None:
        """Replace everything at once, quietly."""
        self.chosen, self.extra = [k for k in chosen if k in self._words], extra
        self.conditions = dict(conditions or {})
        self.field.blockSignals(True)
        self.field.setText(text)
        self.field.blockSignals(False)
        self._rebuild()

    def remove(self, keyword: str) -> None:
        if keyword == self.extra:
            self.extra = ""
        elif keyword in self.conditions:
            del self.conditions[keyword]
        elif keyword in self.chosen:
            self.chosen.remove(keyword)
        self._rebuild()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            chips = self._all()
            if event.key() == Qt.Key.Key_Backspace and not self.field.text() and chips:
                self.remove(chips[-1])
                return True
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._leave()
                return True
        return super().eventFilter(watched, event)

    def _all(self) -> list[str]:
        """What is chosen, in the order of its chips."""
        return [*([self.extra] if self.extra else []), *self.chosen, *self.conditions]

    def _leave(self) -> None:
        """Back to what is filtered: the screen's own first place."""
        above = self.parentWidget()
        while above is not None and above.focusProxy() is None:
            above = above.parentWidget()
        if above is not None:
            above.setFocus()

    def _rebuild(self) -> None:
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for keyword in self._all():
            words = self._words.get(keyword, keyword)
            shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 260)
            chip = QPushButton(theme.icon("close"), shown)
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.setAccessibleName(tr("Remove the filter {words}", words=words))
            chip.setToolTip(tr("Remove this filter (Backspace in the search field)"))
            chip.clicked.connect(lambda _on=False, k=keyword: self.remove(k))
            self._row.addWidget(chip)
            self._chips.append(chip)
        menu = self.add_filter.menu()
        menu.clear()
        for keyword, words in self._words.items():
            if keyword not in self.chosen:
                menu.addAction(words).triggered.connect(lambda _on=False, k=keyword: self.choose(k))
        if self._asking:
            menu.addSeparator()
        for words, ask in self._asking.items():
            menu.addAction(words).triggered.connect(lambda _on=False, ask=ask: ask())


class FilteredScreen(Screen):
    """A screen whose table is filtered by a bar on top."""

    filters: FilterBar

    @command(tr("Search"), "Ctrl+F", "search", bar=False)
    def search(self) -> None:
        self.filters.field.setFocus()
        self.filters.field.selectAll()
