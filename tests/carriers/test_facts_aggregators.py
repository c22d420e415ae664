"""Answers as aggregators really write them: 17TRACK, AfterShip, EasyPost, ShipEngine and karrio."""

from typing import Any

import pytest

from supplychain_app.carriers import aftership, easypost, karrio, seventeentrack, shipengine
from supplychain_app.carriers.base import AuthError, InvalidNumber, NotFoundYet, QuotaExhausted, Temporary
from supplychain_app.domain.shipments import Delay, ExceptionKind, Milestone, Status, TimeBasis, UnitReport


def track17(more: dict[str, Any] | None = None, **info: Any) -> UnitReport:
    row = {"number": "RR123456789CN", "carrier": 3011, "track_info": info, **(more or {})}
    return seventeentrack.parse({"code": 0, "data": {"accepted": [row], "rejected": []}}).units[0]


def test_the_sample_of_17track_is_read_from_all_its_providers() -> None:
    first = {"time_iso": "2022-05-02T10:48:08-05:00", "time_utc": "2022-05-02T15:48:08Z", "description": "Arrived",
             "location": "MEMPHIS, TN, US", "stage": "Arrival", "sub_status": "InTransit_Arrival",
             "address": {"country": "US", "state": "TN", "city": "MEMPHIS", "postal_code": None}}  # fmt: skip
    last = {"time_iso": None, "time_utc": None, "description": "Delivered", "sub_status": "Delivered_Other",
            "time_raw": {"date": "2022-05-03", "time": "11:02:00", "timezone": None}}  # fmt: skip
    utc = {"time_iso": None, "time_utc": "2022-05-01T00:00:00Z", "time_raw": None, "description": "Label"}
    unit = track17(
        {"tag": "x", "order_no": "PO-10077"},
        shipping_info={"shipper_address": {"country": "CN"}, "recipient_address": {"country": "US", "city": "X"}},
        latest_status={"status": "Delivered", "sub_status": "Delivered_Other", "sub_status_descr": None},
        latest_event=last,
        time_metrics={"estimated_delivery_date": {"source": None, "from": None, "to": None}},
        misc_info={"reference_number": "R-1", "pieces": "1", "service_type": "FedEx International Economy"},
        tracking={"providers": [{"provider": {"key": 3011}, "events": [first, utc]}, {"events": [last]}]},
    )
    assert (unit.status, unit.origin.country, unit.destination.country) == (Status.DELIVERED, "CN", "US")
    assert [event.raw_text for event in unit.events] == ["Label", "Arrived", "Delivered"]
    assert [event.time_basis for event in unit.events] == [
        TimeBasis.UTC_GIVEN, TimeBasis.OFFSET_GIVEN, TimeBasis.UNKNOWN,
    ]  # fmt: skip
    assert unit.references == (("PO", "PO-10077"), ("PO", "R-1"))
    assert (unit.service, unit.pieces) == ("FedEx International Economy", ())


@pytest.mark.parametrize(
    ("status", "sub", "expected", "kind"),
    [
        ("NotFound", "NotFound_Other", Status.NOT_FOUND, None),
        ("InTransit", "InTransit_CustomsProcessing", Status.IN_TRANSIT, None),
        ("InTransit", "InTransit_CustomsRequiringInformation", Status.EXCEPTION, ExceptionKind.CUSTOMS_INFO_NEEDED),
        ("DeliveryFailure", "DeliveryFailure_InvalidAddress", Status.DELIVERY_ATTEMPTED, ExceptionKind.ADDRESS),
        ("Exception", "Exception_Lost", Status.EXCEPTION, ExceptionKind.LOST),
        ("Expired", "Expired_Other", Status.EXPIRED, None),
        ("Brandnew", "Brandnew_Other", Status.UNKNOWN, None),
        ("Alert", None, Status.UNKNOWN, None),
    ],
)
def test_17track_by_status_and_sub_status(
    status: str, sub: str | None, expected: Status, kind: ExceptionKind | None
) -> None:
    unit = track17(latest_status={"status": status, "sub_status": sub})
    assert (unit.status, unit.exception_kind) == (expected, kind)


def test_rejections_of_17track_stand_beside_what_was_accepted() -> None:
    rows = [{"number": "1", "carrier": "3011", "error": {"code": -18019902, "message": "not registered"}},
            {"number": "2", "carrier": 0, "error": {"code": "-18019903", "message": "no carrier"}},
            {"number": "3", "error": {"code": -18010019, "message": "param"}}]  # fmt: skip
    failures = dict(seventeentrack.parse({"code": 0, "data": {"accepted": [], "rejected": rows}}).failures)
    assert [type(failures[number]) for number in "123"] == [NotFoundYet, InvalidNumber, InvalidNumber]
    assert "postcode" in str(failures["3"])
    with pytest.raises(AuthError):
        seventeentrack.parse({"code": -18010002, "data": {"errors": [{"code": -18010002, "message": "x"}]}})
    with pytest.raises(QuotaExhausted):
        seventeentrack.parse({"code": -18019908, "data": {}})


