"""UPS, FedEx and USPS as they speak: tokens first, codes of their own, failures inside good answers."""

import json
from datetime import timedelta
from typing import Any

from supplychain_app.carriers.simulator.plan import PlannedEvent, PlannedUnit
from supplychain_app.carriers.simulator.view import Answer, Request, View, offset_text, utc_of

_UPS = {
    "pre_transit": ("M", "003"), "in_transit": ("I", "005"), "out_for_delivery": ("I", "021"),
    "delivered": ("D", "011"), "exception": ("X", "013"), "ready_for_pickup": ("I", "040"),
    "delivery_attempted": ("X", "022"), "returning": ("RS", "033"), "returned": ("RS", "034"),
    "cancelled": ("MV", "007"), "unknown": ("NA", "999"),
}  # fmt: skip
_FEDEX = {
    "pre_transit": "OC", "in_transit": "IT", "out_for_delivery": "OD", "delivered": "DL", "exception": "SE",
    "ready_for_pickup": "HL", "delivery_attempted": "DE", "returning": "RS", "returned": "RS", "cancelled": "CA",
    "unknown": "ZZ",
}  # fmt: skip
_USPS = {
    "pre_transit": ("Pre-Shipment", "GX"), "in_transit": ("In Transit", "10"), "delivered": ("Delivered", "01"),
    "out_for_delivery": ("Out for Delivery", "OF"), "exception": ("Alert", "52"),
    "returning": ("Return to Sender", "21"),
    "ready_for_pickup": ("Available for Pickup", "14"), "delivery_attempted": ("Delivery Attempt", "55"),
    "unknown": ("Something New", "ZZ"),
}  # fmt: skip


def token() -> Answer:
    fields = {"access_token": "simulated-token-1234567890", "token_type": "Bearer", "expires_in": "14399"}
    return Answer(fields | {"scope": "tracking", "issued_at": "1770000000000", "status": "approved"})


def ups(request: Request, view: View) -> Answer:
    if "transid" not in request.headers or "transactionsrc" not in request.headers:
        return Answer({"response": {"errors": [{"code": "TV0001", "message": "Missing transId"}]}}, 400)
    number = request.path.rsplit("/", 1)[-1]
    units = view.units(number)
    if not units:
        warning = [{"code": "TW0001", "message": "Tracking Information Not Found"}]
        return Answer({"trackResponse": {"shipment": [{"inquiryNumber": number, "warnings": warning}]}})
    shown = [
        {"inquiryNumber": number, "package": _ups_packages(unit, view, "/shipment/" in request.path)} for unit in units
    ]
    return Answer({"trackResponse": {"shipment": shown}})


def _ups_packages(unit: PlannedUnit, view: View, all_of_them: bool) -> list[dict[str, Any]]:
    events = view.happened(unit)
    package: dict[str, Any] = {
        "trackingNumber": unit.number,
        "packageCount": len(unit.pieces) or 1,
        "currentStatus": _ups_status(events[0]) if events else {"type": "M", "statusCode": "003"},
        "deliveryDate": [],
        "activity": [_ups_activity(event) for event in events],
        "packageAddress": [
            {"type": "ORIGIN", "address": {"city": unit.origin_city, "countryCode": unit.origin_country}},
            {
                "type": "DESTINATION",
                "address": {"city": unit.destination_city, "countryCode": unit.destination_country},
            },
        ],
        "deliveryInformation": {"receivedBy": unit.signed_by, "signature": {"image": "QUJD" * 30}, "location": ""},
        "referenceNumber": [{"type": "PACKAGE", "number": order} for order in unit.purchase_orders],
        "service": {"code": "003", "description": "UPS Ground"},
    }
    etas = view.etas(unit)
    if etas:
        package["deliveryDate"] = [{"type": "SDD", "date": etas[0].latest[:10].replace("-", "")}]
    if len(etas) > 1:
        package["deliveryDate"].append({"type": "RDD", "date": etas[-1].latest[:10].replace("-", "")})
    if not all_of_them or not unit.pieces:
        return [package]
    return [package | {"trackingNumber": piece} for piece in unit.pieces]


def _ups_status(event: PlannedEvent) -> dict[str, str]:
    kind, code = _UPS[event.status]
    return {"type": event.subcode or kind, "code": "AR", "statusCode": event.code or code, "description": event.text}


