"""Planning lead times: the quantile at a service level, how much of it is borrowed, and the hope gap.

Lead time runs from *issued* to *completed* in calendar days, by Kaplan–Meier: open lines are censored at the as-of
date, lines that entered our view late are at risk only from their age then. Groups of few lines lean on their
parents by weighted pseudo-orders (analytics/shrinkage.py).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics import crossings, shrinkage
from supplychain_app.analytics.groups import Grouping, group_by, levels, parents_of
from supplychain_app.analytics.lead_time_rows import Columns, LeadTimeRow, LeadTimeRows
from supplychain_app.analytics.line_facts import MISSING, NO_START, LeadLines, LineFacts
from supplychain_app.analytics.survival import Curve, kaplan_meier

LONGEST = 1500  # days; a longer lead time is an error in the data
PSEUDO_ORDERS = 10.0

Ages = NDArray[Any]


@dataclass(frozen=True, slots=True)
class LeadTimeTable:
    rows: LeadTimeRows
    by: tuple[str, ...]
    service_level: float
    n: int
    open: int
    stand_in_share: float  # of lines without a sent date, whose created date stands in
    left_out: int  # lines without any start, or with absurd lead times


@dataclass(frozen=True, slots=True)
class LeadTimeDetail:
    """What the chart of one group needs."""

    row: LeadTimeRow
    curve: Curve
    days: tuple[int, ...]  # lead times of the completed lines
    ends: tuple[int, ...]  # completion days as ordinals, for the trend
    promised_days: tuple[int, ...]  # promised lead time of the same lines, where there is one, else -1
    day_line_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PeriodLeadTimes:
    """Of the lines issued in a period; None: not reached, or no lines."""

    n: int  # complete
    open: int
    p50: float | None
    p80: float | None


@dataclass(frozen=True)
class Spans:
    """Lead times of the usable lines: age at completion or today, age when first seen."""

    lines: LineFacts | LeadLines
    time: Ages
    event: Ages
    entry: Ages  # −1: seen from the start
    left_out: int


def spans(facts: LineFacts | LeadLines) -> Spans:
    """Lines with a start that came before today and before their completion, within reason."""
    event = facts.is_done
    end = np.where(event, facts.completed, facts.as_of)
    # A line cancelled by us was open until then: it is censored, not forgotten.
    cancelled = np.flatnonzero(facts.is_cancelled & ~event)
    end[cancelled] = np.minimum(facts.cancelled[cancelled], facts.as_of)
    time = end - facts.issued
    usable = (facts.issued_basis != NO_START) & (facts.issued != MISSING) & (time >= 0) & (time <= LONGEST)
    entry = facts.entered - facts.issued
    entry[entry <= 0] = -1
    if usable.all():
        return Spans(facts, time, event, entry, 0)
    place = np.flatnonzero(usable)
    return Spans(facts.select(place), time[place], event[place], entry[place], len(facts) - len(place))


def table(
    facts: LineFacts | LeadLines,
    by: Sequence[str],
    *,
    service_level: float,
    erp_days: Callable[[Grouping], Ages],
    names: Callable[[str, Sequence[int]], Sequence[str]],
    pseudo_orders: float = PSEUDO_ORDERS,
) -> LeadTimeTable:
    """One row per group of the fields `by`, worst hope gap first; those of too few lines to judge come last.

    erp_days: the ERP's figure for each group, or NaN; names: the texts of a field's values.
    """
    by = tuple(by)
    used = spans(facts)
    mine = used.lines
    grouping = group_by(mine, by)
    groups = len(grouping) if len(mine) else 0
    stand_in = float((mine.issued_basis != 0).mean()) if len(mine) else 0.0
    if not groups:
        return LeadTimeTable(LeadTimeRows(), by, service_level, 0, 0, 0.0, used.left_out)
    code = grouping.code
    done = np.bincount(code, weights=used.event, minlength=groups).astype(int)
    still = np.bincount(code, weights=mine.is_open, minlength=groups).astype(int)
    curves = kaplan_meier(used.time, used.event, entry=used.entry, group=code, groups=groups)
    p50, p80, p95 = (curves.quantiles(share) for share in (0.5, 0.8, 0.95))
    planning, low, high = _leaning(used, grouping, service_level, pseudo_orders)
    days, erp = np.ceil(planning), erp_days(grouping)
    gap = days - erp
    order = np.lexsort((-done, np.where(np.isnan(gap), 10**6, -gap), done < shrinkage.TOO_FEW))

    promised = (mine.promise != MISSING) & used.event

    def ids(field: str) -> Ages:
        values = grouping.values[:, by.index(field)].astype(float) if field in by else np.full(groups, np.nan)
        return np.where(values < 0, np.nan, values)

    def pair(name: str, low: Ages, high: Ages) -> dict[str, Ages]:
        return {f"{name}_low": low, f"{name}_high": high}

    lines, ends = _lines_by_group(mine, code, groups)
    columns = Columns(
        by=by,
        names=tuple(names(field, grouping.values[:, place].tolist()) for place, field in enumerate(by)),
        service_level=service_level,
        numbers={
            "supplier_id": ids("supplier"),
            "material_id": ids("material"),
            "n": done,
            "open": still,
            "p50": p50,
            "p80": p80,
            "p95": p95,
            **pair("p50_interval", *curves.quantile_limits(0.5)),
            **pair("p80_interval", *curves.quantile_limits(0.8)),
            "planning_days": days,
            **pair("interval", low, high),
            "erp_days": erp,
            "hope_gap_days": gap,
            "borrowed_share": pseudo_orders / (pseudo_orders + done) if by else np.zeros(groups),
            "bias_days": medians(mine.completed - mine.promise, promised, code, groups),
            "spread_days": p80 - p50,
            "trend_days_per_year": _trends(used, code, curves.quantiles(0.05), p95),
            "late_ordered_share": _ordered_below(mine, code, erp),
        },
        texts={"verdict": verdicts(done, gap, low, high, erp), "reason": _reasons(done, still, days)},
        lines=lines,
        ends=ends,
    )
    rows = LeadTimeRows(columns, order)
    return LeadTimeTable(rows, by, service_level, int(done.sum()), int(still.sum()), stand_in, used.left_out)


def verdicts(done: Ages, gap: Ages, low: Ages, high: Ages, erp: Ages) -> NDArray[np.str_]:
    """hopeful or padded where the whole interval lies on one side of the ERP's figure, fair where it holds it
    closely (within a week or a fifth), "" where it is too wide to say; NaN: not known.

    Fewer than five lines of its own prove nothing against a figure, whatever is borrowed.

    >>> verdicts(*map(np.atleast_1d, (9, 12.0, 36.0, 50.0, 30.0))).tolist()
    ['hopeful']
    """
    unknown = np.isnan(gap) | np.isnan(low) | (done < shrinkage.TOO_FEW)
    close = high - low <= np.maximum(14.0, 0.4 * erp)
    found: NDArray[np.str_] = np.select(
        [unknown, low > erp, np.isnan(high), high < erp, close], ["", "hopeful", "", "padded", "fair"], ""
    )
    return found


def detail(facts: LineFacts, row: LeadTimeRow) -> LeadTimeDetail:
    """What the chart of one group shows; `facts` holds that group's lines only."""
    used = spans(facts)
    mine = used.lines
    curves = kaplan_meier(used.time, used.event, entry=used.entry, groups=1)
    done = used.event
    promised = np.where((mine.promise != MISSING), mine.promise - mine.issued, -1)
    order = np.argsort(mine.completed[done], kind="stable")

    def plain(values: Ages) -> tuple[int, ...]:
        return tuple(values[done][order].tolist())

    return LeadTimeDetail(
        row=row,
        curve=curves.one(0, n=len(used.time), events=int(done.sum())),
        days=plain(used.time),
        ends=plain(mine.completed),
        promised_days=plain(np.maximum(promised, -1)),
        day_line_ids=plain(mine.line_id),
    )


