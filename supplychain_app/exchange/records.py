"""Turns the cells of a recognised table into typed values, and rejects rows that cannot be read."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from supplychain_app.exchange import date_orders, numbers
from supplychain_app.exchange.coded import Column
from supplychain_app.exchange.columns import ColumnMatch, Recognition
from supplychain_app.exchange.dates import DateOrder
from supplychain_app.exchange.profiles import CURRENCIES, INCOTERMS, is_missing, plain_mode
from supplychain_app.exchange.tables import Skipped, Table
from supplychain_app.exchange.vocabulary import CONTENT
from supplychain_app.exchange.words import normalise

_SIGNS = {"€": "EUR", "$": "USD", "US$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "R$": "BRL", "RMB": "CNY"}
_CODE_THEN_NAME = re.compile(r"0*(\d{3,10})\s+(\S.*)")
_BRACKETED = re.compile(r"\[([^\]]{1,40})\]\s*(\S.*)?")
_EXCEL_INTEGER = re.compile(r"\d+\.0+")
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


class _Bad:
    """A cell that cannot be read, with the reason."""

    __slots__ = ("reason",)

    def __init__(self, reason: str) -> None:
        self.reason = reason


def convert(table: Table, found: Recognition, *, day_first: bool | None = None) -> Records:
    """Read every cell of the recognised columns; rows that cannot be read become rejects."""
    cells = {name: table.columns[i] for name, i in found.columns.items()}
    evidence = dict(found.evidence)
    row_numbers, skipped = table.numbers, list(table.skipped)
    _fill_down(cells, evidence)
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
        reader = _reader(name, tally, orders.get(name), marks.get(name) or file_mark)
        memo = {text: reader(text) for text in tally}
        values[name] = column.map(memo.get)
        _tell(name, tally, memo, evidence, orders.get(name))
    _split_joined(values, evidence)
    _currency_from_headers(table, found, values, cells)
    rejects = _reject(values, row_numbers, table, found)
    columns = {name: column.map(lambda v: None if isinstance(v, _Bad) else v) for name, column in values.items()}
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


def _fill_down(cells: dict[str, Column], evidence: dict[str, str]) -> None:
    """Continuation rows leave the order's number empty: it is the one above."""
    orders = cells.get("purchase_order")
    if not orders or all(cell.strip() for cell in orders.tally()):
        return
    telling = [list(cells[f]) for f in ("material", "description", "quantity", "line", "current_promise") if f in cells]
    follows = [
        not order.strip() and any(column[i].strip() for column in telling) and i > 0 for i, order in enumerate(orders)
    ]
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
        evidence["purchase_order"] = (
            evidence.get("purchase_order", "") + f"; {filled:,} rows continue the order above them"
        )


def _reader(name: str, tally: Counter[str], order: DateOrder | None, mark: str) -> Callable[[str], Any]:
    kind = CONTENT[name]
    if kind == "date" and order is not None:
        return lambda text: _read_date(text, order, tally)
    if kind == "number":
        return lambda text: _read_number(text, mark, tally)
    return {
        "line": _line,
        "schedule": _line,
        "receipt_line": _line,
        "purchase_order": _code,
        "material": _material,
        "supplier_code": _material,
        "receipt_document": _code,
        "row_id": _code,
        "movement_type": _movement,
        "currency": _currency,
        "incoterm": _incoterm,
        "mode": lambda text: None if is_missing(text) else plain_mode(text),
        "status": _status,
        "container": _squeezed,
        "tracking_number": _squeezed,
        "direction": _direction,
    }.get(name, _words)


def _read_date(text: str, order: DateOrder, tally: Counter[str]) -> Any:
    if is_missing(text):
        return None
    day = order.parse(text)
    if day is not None:
        return None if day.year >= 2099 or day.year < 1970 else day.isoformat()
    if not any(c.isdigit() for c in text) and tally[text] > 1:
        return None  # a word that stands for "no date", such as "N/A - From RDC"
    return _Bad(f"“{text.strip()[:40]}” is not a date")


def _read_number(text: str, mark: str, tally: Counter[str]) -> Any:
    if is_missing(text):
        return None
    number = numbers.parse(text.strip(), mark)
    if number is not None:
        return number
    if not any(c.isdigit() for c in text) and tally[text] > 1:
        return None
    return _Bad(f"“{text.strip()[:40]}” is not a number")


def _words(text: str) -> Any:
    return None if is_missing(text) else re.sub(r"\s+", " ", text.strip())


def _code(text: str) -> Any:
    if is_missing(text):
        return None
    code = re.sub(r"\s+", " ", text.strip())
    return code.split(".")[0] if _EXCEL_INTEGER.fullmatch(code) else code


def _material(text: str) -> Any:
    code = _code(text)
    # SAP pads numbers with zeros to their full length in some exports and not in others.
    return code.lstrip("0") if code and len(code) >= 10 and code.startswith("000") and code.isdigit() else code


