"""Starts to follow a tracking number that a message named, as part of a step that can be taken back."""

from collections.abc import Iterable

from supplychain_app.domain import identifiers
from supplychain_app.services.undo import Pen
from supplychain_app.storage import database, shipments

_DOCUMENTS = ("container", "air_waybill", "bill_of_lading")


def follow(pen: Pen, told: str, *, line_ids: Iterable[int], supplier_id: int | None) -> bool:
    """Add the shipment of a number with its lines when its carrier can be told from its form; else nothing."""
    number = identifiers.normalised(told)
    known = [one for one in identifiers.recognise(number) if one.carrier and one.check != "failed"]
    if not known or len(number) < 3:
        return False
    carrier, kind = identifiers.carrier_key(known[0].carrier or ""), known[0].kind
    unit_id = shipments.unit_id_of(pen.db, carrier, number)
    if unit_id is not None:
        shipment_id = shipments.unit(pen.db, unit_id).shipment_id
    else:
        identity = f"{carrier}|{number}"
        now = database.now_utc()
        shipment_id = shipments.shipment_id_of(pen.db, identity) or pen.insert(
            "shipment",
            {
                "identity": identity,
                "number": number,
                "supplier_id": supplier_id,
                "carrier": carrier,
                "source": "mail",
                "recorded_at": now,
            },
        )
        pen.insert(
            "tracked_unit",
            {
                "shipment_id": shipment_id,
                "carrier": carrier,
                "number": number,
                "kind": kind if kind in _DOCUMENTS else "parcel",
                "recorded_at": now,
            },
        )
    linked = shipments.lines_of(pen.db, shipment_id)
    for line_id in line_ids:
        if line_id not in linked:
            pen.insert("shipment_line", {"shipment_id": shipment_id, "order_line_id": line_id})
    return True
