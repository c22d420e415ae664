"""Writes fetched answers to the right units, one transaction an answer, and says what each one changed."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from supplychain_app.carriers import pacing
from supplychain_app.carriers.base import Fetched, NotFoundYet, Pace, not_known
from supplychain_app.carriers.http import scrubbed
from supplychain_app.carriers.registry import CARRIERS
from supplychain_app.domain.identifiers import carrier_key, normalised
from supplychain_app.domain.shipments import FINISHED, RANK, Status, UnitReport, utc_text
from supplychain_app.language import tr
from supplychain_app.storage import carriers, database, shipments, tracking
from supplychain_app.storage.connection import Database
from supplychain_app.storage.revisions import SHIPMENTS
from supplychain_app.storage.shipments import OrderLink, UnitRow


@dataclass(frozen=True, slots=True)
class PulledUnit:
    """What a pull did for one unit; with an error, when it is tried again."""

    unit_id: int
    carrier: str
    number: str
    status: str
    new_events: int = 0
    eta: str | None = None
    eta_moved: bool = False
    error: str | None = None
    not_before: str | None = None
    was: str | None = None  # the status before an answer; None when there was none

    @property
    def has_moved(self) -> bool:
        return self.was is not None and self.was != self.status


class Writer:
    """The one writer of a pull."""

    def __init__(self, db: Database, chance: random.Random):
        self.db = db
        self.chance = chance
        self.results: list[PulledUnit] = []
        self.links: list[OrderLink] = []
        self.notes: list[str] = []

    def skip(self, unit: UnitRow, why: str, not_before: datetime | None) -> None:
        """Not asked this time; nothing of the unit changes."""
        when = utc_text(not_before) if not_before else None
        self.results.append(
            PulledUnit(unit.id, unit.carrier, unit.number, unit.status, eta=unit.eta, error=why, not_before=when)
        )

    def write(self, source: str, units: Sequence[UnitRow], fetched: Fetched, now: datetime, pace: Pace) -> None:
        """Give each unit its part of an answer; numbers the answer is silent about count as not found."""
        failures = dict(fetched.report.failures)
        with database.writing(self.db, nouns=SHIPMENTS):
            payload_id = None
            for payload in fetched.payloads:
                payload_id = tracking.keep_payload(self.db, source, scrubbed(payload), utc_text(now))
            for unit in units:
                found = _reports_for(unit, fetched.report.units, alone=len(units) == 1)
                if found:
                    self._write_unit(source, unit, found, now=now, payload_id=payload_id, pace=pace)
                else:
                    error = failures.get(unit.number, not_known(source))
                    self._write_failure(unit, error, now, pace)
            carriers.note_result(self.db, source, now=utc_text(now))
        self.notes += fetched.report.notes

    def failed(self, unit: UnitRow, error: Exception, now: datetime, pace: Pace) -> None:
        with database.writing(self.db, nouns=SHIPMENTS):
            self._write_failure(unit, error, now, pace)

    def _write_unit(
        self, source: str, unit: UnitRow, found: list[UnitReport], *, now: datetime, payload_id: int | None, pace: Pace
    ) -> None:
        chosen = self._choose(unit, found, now)
        written = tracking.write_report(self.db, unit.id, source, chosen, now=now, payload_id=payload_id)
        for part in chosen.parts:
            self._write_part(source, unit, chosen, part, now=now, payload_id=payload_id)
        self._plan(unit, written.status, written.eta, now, pace)
        self.links += shipments.offered_orders(self.db, unit.id)
        self.results.append(
            PulledUnit(
                unit.id,
                unit.carrier,
                unit.number,
                written.status.value,
                written.new_events,
                written.eta,
                written.eta_moved,
                was=unit.status.value,
            )
        )

    def _write_part(
        self, source: str, unit: UnitRow, whole: UnitReport, part: UnitReport, *, now: datetime, payload_id: int | None
    ) -> None:
        """A parcel or container of the unit's shipment becomes a unit too, asked for through the one followed."""
        number = normalised(part.number)
        part_id = shipments.unit_id_of(self.db, unit.carrier, number, part.unique_id)
        if part_id is None:
            values = {
                "number": number,
                "source_unique_id": part.unique_id,
                "kind": "parcel" if unit.kind == "parcel" else "container",
                "reference": None if unit.number in whole.pieces else unit.number,
                "service": part.service,
                "recorded_at": utc_text(now),
            }
            part_id = shipments.add_beside(self.db, unit.id, values)
        if part_id != unit.id:
            tracking.write_report(self.db, part_id, source, part, now=now, payload_id=payload_id)

    def _choose(self, unit: UnitRow, found: list[UnitReport], now: datetime) -> UnitReport:
        """Several shipments under one number are never merged: the newest is followed, the others are kept aside."""
        if len(found) == 1:
            return found[0]
        known = [report for report in found if report.unique_id == unit.unique_id]
        newest = known[0] if known else max(found, key=_newest_day)
        kept = shipments.siblings(self.db, unit.carrier, unit.number)
        if not known and newest.unique_id and newest.unique_id not in kept:
            shipments.adopt_unique_id(self.db, unit.id, newest.unique_id)
        for report in found:
            if report is not newest and report.unique_id and report.unique_id not in kept:
                values = {
                    "number": unit.number,
                    "source_unique_id": report.unique_id,
                    "kind": unit.kind,
                    "service": report.service,
                    "status": report.standing.value,
                    "user_status": "stopped",
                    "raw_status": report.raw_status,
                    "recorded_at": utc_text(now),
                }
                shipments.add_beside(self.db, unit.id, values)
        several = tr(
            "{carrier} has {count} shipments under {number}", carrier=unit.carrier, count=len(found), number=unit.number
        )
        self.notes.append(tr("{several}; the newest is followed. Choose in Shipments.", several=several))
        return newest

    def _write_failure(self, unit: UnitRow, error: Exception, now: datetime, pace: Pace) -> None:
        """A failed refresh changes no status; only "not found", of a unit never seen, is one."""
        status, next_at = unit.status, None
        message = str(error)
        if isinstance(error, NotFoundYet):
            if tracking.has_events(self.db, unit.id):
                message = tr("The carrier no longer lists it: its data has aged out. What is known is kept.")
            else:
                if status is not Status.NOT_FOUND:
                    old, status = status, Status.NOT_FOUND
                    tracking.set_status(
                        self.db, unit.id, old, status, why=tr("the carrier does not know it"), now=utc_text(now)
                    )
                gap = pacing.interval(status, now=now, added_at=_moment(unit.recorded_at, now))
                next_at = now + pacing.jittered(gap, self.chance) if gap else None
        else:
            usual = self._interval(unit, status, unit.eta, now, pace) or timedelta(hours=6)
            next_at = now + pacing.jittered(pacing.after_failures(usual / 2, unit.error_streak), self.chance)
        shipments.note_error(self.db, unit.id, message, now=utc_text(now), next_check_at=next_at)
        self.results.append(
            PulledUnit(
                unit.id,
                unit.carrier,
                unit.number,
                status.value,
                eta=unit.eta,
                error=message,
                not_before=utc_text(next_at) if next_at else None,
            )
        )

    def _plan(self, unit: UnitRow, status: Status, eta: str | None, now: datetime, pace: Pace) -> None:
        gap = self._interval(unit, status, eta, now, pace)
        shipments.set_next_check(self.db, unit.id, now + pacing.jittered(gap, self.chance) if gap else None)

    def _interval(self, unit: UnitRow, status: Status, eta: str | None, now: datetime, pace: Pace) -> timedelta | None:
        since = shipments.finished_since(self.db, unit.id) if status in FINISHED else None
        key = carrier_key(unit.carrier)
        return pacing.interval(
            status,
            now=now,
            added_at=_moment(unit.recorded_at, now),
            finished_at=_moment(since, now) if since and unit.status is status else None,
            eta=_moment(eta, now) if eta else None,
            ocean=unit.kind in ("container", "bill_of_lading") or (key in CARRIERS and CARRIERS[key].is_ocean),
            shortest_hours=pace.slowest_refresh_hours,
        )


def _reports_for(unit: UnitRow, reports: Sequence[UnitReport], *, alone: bool) -> list[UnitReport]:
    exact = [report for report in reports if _bare(report.number) == _bare(unit.number)]
    if exact or not alone:
        return exact
    holders = [report for report in reports if unit.number in report.pieces]
    return holders or ([_whole(unit, reports)] if len(reports) > 1 else list(reports))


def _whole(unit: UnitRow, parts: Sequence[UnitReport]) -> UnitReport:
    """A booking or consignment of several units: it stands where the one that is furthest behind stands."""
    return replace(min(parts, key=_progress), number=unit.number, unique_id=unit.unique_id, parts=tuple(parts))


def _progress(report: UnitReport) -> tuple[bool, int]:
    return report.standing in FINISHED, RANK[report.standing]


def _bare(number: str) -> str:
    return "".join(c for c in number.upper() if c.isalnum()).lstrip("0")


def _newest_day(report: UnitReport) -> str:
    return max((event.occurred_local for event in report.events), default="")


def _moment(text: str, default: datetime) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return default
    return found if found.tzinfo else found.replace(tzinfo=UTC)
