"""Order lines, promises and receipts, and what late and complete mean."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LineStatus(StrEnum):
    OPEN = "open"
    RECEIVED = "received"
    CANCELLED = "cancelled"


class PromiseSource(StrEnum):
    """Through what a promise reached us."""

    IMPORT = "import"
    MAIL = "mail"
    CALL = "call"
    MEETING = "meeting"
    WORKBOOK = "workbook"
    EDI = "edi"
    MANUAL = "manual"


class KnownBasis(StrEnum):
    """How we know since when a fact was known."""

    STATED = "stated"  # the source gives the day: a confirmation date, a posting date, a mail's date
    ORDER_DATE = "order date"  # first seen in a file that tells nothing: assumed known since the order was sent
    FILE_DATE = "file date"  # the day on which the file that holds it reached us


@dataclass(frozen=True, slots=True)
class Promise:
    """A date the supplier gives for a line; the ledger keeps every one of them."""

    promised_on: date
    known_on: date
    known_basis: KnownBasis
    source: PromiseSource
    quantity: float | None = None
    told_by: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """Goods booked in (positive) or taken back out (negative quantity) for a line."""

    received_on: date
    quantity: float
    posted_on: date | None = None
    rejected_quantity: float = 0.0
    document: str | None = None
    movement_type: str | None = None


@dataclass(frozen=True, slots=True)
class OnTimeWindow:
    """How early and how late a delivery may be and still be on time, in days."""

    early_days: int | None = None  # None: early never fails
    late_days: int = 0
    quantity_tolerance: float = 0.0  # share of the ordered quantity that may be missing


def lateness_days(actual: date, base: date) -> int:
    """Lateness: actual − base in calendar days; negative is early."""
    return (actual - base).days


def completed_on(ordered: float, receipts: list[Receipt], tolerance: float = 0.0) -> date | None:
    """First day on which Σ received ≥ ordered × (1 − tolerance), reversals netted (METRICS: complete).

    >>> completed_on(10, [Receipt(date(2026, 1, 1), 4), Receipt(date(2026, 1, 5), 6)])
    datetime.date(2026, 1, 5)
    """
    total, done = 0.0, None
    for receipt in sorted(receipts, key=lambda r: r.received_on):
        total += receipt.quantity
        enough = total >= ordered * (1 - tolerance) - 1e-9
        done = (done or receipt.received_on) if enough else None
    return done
