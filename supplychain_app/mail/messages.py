"""Reads mails from .eml, .mbox and Outlook .msg files, however broken, into one plain shape."""

import email.errors
import email.policy
import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from email.header import decode_header
from email.message import Message as RawMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from pathlib import Path

from supplychain_app.domain.errors import FileError, MailError
from supplychain_app.language import tr
from supplychain_app.mail import senders
from supplychain_app.mail.charsets import decode
from supplychain_app.mail.delivery_reports import MailReport, report_in
from supplychain_app.mail.html_text import active_content
from supplychain_app.mail.long_texts import cut_short
from supplychain_app.mail.parts import LARGEST_ATTACHMENT, LONGEST_BODY, LONGEST_TEXTS, Attachment, Parts

__all__ = [
    "FORWARDED",
    "LARGEST_ATTACHMENT",
    "LONGEST_BODY",
    "Attachment",
    "Message",
    "decode",
    "parse",
    "read_file",
    "safe_name",
    "tidy",
    "with_enclosed",
]

LARGEST_MAIL = 60_000_000  # bytes
OUTLOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how a compound file begins
FORWARDED, _ANSWERED = "---------- Forwarded message ----------", "-----Original Message-----"
_REPLY = re.compile(
    r"(?i)^\s*(?:(?:re|aw|antw|sv|r|res|rv|fwd?|wg|tr|enc|i|回复|答复|转发|返信|ynt|ilt)\s*(?:\[\d+\])?\s*[:：]\s*)+"
)


@dataclass(frozen=True)
class Message:
    """One mail, readable: `sent_on` is the day as the sender wrote it, `sent_at` the moment in UTC."""

    message_id: str | None
    in_reply_to: str | None
    references: tuple[str, ...]
    sender_name: str
    sender: str
    recipients: tuple[str, ...]
    subject: str
    sent_at: datetime | None
    sent_on: date | None
    body: str
    attachments: tuple[Attachment, ...]
    automatic: bool
    notes: tuple[str, ...]
    original: bytes = field(repr=False)
    enclosed: tuple[bytes, ...] = field(repr=False, default=())  # several mails forwarded in it, each one of its own
    report: MailReport | None = None  # what a server or a mail program reports about a mail of ours

    @property
    def undelivered_to(self) -> tuple[str, ...]:
        """Who did not get our mail, by a server's report."""
        return self.report.undelivered_to if self.report else ()

    @property
    def fingerprint(self) -> str:
        """The same mail saved twice has the same one."""
        if self.message_id:
            return hashlib.sha256(self.message_id.encode("utf-8", "replace")).hexdigest()
        parts = (self.sender, str(self.sent_at), self.subject, self.body)
        return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()


