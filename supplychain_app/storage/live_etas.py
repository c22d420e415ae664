"""Carriers' ETAs for lines under way as known on a day, and how their former ETAs turned out."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

import numpy as np

from supplychain_app.analytics.forecast import EtaErrors, LiveEta
from supplychain_app.analytics.line_facts import MISSING
from supplychain_app.storage import packed
from supplychain_app.storage.connection import Database

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
with delivered as materialized (
  select tracked_unit_id, min(substr(occurred_local, 1, 10)) as came
  from tracking_event not indexed
  where milestone = 'delivered' and classifier = 'actual' and retracted_at is null
    and substr(first_seen_at, 1, 10) <= :day
  group by tracked_unit_id
)
"""
_FORMER = """
from delivered d
join tracked_unit u on u.id = d.tracked_unit_id
join eta_observation o on o.tracked_unit_id = d.tracked_unit_id
where o.kind in ('delivery', 'pickup_ready') and substr(o.observed_at, 1, 10) <= d.came
"""
_OUTCOME = (
    packed.text("u.carrier"),
    packed.day("d.came"),
    packed.day("substr(o.latest, 1, 10)"),
    packed.day("substr(o.observed_at, 1, 10)"),
)


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
    found = packed.ask(db.conn, _OUTCOME, _FORMER, {"day": as_of.isoformat()}, prefix=_DELIVERED)
    if found is None:
        nothing = np.zeros(0, dtype=np.int64)
        return EtaErrors((), nothing, nothing, nothing, nothing)
    (carrier, names), came, promised, observed = found
    told = (carrier >= 0) & (promised != MISSING) & (observed != MISSING) & (came != MISSING)
    alike = np.stack([carrier, came - promised, promised - observed])[:, told]
    distinct, count = np.unique(alike, axis=1, return_counts=True)
    return EtaErrors(names, distinct[0], distinct[1], distinct[2], count)
