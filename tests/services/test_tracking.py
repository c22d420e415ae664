"""Pulling from simulated carriers into a real workspace."""

import json
import logging
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from supplychain_app.carriers import australia_post
from supplychain_app.carriers.base import Fetched, Pace
from supplychain_app.carriers.secrets import SecretStore
from supplychain_app.carriers.simulator import CarrierSimulator, Fault, PlannedUnit, SimulatorPlan
from supplychain_app.domain.errors import AppError, NotFound
from supplychain_app.domain.shipments import Eta, EtaKind, Milestone, Status, TrackingReport, UnitReport
from supplychain_app.services import importing, tracking
from supplychain_app.services.tracking_results import Writer
from supplychain_app.storage import carriers, database, revisions, shipment_list, shipments
from supplychain_app.storage import tracking as tracking_storage
from supplychain_app.storage.connection import Database
from supplychain_app.storage.query import RowQuery
from tests.carriers.plans import NOW, SECRET, container, event, parcel


@contextmanager
def world(
    db: Database, *units: PlannedUnit, faults: tuple[Fault, ...] = (), **settings: str
) -> Iterator[CarrierSimulator]:
    """The simulator with an account for each carrier and every planned unit followed."""
    simulator = CarrierSimulator(SimulatorPlan(units, faults))
    simulator.now = NOW
    with simulator:
        for carrier in dict.fromkeys(unit.carrier for unit in units):
            tracking.set_account(db, carrier, {"base_url": simulator.base_url(carrier), **settings}, {})
        for unit in dict.fromkeys((u.carrier, u.number, u.kind, u.reference) for u in units):
            tracking.add_unit(
                db, carrier=unit[0], number=unit[1], kind=unit[2], reference=unit[3] or None, added_at=NOW
            )
        yield simulator


def pulled(db: Database, simulator: CarrierSimulator, now: datetime = NOW, **more: object) -> tracking.PullResult:
    simulator.now = now
    return tracking.pull(db, now=now, everything=True, backoff=0.0, store=SecretStore(), **more)  # type: ignore[arg-type]


def rows(db: Database, sql: str) -> list[tuple[object, ...]]:
    return db.conn.execute(sql).fetchall()


def test_the_same_answer_twice_adds_nothing(db: Database) -> None:
    with world(db, parcel("dhl"), container()) as simulator:
        first = pulled(db, simulator)
        second = pulled(db, simulator, NOW + timedelta(hours=8))
    assert [unit.new_events > 0 for unit in first.shipments] == [True, True]
    assert [unit.new_events for unit in second.shipments] == [0, 0]
    assert rows(db, "select count(*) from eta_observation") == [(3,)]


def test_an_eta_that_moves_twice_keeps_its_history(db: Database) -> None:
    with world(db, parcel("dhl")) as simulator:
        for day in (2, 5):
            pulled(db, simulator, NOW.replace(day=day))
    assert rows(db, "select latest from eta_observation order by id") == [("2026-05-06",), ("2026-05-08",)]


def test_a_container_that_was_unloaded_is_not_expected_at_the_port_any_more(db: Database) -> None:
    with world(db, container()) as simulator:
        etas = []
        for month, day in ((5, 20), (6, 4), (6, 6)):  # at sea, unloaded, gone
            pulled(db, simulator, NOW.replace(month=month, day=day))
            etas += rows(db, "select substr(eta, 1, 10) from tracked_unit")
    assert etas == [("2026-06-02",), (None,), (None,)]


def test_a_failed_refresh_never_changes_a_status(db: Database) -> None:
    faults = tuple(Fault("dhl", kind, since="2026-05-21T00:00:00Z", times=-1) for kind in ("server_error",))
    with world(db, parcel("dhl"), faults=faults) as simulator:
        pulled(db, simulator)
        result = pulled(db, simulator, NOW + timedelta(days=2))
    assert result.failed
    assert rows(db, "select status, error_streak, last_error is not null from tracked_unit") == [("in_transit", 1, 1)]
    assert rows(db, "select count(*) from status_change") == [(1,)]


def test_a_number_that_ages_out_keeps_its_status_and_is_asked_no_more(db: Database) -> None:
    with world(db, parcel("dhl")) as simulator:
        pulled(db, simulator)
        simulator.plan = SimulatorPlan()
        result = pulled(db, simulator, NOW + timedelta(days=100))
    assert "aged out" in (result.shipments[0].error or "")
    assert rows(db, "select status, next_check_at from tracked_unit") == [("in_transit", None)]


