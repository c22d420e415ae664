"""What the tables of the Import screen show."""

import re

from supplychain_app.language import tr
from supplychain_app.ui.shared import formats, shipment_words
from supplychain_app.ui.shared.row_model import Column

WHAT = {
    "new": tr("new"),
    "changed": tr("changed"),
    "promise": tr("promise moved"),
    "refused": tr("refused"),
    "waiting": tr("on hold"),
    "vanished": tr("no longer listed"),
    "ship date": tr("ship date"),
}
FIELDS = {
    "body": tr("text"),
    "buyer": tr("buyer"),
    "carrier": tr("carrier"),
    "channel": tr("channel"),
    "confirmed_on": tr("acknowledged on"),
    "contact": tr("contact"),
    "container": tr("container"),
    "country": tr("country"),
    "created_on": tr("created on"),
    "currency": tr("currency"),
    "current_promise": tr("current promise"),
    "description": tr("description"),
    "destination": tr("destination"),
    "direction": tr("direction"),
    "email": tr("mail address"),
    "event": tr("event"),
    "event_on": tr("day of the event"),
    "event_place": tr("place of the event"),
    "first_promise": tr("first promise"),
    "happened_at": tr("when it took place"),
    "incoterm": tr("delivery term"),
    "incoterm_place": tr("place of the delivery term"),
    "issued_on": tr("order sent on"),
    "language": tr("language"),
    "lead_time_days": tr("lead time in days"),
    "line": tr("order line"),
    "line_value": tr("value of the line"),
    "material": tr("material"),
    "material_group": tr("material group"),
    "mode": tr("mode of transport"),
    "movement_type": tr("goods movement"),
    "open_quantity": tr("open quantity"),
    "origin": tr("origin"),
    "phone": tr("phone"),
    "posted_on": tr("posted on"),
    "purchase_order": tr("order number"),
    "quantity": tr("quantity ordered"),
    "receipt_document": tr("receipt document"),
    "receipt_line": tr("item of the receipt"),
    "received_on": tr("received on"),
    "received_quantity": tr("quantity received"),
    "rejected_quantity": tr("quantity rejected"),
    "required_on": tr("required date"),
    "row_id": tr("the row's own number"),
    "schedule": tr("schedule line"),
    "shipment_number": tr("shipment number"),
    "shipped_on": tr("shipped on"),
    "status": tr("status"),
    "subject": tr("subject"),
    "supplier_code": tr("supplier number"),
    "supplier_name": tr("supplier"),
    "tracking_number": tr("tracking number"),
    "unit": tr("unit"),
    "unit_price": tr("unit price"),
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


def field_in_words(field: str) -> str:
    """What a column can be taken for: 'order number', 'Arrived, estimated'."""
    if field in FIELDS:
        return FIELDS[field]
    step, _, classifier = field.rpartition("_")
    known = shipment_words.MILESTONES.get(step, step)
    return tr("{step}, estimated", step=known) if classifier == "estimated" else known


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
    Column("file_name", tr("File"), width=20),
    Column("kind", tr("Kind"), lambda v: KINDS.get(v, _plain(v)), width=14),
    Column("counts", tr("What it did"), _counts, width=46, fill=True),
    Column("undone_at", tr("Taken back"), lambda v: formats.moment(v) if v else "", width=16),
)
VANISHED = (
    Column("purchase_order", tr("Order"), width=14),
    Column("line", tr("Line"), width=7),
    Column("supplier", tr("Supplier"), width=26, fill=True),
    Column("material", tr("Material"), width=26),
    Column("promise", tr("Promise"), formats.day, right=True, width=11),
    Column(
        "open_quantity",
        tr("Open"),
        formats.number,
        right=True,
        width=8,
        about=tr("What is still to come: ordered less received"),
    ),
    Column(
        "noticed_on",
        tr("Since the export of"),
        formats.day,
        right=True,
        width=16,
        about=tr("The first export in which the open line stood no more"),
    ),
)