def _line(text: str) -> Any:
    code = _code(text)
    return (code.lstrip("0") or "0") if code and code.isdigit() else code


def _movement(text: str) -> Any:
    found = re.search(r"\b(\d{3})\b", text)
    return found[1] if found else _words(text)


def _currency(text: str) -> Any:
    upper = text.strip().upper()
    return _SIGNS.get(upper, upper if len(upper) == 3 and upper.isalpha() else None) if not is_missing(text) else None


def _incoterm(text: str) -> Any:
    upper = text.strip().upper()
    return upper[:3] if upper[:3] in INCOTERMS and not upper[3:4].isalpha() else None


def _squeezed(text: str) -> Any:
    return None if is_missing(text) else re.sub(r"\s+", "", text.strip().upper())


def _direction(text: str) -> Any:
    words = normalise(text)
    if not words:
        return None
    return (
        "in"
        if re.search(
            r"\b(in|inbound|incoming|from|received|ein|eingehend|entrant|entrante|recu|recibido|recebido)", words
        )
        else "out"
    )


_CANCELLED = re.compile(r"cancel|storn|annul|anul|delet|gelosch|void|supprim|borrad|eliminad|geloscht|^l$")
_CLOSED = re.compile(
    r"closed|complete|received|erledigt|geschlossen|geliefert|clotur|ferme|cerrad|fechad|encerrad|recibid|recebid|fully|^x$|done|invoiced"
)
_PARTLY = re.compile(r"part|teil|pending|open|not |to receive|to bill|incomplete|nicht|pendiente|parcial")


def _status(text: str) -> Any:
    words = normalise(text)
    if _CANCELLED.search(words):
        return "cancelled"
    return "closed" if _CLOSED.search(words) and not _PARTLY.search(words) else None


def _tell(
    name: str, tally: Counter[str], memo: dict[str, Any], evidence: dict[str, str], order: DateOrder | None
) -> None:
    """Add to the evidence what stood for "missing", what was unreadable, and how dates were understood."""
    said = [evidence.get(name, "")]
    if order is not None:
        said.append(f"read as {order.label}" + (f": {order.evidence}" if order.evidence else ""))
    if CONTENT[name] in ("date", "number", "incoterm", "mode"):
        words = [
            (t.strip(), n) for t, n in tally.most_common() if memo[t] is None and t.strip() and t.strip() not in ("-",)
        ]
        if words:
            listed = ", ".join(f"“{text[:30]}” {count:,} times" for text, count in words[:4])
            said.append(f"taken as missing: {listed}")
    unread = sum(n for t, n in tally.items() if isinstance(memo[t], _Bad))
    if unread and name not in NEEDED:
        said.append(f"{unread:,} cells could not be read and are left empty")
    evidence[name] = "; ".join(part for part in said if part)


def _split_joined(values: dict[str, Column], evidence: dict[str, str]) -> None:
    """One column may hold two things: SAP writes "100234     Acme GmbH", Odoo "[FURN_78] Desk"."""
    names = values.get("supplier_name")
    if names and "supplier_code" not in values:
        found = names.map(lambda name: _CODE_THEN_NAME.fullmatch(name) if name else None)
        if _mostly(found, names):
            values["supplier_code"] = found.map(lambda f: f[1] if f else None)
            values["supplier_name"] = names.map(lambda n: f[2] if n and (f := _CODE_THEN_NAME.fullmatch(n)) else n)
            evidence["supplier_name"] += "; number and name are split"
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
            evidence[source] = evidence.get(source, "") + "; the code in brackets is split from the name"


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
                values["currency"] = Column([_SIGNS.get(word, word)], np.zeros(table.rows, np.int32))
                return
        codes = cells[name].map(_currency_beside)
        if int(codes.where(bool).sum()) > 0.5 * len(codes):
            values["currency"] = codes
            return


def _currency_beside(cell: str) -> str | None:
    found = re.search(r"\b([A-Z]{3})\b|([€£¥₹$])", cell)
    return _SIGNS.get(found[0], found[0]) if found and found[0] in CURRENCIES else None


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
        look(name, lambda value: isinstance(value, _Bad), lambda value: str(value.reason))
    if found.kind in ("orders", "receipts"):
        look("purchase_order", lambda order: order is None, lambda _: "there is no order number")
    if found.kind == "orders":
        look("quantity", lambda value: isinstance(value, float) and value <= 0, _no_quantity)
    return [rejects[i] for i in sorted(rejects)]


def _no_quantity(quantity: float) -> str:
    return "the quantity is 0" if quantity == 0 else f"the quantity {quantity:g} is negative: a return, not an order"


def is_iso(text: str | None) -> bool:
    """Is this a day as the workspace stores it?"""
    try:
        return text is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False
