"""Forecasts of open lines, and how good they would have been."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from supplychain_app.analytics import backtest as backtesting
from supplychain_app.analytics import experience as learning
from supplychain_app.analytics import forecast as predicting
from supplychain_app.analytics.backtest import Backtest
from supplychain_app.analytics.experience import Learned
from supplychain_app.analytics.forecast import EtaErrors, LineForecast, LiveEta
from supplychain_app.analytics.forecaster import Experience, Forecaster, forecasts
from supplychain_app.analytics.line_facts import MISSING, History, LineFacts, OpenLines
from supplychain_app.domain.errors import InvalidInput
from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.language import tr
from supplychain_app.storage import facts as stored
from supplychain_app.storage import kept, live_etas, open_lines
from supplychain_app.storage.connection import Database

if TYPE_CHECKING:
    from supplychain_app.services.knowledge import Knowledge

DEFAULT_LEVELS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


@dataclass(frozen=True)
class Chances:
    """What is forecast of some lines, an entry a line."""

    lines: Any  # their places in the facts
    basis: Any  # as analytics/forecast.py numbers it
    behind: Any  # weight of past lines
    days: Any  # lines × levels, ordinals
    late: Any  # P(later than required; than the promise where none is required); NaN without either


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
    report(0, 2, tr("Learning from the past"))
    known, facts, lines = _known(db, as_of, line_ids, with_promise=with_promise)
    stop_if(cancelled)
    if not len(lines):
        return []
    report(1, 2, tr("Forecasting open lines"))
    levels = sorted(set(levels))
    live = live_etas.by_code(live_etas.live(db, as_of) if with_promise else {}, known.errors)
    found = chances(
        known.experience, facts, lines, levels=levels, live=live, errors=known.errors, with_promise=with_promise
    )
    return _line_forecasts(facts, found, levels=levels, references=_references(db, facts, lines))


def _known(
    db: Database, as_of: date, line_ids: Collection[int] | None, *, with_promise: bool
) -> tuple[Learned, LineFacts | OpenLines, Any]:
    """What the past says of the open lines that are asked about (None: all), these lines' facts, and their places.

    As it was kept (services/kept_forecasts.py), where it tells of these lines; else learned from all lines.
    """
    data = kept.experience(db, as_of=as_of, rests_on=kept.experience_rests_on(db)) if with_promise else None
    known = learning.from_bytes(data) if data is not None else None
    if known is not None:
        told_apart = learning.as_told_apart(asked(db, as_of, line_ids), known)
        lines = open_ones(told_apart, line_ids)
        if learning.tells_of(known.experience, told_apart, lines):
            return known, told_apart, lines
    history = stored.history(db)
    facts = history.at(as_of.toordinal())
    lines = open_ones(facts, line_ids)
    experience = Forecaster(history).learn(facts, lines, with_promise=with_promise)
    return learning.learned(experience, live_etas.errors(db, as_of), facts), facts, lines


def asked(db: Database, as_of: date, line_ids: Collection[int] | None) -> LineFacts | OpenLines:
    """What is known of these lines (and of the others of their orders), or of all that are open."""
    if line_ids is None:
        return open_lines.load(db, as_of)
    return stored.history(db, stored.whole_orders(db, line_ids)).at(as_of.toordinal())


def open_ones(facts: LineFacts | OpenLines, line_ids: Collection[int] | None) -> Any:
    """The places of those of these lines that are open (None: of all)."""
    wanted = facts.is_open
    if line_ids is not None:
        wanted = wanted & np.isin(facts.line_id, list(line_ids))
    return np.flatnonzero(wanted)


@dataclass(frozen=True)
class LikelyLate:
    """A line that will probably come later than required."""

    p_late: float
    half_by: date
    required: date
    promise: date | None


def likely_late(db: Database, knowledge: "Knowledge", *, as_of: date, at_least: float) -> dict[int, LikelyLate]:
    """The open lines that come later than required with this probability."""
    facts = knowledge.facts(db, as_of)
    lines = np.flatnonzero(facts.is_open)
    if not len(lines):
        return {}
    errors = live_etas.errors(db, as_of)
    found = chances(
        knowledge.forecaster(db).learn(facts, lines),
        facts,
        lines,
        levels=(0.5,),
        live=live_etas.by_code(live_etas.live(db, as_of), errors),
        errors=errors,
    )
    chosen = np.flatnonzero((found.basis > 0) & (found.late >= at_least) & (facts.required[lines] != MISSING))
    mine = lines[chosen]
    days = map(_days, (found.days[chosen, 0], facts.required[mine], facts.promise[mine]))
    told = zip(found.late[chosen].tolist(), *days, strict=True)
    return {line: LikelyLate(*one) for line, one in zip(facts.line_id[mine].tolist(), told, strict=True)}


def chances(
    known: Experience,
    facts: LineFacts | OpenLines,
    lines: Any,
    *,
    levels: Sequence[float],
    live: LiveEta,
    errors: EtaErrors,
    with_promise: bool = True,
) -> Chances:
    """What this experience says of these lines; live tracking tells more than any of it."""
    target = np.where(facts.required[lines] != MISSING, facts.required[lines], facts.promise[lines])
    ahead, promised = (day.astype(np.int64) - facts.as_of for day in (target, facts.promise[lines]))
    wanted, count = np.array(levels), len(lines)
    basis, behind, late = np.zeros(count, dtype=np.int8), np.zeros(count), np.zeros(count)
    days = np.zeros((count, len(levels)), dtype=np.int64)
    for part in forecasts(known, facts, lines, with_promise=with_promise):
        basis[part.places], behind[part.places] = part.basis, part.behind
        days[part.places] = part.pool.quantiles(wanted, near=promised[part.places])
        late[part.places] = part.pool.later_than(ahead[part.places])
    place = np.searchsorted(facts.line_id[lines], live.line_id).clip(max=max(count - 1, 0))
    there = np.flatnonzero(facts.line_id[lines][place] == live.line_id) if count else place[:0]
    carrier, eta = live.carrier[there], live.eta[there] - facts.as_of
    _, first, pair = np.unique(carrier * 1_000_000 + eta, return_index=True, return_inverse=True)
    for number, (whose, when) in enumerate(zip(carrier[first].tolist(), eta[first].tolist(), strict=True)):
        mine = place[there[pair == number]]
        reached = predicting.around_eta(errors, whose, when)[None, :]
        basis[mine], days[mine] = predicting.CARRIER_ETA, predicting.quantiles_of(reached, wanted)
        late[mine] = predicting.later_than_of(np.broadcast_to(reached, (len(mine), reached.shape[1])), ahead[mine])
    late[target == MISSING] = np.nan
    return Chances(lines, basis, behind, days + facts.as_of, late.round(6))


def _references(db: Database, facts: LineFacts | OpenLines, lines: Any) -> tuple[Sequence[Any], ...]:
    """Purchase order, line, source file and row of each of these lines."""
    if isinstance(facts, OpenLines):
        return open_lines.references(db, facts)
    ids = facts.line_id[lines]
    return tuple(zip(*map(stored.references(db, ids).__getitem__, ids.tolist()), strict=True))


def _line_forecasts(
    facts: LineFacts | OpenLines,
    found: Chances,
    *,
    levels: Sequence[float],
    references: tuple[Sequence[Any], ...],
) -> list[LineForecast]:
    lines = found.lines
    orders, numbers, files, rows = references
    known = found.basis > 0
    told = zip(found.late.tolist(), (known & ~np.isnan(found.late)).tolist(), strict=True)
    columns = (
        facts.line_id[lines].tolist(),
        orders,
        numbers,
        [supplier if supplier >= 0 else None for supplier in facts.supplier[lines].tolist()],
        [predicting.BASES[basis] for basis in found.basis.tolist()],
        found.behind.tolist(),
        *map(_days, (facts.issued[lines], facts.promise[lines], facts.required[lines])),
        [late if there else None for late, there in told],
        _by_level(levels, found.days, known),
        files,
        rows,
    )
    # What LineForecast._make does, without a call of Python for every line.
    return list(map(partial(tuple.__new__, LineForecast), zip(*columns, strict=True)))


def _by_level(levels: Sequence[float], days: Any, known: Any) -> list[dict[float, date]]:
    """The day of each level, a dictionary a line; empty where nothing is known.

    Filling copies level by level takes a third of the time of making each of its own pairs.
    """
    pattern = dict.fromkeys(levels, date.min)
    found = [pattern.copy() if there else {} for there in known.tolist()]
    told = [one for one in found if one]
    for level, of_level in zip(levels, days[known].T, strict=True):
        for one, day in zip(told, _days(of_level), strict=True):
            one[level] = day
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
    found: list[Any] = np.array(days, dtype=object)[place].tolist()
    return found
