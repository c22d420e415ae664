"""Hostile and broken mails are read without harm: any bytes, any HTML, any attachment name."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain_app.domain.errors import FileError
from supplychain_app.mail import messages
from supplychain_app.mail.dates_in_words import find
from supplychain_app.mail.html_text import to_text
from supplychain_app.mail.quoting import split
from supplychain_app.mail.reading import read

SENT_ON = date(2026, 11, 23)


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read(data: bytes) -> None:
    message = messages.parse(b"From: a@b.example\nContent-Type: text/html; charset=x\n" + data)
    read(message.body, subject=message.subject, sent_on=SENT_ON)


@given(st.text(max_size=200), st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(body: str, subject: str) -> None:
    read(body, subject=subject, sent_on=SENT_ON)
    for found in find(body, SENT_ON):
        assert body[found.start : found.end] == found.words


@given(st.text(alphabet="<>/tdrable sp=\"'&;!-x", max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_html_becomes_text(html: str) -> None:
    to_text(html)


@given(st.text(max_size=300))
def test_attachment_names_have_no_path(name: str) -> None:
    safe = messages.safe_name(name)
    assert safe
    assert not set(safe) & set('/\\<>:"|?*\0')
    assert safe not in (".", "..")


def test_html_is_inert_and_struck_out_words_are_gone() -> None:
    html = "<script>x()</script><p>Line 10: <del>4 Dec</del> <b>11 Dec</b></p><img src='http://x.example/t.gif'>"
    assert to_text(html) == "Line 10: 11 Dec"


def test_table_rows_stay_rows() -> None:
    html = "<table><tr><th>Line<th>New date</tr><tr><td>10</td><td><p>11.12.2026</p></td></tr></table>"
    assert to_text(html) == "Line | New date\n\n10 | 11.12.2026"


def test_quoted_history_and_signature_are_apart() -> None:
    parts = split("11 Dec is fine for us.\n\nBest regards\nJoe\n\nOn Mon, 23 Nov 2026, Buyer wrote:\n> by 1 Dec?")
    assert (parts.new.strip(), "1 Dec" in parts.quoted, "Joe" in parts.signature) == (
        "11 Dec is fine for us.",
        True,
        True,
    )


def test_an_mbox_holds_several_and_an_empty_file_says_so(tmp_path: Path) -> None:
    box = tmp_path / "all.mbox"
    box.write_bytes(b"From a\nSubject: 1\n\nx\n\nFrom b\nSubject: 2\n\ny\n")
    assert [m.subject for m in messages.read_file(box)] == ["1", "2"]
    (tmp_path / "empty.eml").write_bytes(b"")
    with pytest.raises(FileError, match="empty"):
        messages.read_file(tmp_path / "empty.eml")


def test_a_damaged_outlook_file_says_so(tmp_path: Path) -> None:
    broken = tmp_path / "broken.msg"
    broken.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(FileError, match="Outlook"):
        messages.read_file(broken)


@given(st.dates(date(2026, 11, 24), date(2027, 11, 1)), st.text(alphabet="abc xyz.,;", max_size=80))
@settings(max_examples=100, deadline=None)
def test_quoted_history_gives_no_dates(day: date, text: str) -> None:
    body = f"{text}\n\n> Please deliver line 10 on {day.isoformat()}.\n"
    assert not read(body, subject="Re: PO 4500012345", sent_on=SENT_ON).suggestions


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.sampled_from(["GB", "US", "DE", "JP"]))
@settings(max_examples=100, deadline=None)
def test_what_is_past_is_no_promise(day: date, country: str) -> None:
    body = f"Line 10: new delivery date {day.isoformat()}."
    found = read(body, subject="PO 4500012345", sent_on=SENT_ON, country=country).suggestions
    assert [one.promised_on for one in found] == [day] * (day >= SENT_ON)