def _ups_activity(event: PlannedEvent) -> dict[str, Any]:
    activity: dict[str, Any] = {
        "date": event.occurred_local[:10].replace("-", ""),
        "time": event.occurred_local[11:19].replace(":", ""),
        "location": {"address": {"city": event.city, "countryCode": event.country}},
        "status": _ups_status(event),
    }
    if event.offset_min is not None:
        utc = utc_of(event)
        activity |= {"gmtDate": utc.strftime("%Y%m%d"), "gmtTime": utc.strftime("%H:%M:%S")}
        activity["gmtOffset"] = offset_text(event.offset_min)
    return activity


def fedex(request: Request, view: View) -> Answer:
    try:
        rows = json.loads(request.body)["trackingInfo"]
        numbers = [row["trackingNumberInfo"]["trackingNumber"] for row in rows]
    except (ValueError, KeyError, TypeError):
        return Answer({"errors": [{"code": "INVALID.INPUT.EXCEPTION", "message": "Invalid input"}]}, 400)
    if len(numbers) > 30:
        return Answer({"errors": [{"code": "TRACKING.MAXNUMBERS.EXCEEDED", "message": "At most 30"}]}, 400)
    results = [_fedex_result(number, view) for number in numbers]
    return Answer({"transactionId": "t-1", "output": {"completeTrackResults": results}})


def _fedex_result(number: str, view: View) -> dict[str, Any]:
    found = [_fedex_track(unit, view) for unit in view.units(number)]
    error = {"code": "TRACKING.TRACKINGNUMBER.NOTFOUND", "message": "Tracking number cannot be found."}
    missing = [{"trackingNumberInfo": {"trackingNumber": number}, "error": error}]
    return {"trackingNumber": number, "trackResults": found or missing}


def _fedex_track(unit: PlannedUnit, view: View) -> dict[str, Any]:
    events = view.happened(unit)
    code = events[0].code or _FEDEX[events[0].status] if events else "OC"
    eta = view.eta(unit)
    window = {"begins": eta.earliest or eta.latest, "ends": eta.latest} if eta else {}
    return {
        "trackingNumberInfo": {
            "trackingNumber": unit.number,
            "trackingNumberUniqueId": unit.unique_id,
            "carrierCode": "FDXE",
        },
        "latestStatusDetail": {"code": code, "derivedCode": code, "statusByLocale": events[0].text if events else ""},
        "estimatedDeliveryTimeWindow": {"window": window},
        "scanEvents": [
            {
                "date": event.occurred_local + offset_text(event.offset_min),
                "eventType": event.code or _FEDEX[event.status],
                "eventDescription": event.text,
                "derivedStatusCode": event.code or _FEDEX[event.status],
                "exceptionCode": "",
                "scanLocation": {"city": event.city, "countryCode": event.country},
            }
            for event in events
        ],
        "additionalTrackingInfo": {
            "packageIdentifiers": [{"type": "PURCHASE_ORDER", "values": list(unit.purchase_orders)}]
        },
        "packageDetails": {"count": str(len(unit.pieces) or 1)},
        "deliveryDetails": {"signedByName": unit.signed_by, "receivedByName": unit.signed_by},
        "error": None,
    }


def usps(request: Request, view: View) -> Answer:
    units = view.units(request.path.rsplit("/", 1)[-1])
    if not units:
        return Answer({"apiVersion": "/tracking/v3", "error": {"code": "404", "message": "Not found"}}, 404)
    unit = units[0]
    events = view.happened(unit)
    eta = view.eta(unit)
    return Answer(
        {
            "trackingNumber": unit.number,
            "statusCategory": _USPS.get(events[0].status, _USPS["unknown"])[0] if events else "Pre-Shipment",
            "status": events[0].text if events else "Label created",
            "mailClass": "USPS Ground Advantage<SUP>&#153;</SUP>",
            "expectedDeliveryTimeStamp": f"{eta.latest[:10]}T20:00:00" if eta else None,
            "predictedDeliveryDate": eta.latest[:10] if eta else None,
            "trackingEvents": [_usps_event(event) for event in events],
            "signedForBy": unit.signed_by,
        }
    )


def _usps_event(event: PlannedEvent) -> dict[str, Any]:
    code = event.code or _USPS.get(event.status, _USPS["unknown"])[1]
    row: dict[str, Any] = {"eventCode": code, "eventType": event.text, "eventTimestamp": event.occurred_local}
    row |= {"eventCity": event.city, "eventCountry": event.country or None, "authorizedAgent": "false"}
    if event.offset_min is not None:
        row["GMTTimestamp"] = (utc_of(event) + timedelta(seconds=52)).strftime("%Y-%m-%dT%H:%M:%SZ")
        row["GMTOffset"] = offset_text(event.offset_min)
    return row
