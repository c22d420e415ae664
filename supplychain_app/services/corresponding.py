"""Communications with suppliers: reads mails in, suggests what they say, keeps questions and their clocks."""

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from supplychain_app.domain.calendars import as_utc
from supplychain_app.domain.errors import AppError, FileError, NotFound
from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.domain.shipments import utc_text
from supplychain_app.language import tr
from supplychain_app.mail import messages as mails
from supplychain_app.mail import pasted
from supplychain_app.mail.questions import kind_of
from supplychain_app.mail.quoting import split
from supplychain_app.mail.reading import Suggestion, read
from supplychain_app.mail.references import KnownLine
from supplychain_app.mail.senders import domain_of, resembles
from supplychain_app.services import sent_copies, working_days
from supplychain_app.services.chasing import Draft, chase
from supplychain_app.services.deciding import accept, accept_all, dismiss
from supplychain_app.services.mail_attachments import read_attached
from supplychain_app.services.reply_reading import WorkbookDiff, read_reply
from supplychain_app.services.replying import apply_reply
from supplychain_app.services.senders import supplier_named
from supplychain_app.storage import chases, correspondents, database, mailboxes, questions
from supplychain_app.storage import communications as stored
from supplychain_app.storage.connection import Database

__all__ = [
    "Draft",
    "MailReading",
    "OpenQuestion",
    "ReadResult",
    "WorkbookDiff",
    "accept",
    "accept_all",
    "apply_reply",
    "chase",
    "dismiss",
    "open_questions",
    "read_mail",
    "read_messages",
    "read_reply",
    "record_mail",
    "suggestions",
    "thread",
    "threads",
]

LONGEST_READ, LONGEST_LINE = 50_000, 1_000  # characters
_NO_WORDS = ""  # what was found has no words of its own


@dataclass(frozen=True)
class MailReading:
    """What would be suggested from one mail."""

    file: str
    supplier: str | None
    supplier_id: int | None
    subject: str
    sent_on: date | None
    suggestions: tuple[Suggestion, ...]
    tracking_numbers: tuple[str, ...]
    questions: tuple[str, ...]
    orders: tuple[str, ...]
    cannot_ship: bool
    out_of_office: bool
    outgoing: bool
    notes: tuple[str, ...]
    workbooks: tuple[str, ...] = ()  # open-order workbooks that came back with it
    doubtful: bool = False  # the sender is nobody that the supplier is known to write from
    undelivered_to: tuple[str, ...] = ()  # who did not get a mail of ours, by a server's report
    file_id: str | None = None  # of the workbook that came with it: which of our mails it belongs to

    @property
    def is_unread(self) -> bool:
        """A supplier's mail in which nothing was found, or a mail of ours that came back: a person has to read it."""
        if self.undelivered_to:
            return self.supplier_id is not None
        told = self.suggestions or self.tracking_numbers or self.questions or self.cannot_ship or self.workbooks
        return self.supplier_id is not None and not (told or self.outgoing or self.out_of_office)


@dataclass(frozen=True)
class OpenQuestion:
    """A question without an answer, and how long it has waited in working hours of whoever owes the answer."""

    question: questions.StoredQuestion
    working_hours: float

    @property
    def owed_by(self) -> str:
        return "us" if self.question.asked_by == "them" else "them"


@dataclass(frozen=True)
class ReadResult:
    """What came of a number of mail files."""

    recorded: tuple[int, ...]
    known_already: int
    problems: tuple[str, ...]


def readable(body: str) -> str:
    """What of a text is read for orders and dates: its beginning, and no paragraph that goes on for pages."""
    lines = (line if len(line) <= LONGEST_LINE else _broken(line) for line in body[:LONGEST_READ].split("\n"))
    return "\n".join(lines)


def _cut_short(body: str) -> list[str]:
    if len(body) <= LONGEST_READ:
        return []
    return [tr("Only the first {n} characters were read for dates.", n=LONGEST_READ)]


def _broken(line: str) -> str:
    return "\n\n".join(textwrap.wrap(line, LONGEST_LINE, break_on_hyphens=False))


def read_mail(db: Database | None, path: Path, *, today: date | None = None) -> list[MailReading]:
    """What would be suggested from the mails in a file; nothing is written. Works without a workspace too."""
    return [_read_one(db, message, path.name, today)[0] for message in mails.read_file(path)]


def record_mail(db: Database, source: Path | bytes, *, now: datetime) -> int:
    """File a mail under its supplier, orders and thread; keeps the original, opens and closes questions."""
    found = mails.read_file(source) if isinstance(source, Path) else mails.with_enclosed(mails.parse(source))
    filed = [record_message(db, message, now)[0] for message in found]
    return filed[0]


