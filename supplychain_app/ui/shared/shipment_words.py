"""Words for where a shipment stands and what happened to it."""

from supplychain_app.carriers import registry
from supplychain_app.language import tr
from supplychain_app.reports.shipment_status import STATUS
from supplychain_app.ui.shared import formats

MILESTONES = {
    "booked": tr("Booked"),
    "label_created": tr("Label made"),
    "picked_up": tr("Picked up"),
    "origin_gate_in": tr("At the origin terminal"),
    "loaded": tr("Loaded"),
    "departed": tr("Departed"),
    "transshipment_discharged": tr("Unloaded on the way"),
    "transshipment_loaded": tr("Loaded again on the way"),
    "arrived": tr("Arrived"),
    "discharged": tr("Unloaded"),
    "customs_hold": tr("Held by customs"),
    "customs_released": tr("Released by customs"),
    "available": tr("Ready to be fetched"),
    "gate_out": tr("Left the terminal"),
    "out_for_delivery": tr("Out for delivery"),
    "attempted": tr("Delivery tried"),
    "delivered": tr("Delivered"),
    "empty_returned": tr("Empty container returned"),
    "returned": tr("Returned"),
}


TROUBLES = {
    "customs_hold": tr("Customs hold"),
    "customs_info_needed": tr("Customs needs papers"),
    "address": tr("Address is wrong"),
    "refused": tr("Refused"),
    "recipient_absent": tr("Nobody there"),
    "damaged": tr("Damaged"),
    "lost": tr("Lost"),
    "missorted": tr("Sent the wrong way"),
    "weather": tr("Weather"),
    "operational": tr("Trouble at the carrier"),
    "security": tr("Security check"),
    "payment_due": tr("Payment due"),
    "cancelled": tr("Cancelled"),
}
CLASSIFIERS = {"estimated": tr("estimated"), "planned": tr("planned")}


def status(value: str | None, delay: str | None = None, kind: str | None = None) -> str:
    """Status in words, with what is wrong."""
    words = STATUS.get(value or "", value or "")
    trouble = TROUBLES.get(kind or "")
    if trouble and value == "exception":
        words = trouble
    elif trouble and value in ("delivery_attempted", "returning", "returned"):
        words = f"{words}: {trouble}"
    return (
        tr("{words}, delayed", words=words) if delay == "delayed" and value not in ("delivered", "cancelled") else words
    )


def event_words(text: str | None, milestone: str | None, stage: str | None, code: str | None) -> str:
    """An event as a person says it: the carrier's own words, unless they are no more than its code."""
    if text and text != code:
        return text
    return MILESTONES.get(milestone or "") or STATUS.get(stage or "") or text or ""


def calls_left(left: int | None, limit: int | None) -> str:
    """'244 of 250', of the calls a carrier allows in a day; '–' where no limit is known."""
    if left is None or limit is None:
        return formats.number(None)
    return tr("{left} of {limit}", left=formats.number(left), limit=formats.number(limit))


def carrier_name(key: str | None) -> str:
    info = registry.CARRIERS.get(key or "")
    return info.name if info else (key or "").replace("_", " ").title()
