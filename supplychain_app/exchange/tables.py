"""Finds the table in a sheet: its header row, its data rows, and the rows that are titles, totals or groups."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np

from supplychain_app.exchange import numbers
from supplychain_app.exchange.coded import Coder, Column
from supplychain_app.exchange.dates import take_apart
from supplychain_app.exchange.profiles import is_missing
from supplychain_app.exchange.readers import Part, Row, Sheet
from supplychain_app.exchange.words import known_header, normalise
from supplychain_app.language import grouped, tr

GROUP_HEADER = "(group heading)"
_TOTAL = re.compile(
    r"\W*(?:grand\s+)?(?:sub)?-?(?:total|totals|summe|gesamt|gesamtsumme|zwischensumme|somme|suma|sum|soma|gesamtergebnis|totale|totaux|totales|totais)\b"
    r"(?!\w)",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r"(?:page|seite|pagina|página|printed|gedruckt|report generated|generated|exported|run date|end of|confidential|\*{2,}|legend|note:|source:|created by)",  # noqa: E501
    re.IGNORECASE,
)
LOOK_AT = 80
SAMPLE = 2000  # rows to look at before the columns are known


@dataclass(frozen=True)
class Skipped:
    """A row of the file that is no data, and why."""

    row: int
    reason: str


@dataclass(frozen=True)
class Table:
    """The table of a sheet: unique column names, columns of equal length, and each row's number in the file."""

    sheet: str
    header_row: int
    headers: list[str]
    raw_headers: list[str]
    columns: list[Column]
    numbers: list[int]
    skipped: list[Skipped]
    notes: list[str] = field(default_factory=list)
    score: float = 0.0

    @property
    def rows(self) -> int:
        """How many rows of data there are."""
        return len(self.numbers)


def find_table(sheet: Sheet) -> Table | None:
    """The table in a sheet, or None where no row heads columns."""
    numbers: list[int] = []
    rows: list[Row] = []
    for part in sheet.parts:
        for some_numbers, some in part.pieces():
            numbers += some_numbers
            rows += some
        if len(rows) >= SAMPLE:
            break
    if not rows:
        return None
    best, best_score, span = -1, 0.0, 1
    for i, row in enumerate(rows[:LOOK_AT]):
        score = _header_score(row, rows[i + 1 : i + 8])
        if score > best_score + 1e-9:
            best, best_score, span = i, score, 1
    if best < 0:
        return None
    header = list(rows[best])
    if best + 1 < len(rows) and _continues_header(header, rows[best + 1]):
        header = _merged(header, rows[best + 1])
        span = 2
    elif (
        best > 0
        and _continues_header(rows[best - 1], header)
        and _hits(_merged(rows[best - 1], header)) > _hits(header)
    ):
        header = _merged(rows[best - 1], header)
    start = best + span
    width = len(header)
    while width > 1 and not header[width - 1].strip() and not _used(rows[start : start + 200], width - 1):
        width -= 1
    body = chain([Part(numbers[start:], rows[start:])], sheet.parts)
    return _Collecting([cell.strip() for cell in header[:width]], rows[start:]).table(
        sheet.name, numbers[best], body, best_score
    )


def _hits(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell and known_header(cell))


def _is_data(cell: str) -> bool:
    return numbers.bare(cell) is not None or take_apart(cell) is not None


def _header_score(row: Sequence[str], below: Sequence[Sequence[str]]) -> float:
    filled = [cell.strip() for cell in row if cell.strip()]
    if len(filled) < 2:
        return 0.0
    hits = sum(1 for cell in set(filled) if known_header(cell))
    data = sum(1 for cell in filled if _is_data(cell))
    long = sum(1 for cell in filled if len(cell) > 60)
    under = [sum(1 for c in r if c.strip()) for r in below]
    wide = sum(1 for n in under if n >= max(2, 0.5 * len(filled))) / len(under) if under else 0.3
    kinds_below = any(_is_data(c) for r in below for c in r)
    score = 2.0 * hits + 0.5 * len(filled) - 3.0 * data - 2.0 * long + (1.0 if kinds_below else 0.0)
    if hits == 0:
        score = 0.3 * len(filled) - 3.0 * data - 2.0 * long
    repeated = len(filled) - len(set(filled))
    return max(0.0, (score - 0.5 * repeated) * (0.4 + 0.6 * wide))


