"""An open workspace file: one SQLite connection, of one thread."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any


class Database:
    """What everyday reading and writing needs of a connection.

    The schema's steps are sqlite-utils'; importing it takes a tenth of a second, and half a second where pandas is
    installed beside it, so it is imported when a step is to be applied, not when a window opens.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn

    def query(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Iterator[dict[str, Any]]:
        """Rows as dictionaries by column."""
        cursor = self.conn.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield dict(zip(names, row, strict=True))

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Inside a transaction: all of this part or nothing of it."""
        self.conn.execute("savepoint part")
        try:
            yield
        except BaseException:
            self.conn.execute("rollback to part")
            self.conn.execute("release part")
            raise
        self.conn.execute("release part")

    def __getitem__(self, table: str) -> Any:
        """sqlite-utils' table of that name, for scripts and tests: `db["supplier"].insert({…})`, `.rows`, `.count`."""
        import sqlite_utils

        return sqlite_utils.Database(self.conn)[table]

    def close(self) -> None:
        """Give the file back."""
        self.conn.close()
