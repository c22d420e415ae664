"""Answers as parcel carriers really write them, in the shapes of their own samples: what each field must become."""

from typing import Any

import pytest

from supplychain_app.carriers import dhl, dhl_express, fedex, gls, la_poste, royal_mail, times, ups, usps
from supplychain_app.carriers.base import AuthError, InvalidNumber, NotFoundYet, PermissionError_, Temporary
from supplychain_app.domain.shipments import Delay, EtaKind, ExceptionKind, Milestone, Status, TimeBasis, UnitReport


def of_dhl(**shipment: Any) -> UnitReport:
    return dhl.parse({"shipments": [{"id": 7777777770, "service": "express", **shipment}]}).units[0]


def test_the_sample_of_dhl_is_read_whole() -> None:
    where = {"address": {"countryCode": "NL", "postalCode": "1043 AG", "addressLocality": "Oderweg 2, AMSTERDAM"}}
    row = {"timestamp": "2018-03-02T07:53:47Z", "location": where, "statusCode": "pre-transit", "status": "DELIVERED",
           "description": "JESSICA", "remark": "The shipment is pending completion of customs inspection."}  # fmt: skip
    unit = of_dhl(
        origin=where,
        status=row,
        estimatedTimeOfDelivery="2018-08-03T00:00:00Z",
        estimatedDeliveryTimeFrame={
            "estimatedFrom": "2018-08-03T00:00:00Z",
            "estimatedThrough": "2018-08-03T22:00:00Z",
        },
        details={
            "references": {"number": "YZ3892406173", "type": "customer-reference"},
            "pieceIds": ["JD014600006281230704", "JD014600002708681600"],
            "totalNumberOfPieces": 2,
        },
        events=[row],
    )
    assert (unit.number, unit.status, unit.delay) == ("7777777770", Status.PRE_TRANSIT, Delay.NONE)
    assert len(unit.events) == 1
    assert (unit.events[0].occurred_utc, unit.events[0].time_basis) == ("2018-03-02T07:53:47Z", TimeBasis.UTC_GIVEN)
    assert unit.references == (("PO", "YZ3892406173"),)
    assert unit.pieces == ("JD014600006281230704", "JD014600002708681600")
    assert [(eta.earliest, eta.latest) for eta in unit.etas] == [("2018-08-03", "2018-08-03T22:00:00")]


def test_a_freight_route_of_dhl_gives_its_ports_dates() -> None:
    legs = [
        {"dgf:vesselName": "A", "dgf:estimatedDepartureDate": "2017-11-10T00:00:00",
         "dgf:estimatedArrivalDate": "2017-11-12T00:00:00"},
        {"dgf:estimatedDepartureDate": "2017-11-13T00:00:00", "dgf:estimatedArrivalDate": "2017-12-01T00:00:00"},
    ]  # fmt: skip
    unit = of_dhl(service="dgf", status={"statusCode": "transit"}, details={"dgf:routes": legs})
    assert [(eta.kind, eta.latest) for eta in unit.etas] == [
        (EtaKind.PORT_DEPARTURE, "2017-11-10"),
        (EtaKind.PORT_ARRIVAL, "2017-12-01"),
    ]


@pytest.mark.parametrize(
    ("words", "status", "kind"),
    [
        ("Refused by recipient", Status.EXCEPTION, ExceptionKind.REFUSED),
        ("Returned to shipper", Status.RETURNING, None),
        ("Die Sendung wurde beschädigt", Status.EXCEPTION, ExceptionKind.DAMAGED),
        ("Missing documents for clearance", Status.EXCEPTION, ExceptionKind.CUSTOMS_HOLD),
        ("Missing information", Status.EXCEPTION, ExceptionKind.OTHER),
        ("Something new", Status.EXCEPTION, ExceptionKind.OTHER),
    ],
)
def test_a_failure_of_dhl_is_what_its_words_say(words: str, status: Status, kind: ExceptionKind | None) -> None:
    unit = of_dhl(status={"statusCode": "failure", "description": words, "timestamp": "2026-05-04T09:12:00"})
    assert (unit.status, unit.exception_kind) == (status, kind)