def read_messages(
    db: Database, paths: Sequence[Path], *, now: datetime, report: Report = silent, cancelled: IsCancelled = never
) -> ReadResult:
    """File every mail of these files; what cannot be read is told and the rest goes on."""
    recorded: list[int] = []
    problems: list[str] = []
    known = 0
    for number, path in enumerate(paths):
        stop_if(cancelled)
        report(number, len(paths), path.name)
        try:
            for message in mails.read_file(path):
                communication, is_new = record_message(db, message, now)
                recorded += [communication] if is_new else []
                known += not is_new
        except AppError as error:
            problems.append(str(error))
    report(len(paths), len(paths), tr("Mails read"))
    return ReadResult(tuple(recorded), known, tuple(problems))


def record_text(db: Database, text: str, *, now: datetime) -> int:
    """File pasted text as a mail; one that is there already stays as it is."""
    return record_message(db, pasted.message(text, now=now), now)[0]


def save_attachments(db: Database, communication_id: int, folder: Path) -> list[Path]:
    """Write the files that came with a message into a folder, beside what is there already."""
    saved = []
    for name, content in stored.attached(db, communication_id):
        path = _free(folder / mails.safe_name(name))
        try:
            path.write_bytes(content)
        except OSError as error:
            raise FileError(
                tr("Cannot write {path}: {problem}. Choose another folder.", path=path, problem=error.strerror)
            ) from error
        saved.append(path)
    if not saved:
        raise NotFound(tr("No file that came with this message was kept."))
    return saved


def _free(path: Path) -> Path:
    """The path, or one with a number where something stands already."""
    numbered = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in range(2, 1000))
    return path if not path.exists() else next(one for one in numbered if not one.exists())


def threads(db: Database, *, supplier_id: int | None = None, search: str = "", limit: int = 500) -> list[stored.Thread]:
    """Threads, those first in which it is our turn, then the newest."""
    return stored.threads(db, supplier_id=supplier_id, search=search, limit=limit)


def thread(db: Database, name: str) -> list[stored.StoredMessage]:
    """The messages of a thread, oldest first."""
    return stored.messages(db, name)


def suggestions(
    db: Database, *, thread: str | None = None, state: str | None = "open"
) -> list[stored.StoredSuggestion]:
    """What was read and waits for a decision."""
    return stored.suggestions(db, thread=thread, state=state)


def open_questions(db: Database, now: datetime) -> list[OpenQuestion]:
    """Questions without an answer, ours and theirs, oldest first, with their age in working hours."""
    calendars = working_days.calendars(db)
    result = []
    for question in questions.open_questions(db, utc_text(now)):
        calendar = calendars.of(question.supplier_id) if question.asked_by == "us" else calendars.ours
        result.append(OpenQuestion(question, calendar.working_hours_between(as_utc(question.asked_at), now)))
    return result


def _read_one(
    db: Database | None, message: mails.Message, name: str, today: date | None
) -> tuple[MailReading, int | None, bool, list[KnownLine]]:
    supplier_id = contact_id = None
    outgoing = False
    if db is not None:
        hit = correspondents.supplier_by_address(db, message.sender) if message.sender else None
        if hit is None:
            to = [correspondents.supplier_by_address(db, one) for one in message.recipients[:30]]
            hit = next((one for one in to if one), None)
            forwarded = re.match(r"(?i)\s*(?:fwd?|wg|tr|rv|enc)\s*:", message.subject)
            outgoing = hit is not None and not forwarded and not message.automatic and _may_be_us(db, message.sender)
        if message.undelivered_to:
            hit = next(
                filter(None, (correspondents.supplier_by_address(db, one) for one in message.undelivered_to)), hit
            )
        supplier_id, contact_id = hit or (None, None)
        if hit is None:
            supplier_id = supplier_named(db, message.sender_name, message.sender)
    known = _known(db, supplier_id)
    supplier = correspondents.supplier(db, supplier_id) if db is not None and supplier_id else None
    sent_on = message.sent_on or today or datetime.now(UTC).date()
    country = _country(db, supplier_id, message.sender)
    attached = read_attached(message.attachments)
    written = partial(
        read,
        readable(message.body),
        subject=message.subject,
        sent_on=sent_on,
        known=known,
        tables=attached.sheets,
        automatic=message.automatic,
    )
    reading = written(country=country)
    if supplier is None and db is not None:
        ids = {correspondents.supplier_of_order(db, order) for order in reading.orders} - {None}
        if len(ids) == 1:
            supplier = correspondents.supplier(db, ids.pop() or 0)
            theirs = _country(db, int(supplier["id"]), message.sender) if supplier else country
            if theirs != country:
                reading = written(country=theirs)
    name_of = str(supplier["name"]) if supplier else None
    if db is None and not name_of:
        name_of = message.sender_name or message.sender or None
    doubt = None
    if db is not None and supplier and not outgoing and not message.automatic:
        doubt = _doubt(db, int(supplier["id"]), message.sender)
    found = MailReading(
        name,
        name_of,
        int(supplier["id"]) if supplier else None,
        message.subject,
        message.sent_on,
        () if outgoing else reading.suggestions,
        () if outgoing else reading.tracking_numbers,
        _asked_by_them(db, message, reading.questions) if not outgoing else reading.questions,
        reading.orders,
        reading.cannot_ship and not outgoing,
        reading.out_of_office,
        outgoing,
        (*message.notes, *_cut_short(message.body), *attached.notes, *([doubt] if doubt else [])),
        attached.workbooks,
        doubt is not None,
        message.undelivered_to,
        attached.file_id,
    )
    return found, contact_id, outgoing, known


