"""How fast suppliers acknowledge and answer, from questions, acknowledgements and check-ins."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics import responsiveness as answering
from supplychain_app.analytics import shrinkage, working_time
from supplychain_app.analytics.line_facts import MISSING, LineFacts
from supplychain_app.analytics.rates import Rate
from supplychain_app.analytics.responsiveness import Responsiveness
from supplychain_app.domain.calendars import Calendars, WorkingCalendar
from supplychain_app.domain.periods import Period
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.storage import answers
from supplychain_app.storage import facts as stored
from supplychain_app.storage.connection import Database

NO_ANSWERS = answering.answering(np.zeros(0), np.zeros(0, dtype=bool))
PROMPT_HOURS = 18.0  # two working days


def responsiveness(
    db: Database,
    *,
    as_of: date,
    period: Period | None = None,
    supplier_id: int | None = None,
    knowledge: Knowledge | None = None,
) -> tuple[Responsiveness, ...]:
    """Answering times of each supplier (or one), the slowest first; without a question or order: left out.

    Over the questions asked and the orders sent in the period (None: ever); what is still open is told of all.
    """
    knowledge = knowledge or Knowledge()
    facts, names = knowledge.facts(db, as_of), knowledge.names(db)
    asked, calendars = knowledge.questions(db, as_of), knowledge.calendars(db)
    held, nudged = knowledge.check_ins(db, as_of), knowledge.nudges(db, as_of)
    wanted = sorted({*facts.supplier.tolist(), *asked.supplier.tolist()} - {-1})
    if supplier_id is not None:
        wanted = [supplier_id]
    found = [
        _answers(facts, asked, supplier, names, as_of, calendars, period=period, held=held, nudged=nudged)
        for supplier in wanted
    ]
    found = [one for one in found if supplier_id is not None or one.replies.n or one.acknowledgement.n]
    return tuple(sorted(found, key=lambda one: (-(one.replies.p50 or -1.0), -one.open_questions, one.supplier)))


def prompt_answers(
    asked: answers.Questions, supplier_id: int, period: Period, as_of: date, calendar: WorkingCalendar
) -> Rate:
    """Share of our questions in the period answered within two working days; open ones past that miss."""
    mine = (asked.supplier == supplier_id) & asked.by_us & asked_in(asked, period)
    now = _midnight(as_of) + 86_400
    hours = working_time.hours_between(asked.asked[mine], np.nan_to_num(asked.answered[mine], nan=now), calendar)
    is_answered = ~np.isnan(asked.answered[mine])
    judged = is_answered | (hours > PROMPT_HOURS)
    return shrinkage.plain_rate(int((judged & is_answered & (hours <= PROMPT_HOURS)).sum()), int(judged.sum()))


def asked_in(asked: answers.Questions, period: Period | None) -> NDArray[Any]:
    """The questions of the period; None: all."""
    if period is None:
        return np.ones(len(asked.asked), dtype=bool)
    found: NDArray[Any] = asked.asked >= _midnight(period.start)
    return found & (asked.asked < _midnight(period.end) + 86_400)


def reply_times(
    asked: answers.Questions, chosen: NDArray[Any], as_of: date, calendar: WorkingCalendar
) -> answering.Answering:
    """Working hours until the answer, by the calendar of whoever owes it."""
    if not chosen.any():
        return NO_ANSWERS
    now = _midnight(as_of) + 86_400
    hours = working_time.hours_between(asked.asked[chosen], np.nan_to_num(asked.answered[chosen], nan=now), calendar)
    return answering.answering(hours, ~np.isnan(asked.answered[chosen]))


def _answers(
    facts: LineFacts,
    asked: answers.Questions,
    supplier: int,
    names: stored.Names,
    as_of: date,
    calendars: Calendars,
    *,
    period: Period | None,
    held: Mapping[int, tuple[int, int]],
    nudged: Mapping[int, int],
) -> Responsiveness:
    sent = (facts.supplier == supplier) & (facts.issued_basis == 0) & ~facts.is_cancelled
    if period is not None:
        sent &= (facts.issued >= period.start.toordinal()) & (facts.issued <= period.end.toordinal())
    mine = facts.select(sent)
    calendar = calendars.of(supplier)
    days, acknowledged = _acknowledgements(mine, calendar)
    ours = (asked.supplier == supplier) & asked.by_us
    theirs = (asked.supplier == supplier) & ~asked.by_us
    settled, within = ~np.isnan(asked.answered), asked_in(asked, period)
    done = ours & settled
    is_open = ours & ~settled
    oldest = int((_midnight(as_of) + 86_400 - asked.asked[is_open].min()) // 86_400) if is_open.any() else None
    held_count, planned = held.get(supplier, (0, 0))
    judged = acknowledged | (days > 2)
    return Responsiveness(
        supplier_id=supplier,
        supplier=names.suppliers.get(supplier, ""),
        acknowledgement=answering.answering(days, acknowledged),
        acknowledged_in_two=shrinkage.plain_rate(int((acknowledged & (days <= 2)).sum()), int(judged.sum())),
        replies=reply_times(asked, ours & within, as_of, calendar),
        our_replies=reply_times(asked, theirs & within, as_of, calendars.ours),
        nudges_per_answer=nudged.get(supplier, 0) / int(done.sum()) if done.any() else None,
        answers_with_date=shrinkage.plain_rate(
            int((done & asked.wanted_date & asked.with_date).sum()), int((done & asked.wanted_date).sum())
        ),
        check_ins=shrinkage.plain_rate(held_count, planned),
        open_questions=int(is_open.sum()),
        oldest_open_days=oldest,
    )


def _acknowledgements(facts: LineFacts, calendar: WorkingCalendar) -> tuple[NDArray[Any], NDArray[Any]]:
    """Working days until the first word on each order, or so far, and whether there was one.

    An order is one letter: it is answered once, however many lines it has.
    """
    told = np.where(facts.acknowledged != MISSING, facts.acknowledged, facts.first_promise_known)
    answered = (told != MISSING) & (told >= facts.issued)
    # A promise dated with the order itself tells nothing of how fast it was given.
    telling = np.flatnonzero(~(answered & (told == facts.issued) & (facts.acknowledged == MISSING)))
    waiting = np.where(answered, told, np.where(facts.is_done, facts.completed, facts.as_of))
    days = np.maximum(working_time.days_between(facts.issued, waiting, calendar), 0)
    # Of each order the line that was answered first; where none was, the one that waited longest.
    lines = telling[np.lexsort((np.where(answered, days, -days)[telling], ~answered[telling], facts.order_id[telling]))]
    _, first = np.unique(facts.order_id[lines], return_index=True)
    return days[lines[first]], answered[lines[first]]


def _midnight(day: date) -> float:
    return float(day.toordinal() - working_time.EPOCH) * 86_400
