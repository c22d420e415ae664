"""Planning lead times: the quantile at a service level, how much of it is borrowed, and the hope gap.

Lead time runs from *issued* to *completed* in calendar days, by Kaplan–Meier: open lines are censored at the as-of
date, lines that entered our view late are at risk only from their age then. Groups of few lines lean on their
parents by weighted pseudo-orders (analytics/shrinkage.py).
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics import crossings, shrinkage
from supplychain_app.analytics.groups import Grouping, group_by, levels, representative
from supplychain_app.analytics.line_facts import MISSING, NO_START, LeadLines, LineFacts
from supplychain_app.analytics.survival import Curve, kaplan_meier

LONGEST = 1500  # days; a longer lead time is an error in the data
PSEUDO_ORDERS = 10.0

Ages = NDArray[Any]


class LeadTimeRow(NamedTuple):
    """One group of lines; days are calendar days, None: not reached or nothing known."""

    keys: dict[str, str]  # the grouping fields and their names
    supplier_id: int | None
    material_id: int | None
    n: int  # lines completed
    open: int  # lines open, censored at the as-of date
    p50: float | None
    p80: float | None
    p95: float | None
    p50_interval: tuple[float | None, float | None]
    p80_interval: tuple[float | None, float | None]
    service_level: float
    planning_days: int | None  # quantile at the service level, leaning on the parents where n is small
    interval: tuple[float | None, float | None]  # of planning_days
    erp_days: int | None
    hope_gap_days: int | None  # planning − ERP
    verdict: str  # hopeful, fair, padded; "" where the interval allows no verdict
    borrowed_share: float  # 0: all its own lines; 1: all from the parents
    bias_days: float | None  # median(actual − promised)
    spread_days: float | None  # P80 − P50
    trend_days_per_year: float | None
    late_ordered_share: float | None  # orders sent with less than the ERP lead time left before required
    reason: str  # why something cannot be said: "", "no receipts", "all open", "too few"
    line_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LeadTimeTable:
    rows: tuple[LeadTimeRow, ...]
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


@dataclass(frozen=True)
class Spans:
    """Lead times of the usable lines: age at completion or today, age when first seen."""

    place: Ages  # index into the facts
    time: Ages
    event: Ages
    entry: Ages
    left_out: int


def spans(facts: LineFacts | LeadLines) -> Spans:
    """Lines with a start that came before today and before their completion, within reason."""
    end = np.where(facts.is_done, facts.completed, facts.as_of).astype(np.int64)
    # A line cancelled by us was open until then: it is censored, not forgotten.
    cancelled = facts.is_cancelled & ~facts.is_done
    end = np.where(cancelled, np.minimum(facts.cancelled, facts.as_of), end)
    time = end - facts.issued
    usable = (facts.issued_basis != NO_START) & (facts.issued != MISSING) & (time >= 0) & (time <= LONGEST)
    place = np.flatnonzero(usable)
    entry = np.where(facts.entered > facts.issued, facts.entered - facts.issued, -1)[place]
    return Spans(place, time[place], facts.is_done[place], entry, len(facts) - len(place))


def table(
    facts: LineFacts | LeadLines,
    by: Sequence[str],
    *,
    service_level: float,
    erp_days: Callable[[Grouping], Sequence[int | None]],
    name: Callable[[str, int], str],
    pseudo_orders: float = PSEUDO_ORDERS,
    with_lines: bool = True,
) -> LeadTimeTable:
    """One row per group of the fields `by`, worst hope gap first.

    erp_days: the ERP's figure for each group, or None; name: the text of a field's value.
    """
    by = tuple(by)
    used = spans(facts)
    mine = facts.select(used.place) if used.left_out else facts
    grouping = group_by(mine, by)
    groups = len(grouping) if len(mine) else 0
    stand_in = float((mine.issued_basis != 0).mean()) if len(mine) else 0.0
    if not groups:
        return LeadTimeTable((), by, service_level, 0, 0, 0.0, used.left_out)
    code = grouping.code
    done = np.bincount(code, weights=used.event, minlength=groups).astype(int)
    is_open = mine.is_open
    still = np.bincount(code, weights=is_open, minlength=groups).astype(int)
    curves = kaplan_meier(used.time, used.event, entry=used.entry, group=code, groups=groups)
    plain = {share: curves.quantiles(share) for share in (0.5, 0.8, 0.95)}
    limits = {share: curves.quantile_limits(share) for share in (0.5, 0.8)}
    planning, low, high = _leaning(mine, used, grouping, service_level, pseudo_orders)
    promised = (mine.promise != MISSING) & used.event
    bias = medians(mine.completed - mine.promise, promised, code, groups)
    trend = _trends(used, mine.completed, code, groups)
    values = grouping.values.T.tolist()
    erp = list(erp_days(grouping))
    named = [{value: name(field, value) for value in set(column)} for field, column in zip(by, values, strict=True)]
    texts = [[names[value] for value in column] for names, column in zip(named, values, strict=True)]
    keys = [dict(zip(by, of_row, strict=True)) for of_row in zip(*texts, strict=True)] if by else [{}]
    of_field = dict(zip(by, values, strict=True))
    nobody = [-1] * groups
    days = [None if value is None else math.ceil(value) for value in _figures(planning)]
    gaps = [None if plan is None or quoted is None else plan - quoted for plan, quoted in zip(days, erp, strict=True)]
    intervals = _pairs(low, high)
    completed, opened = done.tolist(), still.tolist()
    columns: dict[str, Iterable[Any]] = {
        "keys": keys,
        "supplier_id": map(_known, of_field.get("supplier", nobody)),
        "material_id": map(_known, of_field.get("material", nobody)),
        "n": completed,
        "open": opened,
        "p50": _figures(plain[0.5]),
        "p80": _figures(plain[0.8]),
        "p95": _figures(plain[0.95]),
        "p50_interval": _pairs(*limits[0.5]),
        "p80_interval": _pairs(*limits[0.8]),
        "service_level": [service_level] * groups,
        "planning_days": days,
        "interval": intervals,
        "erp_days": erp,
        "hope_gap_days": gaps,
        "verdict": map(verdict, gaps, intervals, erp),
        "borrowed_share": (pseudo_orders / (pseudo_orders + done)).tolist(),
        "bias_days": _figures(bias),
        "spread_days": _figures(plain[0.8] - plain[0.5]),
        "trend_days_per_year": _figures(trend),
        "late_ordered_share": _ordered_below(mine, code, erp),
        "reason": map(_reason, completed, opened, days),
        "line_ids": _line_ids(mine, code, groups) if with_lines else [()] * groups,
    }
    rows = list(map(LeadTimeRow, *(columns[field] for field in LeadTimeRow._fields)))
    rows.sort(key=lambda row: (-(row.hope_gap_days if row.hope_gap_days is not None else -(10**6)), -row.n))
    return LeadTimeTable(tuple(rows), by, service_level, int(done.sum()), int(still.sum()), stand_in, used.left_out)


def verdict(gap: int | None, interval: tuple[float | None, float | None], erp: int | None) -> str:
    """hopeful or padded where the whole interval lies on one side of the ERP's figure, fair where it holds it
    closely (within a week or a fifth), "" where it is too wide to say.

    >>> verdict(12, (36, 50), 30)
    'hopeful'
    """
    low, high = interval
    if gap is None or erp is None or low is None:
        return ""
    if low > erp:
        return "hopeful"
    if high is None:
        return ""
    if high < erp:
        return "padded"
    return "fair" if high - low <= max(14.0, 0.4 * erp) else ""


def detail(facts: LineFacts, row: LeadTimeRow) -> LeadTimeDetail:
    """What the chart of one group shows; `facts` holds that group's lines only."""
    used = spans(facts)
    mine = facts.select(used.place)
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


