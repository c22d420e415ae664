"""Forecasts of all open lines of a large workspace, kept in its file and made anew only where they must be.

What the past teaches (how late goods come, how former forecasts did) is learned from all lines and kept. Receipts,
imports, cancellations, changes of suppliers and a new day make it learn anew, and then all lines are forecast anew. A
new promise, another date, news of a carrier change the forecast of their own lines only: those are made from what is
kept, and teach the others with the next receipt, tomorrow at the latest.
"""

import math
from collections.abc import Collection
from datetime import date
from typing import Any

import numpy as np

from supplychain_app.analytics import experience as learning
from supplychain_app.analytics import forecast as predicting
from supplychain_app.analytics.line_facts import LineFacts, OpenLines
from supplychain_app.domain.progress import IsCancelled, never, stop_if
from supplychain_app.services import forecasting
from supplychain_app.services.forecasting import LikelyLate
from supplychain_app.services.keeping import LEVELS
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.storage import database, kept, live_etas
from supplychain_app.storage.connection import Database

MOST_CHANGED = 10_000  # lines beyond which everything is learned anew, too


def renew(
    db: Database,
    knowledge: Knowledge,
    *,
    today: date,
    suppliers: Collection[int] | None = None,
    cancelled: IsCancelled = never,
) -> bool:
    """Bring the kept forecasts up to date; whether nothing was learned anew for it.

    `suppliers`: those whose lines alone were edited since (0: none); None: look at all.
    """
    rests_on = kept.experience_rests_on(db)  # read before the facts: what is written meanwhile is seen next time
    live = live_etas.live(db, today)
    data = kept.experience(db, as_of=today, rests_on=rests_on)
    if data is not None and _update(db, data, live, suppliers, today=today):
        return True
    stop_if(cancelled)
    standing = _standing(db, live)
    facts = knowledge.facts(db, today)
    lines = np.flatnonzero(facts.is_open & np.isin(facts.line_id, list(standing)))
    experience = knowledge.forecaster(db).learn(facts, lines)
    stop_if(cancelled)
    known = learning.learned(experience, live_etas.errors(db, today), facts)
    rows = _rows(known, facts, lines, live, standing)
    stop_if(cancelled)
    with database.writing(db, nouns=frozenset()):
        kept.save_forecasts(db, rows, gone=None)
        kept.save_experience(db, learning.to_bytes(known), as_of=today, rests_on=rests_on)
    return False


def likely_late(db: Database, at_least: float, suppliers: Collection[int] | None = None) -> dict[int, LikelyLate]:
    """The lines of which the kept forecast says so, with this probability; of all suppliers, or of these (0: none)."""
    return {
        line: LikelyLate(p_late, date.fromisoformat(half_by), date.fromisoformat(required), _day(promise))
        for line, p_late, half_by, required, promise in kept.likely_late(db, at_least, suppliers)
    }


def _standing(
    db: Database, live: dict[int, tuple[str, str]], suppliers: Collection[int] | None = None
) -> dict[int, str]:
    """What a forecast of each open line rests on."""
    return {line: f"{text} {' '.join(live.get(line, ()))}" for line, text in kept.standing(db, suppliers).items()}


def _update(
    db: Database, data: bytes, live: dict[int, tuple[str, str]], suppliers: Collection[int] | None, *, today: date
) -> bool:
    """Forecast the lines that stand otherwise than they did; False where what was learned cannot tell of them."""
    standing = _standing(db, live, suppliers)
    before = kept.forecasts_rest_on(db, suppliers)
    changed = [line for line, text in standing.items() if before.get(line) != text]
    gone = before.keys() - standing.keys()
    if not changed and not gone:
        return True
    if len(changed) > MOST_CHANGED:
        return False
    rows: list[kept.Forecast] = []
    if changed:
        known = learning.from_bytes(data)
        if known is None:
            return False
        facts = learning.as_told_apart(forecasting.asked(db, today, changed), known)
        lines = forecasting.open_ones(facts, changed)
        if not learning.tells_of(known.experience, facts, lines):
            return False
        rows = _rows(known, facts, lines, live, standing)
    gone |= set(changed) - {row.line_id for row in rows}
    with database.writing(db, nouns=frozenset()):
        kept.save_forecasts(db, rows, gone=gone)
    return True


def _rows(
    known: learning.Learned,
    facts: LineFacts | OpenLines,
    lines: Any,
    live: dict[int, tuple[str, str]],
    standing: dict[int, str],
) -> list[kept.Forecast]:
    found = forecasting.chances(
        known.experience,
        facts,
        lines,
        levels=LEVELS,
        live=live_etas.by_code(live, known.errors),
        errors=known.errors,
    )
    texts = {day: date.fromordinal(day).isoformat() for day in np.unique(found.days).tolist()}
    today = date.fromordinal(facts.as_of).isoformat()
    told = zip(
        facts.line_id[lines].tolist(),
        found.basis.tolist(),
        found.days.tolist(),
        found.late.tolist(),
        strict=True,
    )
    return [
        kept.Forecast(
            line,
            today,
            standing.get(line, ""),
            predicting.BASES[basis],
            tuple(texts[day] if basis else None for day in days),
            p_late=None if math.isnan(late) or not basis else late,
        )
        for line, basis, days, late in told
    ]


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
