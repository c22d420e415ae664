"""The window's frame: side navigation, key bar, the bar for failures, and the strip of work under way."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supplychain_app.language import tr
from supplychain_app.ui.shared import formats, theme
from supplychain_app.ui.shared.jobs import Job
from supplychain_app.ui.shared.screen import Finding, caption, plain


class NavigationItem(QAbstractButton):
    """One screen in the side navigation: icon, name, and how much waits there."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.name, self.count = name, 0
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(170, round(self.fontMetrics().height() * 1.9))

    def set_count(self, count: int) -> None:
        self.count = count
        self.setAccessibleDescription(tr("{count} waiting", count=count) if count else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect().adjusted(8, 1, -8, -1)
        token = "accent" if self.isChecked() else "text1"
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection" if self.isChecked() else "hover"))
            painter.drawRoundedRect(rect, 6, 6)
        icon_size = self.fontMetrics().height()
        place = QRect(rect.left() + 9, rect.center().y() - icon_size // 2 + 1, icon_size, icon_size)
        theme.icon(self.name, "accent" if self.isChecked() else "text2").paint(painter, place)
        painter.setFont(theme.font(1.0, theme.STRONG if self.isChecked() else theme.font().weight()))
        painter.setPen(theme.colour(token))
        middle = Qt.AlignmentFlag.AlignVCenter
        count = formats.number(self.count) if self.count else ""
        room = rect.adjusted(18 + icon_size, 0, -12 - self.fontMetrics().horizontalAdvance(count), 0)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, words)
        if count:
            painter.setFont(theme.font())
            painter.setPen(theme.colour("accent" if self.isChecked() else "text2"))
            painter.drawText(rect.adjusted(0, 0, -10, 0), middle | Qt.AlignmentFlag.AlignRight, count)
        if self.hasFocus():
            from PySide6.QtWidgets import QStyle, QStyleOptionFocusRect  # a large class, first needed here

            option = QStyleOptionFocusRect()
            option.initFrom(self)
            option.rect = rect
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)


