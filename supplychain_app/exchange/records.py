"""Turns the cells of a recognised table into typed values, and rejects rows that cannot be read."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from supplychain_app.exchange import date_orders, numbers
from supplychain_app.exchange.cells import SIGNS, Unreadable, reader
from supplychain_app.exchange.coded import Column
from supplychain_app.exchange.columns import ColumnMatch, Recognition
from supplychain_app.exchange.dates import DateOrder, order_in_words
from supplychain_app.exchange.profiles import CURRENCIES
from supplychain_app.exchange.tables import Skipped, Table
from supplychain_app.exchange.vocabulary import CONTENT
from supplychain_app.exchange.words import normalise
from supplychain_app.language import grouped, tr

_CODE_THEN_NAME = re.compile(r"0*(\d{3,10})\s+(\S.*)")
_BRACKETED = re.compile(r"\[([^\]]{1,40})\]\s*(\S.*)?")
# What belongs to the order's head is often written on its first row only.
HEAD_FIELDS = (
    "purchase_order",
    "supplier_code",
    "supplier_name",
    "issued_on",
    "created_on",
    "currency",
    "buyer",
    "incoterm",
)
NEEDED = frozenset(
    {
        "purchase_order",
        "quantity",
        "issued_on",
        "required_on",
        "first_promise",
        "current_promise",
        "received_on",
        "received_quantity",
        "line",
    }
)
"""A cell of these that cannot be read rejects its row; other unreadable cells are left empty and counted."""


@dataclass(frozen=True)
class Reject:
    """A row that is not imported: its number in the file, the column at fault, and why."""

    row: int
    column: str
    reason: str


@dataclass
class Records:
    """Typed values by field, one column a field, all of equal length; `numbers` are the rows' numbers in the file."""

    numbers: list[int]
    columns: dict[str, Column]
    rejects: list[Reject]
    skipped: list[Skipped]
    matches: tuple[ColumnMatch, ...]
    date_orders: dict[str, str]
    notes: list[str] = field(default_factory=list)
    _lists: dict[str, list[Any]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.numbers)

    def column(self, name: str) -> Column:
        """The column of a field; None in each row where the file has no such column."""
        return self.columns.get(name) or Column([None], np.zeros(len(self.numbers), np.int32))

    def get(self, name: str) -> list[Any]:
        """The values of a field, one a row; None for each row where the file has no such column."""
        if name not in self._lists:
            self._lists[name] = list(self.column(name))
        return self._lists[name]


def convert(table: Table, found: Recognition, *, day_first: bool | None = None) -> Records:
    """Read every cell of the recognised columns; rows that cannot be read become rejects."""
    cells = {name: table.columns[i] for name, i in found.columns.items()}
    evidence = dict(found.evidence)
    row_numbers, skipped = table.numbers, list(table.skipped)
    _fill_down(cells, evidence, found.kind)
    dated = {
        name: (table.headers[found.columns[name]], column) for name, column in cells.items() if CONTENT[name] == "date"
    }
    orders = date_orders.infer(dated, day_first=day_first)
    tallies = {name: column.tally() for name, column in cells.items()}
    marks = {name: numbers.decimal_mark(tallies[name]) for name in cells if CONTENT[name] == "number"}
    usual = Counter(mark for mark in marks.values() if mark)
    file_mark = usual.most_common(1)[0][0] if usual else ("," if day_first and _decimal_comma(table) else ".")
    values: dict[str, Column] = {}
    for name, column in cells.items():
        tally = tallies[name]
        read = reader(name, tally, orders.get(name), marks.get(name) or file_mark)
        memo = {text: read(text) for text in tally}
        values[name] = column.map(memo.get)
        _tell(name, tally, memo, evidence, orders.get(name))
    _split_joined(values, evidence)
    _currency_from_headers(table, found, values, cells)
    rejects = _reject(values, row_numbers, table, found)
    columns = {name: column.map(lambda v: None if isinstance(v, Unreadable) else v) for name, column in values.items()}
    if rejects:
        bad = {r.row for r in rejects}
        keep = np.array([number not in bad for number in row_numbers], dtype=bool)
        columns = {name: column.take(keep) for name, column in columns.items()}
        row_numbers = [number for number in row_numbers if number not in bad]
    headers = table.headers
    matches = tuple(
        ColumnMatch(headers[i], name, evidence.get(name, ""))
        for name, i in sorted(found.columns.items(), key=lambda x: x[1])
    )
    labels = {headers[found.columns[name]]: order.label for name, order in orders.items()}
    return Records(row_numbers, columns, rejects, skipped, matches, labels, list(table.notes))


def _decimal_comma(table: Table) -> bool:
    return any(
        re.search(r"menge|quantit|cantidad|quantidade|preis|prix|precio|preco", normalise(h)) for h in table.headers
    )


def _fill_down(cells: dict[str, Column], evidence: dict[str, str], kind: str) -> None:
    """Continuation rows leave the order's number empty: it is the one above.

    A shipment that names its own supplier, but no order, continues none.
    """
    orders = cells.get("purchase_order")
    if not orders or all(cell.strip() for cell in orders.tally()):
        return
    telling = [list(cells[f]) for f in ("material", "description", "quantity", "line", "current_promise") if f in cells]
    follows = [
        not order.strip() and any(column[i].strip() for column in telling) and i > 0 for i, order in enumerate(orders)
    ]
    if kind == "shipments":
        heads = [list(cells[name]) for name in HEAD_FIELDS if name in cells]
        follows = [follow and not any(head[i].strip() for head in heads) for i, follow in enumerate(follows)]
    if not any(follows) or sum(1 for o in orders if o.strip()) < 1:
        return
    filled = 0
    for name in HEAD_FIELDS:
        column = cells.get(name)
        if column is None:
            continue
        copy = list(column)
        for i, follow in enumerate(follows):
            if follow and not copy[i].strip():
                copy[i] = copy[i - 1]
                filled += name == "purchase_order"
        cells[name] = Column.of(copy)
    if filled:
        continued = tr("rows that continue the order above them: {count}", count=grouped(filled))
        evidence["purchase_order"] = evidence.get("purchase_order", "") + f"; {continued}"


