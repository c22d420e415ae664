"""Suppliers whose rows of Today hang together: one row may tell of lines of all of them."""

from collections import defaultdict
from collections.abc import Collection

from supplychain_app.storage.connection import Database
from supplychain_app.storage.worklist import want

# Open lines of one order or shipment; the joins are crossed so that few lines are looked up, not all gone through.
_BESIDE = """
with own as materialized (
  select l.id, l.purchase_order_id
  from worklist_wanted w
  cross join order_line l on l.supplier_id is nullif(w.id, 0) and l.status = 'open'
)
select coalesce(o.supplier_id, 0)
from own
cross join order_line o on o.purchase_order_id = own.purchase_order_id and +o.status = 'open'
union
select coalesce(o.supplier_id, 0)
from own
cross join shipment_line mine on mine.order_line_id = own.id
cross join shipment_line k on k.shipment_id = mine.shipment_id
cross join order_line o on o.id = k.order_line_id and o.status = 'open'
"""

# A question to, or a follow-up with, one supplier about a line or an order of another.
_ABOUT_OTHERS = """
select q.supplier_id, coalesce(l.supplier_id, 0)
from question q
join order_line l on l.id = q.order_line_id
where l.supplier_id is not q.supplier_id
union
select q.supplier_id, coalesce(l.supplier_id, 0)
from question q
join order_line l on l.purchase_order_id = q.purchase_order_id
where q.order_line_id is null
  and l.supplier_id is not q.supplier_id
union
select f.supplier_id, coalesce(l.supplier_id, 0)
from follow_up f
join order_line l on l.id = f.order_line_id
where f.supplier_id is not null
  and l.supplier_id is not f.supplier_id
"""


def together(db: Database, supplier_ids: Collection[int]) -> frozenset[int]:
    """These suppliers (0: none) and all whose rows hang together with theirs."""
    linked: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in db.conn.execute(_ABOUT_OTHERS) if supplier_ids else ():
        linked[one].add(other)
        linked[other].add(one)
    found: set[int] = set()
    new = set(supplier_ids)
    while new:
        found |= new
        want(db, new)
        new = {row[0] for row in db.conn.execute(_BESIDE)}.union(*(linked[one] for one in found)) - found
    return frozenset(found)
