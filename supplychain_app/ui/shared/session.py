"""What the screens of one window share: the file, today, jobs, what changed, undo, and how to open lines."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from supplychain_app.domain.errors import AppError
from supplychain_app.language import tr
from supplychain_app.services import undo
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.storage import database, revisions
from supplychain_app.storage.connection import Database
from supplychain_app.ui.shared.jobs import Job, Jobs

Act = Callable[[Database], None]
KEPT = frozenset({"figures"})
MORNING = time(8, 30)
LOOK_EVERY_MS = 2_000
"""Between two looks at whether another window or a command wrote to the file."""
ALL = frozenset({"orders", "shipments", "communications", "suppliers", "settings", "imports"})


class _EditCommand(QUndoCommand):
    """One edit of the file; already done when it is pushed, and still as it was where writing it failed."""

    def __init__(self, session: "Session", what: str, undo: Act, redo: Act | None, nouns: frozenset[str]) -> None:
        super().__init__(what)
        self._session, self._nouns = session, nouns
        self._undo, self._redo = undo, redo
        self._is_so = True  # what the stack asks for is the case: nothing is to be written

    def redo(self) -> None:
        if self._is_so or self._redo is None:
            self._is_so = False
            return
        self._write(tr("Again: {what}", what=self.text()), self._redo, partial(self._stay, self._stack.undo))

    def undo(self) -> None:
        if self._is_so:
            self._is_so = False
            return
        put_back: Callable[[], None] = partial(self._stay, self._stack.redo)
        if self._redo is None:
            self.setObsolete(True)  # gone with this
            again = (self._session, self.text(), self._undo, None, self._nouns)
            put_back = partial(_push, self._stack, *again)
        self._write(tr("Taken back: {what}", what=self.text()), self._undo, put_back)

    @property
    def _stack(self) -> QUndoStack:
        return self._session.undo_stack

    def _write(self, name: str, function: Act, put_back: Callable[[], None]) -> None:
        said = self._session.said
        job = self._session.write(name, function, nouns=self._nouns, then=lambda _: said.emit(f"{name}."))
        job.failed.connect(lambda _: put_back())

    def _stay(self, step: Callable[[], None]) -> None:
        """Move the stack back to where this step is as it was, without writing anything."""
        self._is_so = True
        step()
        self._is_so = False


def _push(stack: QUndoStack, *command: Any) -> None:
    stack.push(_EditCommand(*command))


class Session(QObject):
    """One open workspace file and what may be done with it."""

    changed = Signal(frozenset)  # nouns that changed: screens that care read again
    said = Signal(str)  # what was just done, one sentence for the key bar
    selected = Signal(str)  # what is selected; gives way to what was just done
    failed = Signal(str)  # one sentence for the bar on top
    noticed = Signal(str)  # a change the user asked to be told, also when the window is out of sight
    lines_asked = Signal(list, str)  # show these lines in Orders
    screen_asked = Signal(str, object)  # go to a screen, with what to select there

    def __init__(self, path: Path, parent: QObject | None = None, *, today: date | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.db: Database = database.open_file(path)  # for the GUI thread: quick reads only
        self.jobs = Jobs(path, self)
        self._stands = database.standing(path)
        self.undo_stack = QUndoStack(self)
        self._today = today
        self._opened_at = datetime.now(UTC)
        self.knowledge = Knowledge()  # what the figures of several screens rest on
        self._keeping: Job | None = None
        self._seen = revisions.seen(self.db)
        self.changed.connect(self._saw)
        self._looking = QTimer(self, interval=LOOK_EVERY_MS)
        self._looking.timeout.connect(self.look_for_others)
        self._looking.start()

    @property
    def today(self) -> date:
        return self._today or date.today()

    @property
    def now(self) -> datetime:
        """This moment; in a demo, whose day is its own, the morning of that day and the time passed since."""
        moment = datetime.now(UTC)
        if self._today is None:
            return moment
        return datetime.combine(self._today, MORNING, UTC) + (moment - self._opened_at)

    def write(
        self,
        name: str,
        function: Callable[..., Any],
        /,
        *arguments: Any,
        nouns: frozenset[str] = ALL,
        then: Callable[[Any], None] | None = None,
        **options: Any,
    ) -> Job:
        """Write as a job; an Edit that comes back can be undone, `nouns` are told as changed, faults are shown."""
        job = self.jobs.write(name, function, *arguments, **options)
        job.done.connect(lambda result: self._written(result, nouns, then))
        job.failed.connect(self.failed)
        return job

    def may_undo(self, what: str, undo: Act, redo: Act | None = None, *, nouns: frozenset[str]) -> None:
        """Say what was done; Ctrl+Z takes it back. Without `redo` it cannot be done again."""
        self.undo_stack.push(_EditCommand(self, what, undo, redo, nouns))
        self.said.emit(tr("{what}. Undo with Ctrl+Z.", what=what))

    def read(self, name: str, function: Callable[..., Any], /, *arguments: Any, **options: Any) -> Job:
        """Read or compute as a job; connect to its `done` and `failed`."""
        return self.jobs.start(name, function, *arguments, **options)

    def keep_figures(self) -> None:
        """Work out Today and the forecasts of a large workspace anew, in a process of its own; one at a time."""
        from supplychain_app.services import keeping  # numpy takes a while to import, and not every start needs it

        if self._keeping is not None:
            return
        job = self.jobs.outside(
            tr("Looking at every line"), keeping.keep_apart, self.path, today=self.today, with_progress=True
        )
        self._keeping = job
        job.done.connect(lambda _: self.changed.emit(KEPT))
        job.failed.connect(self.failed)
        job.ended.connect(self._kept)

    def _kept(self) -> None:
        self._keeping = None

    def open_lines(self, line_ids: Sequence[int], title: str) -> None:
        """Show these order lines on the Orders screen."""
        self.lines_asked.emit(list(line_ids), title)

    def go(self, screen: str, what: Any = None) -> None:
        self.screen_asked.emit(screen, what)

    def look_for_others(self) -> None:
        """Tell what another window, or a command, wrote to the file since the last look."""
        self._take_up_again()
        found = revisions.seen(self.db)
        written = {noun for noun, number in found.items() if self._seen.get(noun) != number}
        if written and not self.jobs.running:  # what is at work here tells itself what it wrote
            self.changed.emit(frozenset(written | ({"imports", "suppliers"} if "orders" in written else set())))

    def _take_up_again(self) -> None:
        """Open the file anew where another stands in its place, or where it may be written by now.

        What SQLite keeps beside an open file stays read-only as long as anything of ours has it open.
        """
        stands, stood = database.standing(self.path), self._stands
        if stands is None or stands == stood or self.jobs.running:
            return
        self._stands = stands
        is_another = stood is None or stood[0] != stands[0]
        if not is_another and not stands[1]:
            return  # it may only be read by now; what is open still can
        if is_another:
            self.undo_stack.clear()  # its steps were made in the former file
        try:
            self.db.close()
            self.db = database.open_file(self.path)
        except AppError as error:
            self.db = database.connect(self.path, read_only=True)
            self.failed.emit(str(error))
            return
        self._seen = {}  # whatever was written meanwhile
        self.said.emit(tr("{name} was opened again.", name=self.path.name))

    def _saw(self, nouns: frozenset[str]) -> None:
        found = revisions.seen(self.db)
        self._seen |= {noun: found[noun] for noun in nouns & found.keys()}

    def close(self) -> None:
        self._looking.stop()
        self.jobs.stop()
        self.db.close()

    def _written(self, result: Any, nouns: frozenset[str], then: Callable[[Any], None] | None) -> None:
        if isinstance(result, undo.Edit | undo.SettingEdit):
            self.may_undo(result.what, result.undo, result.redo, nouns=nouns)
        if then is not None:
            then(result)
        self.changed.emit(nouns)
