"""What carriers' former ETAs teach: how far from the delivery they were, and how many days ahead of it."""

from datetime import date
from typing import Any

from supplychain_app.storage import database, live_etas
from supplychain_app.storage.connection import Database

TODAY = date(2026, 11, 23)
NOON = "2026-11-{:02}T12:00:00Z"


def unit(db: Database, number: int, carrier: str, *etas: tuple[str, int, int], came: int | None, **more: Any) -> None:
    """A unit that was delivered on a day of November; of each ETA: its kind, the day it named, and when it was told."""
    db["shipment"].insert(
        {"id": number, "identity": str(number), "number": "1", "source": "manual", "recorded_at": "2026-11-01"}
    )
    db["tracked_unit"].insert(
        {"id": number, "shipment_id": number, "carrier": carrier, "number": str(number), "recorded_at": "2026-11-01"}
    )
    for kind, day, told in etas:
        db["eta_observation"].insert(
            {"tracked_unit_id": number, "kind": kind, "earliest": NOON.format(day), "latest": NOON.format(day),
             "time_basis": "utc", "source": carrier, "observed_at": NOON.format(told)},
        )  # fmt: skip
    if came is not None:
        for print_, day in (("first", came), ("again", came + 1)):
            db["tracking_event"].insert(
                {"tracked_unit_id": number, "source": carrier, "fingerprint": print_, "classifier": "actual",
                 "occurred_local": NOON.format(day), "time_basis": "utc", "time_precision": "minute",
                 "status": "delivered", "milestone": "delivered", "first_seen_at": NOON.format(day),
                 "last_seen_at": NOON.format(day), **more},
            )  # fmt: skip


def test_each_former_eta_is_measured_against_the_first_delivery(db: Database) -> None:
    with database.writing(db):
        unit(db, 3, "ups", ("delivery", 12, 7), ("delivery", 14, 10), ("delivery", 20, 16), came=15)
        unit(db, 9, "dhl", ("pickup_ready", 8, 6), ("arrival", 8, 6), came=8)
        unit(db, 10, "dhl", ("delivery", 10, 8), came=10)
        unit(db, 11, "gls", ("delivery", 10, 8), came=None)
        unit(db, 12, "gls", ("delivery", 10, 8), came=24)  # after that day
        unit(db, 13, "gls", ("delivery", 10, 8), came=10, retracted_at=NOON.format(11))
    found = live_etas.errors(db, TODAY)
    columns = (found.carrier, found.error, found.ahead, found.count)
    told = {(found.carriers[carrier], *rest) for carrier, *rest in zip(*(one.tolist() for one in columns), strict=True)}
    assert told == {("ups", 3, 5, 1), ("ups", 1, 4, 1), ("dhl", 0, 2, 2)}


def test_where_nothing_was_delivered_no_eta_teaches(db: Database) -> None:
    with database.writing(db):
        unit(db, 11, "gls", ("delivery", 10, 8), came=None)
    assert not len(live_etas.errors(db, TODAY).count)
