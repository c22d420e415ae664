"""Carrier accounts (never their keys), and the calls made: no restart and no second instance resets a quota."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from supplychain_app.domain.shipments import utc_text
from supplychain_app.storage import database
from supplychain_app.storage.connection import Database
from supplychain_app.storage.revisions import SHIPMENTS

NO_FIGURES: frozenset[str] = frozenset()
"""Counting calls changes nothing that figures rest on: they need not be worked out again after each."""


@dataclass(frozen=True, slots=True)
class AccountRow:
    carrier: str
    enabled: bool
    settings: Mapping[str, str]
    last_error: str | None = None
    last_error_at: str | None = None
    last_success_at: str | None = None
    paused_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """When a call may be made; `allowed` is False when the day's or hour's calls are used up until then."""

    at: datetime
    allowed: bool
    calls_today: int


def accounts(db: Database) -> dict[str, AccountRow]:
    rows = db.conn.execute(
        """
        select carrier, enabled, settings, last_error, last_error_at, last_success_at, paused_reason
        from carrier_account
        order by carrier
        """
    )
    return {row[0]: AccountRow(row[0], bool(row[1]), json.loads(row[2]), *row[3:]) for row in rows}


def save_account(db: Database, carrier: str, settings: Mapping[str, str], *, enabled: bool) -> None:
    """Set a carrier's settings; a pause ends, because the user has looked."""
    with database.writing(db, nouns=SHIPMENTS):
        db.conn.execute(
            """
            insert into carrier_account (carrier, enabled, settings) values (?, ?, ?)
            on conflict (carrier) do update set enabled = excluded.enabled, settings = excluded.settings,
              paused_reason = null
            """,
            [carrier, int(enabled), json.dumps(dict(settings), sort_keys=True)],
        )


def remove_account(db: Database, carrier: str) -> None:
    with database.writing(db, nouns=SHIPMENTS):
        db.conn.execute("delete from carrier_account where carrier = ?", [carrier])


def note_result(db: Database, carrier: str, *, now: str, error: str | None = None, paused: bool = False) -> None:
    """Remember a carrier's last success or failure; `paused` stops it until the user acts."""
    with database.writing(db, nouns=SHIPMENTS if error else NO_FIGURES):
        db.conn.execute("insert or ignore into carrier_account (carrier) values (?)", [carrier])
        if error is None:
            sql = "update carrier_account set last_success_at = ?, paused_reason = null where carrier = ?"
            db.conn.execute(sql, [now, carrier])
        else:
            sql = """
                update carrier_account set last_error = ?, last_error_at = ?,
                  paused_reason = case when ? then ? else paused_reason end
                where carrier = ?
                """
            db.conn.execute(sql, [error, now, int(paused), error, carrier])


def reserve(
    db: Database,
    carrier: str,
    now: datetime,
    *,
    seconds_between: float,
    per_day: int | None,
    per_hour: int | None = None,
    patience: timedelta = timedelta(0),
) -> Slot:
    """Take the next free place in the queue of calls, in one transaction, so that two instances never share one.

    Nothing is taken when the place lies further ahead than `patience`, or the day's or hour's calls are used up.
    """
    day = now.astimezone(UTC).date().isoformat()
    hour = now.astimezone(UTC).strftime("%Y-%m-%dT%H")
    with database.writing(db, nouns=NO_FIGURES):
        next_at, not_before = _pace(db, carrier)
        today, this_hour = _calls(db, carrier, day), _calls(db, carrier, hour)
        if per_day is not None and today >= per_day:
            midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
            return Slot(midnight, False, today)
        if per_hour is not None and this_hour >= per_hour:
            following = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
            return Slot(following, False, today)
        if not_before is not None and not_before > now:
            return Slot(not_before, False, today)
        # A clock that was set back must not lock the carrier for years.
        at = max(now, next_at) if next_at and next_at - now < timedelta(days=1) else now
        if at - now > patience:
            return Slot(at, True, today)
        _count(db, carrier, (day, hour) if per_hour is not None else (day,), 1)
        _set_next(db, carrier, at + timedelta(seconds=seconds_between))
        return Slot(at, True, today + 1)


def count_more(db: Database, carrier: str, now: datetime, calls: int, *, seconds_between: float, hourly: bool) -> None:
    """Calls a fetch took beyond its reserved one: further pages, a token; -1 gives back one that was not made."""
    if calls == 0:
        return
    day, hour = now.astimezone(UTC).date().isoformat(), now.astimezone(UTC).strftime("%Y-%m-%dT%H")
    with database.writing(db, nouns=NO_FIGURES):
        _count(db, carrier, (day, hour) if hourly else (day,), calls)
        next_at, _ = _pace(db, carrier)
        _set_next(db, carrier, max(now, next_at or now) + timedelta(seconds=seconds_between * max(calls, 0)))


def hold_until(db: Database, carrier: str, not_before: datetime) -> None:
    """The carrier asked us to wait: nobody calls it before."""
    with database.writing(db, nouns=NO_FIGURES):
        db.conn.execute(
            """
            insert into carrier_pace (carrier, next_call_at, not_before) values (?, ?, ?)
            on conflict (carrier) do update set not_before = excluded.not_before
            """,
            [carrier, utc_text(not_before), utc_text(not_before)],
        )


def calls_on(db: Database, carrier: str, now: datetime) -> int:
    return _calls(db, carrier, now.astimezone(UTC).date().isoformat())


def not_before(db: Database, carrier: str, now: datetime) -> datetime | None:
    held = _pace(db, carrier)[1]
    return held if held and held > now else None


def _pace(db: Database, carrier: str) -> tuple[datetime | None, datetime | None]:
    row = db.conn.execute("select next_call_at, not_before from carrier_pace where carrier = ?", [carrier]).fetchone()
    return (_moment(row[0]), _moment(row[1])) if row else (None, None)


def _calls(db: Database, carrier: str, day: str) -> int:
    row = db.conn.execute("select calls from carrier_calls where carrier = ? and day = ?", [carrier, day]).fetchone()
    return int(row[0]) if row else 0


def _count(db: Database, carrier: str, periods: tuple[str, ...], calls: int) -> None:
    for period in periods:
        db.conn.execute(
            """
            insert into carrier_calls (carrier, day, calls) values (:carrier, :period, max(:calls, 0))
            on conflict (carrier, day) do update set calls = max(calls + :calls, 0)
            """,
            {"carrier": carrier, "period": period, "calls": calls},
        )


def _set_next(db: Database, carrier: str, at: datetime) -> None:
    db.conn.execute(
        """
        insert into carrier_pace (carrier, next_call_at) values (?, ?)
        on conflict (carrier) do update set next_call_at = excluded.next_call_at
        """,
        [carrier, at.astimezone(UTC).isoformat(timespec="milliseconds")],
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
