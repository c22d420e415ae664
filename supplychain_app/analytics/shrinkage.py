"""Small groups lean on larger ones: survival by weighted pseudo-orders, rates by empirical Bayes."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics.groups import dense
from supplychain_app.analytics.rates import Rate

Floats = NDArray[Any]  # float64
Codes = NDArray[Any]  # int64
Flags = NDArray[Any]  # bool

PSEUDO_ORDERS = 10.0
HALF_LIFE_DAYS = 365.0
TOO_FEW = 5


@dataclass(frozen=True)
class DayTable:
    """Deaths and numbers at risk of every group on every day `low` … `low + width − 1` (one row a group)."""

    low: int
    deaths: Floats
    at_risk: Floats
    width: int


def day_table(
    time: NDArray[Any],
    event: Flags,
    *,
    entry: NDArray[Any] | None = None,
    weight: Floats | None = None,
    group: Codes,
    groups: int,
    low: int,
    high: int,
) -> DayTable:
    """Count days per group; days outside low … high are taken to the edge. Line at risk: entry < day ≤ time."""
    width = high - low + 1
    if entry is not None and not (seen := time > entry).all():
        time, event, entry, group = time[seen], event[seen], entry[seen], group[seen]
        weight = None if weight is None else weight[seen]

    def cells(group: Codes, day: NDArray[Any]) -> Codes:
        found = group * width
        found += np.clip(day, low, high) - low
        return found

    def counted(cell: Codes, weight: Floats | Flags | None) -> Floats:
        # Without weights, and without any line, numpy counts in whole numbers.
        return np.bincount(cell, weight, minlength=groups * width).astype(np.float64, copy=False)

    cell = cells(group, time)
    deaths = counted(cell, event if weight is None else np.where(event, weight, 0.0))
    present = counted(cell, weight)
    if entry is not None and (entry >= low).any():
        # first at risk on the day after its entry: absent up to and including that day
        late = np.flatnonzero(entry >= low)
        present -= counted(cells(group[late], entry[late]), None if weight is None else weight[late])
    at_risk = np.cumsum(present.reshape(groups, width)[:, ::-1], axis=1)[:, ::-1]
    return DayTable(low, deaths.reshape(groups, width), at_risk, width)


def survival(table: DayTable) -> Floats:
    """Plain Kaplan–Meier of each group: S after each day; it stays where nobody is at risk any more."""
    found: Floats = np.cumprod(1.0 - own_hazard(table), axis=1)
    return found


def own_hazard(table: DayTable) -> Floats:
    """The chance of each day as the group's own lines say; 0 where nobody is at risk."""
    with np.errstate(divide="ignore", invalid="ignore"):
        hazard = np.where(table.at_risk > 0, table.deaths / table.at_risk, 0.0)
    found: Floats = np.clip(hazard, 0.0, 1.0)
    return found


def lean(
    table: DayTable, parent: Floats, pseudo_orders: float, *, floor: float = 0.0, of: Codes | None = None
) -> Floats:
    """S of each group with `pseudo_orders` orders added that behave like its parent.

    parent: S of the parents, a row each; of: the parent's row of each group (None: the row with its own number). With
    p = S_parent before day t, pseudo-orders still open number m·max(p, floor):
    h(t) = (d + m·p·h_parent) / (n + m·p). Without censoring this is the mixture (n·F + m·F_parent) / (n + m).
    """
    still_open, done = pseudo(parent, pseudo_orders, floor=floor)
    if of is not None:
        still_open, done = still_open[of], done[of]
    hazard = leaning_hazard(table, still_open, done)
    found: Floats = np.cumprod(np.subtract(1.0, hazard, out=hazard), axis=1, out=hazard)
    return found


