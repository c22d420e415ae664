"""Answers as ocean lines really write them: withdrawals, inland legs, ports by name, sailings that name many boxes."""

from typing import Any

from supplychain_app.carriers import dcsa
from supplychain_app.carriers.base import Wanted
from supplychain_app.domain.shipments import Event, Milestone, Status

BOX, OTHER = "MSKU1234565", "CSQU3054383"


def box_event(code: str, when: str, port: str, mode: str = "VESSEL", **more: Any) -> dict[str, Any]:
    call = {"UNLocationCode": port, "modeOfTransport": mode}
    row = {"eventType": "EQUIPMENT", "eventClassifierCode": "ACT", "eventDateTime": when, "transportCall": call}
    return row | {"equipmentEventTypeCode": code, "equipmentReference": BOX, "emptyIndicatorCode": "LADEN"} | more


def events_of(rows: list[dict[str, Any]]) -> tuple[Event, ...]:
    return dcsa.parse(rows, Wanted(BOX, kind="container")).units[0].events


def test_a_withdrawal_without_a_payload_withdraws_all_the_same() -> None:
    def told(number: str, payload: dict[str, Any] | None, withdrawn: str | None = None) -> dict[str, Any]:
        about = {"eventID": number, "eventType": "EQUIPMENT", "eventCreatedDateTime": "2026-05-02T08:00:00Z"}
        return {"metadata": about | {"retractedEventID": withdrawn}, "payload": payload}

    body = {"eventClassifierCode": "ACT", "equipmentReference": BOX, "emptyIndicatorCode": "LADEN"}
    ship = {"vessel": {"name": "EXAMPLE STAR"}, "carrierExportVoyageNumber": "612W", "UNLocationCode": "CNNGB"}
    load = {**body, "equipmentEventTypeCode": "LOAD", "eventDateTime": "2026-05-01T04:00:00Z", "transportCall": ship}
    gate = {**body, "equipmentEventTypeCode": "GTOT", "eventDateTime": "2026-05-03T04:00:00Z"}
    (unit,) = dcsa.parse([told("1", load), told("2", gate), told("3", None, "2")], Wanted(BOX, kind="container")).units
    assert [(event.raw_code, event.retracted) for event in unit.events] == [("LOAD", False), ("GTOT", True)]
    assert unit.standing is Status.IN_TRANSIT
    assert (unit.events[0].vessel_name, unit.events[0].voyage) == ("EXAMPLE STAR", "612W")


def test_a_box_that_leaves_the_port_by_rail_is_not_out_for_delivery_yet() -> None:
    rows = [
        box_event("LOAD", "2026-05-01T08:00:00Z", "CNNGB"),
        box_event("DISC", "2026-06-01T08:00:00Z", "DEHAM"),
        box_event("GTOT", "2026-06-02T08:00:00Z", "DEHAM", "RAIL"),
        box_event("GTOT", "2026-06-04T08:00:00Z", "DEMUC", "TRUCK"),
    ]
    assert [(event.milestone, event.status) for event in events_of(rows)[2:]] == [
        (Milestone.GATE_OUT, Status.IN_TRANSIT),
        (Milestone.GATE_OUT, Status.OUT_FOR_DELIVERY),
    ]


def test_a_released_paper_is_no_release_by_customs() -> None:
    paper = {"eventType": "SHIPMENT", "eventClassifierCode": "ACT", "shipmentEventTypeCode": "RELS"}
    rows = [
        box_event("LOAD", "2026-05-01T08:00:00Z", "CNNGB"),
        paper | {"eventDateTime": "2026-05-02T08:00:00Z", "documentTypeCode": "TRD"},
        paper | {"eventDateTime": "2026-05-03T08:00:00Z", "documentTypeCode": "CUS"},
    ]
    assert [event.milestone for event in events_of(rows)] == [Milestone.LOADED, None, Milestone.CUSTOMS_RELEASED]


def test_ports_without_codes_are_known_by_their_names() -> None:
    rows = [
        box_event("LOAD", "2026-05-01T08:00:00Z", "", eventLocation={"locationName": "Ningbo"}),
        box_event("DISC", "2026-05-20T08:00:00Z", "", eventLocation={"locationName": "Tanger Med"}),
        box_event("DISC", "2026-06-01T08:00:00Z", "", eventLocation={"locationName": "HAMBURG"}),
    ]
    assert [event.milestone for event in events_of(rows)] == [
        Milestone.LOADED, Milestone.TRANSSHIPMENT_DISCHARGED, Milestone.DISCHARGED,
    ]  # fmt: skip


def test_a_sailing_that_names_two_boxes_is_told_of_both() -> None:
    boxes = [{"referenceType": "EQ", "referenceValue": number} for number in (BOX, OTHER)]
    sailing = {"eventType": "TRANSPORT", "eventClassifierCode": "ACT", "eventDateTime": "2026-05-02T08:00:00Z",
               "transportEventTypeCode": "DEPA", "transportCall": {"UNLocationCode": "CNNGB"},
               "references": boxes}  # fmt: skip
    loads = [box_event("LOAD", "2026-05-01T08:00:00Z", "CNNGB", equipmentReference=number) for number in (BOX, OTHER)]
    units = dcsa.parse([*loads, sailing], Wanted("255", kind="booking")).units
    assert {unit.number: [event.raw_code for event in unit.events] for unit in units} == {
        BOX: ["LOAD", "DEPA"],
        OTHER: ["LOAD", "DEPA"],
    }


def test_two_bookings_of_one_answer_keep_their_sailings_apart() -> None:
    def under(booking: str, row: dict[str, Any]) -> dict[str, Any]:
        return row | {"documentReferences": [{"documentReferenceType": "BKG", "documentReferenceValue": booking}]}

    def arrival(port: str, when: str) -> dict[str, Any]:
        return {"eventType": "TRANSPORT", "eventClassifierCode": "EST", "eventDateTime": when,
                "transportEventTypeCode": "ARRI", "transportCall": {"UNLocationCode": port}}  # fmt: skip

    rows = [
        under("A", box_event("LOAD", "2026-05-01T08:00:00Z", "CNNGB")),
        under("A", arrival("DEHAM", "2026-06-02T08:00:00Z")),
        under("B", box_event("LOAD", "2026-04-01T08:00:00Z", "CNSHA", equipmentReference=OTHER)),
        under("B", arrival("NLRTM", "2026-05-12T08:00:00Z")),
    ]
    units = dcsa.parse(rows).units
    assert {unit.number: unit.destination.unlocode for unit in units} == {BOX: "DEHAM", OTHER: "NLRTM"}
    assert all(len(unit.events) == 2 and not unit.unique_id for unit in units)
