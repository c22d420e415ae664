"""Days lost add up: what falls on the links and what falls on none is the lateness of the late lines."""

import numpy as np
import pytest

from supplychain_app.analytics import weak_links
from supplychain_app.analytics.stages import COUNT, StageTimes


@pytest.mark.parametrize("by", ["stage", "party", *weak_links.CONTROLLED])
def test_days_lost_and_unexplained_days_sum_to_the_lateness(by: str) -> None:
    random = np.random.default_rng(7)
    lines = 300
    actual = random.integers(0, 12, (lines, COUNT)).astype(float)
    actual[random.random(actual.shape) < 0.4] = np.nan
    actual[:40] = np.nan  # lines of which only the promise and the arrival are known
    plan = np.where(np.isnan(actual), np.nan, 5.0)
    lateness = random.integers(-10, 25, lines).astype(float)
    times = StageTimes(actual, plan, np.zeros(plan.shape, dtype=bool), lateness, np.zeros(lines, dtype=bool))
    if by == "stage":
        shares = weak_links.by_stage(times)
    elif by == "party":
        shares = weak_links.by_party(times, random.integers(0, 3, (lines, COUNT)), 3)
    else:
        shares = weak_links.by_group(times, random.integers(-1, 6, lines), weak_links.CONTROLLED[by])
    found = weak_links.rank(
        by,
        times,
        shares,
        line_ids=np.arange(lines),
        cluster=np.arange(lines),
        name=str,
        link_id=lambda link: None,
    )
    assert found.late_days == np.maximum(lateness, 0).sum()
    assert sum(link.days_lost for link in found.links) + found.unexplained_days == pytest.approx(found.late_days)
    assert found.unexplained_days >= -1e-6
    assert all(link.days_lost >= 0 for link in found.links)
