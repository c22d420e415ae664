"""The temporary table that holds the rows of the file being imported, and what was found out about each."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.storage.connection import Database

STAGED = (
    "row",
    "purchase_order",
    "line",
    "schedule",
    "supplier_id",
    "material",
    "description",
    "quantity",
    "unit",
    "unit_price",
    "currency",
    "value_minor",
    "issued_on",
    "created_on",
    "required_on",
    "incoterm",
    "incoterm_place",
    "mode",
    "origin",
    "destination",
    "country",
    "buyer",
    "status",
    "first_promise",
    "current_promise",
    "confirmed_on",
    "received_on",
    "posted_on",
    "received_quantity",
    "rejected_quantity",
    "document",
    "movement_type",
    "fingerprint",
)
"""The columns of the staging table that callers fill; `stage` takes rows in this order."""

ARRIVED = "coalesce(s.received_quantity, iif(s.received_on is null, null, s.quantity))"
"""How much of a staged row `s` of an order list has come in: a delivery with a day alone is the whole line's."""
LEAST = "1e-9"
"""What comes in is more than this, and what lacks no more than this lacks nothing."""

_AT_ONCE = 50_000
_NUMERIC = {"quantity", "unit_price", "received_quantity", "rejected_quantity"}


def stage(db: Database, rows: Iterable[Sequence[Any]], names: Sequence[str] = STAGED) -> None:
    """Fill the temporary table `staged` anew; `names`: the columns that the rows hold."""
    kinds = {"row": "integer primary key", "supplier_id": "integer", "value_minor": "integer"}
    columns = ", ".join(f"{name} {kinds.get(name, 'real' if name in _NUMERIC else 'text')}" for name in STAGED)
    db.conn.execute("drop table if exists temp.staged")
    db.conn.execute(
        f"create temp table staged ({columns}, material_id integer, purchase_order_id integer, order_line_id integer, digest integer, is_new integer not null default 0,"  # noqa: E501
        " touched integer not null default 0, moved integer not null default 0)"
    )
    # Whoever asks for lines that stood before, changed or moved need not look at a million new ones.
    for mark, asked in (("is_new", 0), ("touched", 1), ("moved", 1)):
        db.conn.execute(f"create index temp.staged_{mark} on staged({mark}) where {mark} = {asked}")
    marks = ",".join("?" * len(names))
    db.conn.executemany(f"insert into staged ({', '.join(names)}) values ({marks})", rows)


def list_lines(db: Database, line_ids: NDArray[np.int64]) -> None:
    """Fill the temporary table `listed` with the lines that the file lists: these, and those of the staged rows."""
    db.conn.execute("drop table if exists temp.listed")
    db.conn.execute("create temp table listed (id integer primary key)")
    for start in range(0, len(line_ids), _AT_ONCE):  # one text for many of them: twice as fast as a row each
        some = json.dumps(line_ids[start : start + _AT_ONCE].tolist())
        db.conn.execute("insert into listed (id) select value from json_each(?)", [some])
    db.conn.execute("insert or ignore into listed (id) select order_line_id from staged")


def drop_staged(db: Database) -> None:
    db.conn.execute("drop table if exists temp.staged")


def link_lines(db: Database) -> None:
    """Find the order line of each staged row by its order's number."""
    db.conn.execute(
        "update staged set order_line_id = (select l.id from purchase_order p cross join order_line l"
        " where p.number = staged.purchase_order and l.purchase_order_id = p.id and l.line = staged.line"
        " and l.schedule = staged.schedule) where order_line_id is null"
    )


def lines_of_orders(db: Database) -> Iterator[tuple[str, int, str, str, str | None]]:
    """number, line id, line, schedule and material of every line of the staged orders."""
    return iter(
        db.conn.execute(
            "select p.number, l.id, l.line, l.schedule, m.number from purchase_order p"
            " join order_line l on l.purchase_order_id = p.id left join material m on m.id = l.material_id"
            " where p.number in (select purchase_order from staged) order by l.id"
        )
    )


def line_of_row(db: Database) -> dict[int, tuple[int, int | None]]:
    """Staged row -> its order line and supplier."""
    sql = "select row, order_line_id, supplier_id from staged where order_line_id is not null"
    return {row[0]: (row[1], row[2]) for row in db.conn.execute(sql)}


def set_lines(db: Database, pairs: Iterable[tuple[int, int]]) -> None:
    """Link staged rows to order lines: (line id, staged row)."""
    db.conn.executemany("update staged set order_line_id = ? where row = ?", pairs)


def counts_of_staged(db: Database) -> tuple[int, int]:
    """Staged rows of lines that stood before: changed or moved, and neither."""
    row = db.conn.execute(
        "select coalesce(sum(touched or moved), 0), coalesce(sum(not (touched or moved)), 0) from staged where is_new = 0"  # noqa: E501
    ).fetchone()
    return int(row[0]), int(row[1])


def touch_staged(db: Database, import_id: int) -> None:
    """Mark for `line_state.finish` the staged lines that this import changed or booked on.

    A new line stands as it was written by `import_lines.add_lines`, but for a receipt that was booked before.
    """
    touch = "insert or ignore into touched_line (id) select s.order_line_id from staged s"
    for ledger in ("receipt", "promise"):
        db.conn.execute(
            f"{touch} cross join {ledger} p where s.is_new = 0 and p.order_line_id = s.order_line_id and +p.import_id = ?",  # noqa: E501
            [import_id],
        )
    db.conn.execute(
        f"{touch} where s.is_new = 1 and {ARRIVED} > {LEAST}"
        " and not exists (select 1 from receipt r where r.order_line_id = s.order_line_id)"
    )
    db.conn.execute(f"{touch} where s.touched = 1")


def samples(db: Database, limit: int) -> list[dict[str, Any]]:
    """Some of what this import does, for the table of differences: new lines, moved promises, changes."""
    moved = db.conn.execute(
        "select 'promise moved', s.purchase_order, s.line, (select p.promised_on from promise p"
        "   where p.order_line_id = s.order_line_id and p.promised_on <> s.current_promise order by p.known_on desc, p.id desc limit 1),"  # noqa: E501
        " s.current_promise from staged s where s.moved = 1 order by s.row limit ?",
        [limit],
    ).fetchall()
    changed = db.conn.execute(
        "select 'changed', s.purchase_order, s.line, c.old, c.field || ' ' || c.new from staged s"
        " join line_change c on c.order_line_id = s.order_line_id"
        " where s.touched = 1 and c.id in (select max(id) from line_change group by order_line_id, field) order by s.row limit ?",  # noqa: E501
        [limit],
    ).fetchall()
    new = db.conn.execute(
        "select 'new', s.purchase_order, s.line, null, coalesce(m.number, s.description, '') from staged s"
        " left join material m on m.id = s.material_id where s.is_new = 1 order by s.row limit ?",
        [limit],
    ).fetchall()
    names = ("what", "order", "line", "old", "new")
    return [dict(zip(names, row, strict=True)) for row in [*moved, *changed, *new]]


def last_id(db: Database, table: str) -> int:
    return int(db.conn.execute(f"select coalesce(max(id), 0) from {table}").fetchone()[0])


def count(db: Database, sql: str, parameters: Any = None) -> int:
    given = parameters if isinstance(parameters, dict) else [] if parameters is None else [parameters]
    return int(db.conn.execute(sql, given).fetchone()[0])
