"""Weighs several forecasts by their recent skill: the pool whose past forecasts would have had the least CRPS.

The CRPS of a pool Σ w F is a quadratic form in its weights: w'Gw with G the products of the forecasts' errors, summed
over days (Hall & Mitchell 2007; Thorey, Mallet & Baudin 2017). A second form holds the weights near the first forecast
as long as little was seen: what is promised for one season comes late together, and is one experience, not hundreds.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[Any]

PRIOR_LINES = 200.0  # independent past lines that count as much as believing the first forecast
STEPS = 400  # of the descent; far more than a handful of weights need


def products(reached: Rows, arrival: Rows) -> tuple[Rows, Rows]:
    """Of each line: products of the forecasts' errors, and of their distances from the first; lines × k × k.

    `reached`: cumulated probabilities, lines × k forecasts × the days known so far. `arrival`: the place among these
    days on which a line came; beyond them where it has not.
    """
    came = np.arange(reached.shape[2])[None, None, :] >= arrival[:, None, None]
    error, apart = reached - came, reached - reached[:, :1]
    return error @ error.transpose(0, 2, 1), apart @ apart.transpose(0, 2, 1)


def weights(errors: Rows, apart: Rows, importance: Rows, season: Rows) -> Rows:
    """The weights of k forecasts, none negative, summing to one.

    `errors`, `apart`: as from `products`; `importance` of each line, and the season whose lines share their luck.
    """
    gram = np.einsum("n,nij->ij", importance, errors)
    holding = np.einsum("n,nij->ij", importance, apart) / importance.sum()
    return _least(gram + PRIOR_LINES * _alike(errors, importance, season) * holding)


def _alike(errors: Rows, importance: Rows, season: Rows) -> float:
    """The design effect: how many lines of one season count as one, by the differences between the forecasts."""
    gain = (errors[:, 0, 1:] - errors[:, 0, :1]) * importance[:, None]
    gain = gain - importance[:, None] * gain.sum(axis=0) / importance.sum()
    _, cluster = np.unique(season, return_inverse=True)
    count = int(cluster.max()) + 1
    sums = np.zeros((count, gain.shape[1]))
    np.add.at(sums, cluster, gain)
    effect = (sums**2).sum(axis=0) / np.maximum((gain**2).sum(axis=0), 1e-12)
    return max(1.0, float(effect.mean()) * count / max(count - 1, 1))


def _least(form: Rows) -> Rows:
    """The point of the simplex at which a positive quadratic form is least: projected gradient descent."""
    found: Rows = np.zeros(len(form))
    found[0] = 1.0
    pace = 2.0 * float(np.linalg.eigvalsh(form)[-1]) + 1e-12
    for _ in range(STEPS):
        found = _onto_simplex(found - 2.0 * form @ found / pace)
    return found


def _onto_simplex(point: Rows) -> Rows:
    """The nearest point whose parts are not negative and sum to one (Duchi et al. 2008)."""
    ordered = np.sort(point)[::-1]
    above = np.cumsum(ordered) - 1.0
    last = np.flatnonzero(ordered - above / np.arange(1, len(point) + 1) > 0)[-1]
    found: Rows = np.maximum(point - above[last] / (last + 1), 0.0)
    return found