def _continues_header(header: Sequence[str], below: Sequence[str]) -> bool:
    """Is a header split over two rows ("Delivery" above "Date")?"""
    cells = [c.strip() for c in below if c.strip()]
    if len(cells) < 2 or any(_is_data(c) for c in cells) or any(len(c) > 30 for c in cells):
        return False
    merged = _merged(header, below)
    return _hits(merged) > max(_hits(header), _hits(below)) and len(set(merged)) >= len(
        {c for c in header if c.strip()}
    )


def _merged(above: Sequence[str], below: Sequence[str]) -> list[str]:
    width = max(len(above), len(below))
    pairs = zip([*above, *[""] * (width - len(above))], [*below, *[""] * (width - len(below))], strict=True)
    return [" ".join(part.strip() for part in pair if part.strip()) for pair in pairs]


class _Collecting:
    """Goes through the rows below the header: keeps those that are data, and says of the others what they are."""

    def __init__(self, raw: list[str], head: Sequence[Row]) -> None:
        self.raw = raw
        self.width = len(raw)
        self.head_words = [normalise(cell) for cell in raw]
        self.coders = [Coder() for _ in raw]
        self.groups = Coder()
        self.numbers: list[int] = []
        self.skipped: list[Skipped] = []
        self.blank = 0
        self.group, self.grouped = "", False
        # A row that repeats the header differs from it in two cells at most, so one of three filled cells tells it;
        # totals and marks of totals stand in the first filled cell. The fullest columns serve best.
        some = [row for row in head if len(row) == self.width]
        fullest = sorted(range(1, self.width), key=lambda j: sum(1 for row in some if not row[j]))[:2]
        self.telling = [0, *fullest]
        self.odd: list[set[int]] = [set() for _ in self.telling]  # codes of what a plain row of data does not hold
        self.spaces = False

    def table(self, name: str, header_row: int, parts: Iterable[Part], score: float) -> Table:
        """The table of these rows."""
        waiting: Part | None = None
        for part in parts:  # what follows a row may tell what it is
            if waiting is not None:
                self._add(waiting, part.first(2))
            waiting = part
        if waiting is not None:
            self._add(waiting, [])
        notes = [tr("{count} blank rows", count=grouped(self.blank))] if self.blank else []
        headers, raw = _unique(self.raw), self.raw
        columns = [coder.column() for coder in self.coders]
        if self.grouped:
            headers, raw = [*headers, GROUP_HEADER], [*raw, GROUP_HEADER]
            columns.append(self.groups.column())
        return Table(name, header_row, headers, raw, columns, self.numbers, self.skipped, notes, score)

    def _add(self, part: Part, following: Sequence[Row]) -> None:
        if part.columns and _most_blanks(part.columns) < self.width - 2 and self._add_plain(part.numbers, part.columns):
            return
        pieces = list(part.pieces())
        for i, (places, rows) in enumerate(pieces):
            even = {len(row) for row in rows} == {self.width} and max(row.count("") for row in rows) < self.width - 2
            if not even or not self._add_plain(places, list(zip(*rows, strict=True))):
                self._add_rows(places, rows, pieces[i + 1][1][:2] if i + 1 < len(pieces) else following)

    def _add_rows(self, numbers: Sequence[int], rows: Sequence[Row], following: Sequence[Row]) -> None:
        body = [*rows, *following]
        kept: list[Row] = []
        groups: list[str] = []
        for i, number in enumerate(numbers):
            row = self._data(body, i, number)
            if row is not None:
                self.numbers.append(number)
                kept.append(row)
                groups.append(self.group)
        self.groups.add(groups)
        for coder, column in zip(self.coders, zip(*kept, strict=True), strict=False):
            coder.add(column)

    def _add_plain(self, numbers: Sequence[int], columns: Sequence[Sequence[str]]) -> bool:
        """Keep all these rows where each of them is data for certain, as nearly all of a large file are."""
        if len(self.telling) < 3 or len(columns) != self.width:
            return False
        before = [len(coder.words) for coder in self.coders]
        for coder, column in zip(self.coders, columns, strict=True):
            coder.add(column)
        self._look_at_new(before)
        added = [coder.parts[-1] for coder in self.coders]
        telling = zip(self.telling, self.odd, strict=True)
        if not self.spaces and all(odd.isdisjoint(added[j].tolist()) for j, odd in telling):
            self.numbers += numbers
            self.groups.add(Column([self.group], np.zeros(len(numbers), np.int32)))
            return True
        for coder in self.coders:
            coder.parts.pop()
        return False

    def _look_at_new(self, before: Sequence[int]) -> None:
        for coder, known in zip(self.coders, before, strict=True):
            self.spaces = self.spaces or any(map(str.isspace, coder.words[known:]))
        for j, odd in zip(self.telling, self.odd, strict=True):
            words = self.coders[j].words
            odd.update(i for i in range(before[j], len(words)) if self._is_odd(words[i], j))

    def _is_odd(self, word: str, column: int) -> bool:
        head, raw = self.head_words[column], self.raw[column]
        if not word:
            return True
        # Only what may be the header is taken apart into words: that takes long, and is kept for good.
        alike = word[0].isalpha() and len(word) <= 2 * len(raw) and _figures(word) == _figures(raw)
        if alike and normalise(word) == head:
            return True
        return column == 0 and (_TOTAL.match(word) is not None or set(word.strip()) == {"*"})

    def _data(self, body: Sequence[Row], i: int, number: int) -> Row | None:
        """The row, as wide as the table, where it is data."""
        row = body[i]
        width = self.width
        filled = [j for j, cell in enumerate(row) if cell and not cell.isspace()]
        if not filled:
            self.blank += 1
            return None
        why = self._why_not(body, i, filled)
        if why:
            self.skipped.append(Skipped(number, why))
            return None
        if len(row) != width:
            row = (*row[:width], *[""] * (width - len(row)))
        if len(filled) >= 2 and filled[0] < width and row[filled[0]] and normalise_if_header(row, self.head_words):
            self.skipped.append(Skipped(number, tr("the header again")))
            return None
        return row

    def _why_not(self, body: Sequence[Row], i: int, filled: Sequence[int]) -> str:
        """What a row is that is not data: a total, the head of a group, a remark; "" where it is data."""
        first, width = body[i][filled[0]].strip(), self.width
        if _TOTAL.match(first) and not (filled[0] > 0 and len(filled) > 0.7 * width):
            return tr("a total: “{text}”", text=first[:40])
        if len(filled) == 1 and width > 2:
            if _heads_group(body, i, filled[0], width):
                self.group, self.grouped = first, True
                return tr("heads a group: “{text}”", text=first[:40])
            return tr("only one cell is filled: “{text}”", text=first[:40])
        if set(first) == {"*"} and len(filled) < 0.8 * width:  # SAP marks its totals with stars
            return tr("a total")
        if len(filled) <= 2 and width > 4 and _FOOT.match(first):
            return tr("a remark: “{text}”", text=first[:40])
        return ""


