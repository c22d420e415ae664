"""Figures are said as a colleague would say them."""

from datetime import date

import pytest

from supplychain_app.analytics.rates import Rate
from supplychain_app.reports import words


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "no data"),
        (0, "0 days"),
        (1, "1 day"),
        (-1, "−1 day"),
        (2.4, "2.5 days"),
        (12.3, "12 days"),
        (1234, "1 234 days"),
    ],
)
def test_days(value: float | None, said: str) -> None:
    assert plain(words.days(value)) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(None, "not reached"), (0.2, "on the day"), (4, "4 days late"), (-2, "2 days early"), (1, "1 day late")],
)
def test_lateness(value: float | None, said: str) -> None:
    assert plain(words.late(value)) == said


def test_a_rate_of_few_cases_says_only_how_few() -> None:
    assert words.rate(Rate(0.5, 4, 2, (0.1, 0.9), True)) == "too few to say (4)"
    assert words.rate(Rate(None, 0, 0, None, True)) == "no data"
    assert plain(words.rate(Rate(0.75, 8, 6, (0.5, 0.9), False))) == "75 %"


def test_plurals_and_lists() -> None:
    assert plain(words.plural(1, "line")) == "1 line"
    assert plain(words.plural(1200, "line")) == "1 200 lines"
    assert words.spelled(3, "supplier") == "Three suppliers"
    assert words.listed(["a"]) == "a"
    assert words.listed(["a", "b", "c"]) == "a, b and c"
    assert words.listed([]) == ""


def test_months_and_days() -> None:
    assert words.month("2026-07", with_year=True) == "Jul 2026"
    assert words.month("2026-07-09", with_year=False) == "9 Jul"
    assert words.month("week 3", with_year=True) == "week 3"
    assert words.long_day(date(2026, 11, 3)) == "3 Nov 2026"


def test_no_negative_zero() -> None:
    assert words.number(-0.2) == "0"
