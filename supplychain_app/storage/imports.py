"""The import's SQL: a staging table for the file's rows, the runs, and what each run may be asked later."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from supplychain_app.storage import database

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

_NUMERIC = {"quantity", "unit_price", "received_quantity", "rejected_quantity"}


@dataclass(frozen=True)
class Run:
    """One import that was applied."""

    id: int
    file_name: str
    kind: str
    layout: str | None
    received_at: str
    recorded_at: str
    counts: dict[str, int]
    undone_at: str | None


def stage(db: Database, rows: Iterable[Sequence[Any]]) -> None:
    """Fill the temporary table `staged` anew."""
    kinds = {"row": "integer primary key", "supplier_id": "integer", "value_minor": "integer"}
    columns = ", ".join(f"{name} {kinds.get(name, 'real' if name in _NUMERIC else 'text')}" for name in STAGED)
    db.conn.execute("drop table if exists temp.staged")
    db.conn.execute(
        f"create temp table staged ({columns}, material_id integer, order_line_id integer, is_new integer not null default 0,"  # noqa: E501
        " touched integer not null default 0, moved integer not null default 0)"
    )
    marks = ",".join("?" * len(STAGED))
    db.conn.executemany(f"insert into staged ({', '.join(STAGED)}) values ({marks})", rows)


def drop_staged(db: Database) -> None:
    db.conn.execute("drop table if exists temp.staged")


def start_run(
    db: Database,
    *,
    file_name: str,
    sha256: str,
    kind: str,
    layout: str | None,
    received_at: str,
    mapping: dict[str, str],
) -> int:
    cursor = db.conn.execute(
        "insert into import_run (file_name, file_sha256, kind, layout, received_at, recorded_at, mapping, counts)"
        " values (?, ?, ?, ?, ?, ?, ?, '{}')",
        [file_name, sha256, kind, layout, received_at, database.now_utc(), json.dumps(mapping, ensure_ascii=False)],
    )
    return int(cursor.lastrowid or 0)


def finish_run(
    db: Database, import_id: int, counts: dict[str, int], rejects: Iterable[tuple[int, str, str, str | None]]
) -> None:
    db.conn.execute("update import_run set counts = ? where id = ?", [json.dumps(counts), import_id])
    db.conn.executemany(
        "insert or ignore into import_reject (import_id, source_row, column_name, reason, raw) values (?, ?, ?, ?, ?)",
        ((import_id, row, column, reason, raw) for row, column, reason, raw in rejects),
    )


def runs(db: Database) -> list[Run]:
    """Every import, newest first."""
    found = db.conn.execute(
        "select id, file_name, kind, layout, received_at, recorded_at, counts, undone_at from import_run order by id desc"  # noqa: E501
    )
    return [Run(r[0], r[1], r[2], r[3], r[4], r[5], json.loads(r[6]), r[7]) for r in found]


def earlier_run(db: Database, sha256: str, kind: str, mapping: dict[str, str]) -> tuple[int, dict[str, int]] | None:
    """The standing import of the very same file, read in the same way."""
    row = db.conn.execute(
        "select id, counts from import_run where file_sha256 = ? and kind = ? and mapping = ? and undone_at is null order by id",  # noqa: E501
        [sha256, kind, json.dumps(mapping, ensure_ascii=False)],
    ).fetchone()
    return (row[0], json.loads(row[1])) if row else None


def is_out_of_order(db: Database, kind: str, received_at: str) -> bool:
    """Was a later export of this kind imported already? Then this one tells history, not the present."""
    sql = "select 1 from import_run where kind = ? and received_at > ? and undone_at is null limit 1"
    return db.conn.execute(sql, [kind, received_at]).fetchone() is not None


def remembered_mapping(db: Database, signature: str) -> tuple[str, dict[str, str]] | None:
    """Kind and mapping (field -> column) that the user confirmed for files with these headers."""
    row = db.conn.execute("select kind, mapping from import_source where signature = ?", [signature]).fetchone()
    return (row[0], json.loads(row[1])) if row else None


def remember_mapping(db: Database, signature: str, kind: str, mapping: dict[str, str]) -> None:
    db.conn.execute(
        "insert into import_source (signature, kind, mapping, confirmed_at) values (?, ?, ?, ?)"
        " on conflict (signature) do update set kind = excluded.kind, mapping = excluded.mapping,"
        " confirmed_at = excluded.confirmed_at",
        [signature, kind, json.dumps(mapping, ensure_ascii=False), database.now_utc()],
    )


# --- suppliers, materials, orders -------------------------------------------------------------------------------


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


def add_materials(db: Database, import_id: int) -> int:
    """Add the staged materials that are new, and link the staged rows; returns how many were new."""
    last = _last_id(db, "material")
    db.conn.execute(
        "insert or ignore into material (number, description, unit, recorded_at, import_id)"
        " select material, max(description), max(unit), ?, ? from staged where material is not null group by material",
        [database.now_utc(), import_id],
    )
    db.conn.execute("update staged set material_id = (select id from material m where m.number = staged.material)")
    _search_new(db, "material", "number || ' ' || coalesce(description, '')", last)
    return _count(db, "select count(*) from material where id > ?", last)


def add_orders(db: Database, import_id: int) -> None:
    last = _last_id(db, "purchase_order")
    db.conn.execute(
        "insert or ignore into purchase_order (number, recorded_at, import_id)"
        " select purchase_order, ?, ? from staged group by purchase_order order by min(row)",
        [database.now_utc(), import_id],
    )
    _search_new(db, "purchase_order", "number", last)


def link_lines(db: Database) -> None:
    """Find the order line of each staged row that has none yet."""
    db.conn.execute(
        "update staged set order_line_id = (select l.id from purchase_order p cross join order_line l"
        " where p.number = staged.purchase_order and l.purchase_order_id = p.id and l.line = staged.line"
        " and l.schedule = staged.schedule) where order_line_id is null"
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
    last = _last_id(db, "order_line")
    shared = ", ".join(_LINE_COLUMNS)
    entered = (
        "coalesce(s.issued_on, s.created_on, s.first_promise, s.current_promise, s.received_on, :file_day)"
        if history
        else ":file_day"
    )
    db.conn.execute(
        f"insert into order_line (purchase_order_id, line, schedule, quantity, required_on, {shared}, cancelled_on, status,"  # noqa: E501
        f" entered_on, source_file, source_row, recorded_at, import_id)"
        f" select p.id, s.line, s.schedule, s.quantity, s.required_on, {', '.join('s.' + c for c in _LINE_COLUMNS)},"
        f" case s.status when 'cancelled' then :file_day end, case s.status when 'cancelled' then 'cancelled' else 'open' end,"  # noqa: E501
        f" {entered}, :file_name, s.row, :now, :import_id"
        " from staged s cross join purchase_order p on p.number = s.purchase_order"
        " where s.order_line_id is null order by s.row",
        {"file_day": file_day, "file_name": file_name, "now": database.now_utc(), "import_id": import_id},
    )
    db.conn.execute("update staged set is_new = 1 where order_line_id is null")
    link_lines(db)
    db.conn.execute("create index temp.staged_line on staged(order_line_id)")
    return _count(db, "select count(*) from order_line where id > ?", last)


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
    return _count(db, "select count(*) from staged where touched = 1")


# --- promises and receipts --------------------------------------------------------------------------------------


def correct_assumed_promises(db: Database, import_id: int, *, file_day: str, evidence: str) -> None:
    """An older export, imported late, shows that a promise was not the first one, as was assumed.

    The promise first seen in a later export was taken as known since the order was sent. It becomes known on that
    export's day, and the older export's date takes its place.
    """
    now = database.now_utc()
    last = _last_id(db, "promise")
    db.conn.execute(
        "insert or ignore into promise (order_line_id, promised_on, known_on, known_basis, source, evidence, replaces_id,"  # noqa: E501
        " recorded_at, import_id)"
        " select p.order_line_id, p.promised_on, substr(r.received_at, 1, 10), 'file date', p.source, p.evidence, p.id, ?, ?"  # noqa: E501
        " from staged s join promise p on p.order_line_id = s.order_line_id join import_run r on r.id = p.import_id"
        " where p.known_basis = 'order date' and substr(r.received_at, 1, 10) > ? and p.retraction = 0"
        " and not exists (select 1 from promise x where x.replaces_id = p.id)"
        " and s.first_promise is null and s.current_promise is not null and s.current_promise <> p.promised_on",
        [now, import_id, file_day],
    )
    db.conn.execute(
        "insert or ignore into promise (order_line_id, promised_on, known_on, known_basis, source, evidence, recorded_at,"  # noqa: E501
        " import_id) select s.order_line_id, s.current_promise, p.known_on, p.known_basis, 'import',"
        " ? || ', row ' || s.row, ?, ? from promise c join promise p on p.id = c.replaces_id"
        " join staged s on s.order_line_id = c.order_line_id where c.id > ?",
        [evidence, now, import_id, last],
    )


def add_promises(db: Database, import_id: int, *, file_day: str, evidence: str) -> int:
    """Write the staged promises into the ledger; returns on how many earlier lines the promise moved."""
    now = database.now_utc()
    live = "p.retraction = 0 and not exists (select 1 from promise r where r.replaces_id = p.id)"
    # A line without a sent date starts on the day it was created: its promise is taken as known since then.
    known = "min(coalesce(s.confirmed_on, s.issued_on, s.created_on, :day), :day)"
    basis = (
        "case when s.confirmed_on <= :day then 'stated'"
        " when s.confirmed_on is null and coalesce(s.issued_on, s.created_on) <= :day"
        " then 'order date' else 'file date' end"
    )
    parameters = {"day": file_day, "now": now, "import_id": import_id, "evidence": evidence}
    # The first promise a line ever had in this file: the first one if the file tells it, else the current one.
    db.conn.execute(
        "insert or ignore into promise (order_line_id, promised_on, known_on, known_basis, source, evidence, recorded_at, import_id)"  # noqa: E501
        f" select s.order_line_id, coalesce(s.first_promise, s.current_promise), {known}, {basis}, 'import',"
        " :evidence || ', row ' || s.row, :now, :import_id from staged s"
        " where coalesce(s.first_promise, s.current_promise) is not null"
        f" and not exists (select 1 from promise p where p.order_line_id = s.order_line_id and {live})"
        " order by s.row",
        parameters,
    )
    last = _last_id(db, "promise")
    db.conn.execute(
        "insert or ignore into promise (order_line_id, promised_on, known_on, known_basis, source, evidence, recorded_at, import_id)"  # noqa: E501
        " select s.order_line_id, s.current_promise,"
        " case when s.is_new = 0 and s.confirmed_on <= :day and s.confirmed_on > f.known_on then s.confirmed_on else :day end,"  # noqa: E501
        " case when s.is_new = 0 and s.confirmed_on <= :day and s.confirmed_on > f.known_on then 'stated' else 'file date' end,"  # noqa: E501
        " 'import', :evidence || ', row ' || s.row, :now, :import_id"
        " from staged s join ("
        "   select p.order_line_id, p.promised_on, p.known_on, row_number() over ("
        "     partition by p.order_line_id order by p.known_on desc, p.id desc) as place"
        "   from promise p where p.order_line_id in (select order_line_id from staged where current_promise is not null)"  # noqa: E501
        f"   and p.known_on <= :day and {live}) f on f.order_line_id = s.order_line_id and f.place = 1"
        " where s.current_promise is not null and s.current_promise <> f.promised_on order by s.row",
        parameters,
    )
    db.conn.execute(
        "update staged set moved = 1 where is_new = 0 and order_line_id in (select order_line_id from promise where id > ?)",  # noqa: E501
        [last],
    )
    return _count(db, "select count(*) from staged where moved = 1")


_RECEIPT = (
    "insert or ignore into receipt (order_line_id, received_on, posted_on, quantity, rejected_quantity, document, movement_type,"  # noqa: E501
    " known_on, known_basis, source, fingerprint, recorded_at, import_id)"
)


def add_history_receipts(db: Database, import_id: int, *, file_day: str, history: bool) -> int:
    """Book what an orders file says has arrived: dated arrivals, and sums received whose day nobody tells."""
    last = _last_id(db, "receipt")
    parameters = {"day": file_day, "now": database.now_utc(), "import_id": import_id}
    day_known = "s.received_on" if history else ":day"
    booked = (
        "(select coalesce(sum(r.quantity), 0) from receipt r where r.order_line_id = s.order_line_id and r.retraction = 0"  # noqa: E501
        " and not exists (select 1 from receipt x where x.replaces_id = r.id))"
    )
    db.conn.execute(
        f"{_RECEIPT} select s.order_line_id, s.received_on, s.posted_on, coalesce(s.received_quantity, s.quantity),"
        " coalesce(s.rejected_quantity, 0), s.document, s.movement_type,"
        f" coalesce(s.posted_on, case when s.is_new then {day_known} else :day end),"
        " case when s.posted_on is not null or s.is_new then 'stated' else 'file date' end, 'import',"
        " 'line|' || s.purchase_order || '|' || s.line || '|' || s.schedule || '|' || s.received_on, :now, :import_id"
        " from staged s where s.received_on is not null and coalesce(s.received_quantity, s.quantity) > 0"
        f" and (s.is_new = 1 or {booked} < coalesce(s.received_quantity, s.quantity) - 1e-9) order by s.row",
        parameters,
    )
    db.conn.execute(
        f"{_RECEIPT} select s.order_line_id, :day, null, s.received_quantity - {booked}, coalesce(s.rejected_quantity, 0), null,"  # noqa: E501
        " 'cumulative', :day, 'file date', 'import',"
        " 'sum|' || s.purchase_order || '|' || s.line || '|' || s.schedule || '|' || s.received_quantity, :now, :import_id"  # noqa: E501
        f" from staged s where s.received_on is null and s.received_quantity > {booked} + 1e-9 order by s.row",
        parameters,
    )
    return _count(db, "select count(*) from receipt where id > ?", last)


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


def add_receipts(db: Database, import_id: int, *, file_day: str) -> int:
    """Write the staged receipts (already signed) into the ledger, in place of sums known before; returns how many are new."""  # noqa: E501
    now = database.now_utc()
    last = _last_id(db, "receipt")
    live = "r.retraction = 0 and not exists (select 1 from receipt x where x.replaces_id = r.id)"
    db.conn.execute("drop table if exists temp.claimed")
    db.conn.execute(
        "create temp table claimed as select r.order_line_id, sum(r.quantity) as total, t.told_on from receipt r"
        " join (select r.order_line_id, max(r.received_on) as told_on from receipt r"
        f" where r.movement_type = 'cumulative' and r.order_line_id in (select order_line_id from staged) and {live}"
        " group by r.order_line_id) t on t.order_line_id = r.order_line_id"
        f" where {live} and coalesce(r.posted_on, r.received_on) <= t.told_on group by r.order_line_id"
    )
    db.conn.execute(
        f"{_RECEIPT} select s.order_line_id, coalesce(s.received_on, s.posted_on), s.posted_on, s.received_quantity,"
        " coalesce(s.rejected_quantity, 0), s.document, s.movement_type, coalesce(s.posted_on, s.received_on),"
        " 'stated', 'import', s.fingerprint, ?, ? from staged s where s.order_line_id is not null order by s.row",
        [now, import_id],
    )
    added = _count(db, "select count(*) from receipt where id > ?", last)
    after = _last_id(db, "receipt")
    # A sum from an order list gives way to the receipts that it was made of; what they do not explain stays a sum.
    db.conn.execute(
        "insert or ignore into receipt (order_line_id, received_on, quantity, known_on, known_basis, source, replaces_id,"  # noqa: E501
        " retraction, fingerprint, recorded_at, import_id)"
        " select r.order_line_id, r.received_on, 0, ?, 'file date', 'import', r.id, 1, 'instead|' || r.fingerprint, ?, ?"  # noqa: E501
        " from receipt r join claimed c on c.order_line_id = r.order_line_id"
        f" where r.movement_type = 'cumulative' and r.id <= ? and {live}"
        " and exists (select 1 from receipt n where n.order_line_id = r.order_line_id and n.id > ? and n.id <= ?)",
        [file_day, now, import_id, last, last, after],
    )
    db.conn.execute(
        # Goods posted after the list was told are not among those it counted.
        f"{_RECEIPT} select c.order_line_id, c.told_on, null, c.total - coalesce(sum(r.quantity), 0), 0, null,"
        " 'cumulative', ?, 'file date', 'import', 'rest|' || ? || '|' || c.order_line_id, ?, ?"
        f" from claimed c left join receipt r on r.order_line_id = c.order_line_id and {live}"
        " and coalesce(r.posted_on, r.received_on) <= c.told_on"
        " where exists (select 1 from receipt n where n.order_line_id = c.order_line_id and n.id > ?)"
        " group by c.order_line_id having c.total - coalesce(sum(r.quantity), 0) > 1e-9",
        [file_day, import_id, now, import_id, last],
    )
    db.conn.execute("drop table temp.claimed")
    return added


# --- lines that vanished ----------------------------------------------------------------------------------------


def note_vanished(db: Database, import_id: int, *, file_day: str) -> int:
    """Open lines that this snapshot should list and does not; returns how many are new. They are asked about, never deleted."""  # noqa: E501
    scope = (
        "l.status = 'open' and l.import_id is not null and l.entered_on < :day and l.id not in (select order_line_id from staged)"  # noqa: E501
        " and (not exists (select 1 from staged where buyer is not null)"
        "      or l.buyer is null or l.buyer in (select buyer from staged))"
        " and (l.destination is null or not exists (select 1 from staged where destination is not null)"
        "      or l.destination in (select destination from staged))"
    )
    parameters: dict[str, Any] = {"day": file_day, "import_id": import_id}
    missing = _count(db, f"select count(*) from order_line l where {scope}", parameters)
    common = _count(db, "select count(*) from staged where is_new = 0")
    # A list that shares little with what is open is another list, not a newer one.
    if not missing or common < missing:
        return 0
    last = _last_id(db, "vanished_line")
    db.conn.execute(
        "insert into vanished_line (import_id, order_line_id)"
        f" select :import_id, l.id from order_line l where {scope}"
        " and not exists (select 1 from vanished_line v where v.order_line_id = l.id and v.answer is null)",
        parameters,
    )
    return _count(db, "select count(*) from vanished_line where id > ?", last)


def settle_vanished(db: Database, import_id: int, *, listed: bool) -> None:
    """Answer what the file answers: lines since complete were received; lines that it lists as open are still open."""
    found = "v.answer is null and (l.status <> 'open'"
    found += " or l.id in (select order_line_id from staged))" if listed else ")"
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


def counts_of_staged(db: Database) -> tuple[int, int]:
    """Staged rows of lines that stood before: changed or moved, and neither."""
    row = db.conn.execute(
        "select coalesce(sum(touched or moved), 0), coalesce(sum(not (touched or moved)), 0) from staged where is_new = 0"  # noqa: E501
    ).fetchone()
    return int(row[0]), int(row[1])


def touch_staged(db: Database, import_id: int) -> None:
    """Mark for `line_state.finish` the staged lines that this import added to or changed."""
    db.conn.execute(
        "insert or ignore into touched_line (id) select order_line_id from staged where (is_new or touched)"
        " and order_line_id is not null"
    )
    for table in ("promise", "receipt"):
        db.conn.execute(
            f"insert or ignore into touched_line (id) select order_line_id from {table} where import_id = ?",
            [import_id],
        )


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
        "select 'new', s.purchase_order, s.line, null, coalesce(s.material, s.description, '') from staged s where s.is_new = 1"  # noqa: E501
        " order by s.row limit ?",
        [limit],
    ).fetchall()
    names = ("what", "order", "line", "old", "new")
    return [dict(zip(names, row, strict=True)) for row in [*moved, *changed, *new]]


def _last_id(db: Database, table: str) -> int:
    return int(db.conn.execute(f"select coalesce(max(id), 0) from {table}").fetchone()[0])


def _count(db: Database, sql: str, parameters: Any = None) -> int:
    given = parameters if isinstance(parameters, dict) else [] if parameters is None else [parameters]
    return int(db.conn.execute(sql, given).fetchone()[0])


def _search_new(db: Database, table: str, text: str, after: int) -> None:
    db.conn.execute(
        f"insert into search (kind, ref_id, text) select '{table}', id, {text} from {table} where id > ?", [after]
    )
