"""Adds and changes what a staged file names: suppliers, materials, orders and their lines."""

import json
from collections.abc import Sequence
from typing import Any

from supplychain_app.storage import bulk_load, database
from supplychain_app.storage.connection import Database
from supplychain_app.storage.import_staging import ARRIVED, LEAST, count, last_id


def suppliers_by_code(db: Database) -> dict[str, int]:
    return dict(db.conn.execute("select code, id from supplier where code is not null").fetchall())


def suppliers_by_name(db: Database) -> dict[str, tuple[int, str | None]]:
    """name key -> id and code of the supplier met under it."""
    sql = "select n.name_key, s.id, s.code from supplier_name n join supplier s on s.id = n.supplier_id"
    return {row[0]: (row[1], row[2]) for row in db.conn.execute(sql)}


def add_supplier(db: Database, values: dict[str, Any], name_key: str | None, import_id: int) -> int:
    """A new supplier and the spelling it was met under; returns its id."""
    filled = {k: v for k, v in values.items() if v is not None}
    names = [*filled, "recorded_at", "import_id"]
    marks = ",".join("?" * len(names))
    cursor = db.conn.execute(
        f"insert into supplier ({', '.join(names)}) values ({marks})", [*filled.values(), database.now_utc(), import_id]
    )
    supplier_id = int(cursor.lastrowid or 0)
    add_spelling(db, name_key, supplier_id)
    db.conn.execute(
        "insert into search (kind, ref_id, text) values ('supplier', ?, ?)",
        [supplier_id, " ".join(filter(None, [values.get("code"), values["name"]]))],
    )
    return supplier_id


def add_spelling(db: Database, name_key: str | None, supplier_id: int) -> None:
    if name_key:
        db.conn.execute(
            "insert or ignore into supplier_name (name_key, supplier_id) values (?, ?)", [name_key, supplier_id]
        )


def material_ids(db: Database, numbers: Sequence[str]) -> dict[str, int]:
    """The ids of those of the materials that are known."""
    sql = "select number, id from material where number in (select value from json_each(?))"
    return dict(db.conn.execute(sql, [json.dumps(numbers)]).fetchall())


def add_materials(db: Database, found: Sequence[tuple[str, str | None, str | None]], import_id: int) -> dict[str, int]:
    """Add new materials: number, description, unit; returns their ids."""
    last, now = last_id(db, "material"), database.now_utc()
    db.conn.executemany(
        "insert into material (id, number, description, unit, recorded_at, import_id) values (?, ?, ?, ?, ?, ?)",
        ((new_id, *one, now, import_id) for new_id, one in enumerate(found, last + 1)),
    )
    _search_new(db, "material", "number || ' ' || coalesce(description, '')", last)
    return {one[0]: new_id for new_id, one in enumerate(found, last + 1)}


def order_ids(db: Database, numbers: Sequence[str]) -> dict[str, int]:
    """The ids of those of the orders that are known."""
    sql = "select number, id from purchase_order where number in (select value from json_each(?))"
    return dict(db.conn.execute(sql, [json.dumps(numbers)]).fetchall())


def add_orders(db: Database, numbers: Sequence[str], import_id: int) -> dict[str, int]:
    """Add new orders; returns their ids."""
    last, now = last_id(db, "purchase_order"), database.now_utc()
    found = {number: new_id for new_id, number in enumerate(numbers, last + 1)}
    db.conn.executemany(
        "insert into purchase_order (id, number, recorded_at, import_id) values (?, ?, ?, ?)",
        ((new_id, number, now, import_id) for number, new_id in found.items()),
    )
    _search_new(db, "purchase_order", "number", last)
    return found


def next_line_id(db: Database) -> int:
    return last_id(db, "order_line") + 1


def link_lines(db: Database) -> None:
    """Find the order lines of the staged rows; where there is none, the row's line is new."""
    db.conn.execute(
        "update staged set order_line_id = (select l.id from order_line l where l.purchase_order_id = staged.purchase_order_id"  # noqa: E501
        " and l.line = staged.line and l.schedule = staged.schedule) where is_new = 0"
    )
    left = db.conn.execute("select row from staged where is_new = 0 and order_line_id is null order by row").fetchall()
    if not left:
        return
    highest = db.conn.execute("select max(order_line_id) from staged where is_new = 1").fetchone()[0]
    start = max(highest or 0, last_id(db, "order_line")) + 1
    db.conn.executemany(
        "update staged set order_line_id = ?, is_new = 1 where row = ?",
        ((line_id, row[0]) for line_id, row in enumerate(left, start)),
    )


_LINE_COLUMNS = [
    "supplier_id",
    "material_id",
    "description",
    "unit",
    "unit_price",
    "currency",
    "value_minor",
    "issued_on",
    "created_on",
    "incoterm",
    "incoterm_place",
    "mode",
    "origin",
    "destination",
    "country",
    "buyer",
]


