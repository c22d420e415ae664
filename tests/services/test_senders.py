"""Whom a mail's sender speaks for, by name."""

from pathlib import Path

import pytest

from supplychain_app.services import importing
from supplychain_app.services.senders import supplier_named
from supplychain_app.storage.connection import Database

ORDERS = """PO,Supplier,Material,Quantity,Order date,Promised date
1001,Bright Metal Co.,A,5,2026-09-01,2026-12-01
1002,Müller & Söhne GmbH,B,5,2026-09-01,2026-12-01
1003,Delta Fittings Ltd,C,5,2026-09-01,2026-12-01
1004,Delta Fittings GmbH & Co. KG,D,5,2026-09-01,2026-12-01
1005,AB,E,5,2026-09-01,2026-12-01
"""


@pytest.mark.parametrize(
    ("name", "address", "supplier"),
    [
        ("", "sales@brightmetal.example", "Bright Metal Co."),
        ("", "info@mail.mueller-soehne.co.example", "Müller & Söhne GmbH"),
        ("Lily (Bright Metal Co)", "lily88@gmail.com", "Bright Metal Co."),
        ("Lily", "brightmetal@gmail.com", None),
        ("Delta", "x@delta.example", None),
        ("AB", "me@ab.example", None),
        ("", "", None),
        ("\u0000", "@", None),
    ],
)
def test_a_sender_speaks_for_the_one_supplier_of_that_name(
    db: Database, tmp_path: Path, name: str, address: str, supplier: str | None
) -> None:
    file = tmp_path / "orders.csv"
    file.write_text(ORDERS, encoding="utf-8")
    importing.import_file(db, file)
    found = supplier_named(db, name, address)
    assert (db["supplier"].get(found)["name"] if found else None) == supplier
