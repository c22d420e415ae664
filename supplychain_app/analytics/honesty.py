"""Signs that dates were copied, edited afterwards, or cannot be right; each answers with a mask of lines."""

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics.lead_times import LONGEST
from supplychain_app.analytics.line_facts import MISSING, SENT, Codes, History, LineFacts
from supplychain_app.domain.calendars import Calendars, WorkingCalendar, weekend_of

Mask = NDArray[Any]

EARLIEST, LATEST_AHEAD = 719_163 + 3652, 3650  # 1980; ten years ahead of today
FEWEST = 20
_DAYS = date.max.toordinal() + 1
_MIX = np.uint64(0x9E3779B97F4A7C15)


def exact_on_the_day(facts: LineFacts) -> tuple[Mask, float | None]:
    """Lines that arrived exactly on their promise where far more do so than land on the days around it.

    Honest deliveries scatter: the exact day holds at most a few times as many as the two days beside it. Reported
    where at least 40 % of lines are exact and the day holds five times its neighbours' mean.
    """
    judged = facts.is_done & (facts.promise != MISSING)
    delay = (facts.completed - facts.promise)[judged]
    nothing = np.zeros(len(facts), dtype=bool)
    if len(delay) < FEWEST:
        return nothing, None
    exact = delay == 0
    share = float(exact.mean())
    beside = float((np.abs(delay) == 1).sum()) / 2
    if share < 0.4 or exact.sum() < 5 * max(beside, 1.0):
        return nothing, share
    found: Mask = judged.copy()
    found[judged] = exact
    return found, share


def dummy_promise(facts: LineFacts) -> Mask:
    """The promise is the day of the order itself, and the line did not arrive that day."""
    same = (facts.promise != MISSING) & (facts.promise == facts.issued) & (facts.issued_basis == 0)
    found: Mask = same & (facts.completed != facts.issued)
    return found


def copied_required(facts: LineFacts) -> Mask:
    """Lines of suppliers whose first promise is the required date on 95 % of twenty lines or more."""
    both = (facts.first_promise != MISSING) & (facts.required != MISSING)
    same: Mask = both & (facts.first_promise == facts.required)
    _, code = np.unique(facts.supplier, return_inverse=True)
    if not len(code):
        return same
    n, hits = np.bincount(code, weights=both), np.bincount(code, weights=same)
    copied = (n >= FEWEST) & (hits >= 0.95 * n)
    found: Mask = same & copied[code]
    return found


def posted_in_batches(facts: LineFacts) -> Mask:
    """Lines booked three days or more after arrival on days that hold such lines of many different arrival days."""
    posted = facts.is_done & (facts.posted != MISSING)
    late = posted & (facts.posted - facts.completed >= 3)
    if late.sum() < FEWEST:
        return np.zeros(len(facts), dtype=bool)
    days, code = np.unique(facts.posted[late], return_inverse=True)
    pairs = np.unique(np.stack([code, facts.completed[late]]), axis=1)
    distinct = np.bincount(pairs[0], minlength=len(days))
    found: Mask = np.zeros(len(facts), dtype=bool)
    found[late] = distinct[code] >= 4
    return found


def on_weekend(facts: LineFacts, calendars: Calendars) -> Mask:
    """The current promise falls on the supplier's weekend: Saturday and Sunday, where nothing else is known of it."""
    countries = {calendars.of(supplier).country for supplier in np.unique(facts.supplier).tolist()}
    rests = {day for country in countries for day in weekend_of(country)}
    near = np.isin((facts.promise - 1) % 7 + 1, sorted(rests))
    return _where(facts, near, calendars, WorkingCalendar.is_weekend)


def while_closed(facts: LineFacts, calendars: Calendars) -> Mask:
    """Open lines whose current promise falls into a closure of the supplier's own."""
    some = [supplier for supplier, calendar in calendars.suppliers.items() if calendar.own]
    near = facts.is_open & np.isin(facts.supplier, some)
    return _where(facts, near, calendars, lambda calendar, day: calendar.closure(day) is not None)


def _where(
    facts: LineFacts, near: Mask, calendars: Calendars, is_such: Callable[[WorkingCalendar, date], bool]
) -> Mask:
    """Of these lines, those whose promised day is such by the supplier's calendar; few calendars and days differ."""
    found: Mask = near & (facts.promise != MISSING)
    suppliers, of_line = np.unique(facts.supplier[found], return_inverse=True)
    known: dict[WorkingCalendar, int] = {}
    code = np.array([known.setdefault(calendars.of(one), len(known)) for one in suppliers.tolist()], dtype=np.int64)
    alike, place = np.unique(code[of_line] * _DAYS + facts.promise[found], return_inverse=True)
    kinds = list(known)
    told = (divmod(one, _DAYS) for one in alike.tolist())
    answers = [is_such(kinds[kind], date.fromordinal(day)) for kind, day in told]
    found[found] = np.array(answers, dtype=bool)[place]
    return found


def negative(facts: LineFacts) -> Mask:
    """Arrived before the order was sent, or promised for before it."""
    sent = facts.issued_basis == 0
    found: Mask = sent & (
        (facts.is_done & (facts.completed < facts.issued))
        | ((facts.first_promise != MISSING) & (facts.first_promise < facts.issued))
    )
    return found


def booked_before_arrival(history: History) -> Codes:
    """Ids of lines of which a receipt is booked before the day on which the goods came."""
    receipts = history.receipts
    early = (receipts.posted != MISSING) & (receipts.posted < receipts.day)
    found: Codes = history.lines.line_id[np.unique(receipts.line[early])]
    return found


def absurd(facts: LineFacts, today: int) -> Mask:
    """A date before 1980 or more than ten years ahead, or a lead time of years."""
    found = np.zeros(len(facts), dtype=bool)
    for days in (facts.issued, facts.required, facts.promise, facts.completed):
        found |= (days != MISSING) & ((days < EARLIEST) | (days > today + LATEST_AHEAD))
    timed = facts.is_done & (facts.issued_basis == SENT)
    found |= timed & (facts.completed - facts.issued > LONGEST)
    return found


def after_today(facts: LineFacts, today: int) -> Mask:
    """Booked as received on a day that has not come yet."""
    found: Mask = facts.is_done & (facts.completed > today)
    return found


def repeated(facts: LineFacts) -> Mask:
    """Lines that look like one of another order: same supplier, material, quantity, sent and required date."""
    told = (facts.supplier >= 0) & (facts.material >= 0) & (facts.issued_basis == SENT) & (facts.required != MISSING)
    lines = np.flatnonzero(told & ~facts.is_cancelled)
    columns = [getattr(facts, name)[lines] for name in ("supplier", "material", "issued", "required", "quantity")]
    # Sorted by one number made of all five, which others hardly ever share, lines alike stand side by side.
    mixed = np.zeros(len(lines), dtype=np.uint64)
    for column in columns:
        mixed = (mixed ^ column.astype(np.float64).view(np.uint64)) * _MIX
        mixed ^= mixed >> np.uint64(29)
    order = np.argsort(mixed)
    found = np.zeros(len(facts), dtype=bool)
    if not len(order):
        return found
    begins = np.ones(len(order), dtype=bool)
    begins[1:] = np.logical_or.reduce([column[order][1:] != column[order][:-1] for column in columns])
    starts, orders = np.flatnonzero(begins), facts.order_id[lines[order]]
    several = np.minimum.reduceat(orders, starts) < np.maximum.reduceat(orders, starts)
    found[lines[order]] = several[np.cumsum(begins) - 1]
    return found