def test_delivered_is_asked_once_more_and_then_never(db: Database) -> None:
    unit = parcel("dhl")
    unit = replace(unit, events=(*unit.events, event("05-05", "05-05T10:00:00", "delivered", "delivered")))
    with world(db, unit) as simulator:
        pulled(db, simulator)
        later = NOW + timedelta(hours=30)
        simulator.now = later
        assert len(tracking.pull(db, now=later, backoff=0.0).shipments) == 1
        assert rows(db, "select next_check_at from tracked_unit") == [(None,)]
        assert not tracking.pull(db, now=later + timedelta(days=9)).shipments


def test_a_daily_quota_survives_a_restart_and_a_second_instance(db: Database, workspace: Path) -> None:
    units = [parcel("dhl", f"441122334{n}") for n in range(5)]
    with world(db, *units, calls_per_day="3") as simulator:
        result = pulled(db, simulator)
        assert len([unit for unit in result.shipments if unit.error is None]) == 3
        again = database.connect(workspace)
        assert all(unit.error for unit in pulled(again, simulator, NOW + timedelta(hours=3)).shipments)
        again.close()
        assert len(simulator.served.requests) == 3
        health = tracking.carrier_health(db, NOW)[0]
        assert (health.carrier, health.calls_today, health.daily_limit, health.calls_left) == ("dhl", 3, 3, 0)
        tomorrow = pulled(db, simulator, NOW + timedelta(days=1))
        assert len([unit for unit in tomorrow.shipments if unit.error is None]) == 3


def test_two_instances_never_share_a_place(db: Database, workspace: Path) -> None:
    other = database.connect(workspace)
    slots = [
        carriers.reserve(one, "dhl", NOW, seconds_between=5.0, per_day=None, patience=timedelta(minutes=5)).at
        for one in (db, other, db, other)
    ]
    other.close()
    assert [(slot - NOW).total_seconds() for slot in slots] == [0, 5, 10, 15]


def test_a_429_holds_the_carrier_until_its_time(db: Database) -> None:
    fault = Fault("dhl", "rate_limited", value="600")
    with world(db, parcel("dhl"), parcel("dhl", "5511223344"), faults=(fault,)) as simulator:
        result = pulled(db, simulator, connections=1)
        assert all(unit.error and unit.not_before for unit in result.shipments)
        assert len(simulator.served.requests) == 1
        soon = pulled(db, simulator, NOW + timedelta(minutes=5))
        assert len(simulator.served.requests) == 1
        assert soon.failed
        assert not pulled(db, simulator, NOW + timedelta(minutes=15)).failed


def test_a_refused_key_pauses_its_carrier_and_no_other(db: Database) -> None:
    fault = Fault("dhl", "unauthorized", times=-1)
    with world(db, parcel("dhl"), parcel("ups"), faults=(fault,)) as simulator:
        result = pulled(db, simulator)
        assert {unit.carrier: unit.error is None for unit in result.shipments} == {"dhl": False, "ups": True}
        asked = len(simulator.served.requests)
        assert pulled(db, simulator, NOW + timedelta(hours=9)).problems
        assert not [r for r in list(simulator.served.requests)[asked:] if r.carrier == "dhl"]


def test_only_calls_that_were_made_are_counted_when_a_carrier_refuses(db: Database) -> None:
    units = [parcel("dhl", f"44112233{n:02d}") for n in range(20)]
    fault = Fault("dhl", "unauthorized", times=-1)
    with world(db, *units, faults=(fault,)) as simulator:
        assert len(pulled(db, simulator, connections=2).failed) == 20
        asked = len(simulator.served.requests)
    assert asked < 20
    health = next(one for one in tracking.carrier_health(db, NOW) if one.carrier == "dhl")
    assert health.calls_today == asked


def test_one_bad_number_does_not_fail_its_batch(db: Database) -> None:
    with world(db, parcel("fedex"), parcel("fedex", "700000000004")) as simulator:
        tracking.add_unit(db, carrier="fedex", number="999999999999")
        result = pulled(db, simulator)
    assert sorted((unit.number, unit.status) for unit in result.shipments) == [
        ("4411223344", "in_transit"),
        ("700000000004", "in_transit"),
        ("999999999999", "not_found"),
    ]


