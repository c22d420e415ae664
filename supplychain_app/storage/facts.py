"""The joined reads that analytics needs, as arrays: what was known of every line on a day.

A million rows as Python tuples cost seconds; here each column is concatenated in SQL into one text of fixed width
(dates) or with separators (numbers, texts), and read by numpy in one go.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from supplychain_app.analytics.line_facts import (
    CREATED,
    MISSING,
    NO_START,
    SENT,
    Changes,
    Codes,
    Days,
    Floats,
    History,
    Ledger,
    LineFacts,
    Lines,
)

_DAY = "group_concat(coalesce({0}, '0000-00-00'), '')"
# Slower, for a file into which another tool wrote something else than days of ten characters.
_ODD_DAY = (
    "group_concat(case when {0} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'"
    " then substr({0}, 1, 10) else '0000-00-00' end, '')"
)
_NUMBER = "group_concat(coalesce({0}, {1}), ',')"
_BLOCK = 500_000  # lines a query, far below SQLite's longest text
_UNIT, _RECORD = "\x1e", "\x1f"

_LINE_DAYS = (
    "l.issued_on",
    "l.created_on",
    "l.required_on",
    "l.entered_on",
    "(case when l.status = 'cancelled' then coalesce(l.cancelled_on, l.entered_on) end)",
    "l.acknowledged_on",
)
_LINE_NUMBERS = (
    ("l.id", "-1"),
    ("l.purchase_order_id", "-1"),
    ("l.supplier_id", "-1"),
    ("l.material_id", "-1"),
    ("l.quantity", "0"),
    ("l.value_minor", "'nan'"),
)
_TEXTS = ("currency", "country", "mode", "incoterm", "lane")
_LANE = "case when coalesce(l.origin, l.destination) is not null" + (
    " then coalesce(l.origin, '?') || ' → ' || coalesce(l.destination, '?') ||"
    " case when l.mode is not null then ', ' || l.mode else '' end end"
)


def load(db: Database, as_of: date) -> LineFacts:
    """Every line in view on this day, as it was known then."""
    return history(db).at(as_of.toordinal())


def history(db: Database) -> History:
    """All lines with their ledgers, from which any day can be told."""
    try:
        return _history(db, _DAY)
    except ValueError:
        return _history(db, _ODD_DAY)


def _history(db: Database, day: str) -> History:
    lines = _lines(db, day)
    return History(
        lines, _promises(db, lines.line_id, day), _receipts(db, lines.line_id, day), _changes(db, lines.line_id)
    )


def _lines(db: Database, day_format: str) -> Lines:
    columns = [day_format.format(day) for day in _LINE_DAYS]
    columns += [_NUMBER.format(*number) for number in _LINE_NUMBERS]
    texts = (
        f"coalesce(l.currency, '') || '{_UNIT}' || coalesce(l.country, '') || '{_UNIT}' || coalesce(l.mode, '')"
        f" || '{_UNIT}' || coalesce(l.incoterm, '') || '{_UNIT}' || coalesce({_LANE}, '')"
    )
    columns.append(f"group_concat({texts}, '{_RECORD}')")
    found = _blocks(db, "order_line", columns, "order_line l")
    days = [_days(block) for block in found[: len(_LINE_DAYS)]]
    numbers = [_numbers(block) for block in found[len(_LINE_DAYS) : -1]]
    issued, created, required, entered, cancelled, acknowledged = days
    basis = np.where(issued != MISSING, SENT, np.where(created != MISSING, CREATED, NO_START)).astype(np.int8)
    line_id, order_id, supplier, material = (number.astype(np.int64) for number in numbers[:4])
    suppliers = _suppliers(db)
    known_supplier = np.searchsorted(suppliers["id"], supplier).clip(max=max(len(suppliers["id"]) - 1, 0))

    def of_supplier(name: str, dtype: Any) -> NDArray[Any]:
        if not len(suppliers["id"]):
            return np.full(len(supplier), suppliers["default"][name], dtype=dtype)
        values = np.asarray(suppliers[name])[known_supplier]
        known = suppliers["id"][known_supplier] == supplier
        found: NDArray[Any] = np.where(known, values, suppliers["default"][name]).astype(dtype)
        return found

    codes, labels = _texts(found[-1])
    return Lines(
        line_id=line_id,
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
        quantity=numbers[4],
        tolerance=of_supplier("tolerance", np.float64),
        early_allowed=of_supplier("early", np.int32),
        late_allowed=of_supplier("late", np.int32),
        value=numbers[5],
        labels=labels,
        **codes,
    )


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


def _promises(db: Database, line_ids: Codes, day_format: str) -> Ledger:
    """Promises that count: neither corrected nor retractions."""
    where = "p.retraction = 0 and not exists (select 1 from replaced where id = p.id)"
    columns = [
        _NUMBER.format("p.order_line_id", "-1"),
        day_format.format("p.promised_on"),
        day_format.format("p.known_on"),
    ]
    found = _blocks(db, "promise", columns, "promise p", where=where, replaced="promise")
    line = _places(line_ids, _numbers(found[0]))
    day, known = _days(found[1]), _days(found[2])
    order = np.lexsort((known, line))  # stable: rows come by id
    nothing = np.zeros(len(order))
    none = np.full(len(order), MISSING, dtype=np.int32)
    return Ledger(line[order], day[order], known[order], nothing, none, nothing)


def _receipts(db: Database, line_ids: Codes, day_format: str) -> Ledger:
    where = "r.retraction = 0 and not exists (select 1 from replaced where id = r.id)"
    columns = [
        _NUMBER.format("r.order_line_id", "-1"),
        day_format.format("r.received_on"),
        day_format.format("r.known_on"),
        day_format.format("r.posted_on"),
        _NUMBER.format("r.quantity", "0"),
        _NUMBER.format("r.rejected_quantity", "0"),
    ]
    found = _blocks(db, "receipt", columns, "receipt r", where=where, replaced="receipt")
    line = _places(line_ids, _numbers(found[0]))
    day, known, posted = (_days(block) for block in found[1:4])
    quantity, rejected = _numbers(found[4]), _numbers(found[5])
    order = np.lexsort((day, line))
    return Ledger(line[order], day[order], known[order], quantity[order], posted[order], rejected[order])


def _changes(db: Database, line_ids: Codes) -> Changes | None:
    names = ("required_on", "issued_on", "quantity")
    rows = db.conn.execute(
        """
        select order_line_id, field, known_on, old
        from line_change
        where field in ('required_on', 'issued_on', 'quantity')
        order by known_on, id
        """
    ).fetchall()
    if not rows:
        return None
    old = [_old(row[1], row[3]) for row in rows]
    known = _days(["".join(row[2][:10] for row in rows)])
    line = _places(line_ids, np.array([row[0] for row in rows], dtype=np.float64))
    return Changes(line, np.array([names.index(row[1]) for row in rows]), known, np.array(old))


def _old(field: str, text: str | None) -> float:
    try:
        if text is None:
            return 0.0 if field == "quantity" else MISSING
        return float(text) if field == "quantity" else date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return 0.0 if field == "quantity" else MISSING


def _blocks(
    db: Database, table: str, columns: list[str], source: str, *, where: str = "1", replaced: str | None = None
) -> list[list[str]]:
    """Each column's texts, block by block of row ids in order."""
    alias = source.rsplit(maxsplit=1)[-1]
    last = db.conn.execute(f"select max(id) from {table}").fetchone()[0] or 0
    found: list[list[str]] = [[] for _ in columns]
    # The few replaced rows are looked up once: most ledgers have none.
    prefix = (
        f"with replaced(id) as materialized (select replaces_id from {replaced} where replaces_id is not null)\n"
        if replaced
        else ""
    )
    for low in range(0, last, _BLOCK):
        row = db.conn.execute(
            f"{prefix}select {', '.join(columns)}\nfrom {source}\nwhere {alias}.id > ? and {alias}.id <= ? and {where}",
            [low, low + _BLOCK],
        ).fetchone()
        for texts, text in zip(found, row, strict=True):
            if text is not None:
                texts.append(text if isinstance(text, str) else str(text))
    return found


