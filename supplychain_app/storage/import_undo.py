"""Takes an import back: its rows go, what it overwrote returns."""

import json

from supplychain_app.domain.errors import InvalidInput, NotFound
from supplychain_app.language import tr
from supplychain_app.storage import database, line_state
from supplychain_app.storage.connection import Database

# Children first. Rows of these tables carry the import's id.
_OWN_ROWS = ("promise", "receipt", "line_change", "milestone", "shipment_line", "tracked_unit", "shipment")
_LATER = (
    ("promise", "order_line_id"),
    ("receipt", "order_line_id"),
    ("line_change", "order_line_id"),
    ("shipment_line", "order_line_id"),
    ("communication_link", "order_line_id"),
    ("follow_up", "order_line_id"),
    ("milestone", "order_line_id"),
    ("cause", "order_line_id"),
    ("question", "order_line_id"),
    ("suggestion", "order_line_id"),
)
_RESTORABLE = frozenset({"order_line", "vanished_line", "supplier", "material", "tracked_unit", "shipment", "question"})
_ADDED = (
    "tracking_event",
    "eta_observation",
    "status_change",
    "payload",
)  # rows that an import notes one by one as its own


def undo(db: Database, import_id: int) -> None:
    """Inside `writing`: leave the workspace as if the import had never been. Refuses where later facts rest on it."""
    run = db.conn.execute("select undone_at from import_run where id = ?", [import_id]).fetchone()
    if run is None:
        raise NotFound(tr("There is no import {import_id}. `imports` lists them.", import_id=import_id))
    if run[0] is not None:
        raise InvalidInput(tr("Import {import_id} was taken back already.", import_id=import_id))
    later = db.conn.execute(
        "select min(id) from import_run where id > ? and undone_at is null and id in (select c.import_id from import_change c"  # noqa: E501
        " join order_line l on l.id = c.row_id where c.table_name = 'order_line')",
        [import_id],
    ).fetchone()[0]
    if later is not None and _changed_again(db, import_id, later):
        raise InvalidInput(
            tr("Import {later} changed the same lines afterwards. Take back import {later} first.", later=later)
        )
    _refuse_if_built_upon(db, import_id)
    with database.undoing(db, f"import {import_id}"):
        line_state.start(db)
        for table in ("promise", "receipt"):
            db.conn.execute(
                f"insert or ignore into touched_line (id) select order_line_id from {table} where import_id = ?",
                [import_id],
            )
        _delete_communications(db, import_id)
        _delete_added(db, import_id)
        for table in ("supplier", "material", "purchase_order"):
            db.conn.execute(
                f"delete from search where kind = '{table}' and ref_id in (select id from {table} where import_id = ?)",
                [import_id],
            )
        db.conn.execute(
            "delete from search where kind = 'tracked_unit' and ref_id in (select id from tracked_unit where import_id = ?)",  # noqa: E501
            [import_id],
        )
        for table in ("receipt", "promise"):
            db.conn.execute(f"update {table} set replaces_id = null where import_id = ?", [import_id])
        for table in _OWN_ROWS:
            db.conn.execute(f"delete from {table} where import_id = ?", [import_id])
        db.conn.execute("delete from vanished_line where import_id = ?", [import_id])
        _restore(db, import_id)
        _restore_beside(db, import_id)
        db.conn.execute(
            "delete from touched_line where id in (select id from order_line where import_id = ?)", [import_id]
        )
        for table in ("order_line", "purchase_order"):
            db.conn.execute(f"delete from {table} where import_id = ?", [import_id])
        for table in ("material_source",):
            db.conn.execute(
                f"delete from {table} where material_id in (select id from material where import_id = ?)"
                " or supplier_id in (select id from supplier where import_id = ?)",
                [import_id, import_id],
            )
        for table in ("material", "supplier"):
            db.conn.execute(f"delete from {table} where import_id = ?", [import_id])
        db.conn.execute(
            "insert or ignore into touched_line (id) select row_id from import_change c join order_line l on l.id = c.row_id"  # noqa: E501
            " where c.import_id = ? and c.table_name = 'order_line'",
            [import_id],
        )
        line_state.finish(db)
        db.conn.execute("delete from import_change where import_id = ?", [import_id])
        db.conn.execute("delete from import_reject where import_id = ?", [import_id])
        db.conn.execute("update import_run set undone_at = ? where id = ?", [database.now_utc(), import_id])


def _changed_again(db: Database, import_id: int, later: int) -> bool:
    sql = (
        "select 1 from import_change a join import_change b on b.table_name = a.table_name and b.row_id = a.row_id"
        " where a.import_id = ? and b.import_id > a.import_id and b.import_id >= ? limit 1"
    )
    return db.conn.execute(sql, [import_id, later]).fetchone() is not None


