"""Writes the promises and receipts of a staged file into the ledgers."""

from supplychain_app.language import tr
from supplychain_app.storage import bulk_load, database
from supplychain_app.storage.connection import Database
from supplychain_app.storage.import_staging import ARRIVED, LEAST, count, last_id
from supplychain_app.storage.promise_rows import IS_PART, STANDS


def correct_assumed_promises(db: Database, import_id: int, *, file_day: str, evidence: str) -> None:
    """An older export, imported late, shows that a promise was not the first one, as was assumed.

    The promise first seen in a later export was taken as known since the order was sent. It becomes known on that
    export's day, and the older export's date takes its place.
    """
    now = database.now_utc()
    last = last_id(db, "promise")
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
        " ? || ? || s.row, ?, ? from promise c join promise p on p.id = c.replaces_id"
        " join staged s on s.order_line_id = c.order_line_id where c.id > ?",
        [evidence, _row(), now, import_id, last],
    )


def add_promises(db: Database, import_id: int, *, file_day: str, evidence: str) -> int:
    """Write the staged promises into the ledger; returns on how many earlier lines the promise moved."""
    now = database.now_utc()
    # A line without a sent date starts on the day it was created: its promise is taken as known since then.
    known = "min(coalesce(s.confirmed_on, s.issued_on, s.created_on, :day), :day)"
    basis = (
        "case when s.confirmed_on <= :day then 'stated'"
        " when s.confirmed_on is null and coalesce(s.issued_on, s.created_on) <= :day"
        " then 'order date' else 'file date' end"
    )
    parameters = {"day": file_day, "now": now, "import_id": import_id, "evidence": evidence, "row": _row()}
    columns = "order_line_id, promised_on, known_on, known_basis, source, evidence, recorded_at, import_id"
    # The first promise a line ever had in this file: the first one if the file tells it, else the current one.
    first = "coalesce(s.first_promise, s.current_promise)"
    add_first = (
        f"insert or ignore into promise ({columns})"
        f" select s.order_line_id, {first}, {known}, {basis}, 'import', :evidence || :row || s.row, :now, :import_id"
        f" from staged s where {first} is not null and"
    )
    new = count(db, f"select count(*) from staged s where {first} is not null and s.is_new = 1")
    with bulk_load.adding(db, "promise", new):
        db.conn.execute(f"{add_first} s.is_new = 1 order by s.row", parameters)
    without = f"not exists (select 1 from promise p where p.order_line_id = s.order_line_id and {STANDS})"
    db.conn.execute(f"{add_first} s.is_new = 0 and {without} order by s.row", parameters)
    db.conn.execute(
        f"insert into promise ({columns})"
        " select s.order_line_id, s.current_promise, :day, 'file date', 'import', :evidence || :row || s.row, :now,"
        " :import_id from staged s where s.is_new = 1 and s.current_promise <> s.first_promise order by s.row",
        parameters,
    )
    last = last_id(db, "promise")
    db.conn.execute(
        f"insert or ignore into promise ({columns})"
        " select s.order_line_id, s.current_promise,"
        " case when s.is_new = 0 and s.confirmed_on <= :day and s.confirmed_on > f.known_on then s.confirmed_on else :day end,"  # noqa: E501
        " case when s.is_new = 0 and s.confirmed_on <= :day and s.confirmed_on > f.known_on then 'stated' else 'file date' end,"  # noqa: E501
        " 'import', :evidence || :row || s.row, :now, :import_id"
        " from staged s join ("
        "   select p.order_line_id, p.promised_on, p.known_on, row_number() over ("
        "     partition by p.order_line_id order by p.known_on desc, p.id desc) as place"
        "   from promise p where p.order_line_id in (select order_line_id from staged where is_new = 0 and current_promise is not null)"  # noqa: E501
        f"   and p.known_on <= :day and {STANDS} and not {IS_PART}) f"
        " on f.order_line_id = s.order_line_id and f.place = 1"
        " where s.is_new = 0 and s.current_promise <> f.promised_on order by s.row",
        parameters,
    )
    db.conn.execute(
        "update staged set moved = 1 where is_new = 0 and order_line_id in (select order_line_id from promise where id > ?)",  # noqa: E501
        [last],
    )
    return count(db, "select count(*) from staged where moved = 1")


def _row() -> str:
    """Before the number of a row, in the evidence of a promise."""
    return tr(", row ")


_RECEIPT = (
    "insert or ignore into receipt (order_line_id, received_on, posted_on, quantity, rejected_quantity, document, movement_type,"  # noqa: E501
    " known_on, known_basis, source, fingerprint, recorded_at, import_id)"
)


def add_history_receipts(db: Database, import_id: int, *, file_day: str, history: bool) -> int:
    """Book what an orders file says has arrived: dated arrivals, and sums received whose day nobody tells."""
    last = last_id(db, "receipt")
    parameters = {"day": file_day, "now": database.now_utc(), "import_id": import_id}
    day_known = "s.received_on" if history else ":day"
    booked = (
        "(select coalesce(sum(r.quantity), 0) from receipt r where r.order_line_id = s.order_line_id and r.retraction = 0"  # noqa: E501
        " and not exists (select 1 from receipt x where x.replaces_id = r.id))"
    )
    db.conn.execute(
        f"{_RECEIPT} select s.order_line_id, s.received_on, s.posted_on, {ARRIVED},"
        " coalesce(s.rejected_quantity, 0), s.document, s.movement_type,"
        f" coalesce(s.posted_on, case when s.is_new then {day_known} else :day end),"
        " case when s.posted_on is not null or s.is_new then 'stated' else 'file date' end, 'import',"
        " 'line|' || s.purchase_order || '|' || s.line || '|' || s.schedule || '|' || s.received_on, :now, :import_id"
        f" from staged s where s.received_on is not null and {ARRIVED} > {LEAST}"
        f" and (s.is_new = 1 or {booked} < {ARRIVED} - {LEAST}) order by s.row",
        parameters,
    )
    db.conn.execute(
        f"{_RECEIPT} select s.order_line_id, :day, null, s.received_quantity - {booked}, coalesce(s.rejected_quantity, 0), null,"  # noqa: E501
        " 'cumulative', :day, 'file date', 'import',"
        " 'sum|' || s.purchase_order || '|' || s.line || '|' || s.schedule || '|' || s.received_quantity, :now, :import_id"  # noqa: E501
        f" from staged s where s.received_on is null and s.received_quantity > 0"
        f" and s.received_quantity > {booked} + {LEAST} order by s.row",
        parameters,
    )
    return count(db, "select count(*) from receipt where id > ?", last)


def add_receipts(db: Database, import_id: int, *, file_day: str) -> int:
    """Write the staged receipts (already signed) into the ledger, in place of sums known before; returns how many are new."""  # noqa: E501
    now = database.now_utc()
    last = last_id(db, "receipt")
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
    added = count(db, "select count(*) from receipt where id > ?", last)
    after = last_id(db, "receipt")
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
