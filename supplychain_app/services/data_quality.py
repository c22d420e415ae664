"""What is missing or too good to be true in the data, what each gap hides, and which lines it is on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from supplychain_app.analytics import honesty
from supplychain_app.analytics.line_facts import MISSING, History, LineFacts
from supplychain_app.domain.calendars import Calendars
from supplychain_app.language import tr
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.storage import facts as stored
from supplychain_app.storage import findings as read
from supplychain_app.storage.connection import Database

QUIET_DAYS = 60
MOST_LOOKED_AT = 50_000  # lines, so that edits of a few suppliers leave the others alone
VANISHED = "vanished from the export"
BACKWARDS = "stages that run backwards"
OF_RECEIVED = frozenset({"exact-on-the-day promises", "receipts posted in batches"})
"""Checks that look at all received lines together, and at no others."""


@dataclass(frozen=True)
class Finding:
    """One check that fired: on how many lines, and what it hides."""

    check: str
    lines: int
    hides: str
    line_ids: tuple[int, ...]
    share: float | None = None  # of the lines the check looks at


HIDES = {
    "exact-on-the-day promises": tr(
        "Dates edited to the arrival afterwards: suppliers look more punctual than they are."
    ),
    "delivery date = order date": tr("A dummy promise: lead times and lateness against it mean nothing."),
    "promise always = required": tr("The required date was copied; what the supplier can really do is not known."),
    "receipts posted in batches": tr("Goods stood unbooked for days: suppliers look later than they are."),
    "missing sent date": tr("Lead times cannot be measured: another date stands in, or the line is left out."),
    "missing promise": tr("Nobody can say whether these lines are late; the forecast uses lead times alone."),
    "missing required date": tr("Whether our need is met cannot be judged."),
    "missing supplier": tr("These lines count for no supplier."),
    "possible duplicates": tr("The same need may be ordered twice, or a line counted twice."),
    "weekend dates": tr("Promises on days without work are placeholders or typing errors."),
    "promised while closed": tr(
        "Nobody is at work there on that day: the goods leave before, or the date was not checked. Ask."
    ),
    "arrived before it was ordered": tr(
        "Negative lead times: the order was written afterwards, or a date was misread."
    ),
    BACKWARDS: tr("Events in an impossible order: what stages took, and where days were lost, is wrong there."),
    "dates out of range": tr(
        "Years that cannot be right, or lead times of years: typing errors, misread dates. Lead times leave them out."
    ),
    "received after today": tr(
        "Figures count them as open until that day, Today and Orders as received: not here yet, or a mistyped date."
    ),
    "open lines nobody mentions": tr("Delivered and not booked, forgotten, or cancelled without a note."),
    VANISHED: tr("Received or cancelled? Until somebody says, they count as open."),
}


def findings(db: Database, *, today: date | None = None, knowledge: Knowledge | None = None) -> list[Finding]:
    """Every check that fires, most lines first. `today`: default the last day of which the workspace knows anything."""
    knowledge = knowledge or Knowledge()
    history = knowledge.history(db)
    last = _last_day(db, history)
    if last == MISSING:
        return []
    today = today or date.fromordinal(last)
    facts = knowledge.facts(db, max(today, date.fromordinal(last)))
    if not len(facts):
        return []
    found = _found(db, history, facts, knowledge.calendars(db), today)
    backwards = np.union1d(honesty.booked_before_arrival(history), np.array(read.run_backwards(db), dtype=np.int64))
    return _most_first([_finding(*one) for one in [*found, (BACKWARDS, backwards, None)]])


def again(
    db: Database, before: Mapping[str, Sequence[int]], *, suppliers: Collection[int], today: date, knowledge: Knowledge
) -> list[Finding] | None:
    """What `findings` says after open lines of these suppliers (0: none) were edited; only their lines are looked at.

    `before`: the lines that each check found then, on the same day. None where that does not tell it.
    """
    lines = read.lines_of(db, suppliers)
    history = stored.history(db, lines) if len(lines) <= MOST_LOOKED_AT else None
    if history is None or not is_known_by(db, history, today):
        return None
    looked_at = np.array(lines, dtype=np.int64)
    facts = history.at(max(today.toordinal(), _last_import(db)))
    found = []
    for check, ids, _ in _found(db, history, facts, knowledge.calendars(db), today):
        known = np.array(before.get(check, ()), dtype=np.int64)
        if check not in OF_RECEIVED and check != VANISHED:
            known = np.sort(np.concatenate((known[~np.isin(known, looked_at)], ids)), kind="stable")
        found.append(_finding(check, ids if check == VANISHED else known, None))
    found.append(_finding(BACKWARDS, before.get(BACKWARDS, ()), None))  # edits of open lines move no goods
    return _most_first(found)


def is_known_by(db: Database, history: History, today: date) -> bool:
    """Whether nothing is said to have been learned after that day, or after the last import."""
    return _last_day(db, history) <= max(today.toordinal(), _last_import(db))


def _last_day(db: Database, history: History) -> int:
    """The last day of which the workspace knows anything."""
    return max(history.last_known, int(history.lines.entered.max(initial=MISSING)), _last_import(db))


def _last_import(db: Database) -> int:
    day = read.last_import(db)
    return MISSING if day is None else date.fromisoformat(day).toordinal()


def _most_first(found: list[Finding]) -> list[Finding]:
    return sorted((finding for finding in found if finding.lines), key=lambda finding: -finding.lines)


def _found(
    db: Database, history: History, facts: LineFacts, calendars: Calendars, today: date
) -> list[tuple[str, Any, float | None]]:
    """Every check, the lines that it finds, and its share."""
    exact, share = honesty.exact_on_the_day(facts)
    masks = (
        ("exact-on-the-day promises", exact),
        ("delivery date = order date", honesty.dummy_promise(facts)),
        ("promise always = required", honesty.copied_required(facts)),
        ("receipts posted in batches", honesty.posted_in_batches(facts)),
        ("missing sent date", facts.issued_basis != 0),
        ("missing promise", (facts.promise == MISSING) & facts.is_open),
        ("missing required date", (facts.required == MISSING) & facts.is_open),
        ("missing supplier", facts.supplier < 0),
        ("possible duplicates", honesty.repeated(facts)),
        ("weekend dates", honesty.on_weekend(facts, calendars)),
        ("promised while closed", honesty.while_closed(facts, calendars)),
        ("arrived before it was ordered", honesty.negative(facts)),
        ("dates out of range", honesty.absurd(facts, today.toordinal())),
        ("received after today", honesty.after_today(facts, today.toordinal())),
    )
    return [
        *((check, facts.line_id[mask], share if mask is exact else None) for check, mask in masks),
        (VANISHED, read.vanished(db), None),
        ("open lines nobody mentions", _quiet(db, history, facts, today), None),
    ]


def _finding(check: str, ids: Any, share: float | None) -> Finding:
    line_ids = tuple(np.asarray(ids, dtype=np.int64).tolist())
    return Finding(check, len(line_ids), HIDES[check], line_ids, share)


def _quiet(db: Database, history: History, facts: LineFacts, today: date) -> list[int]:
    """Open, past due by a month or without any date, and not mentioned for two months."""
    base = np.where(facts.promise != MISSING, facts.promise, facts.required)
    stale = facts.is_open & (facts.entered < facts.as_of - QUIET_DAYS) & (base < facts.as_of - 30)
    since = today - timedelta(days=QUIET_DAYS)
    for ledger in (history.promises, history.receipts):
        told = history.lines.line_id[ledger.line[ledger.known >= since.toordinal()]]
        stale &= ~np.isin(facts.line_id, told)
    silent = facts.line_id[stale].tolist()
    spoken = read.mentioned_since(db, silent, since.isoformat()) if silent else set()
    return [line_id for line_id in silent if line_id not in spoken]
