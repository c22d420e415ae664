"""What each table looks like when it leaves the workspace: plain names, one row a thing, money beside its currency."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from supplychain_app.storage.amounts import major
from supplychain_app.storage.connection import Database
from supplychain_app.storage.promise_rows import STANDS

_OF_LINE = """
from order_line l
join purchase_order o on o.id = l.purchase_order_id
left join supplier s on s.id = l.supplier_id
left join material m on m.id = l.material_id
"""
_ETA = """
(select min(substr(u.eta, 1, 10)) from shipment_line sl join tracked_unit u on u.shipment_id = sl.shipment_id
 where sl.order_line_id = l.id and u.eta is not null and coalesce(u.user_status, u.status) not in
   ('delivered', 'returned', 'cancelled'))
"""

# Columns carry the names under which `import` knows them, so that what goes out can come back in.
TABLES: dict[str, str] = {
    "orders": f"""
select o.number as purchase_order, l.line, nullif(l.schedule, '') as schedule, s.code as supplier_code,
  s.name as supplier_name, m.number as material, coalesce(l.description, m.description) as description,
  l.quantity, l.unit, l.unit_price, l.currency, {major("l.value_minor", "l.currency")} as line_value, l.issued_on,
  l.acknowledged_on, l.required_on, l.first_promise, l.current_promise, l.promises, l.status, l.received_quantity,
  l.rejected_quantity, l.first_received_on, l.completed_on, l.posted_on, l.incoterm, l.incoterm_place, l.mode, l.origin,
  l.destination, l.country, l.buyer, p.name as owner, l.note
{_OF_LINE} left join person p on p.id = l.owner_id
order by o.number, l.line, l.schedule
""",
    "arrivals": f"""
select * from (
  select o.number as purchase_order, l.line, s.name as supplier_name, m.number as material,
    coalesce(l.description, m.description) as description, l.quantity - l.received_quantity as open_quantity, l.unit,
    coalesce({_ETA}, l.current_promise, l.required_on) as expected_on,
    case when {_ETA} is not null then 'carrier' when l.current_promise is not null then 'promise' else 'needed' end
      as expected_by,
    l.current_promise, l.required_on
  {_OF_LINE} where l.status = 'open')
where expected_on is not null
order by expected_on, supplier_name, purchase_order, line
""",
    "promises": f"""
select o.number as purchase_order, l.line, s.name as supplier_name, m.number as material, p.promised_on, p.quantity,
  p.known_on, p.known_basis, p.source, p.told_by, p.evidence, p.recorded_at
{_OF_LINE} join promise p on p.order_line_id = l.id
where {STANDS}
order by o.number, l.line, p.known_on, p.id
""",
    "receipts": f"""
select o.number as purchase_order, l.line, s.name as supplier_name, m.number as material, r.received_on, r.posted_on,
  r.quantity as received_quantity, r.rejected_quantity, r.document as receipt_document, r.movement_type
{_OF_LINE} join receipt r on r.order_line_id = l.id
where r.retraction = 0 and not exists (select 1 from receipt x where x.replaces_id = r.id)
order by o.number, l.line, r.received_on, r.id
""",
    "shipments": """
select sh.number, s.name as supplier_name, u.carrier, u.number as tracking_number, u.kind, sh.mode, sh.origin,
  sh.destination, sh.shipped_on, coalesce(u.user_status, u.status) as status, u.eta, u.last_event_at, u.last_event_text,
  u.last_checked_at, u.last_error,
  (select group_concat(o.number || ' / ' || l.line, ', ') from shipment_line sl
   join order_line l on l.id = sl.order_line_id join purchase_order o on o.id = l.purchase_order_id
   where sl.shipment_id = sh.id) as order_lines
from shipment sh
left join tracked_unit u on u.shipment_id = sh.id
left join supplier s on s.id = sh.supplier_id
order by sh.shipped_on desc, sh.number, u.number
""",
    "events": """