def test_a_late_parcel_of_dhl_is_under_way_and_late() -> None:
    unit = of_dhl(status={"statusCode": "transit", "description": "The shipment has been delayed"})
    assert (unit.status, unit.delay, unit.exception_kind) == (Status.IN_TRANSIT, Delay.DELAYED, None)


def test_only_a_count_of_pieces_gives_parcels_without_numbers() -> None:
    assert of_dhl(status={"statusCode": "transit"}, details={"totalNumberOfPieces": 3}).pieces == (
        "1 of 3", "2 of 3", "3 of 3",
    )  # fmt: skip


def ups_answer(*packages: dict[str, Any]) -> tuple[UnitReport, ...]:
    rows = [{"trackingNumber": "1Z023E2X0214323462", **package} for package in packages]
    return ups.parse({"trackResponse": {"shipment": [{"inquiryNumber": "1Z023E2X0214323462", "package": rows}]}}).units


def test_an_old_answer_of_ups_has_letters_and_no_digits() -> None:
    rows = [
        {"location": {"address": {"city": "ANYTOWN", "stateProvince": "GA", "country": "US"}}, "date": "20210210",
         "status": {"type": "D", "description": "DELIVERED ", "code": "FS"}, "time": "161100"},
        {"location": {"address": {"city": "ANYTOWN"}}, "status": {"type": "I", "description": "Out For Delivery Today",
         "code": "OT"}, "date": "20210210", "time": "091500"},
        {"status": {"type": "P", "description": "Pickup Scan", "code": "OR"}, "date": "20210208", "time": "180000"},
        {"status": {"type": "M", "description": "Order Processed: Ready for UPS", "code": "MP"}, "date": "20210208",
         "time": "120000"},
    ]  # fmt: skip
    (unit,) = ups_answer({"activity": rows, "deliveryDate": [{"type": "DEL", "date": "20210210"}],
                          "deliveryTime": {"startTime": "", "endTime": "161100", "type": "DEL"}})  # fmt: skip
    assert [event.status for event in unit.events] == [
        Status.PRE_TRANSIT, Status.IN_TRANSIT, Status.OUT_FOR_DELIVERY, Status.DELIVERED,
    ]  # fmt: skip
    assert unit.etas == ()
    assert unit.events[-1].time_basis is TimeBasis.UNKNOWN  # the United States have many zones


def test_another_expected_day_of_ups_does_not_move_the_package() -> None:
    rows = [
        {"date": "20260512", "time": "100000", "status": {"type": "I", "statusCode": "154"}},
        {"date": "20260512", "time": "080000", "status": {"type": "I", "statusCode": "021"}},
    ]
    days = [{"type": "SDD", "date": "20260512"}, {"type": "RDD", "date": "20260513"}]
    (unit,) = ups_answer({"currentStatus": {"type": "I", "statusCode": "154"}, "activity": rows, "deliveryDate": days})
    assert unit.status is None
    assert [event.status for event in unit.events] == [Status.OUT_FOR_DELIVERY, Status.UNKNOWN]
    assert [(eta.latest, eta.source_label) for eta in unit.etas] == [("2026-05-13", "rescheduled")]


@pytest.mark.parametrize(
    ("code", "status", "delay", "kind"),
    [
        ("032", Status.IN_TRANSIT, Delay.DELAYED, None),
        ("050", Status.EXCEPTION, Delay.NONE, ExceptionKind.ADDRESS),
        ("062", Status.DELIVERY_ATTEMPTED, Delay.NONE, None),
        ("129", Status.EXCEPTION, Delay.NONE, ExceptionKind.LOST),
        ("5", Status.IN_TRANSIT, Delay.NONE, None),
        ("000", Status.UNKNOWN, Delay.NONE, None),
        ("034", Status.RETURNED, Delay.NONE, None),
    ],
)
def test_the_digits_of_ups_outdo_its_type(code: str, status: Status, delay: Delay, kind: ExceptionKind | None) -> None:
    (unit,) = ups_answer({"currentStatus": {"type": "X", "statusCode": code, "description": "x"}})
    assert (unit.status, unit.delay, unit.exception_kind) == (status, delay, kind)


