"""Numbers are recognised with their check digits, and every doubt is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain_app.domain.identifiers import carrier_key, found_in, normalised, recognise

WORKED = [
    ("1Z5R89390357567127", "parcel", "ups", -1),
    ("477179081230", "parcel", "fedex", -1),
    ("568283610012000", "parcel", "fedex", -1),
    ("9400111206206406260787", "parcel", "usps", -1),
    ("RB123456785GB", "parcel", "post", 10),
    ("3318810025", "parcel", "dhl", -1),
    ("006141411234567890", "sscc", None, -1),
    ("CSQU3054383", "container", None, -1),
    ("020-12345675", "air_waybill", None, -1),
    ("9074729", "vessel", None, -1),
]


@pytest.mark.parametrize(("number", "kind", "carrier", "position"), WORKED)
def test_worked_values_and_every_other_check_digit(number: str, kind: str, carrier: str | None, position: int) -> None:
    best = recognise(number)[0]
    assert (best.kind, best.carrier, best.check) == (kind, carrier, "ok")
    bare = list(normalised(number))
    right = bare[position]
    for digit in "0123456789":
        bare[position] = digit
        same = [c for c in recognise("".join(bare)) if c.name == best.name]
        assert [c.check for c in same] == ["ok" if digit == right else "failed"]


def test_collisions_are_all_shown() -> None:
    assert {c.carrier for c in recognise("477179081230")} >= {"fedex", "dhl", "purolator"}
    assert {c.kind for c in recognise("02012345675")} == {"air_waybill", "parcel"}


def test_a_failed_check_digit_is_a_warning_not_a_refusal() -> None:
    (container,) = recognise("CSQU3054384")
    assert (container.kind, container.check) == ("container", "failed")


def test_bills_of_lading_and_owners_name_the_line() -> None:
    assert recognise("MAEU123456789")[0].kind == "bill_of_lading"
    assert recognise("MAEU123456789")[0].carrier == "maersk"
    assert recognise("MSKU1234565")[0].carrier == "maersk"


@pytest.mark.parametrize("typed", [" csqu 305438-3 ", "ＣＳＱＵ３０５４３８３", "CSQU\u200b305 4383", "CSQU.305.438.3"])
def test_typed_forms_are_one_number(typed: str) -> None:
    assert normalised(typed) == "CSQU3054383"
    assert recognise(typed)[0].check == "ok"


def test_numbers_are_found_in_a_mail() -> None:
    mail = (
        "Dear Ann, container CSQU 305438 3 left; parcel 1Z5R89390357567127, AWB 020-12345675. PO 4500012345, 12.05.2026"
    )
    assert {c.number for c in found_in(mail)} == {"CSQU3054383", "1Z5R89390357567127", "02012345675"}


def test_a_carriers_name_makes_the_digits_after_it_a_number() -> None:
    mail = "Sent by FedEx: 4771 7908 1230 (2 boxes), box csqu 305438-3 and DHL no. 3318810025. Call 0731 1234567890."
    assert {c.number: c.carrier for c in found_in(mail)} == {
        "477179081230": "fedex",
        "CSQU3054383": None,
        "3318810025": "dhl",
    }
    assert [c.carrier for c in recognise("JJD000390007830928458")] == ["dhl"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("DHL Express", "dhl"),
        ("Hapag-Lloyd AG", "hapag_lloyd"),
        ("CMA CGM", "cma_cgm"),
        ("MAEU", "maersk"),
        ("Fed Ex Freight Ltd", "fed_ex_freight_ltd"),
        ("One Stop Logistics", "one_stop_logistics"),
        ("17TRACK", "17track"),
    ],
)
def test_carriers_go_by_many_names(name: str, key: str) -> None:
    assert carrier_key(name) == key


@given(st.text(max_size=60))
def test_any_text_can_be_asked_for(text: str) -> None:
    for candidate in recognise(text):
        assert candidate.check in ("ok", "failed", "none")
    found_in(text)
    carrier_key(text)


def test_long_barcodes_are_told_by_the_number_in_them() -> None:
    fedex = "1001921334250001000300779017972697"
    assert [(c.carrier, c.check) for c in recognise(fedex)] == [("fedex", "ok")]
    assert [(c.carrier, c.check) for c in recognise(fedex[:-1] + "8")] == [("fedex", "failed")]
    assert [c.carrier for c in recognise("007110001234567890123427600A"[:28])] == ["dpd"]
