"""Words for where a shipment stands and what happened to it."""

STATUS = {
    "unknown": "Unknown",
    "not_found": "Not known to the carrier yet",
    "pre_transit": "Not handed over yet",
    "in_transit": "On the way",
    "out_for_delivery": "Out for delivery",
    "ready_for_pickup": "Ready for pickup",
    "delivery_attempted": "Delivery tried",
    "exception": "Needs attention",
    "returning": "Coming back to sender",
    "returned": "Returned",
    "delivered": "Delivered",
    "cancelled": "Cancelled",
    "expired": "No longer followed",
    "lost": "Lost",
    "stopped": "Not followed",
}
MILESTONES = {
    "booked": "Booked",
    "label_created": "Label made",
    "picked_up": "Picked up",
    "origin_gate_in": "At the origin terminal",
    "loaded": "Loaded",
    "departed": "Departed",
    "transshipment_discharged": "Unloaded on the way",
    "transshipment_loaded": "Loaded again on the way",
    "arrived": "Arrived",
    "discharged": "Unloaded",
    "customs_hold": "Held by customs",
    "customs_released": "Released by customs",
    "available": "Ready to be fetched",
    "gate_out": "Left the terminal",
    "out_for_delivery": "Out for delivery",
    "attempted": "Delivery tried",
    "delivered": "Delivered",
    "empty_returned": "Empty container returned",
    "returned": "Returned",
}


def status(value: str | None, delay: str | None = None, kind: str | None = None) -> str:
    """Status in words, with what is wrong."""
    words = STATUS.get(value or "", value or "")
    if value == "exception" and kind:
        words = kind.replace("_", " ").capitalize()
    return f"{words}, delayed" if delay == "delayed" and value not in ("delivered", "cancelled") else words


def event_words(text: str | None, milestone: str | None, stage: str | None, code: str | None) -> str:
    """An event as a person says it: the carrier's own words, unless they are no more than its code."""
    if text and text != code:
        return text
    return MILESTONES.get(milestone or "") or STATUS.get(stage or "") or text or ""
