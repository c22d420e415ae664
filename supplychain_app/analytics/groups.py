"""Lines by what they have in common: codes for one or several fields, and their parents."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics.line_facts import LeadLines, LineFacts

Codes = NDArray[Any]

FIELDS = ("supplier", "material", "lane", "mode", "country", "incoterm")
PARENTS: dict[str, tuple[str, ...]] = {"lane": ("mode",), "material": (), "supplier": (), "mode": (), "country": ()}


@dataclass(frozen=True)
class Grouping:
    """A dense code per line, and the value of each field per group (−1: unknown)."""

    code: Codes
    values: Codes  # groups × fields
    fields: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.values)


def group_by(facts: LineFacts | LeadLines, fields: Sequence[str]) -> Grouping:
    """Dense groups over the fields; no field: everything is one group."""
    count = len(facts)
    code = np.zeros(count, dtype=np.int64)
    firsts = np.zeros(1 if count else 0, dtype=np.int64)
    for field in fields:
        values = np.asarray(getattr(facts, field), dtype=np.int64)
        low = int(values.min(initial=-1))
        span = int(values.max(initial=-1)) - low + 1
        firsts, code = _dense(code * span + (values - low))
    if not fields:
        return Grouping(code, np.zeros((1, 0), dtype=np.int64), ())
    table = [np.asarray(getattr(facts, field), dtype=np.int64)[firsts] for field in fields]
    return Grouping(code, np.stack(table, axis=1), tuple(fields))


def _dense(key: Codes) -> tuple[Codes, Codes]:
    """A row of each distinct key, in the order of the keys, and the number of each row's key."""
    code = np.empty(len(key), dtype=np.int64)
    if not len(key):
        return code, code
    top = int(key.max()) + 1
    if int(key.min()) >= 0 and top <= 4 * len(key) + 1000:  # a table is faster than sorting
        row = np.full(top, -1, dtype=np.int64)
        row[key] = np.arange(len(key))
        present = row >= 0
        return row[present], (np.cumsum(present) - 1)[key]
    order = np.argsort(key)
    inside = key[order]
    new = np.concatenate(([True], inside[1:] != inside[:-1]))
    code[order] = np.cumsum(new) - 1
    return order[new], code


def levels(by: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """From the widest parent to the groups asked for: all → country and mode → supplier → material + supplier.

    >>> levels(("material", "supplier"))
    ((), ('country', 'mode'), ('supplier',), ('material', 'supplier'))
    """
    chain: list[tuple[str, ...]] = [()]
    if not set(by) & {"country", "mode", "lane"}:
        chain.append(("country", "mode"))
    elif "lane" in by and "mode" not in by:
        chain.append(("mode",))
    # wider before narrower: of material and supplier, the supplier is the parent
    chain += [tuple(sorted(by, key=_narrowness)[:size]) for size in range(1, len(by))]
    if by:
        chain.append(tuple(by))
    return tuple(chain)


def _narrowness(field: str) -> int:
    return ("country", "mode", "incoterm", "lane", "supplier", "material").index(field)


def representative(child: Codes, groups: int, parent: Codes) -> Codes:
    """The parent code in which most lines of each child group lie."""
    span = int(parent.max(initial=0)) + 1
    pairs, counts = np.unique(child * span + parent, return_counts=True)
    found = np.zeros(groups, dtype=np.int64)
    order = np.argsort(counts, kind="stable")  # the most frequent is written last
    found[pairs[order] // span] = pairs[order] % span
    return found
