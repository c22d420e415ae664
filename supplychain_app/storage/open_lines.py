"""The lines open on a day, as forecasts from what was learned need them: read from their rows, not from the history."""

from datetime import date
from typing import Any

import numpy as np

from supplychain_app.analytics.line_facts import CREATED, MISSING, NO_START, SENT, LineFacts, OpenLines, order_sizes
from supplychain_app.storage import facts, lead_lines, packed
from supplychain_app.storage.connection import Database
from supplychain_app.storage.snapshot import snapshot

# The few lines that may be open are kept apart from the rest: they lie all over the file.
_ROWS = packed.Rows("order_line", "l", where="l.completed_on is null and l.status in ('open', 'cancelled')", kept=True)
_DAYS = (
    "l.issued_on",
    "l.created_on",
    "l.required_on",
    "l.current_promise",
    "l.first_promise",
    "l.entered_on",
    facts.CANCELLED,
)
_COLUMNS = (
    *map(packed.day, _DAYS),
    *map(packed.number_id, ("l.id", "l.supplier_id", "l.purchase_order_id", "l.source_row")),
    *map(packed.text, ("l.country", "l.mode", facts.LINE_NUMBER, "l.source_file")),
)

_ORDER, _ENTERED = packed.number_id("l.purchase_order_id"), packed.day("l.entered_on")


def load(db: Database, as_of: date) -> OpenLines | LineFacts:
    """The open lines; all lines, where something was learned after that day and only the history tells of it."""
    with snapshot(db) as moment:
        if lead_lines.anything_after(moment, as_of):
            return facts.load(db, as_of)
        found = packed.read(moment, _ROWS, _COLUMNS)
        [orders] = packed.read(moment, facts.LINE_ROWS, [_ORDER])  # of every line
        if packed.anything_after(moment, facts.LINE_ROWS, _ENTERED, as_of):
            [seen] = packed.read(moment, facts.LINE_ROWS, [_ENTERED])
            orders = orders[seen <= as_of.toordinal()]
        own = [row[0] for row in db.conn.execute("select id from supplier where internal")]
    today = as_of.toordinal()
    texts, labels = zip(*found[11:], strict=True)
    entered, cancelled = found[5:7]
    chosen = (entered <= today) & ((cancelled == MISSING) | (cancelled > today))
    columns = (column[chosen] for column in (*found[:5], *found[7:11], *texts))
    sent, created, required, promise, first_promise, line_id, supplier, order, row, country, mode, line, file = columns
    issued = np.where(sent != MISSING, sent, created)
    return OpenLines(
        line_id=line_id,
        supplier=supplier,
        country=country,
        mode=mode,
        internal=np.isin(supplier, own),
        issued=issued,
        issued_basis=np.where(sent != MISSING, SENT, np.where(issued != MISSING, CREATED, NO_START)).astype(np.int8),
        required=required,
        promise=promise,
        first_promise=first_promise,
        order_id=order,
        order_size=order_sizes(order, orders),
        line=line,
        source_file=file,
        source_row=row,
        labels=dict(zip(("country", "mode", "line", "source_file"), labels, strict=True)),
        as_of=today,
    )


def references(db: Database, lines: OpenLines) -> tuple[list[Any], ...]:
    """Purchase order, line, source file and row of each of these lines."""
    orders, place = np.unique(lines.order_id, return_inverse=True)
    wanted = ",".join(map(str, orders.tolist()))
    found = db.conn.execute(f"select number from purchase_order where id in ({wanted}) order by id").fetchall()
    numbers = tuple(row[0] for row in found)
    return (
        facts.told((place, numbers), ""),
        facts.told((lines.line, lines.labels["line"]), ""),
        facts.told((lines.source_file, lines.labels["source_file"]), None),
        [row if row >= 0 else None for row in lines.source_row.tolist()],
    )


def keep(db: Database) -> None:
    """Keep in the file what `load` reads, as far as it is not kept yet."""
    packed.keep(db, _ROWS, _COLUMNS)
