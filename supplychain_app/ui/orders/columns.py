"""What a row of Orders shows."""

from typing import Any

from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.row_model import Column

STATUS = {"open": "Open", "received": "Received", "cancelled": "Cancelled"}


def _late(value: Any, status: Any = None) -> str:
    return "" if value is None or status == "cancelled" else formats.lateness(value)


def _moved(value: float | None) -> str:
    if not value:
        return ""
    return f"+{formats.days(value)}" if value > 0 else f"−{formats.days(-value)}"


def _state(value: str | None) -> str:
    return STATUS.get(value or "", "")


def _late_tone(value: float | None) -> str | None:
    return "bad" if value is not None and value > 0 else None


COLUMNS = (
    Column("purchase_order", "Order", width=14),
    Column("line", "Line", width=4),
    Column("supplier", "Supplier", width=13),
    Column(
        "description",
        "Material",
        fill=True,
        width=32,
        needs=("material",),
        write_row=lambda text, number: text or number or "",
    ),
    Column("quantity", "Ordered", right=True, width=9, needs=("unit",), write_row=formats.quantity),
    Column("open_quantity", "Open", formats.number, right=True, width=8),
    Column("required_on", "Needed", formats.day, right=True, width=11, about="The day on which we need it"),
    Column("current_promise", "Promise", formats.day, right=True, width=11, about="The last date the supplier gave"),
    Column(
        "late_days",
        "Lateness",
        right=True,
        width=11,
        tone=_late_tone,
        needs=("status",),
        write_row=_late,
        about="Complete, or today, minus the current promise",
    ),
    Column("owner", "Owner", width=12),
    Column("first_promise", "First promise", formats.day, right=True, width=11),
    Column("slippage", "Moved", _moved, right=True, width=8, about="Promise slippage: current minus first promise"),
    Column("value_minor", "Value", right=True, width=11, needs=("currency",), write_row=formats.money),
    Column("status", "Status", _state, width=9),
    Column("issued_on", "Sent", formats.day, right=True, width=10),
    Column("completed_on", "Complete", formats.day, right=True, width=10),
    Column("mode", "Mode", width=7),
    Column("incoterm", "Incoterm", width=7),
    Column("country", "Country", width=9),
    Column("note", "Note", width=20),
)
HIDDEN_AT_FIRST = (
    "owner",
    "slippage",
    "value_minor",
    "first_promise",
    "open_quantity",
    "status",
    "issued_on",
    "completed_on",
    "mode",
    "incoterm",
    "country",
    "note",
)
