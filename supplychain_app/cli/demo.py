"""Makes the demo workspace, shows what it finds, and opens it."""

from datetime import date
from pathlib import Path

import click

from supplychain_app.cli.today import print_worklist
from supplychain_app.cli.window import has_display, open_command
from supplychain_app.cli.workspace import Day, print_table, progress
from supplychain_app.domain.periods import year_to
from supplychain_app.reports.words import STAGES
from supplychain_app.services import demo, insight, recents, worklist
from supplychain_app.storage import database
from supplychain_app.storage.connection import Database


@click.command("demo")
@click.option("--workspace", type=click.Path(dir_okay=False, path_type=Path), default=None, help="Where to make it.")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), default=None, help="For charts and scorecards."
)
@click.option("--lines", type=click.IntRange(100, 200_000), default=demo.LINES, show_default=True)
@click.option("--as-of", type=Day(), default=demo.AS_OF, show_default=True, help="The day that is today in the demo.")
@click.option("--headless", is_flag=True, help="Do not open the window.")
def demo_command(workspace: Path | None, out: Path | None, lines: int, as_of: date, headless: bool) -> int:
    """Make a demo workspace from invented ERP exports, mails and carriers, and open it."""
    path = workspace or demo.default_path()
    folder = path.with_name(f"{path.stem} files")
    click.echo(f"Making the demo: an invented manufacturer, {lines:,} order lines, eighteen months up to {as_of}.")
    made = demo.make(path, folder, lines=lines, as_of=as_of, report=progress())
    click.echo(
        f"Imported {made.files} files ({made.rows_read:,} rows, {made.rejected} rejected) and {made.mails} mails, "
        f"and asked the simulated carriers {made.pulled_units:,} times."
    )
    for problem in made.problems[:5]:
        click.echo(f"  {problem}", err=True)
    recents.remember(path)
    target = out or folder.with_name(f"{path.stem} reports")
    db = database.open_file(path)
    try:
        print_worklist(worklist.build(db, today=as_of), limit=3)
        _print_weak_links(db, as_of)
        _write_reports(db, target, as_of)
    finally:
        db.close()
    click.echo(f"\nWorkspace: {path}\nFiles it was made from: {folder}\nCharts and scorecards: {target}")
    if headless or not has_display():
        if not headless:
            click.echo("There is no display, so the window stays closed.")
        return 0
    opened = click.get_current_context().invoke(open_command, file=path)
    return int(opened or 0)


def _print_weak_links(db: Database, as_of: date) -> None:
    for by, title in (("stage", "stage"), ("supplier", "supplier"), ("lane", "lane")):
        found = insight.weak_links(db, by=by, period=year_to(as_of), as_of=as_of)
        click.echo(
            f"\nWeak links by {title}, last twelve months: {found.late_days:,.0f} days late on {found.n:,} lines"
        )
        rows = [
            [
                STAGES.get(link.name, link.name),
                f"{link.days_lost:,.0f}",
                f"{link.days_lost_share:.0%}",
                f"{link.n:,}",
                "certain" if link.ranked else "",
            ]
            for link in found.links[:5]
        ]
        print_table([title, "days lost", "share", "lines", "place"], rows)


def _write_reports(db: Database, out: Path, as_of: date) -> None:
    from supplychain_app.services import charts, scorecards

    charts.write_charts(db, out / "charts", as_of=as_of)
    worst = insight.weak_links(db, by="supplier", period=year_to(as_of), as_of=as_of).links[:3]
    suppliers = [link.id for link in worst if link.id is not None]
    scorecards.export(
        db,
        out / "scorecards",
        suppliers=suppliers,
        period=scorecards.last_quarter(as_of),
        formats=("pdf", "xlsx"),
        as_of=as_of,
    )
