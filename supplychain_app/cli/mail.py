"""The commands about mails: what one says, drafts that chase suppliers, and workbooks that came back."""

from contextlib import nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from supplychain_app.cli.workspace import (
    json_option,
    opened,
    print_json,
    print_table,
    today_of,
    workspace_option,
    workspace_path,
)
from supplychain_app.domain.errors import AppError, InvalidInput, WorkspaceError
from supplychain_app.services import chasing, corresponding, reply_reading, replying, unpacking

if TYPE_CHECKING:
    from supplychain_app.services import sending


@click.command("read-mail")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@workspace_option
@json_option
def read_mail_command(files: tuple[Path, ...], workspace: str | None, as_json: bool) -> int:
    """What would be suggested from a mail: orders and lines, dates, quantities, tracking numbers. Writes nothing."""
    readings: list[corresponding.MailReading] = []
    problems = 0
    path = _workspace_if_any(workspace)
    with TemporaryDirectory(prefix="inbound-") as folder, opened(str(path)) if path else nullcontext() as db:
        unpacked = unpacking.opened(files, Path(folder))
        for note in unpacked.notes:
            click.echo(f"supplychain-app: {note}", err=True)
        problems += len(unpacked.notes)
        today = today_of(db) if db is not None else date.today()
        for file in unpacked.files:
            problems += _read(db, file, readings, today, alone=len(unpacked.files) == 1)
    documents = [_document(one) for one in readings]
    if as_json:
        print_json(documents[0] if len(documents) == 1 else documents)
    else:
        for one in readings:
            click.echo(f"{one.file}: {one.supplier or 'unknown sender'} – {one.subject}")
            rows = [
                [
                    s.purchase_order or "?",
                    s.line or "",
                    s.promised_on.isoformat(),
                    s.kind,
                    f"{s.confidence:.2f}",
                    s.words,
                ]
                for s in one.suggestions
            ]
            print_table(["Order", "Line", "Date", "Kind", "Sure", "Words"], rows)
            for number in one.tracking_numbers:
                click.echo(f"Tracking number: {number}")
            for question in one.questions:
                click.echo(f"Question: {question}")
            for name in one.workbooks:
                click.echo(f"Returned workbook: {name}")
            for note in one.notes:
                click.echo(f"Note: {note}")
    return 1 if problems else 0


@click.command("chase")
@click.option("--supplier", default=None, help="Code or name; default: everyone with lines that need it.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for the drafts.")
@click.option("--send", is_flag=True, help="Send the mails now instead of writing drafts.")
@click.option("--again", is_flag=True, help="With --send: also lines that a mail of today asks about.")
@workspace_option
def chase_command(supplier: str | None, out: Path | None, send: bool, again: bool, workspace: str | None) -> int:
    """One mail per supplier, with the open-order workbook attached: as a draft (.eml), or sent with --send."""
    if (out is None) == (not send) or (again and not send):
        raise InvalidInput("Say what to do with the mails: --out FOLDER writes drafts, --send sends them (not both).")
    now = datetime.now(UTC)
    with opened(workspace) as db:
        ids = chasing.suppliers_named(db, supplier) if supplier else None
        if out is None:
            from supplychain_app.services import sending  # the mail servers' libraries take a while to import

            return _send(sending.send_chases(db, supplier_ids=ids, today=today_of(db), now=now, again=again))
        drafts = chasing.chase(db, supplier_ids=ids, now=now, today=today_of(db), out=out)
    for draft in drafts:
        click.echo(f"{draft.path}: {draft.supplier}, {draft.lines} lines, {draft.language}")
    if not drafts:
        click.echo("Nothing to chase.")
    return 0


def _send(result: "sending.SendResult") -> int:
    for one in result.sent:
        click.echo(f"Sent to {one.to}: {one.supplier}, {one.lines} lines. {one.note}".rstrip())
    for supplier, reason in result.not_sent:
        click.echo(f"Not sent: {supplier}: {reason}", err=True)
    for supplier, reason in result.unsure:
        click.echo(f"Perhaps sent: {supplier}: {reason}", err=True)
    click.echo(result.summary)
    return 1 if result.not_sent or result.unsure else 0


@click.command("read-reply")
@click.argument("workbook", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only show the changes.")
@workspace_option
@json_option
def read_reply_command(workbook: Path, dry_run: bool, workspace: str | None, as_json: bool) -> int:
    """The changes that a returned open-order workbook proposes; applied unless --dry-run."""
    now = datetime.now(UTC)
    with opened(workspace) as db:
        found = reply_reading.read_reply(db, workbook)
        applied = 0 if dry_run else replying.apply_reply(db, found, now=now).applied
    document = {
        "file": workbook.name,
        "supplier": found.supplier,
        "changes": [vars(change) for change in found.changes],
        "problems": [{"row": p.row, "reason": p.reason} for p in found.problems],
        "unchanged": found.unchanged,
        "missing": list(found.missing),
        "applied": applied,
    }
    if as_json:
        print_json(document)
    else:
        rows = [
            [c.purchase_order, c.line, c.field, str(c.old or ""), str(c.new), c.conflict or ""] for c in found.changes
        ]
        print_table(["Order", "Line", "What", "Old", "New", "Conflict"], rows)
        for problem in found.problems:
            click.echo(f"Row {problem.row}: {problem.reason}")
        if found.missing:
            click.echo(f"No longer in the workbook: {', '.join(found.missing)}")
        click.echo(f"{len(found.changes)} changes, {found.unchanged} rows unchanged, {applied} applied.")
    return 1 if found.problems else 0


def _workspace_if_any(given: str | None) -> Path | None:
    """The workspace when there is one; a mail can be read without. A file that was named must exist."""
    try:
        path = workspace_path(given)
    except WorkspaceError:
        return None
    named = given or click.get_current_context().find_root().obj
    return path if named or path.exists() else None


def _read(db: Any, file: Path, readings: list[corresponding.MailReading], today: date, *, alone: bool) -> int:
    try:
        readings += corresponding.read_mail(db, file, today=today)
    except AppError as error:
        if alone:
            raise
        click.echo(f"supplychain-app: {error}", err=True)
        return 1
    return 0


def _document(one: corresponding.MailReading) -> dict[str, Any]:
    return {
        "file": one.file,
        "supplier": one.supplier,
        "subject": one.subject,
        "suggestions": [
            {
                "purchase_order": s.purchase_order,
                "line": s.line,
                "material": s.material,
                "promised_on": s.promised_on,
                "quantity": s.quantity,
                "kind": s.kind,
                "words": s.words,
                "confidence": s.confidence,
                "context": s.context,
            }
            for s in one.suggestions
        ],
        "tracking_numbers": list(one.tracking_numbers),
        "questions": list(one.questions),
        "orders": list(one.orders),
        "cannot_ship": one.cannot_ship,
        "out_of_office": one.out_of_office,
        "notes": list(one.notes),
        "workbooks": list(one.workbooks),
    }
