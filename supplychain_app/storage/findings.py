"""The joined reads behind the honesty checks on the data."""

from collections.abc import Collection, Iterable

from supplychain_app.storage.connection import Database
from supplychain_app.storage.worklist import of_suppliers, want


def vanished(db: Database) -> list[int]:
    """Open lines that a later export no longer listed and nobody has explained."""
    rows = db.conn.execute(
        """
        select distinct v.order_line_id
        from vanished_line v
        join import_run i on i.id = v.import_id
        join order_line l on l.id = v.order_line_id
        where v.answer is null and i.undone_at is null and l.status = 'open'
        order by v.order_line_id
        """
    )
    return [row[0] for row in rows]


def mentioned_since(db: Database, line_ids: Iterable[int], day: str) -> set[int]:
    """Those of which any mail, call, change or tracking event speaks since a day; promises and receipts apart."""
    want(db, line_ids)
    rows = db.conn.execute(
        """
        select id from worklist_wanted w
        where exists (select 1 from line_change where order_line_id = w.id and known_on >= :day)
          or exists (
            select 1 from communication_link k
            join communication c on c.id = k.communication_id
            where k.order_line_id = w.id and c.happened_at >= :day
          )
          or exists (
            select 1 from order_line l
            join communication_link k on k.purchase_order_id = l.purchase_order_id
            join communication c on c.id = k.communication_id
            where l.id = w.id and c.happened_at >= :day
          )
          or exists (
            select 1 from shipment_line s
            join tracked_unit u on u.shipment_id = s.shipment_id
            join tracking_event e on e.tracked_unit_id = u.id
            where s.order_line_id = w.id and e.occurred_local >= :day
          )
        """,
        {"day": day},
    )
    return {row[0] for row in rows}


def lines_of(db: Database, suppliers: Collection[int]) -> list[int]:
    """All lines of these suppliers (0: none), whatever became of them."""
    rows = db.conn.execute(f"select id from order_line l where true {of_suppliers(suppliers, 'l')}")
    return [row[0] for row in rows]


def last_import(db: Database) -> str | None:
    """The day on which the last file was received that counts."""
    row = db.conn.execute("select max(substr(received_at, 1, 10)) from import_run where undone_at is null").fetchone()
    return str(row[0]) if row[0] else None
