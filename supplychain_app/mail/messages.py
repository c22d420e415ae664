"""Reads mails from .eml, .mbox and Outlook .msg files, however broken, into one plain shape."""

import codecs
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
from supplychain_app.mail.html_text import active_content, to_text

LARGEST_MAIL = 60_000_000  # bytes
LARGEST_ATTACHMENT = 15_000_000
LONGEST_BODY = 400_000  # characters
MOST_PARTS = 300


@dataclass(frozen=True)
class Attachment:
    """A file that came with a mail; its content is None when over the size cap."""

    name: str
    content_type: str
    size: int
    content: bytes | None = field(repr=False)


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
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        from supplychain_app.mail.outlook import parse_msg

        return [parse_msg(data, path.name)]
    if path.suffix.lower() == ".mbox" or (data[:5] == b"From " and b"\nFrom " in data):
        return [parse(part) for part in _mbox(data)]
    return [parse(data)]


def parse(data: bytes) -> Message:
    """One message from its bytes. Never fails on broken MIME: what cannot be read is told in `notes`."""
    if len(data) > LARGEST_MAIL:
        raise MailError(tr("This mail is larger than 60 MB and was not read."))
    if data[:5] == b"From ":
        data = data.partition(b"\n")[2]
    notes: list[str] = []
    try:
        raw = BytesParser(policy=email.policy.compat32).parsebytes(data)
    except (ValueError, LookupError, IndexError, AttributeError, TypeError, RecursionError):
        notes.append(tr("The mail's structure is broken; its raw text is shown."))
        raw = RawMessage()
        raw.set_payload(data[:LONGEST_BODY].decode("utf-8", "replace"))
    plain, html, attachments = _parts(raw, notes)
    body = (to_text(html) if html.strip() else "") or plain
    if html.strip() and plain.strip() and len(body) < len(plain.strip()) / 4:
        body = plain  # an HTML part that is a mere shell
    body = tidy(body)
    if len(body) > LONGEST_BODY:
        notes.append(tr("The text is very long; its first 400,000 characters were read."))
        body = body[:LONGEST_BODY]
    names = senders.addresses(_header(raw, "From") or _header(raw, "Sender"))
    sender_name, sender = names[0] if names else ("", "")
    notes += senders.doubts(
        name=sender_name,
        sender=sender,
        reply_to=_header(raw, "Reply-To"),
        results=[str(one) for one in raw.get_all("Authentication-Results", [])],
    )
    notes += active_content(html)
    sent = _moment(_header(raw, "Date"))
    to = senders.addresses(_header(raw, "To"), _header(raw, "Cc"))
    auto = _header(raw, "Auto-Submitted").lower()
    return Message(
        message_id=_identity(_header(raw, "Message-ID")),
        in_reply_to=_identity(_header(raw, "In-Reply-To")),
        references=tuple(re.findall(r"<[^<>\s]{1,300}>", _header(raw, "References")))[:50],
        sender_name=sender_name,
        sender=sender.strip().lower(),
        recipients=tuple(address.strip().lower() for _, address in to if "@" in address),
        subject=_header(raw, "Subject"),
        sent_at=sent.astimezone(UTC) if sent else None,
        sent_on=sent.date() if sent else None,
        body=body,
        attachments=tuple(attachments),
        automatic=bool(auto and auto != "no") or bool(_header(raw, "X-Autoreply")),
        notes=tuple(notes),
        original=data,
    )


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


def tidy(text: str) -> str:
    """Plain line ends, no zero-width or control characters, no struck-out ~~words~~."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").replace("\u2028", "\n")
    text = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))
    return re.sub(r"~~[^~\n]{1,200}~~", " ", text).strip("\n")


def _mbox(data: bytes) -> Iterator[bytes]:
    parts = re.split(rb"(?:^|\n)From [^\n]{0,300}\n", data)
    for part in parts:
        if part.strip():
            yield re.sub(rb"(?m)^>(>*From )", rb"\1", part)


def _parts(raw: RawMessage, notes: list[str]) -> tuple[str, str, list[Attachment]]:
    plain: list[str] = []
    html: list[str] = []
    attachments: list[Attachment] = []
    for number, part in enumerate(raw.walk()):
        if number > MOST_PARTS:
            notes.append(tr("The mail has very many parts; the rest was not read."))
            break
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        try:
            name = part.get_filename()
            content = part.get_payload(decode=True)
        except (ValueError, LookupError, TypeError, AttributeError, UnicodeError):
            name, content = None, None
        if not isinstance(content, bytes):
            payload = part.get_payload()
            content = payload.encode("utf-8", "replace") if isinstance(payload, str) else b""
        is_file = name is not None or part.get_content_disposition() == "attachment"
        if kind.startswith("text/") and kind in ("text/plain", "text/html") and not is_file:
            text = decode(content[: LONGEST_BODY * 8], part.get_content_charset())
            (html if kind == "text/html" else plain).append(text)
        elif content or is_file:
            label = safe_name(_decoded(str(name or "")), len(attachments) + 1)
            kept = content if len(content) <= LARGEST_ATTACHMENT else None
            if kept is None:
                notes.append(tr("{label} is over the size limit and was not kept.", label=label))
            attachments.append(Attachment(label, kind, len(content), kept))
    return "\n".join(plain), "\n".join(html), attachments


def decode(content: bytes, charset: str | None) -> str:
    """Text from bytes: the stated charset when it fits, else UTF-8, else the usual Western one."""
    tried = [charset, "utf-8", "gb18030" if (charset or "").lower().startswith("gb") else None]
    for name in tried:
        try:
            if name and codecs.lookup(name):
                return content.decode(name)
        except (LookupError, UnicodeError, ValueError):
            continue
    return content.decode("cp1252", "replace")


def _header(raw: RawMessage, name: str) -> str:
    try:
        value = raw.get(name)
    except (ValueError, LookupError, IndexError, AttributeError, TypeError):
        return ""
    return _decoded(str(value)) if value is not None else ""


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
