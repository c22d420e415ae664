"""Today: what needs a person now, why, what it costs, and what was done about it."""

import json
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

from supplychain_app.domain.errors import InvalidInput
from supplychain_app.language import tr
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.services.undo import Edit, Pen
from supplychain_app.services.worklist_desk import Thresholds
from supplychain_app.services.worklist_groups import build_rows, data_rows
from supplychain_app.services.worklist_rows import (
    GROUPS,
    Count,
    Gathered,
    Owners,
    SinceImport,
    Worklist,
    WorkRow,
    arrange,
    marked,
    owners_of,
)
from supplychain_app.storage import database
from supplychain_app.storage import worklist as stored
from supplychain_app.storage import worklist_around as around
from supplychain_app.storage.connection import Database

__all__ = ["GROUPS", "Count", "SinceImport", "WorkRow", "Worklist", "back", "build", "done", "hand_over", "snooze"]


def build(db: Database, *, today: date, owner: str | None = None, compare: bool = True) -> Worklist:
    """The worklist of a day as known that day; for one owner, or for all. `compare` counts last week's rows too."""
    return arrange(db, gather(db, today=today, compare=compare), owner=owner)


def gather(db: Database, *, today: date, compare: bool = True) -> Gathered:
    """Everything that needs a person on that day, whatever was done about it."""
    from supplychain_app.services import data_quality

    knowledge = Knowledge()
    rows = build_rows(db, today, today=today, limits=thresholds(db), knowledge=knowledge)
    since = since_import(db, today)  # reads what was prepared for this day
    rows += data_rows(data_quality.findings(db, today=today, knowledge=knowledge))
    before = week_before(db, knowledge, today=today) if compare else None
    return Gathered(today, tuple(rows), before, since)


def week_before(db: Database, knowledge: Knowledge, *, today: date) -> Owners:
    """How many rows stood a week ago."""
    day = today - timedelta(days=7)
    rows = build_rows(db, day, today=today, limits=thresholds(db), knowledge=knowledge)
    return owners_of(marked(db, rows, day))


def snooze(db: Database, key: str, until: date, today: date) -> Edit:
    """Hide a row until a day."""
    if until <= today:
        raise InvalidInput(tr("Snooze until a day that is still to come."))
    return _mark(db, key, {"action": "snoozed", "until_on": until.isoformat()}, today, tr("Snoozed"))


def done(db: Database, key: str, today: date) -> Edit:
    """A row is dealt with; it comes back when the fact behind it changes, or if it is still true after a week."""
    return _mark(db, key, {"action": "done"}, today, tr("Done"))


def hand_over(db: Database, key: str, person: str, today: date) -> Edit:
    """A row belongs to someone else from now on."""
    if not person.strip():
        raise InvalidInput(tr("Say to whom the row is handed over."))
    with database.writing(db, nouns=frozenset()):
        pen = Pen(db)
        values = {"row_key": key, "action": "handed over", "owner_id": pen.person(person)}
        pen.insert("worklist_mark", values | {"marked_on": today.isoformat(), "recorded_at": database.now_utc()})
        return pen.finish(tr("Handed over to {person}", person=person))


def back(db: Database, key: str, today: date) -> Edit:
    """Show a row again that was snoozed or done."""
    return _mark(db, key, {"action": "back"}, today, tr("Back on the list"))


def thresholds(db: Database) -> Thresholds:
    """The limits in the file's settings, or the usual ones; an unusable value is left out."""
    text = stored.setting(db, "worklist")
    try:
        given = json.loads(text) if text else {}
    except ValueError:
        return Thresholds()
    known = {field.name for field in fields(Thresholds)}
    usable: dict[str, Any] = {
        name: value
        for name, value in (given.items() if isinstance(given, dict) else ())
        if name in known and isinstance(value, int | float) and not isinstance(value, bool) and value >= 0
    }
    return replace(Thresholds(), **usable)


def _mark(db: Database, key: str, values: dict[str, str], today: date, what: str) -> Edit:
    with database.writing(db, nouns=frozenset()):  # no fact changes
        pen = Pen(db)
        day = {"marked_on": today.isoformat(), "recorded_at": database.now_utc()}
        pen.insert("worklist_mark", {"row_key": key} | values | day)
        return pen.finish(what)


def since_import(db: Database, today: date) -> SinceImport | None:
    """What the last import changed on the lines open today, as storage/worklist.py has prepared them."""
    newest = stored.last_import(db, today)
    if newest is None:
        return None
    _, file, received_at, before = newest
    received = date.fromisoformat(received_at[:10])
    since = date.fromisoformat(before[:10]) if before else received
    moved = around.moves(db, today, since=since)
    later = [move for move in moved if move.new > move.old]
    slipped = sum((date.fromisoformat(move.new) - date.fromisoformat(move.old)).days for move in later)
    past_due = stored.lines(db, "past due", today)
    became = [line for line in past_due if (line.current_promise or line.required_on or "") >= since.isoformat()]
    return SinceImport(
        file=file,
        received_on=received,
        moved=len(moved),
        later=len(later),
        later_days=slipped,
        earlier=len(moved) - len(later),
        new_past_due=len(became),
    )
