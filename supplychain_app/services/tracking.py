"""Follows shipments: asks carriers for what is due, politely and in parallel, and writes what they answer."""

import random
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from supplychain_app.carriers import pacing, registry
from supplychain_app.carriers.base import (
    Adapter,
    AuthError,
    ConfigError,
    ContractChanged,
    Fetched,
    InvalidNumber,
    NotFoundYet,
    Pace,
    RateLimited,
    Temporary,
    Wanted,
)
from supplychain_app.carriers.http import HttpClient, redact
from supplychain_app.carriers.oauth import KEPT, TokenCache
from supplychain_app.carriers.registry import CARRIERS, Account
from supplychain_app.carriers.secrets import SESSION, SecretStore
from supplychain_app.domain.errors import CarrierError
from supplychain_app.domain.identifiers import carrier_key
from supplychain_app.domain.progress import IsCancelled, Report, never, silent
from supplychain_app.domain.shipments import utc_text
from supplychain_app.language import tr
from supplychain_app.services.tracking_accounts import (
    CarrierHealth,
    account_of,
    accounts,
    askable,
    carrier_health,
    pause,
    remove_account,
    set_account,
    test_connection,
)
from supplychain_app.services.tracking_by_hand import (
    add_unit,
    link_order,
    record_event,
    record_events_file,
    set_details,
    set_user_status,
    watch,
)
from supplychain_app.services.tracking_results import PulledUnit, Writer
from supplychain_app.storage import carriers, database, shipments
from supplychain_app.storage.connection import Database
from supplychain_app.storage.revisions import SHIPMENTS
from supplychain_app.storage.shipments import OrderLink, UnitRow

__all__ = [
    "CarrierHealth",
    "PullResult",
    "PulledUnit",
    "accounts",
    "add_unit",
    "carrier_health",
    "link_order",
    "pause",
    "pull",
    "record_event",
    "record_events_file",
    "remove_account",
    "set_account",
    "set_details",
    "set_user_status",
    "test_connection",
    "watch",
]

PATIENCE = timedelta(seconds=15)
"""How long a pull waits for one carrier's next free place before it leaves the rest for later."""

FAILURES_IN_A_ROW = 4
"""After so many a carrier is left alone for this pull: it is down, and each try may take minutes."""


@dataclass(frozen=True)
class PullResult:
    """What a pull brought; `problems` are sentences, `links` orders that answers named."""

    shipments: tuple[PulledUnit, ...] = ()
    problems: tuple[str, ...] = ()
    links: tuple[OrderLink, ...] = ()
    cancelled: bool = False

    @property
    def failed(self) -> tuple[PulledUnit, ...]:
        return tuple(unit for unit in self.shipments if unit.error)

    @property
    def touched(self) -> frozenset[str]:
        return frozenset({"shipment", "carrier"}) if self.shipments else frozenset({"carrier"})


_Connection = tuple[Adapter, HttpClient]


@dataclass
class _Queue:
    """The units of one carrier that wait to be asked for."""

    carrier: str
    account: Account
    pace: Pace
    waiting: list[list[UnitRow]]
    running: int = 0
    next_at: datetime | None = None
    failures: int = 0
    clients: list[_Connection] = field(default_factory=list)
    idle: list[_Connection] = field(default_factory=list)
    refusal: CarrierError | None = None  # once it refuses us or is down, calls that wait in the pool are not made

    def fetch(self, adapter: Adapter, wanted: Sequence[Wanted]) -> Fetched:
        """Ask the carrier, from a thread of the pool."""
        if self.refusal is not None:
            raise self.refusal
        try:
            return adapter.fetch(wanted)
        except (AuthError, ConfigError, RateLimited) as error:
            self.refusal = error
            raise


_Place = tuple[_Queue, list[UnitRow], _Connection]
_Running = dict[Future[Fetched], _Place]
_Answer = tuple[_Queue, list[UnitRow], Future[Fetched], int]


def pull(
    db: Database,
    *,
    carrier: str | None = None,
    unit_ids: Iterable[int] | None = None,
    everything: bool = False,
    now: datetime,
    report: Report = silent,
    cancelled: IsCancelled = never,
    store: SecretStore = SESSION,
    tokens: TokenCache | None = None,
    connections: int = 8,
    patience: timedelta = PATIENCE,
    backoff: float = 0.8,
    chance: random.Random | None = None,
) -> PullResult:
    """Fetch what is due (or the units named, or everything under way), within each carrier's limits.

    Answers are fetched by a bounded pool outside any transaction and written here as they come; cancelling keeps what
    is done. A carrier that cannot be asked, or that says no, never stops the others.
    """
    chosen = shipments.units(db, unit_ids) if unit_ids is not None else shipments.due(db, now, everything=everything)
    if carrier is not None:
        wanted = carrier_key(carrier)
        chosen = [unit for unit in chosen if carrier_key(unit.carrier) == wanted]
    run = _Run(db, now, store, tokens or KEPT, patience, backoff, chance or random.Random())
    run.prepare(chosen, by_hand=unit_ids is not None)
    return run.work(connections, report, cancelled)


