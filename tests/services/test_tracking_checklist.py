"""The same life of a shipment through every carrier, into a real workspace: told twice, late, delivered, refused."""

from dataclasses import replace
from datetime import timedelta

import pytest

from supplychain_app.carriers.simulator import Fault, PlannedEta, PlannedUnit
from supplychain_app.storage.connection import Database
from tests.carriers.plans import NOW, PARCELS, container, event, parcel
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
