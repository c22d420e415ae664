"""Where a shipment stands, in words."""

from supplychain_app.language import tr

STATUS = {
    "unknown": tr("Unknown"),
    "not_found": tr("Not known to the carrier yet"),
    "pre_transit": tr("Not handed over yet"),
    "in_transit": tr("On the way"),
    "out_for_delivery": tr("Out for delivery"),
    "ready_for_pickup": tr("Ready for pickup"),
    "delivery_attempted": tr("Delivery tried"),
    "exception": tr("Needs attention"),
    "returning": tr("Coming back to sender"),
    "returned": tr("Returned"),
    "delivered": tr("Delivered"),
    "cancelled": tr("Cancelled"),
    "expired": tr("No longer followed"),
    "lost": tr("Lost"),
    "stopped": tr("Not followed"),
}
