"""Columns of a table as arrays, without a Python object a row.

A million rows as Python tuples cost seconds; here each column is concatenated in SQL into one text, of fixed width
for days, with separators for numbers and texts, and read by numpy in one go.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import count
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics.line_facts import MISSING, Codes, Days, Floats
from supplychain_app.storage import database, packed_blocks
from supplychain_app.storage.connection import Database
from supplychain_app.storage.packed_blocks import BLOCK, SEPARATOR, Part
from supplychain_app.storage.snapshot import Snapshot

_BLOCKS_A_WRITE = 10

_DAY = "group_concat(coalesce({0}, '0000-00-00'), '')"
# Slower, for a file into which another tool wrote something else than days of ten characters.
_ODD_DAY = (
    "group_concat(case when {0} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'"
    " then substr({0}, 1, 10) else '0000-00-00' end, '')"
)
_ID = "group_concat(coalesce({0}, -1), ',')"
# Most quantities are whole, and SQLite writes whole numbers four times as fast as others.
_QUANTITY = (
    "group_concat(case when {0} is null then 0 when {0} = cast({0} as integer) then cast({0} as integer)"
    " else {0} end, ',')"
)
_AMOUNT = "group_concat(coalesce({0}, 'nan'), ',')"
_TEXT = f"group_concat(coalesce({{0}}, ''), '{SEPARATOR}')"

_WORD_KINDS, _WORD_OF_DAY = np.uint64(0xFFF0F0FFF0F0F0F0), np.uint64(0x2D30302D30303030)  # hyphens and digits
_MONTHS_AND_DAYS = 416  # thirteen months of 32 days, month 0 never used: year · 416 + month · 32 + day is a place
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_WORD = 8  # bytes


Texts = tuple[Codes, tuple[str, ...]]
"""Codes into a tuple of labels, in the order in which they first occur; −1 for none and empty."""


@dataclass(frozen=True)
class Column:
    """One column of a query: what it says of a row, how SQL packs it, and how it is read."""

    field: str
    packing: str
    parse: Callable[[bytes], Any]
    dtype: Any

    def joined(self, parts: Sequence[Any]) -> Any:
        """The values of several blocks, one after the other."""
        if self.packing is _TEXT:
            return _joined_texts(parts)
        found = np.empty(sum(map(len, parts)), dtype=self.dtype)
        for part, place in _places(parts, found):
            if isinstance(part, Part):
                part.write(place)
            else:
                place[:] = part
        return found


def day(field: str) -> Column:
    """Days as ordinals; what is no day is MISSING."""
    return Column(field, _DAY, days, np.int32)


def number_id(field: str) -> Column:
    """Row ids; −1 for none."""
    return Column(field, _ID, whole, np.int64)


def quantity(field: str) -> Column:
    """Numbers, most of them whole; 0 for none."""
    return Column(field, _QUANTITY, numbers, np.float64)


def amount(field: str) -> Column:
    """Numbers; NaN for none."""
    return Column(field, _AMOUNT, numbers, np.float64)


def text(field: str) -> Column:
    """Texts as codes and labels."""
    return Column(field, _TEXT, texts, np.int64)


@dataclass(frozen=True)
class Rows:
    """Which rows of a table count."""

    table: str
    alias: str
    where: str = "1"
    replaced: bool = False  # rows that another row of the table replaces do not count
    kept: bool = False  # their columns may be kept in the file (storage/packed_blocks.py)

    def expression(self, column: Column) -> str:
        """Column and rows in one text: what is kept under it says the same as these."""
        return f"{column.packing.format(column.field)} where {self.where}{' and not replaced' * self.replaced}"

    def block(self, connection: sqlite3.Connection, block: int, columns: Sequence[Column]) -> list[Any] | None:
        """The columns of one block of row ids; None where it has no row."""
        prefix, where = "", self.where
        if self.replaced:
            # The few replaced rows are looked up once a block: most ledgers have none.
            of = f"select replaces_id from {self.table} where replaces_id is not null"
            prefix = f"with replaced(id) as materialized ({of})"
            where += f" and not exists (select 1 from replaced where id = {self.alias}.id)"
        source = (
            f"from {self.table} {self.alias} not indexed\n"
            f"where {self.alias}.id > :low and {self.alias}.id <= :high and {where}"
        )
        return ask(connection, columns, source, {"low": block * BLOCK, "high": (block + 1) * BLOCK}, prefix=prefix)


def ask(
    connection: sqlite3.Connection,
    columns: Sequence[Column],
    source: str,
    parameters: Mapping[str, Any],
    *,
    prefix: str = "",
) -> list[Any] | None:
    """The columns of any query, `source` being what follows its columns; None where it has no row."""

    def once(days: str) -> list[Any] | None:
        packing = [(days if c.packing is _DAY else c.packing).format(c.field) for c in columns]
        packed = ", ".join(f"cast({one} as blob)" for one in packing)  # bytes need no decoding
        row = connection.execute(f"{prefix}\nselect {packed}\n{source}", parameters).fetchone()
        if row[0] is None:
            return None
        return [column.parse(packed) for column, packed in zip(columns, row, strict=True)]

    try:
        return once(_DAY)
    except ValueError:
        return once(_ODD_DAY)


def read(snapshot: Snapshot, rows: Rows, columns: Sequence[Column]) -> list[Any]:
    """The columns of all rows in the order of their ids."""
    found, others = _found(snapshot, rows, columns)

    def block(connection: sqlite3.Connection, number: int) -> list[Any] | None:
        return rows.block(connection, number, columns)

    found |= zip(others, snapshot.each(block, others), strict=True)
    parts = [found[block] for block in sorted(found) if found[block] is not None]
    return [column.joined([part[place] for part in parts]) for place, column in enumerate(columns)]


def anything_after(snapshot: Snapshot, rows: Rows, column: Column, day: date) -> bool:
    """Whether a column of days holds one after `day`."""
    found, others = _found(snapshot, rows, [column])

    sql = f"select exists (select 1 from {rows.table} {rows.alias} where {column.field} > ?)"
    if not found:  # an index may answer
        return bool(snapshot.db.conn.execute(sql, [day.isoformat()]).fetchone()[0])

    def later(connection: sqlite3.Connection, block: int) -> bool:
        of_block = f"{sql[:-1]} and id > ? and id <= ?)"
        asked = [day.isoformat(), block * BLOCK, (block + 1) * BLOCK]
        return bool(connection.execute(of_block, asked).fetchone()[0])

    kept = any(part.highest() > day.toordinal() for [part] in found.values())
    return kept or any(snapshot.each(later, others))


def _found(snapshot: Snapshot, rows: Rows, columns: Sequence[Column]) -> tuple[dict[int, Any], list[int]]:
    """The blocks that are kept, and those that must be read."""
    found: dict[int, Any] = {}
    if rows.kept:
        found = packed_blocks.find(snapshot.db.conn, rows.table, list(map(rows.expression, columns)))
    return found, [block for block in range(_blocks(snapshot.db, rows)) if block not in found]


def keep(db: Database, rows: Rows, columns: Sequence[Column]) -> None:
    """Keep what is not kept yet, few blocks at a time so that no other writer waits for long."""
    expressions = [rows.expression(column) for column in columns]
    missing = packed_blocks.missing(db.conn, rows.table, expressions, _blocks(db, rows))
    for start in range(0, len(missing), _BLOCKS_A_WRITE):
        with database.writing(db, nouns=frozenset()):
            for block in missing[start : start + _BLOCKS_A_WRITE]:
                found = rows.block(db.conn, block, columns) or [column.joined([]) for column in columns]
                packed_blocks.save(db.conn, rows.table, block, dict(zip(expressions, found, strict=True)))


def _blocks(db: Database, rows: Rows) -> int:
    last = db.conn.execute(f"select max(id) from {rows.table}").fetchone()[0] or 0
    return -(-int(last) // BLOCK)


def ids(snapshot: Snapshot, rows: Rows, count: int) -> Codes:
    """The ids of all rows in order, of so many rows; where none is missing they are not read one by one."""
    if not count:
        return np.zeros(0, dtype=np.int64)
    low, high = snapshot.db.conn.execute(
        f"select (select min(id) from {rows.table}), (select max(id) from {rows.table})"
    ).fetchone()
    if count == high - low + 1:
        return np.arange(low, high + 1, dtype=np.int64)
    [found] = read(snapshot, rows, [number_id(f"{rows.alias}.id")])
    return np.asarray(found, dtype=np.int64)


def _joined_texts(parts: Sequence[Part | Texts]) -> Texts:
    known: dict[str, int] = {}
    codes = [part.raw if isinstance(part, Part) else part[0] for part in parts]
    found = np.empty(sum(map(len, codes)), dtype=np.int64)
    for part, (code, place) in zip(parts, _places(codes, found), strict=True):
        labels = part.labels if isinstance(part, Part) else part[1]
        of_label = [known.setdefault(label, len(known)) for label in labels]
        # In a kept part 0 stands for none, and `low` for 1; else −1, the last entry, stands for none.
        of_code = [-1, *of_label[part.low :]] if isinstance(part, Part) else [*of_label, -1]
        place[:] = np.array(of_code, dtype=np.int64)[code]
    return found, tuple(known)


def _places(parts: Sequence[Any], whole: NDArray[Any]) -> Iterator[tuple[Any, NDArray[Any]]]:
    """Where the values of each part go."""
    start = 0
    for part in parts:
        yield part, whole[start : start + len(part)]
        start += len(part)


def days(raw: bytes) -> Days:
    """Ordinals from ISO days of ten characters each, one after the other; what is no day is MISSING.

    ValueError where the days do not stand one after the other.
    """
    rows, rest = divmod(len(raw), 10)
    if rest:
        raise ValueError("not days of ten characters")
    # A day is read as two numbers of eight and two bytes, whose half-bytes are the digits.
    words = np.ndarray((rows,), dtype="<u8", buffer=raw, strides=(10,))
    tails = np.ndarray((rows,), dtype="<u2", buffer=raw, offset=8 if rows else 0, strides=(10,))
    if ((words & _WORD_KINDS) != _WORD_OF_DAY).any() or ((tails & 0xF0F0) != 0x3030).any():
        raise ValueError("not days of ten characters")
    years = (words & 0x0F0F0F0F).astype(np.uint32)
    years = years * 10 + (years >> 8)  # the first byte is the century, the third the year in it
    place = ((years & 0xFF) * 100 + (years >> 16 & 0xFF)).astype(np.int32) * _MONTHS_AND_DAYS
    place += (((words >> 40) & 0xF) * 320 + ((words >> 48) & 0xF) * 32).astype(np.int32)
    place += (tails & 0xF) * 10 + (tails >> 8 & 0xF)
    calendar = _calendar()
    shifted = place - _FIRST_YEAR * _MONTHS_AND_DAYS
    usual = (shifted >= 0) & (shifted < len(calendar))
    found: Days = calendar[np.where(usual, shifted, 0)]
    odd = np.flatnonzero(~usual & (place > 0))
    for row in odd.tolist():
        year, rest = divmod(int(place[row]), _MONTHS_AND_DAYS)
        found[row] = _ordinal(year, *divmod(rest, 32))
    return found


@cache
def _calendar() -> Days:
    """The ordinal of each place from _FIRST_YEAR to _LAST_YEAR; MISSING where it is no day."""
    known = np.arange(f"{_FIRST_YEAR}-01-01", f"{_LAST_YEAR + 1}-01-01", dtype="datetime64[D]")
    months = known.astype("datetime64[M]")
    year = known.astype("datetime64[Y]").astype(np.int64) + 1970
    month = months.astype(np.int64) % 12 + 1
    day = (known - months).astype(np.int64) + 1
    found = np.full((_LAST_YEAR + 1 - _FIRST_YEAR) * _MONTHS_AND_DAYS, MISSING, dtype=np.int32)
    first = date(_FIRST_YEAR, 1, 1).toordinal()
    found[(year - _FIRST_YEAR) * _MONTHS_AND_DAYS + month * 32 + day] = np.arange(first, first + len(known))
    return found


def _ordinal(year: int, month: int, day: int) -> int:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return MISSING


def numbers(raw: bytes) -> Floats:
    """Numbers with commas between them."""
    return np.fromstring(raw, dtype=np.float64, sep=",")


def whole(raw: bytes) -> Codes:
    """Whole numbers with commas between them."""
    return np.fromstring(raw, dtype=np.int64, sep=",")


def texts(raw: bytes) -> Texts:
    """Codes and labels of texts with separators between them."""
    known: defaultdict[str, int] = defaultdict(count().__next__)
    code = _labelled(raw, known)
    labels = tuple(label for label in known if label)
    place = {label: number for number, label in enumerate(labels)}
    found: Codes = np.array([place.get(label, -1) for label in known], dtype=np.int64)[code]
    return found, labels


def _labelled(found: bytes, known: defaultdict[str, int]) -> Codes:
    raw = np.frombuffer(found + bytes(_WORD), dtype=np.uint8)
    ends = np.append(np.flatnonzero(raw == ord(SEPARATOR)), len(raw) - _WORD)
    starts = np.append(0, ends[:-1] + 1)
    lengths = ends - starts
    if int(lengths.max()) > _WORD:
        items = found.decode(errors="replace").split(SEPARATOR)
        return np.fromiter(map(known.__getitem__, items), dtype=np.int64, count=len(items))
    # Texts of up to eight bytes are read as one number each; few of them differ.
    masks = np.array([(1 << 8 * length) - 1 for length in range(_WORD + 1)], dtype="<u8")
    words = np.ndarray((len(raw) - _WORD + 1,), dtype="<u8", buffer=raw.data, strides=(1,))[starts] & masks[lengths]
    distinct = np.unique(words)
    code = np.searchsorted(distinct, words)
    first = np.empty(len(distinct), dtype=np.int64)
    first[code[::-1]] = np.arange(len(code))[::-1]
    number = np.empty(len(distinct), dtype=np.int64)
    for place in np.argsort(first).tolist():
        row = int(first[place])
        number[place] = known[raw[starts[row] : ends[row]].tobytes().decode(errors="replace")]
    of_row: Codes = number[code]
    return of_row
