"""Makes a message of pasted text: above it may stand From, Sent, To and Subject, in the mail program's language."""

import re
from datetime import datetime

from dateutil import parser as dates

from supplychain_app.domain.errors import MailError
from supplychain_app.language import tr
from supplychain_app.mail.messages import LONGEST_BODY, Message, tidy

_HEADS = {
    "sender": "from|von|de|da|expéditeur|remitente|发件人|差出人",
    "date": "sent|date|gesendet|datum|envoyé|enviado|fecha|data|inviato|发送时间|日期|送信日時",
    "to": "to|an|à|para|a|收件人|宛先",
    "subject": "subject|betreff|objet|asunto|assunto|oggetto|主题|主旨|件名",
    "other": "cc|kopie|reply-to|antwort an",
}
_HEAD = re.compile(
    "(?i)^(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _HEADS.items()) + r")\s*[:：]\s*(?P<value>.+)$"
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def message(text: str, *, now: datetime) -> Message:
    """The message that a text is; MailError where there is none. It is from nobody when nothing tells who wrote it."""
    text = tidy(text).strip()
    if not text:
        raise MailError(tr("There is no text on the clipboard. Copy the mail's text, and paste it again."))
    heads, body = _heads(text)
    sent = _moment(heads.get("date", ""))
    from_ = heads.get("sender", "")
    address = _ADDRESS.search(from_)
    return Message(
        message_id=None,
        in_reply_to=None,
        references=(),
        sender_name=re.sub(r"[<\[(].*$", "", from_).strip(' "'),
        sender=address.group().lower() if address else "",
        recipients=tuple(one.lower() for one in _ADDRESS.findall(heads.get("to", ""))),
        subject=heads.get("subject", ""),
        sent_at=sent.replace(tzinfo=now.tzinfo) if sent else None,
        sent_on=sent.date() if sent else now.date(),
        body=body[:LONGEST_BODY],
        attachments=(),
        automatic=False,
        notes=(tr("This text was pasted: who wrote it, and when, is as it says."),),
        original=text.encode(),
    )


def _heads(text: str) -> tuple[dict[str, str], str]:
    """The lines at the top that tell who wrote what to whom, and the rest."""
    found: dict[str, str] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines[:12]):
        head = _HEAD.match(line.strip())
        if head is None:
            if line.strip():
                return found, "\n".join(lines[number:]).strip()
            continue
        name = next(key for key in _HEADS if head[key])
        found.setdefault(name, head["value"].strip())
    return found, "\n".join(lines[12:]).strip()


def _moment(text: str) -> datetime | None:
    """A moment as mail programs print it, where it can be told without doubt; its time zone is not printed."""
    digits = re.search(r"\b(\d{1,2})[./](\d{1,2})[./](20\d\d)\b", text)
    if digits and "." in digits.group():
        text = text.replace(digits.group(), f"{digits[3]}-{int(digits[2]):02}-{int(digits[1]):02}")
    elif digits and int(digits[1]) <= 12 and int(digits[2]) <= 12 and digits[1] != digits[2]:
        return None
    try:
        return dates.parse(text, fuzzy=True, ignoretz=True) if re.search(r"20\d\d", text) else None
    except (ValueError, OverflowError):
        return None
