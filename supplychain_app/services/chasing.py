"""Chases suppliers: one draft each in its language, with its open lines and a workbook to fill in."""

# ruff: noqa: E501 - rows of a call are clearer unbroken

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from email.message import EmailMessage
from itertools import groupby
from pathlib import Path
from string import Template
from typing import Any

from supplychain_app.domain.errors import FileError, NotFound
from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.domain.shipments import utc_text
from supplychain_app.exchange import workbook
from supplychain_app.language import tr
from supplychain_app.mail.drafts import Letter, draft
from supplychain_app.mail.messages import safe_name
from supplychain_app.services import letters
from supplychain_app.services.undo import Edit, Pen
from supplychain_app.storage import chases, correspondents, database, edits
from supplychain_app.storage.connection import Database

_BY_COUNTRY = {"DE": "de", "AT": "de", "CH": "de", "LI": "de", "FR": "fr", "LU": "fr", "ES": "es", "MX": "es", "AR": "es", "CO": "es", "CL": "es", "PE": "es", "CN": "zh", "TW": "zh"}  # fmt: skip
TABLE = "$table"
_NAMELESS = {"en": "Sir or Madam", "de": "", "fr": "", "es": "", "zh": ""}


@dataclass(frozen=True)
class Draft:
    """A mail that waits to be sent."""

    supplier_id: int
    supplier: str
    language: str
    path: Path
    workbook: Path
    lines: int
    communication_id: int


@dataclass(frozen=True)
class Planned:
    """What one supplier would be asked, in which words; nothing is written, sent or logged yet."""

    supplier_id: int
    supplier: str
    language: str
    contact: dict[str, Any]
    lines: list[dict[str, Any]]
    letter: Letter
    bare: Letter  # the words of a mail that no workbook goes with
    asked_on: date | None  # our last mail about one of these lines
    with_workbook: bool = True

    def without_workbook(self) -> "Planned":
        return replace(self, letter=self.bare, with_workbook=False)

    def about(self, lines: list[dict[str, Any]]) -> "Planned":
        """The same mail about these of its lines only."""
        kept = {int(row["id"]) for row in lines}
        rows = [row for line, row in zip(self.lines, self.letter.rows, strict=True) if int(line["id"]) in kept]
        return replace(self, lines=lines, letter=replace(self.letter, rows=rows))


@dataclass(frozen=True)
class ChaseMail:
    """A mail that asks one supplier about its lines; not sent, and not logged yet."""

    plan: Planned
    message: EmailMessage
    workbook: Path | None
    file_id: str

    @property
    def letter(self) -> Letter:
        return self.plan.letter


def suppliers_named(db: Database, name: str) -> list[int]:
    """The suppliers with this code or name."""
    found = correspondents.suppliers_named(db, name)
    if not found:
        raise NotFound(tr("There is no supplier “{name}”. Give its code or its name as in the orders.", name=name))
    return found


def chase(
    db: Database,
    *,
    supplier_ids: Sequence[int] | None = None,
    line_ids: Sequence[int] | None = None,
    today: date,
    out: Path,
    now: datetime | None = None,
    sender: str = "",
    report: Report = silent,
    cancelled: IsCancelled = never,
) -> list[Draft]:
    """One draft per supplier in its language, with its lines and the workbook; logged with its question.

    A line that was asked about and has no answer yet gets a reminder: its open question stays the one that counts.
    """
    moment = now or datetime.fromisoformat(f"{today.isoformat()}T12:00:00+00:00")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(
            tr("Cannot make the folder {out}: {reason}. Choose another.", out=out, reason=error.strerror)
        ) from error
    groups = lines_by_supplier(db, today, supplier_ids=supplier_ids, line_ids=line_ids)
    drafts = []
    for number, lines in enumerate(groups):
        stop_if(cancelled)
        report(number, len(groups), str(lines[0]["supplier"]))
        mail, path = write_draft(plan_of(db, lines, sender=sender), today=today, moment=moment, out=out)
        with database.writing(db):
            communication = log_mail(Pen(db), mail, mail.message.as_bytes(), moment)
        plan = mail.plan
        assert mail.workbook is not None
        drafts.append(
            Draft(plan.supplier_id, plan.supplier, plan.language, path, mail.workbook, len(lines), communication)
        )
    report(len(groups), len(groups), tr("Drafts written"))
    return drafts


