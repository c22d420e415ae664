"""What Today is built from: the lines open on a day as known that day, and what is going on around them."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from supplychain_app.storage.connection import Database
from supplychain_app.storage.promise_rows import IS_PART, STANDS, stands


class OpenLine(NamedTuple):
    """One open line with what a sentence about it needs."""

    id: int
    order_id: int
    purchase_order: str
    line: str
    supplier_id: int | None
    supplier: str
    material: str
    quantity: float
    open_quantity: float
    unit: str | None
    value_minor: int | None  # of what is still open
    currency: str | None
    late_day_cost_minor: int | None
    issued_on: str | None
    required_on: str | None
    first_promise: str | None
    current_promise: str | None
    promises: int
    last_received_on: str | None
    acknowledged_on: str | None
    owner: str | None


class LatePart(NamedTuple):
    """The deliveries of a line that should have come by now, and did not in full, while its last one is not yet due."""

    due: date  # of the earliest of them
    promised: float  # of all of them
    received: float  # so far


_OPEN_NOW = """
create temp table worklist_line as
select l.id, l.current_promise, l.first_promise, l.promises, l.received_quantity as received,
  case when l.received_quantity > 0
    then (select max(r.received_on) from receipt r where r.order_line_id = l.id) end as last_received_on
from order_line l
where l.status = 'open'
  and l.entered_on <= :day
  {of_suppliers}
order by l.id
"""

# Lines that are done by now may have been open on that day: the ledgers tell what was known then.
_OPEN_THEN = f"""
create temp table worklist_line as
with candidate as (
  select id, quantity, supplier_id
  from order_line
  where entered_on <= :day
    and (
      status = 'open'
      or (status = 'received' and coalesce(posted_on, completed_on) >= :margin)
      or (status = 'cancelled' and cancelled_on > :day)
    )
),
ranked as (
  select p.order_line_id, p.promised_on,
    row_number() over (partition by p.order_line_id order by p.known_on, p.id) as first_rank,
    row_number() over (partition by p.order_line_id order by p.known_on desc, p.id desc) as last_rank
  from promise p
  where p.order_line_id in (select id from candidate)
    and p.known_on <= :day
    and {STANDS}
    and not {IS_PART}
),
promised as (
  select order_line_id,
    max(case when first_rank = 1 then promised_on end) as first_promise,
    max(case when last_rank = 1 then promised_on end) as current_promise,
    count(*) as promises
  from ranked
  group by order_line_id
),
booked as (
  select r.order_line_id, sum(r.quantity) as received, max(r.received_on) as last_received_on
  from receipt r
  where r.order_line_id in (select id from candidate)
    and r.known_on <= :day
    and r.retraction = 0
    and not exists (select 1 from receipt x where x.replaces_id = r.id)
  group by r.order_line_id
)
select c.id, p.current_promise, p.first_promise, coalesce(p.promises, 0) as promises,
  coalesce(b.received, 0) as received, b.last_received_on
from candidate c
left join promised p on p.order_line_id = c.id
left join booked b on b.order_line_id = c.id
left join supplier s on s.id = c.supplier_id
where coalesce(b.received, 0) < c.quantity * (1 - coalesce(s.quantity_tolerance, 0)) - 1e-9
"""

_LINES = """
select l.id, o.id, o.number, l.line, l.supplier_id, coalesce(s.name, 'No supplier'),
  coalesce(m.description, l.description, m.number, 'Order ' || o.number || ' / ' || l.line),
  l.quantity, l.quantity - w.received, coalesce(l.unit, m.unit),
  case when l.value_minor is not null and l.quantity > 0
    then cast(l.value_minor * (l.quantity - w.received) / l.quantity as integer) end,
  l.currency, m.late_day_cost_minor, l.issued_on, l.required_on,
  w.first_promise, w.current_promise, w.promises, w.last_received_on, l.acknowledged_on,
  coalesce(p.name, sp.name)
