"""Reads one cell of each kind of field."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from supplychain_app.exchange import numbers
from supplychain_app.exchange.dates import DateOrder
from supplychain_app.exchange.profiles import INCOTERMS, is_missing, plain_mode
from supplychain_app.exchange.vocabulary import CONTENT
from supplychain_app.exchange.words import normalise
from supplychain_app.language import tr

SIGNS = {"€": "EUR", "$": "USD", "US$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "R$": "BRL", "RMB": "CNY"}
_EXCEL_INTEGER = re.compile(r"\d+\.0+")


class Unreadable:
    """A cell that cannot be read, with the reason."""

    __slots__ = ("reason",)

    def __init__(self, reason: str) -> None:
        self.reason = reason


def reader(name: str, tally: Counter[str], order: DateOrder | None, mark: str) -> Callable[[str], Any]:
    """What reads the cells of a field: its value, None where there is none, or why it is unreadable."""
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
    return Unreadable(tr("“{text}” is not a date", text=text.strip()[:40]))


def _read_number(text: str, mark: str, tally: Counter[str]) -> Any:
    if is_missing(text):
        return None
    number = numbers.parse(text.strip(), mark)
    if number is not None:
        return number
    if not any(c.isdigit() for c in text) and tally[text] > 1:
        return None
    return Unreadable(tr("“{text}” is not a number", text=text.strip()[:40]))


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
    return SIGNS.get(upper, upper if len(upper) == 3 and upper.isalpha() else None) if not is_missing(text) else None


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
