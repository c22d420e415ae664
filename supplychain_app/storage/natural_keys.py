"""Finds rows by the names that people and other systems use for them."""

from supplychain_app.storage.connection import Database


def lines_by_number(db: Database) -> dict[tuple[str, str], int]:
    """Ids of order lines by purchase order and line."""
    rows = db.conn.execute(
        """
        select o.number, l.line, l.id
        from order_line l
        join purchase_order o on o.id = l.purchase_order_id
        """
    )
    return {(row[0], row[1]): row[2] for row in rows}


def suppliers_by_code(db: Database) -> dict[str, int]:
    rows = db.conn.execute("select code, id from supplier where code is not null")
    return {row[0]: row[1] for row in rows}


def materials_by_number(db: Database) -> dict[str, int]:
    rows = db.conn.execute("select number, id from material")
    return {row[0]: row[1] for row in rows}


def unexplained_vanished(db: Database, *, before: str) -> list[int]:
    """Vanished lines that nobody has explained, noticed by imports received before a day."""
    rows = db.conn.execute(
        """
        select v.id
        from vanished_line v
        join import_run r on r.id = v.import_id
        where v.answer is null
          and r.received_at < ?
        order by v.id
        """,
        [before],
    )
    return [row[0] for row in rows]
