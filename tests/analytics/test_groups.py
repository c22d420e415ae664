"""Groups, their parents, and what is learned only for those that are asked about."""

from collections import Counter

import numpy as np
import pytest

from supplychain_app.analytics import forecast, shrinkage
from supplychain_app.analytics.forecast import Knobs
from supplychain_app.analytics.groups import ladder, representative
from supplychain_app.analytics.line_facts import LineFacts
from tests.analytics.worlds import DAYS, TODAY, made


@pytest.fixture
def facts() -> LineFacts:
    """Lines of some suppliers in some countries, many of them open."""
    random = np.random.default_rng(4)
    count = 900
    issued = np.sort(TODAY - DAYS + random.integers(0, DAYS, count))
    promised = issued + random.integers(20, 90, count)
    came = promised + random.integers(-5, 30, count)
    supplier = random.integers(1, 40, count)
    country = np.where(random.random(count) < 0.9, supplier % 4, random.integers(0, 4, count))
    return made(
        issued, promised, np.where(came <= TODAY, came, -1), supplier=supplier, country=country, mode=supplier % 3
    ).at(TODAY)


@pytest.mark.parametrize("parents", [3, 500])  # counted in a table, and by sorting
def test_a_child_is_of_the_parent_of_most_of_its_lines(parents: int) -> None:
    random = np.random.default_rng(parents)
    child = random.integers(0, 15, 200)
    child[child == 7] = 8  # a group without any line
    parent = random.integers(0, parents, 200)
    found = representative(child, 15, parent)
    for group in range(15):
        counts = Counter(parent[child == group].tolist())
        most = max(counts.values(), default=0)
        assert found[group] == max((code for code, count in counts.items() if count == most), default=0)


def test_what_is_learned_for_some_lines_is_what_is_learned_for_all(facts: LineFacts) -> None:
    lines = np.flatnonzero(facts.is_open)[::9]
    knobs = Knobs((("country", "mode"), ("supplier",), ("supplier", "country")), half_life=60.0, smooth=7)
    some, every = (forecast.fit(facts, knobs, lines=wanted) for wanted in (lines, None))
    assert some.delays is not None
    assert every.delays is not None
    assert len(some.delays.tails) < len(every.delays.tails)
    for one, other in zip(
        forecast.arrival_mass(some, facts, lines), forecast.arrival_mass(every, facts, lines), strict=True
    ):
        np.testing.assert_array_equal(one, other)
    weights = [axis.weight[axis.groups(facts, lines)] for axis in (some.delays, every.delays)]
    np.testing.assert_array_equal(*weights)


def test_a_ladder_leads_from_all_to_the_groups_of_the_lines_asked_about(facts: LineFacts) -> None:
    top, countries, suppliers = ladder(facts, (("country",), ("supplier",)), np.array([3, 5]))
    assert (top.groups, top.parent) == (1, None)
    assert suppliers.groups == len({*facts.supplier[[3, 5]].tolist()})
    asked = np.isin(facts.supplier, facts.supplier[[3, 5]])
    assert ((suppliers.code >= 0) == asked).all()
    assert suppliers.parent is not None
    for line in (3, 5):
        usual = Counter(facts.country[facts.supplier == facts.supplier[line]].tolist()).most_common(1)[0][0]
        own = countries.code[facts.country == usual][0]
        assert suppliers.parent[suppliers.code[line]] == own


@pytest.mark.parametrize("far", [1, 10**9])  # counted in a table, and by sorting
def test_clusters_are_as_large_as_they_are(far: int) -> None:
    together = np.array([5, -3, 5, 7, 5, -3]) * far
    assert shrinkage.cluster_size(together).tolist() == [3, 2, 3, 1, 3, 2]
