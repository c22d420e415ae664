"""The Import screen: choose or drop files, look at what they would do, apply, and take back."""

import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from supplychain_app.language import tr
from supplychain_app.services import importing
from supplychain_app.services.importing import ImportResult, Preview
from supplychain_app.storage.connection import Database
from supplychain_app.ui.imports import columns
from supplychain_app.ui.imports.preview import PreviewPane
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.commands import command
from supplychain_app.ui.shared.loading import Latest
from supplychain_app.ui.shared.pasting import NO_ROWS, Copied, what_is
from supplychain_app.ui.shared.row_model import ListModel
from supplychain_app.ui.shared.screen import Message, Screen, caption, plain, primary
from supplychain_app.ui.shared.table import Table

EVERYTHING = frozenset({"orders", "shipments", "suppliers", "communications", "imports"})


def read_runs(db: Database) -> tuple[list[Any], list[Any]]:
    return importing.runs(db), importing.vanished(db)


OF_PREVIEW = ("apply_preview", "leave_preview")
OF_RUNS = ("take_back", "received", "cancelled", "still_open")
"""Commands that make sense on one page only."""


class ImportsScreen(Screen):
    """One file at a time is previewed; the others wait."""

    name, title = "imports", tr("Import")
    help_page = "importing.md"
    cares_about = frozenset({"imports"})

    def build(self) -> Iterator[None]:
        choose = primary(tr("Choose files …"), "folder")
        choose.clicked.connect(self.choose)
        paste = plain(tr("Paste from a spreadsheet"), "copy")
        paste.clicked.connect(self.paste)
        self._beginning = (paste, choose)  # out of the way while a preview asks for its one answer
        self.add_to_bar(paste)
        self.add_to_bar(choose)
        yield
        self.pane = PreviewPane()
        self.pane.again.connect(self._preview)
        self.pane.accepted.connect(self._apply)
        self.pane.left.connect(self._next)
        yield
        self.runs, self.vanished = ListModel(columns.RUNS, self), ListModel(columns.VANISHED, self)
        self.runs_table = Table(self.runs, "import_runs")
        self.vanished_table = Table(self.vanished, "vanished_lines")
        self.vanished_table.opened.connect(self._open_vanished)
        yield
        self.nothing = Message()
        self.nothing.say(
            tr(
                "Drop an export here, just as it comes from your ERP. You will see what it would change before it does."
            ),
            tr("Choose files …"),
            self.choose,
        )
        self.did = caption()  # in full, where its column has too little room
        self.did.setWordWrap(True)
        self.did.setContentsMargins(16, 6, 16, 8)
        self.runs_table.chosen.connect(self._tell_run)
        runs = QWidget()
        runs.setObjectName("surface")
        rows = QVBoxLayout(runs)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.runs_table, 1)
        rows.addWidget(self.did)
        yield
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(runs, tr("Imports"))
        self.tabs.addTab(self.vanished_table, tr("No longer listed"))
        self.pages = QStackedWidget()
        for page in (self.nothing, self.tabs, self.pane):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.pages.currentChanged.connect(self._page_changed)
        self.setFocusProxy(self.runs_table)
        self._waiting: list[Path] = []
        self._file: Path | None = None
        self._latest, self._runs_read = Latest(self.session), Latest(self.session)

    def refresh(self) -> None:
        self._page_changed()
        self._runs_read.ask(tr("Reading imports"), read_runs, then=self._show_runs, failed=self.session.failed.emit)

    def select(self, what: Any) -> None:
        """Preview these files."""
        self.offer(what)

    def offer(self, files: Sequence[Path]) -> None:
        """Put files in the queue; the first is previewed at once."""
        self._waiting += list(files)
        if self._file is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._file = None
            self.show_content()
            self.refresh()
            self.pages.setCurrentWidget(self.tabs if self.runs.rows else self.nothing)
            return
        self._file = self._waiting.pop(0)
        self.pane.begin(self.session.today)
        self._preview()

    def _page_changed(self) -> None:
        """The keys in the bar are those of the file that is looked at, or of the imports that were made."""
        looking = self.pages.currentWidget() is self.pane
        for button in self._beginning:
            button.setVisible(not looking)
        for action in self.screen_actions:
            if action.objectName() in OF_PREVIEW + OF_RUNS:
                action.setVisible((action.objectName() in OF_PREVIEW) == looking)

    def _arguments(self) -> dict[str, Any]:
        return {
            "kind": self.pane.kind.currentData(),
            "mapping": self.pane.chosen_mapping(),
            "sheet": self.pane.sheet.currentText() or None,
            "received_at": self.pane.received_at(),
            "with_progress": True,
        }

    def _preview(self) -> None:
        if self._file is None:
            return
        self.show_loading(tr("Reading {name} …", name=self._file.name))
        # A preview makes the import and takes it back, so it belongs to the one writer.
        job = self.session.jobs.write(
            tr("Reading {name}", name=self._file.name), importing.offer, self._file, **self._arguments()
        )
        job.done.connect(self._show_preview)
        job.failed.connect(self._refused)
        job.cancelled.connect(self._next)

    def _show_preview(self, found: Preview) -> None:
        self.show_content()
        self.pages.setCurrentWidget(self.pane)
        self.pane.show_preview(found)
        if found.problem:
            self.set_finding(tr("Say which columns hold what is missing; nothing has been imported yet."))
            return
        waiting = (
            tr(" {more_files} waiting.", more_files=formats.plural(len(self._waiting), "more file"))
            if self._waiting
            else ""
        )
        self.set_finding(tr("This is what would change; nothing has been imported yet.{waiting}", waiting=waiting))
        self.pane.apply.setFocus()

    def _refused(self, sentence: str) -> None:
        self.session.failed.emit(sentence)
        if not self.pane.changed_by_hand:
            self._next()
        else:
            self.show_content()

    def _apply(self) -> None:
        if self._file is None:
            return
        job = self.session.write(
            tr("Importing {name}", name=self._file.name),
            importing.import_file,
            self._file,
            nouns=EVERYTHING,
            then=self._applied,
            **self._arguments(),
        )
        self.pane.apply.setEnabled(False)
        job.failed.connect(lambda _: self.pane.apply.setEnabled(True))
        job.cancelled.connect(lambda: self.session.said.emit(tr("Stopped. Nothing was imported.")))

    def _applied(self, result: ImportResult) -> None:
        done = tr(
            "{name}: {added} new, {changed} changed, {promises_moved} promises moved, {rejected} rejected",
            name=result.file.name,
            added=formats.number(result.added),
            changed=formats.number(result.changed),
            promises_moved=formats.number(result.promises_moved),
            rejected=len(result.rejected),
        )
        take_back = partial(importing.undo, import_id=result.import_id)
        last = not self._waiting
        self._next()
        if last and result.vanished:
            self.tabs.setCurrentWidget(self.vanished_table)
        elif last and result.added:
            self.session.go("today")
        if result.is_new:
            self.session.may_undo(done, take_back, nouns=EVERYTHING)
        else:
            self.session.said.emit(f"{done}.")

    def _show_runs(self, found: tuple[list[Any], list[Any]]) -> None:
        runs, vanished = found
        self.runs.show(runs)
        self.vanished.show(vanished)
        self.tabs.setTabText(
            1, tr("No longer listed ({vanished})", vanished=len(vanished)) if vanished else tr("No longer listed")
        )
        if self._file is None:
            self.show_content()
            self.pages.setCurrentWidget(self.tabs if runs else self.nothing)
            self.set_finding(
                tr("{lines} no longer listed: received or cancelled?", lines=formats.plural(len(vanished), "line"))
                if vanished
                else (f"{formats.plural(len(runs), 'import')}." if runs else "")
            )
            if runs:
                self.runs_table.selectRow(0)

    def _tell_run(self, row: int) -> None:
        run = self.runs.at(row)
        number = next(number for number, column in enumerate(columns.RUNS) if column.name == "counts")
        self.did.setText(f"{run.file_name}: {self.runs.text(row, number)}." if run is not None else "")

    def _open_vanished(self, row: int) -> None:
        line = self.vanished.at(row)
        if line is not None:
            self.session.open_lines([line.line_id], f"{line.purchase_order} / {line.line}")

    def _answer(self, answer: str) -> None:
        if self.pages.currentWidget() is not self.tabs or self.tabs.currentWidget() is not self.vanished_table:
            self.session.said.emit(tr("Choose lines on the tab “No longer listed” first."))
            return
        asked = [self.vanished.at(row).id for row in self.vanished_table.selected_rows()]
        if asked:
            self.session.write(
                tr("Answer"), importing.answer_vanished, asked, answer, today=self.session.today, nouns=EVERYTHING
            )

    def choose(self) -> None:
        window: Any = self.window()
        window.choose_files()

    @command(tr("Import"), "Ctrl+Return", "check", about=tr("Bring in the file that is looked at"))
    def apply_preview(self) -> None:
        if self.pane.apply.isEnabled():
            self._apply()

    @command(tr("Leave it"), "Escape", "close", about=tr("Import nothing of this file"))
    def leave_preview(self) -> None:
        self._next()

    @command(tr("Paste"), "Ctrl+V", "copy", bar=True, about=tr("Import rows copied from a spreadsheet"))
    def paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if what_is(text) is not Copied.ROWS:
            self.session.failed.emit(NO_ROWS)
            return
        folder = Path(tempfile.mkdtemp(prefix="inbound-"))
        file = folder / f"{tr('Pasted rows')}.tsv"
        file.write_text(text, encoding="utf-8")
        self.offer([file])

    @command(tr("Take back"), "Del", "undo", about=tr("Take the selected import back"))
    def take_back(self) -> None:
        run = self.runs.at(self.runs_table.current_row())
        if run is None or run.undone_at or self.tabs.currentIndex() != 0:
            return
        self.session.write(
            tr("Taking the import back"),
            importing.undo,
            run.id,
            nouns=EVERYTHING,
            then=lambda _: self.session.said.emit(tr("{file_name} was taken back.", file_name=run.file_name)),
        )

    @command(tr("Received"), "R", "check", about=tr("The lines no longer listed were received"))
    def received(self) -> None:
        self._answer("received")

    @command(tr("Cancelled"), "X", "close", about=tr("The lines no longer listed were cancelled"))
    def cancelled(self) -> None:
        self._answer("cancelled")

    @command(tr("Still open"), "S", "clock", about=tr("The lines no longer listed are still open"))
    def still_open(self) -> None:
        self._answer("still open")
