"""Mails as real programs write them: which text is read, in which letters, and what comes with it."""

import base64
import struct
from collections.abc import Sequence
from pathlib import Path

import pytest

from supplychain_app.mail import messages
from supplychain_app.mail.charsets import decode

HEAD = b"From: Jens <jens@kessler.example>\r\nTo: us@buyer.example\r\nDate: Mon, 23 Nov 2026 10:00:00 +0100\r\n"


def mail(content_type: str, body: str | bytes, *more: str) -> bytes:
    head = "".join(f"{line}\r\n" for line in (f"Content-Type: {content_type}", *more)).encode()
    return HEAD + head + b"\r\n" + (body if isinstance(body, bytes) else body.encode())


def several(kind: str, parts: Sequence[tuple[str, str]], *more: str) -> bytes:
    body = "".join(f"--b\r\n{head}\r\n\r\n{text}\r\n" for head, text in parts)
    return mail(f"multipart/{kind}; boundary=b", f"{body}--b--\r\n", *more)


PLAIN, HTML = "Content-Type: text/plain", "Content-Type: text/html"
INNER = "From: {sender}\r\nSubject: PO 1\r\nContent-Type: text/html\r\n\r\n<p>Line {line} on 18 Dec 2026.</p>"


def test_of_two_ways_to_say_the_same_one_is_read() -> None:
    for kind in ("alternative", "mixed"):  # some ERP systems say mixed where they mean alternative
        found = messages.parse(several(kind, [(PLAIN, "Line 10 on Friday."), (HTML, "<p>Line 10 on Friday.</p>")]))
        assert found.body == "Line 10 on Friday.", kind


def test_a_mail_of_many_texts_is_read_up_to_a_limit() -> None:
    found = messages.parse(several("mixed", [(HTML, f"<p>{number} {'x' * 99_000}</p>") for number in range(60)]))
    assert found.body.startswith("0 xxx")
    assert "\n3 xxx" in found.body
    assert len(found.body) == messages.LONGEST_BODY


def test_text_before_and_after_a_file_is_read_whether_plain_or_html() -> None:
    picture = ("Content-Type: image/png; name=a.png\r\nContent-Disposition: inline; filename=a.png", "x")
    found = messages.parse(several("mixed", [(PLAIN, "See this:"), picture, (HTML, "<p>Line 10 is late.</p>")]))
    assert found.body.split("\n\n") == ["See this:", "Line 10 is late."]
    assert [one.name for one in found.attachments] == ["a.png"]


def test_a_mail_forwarded_as_a_file_is_read_after_the_words_that_came_with_it() -> None:
    inner = ("Content-Type: message/rfc822", INNER.format(sender="jens@kessler.example", line=10))
    (found,) = messages.with_enclosed(messages.parse(several("mixed", [(PLAIN, "FYI, see below."), inner])))
    assert found.body.startswith("FYI, see below.\n\n---------- Forwarded message")
    assert "From: jens@kessler.example\nSubject: PO 1\n\nLine 10 on 18 Dec 2026." in found.body


def test_our_own_mail_that_came_back_with_an_answer_is_quoted_history() -> None:
    inner = ("Content-Type: message/rfc822", INNER.format(sender="us@buyer.example", line=10))
    assert "-----Original Message-----" in messages.parse(several("mixed", [(PLAIN, "Yes, all fine."), inner])).body


def test_several_forwarded_mails_are_mails_of_their_own_and_their_wrapper_is_none(tmp_path: Path) -> None:
    inner = [("Content-Type: message/rfc822", INNER.format(sender="jens@kessler.example", line=n)) for n in (10, 20)]
    (tmp_path / "digest.eml").write_bytes(several("digest", inner))
    assert [m.body for m in messages.read_file(tmp_path / "digest.eml")] == [
        "Line 10 on 18 Dec 2026.",
        "Line 20 on 18 Dec 2026.",
    ]
    said = messages.with_enclosed(messages.parse(several("mixed", [(PLAIN, "Three mails of theirs:"), *inner])))
    assert [m.body[:11] for m in said] == ["Three mails", "Line 10 on ", "Line 20 on "]


@pytest.mark.parametrize(
    ("text", "written", "stated"),
    [
        ("it’s “fixed” – 5 €", "cp1252", "iso-8859-1"),
        ("Grüße – schön", "utf-8", "iso-8859-1"),
        ("Grüße", "cp1252", "us-ascii"),
        ("交期①です", "cp932", "Shift_JIS"),
        ("镕基", "gb18030", "gb2312"),
        ("碁盤", "cp950", "big5"),
        ("納期は十二月", "iso-2022-jp", "ISO-2022-JP"),
        ("똠방", "cp949", "ks_c_5601-1987"),
        ("Grüße", "utf-8-sig", "utf-8"),
        ("Grüße", "utf-8", "x-unknown"),
        ("Grüße", "cp1252", "utf-8"),
    ],
)
def test_letters_are_read_as_they_were_meant(text: str, written: str, stated: str) -> None:
    assert decode(text.encode(written), stated) == text


@pytest.mark.parametrize("charset", ["gb18030", "utf-8"])
def test_a_subject_of_bare_bytes_is_read_in_the_letters_of_its_text(charset: str) -> None:
    subject = b"Subject: " + "订单 4500 交期".encode(charset) + b"\r\n"
    found = messages.parse(subject + mail(f"text/plain; charset={charset}", "交期".encode(charset)))
    assert (found.subject, found.body) == ("订单 4500 交期", "交期")