def of_aftership(**row: Any) -> UnitReport:
    row = {"id": "5b74f4958776db0e00b6f5ed", "tracking_number": "111111111111", "slug": "fedex", **row}
    return aftership.parse({"meta": {"code": 200}, "data": row}).units[0]


def test_the_sample_of_aftership_is_read_whole() -> None:
    rows = [
        {"created_at": "2023-08-16T03:50:14+00:00", "slug": "fedex", "checkpoint_time": "2023-08-01T13:42:29-04:00",
         "location": "Beijing, Beijing, 101300", "city": "Beijing", "country_region": "CHN", "raw_tag": "FPX_L_RPIF",
         "message": "Shipment information sent to FedEx", "tag": "InfoReceived", "subtag": "InfoReceived_001"},
        {"checkpoint_time": "2023-08-02T08:00:00", "country_region": "DEU", "tag": "InTransit",
         "subtag": "InTransit_005", "message": "Customs clearance completed"},
    ]  # fmt: skip
    unit = of_aftership(
        tag="InTransit", subtag="InTransit_005", origin_country_region="CHN", destination_country_region="DEU",
        order_id="6845a095", order_number="PO-1", shipment_package_count=1, checkpoints=rows,
        first_estimated_delivery={"type": "specific", "source": "Default", "datetime": "2023-08-05"},
        latest_estimated_delivery={"type": "range", "datetime": None, "datetime_min": "2023-08-06",
                                   "datetime_max": "2023-08-07"},
    )  # fmt: skip
    assert (unit.status, unit.origin.country, unit.destination.country) == (Status.IN_TRANSIT, "CN", "DE")
    assert [(eta.earliest, eta.latest) for eta in unit.etas] == [
        ("2023-08-05", "2023-08-05"),
        ("2023-08-06", "2023-08-07"),
    ]
    assert unit.references == (("PO", "6845a095"), ("PO", "PO-1"))
    first, second = unit.events
    assert (first.utc_offset_min, first.place.city, first.place.country) == (-240, "Beijing", "CN")
    assert (second.milestone, second.time_basis) == (Milestone.CUSTOMS_RELEASED, TimeBasis.LOCATION_INFERRED)


@pytest.mark.parametrize(
    ("tag", "subtag", "status", "kind", "delay"),
    [
        ("Pending", "Pending_001", Status.NOT_FOUND, None, Delay.NONE),
        ("Exception", "Exception_005", Status.EXCEPTION, ExceptionKind.OPERATIONAL, Delay.DELAYED),
        ("Exception", "Exception_010", Status.RETURNING, None, Delay.NONE),
        ("Exception", "Exception_011", Status.RETURNED, None, Delay.NONE),
        ("Exception", "Exception_013", Status.EXCEPTION, ExceptionKind.LOST, Delay.NONE),
        ("Exception", "Exception_099", Status.EXCEPTION, ExceptionKind.OTHER, Delay.NONE),
        ("Brandnew", None, Status.UNKNOWN, None, Delay.NONE),
    ],
)
def test_aftership_by_tag_and_subtag(
    tag: str, subtag: str | None, status: Status, kind: ExceptionKind | None, delay: Delay
) -> None:
    unit = of_aftership(tag=tag, subtag=subtag)
    assert (unit.status, unit.exception_kind, unit.delay) == (status, kind, delay)


def test_an_older_answer_of_aftership_holds_the_tracking_one_level_down() -> None:
    row = {"tracking_number": "44", "tag": "OutForDelivery", "expected_delivery": "2016-10-26"}
    (unit,) = aftership.parse({"meta": {"code": 200}, "data": {"tracking": row}}).units
    assert (unit.status, [eta.latest for eta in unit.etas]) == (Status.OUT_FOR_DELIVERY, ["2016-10-26"])
    page = {"trackings": [row], "pagination": {"total": 1, "has_next_page": False}}
    assert len(aftership.parse({"meta": {"code": 200}, "data": page}).units) == 1


def of_easypost(**row: Any) -> UnitReport:
    return easypost.parse({"id": "trk_1", "object": "Tracker", "tracking_code": "EZ4000000004", **row}).units[0]


