"""The joined reads behind the honesty checks on the data."""

from supplychain_app.storage.connection import Database


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


def mentioned_since(db: Database, day: str) -> set[int]:
    """Lines of which any mail, call, change or tracking event speaks since a day; promises and receipts apart."""
    rows = db.conn.execute(
        """
        select order_line_id from line_change where known_on >= :day
        union select k.order_line_id from communication_link k
          join communication c on c.id = k.communication_id
          where k.order_line_id is not null and c.happened_at >= :day
        union select l.id from communication_link k
          join communication c on c.id = k.communication_id
          join order_line l on l.purchase_order_id = k.purchase_order_id
          where c.happened_at >= :day
        union select s.order_line_id from shipment_line s
          join tracked_unit u on u.shipment_id = s.shipment_id
          join tracking_event e on e.tracked_unit_id = u.id
          where e.occurred_local >= :day
        """,
        {"day": day},
    )
    return {row[0] for row in rows if row[0] is not None}


def last_import(db: Database) -> str | None:
    """The day on which the last file was received that counts."""
    row = db.conn.execute("select max(substr(received_at, 1, 10)) from import_run where undone_at is null").fetchone()
    return str(row[0]) if row[0] else None