def of_period(facts: LineFacts, start: int, end: int) -> PeriodLeadTimes:
    """How long the lines took that were issued in a period; open ones count as longer than so far."""
    used = spans(facts.select((facts.issued >= start) & (facts.issued <= end)))
    if not len(used.time):
        return PeriodLeadTimes(0, 0, None, None)
    curves = kaplan_meier(used.time, used.event, entry=used.entry, groups=1)
    p50, p80 = (float(curves.quantiles(share)[0]) for share in (0.5, 0.8))
    return PeriodLeadTimes(
        n=int(used.event.sum()),
        open=int(used.lines.is_open.sum()),
        p50=None if np.isnan(p50) else p50,
        p80=None if np.isnan(p80) else p80,
    )


def _leaning(used: Spans, grouping: Grouping, level: float, pseudo_orders: float) -> tuple[Ages, Ages, Ages]:
    """The quantile at the service level with its interval, each level leaning on the one above."""
    high = max(int(used.time.max(initial=0)), 1)
    orders = crossings.Orders(grouping.code, used.time, used.event, used.entry)
    above: tuple[Grouping, Ages] | None = None  # the level before, and S of its groups
    for fields in levels(grouping.fields)[:-1]:
        wide = group_by(used.lines, fields)
        tables = shrinkage.day_table(
            used.time, used.event, entry=used.entry, group=wide.code, groups=len(wide), low=0, high=high
        )
        if above is None:
            above = wide, shrinkage.survival(tables)
        else:
            wider, survival = above
            above = wide, shrinkage.lean(tables, survival[parents_of(wide, wider)], pseudo_orders)
    if above is None:  # everything is one group: there is no parent to lean on
        return crossings.crossings(orders, len(grouping), high, level)
    parent, survival = above
    still_open, of_day = (np.ascontiguousarray(one.T) for one in shrinkage.pseudo(survival, pseudo_orders))
    pseudo = crossings.Pseudo(pseudo_orders, still_open, of_day, parents_of(grouping, parent))
    return crossings.crossings(orders, len(grouping), high, level, pseudo)