def _days(texts: list[str]) -> Days:
    """Ordinals from ISO days of ten characters each, one after the other; anything else is MISSING.

    ValueError where the days do not stand one after the other.
    """
    raw = np.frombuffer("".join(texts).encode("ascii", "replace"), dtype=np.uint8).reshape(-1, 10)
    digits = raw.astype(np.int16) - 48
    if (digits[:, (4, 7)] != ord("-") - 48).any():
        raise ValueError("not days of ten characters")
    year = digits[:, 0].astype(np.int32) * 1000 + digits[:, 1] * 100 + digits[:, 2] * 10 + digits[:, 3]
    month = digits[:, 5] * 10 + digits[:, 6]
    day = digits[:, 8] * 10 + digits[:, 9]
    valid = (year > 0) & (month >= 1) & (month <= 12) & (day >= 1) & (day <= 31)
    # Days from the civil calendar, counted in years that begin in March.
    shifted = np.where(month <= 2, year - 1, year)
    in_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    ordinal = 365 * shifted + shifted // 4 - shifted // 100 + shifted // 400 + in_year - 305
    return np.where(valid, ordinal, MISSING).astype(np.int32)


def _numbers(texts: list[str]) -> Floats:
    parts = [np.fromstring(text, dtype=np.float64, sep=",") for text in texts]
    return np.concatenate(parts) if parts else np.zeros(0)


