"""Imports any export of orders, receipts, shipments, suppliers, materials or communications, with a preview and a way back."""  # noqa: E501

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from supplychain_app.domain.errors import ImportRefused, InvalidInput
from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.domain.shipments import utc_text
from supplychain_app.exchange import recognition
from supplychain_app.exchange.columns import ColumnMatch
from supplychain_app.exchange.recognition import ColumnsUnclear, Reading
from supplychain_app.exchange.records import Reject
from supplychain_app.exchange.tables import Skipped
from supplychain_app.language import tr
from supplychain_app.services import import_messages, import_nouns, import_orders, import_receipts, import_sheet
from supplychain_app.services.import_job import Done, Job, MessageJob
from supplychain_app.services.import_messages import MessageFile
from supplychain_app.services.vanished import VanishedLine, answer_vanished, vanished
from supplychain_app.storage import database, import_runs, import_undo
from supplychain_app.storage.connection import Database
from supplychain_app.storage.import_runs import Run as ImportRun

__all__ = [
    "MESSAGE_KINDS",
    "ColumnMatch",
    "ImportResult",
    "ImportRun",
    "Preview",
    "Reject",
    "VanishedLine",
    "answer_vanished",
    "import_file",
    "offer",
    "preview",
    "runs",
    "undo",
    "vanished",
]

MESSAGE_KINDS = import_messages.KINDS


@dataclass(frozen=True)
class Preview:
    """What an import does, or would do."""

    file: Path
    kind: str
    layout: str | None
    header_row: int
    rows: int
    mapping: tuple[ColumnMatch, ...]
    date_orders: dict[str, str]
    added: int
    changed: int
    promises_moved: int
    vanished: int
    unchanged: int
    rejected: tuple[Reject, ...]
    samples: tuple[dict[str, Any], ...] = ()
    skipped: tuple[Skipped, ...] = ()
    columns: tuple[str, ...] = ()  # every column of the file, for mapping by hand
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    problem: str = ""  # why nothing of it can be imported yet
    remembered: bool = False  # the mapping was confirmed for an earlier file with these headers


@dataclass(frozen=True)
class ImportResult(Preview):
    """A preview that came true."""

    import_id: int = 0
    is_new: bool = True  # False: this very file was imported before


class _PreviewOnly(Exception):
    """Ends the transaction of a preview, so that nothing of it stays."""


def preview(
    db: Database,
    path: Path,
    *,
    kind: str = "auto",
    mapping: dict[str, str] | None = None,
    sheet: str | None = None,
    received_at: datetime | None = None,
    report: Report = silent,
    cancelled: IsCancelled = never,
) -> Preview:
    """What importing the file would do: the import is made and taken back in one transaction, so that it is exact.

    mapping: field -> column, for columns chosen by hand. received_at: when we got the file (default: now).
    """
    result = _run(
        db,
        path,
        kind=kind,
        mapping=mapping,
        sheet=sheet,
        received_at=received_at,
        report=report,
        cancelled=cancelled,
        apply=False,
    )
    fields = {name: getattr(result, name) for name in Preview.__dataclass_fields__}
    return Preview(**fields)


def offer(db: Database, path: Path, **options: Any) -> Preview:
    """The preview of a file; where its columns are not clear, what there is to choose from, and the problem."""
    try:
        return preview(db, path, **options)
    except ColumnsUnclear as unclear:
        return Preview(
            file=Path(path),
            kind=unclear.found.kind,
            layout=unclear.found.layout,
            header_row=unclear.table.header_row,
            rows=unclear.table.rows,
            mapping=unclear.matches,
            date_orders={},
            added=0,
            changed=0,
            promises_moved=0,
            vanished=0,
            unchanged=0,
            rejected=unclear.rejects,
            columns=tuple(unclear.table.headers),
            sheet=unclear.table.sheet,
            sheets=unclear.sheets,
            problem=unclear.what,
        )


