"""Which link of the chain costs days, and which one makes arrival hard to predict."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics.link_rates import link_rates
from supplychain_app.analytics.stages import StageTimes, days_lost, deviations, shapley
from supplychain_app.domain.stages import STAGES, Party, Stage


@dataclass(frozen=True, slots=True)
class WeakLink:
    """One stage, supplier, lane, carrier, mode, material or party."""

    name: str
    id: int | None  # of the supplier or material
    n: int  # lines measured
    late: int  # of n: lost days here
    days_lost: float  # capped at each line's lateness
    days_lost_share: float
    interval: tuple[float, float] | None  # of days_lost_share, bootstrap by order or shipment
    variation_share: float | None  # Cov(X, T) / Var(T); negative: absorbs
    variation_interval: tuple[float, float] | None
    shapley_days: float | None  # exact Shapley days of late lines, for stages
    planned_p50: float | None  # days, for stages
    actual_p50: float | None
    actual_p80: float | None
    cost_minor: int | None  # days lost × cost of a late day, where materials have one
    ranked: bool  # its interval does not overlap that of the next link: its place is certain
    party: str  # for stages: who arranged it where its days were lost
    line_ids: tuple[int, ...]  # lines that lost days here, worst first
    days_per_line: float = 0.0  # days lost / n
    days_per_late_line: float | None = None  # days lost / late
    rate_interval: tuple[float, float] | None = None  # around expected_rate; None: too few lines to say
    expected_rate: float | None = None  # days per line, leaning on the other links where lines are few


@dataclass(frozen=True, slots=True)
class WeakLinks:
    by: str
    links: tuple[WeakLink, ...]  # most days lost first, or the highest rate
    unexplained_days: float  # lateness that falls on none of the links
    absorbed_days: float  # stage overruns that did not make the line late
    late_days: float  # total lateness of the lines
    n: int  # lines measured
    late_lines: int
    period: tuple[str, str] | None
    rank: str = "total"  # or "rate": by the pessimistic end of days lost per line


@dataclass(frozen=True, slots=True)
class WhatIf:
    """One stage set to its plan, its median or a figure: before and after."""

    stage: str
    lines: int
    p50_before: float
    p50_after: float
    p80_before: float
    p80_after: float
    on_time_before: float
    on_time_after: float
    late_days_before: float
    late_days_after: float
    stock: "StockEffect | None" = None


@dataclass(frozen=True, slots=True)
class StockEffect:
    """Safety stock of the materials concerned, in money, before and after."""

    materials: int  # with enough lines, demand and a price to say
    currency: str
    before_minor: int
    after_minor: int
    other_currencies: int  # materials priced in other currencies, left out


Array = NDArray[Any]

RESAMPLES = 400
_BLOCKS = 2_000  # clusters are folded into at most so many blocks for the bootstrap
_WITH_INTERVALS = 60  # links, most days lost first, that get intervals

TRANSPORT = tuple(range(STAGES.index(Stage.ORIGIN_INLAND), STAGES.index(Stage.LAST_LEG) + 1))
CARRIED = tuple(stage for stage in TRANSPORT if STAGES[stage] is not Stage.CUSTOMS)
SUPPLIED = tuple(STAGES.index(stage) for stage in (Stage.ACKNOWLEDGEMENT, Stage.PRODUCTION, Stage.COLLECTION))
_TELLING = (STAGES.index(Stage.PRODUCTION), *TRANSPORT)
CONTROLLED: dict[str, tuple[int, ...]] = {
    "supplier": SUPPLIED,
    "material": SUPPLIED,
    "lane": TRANSPORT,
    "mode": TRANSPORT,
    "country": TRANSPORT,
    "carrier": CARRIED,
}
"""Which stages tell of a link: a supplier is not blamed for customs, nor a lane for late production."""


@dataclass(frozen=True)
class Shares:
    """What falls on each link: one entry for every pair of line and link."""

    line: Array
    link: Array
    lost: Array
    deviation: Array  # signed days, for the variation


def by_stage(times: StageTimes) -> Shares:
    lost = days_lost(times)
    line, stage = np.nonzero(~np.isnan(times.actual))
    deviation = deviations(times)
    return Shares(line, stage, lost.days[line, stage], deviation[line, stage])


def by_group(times: StageTimes, group: Array, stages: tuple[int, ...]) -> Shares:
    """Days of the given stages on each line's group (−1: none).

    Where neither production nor transport of a line was seen, nobody can tell them apart: its unexplained days count
    for its supplier as for its lane. What other stages or lines without a group lost is left to the unexplained: days
    lost and unexplained days sum to the total lateness.
    """
    lost = days_lost(times)
    over = deviations(times)
    unseen = np.isnan(times.actual[:, _TELLING]).all(axis=1)
    days = lost.days[:, stages].sum(axis=1) + np.where(unseen, lost.unexplained, 0.0)
    rest = np.nan_to_num(times.lateness) - over.sum(axis=1)
    deviation = over[:, stages].sum(axis=1) + np.where(unseen, rest, 0.0)
    line = np.flatnonzero(group >= 0)
    return Shares(line, group[line], days[line], deviation[line])


def by_party(times: StageTimes, party: Array, parties: int) -> Shares:
    """party: who arranged each stage of each line, lines × stages, as codes below `parties`."""
    lost = days_lost(times)
    deviation = deviations(times)
    line, stage = np.nonzero(~np.isnan(times.actual))
    code = line * parties + party[line, stage]
    pairs, place = np.unique(code, return_inverse=True)
    return Shares(
        pairs // parties,
        pairs % parties,
        np.bincount(place, weights=lost.days[line, stage], minlength=len(pairs)),
        np.bincount(place, weights=deviation[line, stage], minlength=len(pairs)),
    )


def rank(
    by: str,
    times: StageTimes,
    shares: Shares,
    *,
    line_ids: Array,
    cluster: Array,
    name: Callable[[int], str],
    link_id: Callable[[int], int | None],
    cost_of_day: Array | None = None,
    party: Callable[[int], Party] | None = None,
    period: tuple[str, str] | None = None,
    first: str = "total",
    seed: int = 20_26,
) -> WeakLinks:
    """The links, most days lost first, with intervals from a bootstrap over clusters (orders or shipments).

    first = "rate": the most days per line first, by the pessimistic end of its interval; too few lines to say, last.
    """
    lines = len(times.lateness)
    late = np.maximum(np.nan_to_num(times.lateness), 0.0)
    count = int(shares.link.max(initial=-1)) + 1
    lost_by = np.bincount(shares.link, weights=shares.lost, minlength=count)
    measured = np.bincount(shares.link, minlength=count)
    hit = np.bincount(shares.link[shares.lost > 0], minlength=count)
    total = float(lost_by.sum())
    absorbed = float(days_lost(times).absorbed.sum())
    rates = link_rates(shares.link, shares.lost, cluster[shares.line], count)
    keys = (-lost_by, -np.nan_to_num(rates.high), lost_by <= 0) if first == "rate" else (-lost_by,)
    order = [int(link) for link in np.lexsort(keys) if measured[link]]
    shown = np.array(order[:_WITH_INTERVALS], dtype=np.int64)
    lost_limits, variation, variation_limits = _resampled(
        times, shares, shown=shown, count=count, cluster=cluster, seed=seed
    )
    fair = _days_of(shapley(times)) if by == "stage" else None
    by_link = np.argsort(shares.link, kind="stable")
    bounds = np.searchsorted(shares.link[by_link], np.arange(count + 1))
    links = []
    for place, link in enumerate(order):
        mine = by_link[bounds[link] : bounds[link + 1]]
        worst = mine[np.argsort(-shares.lost[mine], kind="stable")]
        worst = worst[shares.lost[worst] > 0]
        stage = by == "stage"
        actual = times.actual[shares.line[mine], link] if stage else None
        cost = None
        if cost_of_day is not None and (of_line := cost_of_day[shares.line[mine]] * shares.lost[mine]).any():
            cost = round(float(np.nan_to_num(of_line).sum()))
        inside = place < len(shown)
        links.append(
            WeakLink(
                name=name(link),
                id=link_id(link),
                n=int(measured[link]),
                late=int(hit[link]),
                days_lost=float(lost_by[link]),
                days_lost_share=float(lost_by[link]) / total if total > 0 else 0.0,
                interval=lost_limits[place] if inside and total > 0 else None,
                variation_share=variation[place] if inside else None,
                variation_interval=variation_limits[place] if inside else None,
                shapley_days=float(fair[link]) if fair is not None else None,
                planned_p50=_median(times.plan[shares.line[mine], link]) if stage else None,
                actual_p50=_median(actual) if actual is not None else None,
                actual_p80=_median(actual, 0.8) if actual is not None else None,
                cost_minor=cost,
                ranked=False,
                party=str(party(link)) if party is not None else "",
                line_ids=tuple(line_ids[shares.line[worst]].tolist()),
                days_per_line=float(lost_by[link] / measured[link]),
                days_per_late_line=float(lost_by[link] / hit[link]) if hit[link] else None,
                rate_interval=None if np.isnan(rates.high[link]) else (float(rates.low[link]), float(rates.high[link])),
                expected_rate=None if np.isnan(rates.high[link]) else float(rates.expected[link]),
            )
        )
    return WeakLinks(
        by=by,
        links=_place_certain(links, first),
        unexplained_days=float(late.sum()) - total,
        absorbed_days=absorbed,
        late_days=float(late.sum()),
        n=lines,
        late_lines=int((late > 0).sum()),
        period=period,
        rank=first,
    )


def _place_certain(links: list[WeakLink], first: str) -> tuple[WeakLink, ...]:
    """Mark the links whose interval overlaps with neither neighbour's: only their rank means something.

    Links with too few lines have no interval of days per line; drawing a handful of orders again proves nothing either.
    """
    found = []
    intervals = [link.rate_interval if first == "rate" else link.interval for link in links]
    for place, link in enumerate(links):
        near = [intervals[i] for i in (place - 1, place + 1) if 0 <= i < len(links)]
        certain = (
            len(links) > 1 and link.days_lost > 0 and intervals[place] is not None and link.rate_interval is not None
        )
        certain = certain and all(_apart(intervals[place], other) for other in near)
        found.append(replace(link, ranked=certain))
    return tuple(found)


def _apart(one: tuple[float, float] | None, other: tuple[float, float] | None) -> bool:
    if one is None or other is None:
        return True
    return one[0] > other[1] or other[0] > one[1]


Limits = list[tuple[float, float] | None]


def _resampled(
    times: StageTimes, shares: Shares, *, shown: Array, count: int, cluster: Array, seed: int
) -> tuple[Limits, list[float | None], Limits]:
    """95 % limits of each shown link's share of days lost; its share of variation with limits."""
    links = len(shown)
    if not links:
        return [], [], []
    _, block = np.unique(cluster, return_inverse=True)
    block = block % _BLOCKS
    blocks = int(block.max()) + 1
    column = np.full(count, links, dtype=np.int64)
    column[shown] = np.arange(links)  # everything else falls into one last column
    width = links + 1
    cell = block[shares.line] * width + column[shares.link]
    lost = np.bincount(cell, weights=shares.lost, minlength=blocks * width).reshape(blocks, width)
    # Variation rests on completed lines: an open line's times are not its last.
    done = ~times.is_open & ~np.isnan(times.lateness)
    total = np.where(done, np.nan_to_num(times.lateness), 0.0)
    use = done[shares.line]
    x = np.where(use, shares.deviation, 0.0)
    sum_x = np.bincount(cell, weights=x, minlength=blocks * width).reshape(blocks, width)
    sum_xt = np.bincount(cell, weights=x * total[shares.line], minlength=blocks * width).reshape(blocks, width)
    moments = np.stack(
        [np.bincount(block, weights=values, minlength=blocks) for values in (done * 1.0, total, total * total)], axis=1
    )
    random = np.random.default_rng(seed)
    draws = random.multinomial(blocks, np.full(blocks, 1.0 / blocks), size=RESAMPLES).astype(float)
    draws = np.concatenate((np.ones((1, blocks)), draws))
    lost_sums = draws @ lost
    with np.errstate(divide="ignore", invalid="ignore"):
        share = lost_sums / lost_sums.sum(axis=1, keepdims=True)
        n, sum_t, sum_tt = (draws @ moments).T
        spread = sum_tt / n - (sum_t / n) ** 2
        both = (draws @ sum_xt) / n[:, None] - (draws @ sum_x) / n[:, None] * (sum_t / n)[:, None]
        of_variation = np.where(spread[:, None] > 1e-9, both / spread[:, None], np.nan)
    variation = [None if np.isnan(value) else float(value) for value in of_variation[0, :links]]
    return _limits(share[1:, :links]), variation, _limits(of_variation[1:, :links])


