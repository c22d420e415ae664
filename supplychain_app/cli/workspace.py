"""What commands share: which workspace, dates, progress on a terminal, and JSON on stdout."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from supplychain_app.domain.errors import WorkspaceError
from supplychain_app.domain.periods import YEARS
from supplychain_app.domain.progress import Report, silent
from supplychain_app.services import demo, recents
from supplychain_app.storage import database
from supplychain_app.storage.connection import Database

OpenWindow = Callable[[Path | None], int]
F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class Given:
    """What every command may need from the start of the line: how to open the window, and which workspace was named."""

    open_window: OpenWindow | None = None
    workspace: str | None = None


class Day(click.ParamType):  # type: ignore[type-arg, unused-ignore]
    """An ISO date, such as 2026-11-23, of the years in which periods before and after it can be told."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            day = date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is not a date. Write it as 2026-11-23.", param, ctx)
        if day.year not in YEARS:
            self.fail(f"“{value}” lies outside of the years {YEARS[0]} to {YEARS[-1]}.", param, ctx)
        return day


def workspace_option(function: F) -> F:
    """Adds --workspace to a command; also accepted before the command's name."""
    return click.option("--workspace", type=click.Path(), default=None, help="The workspace file (SQLite).")(function)


json_option = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout, nothing else.")
as_of_option = click.option("--as-of", type=Day(), default=None, help="As known on this day (default: today).")


def workspace_path(given: str | None) -> Path:
    """The file named here, before the command, opened last, or in SUPPLYCHAIN_WORKSPACE; else WorkspaceError."""
    context = click.get_current_context(silent=True)
    root = context.find_root().obj if context else None
    named = given or (root.workspace if isinstance(root, Given) else None)
    if named:
        return Path(named)
    last = recents.recent_files()
    if last:
        return last[0]
    if os.environ.get("SUPPLYCHAIN_WORKSPACE"):
        return Path(os.environ["SUPPLYCHAIN_WORKSPACE"])
    raise WorkspaceError("No workspace yet. Name one with --workspace FILE, or make one with `import` or `demo`.")


@contextmanager
def opened(given: str | None, *, create: bool = False) -> Iterator[Database]:
    """The workspace, opened for one command."""
    path = workspace_path(given)
    db = database.open_file(path, create=create)
    recents.remember(path)
    try:
        yield db
    finally:
        db.close()


def today_of(db: Database) -> date:
    """The day that is today in this workspace: a demo has its own, so that it never grows stale."""
    return demo.day_in(db) or date.today()


def print_json(document: Any) -> None:
    """Print one JSON document; dates as ISO 8601."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if hasattr(value, "item"):  # a numpy scalar
        return value.item()
    raise TypeError(f"cannot write {type(value).__name__} as JSON")


def progress() -> Report:
    """Reports on stderr when that is a terminal, else nowhere."""
    if not sys.stderr.isatty():
        return silent

    def report(done: int, total: int, note: str) -> None:
        share = f"{done:,}/{total:,}" if total else f"{done:,}"
        click.echo(f"\r\033[K{note} {share}", err=True, nl=done >= total > 0)

    return report


def print_table(headers: list[str], rows: list[list[str]]) -> None:
    """A plain table for a terminal: text left, figures right."""
    if not rows:
        return
    widths = [max(len(str(row[i])) for row in [headers, *rows]) for i in range(len(headers))]
    figures = [all(_is_figure(str(row[i])) for row in rows) for i in range(len(headers))]
    for row in [headers, *rows]:
        cells = (str(c).rjust(w) if f else str(c).ljust(w) for c, w, f in zip(row, widths, figures, strict=True))
        click.echo("  ".join(cells).rstrip())


def _is_figure(text: str) -> bool:
    return not text.strip("0123456789.,+-−–%<> ") or text in ("", "—")
