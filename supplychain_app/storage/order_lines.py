"""Reads order lines for tables: which columns may be shown, sorted and filtered, and the totals of a selection."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from supplychain_app.storage.amounts import major
from supplychain_app.storage.connection import Database
from supplychain_app.storage.query import Source, TextSearch, Way

_FEW = frozenset(("open", "late", "no promise", "arriving", "no owner", "chosen"))

LINES = Source(
    name="order lines",
    # All joins are outer, so that SQLite leaves out those of which nothing is asked.
    base="""order_line l
left join purchase_order o on o.id = l.purchase_order_id
left join supplier s on s.id = l.supplier_id
left join material m on m.id = l.material_id
left join person w on w.id = l.owner_id""",
    ways={
        "purchase_order": Way(
            """purchase_order o
cross join order_line l on l.purchase_order_id = o.id
left join supplier s on s.id = l.supplier_id
left join material m on m.id = l.material_id
left join person w on w.id = l.owner_id""",
            ("o.number", "l.line", "l.schedule"),
            not_with=_FEW,
        ),
        "supplier": Way(
            """supplier s indexed by supplier_by_name
cross join order_line l indexed by order_line_supplier on l.supplier_id = s.id
left join purchase_order o on o.id = l.purchase_order_id
left join material m on m.id = l.material_id
left join person w on w.id = l.owner_id""",
            ("s.name", "s.id", "l.status", "l.id"),
            not_with=frozenset(("chosen",)),
        ),
        "description": Way(
            """material m indexed by material_by_description
