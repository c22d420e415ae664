"""How fast and how steady tracking is: run with `pytest tests/benchmarks/test_tracking.py`."""

import multiprocessing
import resource
import time
from multiprocessing.connection import Connection
from pathlib import Path

from supplychain_app.carriers.simulator import CarrierSimulator, PlannedUnit, SimulatorPlan
from supplychain_app.services import tracking
from supplychain_app.storage import database
from tests.carriers.plans import NOW, parcel

LATENCY, CONNECTIONS, SHIPMENTS = 0.05, 8, 2000


def serve(pipe: Connection) -> None:
    """A carrier in a process of its own, as a real one is on a machine of its own, until told to stop."""
    simulator = CarrierSimulator(SimulatorPlan(units()), latency=LATENCY)
    simulator.now = NOW
    with simulator:
        pipe.send(simulator.base_url("dhl"))
        pipe.recv()


def units() -> tuple[PlannedUnit, ...]:
    return tuple(parcel("dhl", f"44{number:08d}") for number in range(SHIPMENTS))


def test_a_pull_of_2000_is_near_what_the_connections_allow(tmp_path: Path) -> None:
    db = database.create_file(tmp_path / "w.db")
    ours, theirs = multiprocessing.Pipe()
    carrier = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,))
    carrier.start()
    tracking.set_account(db, "dhl", {"base_url": ours.recv()}, {})
    for unit in units():
        tracking.add_unit(db, carrier="dhl", number=unit.number, added_at=NOW)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    result = tracking.pull(db, now=NOW, connections=CONNECTIONS)
    took = time.perf_counter() - start
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    ours.send("stop")
    carrier.join()
    db.close()
    allowed = SHIPMENTS * LATENCY / CONNECTIONS
    print(
        f"{took:.1f} s, {took / allowed:.2f} of the least possible {allowed:.1f} s; memory grew by {grown / 1e3:.0f} MB"
    )
    assert len(result.shipments) == SHIPMENTS
    assert not result.failed
    assert took < allowed * 1.15, "within 15 % of what the connections allow"
