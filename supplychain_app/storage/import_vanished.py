"""Open lines that a later export no longer lists: asked about, answered, never deleted."""

import json
from collections.abc import Sequence
from typing import Any

from supplychain_app.storage import database
from supplychain_app.storage.connection import Database
from supplychain_app.storage.import_staging import count, last_id


def note_vanished(
    db: Database, import_id: int, *, file_day: str, buyers: Sequence[str], destinations: Sequence[str]
) -> int:
    """Open lines that this snapshot should list and does not; returns how many are new. They are asked about, never deleted.

    The snapshot is one of these buyers and destinations, where it names any; `listed` holds the lines that it lists.
    """  # noqa: E501
    scope = (
        "l.status = 'open' and l.import_id is not null and l.entered_on < :day and l.id not in (select id from listed)"
    )
    if buyers:
        scope += " and (l.buyer is null or l.buyer in (select value from json_each(:buyers)))"
    if destinations:
        scope += " and (l.destination is null or l.destination in (select value from json_each(:destinations)))"
    parameters: dict[str, Any] = {
        "day": file_day,
        "import_id": import_id,
        "buyers": json.dumps(buyers),
        "destinations": json.dumps(destinations),
    }
    missing = count(db, f"select count(*) from order_line l where {scope}", parameters)
    if not missing:
        return 0
    common = count(db, "select (select count(*) from listed) - (select count(*) from staged where is_new = 1)")
    # A list that shares little with what is open is another list, not a newer one.
    if common < missing:
        return 0
    last = last_id(db, "vanished_line")
    db.conn.execute(
        "insert into vanished_line (import_id, order_line_id)"
        f" select :import_id, l.id from order_line l where {scope}"
        " and not exists (select 1 from vanished_line v where v.order_line_id = l.id and v.answer is null)",
        parameters,
    )
    return count(db, "select count(*) from vanished_line where id > ?", last)


def settle_vanished(db: Database, import_id: int, *, listed: bool) -> None:
    """Answer what the file answers: lines since complete were received; lines that it lists as open are still open."""
    found = "v.answer is null and (l.status <> 'open'"
    found += " or l.id in (select id from listed))" if listed else ")"
    rows = db.conn.execute(
        f"select v.id, l.status from vanished_line v join order_line l on l.id = v.order_line_id where {found}"
    ).fetchall()
    now = database.now_utc()
    for row_id, status in rows:
        before = json.dumps({"answer": None, "answered_at": None})
        db.conn.execute(
            "insert into import_change (import_id, table_name, row_id, before) values (?, 'vanished_line', ?, ?)",
            [import_id, row_id, before],
        )
        answer = status if status in ("received", "cancelled") else "still open"
        db.conn.execute("update vanished_line set answer = ?, answered_at = ? where id = ?", [answer, now, row_id])


def vanished(db: Database) -> list[tuple[Any, ...]]:
    """Lines asked about and not answered: id, import, file, received at, line id, order, line, supplier, material, promise, open."""  # noqa: E501
    return db.conn.execute(
        "select v.id, v.import_id, r.file_name, r.received_at, l.id, p.number, l.line, s.name, m.number, l.current_promise,"  # noqa: E501
        " l.quantity - l.received_quantity from vanished_line v join import_run r on r.id = v.import_id"
        " join order_line l on l.id = v.order_line_id join purchase_order p on p.id = l.purchase_order_id"
        " left join supplier s on s.id = l.supplier_id left join material m on m.id = l.material_id"
        " where v.answer is null and l.status = 'open' order by v.id"
    ).fetchall()


def vanished_on(db: Database, vanished_id: int) -> str | None:
    """The day of the export that no longer listed the line."""
    row = db.conn.execute(
        "select substr(r.received_at, 1, 10) from vanished_line v join import_run r on r.id = v.import_id where v.id = ?",  # noqa: E501
        [vanished_id],
    ).fetchone()
    return str(row[0]) if row else None
