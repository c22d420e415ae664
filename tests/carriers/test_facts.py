"""What carriers are known to write, one fact a test: odd statuses, times that mislead, errors inside good answers."""

from typing import Any

import pytest

from supplychain_app.carriers import (
    aftership,
    dcsa,
    dhl,
    easypost,
    fedex,
    karrio,
    la_poste,
    seventeentrack,
    shipengine,
    ups,
    usps,
)
from supplychain_app.carriers.base import AuthError, InvalidNumber, NotFoundYet, RateLimited, Wanted
from supplychain_app.carriers.http import scrubbed
from supplychain_app.domain.shipments import Delay, ExceptionKind, Milestone, Status, TimeBasis, UnitReport


def ups_package(**more: Any) -> UnitReport:
    answer = {"trackResponse": {"shipment": [{"inquiryNumber": "1Z", "package": [{"trackingNumber": "1Z", **more}]}]}}
    return ups.parse(answer).units[0]


@pytest.mark.parametrize(
    ("code", "kind"),
    [("TW0001", NotFoundYet), ("TV1002", InvalidNumber), ("250003", AuthError), ("10429", RateLimited)],
)
def test_errors_of_ups_have_kinds(code: str, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        ups.parse({"response": {"errors": [{"code": code, "message": "x"}]}})


def test_a_code_that_ups_adds_falls_back_on_its_type() -> None:
    assert ups_package(currentStatus={"type": "X", "statusCode": "998"}).status is Status.EXCEPTION
    assert ups_package(currentStatus={"type": "D", "statusCode": "998"}).status is Status.DELIVERED
    assert ups_package(currentStatus={"type": "NA", "statusCode": "998"}).status is Status.UNKNOWN
    assert ups_package(currentStatus={"type": "U", "code": "XX"}).status is None


def test_ups_utc_twin_beats_a_guess_by_country() -> None:
    row = {"date": "20260704", "time": "120000", "gmtDate": "20260704", "gmtTime": "11:00:00",
           "location": {"address": {"countryCode": "DE"}}, "status": {"type": "I", "statusCode": "005"}}  # fmt: skip
    (event,) = ups_package(activity=[row]).events
    assert (event.utc_offset_min, event.time_basis) == (60, TimeBasis.UTC_GIVEN)
    (guessed,) = ups_package(activity=[{k: v for k, v in row.items() if not k.startswith("gmt")}]).events
    assert (guessed.utc_offset_min, guessed.time_basis) == (120, TimeBasis.LOCATION_INFERRED)


def test_two_packages_of_ups_under_one_number_are_told_apart() -> None:
    packages = [
        {"trackingNumber": "1Z", "activity": [{"date": day, "time": "080000", "status": {"type": "I"}}]}
        for day in ("20250101", "20260501")
    ]
    units = ups.parse({"trackResponse": {"shipment": [{"inquiryNumber": "1Z", "package": packages}]}}).units
    assert {unit.unique_id for unit in units} == {"2025-01-01", "2026-05-01"}


def fedex_unit(**row: Any) -> UnitReport:
    result = {"trackingNumber": "7", "trackResults": [{"trackingNumberInfo": {"trackingNumber": "7"}, **row}]}
    return fedex.parse({"output": {"completeTrackResults": [result]}}).units[0]


def test_a_late_parcel_of_fedex_is_on_its_way_and_delayed() -> None:
    unit = fedex_unit(latestStatusDetail={"code": "DY"})
    assert (unit.status, unit.delay) == (Status.IN_TRANSIT, Delay.DELAYED)


def test_an_appointment_of_fedex_is_the_newest_answer() -> None:
    told = [{"type": "ESTIMATED_DELIVERY", "dateTime": "2026-05-06T00:00:00-06:00"},
            {"type": "APPOINTMENT_DELIVERY", "dateTime": "2026-05-08T10:00:00-05:00"}]  # fmt: skip
    etas = fedex_unit(latestStatusDetail={"code": "IT"}, dateAndTimes=told).etas
    assert [(eta.latest, eta.source_label) for eta in etas] == [
        ("2026-05-06", "predicted"),
        ("2026-05-08T10:00:00", "appointment"),
    ]


def test_a_predicted_window_of_usps_is_kept() -> None:
    row = {"trackingNumber": "94", "statusCategory": "In Transit", "predictedDeliveryDate": "2026-05-08"}
    row |= {"predictedDeliveryWindowStartTime": "10:00", "predictedDeliveryWindowEndTime": "2026-05-08T14:00:00"}
    (eta,) = usps.parse(row).units[0].etas
    assert (eta.earliest, eta.latest) == ("2026-05-08T10:00:00", "2026-05-08T14:00:00")


def test_an_alert_of_usps_says_what_kind() -> None:
    row = {"trackingNumber": "94", "statusCategory": "Alert", "status": "Refused"}
    assert usps.parse(row).units[0].exception_kind is ExceptionKind.REFUSED


def dhl_answer(*shipments: dict[str, Any]) -> tuple[UnitReport, ...]:
    return dhl.parse({"shipments": list(shipments)}).units


def test_two_shipments_of_one_dhl_division_are_told_apart() -> None:
    one, two = dhl_answer(
        {"id": 44, "service": "express", "events": [{"timestamp": "2025-01-02T08:00:00", "statusCode": "delivered"}]},
        {"id": 44, "service": "express", "events": [{"timestamp": "2026-05-02T08:00:00", "statusCode": "transit"}]},
    )
    assert one.number == two.number == "44"
    assert one.unique_id != two.unique_id


def test_words_of_dhl_never_deliver() -> None:
    (unit,) = dhl_answer({"id": "44", "status": {"statusCode": "transit", "status": "DELIVERED", "timestamp": "2026"}})
    assert unit.status is Status.IN_TRANSIT


def track17(**info: Any) -> UnitReport:
    row = {"number": "RB1", "carrier": 3011, "track_info": info}
    return seventeentrack.parse({"code": 0, "data": {"accepted": [row]}}).units[0]


def test_17track_events_without_sub_status_speak_by_their_stage() -> None:
    row = {"time_iso": None, "time_utc": "2026-05-04T13:05:00Z", "stage": "Delivered", "description": "x",
           "time_raw": {"date": "2026-05-04", "time": "21:05:00"}}  # fmt: skip
    (event,) = track17(tracking={"providers": [{"events": [row]}]}).events
    assert (event.status, event.milestone) == (Status.DELIVERED, Milestone.DELIVERED)
    assert (event.occurred_local, event.utc_offset_min) == ("2026-05-04T21:05:00", 480)


def test_one_number_of_two_17track_carriers_is_two_shipments() -> None:
    rows: list[dict[str, Any]] = [{"number": "RB1", "carrier": carrier, "track_info": {}} for carrier in (3011, 21051)]
    units = seventeentrack.parse({"code": 0, "data": {"accepted": rows}}).units
    assert [unit.unique_id for unit in units] == ["3011", "21051"]


@pytest.mark.parametrize(
    ("sub", "status", "delay"),
    [
        ("Exception_Delayed", Status.IN_TRANSIT, Delay.DELAYED),
        ("Exception_Brandnew", Status.EXCEPTION, Delay.NONE),
        ("Exception_Returned", Status.RETURNED, Delay.NONE),
    ],
)
def test_17track_exceptions_go_by_their_sub_status(sub: str, status: Status, delay: Delay) -> None:
    unit = track17(latest_status={"status": "Exception", "sub_status": sub})
    assert (unit.status, unit.delay) == (status, delay)


def test_what_aftership_delivers_to_the_sender_is_returned() -> None:
    row = {"tracking_number": "44", "tag": "Delivered", "return_to_sender": True}
    answer = {"meta": {"code": 200}, "data": row}
    assert aftership.parse(answer).units[0].status is Status.RETURNED


def test_an_easypost_time_without_city_is_of_no_zone() -> None:
    row = {"datetime": "2026-05-04T02:10:00Z", "status": "in_transit", "tracking_location": {"country": "DE"}}
    answer = {"tracking_code": "1Z", "status": "in_transit", "tracking_details": [row]}
    (event,) = easypost.parse(answer).units[0].events
    assert (event.occurred_utc, event.time_basis) == (None, TimeBasis.UNKNOWN)


def test_strangers_in_an_unfiltered_list_are_left_out() -> None:
    rows: list[dict[str, Any]] = [{"tracking_code": code, "status": "delivered"} for code in ("1Z9", "1Z0")]
    assert [u.number for u in easypost.parse({"trackers": rows}, "1Z0").units] == ["1Z0"]
    page = {"results": [{"tracking_number": code, "status": "delivered"} for code in ("1Z9", "1Z0")]}
    assert [u.number for u in karrio.parse(page, "1Z0").units] == ["1Z0"]


def test_what_easypost_has_never_seen_is_not_found() -> None:
    assert easypost.parse({"tracking_code": "1Z", "status": "unknown"}).units[0].status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("code", "kind"),
    [("unauthorized", AuthError), ("tracking_not_found", NotFoundYet), ("invalid_identifier", InvalidNumber)],
)
def test_errors_of_shipengine_have_kinds(code: str, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        shipengine.parse({"errors": [{"error_code": code, "message": "x"}]})


def test_a_number_that_la_poste_refuses_is_invalid_not_missing() -> None:
    rows = [{"returnCode": code, "idShip": str(code)} for code in (400, 404)]
    kinds = [type(error) for _, error in la_poste.parse(rows).failures]
    assert kinds == [InvalidNumber, NotFoundYet]


def sea(code: str, when: str, **more: Any) -> dict[str, Any]:
    kind = "TRANSPORT" if code in ("ARRI", "DEPA") else "SHIPMENT" if "documentTypeCode" in more else "EQUIPMENT"
    box = {"equipmentReference": "MSKU1234565"} if kind == "EQUIPMENT" else {}
    row = {"eventType": kind, "eventClassifierCode": "ACT", "eventDateTime": when, f"{kind.lower()}EventTypeCode": code}
    return row | box | more


def test_a_box_on_its_next_voyage_does_not_show_the_last_one() -> None:
    def of(booking: str) -> dict[str, Any]:
        return {"documentReferences": [{"documentReferenceType": "BKG", "documentReferenceValue": booking}]}

    events = [
        sea("LOAD", "2025-01-01T08:00:00Z", emptyIndicatorCode="LADEN", **of("OLD")),
        sea("GTIN", "2025-03-01T08:00:00Z", emptyIndicatorCode="EMPTY"),
        sea("LOAD", "2026-05-01T08:00:00Z", emptyIndicatorCode="LADEN", **of("NEW")),
    ]
    units = dcsa.parse(events, Wanted("MSKU1234565", kind="container")).units
    assert {unit.unique_id: len(unit.events) for unit in units} == {"OLD": 2, "NEW": 1}


def test_a_held_paper_is_not_a_customs_hold() -> None:
    rows = [sea("HOLD", "2026-05-01T08:00:00Z", documentTypeCode=code) for code in ("TRD", "CUS")]
    kinds = {event.raw_subcode: event.exception_kind for event in dcsa.parse(rows).units[0].events}
    assert kinds == {"TRD": ExceptionKind.OTHER, "CUS": ExceptionKind.CUSTOMS_HOLD}


def test_an_estimate_of_arrival_outdoes_a_plan_made_later() -> None:
    here = {"transportCall": {"UNLocationCode": "DEHAM", "modeOfTransport": "VESSEL"}}
    rows = [
        sea("ARRI", "2026-06-11T06:00:00+02:00", **here, eventCreatedDateTime="2026-05-02T08:00:00Z")
        | {"eventClassifierCode": "EST"},
        sea("ARRI", "2026-06-01T06:00:00+02:00", **here, eventCreatedDateTime="2026-05-09T08:00:00Z")
        | {"eventClassifierCode": "PLAN"},
    ]
    assert [eta.latest[:10] for eta in dcsa.parse(rows).units[0].etas] == ["2026-06-01", "2026-06-11"]


def test_a_404_inside_a_good_answer_of_a_line_is_not_found() -> None:
    with pytest.raises(NotFoundYet):
        dcsa.parse({"statusCode": 404, "errors": [{"message": "none"}]})


@pytest.mark.parametrize("words", ["Delivered - Signed for by: ERIKA MUSTER", "DELIVERED SIGNED BY ERIKA MUSTER"])
def test_the_name_of_who_signed_is_not_kept_in_texts(words: str) -> None:
    row = {"timestamp": "2026-05-02T08:00:00", "statusCode": "delivered", "description": words}
    (unit,) = dhl_answer({"id": "44", "status": row, "events": [row]})
    assert "MUSTER" not in repr(unit)
    assert unit.events[-1].status is Status.DELIVERED
    assert "MUSTER" not in repr(scrubbed({"events": [row]}))


def test_a_dhl_division_is_asked_for_only_by_its_own_name() -> None:
    assert dhl.request(Wanted("44", service="parcel-de")).params["service"] == "parcel-de"
    assert "service" not in dhl.request(Wanted("44", service="China Post")).params


def test_the_city_of_dhl_is_told_from_its_country() -> None:
    where = {"address": {"addressLocality": "LEIPZIG - GERMANY"}}
    row = {"timestamp": "2026-05-02T08:00:00", "statusCode": "transit", "location": where}
    (unit,) = dhl_answer({"id": "44", "events": [row]})
    assert (unit.events[0].place.city, unit.events[0].place.text) == ("LEIPZIG", "LEIPZIG - GERMANY")


def test_pieces_of_dhl_are_followed_one_by_one_where_events_name_them() -> None:
    events = [
        {"timestamp": "2026-05-03T08:00:00", "statusCode": "delivered", "pieceIds": ["JD1"]},
        {"timestamp": "2026-05-02T08:00:00", "statusCode": "transit"},
    ]
    (unit,) = dhl_answer({"id": "44", "details": {"pieceIds": ["JD1", "JD2"]}, "events": events})
    assert {part.number: part.events[-1].status for part in unit.parts} == {
        "JD1": Status.DELIVERED,
        "JD2": Status.IN_TRANSIT,
    }
