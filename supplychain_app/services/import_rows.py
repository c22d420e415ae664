"""Makes of the columns of an order list what each line is: its identity, its quantities, its value."""

from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.domain.money import digits_of
from supplychain_app.exchange.coded import Column
from supplychain_app.exchange.records import Records, Reject
from supplychain_app.exchange.tables import Skipped
from supplychain_app.language import grouped, tr
from supplychain_app.services.import_job import Done, header_of

Figures = NDArray[np.float64]
Flags = NDArray[np.bool_]


LONGEST_NAME = 120  # letters of a description that stands for a material's number


@dataclass(frozen=True)
class Identities:
    """Order, line and schedule of each row; stable, so that the same line is known again in the next export."""

    order: Column
    line: Column
    schedule: Column
    alone: Flags  # no other row of the file has this order, line and schedule
    listed: Flags  # the row is no copy of an earlier one


def identities(records: Records, done: Done) -> Identities:
    """What tells the lines apart; rows that say the same as an earlier one are noted as skipped."""
    order, schedule = records.column("purchase_order"), records.column("schedule").map(lambda word: word or "")
    line = _lines(records, done)
    keys = order.keys() * len(line.words) + line.keys()
    keys = np.unique(keys, return_inverse=True)[1] * len(schedule.words) + schedule.keys()
    _, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
    alone = counts[inverse] == 1
    listed = np.ones(len(records), bool)
    if alone.all():
        return Identities(order, line, schedule, alone, listed)
    schedules = list(schedule)
    every = [column for name, column in records.columns.items() if name != "row_id"]
    seen: dict[int, list[tuple[Any, ...]]] = {}
    for i in np.flatnonzero(~alone).tolist():
        content = tuple(column[i] for column in every)
        earlier = seen.setdefault(int(keys[i]), [])
        if content in earlier:
            listed[i] = False
            done.skipped.append(
                Skipped(
                    records.numbers[i],
                    tr("the same as an earlier row of order {order}, line {line}", order=order[i], line=line[i]),
                )
            )
            continue
        earlier.append(content)
        if len(earlier) > 1:
            schedules[i] = f"{schedules[i]}#{len(earlier)}"
    if any(len(contents) > 1 for contents in seen.values()):
        done.notes.append(
            tr(
                "some lines stand in several rows with different dates or quantities: each row is a "
                "schedule of its line"
            )
        )
    return Identities(order, line, Column.of(schedules), alone, listed)


def _lines(records: Records, done: Done) -> Column:
    """The line's number, else what stands for it: the row's own mark, the material, the description."""
    columns = records.columns
    line = columns.get("line") or columns.get("row_id")
    if line is not None and None not in line.tally():
        return line
    fallback: Counter[str] = Counter()
    found = []
    names = ("line", "row_id", "material", "description")
    for number, mark, material, description in zip(*(records.column(name) for name in names), strict=True):
        told = number if number is not None else mark
        if told is None:
            told = material or (description or "")[:40] or "1"
            fallback["material" if material else "description" if description else "place"] += 1
        found.append(told)
    if fallback:
        words = {"material": tr("material"), "description": tr("description"), "place": tr("place")}
        named = ", ".join(f"{words[name]} ({grouped(count)})" for name, count in fallback.most_common())
        done.notes.append(tr("there is no line number: lines are told apart by {named}", named=named))
    return Column.of(found)


def materials(records: Records) -> Column | None:
    """What names each row's material: its number, else its description; None where the file tells neither."""
    number, description = records.columns.get("material"), records.columns.get("description")
    if description is None or (number is not None and None not in number.tally()):
        return number
    named = description.map(lambda text: " ".join(text.split())[:LONGEST_NAME] or None if text else None)
    if number is None:
        return named
    codes = np.where(number.where(lambda word: word is not None), number.codes, named.codes + len(number.words))
    return Column([*number.words, *named.words], codes.astype(np.int32))


@dataclass(frozen=True)
class Quantities:
    """What was ordered, what has come in, and what the line is worth, in minor units; not-a-number is unknown."""

    ordered: Figures
    received: Figures
    value_minor: Figures
    known: Flags  # rows without a quantity are no lines


def quantities(records: Records, listed: Flags, done: Done) -> Quantities:
    """The quantities of each row, from those that its file tells; rows without any become rejects."""
    ordered, left, got, price, value = (
        records.column(name).figures()
        for name in ("quantity", "open_quantity", "received_quantity", "unit_price", "line_value")
    )
    told = np.where(np.isnan(left), got, left + np.nan_to_num(got))
    lacking = np.isnan(ordered)
    ordered = np.where(lacking, told, ordered)
    known = ~lacking | (ordered > 0)
    if "quantity" in records.columns:
        column = header_of(records, "quantity")
        lost = np.flatnonzero(listed & ~known).tolist()
        done.rejects += [Reject(records.numbers[i], column, tr("there is no quantity")) for i in lost]
    else:
        ordered = np.where(known, ordered, 1.0)
        known = np.ones(len(records), bool)
    got = np.where(np.isnan(got) & (left >= 0) & (left < ordered), ordered - left, got)
    digits = records.column("currency").map(lambda code: float(10 ** digits_of(code))).figures()
    value = np.where(np.isnan(value), price * ordered, value)
    minor = np.where(np.abs(value) < 1e15, np.rint(value * digits), np.nan)
    return Quantities(ordered, got, minor, known)


def digests(records: Records, suppliers: Column) -> NDArray[np.int64]:
    """One number a row that stands for its whole content: equal rows have equal ones, in every import."""
    total = np.zeros(len(records), np.uint64)
    for name, column in (*records.columns.items(), ("supplier_id", suppliers)):
        marks = np.fromiter((_mark(name, word) for word in column.words), np.uint64, len(column.words))
        total += marks[column.codes]
    return total.view(np.int64)


def _mark(name: str, word: Any) -> int:
    return int.from_bytes(blake2b(f"{name}={word!r}".encode(), digest_size=8).digest(), "little")


def is_history(records: Records) -> bool:
    """Does the file list completed lines too (a history), or only what is open (a snapshot)?"""
    size = len(records)
    columns = records.columns
    arrived, left = columns.get("received_on"), columns.get("open_quantity")
    if arrived is not None and int(arrived.where(bool).sum()) > 0.05 * size:
        return True
    if "quantity" in columns and left is not None:
        return int(left.where(lambda word: word == 0).sum()) > 0.2 * size
    if "quantity" in columns and "received_quantity" in columns:
        complete = columns["received_quantity"].figures() >= columns["quantity"].figures()
        return int(complete.sum()) > 0.2 * size
    return False


def figures(column: Figures, rows: NDArray[np.int64]) -> list[Any]:
    """The figures of some rows, None where they are unknown."""
    some = column[rows].astype(object)
    some[np.isnan(column[rows])] = None
    found: list[Any] = some.tolist()
    return found