def _places(line_ids: Codes, wanted: Floats) -> Codes:
    return np.searchsorted(line_ids, wanted.astype(np.int64)).astype(np.int64)


def _texts(texts: list[str]) -> tuple[dict[str, Codes], dict[str, tuple[str, ...]]]:
    """Codes of each of _TEXTS and their labels; few combinations occur, so each is split once."""
    combinations: dict[str, int] = {}
    code = [combinations.setdefault(item, len(combinations)) for text in texts for item in text.split(_RECORD)]
    of_line = np.array(code, dtype=np.int64)
    codes: dict[str, Codes] = {}
    labels: dict[str, tuple[str, ...]] = {}
    split = [item.split(_UNIT) for item in combinations]
    for place, name in enumerate(_TEXTS):
        known: dict[str, int] = {}
        of_combination = [known.setdefault(parts[place], len(known)) if parts[place] else -1 for parts in split]
        codes[name] = np.array(of_combination, dtype=np.int64)[of_line] if split else np.zeros(0, dtype=np.int64)
        labels[name] = tuple(known)
    return codes, labels


def day_text(ordinal: int) -> str:
    """A day as the file stores it."""
    return date.fromordinal(ordinal).isoformat()


def as_codes(texts: list[str | None]) -> tuple[Codes, tuple[str, ...]]:
    """Codes into a tuple of labels; −1 for None and empty."""
    known: dict[str, int] = {}
    codes = [known.setdefault(text, len(known)) if text else -1 for text in texts]
    return np.array(codes, dtype=np.int64), tuple(known)


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


def names(db: Database) -> Names:
    suppliers = db.conn.execute("select id, name, country, internal from supplier").fetchall()
    materials = db.conn.execute("select id, number, erp_lead_time_days, late_day_cost_minor from material").fetchall()
    sources = db.conn.execute("select material_id, supplier_id, erp_lead_time_days from material_source").fetchall()
    return Names(
        suppliers={row[0]: row[1] for row in suppliers},
        countries={row[0]: row[2] for row in suppliers},
        internal=frozenset(row[0] for row in suppliers if row[3]),
        materials={row[0]: row[1] for row in materials},
        erp_days={row[0]: row[2] for row in materials if row[2] is not None},
        erp_source_days={(row[0], row[1]): row[2] for row in sources if row[2] is not None},
        late_day_cost={row[0]: row[3] for row in materials if row[3] is not None},
    )


def references(db: Database, line_ids: Codes) -> dict[int, tuple[str, str, str | None, int | None]]:
    """Purchase order, line, source file and row of these lines."""
    marks = ",".join(str(int(line_id)) for line_id in line_ids)
    rows = db.conn.execute(
        f"""
        select l.id, p.number, case when l.schedule = '' then l.line else l.line || '/' || l.schedule end,
          l.source_file, l.source_row
        from order_line l
        join purchase_order p on p.id = l.purchase_order_id
        where l.id in ({marks})
        """
    )
    return {row[0]: tuple(row[1:]) for row in rows}
