"""When to ask again: by the state of the unit, the nearness of its dates, and how often it failed."""

import random
from datetime import datetime, timedelta

from supplychain_app.domain.shipments import FINISHED, Status

NOT_FOUND_SOON = timedelta(hours=48)
NOT_FOUND_UNTIL = timedelta(days=14)
LONGEST_STREAK = timedelta(hours=24)
MANUAL_APART = timedelta(seconds=60)

_HOURS = {
    Status.UNKNOWN: 6.0,
    Status.PRE_TRANSIT: 8.0,
    Status.IN_TRANSIT: 6.0,
    Status.OUT_FOR_DELIVERY: 0.75,
    Status.READY_FOR_PICKUP: 3.0,
    Status.DELIVERY_ATTEMPTED: 3.0,
    Status.EXCEPTION: 4.0,
    Status.RETURNING: 6.0,
    Status.EXPIRED: 24.0,
}


def interval(
    status: Status,
    *,
    now: datetime,
    added_at: datetime,
    finished_at: datetime | None = None,
    eta: datetime | None = None,
    ocean: bool = False,
    shortest_hours: float = 0.0,
) -> timedelta | None:
    """How long to wait before asking again; None: never."""
    if status in FINISHED:
        # Once more after a day, for corrections and the proof of delivery; then never.
        return timedelta(hours=24) if finished_at is None or now - finished_at < timedelta(hours=24) else None
    if status is Status.NOT_FOUND:
        age = now - added_at
        if age >= NOT_FOUND_UNTIL:
            return None
        return timedelta(hours=max(3.0 if age < NOT_FOUND_SOON else 12.0, shortest_hours))
    hours = _HOURS.get(status, 6.0)
    if ocean and status in (Status.IN_TRANSIT, Status.PRE_TRANSIT, Status.UNKNOWN):
        near = eta is not None and eta - now <= timedelta(days=5)
        hours = 6.0 if near else 12.0
    elif status is Status.IN_TRANSIT and eta is not None and eta - now <= timedelta(days=2):
        hours = 3.0
    return timedelta(hours=max(hours, shortest_hours))


def after_failures(usual: timedelta, streak: int) -> timedelta:
    """Doubles with each failure in a row, up to a day."""
    return min(usual * int(2 ** min(streak, 10)), max(LONGEST_STREAK, usual))


def wait_after_429(count: int, *, minimum: float = 60.0) -> timedelta:
    """Without a Retry-After: a minute, doubled with each refusal, an hour at most.

    >>> wait_after_429(0), wait_after_429(9)
    (datetime.timedelta(seconds=60), datetime.timedelta(seconds=3600))
    """
    return timedelta(seconds=max(minimum, min(60.0 * 2 ** min(count, 10), 3600.0)))


def jittered(wait: timedelta, chance: random.Random) -> timedelta:
    """A wait spread by a tenth either way, so that units do not come due together."""
    return wait * chance.uniform(0.9, 1.1)
