"""Every adapter against its simulated carrier, over real HTTP."""

import logging
from dataclasses import replace

import pytest

from supplychain_app.carriers.base import (
    AuthError,
    ContractChanged,
    NotFoundYet,
    PermissionError_,
    RateLimited,
    Temporary,
    Wanted,
)
from supplychain_app.carriers.simulator import CarrierSimulator, Fault, PlannedUnit, SimulatorPlan
from supplychain_app.domain.errors import CarrierError
from supplychain_app.domain.shipments import Milestone, Status
from tests.carriers.plans import LINES, NOW, PARCELS, SECRET, adapter_of, container, event, fetched, parcel, wanted_of

ALL = (*PARCELS, "maersk", "msc")
WITH_TOKEN = ("ups", "fedex", "usps", "gls", "msc")


def unit_of(carrier: str) -> PlannedUnit:
    return container(carrier) if carrier in LINES else parcel(carrier)


def simulated(*units: PlannedUnit, faults: tuple[Fault, ...] = (), **more: object) -> CarrierSimulator:
    simulator = CarrierSimulator(SimulatorPlan(units, faults, **more))  # type: ignore[arg-type]
    simulator.now = NOW
    return simulator


@pytest.mark.parametrize("carrier", PARCELS)
def test_a_parcel_is_read(carrier: str) -> None:
    with simulated(parcel(carrier)) as simulator:
        report = fetched(simulator, parcel(carrier)).report
    (unit,) = report.units
    assert unit.number == "4411223344"
    assert unit.status in (Status.IN_TRANSIT, None)  # None: the carrier names no current status, its events tell
    assert unit.events[-1].status is Status.IN_TRANSIT
    assert [e.occurred_local for e in unit.events] == [
        "2026-05-01T08:00:00",
        "2026-05-02T18:00:00",
        "2026-05-04T09:12:00",
    ]
    if carrier not in ("gls", "australia_post"):  # tell no date
        assert unit.etas[-1].latest[:10] == "2026-05-08"
    if carrier != "la_poste":  # tells no places
        assert unit.events[-1].place.city == "Hamburg"
    if carrier not in ("easypost", "shipengine", "karrio", "usps", "gls", "la_poste", "australia_post", "royal_mail"):
        assert ("PO", "PO-10077") in unit.references


@pytest.mark.parametrize("carrier", PARCELS)
@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("delivered", {Status.DELIVERED}),
        ("out_for_delivery", {Status.OUT_FOR_DELIVERY, Status.IN_TRANSIT}),
        ("exception", {Status.EXCEPTION, Status.UNKNOWN}),
        ("returning", {Status.RETURNING, Status.EXCEPTION, Status.UNKNOWN}),
        ("unknown", {Status.UNKNOWN}),
    ],
)
def test_statuses_are_understood_and_unknown_ones_claim_nothing(
    carrier: str, status: str, expected: set[Status]
) -> None:
    unit = parcel(carrier)
    told = replace(unit, events=(*unit.events, event("05-05", "05-05T10:00:00", status, text="Something")))
    with simulated(told) as simulator:
        (found,) = fetched(simulator, told).report.units
    assert (found.status or found.events[-1].status) in expected


@pytest.mark.parametrize("carrier", ALL)
def test_a_number_not_known_yet_is_not_found(carrier: str) -> None:
    unit = replace(unit_of(carrier), not_found_until="2026-05-21T00:00:00Z")
    with simulated(unit) as simulator:
        adapter, client = adapter_of(simulator, carrier)
        with pytest.raises(NotFoundYet):
            adapter.fetch([wanted_of(unit)])
        client.close()


@pytest.mark.parametrize("carrier", ALL)
@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("forbidden", PermissionError_),
        ("html", ContractChanged),
        ("nonsense", CarrierError),
        ("truncated", CarrierError),
        ("empty", ContractChanged),
        ("huge", ContractChanged),
        ("redirect", ContractChanged),
        ("reset", Temporary),
        ("server_error", Temporary),
        ("rate_limited", RateLimited),
    ],
)
def test_every_fault_has_its_kind_of_error(carrier: str, kind: str, expected: type[CarrierError]) -> None:
    with simulated(unit_of(carrier), faults=(Fault(carrier, kind, times=-1),)) as simulator:
        adapter, client = adapter_of(simulator, carrier)
        with pytest.raises(expected) as caught:
            adapter.fetch([wanted_of(unit_of(carrier))])
        client.close()
    assert SECRET not in str(caught.value)
    assert SECRET not in repr(caught.value)


@pytest.mark.parametrize("carrier", ALL)
def test_two_server_errors_are_lived_through(carrier: str) -> None:
    with simulated(unit_of(carrier), faults=(Fault(carrier, "server_error", times=2),)) as simulator:
        assert fetched(simulator, unit_of(carrier)).report.units


@pytest.mark.parametrize("carrier", ALL)
def test_a_compressed_answer_is_read(carrier: str) -> None:
    with simulated(unit_of(carrier), faults=(Fault(carrier, "gzip", times=-1),)) as simulator:
        assert fetched(simulator, unit_of(carrier)).report.units