def test_names_of_files_in_every_way_they_are_written() -> None:
    encoded = base64.b64encode("交期.csv".encode("gb2312")).decode()
    found = messages.parse(
        several(
            "mixed",
            [
                ("Content-Type: text/csv\r\nContent-Disposition: attachment; filename*=utf-8''T%C3%A4g.csv", "a"),
                (f'Content-Type: text/csv; name="=?GB2312?B?{encoded}?="\r\nContent-Disposition: attachment', "a"),
                ("Content-Type: text/csv\r\nContent-Disposition: attachment; filename=../../x.csv", "a"),
                ("Content-Type: text/calendar", "BEGIN:VCALENDAR"),
            ],
        )
    )
    assert [one.name for one in found.attachments] == ["Täg.csv", "交期.csv", "x.csv", "attachment-4.ics"]


def attribute(number: int, data: bytes) -> bytes:
    return struct.pack("<BII", 2, number, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def test_files_in_a_winmail_dat_are_unpacked() -> None:
    packed = struct.pack("<IH", 0x223E9F78, 1) + attribute(0x00069002, b"\1\0" + bytes(12))
    packed += attribute(0x00018010, b"dates.csv\0") + attribute(0x0006800F, b"PO;Line\n")
    head = 'Content-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Transfer-Encoding: base64'
    for content, names in ((packed, ["dates.csv"]), (packed[:20], ["winmail.dat"])):
        found = messages.parse(several("mixed", [(PLAIN, "See."), (head, base64.b64encode(content).decode())]))
        assert [one.name for one in found.attachments] == names
    assert found.body == "See."


def test_a_signature_is_no_file_and_what_is_encrypted_says_so() -> None:
    signature = ('Content-Type: application/pkcs7-signature; name="smime.p7s"', "x")
    assert not messages.parse(several("signed", [(PLAIN, "Line 10"), signature])).attachments
    sealed = messages.parse(mail('application/pkcs7-mime; name="smime.p7m"', "x"))
    assert "encrypted" in sealed.notes[0]


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"From - Mon Nov 23 10:00:00 2026\r\n"])
def test_what_programs_write_before_the_first_head_is_left_out(before: bytes) -> None:
    assert messages.parse(before + mail("text/plain", "x")).sender == "jens@kessler.example"


def test_apple_mail_keeps_the_length_first_and_its_own_notes_last() -> None:
    data = mail("text/plain", "Line 10")
    found = messages.parse(b"%d      \n" % len(data) + data + b'<?xml version="1.0"?><plist/>')
    assert (found.sender, found.body) == ("jens@kessler.example", "Line 10")


def test_a_sentence_that_begins_with_from_begins_no_mail(tmp_path: Path) -> None:
    box = tmp_path / "Inbox.mbox"
    head = b"From - Mon Nov 23 10:00:00 2026\nFrom: a@b.example\nSubject: 1\n\n"
    box.write_bytes(head + b"Hello,\n\nFrom next week we deliver.\n\n" + head + b"y\n")
    assert [m.body for m in messages.read_file(box)] == ["Hello,\n\nFrom next week we deliver.", "y"]


BOUNCE = several(
    "report; report-type=delivery-status",
    [
        (PLAIN, "I'm sorry to have to inform you that your message could not be delivered."),
        (
            "Content-Type: message/delivery-status",
            "Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; H.Kessler@kessler.example\r\nAction: failed\r\n"
            "Status: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 User\r\n unknown\r\n",
        ),
        ("Content-Type: message/rfc822", "Message-ID: <ours@x>\r\nSubject: PO 1\r\n\r\nPlease deliver by 4 Dec 2026."),
    ],
)


def test_a_mail_of_ours_that_came_back_tells_who_did_not_get_it_and_why() -> None:
    found = messages.parse(BOUNCE)
    assert found.undelivered_to == ("h.kessler@kessler.example",)
    assert "550 5.1.1 User unknown" in found.notes[0]
    assert (found.in_reply_to, found.automatic, "4 Dec" in found.body) == ("<ours@x>", True, False)


def test_a_delay_and_a_receipt_are_reports_that_ask_for_nothing() -> None:
    delayed = messages.parse(BOUNCE.replace(b"Action: failed", b"Action: delayed"))
    assert (delayed.undelivered_to, delayed.notes, delayed.automatic) == ((), (), True)
    read = "Disposition: automatic-action/MDN-sent-automatically; displayed\r\nOriginal-Message-ID: <ours@x>\r\n"
    receipt = several(
        "report; report-type=disposition-notification",
        [(PLAIN, "Read on 23 November 2026."), ("Content-Type: message/disposition-notification", read)],
    )
    found = messages.parse(receipt)
    assert (found.automatic, found.in_reply_to, found.notes) == (True, "<ours@x>", ())


def test_an_invitation_accepted_without_a_word_asks_nobody_to_read_it() -> None:
    reply = ("Content-Type: text/calendar; method=REPLY", "BEGIN:VCALENDAR\r\nMETHOD:REPLY")
    assert messages.parse(several("alternative", [reply])).automatic
    assert not messages.parse(several("mixed", [(PLAIN, "Could we do Tuesday?"), reply])).automatic


@pytest.mark.parametrize(
    ("heads", "automatic"),
    [
        (("Auto-Submitted: auto-replied",), True),
        (("Auto-Submitted: auto-generated", "In-Reply-To: <ours@x>"), True),  # Exchange, when out of office
        (("Auto-Submitted: auto-generated",), False),  # an ERP system that confirms an order
        (("Auto-Submitted: no",), False),
        (("Precedence: auto_reply",), True),
    ],
)
def test_only_an_answer_by_a_machine_is_left_unread(heads: tuple[str, ...], automatic: bool) -> None:
    assert messages.parse(mail("text/plain", "x", *heads)).automatic is automatic