def test_a_count_of_packages_of_ups_is_kept_with_the_one_that_is_told() -> None:
    (unit,) = ups_answer({"packageCount": "2", "currentStatus": {"type": "O"}})
    assert (unit.pieces, unit.status) == (("1 of 2", "2 of 2"), Status.OUT_FOR_DELIVERY)


def of_fedex(**row: Any) -> UnitReport:
    result = {"trackingNumber": "7", "trackResults": [{"trackingNumberInfo": {"trackingNumber": "7"}, **row}]}
    return fedex.parse({"output": {"completeTrackResults": [result]}}).units[0]


def test_references_of_fedex_come_one_by_one_or_as_a_list() -> None:
    rows = [{"type": "SHIPPER_REFERENCE", "value": "ASJFGVAS"}, {"type": "PURCHASE_ORDER", "values": ["PO-10077"]},
            {"type": "STANDARD_MPS", "values": ["794"]}]  # fmt: skip
    unit = of_fedex(additionalTrackingInfo={"packageIdentifiers": rows}, latestStatusDetail={"code": "PU"})
    assert unit.references == (("PO", "ASJFGVAS"), ("PO", "PO-10077"), ("STANDARD_MPS", "794"))


def test_an_error_beside_a_status_of_fedex_does_not_hide_it() -> None:
    row = {
        "error": {"code": "TRACKING.TRACKINGNUMBER.EMPTY"},
        "latestStatusDetail": {"code": "PU", "derivedCode": "PU"},
    }
    assert of_fedex(**row).status is Status.IN_TRANSIT
    bare = {"trackingNumberInfo": {"trackingNumber": "8"}, "error": {"code": "TRACKING.TRACKINGNUMBER.NOTFOUND"}}
    answer = {"output": {"alerts": "TRACKING.DATA.NOTFOUND -  Tracking data unavailable",
                         "completeTrackResults": [{"trackingNumber": "8", "trackResults": [bare]}]}}  # fmt: skip
    report = fedex.parse(answer)
    assert report.units == ()
    assert isinstance(report.failures[0][1], NotFoundYet)
    assert report.notes == ("TRACKING.DATA.NOTFOUND - Tracking data unavailable",)


def test_a_failed_delivery_of_fedex_names_its_reason() -> None:
    reason = "Customer not available or business closed"
    unit = of_fedex(latestStatusDetail={"code": "DE", "ancillaryDetails": [{"reason": "", "reasonDescription": ""},
                                                                           {"reasonDescription": reason}]})  # fmt: skip
    assert (unit.status, unit.exception_kind) == (Status.DELIVERY_ATTEMPTED, ExceptionKind.RECIPIENT_ABSENT)


def test_what_fedex_committed_to_stays_apart_from_what_it_predicts() -> None:
    unit = of_fedex(
        latestStatusDetail={"code": "IT"},
        dateAndTimes=[{"type": "COMMITMENT", "dateTime": "2026-05-05T00:00:00-06:00"}],
        estimatedDeliveryTimeWindow={"window": {"ends": "2026-05-06T13:00:00-06:00"}},
        standardTransitTimeWindow={"window": {}},
    )
    assert [(eta.source_label, eta.latest) for eta in unit.etas] == [
        ("committed", "2026-05-05"),
        ("predicted", "2026-05-06T13:00:00"),
    ]


def test_scans_of_fedex_without_offset_stay_local() -> None:
    rows = [
        {"date": "2026-05-04T02:10:00", "eventType": "AR", "derivedStatusCode": "IT",
         "scanLocation": {"city": "MEMPHIS", "countryCode": "US"}},
        {"date": "2026-05-03T16:05:00-05:00", "eventType": "PU", "derivedStatusCode": "PU"},
        {"date": "2026-05-04T09:00:00-05:00", "eventType": "CA"},
        {"date": "2026-05-04T10:00:00-05:00", "eventType": "RR", "eventDescription": "Delivery option requested"},
    ]  # fmt: skip
    events = of_fedex(scanEvents=rows).events
    assert [(event.raw_code, event.status) for event in events] == [
        ("PU", Status.IN_TRANSIT), ("AR", Status.IN_TRANSIT), ("CA", Status.UNKNOWN), ("RR", Status.UNKNOWN),
    ]  # fmt: skip
    assert (events[1].occurred_local, events[1].occurred_utc) == ("2026-05-04T02:10:00", None)