def test_shipments_under_one_number_are_never_merged(db: Database) -> None:
    newer = replace(parcel("fedex", unique_id="new"), events=(event("05-10", "05-10T10:00:00", "in_transit"),))
    with world(db, parcel("fedex", unique_id="old"), newer) as simulator:
        result = pulled(db, simulator)
    assert any("2 shipments" in problem for problem in result.problems)
    found = rows(db, "select source_unique_id, user_status from tracked_unit order by id")
    assert found == [("new", None), ("old", "stopped")]
    assert rows(db, "select count(*) from tracking_event") == [(1,)]


def test_the_users_word_wins_and_can_be_undone(db: Database) -> None:
    with world(db, parcel("dhl")) as simulator:
        edit = tracking.set_user_status(db, 1, "lost")
        assert not pulled(db, simulator).shipments
        edit.undo(db)
        assert len(pulled(db, simulator).shipments) == 1


def test_a_manual_refresh_is_refused_within_a_minute(db: Database) -> None:
    with world(db, parcel("dhl")) as simulator:
        pulled(db, simulator)
        result = tracking.pull(db, unit_ids=[1], now=NOW + timedelta(seconds=30))
        assert "minute" in (result.shipments[0].error or "")
        assert len(simulator.served.requests) == 1


def test_cancelling_keeps_what_is_done(db: Database) -> None:
    units = [parcel("dhl", f"44112233{n:02d}") for n in range(20)]
    with world(db, *units) as simulator:
        asked = iter([False] * 3 + [True] * 1000)
        result = pulled(db, simulator, cancelled=lambda: next(asked), connections=2)
    assert result.cancelled
    assert 0 < len(result.shipments) < 20
    assert rows(db, "select count(*) from tracked_unit where status = 'in_transit'") == [(len(result.shipments),)]


def test_orders_named_in_an_answer_are_offered(db: Database) -> None:
    db.conn.execute("insert into purchase_order (number, recorded_at) values ('10077', '2026-01-01T00:00:00Z')")
    db.conn.commit()
    with world(db, parcel("dhl")) as simulator:
        (link,) = pulled(db, simulator).links
    assert link.purchase_order == "10077"


def test_events_by_hand_and_from_files(db: Database, tmp_path: Path) -> None:
    unit_id = tracking.add_unit(db, carrier="Forwarder Ltd", number="106141412345678908")
    told = {"occurred_local": "2026-05-04 14:30", "milestone": Milestone.DEPARTED, "place": "Ningbo", "now": NOW}
    assert tracking.record_event(db, unit_id, **told)  # type: ignore[arg-type]
    assert not tracking.record_event(db, unit_id, **told)  # type: ignore[arg-type]
    file = tmp_path / "events.json"
    document = {
        "type": "ObjectEvent",
        "eventTime": "2026-05-09T02:10:00Z",
        "eventTimeZoneOffset": "+08:00",
        "epcList": ["urn:epc:id:sscc:0614141.1234567890", "urn:epc:id:sscc:0614141.9999999999"],
        "bizStep": "arriving",
    }
    file.write_text(json.dumps([document]))
    found = tracking.record_events_file(db, file, now=NOW)
    assert (found.units, found.new_events, len(found.unknown)) == (1, 1, 1)
    assert rows(db, "select occurred_local, milestone from tracking_event order by id") == [
        ("2026-05-04T14:30:00", "departed"),
        ("2026-05-09T10:10:00", "arrived"),
    ]
    file.write_text("no json")
    with pytest.raises(AppError):
        tracking.record_events_file(db, file, now=NOW)


