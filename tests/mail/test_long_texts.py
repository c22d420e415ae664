"""Of a huge mail no more is taken apart than is read, and its files stay whole."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain_app.mail.long_texts import cut_short
from supplychain_app.mail.messages import parse
from supplychain_app.mail.parts import LONGEST_BODY, LONGEST_TEXTS

HEAD = b'From: a@s.example\r\nSubject: big\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="{}"\r\n\r\n'
ROW = b"<tr><td>PO 4500012345</td><td>10</td><td>11.12.2026</td></tr>\r\n"
BOOK = bytes(range(256)) * 8000


def part(kind: bytes, content: bytes, more: bytes = b"") -> bytes:
    return b"--xx\r\nContent-Type: " + kind + b"\r\n" + more + b"\r\n" + content + b"\r\n"


def huge(*, parts: int, rows: int) -> bytes:
    """A mail of so many pages of a table, with a workbook among them."""
    page = b"<html><table>" + ROW * rows + b"</table></html>"
    book = part(
        b"application/octet-stream",
        base64.encodebytes(BOOK),
        b'Content-Disposition: attachment; filename="a.bin"\r\nContent-Transfer-Encoding: base64\r\n',
    )
    pages = [part(b"text/html; charset=utf-8", page) for _ in range(parts)]
    return HEAD.replace(b"{}", b"xx") + b"".join([*pages, book, part(b"text/plain", b"the end")]) + b"--xx--\r\n"


@pytest.mark.parametrize(("parts", "rows"), [(30, 12_000), (1, 360_000)])
def test_the_texts_of_a_huge_mail_are_cut_and_its_files_are_not(parts: int, rows: int) -> None:
    data = huge(parts=parts, rows=rows)
    assert len(cut_short(data, 2 * LONGEST_TEXTS)) < 2 * LONGEST_TEXTS + len(BOOK) * 2 < len(data)
    found = parse(data)
    assert found.original == data
    assert [(one.name, one.content) for one in found.attachments] == [("a.bin", BOOK)]
    assert "PO 4500012345 | 10 | 11.12.2026" in found.body
    assert len(found.body) <= LONGEST_BODY
    assert found.notes == ("The text is very long; only its beginning was read.",)


def test_a_text_without_parts_is_cut_too() -> None:
    data = b"From: a@s.example\r\nSubject: big\r\n\r\n" + b"Delivery 11.12.2026.\r\n" * 100_000
    short = cut_short(data, 1000)
    assert data.startswith(short)
    assert 900 < len(short) < 1100
    assert parse(data).notes == ("The text is very long; only its beginning was read.",)


def test_a_file_of_text_stays_whole() -> None:
    table = part(b"text/plain", b"1,2\r\n" * 1000, b'Content-Disposition: attachment; filename="a.csv"\r\n')
    data = HEAD.replace(b"{}", b"xx") + part(b"text/plain", b"words " * 500) + table + b"--xx--\r\n"
    (one,) = parse(cut_short(data, 300)).attachments
    assert one.content is not None
    assert one.content.count(b"1,2") == 1000


@given(st.binary(max_size=400), st.integers(0, 500))
def test_no_bytes_crash_it_or_make_it_grow(data: bytes, most: int) -> None:
    for tried in (data, HEAD.replace(b"{}", data[:5]) + b"--" + data):
        short = cut_short(tried, most)
        assert len(short) <= len(tried)
        assert len(tried) > most or short == tried
