"""How far long work is, in the task bar: in the window's title everywhere, and on its button where the desktop can."""

import sys

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

DESKTOP_FILE = "inbound.desktop"
LAUNCHER = "com.canonical.Unity.LauncherEntry"
"""The signal that the docks of KDE, Ubuntu and others draw progress from; elsewhere nobody listens."""


class TaskBar(QObject):
    """Shows a percentage in front of the window's title, and takes it away again."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._title = window, window.windowTitle()
        self._shown: int | None = None

    def show(self, done: int, total: int) -> None:
        """Tell how much is done of work whose size is known."""
        percent = min(100, done * 100 // total) if total > 0 else None
        if percent != self._shown:
            self._shown = percent
            self._window.setWindowTitle(self._title if percent is None else f"{percent} % – {self._title}")
            _tell_desktop(percent)

    def clear(self) -> None:
        """Nothing is under way any more."""
        self.show(0, 0)


def _tell_desktop(percent: int | None) -> None:
    if not sys.platform.startswith("linux"):
        return
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # only once long work is under way

    bus = QDBusConnection.sessionBus()
    if bus.isConnected():
        state = {"progress": (percent or 0) / 100, "progress-visible": percent is not None}
        message = QDBusMessage.createSignal("/inbound", LAUNCHER, "Update")
        message.setArguments([f"application://{DESKTOP_FILE}", state])
        bus.send(message)
