"""The right side of Communications: one thread's messages, and what was found in them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QFrame, QLabel, QTextBrowser, QVBoxLayout, QWidget

from supplychain_app.language import tr
from supplychain_app.storage.communications import StoredMessage, StoredSuggestion, Thread
from supplychain_app.ui.communications.columns import FOUND
from supplychain_app.ui.communications.thread_text import SAVE, as_html
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.row_model import ListModel
from supplychain_app.ui.shared.screen import caption, heading
from supplychain_app.ui.shared.table import Table

MOST_ROWS = 8  # of what was found; more of it scrolls, so that the mail keeps its room


class ThreadPanel(QWidget):
    """Shows a thread as inert text under a table of what was found in it."""

    opened = Signal()  # Enter or double-click on what was found
    save_asked = Signal(int)  # the files of a message

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.subject, self.who = heading(""), caption()
        self.subject.setWordWrap(True)
        self.found = ListModel(FOUND, self)
        self.found_table = Table(self.found, "suggestions")
        self.found_table.opened.connect(lambda _: self.opened.emit())
        self.found_label = QLabel(tr("Found in these messages; nothing counts until you accept it"))
        self.found_label.setProperty("tone", "text2")
        self.found_label.setContentsMargins(16, 6, 16, 2)
        self.text = QTextBrowser()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setStyleSheet("QTextBrowser { border: none; padding: 0; }")
        self.text.setOpenLinks(False)  # a mail is shown as inert text: nothing in it is ever opened or loaded
        self.text.setAccessibleName(tr("Messages"))
        self.text.anchorClicked.connect(self._follow)
        self.text.document().setDocumentMargin(16)
        head = QWidget()
        rows = QVBoxLayout(head)
        rows.setContentsMargins(16, 10, 16, 4)
        rows.setSpacing(2)
        rows.addWidget(self.subject)
        rows.addWidget(self.who)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.found_label)
        layout.addWidget(self.found_table)
        layout.addWidget(self.text, 1)

    def show_thread(
        self, thread: Thread | None, messages: Sequence[StoredMessage], found: Sequence[StoredSuggestion]
    ) -> None:
        self.subject.setText((thread.subject if thread else "") or tr("No subject"))
        who = (thread.supplier if thread else None) or tr("Supplier not known")
        self.who.setText(f"{who}, {formats.plural(len(messages), 'message')}")
        self.found.show(found)
        self.found_label.setVisible(bool(found))
        self.found_table.setVisible(bool(found))
        if found:
            self.found_table.selectRow(0)
            self._fit_found(found)
        self.text.setHtml(as_html(messages, found))

    def clear(self) -> None:
        self.found.show([])
        self.text.clear()
        self.subject.setText("")
        self.who.setText("")

    def selected(self) -> list[StoredSuggestion]:
        rows = self.found_table.selected_rows()
        return [self.found.at(row) for row in rows if self.found.at(row) is not None]

    def _fit_found(self, found: Sequence[StoredSuggestion]) -> None:
        """As high as its rows, up to so many of them, and no column for what nobody said; the mail has the rest."""
        table, rows = self.found_table, len(found)
        for number, column in enumerate(FOUND):
            if column.name in ("line", "quantity", "current_promise", "promised_on"):
                table.setColumnHidden(number, not any(getattr(one, column.name) for one in found))
        table.fit()
        row = table.verticalHeader().defaultSectionSize()
        scroll = table.horizontalScrollBar().sizeHint().height()
        table.setFixedHeight(table.horizontalHeader().sizeHint().height() + min(rows, MOST_ROWS) * row + scroll + 4)

    def _follow(self, link: QUrl) -> None:
        """The only links of this place: all else in a mail is text."""
        if link.toString().startswith(SAVE):
            self.save_asked.emit(int(link.toString().removeprefix(SAVE)))
