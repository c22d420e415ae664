"""Fetching mails and chasing suppliers from any screen: what would be asked is shown first."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from supplychain_app.language import tr
from supplychain_app.services import chasing
from supplychain_app.storage.mailboxes import account
from supplychain_app.ui.shared import mail_program
from supplychain_app.ui.shared.session import Session

MAILS = frozenset({"communications", "orders", "settings"})
FETCHING, SENDING, WRITING = tr("Fetching mails"), tr("Sending mails"), tr("Writing drafts")


def fetch(session: Session, *, again: bool = False) -> None:
    """File the suppliers' new mails from the mailbox; without one, go where it is set up."""
    if not account(session.db).imap_host:
        session.said.emit(tr("No mailbox is set up yet. Name its server here, on the Mail page."))
        session.go("settings", "mail")
        return
    if any(job.name == FETCHING for job in session.jobs.running):
        session.said.emit(tr("Mails are being fetched already."))
        return

    from supplychain_app.services import mailbox

    def tell(result: Any) -> None:
        session.said.emit(result.summary)
        _tell_problems(session, result.problems)

    job = session.write(
        FETCHING, mailbox.fetch_mail, now=session.now, again=again, with_progress=True, nouns=MAILS, then=tell
    )
    job.failed.connect(lambda _: session.changed.emit(frozenset({"settings"})))  # the page shows why


def chase(session: Session, parent: QWidget, line_ids: list[int], supplier_id: int | None) -> None:
    """Ask about these lines, or every supplier that owes something; first it is shown who would be asked what.

    With a supplier and no lines, this one alone begins with a tick.
    """
    from supplychain_app.services import sending

    job = session.read(
        tr("Looking whom to ask"),
        sending.planned,
        line_ids=line_ids or None,
        today=session.today,
        now=session.now,
    )
    # The form stays open for long; by then the job must have ended.
    job.done.connect(
        lambda mails: QTimer.singleShot(
            0, parent, lambda: _ask(session, parent, mails, None if line_ids else supplier_id)
        )
    )
    job.failed.connect(session.failed)


def warn_planner(session: Session, line_ids: Sequence[int]) -> None:
    """Tell our own planner in a mail of their own; a supplier is asked nothing by it, and nothing is logged."""
    from supplychain_app.services import warning

    job = session.read(tr("Writing to the planner"), warning.to_planner, list(line_ids), today=session.today)
    job.done.connect(lambda mail: mail_program.write(session, mail.to, mail.subject, mail.text))
    job.failed.connect(session.failed)


def _ask(session: Session, parent: QWidget, mails: list[Any], only: int | None) -> None:
    if not mails:
        session.said.emit(tr("Nothing to chase: no open line needs it."))
        return
    from supplychain_app.ui.shared import chase_form

    sender = account(session.db)
    address = (sender.sender_address or sender.user) if sender.smtp_host else ""
    form = chase_form.ChaseForm(mails, parent, sender=address, today=session.today, only=only)
    if not form.ask():
        return
    plans = form.chosen
    match form.way:
        case chase_form.SEND:
            _send(session, plans, again=form.again)
        case chase_form.OPEN:
            _open(session, plans)
        case chase_form.SAVE:
            session.write(
                WRITING, chasing.save_drafts, plans, out=form.folder, today=session.today, now=session.now,
                nouns=MAILS, then=_told(session),
            )  # fmt: skip
        case chase_form.ASKED:
            session.write(WRITING, chasing.log_asked, plans, today=session.today, now=session.now, nouns=MAILS)


def _told(session: Session) -> Callable[[Any], None]:
    return lambda _: session.said.emit(tr("The drafts are written. Open them in your mail program and send them."))


def _open(session: Session, plans: Sequence[Any]) -> None:
    """Short mails go over as links, the others as draft files; those that a program took are logged."""
    from supplychain_app.ui.shared.chase_form import mailto

    taken = [plan for plan in plans if (link := mailto(plan)) and mail_program.take_link(link)]
    left = [plan for plan in plans if plan not in taken]
    if taken:
        session.write(WRITING, chasing.log_asked, taken, today=session.today, now=session.now, nouns=MAILS)
    if left:
        folder = Path(tempfile.mkdtemp(prefix="inbound-drafts-"))  # it stays: the mail program reads it when it likes
        job = session.read(
            WRITING, chasing.write_drafts, left, today=session.today, now=session.now, out=folder, with_progress=True
        )
        job.done.connect(lambda written: _open_files(session, written))
        job.failed.connect(session.failed)


def _open_files(session: Session, written: Sequence[tuple[Any, Path]]) -> None:
    taken = [mail for mail, path in written if mail_program.take_file(path)]
    if taken:
        session.write(WRITING, chasing.log, taken, now=session.now, nouns=MAILS)
    if len(taken) < len(written):
        session.failed.emit(
            tr("No program opens drafts (.eml) here. Chase again and save them to a folder, or copy them as tables.")
        )


def _send(session: Session, plans: Sequence[Any], *, again: bool) -> None:
    from supplychain_app.services import sending

    def tell(result: Any) -> None:
        session.said.emit(result.summary)
        troubles = [
            tr("Perhaps sent to {supplier}: {why}", supplier=supplier, why=why) for supplier, why in result.unsure
        ]
        troubles += [
            tr("Not sent to {supplier}: {why}", supplier=supplier, why=why) for supplier, why in result.not_sent
        ]
        _tell_problems(session, troubles)

    session.write(
        SENDING, sending.send_chases, plans=plans, today=session.today, now=session.now, again=again,
        with_progress=True, nouns=MAILS, then=tell,
    )  # fmt: skip


def _tell_problems(session: Session, problems: Sequence[str]) -> None:
    """The first of them, and how many more there are."""
    if problems:
        more = tr(" (and {problems} more)", problems=len(problems) - 1) if len(problems) > 1 else ""
        session.failed.emit(problems[0] + more)
