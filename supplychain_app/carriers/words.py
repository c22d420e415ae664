"""What carriers' plain words say where there is no code for it: kinds of trouble, and steps by their first words."""

import re
from collections.abc import Iterable
from typing import TypeVar

from supplychain_app.domain.shipments import ExceptionKind

T = TypeVar("T")

K = ExceptionKind
_TROUBLES: tuple[tuple[str, ExceptionKind], ...] = (
    (r"clearance|customs", K.CUSTOMS_HOLD),
    (r"refus|reject", K.REFUSED),
    (r"damag", K.DAMAGED),
    (r"address", K.ADDRESS),
    (r"\babsent|\bnot (at )?home|recipient unavailable|business closed", K.RECIPIENT_ABSENT),
    (r"weather|storm|snow|flood", K.WEATHER),
    (r"mis-?sort|mis-?rout", K.MISSORTED),
    (r"\blost\b|missing", K.LOST),
    (r"payment|postage due|\bdut(y|ies)\b", K.PAYMENT_DUE),
)


def trouble_in(words: str | None) -> ExceptionKind:
    """What kind of trouble an exception is, by its words; only for what a carrier's code already calls one.

    >>> trouble_in("Refused by recipient"), trouble_in("Something else")
    (<ExceptionKind.REFUSED: 'refused'>, <ExceptionKind.OTHER: 'other'>)
    """
    return first_match(_TROUBLES, words) or K.OTHER


def first_match(table: Iterable[tuple[str, T]], words: str | None) -> T | None:
    """What the first pattern found in the words stands for, whatever their case."""
    lowered = (words or "").lower()
    return next((meaning for pattern, meaning in table if re.search(pattern, lowered)), None)