def _leaning(
    facts: LineFacts | LeadLines, used: Spans, grouping: Grouping, level: float, pseudo_orders: float
) -> tuple[Ages, Ages, Ages]:
    """The quantile at the service level with its interval, each level leaning on the one above."""
    high = int(np.clip(used.time.max(initial=1), 1, LONGEST))
    groups = len(grouping)
    parent_rows: Ages | None = None
    parent_code = np.zeros(len(facts), dtype=np.int64)
    chain = levels(grouping.fields)
    for fields in chain[:-1]:
        wide = group_by(facts, fields)
        tables = _table(used, wide.code, len(wide), high)
        if parent_rows is None:
            rows = shrinkage.survival(tables)
        else:
            wider = parent_rows[representative(wide.code, len(wide), parent_code)]
            rows = shrinkage.lean(tables, wider, pseudo_orders)
        parent_rows, parent_code = rows, wide.code
    orders = crossings.Orders(grouping.code, used.time, used.event, used.entry)
    if parent_rows is None:  # everything is one group: there is no parent to lean on
        return crossings.crossings(orders, groups, high, level)
    parents = representative(grouping.code, groups, parent_code)
    still_open, of_day = (np.ascontiguousarray(one.T) for one in shrinkage.pseudo(parent_rows, pseudo_orders))
    pseudo = crossings.Pseudo(pseudo_orders, still_open, of_day, parents)
    return crossings.crossings(orders, groups, high, level, pseudo)


