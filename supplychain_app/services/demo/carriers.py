"""Keeps the demo's carriers answering while its workspace is open: the simulator on loopback, in the demo's time."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from supplychain_app.carriers.simulator import CarrierSimulator, SimulatorPlan
from supplychain_app.domain.errors import FileError
from supplychain_app.services import tracking
from supplychain_app.services.demo import SETTING, day_of, transport
from supplychain_app.storage import database, worklist
from supplychain_app.storage.connection import Database

CARRIERS = ("dhl", *transport.OCEAN_CARRIERS)
OPENED_AT = time(8, 30)


@contextmanager
def answering(path: Path | None) -> Iterator[CarrierSimulator | None]:
    """Serve the carriers of the demo at `path`, if it is one and its plan is still there; else do nothing."""
    plan = _plan(path) if path is not None else None
    day = day_of(path) if path is not None else None
    if path is None or plan is None or day is None:
        yield None
        return
    started = datetime.now(UTC)
    opened = datetime.combine(day, OPENED_AT, tzinfo=UTC)

    def clock() -> datetime:
        passed: timedelta = datetime.now(UTC) - started
        return opened + passed

    with CarrierSimulator(plan, clock) as simulator:
        db = database.open_file(path)
        try:
            connect(db, simulator)
        finally:
            db.close()
        yield simulator


def connect(db: Database, simulator: CarrierSimulator) -> None:
    """Point the workspace's carrier accounts at the simulator; it takes any key, so none is kept."""
    for carrier in CARRIERS:
        tracking.set_account(db, carrier, {"base_url": simulator.base_url(carrier)}, {})


def _plan(path: Path) -> SimulatorPlan | None:
    if day_of(path) is None:
        return None
    db = database.connect(path, read_only=True)
    try:
        told = json.loads(worklist.setting(db, SETTING) or "{}")
    finally:
        db.close()
    try:
        return SimulatorPlan.from_json(Path(told["plan"]))
    except (FileError, KeyError):
        return None
