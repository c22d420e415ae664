"""Runs long work off the GUI thread: one worker writes to the file, others may read; progress, cancel, one answer."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from supplychain_app.domain.errors import AppError, Cancelled
from supplychain_app.language import tr
from supplychain_app.storage import database

log = logging.getLogger(__name__)


class Job(QObject):
    """One piece of work under way; its signals are emitted on the GUI thread."""

    progressed = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    ended = Signal()
    _arrived = Signal(str, object)  # from the worker, queued to the thread this object lives in

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self._stop = self._abandoned = False
        self._arrived.connect(self._land, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        self._stop = True

    def abandon(self) -> None:
        """Nobody waits for the answer any more: the window closes."""
        self._stop = self._abandoned = True

    def is_cancelled(self) -> bool:
        return self._stop

    def hand_back(self, what: str, value: object = None) -> None:
        """Called on the worker: a progress note or the outcome."""
        try:
            self._arrived.emit(what, value)
        except RuntimeError:  # the window, and this job with it, is gone
            return

    @Slot(str, object)
    def _land(self, what: str, value: Any) -> None:
        if self._abandoned:
            return
        if what == "progress":
            self.progressed.emit(*value)
            return
        if what == "done":
            self.done.emit(value)
        elif what == "failed":
            self.failed.emit(value)
        else:
            self.cancelled.emit()
        self.ended.emit()


class _Work(QRunnable):
    """The part that runs on a worker: opens its own connection, calls the function, hands the outcome back."""

    def __init__(
        self, job: Job, path: Path | None, function: Callable[..., Any], arguments: tuple, options: dict, *, reads: bool
    ) -> None:
        super().__init__()
        self.job, self.path, self.function, self.reads = job, path, function, reads
        self.arguments, self.options = arguments, options

    def run(self) -> None:
        if self.reads and self.job.is_cancelled():  # while it waited for its turn: nobody asks any more
            self.job.hand_back("cancelled")
            return
        try:
            if self.job.is_cancelled():
                raise Cancelled
            self.job.hand_back("done", self._call())
        except Cancelled:
            self.job.hand_back("cancelled")
        except AppError as error:
            self.job.hand_back("failed", str(error))
        except Exception:  # a fault of ours: it must be seen and logged, and must not end the worker
            if self.job.is_cancelled():  # the database was interrupted, and nobody waits
                self.job.hand_back("cancelled")
                return
            log.exception(tr("%s failed"), self.job.name)
            self.job.hand_back(
                "failed", tr("“{name}” met a fault in the program; the log holds the details.", name=self.job.name)
            )

    def _call(self) -> Any:
        options = dict(self.options)
        if options.pop("with_progress", False):
            options |= {"report": self._report, "cancelled": self.job.is_cancelled}
        if self.path is None:
            return self.function(*self.arguments, **options)
        # Readers lean on the system's own cache of the file: several of them would hold the same pages.
        db = database.connect(self.path, cache_mb=8 if self.reads else 64)
        try:
            if self.reads:
                database.interrupt_when(db, self.job.is_cancelled)
            return self.function(db, *self.arguments, **options)
        finally:
            db.close()

    def _report(self, done: int, total: int, note: str) -> None:
        self.job.hand_back("progress", (done, total, note))


class Jobs(QObject):
    """Starts jobs. `start` is for reading, several at a time; `write` is for the one writer, one after the other."""

    started = Signal(object)  # a Job that may take long
    changed = Signal()

    def __init__(self, path: Path | None, parent: QObject) -> None:
        super().__init__(parent)
        self.path = path
        self.running: list[Job] = []
        self._readers = QThreadPool(self)
        self._readers.setMaxThreadCount(2)
        self._writer = QThreadPool(self)
        self._writer.setMaxThreadCount(1)
        self._drawer = QThreadPool(self)  # one picture at a time
        self._drawer.setMaxThreadCount(1)

    def start(self, name: str, function: Callable[..., Any], /, *arguments: Any, **options: Any) -> Job:
        """Read or compute: `function(db, *arguments, **options)`; `with_progress=True` adds report and cancelled."""
        return self._run(self._readers, self.path, name, function, arguments, options)

    def write(self, name: str, function: Callable[..., Any], /, *arguments: Any, **options: Any) -> Job:
        """The same for work that writes to the file."""
        return self._run(self._writer, self.path, name, function, arguments, options)

    def outside(self, name: str, function: Callable[..., Any], /, *arguments: Any, **options: Any) -> Job:
        """Work that needs no file open: `function(*arguments, **options)`."""
        return self._run(self._readers, None, name, function, arguments, options)

    def draw(self, name: str, function: Callable[..., Any], /, *arguments: Any) -> Job:
        """Make a picture: `function(*arguments)`, one after the other."""
        return self._run(self._drawer, None, name, function, arguments, {})

    def stop(self) -> None:
        """Ask all to stop, and wait for those under way."""
        for job in self.running:
            job.abandon()
        pools = (self._readers, self._writer, self._drawer)
        for pool in pools:
            pool.clear()
        for pool in pools:
            pool.waitForDone(5000)

    def _run(
        self,
        pool: QThreadPool,
        path: Path | None,
        name: str,
        function: Callable[..., Any],
        arguments: tuple,
        options: dict,
    ) -> Job:
        job = Job(name, self)
        self.running.append(job)
        job.ended.connect(self._forget)
        pool.start(_Work(job, path, function, arguments, options, reads=pool is self._readers))
        if options.get("with_progress"):
            self.started.emit(job)
        return job

    def _forget(self) -> None:
        job = self.sender()
        if job in self.running:
            self.running.remove(job)
            job.deleteLater()
        self.changed.emit()
