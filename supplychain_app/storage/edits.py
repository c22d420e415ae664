"""Reads and writes single rows for edits by hand, each of which can be taken back."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from supplychain_app.domain.errors import InvalidInput, NotFound
from supplychain_app.language import tr
from supplychain_app.storage.connection import Database

TABLES = frozenset(
    {
        "agreed_action",
        "cause",
        "check_in",
        "communication",
        "communication_link",
        "contact",
        "follow_up",
        "lead_time_decision",
        "line_change",
        "material",
        "order_line",
        "own_days",
        "person",
        "promise",
        "question",
        "receipt",
        "shipment",
        "shipment_line",
        "suggestion",
        "supplier",
        "tracked_unit",
        "vanished_line",
        "worklist_mark",
    }
)
"""Tables whose rows a person edits; each has an integer `id`, but for `shipment_line`: see `_packed`."""


def read_row(db: Database, table: str, row_id: int) -> dict[str, Any] | None:
    """Every column of one row, or None when there is no such row."""
    cursor = db.conn.execute(f"select * from {_known(table)} where {_one(table)}", _key(table, row_id))
    names = [column[0] for column in cursor.description]
    row = cursor.fetchone()
    return dict(zip(names, row, strict=True)) if row is not None else None


def insert_row(db: Database, table: str, values: Mapping[str, Any]) -> int:
    """Add a row; raises InvalidInput when the same thing is recorded already or points to something missing."""
    names = _columns(db, table, values)
    marks = ", ".join("?" * len(names))
    sql = f"insert into {table} ({', '.join(names)}) values ({marks})"
    try:
        row_id = int(db.conn.execute(sql, [values[name] for name in names]).lastrowid or 0)
    except sqlite3.IntegrityError as error:
        raise InvalidInput(_explain(error)) from error
    if table == "shipment_line":
        return _packed(values["shipment_id"], values["order_line_id"])
    if table == "tracked_unit":
        db.conn.execute(
            "insert into search (kind, ref_id, text) values ('tracked_unit', ?, ?)", [row_id, values["number"]]
        )
    return row_id


def update_row(db: Database, table: str, row_id: int, values: Mapping[str, Any]) -> None:
    """Set some columns of a row that exists."""
    names = _columns(db, table, values)
    sql = f"update {table} set {', '.join(f'{name} = ?' for name in names)} where {_one(table)}"
    try:
        db.conn.execute(sql, [*(values[name] for name in names), *_key(table, row_id)])
    except sqlite3.IntegrityError as error:
        raise InvalidInput(_explain(error)) from error


def delete_row(db: Database, table: str, row_id: int) -> None:
    """Take a row back; raises InvalidInput when later rows rest on it."""
    try:
        db.conn.execute(f"delete from {_known(table)} where {_one(table)}", _key(table, row_id))
        if table == "tracked_unit":
            db.conn.execute("delete from search where kind = 'tracked_unit' and ref_id = ?", [row_id])
    except sqlite3.IntegrityError as error:
        raise InvalidInput(
            tr("This cannot be undone: something recorded later rests on it. Undo that first.")
        ) from error


def person_id(db: Database, name: str) -> int | None:
    """One of our own people by name, in any case of letters."""
    row = db.conn.execute("select id from person where name = ?", [name]).fetchone()
    return int(row[0]) if row else None


def person_name(db: Database, person: int | None) -> str | None:
    row = db.conn.execute("select name from person where id = ?", [person]).fetchone()
    return str(row[0]) if row else None


def line_label(db: Database, line_id: int) -> str:
    """How a line is named to a person: order / line."""
    row = db.conn.execute(
        """
        select o.number || ' / ' || l.line
        from order_line l
        join purchase_order o on o.id = l.purchase_order_id
        where l.id = ?
        """,
        [line_id],
    ).fetchone()
    if row is None:
        raise NotFound(tr("This order line is no longer in the workspace. Refresh the screen."))
    return str(row[0])


def line_identity(db: Database, line_id: int) -> str:
    """What names a line in any workspace: order, line, schedule."""
    row = db.conn.execute(
        """
        select o.number || '|' || l.line || '|' || l.schedule
        from order_line l
        join purchase_order o on o.id = l.purchase_order_id
        where l.id = ?
        """,
        [line_id],
    ).fetchone()
    return str(row[0])


def open_questions_of(db: Database, line_ids: Sequence[int], kinds: Sequence[str]) -> list[int]:
    """Our open questions about these lines that a promise answers."""
    marks = ", ".join("?" * len(line_ids))
    kind_marks = ", ".join("?" * len(kinds))
    rows = db.conn.execute(
        f"""
        select id
        from question
        where order_line_id in ({marks})
          and kind in ({kind_marks})
          and asked_by = 'us'
          and answered_at is null
        """,
        [*line_ids, *kinds],
    )
    return [int(row[0]) for row in rows]


def supplier_of_line(db: Database, line_id: int) -> int | None:
    row = db.conn.execute("select supplier_id from order_line where id = ?", [line_id]).fetchone()
    return row[0] if row else None


def suppliers_of_open(db: Database, line_ids: Iterable[int]) -> set[int] | None:
    """The suppliers (0: none) of these lines; None where one of them is not open."""
    found = set()
    for one in line_ids:
        row = db.conn.execute("select status, coalesce(supplier_id, 0) from order_line where id = ?", [one]).fetchone()
        if row is None or row[0] != "open":
            return None
        found.add(row[1])
    return found


def check_in_on(db: Database, supplier_id: int, day: str) -> int | None:
    """The check-in planned with a supplier for a day."""
    sql = "select id from check_in where supplier_id = ? and planned_on = ?"
    row = db.conn.execute(sql, [supplier_id, day]).fetchone()
    return int(row[0]) if row else None


def _packed(shipment_id: int, order_line_id: int) -> int:
    """One number for a row that is known by two."""
    return (shipment_id << 32) | order_line_id


def _one(table: str) -> str:
    return "shipment_id = ? and order_line_id = ?" if table == "shipment_line" else "id = ?"


def _key(table: str, row_id: int) -> list[int]:
    return [row_id >> 32, row_id & 0xFFFFFFFF] if table == "shipment_line" else [row_id]


def _known(table: str) -> str:
    if table not in TABLES:
        raise InvalidInput(tr("{table} is not edited by hand.", table=table))
    return table


def _columns(db: Database, table: str, values: Mapping[str, Any]) -> list[str]:
    existing = {row[1] for row in db.conn.execute(f"pragma table_info({_known(table)})")}
    unknown = set(values) - existing
    if unknown:
        raise InvalidInput(tr("{table} has no column {choices}.", table=table, choices=", ".join(sorted(unknown))))
    return list(values)


def _explain(error: sqlite3.IntegrityError) -> str:
    text = str(error)
    if "UNIQUE" in text:
        return tr("The same is recorded already. Change its day or its text, or leave it.")
    if "FOREIGN KEY" in text:
        return tr("This points to something that is no longer in the workspace. Refresh the screen.")
    return tr("This cannot be saved: {text}.", text=text)
