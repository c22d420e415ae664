"""Reads any table file as rows of text: delimited text, SAP list text, XLSX, XLS, ODS."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain, islice
from pathlib import Path

from supplychain_app.domain.errors import FileError
from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.exchange import extents, plain_text
from supplychain_app.exchange.coded import Column
from supplychain_app.language import tr

csv.field_size_limit(16 * 1024 * 1024)

_KINDS = (  # first bytes of files that are no tables, and what they are
    (b"%PDF", tr("a PDF")),
    (b"\x89PNG", tr("a picture")),
    (b"\xff\xd8\xff", tr("a picture")),
    (b"GIF8", tr("a picture")),
    (b"II*\x00", tr("a picture")),
    (b"MM\x00*", tr("a picture")),
    (b"BM", tr("a picture")),
    (b"SQLite format 3", tr("a database")),
    (b"\x1f\x8b", tr("a compressed archive")),
    (b"Rar!", tr("a compressed archive")),
    (b"7z\xbc\xaf", tr("a compressed archive")),
    (b"{\\rtf", tr("a text document")),
    (b"\x7fELF", tr("a program")),
    (b"MZ", tr("a program")),
)


Row = Sequence[str]
Piece = tuple[Sequence[int], Sequence[Row]]  # rows that follow one another, with their numbers in the file
PART = 500  # rows; few enough that a part stays in the processor's cache while it is worked on
BLOCK = 1 << 21  # bytes of text that are taken apart at once
FIRST = 1 << 18  # the first of them is looked at row by row, for the headers
_ASCII_LIKE = ("utf-8-sig", "cp1252", "latin-1")
_MARKS = (",", ";", "\t", "|", "^", "~")
_END = "\x01"  # a row of its own after a block that ends outside of quotes


@dataclass(frozen=True)
class Part:
    """Rows that follow one another, with their numbers in the file: as rows, or as columns of one length."""

    numbers: Sequence[int]
    rows: Sequence[Row] = ()
    columns: Sequence[Column] = ()

    def first(self, count: int) -> Sequence[Row]:
        """The first rows."""
        return list(zip(*(column[:count] for column in self.columns), strict=True)) or self.rows[:count]

    def pieces(self) -> Iterator[Piece]:
        """All rows."""
        if not self.columns:
            yield self.numbers, self.rows
        for start in range(0, len(self.numbers) if self.columns else 0, PART):
            some = slice(start, start + PART)
            yield self.numbers[some], list(zip(*(column[some] for column in self.columns), strict=True))


@dataclass(frozen=True)
class Sheet:
    """One sheet, or one text file, as it is read: parts of its rows, to be gone through once."""

    name: str
    parts: Iterator[Part]


@dataclass(frozen=True)
class Grid:
    """One sheet, or one text file: rows of cells as text; `numbers` gives each row's number in the file."""

    name: str
    rows: list[Row]
    numbers: list[int]


def read(path: Path, *, report: Report = silent, cancelled: IsCancelled = never) -> list[Grid]:
    """Every sheet of a file, whole. FileError with one sentence where it cannot be read as a table."""
    grids = []
    for sheet in sheets(path, report=report, cancelled=cancelled):
        pieces = [piece for part in sheet.parts for piece in part.pieces()]
        rows = [row for _, some in pieces for row in some]
        grids.append(Grid(sheet.name, rows, [number for numbers, _ in pieces for number in numbers]))
    return grids


def sheets(path: Path, *, report: Report = silent, cancelled: IsCancelled = never) -> list[Sheet]:
    """Every sheet of a file, to be read part by part. FileError as for `read`, also while the parts are read."""
    if path.is_dir():
        raise FileError(tr("{path} is a folder. Choose a file in it.", path=path))
    if not path.exists():
        raise FileError(tr("There is no file {path}. Check the name.", path=path))
    report(0, 0, tr("Reading {name}", name=path.name))
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise FileError(
            tr(
                "Cannot read {path}: {reason}. Close it in other programs, or check its permissions.",
                path=path,
                reason=error.strerror,
            )
        ) from error
    if not head:
        raise FileError(tr("{name} is empty. Export it again.", name=path.name))
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return _workbook(path, head, cancelled)
    for start, what in _KINDS:
        if head.startswith(start):
            raise FileError(tr("{name} is {what}, not a table. Export it as CSV or XLSX.", name=path.name, what=what))
    return [_text(path, cancelled)]


def _in_parts(numbers: Sequence[int], rows: Sequence[Row]) -> Iterator[Part]:
    for start in range(0, len(rows), PART):
        yield Part(numbers[start : start + PART], rows[start : start + PART])


