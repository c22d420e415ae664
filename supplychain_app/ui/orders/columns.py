"""What a row of Orders shows."""

from typing import Any

from supplychain_app.language import tr
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.row_model import Column

STATUS = {"open": tr("Open"), "received": tr("Received"), "cancelled": tr("Cancelled")}


def _late(value: Any, status: Any = None) -> str:
    if value is None or status == "cancelled":
        return ""
    if status == "open" and value <= 0:  # still to come, so neither early nor on the day yet
        return tr("{days} to go", days=formats.days(-value)) if value else tr("due today")
    return formats.lateness(value)


def _moved(value: float | None) -> str:
    if not value:
        return ""
    return f"+{formats.days(value)}" if value > 0 else f"−{formats.days(-value)}"


def _state(value: str | None) -> str:
    return STATUS.get(value or "", "")


def _late_tone(value: float | None) -> str | None:
    return "bad" if value is not None and value > 0 else None


COLUMNS = (
    Column("purchase_order", tr("Order"), width=14),
    Column("line", tr("Line"), width=4),
    Column("supplier", tr("Supplier"), width=13),
    Column(
        "description",
        tr("Material"),
        fill=True,
        width=24,
        needs=("material",),
        write_row=lambda text, number: text or number or "",
    ),
    Column(
        "quantity",
        tr("Ordered"),
        right=True,
        width=9,
        needs=("unit",),
        write_row=formats.quantity,
        about=tr("What was ordered, in the unit of the line"),
    ),
    Column(
        "open_quantity",
        tr("Open"),
        formats.number,
        right=True,
        width=8,
        about=tr("What is still to come: ordered less received"),
    ),
    Column("required_on", tr("Needed"), formats.day, right=True, width=11, about=tr("The day on which we need it")),
    Column(
        "current_promise", tr("Promise"), formats.day, right=True, width=11, about=tr("The last date the supplier gave")
    ),
    Column(
        "late_days",
        tr("Lateness"),
        right=True,
        width=11,
        tone=_late_tone,
        needs=("status",),
        write_row=_late,
        about=tr("Days from the current promise to the day the line was complete, or to today while it is open"),
    ),
    Column("owner", tr("Owner"), width=12),
    Column(
        "first_promise",
        tr("First promise"),
        formats.day,
        right=True,
        width=11,
        about=tr("The first date the supplier gave; suppliers are graded against it"),
    ),
    Column(
        "slippage", tr("Moved"), _moved, right=True, width=8, about=tr("Promise slippage: current minus first promise")
    ),
    Column(
        "value_minor",
        tr("Value"),
        right=True,
        width=11,
        needs=("currency",),
        write_row=formats.money,
        about=tr("What the line is worth as ordered, in its own currency"),
    ),
    Column(
        "status", tr("Status"), _state, width=9, about=tr("Open until all is received; a cancelled line counts nowhere")
    ),
    Column(
        "issued_on",
        tr("Sent"),
        formats.day,
        right=True,
        width=10,
        about=tr("The day the order was sent; where a file has only the day it was created, that day"),
    ),
    Column(
        "completed_on",
        tr("Complete"),
        formats.day,
        right=True,
        width=10,
        about=tr("The first day on which all that was received reaches the ordered quantity, less the tolerance"),
    ),
    Column("mode", tr("Mode"), width=7),
    Column("incoterm", tr("Incoterm"), width=7),
    Column("country", tr("Country"), width=9),
    Column("note", tr("Note"), width=20),
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
