"""The frame every screen shares: its title bar with the finding, its content, and its empty, loading, failed states."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from supplychain_app.language import tr
from supplychain_app.ui.shared import commands, theme
from supplychain_app.ui.shared.commands import command
from supplychain_app.ui.shared.session import Session


class Finding(QLabel):
    """One line of text that gives way: elided with the full text on hover."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_text(self, text: str) -> None:
        self._full = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._elide()

    def wanted_width(self) -> int:
        """What the whole text would take."""
        return self.fontMetrics().horizontalAdvance(self._full) + 12

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(10, self.width() - 4)))


class Message(QWidget):
    """The content's place while there is nothing to show: one sentence, and at most one button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sentence = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._sentence.setMaximumWidth(560)
        self._button = QPushButton(autoDefault=True)
        self._button.setAccessibleName(tr("Nothing to do"))
        self._button.clicked.connect(self._press)
        self._act: Callable[[], Any] | None = None
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(12)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def say(self, sentence: str, button: str = "", act: Callable[[], Any] | None = None) -> None:
        self._sentence.setText(sentence)
        # A centred label with wrapping needs its width told, or it breaks after every few words; and then its height.
        metrics = self._sentence.fontMetrics()
        width = min(560, metrics.horizontalAdvance(sentence) + 16)
        self._sentence.setFixedWidth(width)
        self._sentence.setMinimumHeight(self._sentence.heightForWidth(width))
        self._button.setText(button)
        self._button.setAccessibleName(button or tr("Nothing to do"))
        self._button.setVisible(bool(button))
        self._act = act

    def _press(self) -> None:
        if self._act:
            self._act()


class Screen(QWidget):
    """One screen. A subclass builds its widgets into `self.content`, and reads in `refresh()`."""

    name = ""  # as in the main window's list
    title = ""
    help_page = "index.md"  # what the key for an explanation shows below this screen's figures
    cares_about: frozenset[str] = frozenset({"orders"})  # nouns whose change makes it read again

    counted = Signal(str, int)  # how many things wait here, for the navigation

    def __init__(self, session: Session, *, at_once: bool = True) -> None:
        super().__init__()
        self.session = session
        self.stale = True
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.content = QWidget()
        self.message = Message()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.content)
        self._stack.addWidget(self.message)
        self._patience = QTimer(self, singleShot=True, interval=300)
        self._patience.timeout.connect(self._show_waiting)
        self._waiting_for, self._was_shown = "", False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_bar())
        layout.addWidget(self._stack, 1)
        self.screen_actions: list[QAction] = []
        self._pieces = iter(self.build() or ())
        if at_once:
            self.complete()

    def build(self) -> Iterator[None] | None:
        """Build the widgets of `self.content`, once; where that takes long, yield between its pieces."""
        return None

    def build_piece(self) -> bool:
        """Build one piece of a screen that is not built at once; False when it is whole."""
        if next(self._pieces, self) is None:
            return True
        self.screen_actions = commands.actions_of(self)
        return False

    def complete(self) -> None:
        """Build all pieces that are still missing."""
        while self.build_piece():
            pass

    def refresh(self) -> None:
        """Read what is shown; as a job when it may take long."""

    def add_to_menu(self, menu: QMenu, table: Any, index: QModelIndex) -> None:
        """What a context menu over this cell of a table offers first."""

    def select(self, what: Any) -> None:
        """Show what another screen asked for."""

    def set_finding(self, sentence: str) -> None:
        """The sentence beside the title: what was found, not what the screen is called."""
        self.finding.set_text(sentence)

    def tell_selected(self, words: str) -> None:
        """Say in the key bar what is selected, unless another screen is shown by now."""
        if self.isVisible():
            self.session.selected.emit(words)

    def show_content(self) -> None:
        self._patience.stop()
        self._was_shown = True
        self._stack.setCurrentWidget(self.content)

    def show_loading(self, sentence: str) -> None:
        """Say what is being read, but only when it takes longer than one would notice."""
        self._waiting_for = sentence
        if self._stack.currentWidget() is self.message or not self._was_shown:
            self._patience.start()  # what is shown stays while it is read anew

    def show_empty(self, sentence: str, button: str = "", act: Callable[[], Any] | None = None) -> None:
        self._patience.stop()
        self.message.say(sentence, button, act)
        self._stack.setCurrentWidget(self.message)

    def show_failed(self, sentence: str) -> None:
        self.show_empty(sentence, tr("Try again"), self.refresh)

    @command(tr("What does this mean?"), "?", "question", about=tr("What each figure on this screen means"))
    def explain(self) -> None:
        from supplychain_app.ui.shared import help

        help.explain(self, self.help_page)

    def add_to_bar(self, widget: QWidget) -> None:
        """Put a control at the right end of the title bar."""
        self._bar.addWidget(widget)

    def _show_waiting(self) -> None:
        self.message.say(self._waiting_for)
        self._stack.setCurrentWidget(self.message)

    def _build_bar(self) -> QWidget:
        bar = QWidget()
        bar.setMinimumHeight(48)
        title = QLabel(self.title)
        title.setFont(theme.font(theme.TITLE, theme.STRONG))
        self.finding = Finding()
        self.finding.setProperty("tone", "text2")
        self._bar = QHBoxLayout(bar)
        self._bar.setContentsMargins(16, 6, 16, 6)
        self._bar.setSpacing(8)
        self._bar.addWidget(title)
        self._bar.addSpacing(4)
        self._bar.addWidget(self.finding, 1)
        return bar


def primary(text: str, icon: str = "") -> QPushButton:
    """The one filled button of a screen."""
    button = QPushButton(text, autoDefault=True)  # Enter presses it too, as in a dialog
    button.setProperty("role", "primary")
    if icon:
        button.setIcon(theme.icon(icon, "on_accent"))
    button.setAccessibleName(text)
    return button


def plain(text: str, icon: str = "", *, role: str = "") -> QPushButton:
    """An outlined button, or a flat or link one by its role."""
    button = QPushButton(text, autoDefault=True)
    if role:
        button.setProperty("role", role)
    if icon:
        button.setIcon(theme.icon(icon))
    button.setAccessibleName(text)
    return button


def line_of(*widgets: QWidget | int, margins: tuple[int, int, int, int] = (16, 8, 16, 8)) -> QWidget:
    """Widgets side by side; an int is a stretch of that weight."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(*margins)
    layout.setSpacing(8)
    for widget in widgets:
        if isinstance(widget, int):
            layout.addStretch(widget)
        else:
            layout.addWidget(widget)
    return row


def scrolled(inner: QWidget) -> QScrollArea:
    """A widget that is scrolled up and down where large letters need more height than there is."""
    area = QScrollArea(widgetResizable=True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area


def caption(text: str = "", token: str = "text2") -> QLabel:
    """Small dim text."""
    label = QLabel(text)
    label.setFont(theme.font(theme.CAPTION))
    label.setProperty("tone", token)
    return label


def heading(text: str) -> QLabel:
    """The name of a part of a page."""
    label = QLabel(text)
    label.setFont(theme.font(theme.HEAD, theme.STRONG))
    return label
