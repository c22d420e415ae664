"""Text that is taken apart block by block says what the csv module says of it."""

import csv
import io
import random
from pathlib import Path

import pytest

from supplychain_app.domain.errors import FileError
from supplychain_app.exchange import plain_text, readers, tables

WORDS = (
    "",
    "a",
    "4500000001",
    "4500000002",
    "2026-11-16",
    "Müller & Söhne",
    "Flange DN20 no. 1",
    "Flange DN20 no. 2",
    "×",
)
ODD = (
    " a",
    '"a;b,c"',
    '5" pipe',
    '"say ""so"""',
    '"two\nlines"',
    '"\r\n"',
    "b ",
    "x" * 200,
    '"open',
    "\0",
    "a,b",
    "\x01",
)


def text(chance: random.Random, rows: int, odd: float, end: str) -> str:
    lines = []
    for _ in range(rows):
        lines.append(",".join(chance.choice(ODD if chance.random() < odd else WORDS) for _ in range(4)))
        if chance.random() < odd:
            lines.append(chance.choice(("", "a,b", ",,,", "\r", '"')))
    return end.join(lines) + end * chance.randrange(3)


def told(data: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data, newline=""), skipinitialspace=True))


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
@pytest.mark.parametrize("seed", range(20))
def test_plain_lines_are_taken_apart_as_by_csv(seed: int, encoding: str) -> None:
    chance = random.Random(seed)
    for odd in (0, 0, 0.02):
        end = chance.choice(("\n", "\r\n"))
        data = text(chance, 40, odd, end).rstrip() + end
        columns = plain_text.columns(data.encode(encoding), encoding, ",")
        assert columns or odd
        if columns:
            assert [list(row) for row in zip(*columns, strict=True)] == told(data)
        for column in columns:
            assert list(column.words) == list(dict.fromkeys(column))


def test_many_different_cells_stay_apart() -> None:
    cells = [f"{n:0{width}d}" for n in range(3000) for width in (1, 8, 9, 17)]
    data = "".join(f"{cell},{cell[::-1]}\n" for cell in cells)
    columns = plain_text.columns(data.encode(), "utf-8", ",")
    assert [list(column) for column in columns] == [cells, [cell[::-1] for cell in cells]]


@pytest.mark.parametrize("seed", range(60))
def test_blocks_of_any_size_say_the_same(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    path = tmp_path / "file.csv"
    head = "PO,Line,Day,Text\n"
    data = head + text(chance, 60, chance.choice((0, 0.01, 0.05)), chance.choice(("\n", "\r\n", "\r")))
    data = data.replace("\0", "")  # a file that holds it in its head is no table
    path.write_bytes(chance.choice((b"", b"\xef\xbb\xbf")) + data.encode())
    found = []
    for size in (40, 300, 1 << 20):
        monkeypatch.setattr(readers, "BLOCK", size)
        monkeypatch.setattr(readers, "FIRST", size)
        (grid,) = readers.read(path)
        assert [list(row) for row in grid.rows] == told(data)
        assert grid.numbers == list(range(1, len(grid.rows) + 1))
        (sheet,) = readers.sheets(path)
        table = tables.find_table(sheet)
        assert table is not None
        found.append((table.headers, [list(column) for column in table.columns], table.numbers, table.skipped))
    assert found[0] == found[1] == found[2]


def test_a_cell_beyond_all_measure_is_told_by_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "BLOCK", 40)
    path = tmp_path / "file.csv"
    path.write_text("PO,Line\n" + "4501,10\n" * 40 + '4501,"' + "x" * (17 << 20) + '"\n')
    with pytest.raises(FileError, match="line 42"):
        readers.read(path)
