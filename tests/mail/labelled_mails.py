"""Reads the hand-written, labelled mails of `labelled/`, and what the app's own reading makes of them.

A mail begins with `####` and its styles. Then come when and from where it was sent, the supplier's open lines
(order/line, material or -, quantity, current date), the subject, a blank line, and the text as it stood in the mail
(HTML when it begins with a tag). It ends with `====` and the dates that a careful buyer would take: `line date`, or
`order/line date` where several orders are open; a date for a whole order is one for each of its open lines. Dates on
which goods leave are none. The number in a file's name is its round: all its mails were written and labelled before
the reader saw one of them. Most rounds may be looked at when the reader is mended ("tuned"); of those kept apart, only
the total figures by style.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from supplychain_app.services import corresponding
from supplychain_app.storage.connection import Database

FOLDER = Path(__file__).with_name("labelled")
APART = (35, 36)
"""Rounds whose mails nobody who mends the reader has looked at; others wrote them, who never saw it."""
Pair = tuple[str, str, str]  # order, line, ISO date


@dataclass(frozen=True)
class OpenLine:
    """A line that the supplier owes us."""

    order: str
    line: str
    material: str
    quantity: float
    promised_on: str


@dataclass(frozen=True)
class LabelledMail:
    """One mail with the pairs it should yield."""

    name: str
    half: str
    styles: tuple[str, ...]
    sent_on: date
    country: str
    lines: tuple[OpenLine, ...]
    subject: str
    body: str
    expected: frozenset[Pair]


def labelled_mails(half: str | None = None, files: str = "*") -> list[LabelledMail]:
    """The mails of all files, or of one half."""
    found = [mail for path in sorted(FOLDER.glob(f"{files}.txt")) for mail in mails_of(path)]
    return [mail for mail in found if half in (None, mail.half)]


def mails_of(path: Path) -> Iterator[LabelledMail]:
    """The mails of one file."""
    text = path.read_text(encoding="utf-8")
    language, _, round_number = path.stem.rpartition("_")
    for number, block in enumerate(re.split(r"(?m)^#### ", text)[1:], start=1):
        head, _, rest = block.partition("\nSubject: ")
        subject, _, rest = rest.partition("\n\n")
        body, _, label = rest.rpartition("\n==== ")
        styles, sent, *open_lines = head.split("\n")
        day, country = sent.removeprefix("Sent: ").split()
        lines = tuple(_open_line(line) for line in open_lines)
        yield LabelledMail(
            f"{path.stem}:{number}",
            "apart" if int(round_number) in APART else "tuned",
            (language, *styles.split(", ")),
            date.fromisoformat(day),
            country,
            lines,
            subject,
            body,
            frozenset(_pairs(label, lines)),
        )


def _open_line(text: str) -> OpenLine:
    key, material, quantity, day = text.removeprefix("Open: ").split()
    order, line = key.rsplit("/", 1)
    return OpenLine(order, line, material.strip("-") and material, float(quantity), date.fromisoformat(day).isoformat())


def _pairs(label: str, lines: tuple[OpenLine, ...]) -> Iterator[Pair]:
    if label.strip() == "nothing":
        return
    known = {(one.order, one.line) for one in lines}
    for part in label.strip().split(";"):
        key, day = part.split()
        order, line = key.rsplit("/", 1) if "/" in key else (lines[0].order, key)
        assert (order, line) in known, f"{key} is no open line"
        assert "/" in key or len({one.order for one in lines}) == 1, f"{key} does not say its order"
        yield order, line, date.fromisoformat(day).isoformat()


def as_file(mail: LabelledMail, folder: Path) -> Path:
    """The mail as an .eml file."""
    message = EmailMessage()
    message["From"] = f"Sales <sales@{_domain(mail)}>"
    message["To"] = "purchasing@us.example"
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(datetime(mail.sent_on.year, mail.sent_on.month, mail.sent_on.day, 9, tzinfo=UTC))
    message.set_content(mail.body, subtype="html" if mail.body.startswith("<") else "plain")
    path = folder / f"{mail.name.replace(':', '-')}.eml"
    path.write_bytes(message.as_bytes())
    return path


def pairs_read(db: Database, mail: LabelledMail, folder: Path) -> set[Pair]:
    """What the app suggests for the mail in a workspace that holds the supplier and its open lines.

    A suggestion for an order that does not tell its line names no pair: it is no hit, also where all lines are meant.
    """
    db.conn.execute("savepoint one_mail")
    try:
        _insert(db, mail)
        (reading,) = corresponding.read_mail(db, as_file(mail, folder))
    finally:
        db.conn.execute("rollback to one_mail")
        db.conn.execute("release one_mail")
    found = set()
    for one in reading.suggestions:
        if one.kind == "delivery" and (one.line or not one.purchase_order):
            found.add((one.purchase_order or "?", one.line or "?", one.promised_on.isoformat()))
    return found


def _insert(db: Database, mail: LabelledMail) -> None:
    row = {"identity": "S1", "name": "Supplier", "country": mail.country, "recorded_at": "x"}
    supplier = db["supplier"].insert(row).last_pk
    db["contact"].insert({"supplier_id": supplier, "name": "Sales", "email": f"sales@{_domain(mail)}"})
    orders: dict[str, int] = {}
    materials: dict[str, int] = {}
    for one in mail.lines:
        if one.order not in orders:
            orders[one.order] = db["purchase_order"].insert({"number": one.order, "recorded_at": "x"}).last_pk
        values: dict[str, object] = {
            "purchase_order_id": orders[one.order],
            "line": one.line,
            "quantity": one.quantity,
            "supplier_id": supplier,
            "current_promise": one.promised_on,
            "entered_on": "2025-01-01",
            "recorded_at": "x",
        }
        if one.material:
            if one.material not in materials:
                materials[one.material] = db["material"].insert({"number": one.material, "recorded_at": "x"}).last_pk
            values["material_id"] = materials[one.material]
        db["order_line"].insert(values)


def _domain(mail: LabelledMail) -> str:
    return f"supplier{mail.name.replace(':', '-').replace('_', '-')}.example"
