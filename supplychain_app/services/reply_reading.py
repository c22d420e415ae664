"""What a returned open-order workbook proposes, against what stands now; nothing is applied, and nothing is lost."""

import math
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from supplychain_app.domain.errors import FileError, NotFound
from supplychain_app.exchange import workbook
from supplychain_app.exchange.workbook import ReturnedRow
from supplychain_app.language import tr
from supplychain_app.mail.dates_in_words import find
from supplychain_app.mail.references import amount
from supplychain_app.reports.worklist_words import long_day
from supplychain_app.storage import chases, correspondents
from supplychain_app.storage import communications as stored
from supplychain_app.storage.connection import Database

LARGEST = 15_000_000  # bytes


@dataclass(frozen=True)
class Change:
    """What a returned workbook proposes for one line."""

    row: int
    line_id: int
    purchase_order: str
    line: str
    field: str  # promise, tracking, comment
    old: str | None  # of a promise that is confirmed as it is, the same as new
    new: str
    quantity: float | None
    conflict: str | None  # what happened meanwhile


@dataclass(frozen=True)
class RowProblem:
    """A row that could not be read, and why."""

    row: int
    reason: str


@dataclass(frozen=True)
class WorkbookDiff:
    """The changes of a returned workbook; nothing of it is applied yet."""

    path: Path
    file_id: str | None
    supplier_id: int | None
    supplier: str | None
    changes: tuple[Change, ...]
    problems: tuple[RowProblem, ...]
    unchanged: int
    missing: tuple[str, ...]  # lines asked about that are no longer in the workbook
    content: bytes = field(repr=False, default=b"")
    communication_id: int | None = None  # the mail that it came with


@dataclass(frozen=True)
class _Asked:
    """What is known of the mail that the workbook went out with; all empty where that cannot be told."""

    supplier_id: int | None = None
    day: date | None = None
    lines: tuple[tuple[int, str], ...] = ()


def read_reply(db: Database, path: Path) -> WorkbookDiff:
    """What a returned workbook proposes, against what stands now. Nothing is applied."""
    if path.is_file() and path.stat().st_size > LARGEST:
        raise FileError(
            tr("{name} is too large for an open-order workbook. Ask for it without pictures.", name=path.name)
        )
    returned = workbook.read(path)
    asked = _asked(db, returned.file_id)
    hits = [(row, _line_of(db, row, asked)) for row in returned.rows]
    suppliers = Counter(hit["supplier_id"] for _, hit in hits if hit is not None)
    supplier_id = asked.supplier_id or next((one for one, _ in suppliers.most_common(1)), None)
    supplier = correspondents.supplier(db, int(supplier_id)) if supplier_id else None
    changes: list[Change] = []
    problems: list[RowProblem] = []
    unchanged, seen = 0, set()
    for row, hit in hits:
        if hit is not None and hit["supplier_id"] == supplier_id:
            seen.add(int(hit["id"]))
            found = list(_proposed(row, hit, asked.day, (supplier or {}).get("country")))
            changes += [one for one in found if isinstance(one, Change)]
            problems += [one for one in found if isinstance(one, RowProblem)]
            unchanged += not found
        elif _says_something(row):
            problems.append(RowProblem(row.row, _no_line(row, hit)))
    missing = tuple(label for line, label in asked.lines if line not in seen)
    return WorkbookDiff(
        path,
        returned.file_id,
        supplier_id,
        supplier["name"] if supplier else None,
        tuple(changes),
        tuple(problems),
        unchanged,
        missing,
        path.read_bytes(),
    )


def is_returned(path: Path) -> bool:
    """Is this one of the workbooks that we sent out? Looked at only where that takes no time."""
    is_small = path.suffix.lower() in workbook.ENDINGS and path.is_file() and path.stat().st_size < 300_000
    return is_small and workbook.is_ours(path)


def read_attached(db: Database, communication_id: int) -> WorkbookDiff:
    """What the open-order workbook that came with a mail proposes."""
    for name, content in stored.attached(db, communication_id, workbook.ENDINGS):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"attached{Path(name).suffix.lower()}"
            path.write_bytes(content)
            if workbook.is_ours(path):
                return replace(read_reply(db, path), path=Path(name), communication_id=communication_id)
    raise NotFound(tr("No open-order workbook came with this mail."))


def _asked(db: Database, file_id: str | None) -> _Asked:
    sent = chases.rows_sent(db, file_id) if file_id else None
    if sent is None:
        return _Asked()
    lines = chases.lines_sent(db, sent["id"])
    return _Asked(sent["supplier_id"], date.fromisoformat(sent["happened_at"][:10]), tuple(lines))


