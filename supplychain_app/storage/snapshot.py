"""One moment of a workspace, read by several connections at once: SQLite uses one core a connection."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from supplychain_app.storage.connection import Database

Answer = TypeVar("Answer")

_MOST_CONNECTIONS = 4
_WORTH_SHARING = 64 << 20  # bytes; a smaller file is read faster than connections are opened
_ATTEMPTS = 3


@dataclass(frozen=True)
class Snapshot:
    """What the file held at one moment, whatever others write meanwhile."""

    db: Database
    others: tuple[sqlite3.Connection, ...] = ()  # more connections that see the same

    def each(self, ask: Callable[[sqlite3.Connection, int], Answer], starts: Sequence[int]) -> list[Answer]:
        """`ask(connection, start)` for each start, in their order; several at a time where there are several."""
        if len(starts) < 2 or not self.others:
            return [ask(self.db.conn, start) for start in starts]
        free: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        for connection in self.others:
            free.put(connection)

        def one(start: int) -> Answer:
            connection = free.get()
            try:
                return ask(connection, start)
            finally:
                free.put(connection)

        with ThreadPoolExecutor(len(self.others)) as pool:
            return list(pool.map(one, starts))


@contextmanager
def snapshot(db: Database) -> Iterator[Snapshot]:
    """Read inside of it what belongs together; within a transaction it is what that transaction sees."""
    if db.conn.in_transaction:
        yield Snapshot(db)
        return
    with ExitStack() as stack:
        others = _others(db, stack)
        if not others:
            _begin(db.conn)
        stack.callback(_end, db.conn)
        yield Snapshot(db, others)


def _others(db: Database, stack: ExitStack) -> tuple[sqlite3.Connection, ...]:
    """Connections to a large file that see the same moment as `db`, whose transaction is open then; else none."""
    path = db.conn.execute("pragma database_list").fetchone()[2]
    count = min(_MOST_CONNECTIONS, os.cpu_count() or 1)
    if not path or count < 2 or Path(path).stat().st_size < _WORTH_SHARING:
        return ()
    uri = f"{Path(path).absolute().as_uri()}?mode=ro"
    watching, *others = (
        stack.enter_context(closing(sqlite3.connect(uri, uri=True, check_same_thread=False))) for _ in range(count + 1)
    )
    for _ in range(_ATTEMPTS):
        before = _commits(watching)
        for connection in (db.conn, *others):
            _begin(connection)
        if _commits(watching) == before:  # nobody wrote while they began
            return tuple(others)
        for connection in (db.conn, *others):
            _end(connection)
    return ()


def _commits(connection: sqlite3.Connection) -> int:
    """A number that changes with each commit of another connection."""
    return int(connection.execute("pragma data_version").fetchone()[0])


def _begin(connection: sqlite3.Connection) -> None:
    connection.execute("begin")
    connection.execute("select 1 from sqlite_master limit 1").fetchone()  # the moment is that of the first read


def _end(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.commit()
