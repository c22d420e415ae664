"""Reads tracked units for tables, and the events and ETA history of one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from supplychain_app.domain.line_story import EtaDrift
from supplychain_app.storage.connection import Database
from supplychain_app.storage.query import Source, TextSearch

_TOLD = "coalesce(e.told_at, e.observed_at)"
"""When the carrier said an ETA, where it says so; else when we heard it."""
_OF_THE_ETA = """e.kind = coalesce((select x.kind from eta_observation x where x.tracked_unit_id = u.id
          and x.latest = u.eta order by x.id desc limit 1), 'port_arrival')"""
"""ETAs of the kind that counts now: an arrival at a port and a delivery lie days apart without any drift."""

UNITS = Source(
    name="shipments",
    base="""tracked_unit u
join shipment h on h.id = u.shipment_id
left join supplier s on s.id = h.supplier_id""",
    key="u.id",
    columns={
        "number": "u.number",
        "carrier": "u.carrier",
        "kind": "u.kind",
        "supplier": "s.name",
        "shipment": "h.number",
        "shipment_id": "u.shipment_id",
        "status": "coalesce(u.user_status, u.status)",
        "user_status": "u.user_status",
        "watched": "u.watched",
        "delay": "u.delay",
        "delay_reason": "u.delay_reason",
        "exception_kind": "u.exception_kind",
        "eta": "u.eta",
        "first_eta": f"(select e.latest from eta_observation e where e.tracked_unit_id = u.id and {_OF_THE_ETA}"
        f" order by {_TOLD}, e.id limit 1)",
        "last_event_at": "u.last_event_at",
        "last_event_text": "u.last_event_text",
        "last_milestone": """(select e.milestone from tracking_event e
          where e.tracked_unit_id = u.id and e.classifier = 'actual'
          and e.retracted_at is null order by coalesce(e.occurred_utc, e.occurred_local) desc, e.id desc limit 1)""",
        "last_event_code": """(select e.raw_code from tracking_event e
          where e.tracked_unit_id = u.id and e.classifier = 'actual'
          and e.retracted_at is null order by coalesce(e.occurred_utc, e.occurred_local) desc, e.id desc limit 1)""",
        "last_checked_at": "u.last_checked_at",
        "last_error": "u.last_error",
        "next_check_at": "u.next_check_at",
        "origin": "h.origin",
        "destination": "h.destination",
        "needed_on": """(select min(coalesce(l.required_on, l.current_promise)) from shipment_line k
          join order_line l on l.id = k.order_line_id where k.shipment_id = u.shipment_id and l.status = 'open')""",
        "lines": "(select count(*) from shipment_line k where k.shipment_id = u.shipment_id)",
        "still_days": "julianday(:today) - julianday(substr(u.last_event_at, 1, 10))",
        "units": """(select sum(coalesce(x.user_status, x.status) = 'delivered') || ' of ' || count(*)
          from tracked_unit x where x.shipment_id = u.shipment_id and not exists (select 1 from tracked_unit y
            where y.shipment_id = x.shipment_id and y.reference = x.number and y.id <> x.id))""",
    },
    keywords={
        "watched": "u.watched = 1",
        "under way": "coalesce(u.user_status, u.status) not in"
        " ('delivered', 'returned', 'cancelled', 'stopped', 'lost', 'expired')",
        "needs attention": "coalesce(u.user_status, u.status) in ('exception', 'delivery_attempted', 'returning')"
        " or (u.delay <> 'none' and u.user_status is null and u.status not in ('delivered', 'returned', 'cancelled'))",
        "failed": "u.last_error is not null",
        "delivered": "coalesce(u.user_status, u.status) = 'delivered'",
        "customs": "u.exception_kind in ('customs_hold', 'customs_info_needed')",
    },
    search=TextSearch("""instr(lower(u.number || ' ' || h.number || ' ' || coalesce(s.name, '') || ' ' || u.carrier),
    lower(:search)) > 0
  or u.shipment_id in (select k.shipment_id from shipment_line k join order_line l on l.id = k.order_line_id
    join purchase_order o on o.id = l.purchase_order_id where instr(lower(o.number), lower(:search)) > 0)"""),
)


@dataclass(frozen=True)
class UnitStory:
    """One tracked unit's events (newest first), its ETA history, its lines, and what changed its status."""

    number: str
    carrier: str
    events: tuple[dict[str, Any], ...]
    drift: EtaDrift
    line_ids: tuple[int, ...]
    changes: tuple[dict[str, Any], ...]


def story(db: Database, unit_id: int) -> UnitStory | None:
    """Everything known of a unit; None when it is gone."""
    unit = next(db.query("select * from tracked_unit where id = ?", [unit_id]), None)
    if unit is None:
        return None
    events = db.query(
        "select occurred_local, classifier, status, milestone, raw_text, raw_code, city, country, place_text, unlocode,"
        " vessel_name, retracted_at from tracking_event where tracked_unit_id = ?"
        " order by coalesce(occurred_utc, occurred_local) desc, id desc",
        [unit_id],
    )
    seen = db.conn.execute(
        f"select substr({_TOLD}, 1, 10), substr(e.latest, 1, 10) from eta_observation e"
        f" join tracked_unit u on u.id = e.tracked_unit_id where u.id = ? and {_OF_THE_ETA} order by {_TOLD}, e.id",
        [unit_id],
    )
    observations = tuple((date.fromisoformat(on), date.fromisoformat(eta)) for on, eta in seen)
    arrived = db.conn.execute(
        "select min(substr(occurred_local, 1, 10)) from tracking_event where tracked_unit_id = ?"
        " and status = 'delivered' and classifier = 'actual' and retracted_at is null",
        [unit_id],
    ).fetchone()[0]
    lines = tuple(
        row[0]
        for row in db.conn.execute(
            "select order_line_id from shipment_line where shipment_id = ?", [unit["shipment_id"]]
        )
    )
    changes = db.query(
        "select old, new, why, changed_at from status_change where tracked_unit_id = ? order by id desc", [unit_id]
    )
    return UnitStory(
        number=unit["number"],
        carrier=unit["carrier"],
        events=tuple(events),
        drift=EtaDrift(unit["number"], observations, date.fromisoformat(arrived) if arrived else None, lines),
        line_ids=lines,
        changes=tuple(changes),
    )


def unit_of_shipment(db: Database, shipment_id: int) -> int | None:
    """The first unit of a shipment."""
    row = db.conn.execute("select min(id) from tracked_unit where shipment_id = ?", [shipment_id]).fetchone()
    return row[0] if row else None
