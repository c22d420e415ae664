"""17TRACK, AfterShip, EasyPost, ShipEngine and karrio as they speak."""

import json
from typing import Any

from supplychain_app.carriers.simulator.plan import PlannedEvent, PlannedUnit
from supplychain_app.carriers.simulator.view import Answer, Request, View, offset_text, utc_of

_TAGS = {
    "pre_transit": "InfoReceived", "in_transit": "InTransit", "out_for_delivery": "OutForDelivery",
    "delivered": "Delivered", "ready_for_pickup": "AvailableForPickup", "exception": "Exception",
    "not_found": "NotFound", "expired": "Expired",
}  # fmt: skip
_SUBS = {"returning": "Exception_Returning", "returned": "Exception_Returned", "cancelled": "Exception_Cancel"}
_SUBTAGS = {"returning": "Exception_010", "returned": "Exception_011"}
_PLAIN = {
    "ready_for_pickup": "available_for_pickup", "returning": "return_to_sender", "returned": "return_to_sender",
    "exception": "failure", "delivery_attempted": "failure", "expired": "unknown", "not_found": "unknown",
}  # fmt: skip
_KARRIO = {"pre_transit": "pending", "exception": "on_hold", "delivery_attempted": "delivery_failed",
           "returning": "return_to_sender", "returned": "return_to_sender"}  # fmt: skip
_SHIPENGINE = {
    "pre_transit": ("AC", "SHIPMENT_CREATED"), "in_transit": ("IT", "IN_TRANSIT"), "delivered": ("DE", "DELIVERED"),
    "out_for_delivery": ("IT", "OUT_FOR_DELIVERY"), "exception": ("EX", ""), "ready_for_pickup": ("SP", ""),
    "delivery_attempted": ("AT", "ATTEMPTED_DELIVERY"),
}  # fmt: skip


def seventeentrack(request: Request, view: View) -> Answer:
    if request.path.endswith("/getquota"):
        return Answer({"code": 0, "data": {"quota_total": 100, "quota_remain": 87}})
    try:
        numbers = [row["number"] for row in json.loads(request.body)]
    except (ValueError, KeyError, TypeError):
        return Answer({"code": -18010013, "data": {"errors": [{"code": -18010013, "message": "Bad format"}]}})
    if len(numbers) > 40:
        return Answer({"code": -18010014, "data": {"errors": [{"code": -18010014, "message": "Too many"}]}})
    if request.path.endswith("/register"):
        return Answer({"code": 0, "data": {"accepted": [{"number": number} for number in numbers], "rejected": []}})
    known = [unit for number in numbers for unit in view.units(number)[:1]]
    strangers = [number for number in numbers if not view.units(number)]
    error = {"code": -18019902, "message": "Not registered."}
    rejected = [{"number": number, "carrier": "3011", "error": error} for number in strangers]
    return Answer({"code": 0, "data": {"accepted": [_seventeen(unit, view) for unit in known], "rejected": rejected}})


def _seventeen(unit: PlannedUnit, view: View) -> dict[str, Any]:
    events = [_seventeen_event(event) for event in view.happened(unit)]
    status = view.status(unit)
    eta = view.eta(unit)
    sub = _SUBS.get(status) or f"{_tag(status)}_Other"
    return {
        "number": unit.number,
        "carrier": 3011,
        "track_info": {
            "shipping_info": {
                "shipper_address": {"country": unit.origin_country},
                "recipient_address": {"country": unit.destination_country},
            },
            "latest_status": {"status": _tag(status), "sub_status": sub},
            "latest_event": events[0] if events else None,
            "time_metrics": {
                "estimated_delivery_date": {"source": "Official", "from": eta and eta.latest, "to": eta and eta.latest}
            },
            "misc_info": {"reference_number": unit.purchase_orders[0] if unit.purchase_orders else None},
            "tracking": {"providers": [{"provider": {"key": 3011, "name": "Post"}, "events": events}]},
        },
    }


def _seventeen_event(event: PlannedEvent) -> dict[str, Any]:
    raw = {
        "date": event.occurred_local[:10],
        "time": event.occurred_local[11:],
        "timezone": offset_text(event.offset_min) or None,
    }
    known = event.offset_min is not None
    return {
        "time_iso": event.occurred_local + offset_text(event.offset_min) if known else None,
        "time_utc": utc_of(event).strftime("%Y-%m-%dT%H:%M:%SZ") if known else None,
        "time_raw": raw,
        "description": event.text,
        "location": event.city,
        "sub_status": event.code or _SUBS.get(event.status) or f"{_tag(event.status)}_Other",
        "address": {"country": event.country, "city": event.city},
    }


def _tag(status: str) -> str:
    return _TAGS.get(
        status, "DeliveryFailure" if status == "delivery_attempted" else "Exception" if status in _SUBS else "New"
    )


def aftership(request: Request, view: View) -> Answer:
    if request.method == "POST":
        return Answer({"meta": {"code": 201}, "data": {"id": "new", "tag": "Pending"}}, 201)
    numbers = request.query.get("tracking_numbers", "").split(",")
    found = [_aftership(unit, view) for number in numbers for unit in view.units(number)[:1]]
    data = {"trackings": found, "pagination": {"total": len(found), "has_next_page": False}}
    return Answer({"meta": {"code": 200}, "data": data})