def import_file(
    db: Database,
    path: Path,
    *,
    kind: str = "auto",
    mapping: dict[str, str] | None = None,
    sheet: str | None = None,
    received_at: datetime | None = None,
    report: Report = silent,
    cancelled: IsCancelled = never,
) -> ImportResult:
    """Import a file, whole or not at all; `undo` takes it back. The same file twice adds nothing."""
    return _run(
        db,
        path,
        kind=kind,
        mapping=mapping,
        sheet=sheet,
        received_at=received_at,
        report=report,
        cancelled=cancelled,
        apply=True,
    )


def undo(db: Database, import_id: int) -> None:
    """Take an import back: what it added goes, what it changed returns. Refuses where later imports or notes rest on it."""  # noqa: E501
    with database.writing(db):
        import_undo.undo(db, import_id)


def runs(db: Database) -> list[ImportRun]:
    """Every import, newest first; those taken back too."""
    return import_runs.runs(db)


def _run(
    db: Database,
    path: Path,
    *,
    kind: str,
    mapping: dict[str, str] | None,
    sheet: str | None,
    received_at: datetime | None,
    report: Report,
    cancelled: IsCancelled,
    apply: bool,
) -> ImportResult:
    path = Path(path)
    moment = (received_at or datetime.now(UTC)).astimezone(UTC)
    messages = import_messages.opened(path, kind=kind)
    if messages is not None:
        return _settled(db, lambda: _apply_messages(db, messages, moment, report, cancelled), apply=apply)
    choices = recognition.read_tables(path, sheet=sheet, report=report, cancelled=cancelled)
    remembered = False
    if mapping is None:
        for table in choices:
            known = import_runs.remembered_mapping(db, recognition.signature(table))
            if known and kind in ("auto", known[0]):
                kind, mapping, remembered, choices = known[0], known[1], True, [table]
                break
    sheets = tuple(table.sheet for table in choices)
    try:
        reading = recognition.interpret(path, choices, kind=kind, mapping=mapping, report=report, cancelled=cancelled)
        chosen = {} if remembered else dict(mapping or {})
        result = _settled(db, lambda: _apply(db, reading, moment, chosen, report, cancelled), apply=apply)
    except ColumnsUnclear as unclear:
        unclear.sheets = sheets
        raise
    return replace(result, sheets=sheets, remembered=remembered)


def _settled(db: Database, work: Callable[[], ImportResult], *, apply: bool) -> ImportResult:
    """Do it whole or not at all; a preview does it and takes it back."""
    result: ImportResult | None = None
    try:
        with database.writing(db):
            result = work()
            if not apply:
                raise _PreviewOnly
    except _PreviewOnly:
        pass
    assert result is not None
    return result


def _apply_messages(
    db: Database, file: MessageFile, moment: datetime, report: Report, cancelled: IsCancelled
) -> ImportResult:
    base = ImportResult(
        file=file.path,
        kind=file.kind,
        layout=file.layout,
        header_row=0,
        rows=file.rows,
        mapping=(),
        date_orders={},
        added=0,
        changed=0,
        promises_moved=0,
        vanished=0,
        unchanged=0,
        rejected=(),
    )
    earlier = import_runs.earlier_run(db, file.sha256, file.kind, {})
    if earlier is not None:
        return _imported_before(base, earlier[0], file.rows)
    import_id = import_runs.start_run(
        db,
        file_name=file.path.name,
        sha256=file.sha256,
        kind=file.kind,
        layout=file.layout,
        received_at=utc_text(moment),
        mapping={},
    )
    done = file.apply(MessageJob(db, import_id, file.path.name, moment, report, cancelled))
    if done.rejects and not (done.added or done.changed or done.promises_moved or done.unchanged):
        first = done.rejects[0]
        raise ImportRefused(tr("Nothing in {name} could be used: {reason}.", name=file.path.name, reason=first.reason))
    return _finished(db, base, import_id, done)


def _imported_before(base: ImportResult, import_id: int, rows: int) -> ImportResult:
    note = tr("this very file was imported before (import {import_id}): nothing is added twice", import_id=import_id)
    return replace(base, import_id=import_id, is_new=False, unchanged=rows, notes=(*base.notes, note))


