"""Applies what a returned open-order workbook proposes, as one step that can be taken back."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from supplychain_app.domain.orders import PromiseSource
from supplychain_app.domain.shipments import utc_text
from supplychain_app.language import tr
from supplychain_app.mail.questions import kind_of, questions_in
from supplychain_app.services import editing
from supplychain_app.services.reply_reading import Change, WorkbookDiff
from supplychain_app.services.undo import Edit, Pen
from supplychain_app.storage import chases, correspondents, database, import_messages, questions
from supplychain_app.storage import communications as stored
from supplychain_app.storage.connection import Database


@dataclass(frozen=True)
class AppliedReply(Edit):
    """What a returned workbook changed, and how many of its proposals that were."""

    applied: int = 0


def apply_reply(db: Database, diff: WorkbookDiff, *, now: datetime, only: Sequence[int] | None = None) -> AppliedReply:
    """Make the confirmed dates promises, with the workbook as evidence; conflicts only when their row is named.

    `only` names the rows to apply; without it, all but those in conflict. A comment is kept as a note of the supplier
    on its line, a tracking number as a suggestion. The same workbook twice adds nothing.
    """
    what = tr("Reply of {supplier} ({name})", supplier=diff.supplier or tr("a supplier"), name=diff.path.name)
    chosen = [c for c in diff.changes if (c.row in only if only is not None else c.conflict is None)]
    chosen.sort(key=lambda c: (c.line_id, c.new if c.field == "promise" else ""))  # a split's last part comes last
    if not chosen:
        return AppliedReply(what, (), ())
    fingerprint = hashlib.sha256(diff.content).hexdigest()
    with database.writing(db):
        pen = Pen(db)
        communication = diff.communication_id or stored.by_fingerprint(db, fingerprint, None)
        if communication is None:
            communication = pen.insert("communication", _message(db, diff, fingerprint, now))
        linked = {line for line, _ in chases.lines_sent(db, communication)}
        applied = 0
        for change in chosen:
            if change.line_id not in linked:
                link = {"communication_id": communication, "order_line_id": change.line_id}
                pen.insert("communication_link", link)
                linked.add(change.line_id)
            applied += _apply(pen, change, diff, communication, now)
        if diff.supplier_id:
            _answer(pen, diff, chosen, communication, now)
        edit = pen.finish(what)
    return AppliedReply(edit.what, edit.before, edit.after, applied)


def _message(db: Database, diff: WorkbookDiff, fingerprint: str, now: datetime) -> dict[str, object]:
    return {
        "fingerprint": fingerprint,
        "direction": "in",
        "channel": "workbook",
        "supplier_id": diff.supplier_id,
        "subject": diff.path.name,
        "body": "\n".join(f"{c.purchase_order} / {c.line}: {c.field} {c.new}" for c in diff.changes),
        "happened_at": utc_text(now),
        "thread": chases.thread_by_file(db, diff.file_id) or f"workbook:{fingerprint[:16]}",
        "original": diff.content,
        "recorded_at": database.now_utc(),
    }


def _apply(pen: Pen, change: Change, diff: WorkbookDiff, communication: int, now: datetime) -> bool:
    """One proposal; False where it was applied before."""
    db, day = pen.db, now.date()
    if change.field == "promise":
        if import_messages.is_told(db, change.line_id, change.new, day.isoformat(), PromiseSource.WORKBOOK):
            return False
        edit = editing.record_promise(
            db,
            change.line_id,
            date.fromisoformat(change.new),
            quantity=change.quantity,
            source=PromiseSource.WORKBOOK,
            told_by=diff.supplier,
            evidence=tr("{name}, row {row}", name=diff.path.name, row=change.row),
            known_on=day,
            communication_id=communication,
        )
        pen.before += edit.before
        pen.after += edit.after
        return True
    if change.field == "tracking":
        if stored.has_suggestion(db, communication, change.line_id, change.new):
            return False
        told = {"communication_id": communication, "order_line_id": change.line_id, "kind": "tracking"}
        pen.insert("suggestion", told | {"value": change.new, "words": change.new, "confidence": 0.97})
        return True
    return _note(pen, change, diff, communication, now)


def _note(pen: Pen, change: Change, diff: WorkbookDiff, communication: int, now: datetime) -> bool:
    """The supplier's comment, as a note in the thread of the workbook and on its line."""
    identity = f"{communication}|{diff.path.name}|{change.line_id}|{change.new}"
    fingerprint = hashlib.sha256(identity.encode()).hexdigest()
    if stored.by_fingerprint(pen.db, fingerprint, None) is not None:
        return False
    note = pen.insert(
        "communication",
        {
            "fingerprint": fingerprint,
            "direction": "in",
            "channel": "note",
            "supplier_id": diff.supplier_id,
            "subject": f"{change.purchase_order} / {change.line}",
            "body": change.new,
            "sender": diff.supplier,
            "happened_at": utc_text(now),
            "thread": stored.thread_of_message(pen.db, communication),
            "recorded_at": database.now_utc(),
        },
    )
    pen.insert("communication_link", {"communication_id": note, "order_line_id": change.line_id})
    asks = [change.new] if change.new.startswith("question") else list(questions_in(change.new))
    if asks and diff.supplier_id:
        asked = {"communication_id": note, "supplier_id": diff.supplier_id, "order_line_id": change.line_id}
        what = {"asked_by": "them", "kind": kind_of(asks[0]), "words": asks[0], "asked_at": utc_text(now)}
        pen.insert("question", asked | what)
    return True


def _answer(pen: Pen, diff: WorkbookDiff, chosen: Sequence[Change], communication: int, now: datetime) -> None:
    at = utc_text(now)
    asked = questions.questions_answered(
        pen.db,
        supplier_id=diff.supplier_id or 0,
        asked_by="us",
        order_ids=correspondents.order_ids_of(pen.db, [c.line_id for c in chosen]),
        thread=f"file:{diff.file_id}",
        at=at,
    )
    for question in asked:
        pen.update("question", question, {"answered_at": at, "answer_id": communication})
