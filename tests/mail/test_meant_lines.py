"""Which lines of an order a date means that names none."""

from datetime import date

import pytest

from supplychain_app.mail.reading import read
from supplychain_app.mail.references import KnownLine

SENT_ON = date(2026, 11, 27)
KNOWN = [
    KnownLine("4500012345", "10", "A-100", promised_on=date(2026, 12, 1), quantity=60),
    KnownLine("4500012345", "20", "A-200", promised_on=date(2026, 12, 8), quantity=250),
]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The goods will be delivered on 15 December.", ["10", "20"]),
        ("Die komplette Bestellung wird am 15.12. geliefert.", ["10", "20"]),
        ("Part of the order will be delivered on 15 December.", [None]),
        ("Left doors will be delivered on 15 December. Right doors will be delivered on 18 December.", [None, None]),
        ("Left doors will be delivered on 15 December. The drawing of the right ones follows on 18 December.", [None]),
        ("A-100 is in the oven. We will deliver on 15 December.", ["10"]),
        ("250 pcs will be delivered on 15 December.", ["20"]),
        ("The delivery of 8 December moves to 15 December.", ["20"]),
    ],
)
def test_a_date_without_a_line_means_what_the_mail_leaves_no_doubt_about(body: str, expected: list[str | None]) -> None:
    found = read(body, subject="PO 4500012345", sent_on=SENT_ON, country="GB", known=KNOWN).suggestions
    assert [one.line for one in found] == expected