from worklist_line w
join order_line l on l.id = w.id
join purchase_order o on o.id = l.purchase_order_id
left join supplier s on s.id = l.supplier_id
left join material m on m.id = l.material_id
left join person p on p.id = l.owner_id
left join person sp on sp.id = s.owner_id
where coalesce(s.internal, 0) = 0
  and """

_CONDITIONS = {
    "past due": "coalesce(w.current_promise, l.required_on) < :day",
    "not acknowledged": """w.promises = 0
      and (l.acknowledged_on is null or l.acknowledged_on > :day)
      and coalesce(l.issued_on, l.entered_on) < :day""",
    "arriving": "coalesce(w.current_promise, l.required_on) between :day and :until",
    "listed": "w.id in (select id from worklist_wanted)",
}


def prepare(db: Database, day: date, *, today: date, suppliers: Collection[int] | None = None) -> None:
    """Fix which lines are open on `day` as known then; the other reads of this file rest on it.

    `suppliers`: those of the lines (0: none), of what is known today; None: all.
    """
    db.conn.execute("drop table if exists temp.worklist_line")
    parameters = {"day": day.isoformat()}
    if day >= today:
        db.conn.execute(_OPEN_NOW.format(of_suppliers=of_suppliers(suppliers, "l")), parameters)
    else:
        margin = (day - timedelta(days=30)).isoformat()
        db.conn.execute(_OPEN_THEN, parameters | {"margin": margin})
    db.conn.execute("create unique index temp.worklist_line_id on worklist_line(id)")


def lines(db: Database, which: str, day: date, *, until: date | None = None) -> list[OpenLine]:
    """Open lines by one of the named conditions."""
    parameters = {"day": day.isoformat(), "until": (until or day).isoformat()}
    condition = _CONDITIONS[which]
    used = {name: value for name, value in parameters.items() if f":{name}" in condition}
    return [OpenLine(*row) for row in db.conn.execute(_LINES + condition, used)]


def lines_by_id(db: Database, ids: Iterable[int]) -> dict[int, OpenLine]:
    """The open ones among these lines."""
    want(db, ids)
    return {row[0]: OpenLine(*row) for row in db.conn.execute(_LINES + _CONDITIONS["listed"])}


def late_parts(db: Database, day: date) -> dict[int, LatePart]:
    """Of open lines whose last delivery is not due yet, by line."""
    rows = db.conn.execute(
        f"""
        select p.order_line_id, p.promised_on, p.quantity, w.received
        from promise p indexed by promise_part
        join worklist_line w on w.id = p.order_line_id and w.current_promise >= :day
        where p.quantity is not null
          and p.communication_id is not null
          and p.promised_on < :day
          and {STANDS}
          and {IS_PART}
          and p.communication_id = (
            select last.communication_id
            from promise last
            where last.order_line_id = p.order_line_id
              and last.known_on <= :day
              and {stands("last")}
            order by last.known_on desc, last.id desc
            limit 1
          )
        order by p.order_line_id, p.promised_on
        """,
        {"day": day.isoformat()},
    )
    found: dict[int, LatePart] = {}
    for line_id, parts in groupby(rows, key=lambda row: row[0]):
        promised = 0.0
        due = None
        for _, promised_on, quantity, received in parts:
            promised += quantity
            if due is None and received < promised - 1e-9:
                due = date.fromisoformat(promised_on)
        if due is not None:
            found[line_id] = LatePart(due, promised, received)
    return found


def marks(db: Database, day: date) -> dict[str, tuple[str, str | None, str | None, str]]:
    """The last thing done with each row by that day: action, until, person, marked on."""
    rows = db.conn.execute(
        """
        select m.row_key, m.action, m.until_on, p.name, m.marked_on
        from worklist_mark m
        left join person p on p.id = m.owner_id
        where m.marked_on <= :day
        order by m.id
        """,
        {"day": day.isoformat()},
    )
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}


def last_import(db: Database, day: date) -> tuple[int, str, str, str | None] | None:
    """The newest import of orders by that day: id, file, received at, and when the one before was received."""
    rows = db.conn.execute(
        """
        select id, file_name, received_at
        from import_run
        where kind = 'orders'
          and undone_at is null
          and received_at <= :end
        order by received_at desc, id desc
        limit 2
        """,
        {"end": end_of(day)},
    ).fetchall()
    if not rows:
        return None
    before = next((row[2] for row in rows[1:] if row[2] < rows[0][2]), None)
    return (rows[0][0], rows[0][1], rows[0][2], before)


def setting(db: Database, key: str) -> str | None:
    """The JSON text of one setting."""
    row = db.conn.execute("select value from setting where key = ?", [key]).fetchone()
    return str(row[0]) if row else None


def put_setting(db: Database, key: str, value: str) -> None:
    """Set the JSON text of one setting; call inside `writing`."""
    db.conn.execute(
        "insert into setting (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
        [key, value],
    )


def of_suppliers(suppliers: Collection[int] | None, alias: str) -> str:
    """A further condition on lines: of these suppliers (0: none) alone; empty for all."""
    if suppliers is None:
        return ""
    known = f"{alias}.supplier_id in ({', '.join(map(str, sorted(set(suppliers) - {0})))})"
    return f"and ({known} or {alias}.supplier_id is null)" if 0 in suppliers else f"and {known}"


def want(db: Database, ids: Iterable[int]) -> None:
    """Fill the temporary table `worklist_wanted(id)`."""
    own = not db.conn.in_transaction
    db.conn.execute("create temp table if not exists worklist_wanted (id integer primary key)")
    db.conn.execute("delete from worklist_wanted")
    db.conn.executemany("insert or ignore into worklist_wanted values (?)", ((int(one),) for one in ids))
    if own:
        db.conn.commit()


def end_of(day: date) -> str:
    """The last moment of a day."""
    return f"{day.isoformat()}T23:59:59Z"
