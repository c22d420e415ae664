"""Says who really arranged a stage of some lines, where the Incoterm names someone else."""

from collections.abc import Sequence
from datetime import datetime

from supplychain_app.domain.errors import InvalidInput
from supplychain_app.domain.shipments import utc_text
from supplychain_app.domain.stages import Party, Stage
from supplychain_app.language import noun_for, tr
from supplychain_app.reports import words
from supplychain_app.services.undo import Edit, Pen
from supplychain_app.storage import database, edits
from supplychain_app.storage.connection import Database


def reassign_party(
    db: Database, line_ids: Sequence[int], *, stage: Stage | str, party: Party | str, reason: str, now: datetime
) -> Edit:
    """From `now` on the days of this stage count as that party's, whatever the Incoterm says; the last word counts."""
    if not reason.strip():
        raise InvalidInput(
            tr("Give the reason why someone else arranged this stage; it stands in the story of each line.")
        )
    lines = list(dict.fromkeys(line_ids))
    if not lines:
        raise InvalidInput(tr("No line is selected. Select one first."))
    chosen, to = Stage(stage), Party(party)
    label = edits.line_label(db, lines[0]) if len(lines) == 1 else f"{len(lines)} {noun_for(len(lines), 'line')}"
    with database.writing(db):
        pen = Pen(db)
        for line_id in lines:
            values = {"order_line_id": line_id, "stage": chosen.value, "party": to.value}
            pen.insert("cause", values | {"reason": reason.strip(), "recorded_at": utc_text(now)})
        return pen.finish(
            tr(
                "{stage} of {line} counts as arranged by {party}",
                stage=words.STAGES[chosen.value],
                line=label,
                party=words.PARTIES[to.value],
            )
        )