def _aftership(unit: PlannedUnit, view: View) -> dict[str, Any]:
    etas = [{"type": "specific", "source": "carrier", "datetime": eta.latest} for eta in view.etas(unit)]
    status = view.status(unit)
    return {
        "id": f"as-{unit.number}",
        "tracking_number": unit.number,
        "slug": "post",
        "tag": _aftership_tag(status),
        "subtag": _SUBTAGS.get(status, f"{_aftership_tag(status)}_001"),
        "first_estimated_delivery": etas[0] if etas else None,
        "latest_estimated_delivery": etas[-1] if etas else None,
        "shipment_package_count": len(unit.pieces) or 1,
        "signed_by": unit.signed_by,
        "order_id": unit.purchase_orders[0] if unit.purchase_orders else None,
        "checkpoints": [
            {
                "checkpoint_time": event.occurred_local + offset_text(event.offset_min),
                "city": event.city,
                "location": event.city,
                "country_region": event.country,
                "message": event.text,
                "tag": _aftership_tag(event.status),
                "subtag": event.code or _SUBTAGS.get(event.status, f"{_aftership_tag(event.status)}_001"),
                "raw_tag": event.subcode,
            }
            for event in reversed(view.happened(unit))
        ],
    }


def _aftership_tag(status: str) -> str:
    names = {"delivery_attempted": "AttemptFail", "not_found": "Pending", "unknown": "Novelty"}
    return names.get(status) or ("Exception" if status in _SUBTAGS else _TAGS.get(status, "Novelty"))


def easypost(request: Request, view: View) -> Answer:
    units = view.units(request.query.get("tracking_code", ""))
    return Answer({"trackers": [_easypost(unit, view) for unit in units], "has_more": False})


def _easypost(unit: PlannedUnit, view: View) -> dict[str, Any]:
    eta = view.eta(unit)
    status = view.status(unit)
    return {
        "id": f"trk_{unit.unique_id or unit.number}",
        "tracking_code": unit.number,
        "carrier": "UPS",
        "status": _PLAIN.get(status, status),
        "signed_by": unit.signed_by,
        "est_delivery_date": f"{eta.latest[:10]}T00:00:00Z" if eta else None,
        "tracking_details": [
            {
                "message": event.text,
                "status": event.code or _PLAIN.get(event.status, event.status),
                "datetime": event.occurred_local + (offset_text(event.offset_min) or "Z"),
                "tracking_location": {"city": event.city or None, "country": event.country or None},
            }
            for event in reversed(view.happened(unit))
        ],
        "carrier_detail": {"est_delivery_date_local": eta.latest[:10] if eta else None},
    }


def shipengine(request: Request, view: View) -> Answer:
    if request.path.endswith("/carriers"):
        return Answer({"carriers": []})
    number = request.query.get("tracking_number", "")
    units = view.units(number)
    if not units:
        return Answer({"tracking_number": number, "status_code": "NY", "events": []})
    unit = units[0]
    code, detail = _SHIPENGINE.get(view.status(unit), ("UN", ""))
    eta = view.eta(unit)
    return Answer(
        {
            "tracking_number": number,
            "status_code": code,
            "status_detail_code": detail,
            "carrier_code": request.query.get("carrier_code"),
            "estimated_delivery_date": f"{eta.latest[:10]}T00:00:00Z" if eta else None,
            "events": [_shipengine_event(event, unit) for event in view.happened(unit)],
        }
    )


def _shipengine_event(event: PlannedEvent, unit: PlannedUnit) -> dict[str, Any]:
    code, detail = _SHIPENGINE.get(event.status, ("UN", ""))
    return {
        "occurred_at": utc_of(event).strftime("%Y-%m-%dT%H:%M:%SZ") if event.offset_min is not None else None,
        "carrier_occurred_at": event.occurred_local,
        "description": event.text,
        "city_locality": event.city,
        "country_code": event.country,
        "signer": unit.signed_by,
        "event_code": event.code,
        "status_code": code,
        "status_detail_code": detail,
    }


def karrio(request: Request, view: View) -> Answer:
    if request.path.endswith("/trackers"):
        known = [unit for unit in view.plan.units if unit.carrier == view.carrier and view.units(unit.number)]
        start, size = int(request.query.get("offset") or 0), int(request.query.get("limit") or 20)
        page = [_karrio_tracker(unit, view) for unit in known[start : start + size]]
        return Answer({"count": len(known), "next": None, "results": page})
    units = view.units(request.path.rsplit("/", 1)[-1])
    if not units:
        return Answer({"errors": [{"code": "not_found", "message": "No tracker matches"}]}, 404)
    return Answer(_karrio_tracker(units[0], view))


def _karrio_tracker(unit: PlannedUnit, view: View) -> dict[str, Any]:
    eta = view.eta(unit)
    status = view.status(unit)
    return {
        "id": f"trk_{unit.number}",
        "carrier_name": "ups",
        "tracking_number": unit.number,
        "status": _KARRIO.get(status, status),
        "estimated_delivery": eta.latest[:10] if eta else None,
        "info": {"signed_by": unit.signed_by},
        "events": [
            {
                "date": event.occurred_local[:10],
                "time": event.occurred_local[11:16],
                "timestamp": f"{event.occurred_local}.000Z",
                "code": event.code or "AR",
                "status": _KARRIO.get(event.status, event.status),
                "description": event.text,
                "location": ", ".join(part for part in (event.city, event.country) if part),
            }
            for event in view.happened(unit)
        ],
        "signature_image_url": "https://signature.example/1",
    }
