"""The figures of suppliers: on time, promises, answers, change over time, grades, and all of them side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from supplychain_app.analytics import behaviour_chart as charting
from supplychain_app.analytics import lead_times as lead_timing
from supplychain_app.analytics import on_time as timing
from supplychain_app.analytics import promises as promising
from supplychain_app.analytics import responsiveness as answering
from supplychain_app.analytics import scorecard as grading
from supplychain_app.analytics import shrinkage
from supplychain_app.analytics.behaviour_chart import BehaviourChart
from supplychain_app.analytics.forecast import LineForecast
from supplychain_app.analytics.lead_times import LeadTimeRow
from supplychain_app.analytics.line_facts import MISSING, History, LineFacts
from supplychain_app.analytics.on_time import OnTime
from supplychain_app.analytics.promises import PromiseBehaviour
from supplychain_app.analytics.rates import Rate
from supplychain_app.analytics.responsiveness import Responsiveness
from supplychain_app.analytics.scorecard import DEFAULT_WEIGHTS, Grade, OurDoing
from supplychain_app.analytics.supplier_figures import LateLine, SupplierFigures, SupplierRow
from supplychain_app.domain import periods
from supplychain_app.domain.errors import InvalidInput, NotFound
from supplychain_app.domain.periods import Period
from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.services import forecasting
from supplychain_app.services.lead_time_figures import lead_time_table
from supplychain_app.services.weak_link_figures import linked, stage_times
from supplychain_app.storage import answers
from supplychain_app.storage import facts as stored

MEASURES = ("lateness", "lead_time", "reply_time", "on_time")
NO_ANSWERS = answering.answering(np.zeros(0), np.zeros(0, dtype=bool))


def on_time(db: Database, *, as_of: date, period: Period, supplier_id: int | None = None) -> OnTime:
    """On time and in full on the three bases, of one supplier or of all."""
    history = stored.history(db)
    return _on_time(history, _of(history.at(as_of.toordinal()), supplier_id), period)


def promise_behaviour(
    db: Database, *, as_of: date, period: Period | None = None, supplier_id: int | None = None
) -> PromiseBehaviour:
    """Slips, notice and second promises over the lines whose first promise lies in the period."""
    history = stored.history(db)
    facts = _of(history.at(as_of.toordinal()), supplier_id)
    return promising.behaviour(history, facts, _promised_in(facts, period))


def responsiveness(db: Database, *, as_of: date, supplier_id: int | None = None) -> tuple[Responsiveness, ...]:
    """Answering times of each supplier (or one), the slowest first; without a question or order: left out."""
    facts = stored.load(db, as_of)
    names = stored.names(db)
    asked = answers.questions(db, as_of)
    held, nudged = answers.check_ins(db, as_of), answers.nudges(db, as_of)
    wanted = sorted({*facts.supplier.tolist(), *asked.supplier.tolist()} - {-1})
    if supplier_id is not None:
        wanted = [supplier_id]
    found = [_answers(facts, asked, supplier, names, as_of, held=held, nudged=nudged) for supplier in wanted]
    found = [one for one in found if supplier_id is not None or one.replies.n or one.acknowledgement.n]
    return tuple(sorted(found, key=lambda one: (-(one.replies.p50 or -1.0), -one.open_questions, one.supplier)))


def behaviour(db: Database, *, measure: str, supplier_id: int | None, as_of: date, months: int = 24) -> BehaviourChart:
    """How a measure moved month by month: lateness, lead_time, reply_time (hours) or on_time (share)."""
    if measure not in MEASURES:
        raise InvalidInput(f"There is no chart of “{measure}”. Choose from {', '.join(MEASURES)}.")
    actions = answers.actions(db, supplier_id) if supplier_id is not None else []
    if measure == "reply_time":
        return _reply_chart(answers.questions(db, as_of), supplier_id, as_of, actions, months)
    return _chart(_of(stored.load(db, as_of), supplier_id), measure, actions, months)


def suppliers(
    db: Database,
    *,
    as_of: date,
    period: Period,
    report: Report = silent,
    cancelled: IsCancelled = never,
    weights: Mapping[str, float] = DEFAULT_WEIGHTS,
) -> list[SupplierRow]:
    """One row a supplier with lines, the weakest on-time record (by its pessimistic bound) first."""
    report(0, 0, "Reading order lines")
    history = stored.history(db)
    facts = history.at(as_of.toordinal())
    names = stored.names(db)
    gaps = {row.supplier_id: row for row in lead_time_table(facts, names, by=("supplier",), service_level=0.8).rows}
    asked = answers.questions(db, as_of)
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
        row = _row(history, mine, supplier, names, asked, gaps.get(supplier), prior, period, as_of, weights)
        found.append(row)
        report(place + 1, len(ids), "Comparing suppliers")
    return sorted(found, key=lambda row: (row.on_time.interval or (2.0, 2.0))[0])


def supplier_figures(
    db: Database,
    supplier_id: int,
    *,
    as_of: date,
    period: Period,
    weights: Mapping[str, float] = DEFAULT_WEIGHTS,
    forecasts: Sequence[LineForecast] | None = None,
) -> SupplierFigures:
    """Everything a scorecard and a supplier's page show.

    `forecasts`: those of all open lines, where they are known already (for many suppliers one after the other).
    """
    history = stored.history(db)
    everything = history.at(as_of.toordinal())
    names = stored.names(db)
    if supplier_id not in names.suppliers:
        raise NotFound(f"There is no supplier {supplier_id} in this workspace.")
    facts = _of(everything, supplier_id)
    before = period.previous
    asked = answers.questions(db, as_of)
    [responsive] = responsiveness(db, as_of=as_of, supplier_id=supplier_id)
    gaps = lead_time_table(everything, names, by=("supplier",), service_level=0.8)
    gap = next((row for row in gaps.rows if row.supplier_id == supplier_id), None)
    current, previous = (_parts(history, facts, asked, supplier_id, gap, p, as_of, weights) for p in (period, before))
    stage_lines, times, known = stage_times(db, period=period, as_of=as_of, supplier_id=supplier_id)
    stages, parties = (
        linked(by, stage_lines, times, known=known, names=names, period=period) for by in ("stage", "party")
    )
    changed = answers.changes_by_us(db, as_of)
    open_ids = facts.line_id[facts.is_open].tolist()
    if forecasts is None:
        forecasts = forecasting.forecast(db, as_of=as_of, levels=(0.5, 0.8), line_ids=open_ids) if open_ids else ()
    at_risk = [one for one in forecasts if one.supplier_id == supplier_id]
    actions = answers.actions(db, supplier_id)
    receipts = int((facts.received > 0).sum())
    return SupplierFigures(
        supplier_id=supplier_id,
        supplier=names.suppliers[supplier_id],
        country=names.countries[supplier_id],
        period_name=period.name,
        period=(period.start, period.end),
        previous_name=before.name,
        as_of=as_of,
        lines=current.on_time.first_promise.n,
        receipts=receipts,
        open_lines=len(open_ids),
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
        behaviour=_chart(facts, "on_time", actions, 12),
        lateness_chart=_chart(facts, "lateness", actions, 12),
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


def _parts(
    history: History,
    facts: LineFacts,
    asked: answers.Questions,
    supplier_id: int,
    gap: LeadTimeRow | None,
    period: Period,
    as_of: date,
    weights: Mapping[str, float],
) -> _Parts:
    three = _on_time(history, facts, period)
    moved = promising.behaviour(history, facts, _promised_in(facts, period))
    return _Parts(three, moved, _grade(three, moved, asked, supplier_id, gap, period, as_of, weights))


def _grade(
    three: OnTime,
    moved: PromiseBehaviour,
    asked: answers.Questions,
    supplier_id: int,
    gap: LeadTimeRow | None,
    period: Period,
    as_of: date,
    weights: Mapping[str, float],
) -> Grade:
    otif = three.first_promise.otif
    steady = shrinkage.plain_rate(max(0, moved.lines - moved.slipped_lines), moved.lines)
    prompt = _prompt(asked, supplier_id, period, as_of)
    share = None
    if gap is not None and gap.hope_gap_days is not None and gap.erp_days:
        share = max(0, gap.hope_gap_days) / gap.erp_days
    return grading.grade(
        [
            grading.rate_part("otif", weights, otif),
            grading.rate_part("promises", weights, steady),
            grading.rate_part("responsiveness", weights, prompt),
            grading.gap_part("lead_time", weights, share, gap.n if gap else 0),
        ],
        otif.n,
    )


def _prompt(asked: answers.Questions, supplier_id: int, period: Period, as_of: date) -> Rate:
    """Share of our questions in the period answered within two working days (18 hours); open ones past that miss."""
    mine = (asked.supplier == supplier_id) & asked.by_us
    start, end = (_midnight(day) for day in (period.start, period.end))
    mine &= (asked.asked >= start) & (asked.asked < end + 86_400)
    now = _midnight(as_of) + 86_400
    hours = answering.working_hours(asked.asked[mine], np.nan_to_num(asked.answered[mine], nan=now))
    is_answered = ~np.isnan(asked.answered[mine])
    judged = is_answered | (hours > 18)
    return shrinkage.plain_rate(int((judged & is_answered & (hours <= 18)).sum()), int(judged.sum()))


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


def _of(facts: LineFacts, supplier_id: int | None) -> LineFacts:
    return facts if supplier_id is None else facts.select(facts.supplier == supplier_id)


def _promised_in(facts: LineFacts, period: Period | None) -> NDArray[Any]:
    if period is None:
        return np.ones(len(facts), dtype=bool)
    base = np.where(facts.first_promise != MISSING, facts.first_promise, facts.required)
    base = np.where(base != MISSING, base, facts.issued)
    return (base >= period.start.toordinal()) & (base <= period.end.toordinal())


def _prior(facts: LineFacts, period: Period) -> tuple[float, float]:
    """What peers' on-time rates look like: the ground on which small suppliers stand."""
    day = facts.first_promise
    due = timing.is_due(facts, day, period.start.toordinal(), period.end.toordinal())
    kept = timing.is_on_time(facts, day) & due
    _, code = np.unique(facts.supplier, return_inverse=True)
    if not len(code):
        return 1.0, 1.0
    weight = shrinkage.recency(facts.as_of - day)
    hits = np.bincount(code, weights=weight * kept)
    return shrinkage.beta_prior(hits, np.bincount(code, weights=weight * due))