def pseudo(parent: Floats, pseudo_orders: float, *, floor: float = 0.0) -> tuple[Floats, Floats]:
    """Pseudo-orders still open before each day and those done on it, from S of the parent."""
    before = np.concatenate((np.ones((len(parent), 1)), parent[:, :-1]), axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        hazard = np.where(before > 0, 1.0 - parent / before, 1.0)
    still_open = pseudo_orders * np.maximum(before, floor)
    return still_open, still_open * hazard


def leaning_hazard(table: DayTable, still_open: Floats, done: Floats) -> Floats:
    """The chance of each day with pseudo-orders added; 1 where nobody is left."""
    risk = table.at_risk + still_open
    with np.errstate(divide="ignore", invalid="ignore"):
        hazard = (table.deaths + done) / risk
    hazard[~(risk > 0)] = 1.0
    found: Floats = np.clip(hazard, 0.0, 1.0, out=hazard)
    return found


def quantile_days(survival_rows: Floats, low: int, share: float) -> Floats:
    """First day on which S ≤ 1 − share, a row each; NaN: not reached."""
    reached = survival_rows <= 1.0 - share + 1e-9
    first = reached.argmax(axis=1)
    found: Floats = np.where(reached.any(axis=1), first + float(low), np.nan)
    return found


def recency(age_days: NDArray[Any], half_life: float = HALF_LIFE_DAYS) -> Floats:
    """Weights that halve every half-life."""
    found: Floats = 0.5 ** (np.maximum(age_days, 0) / half_life)
    return found


def cluster_size(together: Codes) -> Floats:
    """How many share the code of each."""
    _, code = dense((together - together.min(initial=0)).astype(np.int64))
    return np.bincount(code)[code].astype(np.float64)


def smoothed(mass: Floats, days: int, *, keep: int) -> Floats:
    """Each row's probabilities `spread`, what stands out on column `keep` left in place.

    Lines that come exactly on the promised day are a habit of booking; the days around are a density.
    """
    lump = np.maximum(mass[:, keep] - (mass[:, keep - 1] + mass[:, keep + 1]) / 2.0, 0.0)
    rest = mass.copy()
    rest[:, keep] -= lump
    rest = spread(rest, days)
    rest[:, keep] += lump
    return rest


def spread(mass: Floats, days: int) -> Floats:
    """Each row's probabilities spread over ± `days` (triangular, mirrored at both ends).

    They are a density of which a few orders show only some points. Where these lie close together they are spread
    less: no further than the distance between their quartiles (about what Silverman's rule says of a dozen points).
    """
    found = mass.copy()
    reached = np.cumsum(mass, axis=1)
    quartiles = [(reached >= share * reached[:, -1:]).argmax(axis=1) for share in (0.25, 0.75)]
    reach = np.minimum(quartiles[1] - quartiles[0], days)
    for width in (np.flatnonzero(np.bincount(reach)[1:]) + 1).tolist():
        rows = np.flatnonzero(reach == width)
        part = mass[rows]
        edged = np.concatenate((part[:, width - 1 :: -1], part, part[:, : -width - 1 : -1]), axis=1)
        # two means of equal length are a triangle
        found[rows] = _running_mean(_running_mean(edged, width + 1), width + 1)
    return found


def _running_mean(rows: Floats, days: int) -> Floats:
    reached = np.cumsum(rows, axis=1)
    found: Floats = reached[:, days - 1 :].copy()
    found[:, 1:] -= reached[:, :-days]
    return np.maximum(found, 0.0, out=found) / days


def beta_prior(hits: Floats, n: Floats) -> tuple[float, float]:
    """α, β of the peer group by the method of moments on its rates (Efron & Morris 1975); weights allowed in n."""
    some = n > 0
    hits, n = hits[some], n[some]
    total = float(n.sum())
    if total <= 0:
        return 1.0, 1.0
    mean = float(hits.sum()) / total
    mean = min(max(mean, 1e-3), 1 - 1e-3)
    groups = len(n)
    strength = 10.0
    if groups > 1:
        rates = hits / n
        between = float((n * (rates - mean) ** 2).sum()) / total
        # what binomial chance alone would spread, and what is left for real differences between peers
        chance = mean * (1 - mean) * groups / total
        real = max(between - chance, 1e-6)
        strength = mean * (1 - mean) / real - 1
    strength = min(max(strength, 2.0), 100.0)
    return mean * strength, (1 - mean) * strength


def posterior(hits: float, n: float, alpha: float, beta: float, *, counted: int | None = None) -> Rate:
    """The rate (α + hits) / (α + β + n) with its 95 % credible interval; `counted` is n unweighted."""
    counted = round(n) if counted is None else counted
    if counted == 0:
        return Rate(None, 0, 0, None, True)
    a, b = alpha + hits, beta + n - hits
    return Rate(
        a / (a + b), counted, round(hits), (beta_quantile(0.025, a, b), beta_quantile(0.975, a, b)), counted < TOO_FEW
    )


def plain_rate(hits: int, n: int) -> Rate:
    """Hits of n with the Jeffreys interval, which asks nothing of peers."""
    if n == 0:
        return Rate(None, 0, 0, None, True)
    a, b = hits + 0.5, n - hits + 0.5
    low = 0.0 if hits == 0 else beta_quantile(0.025, a, b)
    high = 1.0 if hits == n else beta_quantile(0.975, a, b)
    return Rate(hits / n, n, hits, (low, high), n < TOO_FEW)


@lru_cache(maxsize=50_000)
def beta_quantile(share: float, a: float, b: float) -> float:
    """x with I_x(a, b) = share, by Newton's steps, halving where they lead astray."""
    low, high = 0.0, 1.0
    x = a / (a + b)
    scale = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    for _ in range(100):
        error = beta_cdf(x, a, b) - share
        if error < 0:
            low = x
        else:
            high = x
        slope = math.exp(scale + (a - 1) * math.log(x) + (b - 1) * math.log1p(-x)) if 0.0 < x < 1.0 else 0.0
        step = x - error / slope if slope > 0.0 else -1.0
        x, before = step if low < step < high else (low + high) / 2, x
        if abs(x - before) < 1e-14 or high - low < 1e-15:
            break
    return x


def beta_cdf(x: float, a: float, b: float) -> float:
    """Regularised incomplete beta function by its continued fraction (Lentz; Abramowitz & Stegun 26.5.8)."""
    if x <= 0.0:
        return 0.0
    if x >= 1.0:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1.0 - beta_cdf(1.0 - x, b, a)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    tiny = 1e-300
    c, d = 1.0, 1.0 - (a + b) * x / (a + 1)
    d = 1.0 / (d if abs(d) > tiny else tiny)
    result = d
    for m in range(1, 300):
        for numerator in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1.0 + numerator * d
            d = 1.0 / (d if abs(d) > tiny else tiny)
            c = 1.0 + numerator / c
            c = c if abs(c) > tiny else tiny
            step = c * d
            result *= step
        if abs(step - 1.0) < 1e-12:
            break
    return front * result / a
