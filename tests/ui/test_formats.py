"""Dates, days, money and quantities are written the same everywhere, and never with digits that say nothing."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale

from supplychain_app.ui.shared import formats

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _no_language() -> None:
    QLocale.setDefault(QLocale.c())


def test_near_days_have_their_weekday_and_far_ones_their_year() -> None:
    assert formats.day(date(2026, 11, 17), TODAY) == "Tue 17 Nov"
    assert formats.day("2026-11-17T08:00:00", TODAY) == "Tue 17 Nov"
    assert formats.day(date(2025, 11, 17), TODAY) == "17 Nov 2025"
    assert formats.short_day(date(2026, 11, 17), TODAY) == "17 Nov"
    assert formats.day(None) == formats.day("") == formats.MISSING


@pytest.mark.parametrize(
    ("minor", "currency", "written"),
    [
        (1250, "EUR", "12.50 €"),
        (3_624_900, "USD", "36\u00a0249 $"),
        (36_249, "JPY", "36\u00a0249 ¥"),
        (900_000, "CHF", "9\u00a0000 CHF"),
        (None, "EUR", formats.MISSING),
    ],
)
def test_money_has_its_currency_and_no_cents_from_a_hundred_up(minor: int | None, currency: str, written: str) -> None:
    assert formats.money(minor, currency) == written


def test_an_estimate_in_money_has_three_figures_that_count() -> None:
    assert formats.rough_money(3_624_900, "USD") == "36\u00a0200 $"
    assert formats.rough_money(0, "USD") == formats.money(0, "USD")
    assert formats.rough_money(-3_624_900, "USD") == "-36\u00a0200 $"


def test_a_language_groups_as_it_does() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    assert formats.money(3_624_900, "EUR") == "36.249 €"
    assert formats.day(date(2026, 12, 1), TODAY) == "Tue 1 Dec"  # in the words of the window around it


def test_lateness_is_said_in_words() -> None:
    assert [formats.lateness(days) for days in (4, 1, 0, -2, None)] == [
        "4 days late",
        "1 day late",
        "on the day",
        "2 days early",
        formats.MISSING,
    ]


def test_a_moment_ago_is_said_as_a_person_says_it() -> None:
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert formats.ago("2026-11-23T11:52:00Z", now) == "8 min ago"
    assert formats.ago("2026-11-23T09:00:00Z", now) == "3 hours ago"
    assert formats.ago(None, now) == "never"


def test_initials_of_any_name() -> None:
    assert [formats.initials(name) for name in ("M. Brandt", "Okoye", "李 明", "", None)] == ["MB", "O", "李明", "", ""]