def _most_blanks(columns: Sequence[Column]) -> int:
    """How many blank cells there are in the row that has the most."""
    blanks = np.zeros(len(columns[0]), np.int32)
    for column in columns:
        if "" in column.words:
            blanks += column.codes == column.words.index("")
    return int(blanks.max())


def _figures(text: str) -> str:
    return "" if text.isalpha() else "".join(filter(str.isdigit, text))


def _used(rows: Sequence[Sequence[str]], column: int) -> bool:
    return any(len(row) > column and row[column].strip() for row in rows)


def _unique(headers: Sequence[str]) -> list[str]:
    """Names that differ: a second "Date" becomes "Date (2)", a blank one "column 4"."""
    seen: Counter[str] = Counter()
    names = []
    for i, header in enumerate(headers, 1):
        name = re.sub(r"\s+", " ", header) or f"column {i}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


def normalise_if_header(row: Sequence[str], head_words: Sequence[str]) -> bool:
    """Is this row the header once more (lists repeat it on each page)?"""
    same = filled = 0
    for cell, words in zip(row, head_words, strict=False):
        if not cell:
            continue
        filled += 1
        if len(cell) < 60 and words and cell[0].isalpha() and normalise(cell) == words:
            same += 1
        elif filled - same > 2:
            return False
    return same >= 2 and same >= 0.7 * filled


def _heads_group(body: Sequence[Sequence[str]], i: int, column: int, width: int) -> bool:
    """A lone cell heads a group when fuller rows follow that leave its column empty."""
    for row in body[i + 1 : i + 3]:
        filled = [j for j, cell in enumerate(row) if cell and not cell.isspace()]
        if len(filled) >= max(2, 0.3 * width) and (column not in filled or is_missing(row[column])):
            return not _TOTAL.match(row[filled[0]])
    return False
