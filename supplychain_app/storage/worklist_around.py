"""What goes on around the open lines of Today: carriers, questions, calls, moved promises, and what is due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from supplychain_app.storage.connection import Database
from supplychain_app.storage.promise_rows import IS_PART, STANDS
from supplychain_app.storage.worklist import end_of, want

if TYPE_CHECKING:
    from supplychain_app.analytics.line_facts import Floats
    from supplychain_app.storage import packed


class UnitState(NamedTuple):
    """A tracked unit under way and the last thing that happened to it."""

    unit_id: int
    shipment_id: int
    carrier: str
    number: str
    kind: str
    status: str
    eta: str | None
    milestone: str | None
    happened_on: str
    place: str | None
    text: str | None
    error: str | None


class OpenQuestion(NamedTuple):
    id: int
    communication_id: int | None
    supplier_id: int
    supplier: str
    line_id: int | None
    order_id: int | None
    purchase_order: str | None
    asked_by: str
    kind: str
    words: str | None
    asked_at: str
    owner: str | None
    undelivered_to: str | None = None  # who did not get the mail that asks it


class Move(NamedTuple):
    """The last move of a line's promise."""

    line_id: int
    old: str
    new: str
    known_on: str


class Due(NamedTuple):
    """A check-in, a follow-up or an agreed action whose day has come."""

    kind: str
    id: int
    supplier_id: int | None
    supplier: str | None
    line_id: int | None
    what: str | None
    due_on: str
    owner: str | None


def contacts_about(db: Database, line_ids: Iterable[int], day: date) -> dict[int, tuple[int, str | None, int]]:
    """Of each line: our questions without an answer, since when, and calls and meetings in the last 30 days."""
    found: dict[int, tuple[int, str | None, int]] = {}
    parameters = {"end": end_of(day), "start": (day - timedelta(days=30)).isoformat()}
    want(db, line_ids)
    for line_id, asked, since, calls in db.conn.execute(
        """
        with asked as (
          select w.id, count(distinct coalesce(q.communication_id, -q.id)) as mails, min(q.asked_at) as since
          from question q
          join order_line l on l.id = q.order_line_id
            or (q.order_line_id is null and l.purchase_order_id = q.purchase_order_id)
          join worklist_wanted w on w.id = l.id
          where q.asked_by = 'us'
            and q.asked_at <= :end
            and (q.answered_at is null or q.answered_at > :end)
          group by w.id
        ),
        called as (
          select w.id, count(*) as calls
          from worklist_wanted w
          join communication_link k on k.order_line_id = w.id
          join communication c on c.id = k.communication_id
          where c.channel in ('call', 'meeting')
            and c.happened_at between :start and :end
          group by w.id
        )
        select w.id, coalesce(max(a.mails, (  -- a reminder opens no second question, but it is a mail
            select count(distinct m.id)
            from communication_link k
            join communication m on m.id = k.communication_id
            where k.order_line_id = w.id
              and m.direction = 'out'
              and m.channel = 'mail'
              and m.happened_at between a.since and :end
          )), 0), a.since, coalesce(c.calls, 0)
        from worklist_wanted w
        left join asked a on a.id = w.id
        left join called c on c.id = w.id
        """,
        parameters,
    ):
        found[line_id] = (asked, since, calls)
    return found


