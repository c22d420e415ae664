"""Writes mails that the user's own mail program opens as drafts."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

LONGEST_LINK = 1_800
"""Characters of a mailto: link; longer ones are cut off by some mail programs."""
XLSX = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Letter:
    """A mail to be sent: its text, and the table that stands at `table_mark` in it."""

    to: str
    subject: str
    text: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    table_mark: str = "$table"

    @property
    def plain(self) -> str:
        """The whole text; where the mark of the table was taken out, the table follows the text."""
        before, _, after = self.text.partition(self.table_mark)
        return f"{before.rstrip()}\n\n{_text_table(self.head, self.rows)}{after}" if self.rows else before + after


def draft(letter: Letter, *, now: datetime, attachment: Path | None = None, sender: str | None = None) -> EmailMessage:
    """The mail as text and HTML, marked as not sent yet."""
    message = EmailMessage()
    message["X-Unsent"] = "1"
    if sender:
        message["From"] = sender
    message["To"] = _one_line(letter.to)
    message["Subject"] = _one_line(letter.subject)
    message["Date"] = format_datetime(now)
    message["Message-ID"] = make_msgid(domain="inbound.invalid")
    message.set_content(f"{letter.plain}\n")
    before, _, after = letter.text.partition(letter.table_mark)
    parts = [f"<p>{html.escape(part.strip()).replace(chr(10), '<br>')}</p>" for part in (before, after)]
    message.add_alternative(
        f"<html><body>{parts[0]}{_html_table(letter.head, letter.rows)}{parts[1]}</body></html>", subtype="html"
    )
    if attachment is not None:
        message.add_attachment(attachment.read_bytes(), maintype="application", subtype=XLSX, filename=attachment.name)
    return message


def pasted_table(letter: Letter) -> tuple[str, str]:
    """The table of a letter for the clipboard: as HTML, and as tab-separated text; no cell of it is a formula."""
    rows = [[_inert(_one_line(cell)) for cell in row] for row in letter.rows]
    text = "\n".join("\t".join(row) for row in ([_one_line(title) for title in letter.head], *rows))
    return f"<html><body>{_html_table(letter.head, rows)}</body></html>", text


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell


def whole_link(to: str, subject: str, text: str) -> str:
    """A mailto: link with all of the text, however long."""
    head, body = _link(to, subject, text)
    return head + body


def mail_link(to: str, subject: str, text: str, *, longest: int) -> str:
    """A mailto: link; of a text that would make it too long, the beginning."""
    head, body = _link(to, subject, text)
    room = max(0, longest - len(head))
    if len(body) > room:
        body = re.sub(r"%[0-9A-F]?$", "", body[:room])
        while body and not _is_text(body):  # a letter of several bytes that was cut through
            body = body[:-3]
    return head + body


def _link(to: str, subject: str, text: str) -> tuple[str, str]:
    head = f"mailto:{quote(_one_line(to), safe='@,')}?subject={quote(_one_line(subject)[:200])}&body="
    return head, quote(text.replace("\r\n", "\n").replace("\n", "\r\n"), safe="")


def _is_text(quoted: str) -> bool:
    try:
        unquote_to_bytes(quoted).decode()
    except UnicodeDecodeError:
        return False
    return True


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _text_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(" | ".join(_one_line(cell).replace("|", "/") for cell in row) for row in (head, *rows))


def _html_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    # A spreadsheet takes the cells as text, so that numbers of orders and materials keep their zeros.
    cell_style = "style=\"border:1px solid #999;padding:2px 6px;text-align:left;mso-number-format:'\\@'\""
    top = "".join(f"<th {cell_style}>{html.escape(cell)}</th>" for cell in head)
    body = "".join(
        "<tr>" + "".join(f"<td {cell_style}>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f'<table style="border-collapse:collapse"><tr>{top}</tr>{body}</table>'
