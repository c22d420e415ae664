"""Mails made to do harm do none, and a note says what was odd about them."""

import zipfile
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from supplychain_app.mail import html_text, messages, senders
from supplychain_app.services import chasing, corresponding, mailbox
from supplychain_app.services.mailbox import MailAccount
from supplychain_app.storage import communications as stored
from supplychain_app.storage.connection import Database

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def line(db: Database) -> int:
    """An open line of a supplier with a contact; its description would be a formula."""
    row = {"identity": "S1", "name": "Kessler Guss", "country": "DE", "recorded_at": "x"}
    supplier = db["supplier"].insert(row).last_pk
    db["contact"].insert({"supplier_id": supplier, "email": "Sales@Kessler-Guss.example"})
    order = db["purchase_order"].insert({"number": "4500012345", "recorded_at": "x"}).last_pk
    values = {"purchase_order_id": order, "line": "10", "quantity": 10.0, "supplier_id": supplier}
    values |= {"description": '=HYPERLINK("http://evil.example")', "entered_on": "2026-10-01", "recorded_at": "x"}
    return int(db["order_line"].insert(values).last_pk)


def mail(*files: tuple[str, bytes], sender: str = "sales@kessler-guss.example", html: str = "", **heads: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "me@us.example", "PO 4500012345"
    message["Date"], message["Message-ID"] = "Tue, 24 Nov 2026 08:00:00 +0000", "<1@x.example>"
    for name, value in heads.items():
        message[name.replace("_", "-")] = value
    message.set_content("Pos. 10: neuer Liefertermin 11.12.2026.")
    if html:
        message.add_alternative(html, subtype="html")
    for name, content in files:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def notes(db: Database, data: bytes) -> str:
    communication = corresponding.record_mail(db, data, now=NOW)
    thread = stored.thread_of_message(db, communication)
    return " ".join(note for one in corresponding.thread(db, thread) for note in one.notes)


def test_an_honest_mail_has_no_note(db: Database, line: int) -> None:
    assert notes(db, mail(html="<p>Pos. 10: 11.12.2026</p><img src='https://us.example/logo.png' width='200'>")) == ""


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"sender": '"sales@kessler-guss.example" <x@evil.example>'}, "is shown as sales@kessler-guss.example"),
        ({"sender": "x@evil.example"}, "is no known contact"),
        ({"sender": "sales@kess1er-guss.example"}, "though it looks like it"),
        ({"sender": "sales@kessler-gus.example"}, "though it looks like it"),
        ({"Reply_To": "pay@evil.example"}, "An answer would go to pay@evil.example"),
        ({"Authentication_Results": "mx.us.example; spf=fail; dkim=pass; dmarc=fail"}, "(DMARC, SPF)"),
        ({"html": "<p>x</p><script>fetch('//evil.example')</script>"}, "a script"),
        ({"html": "<p onclick='x()'>x</p>"}, "a script"),
        ({"html": "<p>x</p><img src='https://evil.example/t' width=1 height=1>"}, "unseen picture"),
    ],
)
def test_what_is_odd_about_a_mail_is_told(db: Database, line: int, given: dict[str, Any], said: str) -> None:
    assert said in notes(db, mail(**given))


def test_a_doubtful_sender_answers_no_question(db: Database, line: int, tmp_path: Path) -> None:
    asked = datetime(2026, 11, 23, 9, tzinfo=UTC)
    chasing.chase(db, today=asked.date(), now=asked, out=tmp_path)
    corresponding.record_mail(db, mail(sender="x@evil.example"), now=NOW)
    assert len(corresponding.open_questions(db, NOW)) == 1
    corresponding.record_mail(db, mail().replace(b"<1@x", b"<2@x"), now=NOW)
    assert not corresponding.open_questions(db, NOW)


def test_a_stranger_who_writes_to_a_supplier_is_not_taken_for_us(db: Database, line: int) -> None:
    account = MailAccount(imap_host="127.0.0.1", imap_security="plain", user="me@us.example")
    mailbox.set_mailbox(db, account)
    data = mail(sender="x@evil.example").replace(b"To: me@us.example", b"To: sales@kessler-guss.example")
    corresponding.record_mail(db, data, now=NOW)
    (thread,) = corresponding.threads(db)
    assert thread.last_direction == "in"