def test_the_sample_of_easypost_is_read_whole() -> None:
    rows = [
        {"object": "TrackingDetail", "message": "Pre-Shipment Info Sent to USPS", "status": "pre_transit",
         "status_detail": "label_created", "datetime": "2022-08-31T20:00:00Z", "carrier_code": "",
         "tracking_location": {"city": None, "state": None, "country": None, "zip": None}},
        {"message": "Shipping Label Created", "status": "in_transit", "status_detail": "departed_origin_facility",
         "datetime": "2022-09-01T02:10:00Z", "tracking_location": {"city": "HOUSTON", "state": "TX", "zip": "77063"}},
    ]  # fmt: skip
    detail = {"est_delivery_date_local": "2022-09-05", "est_delivery_time_local": "19:00:00",
              "guaranteed_delivery_date": "2022-09-04T00:00:00Z",
              "origin_tracking_location": {"city": "HOUSTON", "state": "TX"},
              "destination_tracking_location": {"city": "CHARLESTON", "state": "SC"}}  # fmt: skip
    unit = of_easypost(status="in_transit", status_detail="weather_delay", carrier="USPS", tracking_details=rows,
                       carrier_detail=detail, est_delivery_date="2022-09-06T00:00:00Z")  # fmt: skip
    assert (unit.status, unit.delay, unit.delay_reason) == (Status.IN_TRANSIT, Delay.DELAYED, "weather")
    assert [(eta.source_label, eta.latest) for eta in unit.etas] == [
        ("guaranteed", "2022-09-04"),
        (None, "2022-09-05T19:00:00"),
    ]
    assert (unit.origin.city, unit.destination.city) == ("HOUSTON", "CHARLESTON")
    assert [(event.milestone, event.time_basis) for event in unit.events] == [
        (Milestone.LABEL_CREATED, TimeBasis.UNKNOWN),
        (Milestone.DEPARTED, TimeBasis.UTC_GIVEN),
    ]


@pytest.mark.parametrize(
    ("status", "detail", "expected", "kind", "delay"),
    [
        ("failure", "weather_delay", Status.EXCEPTION, ExceptionKind.WEATHER, Delay.DELAYED),
        ("failure", "refused", Status.EXCEPTION, ExceptionKind.REFUSED, Delay.NONE),
        ("error", "", Status.EXCEPTION, ExceptionKind.OTHER, Delay.NONE),
        ("return_to_sender", "return", Status.RETURNING, None, Delay.NONE),
        ("delivered", "delayed", Status.DELIVERED, None, Delay.NONE),
        ("brandnew", "", Status.UNKNOWN, None, Delay.NONE),
    ],
)
def test_easypost_by_status_and_detail(
    status: str, detail: str, expected: Status, kind: ExceptionKind | None, delay: Delay
) -> None:
    unit = of_easypost(status=status, status_detail=detail)
    assert (unit.status, unit.exception_kind, unit.delay) == (expected, kind, delay)


def of_shipengine(**row: Any) -> UnitReport:
    return shipengine.parse({"tracking_number": "1Z", **row}).units[0]


def test_shipengine_tells_utc_and_local_beside_each_other() -> None:
    row = {"occurred_at": "2026-05-04T06:10:00Z", "carrier_occurred_at": "2026-05-04T02:10:00", "status_code": "IT",
           "description": "Arrived at Facility", "city_locality": "NEWARK", "country_code": "US", "event_code": "AR",
           "status_detail_code": "HUB_SCAN_IN"}  # fmt: skip
    unit = of_shipengine(status_code="it", estimated_delivery_date="2026-05-06T00:00:00Z", events=[row])
    (event,) = unit.events
    assert (event.occurred_local, event.utc_offset_min, event.occurred_utc) == (
        "2026-05-04T02:10:00", -240, "2026-05-04T06:10:00Z",
    )  # fmt: skip
    assert (unit.status, [eta.latest for eta in unit.etas]) == (Status.IN_TRANSIT, ["2026-05-06"])
    (bare,) = of_shipengine(events=[{**row, "carrier_occurred_at": None, "occurred_at": "2026-05-04T06:10:00"}]).events
    assert bare.time_basis is TimeBasis.UTC_GIVEN


@pytest.mark.parametrize(
    ("code", "detail", "status", "delay"),
    [
        ("AC", "ELEC_ADVICE_RECD_BY_CARRIER", Status.PRE_TRANSIT, Delay.NONE),
        ("AC", "", Status.IN_TRANSIT, Delay.NONE),
        ("IT", "DELIVERY_RESCHEDULED", Status.IN_TRANSIT, Delay.DELAYED),
        ("IT", "OUT_FOR_DELIVERY", Status.OUT_FOR_DELIVERY, Delay.NONE),
        ("NY", "", Status.NOT_FOUND, Delay.NONE),
        ("DE", "", Status.DELIVERED, Delay.NONE),
        ("ZZ", "BRANDNEW", Status.UNKNOWN, Delay.NONE),
    ],
)
def test_shipengine_by_code_and_detail(code: str, detail: str, status: Status, delay: Delay) -> None:
    unit = of_shipengine(status_code=code, status_detail_code=detail)
    assert (unit.status, unit.delay) == (status, delay)


