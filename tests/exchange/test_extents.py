"""Workbooks made to fill the memory are refused in one sentence before they are opened."""

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain_app.domain.errors import FileError
from supplychain_app.exchange import extents, readers

FIRST = b'<row r="1"><c r="A1"><v>1</v></c></row>'
FAR = {
    "a stray cell": FIRST + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    "other quotes": FIRST + b"<row r='1048576'><c s='0' r='XFD1048576'><v>1</v></c></row>",
    "a value that looks like the end": FIRST + b'<row><c r="XFD1048576" x="/>"><v>1</v></c></row>',
    "places told by order": FIRST + b"<row/>" * 1_048_000 + b"<row>" + b"<c/>" * 16_000 + b"<c><v>1</v></c></row>",
    "places that no sheet has": FIRST + b'<row><c r="ZZZZZ4294967295"><v>1</v></c></row>',
    "names with a prefix": FIRST + b'<x:row xmlns:x="y"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
    "wide above, tall below": FIRST
    + b'<row r="2"><c r="XFD2"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>',
}

Make = Callable[[bytes], Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes a workbook with these rows, as XML."""

    def made(rows: bytes) -> Path:
        plain, path = tmp_path / "plain.xlsx", tmp_path / "made.xlsx"
        _written(plain, [["x"]])
        with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                content = source.read(name)
                if name.endswith("sheet1.xml"):
                    head, _, tail = content.partition(b"<sheetData>")
                    content = head + b"<sheetData>" + rows + tail[tail.index(b"</sheetData>") :]
                target.writestr(name, content)
        return path

    return made


def _written(path: Path, rows: list[list[object]]) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)


@pytest.mark.parametrize("rows", FAR.values(), ids=FAR)
def test_a_cell_far_from_the_table_is_refused(make: Make, rows: bytes) -> None:
    with pytest.raises(FileError, match="far from its table"):
        readers.read(make(rows))


def test_a_cell_that_is_only_styled_stretches_nothing(make: Make) -> None:
    (grid,) = readers.read(make(FIRST + b'<row r="1048576"><c r="XFD1048576" s="0"/></row>'))
    assert grid.rows == [["1"]]


def test_what_unpacks_to_too_much_is_refused_whatever_its_head_says(make: Make) -> None:
    path = make(FIRST + b" " * 9_000_000)
    assert path.stat().st_size < 50_000
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    while data[at : at + 4] == b"PK\x01\x02":  # the directory of the packed file: every part says it is small
        struct.pack_into("<I", data, at + 24, 10)
        name, extra, comment = struct.unpack_from("<HHH", data, at + 28)
        at += 46 + name + extra + comment
    lying = path.with_name("lying.xlsx")
    lying.write_bytes(data)
    for one in (path, lying):
        with pytest.raises(FileError):
            extents.check(one, most_bytes=5_000_000)
    extents.check(path)


def test_a_binary_workbook_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "orders.xlsb"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("xl/workbook.bin", b"\x83\x01\x00")
    with pytest.raises(FileError, match="Save it as XLSX"):
        readers.read(path)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(["", "PO 1", 'it\'s <c r="ZZ9">', 3.5, "a>b"]), max_size=30), max_size=40))
def test_no_sheet_reaches_further_than_was_measured(tmp_path_factory: pytest.TempPathFactory, rows: list) -> None:
    path = tmp_path_factory.mktemp("sheets") / "some.xlsx"
    _written(path, rows)
    filled = [(y, x) for y, row in enumerate(rows, 1) for x, cell in enumerate(row, 1) if cell != ""]
    wanted = (max((y for y, _ in filled), default=0), max((x for _, x in filled), default=0))
    with zipfile.ZipFile(path) as book, book.open("xl/worksheets/sheet1.xml") as part:
        assert extents._usual(extents._Counted(part, 10**9, "")) == wanted
    with zipfile.ZipFile(path) as book, book.open("xl/worksheets/sheet1.xml") as part:
        assert extents._xlsx(extents._Counted(part, 10**9, "")) == wanted


def test_the_cells_of_an_old_workbook_are_found_among_its_records() -> None:
    begin, number = struct.pack("<HHHH", 0x0809, 4, 0x0600, 5), struct.pack("<HHHHHd", 0x0203, 14, 65_535, 899, 0, 1.0)
    assert extents._xls(begin + number) == (65_536, 900)
