"""Today's rows of a large workspace, kept one by one: after edits by hand those of the touched suppliers are made anew.

What does not rest on single lines is kept beside them, with what all of it rests on: how long shipments usually wait,
and which lines each check of the data found. Where anything but noted edits was written since, all is made anew.
"""

import dataclasses
import json
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from supplychain_app.language import spoken
from supplychain_app.services import data_quality, worklist
from supplychain_app.services.data_quality import Finding
from supplychain_app.services.kept_forecasts import likely_late
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.services.worklist_desk import Waits, usual_waits
from supplychain_app.services.worklist_groups import build_rows, data_rows
from supplychain_app.services.worklist_rows import GROUPS, Owners, SinceImport, WorkRow, headline_said
from supplychain_app.storage import kept, noted_edits, revisions, today_rows, worklist_scope
from supplychain_app.storage import worklist as stored
from supplychain_app.storage.connection import Database
from supplychain_app.storage.today_rows import TodayRow

MOST_ROWS = 300  # of one group; the others are counted
MOST_LINES = 5_000  # that a row of "data to fix" names
_QUESTION = "beside the rows of today"


@dataclass(frozen=True)
class Before:
    """What is kept beside the rows, and what it rests on."""

    day: date
    revision: str  # of the facts
    rests_on: str  # of everything else
    usual: Waits
    findings: dict[str, list[int]] | None  # lines by check; None: they must be looked for anew


@dataclass(frozen=True)
class Made:
    """Rows made anew, those of some suppliers or of all, and what is kept beside them."""

    before: Before
    rows: list[TodayRow]
    of: frozenset[int] | None
    data: list[WorkRow]
    since: SinceImport | None


def before(db: Database) -> Before | None:
    """What was kept last; None: nothing."""
    found = kept.read(db, _QUESTION)
    if found is None:
        return None
    told = json.loads(found.answer)
    usual = {(kind, after): (half, most) for kind, after, half, most in told["usual"]}
    return Before(found.as_of, found.revision, told["rests_on"], usual, told["findings"])


def touched(db: Database, known: Before | None, *, today: date) -> frozenset[int] | None:
    """The suppliers whose rows must be made anew (0: none); None: everything."""
    if known is None or (known.day, known.rests_on) != (today, _rests_on(db)):
        return None
    suppliers = noted_edits.touched(db, since=known.revision, until=revisions.text(db))
    return None if suppliers is None else worklist_scope.together(db, suppliers)


def make(
    db: Database, known: Before | None, of: frozenset[int] | None, knowledge: Knowledge, *, today: date, revision: str
) -> Made:
    """The rows of these suppliers (None: of all), `known` being what was kept before."""
    usual = known.usual if known is not None and of is not None else usual_waits(db, today)
    limits = worklist.thresholds(db)
    stored.prepare(db, today, today=today)
    since = worklist.since_import(db, today)
    rows = build_rows(
        db,
        today,
        today=today,
        limits=limits,
        knowledge=knowledge,
        likely_late=likely_late(db, limits.late_probability, of),
        usual=usual,
        suppliers=of,
    )
    findings = _findings_again(db, known, of, knowledge, today=today)
    is_known = findings is not None or data_quality.is_known_by(db, knowledge.history(db), today)
    if findings is None:
        findings = data_quality.findings(db, today=today, knowledge=knowledge)
    by_check = {one.check: list(one.line_ids) for one in findings} if is_known else None
    beside = Before(today, revision, _rests_on(db), usual, by_check)
    return Made(beside, [_kept_row(row) for row in rows], of, data_rows(findings), since)


def save(db: Database, made: Made, compared: Owners | None, *, now: str) -> str:
    """Keep what was made, and answer with all of Today, shortened, as JSON; call inside `writing`."""
    today_rows.replace(db, made.rows, of=made.of)
    beside = made.before
    usual = [[*of, *days] for of, days in beside.usual.items()]
    told = json.dumps({"rests_on": beside.rests_on, "usual": usual, "findings": beside.findings})
    kept.save(db, _QUESTION, kept.Kept(beside.day, beside.revision, told), now=now)
    shown = [row for group in GROUPS for row in today_rows.first(db, group, MOST_ROWS)]
    data, more = _data_and_more(db, shown, made.data)
    answer = {
        "day": beside.day,
        "rows": [json.loads(row.answer) for row in shown] + [vars(row) for row in data],
        "before": compared,
        "since_last_import": None if made.since is None else dataclasses.asdict(made.since),
        "more": more,
        "headline": _headline(db) if more else "",
    }
    return json.dumps(answer, default=_plain)


def _rests_on(db: Database) -> str:
    """A text that is another one after anything but edits of open lines that rows rest on."""
    return f"{kept.experience_rests_on(db)} {kept.settings(db)} {spoken()}"


def _findings_again(
    db: Database, known: Before | None, of: Collection[int] | None, knowledge: Knowledge, *, today: date
) -> list[Finding] | None:
    if known is None or known.findings is None or of is None:
        return None
    return data_quality.again(db, known.findings, suppliers=of, today=today, knowledge=knowledge)


def _kept_row(row: WorkRow) -> TodayRow:
    return TodayRow(
        row.supplier_id or 0,
        row.group,
        row.score,
        row.key,
        row.owner or "",
        max(1, len(row.line_ids)),
        row.supplier,
        row.stops_production,
        row.cost_minor,
        row.currency,
        json.dumps(vars(row), default=_plain),
    )


def _data_and_more(db: Database, shown: Sequence[TodayRow], data: Sequence[WorkRow]) -> tuple[list[WorkRow], Owners]:
    """The rows about data as they are shown, and the rows and lines that are only counted.

    A row about very many lines (a field that most of them lack) goes without their names: its own screen has them.
    """
    rows: Counter[tuple[str, str]] = Counter()
    lines: Counter[tuple[str, str]] = Counter()
    for row in shown:
        rows[row.group, row.owner] += 1
        lines[row.group, row.owner] += row.lines
    more: Owners = {}
    for group, owner, count, of_lines in today_rows.owners(db):
        if left := count - rows[group, owner]:
            more.setdefault(group, {})[owner] = (left, of_lines - lines[group, owner])
    unnamed = sum(len(row.line_ids) - 1 for row in data if len(row.line_ids) > MOST_LINES)
    if unnamed:
        more["data"] = {"": (0, unnamed)}
    return [replace(row, line_ids=()) if len(row.line_ids) > MOST_LINES else row for row in data], more


def _headline(db: Database) -> str:
    urgent = [(group, *row) for group in ("past_due", "will_be_late") for row in today_rows.urgent(db, group)]
    return headline_said(urgent)


def _plain(value: object) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be kept")
