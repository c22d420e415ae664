"""Files in a zip archive that came with a mail are files of the mail, and a hostile archive does no harm."""

import io
import struct
import zipfile
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain_app.mail.messages import Message, parse, with_enclosed
from supplychain_app.mail.zipped import unpack

INNER = b"From: ann@s.example\nDate: Tue, 3 Nov 2026 10:15:00 +0000\nSubject: PO 4500012345\n\nDelivery in two weeks.\n"


def packed(files: dict[str, bytes], **options: object) -> bytes:
    """An archive with these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as archive:  # type: ignore[arg-type]
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def locked(data: bytes) -> bytes:
    """The archive with the mark of a password on each file."""
    found = bytearray(data)
    for start, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = found.find(start)
        while at >= 0:
            found[at + place] |= 1
            at = found.find(start, at + 1)
    return bytes(found)


def mail(archive: bytes, name: str = "docs.zip", subtype: str = "zip") -> Message:
    """A mail with an archive, as it arrives."""
    message = EmailMessage()
    message["From"], message["Subject"] = "ann@s.example", "Documents"
    message.set_content("See the attached files.")
    message.add_attachment(archive, maintype="application", subtype=subtype, filename=name)
    return parse(message.as_bytes())


@pytest.mark.parametrize("subtype", ["zip", "x-zip-compressed", "octet-stream"])
def test_the_files_of_an_archive_came_with_the_mail(subtype: str) -> None:
    found = mail(packed({"out/dates.csv": b"PO,Date\n1,2\n", "a.pdf": b"%PDF", "__MACOSX/a": b"x"}), subtype=subtype)
    assert [(one.name, one.content) for one in found.attachments] == [
        ("dates.csv", b"PO,Date\n1,2\n"), ("a.pdf", b"%PDF"),
    ]  # fmt: skip
    assert found.notes == ()


def test_mails_in_an_archive_are_mails_of_their_own() -> None:
    messages = with_enclosed(mail(packed({"one.eml": INNER, "two.eml": INNER.replace(b"12345", b"67890")})))
    assert [one.subject for one in messages] == ["Documents", "PO 4500012345", "PO 4500067890"]
    assert str(messages[1].sent_on) == "2026-11-03"


def test_a_mail_that_came_as_a_file_is_one_of_its_own() -> None:
    message = EmailMessage()
    message["Subject"] = "Their answer"
    message.set_content("Attached.")
    message.add_attachment(INNER, maintype="application", subtype="octet-stream", filename="answer.eml")
    assert [one.subject for one in with_enclosed(parse(message.as_bytes()))] == ["Their answer", "PO 4500012345"]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "C:\\Windows\\a.csv", "/abs/a.csv", "..", "con.csv", "\u202efdp.exe"]
)
def test_names_lead_nowhere(name: str) -> None:
    (one,) = mail(packed({name: b"1,2\n"})).attachments
    assert not set("/\\:\u202e") & set(one.name)
    assert one.name.strip(". ")


@pytest.mark.parametrize(
    ("archive", "words", "names"),
    [
        (locked(packed({"a.csv": b"1,2\n"})), "locked with a password", ["docs.zip"]),
        (packed({"bomb.csv": bytes(40_000_000)}), "unpacks to far more", ["docs.zip"]),
        (packed({f"{n}.csv": bytes(990_000) for n in range(90)}), "over the size limit", None),
        (packed({"in.zip": packed({"a": b"1"}), "b.csv": b"3,4\n"}), "archive in an archive", ["docs.zip", "b.csv"]),
        (packed({f"{n}.csv": b"1,2\n" for n in range(150)}), "holds 150 files; the first 100", None),
        (packed({"a.csv": b"1,2\n"})[:-30], "damaged", ["docs.zip"]),
    ],
)  # fmt: skip
def test_what_stays_closed_is_told_and_kept(archive: bytes, words: str, names: list[str] | None) -> None:
    found = mail(archive)
    assert any(words in note for note in found.notes)
    assert sum(one.size for one in found.attachments) < 75_000_000
    assert names is None or [one.name for one in found.attachments] == names
    assert found.body == "See the attached files."


def test_a_size_that_lies_does_not_fill_the_memory() -> None:
    data = bytearray(packed({"a.csv": bytes(30_000_000)}))
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 500)  # the size that the head tells
    found = unpack(bytes(data), "docs.zip", largest=15_000_000)
    assert sum(len(content) for _, content in found.files) <= 500
    assert found.notes


def test_a_workbook_is_no_archive() -> None:
    book = packed({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"})
    assert [one.name for one in mail(book, "book.xlsx").attachments] == ["book.xlsx"]
    assert [one.name for one in mail(book, "book.zip").attachments] == ["book.zip"]


@given(st.data())
def test_no_damage_crashes_the_reader(data: st.DataObject) -> None:
    archive = bytearray(packed({"a.csv": b"1,2\n" * 50, "b.eml": INNER}))
    for _ in range(data.draw(st.integers(1, 8))):
        archive[data.draw(st.integers(4, len(archive) - 1))] = data.draw(st.integers(0, 255))
    found = mail(bytes(archive))
    assert found.attachments