def _row(
    history: History,
    mine: LineFacts,
    supplier: int,
    names: stored.Names,
    asked: answers.Questions,
    gap: LeadTimeRow | None,
    prior: tuple[float, float],
    period: Period,
    as_of: date,
    weights: Mapping[str, float],
) -> SupplierRow:
    parts = _parts(history, mine, asked, supplier, gap, period, as_of, weights)
    day = mine.first_promise
    due = timing.is_due(mine, day, period.start.toordinal(), period.end.toordinal())
    weight = shrinkage.recency(mine.as_of - day) * due
    kept = float((weight * timing.is_on_time(mine, day)).sum())
    questions = (asked.supplier == supplier) & asked.by_us
    replies = _replies(asked, questions, as_of)
    return SupplierRow(
        supplier_id=supplier,
        supplier=names.suppliers.get(supplier, ""),
        country=names.countries.get(supplier),
        internal=supplier in names.internal,
        lines=len(mine),
        open=int(mine.is_open.sum()),
        past_due=int((mine.is_open & (mine.promise != MISSING) & (mine.promise < mine.as_of)).sum()),
        on_time=shrinkage.posterior(kept, float(weight.sum()), *prior, counted=int(due.sum())),
        lateness_p80=parts.on_time.first_promise.lateness_p80,
        planning_days=gap.planning_days if gap else None,
        hope_gap_days=gap.hope_gap_days if gap else None,
        reply_p50_hours=replies.p50,
        open_questions=replies.open,
        slips=parts.promises.slips,
        grade=parts.grade,
    )