def units_under_way(db: Database, day: date) -> list[UnitState]:
    """Units with open lines and the last actual event that we knew of on that day."""
    rows = db.conn.execute(
        """
        with wanted as (
          select distinct u.id
          from worklist_line w
          cross join shipment_line k on k.order_line_id = w.id
          cross join tracked_unit u on u.shipment_id = k.shipment_id
          where u.user_status is null
        ),
        latest as (
          select e.*,
            row_number() over (
              partition by e.tracked_unit_id order by coalesce(e.occurred_utc, e.occurred_local) desc, e.id desc
            ) as place_in_time
          from tracking_event e
          where e.tracked_unit_id in (select id from wanted)
            and e.classifier = 'actual'
            and e.retracted_at is null
            and e.first_seen_at <= :end
            and e.occurred_local <= :end
        )
        select u.id, u.shipment_id, u.carrier, u.number, u.kind,
          case when e.status = 'unknown' then u.status else e.status end,
          (
            select o.latest
            from eta_observation o
            where o.tracked_unit_id = u.id
              and o.observed_at <= :end
              and o.kind <> 'port_departure'
            order by o.kind <> 'delivery', o.kind = 'port_arrival', o.observed_at desc, o.id desc
            limit 1
          ),
          e.milestone, substr(e.occurred_local, 1, 10),
          coalesce(e.city, e.place_text, e.unlocode), e.raw_text, u.last_error
        from tracked_unit u
        join latest e on e.tracked_unit_id = u.id and e.place_in_time = 1
        """,
        {"end": end_of(day)},
    )
    return [UnitState(*row) for row in rows]


_SILENCES = """
from (
  select u.kind, s.milestone, julianday(s.following) - julianday(s.occurred_local) as days
  from (
    select tracked_unit_id, milestone, occurred_local,
      lead(occurred_local) over (partition by tracked_unit_id order by occurred_local, id) as following
    from tracking_event
    where classifier = 'actual'
      and retracted_at is null
      and first_seen_at <= :end
      and occurred_local >= :start
      and occurred_local <= :end
      and tracked_unit_id > (select max(id) - 40000 from tracked_unit)
  ) s
  join tracked_unit u on u.id = s.tracked_unit_id
  where s.following is not null
)
"""


def silences(db: Database, day: date) -> tuple[packed.Texts, packed.Texts, Floats] | None:
    """How long other units waited between two events over the last year: kinds, milestones, days; None: no unit did.

    The newest units tell it, where there are very many.
    """
    from supplychain_app.storage import packed  # what was kept of a large workspace is shown without numpy

    columns = packed.text("kind"), packed.text("milestone"), packed.amount("days")
    asked = {"end": end_of(day), "start": (day - timedelta(days=365)).isoformat()}
    found = packed.ask(db.conn, columns, _SILENCES, asked)
    return None if found is None else (found[0], found[1], found[2])


def lines_of_shipments(db: Database, shipment_ids: Iterable[int]) -> dict[int, list[int]]:
    """The open lines in each of these shipments."""
    found: dict[int, list[int]] = {}
    want(db, shipment_ids)
    for shipment_id, line_id in db.conn.execute(
        """
        select k.shipment_id, k.order_line_id
        from worklist_wanted x
        cross join shipment_line k on k.shipment_id = x.id
        cross join worklist_line w on w.id = k.order_line_id
        order by k.order_line_id
        """
    ):
        found.setdefault(shipment_id, []).append(line_id)
    return found


def usual_acknowledgement(db: Database, day: date) -> dict[int, float]:
    """Median days from order sent to the first word of each supplier, over the last year; five orders at least."""
    rows = db.conn.execute(
        f"""
        with answered as (
          select l.supplier_id,
            julianday(coalesce(l.acknowledged_on, (
              select min(p.known_on)
              from promise p
              where p.order_line_id = l.id
                and {STANDS}
                and p.known_basis <> 'order date'
            ))) - julianday(l.issued_on) as days
          from order_line l
          where l.issued_on between :start and :day
            and l.supplier_id in (select supplier_id from order_line where promises = 0 and status = 'open')
        ),
        ranked as (
          select supplier_id, days,
            row_number() over (partition by supplier_id order by days) as place,
            count(*) over (partition by supplier_id) as n
          from answered
          where days >= 0
        )
        select supplier_id, days
        from ranked
        where n >= 5
          and place = (n + 1) / 2
        """,
        {"start": (day - timedelta(days=365)).isoformat(), "day": day.isoformat()},
    )
    return {row[0]: row[1] for row in rows}


