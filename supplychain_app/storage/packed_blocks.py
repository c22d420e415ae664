"""Keeps columns of storage/packed.py in the file, so that reading a million rows takes no time.

Days and ids of a block lie close together: most are kept in two bytes, above the lowest of them. A block whose rows
were written since is gone (storage/schema_014.py) until it is kept again.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics.line_facts import MISSING

BLOCK = 25_000  # row ids, as in storage/schema_014.py
SEPARATOR = "\x1f"
_LARGEST_WHOLE = 2.0**53

_Record = tuple[str, int, str | None, bytes]


@dataclass(frozen=True)
class Part:
    """One kept column of one block."""

    raw: NDArray[Any]  # floats as they are; of others how far above `low` they are, from 1 on, and 0 for MISSING
    low: int
    labels: tuple[str, ...]  # of texts

    def __len__(self) -> int:
        return len(self.raw)

    def write(self, out: NDArray[Any]) -> None:
        """The values."""
        if self.raw.dtype.kind == "f":
            out[:] = self.raw
            return
        np.add(self.raw, self.low - 1, out=out, dtype=out.dtype, casting="unsafe")
        if not self.raw.all():
            out[self.raw == 0] = MISSING

    def highest(self) -> int:
        """Of whole numbers."""
        return self.low - 1 + int(self.raw.max(initial=0))


def find(connection: sqlite3.Connection, source: str, expressions: Sequence[str]) -> dict[int, list[Part]]:
    """The blocks of which all these expressions are kept, each with its columns in their order."""
    marks = ",".join("?" * len(expressions))
    rows = connection.execute(
        f"""
        select block, expression, number_type, low, labels, data
        from packed_column
        where source = ? and expression in ({marks})
        """,
        [source, *expressions],
    )
    found: defaultdict[int, dict[str, Part]] = defaultdict(dict)
    for block, expression, *record in rows:
        found[block][expression] = _part(*record)
    return {block: [of[e] for e in expressions] for block, of in found.items() if len(of) == len(expressions)}


def missing(connection: sqlite3.Connection, source: str, expressions: Sequence[str], blocks: int) -> list[int]:
    """The blocks of which not all of these expressions are kept."""
    marks = ",".join("?" * len(expressions))
    rows = connection.execute(
        f"select block from packed_column where source = ? and expression in ({marks})"
        " group by block having count(*) = ?",
        [source, *expressions, len(expressions)],
    )
    there = {row[0] for row in rows}
    return [block for block in range(blocks) if block not in there]


def save(connection: sqlite3.Connection, source: str, block: int, columns: Mapping[str, Any]) -> None:
    """Keep these columns of a block, by their expressions."""
    connection.executemany(
        "insert or replace into packed_column (source, block, expression, number_type, low, labels, data)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        [(source, block, expression, *_packed(values)) for expression, values in columns.items()],
    )


def _packed(values: Any) -> _Record:
    if isinstance(values, tuple):
        codes, labels = values
        number_type, low, _, data = _packed(codes)
        return number_type, low, SEPARATOR.join(labels), data
    if values.dtype.kind == "f" and not _all_whole(values):
        return "<f8", 0, None, values.astype("<f8").tobytes()
    values = values.astype(np.int64)
    known = values[values != MISSING]
    low = int(known.min()) if len(known) else 0
    above = np.where(values != MISSING, values - low + 1, 0)  # 0 is MISSING
    kept = above.astype(np.min_scalar_type(int(above.max(initial=0))).newbyteorder("<"))
    return kept.dtype.str, low, None, kept.tobytes()


def _all_whole(values: NDArray[Any]) -> bool:
    return bool((np.abs(values) < _LARGEST_WHOLE).all()) and not (values % 1).any()


def _part(number_type: str, low: int, labels: str | None, data: bytes) -> Part:
    texts = tuple(labels.split(SEPARATOR)) if labels else ()
    return Part(np.frombuffer(data, dtype=number_type), low, texts)
