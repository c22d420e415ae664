"""The one window: navigation, the screen asked for, its keys, menus, failures and work under way."""

import importlib
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from supplychain_app.language import tr
from supplychain_app.services import recents, safekeeping
from supplychain_app.storage.connection import Database
from supplychain_app.storage.freshness import freshness
from supplychain_app.ui.shared import commands, formats, theme
from supplychain_app.ui.shared.frame import FailureBar, KeyBar, Navigation, WorkStrip, key_name
from supplychain_app.ui.shared.notices import Notices
from supplychain_app.ui.shared.pasting import NO_ROWS, Copied, what_is
from supplychain_app.ui.shared.pulling import PullSchedule
from supplychain_app.ui.shared.screen import Screen
from supplychain_app.ui.shared.session import Session
from supplychain_app.ui.shared.task_bar import TaskBar

if TYPE_CHECKING:
    from supplychain_app.services.unpacking import Opened

GROUPS = (
    (
        "",
        (
            ("today", tr("Today")),
            ("orders", tr("Orders")),
            ("shipments", tr("Shipments")),
            ("communications", tr("Communications")),
        ),
    ),
    (
        tr("Understand"),
        (
            ("suppliers", tr("Suppliers")),
            ("lead_times", tr("Lead times")),
            ("weak_links", tr("Weak links")),
            ("scorecards", tr("Scorecards")),
        ),
    ),
    (tr("Data"), (("imports", tr("Import")), ("data_quality", tr("Data quality")), ("settings", tr("Settings")))),
)
GO_KEYS = "1234567890,"
NAMES = tuple(name for _, screens in GROUPS for name, _ in screens)
CLASSES = {name: "".join(part.capitalize() for part in name.split("_")) + "Screen" for name in NAMES}
MODULES = {name: f"supplychain_app.ui.{name}.screen" for name in NAMES}
"""Where a screen's class is; it is imported when the screen is first shown, or before, beside the window's thread."""


def _class_of(name: str) -> type[Screen]:
    kind = getattr(importlib.import_module(MODULES[name]), CLASSES[name])
    assert issubclass(kind, Screen)
    return kind


def _returned(_: Database, paths: list[Path]) -> list[Path]:
    from supplychain_app.services import reply_reading  # it reads workbooks, and brings numpy with it

    return [path for path in paths if reply_reading.is_returned(path)]


def _opened(_: Database, paths: list[Path], folder: Path) -> "Opened":
    from supplychain_app.services import unpacking  # it brings the reader of mails with it

    return unpacking.opened(paths, folder)


