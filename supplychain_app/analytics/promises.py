"""How suppliers treat their promises: slips, notice, and whether the second promise holds."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics import shrinkage, working_time
from supplychain_app.analytics.line_facts import MISSING, History, LineFacts
from supplychain_app.analytics.rates import Rate
from supplychain_app.domain.calendars import Calendars


@dataclass(frozen=True, slots=True)
class Horizon:
    """Promises that were made so many days ahead, and how many of those that fell due were kept."""

    first: int
    last: int | None  # None: any number of days more
    kept: Rate
    line_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PromiseBehaviour:
    """Over the lines whose first promise lies in the period."""

    lines: int  # with a promise
    slips: int  # later moves
    pull_ins: int  # earlier moves
    slipped_lines: int
    days_slipped: int  # Σ max(0, next − previous)
    net_days: float | None  # mean of last − first promise
    notice_p50: float | None  # days of warning of a slip: old promise − the day we were told
    noticed: Rate  # share of slips with five working days' notice or more
    second_kept: Rate  # the date given at the first slip kept, of the lines that slipped; a later move breaks it
    kept_by_horizon: tuple[Horizon, ...]  # every promise given, kept against how far ahead it was made
    never_confirmed: int  # lines without any promise or acknowledgement
    never_confirmed_age_p50: float | None  # days since they were sent
    slipped_line_ids: tuple[int, ...]
    unconfirmed_line_ids: tuple[int, ...]


HORIZONS = ((0, 14), (15, 30), (31, 60), (61, 120), (121, None))  # days ahead
NOTICE_WORKING_DAYS = 5

Array = NDArray[Any]


@dataclass(frozen=True)
class Moves:
    """Every change of a promise known by a day: line (index into History), old and new day, and when we were told."""

    line: Array
    old: Array
    new: Array
    known: Array


def moves(history: History, as_of: int) -> Moves:
    """Consecutive promises of one line that differ; one that answers a new request of ours moved on our account."""
    ledger = history.promises
    chosen = np.flatnonzero(ledger.known <= as_of)
    line, day, known = ledger.line[chosen], ledger.day[chosen], ledger.known[chosen]
    theirs = ~np.isin(chosen[1:], history.answers_to_us(as_of))
    moved = np.flatnonzero((line[1:] == line[:-1]) & (day[1:] != day[:-1]) & theirs) + 1
    return Moves(line[moved], day[moved - 1], day[moved], known[moved])


def behaviour(
    history: History, facts: LineFacts, chosen: Array, calendars: Calendars, every: Moves | None = None
) -> PromiseBehaviour:
    """Over the chosen lines of `facts` (a mask); `every`: the moves, where they are known already."""
    mine = facts.select(chosen)
    places = np.searchsorted(history.lines.line_id, mine.line_id)
    every = moves(history, facts.as_of) if every is None else every
    # Moves are sorted by line, as places are.
    low, high = np.searchsorted(every.line, [places[0], places[-1] + 1]) if len(places) else (0, 0)
    near = Moves(*(getattr(every, name)[low:high] for name in ("line", "old", "new", "known")))
    own = np.isin(near.line, places)
    line, old, new, known = near.line[own], near.old[own], near.new[own], near.known[own]
    later = new > old
    promised = mine.promise != MISSING
    notice = (old - known)[later]
    warned = working_time.by_supplier(
        working_time.days_between, known[later], old[later], history.lines.supplier[line[later]], calendars
    )
    enough = warned >= NOTICE_WORKING_DAYS
    slipped = np.isin(places, line[later])
    at = np.searchsorted(places, line)
    # Sorted by line and when we were told: the first of each line's slips.
    of_line, first = np.unique(at[later], return_index=True)
    second_kept, second_judged = _kept(mine.select(of_line), new[later][first])
    given = np.flatnonzero(promised)
    every_line = np.concatenate((given, at))
    day = np.concatenate((mine.graded[given], new))
    ahead = day - np.concatenate((mine.graded_known[given], known))
    kept, judged = _kept(mine.select(every_line), day)
    unconfirmed = ~promised & (mine.acknowledged == MISSING) & mine.is_open
    ages = (facts.as_of - mine.issued)[unconfirmed & (mine.issued != MISSING)]
    return PromiseBehaviour(
        lines=int(promised.sum()),
        slips=int(later.sum()),
        pull_ins=int((~later).sum()),
        slipped_lines=int(slipped.sum()),
        days_slipped=int((new - old)[later].sum()),
        net_days=float((mine.promise - mine.graded)[promised].mean()) if promised.any() else None,
        notice_p50=float(np.median(notice)) if len(notice) else None,
        noticed=shrinkage.plain_rate(int(enough.sum()), len(notice)),
        second_kept=shrinkage.plain_rate(int(second_kept.sum()), int(second_judged.sum())),
        kept_by_horizon=tuple(
            Horizon(
                first,
                last,
                shrinkage.plain_rate(int((kept & within).sum()), int(within.sum())),
                tuple(np.unique(mine.line_id[every_line[within]]).tolist()),
            )
            for first, last in HORIZONS
            for within in [judged & (ahead >= first) & (ahead <= (np.inf if last is None else last))]
        ),
        never_confirmed=int(unconfirmed.sum()),
        never_confirmed_age_p50=float(np.median(ages)) if len(ages) else None,
        slipped_line_ids=tuple(mine.line_id[slipped].tolist()),
        unconfirmed_line_ids=tuple(mine.line_id[unconfirmed].tolist()),
    )


def _kept(facts: LineFacts, promise: Array) -> tuple[Array, Array]:
    """Was this promise of each line kept, and can that be said yet."""
    due = promise + facts.late_allowed
    judged = ~facts.is_cancelled & (facts.is_done | (due < facts.as_of))
    kept = judged & facts.is_done & (facts.completed <= due)
    return kept, judged
