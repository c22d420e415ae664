"""Applies forwarders' sheets: shipments as any list has them, and the steps of each as tracking events."""

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time

from supplychain_app.carriers.words import trouble_of
from supplychain_app.domain.identifiers import normalised
from supplychain_app.domain.shipments import (
    Classifier,
    Eta,
    EtaKind,
    Event,
    ExceptionKind,
    Milestone,
    Place,
    Status,
    UnitReport,
)
from supplychain_app.exchange.coded import Column
from supplychain_app.exchange.milestones import field_of, happened
from supplychain_app.exchange.vocabulary import EVENT_FIELDS, MILESTONE_FIELDS
from supplychain_app.exchange.words import normalise
from supplychain_app.language import grouped, tr
from supplychain_app.services import import_events, import_nouns
from supplychain_app.services.import_job import Done, Job, MessageJob
from supplychain_app.services.tracking_by_hand import STATUS_OF, TROUBLE_OF

SOURCE = "forwarder sheet"
_ORDER = tuple(Milestone)
_UNDER_WAY = re.compile(
    r"(in |on )?(transit|the way|route|water|board)( .*)?|en route|shipped|sailing|unterwegs|auf see|in transport"
    r"|en (transit|transito|camino|cours)|em transito|in (transito|viaggio)"
)
_ETAS = {Milestone.DEPARTED: EtaKind.PORT_DEPARTURE, Milestone.ARRIVED: EtaKind.PORT_ARRIVAL,
         Milestone.AVAILABLE: EtaKind.AVAILABILITY, Milestone.DELIVERED: EtaKind.DELIVERY}  # fmt: skip

_PLAIN = {"current_promise": (Milestone.DELIVERED, False), "received_on": (Milestone.DELIVERED, True)}
"""Dates that any list of shipments may hold, and what they tell."""


def shipments_with_steps(job: Job) -> Done:
    """A list of shipments; where it tells steps too, they become events of the shipments it names."""
    if not set(job.records.columns) & (MILESTONE_FIELDS | EVENT_FIELDS | _PLAIN.keys()):
        return import_nouns.shipments(job)
    _name_known_carriers(job)
    done = import_nouns.shipments(job)
    found = len(done.samples)
    messages = MessageJob(
        job.db, job.import_id, job.file_name, datetime.combine(job.day, time(12), UTC), job.report, job.cancelled
    )
    told, touched = Done(), 0
    unread: set[str] = set()
    known = import_events.Followed(job.db)
    for number, report in _reports(job, unread).items():
        unit_id, _ = known.find([number])
        if unit_id is not None:
            touched += import_events.write(job.db, job.import_id, unit_id, SOURCE, report, messages, told)
    if told.added or told.changed:
        done.notes.append(
            tr(
                "{added} new events and {changed} new ETAs of these shipments",
                added=grouped(told.added),
                changed=grouped(told.changed),
            )
        )
    if told.unchanged:
        done.notes.append(tr("{count} events were known", count=grouped(told.unchanged)))
    if unread:
        words = ", ".join(f"“{text}”" for text in sorted(unread)[:5])
        done.notes.append(
            tr(
                "{n} kinds of event name no step that is known, and are kept as they are: {words}",
                n=len(unread),
                words=words,
            )
        )
    # A shipment that is new, or that gained lines, is counted once, whatever events came with it.
    changed = max(done.changed, touched - done.added)
    done.unchanged = max(0, done.unchanged - (changed - done.changed))
    done.changed = changed
    done.samples = [*done.samples[:found], *told.samples]
    return done


def _name_known_carriers(job: Job) -> None:
    """A forwarder names himself, or nobody, where the unit is followed with its carrier: that one stays."""
    records = job.records
    carriers = records.get("carrier")
    changed = list(carriers)
    known = import_events.Followed(job.db)
    for i in range(len(records)):
        changed[i] = known.find(_numbers(job, i))[1] or changed[i]
    job.records = replace(records, columns={**records.columns, "carrier": Column.of(changed)}, _lists={})


