"""EPCIS events as partners really send them: order numbers in URNs, damaged goods, and events declared an error."""

from typing import Any

from supplychain_app.carriers import epcis
from supplychain_app.domain.shipments import Event, ExceptionKind, Status, UnitReport

SSCC = "urn:epc:id:sscc:0614141.1234567890"


def event(step: str, hour: int, **more: Any) -> dict[str, Any]:
    row = {"type": "ObjectEvent", "action": "OBSERVE", "bizStep": step, "epcList": [SSCC]}
    return row | {"eventTime": f"2026-05-03T{hour:02}:00:00+02:00", "eventTimeZoneOffset": "+02:00"} | more


def unit_of(*rows: dict[str, Any]) -> UnitReport:
    (unit,) = epcis.parse({"type": "EPCISDocument", "epcisBody": {"eventList": list(rows)}}).units
    return unit


def events_of(*rows: dict[str, Any]) -> tuple[Event, ...]:
    return unit_of(*rows).events


def test_an_order_in_a_document_urn_is_its_serial() -> None:
    orders = [{"type": "po", "bizTransaction": "urn:epc:id:gdti:0614141.00002.PO-1.2"},
              {"type": "urn:epcglobal:cbv:btt:po",
               "bizTransaction": "urn:epcglobal:cbv:bt:0614141073467:PO-3"}]  # fmt: skip
    assert unit_of(event("shipping", 8, bizTransactionList=orders)).references == (("PO", "PO-1.2"), ("PO", "PO-3"))


def test_damaged_goods_are_an_exception_until_they_are_delivered() -> None:
    told = events_of(event("transporting", 8, disposition="https://ref.gs1.org/cbv/Disp-damaged"),
                     event("receiving", 9, disposition="damaged"), event("holding", 10))  # fmt: skip
    assert [(one.status, one.exception_kind) for one in told] == [
        (Status.EXCEPTION, ExceptionKind.DAMAGED),
        (Status.DELIVERED, ExceptionKind.DAMAGED),
        (Status.EXCEPTION, ExceptionKind.OTHER),
    ]


def test_an_event_that_is_declared_an_error_does_not_count() -> None:
    error = {"declarationTime": "2026-05-10T00:00:00Z", "reason": "did_not_occur"}
    rows = [event("shipping", 8), event("receiving", 9), event("receiving", 9, errorDeclaration=error)]
    unit = unit_of(*rows)
    assert unit.standing is Status.IN_TRANSIT
    assert [one.retracted for one in unit.events] == [False, True, True]
