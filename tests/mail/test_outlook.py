"""Outlook .msg files become the same message as .eml, and broken ones one sentence."""

from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain_app.domain.errors import FileError
from supplychain_app.mail import messages
from supplychain_app.mail.outlook import parse_msg
from tests.mail.compound_files import compound, moment, msg, text

SENT = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
WORKBOOK = bytes(range(256)) * 20
STREAMS = {
    "__substg1.0_0037001F": text("Bestellung 4500012345 – Liefertermin"),
    "__substg1.0_1000001F": text("Guten Tag,\r\nPos. 10: neuer Liefertermin 11.12.2026.\r\n"),
    "__substg1.0_0C1A001F": text("Händler, H."),
    "__substg1.0_0C1F001F": text("/O=EXCHANGE/CN=HAENDLER"),
    "__substg1.0_5D01001F": text("H.Kessler@kessler.example"),
    "__substg1.0_1035001F": text("<abc@kessler.example>"),
    "__substg1.0_1042001F": text("<ours@us.example>"),
    "__recip_version1.0_#00000000/__substg1.0_39FE001F": text("Anna@us.example"),
    "__attach_version1.0_#00000000/__substg1.0_3707001F": text("../../Termine 密.xlsx"),
    "__attach_version1.0_#00000000/__substg1.0_37010102": WORKBOOK,
}
WHOLE = msg(STREAMS, moment(0x0039, SENT))


def test_an_outlook_mail_reads_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "Liefertermin.msg"
    path.write_bytes(WHOLE)
    (found,) = messages.read_file(path)
    assert found.subject == "Bestellung 4500012345 – Liefertermin"
    assert (found.sender, found.sender_name) == ("h.kessler@kessler.example", "Händler, H.")
    assert found.recipients == ("anna@us.example",)
    assert (found.message_id, found.in_reply_to) == ("<abc@kessler.example>", "<ours@us.example>")
    assert (found.sent_at, found.sent_on) == (SENT, date(2026, 11, 20))
    assert "Pos. 10: neuer Liefertermin 11.12.2026." in found.body
    (attached,) = found.attachments
    assert (attached.name, attached.content) == ("Termine 密.xlsx", WORKBOOK)
    assert found.original == WHOLE


def test_headers_tell_the_day_as_the_sender_wrote_it() -> None:
    headers = "From: <h@kessler.example>\r\nDate: Sat, 21 Nov 2026 07:30:00 +0800\r\nReferences: <a@x>\r\n <b@x>\r\n"
    streams = {
        "__substg1.0_007D001F": text(headers),
        "__substg1.0_10130102": b"<p>On <b>3 December</b><script>x</script>",
    }
    found = parse_msg(msg(streams, moment(0x0039, SENT)), "x.msg")
    assert (found.sender, found.sent_at, found.sent_on) == ("h@kessler.example", SENT, date(2026, 11, 21))
    assert found.references == ("<a@x>", "<b@x>")
    assert found.body.strip() == "On 3 December"


def test_a_mail_forwarded_as_a_file_is_read_after_the_words_that_came_with_it() -> None:
    inner = "__attach_version1.0_#00000000/__substg1.0_3701000D/__substg1.0_"
    streams = {
        "__substg1.0_1000001F": text("FYI"),
        f"{inner}0C1A001F": text("Händler"),
        f"{inner}0037001F": text("PO 4500012345"),
        f"{inner}1000001F": text("Line 10 on 3 December."),
    }
    lines = parse_msg(msg(streams), "x.msg").body.splitlines()
    assert [line for line in lines if line] == [
        "FYI",
        messages.FORWARDED,
        "From: Händler",
        "Subject: PO 4500012345",
        "Line 10 on 3 December.",
    ]


def test_a_report_of_a_server_is_no_answer() -> None:
    streams = {"__substg1.0_1000001F": text("Not delivered."), "__substg1.0_001A001F": text("REPORT.IPM.Note.NDR")}
    assert parse_msg(msg(streams), "x.msg").automatic
    assert not parse_msg(msg(STREAMS), "x.msg").automatic


def test_another_compound_file_is_no_mail() -> None:
    with pytest.raises(FileError, match=r"old\.xls is not an Outlook mail"):
        parse_msg(compound({"Workbook": b"x"}), "old.xls")


@settings(max_examples=300)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=8), st.data())
def test_a_damaged_file_is_read_or_refused_with_a_sentence(changes: list[tuple[int, int]], data: st.DataObject) -> None:
    broken = bytearray(WHOLE[: data.draw(st.integers(600, len(WHOLE)))])
    for place, value in changes:
        broken[place % 3072 % len(broken)] = value  # the header, the tables and the directory
    with suppress(FileError):
        parse_msg(bytes(broken), "broken.msg")