def read_file(path: Path) -> list[Message]:
    """Every message in a file; FileError when it holds none."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise FileError(tr("{path} is a folder. Choose the mails in it.", path=path))
        if size > LARGEST_MAIL and path.suffix.lower() != ".mbox":
            raise FileError(
                tr("{name} has {size} MB; mails of up to 60 MB are read.", name=path.name, size=size // 1000000)
            )
        data = path.read_bytes()
    except OSError as error:
        raise FileError(
            tr(
                "Cannot read {path}: {reason}. Check the name and its permissions.",
                path=path,
                reason=error.strerror or error,
            )
        ) from error
    if not data.strip():
        raise FileError(tr("{name} is empty. Save the mail again.", name=path.name))
    if data.startswith(OUTLOOK):
        from supplychain_app.mail.outlook import parse_msg

        return with_enclosed(parse_msg(data, path.name))
    if path.suffix.lower() == ".mbox" or (data[:5] == b"From " and b"\nFrom " in data):
        return [one for part in _mbox(data) for one in with_enclosed(parse(part))]
    return with_enclosed(parse(data))


def with_enclosed(message: Message) -> list[Message]:
    """The mail, and each of several that were forwarded in it; a mere wrapper around them is left out."""
    enclosed = [one for data in message.enclosed for one in _enclosed(data)]
    return enclosed if enclosed and not message.body.strip() and not message.attachments else [message, *enclosed]


def _enclosed(data: bytes) -> list[Message]:
    """A mail that came as a file; none where the file is no mail."""
    if not data.startswith(OUTLOOK):
        return [parse(data)] if data.strip() else []
    from supplychain_app.mail.outlook import parse_msg

    try:
        return [parse_msg(data, "")]
    except FileError:
        return []


def parse(data: bytes) -> Message:
    """One message from its bytes. Never fails on broken MIME: what cannot be read is told in `notes`."""
    if len(data) > LARGEST_MAIL:
        raise MailError(tr("This mail is larger than 60 MB and was not read."))
    data = _bare(data)
    notes: list[str] = []
    short = data
    try:
        short = cut_short(data, 2 * LONGEST_TEXTS)
        raw = BytesParser(policy=email.policy.compat32).parsebytes(short)
        report, parts, body, enclosed = _apart(raw)
    except (ValueError, LookupError, IndexError, AttributeError, TypeError, RecursionError):
        notes.append(tr("The mail's structure is broken; its raw text is shown."))
        raw = RawMessage()
        raw.set_payload(data[:LONGEST_BODY].decode("utf-8", "replace"))
        report, parts, body, enclosed = _apart(raw)
    body = tidy(body[: 2 * LONGEST_BODY])
    notes += parts.notes
    if report is not None and report.undelivered_to:
        notes.append(_undelivered(report))
    if len(body) > LONGEST_BODY or parts.is_cut or len(short) < len(data):
        notes.append(tr("The text is very long; only its beginning was read."))
        body = body[:LONGEST_BODY]
    names = senders.addresses(_header(raw, "From") or _header(raw, "Sender"))
    sender_name, sender = names[0] if names else ("", "")
    notes += senders.doubts(
        name=sender_name,
        sender=sender,
        reply_to=_header(raw, "Reply-To"),
        results=[str(one) for one in raw.get_all("Authentication-Results", [])],
    )
    notes += active_content("\n".join(parts.html))
    sent = _moment(_header(raw, "Date"))
    to = senders.addresses(_header(raw, "To"), _header(raw, "Cc"))
    references = re.findall(r"<[^<>\s]{1,300}>", _header(raw, "References"))[:50]
    return Message(
        message_id=_identity(_header(raw, "Message-ID")),
        in_reply_to=_identity(_header(raw, "In-Reply-To") or (report.about if report and report.about else "")),
        references=tuple(references),
        sender_name=sender_name,
        sender=sender.strip().lower(),
        recipients=tuple(address.strip().lower() for _, address in to if "@" in address),
        subject=_header(raw, "Subject"),
        sent_at=sent.astimezone(UTC) if sent else None,
        sent_on=sent.date() if sent else None,
        body=body,
        attachments=tuple(parts.attachments),
        automatic=report is not None or _is_automatic(raw) or _only_accepts(parts, body),
        notes=tuple(notes),
        original=data,
        enclosed=(*enclosed, *parts.mails),
        report=report,
    )


def _apart(raw: RawMessage) -> tuple[MailReport | None, Parts, str, tuple[bytes, ...]]:
    """What a mail reports, what it is made of, its text, and the mails in it."""
    report, parts = report_in(raw), Parts(raw, _file_name)
    return report, parts, *(_with_forwarded(raw, parts) if report is None else (parts.text, ()))


def _is_automatic(raw: RawMessage) -> bool:
    """Did a machine answer? What an ERP system sends by itself, say a confirmation, is "auto-generated", and read."""
    submitted = _header(raw, "Auto-Submitted").lower()
    answers = bool(_header(raw, "In-Reply-To") or _header(raw, "References"))
    return (
        submitted.startswith("auto-replied")
        or (submitted.startswith("auto") and answers)
        or _header(raw, "Precedence").lower() == "auto_reply"
        or bool(_header(raw, "X-Autoreply") or _header(raw, "X-Autorespond"))
    )


def _only_accepts(parts: Parts, body: str) -> bool:
    """Is it an invitation accepted or declined with a click, and without a word?"""
    calendars = [one.content or b"" for one in parts.attachments if one.content_type == "text/calendar"]
    return not body.strip() and any(b"METHOD:REPLY" in one for one in calendars)


def _undelivered(report: MailReport) -> str:
    to, reason = ", ".join(report.undelivered_to), report.reason
    if not reason:
        return tr("Our mail to {to} was not delivered. Ask for the right address.", to=to)
    return tr("Our mail to {to} was not delivered: {reason}. Ask for the right address.", to=to, reason=reason)


def _with_forwarded(raw: RawMessage, parts: Parts) -> tuple[str, tuple[bytes, ...]]:
    """The text with that of a mail that was forwarded or answered in it; several are mails of their own."""
    if len(parts.enclosed) != 1:
        return parts.text, tuple(filter(None, map(_bytes_of, parts.enclosed)))
    (inner,) = parts.enclosed
    inside = Parts(inner, _file_name)
    sender = [address for _, address in senders.addresses(_header(inner, "From"))]
    ours = [address for _, address in senders.addresses(_header(raw, "To"), _header(raw, "Cc"))]
    heads = [f"{name}: {_header(inner, name)}" for name in ("From", "Date", "To", "Subject") if _header(inner, name)]
    parts.attachments += inside.attachments
    parts.mails += inside.mails
    parts.notes += [note for note in inside.notes if note not in parts.notes]
    parts.html += inside.html
    parts.is_cut |= inside.is_cut
    mark = _ANSWERED if set(sender) & set(ours) else FORWARDED
    text, enclosed = _with_forwarded(inner, inside) if inside.enclosed else (inside.text, ())
    return "\n".join([parts.text.rstrip(), "", mark, *heads, "", text]), enclosed


def _bytes_of(raw: RawMessage) -> bytes:
    try:
        return raw.as_bytes()
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return b""


def safe_name(name: str, number: int = 1) -> str:
    """A file name without path, control characters, tricks with text direction, or a reserved name."""
    name = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    name = "".join(c for c in name if unicodedata.category(c)[0] != "C" and c not in '<>:"|?*').strip(" .")
    if re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", name):
        name = "_" + name
    stem, dot, ending = name.rpartition(".")
    if len(name) > 120:
        name = (stem[:100] + dot + ending[:15]) if dot else name[:120]
    return name or f"attachment-{number}"


def _file_name(name: str, number: int) -> str:
    return safe_name(_decoded(name), number)


def tidy(text: str) -> str:
    """Plain line ends, no zero-width or control characters, no struck-out ~~words~~."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").replace("\u2028", "\n")
    text = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))
    return re.sub(r"~~[^~\n]{1,200}~~", " ", text).strip("\n")


