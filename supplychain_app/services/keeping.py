"""Keeps Today and the forecasts of a large workspace in its file, so that the window shows them at once.

Working them out anew reads the whole history. In a small workspace that takes no time worth saving; in a large one it
is done by a second process (the same program), so that the window neither waits nor needs the memory.
"""

import functools
import json
import os
import sys
import threading
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from supplychain_app.domain.errors import AppError
from supplychain_app.domain.line_story import Foreseen
from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.language import LANGUAGE_VARIABLE, spoken, tr
from supplychain_app.reports.next_steps import NextStep
from supplychain_app.services.worklist_rows import Gathered, Owners, SinceImport, Worklist, WorkRow, arrange
from supplychain_app.storage import database, kept, revisions
from supplychain_app.storage.connection import Database

if TYPE_CHECKING:
    from supplychain_app.services.knowledge import Knowledge

LARGE = 100_000  # order lines
LEVELS = (0.1, 0.5, 0.8, 0.9)
_QUESTION, _WEEK_BEFORE = "today, shortened", "a week before"
_WAIT = 0.2  # seconds between two looks at the second process


@dataclass(frozen=True)
class Today:
    """What is known of a day's worklist: None where nothing was worked out yet, and whether it is up to date."""

    worklist: Worklist | None
    fresh: bool


def today(db: Database, *, today: date, owner: str | None = None) -> Today:
    """The worklist of a day: built where that is quick, else as it was kept last."""
    if kept.lines(db) < LARGE:
        from supplychain_app.services import worklist

        return Today(worklist.build(db, today=today, owner=owner), True)
    found = kept.read(db, _QUESTION)
    if found is None:
        return Today(None, False)
    fresh = found.as_of == today and found.revision == _revision(db)
    return Today(arrange(db, _gathered(found.answer), owner=owner), fresh)


def forecast_of(db: Database, line_id: int, *, today: date) -> Foreseen:
    """The forecast of one open line: worked out, or in a large workspace as it was kept last."""
    if kept.lines(db) < LARGE:
        from supplychain_app.services import forecasting

        found = forecasting.forecast(db, as_of=today, levels=LEVELS, line_ids=[line_id])
        return Foreseen(dict(found[0].quantiles), found[0].basis, found[0].p_late) if found else Foreseen({})
    row = kept.forecast(db, line_id)
    if row is None:
        return Foreseen({})
    days = zip(LEVELS, row.days, strict=True)
    return Foreseen({level: date.fromisoformat(day) for level, day in days if day is not None}, row.basis, row.p_late)


def keep_columns(db: Database) -> None:
    """In a large workspace, keep the columns that figures read: reading them from the rows takes seconds."""
    if kept.lines(db) >= LARGE:
        from supplychain_app.storage import facts, open_lines

        facts.keep(db)
        open_lines.keep(db)


def keep(db: Database, *, today: date, report: Report = silent, cancelled: IsCancelled = never) -> None:
    """Bring the forecasts and Today that are kept in the file up to date."""
    from supplychain_app.services import kept_forecasts, kept_today
    from supplychain_app.services.knowledge import Knowledge

    keep_columns(db)
    facts, revision = revisions.text(db), _revision(db)
    knowledge = Knowledge()
    known = kept_today.before(db)
    touched = kept_today.touched(db, known, today=today)
    report(0, 2, tr("Forecasting open lines"))
    if not kept_forecasts.renew(db, knowledge, today=today, suppliers=touched, cancelled=cancelled):
        touched = None
    report(1, 2, tr("Looking at every open line"))
    before, rests_on = _week_before(db, knowledge, today=today)
    stop_if(cancelled)
    made = kept_today.make(db, known, touched, knowledge, today=today, revision=facts)
    stop_if(cancelled)
    now = database.now_utc()
    with database.writing(db, nouns=frozenset()):
        kept.save(db, _WEEK_BEFORE, kept.Kept(today, rests_on, json.dumps(before)), now=now)
        answer = kept_today.save(db, made, before, now=now)
        kept.save(db, _QUESTION, kept.Kept(today, revision, answer), now=now)
    report(2, 2, tr("Kept"))


def _week_before(db: Database, knowledge: "Knowledge", *, today: date) -> tuple[Owners, str]:
    """How many rows stood a week ago, and what that rests on.

    What is written now hardly changes it: counted once a day, and with new receipts.
    """
    from supplychain_app.services import worklist

    rests_on = f"{kept.experience_rests_on(db)} {worklist.thresholds(db)}"
    counted = kept.read(db, _WEEK_BEFORE)
    if counted is not None and (counted.as_of, counted.revision) == (today, rests_on):
        return json.loads(counted.answer), rests_on
    return worklist.week_before(db, knowledge, today=today), rests_on


def keep_apart(path: Path, *, today: date, report: Report = silent, cancelled: IsCancelled = never) -> None:
    """The same in a process of its own; cancelling ends it, and leaves the file as it was."""
    import subprocess

    report(0, 0, tr("Looking at every open line"))
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "supplychain_app"]
    chosen = ["--workspace", str(path.absolute()), "--as-of", today.isoformat()]
    command = [*program, "keep-figures", "--attached", *chosen]
    ours, held = os.pipe()  # the system lets go of `held` with this process, however that ends
    try:
        with subprocess.Popen(
            command,
            stdin=ours,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
            env=os.environ | {LANGUAGE_VARIABLE: spoken()},
        ) as process:
            while True:
                try:
                    _, said = process.communicate(timeout=_WAIT)
                    break
                except subprocess.TimeoutExpired:
                    if cancelled():
                        process.terminate()
    finally:
        os.close(ours)
        os.close(held)
    stop_if(cancelled)
    if process.returncode:
        raise AppError(said.strip().removeprefix("supplychain-app: ") or tr("The figures could not be worked out."))


def end_with_parent() -> None:
    """From now on this process ends, whatever it does, when the one that holds its standard input is gone."""

    def watch() -> None:
        while os.read(0, 1):
            pass
        os._exit(1)  # a transaction under way is rolled back by whoever opens the file next

    threading.Thread(target=watch, daemon=True).start()


def _revision(db: Database) -> str:
    """Of the facts, and of the language that the rows are said in."""
    return f"{kept.revision(db)} {spoken()}"


@functools.lru_cache(maxsize=1)  # a large workspace asks for the same again after every edit
def _gathered(kept_answer: str) -> Gathered:
    answer = json.loads(kept_answer)
    since = answer["since_last_import"]
    if since is not None:
        since = SinceImport(**since | {"received_on": date.fromisoformat(since["received_on"])})
    return Gathered(
        day=date.fromisoformat(answer["day"]),
        rows=tuple(map(_work_row, answer["rows"])),
        before=answer["before"],
        since_last_import=since,
        more=answer["more"],
        headline=answer["headline"],
    )


def _work_row(values: dict[str, Any]) -> WorkRow:
    due = values["due"]
    return WorkRow(
        **values
        | {
            "next_step": NextStep(values["next_step"]),
            "due": None if due is None else date.fromisoformat(due),
            "line_ids": tuple(values["line_ids"]),
            "question_ids": tuple(values["question_ids"]),
        }
    )
