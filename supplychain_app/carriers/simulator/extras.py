"""DHL Express (MyDHL), GLS and La Poste as they speak."""

from typing import Any
from urllib.parse import unquote

from supplychain_app.carriers.simulator.plan import PlannedEvent, PlannedUnit
from supplychain_app.carriers.simulator.view import Answer, Request, View, offset_text

_EXPRESS = {"pre_transit": "SD", "in_transit": "PL", "out_for_delivery": "WC", "delivered": "OK", "exception": "OH",
            "returning": "RT"}  # fmt: skip
_GLS = {"pre_transit": "PREADVICE", "in_transit": "INTRANSIT", "out_for_delivery": "INDELIVERY",
        "delivered": "DELIVERED", "delivery_attempted": "NOTDELIVERED"}  # fmt: skip
_POSTE = {"pre_transit": "DR1", "in_transit": "ET1", "out_for_delivery": "MD2", "delivered": "DI1", "exception": "DO3",
          "returning": "RE1"}  # fmt: skip


def dhl_express(request: Request, view: View) -> Answer:
    units = view.units(request.query.get("shipmentTrackingNumber", ""))
    if not units:
        return Answer({"title": "Not found", "status": 404}, 404)
    shipments = [
        {
            "shipmentTrackingNumber": unit.number,
            "status": "Success",
            "estimatedTimeOfDelivery": _eta(unit, view),
            "shipperReferences": [{"value": order} for order in unit.purchase_orders],
            "receiverDetails": {"contactInformation": unit.signed_by},
            "events": [
                {
                    "date": event.occurred_local[:10],
                    "time": event.occurred_local[11:],
                    "GMTOffset": offset_text(event.offset_min),
                    "typeCode": event.code or _EXPRESS.get(event.status, "ZZ"),
                    "description": event.text,
                    "serviceArea": [{"code": "HAM", "description": f"{event.city}-{event.country}"}],
                }
                for event in view.happened(unit)
            ],
        }
        for unit in units
    ]
    return Answer({"shipments": shipments})


def gls(request: Request, view: View) -> Answer:
    rows: list[dict[str, Any]] = []
    for number in unquote(request.path.rsplit("/", 1)[-1]).split(","):
        found = view.units(number)
        rows += [_gls_parcel(unit, view) for unit in found]
        if not found:
            rows.append({"requested": number, "errorCode": "NOTFOUND", "errorMessage": "No such parcel"})
    return Answer({"parcels": rows})


def _gls_parcel(unit: PlannedUnit, view: View) -> dict[str, Any]:
    return {
        "requested": unit.number,
        "unitno": unit.number,
        "status": _GLS.get(view.status(unit), "NOVELTY"),
        "events": [
            {
                "code": event.code or _GLS.get(event.status, "NOVELTY"),
                "city": event.city,
                "country": event.country,
                "description": event.text,
                "eventDateTime": event.occurred_local + offset_text(event.offset_min, colon=False),
            }
            for event in view.happened(unit)
        ],
    }


def la_poste(request: Request, view: View) -> Answer:
    numbers = unquote(request.path.rsplit("/", 1)[-1]).split(",")
    rows = [_poste(number, view) for number in numbers]
    return Answer(rows if len(rows) > 1 else rows[0], 200 if len(rows) > 1 else rows[0]["returnCode"])


def _poste(number: str, view: View) -> dict[str, Any]:
    units = view.units(number)
    if not units:
        return {"lang": "en_GB", "returnCode": 404, "returnMessage": "Unknown", "idShip": number}
    shipment = {
        "idShip": number,
        "product": "colissimo",
        "isFinal": False,
        "estimDate": _eta(units[0], view),
        "event": [_poste_event(event) for event in view.happened(units[0])],
    }
    return {"lang": "en_GB", "scope": "open", "returnCode": 200, "idShip": number, "shipment": shipment}


def _poste_event(event: PlannedEvent) -> dict[str, str]:
    when = event.occurred_local + offset_text(event.offset_min)
    return {"code": event.code or _POSTE.get(event.status, "ZZ9"), "label": event.text, "date": when}


def _eta(unit: PlannedUnit, view: View) -> str | None:
    eta = view.eta(unit)
    return eta.latest if eta else None
