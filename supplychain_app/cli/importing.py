"""Commands that bring files in: import, undo, imports."""

from dataclasses import asdict
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from supplychain_app.cli.workspace import Day, json_option, opened, print_json, print_table, progress, workspace_option
from supplychain_app.domain.errors import AppError
from supplychain_app.services import importing, keeping, unpacking

KINDS = (
    "auto",
    "orders",
    "receipts",
    "shipments",
    "suppliers",
    "materials",
    "communications",
    *importing.MESSAGE_KINDS,
)
SHOWN = 20
SAMPLE = ("what", "order", "line", "old", "new")


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--kind", type=click.Choice(KINDS), default="auto", help="What the file holds (default: found out).")
@click.option("--map", "maps", multiple=True, metavar="FIELD=COLUMN", help="Say which column holds a field.")
@click.option("--sheet", default=None, help="The sheet of a workbook.")
@click.option("--received-at", type=Day(), default=None, help="When we got the file (default: now).")
@click.option("--dry-run", is_flag=True, help="Only show what would be done.")
@workspace_option
@json_option
def import_command(
    files: tuple[Path, ...],
    kind: str,
    maps: tuple[str, ...],
    sheet: str | None,
    received_at: date | None,
    dry_run: bool,
    workspace: str | None,
    as_json: bool,
) -> int:
    """Bring in exports of orders, receipts, shipments, suppliers, materials or communications; EDI; events.

    Files in a zip archive too. Each file is an import of its own, whole or not at all; one that fails does not hold
    up the others.
    """
    moment = datetime.combine(received_at, time(12), tzinfo=UTC) if received_at else None
    mapping = importing.parse_mapping(list(maps)) or None
    act = importing.preview if dry_run else importing.import_file
    documents: list[dict[str, object]] = []
    failed = rejected = 0
    with TemporaryDirectory(prefix="inbound-") as folder, opened(workspace, create=True) as db:
        unpacked = unpacking.opened(files, Path(folder))
        for note in unpacked.notes:
            failed += 1
            click.echo(f"supplychain-app: {note}", err=True)
        for file in unpacked.files:
            try:
                result = act(db, file, kind=kind, mapping=mapping, sheet=sheet, received_at=moment, report=progress())
            except AppError as error:
                failed += 1
                documents.append(_failure(file, str(error)))
                place = f"{file}: " if len(unpacked.files) > 1 else ""
                click.echo(f"supplychain-app: {place}{error}", err=True)
                continue
            rejected += len(result.rejected)
            documents.append(_document(result))
            if not as_json:
                _show(result, dry_run=dry_run)
        if not dry_run:
            keeping.keep_columns(db)
    if as_json:
        print_json({"files": documents})
    elif failed and len(documents) > 1:
        click.echo("Each file is an import of its own:")
        for document in documents:
            click.echo(f"  {document['file']}: {document['outcome']}")
    return 2 if failed else 1 if rejected else 0


def _failure(file: Path, reason: str) -> dict[str, object]:
    """A file that was left out whole, under the names of one that was imported."""
    nothing = dict.fromkeys(("rows", "added", "changed", "promises_moved", "vanished", "unchanged"), 0)
    return {
        "file": str(file),
        "outcome": "failed",
        "error": reason,
        "kind": None,
        "layout": None,
        "header_row": None,
        "mapping": [],
        "date_orders": {},
        **nothing,
        "rejected": [],
        "skipped": [],
        "notes": [],
        "sheet": None,
        "import_id": None,
    }


def _document(result: importing.Preview) -> dict[str, object]:
    return {
        "file": str(result.file),
        "outcome": "imported" if isinstance(result, importing.ImportResult) else "previewed",
        "error": None,
        "kind": result.kind,
        "layout": result.layout,
        "header_row": result.header_row,
        "rows": result.rows,
        "mapping": [asdict(match) for match in result.mapping],
        "date_orders": result.date_orders,
        "added": result.added,
        "changed": result.changed,
        "promises_moved": result.promises_moved,
        "vanished": result.vanished,
        "unchanged": result.unchanged,
        "rejected": [asdict(reject) for reject in result.rejected],
        "skipped": [asdict(skipped) for skipped in result.skipped],
        "notes": list(result.notes),
        "sheet": result.sheet,
        "import_id": result.import_id if isinstance(result, importing.ImportResult) else None,
    }


def _show(result: importing.Preview, *, dry_run: bool) -> None:
    source = f", as {result.layout} exports it" if result.layout else ""
    if result.header_row:
        click.echo(
            f"{result.file.name}: {result.kind}{source}; header in row {result.header_row}, {result.rows:,} rows"
        )
        print_table(["column", "is", "because"], [[m.column, m.field, m.evidence] for m in result.mapping])
    else:
        click.echo(
            f"{result.file.name}: {result.layout}, {result.rows:,} {'lines' if result.kind == 'edi' else 'events'}"
        )
        changes = [[str(sample[name] or "") for name in SAMPLE] for sample in result.samples[:SHOWN]]
        if changes:
            print_table(["what", "order" if result.kind == "edi" else "number", "line", "was", "becomes"], changes)
    for column, order in result.date_orders.items():
        click.echo(f"dates of {column}: {order}")
    for note in result.notes:
        click.echo(f"note: {note}")
    verb = "would be" if dry_run else "were"
    click.echo(
        f"{result.added:,} {verb} added, {result.changed:,} changed, {result.promises_moved:,} promises moved,"
        f" {result.vanished:,} vanished, {result.unchanged:,} unchanged, {len(result.rejected):,} rejected,"
        f" {len(result.skipped):,} rows are no data"
    )
    for reject in result.rejected[:SHOWN]:
        click.echo(f"  row {reject.row}, {reject.column}: {reject.reason}")
    if len(result.rejected) > SHOWN:
        click.echo(f"  … and {len(result.rejected) - SHOWN:,} more")
    if isinstance(result, importing.ImportResult):
        click.echo(f"This is import {result.import_id}; `undo {result.import_id}` takes it back.")


@click.command("undo")
@click.argument("import_id", type=int)
@workspace_option
def undo_command(import_id: int, workspace: str | None) -> int:
    """Take one import back."""
    with opened(workspace) as db:
        importing.undo(db, import_id)
    click.echo(f"Import {import_id} was taken back.")
    return 0


@click.command("imports")
@workspace_option
@json_option
def imports_command(workspace: str | None, as_json: bool) -> int:
    """List the imports of a workspace."""
    with opened(workspace) as db:
        found = importing.runs(db)
    if as_json:
        print_json({"imports": [asdict(run) for run in found]})
        return 0
    if not found:
        click.echo("Nothing has been imported yet.")
    rows = [
        [
            str(run.id),
            run.received_at[:10],
            run.kind,
            run.file_name,
            *(str(run.counts.get(name, 0)) for name in ("added", "changed", "promises_moved", "vanished", "rejected")),
            "taken back" if run.undone_at else "",
        ]
        for run in found
    ]
    print_table(["id", "received", "kind", "file", "added", "changed", "moved", "vanished", "rejected", ""], rows)
    return 0