def _lines_by_group(facts: LineFacts | LeadLines, code: Ages, groups: int) -> tuple[Ages, Ages]:
    """The lines, group after group, and where each group ends."""
    # Numbers of two bytes are sorted in one pass.
    lines = facts.line_id[np.argsort(code.astype(np.min_scalar_type(groups)), kind="stable")]
    return lines, np.cumsum(np.bincount(code, minlength=groups))


def medians(values: Ages, chosen: Ages, code: Ages, groups: int) -> Ages:
    """The median of the chosen lines' whole numbers in each group; NaN where there is none."""
    found = np.full(groups, np.nan)
    rows = np.flatnonzero(chosen)
    of, what = code[rows], values[rows]
    least = int(what.min(initial=0))
    span = int(what.max(initial=0)) - least + 1
    small = groups * span < 1 << 31  # half the memory sorts in half the time
    key = np.multiply(of, span, dtype=np.int32 if small else np.int64, casting="same_kind")
    key += what.astype(key.dtype) - least
    key.sort()  # by group, then by value
    count = np.bincount(of, minlength=groups)
    start = np.concatenate(([0], np.cumsum(count)))
    some = np.flatnonzero(count)
    lower, upper = (key[start[some] + middle] for middle in ((count[some] - 1) // 2, count[some] // 2))
    found[some] = (lower - some * span + (upper - some * span)) / 2 + least
    return found


def _trends(used: Spans, code: Ages, least: Ages, most: Ages) -> Ages:
    """Least-squares days per year of lead times over the day of issue; NaN where its 95 % interval holds zero.

    Only lines that were followed from before `least` days to `most` (P5 and P95 of each group): of those issued lately
    only the short ones have come, of those first seen late only the long ones were left, which looks like a trend.
    """
    issued, groups = used.lines.issued, len(least)
    followed = used.event & (used.entry < least[code]) & (used.lines.as_of - issued >= most[code])
    y = used.time * followed
    x = (issued - issued.mean()) / 365.25 * followed  # near zero, so that squares lose no digits

    def total(of: Ages) -> Ages:
        return np.bincount(code, of, minlength=groups)

    n, sum_x, sum_y = total(followed), total(x), total(y)
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = total(x * x) - sum_x * sum_x / n
        together = total(x * y) - sum_x * sum_y / n
        slope = together / spread
        rest = np.maximum(total(y * y.astype(float)) - sum_y * sum_y / n - slope * together, 0.0)
        error = np.sqrt(rest / (n - 2) / spread)
        likely = 1.96 + 2.72 / (n - 2)  # about Student's 97.5 %
    found: Ages = np.where((n >= 8) & (spread > 0.02 * n) & (np.abs(slope) > likely * error), slope, np.nan)
    return found


def _ordered_below(facts: LineFacts | LeadLines, code: Ages, erp: Ages) -> Ages:
    """The share of each group's lines that were sent with less than the ERP's lead time left; NaN: of none."""
    groups = len(erp)
    if np.isnan(erp).all():
        return np.full(groups, np.nan)
    quoted = erp[code]
    asked = (facts.required != MISSING) & ~np.isnan(quoted)
    short = asked & (facts.required - facts.issued < quoted)
    with np.errstate(invalid="ignore"):
        share: Ages = np.bincount(code, short, minlength=groups) / np.bincount(code, asked, minlength=groups)
    return share


def _reasons(done: Ages, still: Ages, days: Ages) -> NDArray[np.str_]:
    nothing = done == 0
    found: NDArray[np.str_] = np.select(
        [nothing & (still > 0), nothing, np.isnan(days), done < shrinkage.TOO_FEW],
        ["all open", "no receipts", "not reached", "too few"],
        "",
    )
    return found
