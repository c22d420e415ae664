"""The stage analysis on 2,000 real air-freight consolidations agrees with a computation written independently.

Each row holds planned and effective minutes of RCS (check-in), DEP (departure), RCF (arrival) and DLV (delivery) for
up to three inbound legs that run side by side, and one outbound leg. The legs on the way that took longest count.
"""

import csv
import statistics
from pathlib import Path

import numpy as np
import pytest

from supplychain_app.analytics import stages, weak_links
from supplychain_app.analytics.stages import StageTimes
from supplychain_app.domain.stages import STAGES, Stage

COLUMNS = {"rcs": Stage.COLLECTION, "dep": Stage.ORIGIN_DWELL, "rcf": Stage.MAIN_CARRIAGE, "dlv": Stage.LAST_LEG}
DAY = 24 * 60
Leg = dict[str, tuple[float, float]]  # stage -> planned, effective days


def leg(row: dict[str, str], name: str) -> Leg:
    def minutes(stage: str, kind: str) -> float:
        keys = (
            [f"{name}_{stage}_{kind}"] if stage in ("rcs", "dlv") else [f"{name}_{stage}_{i}_{kind}" for i in (1, 2, 3)]
        )
        return sum(float(row[key]) for key in keys if row[key] not in ("", "?"))

    return {stage: (minutes(stage, "p") / DAY, minutes(stage, "e") / DAY) for stage in COLUMNS}


def read(path: Path) -> list[Leg]:
    """Per consolidation: planned and effective days by stage along the inbound leg that ended last, then outbound."""
    found = []
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            inbound = [leg(row, f"i{number}") for number in range(1, int(row["legs"]) + 1)]
            slowest = max(inbound, key=lambda one: sum(effective for _, effective in one.values()))
            outbound = leg(row, "o")
            found.append(
                {stage: tuple(a + b for a, b in zip(slowest[stage], outbound[stage], strict=True)) for stage in COLUMNS}
            )
    return found


@pytest.fixture(scope="module")
def consolidations(shared_data: Path) -> list[Leg]:
    return read(shared_data / "cargo2000_first_2000.csv")


def measured(consolidations: list[Leg]) -> StageTimes:
    count = len(consolidations)
    actual, plan = (np.full((count, len(STAGES)), np.nan) for _ in range(2))
    for place, one in enumerate(consolidations):
        for name, stage in COLUMNS.items():
            plan[place, STAGES.index(stage)], actual[place, STAGES.index(stage)] = one[name]
    lateness = np.nansum(actual - plan, axis=1)
    return StageTimes(actual, plan, np.zeros(actual.shape, bool), lateness, np.zeros(count, bool))


def test_agrees_with_an_independent_computation(consolidations: list[Leg]) -> None:
    times = measured(consolidations)
    found = weak_links.rank(
        "stage",
        times,
        weak_links.by_stage(times),
        line_ids=np.arange(len(consolidations)),
        cluster=np.arange(len(consolidations)),
        name=lambda s: STAGES[s].value,
        link_id=lambda s: None,
    )
    late = dict.fromkeys(COLUMNS, 0.0)
    absorbed = 0.0
    totals, deviations = [], {name: [] for name in COLUMNS}
    for one in consolidations:
        over = {name: max(0.0, effective - planned) for name, (planned, effective) in one.items()}
        total = sum(effective - planned for planned, effective in one.values())
        totals.append(total)
        for name, (planned, effective) in one.items():
            deviations[name].append(effective - planned)
        cap = max(0.0, total)
        scale = min(1.0, cap / sum(over.values())) if sum(over.values()) > 0 else 0.0
        absorbed += max(0.0, sum(over.values()) - cap)
        for name, days in over.items():
            late[name] += days * scale
    links = {link.name: link for link in found.links}
    spread = statistics.pvariance(totals)
    for name, stage in COLUMNS.items():
        link = links[stage.value]
        assert link.days_lost == pytest.approx(late[name])
        covariance = statistics.covariance(deviations[name], totals) * (len(totals) - 1) / len(totals)
        assert link.variation_share == pytest.approx(covariance / spread)
    assert found.absorbed_days == pytest.approx(absorbed)
    assert found.unexplained_days == pytest.approx(0.0, abs=1e-6)
    assert sum(link.shapley_days or 0 for link in found.links) == pytest.approx(found.late_days)


def test_delivery_is_the_weak_link(consolidations: list[Leg]) -> None:
    """Which stage costs most and which drives the variation, both certain."""
    times = measured(consolidations)
    found = weak_links.rank(
        "stage",
        times,
        weak_links.by_stage(times),
        line_ids=np.arange(len(consolidations)),
        cluster=np.arange(len(consolidations)),
        name=lambda s: STAGES[s].value,
        link_id=lambda s: None,
    )
    assert found.links[0].name == Stage.LAST_LEG
    assert found.links[0].ranked
    assert max(found.links, key=lambda link: link.variation_share or 0).name == Stage.LAST_LEG
    assert stages.days_lost(times).days.sum() == pytest.approx(sum(link.days_lost for link in found.links))
