"""Reads Outlook .msg files: the properties of a compound file, without running anything in it."""

import io
import re
import struct
from datetime import UTC, datetime, timedelta
from typing import Any

from supplychain_app.domain.errors import FileError
from supplychain_app.language import tr
from supplychain_app.mail import rich_text
from supplychain_app.mail.html_text import active_content, to_text
from supplychain_app.mail.messages import (
    FORWARDED,
    LARGEST_ATTACHMENT,
    LONGEST_BODY,
    Attachment,
    Message,
    decode,
    safe_name,
    tidy,
)
from supplychain_app.mail.parts import Files
from supplychain_app.mail.rich_text import RichText
from supplychain_app.mail.senders import doubts

_CLASS, _SUBJECT, _BODY, _HTML, _RICH_TEXT, _HEADERS = "001A", "0037", "1000", "1013", "1009", "007D"
_SENDER_NAME, _SENDER, _SENDER_SMTP, _TO, _ID, _REPLY = "0C1A", "0C1F", "5D01", "0E04", "1035", "1042"


def parse_msg(data: bytes, name: str) -> Message:
    """One message from an Outlook file; FileError when it is no mail."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            if not ole.exists("__properties_version1.0"):
                raise FileError(tr("{name} is not an Outlook mail. Save the mail as .eml or .msg.", name=name))
            return _message(ole, data)
    except (OSError, ValueError, IndexError, struct.error, AttributeError, TypeError, RecursionError) as error:
        raise FileError(
            tr("{name} is damaged and cannot be read as an Outlook mail. Save it again as .eml.", name=name)
        ) from error


def _message(ole: Any, data: bytes) -> Message:
    html = _html(ole)
    files = _files(ole)
    body = f"{_text(ole)}\n{_forwarded(ole)}"
    headers = _stream(ole, "", _HEADERS)
    sent = _sent(ole, headers)
    references = re.search(r"(?im)^References:((?:[^\n]|\n[ \t])*)", headers)
    address = _stream(ole, "", _SENDER_SMTP) or _stream(ole, "", _SENDER)
    if "@" not in address:
        found = re.search(r"(?im)^From:[^\n]*?([\w.+-]+@[\w.-]+)", headers)
        address = found.group(1) if found else ""
    sender_name = _stream(ole, "", _SENDER_NAME)
    reply_to = re.search(r"(?im)^Reply-To:([^\n]*)", headers)
    results = re.findall(r"(?im)^Authentication-Results:((?:[^\n]|\n[ \t])*)", headers)
    notes = doubts(name=sender_name, sender=address, reply_to=reply_to.group(1) if reply_to else "", results=results)
    recipients = re.findall(r"[\w.+-]+@[\w.-]+", _stream(ole, "", _TO) + " " + _recipients(ole))
    return Message(
        message_id=_stream(ole, "", _ID).strip() or None,
        in_reply_to=_stream(ole, "", _REPLY).strip() or None,
        references=tuple(re.findall(r"<[^<>\s]{1,300}>", references.group(1))) if references else (),
        sender_name=sender_name,
        sender=address.strip().lower(),
        recipients=tuple(dict.fromkeys(one.lower() for one in recipients)),
        subject=" ".join(_stream(ole, "", _SUBJECT).split()),
        sent_at=sent.astimezone(UTC) if sent else None,
        sent_on=sent.date() if sent else None,
        body=tidy(body)[:LONGEST_BODY],
        attachments=tuple(files.attachments),
        automatic=_is_automatic(ole, headers),
        notes=(*notes, *files.notes, *active_content(html)),
        original=data,
        enclosed=tuple(files.mails),
    )


def _is_automatic(ole: Any, headers: str) -> bool:
    """Did a machine answer: a report of a server, an out-of-office note?"""
    heads = headers.lower()
    answers = bool(_stream(ole, "", _REPLY).strip())
    is_report = _stream(ole, "", _CLASS).upper().startswith("REPORT.")
    return is_report or "auto-submitted: auto-replied" in heads or (answers and "auto-submitted: auto" in heads)


def _stream(ole: Any, folder: str, tag: str) -> str:
    for kind, charset in (("001F", "utf-16-le"), ("001E", None), ("0102", None)):
        path = f"{folder}__substg1.0_{tag}{kind}"
        if ole.exists(path):
            content = ole.openstream(path).read(LONGEST_BODY * 8)
            return decode(content, charset).rstrip("\0")
    return ""


def _recipients(ole: Any) -> str:
    folders = sorted({entry[0] for entry in ole.listdir() if entry[0].startswith("__recip_version")})
    return " ".join(_stream(ole, f"{folder}/", tag) for folder in folders[:200] for tag in ("39FE", "3003"))


def _sent(ole: Any, headers: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    written = re.search(r"(?im)^Date:\s*([^\n]+)", headers)
    if written:
        try:
            found = parsedate_to_datetime(written.group(1).strip())
            return found if found.tzinfo else found.replace(tzinfo=UTC)
        except (ValueError, TypeError, IndexError):
            pass
    properties = ole.openstream("__properties_version1.0").read(100_000)
    moments = {}
    for start in range(32, len(properties) - 15, 16):
        kind, tag = struct.unpack_from("<HH", properties, start)
        if kind == 0x0040 and tag in (0x0039, 0x0E06):
            ticks = struct.unpack_from("<Q", properties, start + 8)[0]
            if 0 < ticks < 3 * 10**17:
                moments[tag] = datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10)
    return moments.get(0x0039) or moments.get(0x0E06)


def _attached_folders(ole: Any) -> list[str]:
    return sorted({entry[0] for entry in ole.listdir() if entry[0].startswith("__attach_version")})[:200]


def _html(ole: Any, folder: str = "") -> str:
    """The mail as HTML, where there is any: by itself, or packed into the rich text."""
    html = _stream(ole, folder, _HTML)
    rich = None if html.strip() else _rich_text(ole, folder)
    return rich.text if rich and rich.is_html else html


def _text(ole: Any, folder: str = "") -> str:
    if (html := _html(ole, folder)).strip():
        return to_text(html)
    plain = _stream(ole, folder, _BODY)
    rich = None if plain.strip() else _rich_text(ole, folder)
    return rich.text if rich else plain


def _rich_text(ole: Any, folder: str) -> RichText | None:
    path = f"{folder}__substg1.0_{_RICH_TEXT}0102"
    return rich_text.read(ole.openstream(path).read(rich_text.LONGEST)) if ole.exists(path) else None


def _forwarded(ole: Any) -> str:
    """The mails that were forwarded in this one as files, each after its head."""
    found = []
    for attached in _attached_folders(ole):
        folder = f"{attached}/__substg1.0_3701000D/"
        if text := _text(ole, folder).strip():
            sender, subject = _stream(ole, folder, _SENDER_NAME), _stream(ole, folder, _SUBJECT)
            found += ["", FORWARDED, f"From: {sender}", f"Subject: {subject}", "", text]
    return "\n".join(found)


def _files(ole: Any) -> Files:
    found = Files(safe_name)
    for number, folder in enumerate(_attached_folders(ole), 1):
        path = f"{folder}/__substg1.0_37010102"
        if not ole.exists(path):
            continue
        size = ole.get_size(path)
        label = _stream(ole, f"{folder}/", "3707") or _stream(ole, f"{folder}/", "3704")
        kind = _stream(ole, f"{folder}/", "370E") or "application/octet-stream"
        if size <= LARGEST_ATTACHMENT:
            found.keep(label, kind, ole.openstream(path).read())
        else:
            found.attachments.append(Attachment(safe_name(label, number), kind, size, None))
    return found
