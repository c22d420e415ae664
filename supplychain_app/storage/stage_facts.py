"""When each line reached each step on its way, as known on a day: orders, acknowledgements, milestones, events."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from supplychain_app.analytics.line_facts import MISSING, LineFacts
from supplychain_app.analytics.stages import StageFacts
from supplychain_app.domain.shipments import MILESTONE_STEP
from supplychain_app.domain.stages import STEPS, Step
from supplychain_app.storage.connection import Database
from supplychain_app.storage.facts import as_codes, day_text

# Of several units or legs, leaving counts when the first leaves, arriving when the last has arrived.
_FIRST = {Step.PICKED_UP, Step.AT_ORIGIN, Step.DEPARTED}

_AT_ONCE = 20_000  # rows that are read: a million at once take gigabytes

_EVENTS = """
select sl.order_line_id, e.milestone, e.classifier,
  min(substr(e.occurred_local, 1, 10)), max(substr(e.occurred_local, 1, 10))
from shipment_line sl
join tracked_unit u on u.shipment_id = sl.shipment_id
join tracking_event e on e.tracked_unit_id = u.id
where e.milestone is not null
  and e.classifier in ('actual', 'planned')
  and substr(e.first_seen_at, 1, 10) <= :day
  and (e.retracted_at is null or substr(e.retracted_at, 1, 10) > :day)
  and (e.classifier = 'planned' or substr(e.occurred_local, 1, 10) <= :day)
group by sl.order_line_id, e.milestone, e.classifier
"""

_MILESTONES = """
select m.order_line_id, m.step, m.classifier, min(m.happened_on), max(m.happened_on)
from milestone m
where m.order_line_id is not null and m.classifier in ('actual', 'planned') and m.known_on <= :day
group by m.order_line_id, m.step, m.classifier
union all
select sl.order_line_id, m.step, m.classifier, min(m.happened_on), max(m.happened_on)
from milestone m
join shipment_line sl on sl.shipment_id = m.shipment_id
where m.classifier in ('actual', 'planned') and m.known_on <= :day
group by sl.order_line_id, m.step, m.classifier
"""

_SHIPMENTS = """
select sl.order_line_id, sl.shipment_id, s.shipped_on, coalesce(s.carrier, min(u.carrier)),
  case when coalesce(s.origin, s.destination) is not null
    then coalesce(s.origin, '?') || ' → ' || coalesce(s.destination, '?') || coalesce(', ' || s.mode, '') end,
  s.mode