def test_secrets_stay_out_of_file_log_and_result(
    db: Database, workspace: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    store = SecretStore()
    faults = (Fault("dhl", "unauthorized", times=-1),)
    with CarrierSimulator(SimulatorPlan((parcel("dhl"), parcel("ups")), faults)) as simulator:
        tracking.set_account(db, "dhl", {"base_url": simulator.base_url("dhl")}, {"api_key": SECRET}, store=store)
        secrets = {"client_id": "me-and-me", "client_secret": SECRET}
        where = tracking.set_account(db, "ups", {"base_url": simulator.base_url("ups")}, secrets, store=store)
        assert "until the program ends" in where
        for carrier in ("dhl", "ups"):
            tracking.add_unit(db, carrier=carrier, number="4411223344")
        result = tracking.pull(db, now=NOW, store=store, backoff=0.0)
        assert any(r.headers.get("dhl-api-key") == SECRET for r in simulator.served.requests)
    db.conn.execute("pragma wal_checkpoint(truncate)")
    assert SECRET.encode() not in workspace.read_bytes()
    assert SECRET not in caplog.text
    assert SECRET not in repr(result)
    assert "Mustermann" not in workspace.read_bytes().decode("latin-1")
    with pytest.raises(AppError):
        tracking.set_account(db, "dhl", {"api_key": SECRET}, {}, store=store)


def test_the_articles_of_a_consignment_become_units_that_come_with_its_answer(db: Database) -> None:
    unit = parcel("australia_post", "7XX", pieces=("7XX1", "7XX2", "7XX3"))
    with world(db, unit) as simulator:
        pulled(db, simulator)
        asked = len(simulator.served.requests)
        again = pulled(db, simulator, NOW + timedelta(hours=8))
        assert len(simulator.served.requests) == asked + 1
    assert [found.number for found in again.shipments] == ["7XX"]
    assert rows(db, "select number, status from tracked_unit order by id") == [
        ("7XX", "in_transit"),
        ("7XX1", "in_transit"),
        ("7XX2", "in_transit"),
        ("7XX3", "in_transit"),
    ]
    assert rows(db, "select count(distinct shipment_id) from tracked_unit") == [(1,)]
    counted = RowQuery(shipment_list.UNITS, ("units",), parameters={"today": "2026-05-20"})
    assert set(counted.rows(db, counted.ids(db)).values()) == {("0 of 3",)}


def test_a_consignment_is_delivered_only_when_all_of_it_is(db: Database) -> None:
    def article(name: str, status: str) -> dict[str, object]:
        return {"article_id": name, "status": status}

    def answer(*statuses: str) -> Fetched:
        items = [article(f"7XX{n}", status) for n, status in enumerate(statuses)]
        body = {"tracking_results": [{"tracking_id": "7XX", "trackable_items": [{"items": items}]}]}
        return Fetched(australia_post.parse(body), (body,))

    unit_id = tracking.add_unit(db, carrier="australia_post", number="7XX", added_at=NOW)
    writer = Writer(db, random.Random(1))
    seen = []
    for statuses in (("Delivered", "In transit"), ("Delivered", "Delivered")):
        writer.write("australia_post", [shipments.unit(db, unit_id)], answer(*statuses), NOW, Pace())
        seen.append(shipments.unit(db, unit_id).status)
    assert seen == [Status.IN_TRANSIT, Status.DELIVERED]


def test_one_token_serves_several_pulls_until_keys_change(db: Database) -> None:
    with world(db, parcel("ups")) as simulator:
        pulled(db, simulator)
        pulled(db, simulator, NOW + timedelta(hours=1))
        assert simulator.served.tokens == 1
        tracking.set_account(db, "ups", {"base_url": simulator.base_url("ups")}, {})
        pulled(db, simulator, NOW + timedelta(hours=2))
        assert simulator.served.tokens == 2
    stored = "".join(str(row) for row in rows(db, "select * from carrier_account"))
    assert "simulated-token" not in stored


def test_several_units_are_marked_in_one_step(db: Database) -> None:
    units = [tracking.add_unit(db, carrier="dhl", number=number) for number in ("4411223344", "4411223355")]
    watching = tracking.watch(db, units, watched=True)
    lost = tracking.set_user_status(db, units, "lost")
    assert (watching.what, lost.what) == ("Watched: 2\u00a0shipments", "2\u00a0shipments: lost")
    assert len(shipments.watched(db, units)) == 2
    lost.undo(db)
    watching.undo(db)
    assert rows(db, "select watched, user_status from tracked_unit") == [(0, None), (0, None)]


def test_a_watched_unit_says_that_its_status_changed(db: Database) -> None:
    unit = parcel("dhl", events=(*parcel("dhl").events, event("05-21", "05-21T09:00:00", "delivered")))
    with world(db, unit) as simulator:
        (first,) = pulled(db, simulator).shipments
        edit = tracking.watch(db, first.unit_id, watched=True)
        (second,) = pulled(db, simulator, NOW + timedelta(hours=8)).shipments
        (third,) = pulled(db, simulator, NOW + timedelta(days=2)).shipments
    assert [found.has_moved for found in (first, second, third)] == [True, False, True]
    assert [row.number for row in shipments.watched(db, [first.unit_id])] == ["4411223344"]
    edit.undo(db)
    assert shipments.watched(db, [first.unit_id]) == []


def test_orders_that_an_answer_names_are_offered_until_they_are_linked(db: Database, tmp_path: Path) -> None:
    export = tmp_path / "open_orders.csv"
    export.write_text(
        "PO,Line,Vendor No,Vendor Name,Material,Description,Quantity,Open Qty,Unit Price,Order Date,Delivery Date\n"
        "PO-10077,10,100,Kessler Guss,R1,Housing DN80,100,100,12.50,2026-04-01,2026-05-13\n",
        encoding="utf-8",
    )
    importing.import_file(db, export, received_at=NOW)
    with world(db, parcel("dhl")) as simulator:
        result = pulled(db, simulator)
    (offered,) = shipments.offered_orders(db, result.shipments[0].unit_id)
    assert result.links == (offered,)
    assert offered.purchase_order == "PO-10077"
    linked = tracking.link_order(db, offered.unit_id, offered.order_id)
    assert linked.what == "1\u00a0line linked to 4411223344"
    assert shipments.offered_orders(db, offered.unit_id) == []
    with pytest.raises(NotFound):
        tracking.link_order(db, offered.unit_id, offered.order_id)
    linked.undo(db)
    assert shipments.offered_orders(db, offered.unit_id) == [offered]


def test_an_aggregator_that_forgot_a_number_does_not_make_it_unknown(db: Database) -> None:
    with world(db, parcel("17track")) as simulator:
        (first,) = pulled(db, simulator).shipments
    writer = Writer(db, random.Random(1))
    for status in (Status.NOT_FOUND, Status.EXPIRED):
        report = UnitReport(first.number, status=status)
        writer.write("17track", [shipments.unit(db, first.unit_id)], Fetched(TrackingReport((report,))), NOW, Pace())
        assert shipments.unit(db, first.unit_id).status is Status.IN_TRANSIT


def test_counting_calls_leaves_the_figures_of_orders_alone(db: Database) -> None:
    with world(db, parcel("dhl")) as simulator:
        before = revisions.numbers(db, {"orders"}), revisions.numbers(db, {"shipments"})
        pulled(db, simulator)
        after = revisions.numbers(db, {"orders"}), revisions.numbers(db, {"shipments"})
    assert before[0] == after[0]
    assert before[1] != after[1]


def test_drift_goes_by_when_the_carrier_said_it_and_by_one_kind_of_eta(db: Database) -> None:
    unit = tracking.add_unit(db, carrier="hapag-lloyd", number="NHLU4217730", kind="container", added_at=NOW)

    def told(kind: EtaKind, day: str, said: str | None) -> Eta:
        return Eta(kind, day, day, created_utc=said)

    report = UnitReport(
        number="NHLU4217730",
        etas=(
            told(EtaKind.PORT_ARRIVAL, "2026-06-04", "2026-05-03T08:00:00Z"),
            told(EtaKind.PORT_ARRIVAL, "2026-06-01", "2026-04-20T08:00:00Z"),
            told(EtaKind.PORT_DEPARTURE, "2026-05-01", "2026-04-20T08:00:00Z"),
            told(EtaKind.PORT_ARRIVAL, "2026-06-06", "2026-05-04T08:00:00Z"),
        ),
    )
    with database.writing(db):
        tracking_storage.write_report(db, unit, "hapag-lloyd", report, now=NOW)
    assert _drift(db, unit) == [
        ("2026-04-20", "2026-06-01"),
        ("2026-05-03", "2026-06-04"),
        ("2026-05-04", "2026-06-06"),
    ]
    assert _listed(db, "first_eta", "eta") == ["2026-06-01", "2026-06-06"]

    delivery = UnitReport(number="NHLU4217730", etas=(told(EtaKind.DELIVERY, "2026-06-12", None),))
    with database.writing(db):
        tracking_storage.write_report(db, unit, "hapag-lloyd", delivery, now=NOW)
    assert _listed(db, "first_eta", "eta") == ["2026-06-12", "2026-06-12"], "a delivery is no later port arrival"
    assert [eta for _, eta in _drift(db, unit)] == ["2026-06-12"]


def _drift(db: Database, unit: int) -> list[tuple[str, str]]:
    story = shipment_list.story(db, unit)
    assert story is not None
    return [(on.isoformat(), eta.isoformat()) for on, eta in story.drift.observations]


def _listed(db: Database, *columns: str) -> list[object]:
    query = RowQuery(shipment_list.UNITS, columns)
    (row,) = query.rows(db, query.ids(db)).values()
    return list(row)