def add_lines(db: Database, import_id: int, *, file_name: str, file_day: str, history: bool) -> int:
    """Add the staged order lines that are new; returns how many."""
    shared = ", ".join(_LINE_COLUMNS)
    entered = (
        "coalesce(s.issued_on, s.created_on, s.first_promise, s.current_promise, s.received_on, :file_day)"
        if history
        else ":file_day"
    )
    new = count(db, "select count(*) from staged where is_new = 1")
    # The derived columns as `line_state` would find them for a line with these promises and this receipt.
    came = f"{ARRIVED} > {LEAST}"
    whole = (
        f"{came} and {ARRIVED} >= s.quantity * (1 - coalesce((select quantity_tolerance from supplier"
        f" where id = s.supplier_id), 0)) - {LEAST}"
    )
    status = f"case when s.status = 'cancelled' then 'cancelled' when {whole} then 'received' else 'open' end"
    first, current = "coalesce(s.first_promise, s.current_promise)", "coalesce(s.current_promise, s.first_promise)"
    told = f"({first} is not null) + coalesce(s.first_promise <> s.current_promise, 0)"
    with bulk_load.adding(db, "order_line", new):
        db.conn.execute(
            f"insert into order_line (id, purchase_order_id, line, schedule, quantity, required_on, {shared}, cancelled_on, status,"  # noqa: E501
            " entered_on, source_file, source_row, recorded_at, import_id, first_promise, current_promise, promises,"
            " received_quantity, rejected_quantity, first_received_on, completed_on, posted_on)"
            f" select s.order_line_id, s.purchase_order_id, s.line, s.schedule, s.quantity, s.required_on, {', '.join('s.' + c for c in _LINE_COLUMNS)},"  # noqa: E501
            f" case s.status when 'cancelled' then :file_day end, {status},"
            f" {entered}, :file_name, s.row, :now, :import_id, {first}, {current}, {told},"
            f" case when {came} then {ARRIVED} else 0 end,"
            f" case when {came} then coalesce(s.rejected_quantity, 0) else 0 end,"
            f" case when {came} then coalesce(s.received_on, :file_day) end,"
            f" case when {whole} then coalesce(s.received_on, :file_day) end,"
            f" case when {whole} and s.received_on is not null then s.posted_on end"
            " from staged s where s.is_new = 1 order by s.row",
            {"file_day": file_day, "file_name": file_name, "now": database.now_utc(), "import_id": import_id},
        )
    db.conn.execute("create index temp.staged_line on staged(order_line_id)")
    return new


def change_lines(db: Database, import_id: int, *, file_day: str) -> int:
    """Bring the lines that stood before to what the file says; returns how many changed. Old values are kept for undo."""  # noqa: E501
    tracked = [*_LINE_COLUMNS, "quantity", "required_on", "cancelled_on"]
    differs = " or ".join(
        f"(s.{c} is not null and l.{c} is null)"
        if c in ("unit_price", "value_minor")
        else f"(s.{c} is not null and s.{c} is not l.{c})"
        for c in [*_LINE_COLUMNS, "quantity", "required_on"]
    )
    differs += " or (s.status = 'cancelled' and l.cancelled_on is null)"
    differs += " or (s.unit_price is not null and abs(s.unit_price - l.unit_price) > 1e-9)"
    differs += " or (s.value_minor is not null and s.value_minor <> l.value_minor)"
    db.conn.execute(
        f"update staged set touched = 1 from staged s cross join order_line l on l.id = s.order_line_id"
        f" where staged.row = s.row and s.is_new = 0 and ({differs})"
    )
    pairs = ", ".join(f"'{c}', l.{c}" for c in tracked)
    db.conn.execute(
        f"insert into import_change (import_id, table_name, row_id, before) select ?, 'order_line', l.id, json_object({pairs})"  # noqa: E501
        " from staged s cross join order_line l on l.id = s.order_line_id where s.touched = 1",
        [import_id],
    )
    for field in ("quantity", "required_on"):
        db.conn.execute(
            "insert into line_change (order_line_id, field, old, new, known_on, recorded_at, reason, import_id)"
            f" select l.id, ?, l.{field}, s.{field}, ?, ?, 'changed in the ERP', ?"
            " from staged s cross join order_line l on l.id = s.order_line_id"
            f" where s.touched = 1 and s.{field} is not null and s.{field} is not l.{field}",
            [field, file_day, database.now_utc(), import_id],
        )
    sets = ", ".join(f"{c} = coalesce(s.{c}, order_line.{c})" for c in [*_LINE_COLUMNS, "quantity", "required_on"])
    db.conn.execute(
        f"update order_line set {sets}, cancelled_on = case when s.status = 'cancelled' then coalesce(order_line.cancelled_on, ?)"  # noqa: E501
        " else order_line.cancelled_on end from staged s where s.touched = 1 and order_line.id = s.order_line_id",
        [file_day],
    )
    return count(db, "select count(*) from staged where touched = 1")


def acknowledge_lines(db: Database, import_id: int, *, file_day: str) -> int:
    """Lines are acknowledged since the day of their confirmation; returns how many only now changed.

    A confirmation after the day of the file is a plan, and one before the order was sent is an error: neither counts.
    An earlier acknowledgement stands.
    """
    earlier = (
        "s.confirmed_on <= :day and s.confirmed_on >= coalesce(l.issued_on, s.confirmed_on)"
        " and (l.acknowledged_on is null or l.acknowledged_on > s.confirmed_on)"
    )
    values = {"day": file_day, "import_id": import_id}
    found = "from staged s cross join order_line l on l.id = s.order_line_id where s.confirmed_on is not null"
    db.conn.execute(
        "insert into import_change (import_id, table_name, row_id, before)"
        " select :import_id, 'order_line', l.id, json_object('acknowledged_on', l.acknowledged_on)"
        f" {found} and s.is_new = 0 and {earlier}",
        values,
    )
    new = count(db, f"select count(*) {found} and s.is_new = 0 and s.touched = 0 and {earlier}", values)
    db.conn.execute(
        f"update staged set touched = 1 where row in (select s.row {found} and s.is_new = 0 and {earlier})", values
    )
    db.conn.execute(
        "update order_line set acknowledged_on = s.confirmed_on from staged s"
        f" where s.confirmed_on is not null and order_line.id = s.order_line_id and {earlier.replace('l.', 'order_line.')}",  # noqa: E501
        values,
    )
    return new


def _search_new(db: Database, table: str, text: str, after: int) -> None:
    db.conn.execute(
        f"insert into search (kind, ref_id, text) select '{table}', id, {text} from {table} where id > ?", [after]
    )
