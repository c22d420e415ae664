"""What lead times need of every line: five columns for one question instead of the whole history."""

from collections.abc import Collection
from datetime import date

import numpy as np
from sqlite_utils import Database

from supplychain_app.analytics.line_facts import CREATED, MISSING, NO_START, SENT, LeadLines
from supplychain_app.storage import facts, packed

_DAYS = (
    "l.issued_on",
    "coalesce(l.issued_on, l.created_on)",
    "l.required_on",
    "l.entered_on",
    facts.CANCELLED,
    "l.current_promise",
    "l.completed_on",
)
_LATER = """
select exists (select 1 from promise where known_on > :day)
  or exists (select 1 from receipt where known_on > :day)
  or exists (select 1 from line_change where known_on > :day)
"""


def load(db: Database, as_of: date, fields: Collection[str] = ()) -> LeadLines:
    """Every line in view on this day; `fields`: what besides supplier, material, country and mode is wanted.

    Where nothing was learned after that day, the lines themselves say what the ledgers add up to
    (storage/line_state.py). Otherwise the ledgers are read.
    """
    if db.conn.execute(_LATER, {"day": as_of.isoformat()}).fetchone()[0]:
        return facts.load(db, as_of).for_lead_times()
    try:
        found = _load(db, as_of.toordinal(), fields, packed.DAY)
    except ValueError:
        found = _load(db, as_of.toordinal(), fields, packed.ODD_DAY)
    in_view = found.entered <= found.as_of
    return found if in_view.all() else found.select(in_view)


def _load(db: Database, as_of: int, fields: Collection[str], day: str) -> LeadLines:
    names = ["country", "mode"]
    names += ["incoterm"] if "incoterm" in fields else []
    names += ["origin", "destination"] if "lane" in fields else []
    columns = [day.format(column) for column in _DAYS]
    columns += [packed.NUMBER.format("l.supplier_id", -1), packed.NUMBER.format("l.material_id", -1)]
    columns += [packed.TEXT.format(f"l.{name}") for name in names]
    found = packed.columns(db, "order_line", columns, "order_line l")
    sent, issued, required, entered, cancelled, promise, completed = (packed.days(block) for block in found[:7])
    supplier, material = (packed.whole(block) for block in found[7:9])
    texts = {name: packed.texts(block) for name, block in zip(names, found[9:], strict=True)}
    nothing: facts.Texts = (np.zeros(0, dtype=np.int64), ())
    if "lane" in fields:
        texts["lane"] = facts.lanes(texts.pop("origin"), texts.pop("destination"), texts["mode"])
    texts = {"incoterm": nothing, "lane": nothing, **texts}
    basis = np.where(sent != MISSING, SENT, np.where(issued != MISSING, CREATED, NO_START)).astype(np.int8)
    return LeadLines(
        line_id=packed.ids(db, "order_line"),
        supplier=supplier,
        material=material,
        issued=issued,
        issued_basis=basis,
        required=required,
        entered=entered,
        cancelled=cancelled,
        promise=promise,
        completed=completed,
        labels={name: labels for name, (_, labels) in texts.items()},
        as_of=as_of,
        **{name: codes for name, (codes, _) in texts.items()},
    )
