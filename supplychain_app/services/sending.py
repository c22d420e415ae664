"""Sends the mails that chase suppliers, each once, and logs what was sent with its question and its clock."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import formataddr, make_msgid
from pathlib import Path
from typing import Any

from supplychain_app.carriers.secrets import SESSION, SecretStore
from supplychain_app.domain.errors import InvalidInput, MailError
from supplychain_app.domain.progress import IsCancelled, Report, never, silent
from supplychain_app.domain.shipments import utc_text
from supplychain_app.language import noun_for, tr
from supplychain_app.mail import sending as smtp
from supplychain_app.mail.servers import PATIENCE
from supplychain_app.services import chasing, mailbox
from supplychain_app.services.undo import Pen
from supplychain_app.storage import database, outgoing
from supplychain_app.storage.connection import Database


@dataclass(frozen=True)
class PlannedMail:
    """What would be asked of one supplier, and why it would not be sent, if so."""

    chase: chasing.Planned
    problem: str | None


@dataclass(frozen=True)
class SentMail:
    """A mail that the server took."""

    supplier: str
    to: str
    lines: int
    communication_id: int
    note: str  # recipients that were refused, if any


@dataclass(frozen=True)
class SendResult:
    """What was sent, what was not and why, and what may have been."""

    sent: tuple[SentMail, ...]
    not_sent: tuple[tuple[str, str], ...]  # supplier, reason
    unsure: tuple[tuple[str, str], ...]
    stopped: bool = False

    @property
    def summary(self) -> str:
        """One sentence that names the suppliers a mail went to."""
        names = ", ".join(one.supplier for one in self.sent[:12]) + (" …" if len(self.sent) > 12 else "")
        text = tr("{count} {mails} sent", count=len(self.sent), mails=noun_for(len(self.sent), "mail"))
        text += f" ({names})" if names else ""
        text += tr(", {count} not sent", count=len(self.not_sent)) if self.not_sent else ""
        text += tr(", {count} may have been sent", count=len(self.unsure)) if self.unsure else ""
        return tr("Stopped: {text}.", text=text) if self.stopped else f"{text}."


def can_send(db: Database) -> bool:
    """Whether a server to send through is set up."""
    return bool(mailbox.account(db).smtp_host)


def planned(
    db: Database,
    *,
    supplier_ids: Sequence[int] | None = None,
    line_ids: Sequence[int] | None = None,
    today: date,
    now: datetime,
    again: bool = False,
) -> list[PlannedMail]:
    """The mails that `send_chases` would send. Nothing is sent or written."""
    asked = {} if again else outgoing.lines_asked(db, utc_text(now)[:10])
    sender = mailbox.account(db).sender_name
    found = []
    for lines in chasing.lines_by_supplier(db, today, supplier_ids=supplier_ids, line_ids=line_ids):
        left = [row for row in lines if row["id"] not in asked]
        plan = chasing.plan_of(db, left or lines, sender=sender)
        problem = _recipients(plan.letter.to)[1] if left else _why_not(asked, lines)
        found.append(PlannedMail(plan, problem))
    return found


def send_chases(
    db: Database,
    *,
    supplier_ids: Sequence[int] | None = None,
    line_ids: Sequence[int] | None = None,
    today: date,
    now: datetime,
    again: bool = False,
    plans: Sequence[chasing.Planned] | None = None,
    report: Report = silent,
    cancelled: IsCancelled = never,
    store: SecretStore = SESSION,
    patience: float = PATIENCE,
) -> SendResult:
    """One mail to each supplier with lines to ask about, sent now; call it only when the user asked for that.

    With `plans`, these mails in the words that the user saw, and no others.

    A line that a mail of this day asks about is not asked about again, unless `again`. Raises MailError when the
    server cannot be reached or lets nobody in: then nothing was sent.
    """
    account = mailbox.account(db)
    server = mailbox.smtp_server(account)
    if not server.host:
        raise MailError(tr("No server to send mails through is set up. Name it in Settings → Mail, or write drafts."))
    (sender,) = smtp.addresses(account.sender_address or account.user)[:1] or [""]
    sent: list[SentMail] = []
    not_sent: list[tuple[str, str]] = []
    unsure: list[tuple[str, str]] = []
    if plans is None:
        groups = chasing.lines_by_supplier(db, today, supplier_ids=supplier_ids, line_ids=line_ids)
        plans = [chasing.plan_of(db, lines, sender=account.sender_name) for lines in groups]
    with (
        tempfile.TemporaryDirectory() as folder,
        smtp.opened(server, lambda: mailbox.secret_of(server, store), patience=patience) as outbox,
    ):
        for number, plan in enumerate(plans):
            if cancelled():
                return SendResult(tuple(sent), tuple(not_sent), tuple(unsure), stopped=True)
            supplier = plan.supplier
            report(number, len(plans), supplier)
            to, problem = _recipients(plan.letter.to)
            if problem:
                not_sent.append((supplier, problem))
                continue
            mail = _reserve(db, plan, today, now, again, Path(folder), account.sender_name, sender)
            if isinstance(mail, str):
                not_sent.append((supplier, mail))
                continue
            composed, mail_id, original = mail
            try:
                refused = outbox.send(original, sender, smtp.addresses(to))
            except (smtp.Refused, smtp.ConnectionLost) as error:
                _end(db, mail_id, "refused", now, str(error))
                not_sent.append((supplier, str(error)))
                if isinstance(error, smtp.ConnectionLost):
                    not_sent += [(rest.supplier, tr("Not tried any more.")) for rest in plans[number + 1 :]]
                    break
            except smtp.Unsure as error:
                _end(db, mail_id, "unsure", now, str(error))
                unsure.append((supplier, str(error)))
                not_sent += [(rest.supplier, tr("Not tried any more.")) for rest in plans[number + 1 :]]
                break
            else:
                with database.writing(db):
                    logged = chasing.log_mail(Pen(db), composed, original, now, sender=sender)
                    outgoing.end(db, mail_id, "sent", utc_text(now), communication_id=logged)
                note = tr("Refused: {addresses}.", addresses=", ".join(refused)) if refused else ""
                sent.append(SentMail(supplier, to, len(composed.plan.lines), logged, note))
    report(len(plans), len(plans), tr("Mails sent"))
    return SendResult(tuple(sent), tuple(not_sent), tuple(unsure))


def test_sending(  # a test of the server, not of this program
    db: Database,
    *,
    store: SecretStore = SESSION,  # noqa: PT028
    patience: float = PATIENCE,  # noqa: PT028
) -> str:
    """Sign in at the server that mails are sent through, without sending one; a sentence."""
    server = mailbox.smtp_server(mailbox.account(db))
    if not server.host:
        raise MailError(tr("No server to send mails through is set up. Name it in Settings → Mail."))
    with smtp.opened(server, lambda: mailbox.secret_of(server, store), patience=patience):
        return tr("{host} takes mails from {user}.", host=server.host, user=server.user or tr("this machine"))


def _recipients(to: str) -> tuple[str, str | None]:
    try:
        found = smtp.addresses(to)
    except InvalidInput as error:
        return "", str(error)
    return ", ".join(found), None if found else tr("No contact with a mail address. Add one on the supplier's page.")


def _reserve(
    db: Database,
    plan: chasing.Planned,
    today: date,
    now: datetime,
    again: bool,
    folder: Path,
    name: str,
    sender: str,
) -> tuple[chasing.ChaseMail, int, bytes] | str:
    """Write the mail and note it as under way, in one step: two windows never ask about the same line.

    A sentence says why there is nothing to write.
    """
    with database.writing(db):
        asked = {} if again else outgoing.lines_asked(db, utc_text(now)[:10])
        left = [row for row in plan.lines if row["id"] not in asked]
        if not left:
            return _why_not(asked, plan.lines)
        mail = chasing.compose(
            plan.about(left), today=today, moment=now, out=folder, sender_address=formataddr((name, sender))
        )
        mail.message.replace_header("Message-ID", make_msgid(domain=sender.rpartition("@")[2]))
        mail_id = outgoing.begin(
            db,
            message_id=str(mail.message["Message-ID"]),
            supplier_id=plan.supplier_id,
            recipients=mail.letter.to,
            subject=mail.letter.subject,
            line_ids=[int(row["id"]) for row in left],
            at=utc_text(now),
        )
        return mail, mail_id, smtp.wire_form(mail.message)


def _why_not(asked: Mapping[int, str], lines: Sequence[Mapping[str, Any]]) -> str:
    """Why a supplier is not asked again: it was today, or nobody knows."""
    if all(asked[row["id"]] == "sent" for row in lines):
        return tr("Its lines were asked about today already.")
    return tr(
        "A mail of today may have been sent: the connection or the program ended just then. "
        "Look at your provider's list of sent mails; save a draft if it is not there."
    )


def _end(db: Database, mail_id: int, state: str, now: datetime, problem: str) -> None:
    with database.writing(db):
        outgoing.end(db, mail_id, state, utc_text(now), problem=problem)