def test_attachments_that_would_fill_the_memory_are_left_and_named(db: Database, line: int, tmp_path: Path) -> None:
    far, bomb = tmp_path / "far.xlsx", tmp_path / "bomb.xlsx"
    with xlsxwriter.Workbook(far) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "x")
        sheet.write(1_048_575, 16_383, "y")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("xl/media/1.png", "w") as part:
        for _ in range(210):
            part.write(bytes(1_000_000))
    found = notes(db, mail(*[(one.name, one.read_bytes()) for one in (far, bomb)], ("bad.xlsx", b"PK\x03\x04junk")))
    assert "far.xlsx has a cell in row 1\u00a0048\u00a0576" in found
    assert "bomb.xlsx unpacks to far more" in found
    assert "bad.xlsx is not a workbook" in found
    assert [one.promised_on for one in corresponding.suggestions(db)] == ["2026-12-11"]


def test_attached_files_are_saved_under_harmless_names_beside_what_is_there(
    db: Database, line: int, tmp_path: Path
) -> None:
    names = ("../../evil.sh", "C:\\Windows\\evil.exe", "a\u202egnp.exe", "CON.txt", "evil.sh")
    communication = corresponding.record_mail(db, mail(*[(name, b"x") for name in names]), now=NOW)
    folder = tmp_path / "saved"
    folder.mkdir()
    saved = corresponding.save_attachments(db, communication, folder)
    assert {path.parent for path in saved} == {folder}
    assert {path.name for path in saved} <= {"evil.sh", "evil.exe", "agnp.exe", "_CON.txt", "evil (2).sh"}
    again = corresponding.save_attachments(db, communication, folder)
    assert not {path.name for path in saved} & {path.name for path in again}
    assert sorted(tmp_path.iterdir()) == sorted({folder, *(p for p in tmp_path.iterdir() if p.name != "saved")})


def test_no_formula_goes_out_in_the_workbook(db: Database, line: int, tmp_path: Path) -> None:
    (draft,) = chasing.chase(db, today=date(2026, 11, 23), now=NOW, out=tmp_path)
    with zipfile.ZipFile(draft.workbook) as book:
        sheet = book.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet.lower()


@pytest.mark.parametrize(
    "html",
    [
        "<!--" * 400_000,
        "<" * 400_000,
        "<img " * 400_000,
        "<a on" * 400_000,
        "<div>" * 300_000,
        "<table><tr><td>" * 90_000,
    ],
    ids=["comments", "open", "pictures", "attributes", "deep", "tables"],
)
def test_html_made_to_keep_the_parser_busy_is_read_on(html: str) -> None:
    assert "before" in html_text.to_text(f"<p>before</p>{html}")
    html_text.active_content(html)


def test_html_with_embedded_pictures_and_comments_keeps_its_words() -> None:
    html = f"<p>a</p><!-- b --><img src='data:image/png;base64,{'A' * 3_000_000}'><p>c > d</p>e"
    assert html_text.to_text(html).split() == ["a", "c", ">", "d", "e"]


def test_a_text_without_end_is_read_at_its_beginning_only(db: Database, line: int) -> None:
    text = "Pos. 10: 11.12.2026 " + "lorem ipsum dolor " * 20_000
    found = notes(db, mail().replace(b"Pos. 10: neuer Liefertermin 11.12.2026.", text.encode()))
    assert "Only the first 50000 characters were read for dates." in found
    assert len(corresponding.readable(text)) < 52_000
    assert max(map(len, corresponding.readable(text).split("\n"))) <= 1_000


def test_heads_of_any_length_are_read() -> None:
    for head in (b"From", b"Sender", b"To", b"Reply-To", b"Date", b"Subject", b"References", b"Message-ID"):
        for mark in (b"(", b'"', b"<", b"=?", b"@", b"["):
            assert messages.parse(head + b": a@b.example " + mark * 20_000 + b"\r\n\r\nhi").body.strip() == "hi"
    assert senders.doubts(name="", sender="a@b.example", results=["dmarc = " * 50_000]) == []
    assert senders.resembles("a@kessler.example", {"kessler.example"}) is None