class MainWindow(QMainWindow):
    """Everything about one open workspace file."""

    file_asked = Signal(object)  # a Path: open it in place of this one
    demo_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        session.setParent(self)
        self.screens: dict[str, Screen] = {}
        self._begun: Screen | None = None  # one that is built ahead, piece by piece
        self.setWindowTitle(f"{session.path.name} – Inbound")
        self.setAcceptDrops(True)
        self.navigation = Navigation(GROUPS)
        self.navigation.asked.connect(self.go)
        self._unpacked: TemporaryDirectory[str] | None = None  # what was in archives that were dropped
        self.failure, self.keys, self.work = FailureBar(), KeyBar(), WorkStrip()
        self.stack = QStackedWidget()
        self._build()
        self._build_menus()
        session.failed.connect(self.failure.say)
        session.said.connect(self.keys.say)
        session.selected.connect(self.keys.show_selected)
        session.changed.connect(self._changed)
        session.lines_asked.connect(lambda ids, title: self.go("orders", (ids, title)))
        session.screen_asked.connect(self.go)
        session.jobs.started.connect(self.work.follow)
        task_bar = TaskBar(self)
        self.work.advanced.connect(task_bar.show)
        self.work.ended.connect(task_bar.clear)
        self.notices, self.schedule = Notices(self), PullSchedule(session)
        session.noticed.connect(self.notices.show)
        session.noticed.connect(self.keys.say)
        self.notices.asked.connect(lambda: self.go("shipments"))
        settings = QSettings()
        if not self.restoreGeometry(settings.value("window") or b""):
            self.resize(1366, 768)
        self.show_freshness()
        self._doubt_clock()
        self._dressed = QTimer(self, singleShot=True, interval=0)  # many palettes change at once: draw anew once
        self._dressed.timeout.connect(self.restyle)
        self._minute = QTimer(self, interval=60_000)
        self._minute.timeout.connect(self.show_freshness)
        self._minute.timeout.connect(self.schedule.look)
        self._minute.start()
        last = settings.value("screen")
        self.go(last if last in NAMES and self._has_lines else ("today" if self._has_lines else "imports"))

    @property
    def screen_shown(self) -> Screen | None:
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def go(self, name: str, what: Any = None) -> None:
        """Show a screen; `what` it should select there."""
        screen = self.screens.get(name) or self._built(name)
        self.navigation.select(name)
        self.stack.setCurrentWidget(screen)
        self.keys.clear()
        self.keys.show_actions(screen.screen_actions)
        self._fill_screen_menu(screen)
        if screen.stale and what is None:
            screen.stale = False
            screen.refresh()
        if what is not None:
            screen.stale = False
            screen.select(what)
        screen.setFocus()
        focus = screen.focusWidget()
        if focus is not None:
            focus.setFocus()
        QSettings().setValue("screen", name)

    def build_ahead(self) -> bool:
        """Build a piece of a screen that nobody asked for yet, unread and unseen; False when all are there."""
        if self._begun is None:
            name = next((name for name in NAMES if name not in self.screens), None)
            if name is None:
                return False
            self._begun = self._begin(name, at_once=False)
        elif not self._begun.build_piece():
            self.screens[self._begun.name], self._begun = self._begun, None
        return True

    def _built(self, name: str) -> Screen:
        screen = self._begun
        if screen is not None and screen.name == name:
            screen.complete()
            self._begun = None
        else:
            screen = self._begin(name, at_once=True)
        self.screens[name] = screen
        return screen

    def _begin(self, name: str, *, at_once: bool) -> Screen:
        screen = _class_of(name)(self.session, at_once=at_once)
        screen.counted.connect(self._count)
        self.stack.addWidget(screen)
        return screen

    def show_freshness(self) -> None:
        """The file's name, and when it last heard from the ERP and the carriers."""
        fresh = freshness(self.session.db)
        self._has_lines = fresh.lines > 0
        self.navigation.file.set_text(self.session.path.name + (tr(" (demo)") if fresh.demo else ""))
        self.navigation.imported.setText(
            tr("ERP export {ago}", ago=formats.ago(fresh.imported_at))
            if fresh.imported_at
            else tr("No export brought in yet")
        )
        self.navigation.tracked.setText(
            tr("Tracking {ago}", ago=formats.ago(fresh.tracked_at)) if fresh.tracked_at else ""
        )

    def _doubt_clock(self) -> None:
        """Say so where the clock stands before what the file knows: all that counts days would be wrong."""
        imported_at = freshness(self.session.db).imported_at
        if imported_at is None:
            return
        last = formats.parse_moment(imported_at).date()
        if last > self.session.today + timedelta(days=1):
            self.failure.say(
                tr(
                    "The clock of this machine says {today}, but the last export came in on {last}. Set the clock: "
                    "all days are counted from it.",
                    today=formats.day(self.session.today, last),
                    last=formats.day(last, self.session.today),
                )
            )

    def restyle(self) -> None:
        """The colour scheme changed: draw everything anew."""
        for screen in self.screens.values():
            screen.stale = True
        for widget in self.findChildren(QWidget):
            widget.update()
        if self.screen_shown:
            self.screen_shown.stale = False
            self.screen_shown.refresh()
            self.keys.show_actions(self.screen_shown.screen_actions)

    def import_files(self, paths: list[Path]) -> None:
        """Preview these files on the Import screen, or read them as messages; archives and folders are opened first."""
        if any(path.suffix.lower() == ".zip" or path.is_dir() for path in paths):
            self._unpacked = self._unpacked or TemporaryDirectory(prefix="inbound-", ignore_cleanup_errors=True)
            folder = Path(mkdtemp(dir=self._unpacked.name))
            job = self.session.read(tr("Opening what was dropped"), _opened, paths, folder)
            job.done.connect(self._take_opened)
            job.failed.connect(self.failure.say)
        else:
            self._sort(paths)

    def _take_opened(self, found: "Opened") -> None:
        if found.files:
            self._sort(list(found.files))
        if found.notes:
            self.failure.say(" ".join(found.notes))

    def _sort(self, paths: list[Path]) -> None:
        messages = [p for p in paths if p.suffix.lower() in (".eml", ".emlx", ".mbox", ".msg")]
        tables = [p for p in paths if p not in messages]
        if messages:
            self.go("communications", messages)
        if tables:
            job = self.session.read(tr("Reading the workbook"), _returned, tables)
            job.done.connect(lambda replies: self._take(tables, replies))
            job.failed.connect(lambda _: self.go("imports", tables))

    def _take(self, tables: list[Path], replies: list[Path]) -> None:
        """Open-order workbooks that came back are looked at one after another; all else is imported."""
        others = [path for path in tables if path not in replies]
        if others:
            self.go("imports", others)
        if replies:
            self.go("communications", {"workbooks": replies})

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_dressed"):
            self._dressed.start()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        workspaces = [p for p in paths if p.suffix.lower() in (".db", ".sqlite")]
        if workspaces:
            self.file_asked.emit(workspaces[0])
        elif paths:
            self.import_files(paths)
        else:
            self.failure.say(tr("That is no file on this machine. Save it first, then drop it here."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:  # nothing that has the focus had a use for it
            self.failure.hide()
            self._leave_tour()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        QSettings().setValue("window", self.saveGeometry())
        self._minute.stop()
        self.notices.hide()
        self.session.close()
        if self._unpacked:
            self._unpacked.cleanup()
        super().closeEvent(event)

    def _count(self, name: str, count: int) -> None:
        self.navigation.items[name].set_count(count)

    def _changed(self, nouns: frozenset[str]) -> None:
        self.show_freshness()
        for screen in self.screens.values():
            if screen.cares_about & nouns:
                screen.stale = True
        shown = self.screen_shown
        if shown is not None and shown.stale:
            shown.stale = False
            shown.refresh()

    def _build(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.failure)
        column.addWidget(self.stack, 1)
        column.addWidget(self.work)
        column.addWidget(self.keys)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(right, 1)
        self.setCentralWidget(whole)

    def _build_menus(self) -> None:
        file = self.menuBar().addMenu(tr("&File"))
        self._add(file, tr("Import files …"), self.choose_files, "Ctrl+I")
        self._add(file, tr("Import what was copied"), self.paste, "Ctrl+Shift+V")
        self._add(file, tr("Open workspace …"), self.choose_workspace, QKeySequence.StandardKey.Open)
        self.recent_menu = file.addMenu(tr("Recent"))
        file.aboutToShow.connect(self._list_recent)
        self._add(file, tr("Open the demo"), self.demo_asked.emit, "Ctrl+Shift+D")
        file.addSeparator()
        self._add(file, tr("Back up …"), self.choose_backup, "Ctrl+B")
        file.addSeparator()
        self._add(file, tr("Quit"), self.close, "Ctrl+Q")
        edit = self.menuBar().addMenu(tr("&Edit"))
        stack = self.session.undo_stack
        undo, redo = stack.createUndoAction(self, tr("Undo")), stack.createRedoAction(self, tr("Redo"))
        undo.setShortcut(QKeySequence.StandardKey.Undo)
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])  # what editors and spreadsheets take
        edit.addActions([undo, redo])
        view = self.menuBar().addMenu(tr("&View"))
        schemes = QActionGroup(self)
        wish = str(QSettings().value("scheme") or "system")
        for name, words, key in (
            ("system", tr("As the system"), "Shift+F2"),
            ("light", tr("Light"), "Shift+F3"),
            ("dark", tr("Dark"), "Shift+F4"),
        ):
            action = self._add(view, words, lambda n=name: self._set_scheme(n), key)
            action.setCheckable(True)
            action.setChecked(name == wish)
            schemes.addAction(action)
        view.addSeparator()
        self._add(view, tr("Next tab"), lambda: self._turn(1), "Ctrl+PgDown")
        self._add(view, tr("Previous tab"), lambda: self._turn(-1), "Ctrl+PgUp")
        self.screen_menu = self.menuBar().addMenu(tr("&Screen"))
        go = self.menuBar().addMenu(tr("&Go"))
        self._add(go, tr("Find anything …"), self.show_palette, "Ctrl+K")
        go.addSeparator()
        titles = [(name, title) for _, screens in GROUPS for name, title in screens]
        for key, (name, title) in zip(GO_KEYS, titles, strict=True):
            self._add(go, title, lambda n=name: self.go(n), f"Ctrl+{key}").setIcon(theme.icon(name))
        help_menu = self.menuBar().addMenu(tr("&Help"))
        self._add(help_menu, tr("Help"), self.show_help, "Ctrl+F1")
        self._add(help_menu, tr("What the figures mean"), lambda: self.show_help("figures.md"), "Shift+F1")
        self._add(help_menu, tr("Keys"), self.show_keys, "F1")
        self._add(help_menu, tr("Take the tour"), self.take_tour, "Ctrl+Shift+F1")
        self._add(help_menu, tr("Show the log files"), self._show_logs, "Shift+F12")

    def _add(self, menu: QMenu, text: str, act: Any, key: Any = None) -> QAction:
        action = QAction(text, self)
        if key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _on=False: act())
        menu.addAction(action)
        return action

    def _list_recent(self) -> None:
        self.recent_menu.clear()
        for path in recents.recent_files():
            if path != self.session.path.absolute():
                self._add(self.recent_menu, str(path), lambda p=path: self.file_asked.emit(p))
        self.recent_menu.setEnabled(not self.recent_menu.isEmpty())

    def _fill_screen_menu(self, screen: Screen) -> None:
        self.screen_menu.clear()
        self.screen_menu.addActions(screen.screen_actions)
        self.screen_menu.setEnabled(bool(screen.screen_actions))

    def choose_files(self) -> None:
        from supplychain_app.ui.shared import file_dialogs

        paths = file_dialogs.several_to_open(self, tr("Import files"), tr("Tables and messages (*)"))
        if paths:
            self.import_files(paths)

    def paste(self) -> None:
        """Import the rows that were copied in a spreadsheet, from wherever we are; one cell is looked for."""
        text = QGuiApplication.clipboard().text()
        copied = what_is(text)
        if copied is Copied.WORD:
            self.show_palette(text.strip())
        elif copied is Copied.ROWS:
            self.go("imports")
            shown: Any = self.screen_shown
            shown.paste()
        else:
            self.failure.say(NO_ROWS)

    def choose_workspace(self) -> None:
        from supplychain_app.ui.shared import file_dialogs

        path = file_dialogs.to_open(self, tr("Open a workspace"), tr("Workspaces (*.db *.sqlite);;All files (*)"))
        if path is not None:
            self.file_asked.emit(path)

    def choose_backup(self) -> None:
        from supplychain_app.ui.shared import file_dialogs

        proposed = self.session.path.with_name(f"{self.session.path.stem}-backup.db")
        path = file_dialogs.to_save(self, tr("Back up to"), proposed, tr("Workspaces (*.db)"))
        if path is not None:
            job = self.session.read(tr("Backing up"), safekeeping.back_up, path)
            job.done.connect(lambda _: self.session.said.emit(tr("Backed up to {name}.", name=path)))
            job.failed.connect(self.session.failed)

    def show_palette(self, text: str = "") -> None:
        from supplychain_app.ui.shared.palette import Palette

        palette = Palette(self.session, self._all_actions(), self._elsewhere(), self)
        palette.field.setText(text)
        palette.open()

    def show_help(self, page: str = "index.md") -> None:
        from supplychain_app.ui.shared.help import HelpWindow

        HelpWindow(page, self).show()

    def show_keys(self) -> None:
        from supplychain_app.ui.shared import key_sheet

        shown = self.screen_shown.name if self.screen_shown else ""
        titles = sorted(((n, t) for _, screens in GROUPS for n, t in screens), key=lambda pair: pair[0] != shown)
        screens = [
            (title, key_sheet.of_commands(one for _, one in commands.declared(_class_of(name))))
            for name, title in titles
        ]
        everywhere = (tr("Everywhere"), key_sheet.of_menus(self.menuBar(), self.screen_menu))
        groups = [*screens[:1], everywhere, (tr("Tables and dialogs"), key_sheet.TABLES), *screens[1:]]
        key_sheet.KeySheet(groups, self).show()

    def _leave_tour(self) -> None:
        from supplychain_app.ui.shared.tour import Tour

        shown = self.screen_shown
        for tour in self.findChildren(Tour):
            tour.leave()
            if shown is not None:
                self.go(shown.name)  # where the user went meanwhile

    def take_tour(self) -> None:
        from supplychain_app.ui.shared.tour import Tour

        QSettings().setValue("tour", "seen")
        self._leave_tour()
        Tour(self, self.go, self.navigation.items.__getitem__)

    def _all_actions(self) -> list[QAction]:
        found: list[QAction] = []
        for top in self.menuBar().actions():
            menu = top.menu()
            if isinstance(menu, QMenu):
                found += [a for a in menu.actions() if a.text() and not a.isSeparator() and a.menu() is None]
        return [a for a in found if a.isEnabled()]

    def _elsewhere(self) -> list[tuple[str, Callable[[], None]]]:
        """The commands of other screens: they lead there and name the key, since they act on what is chosen there."""
        return [
            (f"{action.text()} · {screen.title}", partial(self._lead_to, screen, action))
            for screen in self.screens.values()
            if screen is not self.screen_shown
            for action in screen.screen_actions
        ]

    def _lead_to(self, screen: Screen, action: QAction) -> None:
        self.go(screen.name)
        self.keys.say(f"{action.text()}: {key_name(action.shortcut())}")

    def _turn(self, step: int) -> None:
        """Show another tab of the screen."""
        bars = self.screen_shown.findChildren(QTabBar) if self.screen_shown else []
        for bar in bars:
            if bar.isVisible():
                bar.setCurrentIndex((bar.currentIndex() + step) % bar.count())
                return

    def _set_scheme(self, name: str) -> None:
        QSettings().setValue("scheme", name)
        theme.set_scheme(name)

    def _show_logs(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        from supplychain_app.services import logs

        logs.log_folder().mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(logs.log_folder())))