def record_message(db: Database, message: mails.Message, now: datetime) -> tuple[int, bool]:
    there = stored.by_fingerprint(db, message.fingerprint, message.message_id)
    if there is not None:
        return there, False
    found, contact_id, outgoing, known = _read_one(db, message, "", now.date())
    if outgoing and found.supplier_id is not None:
        with database.writing(db):
            draft = sent_copies.settle(db, message, found.supplier_id, now, found.file_id)
        if draft is not None:
            return draft, False
    at = utc_text(message.sent_at or now)
    subject = mails.plain_subject(message.subject)
    earlier = [one for one in (message.in_reply_to, *reversed(message.references)) if one]
    with database.writing(db):
        thread_name = stored.thread_of(db, earlier, subject, found.supplier_id) or _thread_of_workbook(db, found)
        if thread_name is None and subject and found.supplier_id is not None:
            asked_before = chases.chases_of(db, found.supplier_id)
            thread_name = next((name for asked, name in asked_before if mails.plain_subject(asked) == subject), None)
        communication = stored.insert(
            db,
            "communication",
            {
                "fingerprint": message.fingerprint,
                "direction": "out" if outgoing else "in",
                "channel": "mail",
                "supplier_id": found.supplier_id,
                "contact_id": contact_id,
                "subject": message.subject,
                "body": message.body,
                "sender": message.sender or message.sender_name,
                "recipients": ", ".join(message.recipients),
                "happened_at": at,
                "message_id": message.message_id,
                "in_reply_to": message.in_reply_to,
                "thread": thread_name
                or (f"subject:{found.supplier_id or 0}:{subject}" if subject else message.fingerprint),
                "original": message.original if len(message.original) <= mails.LARGEST_ATTACHMENT else None,
                "recorded_at": database.now_utc(),
                "notes": "\n".join(found.notes) or None,
            },
        )
        thread_name = thread_name or (f"subject:{found.supplier_id or 0}:{subject}" if subject else message.fingerprint)
        for one in message.attachments:
            stored.insert(
                db,
                "attachment",
                {
                    "communication_id": communication,
                    "name": one.name,
                    "content_type": one.content_type,
                    "size": one.size,
                    "content": one.content,
                },
            )
        order_ids = [oid for number in found.orders if (oid := correspondents.order_id(db, number)) is not None]
        _link(db, communication, found, order_ids, known)
        _clocks(db, communication, found, order_ids, at, thread_name)
        _suggest(db, communication, found)
    return communication, True


def _thread_of_workbook(db: Database, found: MailReading) -> str | None:
    """The thread of our mail that the returned workbook went out with, where it comes in a mail of its own."""
    sent = chases.rows_sent(db, found.file_id) if found.file_id else None
    return f"file:{found.file_id}" if sent is not None and sent["supplier_id"] == found.supplier_id else None


def _link(
    db: Database, communication: int, found: MailReading, order_ids: Sequence[int], known: Sequence[KnownLine]
) -> None:
    line_ids = {one.line_id for one in found.suggestions if one.line_id is not None}
    for order in order_ids:
        stored.insert(db, "communication_link", {"communication_id": communication, "purchase_order_id": order})
    only = [k for number in found.orders for k in known if k.purchase_order == number]
    if not line_ids and len(only) == 1 and only[0].line_id:
        line_ids = {only[0].line_id}
    for line in sorted(line_ids):
        stored.insert(db, "communication_link", {"communication_id": communication, "order_line_id": line})


