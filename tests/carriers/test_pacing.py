"""How often a unit is asked for."""

import random
from datetime import timedelta

import pytest

from supplychain_app.carriers.pacing import after_failures, interval, jittered, wait_after_429
from supplychain_app.carriers.registry import CARRIERS, pace_of
from supplychain_app.domain.shipments import Status
from tests.carriers.plans import NOW

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("status", "more", "hours"),
    [
        (Status.NOT_FOUND, {"added_at": NOW - timedelta(hours=3)}, 3),
        (Status.NOT_FOUND, {"added_at": NOW - 3 * DAY}, 12),
        (Status.NOT_FOUND, {"added_at": NOW - 15 * DAY}, None),
        (Status.PRE_TRANSIT, {}, 8),
        (Status.IN_TRANSIT, {"eta": NOW + 5 * DAY}, 6),
        (Status.IN_TRANSIT, {"eta": NOW + DAY}, 3),
        (Status.OUT_FOR_DELIVERY, {}, 0.75),
        (Status.EXCEPTION, {}, 4),
        (Status.IN_TRANSIT, {"ocean": True, "eta": NOW + 20 * DAY}, 12),
        (Status.IN_TRANSIT, {"ocean": True, "eta": NOW + 3 * DAY}, 6),
        (Status.DELIVERED, {}, 24),
        (Status.DELIVERED, {"finished_at": NOW - 2 * DAY}, None),
        (Status.OUT_FOR_DELIVERY, {"shortest_hours": 6.0}, 6),
    ],
)
def test_intervals_by_state(status: Status, more: dict[str, object], hours: float | None) -> None:
    found = interval(status, now=NOW, **{"added_at": NOW, **more})  # type: ignore[arg-type]
    assert found == (timedelta(hours=hours) if hours is not None else None)


def test_dhl_is_asked_ten_times_a_day_at_most_for_one_shipment() -> None:
    shortest = CARRIERS["dhl"].pace.slowest_refresh_hours
    for status in Status:
        wait = interval(status, now=NOW, added_at=NOW, shortest_hours=shortest)
        assert wait is None or wait * 0.9 >= DAY / 10


def test_failures_double_the_wait_up_to_a_day() -> None:
    waits = [after_failures(timedelta(hours=3), streak) for streak in range(6)]
    assert [wait.total_seconds() / 3600 for wait in waits] == [3, 6, 12, 24, 24, 24]
    assert wait_after_429(0) == timedelta(seconds=60)
    assert wait_after_429(99) == timedelta(hours=1)


def test_jitter_stays_within_a_tenth() -> None:
    chance = random.Random(1)
    assert all(
        timedelta(minutes=54) <= jittered(timedelta(hours=1), chance) <= timedelta(minutes=66) for _ in range(99)
    )


def test_a_user_may_lower_a_carriers_limits_but_not_raise_them() -> None:
    assert pace_of("dhl", {}).per_day == 250
    assert pace_of("dhl", {"calls_per_day": "100"}).per_day == 100
    assert pace_of("dhl", {"calls_per_day": "9999", "seconds_between_calls": "0"}).per_day == 250
    assert pace_of("dhl", {"seconds_between_calls": "0"}).seconds_between == 5.0
    assert pace_of("dhl", {"calls_per_day": "many"}).per_day == 250
