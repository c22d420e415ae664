"""Lines by what they have in common: codes for one or several fields, and their parents."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
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
    table = np.zeros((1, 0), dtype=np.int64)
    for field in fields:
        values = np.asarray(getattr(facts, field), dtype=np.int64)
        low = int(values.min(initial=-1))
        span = int(values.max(initial=-1)) - low + 1
        keys, code = dense(code * span + (values - low))
        table = np.column_stack((table[keys // span], keys % span + low))
    return Grouping(code, table, tuple(fields))


def dense(key: Codes) -> tuple[Codes, Codes]:
    """The distinct keys in order, and the number of each row's key among them."""
    code = np.empty(len(key), dtype=np.int64)
    if not len(key):
        return code, code
    top = int(key.max()) + 1
    if int(key.min()) >= 0 and top <= 4 * len(key) + 1000:  # a table is faster than sorting
        present = np.bincount(key) > 0
        return np.flatnonzero(present), (np.cumsum(present) - 1)[key]
    bits = len(key).bit_length()
    if top < 1 << 63 - bits:  # the row rides along in the lowest bits: sorting numbers is faster than sorting places
        ridden = np.sort((key << bits) + np.arange(len(key)))
        order, inside = ridden & (1 << bits) - 1, ridden >> bits
    else:
        order = np.argsort(key)
        inside = key[order]
    new = np.concatenate(([True], inside[1:] != inside[:-1]))
    code[order] = np.cumsum(new) - 1
    return inside[np.flatnonzero(new)], code


def levels(by: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """From the widest parent to the groups asked for: all → country and mode → supplier → material + supplier.

    >>> levels(("material", "supplier"))
    ((), ('country', 'mode'), ('supplier',), ('material', 'supplier'))
    """
    if not by:
        return ((),)
    chain: list[tuple[str, ...]] = [()]
    if not set(by) & {"country", "mode", "lane"}:
        chain.append(("country", "mode"))
    elif "lane" in by and "mode" not in by:
        chain.append(("mode",))
    # wider before narrower: of material and supplier, the supplier is the parent
    chain += [tuple(sorted(by, key=_narrowness)[:size]) for size in range(1, len(by))]
    chain.append(tuple(by))
    return tuple(chain)


def _narrowness(field: str) -> int:
    return ("country", "mode", "incoterm", "lane", "supplier", "material").index(field)


def representative(child: Codes, groups: int, parent: Codes) -> Codes:
    """The parent code in which most lines of each child group lie."""
    span = int(parent.max(initial=0)) + 1
    if groups * span <= len(child):  # a table is faster than sorting
        table = np.bincount(child * span + parent, minlength=groups * span).reshape(groups, span)
        most = span - 1 - table[:, ::-1].argmax(axis=1)  # of several, the last
        return np.where(table.any(axis=1), most, 0)
    pairs, code = dense(child * span + parent)
    found = np.zeros(groups, dtype=np.int64)
    order = np.argsort(np.bincount(code), kind="stable")  # the most frequent is written last
    found[pairs[order] // span] = pairs[order] % span
    return found


def parents_of(child: Grouping, parent: Grouping) -> Codes:
    """The parent group of each child group."""
    if set(parent.fields) <= set(child.fields):  # all lines of a child are of the same
        found = np.empty(len(child), dtype=np.int64)
        found[child.code] = parent.code
        return found
    return representative(child.code, len(child), parent.code)


@dataclass(frozen=True)
class Step:
    """Groups of one level, only those that are asked about."""

    code: Codes  # of each line; −1: of none of these groups
    groups: int
    parent: Codes | None  # of each group, among those of the level above


def ladder(facts: LineFacts | LeadLines, fields: Sequence[Sequence[str]], lines: Codes | None = None) -> list[Step]:
    """Levels of groups that lean on each other, from "all" to the narrowest; `lines`: those asked about (None: all)."""
    levels = [group_by(facts, some) for some in ((), *fields)]
    wanted = np.unique(levels[-1].code if lines is None else levels[-1].code[lines])
    steps = []
    for wide, fine in reversed(list(pairwise(levels))):
        parent = representative(fine.code, len(fine), wide.code)[wanted]
        above = np.unique(parent)
        place = np.full(len(fine), -1, dtype=np.int64)
        place[wanted] = np.arange(len(wanted))
        steps.append(Step(place[fine.code], len(wanted), np.searchsorted(above, parent)))
        wanted = above
    steps.append(Step(levels[0].code, 1, None))
    return steps[::-1]