select u.carrier, u.number as tracking_number, e.occurred_local, e.utc_offset_min, e.classifier, e.status, e.milestone,
  e.raw_code, e.raw_text, e.place_text, e.city, e.country, e.unlocode, e.vessel_name, e.voyage, e.first_seen_at
from tracking_event e join tracked_unit u on u.id = e.tracked_unit_id
where e.retracted_at is null
order by u.carrier, u.number, e.occurred_local, e.id
""",
    "suppliers": """
select s.code as supplier_code, s.name as supplier_name, s.country, s.language, s.currency, s.time_zone,
  s.early_days_allowed, s.late_days_allowed, s.quantity_tolerance, s.check_in_every_days, p.name as owner,
  (select group_concat(c.email, ', ') from contact c where c.supplier_id = s.id) as email,
  (select count(*) from order_line l where l.supplier_id = s.id) as order_lines,
  (select count(*) from order_line l where l.supplier_id = s.id and l.status = 'open') as open_lines, s.note
from supplier s left join person p on p.id = s.owner_id
order by s.name collate nocase
""",
    "materials": f"""
select m.number as material, m.description, m.unit, m.material_group, m.erp_lead_time_days, m.daily_demand,
  m.demand_deviation, {major("m.late_day_cost_minor", "m.currency")} as late_day_cost, m.currency
from material m order by m.number
""",
    "communications": """
select c.happened_at, c.direction, c.channel, s.name as supplier_name, k.name as contact, p.name as person, c.subject,
  c.sender, c.recipients, c.body,
  (select group_concat(distinct coalesce(o.number, lo.number || ' / ' || l.line))
   from communication_link x left join purchase_order o on o.id = x.purchase_order_id
   left join order_line l on l.id = x.order_line_id left join purchase_order lo on lo.id = l.purchase_order_id
   where x.communication_id = c.id) as orders
from communication c
left join supplier s on s.id = c.supplier_id
left join contact k on k.id = c.contact_id
left join person p on p.id = c.person_id
order by c.happened_at, c.id
""",
    "questions": """
select s.name as supplier_name, q.asked_by, q.kind, q.words, q.asked_at, q.answered_at, q.closed_reason,
  o.number as purchase_order, l.line
from question q
join supplier s on s.id = q.supplier_id
left join order_line l on l.id = q.order_line_id
left join purchase_order o on o.id = coalesce(q.purchase_order_id, l.purchase_order_id)
order by q.asked_at, q.id
""",
    "check-ins": """
select s.name as supplier_name, c.planned_on, c.held_on, c.note
from check_in c join supplier s on s.id = c.supplier_id order by c.planned_on, s.name collate nocase
""",
    "own-days": """
select s.code as supplier_code, s.name as supplier_name, d.first_on, d.last_on, d.kind, d.reason
from own_days d left join supplier s on s.id = d.supplier_id
order by d.first_on, s.name collate nocase, d.id
""",
    "actions": """
select s.name as supplier_name, a.what, a.side, a.owner, a.starts_on, a.due_on, a.done_on
from agreed_action a join supplier s on s.id = a.supplier_id order by s.name collate nocase, a.due_on, a.id
""",
}


def headers(db: Database, table: str) -> list[str]:
    """The names of a table's columns."""
    return [column[0] for column in db.conn.execute(f"select * from ({TABLES[table]}) limit 0").description]


def rows(db: Database, table: str) -> Iterator[tuple[Any, ...]]:
    """Its rows one by one, days as dates; a million rows never stand in memory together."""
    cursor = db.conn.execute(TABLES[table])
    days = [place for place, column in enumerate(cursor.description) if column[0].endswith(("_on", "_promise"))]
    for row in cursor:
        if not days:
            yield row
            continue
        cells = list(row)
        for place in days:
            cells[place] = _day(cells[place])
        yield tuple(cells)


def _day(text: Any) -> Any:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else text
    except ValueError:
        return text
