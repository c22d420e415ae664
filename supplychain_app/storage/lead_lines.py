"""What lead times need of every line, without the history of its promises and receipts."""

from collections.abc import Collection
from datetime import date

import numpy as np

from supplychain_app.analytics.line_facts import CREATED, MISSING, NO_START, SENT, LeadLines
from supplychain_app.storage import facts, packed
from supplychain_app.storage.connection import Database
from supplychain_app.storage.snapshot import Snapshot, snapshot

_DAYS = (
    "l.issued_on",
    "l.created_on",
    "l.required_on",
    "l.entered_on",
    facts.CANCELLED,
)
_KNOWN = (
    (facts.PROMISE_ROWS, packed.day("p.known_on")),
    (facts.RECEIPT_ROWS, packed.day("r.known_on")),
    (packed.Rows("line_change", "c"), packed.day("c.known_on")),
)


def load(db: Database, as_of: date, fields: Collection[str] = ()) -> LeadLines:
    """Every line in view on this day; `fields`: what besides supplier, material, country and mode is wanted.

    Where nothing was learned after that day, the lines themselves say what the ledgers add up to
    (storage/line_state.py). Otherwise the ledgers are read.
    """
    with snapshot(db) as moment:
        if anything_after(moment, as_of):
            return facts.load(db, as_of).for_lead_times()
        found = _load(moment, as_of.toordinal(), fields)
    in_view = found.entered <= found.as_of
    return found if in_view.all() else found.select(in_view)


def anything_after(moment: Snapshot, as_of: date) -> bool:
    """Whether a promise, a receipt or another value of a line was learned after that day."""
    return any(packed.anything_after(moment, rows, column, as_of) for rows, column in _KNOWN)


def _load(moment: Snapshot, as_of: int, fields: Collection[str]) -> LeadLines:
    names = ["country", "mode"]
    names += ["incoterm"] if "incoterm" in fields else []
    names += ["origin", "destination"] if "lane" in fields else []
    columns = [*map(packed.day, _DAYS), *facts.STANDING]
    columns += [packed.number_id("l.supplier_id"), packed.number_id("l.material_id")]
    columns += [packed.text(f"l.{name}") for name in names]
    found = packed.read(moment, facts.LINE_ROWS, columns)
    sent, created, required, entered, cancelled, promise, completed, supplier, material = found[:9]
    issued = np.where(sent != MISSING, sent, created)
    texts: dict[str, packed.Texts] = dict(zip(names, found[9:], strict=True))
    nothing: packed.Texts = (np.zeros(0, dtype=np.int64), ())
    if "lane" in fields:
        texts["lane"] = facts.lanes(texts.pop("origin"), texts.pop("destination"), texts["mode"])
    texts = {"incoterm": nothing, "lane": nothing, **texts}
    basis = np.full(len(issued), SENT, dtype=np.int8)
    basis[sent == MISSING] = CREATED
    basis[issued == MISSING] = NO_START
    return LeadLines(
        line_id=packed.ids(moment, facts.LINE_ROWS, len(issued)),
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