def _clocks(
    db: Database, communication: int, found: MailReading, order_ids: Sequence[int], at: str, thread_name: str
) -> None:
    """A message answers the other side's open questions, and may ask its own."""
    if found.supplier_id is None or found.out_of_office or found.doubtful:
        return
    mine, theirs = ("us", "them") if found.outgoing else ("them", "us")
    questions.answer_questions(
        db,
        supplier_id=found.supplier_id,
        asked_by=theirs,
        order_ids=order_ids if found.suggestions or found.tracking_numbers or found.outgoing else (),
        thread=thread_name,
        at=at,
        answer_id=communication,
    )
    seen: set[str] = set()
    for words in found.questions:
        kind = kind_of(words)
        if kind not in seen:
            seen.add(kind)
            order = order_ids[0] if order_ids else None
            values = {"communication_id": communication, "supplier_id": found.supplier_id, "purchase_order_id": order}
            stored.insert(db, "question", values | {"asked_by": mine, "kind": kind, "words": words, "asked_at": at})


def _suggest(db: Database, communication: int, found: MailReading) -> None:
    for one in found.suggestions:
        stored.insert(
            db,
            "suggestion",
            {
                "communication_id": communication,
                "order_line_id": one.line_id,
                "kind": one.kind,
                "purchase_order": one.purchase_order,
                "line": one.line,
                "promised_on": one.promised_on.isoformat(),
                "quantity": one.quantity,
                "words": one.words,
                "confidence": one.confidence,
            },
        )
    for number in found.tracking_numbers:
        values = {"communication_id": communication, "kind": "tracking", "value": number, "words": number}
        stored.insert(db, "suggestion", values | {"confidence": 0.9})
    if found.cannot_ship:
        values = {"communication_id": communication, "kind": "answer", "value": "cannot deliver"}
        stored.insert(db, "suggestion", values | {"words": _NO_WORDS, "confidence": 0.9})
    for name in found.workbooks[:1]:
        values = {"communication_id": communication, "kind": "workbook", "value": name, "words": name}
        stored.insert(db, "suggestion", values | {"confidence": 1.0})
    if found.is_unread:
        kind, value = ("undelivered", ", ".join(found.undelivered_to)) if found.undelivered_to else ("read", None)
        values = {"communication_id": communication, "kind": kind, "value": value, "words": _NO_WORDS}
        stored.insert(db, "suggestion", values | {"confidence": 0.0})


def _known(db: Database | None, supplier_id: int | None) -> list[KnownLine]:
    if db is None:
        return []
    return [
        KnownLine(
            row["number"],
            row["line"],
            row["material"] if supplier_id else "",
            row["id"],
            row["status"] == "open",
            date.fromisoformat(row["current_promise"]) if row["current_promise"] else None,
            row["description"] if supplier_id else "",
            row["quantity"],
        )
        for row in correspondents.known_lines(db, supplier_id)
    ]


def _country(db: Database | None, supplier_id: int | None, address: str) -> str | None:
    """Where a supplier writes from: its own country, else its order lines', else its address's ending."""
    told = correspondents.country_of(db, supplier_id) if db is not None and supplier_id else None
    return told or _country_of(address)


def _asked_by_them(db: Database | None, message: mails.Message, questions: tuple[str, ...]) -> tuple[str, ...]:
    """The questions of a mail; where a colleague passed it on, those that stand in what was forwarded."""
    account = mailboxes.account(db) if db is not None else None
    ours = domain_of(account.sender_address or account.user) if account else ""
    if not ours or ours in correspondents.COMMON_HOSTS or domain_of(message.sender) != ours:
        return questions
    forwarded = " ".join(split(readable(message.body), message.subject).forwarded.split())
    return tuple(words for words in questions if words in forwarded)


def _may_be_us(db: Database, sender: str) -> bool:
    """Could we have sent this? Unless the mail account tells our address, anyone could be us."""
    account = mailboxes.account(db)
    ours = domain_of(account.sender_address or account.user)
    return not ours or domain_of(sender) == ours


def _doubt(db: Database, supplier_id: int, sender: str) -> str | None:
    """A sentence where a mail about a supplier's orders comes from nowhere that the supplier is known to write from."""
    known = correspondents.domains_of(db, supplier_id)
    if not known or sender in known or domain_of(sender) in known:
        return None
    own = mailboxes.account(db)
    if domain_of(sender) == domain_of(own.sender_address or own.user):
        return None  # a colleague passed it on
    alike = resembles(sender, known)
    if alike:
        return tr(
            "{sender} is not {known}, though it looks like it. Ask the supplier by phone before you accept anything.",
            sender=sender,
            known=alike,
        )
    return tr(
        "{sender} is no known contact of this supplier. Make sure who wrote it before you accept.",
        sender=sender or tr("Its sender"),
    )


def _country_of(address: str) -> str | None:
    ending = address.rpartition(".")[2].upper()
    return ending if len(ending) == 2 else None