def _tell(
    name: str, tally: Counter[str], memo: dict[str, Any], evidence: dict[str, str], order: DateOrder | None
) -> None:
    """Add to the evidence what stood for "missing", what was unreadable, and how dates were understood."""
    said = [evidence.get(name, "")]
    if order is not None:
        read = tr("read as {order}", order=order_in_words(order.label))
        said.append(f"{read}: {order.evidence}" if order.evidence else read)
    if CONTENT[name] in ("date", "number", "incoterm", "mode"):
        words = [
            (t.strip(), n) for t, n in tally.most_common() if memo[t] is None and t.strip() and t.strip() not in ("-",)
        ]
        if words:
            listed = [tr("“{text}” {count} times", text=text[:30], count=grouped(count)) for text, count in words[:4]]
            said.append(tr("taken as missing: {listed}", listed=", ".join(listed)))
    unread = sum(n for t, n in tally.items() if isinstance(memo[t], Unreadable))
    if unread and name not in NEEDED:
        said.append(tr("{count} cells could not be read and are left empty", count=grouped(unread)))
    evidence[name] = "; ".join(part for part in said if part)


def _split_joined(values: dict[str, Column], evidence: dict[str, str]) -> None:
    """One column may hold two things: SAP writes "100234     Acme GmbH", Odoo "[FURN_78] Desk"."""
    names = values.get("supplier_name")
    if names and "supplier_code" not in values:
        found = names.map(lambda name: _CODE_THEN_NAME.fullmatch(name) if name else None)
        if _mostly(found, names):
            values["supplier_code"] = found.map(lambda f: f[1] if f else None)
            values["supplier_name"] = names.map(lambda n: f[2] if n and (f := _CODE_THEN_NAME.fullmatch(n)) else n)
            evidence["supplier_name"] += "; " + tr("number and name are split")
    for source in ("material", "description"):
        column = values.get(source)
        if not column or (source == "description" and "material" in values):
            continue
        boxed = column.map(lambda text: _BRACKETED.fullmatch(text) if text else None)
        if _mostly(boxed, column):
            both = Column(list(zip(boxed.words, column.words, strict=True)), column.codes)
            values["material"] = both.map(lambda pair: pair[0][1].strip() if pair[0] else pair[1])
            if source == "description" or "description" not in values:
                values["description"] = both.map(lambda pair: (pair[0][2] or None) if pair[0] else pair[1])
            evidence[source] = evidence.get(source, "") + "; " + tr("the code in brackets is split from the name")


def _mostly(found: Column, column: Column) -> bool:
    """Was something found in most of the cells that hold something?"""
    return int(found.where(bool).sum()) > 0.8 * int(column.where(bool).sum())


def _currency_from_headers(
    table: Table, found: Recognition, values: dict[str, Column], cells: dict[str, Column]
) -> None:
    """No column of currencies: it may stand in a header, as in "Net value (EUR)", or beside each figure."""
    if "currency" in values:
        return
    for name in ("line_value", "unit_price"):
        if name not in found.columns:
            continue
        for word in re.findall(r"[A-Z]{3}|[€£¥₹$]", table.headers[found.columns[name]]):
            if word in CURRENCIES:
                values["currency"] = Column([SIGNS.get(word, word)], np.zeros(table.rows, np.int32))
                return
        codes = cells[name].map(_currency_beside)
        if int(codes.where(bool).sum()) > 0.5 * len(codes):
            values["currency"] = codes
            return


def _currency_beside(cell: str) -> str | None:
    found = re.search(r"\b([A-Z]{3})\b|([€£¥₹$])", cell)
    return SIGNS.get(found[0], found[0]) if found and found[0] in CURRENCIES else None


def _reject(values: dict[str, Column], row_numbers: Sequence[int], table: Table, found: Recognition) -> list[Reject]:
    """Rows with a needed cell that cannot be read, or without an order number."""
    rejects: dict[int, Reject] = {}

    def look(name: str, question: Callable[[Any], bool], why: Callable[[Any], str]) -> None:
        column = values.get(name)
        if column is None:
            return
        header = table.headers[found.columns[name]] if name in found.columns else name
        for i in np.flatnonzero(column.where(question)).tolist():
            rejects.setdefault(i, Reject(row_numbers[i], header, why(column[i])))

    for name in sorted(NEEDED):
        look(name, lambda value: isinstance(value, Unreadable), lambda value: str(value.reason))
    if found.kind in ("orders", "receipts"):
        look("purchase_order", lambda order: order is None, lambda _: tr("there is no order number"))
    if found.kind == "orders":
        look("quantity", lambda value: isinstance(value, float) and value <= 0, _no_quantity)
    return [rejects[i] for i in sorted(rejects)]


def _no_quantity(quantity: float) -> str:
    if quantity == 0:
        return tr("the quantity is 0")
    return tr("the quantity {quantity:g} is negative: a return, not an order", quantity=quantity)
