"""How the figures of a supplier, or of all, change from month to month."""

from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics import behaviour_chart as charting
from supplychain_app.analytics import on_time as timing
from supplychain_app.analytics import working_time
from supplychain_app.analytics.behaviour_chart import BehaviourChart
from supplychain_app.analytics.lead_times import LONGEST
from supplychain_app.analytics.line_facts import MISSING, NO_START, LineFacts
from supplychain_app.domain.calendars import Calendars
from supplychain_app.domain.errors import InvalidInput
from supplychain_app.language import tr
from supplychain_app.services import working_days
from supplychain_app.storage import answers
from supplychain_app.storage import facts as stored
from supplychain_app.storage.connection import Database

MEASURES = ("lateness", "lead_time", "reply_time", "on_time")


def behaviour(db: Database, *, measure: str, supplier_id: int | None, as_of: date, months: int = 24) -> BehaviourChart:
    """How a measure moved month by month: lateness, lead_time, reply_time (hours) or on_time (share)."""
    if measure not in MEASURES:
        raise InvalidInput(
            tr("There is no chart of “{measure}”. Choose from {choices}.", measure=measure, choices=", ".join(MEASURES))
        )
    actions = answers.actions(db, supplier_id) if supplier_id is not None else []
    if measure == "reply_time":
        asked, calendars = answers.questions(db, as_of), working_days.calendars(db)
        return reply_chart(asked, calendars, supplier_id, as_of, actions, months)
    return monthly_chart(stored.load(db, as_of).of_supplier(supplier_id), measure, actions, months)


def monthly_chart(
    facts: LineFacts, measure: str, actions: list[tuple[date, str]], months: int, *, until: date | None = None
) -> BehaviourChart:
    """Monthly points up to a day: of on_time by first promise, of the others by completion.

    On time counts every line that was due. How late lines were and how long they took is known of finished ones only;
    a span of years is an error in the data, as in the table of lead times, and would flatten the chart.
    """
    last = facts.as_of if until is None else until.toordinal()
    base = facts.due
    values: NDArray[Any]
    if measure == "on_time":
        due = timing.is_due(facts, base, 0, facts.as_of)
        values, day, chosen = timing.is_on_time(facts, base) & due, base, due
    elif measure == "lateness":
        values, day = np.maximum(facts.completed - base, 0), facts.completed
        chosen = facts.is_done & (base != MISSING) & (values <= LONGEST)
    else:
        values, day = facts.completed - facts.issued, facts.completed
        started = (facts.issued_basis != NO_START) & (facts.issued != MISSING)
        chosen = facts.is_done & started & (values >= 0) & (values <= LONGEST)
    unit = "share" if measure == "on_time" else "days"
    points = _monthly(values[chosen].astype(float), day[chosen], facts.line_id[chosen], last, months)
    return _limits(measure, unit, points, actions, lower_is_better=measure != "on_time")


def reply_chart(
    asked: answers.Questions,
    calendars: Calendars,
    supplier_id: int | None,
    as_of: date,
    actions: list[tuple[date, str]],
    months: int,
) -> BehaviourChart:
    """Working hours to the answer of our questions, by the month in which they were asked."""
    mine = asked.by_us & ~np.isnan(asked.answered)
    if supplier_id is not None:
        mine &= asked.supplier == supplier_id
    hours = working_time.by_supplier(
        working_time.hours_between, asked.asked[mine], asked.answered[mine], asked.supplier[mine], calendars
    )
    day = (asked.asked[mine] // 86_400).astype(np.int64) + working_time.EPOCH
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
    when = (day - working_time.EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
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
