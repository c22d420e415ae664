"""The figures of suppliers: on time, promises, grades, and everything of one supplier side by side."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics import lead_times as lead_timing
from supplychain_app.analytics import on_time as timing
from supplychain_app.analytics import promises as promising
from supplychain_app.analytics import scorecard as grading
from supplychain_app.analytics import shrinkage
from supplychain_app.analytics.lead_time_rows import LeadTimeRow
from supplychain_app.analytics.lead_times import PeriodLeadTimes
from supplychain_app.analytics.line_facts import MISSING, History, LineFacts
from supplychain_app.analytics.on_time import OnTime
from supplychain_app.analytics.promises import Moves, PromiseBehaviour
from supplychain_app.analytics.scorecard import DEFAULT_WEIGHTS, Grade, OurDoing
from supplychain_app.analytics.supplier_figures import LateLine, SupplierFigures, SupplierRow
from supplychain_app.domain.calendars import Calendars
from supplychain_app.domain.errors import NotFound
from supplychain_app.domain.periods import Period
from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.language import tr
from supplychain_app.services import working_days
from supplychain_app.services.answer_figures import asked_in, prompt_answers, reply_times, responsiveness
from supplychain_app.services.change_figures import monthly_chart, reply_chart
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.services.weak_link_figures import linked
from supplychain_app.storage import answers
from supplychain_app.storage import facts as stored
from supplychain_app.storage.connection import Database


def on_time(db: Database, *, as_of: date, period: Period, supplier_id: int | None = None) -> OnTime:
    """On time and in full on the three bases, of one supplier or of all."""
    history = stored.history(db)
    return _on_time(history, history.at(as_of.toordinal()).of_supplier(supplier_id), period)


def promise_behaviour(
    db: Database, *, as_of: date, period: Period | None = None, supplier_id: int | None = None
) -> PromiseBehaviour:
    """Slips, notice and second promises over the lines whose first promise lies in the period."""
    history = stored.history(db)
    facts = history.at(as_of.toordinal()).of_supplier(supplier_id)
    return promising.behaviour(history, facts, _promised_in(facts, period), working_days.calendars(db))


def suppliers(
    db: Database,
    *,
    as_of: date,
    period: Period | None = None,
    report: Report = silent,
    cancelled: IsCancelled = never,
    weights: Mapping[str, float] = DEFAULT_WEIGHTS,
    knowledge: Knowledge | None = None,
) -> list[SupplierRow]:
    """One row a supplier with lines, the weakest on-time record (by its pessimistic bound) first; too few to say, last.

    Without a period, of the last twelve months that hold anything.
    """
    report(0, 0, tr("Reading order lines"))
    knowledge = knowledge or Knowledge()
    period = period or knowledge.year(db, as_of)
    facts, names = knowledge.facts(db, as_of), knowledge.names(db)
    gaps = {row.supplier_id: row for row in knowledge.lead_times(db, as_of).rows}
    asked = knowledge.questions(db, as_of)
    calendars = knowledge.calendars(db)
    around = _Around(knowledge.history(db), knowledge.moves(db, as_of), asked, calendars, period, as_of, weights)
    prior = _prior(facts, period)
    found = []
    order = np.argsort(facts.supplier, kind="stable")
    ids, starts = np.unique(facts.supplier[order], return_index=True)
    ends = np.append(starts[1:], len(order))
    for place, supplier in enumerate(ids.tolist()):
        stop_if(cancelled)
        if supplier < 0:
            continue
        mine = facts.select(order[starts[place] : ends[place]])
        found.append(_row(around, mine, supplier, names, gaps.get(supplier), prior))
        report(place + 1, len(ids), tr("Comparing suppliers"))
    return sorted(found, key=lambda row: (row.on_time.too_few, (row.on_time.interval or (2.0, 2.0))[0]))


def supplier_figures(
    db: Database,
    supplier_id: int,
    *,
    as_of: date,
    period: Period | None = None,
    weights: Mapping[str, float] = DEFAULT_WEIGHTS,
    knowledge: Knowledge | None = None,
) -> SupplierFigures:
    """Everything a scorecard and a supplier's page show; `knowledge`: what those of other suppliers rest on too.

    Without a period, of the last twelve months in which any supplier's lines were due.
    """
    knowledge = knowledge or Knowledge()
    year = knowledge.year(db, as_of)
    period = period or year
    names = knowledge.names(db)
    if supplier_id not in names.suppliers:
        raise NotFound(tr("There is no supplier {supplier_id} in this workspace.", supplier_id=supplier_id))
    facts = knowledge.facts(db, as_of).of_supplier(supplier_id)
    before = period.previous
    asked = knowledge.questions(db, as_of)
    [responsive] = responsiveness(db, as_of=as_of, period=period, supplier_id=supplier_id, knowledge=knowledge)
    gap = next((row for row in knowledge.lead_times(db, as_of).rows if row.supplier_id == supplier_id), None)
    history, moves, calendars = knowledge.history(db), knowledge.moves(db, as_of), knowledge.calendars(db)
    current, previous = (
        _parts(_Around(history, moves, asked, calendars, one, as_of, weights), facts, supplier_id, gap)
        for one in (period, before)
    )
    stage_lines, times, known = knowledge.stage_times(db, as_of).due(period, supplier_id)
    stages, parties = (
        linked(by, stage_lines, times, known=known, names=names, period=period) for by in ("stage", "party")
    )
    changed = knowledge.changes_by_us(db, as_of)
    open_lines = int(facts.is_open.sum())
    at_risk = knowledge.forecasts_of(db, as_of, supplier_id)
    actions = answers.actions(db, supplier_id)
    return SupplierFigures(
        supplier_id=supplier_id,
        supplier=names.suppliers[supplier_id],
        country=names.countries[supplier_id],
        period_name=period.name,
        period=(period.start, period.end),
        previous_name=before.name,
        as_of=as_of,
        lines=current.on_time.first_promise.n,
        open_lines=open_lines,
        data_gaps=_gaps(facts),
        grade=current.grade,
        previous_grade=previous.grade,
        on_time=current.on_time,
        previous_on_time=previous.on_time,
        promises=current.promises,
        previous_promises=previous.promises,
        responsiveness=responsive,
        lead_time=gap,
        lead_time_detail=lead_timing.detail(facts, gap) if gap is not None else None,
        rejected_ppm=_rejected(facts),
        behaviour=monthly_chart(facts, "on_time", actions, 12, until=year.end),
        changes=(
            *(monthly_chart(facts, measure, actions, 12, until=year.end) for measure in ("lateness", "lead_time")),
            reply_chart(asked, calendars, supplier_id, year.end, actions, 12),
        ),
        stages=stages,
        parties=parties,
        worst=_worst(db, facts, names, period),
        at_risk=tuple(sorted(at_risk, key=lambda f: -(f.p_late or 0.0))[:20]),
        our_doing=_our_doing(facts, gap, changed, period),
        line_ids=tuple(facts.line_id.tolist()),
    )


@dataclass(frozen=True)
class _Parts:
    on_time: OnTime
    promises: PromiseBehaviour
    grade: Grade


def lead_times_of(
    db: Database, supplier_id: int, period: Period, *, as_of: date, knowledge: Knowledge
) -> PeriodLeadTimes:
    """How long a supplier's lines took that were issued in a period."""
    facts = knowledge.facts(db, as_of).of_supplier(supplier_id)
    return lead_timing.of_period(facts, period.start.toordinal(), period.end.toordinal())