def language_of(language: str | None, country: str | None) -> str:
    """The language to write to a supplier in."""
    wanted = (language or "").lower()[:2] or _BY_COUNTRY.get((country or "").upper(), "en")
    return wanted if wanted in letters.LANGUAGES else "en"


def lines_by_supplier(
    db: Database, today: date, *, supplier_ids: Sequence[int] | None, line_ids: Sequence[int] | None
) -> list[list[dict[str, Any]]]:
    """The lines to ask about, together by the supplier who is asked."""
    rows = chases.lines_to_chase(db, today.isoformat(), supplier_ids=supplier_ids, line_ids=line_ids)
    return [list(group) for _, group in groupby(rows, key=lambda row: int(row["supplier_id"]))]


def plan_of(db: Database, lines: list[dict[str, Any]], *, sender: str = "") -> Planned:
    """What to ask the supplier of these lines, in its language."""
    first = lines[0]
    supplier_id = int(first["supplier_id"])
    language = language_of(first["language"], first["country"])
    contact = correspondents.contact_of(db, supplier_id) or {}
    rows = [
        (o.purchase_order, o.line, o.material, o.description, f"{o.open_quantity:g} {o.unit}".strip(), str(o.required or ""), str(o.promise or ""))
        for o in map(_open_line, lines)
    ]  # fmt: skip
    values = {
        "lines": len(lines),
        "orders": _named(lines),
        "name": contact.get("name") or _NAMELESS[language],
        "sender": sender,
        "table": TABLE,
    }
    full, bare = (
        _letter(letters.letter(db, language, kind), values, contact, language, rows) for kind in letters.KINDS
    )
    asked = chases.last_asked(db, [int(row["id"]) for row in lines])
    asked_on = date.fromisoformat(asked[:10]) if asked else None
    return Planned(supplier_id, str(first["supplier"]), language, contact, lines, full, bare, asked_on)


def _letter(
    words: letters.LetterText, values: dict[str, Any], contact: dict[str, Any], language: str, rows: Sequence[Sequence[str]]
) -> Letter:  # fmt: skip
    text = re.sub(r" +([,:，])", r"\1", Template(words.text).safe_substitute(values)).lstrip("，,: ")
    subject = Template(words.subject).safe_substitute(values)
    return Letter(contact.get("email") or "", subject, text, workbook.titles(language), rows, TABLE)


def _named(lines: Sequence[dict[str, Any]]) -> str:
    """'4501, 4502, 4503 +2': the orders of a subject."""
    numbers = list(dict.fromkeys(str(row["number"]) for row in lines))
    return ", ".join(numbers[:3]) + (f" +{len(numbers) - 3}" if len(numbers) > 3 else "")


def compose(plan: Planned, *, today: date, moment: datetime, out: Path, sender_address: str = "") -> ChaseMail:
    """The mail as planned; its workbook, where one goes with it, is written into `out`."""
    identity = f"{plan.supplier_id}|{utc_text(moment)}|{','.join(str(row['id']) for row in plan.lines)}"
    file_id = hashlib.sha256(identity.encode()).hexdigest()[:20]
    book = None
    if plan.with_workbook:
        book = out / f"{_stem(plan, today, file_id)}.xlsx"
        opened = [_open_line(row) for row in plan.lines]
        workbook.write(book, opened, supplier=plan.supplier, language=plan.language, file_id=file_id, today=today)
    message = draft(plan.letter, now=moment, attachment=book, sender=sender_address or None)
    return ChaseMail(plan, message, book, file_id)


def write_draft(plan: Planned, *, today: date, moment: datetime, out: Path) -> tuple[ChaseMail, Path]:
    """The mail as a draft file beside its workbook; not logged."""
    mail = compose(plan, today=today, moment=moment, out=out)
    path = out / f"{_stem(plan, today, mail.file_id)}.eml"
    try:
        path.write_bytes(mail.message.as_bytes())
    except OSError as error:
        raise FileError(
            tr("Cannot write {path}: {reason}. Choose another folder.", path=path, reason=error.strerror)
        ) from error
    return mail, path