class Navigation(QWidget):
    """The screens in three groups; the file and its freshness at the foot."""

    asked = Signal(str)

    def __init__(self, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        strong = QFontMetrics(theme.font(1.0, theme.STRONG))
        longest = max(strong.horizontalAdvance(text) for _, screens in groups for _, text in screens)
        beside = self.fontMetrics().height() + self.fontMetrics().horizontalAdvance("000")  # the icon, and a count
        self.setFixedWidth(max(186, longest + beside + 44))
        self.items: dict[str, NavigationItem] = {}
        self._buttons = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(1)
        for title, screens in groups:
            if title:
                head = caption(title)
                head.setContentsMargins(17, 12, 0, 4)
                head.setFont(theme.font(1.0))
                layout.addWidget(head)
            for name, text in screens:
                item = NavigationItem(name, text)
                item.clicked.connect(lambda _on=False, n=name: self.asked.emit(n))
                self.items[name] = item
                self._buttons.addButton(item)
                layout.addWidget(item)
        layout.addStretch(1)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(17, 6, 8, 2)
        foot.setSpacing(2)
        self.file, self.imported, self.tracked = Finding(), caption(), caption()
        self.file.setFont(theme.font(theme.CAPTION, theme.STRONG))
        for label in (self.file, self.imported, self.tracked):
            foot.addWidget(label)
        layout.addWidget(self._foot)

    def select(self, name: str) -> None:
        self.items[name].setChecked(True)


class KeyCap(QLabel):
    """A key as it stands on the keyboard."""

    def __init__(self, keys: str) -> None:
        super().__init__(keys)
        self.setObjectName("keycap")
        self.setFont(theme.font(0.82))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        metrics = QFontMetrics(self.font())
        self.setFixedSize(max(metrics.height(), metrics.horizontalAdvance(keys) + 9) + 2, metrics.height() + 3)


WORDS_LEAST, WORDS_MOST = 0.2, 0.45
"""Of the key bar's width: totals of what is selected are worth more than the last of the keys."""


class KeyBar(QWidget):
    """The keys that work here, at the bottom; at its left what is selected, or what was just done."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(38)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # gives way; all keys are in the menu
        self.words = Finding()
        self.words.setProperty("tone", "text2")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 4, 16, 4)
        self._layout.setSpacing(2)
        self._layout.addWidget(self.words, 1)
        self._made: list[_KeyButton] = []
        self._selected = ""
        self._read = QTimer(self, singleShot=True, interval=8000)  # time to read what was done, and to take it back
        self._read.timeout.connect(lambda: self._write(self._selected))

    def say(self, sentence: str) -> None:
        """What was just done; it stays for a while, also when the table is read again meanwhile."""
        self._write(sentence)
        self._read.start()

    def show_selected(self, words: str) -> None:
        self._selected = words
        if not self._read.isActive():
            self._write(words)

    def _write(self, words: str) -> None:
        self.words.set_text(words)
        self._fit()

    def clear(self) -> None:
        """Another screen is shown: nothing is selected there yet."""
        self._read.stop()
        self.show_selected("")

    def show_actions(self, actions: Sequence[QAction]) -> None:
        """One flat button with its key cap for each action."""
        for widget in self._made:
            widget.hide()
            widget.deleteLater()
        self._made = []
        for action in actions:
            declared = action.data()
            if declared is None or not declared.bar or action.shortcut().isEmpty():
                continue
            button = _KeyButton(action, self)
            self._layout.addWidget(button)
            self._made.append(button)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many as there is room for beside the words, the first ones first."""
        margins = self._layout.contentsMargins()
        words = min(round(WORDS_MOST * self.width()), self.words.wanted_width())
        room = self.width() - margins.left() - margins.right() - max(round(WORDS_LEAST * self.width()), words)
        for button in self._made:
            room -= button.minimumWidth() + self._layout.spacing()
            button.fits = room >= 0
            button.follow()


def key_name(keys: QKeySequence) -> str:
    """'Ctrl+Enter', in the system's language."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText).replace("Return", tr("Enter", "key"))


class _KeyButton(QPushButton):
    """An action's words and its key."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)  # without a parent it would flash as a window of its own
        self.setProperty("role", "flat")
        self.setAccessibleName(action.text())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip(action.toolTip())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(6)
        words = QLabel(action.text())
        words.setProperty("tone", "text2")
        layout.addWidget(words)
        for keys in action.shortcuts():
            layout.addWidget(KeyCap(key_name(keys)))
        self.setMinimumWidth(layout.sizeHint().width())
        self._action = action
        self.fits = True
        self.clicked.connect(action.trigger)
        action.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setVisible(self.fits and self._action.isVisible())


MOST_FAILURES = 3


class FailureBar(QWidget):
    """One sentence about each thing that failed, the newest first, on top of the screen until it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("failure")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel()
        self.words = QLabel(wordWrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = plain(tr("Close"), role="flat")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.addWidget(self._icon)
        layout.addWidget(self.words, 1)
        layout.addWidget(close)
        self.hide()

    def say(self, sentence: str) -> None:
        self._icon.setPixmap(theme.icon("alert", "bad").pixmap(16, 16))
        earlier = self.words.text().split("\n") if self.isVisible() else []
        kept = [sentence, *(words for words in earlier if words != sentence)]
        self.words.setText("\n".join(kept[:MOST_FAILURES]))
        self.words.setAccessibleName(self.words.text())
        self.show()


class WorkStrip(QWidget):
    """Long work under way: what, how far, and a way to stop it; shown only when it takes a moment."""

    advanced = Signal(int, int)  # done, of so much in all
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words, self._bar = Finding(), QProgressBar(textVisible=False)
        self._bar.setFixedWidth(180)
        self._stop = plain(tr("Stop"))
        self._stop.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 4)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._stop)
        self._job: Job | None = None
        self._patience = QTimer(self, singleShot=True, interval=300)
        self._patience.timeout.connect(self.show)
        self.hide()

    def follow(self, job: Job) -> None:
        self._job = job
        self._words.set_text(job.name)
        self._bar.setRange(0, 0)
        job.progressed.connect(self._progress)
        job.ended.connect(self._ended)
        self._stop.setEnabled(True)
        self._patience.start()

    def _progress(self, done: int, total: int, note: str) -> None:
        if self.sender() is self._job and self._job is not None:
            self._bar.setRange(0, max(0, total))
            self._bar.setValue(done)
            if self.isVisible():
                self.advanced.emit(done, total)
            count = tr(" {done} of {total}", done=formats.number(done), total=formats.number(total)) if total else ""
            self._words.set_text(f"{self._job.name}: {note}{count}" if note else f"{self._job.name}{count}")

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._patience.stop()
            self.hide()
            self.ended.emit()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._stop.setEnabled(False)
            self._words.set_text(tr("Stopping: {name}", name=self._job.name))


def restyle(widget: QWidget) -> None:
    """Apply a changed dynamic property."""
    style: Any = widget.style()
    style.unpolish(widget)
    style.polish(widget)