from shipment_line sl
join shipment s on s.id = sl.shipment_id
left join tracked_unit u on u.shipment_id = s.id
group by sl.order_line_id, sl.shipment_id
"""

_ASSUMED = """
select order_line_id
from promise
group by order_line_id
having min(known_basis) = 'order date' and max(known_basis) = 'order date'
"""


def load(db: Database, facts: LineFacts) -> tuple[StageFacts, LineFacts]:
    """The steps of each line of `facts`; with it the facts whose lane and mode are filled in from the shipments."""
    count = len(facts)
    actual, planned = (np.full((count, len(STEPS)), np.nan) for _ in range(2))
    day = day_text(facts.as_of)

    def put(table: Any, step: Step, days: Any) -> None:
        column = table[:, STEPS.index(step)]
        np.copyto(column, days, where=(days != MISSING) & np.isnan(column))

    for line_id, milestone, classifier, first, last in _rows(db, _EVENTS, day, facts):
        step = MILESTONE_STEP.get(milestone)
        if step is not None:
            _set(actual if classifier == "actual" else planned, line_id, step, first, last)
    for line_id, step_name, classifier, first, last in _rows(db, _MILESTONES, day, facts):
        if step_name in STEPS:
            _set(actual if classifier == "actual" else planned, line_id, Step(step_name), first, last)
    shipped = np.full(count, MISSING)
    shipment = np.full(count, -1)
    carrier: list[str | None] = [None] * count
    lane: list[str | None] = [None] * count
    mode: list[str | None] = [None] * count
    said: dict[str | None, str | None] = {}  # the same words of a million rows are held once
    for place, shipment_id, shipped_on, *texts in _rows(db, _SHIPMENTS, day, facts):
        carrier_name, lane_name, mode_name = (said.setdefault(text, text) for text in texts)
        shipment[place] = shipment_id
        carrier[place], lane[place], mode[place] = carrier_name or carrier[place], lane_name, mode_name
        if shipped_on:
            number = _ordinal(shipped_on)
            shipped[place] = number if shipped[place] == MISSING else min(number, shipped[place])
    put(actual, Step.PICKED_UP, np.where(shipped <= facts.as_of, shipped, MISSING))

    assumed = np.isin(facts.line_id, np.fromiter((row[0] for row in db.conn.execute(_ASSUMED)), dtype=np.int64))
    first_known = np.where(assumed, MISSING, facts.first_promise_known)
    sent = np.where(facts.issued_basis == 0, facts.issued, MISSING)
    put(actual, Step.SENT, sent)
    put(planned, Step.SENT, sent)
    acknowledged = np.where(facts.acknowledged != MISSING, facts.acknowledged, first_known)
    put(actual, Step.ACKNOWLEDGED, np.where(acknowledged >= sent, acknowledged, MISSING))
    put(actual, Step.AT_GATE, facts.completed)
    put(actual, Step.POSTED, np.where(facts.is_done, facts.posted, MISSING))
    codes, carriers = as_codes(carrier)
    cluster = np.where(shipment >= 0, shipment * 2 + 1, facts.order_id * 2)
    return StageFacts(actual, planned, codes, carriers, cluster), _with_shipments(facts, lane, mode)


def _with_shipments(facts: LineFacts, lane: list[str | None], mode: list[str | None]) -> LineFacts:
    labels = dict(facts.labels)
    columns = {}
    for name, texts in (("lane", lane), ("mode", mode)):
        own = getattr(facts, name)
        known = facts.labels.get(name, ())
        merged = [text if own[i] < 0 else known[own[i]] for i, text in enumerate(texts)]
        if name == "lane":
            merged = _by_country(facts, merged, mode)
        columns[name], labels[name] = as_codes(merged)
    return replace(facts, lane=columns["lane"], mode=columns["mode"], labels=labels)


def _by_country(facts: LineFacts, lane: list[str | None], shipped_mode: list[str | None]) -> list[str | None]:
    """Lanes whose origin nobody wrote down are told apart by the line's country, and by mode where that is all."""
    countries, modes = facts.labels.get("country", ()), facts.labels.get("mode", ())
    found = list(lane)
    said: dict[str, str] = {}
    for place, text in enumerate(lane):
        code = facts.country[place]
        if code < 0:
            continue
        if text is None:
            how = modes[facts.mode[place]] if facts.mode[place] >= 0 else shipped_mode[place]
            told = countries[code] + (f", {how}" if how else "")
            found[place] = said.setdefault(told, told)
        elif text.startswith("? → "):
            told = countries[code] + text[1:]
            found[place] = said.setdefault(told, told)
    return found


def _rows(db: Database, sql: str, day: str, facts: LineFacts) -> Iterator[tuple[Any, ...]]:
    """Rows of lines in view, the line's id replaced by its place in the facts."""
    if not len(facts):
        return
    found = db.conn.execute(sql, {"day": day} if ":day" in sql else {})
    while rows := found.fetchmany(_AT_ONCE):
        ids = np.array([row[0] for row in rows])
        place = np.searchsorted(facts.line_id, ids).clip(max=len(facts) - 1)
        for i in np.flatnonzero(facts.line_id[place] == ids).tolist():
            yield int(place[i]), *rows[i][1:]


def _set(table: Any, place: int, step: Step, first: str, last: str) -> None:
    column = STEPS.index(step)
    number = _ordinal(first if step in _FIRST else last)
    if number == MISSING:
        return
    before = table[place, column]
    better = min if step in _FIRST else max
    table[place, column] = number if np.isnan(before) else better(before, number)


def _ordinal(text: str) -> int:
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return MISSING
