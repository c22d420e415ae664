"""DHL Shipment Tracking Unified as DHL speaks it."""

from typing import Any

from supplychain_app.carriers.simulator.plan import PlannedEvent, PlannedUnit
from supplychain_app.carriers.simulator.view import Answer, Request, View, offset_text

_CODES = {
    "pre_transit": "pre-transit",
    "delivered": "delivered",
    "exception": "failure",
    "delivery_attempted": "failure",
    "returning": "failure",
    "returned": "failure",
    "cancelled": "failure",
    "unknown": "unknown",
}


def answer(request: Request, view: View) -> Answer:
    number = request.query.get("trackingNumber", "")
    if not request.path.endswith("/track/shipments"):
        return problem(404, "No such address")
    if not number:
        return problem(400, "Bad request")
    units = view.units(number)
    wanted = request.query.get("service")
    chosen = [unit for unit in units if wanted is None or unit.service == wanted]
    if not chosen:
        return problem(404, "No result found")
    others = [f"/shipments?trackingNumber={number}&service={unit.service}" for unit in units if unit not in chosen[:1]]
    body: dict[str, Any] = {
        "url": f"/shipments?trackingNumber={number}&offset=0&limit=5",
        "shipments": [_shipment(unit, view) for unit in chosen],
    }
    if others and wanted is None:
        body["possibleAdditionalShipmentsUrl"] = others
    return Answer(body)


def problem(status: int, title: str) -> Answer:
    return Answer(
        {"title": title, "detail": title, "status": status, "instance": "/shipment"},
        status,
        content_type="application/problem+json",
    )


def _shipment(unit: PlannedUnit, view: View) -> dict[str, Any]:
    events = view.happened(unit)
    shipment: dict[str, Any] = {
        "id": unit.number,
        "service": unit.service,
        "origin": {"address": _address(unit.origin_city, unit.origin_country)},
        "destination": {"address": _address(unit.destination_city, unit.destination_country)},
        "status": _event(events[0]) if events else {"statusCode": "pre-transit", "description": "Label created"},
        "details": {
            "product": {"productName": unit.service.upper()},
            "totalNumberOfPieces": len(unit.pieces) or 1,
            "pieceIds": list(unit.pieces),
            "references": [{"number": number, "type": "customer-reference"} for number in unit.purchase_orders],
        },
        "events": [_event(event) for event in events],
    }
    if unit.signed_by:
        signed = {"familyName": unit.signed_by, "givenName": "", "name": unit.signed_by}
        shipment["details"]["proofOfDelivery"] = {"signed": signed, "signatureUrl": "https://signature.example/1"}
    eta = view.eta(unit)
    if eta and view.status(unit) != "delivered":
        shipment["estimatedTimeOfDelivery"] = eta.latest
        if eta.earliest:
            frame = {"estimatedFrom": eta.earliest, "estimatedThrough": eta.latest}
            shipment["estimatedDeliveryTimeFrame"] = frame
    return shipment


def _event(event: PlannedEvent) -> dict[str, Any]:
    return {
        "timestamp": event.occurred_local + offset_text(event.offset_min),
        "statusCode": event.code or _CODES.get(event.status, "transit"),
        "status": event.text or event.status.upper(),
        "description": event.text or event.status.replace("_", " "),
        "location": {"address": _address(event.city, event.country)},
    }


def _address(city: str, country: str) -> dict[str, str]:
    return {name: value for name, value in (("addressLocality", city), ("countryCode", country)) if value}
