"""What carriers' plain words say where there is no code for it: kinds of trouble, and steps by their first words."""

import re
from collections.abc import Iterable
from typing import TypeVar

from supplychain_app.domain.shipments import ExceptionKind, Status

T = TypeVar("T")

K = ExceptionKind
_TROUBLES: tuple[tuple[str, ExceptionKind], ...] = (
    (r"clearance|customs|verzollung|\bzoll|douane", K.CUSTOMS_HOLD),
    (r"refus|reject|verweiger|delivery not accepted", K.REFUSED),
    (r"damag|besch(ä|ae)dig|endommag", K.DAMAGED),
    (r"mis-?sort|mis-?rout|mis-?direct|fehlgeleitet", K.MISSORTED),
    (r"addressee? unknown|address|adresse|no such number|empf(ä|ae)nger (ist )?unbekannt", K.ADDRESS),
    (r"\babsent|abwesend|nicht (angetroffen|anwesend)|\bnot (at |in )?home|not present|recipient not in\b|nobody"
     r"|(business|premises) (was )?closed|no authorized recipient|no one (was )?(home|there)"
     r"|(customer|recipient|receiver|consignee)\b.*(unavailable|not available)", K.RECIPIENT_ABSENT),
    (r"weather|storm|snow|flood|hurricane|typhoon|unwetter", K.WEATHER),
    (r"\blost\b|missing (parcel|package|shipment|item|goods)|(parcel|package|shipment|item|goods) (is |was )?missing",
     K.LOST),
    (r"security|seized|prohibited", K.SECURITY),
    (r"payment|postage due|\bdut(y|ies)\b", K.PAYMENT_DUE),
)  # fmt: skip
_WITH_REASON = (Status.DELIVERY_ATTEMPTED, Status.RETURNING, Status.RETURNED)
_LATE = re.compile(r"\b(is|been|was|shipment|delivery|weather|running|customs|possible)[ _-]?delay(ed)?\b|^delay"
                   r"|arriving late|later than (expected|planned|scheduled)|verz(ö|oe)ger|versp(ä|ae)t"
                   r"|en retard|retard(é|e)e?\b", re.IGNORECASE)  # fmt: skip


def says_late(words: str | None) -> bool:
    """Whether words call it late, for carriers that have no flag for that.

    >>> says_late("In Transit, Arriving Late"), says_late("Delivered"), says_late("Give a phone number to avoid delays")
    (True, False, False)
    """
    return bool(words and _LATE.search(words))


def trouble_named(words: str | None) -> ExceptionKind | None:
    """What kind of trouble words name, and none where they name none."""
    return first_match(_TROUBLES, (words or "").replace("_", " "))


def trouble_in(words: str | None) -> ExceptionKind:
    """What kind of trouble an exception is, by its words; only for what a carrier's code already calls one.

    >>> trouble_in("Refused by recipient"), trouble_in("Something else")
    (<ExceptionKind.REFUSED: 'refused'>, <ExceptionKind.OTHER: 'other'>)
    """
    return trouble_named(words) or K.OTHER


def trouble_of(status: Status | None, words: str | None) -> ExceptionKind | None:
    """The trouble behind a status: an exception always has one, a failed delivery or a return only where words name it.

    >>> trouble_of(Status.DELIVERY_ATTEMPTED, "Nobody was home"), trouble_of(Status.IN_TRANSIT, "Customs cleared")
    (<ExceptionKind.RECIPIENT_ABSENT: 'recipient_absent'>, None)
    """
    if status is Status.EXCEPTION:
        return trouble_in(words)
    if status is Status.CANCELLED:
        return K.CANCELLED
    return trouble_named(words) if status in _WITH_REASON else None


def first_match(table: Iterable[tuple[str, T]], words: str | None) -> T | None:
    """What the first pattern found in the words stands for, whatever their case."""
    lowered = (words or "").lower()
    return next((meaning for pattern, meaning in table if re.search(pattern, lowered)), None)