def _replies(asked: answers.Questions, chosen: NDArray[Any], as_of: date) -> answering.Answering:
    if not chosen.any():
        return NO_ANSWERS
    now = _midnight(as_of) + 86_400
    hours = answering.working_hours(asked.asked[chosen], np.nan_to_num(asked.answered[chosen], nan=now))
    return answering.answering(hours, ~np.isnan(asked.answered[chosen]))


def _answers(
    facts: LineFacts,
    asked: answers.Questions,
    supplier: int,
    names: stored.Names,
    as_of: date,
    *,
    held: Mapping[int, tuple[int, int]],
    nudged: Mapping[int, int],
) -> Responsiveness:
    mine = facts.select((facts.supplier == supplier) & (facts.issued_basis == 0) & ~facts.is_cancelled)
    told = np.where(mine.acknowledged != MISSING, mine.acknowledged, mine.first_promise_known)
    answered = (told != MISSING) & (told >= mine.issued)
    # A promise dated with the order itself tells nothing of how fast it was given.
    telling = ~(answered & (told == mine.issued) & (mine.acknowledged == MISSING))
    waiting = np.where(answered, told, np.where(mine.is_done, mine.completed, mine.as_of))
    days = np.maximum(promising.working_days(mine.issued, waiting), 0)
    ours = (asked.supplier == supplier) & asked.by_us
    theirs = (asked.supplier == supplier) & ~asked.by_us
    settled = ~np.isnan(asked.answered)
    done = ours & settled
    is_open = ours & ~settled
    oldest = int((_midnight(as_of) + 86_400 - asked.asked[is_open].min()) // 86_400) if is_open.any() else None
    held_count, planned = held.get(supplier, (0, 0))
    judged = telling & (answered | (days > 2))
    return Responsiveness(
        supplier_id=supplier,
        supplier=names.suppliers.get(supplier, ""),
        acknowledgement=answering.answering(days[telling], answered[telling]),
        acknowledged_in_two=shrinkage.plain_rate(int((judged & answered & (days <= 2)).sum()), int(judged.sum())),
        replies=_replies(asked, ours, as_of),
        our_replies=_replies(asked, theirs, as_of),
        nudges_per_answer=nudged.get(supplier, 0) / int(done.sum()) if done.any() else None,
        answers_with_date=shrinkage.plain_rate(
            int((done & asked.wanted_date & asked.with_date).sum()), int((done & asked.wanted_date).sum())
        ),
        check_ins=shrinkage.plain_rate(held_count, planned),
        open_questions=int(is_open.sum()),
        oldest_open_days=oldest,
    )


def _chart(facts: LineFacts, measure: str, actions: list[tuple[date, str]], months: int) -> BehaviourChart:
    """Monthly points: of on_time by first promise, of the others by completion."""
    base = np.where(facts.first_promise != MISSING, facts.first_promise, facts.required)
    values: NDArray[Any]
    if measure == "on_time":
        due = timing.is_due(facts, base, 0, facts.as_of)
        values, day, chosen = timing.is_on_time(facts, base) & due, base, due
    elif measure == "lateness":
        chosen = facts.is_done & (base != MISSING)
        values, day = np.maximum(facts.completed - base, 0), facts.completed
    else:
        chosen = facts.is_done & (facts.issued != MISSING) & (facts.completed >= facts.issued)
        values, day = facts.completed - facts.issued, facts.completed
    unit = "share" if measure == "on_time" else "days"
    points = _monthly(values[chosen].astype(float), day[chosen], facts.line_id[chosen], facts.as_of, months)
    return _limits(measure, unit, points, actions, lower_is_better=measure != "on_time")


def _reply_chart(
    asked: answers.Questions, supplier_id: int | None, as_of: date, actions: list[tuple[date, str]], months: int
) -> BehaviourChart:
    mine = asked.by_us & ~np.isnan(asked.answered)
    if supplier_id is not None:
        mine &= asked.supplier == supplier_id
    hours = answering.working_hours(asked.asked[mine], asked.answered[mine])
    day = (asked.asked[mine] // 86_400).astype(np.int64) + promising.EPOCH
    points = _monthly(hours, day, np.zeros(len(hours), dtype=np.int64), as_of.toordinal(), months)
    points = [(label, value, count, ()) for label, value, count, _ in points]
    return _limits("reply_time", "hours", points, actions, lower_is_better=True)


Points = list[tuple[str, float, int, tuple[int, ...]]]


def _monthly(
    values: NDArray[Any],
    day: NDArray[Any],
    line_id: NDArray[Any],
    as_of: int,
    months: int,
) -> Points:
    """Month, mean, count and lines; months without lines are left out."""
    when = (day - promising.EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    last = date.fromordinal(as_of)
    current = (last.year - 1970) * 12 + last.month - 1
    found = []
    for month in range(current - months + 1, current + 1):
        here = when == month
        if here.any():
            label = f"{1970 + month // 12}-{month % 12 + 1:02d}"
            found.append((label, float(values[here].mean()), int(here.sum()), tuple(line_id[here].tolist())))
    return found


def _limits(
    measure: str, unit: str, points: Points, actions: list[tuple[date, str]], *, lower_is_better: bool
) -> BehaviourChart:
    labels = [point[0] for point in points]
    marks = []
    for day, what in actions:
        place = next((i for i, label in enumerate(labels) if label >= f"{day:%Y-%m}"), None)
        if place is not None:
            marks.append((place, what))
    return charting.chart(
        measure,
        unit,
        labels=labels,
        values=[point[1] for point in points],
        counts=[point[2] for point in points],
        line_ids=[point[3] for point in points],
        actions=marks,
        log_scale=unit != "share",
        lower_is_better=lower_is_better,
        floor=0.0,
        ceiling=1.0 if unit == "share" else None,
    )


def _worst(db: Database, facts: LineFacts, names: stored.Names, period: Period, most: int = 15) -> tuple[LateLine, ...]:
    base = np.where(facts.first_promise != MISSING, facts.first_promise, facts.required)
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
        ("no sent date", int((facts.issued_basis != 0).sum())),
        ("no promise", int((facts.promise == MISSING).sum())),
        ("no required date", int((facts.required == MISSING).sum())),
    )
    return tuple((what, count) for what, count in counts if count)


def _rejected(facts: LineFacts) -> float | None:
    received = float(facts.received.sum())
    return 1e6 * float(facts.rejected.sum()) / received if received > 0 and facts.rejected.any() else None


def _midnight(day: date) -> float:
    return float(day.toordinal() - promising.EPOCH) * 86_400


def default_period(as_of: date) -> Period:
    """The twelve months up to a day."""
    return periods.year_to(as_of)
