"""Which suppliers' lines each edit by hand touched, so that what rests on the others need not be worked out again.

An edit is noted in its own transaction, with the revision before and after it. What was written without a note leaves
a gap between two revisions: then anything may have changed.
"""

import json
from collections.abc import Collection

from supplychain_app.storage.connection import Database

_MOST = 200  # edits


def note(db: Database, supplier_ids: Collection[int] | None, *, revision: str) -> None:
    """Inside a write: this is what it touches (0: lines without a supplier; None: it may be anything)."""
    told = None if supplier_ids is None else json.dumps(sorted(supplier_ids))
    db.conn.execute("insert into noted_edit (before, supplier_ids) values (?, ?)", [revision, told])
    db.conn.execute("delete from noted_edit where id <= (select max(id) from noted_edit) - ?", [_MOST])


def settle(db: Database, revision: str | None) -> None:
    """At the end of a write: what was noted in it led to this revision (None: no facts changed)."""
    if revision is None:
        db.conn.execute("delete from noted_edit where after is null")
    else:
        db.conn.execute("update noted_edit set after = ? where after is null", [revision])


def touched(db: Database, *, since: str, until: str) -> frozenset[int] | None:
    """The suppliers that were touched between two revisions; None where that is not known."""
    rows = db.conn.execute("select before, after, supplier_ids from noted_edit where after is not null").fetchall()
    found: set[int] = set()
    at = since
    while at != until:
        step = [row for row in rows if row[0] == at]
        if not step or any(row[2] is None for row in step):
            return None
        at = step[0][1]
        found.update(*(json.loads(row[2]) for row in step))
    return frozenset(found)