def _line_of(db: Database, row: ReturnedRow, asked: _Asked) -> dict[str, Any] | None:
    """The line that a row is about: by its order and line; by its hidden id where these were cleared or cut short."""
    if row.purchase_order and (hit := correspondents.line_by_key(db, row.line_id, row.purchase_order, row.line)):
        return hit
    if row.line_id not in dict(asked.lines):
        return None
    hit = correspondents.line_by_id(db, int(row.line_id or 0))
    same = hit is not None and row.purchase_order.lstrip("0") in ("", str(hit["number"]).lstrip("0"))
    return hit if same else None


def _says_something(row: ReturnedRow) -> bool:
    return any((row.confirmed, row.quantity, row.tracking, row.status, row.comment))


def _no_line(row: ReturnedRow, hit: dict[str, Any] | None) -> str:
    order, line = row.purchase_order or tr("(none)"), row.line or tr("(none)")
    if hit is None:
        return tr("Order {order}, line {line} is not in the workspace.", order=order, line=line)
    return tr("Order {order}, line {line} belongs to another supplier.", order=order, line=line)


def _proposed(
    row: ReturnedRow, hit: dict[str, Any], day: date | None, country: str | None
) -> Iterator[Change | RowProblem]:
    def change(what: str, old: str | None, new: str, conflict: str | None) -> Change:
        return Change(row.row, int(hit["id"]), hit["number"], hit["line"], what, old, new, quantity, conflict)

    quantity = _quantity(row.quantity)
    if row.quantity and quantity is None:
        yield RowProblem(row.row, tr("“{text}” is no quantity.", text=row.quantity[:40]))
    conflict = _conflict(row, hit)
    current: str | None = hit["current_promise"]
    confirmed = _as_day(row.confirmed, day, country) if row.confirmed else None
    if row.confirmed and confirmed is None:
        yield RowProblem(row.row, tr("“{text}” is no date.", text=row.confirmed[:40]))
    elif confirmed is not None:
        if day and confirmed < day:
            conflict = conflict or tr("This day was past already when we asked.")
        is_agreed = confirmed.isoformat() == current and hit["status"] == "open"
        yield change("promise", current, confirmed.isoformat(), None if is_agreed else conflict)
    elif (row.status == "confirmed" or quantity is not None) and current:
        yield change("promise", current, current, conflict)
    elif row.status == "confirmed" or quantity is not None:
        yield RowProblem(row.row, tr("The line is confirmed, but there is no date."))
    if re.fullmatch(r"[\d.]+[eE]\+?\d+", row.tracking):
        yield RowProblem(row.row, tr("“{text}” has lost the last digits of its number.", text=row.tracking))
    elif row.tracking:
        yield change("tracking", None, _inert(row.tracking), conflict)
    comment = ": ".join(part for part in (row.status, row.comment) if part and part != "confirmed")
    if comment:
        yield change("comment", None, _inert(comment), conflict)


def _conflict(row: ReturnedRow, hit: dict[str, Any]) -> str | None:
    """What happened since the workbook went out that its sender could not know."""
    if hit["status"] != "open":
        return (
            tr("The line was received meanwhile.")
            if hit["status"] == "received"
            else tr("The line was cancelled meanwhile.")
        )
    now = hit["current_promise"]
    if row.sent_promise is None or row.sent_promise == (now or ""):
        return None
    return tr(
        "The promise was {before} when we asked, and is {now} now.",
        before=_told(row.sent_promise),
        now=_told(now),
    )


def _told(day: str | None) -> str:
    try:
        return long_day(date.fromisoformat(day)) if day else tr("missing")
    except ValueError:  # a hidden cell that someone wrote into
        return str(day)


def _quantity(text: str) -> float | None:
    """A number, with or without its unit."""
    found = amount(re.sub(r"\s*[^\W\d_]+\.?$", "", text)) if text else None
    return found if found is not None and math.isfinite(found) and found >= 0 else None


def _as_day(text: str, day: date | None, country: str | None) -> date | None:
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text):  # a date cell that became a number: days since the end of 1899
        return _plausible(date(1899, 12, 30) + timedelta(days=int(text[:5])))
    try:
        return _plausible(date.fromisoformat(text[:10]))
    except ValueError:
        pass
    if day is None and not re.search(r"20\d\d", text):
        return None  # without the mail that it answers, nobody knows which year is meant
    found = find(text, day or date.today(), month_first=country == "US")
    return _plausible(found[0].day) if len(found) == 1 else None


def _plausible(day: date) -> date | None:
    return day if date(2000, 1, 1) < day < date(2100, 1, 1) else None


def _inert(text: str) -> str:
    """Text that no spreadsheet takes for a formula when it is exported again; a sign before a number stays."""
    return re.sub(r"^(?:[=@\t\r ]|[+-](?!\s*\d))+", "", text)
