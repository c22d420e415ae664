"""Forecasts of open lines, and how good they would have been."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

import numpy as np

from supplychain_app.analytics import backtest as backtesting
from supplychain_app.analytics import forecast as predicting
from supplychain_app.analytics.backtest import Backtest
from supplychain_app.analytics.forecast import LineForecast
from supplychain_app.analytics.forecaster import Forecaster
from supplychain_app.analytics.line_facts import MISSING, History, LineFacts
from supplychain_app.domain.errors import InvalidInput
from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.language import tr
from supplychain_app.storage import facts as stored
from supplychain_app.storage import live_etas
from supplychain_app.storage.connection import Database

DEFAULT_LEVELS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


def forecast(
    db: Database,
    *,
    as_of: date,
    levels: Sequence[float] = DEFAULT_LEVELS,
    with_promise: bool = True,
    line_ids: Collection[int] | None = None,
    report: Report = silent,
    cancelled: IsCancelled = never,
) -> list[LineForecast]:
    """When each open line will arrive; in the order of the lines."""
    if any(not 0.0 < level < 1.0 for level in levels):
        raise InvalidInput(tr("Levels lie between 0 and 1, such as 0.5 and 0.8."))
    report(0, 3, tr("Reading order lines"))
    history = stored.history(db)
    facts = history.at(as_of.toordinal())
    wanted = facts.is_open
    if line_ids is not None:
        wanted = wanted & np.isin(facts.line_id, list(line_ids))
    lines = np.flatnonzero(wanted)
    stop_if(cancelled)
    if not len(lines):
        return []
    report(1, 3, tr("Learning from the past"))
    levels = sorted(set(levels))
    references = stored.references(db, facts.line_id[lines])
    live, errors = live_etas.load(db, facts)
    found: list[LineForecast] = []
    for part, mass, basis, behind in Forecaster(history).parts(facts, lines, with_promise=with_promise):
        stop_if(cancelled)
        if with_promise:
            predicting.put_live(mass, basis, facts, part, live=live, errors=errors)
        found += _line_forecasts(
            facts, part, mass=mass, basis=basis, behind=behind, levels=levels, references=references
        )
        report(len(found), len(lines), tr("Forecasting open lines"))
    return found


def _line_forecasts(
    facts: LineFacts,
    lines: Any,
    *,
    mass: Any,
    basis: Any,
    behind: Any,
    levels: Sequence[float],
    references: dict[int, tuple[str, str, str | None, int | None]],
) -> list[LineForecast]:
    reached = np.cumsum(mass, axis=1)
    required, promise = facts.required[lines], facts.promise[lines]
    target = np.where(required != MISSING, required, promise)
    late = predicting.later_than_of(reached, target - facts.as_of).round(6).tolist()
    days = zip(*map(_days, (predicting.quantiles_of(reached, np.array(levels)) + facts.as_of).T), strict=True)
    issued, promised, wanted, due = map(_days, (facts.issued[lines], promise, required, target))
    suppliers, bases, weights = facts.supplier[lines].tolist(), basis.tolist(), behind.astype(float).tolist()
    found = []
    for place, (line_id, quantiles) in enumerate(zip(facts.line_id[lines].tolist(), days, strict=True)):
        order, number, file, row = references[line_id]
        known = bases[place] > 0
        found.append(
            LineForecast(
                line_id=line_id,
                purchase_order=order,
                line=number,
                supplier_id=suppliers[place] if suppliers[place] >= 0 else None,
                basis=predicting.BASES[bases[place]],
                n=weights[place],
                issued=issued[place],
                promise=promised[place],
                required=wanted[place],
                p_late=late[place] if known and due[place] is not None else None,
                quantiles=dict(zip(levels, quantiles, strict=True)) if known else {},
                source_file=file,
                source_row=row,
            )
        )
    return found


def backtest(
    db: Database,
    *,
    step_months: int = 3,
    start: date | None = None,
    end: date | None = None,
    as_of: date,
    report: Report = silent,
    cancelled: IsCancelled = never,
) -> Backtest:
    """The app's forecasts against the baselines at origins `step_months` apart, on this workspace's history."""
    if step_months < 1:
        raise InvalidInput(tr("The step is a number of months of at least one, such as 3m."))
    history = stored.history(db)
    names = stored.names(db)
    origins = _origins(history, step_months, start, end or as_of)

    def progress(done: int, total: int) -> None:
        stop_if(cancelled)
        report(done, total, tr("Forecasting as of past days"))

    return backtesting.run(
        history, origins, end=as_of.toordinal(), name=lambda s: names.suppliers.get(s, "?"), progress=progress
    )


def _origins(history: History, step: int, start: date | None, end: date) -> list[int]:
    """First days of months from `start` (else 18 months back, not before a year of receipts) to `end`."""
    received = history.receipts.known
    if not len(received):
        return []
    last_day = date.fromordinal(min(history.last_known, end.toordinal()))
    earliest = date.fromordinal(int(received.min()) + 180)
    if start is None:
        start = max(earliest, date(last_day.year - 1, last_day.month, 1))
    year, month = start.year, start.month
    if start.day > 1:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    found = []
    while date(year, month, 1) <= min(end, last_day):
        found.append(date(year, month, 1).toordinal())
        month += step
        year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return found


def _days(ordinals: Any) -> list[Any]:
    """Days, or None, from their ordinals; few of them differ."""
    distinct, place = np.unique(ordinals, return_inverse=True)
    days = [None if ordinal == MISSING else date.fromordinal(ordinal) for ordinal in distinct.tolist()]
    return [days[at] for at in place.tolist()]
