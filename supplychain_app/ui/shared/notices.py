"""Notices on the desktop, where it takes them: what the user watches, told when the window is out of sight."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from supplychain_app.language import tr
from supplychain_app.ui.shared import theme

SHOWN_FOR = 15_000  # milliseconds


class Notices(QObject):
    """Shows notices through the tray; its icon is there only as long as a notice."""

    asked = Signal()  # a notice was clicked

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self._end = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._end.timeout.connect(self.hide)
        self._waiting: list[str] = []

    def show(self, sentence: str) -> bool:
        """Whether the desktop took it; notices that come together are shown as one. The task bar hints at it too."""
        QApplication.alert(self._window)  # all there is on a desktop without a tray
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return False
        if self._tray is None:
            self._tray = QSystemTrayIcon(theme.icon("shipments"), self)
            self._tray.messageClicked.connect(self._clicked)
        self._waiting.append(sentence)
        self._tray.show()
        self._tray.showMessage(
            tr("Watched shipments"), "\n".join(self._waiting[-5:]), theme.icon("shipments"), SHOWN_FOR
        )
        self._end.start()
        return True

    def hide(self) -> None:
        self._waiting.clear()
        if self._tray is not None:
            self._tray.hide()

    def _clicked(self) -> None:
        self._window.raise_()
        self._window.activateWindow()
        self.asked.emit()
