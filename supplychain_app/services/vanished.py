"""Open lines that a later export no longer lists: what became of each is asked, and answered."""

from dataclasses import dataclass
from datetime import date

from supplychain_app.domain.errors import InvalidInput, NotFound
from supplychain_app.language import tr
from supplychain_app.storage import database, import_vanished, line_state
from supplychain_app.storage.connection import Database

ANSWERS = ("received", "cancelled", "still open")


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


def answer_vanished(db: Database, vanished_id: int, answer: str, *, today: date) -> None:
    """Say what became of a vanished line. Received: booked on the day of the export that no longer listed it."""
    if answer not in ANSWERS:
        raise InvalidInput(tr("“{answer}” is no answer. Say received, cancelled or still open.", answer=answer))
    noticed = import_vanished.vanished_on(db, vanished_id)
    day = noticed if noticed and answer == "received" else today.isoformat()
    with database.writing(db):
        line_id = import_vanished.answer_vanished(db, vanished_id, answer, day)
        if line_id is None:
            raise NotFound(tr("That question is no longer there. Refresh the list."))
        line_state.refresh(db, [line_id])
