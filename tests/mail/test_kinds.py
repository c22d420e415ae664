"""Dates on which goods leave or reach a port, and dates that stand already, are told apart from new deliveries."""

from datetime import date

import pytest

from supplychain_app.mail.reading import read
from supplychain_app.mail.references import KnownLine

SENT_ON = date(2026, 11, 23)

CASES = [
    (
        "US",
        "Line 10 ready to ship 12/4. ETD Shanghai 12/9, ETA Port of Long Beach 12/28, delivery to your dock 1/6.",
        ["2026-12-04 ship", "2026-12-09 ship", "2026-12-28 port", "2027-01-06 delivery"],
    ),
    (
        "FR",
        "Le poste 10 sera expédié le 4 décembre et arrivera chez vous le 8 décembre.",
        ["2026-12-04 ship", "2026-12-08 delivery"],
    ),
    (
        "DE",
        "Pos. 10 verlässt unser Haus am 04.12. und ist am 08.12. bei Ihnen.",
        ["2026-12-04 ship", "2026-12-08 delivery"],
    ),
    ("CN", "第10行12月4日发货，12月8日到货。", ["2026-12-04 ship", "2026-12-08 delivery"]),
    ("GB", "Line 10 will be ready for collection ex works on 4 December.", ["2026-12-04 ship"]),
]


@pytest.mark.parametrize(("country", "body", "expected"), CASES)
def test_leaving_and_port_dates_are_no_deliveries(country: str, body: str, expected: list[str]) -> None:
    found = read(body, subject="PO 4500012345", sent_on=SENT_ON, country=country).suggestions
    assert [f"{one.promised_on} {one.kind}" for one in found] == expected
    assert {one.line for one in found} == {"10"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1 December is what your screen has for line 10, the parts will arrive on 15 December.", ["2026-12-15"]),
        ("Line 10: 60 pcs arrive on 1 December, 40 pcs on 15 December.", ["2026-12-01", "2026-12-15"]),
        ("Line 10 will arrive on 1 December.", ["2026-12-01"]),
    ],
)
def test_the_date_that_stands_is_no_news_beside_another(body: str, expected: list[str]) -> None:
    known = [KnownLine("4500012345", "10", promised_on=date(2026, 12, 1))]
    found = read(body, subject="PO 4500012345", sent_on=SENT_ON, country="GB", known=known).suggestions
    assert [one.promised_on.isoformat() for one in found] == expected


PARTS = [
    KnownLine("4500012345", "10", "A-100", description="Flansch DN80"),
    KnownLine("4500012345", "20", "A-200", description="Welle 40 mm"),
    KnownLine("4500012346", "10", "C-100", description="Gasket, graphite"),
    KnownLine("4500012347", "10", "C-200", description="Gasket, rubber"),
    KnownLine("4500012347", "20", "C-300", description="Set"),
]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Flansche kommen am 15.12., die Welle am 17.12.", [("10", "2026-12-15"), ("20", "2026-12-17")]),
        ("Die Welle folgt nächste Woche Dienstag.", [("20", "2026-12-01")]),
        ("Pos. 10 kommt KW 51 Mittwoch.", [("10", "2026-12-16")]),
        ("Die beiden Positionen kommen am 15.12.", [("10", "2026-12-15"), ("20", "2026-12-15")]),
        ("The gaskets will arrive on 15 December.", [(None, "2026-12-15")]),  # of two orders: whose, nobody can tell
    ],
)
def test_parts_are_known_by_the_first_word_of_their_description(
    body: str, expected: list[tuple[str | None, str]]
) -> None:
    found = read(body, subject="Re: 4500012345", sent_on=SENT_ON, country="DE", known=PARTS).suggestions
    assert [(one.line, one.promised_on.isoformat()) for one in found] == expected


def test_a_line_may_stand_behind_a_slash_and_a_letters_own_date_is_no_promise() -> None:
    body = f"Order confirmation 77      Date: {SENT_ON:%d.%m.%Y}\nNew delivery date: 15.12.2026."
    found = read(body, subject="4500012345 / 20", sent_on=SENT_ON, country="DE", known=PARTS).suggestions
    assert [(one.line, one.promised_on.isoformat()) for one in found] == [("20", "2026-12-15")]


NUMBERED = [KnownLine("4500012345", "10", "CVR-MOQ-GRY"), KnownLine("4500012345", "20", "CVR-MOQ-BLU")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The grey covers arrive on 15 December.", [("10", "2026-12-15")]),
        ("Blue arrives on 15 December, grey on 17 December.", [("20", "2026-12-15"), ("10", "2026-12-17")]),
        ("The whole order arrives on 15 December.", [("10", "2026-12-15"), ("20", "2026-12-15")]),
    ],
)
def test_parts_are_known_by_the_words_that_their_numbers_shorten(
    body: str, expected: list[tuple[str | None, str]]
) -> None:
    found = read(body, subject="Re: 4500012345", sent_on=SENT_ON, country="GB", known=NUMBERED).suggestions
    assert [(one.line, one.promised_on.isoformat()) for one in found] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Today 23-11-2026 we have handed over the goods to the forwarder.", []),
        ("Line 10 will be delivered to you today.", ["2026-11-23"]),
        ("We had confirmed line 10 for 1 December. I must take that date back.", []),
        ("10项十二月十五日到货。", ["2026-12-15"]),
        ("第20项十二月底到货。", ["2026-12-31"]),
        ("Nous livrerons la ligne 10 le 15/12.", ["2026-12-15"]),
    ],
)
def test_what_is_told_of_today_or_taken_back_is_no_promise(body: str, expected: list[str]) -> None:
    known = [KnownLine("4500012345", line, promised_on=date(2026, 12, 1)) for line in ("10", "20")]
    found = read(body, subject="PO 4500012345", sent_on=SENT_ON, country="GB", known=known).suggestions
    assert [one.promised_on.isoformat() for one in found if one.kind == "delivery"] == expected
