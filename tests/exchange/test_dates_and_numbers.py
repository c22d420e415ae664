"""Numbers and dates are read as they were written, whatever the country."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain_app.exchange import date_orders, numbers
from supplychain_app.exchange.dates import MONTHS, take_apart

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2069, 12, 31))


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False))
def test_any_figure_is_read_under_any_mark(value: object) -> None:
    plain = f"{value:,.2f}"
    german = plain.translate(str.maketrans(",.", ".,"))
    assert numbers.parse(plain, ".") == pytest.approx(float(value))  # type: ignore[arg-type]
    assert numbers.parse(german, ",") == pytest.approx(float(value))  # type: ignore[arg-type]
    assert numbers.parse(german + " EUR", ",") == pytest.approx(float(value))  # type: ignore[arg-type]


@given(st.text(max_size=30))
def test_no_text_breaks_the_parsers(text: str) -> None:
    numbers.parse(text, ".")
    numbers.parse(text, ",")
    take_apart(text, serials=True)


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("1,00,000.50", ".", 100000.5),
        ("1.234,50 EUR", ",", 1234.5),
        ("EUR 1.234,50", ",", 1234.5),
        ("R$ 12.500,00", ",", 12500),
        ("1'234.50", ".", 1234.5),
        ("1 234,50", ",", 1234.5),
        ("12,5-", ",", -12.5),
        ("(1,234)", ".", -1234),
        ("−5", ".", -5),
        ("1.000", ",", 1000),
        ("1.000", ".", 1),
        ("250 PC", ".", 250),
        ("0.97", ".", 0.97),
        ("R-1001", ".", None),
        ("PO 41", ".", None),
        ("many", ".", None),
        ("See ASN-93 (ID#:1281)", ".", None),
    ],
)
def test_figures_of_many_countries(text: str, mark: str, value: float | None) -> None:
    assert numbers.parse(text, mark) == value


@given(
    st.lists(DAYS, min_size=1, max_size=30), st.sampled_from(["%d.%m.%Y", "%d/%m/%y", "%Y-%m-%d", "%d-%b-%Y", "%Y%m%d"])
)
def test_days_come_back(days: list[date], form: str) -> None:
    texts = [day.strftime(form) for day in days]
    order = date_orders.infer({"issued_on": ("Date", texts)}, day_first=True)["issued_on"]
    assert [order.parse(text) for text in texts] == days


@given(st.lists(DAYS, min_size=60, max_size=60, unique=True))
def test_month_first_is_found_by_days_above_12(days: list[date]) -> None:
    if sum(day.day > 12 for day in days) < 5:
        return
    texts = [day.strftime("%m/%d/%Y") for day in days]
    order = date_orders.infer({"issued_on": ("Date", texts)}, day_first=True)["issued_on"]
    assert order.label == "MDY"
    assert [order.parse(text) for text in texts] == days


@pytest.mark.parametrize(
    "text", ["3. März 2026", "3 mars 2026", "3 de marzo de 2026", "3 de março de 2026", "Mar 3, 2026", "03-Mar-26"]
)
def test_months_in_words(text: str) -> None:
    order = date_orders.infer({"issued_on": ("Date", [text])})["issued_on"]
    assert order.parse(text) == date(2026, 3, 3)
    assert MONTHS["marz"] == 3


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("KW 12/2026", date(2026, 3, 20)),
        ("2026-W12", date(2026, 3, 20)),
        ("2026-12-15T08:00:00Z", date(2026, 12, 15)),
        ("12/15/2026 12:00:00 AM", date(2026, 12, 15)),
        ("46371", date(2026, 12, 15)),
        ("Di 15.12.2026", date(2026, 12, 15)),
    ],
)
def test_weeks_times_and_day_numbers(text: str, day: date) -> None:
    assert date_orders.infer({"issued_on": ("Date", [text])})["issued_on"].parse(text) == day


def test_a_clean_looking_column_is_checked_against_another() -> None:
    issued = [date(2026, month, day) for month in range(1, 9) for day in (2, 5, 9, 12, 20, 28)]
    promised = [f"{(date.fromordinal(day.toordinal() + 30)):%d-%b-%Y}" for day in issued]
    # Days up to 12 were swapped with their month on the way; the others could not be.
    spoiled = [f"{d:%Y-%d-%m}" if d.day <= 12 else f"{d:%Y-%m-%d}" for d in issued]
    orders = date_orders.infer({"issued_on": ("Sent", spoiled), "current_promise": ("Promise", promised)})
    assert [orders["issued_on"].parse(text) for text in spoiled] == issued
    assert "swapped" in orders["issued_on"].evidence
