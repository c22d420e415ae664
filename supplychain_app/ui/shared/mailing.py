"""Fetching mails and chasing suppliers from any screen: what would be sent is shown first, and sent on one button."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QWidget

from supplychain_app.language import tr
from supplychain_app.services import chasing
from supplychain_app.storage.mailboxes import account
from supplychain_app.ui.shared import formats, mail_program
from supplychain_app.ui.shared.asking import Form
from supplychain_app.ui.shared.session import Session

MAILS = frozenset({"communications", "orders", "settings"})
FETCHING, SENDING = tr("Fetching mails"), tr("Sending mails")
MOST_SHOWN = 14


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
        if result.problems:
            more = tr(" (and {problems} more)", problems=len(result.problems) - 1) if len(result.problems) > 1 else ""
            session.failed.emit(result.problems[0] + more)

    job = session.write(
        FETCHING, mailbox.fetch_mail, now=session.now, again=again, with_progress=True, nouns=MAILS, then=tell
    )
    job.failed.connect(lambda _: session.changed.emit(frozenset({"settings"})))  # the page shows why


def chase(session: Session, parent: QWidget, line_ids: list[int], supplier_id: int | None) -> None:
    """Ask one supplier, or each that owes something, about its lines: drafts in a folder, or mails sent now."""
    about: dict[str, Any] = {
        "supplier_ids": [supplier_id] if supplier_id and not line_ids else None,
        "line_ids": line_ids or None,
        "today": session.today,
    }
    if not account(session.db).smtp_host:
        _draft(session, parent, about)
        return

    from supplychain_app.services import sending

    job = session.read(tr("Looking whom to ask"), sending.planned, now=session.now, **about)
    job.done.connect(lambda mails: _ask(session, parent, about, mails))
    job.failed.connect(session.failed)


def warn_planner(session: Session, line_ids: Sequence[int]) -> None:
    """Tell our own planner in a mail of their own; a supplier is asked nothing by it, and nothing is logged."""
    from supplychain_app.services import warning

    job = session.read(tr("Writing to the planner"), warning.to_planner, list(line_ids), today=session.today)
    job.done.connect(lambda mail: mail_program.write(session, mail.to, mail.subject, mail.text))
    job.failed.connect(session.failed)


def _ask(session: Session, parent: QWidget, about: dict[str, Any], mails: list[Any]) -> None:
    if not mails:
        session.said.emit(tr("Nothing to chase: no open line needs it."))
        return
    going = [mail for mail in mails if mail.problem is None]
    count = formats.plural(len(going), "mail")
    sender = account(session.db)
    form = Form(
        tr("Chase"),
        tr("Send {count} now", count=count),
        parent,
        tr("From {sender}, one to each supplier:", sender=sender.sender_address or sender.user),
    )
    words = [f"{m.supplier}, {formats.plural(m.lines, 'line')}: {m.problem or m.to}" for m in mails[:MOST_SHOWN]]
    words += ["… " + tr("and {n} more", n=len(mails) - MOST_SHOWN)] if len(mails) > MOST_SHOWN else []
    shown = QLabel("\n".join(words))
    shown.setWordWrap(True)
    shown.setAccessibleName(tr("The mails"))
    form.fields.addRow(shown)
    send = form.buttons.button(QDialogButtonBox.StandardButton.Ok)
    send.setEnabled(bool(going))
    drafts = form.buttons.addButton(tr("Save drafts …"), QDialogButtonBox.ButtonRole.ActionRole)
    drafts.setIcon(QIcon())
    wants: list[str] = []
    drafts.clicked.connect(lambda: wants.append("drafts"))
    drafts.clicked.connect(form.accept)
    if not form.ask():
        return
    if wants:
        _draft(session, parent, about)
    elif going:
        _send(session, about)


def _send(session: Session, about: dict[str, Any]) -> None:
    from supplychain_app.services import sending

    def tell(result: Any) -> None:
        session.said.emit(result.summary)
        troubles = [
            tr("Perhaps sent to {supplier}: {why}", supplier=supplier, why=why) for supplier, why in result.unsure
        ]
        troubles += [
            tr("Not sent to {supplier}: {why}", supplier=supplier, why=why) for supplier, why in result.not_sent
        ]
        if troubles:
            more = tr(" (and {troubles} more)", troubles=len(troubles) - 1) if len(troubles) > 1 else ""
            session.failed.emit(troubles[0] + more)

    session.write(SENDING, sending.send_chases, now=session.now, with_progress=True, nouns=MAILS, then=tell, **about)


def _draft(session: Session, parent: QWidget, about: dict[str, Any]) -> None:
    folder = QFileDialog.getExistingDirectory(parent, tr("Where to put the drafts (one mail for each supplier)"))
    if not folder:
        return

    def tell(drafts: Any) -> None:
        session.said.emit(
            tr(
                "{drafts} written to {folder}; open them in your mail program and send.",
                drafts=formats.plural(len(drafts), "draft"),
                folder=folder,
            )
        )

    session.write(tr("Writing drafts"), chasing.chase, out=Path(folder), nouns=MAILS, then=tell, **about)
