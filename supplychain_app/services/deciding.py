"""Decides about what was read in messages: accepted, it becomes promises and followed shipments; each can be undone."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from supplychain_app.domain.errors import InvalidInput, NotFound
from supplychain_app.domain.orders import PromiseSource
from supplychain_app.domain.shipments import utc_text
from supplychain_app.language import tr
from supplychain_app.services import editing
from supplychain_app.services.following import follow
from supplychain_app.services.reply_reading import WorkbookDiff, read_attached
from supplychain_app.services.replying import apply_reply
from supplychain_app.services.undo import Edit, Pen, noted_by_parts
from supplychain_app.storage import chases, correspondents, database
from supplychain_app.storage import communications as stored
from supplychain_app.storage.connection import Database


def accept(
    db: Database,
    suggestion_id: int,
    *,
    promised_on: date | None = None,
    quantity: float | None = None,
    line_ids: Sequence[int] | None = None,
    now: datetime | None = None,
) -> Edit:
    """Make a suggested date a promise, with the mail as its evidence; date, quantity and lines may be edited.

    `quantity`: 0 where all that is open is meant, whatever the mail says. `line_ids`: of other lines than were found.
    A tracking number is followed from then on where its form tells its carrier.
    """
    one = _open_suggestion(db, suggestion_id)
    mail = stored.message(db, one.communication_id)
    if one.kind == "tracking":
        return _follow(db, one, now)
    if one.kind == "workbook":
        return accept_workbook(db, read_attached(db, one.communication_id), now=now or datetime.now(UTC))
    if one.kind in ("answer", "read", "undelivered"):
        return _decide(db, one, "accepted", now)
    day = promised_on or (date.fromisoformat(one.promised_on) if one.promised_on else None)
    if day is None:
        raise InvalidInput(tr("This suggestion has no date. Give one."))
    line_ids = line_ids or _lines_of(db, one)
    if not line_ids:
        raise NotFound(tr("This date belongs to no order line of the workspace yet. Choose the line with E."))
    with database.writing(db):
        promise = editing.record_promise(
            db,
            line_ids,
            day,
            quantity=(one.quantity if quantity is None else quantity) or None,
            source=PromiseSource.MAIL,
            told_by=mail["sender"],
            evidence=one.words,
            known_on=date.fromisoformat(mail["happened_at"][:10]),
            communication_id=one.communication_id,
        )
        decided = _decide(db, one, "accepted", now)
        noted_by_parts(db)
    return Edit(promise.what, promise.before + decided.before, promise.after + decided.after)


def accept_all(db: Database, suggestion_ids: Iterable[int], *, now: datetime | None = None) -> Edit:
    """Accept several suggestions as one step."""
    with database.writing(db):
        edits = [accept(db, one, now=now) for one in stored.by_mail_and_date(db, suggestion_ids)]
        noted_by_parts(db)
    if not edits:
        raise InvalidInput(tr("Nothing is selected. Select a suggestion first."))
    before = tuple(state for edit in edits for state in edit.before)
    after = tuple(state for edit in edits for state in edit.after)
    return Edit(
        edits[0].what if len(edits) == 1 else tr("{count} suggestions accepted", count=len(edits)), before, after
    )


def accept_workbook(db: Database, diff: WorkbookDiff, *, now: datetime, only: Sequence[int] | None = None) -> Edit:
    """Accept what a returned workbook proposes, as `apply_reply` does; the mail that it came with is done with then."""
    with database.writing(db):
        applied = apply_reply(db, diff, now=now, only=only)
        before, after = applied.before, applied.after
        if diff.communication_id is not None:
            for one in stored.suggestions(db, communication_id=diff.communication_id, state="open"):
                if one.kind == "workbook":
                    decided = _decide(db, one, "accepted", now)
                    before, after = (*before, *decided.before), (*after, *decided.after)
    return Edit(applied.what, before, after)


def close_questions(db: Database, question_ids: Sequence[int], *, now: datetime) -> Edit:
    """These questions need no answer any more: they were answered elsewhere, say by phone."""
    if not question_ids:
        raise InvalidInput(tr("No question is open here."))
    with database.writing(db):
        pen = Pen(db)
        for one in question_ids:
            pen.update("question", one, {"answered_at": utc_text(now), "closed_reason": "answered elsewhere"})
        if len(question_ids) == 1:
            return pen.finish(tr("Question closed"))
        return pen.finish(tr("{n} questions closed", n=len(question_ids)))


def dismiss(db: Database, suggestion_id: int, *, now: datetime | None = None) -> Edit:
    """Leave a suggestion aside."""
    return _decide(db, _open_suggestion(db, suggestion_id), "dismissed", now)


def _open_suggestion(db: Database, suggestion_id: int) -> stored.StoredSuggestion:
    found = stored.suggestions(db, suggestion_id=suggestion_id)
    if not found:
        raise NotFound(tr("This suggestion is no longer in the workspace. Refresh the screen."))
    if found[0].state != "open":
        raise InvalidInput(tr("This suggestion was decided already."))
    return found[0]


def _lines_of(db: Database, one: stored.StoredSuggestion) -> list[int]:
    if one.order_line_id is not None:
        return [one.order_line_id]
    if not one.purchase_order:
        return []
    if one.line:
        hit = correspondents.line_by_key(db, None, one.purchase_order, one.line)
        return [int(hit["id"])] if hit else []
    return correspondents.open_lines_of(db, one.purchase_order)


def _follow(db: Database, one: stored.StoredSuggestion, now: datetime | None) -> Edit:
    """Accept a tracking number: its shipment is followed for the suggestion's line, else for those of the message."""
    with database.writing(db):
        lines = [one.order_line_id] if one.order_line_id else chases.lines_linked(db, one.communication_id)
        pen = Pen(db)
        supplier_id = stored.message(db, one.communication_id)["supplier_id"]
        followed = follow(pen, one.value or one.words, line_ids=lines, supplier_id=supplier_id)
        decided = _decide(db, one, "accepted", now)
        number = one.value or one.words
        what = (
            tr("Tracking number {number} is followed from now on", number=number)
            if followed
            else tr(
                "Tracking number {number} accepted; its carrier cannot be told, so it is not followed", number=number
            )
        )
    return Edit(what, (*pen.before, *decided.before), (*pen.after, *decided.after))


def _decide(db: Database, one: stored.StoredSuggestion, state: str, now: datetime | None) -> Edit:
    with database.writing(db):
        pen = Pen(db)
        moment = utc_text(now) if now else database.now_utc()
        pen.update("suggestion", one.id, {"state": state, "decided_at": moment})
        accepted = state == "accepted"
        return pen.finish(
            tr("Suggestion “{words}” accepted", words=one.words)
            if accepted
            else tr("Suggestion “{words}” set aside", words=one.words)
        )