def of_usps(**row: Any) -> UnitReport:
    return usps.parse({"trackingNumber": "9400100000000000000000", **row}).units[0]


def test_the_sample_of_usps_is_read_whole() -> None:
    event = {"eventCode": "10", "eventType": "Arrived at USPS Regional Facility", "GMTOffset": "-05:00",
             "eventTimestamp": "2026-05-05T18:02:00", "GMTTimestamp": "2026-05-05T23:02:52Z", "eventCity": "KEARNY",
             "eventState": "NJ", "eventCountry": None, "authorizedAgent": "false"}  # fmt: skip
    unit = of_usps(
        statusCategory="In Transit", status="In Transit, Arriving Late", originCity="RENO", originState="NV",
        mailClass="USPS Ground Advantage<SUP>&#153;</SUP>", destinationCity="BOSTON", trackingEvents=[event],
        predictedDeliveryTimeStamp="2026-05-08T20:00:00",
    )  # fmt: skip
    assert (unit.status, unit.delay) == (Status.IN_TRANSIT, Delay.DELAYED)
    assert (unit.service or "").startswith("USPS Ground Advantage")
    assert "<" not in (unit.service or "")
    assert (unit.events[0].occurred_local, unit.events[0].utc_offset_min) == ("2026-05-05T18:02:00", -300)
    assert (unit.origin.city, unit.destination.city) == ("RENO", "BOSTON")
    assert [(eta.latest, eta.source_label) for eta in unit.etas] == [("2026-05-08T20:00:00", "predicted")]


def test_what_usps_delivers_to_the_sender_is_returned() -> None:
    row = {"eventCode": "01", "eventType": "Delivered, To Original Sender", "eventTimestamp": "2026-05-05T18:02:00"}
    unit = of_usps(statusCategory="Delivered", status="Delivered, To Original Sender", trackingEvents=[row])
    assert (unit.status, unit.events[0].status) == (Status.RETURNED, Status.RETURNED)
    there = of_usps(statusCategory="Delivered", status="Delivered, Front Desk/Reception/Mail Room")
    assert there.status is Status.DELIVERED


def test_an_unlisted_code_of_usps_goes_by_words_that_never_deliver() -> None:
    def status_of(words: str) -> Status:
        row = {"eventCode": "ZZ", "eventType": words, "eventTimestamp": "2026-05-05T18:02:00"}
        return of_usps(trackingEvents=[row]).events[0].status

    assert status_of("Departed USPS Regional Facility") is Status.IN_TRANSIT
    assert status_of("Notice Left (No Authorized Recipient Available)") is Status.DELIVERY_ATTEMPTED
    assert status_of("Delivered, Left with Individual") is Status.UNKNOWN


@pytest.mark.parametrize(
    ("code", "kind"),
    [("404", NotFoundYet), ("400", InvalidNumber), ("403", PermissionError_), ("401", AuthError), ("503", Temporary)],
)
def test_a_failure_inside_an_answer_of_usps_has_its_kind(code: str, kind: type[Exception]) -> None:
    row = {"apiVersion": "/tracking/v3", "error": {"code": code, "message": "x", "errors": []}}
    assert isinstance(usps.parse([row, {"trackingNumber": "94", "statusCategory": "Alert"}]).failures[0][1], kind)


def test_an_answer_of_the_token_service_of_usps_is_a_refused_key() -> None:
    with pytest.raises(AuthError):
        usps.parse({"error": "invalid_client", "error_description": "unknown"})


