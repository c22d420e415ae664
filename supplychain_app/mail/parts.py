"""Takes a mail apart: its text, as a mail program would show it, the files that came with it, and mails in it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message as RawMessage
from mimetypes import guess_extension, guess_type
from pathlib import PurePath

from supplychain_app.language import tr
from supplychain_app.mail import winmail
from supplychain_app.mail.charsets import decode
from supplychain_app.mail.html_text import to_text
from supplychain_app.mail.zipped import is_zip, unpack

LARGEST_ATTACHMENT = 15_000_000  # bytes
LONGEST_BODY = 400_000  # characters
LONGEST_TEXTS = LONGEST_BODY * 8  # bytes of all texts of a mail, tags and embedded pictures included
MOST_PARTS, DEEPEST, MOST_COMPARED = 300, 40, 12
MAILS, MOST_MAILS = (".eml", ".msg"), 50
_SIGNATURES = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")


@dataclass(frozen=True)
class Attachment:
    """A file that came with a mail; its content is None when over the size cap."""

    name: str
    content_type: str
    size: int
    content: bytes | None = field(repr=False)


class Files:
    """The files that came with a mail. `name_of` makes a harmless file name of what the mail says, and of a number."""

    def __init__(self, name_of: Callable[[str, int], str]) -> None:
        self.attachments: list[Attachment] = []
        self.mails: list[bytes] = []  # files that are mails: .eml, .msg
        self.notes: list[str] = []
        self._name_of = name_of

    def keep(self, name: str, kind: str, content: bytes) -> None:
        unpacked = winmail.files(content) if content.startswith(winmail.SIGNATURE) else []
        if not unpacked and is_zip(name, kind, content) and len(content) <= LARGEST_ATTACHMENT:
            found = unpack(content, self._name_of(name, len(self.attachments) + 1), largest=LARGEST_ATTACHMENT)
            unpacked = found.files
            for note in found.notes:
                self.note(note)
            if found.notes and unpacked:  # what was left inside is kept with it
                self._add(name, kind, content)
        for inner, data in unpacked:
            self._add(inner, guess_type(inner)[0] or "application/octet-stream", data)
        if not unpacked:
            self._add(name, kind, content)

    def _add(self, name: str, kind: str, content: bytes) -> None:
        number = len(self.attachments) + 1
        label = self._name_of(name, number) if name else f"attachment-{number}{guess_extension(kind) or ''}"
        kept = content if len(content) <= LARGEST_ATTACHMENT else None
        if kept is None:
            self.note(tr("{label} is over the size limit and was not kept.", label=label))
        if kept is not None and PurePath(label).suffix.lower() in MAILS and len(self.mails) < MOST_MAILS:
            self.mails.append(content)
        self.attachments.append(Attachment(label, kind, len(content), kept))

    def note(self, sentence: str) -> None:
        if sentence not in self.notes:
            self.notes.append(sentence)


class Parts(Files):
    """What a mail is made of."""

    def __init__(self, raw: RawMessage, name_of: Callable[[str, int], str]) -> None:
        super().__init__(name_of)
        self.enclosed: list[RawMessage] = []
        self.html: list[str] = []
        self.is_cut = False  # a text is longer than is read
        self._seen, self._said, self._room = 0, 0, LONGEST_TEXTS
        self.text = self._read(raw, 0)

    def _read(self, part: RawMessage, depth: int) -> str:
        self._seen += 1
        if self._seen > MOST_PARTS or depth > DEEPEST:
            self.note(tr("The mail has very many parts; the rest was not read."))
            return ""
        kind = part.get_content_type()
        if kind in ("message/rfc822", "message/global") and depth:
            inner = part.get_payload()
            self.enclosed += [one for one in inner if isinstance(one, RawMessage)] if isinstance(inner, list) else []
            return ""
        if not part.is_multipart():
            return self._leaf(part, kind)
        payload = part.get_payload()
        children = [one for one in payload if isinstance(one, RawMessage)] if isinstance(payload, list) else []
        texts = [(one.get_content_type(), self._read(one, depth + 1)) for one in children]
        return _best(texts) if kind == "multipart/alternative" else _joined([text for _, text in texts])

    def _leaf(self, part: RawMessage, kind: str) -> str:
        try:
            name = part.get_filename()
            content = part.get_payload(decode=True)
        except (ValueError, LookupError, TypeError, AttributeError, UnicodeError):
            name, content = None, None
        if not isinstance(content, bytes):
            payload = part.get_payload()
            content = payload.encode("utf-8", "replace") if isinstance(payload, str) else b""
        is_file = name is not None or part.get_content_disposition() == "attachment"
        if kind in ("text/plain", "text/html") and not is_file:
            self.is_cut |= len(content) > self._room
            content = content[: self._room]
            self._room -= len(content)
            text = decode(content, part.get_content_charset())
            if kind == "text/html":
                self.html.append(text)
                text = to_text(text, longest=2 * LONGEST_BODY)
            self._said += len(text)
            if self._said > LONGEST_BODY:
                self._room = 0
            return text
        if kind in _SEALED:
            self.note(tr("It is encrypted or sealed: open it in your mail program, and paste its text here."))
        if kind not in _SIGNATURES and (content or is_file):
            self.keep(str(name or ""), kind, content)
        return ""


def _best(texts: list[tuple[str, str]]) -> str:
    """Of several ways to say the same: the last but plain text, which is the richest, unless it is a mere shell."""
    plain = next((text for kind, text in texts if kind == "text/plain" and text.strip()), "")
    rich = next((text for kind, text in reversed(texts) if kind != "text/plain" and text.strip()), "")
    return rich if rich and len(rich) >= len(plain.strip()) / 4 else plain or rich


def _joined(texts: list[str]) -> str:
    """One after another; a part that says what stands in another one too, say as HTML, is left out."""
    if len(texts) > MOST_COMPARED:
        return "\n\n".join(text.strip("\r\n") for text in texts if text.strip())
    said = [re.sub(r"\W+", " ", text) for text in texts]
    kept: list[str] = []
    for number, text in enumerate(texts):
        others = (one for place, one in enumerate(said) if place > number or (place < number and one != said[number]))
        if said[number].strip() and not any(said[number].strip() in one for one in others):
            kept.append(text.strip("\r\n"))
    return "\n\n".join(kept)
