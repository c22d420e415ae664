"""Reads what mail servers and programs report about a mail of ours: that it did not arrive, is late, or was opened."""

import re
from dataclasses import dataclass
from email.message import Message as RawMessage

_MACHINES = ("multipart/report", "message/delivery-status", "message/disposition-notification")


@dataclass(frozen=True)
class MailReport:
    """Which mail of ours it is about, to whom it could not be delivered, and why."""

    about: str | None  # its Message-ID
    undelivered_to: tuple[str, ...]
    reason: str


def report_in(raw: RawMessage) -> MailReport | None:
    """The report that a mail is (RFC 3464, RFC 8098); None where a person wrote it."""
    if raw.get_content_type() != "multipart/report":
        return None
    about, failed, reason = None, [], ""
    for number, part in enumerate(raw.walk()):
        if number > 100:
            break
        text = _fields(part)
        about = about or _field(text, "Original-Message-ID") or _field(text, "Message-ID") if number else None
        if _field(text, "Action").lower() == "failed":
            to = _field(text, "Final-Recipient") or _field(text, "Original-Recipient")
            failed.append(to.rpartition(";")[2].strip().lower())
            reason = reason or _field(text, "Diagnostic-Code").partition(";")[2] or _field(text, "Status")
    return MailReport(about or None, tuple(dict.fromkeys(failed)), " ".join(reason.split())[:200])


def _fields(part: RawMessage) -> str:
    """The part's own fields; those of a report of headers are its text."""
    own = "".join(f"{name}: {value}\n" for name, value in part.items())
    payload = part.get_payload() if part.get_content_type() in ("text/rfc822-headers", *_MACHINES) else ""
    return own + (payload if isinstance(payload, str) else "")


def _field(text: str, name: str) -> str:
    found = re.search(rf"(?im)^{name}:\s*((?:[^\n]|\n[ \t])*)", text)
    return found.group(1).strip() if found else ""