# --- text -------------------------------------------------------------------------------------------------------


def _text(path: Path, cancelled: IsCancelled) -> Sheet:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileError(
            tr(
                "Cannot read {path}: {reason}. Close it in other programs, or check its permissions.",
                path=path,
                reason=error.strerror,
            )
        ) from error
    text, encoding = _decode(path, data)
    start = text[:200].lstrip().lower()
    if start.startswith(("<html", "<!doctype", "<table", "<?xml")):
        raise FileError(
            tr(
                "{name} is a web page or XML, not a table. Open it in a spreadsheet and save it as XLSX.",
                name=path.name,
            )
        )
    if start.startswith(("{", "[{")):
        raise FileError(tr("{name} is JSON, not a table. Export it as CSV or XLSX.", name=path.name))
    if _is_list_text(text):
        rows, numbers = _list_text(text)
        return Sheet(path.stem, _in_parts(numbers, rows))
    first = 2 if text[:6].lower().startswith("sep=") else 1
    return Sheet(path.stem, _delimited(path.name, data, encoding, _delimiter(text), first, cancelled))


def _delimited(
    name: str, data: bytes, encoding: str, delimiter: str, first: int, cancelled: IsCancelled
) -> Iterator[Part]:
    """The rows of delimited text from the `first` on: block by block while blocks end where a row does."""
    number, at = first, 3 if encoding == "utf-8-sig" and data.startswith(b"\xef\xbb\xbf") else 0
    while at < len(data) and first == 1 and encoding in _ASCII_LIKE and delimiter in _MARKS:
        stop_if(cancelled)
        end = data.find(b"\n", at + (BLOCK if number > 1 else FIRST)) + 1 or len(data)
        block, words = data[at:end], encoding.removesuffix("-sig")
        if columns := plain_text.columns(block, words, delimiter):
            parts = [Part(range(number, number + len(columns[0])), columns=columns)]
        else:
            rows = _whole_rows(block.decode(words), delimiter)
            if rows is None:
                break
            parts = list(_in_parts(range(number, number + len(rows)), rows))
        for part in parts:
            yield part
            number += len(part.numbers)
        at = end
    if at < len(data):
        yield from _row_by_row(name, data, encoding, delimiter, number, cancelled)


def _whole_rows(text: str, delimiter: str) -> list[list[str]] | None:
    """The rows of some lines; None where the last of them goes on after the lines, or they cannot be read."""
    lines = io.StringIO(text if text.endswith("\n") else text + "\n", newline="")
    try:
        rows = list(csv.reader(chain(lines, [_END]), delimiter=delimiter, skipinitialspace=True))
    except csv.Error:
        return None
    return rows[:-1] if rows[-1] == [_END] else None


def _row_by_row(
    name: str, data: bytes, encoding: str, delimiter: str, number: int, cancelled: IsCancelled
) -> Iterator[Part]:
    """The rows of delimited text from the one with this number on."""
    lines = io.TextIOWrapper(io.BytesIO(data), encoding, newline="")
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    try:
        for _ in islice(reader, number - 1):
            pass
        while rows := list(islice(reader, PART)):
            stop_if(cancelled)
            yield Part(range(number, number + len(rows)), rows)
            number += len(rows)
    except csv.Error as error:
        raise FileError(
            tr(
                "{name} breaks off at line {line} ({error}). Export it again.",
                name=name,
                line=reader.line_num,
                error=error,
            )
        ) from error


def _decode(path: Path, data: bytes) -> tuple[str, str]:
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        guesses = ["utf-32"]
    elif data.startswith((b"\xff\xfe", b"\xfe\xff")):
        guesses = ["utf-16"]
    elif b"\x00" in data[:4096]:
        even, odd = data[0:4096:2].count(0), data[1:4096:2].count(0)
        if max(even, odd) < 0.3 * min(len(data), 4096) / 2:
            raise FileError(
                tr("{name} is not a table: it holds binary data. Export it as CSV or XLSX.", name=path.name)
            )
        guesses = ["utf-16-le" if odd > even else "utf-16-be"]
    else:
        guesses = ["utf-8-sig", "cp1252", "latin-1"]
    for guess in guesses:
        try:
            text = data.decode(guess)
        except UnicodeError:
            continue
        head = text[:4096]
        odd_ones = sum(1 for c in head if ord(c) < 32 and c not in "\t\r\n\f") + head.count("\ufffd")
        if odd_ones > 0.02 * len(head) + 2:
            raise FileError(
                tr("{name} is not a table: it holds binary data. Export it as CSV or XLSX.", name=path.name)
            )
        return text, guess
    raise FileError(tr("{name} is in an encoding that cannot be read. Save it as UTF-8.", name=path.name))


