"""What a person can say about order lines from any screen: a promise, a call, an owner, a changed field."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from supplychain_app.language import tr
from supplychain_app.services import agreements, editing, working_days
from supplychain_app.storage import order_lines
from supplychain_app.ui.shared.asking import Form, day_of
from supplychain_app.ui.shared.jobs import Job
from supplychain_app.ui.shared.session import Session

ORDERS = frozenset({"orders", "communications"})
SAID_THROUGH = {tr("Call", "noun"): "call", tr("Mail"): "mail", tr("Meeting"): "meeting", tr("Other"): "manual"}
CHANNELS = {tr("Call", "noun"): "call", tr("Meeting"): "meeting", tr("Note"): "note"}


def set_promise(session: Session, parent: QWidget, line_ids: Sequence[int], about: str, current: date | None) -> None:
    """Ask for the date the supplier gave, and put it in the ledger."""
    form = Form(tr("Set promise"), tr("Set promise"), parent, about)
    suppliers = working_days.suppliers_of(session.db, line_ids)
    known = working_days.calendars(session.db)
    if current is None or current <= session.today:  # a day that has passed is no new date
        current = known.next_day(session.today, suppliers)
    promised = form.add_date(tr("New &date"), current, partial(working_days.rest, known, suppliers))
    through = form.add_choice(tr("Said in a"), tuple(SAID_THROUGH))
    by = form.add_text(tr("Said &by"), hint=tr("The person at the supplier"))
    evidence = form.add_text(tr("&Words"), hint=tr("What they said, as evidence"))
    if form.ask():
        session.write(
            tr("Promise"),
            editing.record_promise,
            list(line_ids),
            day_of(promised),
            source=SAID_THROUGH[through.currentText()],
            told_by=by.text().strip() or None,
            evidence=evidence.text().strip() or None,
            known_on=session.today,
            nouns=ORDERS,
        )


def log_contact(
    session: Session,
    parent: QWidget,
    *,
    about: str,
    supplier_id: int | None,
    line_ids: Sequence[int] = (),
    question_ids: Sequence[int] = (),
    channel: str = "call",
) -> None:
    """Note a call, meeting or remark, with an optional follow-up."""
    form = Form(tr("Log a call"), tr("Save"), parent, about)
    kind = form.add_choice(tr("&Kind"), tuple(CHANNELS), _named(channel))
    words = form.add_note(tr("&What was said"), tr("They expect to ship on Thursday …"))
    form.begin_at(words)
    follow = form.add_text(tr("Follow &up"), hint=tr("Leave empty when nothing is left to do"))
    suppliers = [supplier_id] if supplier_id is not None else []
    known = working_days.calendars(session.db)
    doubt = partial(working_days.rest, known, suppliers)
    due = form.add_date(tr("On"), known.next_day(session.today, suppliers), doubt)
    owner = form.add_choice(tr("Owner"), ("", *order_lines.people(session.db)), free=True)
    if not form.ask():
        return
    options: dict[str, Any] = {}
    if follow.text().strip():
        options["follow_up"] = agreements.FollowUp(
            follow.text().strip(), due_on=day_of(due), owner=owner.currentText().strip() or None
        )
    said = words.toPlainText().strip()
    job = session.write(
        tr("Call", "noun"),
        agreements.record_communication,
        channel=CHANNELS[kind.currentText()],
        body=said or kind.currentText(),
        happened_at=session.now,
        supplier_id=supplier_id,
        line_ids=list(line_ids),
        answers=list(question_ids),
        nouns=ORDERS,
        **options,
    )
    _keep_words(session, job, said)


def _keep_words(session: Session, job: Job, words: str) -> None:
    """What was typed is not lost when the file cannot be written, on a full disk say: it can be pasted again."""

    def keep(_: str) -> None:
        if words:
            QGuiApplication.clipboard().setText(words)
            session.said.emit(tr("Not saved; what you wrote is on the clipboard."))

    job.failed.connect(keep)


def _named(channel: str) -> str:
    return next(name for name, kept in CHANNELS.items() if kept == channel)


def set_owner(session: Session, parent: QWidget, line_ids: Sequence[int], about: str) -> None:
    """Hand lines over to someone."""
    form = Form(tr("Hand over"), tr("Hand over"), parent, about)
    owner = form.add_choice(tr("&Owner"), ("", *order_lines.people(session.db)), free=True)
    if form.ask():
        session.write(
            tr("Owner"),
            editing.set_owner,
            list(line_ids),
            owner.currentText().strip() or None,
            today=session.today,
            nouns=frozenset({"orders"}),
        )


def set_required(session: Session, parent: QWidget, line_ids: Sequence[int], about: str, current: date | None) -> None:
    """Change when we need the goods, with the reason: it counts in our own column."""
    form = Form(tr("Change required date"), tr("Change"), parent, about)
    known = working_days.calendars(session.db)
    required = form.add_date(
        tr("&Needed on"), current or known.proposed(session.today), partial(working_days.rest, known, ())
    )
    reason = form.add_text(tr("&Reason"))
    if form.ask():
        _set(session, line_ids, "required_on", day_of(required), reason.text())


def set_note(session: Session, parent: QWidget, line_ids: Sequence[int], about: str, current: str) -> None:
    """Write a note on lines."""
    form = Form(tr("Note"), tr("Save"), parent, about)
    note = form.add_note(tr("&Note"))
    note.setPlainText(current)
    if form.ask():
        words = note.toPlainText().strip()
        _keep_words(session, _set(session, line_ids, "note", words or None, ""), words)


def _set(session: Session, line_ids: Sequence[int], field: str, value: Any, reason: str) -> Job:
    return session.write(
        tr("Change"),
        editing.set_field,
        list(line_ids),
        field,
        value,
        today=session.today,
        reason=reason.strip() or None,
        nouns=frozenset({"orders"}),
    )
