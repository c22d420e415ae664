"""Scorecards and tables that leave the workspace, on the command line."""

from datetime import date
from pathlib import Path

import click

from supplychain_app.cli.workspace import (
    as_of_option,
    json_option,
    opened,
    print_json,
    progress,
    today_of,
    workspace_option,
)
from supplychain_app.domain import periods
from supplychain_app.services import exporting, scorecards


@click.command("scorecards")
@workspace_option
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder to write to.")
@click.option("--supplier", "suppliers", multiple=True, help="Code or name; may be given more than once.")
@click.option(
    "--period", default=None, help="2026Q3, 2026, 2026-07 or two dates A..B (default: the last whole quarter)."
)
@click.option("--format", "formats", default="pdf,xlsx", show_default=True, help="Of pdf, xlsx and csv.")
@click.option("--paper", type=click.Choice(["A4", "Letter"]), default="A4", show_default=True)
@as_of_option
@json_option
def scorecards_command(
    workspace: str | None,
    out: Path,
    suppliers: tuple[str, ...],
    period: str | None,
    formats: str,
    paper: str,
    as_of: date | None,
    as_json: bool,
) -> None:
    """Write the scorecards of suppliers; without --supplier, of all that had lines due."""
    with opened(workspace) as db:
        day = as_of or today_of(db)
        written = scorecards.export(
            db,
            out,
            suppliers=scorecards.resolve(db, suppliers) if suppliers else None,
            period=periods.parse(period) if period else scorecards.usual_period(db, day),
            formats=[name.strip().lower() for name in formats.split(",") if name.strip()],
            as_of=day,
            sheet=paper,
            report=progress(),
        )
    if as_json:
        print_json({"files": [str(path) for path in written]})
        return
    for path in written:
        click.echo(path)


@click.command("export")
@workspace_option
@click.argument("table")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help=".csv, .xlsx or .ics")
@as_of_option
def export_command(workspace: str | None, table: str, out: Path, as_of: date | None) -> None:
    """Write one table: orders, shipments, lead-times, arrivals, promises, receipts, suppliers, today …"""
    with opened(workspace) as db:
        click.echo(exporting.export(db, table, out, as_of=as_of or today_of(db), report=progress()))
