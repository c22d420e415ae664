"""Writes shipments, suppliers, materials and communications that an import found, each with a way back."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from supplychain_app.storage import database
from supplychain_app.storage.connection import Database


@dataclass(frozen=True)
class ShipmentRow:
    """One shipment of a file with its lines and the units that a carrier tracks: (kind, carrier, number, reference)."""

    identity: str
    values: dict[str, Any]
    lines: Sequence[tuple[int, float | None]]
    units: Sequence[tuple[str, str, str, str | None]]


def add_shipments(db: Database, shipments: Iterable[ShipmentRow], import_id: int) -> tuple[int, int]:
    """Add what is new; returns new shipments, and earlier shipments that gained lines or units."""
    now = database.now_utc()
    new = grown = 0
    for shipment in shipments:
        found = db.conn.execute("select id from shipment where identity = ?", [shipment.identity]).fetchone()
        if found is None:
            found = _same_unit(db, shipment)
        added = 0
        if found is None:
            values = {
                **shipment.values,
                "identity": shipment.identity,
                "source": "import",
                "recorded_at": now,
                "import_id": import_id,
            }
            shipment_id = _insert(db, "shipment", values)
            new += 1
        else:
            shipment_id = int(found[0])
            added += fill_gaps(db, "shipment", shipment_id, shipment.values, import_id)
        for line_id, quantity in shipment.lines:
            added += db.conn.execute(
                "insert or ignore into shipment_line (shipment_id, order_line_id, quantity, import_id) values (?, ?, ?, ?)",  # noqa: E501
                [shipment_id, line_id, quantity, import_id],
            ).rowcount
        for kind, carrier, number, reference in shipment.units:
            if db.conn.execute(
                "select 1 from tracked_unit where carrier = ? and number = ?", [carrier, number]
            ).fetchone():
                continue
            unit_id = _insert(
                db,
                "tracked_unit",
                {
                    "shipment_id": shipment_id,
                    "carrier": carrier,
                    "number": number,
                    "kind": kind,
                    "reference": reference,
                    "recorded_at": now,
                    "import_id": import_id,
                },
            )
            db.conn.execute("insert into search (kind, ref_id, text) values ('tracked_unit', ?, ?)", [unit_id, number])
            added += 1
        grown += found is not None and added > 0
    return new, grown


def _same_unit(db: Database, shipment: ShipmentRow) -> Any:
    for _, carrier, number, _ in shipment.units:
        found = db.conn.execute(
            "select shipment_id from tracked_unit where carrier = ? and number = ?", [carrier, number]
        ).fetchone()
        if found:
            return found
    return None


def fill_gaps(
    db: Database, table: str, row_id: int, values: dict[str, Any], import_id: int, *, overwrite: bool = False
) -> int:
    """Set the columns that were empty (or, with overwrite, that differ); 1 when something changed. Undo restores them."""  # noqa: E501
    names = [name for name, value in values.items() if value is not None]
    if not names:
        return 0
    current = db.conn.execute(f"select {', '.join(names)} from {table} where id = ?", [row_id]).fetchone()
    changed = {
        name: old
        for name, old in zip(names, current, strict=True)
        if (old is None or overwrite) and old != values[name]
    }
    if not changed:
        return 0
    note(db, import_id, table, row_id, changed)
    sets = ", ".join(f"{name} = ?" for name in changed)
    db.conn.execute(f"update {table} set {sets} where id = ?", [*(values[n] for n in changed), row_id])
    return 1


def add_or_change_material(db: Database, values: dict[str, Any], import_id: int) -> str:
    """new, changed or unchanged."""
    found = db.conn.execute("select id from material where number = ?", [values["number"]]).fetchone()
    if found is None:
        row_id = _insert(db, "material", {**values, "recorded_at": database.now_utc(), "import_id": import_id})
        text = " ".join(filter(None, [values["number"], values.get("description")]))
        db.conn.execute("insert into search (kind, ref_id, text) values ('material', ?, ?)", [row_id, text])
        return "new"
    return "changed" if fill_gaps(db, "material", int(found[0]), values, import_id, overwrite=True) else "unchanged"


def material_id(db: Database, number: str) -> int | None:
    found = db.conn.execute("select id from material where number = ?", [number]).fetchone()
    return int(found[0]) if found else None


def set_source(db: Database, material: int, supplier: int, days: int, import_id: int) -> None:
    """What the ERP plans for a material from one supplier; undo puts back what was planned before."""
    where = "where material_id = ? and supplier_id = ?"
    found = db.conn.execute(f"select erp_lead_time_days from material_source {where}", [material, supplier]).fetchone()
    if found is not None and found[0] == days:
        return
    before = {"supplier_id": supplier, "was_there": found is not None, "days": found and found[0], "now": days}
    note(db, import_id, "material_source", material, before)
    db.conn.execute(
        "insert into material_source (material_id, supplier_id, erp_lead_time_days) values (?, ?, ?)"
        " on conflict (material_id, supplier_id) do update set erp_lead_time_days = excluded.erp_lead_time_days",
        [material, supplier, days],
    )


def add_contact(db: Database, values: dict[str, Any], import_id: int) -> None:
    """Add a person at a supplier; one who is there already is left alone."""
    names = list(values)
    same = " and ".join(f"{name} is ?" for name in names)
    if db.conn.execute(f"select 1 from contact where {same}", list(values.values())).fetchone():
        return
    marks = ",".join("?" * len(names))
    added = db.conn.execute(
        f"insert or ignore into contact ({', '.join(names)}) values ({marks})", list(values.values())
    )
    if added.rowcount:
        note(db, import_id, "contact", int(added.lastrowid or 0), None)


def note(db: Database, import_id: int, table: str, row_id: int, before: dict[str, Any] | None) -> None:
    """Write down what an import overwrites or adds beside its own rows, so that undo can put it back."""
    db.conn.execute(
        "insert into import_change (import_id, table_name, row_id, before) values (?, ?, ?, ?)",
        [import_id, table, row_id, json.dumps(before)],
    )


def add_communication(db: Database, values: dict[str, Any], order_number: str | None, import_id: int) -> bool:
    """Add a communication and its link to an order; False where it is known already."""
    if db.conn.execute("select 1 from communication where fingerprint = ?", [values["fingerprint"]]).fetchone():
        return False
    row_id = _insert(db, "communication", {**values, "recorded_at": database.now_utc(), "import_id": import_id})
    if order_number:
        db.conn.execute(
            "insert into communication_link (communication_id, purchase_order_id) select ?, id from purchase_order where number = ?",  # noqa: E501
            [row_id, order_number],
        )
    return True


def _insert(db: Database, table: str, values: dict[str, Any]) -> int:
    names = [name for name, value in values.items() if value is not None]
    marks = ",".join("?" * len(names))
    cursor = db.conn.execute(f"insert into {table} ({', '.join(names)}) values ({marks})", [values[n] for n in names])
    return int(cursor.lastrowid or 0)
