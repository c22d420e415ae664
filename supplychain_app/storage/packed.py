"""Columns of a table as arrays, without a Python object a row.

A million rows as Python tuples cost seconds; here each column is concatenated in SQL into one text, of fixed width
for days, with separators for numbers and texts, and read by numpy in one go.
"""

from collections import defaultdict
from datetime import date
from functools import cache
from itertools import count

import numpy as np
from sqlite_utils import Database

from supplychain_app.analytics.line_facts import MISSING, Codes, Days, Floats

BLOCK = 500_000  # rows a query, far below SQLite's longest text
SEPARATOR = "\x1f"

DAY = "group_concat(coalesce({0}, '0000-00-00'), '')"
# Slower, for a file into which another tool wrote something else than days of ten characters.
ODD_DAY = (
    "group_concat(case when {0} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'"
    " then substr({0}, 1, 10) else '0000-00-00' end, '')"
)
NUMBER = "group_concat(coalesce({0}, {1}), ',')"
# Most quantities are whole, and SQLite writes whole numbers four times as fast as others.
QUANTITY = (
    "group_concat(case when {0} is null then 0 when {0} = cast({0} as integer) then cast({0} as integer)"
    " else {0} end, ',')"
)
TEXT = f"group_concat(coalesce({{0}}, ''), '{SEPARATOR}')"

_DIGIT_WEIGHTS = np.array([416_000, 41_600, 4_160, 416, 0, 320, 32, 0, 10, 1], dtype=np.float32)
_MONTHS_AND_DAYS = 416  # thirteen months of 32 days, month 0 never used: year · 416 + month · 32 + day is a place
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_WORD = 8  # bytes


def columns(
    db: Database, table: str, wanted: list[str], source: str, *, where: str = "1", replaced: str | None = None
) -> list[list[str]]:
    """Each column's texts, block by block of row ids in order; blocks without rows leave none."""
    alias = source.rsplit(maxsplit=1)[-1]
    last = db.conn.execute(f"select max(id) from {table}").fetchone()[0] or 0
    found: list[list[str]] = [[] for _ in wanted]
    # The few replaced rows are looked up once: most ledgers have none.
    prefix = (
        f"with replaced(id) as materialized (select replaces_id from {replaced} where replaces_id is not null)\n"
        if replaced
        else ""
    )
    for low in range(0, last, BLOCK):
        row = db.conn.execute(
            f"{prefix}select {', '.join(wanted)}\nfrom {source} not indexed\n"
            f"where {alias}.id > ? and {alias}.id <= ? and {where}",
            [low, low + BLOCK],
        ).fetchone()
        for texts, text in zip(found, row, strict=True):
            if text is not None:
                texts.append(text if isinstance(text, str) else str(text))
    return found


def ids(db: Database, table: str) -> Codes:
    """All row ids in order; where none is missing they are not read one by one."""
    low, high, rows = db.conn.execute(f"select min(id), max(id), count(*) from {table}").fetchone()
    if rows == 0:
        return np.zeros(0, dtype=np.int64)
    if rows == high - low + 1:
        return np.arange(low, high + 1, dtype=np.int64)
    return whole(columns(db, table, [NUMBER.format("t.id", "-1")], f"{table} t")[0])


def days(texts: list[str]) -> Days:
    """Ordinals from ISO days of ten characters each, one after the other; what is no day is MISSING.

    ValueError where the days do not stand one after the other.
    """
    parts = [_block_of_days(text) for text in texts]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int32)


def _block_of_days(text: str) -> Days:
    raw = np.frombuffer(text.encode("ascii", "replace"), dtype=np.uint8).reshape(-1, 10)
    digits = raw - np.uint8(48)
    hyphens = (raw[:, 4] == ord("-")) & (raw[:, 7] == ord("-"))
    if not hyphens.all() or np.count_nonzero(digits > 9) != 2 * len(raw):
        raise ValueError("not days of ten characters")
    # All sums stay below 2^24, which single precision holds exactly.
    place = (digits.astype(np.float32) @ _DIGIT_WEIGHTS).astype(np.int32)
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


def numbers(texts: list[str]) -> Floats:
    """Numbers with commas between them."""
    parts = [np.fromstring(text, dtype=np.float64, sep=",") for text in texts]
    return np.concatenate(parts) if parts else np.zeros(0)


def whole(texts: list[str]) -> Codes:
    """Whole numbers with commas between them."""
    parts = [np.fromstring(text, dtype=np.int64, sep=",") for text in texts]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)


def texts(found: list[str]) -> tuple[Codes, tuple[str, ...]]:
    """Codes into a tuple of labels, in the order in which they first occur; −1 for empty."""
    known: defaultdict[str, int] = defaultdict(count().__next__)
    parts = [_block_of_texts(text, known) for text in found]
    labels = tuple(label for label in known if label)
    place = {label: number for number, label in enumerate(labels)}
    of_label = np.array([place.get(label, -1) for label in known], dtype=np.int64)
    return of_label[np.concatenate(parts)] if parts else np.zeros(0, dtype=np.int64), labels


def _block_of_texts(text: str, known: defaultdict[str, int]) -> Codes:
    raw = np.frombuffer(text.encode() + bytes(_WORD), dtype=np.uint8)
    ends = np.append(np.flatnonzero(raw == ord(SEPARATOR)), len(raw) - _WORD)
    starts = np.append(0, ends[:-1] + 1)
    lengths = ends - starts
    if int(lengths.max()) > _WORD:
        items = text.split(SEPARATOR)
        return np.fromiter(map(known.__getitem__, items), dtype=np.int64, count=len(items))
    # Texts of up to eight bytes are read as one number each; few of them differ.
    masks = np.array([(1 << 8 * length) - 1 for length in range(_WORD + 1)], dtype="<u8")
    words = np.ndarray((len(raw) - _WORD + 1,), dtype="<u8", buffer=raw.data, strides=(1,))[starts] & masks[lengths]
    distinct, first = np.unique(words, return_index=True)
    code = np.empty(len(distinct), dtype=np.int64)
    for place in np.argsort(first).tolist():
        row = int(first[place])
        code[place] = known[raw[starts[row] : ends[row]].tobytes().decode()]
    found: Codes = code[np.searchsorted(distinct, words)]
    return found
