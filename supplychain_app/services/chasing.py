"""Chases suppliers: one draft each in its language, with its open lines and a workbook to fill in."""

# ruff: noqa: E501 - rows of a call are clearer unbroken

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
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
from supplychain_app.storage import communications as stored
from supplychain_app.storage import database, edits
from supplychain_app.storage.connection import Database

_BY_COUNTRY = {"DE": "de", "AT": "de", "CH": "de", "LI": "de", "FR": "fr", "LU": "fr", "ES": "es", "MX": "es", "AR": "es", "CO": "es", "CL": "es", "PE": "es", "CN": "zh", "TW": "zh"}  # fmt: skip
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
class ChaseMail:
    """A mail that asks one supplier about its lines; not sent, and not logged yet."""

    supplier_id: int
    supplier: str
    language: str
    contact: dict[str, Any]
    lines: list[dict[str, Any]]
    letter: Letter
    message: EmailMessage
    workbook: Path
    file_id: str


def suppliers_named(db: Database, name: str) -> list[int]:
    """The suppliers with this code or name."""
    found = stored.suppliers_named(db, name)
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
        drafts.append(_one(db, lines, today, moment, out, sender))
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
    rows = stored.lines_to_chase(db, today.isoformat(), supplier_ids=supplier_ids, line_ids=line_ids)
    return [list(group) for _, group in groupby(rows, key=lambda row: int(row["supplier_id"]))]


def compose(
    db: Database, lines: list[dict[str, Any]], *, today: date, moment: datetime, out: Path, sender: str = "", sender_address: str = ""
) -> ChaseMail:  # fmt: skip
    """The mail to the supplier of these lines in its language; its workbook is written into `out`."""
    first = lines[0]
    supplier_id = int(first["supplier_id"])
    language = language_of(first["language"], first["country"])
    contact = stored.contact_of(db, supplier_id) or {}
    identity = f"{supplier_id}|{utc_text(moment)}|{','.join(str(row['id']) for row in lines)}"
    file_id = hashlib.sha256(identity.encode()).hexdigest()[:20]
    stem = safe_name(f"{first['supplier']} {today.isoformat()}".replace("/", "-"))
    book = out / f"{stem} {file_id[:4]}.xlsx"
    opened = [_open_line(row) for row in lines]
    workbook.write(book, opened, supplier=str(first["supplier"]), language=language, file_id=file_id, today=today)
    words = letters.letter(db, language)
    values = {
        "lines": len(lines),
        "name": contact.get("name") or _NAMELESS[language],
        "sender": sender,
        "table": "$table",
    }
    text = re.sub(r" +([,:，])", r"\1", Template(words.text).safe_substitute(values))
    table = [
        (o.purchase_order, o.line, o.material, o.description, f"{o.open_quantity:g} {o.unit}".strip(), str(o.required or ""), str(o.promise or ""))
        for o in opened
    ]  # fmt: skip
    head = workbook.titles(language)
    letter = Letter(contact.get("email") or "", Template(words.subject).safe_substitute(values), text, head, table)
    message = draft(letter, now=moment, attachment=book, sender=sender_address or None)
    return ChaseMail(supplier_id, str(first["supplier"]), language, contact, lines, letter, message, book, file_id)


def _one(db: Database, lines: list[dict[str, Any]], today: date, moment: datetime, out: Path, sender: str) -> Draft:
    mail = compose(db, lines, today=today, moment=moment, out=out, sender=sender)
    path = mail.workbook.with_suffix(".eml")
    original = mail.message.as_bytes()
    try:
        path.write_bytes(original)
    except OSError as error:
        raise FileError(
            tr("Cannot write {path}: {reason}. Choose another folder.", path=path, reason=error.strerror)
        ) from error
    communication = log_mail(db, mail, original, moment)
    return Draft(mail.supplier_id, mail.supplier, mail.language, path, mail.workbook, len(lines), communication)


def log_mail(db: Database, mail: ChaseMail, original: bytes, moment: datetime, *, sender: str | None = None) -> int:
    """File a mail to a supplier as a communication, and start the clocks of what it asks."""
    supplier_id, contact, lines, letter = mail.supplier_id, mail.contact, mail.lines, mail.letter
    message_id, file_id = str(mail.message["Message-ID"]), mail.file_id
    at = utc_text(moment)
    with database.writing(db):
        communication = stored.insert(
            db,
            "communication",
            {
                "fingerprint": hashlib.sha256(message_id.encode()).hexdigest(),
                "direction": "out",
                "channel": "mail",
                "supplier_id": supplier_id,
                "contact_id": contact.get("id"),
                "subject": letter.subject,
                "body": letter.text.replace(letter.table_mark, "\n".join(" | ".join(row) for row in letter.rows)),
                "sender": sender,
                "recipients": letter.to,
                "happened_at": at,
                "message_id": message_id,
                "thread": f"file:{file_id}",
                "original": original,
                "recorded_at": database.now_utc(),
            },
        )
        for row in lines:
            stored.insert(db, "communication_link", {"communication_id": communication, "order_line_id": row["id"]})
            if edits.open_questions_of(db, [row["id"]], ("acknowledge", "date")):
                continue  # a reminder: the question is open already, and its clock runs on
            kind = "date" if row["current_promise"] else "acknowledge"
            values = {"communication_id": communication, "supplier_id": supplier_id, "order_line_id": row["id"]}
            stored.insert(
                db, "question", values | {"asked_by": "us", "kind": kind, "words": letter.subject, "asked_at": at}
            )
    return communication


def _open_line(row: dict[str, Any]) -> workbook.OpenLine:
    def day(text: str | None) -> date | None:
        return date.fromisoformat(text[:10]) if text else None

    left = max(0.0, float(row["quantity"]) - float(row["received_quantity"] or 0))
    return workbook.OpenLine(int(row["id"]), row["number"], row["line"], row["material"], row["description"], left, row["unit"], day(row["required_on"]), day(row["current_promise"]))  # fmt: skip
