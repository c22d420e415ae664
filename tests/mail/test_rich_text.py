"""Mails that Outlook kept only as rich text are read: unpacked, with the HTML in them where it is there."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain_app.mail import rich_text
from supplychain_app.mail.outlook import parse_msg
from supplychain_app.mail.rich_text import RichText, read, unpacked
from tests.mail.compound_files import msg

# The two examples of MS-OXRTFCP, section 4.
HELLO = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
CROSSING = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
HTML = (
    rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Arial;}}"
    rb"{\*\htmltag64 <html><body>}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 PO 4500012345, line 10: "
    rb"{\*\htmltag84 <s>}\htmlrtf {\strike\htmlrtf0 4 December{\*\htmltag92 </s>}\htmlrtf }\htmlrtf0"
    rb"  now 11\'a0December 2026.{\*\htmltag72 </p>}\htmlrtf\par}\htmlrtf0"
    rb"{\*\htmltag64 <p>}Gr\'fc\'dfe \u26085?\u26412? \{sic\}{\*\mhtmltag64 <p class=x>}{\*\htmltag72 </p>}"
    rb"{\*\htmltag58 </body></html>}}"
)
TEXT = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil Arial;}{\f1\fnil\fcharset204 Arial;}{\f2\fcharset128 Gothic;}}"
    rb"{\colortbl;\red0\green0\blue0;}{\*\generator Riched20;}{\info{\author Nobody}}\pard\f0 PO 4500012345\par "
    rb"Line\tab 10: {\strike 4 December} 11 December 2026\par{\f1 \'cf\'f0\'e8\'e2\'e5\'f2}\par{\f2 \'93\'fa\'96\'7b}"
    rb"\par{\pict\wmetafile8 0102}\u8364?5 \emdash  done\par}"
)


def plain(raw: bytes) -> bytes:
    """Rich text as it is kept when it is not packed."""
    return struct.pack("<II4sI", len(raw) + 12, len(raw), b"MELA", 0) + raw


def outlook(packed: bytes, **more: bytes) -> bytes:
    return msg({"__substg1.0_10090102": packed} | more)


def test_the_examples_of_the_specification_unpack() -> None:
    assert unpacked(HELLO) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert unpacked(CROSSING) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"
    assert read(HELLO) == RichText("hello world", False)


def test_the_html_in_rich_text_is_read_as_html() -> None:
    found = read(plain(HTML))
    assert found is not None
    assert found.is_html
    assert found.text == (
        "<html><body><p>PO 4500012345, line 10: <s>4 December</s> now 11\u00a0December 2026.</p>"
        "<p>Grüße 日本 {sic}</p></body></html>"
    )
    body = parse_msg(outlook(plain(HTML)), "a.msg").body
    assert "4 December" not in body, "what is struck out is not read"
    assert "now 11 December 2026." in body


def test_rich_text_of_its_own_is_read_as_words() -> None:
    found = read(plain(TEXT))
    assert found == RichText("PO 4500012345\nLine\t10:  11 December 2026\nПривет\n日本\n€5 — done\n", False)
    assert "11 December 2026" in parse_msg(outlook(plain(TEXT)), "a.msg").body


@pytest.mark.parametrize(
    "raw", [b"", b"{", rb"{\rtf1", rb"{\rtf1}}}}a{{{", rb"{\rtf1\ansicpg99999 \'e4\u-10187?\uc9999\u1 a\f", b"hello"]
)
def test_what_is_cut_or_odd_does_no_harm(raw: bytes) -> None:
    read(plain(raw))
    assert parse_msg(outlook(plain(raw)), "a.msg").attachments == ()


def test_a_text_beside_the_rich_text_stands_where_that_is_damaged() -> None:
    data = outlook(b"\x00" * 40, **{"__substg1.0_1000001F": "PO 4500012345".encode("utf-16-le")})
    assert "PO 4500012345" in parse_msg(data, "a.msg").body


def test_what_would_fill_the_memory_is_cut_short() -> None:
    endless = struct.pack("<II4sI", 0xFFFFFF, 0xFFFFFFFF, b"LZFu", 0) + b"\xff" + b"\x00\x0f\x01\x0f" * 200_000
    assert len(unpacked(endless)) <= rich_text.LONGEST + 20 * 8


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_crashes_the_reader(data: st.DataObject) -> None:
    raw = bytearray(data.draw(st.sampled_from([HELLO, CROSSING, plain(HTML), plain(TEXT)])))
    for _ in range(data.draw(st.integers(1, 12))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    read(bytes(raw))


@given(st.binary(max_size=300))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    read(data)
    read(plain(rb"{\rtf1 " + data))
