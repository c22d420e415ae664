"""Australia Post, Royal Mail and Canada Post as they speak, the last in XML."""

from typing import Any
from urllib.parse import unquote
from xml.sax.saxutils import escape

from supplychain_app.carriers.simulator.plan import PlannedEvent, PlannedUnit
from supplychain_app.carriers.simulator.view import Answer, Request, View, offset_text

# status -> (status of an article, description of an event)
_AUSTRALIA = {
    "pre_transit": ("Initiated", "Shipping information received by Australia Post"),
    "in_transit": ("In transit", "Item processed at facility"),
    "out_for_delivery": ("In transit", "Onboard for delivery"),
    "ready_for_pickup": ("Awaiting collection", "Awaiting collection"),
    "delivery_attempted": ("Unsuccessful Delivery", "Attempted delivery"),
    "delivered": ("Delivered", "Delivered"),
    "exception": ("Article damaged", "Article damaged"),
    "returning": ("In transit", "Returned to sender"),
    "cancelled": ("Cancelled", "Cancelled"),
}
_ROYAL = {
    "pre_transit": ("SENDER DISPATCHED", "EVPRE"),
    "in_transit": ("IN TRANSIT", "EVDAC"),
    "out_for_delivery": ("OUT FOR DELIVERY", "EVGPD"),
    "ready_for_pickup": ("READY FOR COLLECTION", "EVPLC"),
    "delivery_attempted": ("ATTEMPTED DELIVERY", "EVATT"),
    "delivered": ("DELIVERED", "EVKSP"),
    "exception": ("HELD", "EVHLD"),
    "returning": ("RETURN TO SENDER", "EVRTS"),
}
_CANADA = {
    "pre_transit": "3000",
    "in_transit": "0170",
    "out_for_delivery": "0174",
    "ready_for_pickup": "1479",
    "delivered": "1496",
}
_CANADA_WORDS = {
    "exception": "Item held by customs",
    "returning": "Item being returned to sender",
    "delivery_attempted": "Attempted delivery. Notice card left",
}
_CANADA_ZONES = {-240: "EDT", -300: "EST", -360: "CST", -420: "MST", -480: "PST"}


def australia_post(request: Request, view: View) -> Answer:
    numbers = request.query.get("tracking_ids", "").split(",")
    if len(numbers) > 10:
        return Answer({"errors": [{"code": "ESB-10003", "message": "At most ten tracking IDs"}]}, 400)
    return Answer({"tracking_results": [_australian(number, view) for number in numbers]})


def _australian(number: str, view: View) -> dict[str, Any]:
    units = view.units(number)
    if not units:
        return {"tracking_id": number, "errors": [{"code": "ESB-10001", "name": "Invalid tracking ID"}]}
    articles = [_article(unit, piece, view) for unit in units for piece in unit.pieces or (unit.number,)]
    if len(articles) == 1:
        return {"tracking_id": number, "status": articles[0]["status"], "trackable_items": articles}
    consignment = {"consignment_id": number, "number_of_items": len(articles), "items": articles}
    return {"tracking_id": number, "trackable_items": [consignment]}


def _article(unit: PlannedUnit, piece: str, view: View) -> dict[str, Any]:
    return {
        "article_id": piece,
        "product_type": "eParcel",
        "status": _AUSTRALIA.get(view.status(unit), ("Something new", ""))[0],
        "signed_by": unit.signed_by,
        "events": [
            {
                "location": event.city,
                "description": _AUSTRALIA.get(event.status, ("", event.text))[1],
                "date": event.occurred_local + offset_text(event.offset_min),
            }
            for event in view.happened(unit)
        ],
    }


def royal_mail(request: Request, view: View) -> Answer:
    number = unquote(request.path.strip("/").split("/")[0])
    units = view.units(number)
    if not units:
        error = {"errorCode": "E1142", "errorDescription": f"Barcode reference {number} isn't recognised"}
        return Answer({"httpCode": "404", "httpMessage": "Not Found", "errors": [error]}, 404)
    unit = units[0]
    events = view.happened(unit)
    eta = view.eta(unit)
    piece: dict[str, Any] = {
        "mailPieceId": "090367574000000FE1E1B",
        "summary": {
            "oneDBarcode": number,
            "productName": "Special Delivery Guaranteed",
            "statusCategory": _ROYAL.get(view.status(unit), ("SOMETHING NEW", ""))[0],
            "statusDescription": events[0].text if events else "",
        },
        "signature": {"recipientName": unit.signed_by, "imageId": "001234"},
        "events": [_royal_event(event) for event in events],
    }
    if eta:
        window = {"startOfEstimatedWindow": "08:00:00+01:00", "endOfEstimatedWindow": "11:00:00+01:00"}
        piece["estimatedDelivery"] = {"date": eta.latest[:10], **window}
    return Answer({"mailPieces": piece})


def _royal_event(event: PlannedEvent) -> dict[str, str]:
    return {
        "eventCode": event.code or _ROYAL.get(event.status, ("", "EVZZZ"))[1],
        "eventName": event.text,
        "eventDateTime": event.occurred_local + offset_text(event.offset_min),
        "locationName": event.city,
    }


def canada_post(request: Request, view: View) -> Answer:
    parts = unquote(request.path).strip("/").split("/")
    number = parts[3] if len(parts) > 3 else ""
    units = view.units(number)
    if not units:
        message = "<message><code>004</code><description>No Pin History</description></message>"
        return _xml(f'<messages xmlns="http://www.canadapost.ca/ws/messages">{message}</messages>', 404)
    unit, told = units[0], view.etas(units[0])
    fields = [
        ("pin", number),
        ("expected-delivery-date", told[0].latest[:10] if told else ""),
        ("changed-expected-date", told[-1].latest[:10] if len(told) > 1 else ""),
        ("service-name", "Expedited Parcels"),
        ("customer-ref-1", unit.purchase_orders[0] if unit.purchase_orders else ""),
    ]
    occurrences = "".join(_occurrence(event, unit) for event in view.happened(unit))
    body = f"{_elements(fields)}<significant-events>{occurrences}</significant-events>"
    return _xml(f'<tracking-detail xmlns="http://www.canadapost.ca/ws/track-v2">{body}</tracking-detail>')


def _occurrence(event: PlannedEvent, unit: PlannedUnit) -> str:
    fields = [
        ("event-identifier", event.code or _CANADA.get(event.status, "9999")),
        ("event-date", event.occurred_local[:10]),
        ("event-time", event.occurred_local[11:]),
        ("event-time-zone", _CANADA_ZONES.get(event.offset_min or 0, "")),
        ("event-description", _CANADA_WORDS.get(event.status, event.text)),
        ("signatory-name", unit.signed_by),
        ("event-site", event.city),
        ("event-province", "ON"),
    ]
    return f"<occurrence>{_elements(fields)}</occurrence>"


def _elements(fields: list[tuple[str, str]]) -> str:
    return "".join(f"<{name}>{escape(text)}</{name}>" for name, text in fields)


def _xml(body: str, status: int = 200) -> Answer:
    return Answer(
        f'<?xml version="1.0" encoding="UTF-8"?>{body}', status, content_type="application/vnd.cpc.track-v2+xml"
    )