def _line_ids(facts: LineFacts | LeadLines, code: Ages, groups: int) -> list[tuple[int, ...]]:
    """The lines of each group."""
    lines = facts.line_id[_by_group(code)].tolist()
    ends = np.cumsum(np.bincount(code, minlength=groups)).tolist()
    return [tuple(lines[start:end]) for start, end in pairwise([0, *ends])]


def _table(used: Spans, code: Ages, groups: int, high: int) -> shrinkage.DayTable:
    return shrinkage.day_table(used.time, used.event, entry=used.entry, group=code, groups=groups, low=0, high=high)


def _by_group(code: Ages) -> Ages:
    """The lines of each group together, in their own order within it."""
    count = max(len(code), 1)
    found: Ages = np.sort(code * count + np.arange(len(code))) % count
    return found


def medians(values: Ages, chosen: Ages, code: Ages, groups: int) -> Ages:
    """The median of the chosen lines' whole numbers in each group; NaN where there is none."""
    found = np.full(groups, np.nan)
    of, what = code[chosen], values[chosen].astype(np.int64)
    least = int(what.min(initial=0))
    span = int(what.max(initial=0)) - least + 1
    what = np.sort(of * span + (what - least)) % span + least  # by group, then by value
    count = np.bincount(of, minlength=groups)
    start = np.concatenate(([0], np.cumsum(count)))
    some = count > 0
    lower, upper = start[:-1] + (count - 1) // 2, start[:-1] + count // 2
    found[some] = (what[lower[some]] + what[upper[some]]) / 2
    return found


def _trends(used: Spans, completed: Ages, code: Ages, groups: int) -> Ages:
    """Least-squares days per year of completed lead times over the day of issue; NaN below eight lines."""
    done = used.event
    of, y = code[done], used.time[done].astype(float)
    x = (completed[done] - used.time[done]).astype(float) / 365.25
    n = np.bincount(of, minlength=groups).astype(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean_x = np.bincount(of, weights=x, minlength=groups) / n
        mean_y = np.bincount(of, weights=y, minlength=groups) / n
        dx, dy = x - mean_x[of], y - mean_y[of]
        spread = np.bincount(of, weights=dx * dx, minlength=groups)
        slope = np.bincount(of, weights=dx * dy, minlength=groups) / spread
    found: Ages = np.where((n >= 8) & (spread > 0.02 * n), slope, np.nan)
    return found


def _ordered_below(facts: LineFacts | LeadLines, code: Ages, erp: Sequence[int | None]) -> list[float | None]:
    """The share of each group's lines that were sent with less than the ERP's lead time left."""
    groups = len(erp)
    days = np.array([np.nan if value is None else value for value in erp], dtype=float)
    if np.isnan(days).all():
        return [None] * groups
    asked = (facts.required != MISSING) & ~np.isnan(days)[code]
    short = asked & (facts.required - facts.issued < days[code])
    with np.errstate(invalid="ignore"):
        share = np.bincount(code[short], minlength=groups) / np.bincount(code[asked], minlength=groups)
    return _figures(share)


def _reason(done: int, still: int, days: int | None) -> str:
    if not done:
        return "all open" if still else "no receipts"
    if days is None:
        return "not reached"
    return "too few" if done < shrinkage.TOO_FEW else ""


def _figures(values: Ages) -> list[float | None]:
    found: list[float | None] = values.astype(float).tolist()
    for place in np.flatnonzero(np.isnan(values)).tolist():
        found[place] = None
    return found


def _pairs(low: Ages, high: Ages) -> list[tuple[float | None, float | None]]:
    return list(zip(_figures(low), _figures(high), strict=True))


def _known(value: int) -> int | None:
    return None if value < 0 else value