def _refuse_if_built_upon(db: Database, import_id: int) -> None:
    for table, column in _LATER:
        own = " and t.import_id is not ?" if table in _OWN_ROWS else ""
        parameters = [import_id, import_id] if own else [import_id]
        importer = "t.import_id" if table in _OWN_ROWS else "null"
        row = db.conn.execute(
            f"select {importer}, l.line from {table} t join order_line l on l.id = t.{column} where l.import_id = ?{own} limit 1",  # noqa: E501
            parameters,
        ).fetchone()
        if row is None:
            continue
        if row[0] is not None:
            raise InvalidInput(
                tr(
                    "Import {other} added to the lines of import {import_id}. Take back import {other} first.",
                    other=row[0],
                    import_id=import_id,
                )
            )
        raise InvalidInput(
            tr(
                "Something was recorded by hand or read from a mail on lines of import {import_id}. Take "
                "that back first, or keep the import.",
                import_id=import_id,
            )
        )
    for table in ("supplier", "material"):
        row = db.conn.execute(
            f"select l.import_id from order_line l join {table} t on t.id = l.{table}_id"
            " where t.import_id = ? and l.import_id is not ? limit 1",
            [import_id, import_id],
        ).fetchone()
        if row is not None and row[0] is not None:
            raise InvalidInput(
                tr(
                    "Import {other} rests on import {import_id}. Take back import {other} first.",
                    other=row[0],
                    import_id=import_id,
                )
            )
    row = db.conn.execute(
        "select l.import_id from order_line l join purchase_order p on p.id = l.purchase_order_id"
        " where p.import_id = ? and l.import_id is not ? limit 1",
        [import_id, import_id],
    ).fetchone()
    if row is not None:
        raise InvalidInput(
            tr(
                "Import {other} added lines to orders of import {import_id}. Take back import {other} first.",
                other=row[0],
                import_id=import_id,
            )
        )
    row = db.conn.execute(
        "select 1 from tracking_event e join tracked_unit u on u.id = e.tracked_unit_id where u.import_id = ? limit 1",
        [import_id],
    ).fetchone()
    if row is not None:
        # Carriers were asked since: their answers go with the shipments, and can be asked for again.
        db.conn.execute("insert into undoing (what) values ('tracking')")
        for table in ("tracking_event", "eta_observation", "status_change"):
            db.conn.execute(
                f"delete from {table} where tracked_unit_id in (select id from tracked_unit where import_id = ?)",
                [import_id],
            )
        db.conn.execute("delete from undoing")


def _delete_communications(db: Database, import_id: int) -> None:
    own = "(select id from communication where import_id = ?)"
    db.conn.execute(f"update promise set communication_id = null where communication_id in {own}", [import_id])
    db.conn.execute(f"update question set answer_id = null where answer_id in {own}", [import_id])
    db.conn.execute(f"delete from question where communication_id in {own}", [import_id])
    db.conn.execute(f"delete from communication_link where communication_id in {own}", [import_id])
    db.conn.execute("delete from communication where import_id = ?", [import_id])
    db.conn.execute(
        "delete from contact where supplier_id in (select id from supplier where import_id = ?)", [import_id]
    )


def _delete_added(db: Database, import_id: int) -> None:
    for table in _ADDED:
        own = "(select row_id from import_change where import_id = ? and table_name = ?)"
        db.conn.execute(f"delete from {table} where id in {own}", [import_id, table])


def _restore(db: Database, import_id: int) -> None:
    """Put back what was overwritten, latest change first."""
    found = db.conn.execute(
        "select table_name, row_id, before from import_change where import_id = ? order by id desc", [import_id]
    ).fetchall()
    for table, row_id, before in found:
        if table not in _RESTORABLE or (table == "tracked_unit" and _moved_on(db, row_id, import_id)):
            continue
        values = json.loads(before)
        sets = ", ".join(f"{name} = ?" for name in values)
        db.conn.execute(f"update {table} set {sets} where id = ?", [*values.values(), row_id])


def _restore_beside(db: Database, import_id: int) -> None:
    """Put back planned lead times by supplier; take away contacts and spellings that nothing has used since."""
    sql = "select row_id, before from import_change where import_id = ? and table_name = ? order by id desc"
    for material, text in db.conn.execute(sql, [import_id, "material_source"]).fetchall():
        told = json.loads(text)
        values = {"material": material, "supplier": told["supplier_id"], "now": told["now"], "days": told["days"]}
        # What a later import planned stays: it is not this import's word any more.
        where = "where material_id = :material and supplier_id = :supplier and erp_lead_time_days is :now"
        if told["was_there"]:
            db.conn.execute(f"update material_source set erp_lead_time_days = :days {where}", values)
        else:
            db.conn.execute(f"delete from material_source {where}", values)
    for contact, _ in db.conn.execute(sql, [import_id, "contact"]).fetchall():
        db.conn.execute(
            "delete from contact where id = ? and not exists (select 1 from communication where contact_id = contact.id)",  # noqa: E501
            [contact],
        )
    for supplier, text in db.conn.execute(sql, [import_id, "supplier_name"]).fetchall():
        db.conn.execute(
            "delete from supplier_name where name_key = ? and supplier_id = ?"
            " and not exists (select 1 from order_line l where l.supplier_id = supplier_name.supplier_id and l.import_id > ?)",  # noqa: E501
            [json.loads(text)["name_key"], supplier, import_id],
        )


def _moved_on(db: Database, unit_id: int, import_id: int) -> bool:
    """Did a carrier answer after the import did? Then what the unit says now is the carrier's, and stays."""
    sql = "select 1 from tracked_unit u, import_run r where r.id = ? and u.id = ? and u.last_checked_at > r.recorded_at"
    return db.conn.execute(sql, [import_id, unit_id]).fetchone() is not None
