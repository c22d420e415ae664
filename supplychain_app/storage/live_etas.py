"""Carriers' ETAs for lines under way as known on a day, and how their former ETAs turned out."""

from datetime import date, datetime, timedelta
from typing import Any

import numpy as np

from supplychain_app.analytics.forecast import EtaErrors, LiveEta
from supplychain_app.analytics.line_facts import LineFacts
from supplychain_app.storage.connection import Database
from supplychain_app.storage.facts import as_codes

FRESH = timedelta(hours=48)

_LIVE = """
with latest as (
  select tracked_unit_id, latest,
    row_number() over (partition by tracked_unit_id order by observed_at desc, id desc) as place
  from eta_observation
  where kind in ('delivery', 'pickup_ready') and substr(observed_at, 1, 10) <= :day
)
select sl.order_line_id, max(substr(o.latest, 1, 10)), max(u.carrier)
from latest o
join tracked_unit u on u.id = o.tracked_unit_id
join shipment_line sl on sl.shipment_id = u.shipment_id
where o.place = 1
  and coalesce(u.user_status, '') not in ('lost', 'stopped')
  and exists (
    select 1 from tracking_event e
    where e.tracked_unit_id = u.id and e.classifier = 'actual' and e.retracted_at is null
      and coalesce(e.occurred_utc, e.occurred_local) >= :fresh
      and substr(e.occurred_local, 1, 10) <= :day and substr(e.first_seen_at, 1, 10) <= :day
  )
  and not exists (
    select 1 from tracking_event e
    where e.tracked_unit_id = u.id and e.milestone = 'delivered' and e.classifier = 'actual'
      and substr(e.first_seen_at, 1, 10) <= :day
  )
group by sl.order_line_id
"""

_ERRORS = """
select u.carrier, substr(o.observed_at, 1, 10), substr(o.latest, 1, 10), min(substr(e.occurred_local, 1, 10))
from eta_observation o
join tracked_unit u on u.id = o.tracked_unit_id
join tracking_event e on e.tracked_unit_id = u.id and e.milestone = 'delivered' and e.classifier = 'actual'
where o.kind in ('delivery', 'pickup_ready') and e.retracted_at is null and substr(e.first_seen_at, 1, 10) <= :day
group by o.id
having substr(o.observed_at, 1, 10) <= min(substr(e.occurred_local, 1, 10))
"""


def load(db: Database, facts: LineFacts) -> tuple[LiveEta, EtaErrors]:
    """ETAs of lines whose carrier told an event within 48 hours, and the errors of ETAs of delivered units."""
    as_of = date.fromordinal(facts.as_of)
    end = datetime.combine(as_of + timedelta(days=1), datetime.min.time())
    live = db.conn.execute(_LIVE, {"day": as_of.isoformat(), "fresh": (end - FRESH).isoformat()}).fetchall()
    former = db.conn.execute(_ERRORS, {"day": as_of.isoformat()}).fetchall()
    codes, _ = as_codes([row[2] for row in live] + [row[0] for row in former])
    ids = np.array([row[0] for row in live], dtype=np.int64)
    place = np.searchsorted(facts.line_id, ids).clip(max=max(len(facts) - 1, 0))
    known = facts.line_id[place] == ids if len(facts) else np.zeros(0, dtype=bool)
    days = _ordinals([row[1] for row in live])
    observed, promised, came = (_ordinals([row[i] for row in former]) for i in (1, 2, 3))
    return (
        LiveEta(place[known], days[known], codes[: len(live)][known]),
        EtaErrors(codes[len(live) :], came - promised, promised - observed),
    )


def _ordinals(texts: list[str]) -> Any:
    return np.array([date.fromisoformat(text).toordinal() for text in texts], dtype=np.int64)
