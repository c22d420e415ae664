"""The same life of a shipment through every carrier, into a real workspace: told twice, late, delivered, refused."""

import logging
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from supplychain_app.carriers.registry import CARRIERS
from supplychain_app.carriers.secrets import SecretStore
from supplychain_app.carriers.simulator import CarrierSimulator, Fault, PlannedEta, PlannedUnit, SimulatorPlan
from supplychain_app.services import tracking
from supplychain_app.storage.connection import Database
from tests.carriers.plans import NOW, PARCELS, SECRET, container, event, parcel
from tests.services.test_tracking import pulled, rows, world

ALL = (*PARCELS, "maersk")
UNDATED = ("gls", "australia_post")  # they tell no date of delivery


def life_of(carrier: str) -> PlannedUnit:
    unit = container(carrier) if carrier == "maersk" else parcel(carrier)
    etas = (*unit.etas, PlannedEta("2026-05-19T00:00:00Z", "2026-06-20", kind=unit.etas[0].kind))
    return replace(unit, etas=etas)


def settings_of(carrier: str) -> dict[str, str]:
    return {"carrier_code": "ups"} if carrier == "shipengine" else {}


@pytest.mark.parametrize("carrier", ALL)
def test_told_twice_nothing_is_added_and_each_eta_is_kept(db: Database, carrier: str) -> None:
    unit = life_of(carrier)
    with world(db, unit, **settings_of(carrier)) as simulator:
        for day in (2, 12, 20):
            result = pulled(db, simulator, NOW.replace(day=day))
            assert not result.failed
        again = pulled(db, simulator, NOW + timedelta(hours=8))
    assert [found.new_events for found in again.shipments] == [0]
    days = [str(row[0])[:10] for row in rows(db, "select latest from eta_observation order by id")]
    if carrier not in UNDATED:
        wanted = [eta.latest for eta in unit.etas]
        assert list(dict.fromkeys(days)) == wanted
        assert days[-1] == "2026-06-20"


@pytest.mark.parametrize("carrier", PARCELS)
def test_delivered_to_a_person_it_is_delivered_and_the_person_is_not_kept(db: Database, carrier: str) -> None:
    plain = parcel(carrier)
    unit = replace(plain, events=(*plain.events, event("05-06", "05-06T10:00:00", "delivered", "delivered")))
    with world(db, unit, **settings_of(carrier)) as simulator:
        (found,) = pulled(db, simulator).shipments
    assert found.status == "delivered"
    assert "Mustermann" not in "".join(db.conn.iterdump())
    assert rows(db, "select count(*) from tracking_event where status = 'delivered'") == [(1,)]


@pytest.mark.parametrize("carrier", ALL)
def test_not_known_yet_and_then_known(db: Database, carrier: str) -> None:
    unit = replace(life_of(carrier), not_found_until="2026-05-20T06:00:00Z")
    with world(db, unit, **settings_of(carrier)) as simulator:
        (missing,) = pulled(db, simulator, NOW - timedelta(days=1)).shipments
        (found,) = pulled(db, simulator, NOW).shipments
    assert (missing.status, bool(missing.error)) == ("not_found", True)
    assert found.status == "in_transit"
    assert found.error is None


@pytest.mark.parametrize("carrier", ALL)
def test_refused_for_now_it_waits_and_the_status_stays(db: Database, carrier: str) -> None:
    fault = Fault(carrier, "rate_limited", times=-1, value="3600", since="2026-05-20T18:00:00Z")
    with world(db, life_of(carrier), faults=(fault,), **settings_of(carrier)) as simulator:
        pulled(db, simulator)
        (refused,) = pulled(db, simulator, NOW + timedelta(hours=8)).shipments
        asked = len(simulator.served.requests)
        (still,) = pulled(db, simulator, NOW + timedelta(hours=8, minutes=30)).shipments
        assert len(simulator.served.requests) == asked
    assert refused.not_before is not None
    assert (refused.status, still.status) == ("in_transit", "in_transit")


@pytest.mark.parametrize("carrier", PARCELS)
def test_an_unknown_step_is_kept_in_its_own_words_and_moves_nothing(db: Database, carrier: str) -> None:
    plain = parcel(carrier)
    odd = event("05-06", "05-06T10:00:00", "unknown", text="Pondered by the hub")
    with world(db, plain, **settings_of(carrier)) as simulator:
        pulled(db, simulator)
        simulator.plan = SimulatorPlan((replace(plain, events=(*plain.events, odd)),))
        (found,) = pulled(db, simulator, NOW + timedelta(hours=8)).shipments
    assert (found.error, found.status) == (None, "in_transit")
    (kept,) = rows(db, "select status, coalesce(raw_code, '') || coalesce(raw_text, '') from tracking_event"
                       " where occurred_local like '2026-05-06%'")  # fmt: skip
    assert kept[0] == "unknown"
    assert kept[1]


@pytest.mark.parametrize("carrier", PARCELS)
def test_trouble_is_told_with_its_kind_and_since_when(db: Database, carrier: str) -> None:
    plain = parcel(carrier)
    held = event("05-06", "05-06T10:00:00", "exception", text="Held: address is incomplete")
    with world(db, replace(plain, events=(*plain.events, held)), **settings_of(carrier)) as simulator:
        (found,) = pulled(db, simulator).shipments
    ((status, kind, since),) = rows(db, "select status, exception_kind, last_event_at from tracked_unit")
    assert str(since).startswith("2026-05-06")
    assert (status, bool(kind)) in (("exception", True), ("in_transit", False))
    assert (found.status, status == "in_transit") in (("exception", False), ("in_transit", True))


@pytest.mark.parametrize("carrier", ALL)
def test_a_key_that_is_refused_twice_pauses_the_carrier(db: Database, carrier: str) -> None:
    fault = Fault(carrier, "unauthorized", times=-1)
    with world(db, life_of(carrier), faults=(fault,), **settings_of(carrier)) as simulator:
        (refused,) = pulled(db, simulator).shipments
        asked = len(simulator.served.requests)
        pulled(db, simulator, NOW + timedelta(hours=8))
        assert len(simulator.served.requests) == asked
    assert "key" in (refused.error or "") or "client" in (refused.error or "")
    assert tracking.carrier_health(db, NOW)[0].paused_reason


@pytest.mark.parametrize("carrier", ALL)
@pytest.mark.parametrize("fault", [None, "unauthorized", "forbidden", "reset", "redirect", "html"])
def test_keys_stay_out_of_file_log_and_result(
    db: Database, workspace: Path, caplog: pytest.LogCaptureFixture, carrier: str, fault: str | None
) -> None:
    caplog.set_level(logging.DEBUG)
    store, unit = SecretStore(), life_of(carrier)
    faults = (Fault(carrier, fault, times=-1),) if fault else ()
    with CarrierSimulator(SimulatorPlan((unit,), faults)) as simulator:
        simulator.now = NOW
        keys = dict.fromkeys(CARRIERS[carrier].secrets, SECRET)
        settings = {"base_url": simulator.base_url(carrier), **settings_of(carrier)}
        tracking.set_account(db, carrier, settings, keys, store=store)
        tracking.add_unit(db, carrier=carrier, number=unit.number, kind=unit.kind, reference=unit.reference or None)
        result = tracking.pull(db, now=NOW, store=store, backoff=0.0)
        assert simulator.served.requests
    db.conn.execute("pragma wal_checkpoint(truncate)")
    kept = workspace.read_bytes()
    assert SECRET.encode() not in kept
    assert b"simulated-token" not in kept
    assert SECRET not in caplog.text + repr(result)
