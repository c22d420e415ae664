"""The joined reads behind the honesty checks on the data."""

from collections.abc import Collection, Iterable

from supplychain_app.domain.shipments import MILESTONE_STEP
from supplychain_app.domain.stages import STEPS, Step
from supplychain_app.storage.connection import Database
from supplychain_app.storage.worklist import of_suppliers, want

# Where goods can only be one after the other; papers may be ready before them, customs may release them on the way.
_WAY = (Step.PICKED_UP, Step.AT_ORIGIN, Step.DEPARTED, Step.ARRIVED, Step.AVAILABLE, Step.AT_GATE)
_STEP_OF = {str(step): STEPS.index(step) for step in _WAY}
_STEP_OF_EVENT = {str(milestone): STEPS.index(step) for milestone, step in MILESTONE_STEP.items() if step in _WAY}

_BACKWARDS = """
with seen as (
  select u.shipment_id, null as line_id, u.id as unit_id, {event_step} as step,
    substr(coalesce(e.occurred_utc, e.occurred_local), 1, 10) as day
  from tracking_event e
  join tracked_unit u on u.id = e.tracked_unit_id
  where e.classifier = 'actual' and e.retracted_at is null
  union all
  select m.shipment_id, m.order_line_id, null, {milestone_step}, m.happened_on
  from milestone m
  where m.classifier = 'actual'
),
reached as (
  select shipment_id, line_id, unit_id, step,
    case when step <= {departed} then min(day) else max(day) end as day
  from seen
  where step is not null
  group by shipment_id, line_id, unit_id, step
),
followed as (
  select *, lag(day) over (partition by shipment_id, line_id, unit_id order by step) as before from reached
)
select distinct coalesce(f.line_id, s.order_line_id)
from followed f
left join shipment_line s on f.line_id is null and s.shipment_id = f.shipment_id
where julianday(f.before) - julianday(f.day) > 1
  and coalesce(f.line_id, s.order_line_id) is not null
order by 1
"""


def run_backwards(db: Database) -> list[int]:
    """Lines whose goods were at a point more than a day before the one ahead of it; time zones explain a day."""
    cases = {
        "event_step": _case("e.milestone", _STEP_OF_EVENT),
        "milestone_step": _case("m.step", _STEP_OF),
        "departed": str(STEPS.index(Step.DEPARTED)),
    }
    return [row[0] for row in db.conn.execute(_BACKWARDS.format(**cases))]


def _case(column: str, steps: dict[str, int]) -> str:
    return f"case {column} " + " ".join(f"when '{name}' then {step}" for name, step in steps.items()) + " end"


def vanished(db: Database) -> list[int]:
    """Open lines that a later export no longer listed and nobody has explained."""
    rows = db.conn.execute(
        """
        select distinct v.order_line_id
        from vanished_line v
        join import_run i on i.id = v.import_id
        join order_line l on l.id = v.order_line_id
        where v.answer is null and i.undone_at is null and l.status = 'open'
        order by v.order_line_id
        """
    )
    return [row[0] for row in rows]


def mentioned_since(db: Database, line_ids: Iterable[int], day: str) -> set[int]:
    """Those of which any mail, call, change or tracking event speaks since a day; promises and receipts apart."""
    want(db, line_ids)
    rows = db.conn.execute(
        """
        select id from worklist_wanted w
        where exists (select 1 from line_change where order_line_id = w.id and known_on >= :day)
          or exists (
            select 1 from communication_link k
            join communication c on c.id = k.communication_id
            where k.order_line_id = w.id and c.happened_at >= :day
          )
          or exists (
            select 1 from order_line l
            join communication_link k on k.purchase_order_id = l.purchase_order_id
            join communication c on c.id = k.communication_id
            where l.id = w.id and c.happened_at >= :day
          )
          or exists (
            select 1 from shipment_line s
            join tracked_unit u on u.shipment_id = s.shipment_id
            join tracking_event e on e.tracked_unit_id = u.id
            where s.order_line_id = w.id and e.occurred_local >= :day
          )
        """,
        {"day": day},
    )
    return {row[0] for row in rows}


def lines_of(db: Database, suppliers: Collection[int]) -> list[int]:
    """All lines of these suppliers (0: none), whatever became of them."""
    rows = db.conn.execute(f"select id from order_line l where true {of_suppliers(suppliers, 'l')}")
    return [row[0] for row in rows]


def last_import(db: Database) -> str | None:
    """The day on which the last file was received that counts."""
    row = db.conn.execute("select max(substr(received_at, 1, 10)) from import_run where undone_at is null").fetchone()
    return str(row[0]) if row[0] else None
