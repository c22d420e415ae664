"""What the tables of the Import screen show."""

import re

from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.row_model import Column

WHAT = {
    "new": "new",
    "changed": "changed",
    "promise": "promise moved",
    "refused": "refused",
    "waiting": "on hold",
    "vanished": "no longer listed",
}


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def _was_or_becomes(value: object) -> str:
    """A date as everywhere else; anything else as it stands."""
    text = _plain(value)
    return formats.day(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else text


def _counts(value: dict[str, int] | None) -> str:
    return ", ".join(f"{number:,} {name.replace('_', ' ')}" for name, number in (value or {}).items() if number)


SAMPLES = (
    Column("what", "What", lambda v: WHAT.get(v, _plain(v)), width=14),
    Column("order", "Order", width=14),
    Column("line", "Line", width=7),
    Column("old", "Was", _was_or_becomes, width=16),
    Column("new", "Becomes", _was_or_becomes, width=20, fill=True),
)
REJECTS = (
    Column("row", "Row", formats.number, right=True, width=7),
    Column("column", "Column", width=20),
    Column("reason", "Why it was rejected", width=60, fill=True),
)
RUNS = (
    Column("received_at", "Received", formats.moment, width=17),
    Column("file_name", "File", width=30, fill=True),
    Column("kind", "Kind", width=14),
    Column("counts", "What it did", _counts, width=46),
    Column("undone_at", "Taken back", lambda v: formats.moment(v) if v else "", width=16),
)
VANISHED = (
    Column("purchase_order", "Order", width=14),
    Column("line", "Line", width=7),
    Column("supplier", "Supplier", width=26, fill=True),
    Column("material", "Material", width=26),
    Column("promise", "Promise", formats.day, right=True, width=11),
    Column("open_quantity", "Open", formats.number, right=True, width=8),
    Column("noticed_on", "Since the export of", formats.day, right=True, width=16),
)