class _Run:
    """One pull: queues by carrier, a pool that fetches, one writer."""

    def __init__(
        self,
        db: Database,
        now: datetime,
        store: SecretStore,
        tokens: TokenCache,
        patience: timedelta,
        backoff: float,
        chance: random.Random,
    ):
        self.db = db
        self.started = now.astimezone(UTC)
        self._clock = time.monotonic()
        self.store = store
        self.tokens = tokens
        self.patience = patience
        self.backoff = backoff
        self.queues: dict[str, _Queue] = {}
        self.writer = Writer(db, chance)
        self.problems: list[str] = []
        self.total = 0

    def now(self) -> datetime:
        return self.started + timedelta(seconds=time.monotonic() - self._clock)

    def prepare(self, chosen: Sequence[UnitRow], *, by_hand: bool) -> None:
        """Sort units into queues; what cannot be asked is said once, not tried."""
        by_carrier: dict[str, list[UnitRow]] = {}
        for unit in chosen:
            if by_hand and _asked_just_now(unit, self.started):
                later = self.started + pacing.MANUAL_APART
                self.writer.skip(unit, tr("It was asked less than a minute ago. Try again in a minute."), later)
                continue
            by_carrier.setdefault(carrier_key(unit.carrier), []).append(unit)
        for key, units in by_carrier.items():
            via, trouble = askable(self.db, key, self.store)
            if via is None:
                self.problems.append(
                    tr(
                        "{count} shipments with {carrier} were not asked: {trouble}",
                        count=len(units),
                        carrier=units[0].carrier,
                        trouble=trouble,
                    )
                )
                if by_hand:
                    for unit in units:
                        self.writer.skip(unit, trouble, None)
                continue
            self._enqueue(via, units)

    def _enqueue(self, via: str, units: list[UnitRow]) -> None:
        queue = self.queues.get(via)
        if queue is None:
            account = account_of(self.db, via, self.store, now=self.now, backoff=self.backoff)
            queue = self.queues[via] = _Queue(via, account, registry.pace_of(via, account.settings), [])
        size = queue.pace.batch
        queue.waiting += [units[start : start + size] for start in range(0, len(units), size)]
        self.total += len(units)

    def work(self, connections: int, report: Report, cancelled: IsCancelled) -> PullResult:
        running: _Running = {}
        answers: list[_Answer] = []
        stopped = False
        try:
            with ThreadPoolExecutor(max_workers=max(connections, 1), thread_name_prefix="carrier") as pool:
                while True:
                    stopped = stopped or cancelled()
                    with database.writing(self.db, nouns=carriers.NO_FIGURES):  # each write names what it changes
                        for queue, units, future, calls in answers:
                            self._finish(queue, units, future, calls)
                        places = [] if stopped else self._places(len(running), connections)
                    for queue, units, connection in places:
                        wanted = [_wanted(unit, queue.carrier) for unit in units]
                        running[pool.submit(queue.fetch, connection[0], wanted)] = (queue, units, connection)
                    if answers:
                        report(len(self.writer.results), self.total, f"{units[0].carrier} {units[0].number}")
                    if not running and (stopped or not any(queue.waiting for queue in self.queues.values())):
                        break
                    answers = [self._taken(running, future) for future in self._wait(running)]
        finally:
            for queue in self.queues.values():
                for _, client in queue.clients:
                    client.close()
        return PullResult(
            tuple(self.writer.results),
            tuple(dict.fromkeys(self.problems + self.writer.notes)),
            tuple(self.writer.links),
            stopped,
        )

    def _places(self, running: int, connections: int) -> list[_Place]:
        """The calls that may be made now, each counted before it goes out."""
        places: list[_Place] = []
        for queue in self.queues.values():
            # Where the pool is the narrowest place, its threads find their next number waiting.
            ahead = connections if queue.pace.connections >= connections else 0
            while (
                queue.waiting
                and running + len(places) < connections + ahead
                and queue.running < queue.pace.connections + ahead
            ):
                if queue.next_at is not None and queue.next_at > self.now():
                    break
                queue.next_at = None
                try:
                    connection = queue.idle.pop() if queue.idle else self._connect(queue)
                except ConfigError as error:
                    self._give_up(queue, error)
                    break
                if not self._reserve(queue):
                    queue.idle.append(connection)
                    break
                places.append((queue, queue.waiting.pop(0), connection))
                queue.running += 1
        return places

    def _reserve(self, queue: _Queue) -> bool:
        """Whether the carrier may be called now; if not, the queue waits for its place, or is left for later."""
        slot = carriers.reserve(
            self.db,
            queue.carrier,
            self.now(),
            seconds_between=queue.pace.seconds_between,
            per_day=queue.pace.per_day,
            per_hour=queue.pace.per_hour,
        )
        if not slot.allowed or slot.at - self.now() > self.patience:
            self._defer(queue, slot.at, slot.allowed)
            return False
        if slot.at > self.now():
            queue.next_at = slot.at
            return False
        return True

    def _taken(self, running: _Running, future: Future[Fetched]) -> _Answer:
        """An answer that has come; its connection is free again."""
        queue, units, connection = running.pop(future)
        queue.running -= 1
        queue.idle.append(connection)
        calls, connection[1].calls = connection[1].calls, 0
        return queue, units, future, calls

    def _wait(self, running: _Running) -> set[Future[Fetched]]:
        """Wait for an answer or for the next free place, and never longer than a cancel may take."""
        nexts = [queue.next_at for queue in self.queues.values() if queue.waiting and queue.next_at]
        pause = min([(at - self.now()).total_seconds() for at in nexts] + [0.25])
        if running:
            return wait(running, timeout=max(pause, 0.001), return_when=FIRST_COMPLETED).done
        if nexts:
            time.sleep(max(pause, 0.001))  # this thread only: it has nothing else to do until a place is free
        return set()

    def _finish(self, queue: _Queue, units: list[UnitRow], future: Future[Fetched], calls: int) -> None:
        now = self.now()
        pace = queue.pace
        hourly = pace.per_hour is not None
        carriers.count_more(self.db, queue.carrier, now, calls - 1, seconds_between=pace.seconds_between, hourly=hourly)
        try:
            fetched = future.result()
        except (InvalidNumber, NotFoundYet, ContractChanged) as error:
            if len(units) > 1:  # one bad number must not fail its batch: ask one by one
                queue.waiting += [[unit] for unit in units]
                return
            queue.failures = 0 if not isinstance(error, ContractChanged) else queue.failures + 1
            if isinstance(error, ContractChanged):
                self._note(queue, error)
            self.writer.failed(units[0], error, now, pace)
        except (AuthError, ConfigError) as error:
            queue.waiting.insert(0, units)
            self._give_up(queue, error)
        except RateLimited as error:
            held = error.not_before or now + pacing.wait_after_429(queue.failures, minimum=pace.seconds_between)
            carriers.hold_until(self.db, queue.carrier, held)
            self._note(queue, error)
            queue.waiting.insert(0, units)
            self._defer(queue, held, False)
        except CarrierError as error:
            queue.failures += 1
            self._note(queue, error)
            for unit in units:
                self.writer.failed(unit, error, now, pace)
            if queue.failures >= FAILURES_IN_A_ROW and isinstance(error, Temporary):
                self._give_up(queue, error, paused=False)
        else:
            queue.failures = 0
            self.writer.write(queue.carrier, units, fetched, now, pace)

    def _connect(self, queue: _Queue) -> _Connection:
        connection = registry.connect(queue.account, self.tokens)
        queue.clients.append(connection)
        return connection

    def _note(self, queue: _Queue, error: CarrierError, *, paused: bool = False) -> None:
        text = redact(str(error), tuple(queue.account.secrets.values()))
        carriers.note_result(self.db, queue.carrier, now=utc_text(self.now()), error=text, paused=paused)

    def _give_up(self, queue: _Queue, error: CarrierError, *, paused: bool = True) -> None:
        """Nothing more is asked of this carrier now: each unit that waited says why."""
        queue.refusal = error
        self._note(queue, error, paused=paused)
        for units in queue.waiting:
            for unit in units:
                self.writer.failed(unit, error, self.now(), queue.pace)
        queue.waiting.clear()
        self.problems.append(str(error))

    def _defer(self, queue: _Queue, until: datetime, allowed: bool) -> None:
        name = CARRIERS[queue.carrier].name
        why = (
            tr("{name} is asked again later.", name=name)
            if allowed
            else tr("{name} allows no more calls for now.", name=name)
        )
        left = [unit for units in queue.waiting for unit in units]
        with database.writing(self.db, nouns=SHIPMENTS):
            shipments.postpone(self.db, [unit.id for unit in left], until)
        for unit in left:
            self.writer.skip(unit, why, until)
        queue.waiting.clear()


def _wanted(unit: UnitRow, via: str) -> Wanted:
    """What to ask; an aggregator is told the carrier as its service."""
    carrier = carrier_key(unit.carrier)
    service = unit.service or (carrier if carrier != via else "")
    return Wanted(unit.number, unit.unique_id, unit.reference, service, unit.postcode, unit.kind)


def _asked_just_now(unit: UnitRow, now: datetime) -> bool:
    if not unit.last_checked_at:
        return False
    age = now - datetime.fromisoformat(unit.last_checked_at)
    return timedelta(0) <= age < pacing.MANUAL_APART
