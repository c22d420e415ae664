"""What the tables of the Import screen show."""

import re

from supplychain_app.language import tr
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.row_model import Column

WHAT = {
    "new": tr("new"),
    "changed": tr("changed"),
    "promise": tr("promise moved"),
    "refused": tr("refused"),
    "waiting": tr("on hold"),
    "vanished": tr("no longer listed"),
}
COUNTS = {
    "rows": tr("rows"),
    "added": tr("new"),
    "changed": tr("changed"),
    "promises_moved": tr("promises moved"),
    "vanished": tr("no longer listed"),
    "unchanged": tr("unchanged"),
    "rejected": tr("rejected"),
    "skipped": tr("skipped"),
}
KINDS = {
    "auto": tr("whatever is recognised"),
    "orders": tr("orders"),
    "receipts": tr("receipts"),
    "shipments": tr("shipments"),
    "suppliers": tr("suppliers"),
    "materials": tr("materials"),
    "communications": tr("communications"),
    "edi": tr("EDI messages"),
    "events": tr("events"),
}


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def _was_or_becomes(value: object) -> str:
    """A date as everywhere else; anything else as it stands."""
    text = _plain(value)
    return formats.day(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else text


def _counts(value: dict[str, int] | None) -> str:
    return ", ".join(
        f"{formats.number(number)} {COUNTS.get(name, name)}" for name, number in (value or {}).items() if number
    )


SAMPLES = (
    Column("what", tr("What"), lambda v: WHAT.get(v, _plain(v)), width=14),
    Column("order", tr("Order"), width=14),
    Column("line", tr("Line"), width=7),
    Column("old", tr("Was"), _was_or_becomes, width=16),
    Column("new", tr("Becomes"), _was_or_becomes, width=20, fill=True),
)
REJECTS = (
    Column("row", tr("Row"), formats.number, right=True, width=7),
    Column("column", tr("Column"), width=20),
    Column("reason", tr("Why it was rejected"), width=60, fill=True),
)
RUNS = (
    Column("received_at", tr("Received"), formats.moment, width=17),
    Column("file_name", tr("File"), width=30, fill=True),
    Column("kind", tr("Kind"), lambda v: KINDS.get(v, _plain(v)), width=14),
    Column("counts", tr("What it did"), _counts, width=46),
    Column("undone_at", tr("Taken back"), lambda v: formats.moment(v) if v else "", width=16),
)
VANISHED = (
    Column("purchase_order", tr("Order"), width=14),
    Column("line", tr("Line"), width=7),
    Column("supplier", tr("Supplier"), width=26, fill=True),
    Column("material", tr("Material"), width=26),
    Column("promise", tr("Promise"), formats.day, right=True, width=11),
    Column("open_quantity", tr("Open"), formats.number, right=True, width=8),
    Column("noticed_on", tr("Since the export of"), formats.day, right=True, width=16),
)