def _delimiter(text: str) -> str:
    if text[:4].lower() == "sep=":
        return text[4]
    head = text[:200_000]
    lines = head.splitlines()[:60]
    sample = "\n".join(lines)
    best, best_score = ",", 0.0
    for mark in (",", ";", "\t", "|", "^", "~"):
        if mark not in sample:
            continue
        widths = [
            len(row) for row in csv.reader(io.StringIO(sample), delimiter=mark) if any(cell.strip() for cell in row)
        ]
        wide = [w for w in widths if w > 1]
        if not wide:
            continue
        usual = max(set(wide), key=lambda w: (wide.count(w), w))
        score = wide.count(usual) / len(widths) * (1 + min(usual, 12) / 12)
        if score > best_score + 1e-9:
            best, best_score = mark, score
    return best


def _is_list_text(text: str) -> bool:
    lines = [line.strip() for line in text[:20_000].splitlines() if line.strip()]
    ruled = sum(1 for line in lines if _is_rule(line))
    barred = sum(1 for line in lines if line.startswith("|") and line.endswith("|") and line.count("|") > 2)
    return barred >= 2 and (ruled >= 1 or barred >= 0.8 * len(lines))


def _is_rule(line: str) -> bool:
    return len(line) > 4 and set(line) <= set("-|+=_ ") and "-" in line + "=".replace("=", "-")


def _list_text(text: str) -> tuple[list[list[str]], list[int]]:
    rows, numbers = [], []
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line or _is_rule(line):
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else [line]
        rows.append(cells)
        numbers.append(number)
    return rows, numbers


# --- workbooks --------------------------------------------------------------------------------------------------


def _workbook(path: Path, head: bytes, cancelled: IsCancelled) -> list[Sheet]:
    import python_calamine

    if head.startswith(b"\xd0\xcf\x11\xe0") and _is_encrypted(path):
        raise FileError(
            tr("{name} is protected by a password. Save it without one and import it again.", name=path.name)
        )
    extents.check(path)
    try:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
        names = [meta.name for meta in book.sheets_metadata if meta.typ == python_calamine.SheetTypeEnum.WorkSheet]
    except python_calamine.PasswordError as error:
        raise FileError(
            tr("{name} is protected by a password. Save it without one and import it again.", name=path.name)
        ) from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise FileError(
            tr(
                "{name} is not a workbook that can be read ({error}). Save it again as XLSX or CSV.",
                name=path.name,
                error=error,
            )
        ) from error
    found = []
    for name in names:
        stop_if(cancelled)
        try:
            sheet = book.get_sheet_by_name(name)
            first = sheet.start[0] if sheet.start else 0
            rows = [[_cell(value) for value in row] for row in _rows(sheet)]
        except (python_calamine.CalamineError, ValueError) as error:
            raise FileError(
                tr(
                    "The sheet “{name}” of {file} cannot be read ({error}). Save it again as XLSX or CSV.",
                    name=name,
                    file=path.name,
                    error=error,
                )
            ) from error
        # Merged and styled cells can stretch a sheet to its last column: empty columns at the end say nothing.
        width = max((i + 1 for row in rows[:2000] for i, cell in enumerate(row) if cell), default=0)
        rows = [row[:width] if len(row) > width and not any(row[width:]) else row for row in rows]
        found.append(Sheet(name, _in_parts(range(first + 1, first + 1 + len(rows)), rows)))
    return found


def _rows(sheet: object) -> Iterator[list[object]]:
    return sheet.iter_rows()  # type: ignore[attr-defined,no-any-return]


def _cell(value: object) -> str:  # noqa: PLR0911
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value.days)
    return str(value)


def _is_encrypted(path: Path) -> bool:
    """An OLE file around an encrypted workbook: XLSX with a password, or XLS with a FILEPASS record."""
    import olefile

    try:
        with olefile.OleFileIO(str(path)) as ole:
            if ole.exists("EncryptedPackage") or ole.exists("EncryptionInfo"):
                return True
            for stream in ("Workbook", "Book"):
                if ole.exists(stream):
                    start: bytes = ole.openstream(stream).read(4096)
                    at = 0
                    while at + 4 <= len(start):  # records: kind, length, content; FILEPASS is 0x2F
                        kind, length = (
                            int.from_bytes(start[at : at + 2], "little"),
                            int.from_bytes(start[at + 2 : at + 4], "little"),
                        )
                        if kind == 0x2F:
                            return True
                        at += 4 + length
    except (OSError, ValueError, IndexError):  # olefile raises what it stumbles over
        return False
    return False
