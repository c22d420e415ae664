"""The lines open on a day, as forecasts from what was learned need them: read from their rows, not from the history."""

from datetime import date

import numpy as np

from supplychain_app.analytics.line_facts import CREATED, MISSING, NO_START, SENT, LineFacts, OpenLines
from supplychain_app.storage import facts, lead_lines, packed
from supplychain_app.storage.connection import Database
from supplychain_app.storage.snapshot import snapshot

_COLUMNS = (
    packed.number_id("l.id"),
    *map(packed.day, ("l.issued_on", "l.created_on", "l.required_on", "l.current_promise", "l.first_promise")),
    *map(packed.number_id, ("l.supplier_id", "s.internal")),
    *map(packed.text, ("l.country", "l.mode")),
)

# Found by the index of open lines, but read in the order in which they lie in the file.
_OPEN = f"""
from order_line l
left join supplier s on s.id = l.supplier_id
where l.id in (select id from order_line where status in ('open', 'cancelled'))
  and l.completed_on is null
  and l.entered_on <= :day
  and (l.status = 'open' or {facts.CANCELLED} > :day)
"""


def load(db: Database, as_of: date) -> OpenLines | LineFacts:
    """The open lines; all lines, where something was learned after that day and only the history tells of it."""
    with snapshot(db) as moment:
        if lead_lines.anything_after(moment, as_of):
            return facts.load(db, as_of)
        found = packed.ask(db.conn, _COLUMNS, _OPEN, {"day": as_of.isoformat()})
    if found is None:
        found = [column.joined([]) for column in _COLUMNS]
    (country, countries), (mode, modes) = found[-2:]
    order = np.argsort(found[0], kind="stable")
    columns = (column[order] for column in (*found[:-2], country, mode))
    line_id, sent, created, required, promise, first_promise, supplier, internal, country, mode = columns
    issued = np.where(sent != MISSING, sent, created)
    return OpenLines(
        line_id=line_id,
        supplier=supplier,
        country=country,
        mode=mode,
        internal=internal > 0,
        issued=issued,
        issued_basis=np.where(sent != MISSING, SENT, np.where(issued != MISSING, CREATED, NO_START)).astype(np.int8),
        required=required,
        promise=promise,
        first_promise=first_promise,
        labels={"country": countries, "mode": modes},
        as_of=as_of.toordinal(),
    )
