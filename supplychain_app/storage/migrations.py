"""The steps that bring a workspace file to this program's schema; a released step is never edited."""

import sqlite3

from sqlite_utils import Database, Migrations

from supplychain_app.storage import (
    schema_001,
    schema_002,
    schema_004,
    schema_005,
    schema_006,
    schema_007,
    schema_008,
    schema_014,
    schema_016,
    schema_017,
    schema_019,
    schema_020,
)

schema = Migrations("supplychain_app")


def _run(db: Database, sql: str) -> None:
    """Run several statements inside the step's own transaction (executescript would commit it)."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.conn.execute(statement)
            statement = ""


@schema()
def m001_first_schema(db: Database) -> None:
    for part in (
        schema_001.PEOPLE,
        schema_001.ORDERS,
        schema_001.SHIPMENTS,
        schema_001.COMMUNICATIONS,
        schema_001.UNDO,
        schema_001.SEARCH,
    ):
        _run(db, part)
    for table in schema_001.HISTORY_TABLES:
        _run(db, schema_001.history_trigger(table))


@schema()
def m002_mail_servers(db: Database) -> None:
    _run(db, schema_002.MAIL)


@schema()
def m003_lines_by_promise(db: Database) -> None:
    # All lines in the order of their promise, the order in which Orders opens, without sorting them.
    _run(db, "create index order_line_promise on order_line(current_promise);\n")


@schema()
def m004_watched_shipments(db: Database) -> None:
    _run(db, schema_004.TRACKING)


@schema()
def m005_revisions(db: Database) -> None:
    _run(db, schema_005.REVISIONS)


@schema()
def m006_listed_lines(db: Database) -> None:
    _run(db, schema_006.LISTED)


@schema()
def m007_kept_answers(db: Database) -> None:
    _run(db, schema_007.KEPT)


@schema()
def m008_words_of_communications(db: Database) -> None:
    _run(db, schema_008.WORDS)


@schema()
def m009_units_by_check(db: Database) -> None:
    # When carriers were last asked stands at the foot of the window: no reason to look at every unit for it.
    _run(db, "create index tracked_unit_checked on tracked_unit(last_checked_at);\n")


@schema()
def m010_suppliers_by_name(db: Database) -> None:
    # Lines in the order of their suppliers' names are met supplier by supplier.
    _run(db, "create index supplier_by_name on supplier(name);\n")


@schema()
def m011_notes_on_communications(db: Database) -> None:
    # What was odd about a message when it was read: a sender that may be forged, an attachment that was not read.
    _run(db, "alter table communication add column notes text;\n")


@schema()
def m011_lines_by_value(db: Database) -> None:
    # The largest of a million lines at once; an index of twelve bytes a line.
    _run(db, "create index order_line_value on order_line(value_minor);\n")


@schema()
def m012_answers_anew(db: Database) -> None:
    # What was kept before named next steps by their English words, and nobody asks for it any more.
    _run(db, "delete from kept_answer;\n")


@schema()
def m013_when_an_eta_was_told(db: Database) -> None:
    # Lines of ships tell their earlier dates again, each with its own day: the drift goes by that, not by our asking.
    _run(db, "alter table eta_observation add column told_at text;\n")


@schema()
def m014_packed_columns(db: Database) -> None:
    _run(db, schema_014.PACKED)


@schema()
def m015_lines_by_order_day_quantity_and_material(db: Database) -> None:
    # The first of a million lines at once in these orders too.
    _run(
        db,
        "create index order_line_issued on order_line(issued_on);\n"
        "create index order_line_quantity on order_line(quantity);\n"
        "create index material_by_description on material(description);\n",
    )


@schema()
def m016_what_forecasts_rest_on(db: Database) -> None:
    _run(db, schema_016.FORECASTS)


@schema()
def m017_own_days(db: Database) -> None:
    _run(db, schema_017.OWN_DAYS)


@schema()
def m018_events_by_time(db: Database) -> None:
    # What carriers told in the last two days is asked after every edit. What was learned is kept in another form.
    _run(
        db,
        "create index tracking_event_time on tracking_event(coalesce(occurred_utc, occurred_local))"
        " where classifier = 'actual' and retracted_at is null;\n"
        "delete from kept_experience;\n",
    )


@schema()
def m019_parts_of_a_delivery(db: Database) -> None:
    _run(db, schema_019.PARTS_PACKED + schema_019.LINES_WITH_PARTS)


@schema()
def m020_rows_of_today(db: Database) -> None:
    # What was learned is kept in another form.
    _run(db, schema_020.ROWS_OF_TODAY + "delete from kept_experience;\n")


@schema()
def m021_parts_by_line(db: Database) -> None:
    # Today asks after the few lines that come in parts.
    _run(
        db,
        "create index promise_part on promise(order_line_id)"
        " where quantity is not null and communication_id is not null;\n",
    )
