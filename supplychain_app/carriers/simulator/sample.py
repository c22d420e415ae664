"""A few shipments around today, one for each carrier, for whoever runs the simulator without a plan."""

from datetime import datetime, timedelta

from supplychain_app.carriers.registry import CARRIERS
from supplychain_app.carriers.simulator.plan import PlannedEta, PlannedEvent, PlannedUnit, SimulatorPlan
from supplychain_app.domain.shipments import utc_text

_PARCEL = (
    (-6, "pre_transit", "label_created", "Label created", "Taipei", "TW", ""),
    (-5, "in_transit", "picked_up", "Picked up", "Taipei", "TW", ""),
    (-3, "in_transit", "departed", "Departed", "Taipei", "TW", ""),
    (-1, "in_transit", "arrived", "Arrived", "Leipzig", "DE", ""),
    (1, "out_for_delivery", "out_for_delivery", "Out for delivery", "Hamburg", "DE", ""),
    (2, "delivered", "delivered", "Delivered", "Hamburg", "DE", ""),
)
_CONTAINER = (
    (-40, "pre_transit", "booked", "Booking confirmed", "Ningbo", "CN", "CNNGB"),
    (-31, "in_transit", "origin_gate_in", "Gate in", "Ningbo", "CN", "CNNGB"),
    (-30, "in_transit", "loaded", "Loaded", "Ningbo", "CN", "CNNGB"),
    (-29, "in_transit", "departed", "Vessel departed", "Ningbo", "CN", "CNNGB"),
    (4, "in_transit", "arrived", "Vessel arrived", "Hamburg", "DE", "DEHAM"),
    (5, "in_transit", "discharged", "Discharged", "Hamburg", "DE", "DEHAM"),
    (7, "out_for_delivery", "gate_out", "Gate out", "Hamburg", "DE", "DEHAM"),
)


def sample_plan(now: datetime) -> SimulatorPlan:
    """Parcel 4411223344 for each parcel carrier, container MSKU1234565 for each line."""
    return SimulatorPlan(tuple(_unit(key, now, ocean=info.is_ocean) for key, info in CARRIERS.items()))


def _unit(carrier: str, now: datetime, *, ocean: bool) -> PlannedUnit:
    def day(offset: int) -> datetime:
        return (now + timedelta(days=offset)).replace(hour=10, minute=0, second=0, microsecond=0, tzinfo=None)

    events = tuple(
        PlannedEvent(
            known_at=utc_text((now + timedelta(days=offset)).replace(hour=12, minute=0)),
            occurred_local=day(offset).isoformat(),
            offset_min=480 if country in ("CN", "TW") else 60,
            status=status,
            milestone=milestone,
            text=text,
            city=city,
            country=country,
            unlocode=unlocode,
            vessel="EXAMPLE STAR" if ocean and milestone in ("loaded", "departed", "arrived") else "",
            imo="9074729" if ocean else "",
        )
        for offset, status, milestone, text, city, country, unlocode in (_CONTAINER if ocean else _PARCEL)
    )
    kind = "port_arrival" if ocean else "delivery"
    etas = tuple(
        PlannedEta(utc_text(now + timedelta(days=known)), day(told).date().isoformat(), kind=kind)
        for known, told in ((-5, 1), (-2, 4 if ocean else 2))
    )
    first, last = events[0], events[-1]
    return PlannedUnit(
        carrier=carrier,
        number="MSKU1234565" if ocean else "4411223344",
        kind="container" if ocean else "parcel",
        reference="200000001" if ocean else "",
        events=events,
        etas=etas,
        origin_city=first.city,
        origin_country=first.country,
        origin_unlocode=first.unlocode,
        destination_city=last.city,
        destination_country=last.country,
        destination_unlocode=last.unlocode,
        purchase_orders=("PO-10077",),
    )
