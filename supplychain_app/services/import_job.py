"""What a file being applied is, and what came of it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from supplychain_app.domain.progress import IsCancelled, Report
from supplychain_app.exchange.records import Records, Reject
from supplychain_app.exchange.tables import Skipped
from supplychain_app.language import tr
from supplychain_app.storage.connection import Database


@dataclass
class Job:
    """One file being applied."""

    db: Database
    import_id: int
    records: Records
    file_name: str
    day: date  # on which we got the file
    report: Report
    cancelled: IsCancelled


@dataclass
class MessageJob:
    """One file of messages or events being applied."""

    db: Database
    import_id: int
    file_name: str
    received: datetime
    report: Report
    cancelled: IsCancelled


@dataclass
class Done:
    """What was done, in counts."""

    added: int = 0
    changed: int = 0
    promises_moved: int = 0
    vanished: int = 0
    unchanged: int = 0
    rejects: list[Reject] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    samples: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def unknown_order(order: str) -> str:
    return tr("order {order} is not in the workspace: import the orders first", order=order)


def unknown_line(order: str, line: str, item: str = "") -> str:
    """What is wrong with a line of a known order; `item` is how its sender calls the material."""
    if item:
        return tr(
            "order {order} has no line {line} with item {item} in the workspace", order=order, line=line, item=item
        )
    return tr("order {order} has no line {line} in the workspace", order=order, line=line)


def header_of(records: Records, name: str) -> str:
    """The column of the file that holds a field."""
    return next((m.column for m in records.matches if m.field == name), name)