def open_questions(db: Database, day: date) -> list[OpenQuestion]:
    """Questions without an answer on that day, ours and theirs, oldest first."""
    rows = db.conn.execute(
        """
        select q.id, q.communication_id, q.supplier_id, s.name, q.order_line_id,
          coalesce(q.purchase_order_id, l.purchase_order_id), o.number, q.asked_by, q.kind, q.words, q.asked_at,
          coalesce(p.name, sp.name),
          (
            select g.value
            from communication ours
            join communication report on report.thread = ours.thread and report.happened_at <= :end
            join suggestion g on g.communication_id = report.id and g.kind = 'undelivered' and g.state = 'open'
            where ours.id = q.communication_id and q.asked_by = 'us'
            limit 1
          )
        from question q
        join supplier s on s.id = q.supplier_id
        left join order_line l on l.id = q.order_line_id
        left join purchase_order o on o.id = coalesce(q.purchase_order_id, l.purchase_order_id)
        left join person p on p.id = l.owner_id
        left join person sp on sp.id = s.owner_id
        where q.asked_at <= :end
          and (q.answered_at is null or q.answered_at > :end)
          and (
            coalesce(q.purchase_order_id, l.purchase_order_id) is null
            or exists (
              select 1
              from order_line x
              join worklist_line w on w.id = x.id
              where x.purchase_order_id = coalesce(q.purchase_order_id, l.purchase_order_id)
            )
          )
        order by q.asked_at, q.id
        """,
        {"end": end_of(day)},
    )
    return [OpenQuestion(*row) for row in rows]


def moves(db: Database, day: date, *, since: date) -> list[Move]:
    """Open lines whose promise moved after `since`: the promise as it was then, and as it is on `day`."""
    rows = db.conn.execute(
        f"""
        with moved as (
          select p.order_line_id, max(p.known_on) as known_on
          from promise p
          where p.known_on > :since
            and p.known_on <= :day
            and {STANDS}
            and p.order_line_id in (select id from worklist_line)
          group by p.order_line_id
        )
        select m.order_line_id, (
            select p.promised_on
            from promise p
            where p.order_line_id = m.order_line_id
              and p.known_on <= :since
              and {STANDS}
              and not {IS_PART}
            order by p.known_on desc, p.id desc
            limit 1
          ) as old, w.current_promise, m.known_on
        from moved m
        join worklist_line w on w.id = m.order_line_id
        where old <> w.current_promise
        """,
        {"since": since.isoformat(), "day": day.isoformat()},
    )
    return [Move(*row) for row in rows]


def dues(db: Database, day: date, *, until: date) -> list[Due]:
    """Check-ins, follow-ups and agreed actions that are due by `until` and not done on `day`."""
    rows = db.conn.execute(
        """
        select 'check-in', c.id, c.supplier_id, s.name, null, c.note, c.planned_on as due_on, p.name
        from check_in c
        join supplier s on s.id = c.supplier_id
        left join person p on p.id = s.owner_id
        where c.planned_on <= :until
          and (c.held_on is null or c.held_on > :day)
        union all
        select 'follow-up', f.id, coalesce(f.supplier_id, l.supplier_id), s.name, f.order_line_id, f.what, f.due_on,
          p.name
        from follow_up f
        left join order_line l on l.id = f.order_line_id
        left join supplier s on s.id = coalesce(f.supplier_id, l.supplier_id)
        left join person p on p.id = f.owner_id
        where f.due_on <= :day
          and (f.done_on is null or f.done_on > :day)
        union all
        select 'action ' || a.side, a.id, a.supplier_id, s.name, null, a.what, a.due_on, a.owner
        from agreed_action a
        join supplier s on s.id = a.supplier_id
        where a.due_on <= :day
          and (a.done_on is null or a.done_on > :day)
        order by due_on
        """,
        {"day": day.isoformat(), "until": until.isoformat()},
    )
    return [Due(*row) for row in rows]
