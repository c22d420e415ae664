"""Days lost per line of each link, so that a small link that is always late is seen beside a large one that seldom is.

Empirical Bayes for means (Efron & Morris 1975, JASA 70:311): a link of n lines with r days per line leans on the mean
of all links with k = s² / t² lines, s² being the scatter of one line and t² the spread of true rates between links:
(n r + k m) / (n + k). Its variance is 1 / (1/v + 1/t²), v that of r over whole orders or shipments.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics.shrinkage import TOO_FEW

Array = NDArray[Any]

Z95 = 1.959963984540054
_PEERS = 4.0  # orders of an average link that stand in for a link's own scatter


@dataclass(frozen=True)
class LinkRates:
    """One entry a link; NaN where fewer than five lines tell nothing."""

    expected: Array  # days per line, leaning on the others where lines are few
    low: Array  # 95 % around it
    high: Array  # the pessimistic end


def link_rates(line_link: Array, lost: Array, cluster: Array, links: int) -> LinkRates:
    """line_link: link of each pair of line and link; lost: its days; cluster: the order or shipment of its line."""
    lines = np.bincount(line_link, minlength=links).astype(float)
    total = np.bincount(line_link, weights=lost, minlength=links)
    nothing = np.full(links, np.nan)
    known = lines > 0
    if not known.any():
        return LinkRates(nothing, nothing, nothing)
    rate = np.divide(total, lines, out=np.zeros(links), where=known)
    variance, scatter = _variance(rate, lines, line_link=line_link, lost=lost, cluster=cluster)
    told = np.flatnonzero(lines >= TOO_FEW)
    if not len(told):
        return LinkRates(nothing, nothing, nothing)
    n, r, v = lines[told], rate[told], np.maximum(variance[told], 1e-12)
    everything = n.sum()
    of_all = (n * r).sum() / everything
    room = everything - (n**2).sum() / everything
    excess = (n * (r - of_all) ** 2).sum() - (len(r) - 1) * scatter
    between = excess / room if room > 0 else 0.0
    if between > 0.0 and len(r) >= 3:
        mean = (n * r + scatter / between * of_all) / (n + scatter / between)
        spread = np.sqrt(1.0 / (1.0 / v + 1.0 / between))
    else:  # nothing to lean on: each speaks for itself
        mean, spread = r, np.sqrt(v)
    expected, low, high = nothing.copy(), nothing.copy(), nothing.copy()
    expected[told] = mean
    low[told], high[told] = np.maximum(mean - Z95 * spread, 0.0), mean + Z95 * spread
    return LinkRates(expected, low, high)


def _variance(rate: Array, lines: Array, *, line_link: Array, lost: Array, cluster: Array) -> tuple[Array, float]:
    """Of each rate, over whole orders or shipments, few of them leaning on the scatter of all; and that scatter."""
    _, code = np.unique(cluster, return_inverse=True)
    pairs, place = np.unique(line_link * (int(code.max()) + 1) + code, return_inverse=True)
    link = pairs // (int(code.max()) + 1)
    size = np.bincount(place).astype(float)
    error = np.bincount(place, weights=lost) - rate[link] * size
    links = len(rate)
    clusters = np.bincount(link, minlength=links).astype(float)
    square = np.bincount(link, weights=error * error, minlength=links)
    usual = square.sum() / max(lines.sum(), 1.0)  # per line
    with np.errstate(divide="ignore", invalid="ignore"):
        one = (square + _PEERS * usual * lines / clusters) / (clusters - 1 + _PEERS)
        found = clusters * one / lines**2
    return np.nan_to_num(found), float(usual)
