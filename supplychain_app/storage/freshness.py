"""How fresh the file is, and the names that a search over everything finds."""

from dataclasses import dataclass
from typing import Any

from supplychain_app.storage.connection import Database


@dataclass(frozen=True)
class Freshness:
    """When the last export reached us, when carriers were last asked, and how much there is."""

    imported_at: str | None
    tracked_at: str | None
    lines: int
    demo: bool


def freshness(db: Database) -> Freshness:
    imported = db.conn.execute(
        "select max(received_at) from import_run where undone_at is null and kind in ('orders', 'receipts')"
    ).fetchone()[0]
    tracked = db.conn.execute("select max(last_checked_at) from tracked_unit").fetchone()[0]
    lines = db.conn.execute("select count(*) from (select 1 from order_line limit 1)").fetchone()[0]
    demo = db.conn.execute("select 1 from setting where key = 'demo'").fetchone() is not None
    return Freshness(imported, tracked, lines, demo)


@dataclass(frozen=True)
class Found:
    """Something a search found: its kind, its id, and its name."""

    kind: str  # supplier, material, purchase order, tracking number
    id: int
    name: str
    lines: tuple[int, ...] = ()


_NAMES = (
    ("supplier", "select id, name from supplier where instr(lower(name), lower(:text)) > 0 order by name limit 8"),
    (
        "purchase order",
        "select id, number from purchase_order where number >= :text and number < :text || 'zzz' limit 8",
    ),
    (
        "material",
        "select id, coalesce(description || ' · ', '') || number from material"
        " where instr(lower(coalesce(description, '') || ' ' || number), lower(:text)) > 0 limit 8",
    ),
    (
        "shipment",
        "select shipment_id, number from tracked_unit where number >= upper(:text)"
        " and number < upper(:text) || 'zzz' limit 8",
    ),
)


def find(db: Database, text: str) -> list[Found]:
    """Suppliers, orders, materials and shipments whose name holds, or whose number begins with, the text."""
    if not text.strip():
        return []
    return [Found(kind, row[0], row[1]) for kind, sql in _NAMES for row in db.conn.execute(sql, {"text": text.strip()})]


def lines_of(db: Database, found: Found) -> list[int]:
    """The order lines that belong to what was found."""
    conditions = {
        "supplier": "supplier_id = ?",
        "purchase order": "purchase_order_id = ?",
        "material": "material_id = ?",
        "shipment": "id in (select order_line_id from shipment_line where shipment_id = ?)",
    }
    sql: Any = f"select id from order_line where {conditions[found.kind]}"
    return [row[0] for row in db.conn.execute(sql, [found.id])]
