"""Finds the table in a grid: its header row, its data rows, and the rows that are titles, totals or groups."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from supplychain_app.exchange import numbers
from supplychain_app.exchange.dates import take_apart
from supplychain_app.exchange.profiles import is_missing
from supplychain_app.exchange.readers import Grid
from supplychain_app.exchange.words import known_header, normalise

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


@dataclass(frozen=True)
class Skipped:
    """A row of the file that is no data, and why."""

    row: int
    reason: str


@dataclass(frozen=True)
class Table:
    """The table of a grid: unique column names, rows of equal width, and each row's number in the file."""

    sheet: str
    header_row: int
    headers: list[str]
    raw_headers: list[str]
    rows: list[list[str]]
    numbers: list[int]
    skipped: list[Skipped]
    notes: list[str] = field(default_factory=list)
    score: float = 0.0

    def column(self, index: int) -> list[str]:
        return [row[index] for row in self.rows]


def find_table(grid: Grid) -> Table | None:
    """The table in a grid, or None where no row heads columns."""
    rows = grid.rows
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
    return _collect(grid, header, best, best + span, best_score)


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


def _collect(grid: Grid, header: list[str], header_index: int, start: int, score: float) -> Table:  # noqa: PLR0912, PLR0915
    width = len(header)
    while width > 1 and not header[width - 1].strip() and not _used(grid.rows[start : start + 200], width - 1):
        width -= 1
    raw = [cell.strip() for cell in header[:width]]
    headers = _unique(raw)
    head_words = [normalise(cell) for cell in raw]
    rows: list[list[str]] = []
    kept_numbers: list[int] = []
    skipped: list[Skipped] = []
    groups: list[str] = []
    group, grouped = "", False
    body = grid.rows
    blank = 0
    for i in range(start, len(body)):
        row = body[i]
        number = grid.numbers[i]
        filled = [j for j, cell in enumerate(row) if cell and not cell.isspace()]
        if not filled:
            blank += 1
            continue
        first = row[filled[0]].strip()
        if len(filled) == 1 or _TOTAL.match(first):
            if _TOTAL.match(first) and not (filled[0] > 0 and len(filled) > 0.7 * width):
                skipped.append(Skipped(number, f"a total: “{first[:40]}”"))
                continue
            if len(filled) == 1 and width > 2:
                if _heads_group(body, i, filled[0], width):
                    group, grouped = first, True
                    skipped.append(Skipped(number, f"heads a group: “{first[:40]}”"))
                else:
                    skipped.append(Skipped(number, f"only one cell is filled: “{first[:40]}”"))
                continue
        if set(first) == {"*"} and len(filled) < 0.8 * width:  # SAP marks its totals with stars
            skipped.append(Skipped(number, "a total"))
            continue
        if len(filled) <= 2 and width > 4 and _FOOT.match(first):
            skipped.append(Skipped(number, f"a remark: “{first[:40]}”"))
            continue
        if len(row) != width:
            row = row[:width] + [""] * (width - len(row))
        if len(filled) >= 2 and row[filled[0]] and normalise_if_header(row, head_words):
            skipped.append(Skipped(number, "the header again"))
            continue
        rows.append(row)
        kept_numbers.append(number)
        groups.append(group)
    notes = []
    if blank:
        notes.append(f"{blank:,} blank rows")
    if grouped:
        headers, raw = [*headers, GROUP_HEADER], [*raw, GROUP_HEADER]
        rows = [[*row, name] for row, name in zip(rows, groups, strict=True)]
    return Table(grid.name, grid.numbers[header_index], headers, raw, rows, kept_numbers, skipped, notes, score)


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
