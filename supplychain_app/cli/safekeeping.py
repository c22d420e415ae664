"""Commands that keep the file safe: check, backup, restore."""

from pathlib import Path

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
from supplychain_app.services import data_quality, safekeeping


@click.command("check")
@workspace_option
@json_option
def check_command(workspace: str | None, as_json: bool) -> int:
    """Check the file's integrity and the quality of its data."""
    with opened(workspace) as db:
        integrity = safekeeping.integrity(db)
        findings = data_quality.findings(db, today=today_of(db))
    if as_json:
        shown = [{"check": f.check, "lines": f.lines, "hides": f.hides} for f in findings]
        print_json({"integrity": integrity, "findings": shown})
    else:
        click.echo(f"File: {integrity}")
        print_table(["lines", "what", "what it hides"], [[f"{f.lines:,}", f.check, f.hides] for f in findings])
    return 0 if integrity == "ok" else 1


@click.command("backup")
@click.argument("out", type=click.Path(path_type=Path))
@workspace_option
def backup_command(out: Path, workspace: str | None) -> None:
    """Write a consistent copy of the workspace to OUT; the app may be open."""
    with opened(workspace) as db:
        safekeeping.back_up(db, out)
    click.echo(f"Backed up to {out}.")


@click.command("restore")
@click.argument("backup", type=click.Path(path_type=Path))
@workspace_option
def restore_command(backup: Path, workspace: str | None) -> None:
    """Put BACKUP in the place of the workspace; what stood there is kept beside it."""
    kept = safekeeping.restore(backup, workspace_path(workspace))
    click.echo(f"Restored. The former file is kept as {kept}." if kept else "Restored.")
