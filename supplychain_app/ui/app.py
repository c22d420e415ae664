"""Starts the window: the application, its looks, and which file is open."""

import gc
import sys
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from supplychain_app import __version__
from supplychain_app.domain.errors import AppError
from supplychain_app.services import demo, recents
from supplychain_app.services.recents import APP_NAME
from supplychain_app.storage import database
from supplychain_app.ui import translation
from supplychain_app.ui.main_window import MODULES, MainWindow
from supplychain_app.ui.shared import theme
from supplychain_app.ui.shared.session import Session
from supplychain_app.ui.shared.warming import Warming
from supplychain_app.ui.start.window import StartWindow

GIVE_WAY = 0.001
"""Seconds after which a thread at work lets the window's thread go on; Python's own five milliseconds are felt."""
CHARTS = "supplychain_app.reports.figures"
"""matplotlib comes with it, which takes the longest of all to import."""
WARM_AFTER_MS = 1500
"""The first screen is read and painted by then."""
BUILD_EVERY_MS = 150
"""Between two pieces of screens that are built ahead, so that keys and paints come in between."""


class GarbageCollector(QObject):
    """Collects garbage on the GUI thread only: a widget destroyed from a worker's collection would crash."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what is there by now stays: to look through it again took a frame each time
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def pause(self) -> None:
        """Until `go_on`: what is imported and built meanwhile stays, and would only be looked through for nothing."""
        self._timer.stop()

    def go_on(self) -> None:
        gc.freeze()
        self._timer.start()

    def _collect(self) -> None:
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation] > 0:
                gc.collect(generation)
                return


class App(QObject):
    """Keeps one window open: the start window, or a workspace."""

    def __init__(self, application: QApplication, *, today: date | None = None) -> None:
        super().__init__(application)
        self.application, self.today = application, today
        self.window: QWidget | None = None
        self._opened: Path | None = None  # what is still to be remembered
        self.carriers = ExitStack()  # the demo's simulated ones, while it is open
        theme.set_scheme(str(QSettings().value("scheme") or "system"))
        theme.choose_font(application)
        application.styleHints().colorSchemeChanged.connect(self._restyle)
        self._garbage = GarbageCollector(self)
        self._warming = Warming((*MODULES.values(), CHARTS))
        self._ahead = QTimer(self, interval=BUILD_EVERY_MS)
        self._ahead.timeout.connect(self._build_ahead)

    def warm(self) -> None:
        """Import and build, little by little, what may be asked for next: the first click on it must not wait."""
        QTimer.singleShot(WARM_AFTER_MS, self._warming.begin)
        self._ahead.start()
        self._garbage.pause()

    def end(self) -> None:
        """Let go of what runs beside the window."""
        self._warming.end()
        self._remember()
        self.carriers.close()

    def _build_ahead(self) -> None:
        if self._warming.is_done and isinstance(self.window, MainWindow) and not self.window.build_ahead():
            self._ahead.stop()
            self._garbage.go_on()

    def start(self, path: Path | None) -> None:
        """Open a file, or show the start window."""
        if path is None:
            self._show(StartWindow())
        else:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a workspace in place of what is shown; when it cannot be opened, say why."""
        day = demo.day_of(path)  # the demo's file is as of its own day, so that it never grows stale
        try:
            self._serve_carriers(path if day is not None else None)
            session = Session(path, today=day or self.today)
        except AppError as error:
            if isinstance(self.window, MainWindow):
                self.window.failure.say(str(error))
            else:
                self._show(StartWindow(str(error)))
            return
        self._remember()  # the one before
        self._opened = path
        QTimer.singleShot(WARM_AFTER_MS, self, self._remember)
        from_start = isinstance(self.window, StartWindow)
        self._show(MainWindow(session))
        if from_start:
            self.greet()

    def _remember(self) -> None:
        """Note what was opened: soon, but not before it is there."""
        if self._opened is not None:
            recents.remember(self._opened)
            self._opened = None

    def greet(self) -> None:
        """Who sees the demo for the first time is shown around."""
        if not isinstance(self.window, MainWindow) or QSettings().value("tour"):
            return
        if demo.day_of(self.window.session.path) is not None:
            self.window.take_tour()

    def _serve_carriers(self, path: Path | None) -> None:
        self.carriers.close()
        if path is not None:
            from supplychain_app.services.demo import carriers

            self.carriers.enter_context(carriers.answering(path))

    def begin(self, path: Path, files: list[Path]) -> None:
        """Open a new or existing workspace and preview files for it."""
        try:
            database.open_file(path, create=True).close()
        except AppError as error:
            self._show(StartWindow(str(error)))
            return
        self.open(path)
        if isinstance(self.window, MainWindow):
            self.window.import_files(files)

    def make_demo(self) -> None:
        """Go to the start window and make the demo there."""
        window = StartWindow()
        self._show(window)
        window.make_demo()

    def _show(self, window: QWidget) -> None:
        former, self.window = self.window, window
        if isinstance(window, MainWindow):
            window.file_asked.connect(self.open)
            window.demo_asked.connect(self.make_demo)
        elif isinstance(window, StartWindow):
            window.open_asked.connect(self.open)
            window.import_asked.connect(self.begin)
        window.show()
        if former is not None:
            gc.unfreeze()
            former.close()
            former.deleteLater()
            self._ahead.start()

    def _restyle(self) -> None:
        theme.apply(self.application)


def application() -> QApplication:
    """The Qt application, made once; settings are kept under our name."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # The style is asked for in words: `setStyle` hands one back, and its class takes long to read.
    made = QApplication([*sys.argv[:1], "-style", "Fusion"])
    made.setOrganizationName(APP_NAME)
    made.setApplicationName(APP_NAME)
    made.setApplicationDisplayName("Inbound")
    made.setDesktopFileName("inbound")  # so that the desktop finds our icon, and our button in its task bar
    made.setApplicationVersion(__version__)
    translation.install(made)
    return made


def run(path: Path | None) -> int:
    """Show the window until it is closed."""
    qt = application()
    sys.setswitchinterval(GIVE_WAY)
    app = App(qt)
    app.start(path)
    app.greet()
    app.warm()
    try:
        return qt.exec()
    finally:
        app.end()
