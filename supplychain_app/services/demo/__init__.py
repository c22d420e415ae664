"""The demo workspace: an invented manufacturer's eighteen months, written as the files a buyer has, and imported."""

import json
import sqlite3
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from supplychain_app.domain.errors import WorkspaceError
from supplychain_app.domain.progress import IsCancelled, Report, never, silent

if TYPE_CHECKING:
    from supplychain_app.services.demo.making import Demo
    from supplychain_app.storage.connection import Database

SEED = 20_261_123
AS_OF = date(2026, 11, 23)
LINES = 6_200
SETTING = "demo"  # the key under which a workspace says that it is a demo, and of which day


def default_path() -> Path:
    """Where the demo lives unless told otherwise; each run replaces it."""
    import platformdirs

    return platformdirs.user_data_path("supplychain-app") / "demo" / "hartwell-inbound.db"


def day_of(path: Path) -> date | None:
    """The day that is today in a demo workspace; None for any other file."""
    from supplychain_app.storage import database

    try:
        db = database.connect(path, read_only=True)
    except WorkspaceError:
        return None
    try:
        return day_in(db)
    except sqlite3.DatabaseError:
        return None
    finally:
        db.close()


def day_in(db: "Database") -> date | None:
    """The day that is today in this workspace when it is a demo."""
    from supplychain_app.storage import worklist

    try:
        return date.fromisoformat(json.loads(worklist.setting(db, SETTING) or "{}")["as_of"])
    except (KeyError, TypeError, ValueError):
        return None


def make(
    path: Path,
    folder: Path | None = None,
    *,
    lines: int = LINES,
    as_of: date = AS_OF,
    seed: int = SEED,
    report: Report = silent,
    cancelled: IsCancelled = never,
) -> "Demo":
    """Write the demo's files into `folder` (default: beside the workspace) and import them into a new one at `path`.

    A workspace that is there already is replaced when it is a demo; anything else is refused.
    """
    from supplychain_app.services.demo import making

    beside = folder or path.with_name(f"{path.stem} files")
    return making.make(path, beside, lines=lines, as_of=as_of, seed=seed, report=report, cancelled=cancelled)
