"""Keeps the newest of several answers: a screen that asks again drops what arrives late."""

from collections.abc import Callable
from typing import Any

from supplychain_app.ui.shared.jobs import Job
from supplychain_app.ui.shared.session import Session


class Latest:
    """Runs a read and hands on its answer, unless a newer one was asked for meanwhile."""

    def __init__(self, session: Session) -> None:
        self._session, self._asked = session, 0
        self._job: Job | None = None

    def ask(
        self,
        name: str,
        function: Callable[..., Any],
        *arguments: Any,
        then: Callable[[Any], None],
        failed: Callable[[str], None],
        **options: Any,
    ) -> Job:
        """`then` gets the answer, `failed` one sentence; both on the GUI thread, and only for the newest question."""
        self.drop()
        asked = self._asked
        job = self._session.read(name, function, *arguments, **options)
        job.done.connect(lambda value: then(value) if asked == self._asked else None)
        job.failed.connect(lambda sentence: failed(sentence) if asked == self._asked else None)
        job.ended.connect(lambda: self._forget(asked))
        self._job = job
        return job

    def drop(self) -> None:
        """Nobody waits for the older answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._asked += 1

    def _forget(self, asked: int) -> None:
        if asked == self._asked:
            self._job = None
