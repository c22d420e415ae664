"""How often each kind of thing was written: what was worked out from unchanged things need not be worked out again."""

import sqlite3
from collections.abc import Collection

from supplychain_app.storage import noted_edits
from supplychain_app.storage.connection import Database

NOUNS = frozenset({"orders", "shipments", "communications"})
"""Orders: lines with their ledgers, suppliers and materials. Shipments: units, events, milestones, ETAs.

Communications: messages, questions, check-ins, follow-ups and agreed actions.
"""
SHIPMENTS = frozenset({"shipments"})


def raise_for(db: Database, nouns: Collection[str]) -> None:
    """Inside a write: these nouns are not what they were."""
    if not nouns:
        noted_edits.settle(db, None)
        return
    marks = ",".join("?" * len(nouns))
    db.conn.execute(f"update revision set number = number + 1 where noun in ({marks})", sorted(nouns))
    noted_edits.settle(db, text(db))


def text(db: Database) -> str:
    """The numbers of all nouns in one text."""
    return " ".join(map(str, numbers(db, NOUNS)))


def numbers(db: Database, nouns: Collection[str]) -> tuple[int, ...]:
    """One number a noun, in their order by name; equal as long as nothing of them was written."""
    known = _all(db)
    return tuple(known.get(noun, 0) for noun in sorted(nouns))


def seen(db: Database) -> dict[str, int]:
    """The number of each noun, and one of the marks on Today; nothing where the file cannot be read just now."""
    try:
        return _all(db) | {"worklist": _marks(db)}
    except sqlite3.OperationalError:
        return {}


def _all(db: Database) -> dict[str, int]:
    return dict(db.conn.execute("select noun, number from revision").fetchall())


def _marks(db: Database) -> int:
    """Rises with each mark and falls when one is undone: marks are only appended, and taken back by their undo."""
    found = db.conn.execute("select count(*) + coalesce(max(id), 0) from worklist_mark").fetchone()
    return int(found[0])