def test_dhl_express_tells_pieces_and_countries() -> None:
    def scan(code: str, day: str, area: str) -> dict[str, Any]:
        return {"date": day, "time": "09:37:00", "typeCode": code, "serviceArea": [{"code": "X", "description": area}]}

    row = {
        "shipmentTrackingNumber": 7346312640, "status": "Success", "numberOfPieces": 2,
        "estimatedDeliveryDate": "2020-06-12", "shipperReferences": [{"value": "PO-1", "typeCode": "CU"}],
        "events": [scan("PU", "2020-06-10", "Brussels-BE"), scan("ZZ", "2020-06-11", "Cincinnati-US")],
        "pieces": [{"trackingNumber": "JD1", "events": [scan("OK", "2020-06-12", "Milan-IT")]},
                   {"trackingNumber": "JD2", "events": [scan("PU", "2020-06-10", "Brussels-BE")]}],
    }  # fmt: skip
    (unit,) = dhl_express.parse({"shipments": [row]}).units
    assert (unit.number, unit.status, unit.pieces) == ("7346312640", None, ("JD1", "JD2"))
    assert [(part.number, part.standing) for part in unit.parts] == [
        ("JD1", Status.DELIVERED),
        ("JD2", Status.IN_TRANSIT),
    ]
    first, second = unit.events
    assert (first.place.city, first.place.country, first.utc_offset_min) == ("Brussels", "BE", 120)
    assert (second.status, second.time_basis) == (Status.UNKNOWN, TimeBasis.UNKNOWN)
    assert [eta.latest for eta in unit.etas] == ["2020-06-12"]


def test_codes_of_gls_may_lead_with_another_word() -> None:
    row = {"code": "INTIAL.PREADVICE", "eventDateTime": "2023-03-14T16:01:37+0100", "country": "DE"}
    (unit,) = gls.parse({"parcels": [{"requested": "Z1", "status": "PREADVICE", "events": [row]}]}).units
    assert (unit.events[0].status, unit.events[0].occurred_utc) == (Status.PRE_TRANSIT, "2023-03-14T15:01:37Z")


def test_a_letter_of_la_poste_has_two_ends_and_its_order_of_events() -> None:
    rows = [{"code": "DI1", "label": "Votre colis est livré.", "date": "2019-07-30T12:26:00+02:00"},
            {"code": "EP1", "label": "En attente", "date": "2019-07-29T08:00:00+02:00"},
            {"code": "PC1", "label": "Pris en charge", "date": "2019-07-28T08:00:00+02:00"}]  # fmt: skip
    shipment = {"idShip": "EP111111110FR", "isFinal": True, "event": rows, "estimDate": "2019-07-30T00:00:00+02:00",
                "contextData": {"originCountry": "FR", "arrivalCountry": "DE"}, "product": "chronopost"}  # fmt: skip
    (unit,) = la_poste.parse({"returnCode": 200, "shipment": shipment}).units
    assert [event.status for event in unit.events] == [Status.IN_TRANSIT, Status.IN_TRANSIT, Status.DELIVERED]
    assert (unit.origin.country, unit.destination.country, unit.etas) == ("FR", "DE", ())


def test_royal_mail_writes_countries_with_three_letters() -> None:
    summary = {"statusCategory": "IN TRANSIT", "originCountryCode": "GBR", "destinationCountryCode": "DEU"}
    (unit,) = royal_mail.parse({"mailPieces": {"summary": summary}}, "RB1").units
    assert (unit.status, unit.origin.country, unit.destination.country) == (Status.IN_TRANSIT, "GB", "DE")


@pytest.mark.parametrize("text", ["202651", "2026-1234", "2026.5-4", 20265, "12026-05-04"])
def test_digits_that_are_no_day_are_no_time(text: Any) -> None:
    assert times.read(text) is None


def test_a_milestone_of_dhl_comes_from_words_and_the_status_from_the_code() -> None:
    row = {"timestamp": "2026-05-04T09:12:00", "statusCode": "transit", "description": "Out for delivery"}
    unit = of_dhl(status=row, events=[row])
    assert (unit.status, unit.events[0].milestone) == (Status.IN_TRANSIT, Milestone.OUT_FOR_DELIVERY)
