"""The command that opens the window."""

import os
import sys
from pathlib import Path

import click

from supplychain_app.domain.errors import AppError
from supplychain_app.services import recents


@click.command("open")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.pass_context
def open_command(ctx: click.Context, file: Path | None) -> int:
    """Open the window on FILE, else on the workspace opened last, else on the start screen."""
    given = ctx.find_root().obj
    if given.open_window is None or not has_display():
        raise AppError("There is no display to open a window on. Use the commands instead: supplychain-app --help.")
    named = file or (Path(given.workspace) if given.workspace else None)
    last = recents.recent_files()
    shown: int = given.open_window(named or (last[0] if last else None))
    return shown


def has_display() -> bool:
    """Whether a window could be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"))
