"""DCSA Track & Trace 2.2, 3.0-Beta and 3.0 as ocean lines speak them, with paging."""

from typing import Any

from supplychain_app.carriers.simulator.plan import PlannedEvent, PlannedUnit
from supplychain_app.carriers.simulator.view import Answer, Request, View, offset_text
from supplychain_app.domain.shipments import utc_text

# milestone -> (event type, code, document type)
_CODES = {
    "booked": ("SHIPMENT", "CONF", "BKG"),
    "label_created": ("SHIPMENT", "RECE", "BKG"),
    "picked_up": ("EQUIPMENT", "GTOT", ""),
    "origin_gate_in": ("EQUIPMENT", "GTIN", ""),
    "loaded": ("EQUIPMENT", "LOAD", ""),
    "transshipment_loaded": ("EQUIPMENT", "LOAD", ""),
    "departed": ("TRANSPORT", "DEPA", ""),
    "arrived": ("TRANSPORT", "ARRI", ""),
    "discharged": ("EQUIPMENT", "DISC", ""),
    "transshipment_discharged": ("EQUIPMENT", "DISC", ""),
    "customs_hold": ("SHIPMENT", "HOLD", "CUS"),
    "customs_released": ("SHIPMENT", "RELS", "CUS"),
    "available": ("EQUIPMENT", "AVPU", ""),
    "gate_out": ("EQUIPMENT", "GTOT", ""),
    "delivered": ("EQUIPMENT", "STRP", ""),
    "empty_returned": ("EQUIPMENT", "GTIN", ""),
}
_CLASSIFIERS = {"planned": "PLN", "estimated": "EST", "actual": "ACT"}
_REFERENCE_PARAMETERS = (
    "equipmentReference",
    "carrierBookingReference",
    "transportDocumentReference",
    "documentReference",
)


def answer(request: Request, view: View) -> Answer:
    if not request.path.endswith("/events"):
        return problem(request, 404, "Not Found")
    numbers = [request.query[name] for name in _REFERENCE_PARAMETERS if request.query.get(name)]
    if not numbers:
        return problem(request, 400, "Bad Request")
    found = view.units(numbers[0])
    for number in numbers[1:]:
        found = [unit for unit in found if unit in view.units(number)]
    rows = [row for unit in found for row in _rows(unit, view)]
    if not rows and view.plan.dcsa_version == "2.2":
        return problem(request, 404, "Not Found")
    start, size = (
        int(request.query.get("cursor") or 0),
        min(int(request.query.get("limit") or 100), view.plan.page_size),
    )
    page, following = rows[start : start + size], start + size
    headers = {}
    if following < len(rows):
        query = "&".join(f"{name}={value}" for name, value in (request.query | {"cursor": str(following)}).items())
        link = f"/{request.carrier}{request.path}?{query}"
        is_cursor = view.plan.dcsa_version == "3.0"
        headers = {"Next-Page-Cursor": str(following)} if is_cursor else {"Next-Page": link}
    return Answer({"events": page} if view.plan.dcsa_version == "3.0" else page, headers=headers)


def problem(request: Request, status: int, title: str) -> Answer:
    return Answer(
        {
            "httpMethod": request.method,
            "requestUri": request.path,
            "errors": [{"reason": title, "message": title}],
            "statusCode": status,
            "statusCodeText": title,
            "errorDateTime": "2026-01-01T00:00:00Z",
        },
        status,
    )


def _rows(unit: PlannedUnit, view: View) -> list[dict[str, Any]]:
    events = list(reversed(view.events(unit)))
    rows = [(event, f"{unit.number}-{number}") for number, event in enumerate(unit.events) if event in events]
    for number, eta in enumerate(unit.etas):
        if eta.known_at <= view.moment and eta.kind in ("port_arrival", "port_departure"):
            arrives = eta.kind == "port_arrival"
            told = PlannedEvent(
                known_at=eta.known_at,
                occurred_local=eta.latest if "T" in eta.latest else f"{eta.latest}T00:00:00",
                milestone="arrived" if arrives else "departed",
                classifier="estimated",
                city=unit.destination_city if arrives else unit.origin_city,
                unlocode=unit.destination_unlocode if arrives else unit.origin_unlocode,
            )
            rows.append((told, f"{unit.number}-eta-{number}"))
    if view.plan.dcsa_version == "3.0":
        return [_v3(unit, event, event.event_id or name, view) for event, name in rows]
    flat = [_v2(unit, event, event.event_id or name) for event, name in rows if not view.is_retracted(event)]
    return [_beta(row) for row in flat] if view.plan.dcsa_version == "beta" else flat