def _numbers(job: Job, row: int) -> list[str]:
    """The numbers under which a row's unit may be followed: its container, else its waybill."""
    cells = [job.records.get(name)[row] for name in ("container", "tracking_number", "shipment_number")]
    return [normalised(cell) for cell in cells if cell]


@dataclass
class _Told:
    """What the rows of one unit say."""

    events: list[Event] = field(default_factory=list)
    etas: list[Eta] = field(default_factory=list)
    status: Status | None = None
    trouble: ExceptionKind | None = None

    def report(self, number: str) -> UnitReport:
        return UnitReport(
            number,
            status=self.status,
            exception_kind=self.trouble,
            events=tuple(_in_order(self.events)),
            etas=tuple(dict.fromkeys(self.etas)),
        )


def _reports(job: Job, unread: set[str]) -> dict[str, UnitReport]:
    """What the rows say of each unit."""
    records, today = job.records, job.day.isoformat()
    steps = _steps(job)
    days, words, places = records.get("event_on"), records.get("event"), records.get("event_place")
    told: defaultdict[str, _Told] = defaultdict(_Told)
    for i in range(len(records)):
        number = next(iter(_numbers(job, i)), None)
        if number is None:
            continue
        unit = told[number]
        for name, header, milestone, is_fact in steps:
            day = records.get(name)[i]
            if day is None:
                continue
            is_done = is_fact and day <= today  # a “fact” of tomorrow is a plan
            unit.events.append(_event(day, milestone, is_done, header, None))
            if not is_done and milestone in _ETAS:
                unit.etas.append(Eta(_ETAS[milestone], day, day, source_label="forwarder"))
        if words[i] and days[i] is None and (status := status_said(words[i])):
            unit.status, unit.trouble = status, trouble_of(status, words[i])
        elif words[i] and days[i] is not None:
            step = happened(words[i])
            if step is None:
                unread.add(words[i][:40])
            unit.events.append(_event(days[i], step, days[i] <= today, words[i], places[i]))
    return {number: unit.report(number) for number, unit in told.items() if unit.events or unit.etas or unit.status}


def _steps(job: Job) -> list[tuple[str, str, Milestone, bool]]:
    """The columns of steps: field, header, step, and whether its dates are facts."""
    columns = job.records.columns
    headers = {match.field: match.column for match in job.records.matches}
    found = [(name, headers.get(name, name), *_step(name)) for name in sorted(columns) if name in MILESTONE_FIELDS]
    for name, (usual, is_fact) in _PLAIN.items():  # “ETA” in a plain list of shipments
        if name in columns:
            told = field_of(headers.get(name, ""))
            found.append((name, headers.get(name, name), _step(told)[0] if told else usual, is_fact))
    return found


def status_said(words: str) -> Status | None:
    """What a sheet's word for the present state means, where no date stands beside it; None where it is not known.

    >>> status_said("In Transit"), status_said("Delivered"), status_said("Not delivered")
    (<Status.IN_TRANSIT: 'in_transit'>, <Status.DELIVERED: 'delivered'>, None)
    """
    step = happened(words)
    if step is not None:
        return STATUS_OF.get(step, Status.IN_TRANSIT)
    return Status.IN_TRANSIT if _UNDER_WAY.fullmatch(normalise(words)) else None


def _step(field: str) -> tuple[Milestone, bool]:
    name, _, kind = field.rpartition("_")
    return Milestone(name), kind == "actual"


def _event(day: str, milestone: Milestone | None, is_done: bool, words: str, place: str | None) -> Event:
    usual = STATUS_OF.get(milestone, Status.IN_TRANSIT) if milestone else Status.UNKNOWN
    return Event(
        occurred_local=date.fromisoformat(day).isoformat(),
        classifier=Classifier.ACTUAL if is_done else Classifier.ESTIMATED,
        status=usual,
        milestone=milestone,
        exception_kind=TROUBLE_OF.get(milestone) if milestone else None,
        raw_text=words,
        place=Place(text=place, city=place),
    )


def _in_order(events: list[Event]) -> list[Event]:
    """By day, and within a day by the usual order of the steps."""
    return sorted(
        dict.fromkeys(events), key=lambda e: (e.occurred_local, _ORDER.index(e.milestone) if e.milestone else -1)
    )