def test_karrio_names_its_reason_and_calls_local_time_utc() -> None:
    rows = [
        {"date": "2026-05-05", "time": "17:01 PM", "timestamp": "2026-05-05T17:01:00.000Z", "code": "RF",
         "status": "on_hold", "reason": "consignee_refused", "description": "Delivery refused", "location": "X, US"},
        {"date": "2026-05-04", "time": "02:10 AM", "code": "AR", "description": "Arrived", "location": "NEWARK, US"},
    ]  # fmt: skip
    row = {"id": "trk", "tracking_number": "1Z", "status": "on_hold", "delivered": False, "events": rows,
           "estimated_delivery": "2026-05-06", "reference": "PO-10077",
           "info": {"shipment_package_count": "2", "expected_delivery": None}}  # fmt: skip
    (unit,) = karrio.parse(row).units
    assert (unit.status, unit.exception_kind) == (Status.EXCEPTION, ExceptionKind.REFUSED)
    assert [(e.occurred_local, e.occurred_utc) for e in unit.events] == [
        ("2026-05-04T02:10:00", None),
        ("2026-05-05T17:01:00", None),
    ]
    assert unit.references == (("PO", "PO-10077"),)
    assert unit.pieces == ("1 of 2", "2 of 2")


@pytest.mark.parametrize(
    ("raw", "status", "delay"),
    [
        ("delivery_delayed", Status.IN_TRANSIT, Delay.DELAYED),
        ("delivery_failed", Status.DELIVERY_ATTEMPTED, Delay.NONE),
        ("pending", Status.PRE_TRANSIT, Delay.NONE),
        ("brandnew", Status.UNKNOWN, Delay.NONE),
    ],
)
def test_karrio_by_status(raw: str, status: Status, delay: Delay) -> None:
    (unit,) = karrio.parse({"tracking_number": "1Z", "status": raw}).units
    assert (unit.status, unit.delay) == (status, delay)


@pytest.mark.parametrize("subtag", ["AttemptFail_002", "AttemptFail_003"])
def test_aftership_says_that_nobody_was_there(subtag: str) -> None:
    answer = {"meta": {"code": 200}, "data": {"tracking_number": "44", "tag": "AttemptFail", "subtag": subtag}}
    unit = aftership.parse(answer).units[0]
    assert (unit.status, unit.exception_kind) == (Status.DELIVERY_ATTEMPTED, ExceptionKind.RECIPIENT_ABSENT)


def test_from_midnight_to_the_last_second_is_a_span_of_days() -> None:
    told = {"source": "Official", "from": "2026-05-12T00:00:00+02:00", "to": "2026-05-14T23:59:59+02:00"}
    (eta,) = track17(time_metrics={"estimated_delivery_date": told}).etas
    assert (eta.earliest, eta.latest) == ("2026-05-12", "2026-05-14")


def test_a_local_time_that_cannot_be_beside_its_utc_keeps_no_offset() -> None:
    row = {"occurred_at": "2026-05-01T12:10:00Z", "carrier_occurred_at": "2026-05-01T00:00:00", "status_code": "IT"}
    (event,) = shipengine.parse({"status_code": "IT", "events": [row]}).units[0].events
    assert (event.occurred_local, event.utc_offset_min) == ("2026-05-01T00:00:00", None)


def test_trouble_of_a_carrier_behind_shipengine_is_no_fault_of_the_number() -> None:
    with pytest.raises(Temporary):
        shipengine.parse({"errors": [{"error_source": "carrier", "error_type": "system", "message": "x"}]})


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"messages": [{"code": "TW0001", "message": "Tracking Information Not Found"}]}, NotFoundYet),
        ({"errors": [{"code": "not_found", "message": "No Tracker matches"}]}, NotFoundYet),
        ({"messages": [{"code": "TV1002", "message": "Invalid inquiry number"}]}, InvalidNumber),
    ],
)
def test_karrio_tells_not_yet_from_never(said: dict[str, Any], kind: type[Exception]) -> None:
    with pytest.raises(kind):
        karrio.parse(said)


def test_karrio_says_why_it_is_late() -> None:
    row = {"date": "2026-05-04", "time": "10:00", "status": "in_transit", "reason": "weather", "description": "x"}
    unit = karrio.parse({"tracking_number": "1Z", "status": "delivery_delayed", "events": [row]}).units[0]
    assert (unit.delay, unit.delay_reason) == (Delay.DELAYED, "weather")
