"""Makes the demo workspace: the invented files and mails go in through the same doors as real ones."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path

from supplychain_app.carriers.simulator import CarrierSimulator, SimulatorPlan
from supplychain_app.domain.errors import WorkspaceError
from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.language import tr
from supplychain_app.services import corresponding, importing, tracking
from supplychain_app.services.demo import SETTING, carriers, day_of, desk, files, mails, transport, world
from supplychain_app.services.demo.files import DemoFile
from supplychain_app.services.demo.mails import DemoMail
from supplychain_app.storage import database, natural_keys, worklist
from supplychain_app.storage.connection import Database


@dataclass(frozen=True)
class Demo:
    """What was made, and from what."""

    workspace: Path
    folder: Path  # of the files and mails
    plan: Path  # of the carrier simulator
    files: int
    mails: int
    rows_read: int
    rejected: int
    lines: int
    pulls: int
    pulled_units: int
    problems: tuple[str, ...]


def make(
    path: Path,
    folder: Path,
    *,
    lines: int,
    as_of: date,
    seed: int,
    report: Report = silent,
    cancelled: IsCancelled = never,
) -> Demo:
    """Write the files into `folder`, and import them week by week into a new workspace at `path`."""
    _check_replaceable(path)
    report(0, 0, "Inventing eighteen months")
    invented = world.make(seed, as_of, lines)
    shipments = transport.travel(invented, seed)
    plan = SimulatorPlan(units=tuple(shipment.unit for shipment in shipments if shipment.unit is not None))
    plan_file = folder / "carriers.json"
    if plan_file.exists():  # the files of an earlier demo
        shutil.rmtree(folder)
    written = files.write(invented, shipments, folder)
    letters = mails.write(invented, folder / "mails", seed)
    plan.to_json(plan_file)
    # Made beside, and put in place when whole: a demo that was stopped leaves the former one as it was.
    unfinished = path.with_name(f"{path.name}.new")
    _remove(unfinished)
    db = database.create_file(unfinished)
    try:
        with CarrierSimulator(plan) as simulator:
            carriers.connect(db, simulator)
            life = Life(db, invented, simulator)
            life.live(written, letters, report, cancelled)
        desk.record(db, invented, seed)
        _mark(db, as_of=as_of, seed=seed, lines=lines, plan=plan_file)
        db.close()
    except BaseException:
        db.close()
        _remove(unfinished)
        raise
    _put_in_place(unfinished, path)
    return Demo(
        workspace=path,
        folder=folder,
        plan=plan_file,
        files=len(written),
        mails=len(letters),
        lines=len(invented.lines),
        rows_read=life.rows,
        rejected=life.rejected,
        pulls=life.pulls,
        pulled_units=life.units,
        problems=tuple(life.problems),
    )


@dataclass
class Life:
    """Lets the months pass: each file, mail and pull at its own moment."""

    db: Database
    invented: world.World
    simulator: CarrierSimulator
    rows: int = 0
    rejected: int = 0
    pulls: int = 0
    units: int = 0
    problems: list[str] = field(default_factory=list)

    def live(self, written: list[DemoFile], letters: list[DemoMail], report: Report, cancelled: IsCancelled) -> None:
        steps: list[tuple[datetime, Callable[[], None]]] = []
        steps += [(file.received_at, partial(self.receive_file, file)) for file in written]
        steps += [
            (mail.read_at, partial(self.receive_mail, mail))
            for mail in letters
            if mail.read_at.date() <= self.invented.as_of
        ]
        steps += [(moment, partial(self.pull, moment)) for moment in pull_moments(self.invented.as_of)]
        start = datetime.combine(self.invented.start, time(5, 30), tzinfo=UTC)
        steps.append((start, partial(desk.introduce, self.db, self.invented)))
        steps.sort(key=lambda step: step[0])
        for number, (moment, act) in enumerate(steps):
            stop_if(cancelled)
            report(number, len(steps), f"Living through {moment:%B %Y}")
            act()
        report(len(steps), len(steps), "Eighteen months are in")

    def receive_file(self, file: DemoFile) -> None:
        if file.kind == "orders":
            self.explain_vanished(file.received_at)
        found = importing.import_file(self.db, file.path, kind=file.kind, received_at=file.received_at)
        self.rows += found.rows
        self.rejected += len(found.rejected)
        self.problems += [f"{file.path.name}, row {r.row}: {r.reason}" for r in found.rejected[:3]]

    def explain_vanished(self, moment: datetime) -> None:
        """Our buyers knew which lines were cancelled, and said so within the week; only the newest still ask."""
        for vanished in natural_keys.unexplained_vanished(self.db, before=moment.date().isoformat()):
            importing.answer_vanished(self.db, vanished, "cancelled", today=moment.date())

    def receive_mail(self, mail: DemoMail) -> None:
        corresponding.record_mail(self.db, mail.path, now=mail.read_at)
        if mail.read_at.date() <= self.invented.as_of - timedelta(days=7):  # the newest wait for the user
            self.decide(mail.read_at)

    def decide(self, now: datetime) -> None:
        """Our buyers took over the dates they were told, and left aside what already stood."""
        for one in corresponding.suggestions(self.db):
            if one.order_line_id is None or one.promised_on in (None, one.current_promise):
                corresponding.dismiss(self.db, one.id, now=now)
            else:
                corresponding.accept(self.db, one.id, now=now)

    def pull(self, moment: datetime) -> None:
        self.simulator.now = moment
        found = tracking.pull(self.db, now=moment)
        self.pulls += 1
        self.units += len(found.shipments)
        self.problems += [f"{unit.carrier} {unit.number}: {unit.error}" for unit in found.failed[:3]]


def pull_moments(as_of: date) -> list[datetime]:
    """When tracking was asked for: every four weeks, then every week, and this morning."""
    days = [as_of - timedelta(weeks=week) for week in (*range(52, 4, -4), 4, 3, 2, 1)]
    days += [as_of - timedelta(days=3), as_of]
    return [datetime.combine(day, time(7, 30), tzinfo=UTC) for day in days]


def _mark(db: Database, *, as_of: date, seed: int, lines: int, plan: Path) -> None:
    told = {"as_of": as_of.isoformat(), "seed": seed, "lines": lines, "plan": str(plan)}
    with database.writing(db):
        worklist.put_setting(db, SETTING, json.dumps(told))


def _check_replaceable(path: Path) -> None:
    """Refuse to take the place of anything but an earlier demo."""
    if not path.exists() or path.stat().st_size == 0:
        return
    database.open_file(path).close()
    if day_of(path) is None:
        raise WorkspaceError(
            tr("{path} is a workspace of yours, not a demo. Choose another name for the demo.", path=path)
        )


def _put_in_place(made: Path, path: Path) -> None:
    try:
        _remove(path)
        made.replace(path)
    except OSError as error:
        raise WorkspaceError(
            tr("Cannot replace {path}: {reason}. Close it where it is open.", path=path, reason=error.strerror)
        ) from error


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