def _bare(data: bytes) -> bytes:
    """The mail without what some programs write around it: a byte order mark, an mbox line, Apple Mail's length."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    length = re.match(rb"(\d{1,9})[ \t]*\r?\n", data[:40])
    if length:
        return data[length.end() : length.end() + int(length[1])]
    return data.partition(b"\n")[2] if data.startswith(b"From ") else data


def _mbox(data: bytes) -> Iterator[bytes]:
    """Its mails: each begins with a From line that a header follows; a sentence that begins with From does not."""
    parts = re.split(rb"(?:^|\n)From [^\n]{0,300}\n(?=>?[\w-]{1,80}:)", data)
    for part in parts:
        if part.strip():
            yield re.sub(rb"(?m)^>(>*From )", rb"\1", part)


def _header(raw: RawMessage, name: str) -> str:
    value = next((value for key, value in raw.raw_items() if key.lower() == name.lower()), None)
    if value is None:
        return ""
    if isinstance(value, str) and any(
        "\udc80" <= letter <= "\udcff" for letter in value
    ):  # bytes without a word on them
        bare = value.encode("utf-8", "surrogateescape")
        try:
            value = bare.decode("utf-8")
        except UnicodeError:
            value = decode(bare, raw.get_content_charset() or next(filter(None, raw.get_charsets()), None))
    return _decoded(str(value))


def _decoded(value: str) -> str:
    try:
        pieces = decode_header(value[:5000])
    except (ValueError, LookupError, TypeError, IndexError, email.errors.HeaderParseError):
        pieces = [(value, None)]
    text = "".join(decode(p, c) if isinstance(p, bytes) else p for p, c in pieces)
    text = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join(tidy(text).split())


def _identity(value: str) -> str | None:
    found = re.search(r"<[^<>\s]{1,300}>", value)
    return found.group() if found else (value.strip()[:300] or None)


def _moment(value: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(value)
        found = found if found.tzinfo else found.replace(tzinfo=UTC)
        found.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None
    return found


def plain_subject(subject: str) -> str:
    """A subject without Re:, AW:, Fwd: and their like, in small letters."""
    return " ".join(_REPLY.sub("", subject).lower().split())[:200]
