"""Days per line: few lines lean on the rest, many speak for themselves, and the order of the input is no matter."""

import numpy as np
import pytest

from supplychain_app.analytics.link_rates import link_rates


def world(seed: int = 1) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Link 0: many lines of 2 days. 1: many of 8. 2: six lines of 8. 3: two lines. 4 to 7: many of 1 to 3."""
    chance = np.random.default_rng(seed)
    sizes, means = (400, 300, 6, 2, 200, 200, 200, 200), (2, 8, 8, 30, 1, 1.5, 2.5, 3)
    link = np.repeat(np.arange(8), sizes)
    lost = chance.exponential(np.repeat(means, sizes).astype(float))
    return link, lost, np.arange(len(link)) // 2


def test_many_lines_speak_for_themselves_and_few_lean_on_the_rest() -> None:
    link, lost, cluster = world()
    rates = link_rates(link, lost, cluster, 8)
    told = ~np.isnan(rates.high)
    assert (rates.low[told] <= rates.expected[told]).all()
    assert (rates.expected[told] <= rates.high[told]).all()
    middle = (rates.low + rates.high) / 2
    assert rates.low[1] < lost[link == 1].mean() < rates.high[1]
    assert middle[1] == pytest.approx(lost[link == 1].mean(), rel=0.1)
    assert rates.high[2] - rates.low[2] > 2 * (rates.high[1] - rates.low[1])
    plain, of_all = lost[link == 2].mean(), lost.mean()
    assert min(plain, of_all) < middle[2] < max(plain, of_all)
    assert np.isnan(rates.high[3])


def test_lines_of_one_order_are_not_so_many_witnesses() -> None:
    link, lost, _ = world()
    lost = np.repeat(lost[::2], 2)[: len(lost)]  # both lines of an order lose the same
    apart = link_rates(link, lost, np.arange(len(link)), 8)
    together = link_rates(link, lost, np.arange(len(link)) // 2, 8)
    wider = (together.high - together.low)[[0, 1, 4]] / (apart.high - apart.low)[[0, 1, 4]]
    assert (wider > 1.2).all()


def test_the_order_of_lines_is_no_matter() -> None:
    link, lost, cluster = world()
    mixed = np.random.default_rng(3).permutation(len(link))
    one, other = link_rates(link, lost, cluster, 8), link_rates(link[mixed], lost[mixed], cluster[mixed], 8)
    np.testing.assert_allclose(one.high, other.high)
    np.testing.assert_allclose(one.low, other.low)


@pytest.mark.parametrize("links", [0, 3])
def test_nothing_to_measure(links: int) -> None:
    nothing = np.zeros(0, dtype=np.int64)
    assert np.isnan(link_rates(nothing, nothing * 1.0, nothing, links).high).all()


def test_nothing_was_lost() -> None:
    link = np.repeat([0, 1, 2], 10)
    rates = link_rates(link, np.zeros(30), np.arange(30), 3)
    np.testing.assert_allclose(rates.high, 0.0, atol=1e-5)