def _limits(samples: Array) -> Limits:
    found: Limits = []
    for column in samples.T:
        some = column[~np.isnan(column)]
        found.append((float(np.quantile(some, 0.025)), float(np.quantile(some, 0.975))) if len(some) > 20 else None)
    return found


def _days_of(shares: Array) -> Array:
    found: Array = shares.sum(axis=0)
    return found


def _median(values: Array, share: float = 0.5) -> float | None:
    some = values[~np.isnan(values)]
    return float(np.quantile(some, share)) if len(some) else None


def saved_days(
    times: StageTimes, stage: int, *, to: str = "plan", days: float = 0.0, after: Array | None = None
) -> tuple[Array, Array]:
    """The completed lines that have a stage, and the days each saves if it kept its plan, its median, or a figure.

    `after`: days of the stage that passed once the line was complete, such as booking it; they make no line earlier.
    """
    chosen = np.flatnonzero(~times.is_open & ~np.isnan(times.lateness) & ~np.isnan(times.actual[:, stage]))
    actual = times.actual[chosen, stage]
    if to == "plan":
        target = times.plan[chosen, stage]
    else:
        target = np.full(len(chosen), np.median(actual) if to == "median" and len(chosen) else days)
    # Setting a stage to its target never makes a line slower.
    over = actual - target if after is None else actual - after[chosen] - target
    return chosen, np.nan_to_num(np.maximum(over, 0.0))


def what_if(times: StageTimes, stage: int, chosen: Array, saved: Array) -> WhatIf | None:
    """What changes where these lines save these days on a stage, as `saved_days` tells; None: no such line."""
    if not len(chosen):
        return None
    lateness = times.lateness[chosen]
    after = lateness - saved
    return WhatIf(
        stage=STAGES[stage].value,
        lines=len(chosen),
        p50_before=float(np.quantile(lateness, 0.5)),
        p50_after=float(np.quantile(after, 0.5)),
        p80_before=float(np.quantile(lateness, 0.8)),
        p80_after=float(np.quantile(after, 0.8)),
        on_time_before=float((lateness <= 0).mean()),
        on_time_after=float((after <= 0).mean()),
        late_days_before=float(np.maximum(lateness, 0).sum()),
        late_days_after=float(np.maximum(after, 0).sum()),
    )
