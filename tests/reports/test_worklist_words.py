"""The worklist's sentences: numbers, days and places as a colleague would say them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain_app.reports import worklist_words as words

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 11, 17), "Tue 17 Nov"),
        (date(2026, 11, 30), "Mon 30 Nov"),
        (date(2026, 11, 13), "13 Nov"),
        (date(2025, 11, 17), "17 Nov 2025"),
    ],
)
def test_a_day_is_as_long_as_it_must_be(day: date, text: str) -> None:
    assert words.day_text(day, TODAY) == text


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [
        (1_400_000, "EUR", "14\u00a0000\u00a0€"),
        (621_749, "USD", "6\u00a0220\u00a0$"),
        (98_700, "CHF", "987\u00a0CHF"),
        (12_345_678, None, "123\u00a0500"),
    ],
)
def test_money_is_rounded_to_what_matters(minor: int, currency: str | None, text: str) -> None:
    assert words.money(minor, currency) == text


def test_where_the_goods_are() -> None:
    def told(milestone: str | None, day: date, **more: object) -> str:
        return words.carriage(words.Carriage("C", milestone, "HAMBURG", day, **more), TODAY)  # type: ignore[arg-type]

    held = told("customs_hold", date(2026, 11, 18), usual=(1.0, 2.0))
    assert held == "Held by customs in Hamburg for 5 days, usually 1 to 2."
    assert told("departed", date(2026, 11, 18)) == "Departed from Hamburg Wed 18 Nov."
    silent = told("discharged", date(2026, 11, 14), usual=(2.0, 2.0))
    assert silent == "Discharged in Hamburg 9 days ago and nothing since, usually 2."
    assert told(None, TODAY, text="Held at HAMBURG") == "Held at HAMBURG Mon 23 Nov."
    assert told("delivered", TODAY, delivered=True) == "Delivered in Hamburg Mon 23 Nov, not booked in yet."


def test_the_headline_names_whom_to_call_first() -> None:
    assert words.headline([], None) == "Nothing is past due and nothing is likely to be late."
    rows = [("past_due", "Kessler Guss", False), ("arriving", "Other", False)]
    assert words.headline(rows, "6\u00a0200\u00a0€") == (
        "One delivery is past due, worth 6\u00a0200\u00a0€; call Kessler Guss first."
    )
    assert words.headline([("will_be_late", "", False)] * 13, None) == "13 deliveries will probably be late."


@given(st.floats(0.001, 1e12), st.sampled_from(["pcs", "kg", None]))
def test_a_quantity_is_never_empty(number: float, unit: str | None) -> None:
    assert words.quantity(number, unit).strip()


@given(st.integers(0, 10**15))
def test_money_stays_within_a_percent(minor: int) -> None:
    shown = float(words.money(minor, None).replace("\u00a0", "") or 0)
    assert abs(shown - minor / 100) <= max(0.51, 0.01 * minor / 100)
