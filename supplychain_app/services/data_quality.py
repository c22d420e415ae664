"""What is missing or too good to be true in the data, what each gap hides, and which lines it is on."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from supplychain_app.analytics import honesty
from supplychain_app.analytics.line_facts import MISSING, History, LineFacts
from supplychain_app.domain.calendars import Calendars
from supplychain_app.language import tr
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.storage import findings as read
from supplychain_app.storage.connection import Database

QUIET_DAYS = 60


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
    "dates out of range": tr(
        "Years that cannot be right, or receipts after today: typing errors or misread dates; figures leave them out."
    ),
    "open lines nobody mentions": tr("Delivered and not booked, forgotten, or cancelled without a note."),
    "vanished from the export": tr("Received or cancelled? Until somebody says, they count as open."),
}


def findings(db: Database, *, today: date | None = None, knowledge: Knowledge | None = None) -> list[Finding]:
    """Every check that fires, most lines first. `today`: default the last day of which the workspace knows anything."""
    knowledge = knowledge or Knowledge()
    history = knowledge.history(db)
    last = max(history.last_known, int(history.lines.entered.max(initial=MISSING)), _last_import(db))
    if last == MISSING:
        return []
    today = today or date.fromordinal(last)
    facts = knowledge.facts(db, max(today, date.fromordinal(last)))
    if not len(facts):
        return []
    masks = _masks(facts, knowledge.calendars(db), today)
    found = [_finding(facts, check, mask, share) for check, mask, share in masks]
    by_id = [
        ("vanished from the export", read.vanished(db)),
        ("open lines nobody mentions", _quiet(db, history, facts, today)),
    ]
    found += [Finding(check, len(ids), HIDES[check], tuple(ids)) for check, ids in by_id]
    return sorted((finding for finding in found if finding.lines), key=lambda finding: -finding.lines)


def _last_import(db: Database) -> int:
    day = read.last_import(db)
    return MISSING if day is None else date.fromisoformat(day).toordinal()


def _masks(facts: LineFacts, calendars: Calendars, today: date) -> list[tuple[str, Any, float | None]]:
    return [
        *(("exact-on-the-day promises", mask, share) for mask, share in [honesty.exact_on_the_day(facts)]),
        ("delivery date = order date", honesty.dummy_promise(facts), None),
        ("promise always = required", honesty.copied_required(facts), None),
        ("receipts posted in batches", honesty.posted_in_batches(facts), None),
        ("missing sent date", facts.issued_basis != 0, None),
        ("missing promise", (facts.promise == MISSING) & facts.is_open, None),
        ("missing required date", (facts.required == MISSING) & facts.is_open, None),
        ("missing supplier", facts.supplier < 0, None),
        ("possible duplicates", honesty.repeated(facts), None),
        ("weekend dates", honesty.on_weekend(facts, calendars), None),
        ("promised while closed", honesty.while_closed(facts, calendars), None),
        ("arrived before it was ordered", honesty.negative(facts), None),
        ("dates out of range", honesty.absurd(facts, today.toordinal()), None),
    ]


def _finding(facts: LineFacts, check: str, mask: Any, share: float | None) -> Finding:
    return Finding(check, int(np.count_nonzero(mask)), HIDES[check], tuple(facts.line_id[mask].tolist()), share)


def _quiet(db: Database, history: History, facts: LineFacts, today: date) -> list[int]:
    """Open, past due by a month or without any date, and not mentioned for two months."""
    base = np.where(facts.promise != MISSING, facts.promise, facts.required)
    stale = facts.is_open & (facts.entered < facts.as_of - QUIET_DAYS) & (base < facts.as_of - 30)
    since = today - timedelta(days=QUIET_DAYS)
    for ledger in (history.promises, history.receipts):
        told = history.lines.line_id[ledger.line[ledger.known >= since.toordinal()]]
        stale &= ~np.isin(facts.line_id, told)
    spoken = read.mentioned_since(db, since.isoformat()) if stale.any() else set()
    return [line_id for line_id in facts.line_id[stale].tolist() if line_id not in spoken]
