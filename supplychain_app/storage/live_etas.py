"""Carriers' ETAs for lines under way as known on a day, and how their former ETAs turned out."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

import numpy as np

from supplychain_app.analytics.forecast import EtaErrors, LiveEta
from supplychain_app.analytics.line_facts import MISSING
from supplychain_app.storage import packed
from supplychain_app.storage.connection import Database
from supplychain_app.storage.snapshot import snapshot

FRESH = timedelta(hours=48)

_LIVE = """
with fresh as materialized (
  select distinct +tracked_unit_id as tracked_unit_id  -- so that they are found by their time
  from tracking_event
  where classifier = 'actual' and retracted_at is null
    and coalesce(occurred_utc, occurred_local) >= :fresh
    and substr(occurred_local, 1, 10) <= :day and substr(first_seen_at, 1, 10) <= :day
),
under_way as materialized (  -- or each ETA is looked up twice
  select u.shipment_id, u.carrier, (
      select o.latest from eta_observation o
      where o.tracked_unit_id = u.id and o.kind in ('delivery', 'pickup_ready')
        and substr(o.observed_at, 1, 10) <= :day
      order by o.observed_at desc, o.id desc
      limit 1
    ) as eta
  from fresh
  join tracked_unit u on u.id = fresh.tracked_unit_id
  where coalesce(u.user_status, '') not in ('lost', 'stopped')
    and not exists (
      select 1 from tracking_event e
      where e.tracked_unit_id = u.id and e.milestone = 'delivered' and e.classifier = 'actual'
        and substr(e.first_seen_at, 1, 10) <= :day
    )
)
select sl.order_line_id, max(substr(w.eta, 1, 10)), max(w.carrier)
from under_way w
join shipment_line sl on sl.shipment_id = w.shipment_id
where w.eta is not null
group by sl.order_line_id
"""

_DELIVERED = """
from tracking_event e not indexed
where e.milestone = 'delivered' and e.classifier = 'actual' and e.retracted_at is null
  and substr(e.first_seen_at, 1, 10) <= :day
"""
_CAME = (packed.number_id("e.tracked_unit_id"), packed.day("substr(e.occurred_local, 1, 10)"))
_ETAS = "from eta_observation o where o.kind in ('delivery', 'pickup_ready')"
_TOLD = (
    packed.number_id("o.tracked_unit_id"),
    packed.day("substr(o.latest, 1, 10)"),
    packed.day("substr(o.observed_at, 1, 10)"),
)
_CARRIERS = (packed.number_id("u.id"), packed.text("u.carrier"))


def live(db: Database, as_of: date) -> dict[int, tuple[str, str]]:
    """ETA and carrier of the lines whose carrier told an event within 48 hours."""
    end = datetime.combine(as_of + timedelta(days=1), datetime.min.time())
    rows = db.conn.execute(_LIVE, {"day": as_of.isoformat(), "fresh": (end - FRESH).isoformat()})
    return {row[0]: (row[1], row[2]) for row in rows}


def by_code(found: Mapping[int, tuple[str, str]], errors: EtaErrors) -> LiveEta:
    """The same as arrays, in the order of the lines."""
    ids = sorted(found)
    code = {name: number for number, name in enumerate(errors.carriers)}
    return LiveEta(
        np.array(ids, dtype=np.int64),
        np.array([date.fromisoformat(found[one][0]).toordinal() for one in ids], dtype=np.int64),
        np.array([code.get(found[one][1], -1) for one in ids], dtype=np.int64),
    )


def errors(db: Database, as_of: date) -> EtaErrors:
    """How former ETAs of delivered units turned out."""
    with snapshot(db):  # three tables are read one by one and joined here: SQLite takes twice the time
        delivered = packed.ask(db.conn, _CAME, _DELIVERED, {"day": as_of.isoformat()})
        told = None if delivered is None else packed.ask(db.conn, _TOLD, _ETAS, {})
        units = None if told is None else packed.ask(db.conn, _CARRIERS, "from tracked_unit u", {})
    if delivered is None or told is None or units is None:
        nothing = np.zeros(0, dtype=np.int64)
        return EtaErrors((), nothing, nothing, nothing, nothing)
    ids, (carriers, names) = units
    place = np.full(int(ids.max()) + 1, -1)
    place[ids] = np.arange(len(ids))
    never = np.iinfo(np.int32).max
    came = np.full(len(ids), never)
    known = delivered[1] != MISSING
    np.minimum.at(came, place[delivered[0][known]], delivered[1][known])
    unit, promised, observed = place[told[0]], *told[1:]
    carrier = carriers[unit]
    counts = (carrier >= 0) & (promised != MISSING) & (observed != MISSING)
    counts &= (came[unit] != never) & (observed <= came[unit])
    alike = np.stack([carrier, came[unit] - promised, promised - observed])[:, counts]
    low = alike.min(axis=1, initial=0)
    span = alike.max(axis=1, initial=0) - low + 1
    code, count = np.unique(np.ravel_multi_index(tuple(alike - low[:, None]), tuple(span)), return_counts=True)
    distinct = np.stack(np.unravel_index(code, tuple(span))) + low[:, None]
    return EtaErrors(names, distinct[0], distinct[1], distinct[2], count)