cross join order_line l indexed by order_line_material on l.material_id = m.id
left join purchase_order o on o.id = l.purchase_order_id
left join supplier s on s.id = l.supplier_id
left join person w on w.id = l.owner_id""",
            ("m.description", "m.id", "l.id"),
            not_with=_FEW,
            known="m.description",
        ),
    },
    key="l.id",
    columns={
        "purchase_order": "o.number",
        "line": "l.line",
        "supplier": "s.name",
        "supplier_id": "l.supplier_id",
        "material": "m.number",
        "description": "coalesce(m.description, l.description)",
        "quantity": "l.quantity",
        "unit": "coalesce(l.unit, m.unit)",
        "received_quantity": "l.received_quantity",
        "open_quantity": "max(0, l.quantity - l.received_quantity)",
        "value_minor": "l.value_minor",
        "value": major("l.value_minor", "l.currency"),  # in its own currency
        "currency": "l.currency",
        "issued_on": "l.issued_on",
        "required_on": "l.required_on",
        "first_promise": "l.first_promise",
        "current_promise": "l.current_promise",
        "slippage": "julianday(l.current_promise) - julianday(l.first_promise)",
        "completed_on": "l.completed_on",
        "late_days": "julianday(coalesce(l.completed_on, :today))"
        " - julianday(coalesce(l.current_promise, l.required_on))",
        "status": "l.status",
        # A line without an owner of its own belongs to its supplier's. That one is no join: SQLite would keep the
        # supplier's for its sake, and look up each of a million.
        "owner": "coalesce(w.name, (select name from person where id = s.owner_id))",
        "mode": "l.mode",
        "incoterm": "l.incoterm",
        "origin": "l.origin",
        "destination": "l.destination",
        "country": "coalesce(l.country, s.country)",
        "buyer": "l.buyer",
        "note": "l.note",
        "acknowledged_on": "l.acknowledged_on",
        "promise_month": "substr(l.current_promise, 1, 7)",
        "required_month": "substr(l.required_on, 1, 7)",
        "id": "l.id",
    },
    keywords={
        "open": "l.status = 'open'",
        "late": "l.status = 'open' and coalesce(l.current_promise, l.required_on) < :today",
        "no promise": "l.status = 'open' and l.current_promise is null",
        "moved": "l.current_promise > l.first_promise",
        "received": "l.status = 'received'",
        "arriving": "l.status = 'open' and l.current_promise between :today and date(:today, '+7 days')",
        "no owner": "l.status = 'open' and l.owner_id is null"
        " and not exists (select 1 from supplier x where x.id = l.supplier_id and x.owner_id is not null)",
        "chosen": "l.id in (select value from json_each(:chosen))",
    },
    search=TextSearch(
        # Each part scans a table much smaller than that of the lines.
        rows="""l.purchase_order_id in (select id from purchase_order where instr(lower(number), lower(:search)) > 0)
  or l.supplier_id in (select id from supplier where instr(lower(name), lower(:search)) > 0)
  or l.material_id in (select id from material
    where instr(lower(number || ' ' || coalesce(description, '')), lower(:search)) > 0)
  or l.id in (select sl.order_line_id from shipment_line sl join tracked_unit u on u.shipment_id = sl.shipment_id
    where instr(u.number, upper(:search)) > 0)
  or l.id in (select x.id from communication c join communication_link k on k.communication_id = c.id
    join order_line x on x.id = k.order_line_id
      or (k.order_line_id is null and x.purchase_order_id = k.purchase_order_id)
    where instr(lower(coalesce(c.subject, '') || ' ' || c.body), lower(:search)) > 0)""",
        each="""instr(lower((select number from purchase_order where id = l.purchase_order_id)), lower(:search)) > 0
  or instr(lower((select name from supplier where id = l.supplier_id)), lower(:search)) > 0
  or instr(lower((select number || ' ' || coalesce(description, '') from material where id = l.material_id)),
    lower(:search)) > 0
  or exists (select 1 from shipment_line sl join tracked_unit u on u.shipment_id = sl.shipment_id
    where sl.order_line_id = l.id and instr(u.number, upper(:search)) > 0)
  or exists (select 1 from communication_link k join communication c on c.id = k.communication_id
    where k.order_line_id = l.id and instr(lower(coalesce(c.subject, '') || ' ' || c.body), lower(:search)) > 0)
  or exists (select 1 from communication_link k join communication c on c.id = k.communication_id
    where k.purchase_order_id = l.purchase_order_id and k.order_line_id is null
    and instr(lower(coalesce(c.subject, '') || ' ' || c.body), lower(:search)) > 0)""",
        # Cross joins keep this order: from what was found to its lines.
        indexed="""with f as materialized (select kind, ref_id from search where text match :match limit :few),
    w as materialized (select rowid from communication_words where communication_words match :match limit :few)
  select null where (select count(*) from f) >= :few or (select count(*) from w) >= :few
  union all select x.id from f cross join order_line x on x.purchase_order_id = f.ref_id
    where f.kind = 'purchase_order'
  union all select x.id from supplier s cross join order_line x indexed by order_line_supplier on x.supplier_id = s.id
    where instr(lower(s.name), lower(:search)) > 0
  union all select x.id from f cross join order_line x on x.material_id = f.ref_id
    where f.kind = 'material'
  union all select sl.order_line_id from f cross join tracked_unit u on u.id = f.ref_id
    cross join shipment_line sl on sl.shipment_id = u.shipment_id
    where f.kind = 'tracked_unit'
  union all select coalesce(k.order_line_id, x.id) from w
    cross join communication_link k on k.communication_id = w.rowid
    left join order_line x on k.order_line_id is null and x.purchase_order_id = k.purchase_order_id
    where k.order_line_id is not null or x.id is not null""",
    ),
)


@dataclass(frozen=True)
class Totals:
    """Sums over lines: how many, how many open, and the open value by currency (minor units)."""

    lines: int
    open: int
    open_value: tuple[tuple[str, int], ...]


def totals(db: Database, line_ids: Sequence[int]) -> Totals:
    """The totals of a selection."""
    chosen = json.dumps(list(line_ids))
    rows = db.conn.execute(
        """select coalesce(currency, ''), count(*), sum(status = 'open'),
          sum(case when status = 'open' and quantity > 0
            then coalesce(value_minor, 0) * max(0, quantity - received_quantity) / quantity else 0 end)
        from order_line
        where id in (select value from json_each(?))
        group by 1""",
        [chosen],
    ).fetchall()
    values = tuple((currency, round(value)) for currency, _, _, value in rows if value)
    return Totals(sum(r[1] for r in rows), sum(r[2] for r in rows), values)


def people(db: Database) -> list[str]:
    """The names of our own people."""
    return [row[0] for row in db.conn.execute("select name from person order by name")]