def _v2(unit: PlannedUnit, event: PlannedEvent, name: str) -> dict[str, Any]:
    kind, code, document = _CODES.get(event.milestone or "", ("EQUIPMENT", event.code or "INSP", ""))
    place = {"locationName": event.city, "UNLocationCode": event.unlocode}
    row: dict[str, Any] = {
        "eventID": name,
        "eventType": kind,
        "eventCreatedDateTime": event.known_at,
        "eventClassifierCode": _CLASSIFIERS[event.classifier],
        "eventDateTime": event.occurred_local + (offset_text(event.offset_min) or "Z"),
        "references": [{"referenceType": "PO", "referenceValue": order} for order in unit.purchase_orders],
    }
    if unit.reference:
        row["documentReferences"] = [{"documentReferenceType": "BKG", "documentReferenceValue": unit.reference}]
    call: dict[str, Any] = {"UNLocationCode": event.unlocode, "modeOfTransport": event.mode or "VESSEL"}
    if event.vessel:
        call |= {
            "vessel": {"vesselIMONumber": event.imo, "vesselName": event.vessel},
            "exportVoyageNumber": event.voyage,
        }
    if kind == "SHIPMENT":
        row |= {"shipmentEventTypeCode": code, "documentTypeCode": document, "documentID": unit.reference}
        row |= {"reason": event.text}
    elif kind == "TRANSPORT":
        row |= {"transportEventTypeCode": code, "transportCall": call | {"location": place}}
    else:
        is_empty = event.empty if event.empty is not None else event.milestone in ("picked_up", "empty_returned")
        row |= {"equipmentEventTypeCode": code, "equipmentReference": unit.number, "ISOEquipmentCode": "45G1"}
        row |= {"emptyIndicatorCode": "EMPTY" if is_empty else "LADEN", "eventLocation": place, "transportCall": call}
    return row


def _beta(row: dict[str, Any]) -> dict[str, Any]:
    metadata = {name: row[name] for name in ("eventID", "eventType", "eventCreatedDateTime")}
    payload = {name: value for name, value in row.items() if name not in metadata and name != "references"}
    payload["references"] = [{"type": r["referenceType"], "value": r["referenceValue"]} for r in row["references"]]
    return {"metadata": metadata, "payload": payload}


def _v3(unit: PlannedUnit, event: PlannedEvent, name: str, view: View) -> dict[str, Any]:
    flat = _v2(unit, event, name)
    kind = flat["eventType"]
    code_name = f"{kind.lower()}EventTypeCode"
    classification = {
        "eventTypeCode": kind,
        "eventClassifierCode": flat["eventClassifierCode"],
        code_name: flat[code_name],
    }
    return {
        "eventID": name,
        "eventDateTime": flat["eventDateTime"],
        "eventUpdatedDateTime": event.retracted_at if view.is_retracted(event) else utc_text(view.now),
        "isRetracted": view.is_retracted(event),
        "eventLocation": {"locationName": event.city, "UNLocationCode": event.unlocode},
        "eventClassification": classification,
        "shipmentDetails": {
            "documentReference": {"typeCode": flat.get("documentTypeCode") or "BKG", "reference": unit.reference},
            "shipmentReferences": [{"typeCode": "PO", "reference": order} for order in unit.purchase_orders],
        },
        "transportDetails": {
            "transportCall": {
                "modeOfTransport": event.mode or "VESSEL",
                "vesselTransport": {"vesselIMONumber": event.imo, "vesselName": event.vessel},
            }
        },
        "equipmentDetails": {
            "equipmentReference": unit.number,
            "emptyIndicatorCode": flat.get("emptyIndicatorCode", "LADEN"),
        },
    }
