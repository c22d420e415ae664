"""Reads who plans an order line, and what they need to know about it."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from supplychain_app.storage.connection import Database


class PlannedLine(NamedTuple):
    """An open line with whoever plans it: its owner, its supplier's owner, or its buyer."""

    purchase_order: str
    line: str
    supplier: str
    goods: str
    open_quantity: float
    unit: str | None
    required_on: str | None
    promise: str | None
    planner: str | None
    address: str | None


def planned_lines(db: Database, line_ids: Sequence[int]) -> list[PlannedLine]:
    """The open ones among these lines, by order and line."""
    sql = """
    select o.number, l.line, coalesce(s.name, ''), coalesce(m.description, l.description, m.number, ''),
      max(0, l.quantity - l.received_quantity), coalesce(l.unit, m.unit), l.required_on, l.current_promise,
      coalesce(p.name, l.buyer), p.email
    from order_line l
    join purchase_order o on o.id = l.purchase_order_id
    left join supplier s on s.id = l.supplier_id
    left join material m on m.id = l.material_id
    left join person p on p.id = coalesce(l.owner_id, s.owner_id, (select id from person where name = l.buyer))
    where l.status = 'open' and l.id in (select value from json_each(?))
    order by o.number, cast(l.line as integer), l.line
    """
    return [PlannedLine(*row) for row in db.conn.execute(sql, [json.dumps(list(line_ids))])]