@dataclass(frozen=True)
class _Around:
    """What the figures of all suppliers rest on."""

    history: History
    moves: Moves
    asked: answers.Questions
    calendars: Calendars
    period: Period
    as_of: date
    weights: Mapping[str, float]


def _parts(around: _Around, facts: LineFacts, supplier_id: int, gap: LeadTimeRow | None) -> _Parts:
    three = _on_time(around.history, facts, around.period)
    chosen = _promised_in(facts, around.period)
    moved = promising.behaviour(around.history, facts, chosen, around.calendars, around.moves)
    return _Parts(three, moved, _grade(around, three, moved, supplier_id, gap))


def _grade(around: _Around, three: OnTime, moved: PromiseBehaviour, supplier_id: int, gap: LeadTimeRow | None) -> Grade:
    otif = three.first_promise.otif
    steady = shrinkage.plain_rate(max(0, moved.lines - moved.slipped_lines), moved.lines)
    calendar = around.calendars.of(supplier_id)
    prompt = prompt_answers(around.asked, supplier_id, around.period, around.as_of, calendar)
    share = None
    if gap is not None and gap.hope_gap_days is not None and gap.erp_days:
        share = max(0, gap.hope_gap_days) / gap.erp_days
    return grading.grade(
        [
            grading.rate_part("otif", around.weights, otif),
            grading.rate_part("promises", around.weights, steady),
            grading.rate_part("responsiveness", around.weights, prompt),
            grading.gap_part("lead_time", around.weights, share, gap.n if gap else 0),
        ],
        otif.n,
    )


def _on_time(history: History, facts: LineFacts, period: Period) -> OnTime:
    found = {}
    for base in timing.BASES:
        day = timing.base_day(facts, base)
        in_time = history.received_by(facts, day + facts.late_allowed)
        found[base] = timing.figures(
            facts,
            base,
            start=period.start.toordinal(),
            end=period.end.toordinal(),
            received_in_time=in_time,
        )
    return OnTime(**found)


def _promised_in(facts: LineFacts, period: Period | None) -> NDArray[Any]:
    if period is None:
        return np.ones(len(facts), dtype=bool)
    base = facts.due
    base = np.where(base != MISSING, base, facts.issued)
    return (base >= period.start.toordinal()) & (base <= period.end.toordinal())


