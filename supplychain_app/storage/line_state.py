"""Keeps the derived columns of order lines (current promise, received, complete) in step with the ledgers."""

from collections.abc import Iterable

from supplychain_app.storage.connection import Database
from supplychain_app.storage.promise_rows import IS_PART, STANDS

# One line, one result, whatever was recorded in which order:
# the first promise is the one known first, the current one the one known last.
_REFRESH = f"""
with touched(id) as (select id from touched_line),
live_promise as (
  select p.order_line_id, p.promised_on,
    row_number() over (partition by p.order_line_id order by p.known_on, p.id) as first_rank,
    row_number() over (partition by p.order_line_id order by p.known_on desc, p.id desc) as last_rank,
    count(*) over (partition by p.order_line_id) as promises
  from promise p
  where p.order_line_id in (select id from touched)
    and {STANDS}
    and not {IS_PART}
),
promised as (
  select order_line_id,
    max(case when first_rank = 1 then promised_on end) as first_promise,
    max(case when last_rank = 1 then promised_on end) as current_promise,
    max(promises) as promises
  from live_promise
  group by order_line_id
),
live_receipt as (
  select r.order_line_id, r.received_on, r.posted_on, r.quantity, r.rejected_quantity,
    row_number() over line as place,
    sum(r.quantity) over line
      < l.quantity * (1 - coalesce(s.quantity_tolerance, 0)) - 1e-9 as short
  from receipt r
  join order_line l on l.id = r.order_line_id
  left join supplier s on s.id = l.supplier_id
  where r.order_line_id in (select id from touched)
    and r.retraction = 0
    and not exists (select 1 from receipt x where x.replaces_id = r.id)
  window line as (partition by r.order_line_id order by r.received_on, r.id rows unbounded preceding)
),
placed as (
  select *, max(case when short then place else 0 end) over (partition by order_line_id) as last_short
  from live_receipt
),
booked as (
  select order_line_id,
    sum(quantity) as received_quantity,
    sum(rejected_quantity) as rejected_quantity,
    min(case when quantity > 0 then received_on end) as first_received_on,
    max(posted_on) as posted_on,
    min(case when place > last_short then received_on end) as completed_on
  from placed
  group by order_line_id
)
insert into line_now
select touched.id,
  promised.first_promise,
  promised.current_promise,
  coalesce(promised.promises, 0),
  coalesce(booked.received_quantity, 0),
  coalesce(booked.rejected_quantity, 0),
  booked.first_received_on,
  booked.completed_on,
  case when booked.completed_on is null then null else booked.posted_on end
from touched
left join promised on promised.order_line_id = touched.id
left join booked on booked.order_line_id = touched.id
"""

_NOW = """
create temp table line_now (
  id integer primary key, first_promise text, current_promise text, promises integer, received_quantity real,
  rejected_quantity real, first_received_on text, completed_on text, posted_on text
)
"""

# Columns with an index are written only where they differ: that takes far longer than the others.
_WRITE = (
    """
update order_line set
  first_promise = n.first_promise,
  promises = n.promises,
  received_quantity = n.received_quantity,
  rejected_quantity = n.rejected_quantity,
  first_received_on = n.first_received_on,
  completed_on = n.completed_on,
  posted_on = n.posted_on
from line_now n
where order_line.id = n.id
""",
    """
update order_line set
  current_promise = n.current_promise
from line_now n
where order_line.id = n.id
  and order_line.current_promise is not n.current_promise
""",
    """
update order_line set
  status = case
    when cancelled_on is not null then 'cancelled'
    when completed_on is not null then 'received'
    else 'open' end
where id in (select id from line_now)
  and status <> case
    when cancelled_on is not null then 'cancelled'
    when completed_on is not null then 'received'
    else 'open' end
""",
)


def refresh(db: Database, line_ids: Iterable[int]) -> None:
    """Recompute the derived columns of these lines from their promises and receipts; call inside `writing`."""
    start(db)
    db.conn.executemany("insert or ignore into touched_line (id) values (?)", ((line_id,) for line_id in line_ids))
    finish(db)


def start(db: Database) -> None:
    """Open the temporary table `touched_line(id)`, to be filled in SQL by set-based writers; `finish` closes it."""
    db.conn.execute("create temp table if not exists touched_line (id integer primary key)")
    db.conn.execute("delete from touched_line")


def finish(db: Database) -> None:
    """Refresh the lines listed in `touched_line`, and empty it."""
    db.conn.execute("drop table if exists temp.line_now")
    db.conn.execute(_NOW)
    db.conn.execute(_REFRESH)
    for statement in _WRITE:
        db.conn.execute(statement)
    db.conn.execute("drop table temp.line_now")
    # What the last export said of these lines may no longer be what stands here.
    db.conn.execute("delete from listed_line where order_line_id in (select id from touched_line)")
    db.conn.execute("delete from touched_line")