@pytest.mark.parametrize("carrier", ALL)
def test_a_refused_key_is_an_auth_error(carrier: str) -> None:
    with simulated(unit_of(carrier), faults=(Fault(carrier, "unauthorized", times=-1),)) as simulator:
        adapter, client = adapter_of(simulator, carrier)
        with pytest.raises(AuthError):
            adapter.fetch([wanted_of(unit_of(carrier))])
        client.close()


@pytest.mark.parametrize("carrier", WITH_TOKEN)
def test_a_stale_token_is_renewed_once(carrier: str) -> None:
    with simulated(unit_of(carrier), faults=(Fault(carrier, "stale_token", times=1),)) as simulator:
        # The simulator's fault hits the first call that is not the token's.
        assert fetched(simulator, unit_of(carrier)).report.units
        assert simulator.served.tokens == 2


@pytest.mark.parametrize("carrier", WITH_TOKEN)
def test_a_refused_client_stops_at_the_token(carrier: str) -> None:
    with simulated(unit_of(carrier), faults=(Fault(carrier, "bad_token", times=-1),)) as simulator:
        with pytest.raises(AuthError):
            fetched(simulator, unit_of(carrier))
        assert len(simulator.served.requests) == 1


@pytest.mark.parametrize("carrier", ALL)
def test_the_connection_can_be_tried(carrier: str) -> None:
    with simulated(unit_of(carrier)) as simulator:
        adapter, client = adapter_of(simulator, carrier)
        assert "accepts" in adapter.test()
        client.close()


@pytest.mark.parametrize("carrier", ALL)
def test_keys_are_not_logged(carrier: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with simulated(unit_of(carrier)) as simulator:
        fetched(simulator, unit_of(carrier))
    assert SECRET not in caplog.text
    assert "simulated-token" not in caplog.text


def test_a_batch_with_one_bad_number_keeps_the_good_ones() -> None:
    for carrier in ("fedex", "17track", "aftership", "karrio", "gls", "la_poste", "australia_post"):
        units = [parcel(carrier, "A1234567"), parcel(carrier, "B1234567")]
        with simulated(*units) as simulator:
            adapter, client = adapter_of(simulator, carrier)
            report = adapter.fetch([Wanted("A1234567"), Wanted("NOPE12345"), Wanted("B1234567")]).report
            client.close()
        assert {unit.number for unit in report.units} == {"A1234567", "B1234567"}
        assert [number for number, _ in report.failures] == ["NOPE12345"]


def test_a_reused_number_gives_two_shipments() -> None:
    for carrier in ("dhl", "fedex", "easypost"):
        units = (
            parcel(carrier, unique_id="one", service="express"),
            parcel(carrier, unique_id="two", service="parcel-de"),
        )
        with simulated(*units) as simulator:
            found = fetched(simulator, units[0]).report.units
        assert len(found) == 2
        assert len({unit.unique_id for unit in found}) == 2


def test_ups_counts_all_parcels_of_a_shipment() -> None:
    unit = parcel("ups", "1Z1", pieces=("1Z1", "1Z2", "1Z3"))
    with simulated(unit) as simulator:
        (found,) = fetched(simulator, unit).report.units
    assert found.pieces == ("1Z1", "1Z2", "1Z3")
    assert [part.number for part in found.parts] == ["1Z1", "1Z2", "1Z3"]


@pytest.mark.parametrize("version", ["2.2", "beta", "3.0"])
def test_a_container_is_read_in_every_version_and_over_pages(version: str) -> None:
    simulator = simulated(container(), dcsa_version=version, page_size=3)
    simulator.now = NOW.replace(month=6, day=10)
    with simulator:
        (unit,) = fetched(simulator, container()).report.units
    milestones = [e.milestone for e in unit.events if e.classifier == "actual"]
    assert milestones == [
        Milestone.BOOKED,
        Milestone.PICKED_UP,
        Milestone.ORIGIN_GATE_IN,
        Milestone.LOADED,
        Milestone.DEPARTED,
        Milestone.ARRIVED,
        Milestone.DISCHARGED,
        Milestone.GATE_OUT,
        Milestone.EMPTY_RETURNED,
    ]
    assert [e.status for e in unit.events if e.classifier == "actual"][-1] is Status.DELIVERED
    assert unit.references == (("PO", "PO-10077"),)
    assert [eta.latest[:10] for eta in unit.etas] == ["2026-05-30", "2026-06-02"]
    departed = next(e for e in unit.events if e.milestone is Milestone.DEPARTED)
    assert (departed.vessel_name, departed.place.unlocode) == ("EXAMPLE STAR", "CNNGB")


def test_a_withdrawn_event_is_marked() -> None:
    unit = container()
    events = (*unit.events[:4], replace(unit.events[4], retracted_at="2026-05-05T00:00:00Z"))
    withdrawn = replace(unit, events=events)
    with simulated(withdrawn, dcsa_version="3.0") as simulator:
        (found,) = fetched(simulator, withdrawn).report.units
    assert [e.raw_code for e in found.events if e.retracted] == ["DEPA"]