def _finished(db: Database, base: ImportResult, import_id: int, done: Done) -> ImportResult:
    """Close an import's run with its counts and rejects."""
    rejected = sorted([*base.rejected, *done.rejects], key=lambda r: r.row)
    skipped = sorted([*base.skipped, *done.skipped], key=lambda r: r.row)
    counts = {
        "rows": base.rows,
        "added": done.added,
        "changed": done.changed,
        "promises_moved": done.promises_moved,
        "vanished": done.vanished,
        "unchanged": done.unchanged,
        "rejected": len(rejected),
        "skipped": len(skipped),
    }
    import_runs.finish_run(db, import_id, counts, ((r.row, r.column, r.reason, None) for r in rejected))
    return replace(
        base,
        import_id=import_id,
        added=done.added,
        changed=done.changed,
        promises_moved=done.promises_moved,
        vanished=done.vanished,
        unchanged=done.unchanged,
        rejected=tuple(rejected),
        skipped=tuple(skipped),
        samples=tuple(done.samples),
        notes=(*base.notes, *done.notes),
    )


def _apply(
    db: Database, reading: Reading, moment: datetime, chosen: dict[str, str], report: Report, cancelled: IsCancelled
) -> ImportResult:
    records, kind = reading.records, reading.found.kind
    mapping = {match.column: match.field for match in records.matches}
    base = ImportResult(
        file=reading.path,
        kind=kind,
        layout=reading.found.layout,
        header_row=reading.table.header_row,
        rows=reading.table.rows,
        mapping=records.matches,
        date_orders=records.date_orders,
        added=0,
        changed=0,
        promises_moved=0,
        vanished=0,
        unchanged=0,
        rejected=tuple(records.rejects),
        skipped=tuple(records.skipped),
        columns=tuple(reading.table.headers),
        sheet=reading.table.sheet,
        notes=reading.notes,
    )
    if chosen:
        import_runs.remember_mapping(db, reading.signature, kind, chosen)
    earlier = import_runs.earlier_run(db, reading.sha256, kind, mapping)
    if earlier is not None:
        return _imported_before(base, earlier[0], len(records))
    received = utc_text(moment)
    import_id = import_runs.start_run(
        db,
        file_name=reading.path.name,
        sha256=reading.sha256,
        kind=kind,
        layout=reading.found.layout,
        received_at=received,
        mapping=mapping,
    )
    report(0, len(records), tr("Comparing with what is known"))
    stop_if(cancelled)
    job = Job(db, import_id, records, reading.path.name, moment.date(), report, cancelled)
    if kind == "orders":
        done = import_orders.orders(job, out_of_order=import_runs.is_out_of_order(db, kind, received))
    elif kind == "receipts":
        done = import_receipts.receipts(job)
    else:
        done = {
            "shipments": import_sheet.shipments_with_steps,
            "suppliers": import_nouns.suppliers,
            "materials": import_nouns.materials,
            "communications": import_nouns.communications,
        }[kind](job)
    stop_if(cancelled)
    if not len(records) and (base.rejected or done.rejects):
        first = min([*base.rejected, *done.rejects], key=lambda r: r.row)
        what = tr(
            "Every row of {name} was rejected; row {row}, column “{column}”: {reason}.",
            name=reading.path.name,
            row=first.row,
            column=first.column,
            reason=first.reason,
        )
        hint = tr("Choose other columns with --map FIELD=COLUMN.")
        rejects = (*base.rejected, *done.rejects)
        raise ColumnsUnclear(what, hint, reading.table, reading.found, records.matches, rejects)
    report(len(records), len(records), tr("Imported"))
    return _finished(db, base, import_id, done)


def parse_mapping(pairs: list[str]) -> dict[str, str]:
    """FIELD=COLUMN pairs as typed; InvalidInput for anything else.

    >>> parse_mapping(["purchase_order=PO #"])
    {'purchase_order': 'PO #'}
    """
    found: dict[str, str] = {}
    for pair in pairs:
        match = re.fullmatch(r"\s*([a-z_]+)\s*=\s*(.+?)\s*", pair)
        if match is None:
            raise InvalidInput(tr("“{pair}” is not FIELD=COLUMN, such as purchase_order=“PO number”.", pair=pair))
        found[match[1]] = match[2]
    return found
