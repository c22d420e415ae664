"""A short tour: one card beside the navigation that goes from screen to screen; it can be left at any time."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from supplychain_app.language import tr
from supplychain_app.ui.shared import theme
from supplychain_app.ui.shared.screen import caption, plain


@dataclass(frozen=True)
class Stop:
    """A screen, and what to know of it."""

    screen: str
    title: str
    words: str


STOPS = (
    Stop(
        "today",
        tr("Start here each morning"),
        tr(
            "What needs you, the costliest first. Each row says why and offers one next step: C does it, "
            "S snoozes the row, D is done with it."
        ),
    ),
    Stop(
        "orders",
        tr("Every open line"),
        tr(
            "Type to search orders, materials, suppliers and mails. The panel on the right is the line's story: "
            "promises, slips, mails, shipments and the forecast on one time axis."
        ),
    ),
    Stop(
        "shipments",
        tr("Where is it?"),
        tr(
            "Parcels, pallets and containers of all carriers in one list. F5 asks the carriers; "
            "paste any tracking number to follow it."
        ),
    ),
    Stop(
        "communications",
        tr("What suppliers say"),
        tr(
            "Drop their mails on the window: new dates are found and offered as old → new. You accept, nothing is "
            "decided for you."
        ),
    ),
    Stop(
        "lead_times",
        tr("What to plan with"),
        tr(
            "The lead time that covers your service level beside the ERP's figure. The hope gap shows where the plan "
            "is a wish."
        ),
    ),
    Stop(
        "weak_links",
        tr("Where the days go"),
        tr("By stage, supplier, lane or carrier. A click on a bar opens the lines behind it."),
    ),
    Stop(
        "imports",
        tr("Bring your own data"),
        tr(
            "Drop your ERP's open-order export anywhere on the window. Columns are recognised, and you see what "
            "would change before anything does."
        ),
    ),
)


class Tour(QFrame):
    """The card; it floats over the window and follows its size."""

    def __init__(self, window: QWidget, go: Callable[[str], None], target: Callable[[str], QWidget]) -> None:
        super().__init__(window)
        self._go, self._target, self.place = go, target, 0
        self.setObjectName("surface")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Tour"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title, self.words, self.count = QLabel(), QLabel(), caption()
        self.title.setFont(theme.font(1.15, theme.STRONG))
        self.words.setWordWrap(True)
        self.leave_button, self.back_button, self.next_button = plain(tr("Leave")), plain(tr("Back")), plain(tr("Next"))
        self.next_button.setProperty("role", "primary")
        self.leave_button.clicked.connect(self.leave)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.advance)
        buttons = QHBoxLayout()
        buttons.addWidget(self.count)
        buttons.addStretch(1)
        for button in (self.leave_button, self.back_button, self.next_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.words)
        layout.addLayout(buttons)
        window.installEventFilter(self)
        self._show_stop()

    def advance(self) -> None:
        if self.place == len(STOPS) - 1:
            self.leave()
        else:
            self.place += 1
            self._show_stop()

    def back(self) -> None:
        self.place = max(0, self.place - 1)
        self._show_stop()

    def leave(self) -> None:
        window = self.parentWidget()
        assert window is not None
        window.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        self._go(STOPS[self.place].screen)

    def _show_stop(self) -> None:
        stop = STOPS[self.place]
        self._go(stop.screen)
        self.title.setText(stop.title)
        self.words.setText(stop.words)
        self.setAccessibleDescription(f"{stop.title}. {stop.words}")
        self.count.setText(tr("{place} of {stops}", place=self.place + 1, stops=len(STOPS)))
        self.back_button.setEnabled(self.place > 0)
        self.next_button.setText(tr("Done") if self.place == len(STOPS) - 1 else tr("Next"))
        self._put()
        self.show()
        self.raise_()
        self.next_button.setFocus()

    def _put(self) -> None:
        """Beside the navigation entry of the screen, inside the window."""
        window = self.parentWidget()
        assert window is not None
        self.setFixedWidth(min(440, max(280, window.width() // 3)))
        self.adjustSize()
        entry = self._target(STOPS[self.place].screen)
        spot = entry.mapTo(window, QPoint(entry.width() + 10, 0))
        self.move(spot.x(), max(8, min(spot.y(), window.height() - self.height() - 8)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._put()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {
            Qt.Key.Key_Escape: self.leave,
            Qt.Key.Key_Right: self.advance,
            Qt.Key.Key_Left: self.back,
        }.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()
