"""The joined reads that analytics needs, as arrays: what was known of every line on a day."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics.groups import dense
from supplychain_app.analytics.line_facts import (
    CREATED,
    MISSING,
    NO_START,
    SENT,
    Changes,
    Codes,
    Days,
    History,
    Ledger,
    LineFacts,
    Lines,
)
from supplychain_app.storage import packed
from supplychain_app.storage.connection import Database
from supplychain_app.storage.promise_rows import IS_PART
from supplychain_app.storage.snapshot import snapshot

CANCELLED = "(case when l.status = 'cancelled' then coalesce(l.cancelled_on, l.entered_on) end)"
_LINE_DAYS = ("l.issued_on", "l.created_on", "l.required_on", "l.entered_on", CANCELLED, "l.acknowledged_on")
_LINE_IDS = ("l.purchase_order_id", "l.supplier_id", "l.material_id")
_LINE_TEXTS = ("currency", "country", "mode", "incoterm", "origin", "destination")

LINE_ROWS = packed.Rows("order_line", "l", kept=True)
_LINE_COLUMNS = (
    *map(packed.day, _LINE_DAYS),
    *map(packed.number_id, _LINE_IDS),
    packed.quantity("l.quantity"),
    packed.amount("l.value_minor"),
    *(packed.text(f"l.{name}") for name in _LINE_TEXTS),
)
LINE_NUMBER = "case when l.schedule = '' then l.line else l.line || '/' || l.schedule end"
STANDING = tuple(map(packed.day, ("l.current_promise", "l.completed_on")))  # what the ledgers add up to

# Those that count: neither corrected nor retractions, and of the parts of a delivery the last.
PROMISE_ROWS = packed.Rows("promise", "p", where=f"p.retraction = 0 and not {IS_PART}", replaced=True, kept=True)
_PROMISE_COLUMNS = (packed.number_id("p.order_line_id"), packed.day("p.promised_on"), packed.day("p.known_on"))
RECEIPT_ROWS = packed.Rows("receipt", "r", where="r.retraction = 0", replaced=True, kept=True)
_RECEIPT_COLUMNS = (
    packed.number_id("r.order_line_id"),
    *map(packed.day, ("r.received_on", "r.known_on", "r.posted_on")),
    *map(packed.quantity, ("r.quantity", "r.rejected_quantity")),
)


def load(db: Database, as_of: date) -> LineFacts:
    """Every line in view on this day, as it was known then."""
    return history(db).at(as_of.toordinal())


def history(db: Database, line_ids: Collection[int] | None = None) -> History:
    """All lines with their ledgers, from which any day can be told; or a few lines, read from their rows alone."""
    if line_ids is not None:
        return _history_of(db, line_ids)
    with snapshot(db) as moment:
        columns = packed.read(moment, LINE_ROWS, _LINE_COLUMNS)
        lines = _lines(db, packed.ids(moment, LINE_ROWS, len(columns[0])), columns)
        promises = _promises(packed.read(moment, PROMISE_ROWS, _PROMISE_COLUMNS), lines.line_id)
        receipts = _receipts(packed.read(moment, RECEIPT_ROWS, _RECEIPT_COLUMNS), lines.line_id)
        return History(lines, promises, receipts, _changes(db, lines))


def whole_orders(db: Database, line_ids: Collection[int]) -> list[int]:
    """These lines with all others of their orders."""
    ids = ", ".join(map(str, sorted(line_ids)))
    of = f"select purchase_order_id from order_line where id in ({ids})"
    return [row[0] for row in db.conn.execute(f"select id from order_line where purchase_order_id in ({of})")]


def _history_of(db: Database, line_ids: Collection[int]) -> History:
    ids = ", ".join(map(str, sorted(line_ids)))

    def read(rows: packed.Rows, key: str, columns: Sequence[packed.Column]) -> list[Any]:
        counts = f"{rows.alias}.{key} in ({ids}) and {rows.where}"
        if rows.replaced:
            counts += f" and not exists (select 1 from {rows.table} x where x.replaces_id = {rows.alias}.id)"
        source = f"from (select * from {rows.table} {rows.alias} where {counts} order by id) {rows.alias}"
        found = packed.ask(db.conn, columns, source, {})
        return [column.joined([]) for column in columns] if found is None else found

    with snapshot(db):
        found, *columns = read(LINE_ROWS, "id", (packed.number_id("l.id"), *_LINE_COLUMNS))
        lines = _lines(db, found, columns)
        promises = _promises(read(PROMISE_ROWS, "order_line_id", _PROMISE_COLUMNS), lines.line_id)
        receipts = _receipts(read(RECEIPT_ROWS, "order_line_id", _RECEIPT_COLUMNS), lines.line_id)
        return History(lines, promises, receipts, _changes(db, lines, f"and order_line_id in ({ids})"))


def keep(db: Database) -> None:
    """Keep in the file what `history` and storage/lead_lines.py read, as far as it is not kept yet."""
    packed.keep(db, LINE_ROWS, (packed.number_id("l.id"), *_LINE_COLUMNS, *STANDING))
    packed.keep(db, PROMISE_ROWS, _PROMISE_COLUMNS)
    packed.keep(db, RECEIPT_ROWS, _RECEIPT_COLUMNS)


def _lines(db: Database, line_ids: Codes, found: list[Any]) -> Lines:
    issued, created, required, entered, cancelled, acknowledged, order_id, supplier, material = found[:9]
    basis = np.where(issued != MISSING, SENT, np.where(created != MISSING, CREATED, NO_START)).astype(np.int8)
    texts: dict[str, packed.Texts] = dict(zip(_LINE_TEXTS, found[11:], strict=True))
    texts["lane"] = lanes(texts.pop("origin"), texts.pop("destination"), texts["mode"])
    suppliers = _suppliers(db)
    known_supplier = np.searchsorted(suppliers["id"], supplier).clip(max=max(len(suppliers["id"]) - 1, 0))

    def of_supplier(name: str, dtype: Any) -> NDArray[Any]:
        if not len(suppliers["id"]):
            return np.full(len(supplier), suppliers["default"][name], dtype=dtype)
        values = np.asarray(suppliers[name])[known_supplier]
        known = suppliers["id"][known_supplier] == supplier
        found: NDArray[Any] = np.where(known, values, suppliers["default"][name]).astype(dtype)
        return found

    return Lines(
        line_id=line_ids,
        order_id=order_id,
        supplier=supplier,
        material=material,
        internal=of_supplier("internal", np.bool_),
        issued=np.where(issued != MISSING, issued, created).astype(np.int32),
        issued_basis=basis,
        required=required,
        entered=entered,
        cancelled=cancelled,
        acknowledged=acknowledged,
        quantity=found[9],
        tolerance=of_supplier("tolerance", np.float64),
        early_allowed=of_supplier("early", np.int32),
        late_allowed=of_supplier("late", np.int32),
        value=found[10],
        labels={name: labels for name, (_, labels) in texts.items()},
        **{name: codes for name, (codes, _) in texts.items()},
    )


def lanes(origin: packed.Texts, destination: packed.Texts, mode: packed.Texts) -> packed.Texts:
    """Origin → destination, by mode; −1 where neither is known."""
    (of_origin, origins), (of_destination, destinations), (of_mode, modes) = origin, destination, mode
    width, height = len(modes) + 1, len(destinations) + 1
    pair = ((of_origin + 1) * height + of_destination + 1) * width + of_mode + 1
    distinct, code = dense(pair)
    labels: list[str | None] = []
    for number in distinct.tolist():
        rest, how = divmod(number, width)
        begin, end = divmod(rest, height)
        if not begin and not end:
            labels.append(None)
            continue
        lane = f"{origins[begin - 1] if begin else '?'} → {destinations[end - 1] if end else '?'}"
        labels.append(f"{lane}, {modes[how - 1]}" if how else lane)
    codes, known = as_codes(labels)
    found: Codes = codes[code] if len(codes) else np.zeros(0, dtype=np.int64)
    return found, known


def _suppliers(db: Database) -> dict[str, Any]:
    rows = db.conn.execute(
        """
        select id, internal, coalesce(early_days_allowed, -1), late_days_allowed, quantity_tolerance
        from supplier
        order by id
        """
    ).fetchall()
    found: dict[str, Any] = {
        name: np.array([row[i] for row in rows])
        for i, name in enumerate(("id", "internal", "early", "late", "tolerance"))
    }
    found["default"] = {"internal": 0, "early": -1, "late": 0, "tolerance": 0.0}
    return found


def _promises(found: list[Any], line_ids: Codes) -> Ledger:
    of_line, day, known = found
    line = _places(line_ids, of_line)
    order = _by_line(line, known)
    nothing = np.zeros(len(order))
    none = np.full(len(order), MISSING, dtype=np.int32)
    return Ledger(line[order], day[order], known[order], nothing, none, nothing)


def _receipts(found: list[Any], line_ids: Codes) -> Ledger:
    line = _places(line_ids, found[0])
    order = _by_line(line, found[1])
    line, day, known, posted, quantity, rejected = (column[order] for column in (line, *found[1:]))
    return Ledger(line, day, known, quantity, posted, rejected)


def _changes(db: Database, lines: Lines, which: str = "") -> Changes | None:
    names = ("required_on", "issued_on", "quantity")
    rows = db.conn.execute(
        f"""
        select order_line_id, field, known_on, old
        from line_change
        where field in ('required_on', 'issued_on', 'quantity') {which}
        order by known_on, id
        """
    ).fetchall()
    if not rows:
        return None
    old = [_old(row[1], row[3]) for row in rows]
    known = packed.days("".join(row[2][:10] for row in rows).encode())
    line = _places(lines.line_id, np.array([row[0] for row in rows], dtype=np.int64))
    return Changes(line, np.array([names.index(row[1]) for row in rows]), known, np.array(old))


def _old(field: str, text: str | None) -> float:
    try:
        if text is None:
            return 0.0 if field == "quantity" else MISSING
        return float(text) if field == "quantity" else date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return 0.0 if field == "quantity" else MISSING


def _by_line(line: Codes, day: Days) -> Codes:
    """The order by line and then by day; rows that agree in both keep theirs."""
    found: Codes = np.argsort(line * 4_000_000 + day, kind="stable")
    return found


def _places(line_ids: Codes, wanted: Codes) -> Codes:
    """Where each wanted id stands among the ids."""
    without_gaps = len(line_ids) > 0 and int(line_ids[-1]) - int(line_ids[0]) + 1 == len(line_ids)
    found: Codes = wanted - line_ids[0] if without_gaps else np.searchsorted(line_ids, wanted)
    return found


def as_codes(texts: list[str | None]) -> tuple[Codes, tuple[str, ...]]:
    """Codes into a tuple of labels; −1 for None and empty."""
    known: dict[str, int] = {}
    codes = [known.setdefault(text, len(known)) if text else -1 for text in texts]
    return np.array(codes, dtype=np.int64), tuple(known)


def day_text(ordinal: int) -> str:
    """A day as the file stores it."""
    return date.fromordinal(ordinal).isoformat()


@dataclass(frozen=True)
class Names:
    """Names of suppliers and materials, and what the ERP plans for them."""

    suppliers: dict[int, str]
    countries: dict[int, str | None]
    internal: frozenset[int]
    materials: dict[int, str]
    erp_days: dict[int, int]  # by material
    erp_source_days: dict[tuple[int, int], int]  # by material and supplier
    late_day_cost: dict[int, int]  # minor units, by material
    reassigned: tuple[tuple[int, str, str, str], ...] = ()  # line, stage, who really arranged it, since which day


def told_apart(suppliers: Sequence[tuple[int, str, str | None]]) -> dict[int, str]:
    """The name of each supplier by its id, with its code where another has the same name."""
    often = Counter(name for _, name, _ in suppliers)
    return {key: f"{name} ({code})" if often[name] > 1 and code else name for key, name, code in suppliers}


def names(db: Database) -> Names:
    suppliers = db.conn.execute("select id, name, country, internal, code from supplier").fetchall()
    materials = db.conn.execute("select id, number, erp_lead_time_days, late_day_cost_minor from material").fetchall()
    sources = db.conn.execute("select material_id, supplier_id, erp_lead_time_days from material_source").fetchall()
    return Names(
        suppliers=told_apart([(row[0], row[1], row[4]) for row in suppliers]),
        countries={row[0]: row[2] for row in suppliers},
        internal=frozenset(row[0] for row in suppliers if row[3]),
        materials={row[0]: row[1] for row in materials},
        erp_days={row[0]: row[2] for row in materials if row[2] is not None},
        erp_source_days={(row[0], row[1]): row[2] for row in sources if row[2] is not None},
        late_day_cost={row[0]: row[3] for row in materials if row[3] is not None},
        reassigned=tuple(
            db.conn.execute(
                "select order_line_id, stage, party, substr(recorded_at, 1, 10) from cause"
                " where stage is not null and party is not null order by id"
            )
        ),
    )


_REFERENCE = (
    packed.number_id("l.id"),
    packed.text("p.number"),
    packed.text(LINE_NUMBER),
    packed.text("l.source_file"),
    packed.number_id("l.source_row"),
)


def references(db: Database, line_ids: Codes) -> dict[int, tuple[str, str, str | None, int | None]]:
    """Purchase order, line, source file and row of these lines."""
    source = f"""
    from order_line l
    join purchase_order p on p.id = l.purchase_order_id
    where l.id in ({",".join(map(str, line_ids.tolist()))})
    """
    found = packed.ask(db.conn, _REFERENCE, source, {})
    if found is None:
        return {}
    ids, numbers, lines, files, rows = found
    of_row = [row if row >= 0 else None for row in rows.tolist()]
    of_line = zip(told(numbers, ""), told(lines, ""), told(files, None), of_row, strict=True)
    return dict(zip(ids.tolist(), of_line, strict=True))


def told(texts: packed.Texts, nothing: Any) -> list[Any]:
    """The text of each row."""
    labels = [*texts[1], nothing]
    return [labels[code] for code in texts[0].tolist()]
