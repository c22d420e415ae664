"""A shipment's life that every simulated carrier can tell, for the tests."""

from dataclasses import replace
from datetime import UTC, datetime

from supplychain_app.carriers.base import Adapter, Fetched, Wanted
from supplychain_app.carriers.http import HttpClient
from supplychain_app.carriers.oauth import TokenCache
from supplychain_app.carriers.registry import Account, connect
from supplychain_app.carriers.simulator import CarrierSimulator, PlannedEta, PlannedEvent, PlannedUnit

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
PARCELS = (
    "dhl", "ups", "fedex", "usps", "17track", "aftership", "easypost", "shipengine", "karrio", "dhl_express", "gls",
    "la_poste", "australia_post", "royal_mail", "canada_post",
)  # fmt: skip
LINES = ("maersk", "hapag_lloyd", "msc")
SECRET = "very-secret-key-0815"


def event(known: str, local: str, status: str, milestone: str | None = None, **more: object) -> PlannedEvent:
    values = {"text": status.replace("_", " "), "city": "Hamburg", "country": "DE", "offset_min": 120, **more}
    return PlannedEvent(f"2026-{known}T12:00:00Z", f"2026-{local}", status=status, milestone=milestone, **values)  # type: ignore[arg-type]


def parcel(carrier: str, number: str = "4411223344", **more: object) -> PlannedUnit:
    unit = PlannedUnit(
        carrier,
        number,
        events=(
            event(
                "05-01", "05-01T08:00:00", "pre_transit", "label_created", city="Taipei", country="TW", offset_min=480
            ),
            event("05-02", "05-02T18:00:00", "in_transit", "picked_up", city="Taipei", country="TW", offset_min=480),
            event("05-04", "05-04T09:12:00", "in_transit", text="Arrived at hub"),
        ),
        etas=(PlannedEta("2026-05-01T00:00:00Z", "2026-05-06"), PlannedEta("2026-05-03T00:00:00Z", "2026-05-08")),
        purchase_orders=("PO-10077",),
        origin_city="Taipei",
        origin_country="TW",
        destination_city="Hamburg",
        destination_country="DE",
        signed_by="Erika Mustermann",
    )
    return replace(unit, **more)  # type: ignore[arg-type]


def container(carrier: str = "maersk", **more: object) -> PlannedUnit:
    here = {"city": "Ningbo", "country": "CN", "unlocode": "CNNGB", "offset_min": 480}
    there = {"city": "Hamburg", "country": "DE", "unlocode": "DEHAM"}
    unit = PlannedUnit(
        carrier,
        "MSKU1234565",
        kind="container",
        reference="200000001",
        events=(
            event("04-20", "04-20T10:00:00", "pre_transit", "booked", **here),
            event("04-27", "04-27T10:00:00", "pre_transit", "picked_up", **here),
            event("04-28", "04-28T10:00:00", "in_transit", "origin_gate_in", **here),
            event("05-01", "05-01T10:00:00", "in_transit", "loaded", **here),
            event("05-02", "05-02T10:00:00", "in_transit", "departed", vessel="EXAMPLE STAR", imo="9074729", **here),
            event("06-02", "06-02T10:00:00", "in_transit", "arrived", **there),
            event("06-03", "06-03T10:00:00", "in_transit", "discharged", **there),
            event("06-05", "06-05T10:00:00", "out_for_delivery", "gate_out", empty=False, **there),
            event("06-07", "06-07T10:00:00", "delivered", "empty_returned", **there),
        ),
        etas=(
            PlannedEta("2026-04-20T00:00:00Z", "2026-05-30", kind="port_arrival"),
            PlannedEta("2026-05-10T00:00:00Z", "2026-06-02", kind="port_arrival"),
        ),
        origin_unlocode="CNNGB",
        destination_unlocode="DEHAM",
        destination_city="Hamburg",
        purchase_orders=("PO-10077",),
    )
    return replace(unit, **more)  # type: ignore[arg-type]


def wanted_of(unit: PlannedUnit) -> Wanted:
    service = "ups" if unit.carrier == "shipengine" else ""
    return Wanted(unit.number, reference=unit.reference, kind=unit.kind, service=service)


def adapter_of(simulator: CarrierSimulator, carrier: str, **settings: str) -> tuple[Adapter, HttpClient]:
    names = ("api_key", "client_id", "client_secret", "user", "password", "account_number")
    account = Account(
        carrier,
        {"base_url": simulator.base_url(carrier), **settings},
        dict.fromkeys(names, SECRET),
        now=lambda: simulator.now,
        backoff=0.0,
    )
    return connect(account, TokenCache())


def fetched(simulator: CarrierSimulator, unit: PlannedUnit, **settings: str) -> Fetched:
    adapter, client = adapter_of(simulator, unit.carrier, **settings)
    try:
        return adapter.fetch([wanted_of(unit)])
    finally:
        client.close()