def _prior(facts: LineFacts, period: Period) -> tuple[float, float]:
    """What peers' on-time rates look like: the ground on which small suppliers stand."""
    day = facts.graded
    due = timing.is_due(facts, day, period.start.toordinal(), period.end.toordinal())
    kept = timing.is_on_time(facts, day) & due
    _, code = np.unique(facts.supplier, return_inverse=True)
    if not len(code):
        return 1.0, 1.0
    weight = shrinkage.recency(facts.as_of - day)
    hits = np.bincount(code, weights=weight * kept)
    return shrinkage.beta_prior(hits, np.bincount(code, weights=weight * due))


def _row(
    around: _Around,
    mine: LineFacts,
    supplier: int,
    names: stored.Names,
    gap: LeadTimeRow | None,
    prior: tuple[float, float],
) -> SupplierRow:
    parts, asked, period = _parts(around, mine, supplier, gap), around.asked, around.period
    day = mine.graded
    due = timing.is_due(mine, day, period.start.toordinal(), period.end.toordinal())
    weight = shrinkage.recency(mine.as_of - day) * due
    in_time = timing.is_on_time(mine, day)
    rate = shrinkage.posterior(float((weight * in_time).sum()), float(weight.sum()), *prior, counted=int(due.sum()))
    questions = (asked.supplier == supplier) & asked.by_us
    still_open = questions & np.isnan(asked.answered)
    questions &= asked_in(asked, period)
    replies = reply_times(asked, questions, around.as_of, around.calendars.of(supplier))
    return SupplierRow(
        supplier_id=supplier,
        supplier=names.suppliers.get(supplier, ""),
        country=names.countries.get(supplier),
        internal=supplier in names.internal,
        lines=len(mine),
        open=int(mine.is_open.sum()),
        past_due=int((mine.is_open & (mine.promise != MISSING) & (mine.promise < mine.as_of)).sum()),
        on_time=replace(rate, hits=int((in_time & due).sum())),  # as counted; value and interval are weighted
        lateness_p80=parts.on_time.first_promise.lateness_p80,
        planning_days=gap.planning_days if gap else None,
        hope_gap_days=gap.hope_gap_days if gap else None,
        reply_p50_hours=replies.p50,
        open_questions=int(still_open.sum()),
        slips=parts.promises.slips,
        grade=parts.grade,
    )


def _worst(db: Database, facts: LineFacts, names: stored.Names, period: Period, most: int = 15) -> tuple[LateLine, ...]:
    base = facts.due
    due = timing.is_due(facts, base, period.start.toordinal(), period.end.toordinal())
    late = np.where(due, timing.lateness_days(facts, base), 0)
    chosen = np.argsort(-late, kind="stable")[:most]
    chosen = chosen[late[chosen] > 0]
    known = stored.references(db, facts.line_id[chosen])
    return tuple(
        LateLine(
            line_id=int(facts.line_id[i]),
            purchase_order=known[int(facts.line_id[i])][0],
            line=known[int(facts.line_id[i])][1],
            material=names.materials.get(int(facts.material[i])),
            base=date.fromordinal(int(base[i])),
            completed=date.fromordinal(int(facts.completed[i])) if facts.is_done[i] else None,
            days_late=int(late[i]),
            promises=int(facts.promises[i]),
        )
        for i in chosen.tolist()
    )


def _our_doing(facts: LineFacts, gap: LeadTimeRow | None, changed: Mapping[int, int], period: Period) -> OurDoing:
    sent = (facts.issued >= period.start.toordinal()) & (facts.issued <= period.end.toordinal())
    below = np.zeros(len(facts), dtype=bool)
    if gap is not None and gap.erp_days is not None:
        below = sent & (facts.required != MISSING) & (facts.required - facts.issued < gap.erp_days)
    touched = sent & np.isin(facts.line_id, list(changed))
    return OurDoing(
        lines=int(sent.sum()),
        ordered_below_lead_time=int(below.sum()),
        changed_by_us=int(touched.sum()),
        line_ids_below=tuple(facts.line_id[below].tolist()),
        line_ids_changed=tuple(facts.line_id[touched].tolist()),
    )


def _gaps(facts: LineFacts) -> tuple[tuple[str, int], ...]:
    counts = (
        (tr("no sent date"), int((facts.issued_basis != 0).sum())),
        (tr("no promise"), int((facts.promise == MISSING).sum())),
        (tr("no required date"), int((facts.required == MISSING).sum())),
    )
    return tuple((what, count) for what, count in counts if count)


def _rejected(facts: LineFacts) -> float | None:
    received = float(facts.received.sum())
    return 1e6 * float(facts.rejected.sum()) / received if received > 0 and facts.rejected.any() else None
