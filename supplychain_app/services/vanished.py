"""Open lines that a later export no longer lists: what became of each is asked, and answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from supplychain_app.domain.errors import InvalidInput, NotFound
from supplychain_app.language import tr
from supplychain_app.reports.words import plural
from supplychain_app.services.undo import Edit, Pen
from supplychain_app.storage import database, edits, import_vanished
from supplychain_app.storage.connection import Database

_DONE = {
    "received": tr("Received: {lines}"),
    "cancelled": tr("Cancelled: {lines}"),
    "still open": tr("Still open: {lines}"),
}
ANSWERS = tuple(_DONE)


@dataclass(frozen=True)
class VanishedLine:
    """An open line that a later export no longer lists: was it received, or cancelled?"""

    id: int
    import_id: int
    file_name: str
    noticed_on: date
    line_id: int
    purchase_order: str
    line: str
    supplier: str | None
    material: str | None
    promise: date | None
    open_quantity: float


def vanished(db: Database) -> list[VanishedLine]:
    """Open lines that a later export no longer lists, and that nobody has explained."""
    return [
        VanishedLine(
            row[0],
            row[1],
            row[2],
            date.fromisoformat(row[3][:10]),
            row[4],
            row[5],
            row[6],
            row[7],
            row[8],
            date.fromisoformat(row[9]) if row[9] else None,
            row[10],
        )
        for row in import_vanished.vanished(db)
    ]


def answer_vanished(db: Database, vanished_id: int | Sequence[int], answer: str, *, today: date) -> Edit:
    """Say what became of vanished lines. Received: booked on the day of the export that no longer listed the line."""
    if answer not in ANSWERS:
        raise InvalidInput(tr("“{answer}” is no answer. Say received, cancelled or still open.", answer=answer))
    with database.writing(db):
        pen, lines = Pen(db), []
        for one in (vanished_id,) if isinstance(vanished_id, int) else vanished_id:
            asked = edits.read_row(db, "vanished_line", one)
            if asked is None:
                raise NotFound(tr("That question is no longer there. Refresh the list."))
            line = edits.read_row(db, "order_line", asked["order_line_id"]) or {}
            lines.append(edits.line_label(db, line["id"]))
            # A line that is open no longer was answered by what came in since.
            said = answer if line["status"] == "open" else line["status"]
            pen.update("vanished_line", one, {"answer": said, "answered_at": database.now_utc()})
            if said == "cancelled" and line["cancelled_on"] is None:
                pen.update("order_line", line["id"], {"cancelled_on": today.isoformat()})
            elif said == "received" and line["quantity"] > line["received_quantity"]:
                noticed = import_vanished.vanished_on(db, one) or today.isoformat()
                pen.insert("receipt", _rest_of(line, noticed, fingerprint=f"vanished|{one}"))
        about = lines[0] if len(lines) == 1 else plural(len(lines), "line")
        return pen.finish(_DONE[answer].format(lines=about))


def _rest_of(line: dict[str, Any], day: str, *, fingerprint: str) -> dict[str, Any]:
    """The receipt of all that was still to come."""
    return {
        "order_line_id": line["id"],
        "received_on": day,
        "quantity": line["quantity"] - line["received_quantity"],
        "movement_type": "vanished",
        "known_on": day,
        "known_basis": "file date",
        "source": "manual",
        "fingerprint": fingerprint,
        "recorded_at": database.now_utc(),
    }