def _stem(plan: Planned, today: date, file_id: str) -> str:
    return safe_name(f"{plan.supplier} {today.isoformat()}".replace("/", "-")) + f" {file_id[:4]}"


def write_drafts(
    db: Database,
    plans: Sequence[Planned],
    *,
    today: date,
    now: datetime,
    out: Path,
    report: Report = silent,
    cancelled: IsCancelled = never,
) -> list[tuple[ChaseMail, Path]]:
    """Drafts as planned, in a folder; they are logged when they are handed over (`log`)."""
    written = []
    for number, plan in enumerate(plans):
        stop_if(cancelled)
        report(number, len(plans), plan.supplier)
        written.append(write_draft(plan, today=today, moment=now, out=out))
    return written


def save_drafts(db: Database, plans: Sequence[Planned], *, today: date, now: datetime, out: Path) -> Edit:
    """Drafts as planned in the user's own folder, handed over with that: logged, and their clocks started."""
    return log(db, [mail for mail, _ in write_drafts(db, plans, today=today, now=now, out=out)], now=now)


def log_asked(db: Database, plans: Sequence[Planned], *, today: date, now: datetime) -> Edit:
    """Log what the user asked in mails of their own, without a workbook of ours."""
    bare = [replace(plan, with_workbook=False) for plan in plans]
    return log(db, [compose(plan, today=today, moment=now, out=Path()) for plan in bare], now=now)


def log(db: Database, mails: Sequence[ChaseMail], *, now: datetime) -> Edit:
    """File mails that were handed over, and start their clocks; one step to take back."""
    with database.writing(db):
        pen = Pen(db)
        for mail in mails:
            log_mail(pen, mail, mail.message.as_bytes(), now)
        names = ", ".join(mail.plan.supplier for mail in mails[:3]) + (" …" if len(mails) > 3 else "")
        return pen.finish(tr("Asked: {suppliers}", suppliers=names))


def log_mail(pen: Pen, mail: ChaseMail, original: bytes, moment: datetime, *, sender: str | None = None) -> int:
    """File a mail to a supplier as a communication, and start the clocks of what it asks."""
    plan, letter = mail.plan, mail.letter
    message_id, at = str(mail.message["Message-ID"]), utc_text(moment)
    communication = pen.insert(
        "communication",
        {
            "fingerprint": hashlib.sha256(message_id.encode()).hexdigest(),
            "direction": "out",
            "channel": "mail",
            "supplier_id": plan.supplier_id,
            "contact_id": plan.contact.get("id"),
            "subject": letter.subject,
            "body": letter.plain,
            "sender": sender,
            "recipients": letter.to,
            "happened_at": at,
            "message_id": message_id,
            "thread": f"file:{mail.file_id}",
            "original": original,
            "recorded_at": database.now_utc(),
        },
    )
    for row in plan.lines:
        pen.insert("communication_link", {"communication_id": communication, "order_line_id": row["id"]})
        if edits.open_questions_of(pen.db, [row["id"]], ("acknowledge", "date")):
            continue  # a reminder: the question is open already, and its clock runs on
        kind = "date" if row["current_promise"] else "acknowledge"
        values = {"communication_id": communication, "supplier_id": plan.supplier_id, "order_line_id": row["id"]}
        pen.insert("question", values | {"asked_by": "us", "kind": kind, "words": letter.subject, "asked_at": at})
    return communication


def _open_line(row: dict[str, Any]) -> workbook.OpenLine:
    def day(text: str | None) -> date | None:
        return date.fromisoformat(text[:10]) if text else None

    left = max(0.0, float(row["quantity"]) - float(row["received_quantity"] or 0))
    return workbook.OpenLine(int(row["id"]), row["number"], row["line"], row["material"], row["description"], left, row["unit"], day(row["required_on"]), day(row["current_promise"]))  # fmt: skip
