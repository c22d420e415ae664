"""Reads what a scorecard shows beside the figures: names of lines, their promises and receipts, questions, actions."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from supplychain_app.storage.connection import Database
from supplychain_app.storage.facts import told_apart
from supplychain_app.storage.promise_rows import STANDS

_OF_LINES = "in (select value from json_each(:ids))"


def supplier_ids(db: Database) -> list[tuple[int, str]]:
    """Suppliers that have order lines, without our own warehouses, by name."""
    sql = """
    select id, name from supplier s
    where internal = 0 and exists (select 1 from order_line l where l.supplier_id = s.id)
    order by name collate nocase, id
    """
    return [(row[0], row[1]) for row in db.conn.execute(sql)]


def supplier_choices(db: Database) -> list[tuple[int, str]]:
    """The same, with the code of those that share their name."""
    told = told_apart(db.conn.execute("select id, name, code from supplier").fetchall())
    return [(supplier_id, told[supplier_id]) for supplier_id, _ in supplier_ids(db)]


def busiest(db: Database) -> int | None:
    """The supplier with most order lines, without our own warehouses."""
    sql = """
    select s.id from supplier s join order_line l on l.supplier_id = s.id
    where s.internal = 0 group by s.id order by count(*) desc, s.id limit 1
    """
    found = db.conn.execute(sql).fetchone()
    return int(found[0]) if found else None


def choices(db: Database) -> tuple[list[tuple[int, str]], int | None]:
    """The suppliers to choose from, and the one to begin with."""
    return supplier_choices(db), busiest(db)


def find_suppliers(db: Database, text: str) -> list[tuple[int, str]]:
    """Suppliers whose code or name is this text; else those whose name holds it."""
    sql = "select id, name from supplier where code = :text or name = :text collate nocase order by id"
    exact = [(row[0], row[1]) for row in db.conn.execute(sql, {"text": text})]
    if exact:
        return exact
    sql = "select id, name from supplier where instr(lower(name), lower(:text)) > 0 order by name collate nocase, id"
    return [(row[0], row[1]) for row in db.conn.execute(sql, {"text": text})]


def rules(db: Database, supplier_id: int) -> dict[str, Any]:
    """Code, window, tolerance and calendar of a supplier; empty when it is gone."""
    sql = """
    select s.code, s.early_days_allowed as early, s.late_days_allowed as late, s.quantity_tolerance as tolerance,
      c.name as calendar
    from supplier s left join calendar c on c.id = s.calendar_id where s.id = ?
    """
    return next(_rows(db, sql, [supplier_id]), {})


def lines(db: Database, ids: Iterable[int]) -> list[dict[str, Any]]:
    """Names of order lines, in the order of their numbers."""
    sql = f"""
    select l.id, o.number as purchase_order,
      l.line || case l.schedule when '' then '' else '/' || l.schedule end as line,
      coalesce(m.number, '') as material, coalesce(l.description, m.description, '') as description,
      coalesce(l.unit, '') as unit
    from order_line l
    join purchase_order o on o.id = l.purchase_order_id
    left join material m on m.id = l.material_id
    where l.id {_OF_LINES}
    order by o.number, l.line, l.schedule
    """
    return list(_rows(db, sql, {"ids": _listed(ids)}))


def promises(db: Database, ids: Iterable[int], as_of: date) -> list[dict[str, Any]]:
    """Every promise of these lines known by a day, corrected ones left out."""
    sql = f"""
    select l.id as line_id, o.number as purchase_order, l.line, p.known_on, p.promised_on, p.source,
      coalesce(p.told_by, '') as told_by, coalesce(p.evidence, '') as evidence
    from promise p join order_line l on l.id = p.order_line_id join purchase_order o on o.id = l.purchase_order_id
    where p.order_line_id {_OF_LINES} and p.known_on <= :as_of and {STANDS}
    order by o.number, l.line, p.known_on, p.id
    """
    return list(_rows(db, sql, {"ids": _listed(ids), "as_of": as_of.isoformat()}))


def receipts(db: Database, ids: Iterable[int], as_of: date) -> list[dict[str, Any]]:
    """Every receipt of these lines known by a day, corrected ones left out."""
    sql = f"""
    select l.id as line_id, o.number as purchase_order, l.line, r.received_on, r.posted_on, r.quantity,
      r.rejected_quantity as rejected, coalesce(r.document, '') as document
    from receipt r join order_line l on l.id = r.order_line_id join purchase_order o on o.id = l.purchase_order_id
    where r.order_line_id {_OF_LINES} and r.known_on <= :as_of and r.retraction = 0
      and not exists (select 1 from receipt x where x.replaces_id = r.id)
    order by o.number, l.line, r.received_on, r.id
    """
    return list(_rows(db, sql, {"ids": _listed(ids), "as_of": as_of.isoformat()}))


def questions(db: Database, supplier_id: int, since: date, as_of: date) -> list[dict[str, Any]]:
    """Questions asked by a day, unless they were settled before the period."""
    sql = """
    select substr(q.asked_at, 1, 10) as asked_on, q.asked_by, q.kind, coalesce(q.words, '') as words,
      coalesce(o.number || coalesce(' / ' || l.line, ''), c.subject, '') as about,
      case when substr(q.answered_at, 1, 10) <= :as_of then substr(q.answered_at, 1, 10) end as answered_on
    from question q
    left join order_line l on l.id = q.order_line_id
    left join purchase_order o on o.id = coalesce(q.purchase_order_id, l.purchase_order_id)
    left join communication c on c.id = q.communication_id
    where q.supplier_id = :supplier and substr(q.asked_at, 1, 10) <= :as_of
      and (q.closed_reason is null or q.answered_at is not null)
      and (q.answered_at is null or substr(q.answered_at, 1, 10) >= :since)
    order by q.asked_at, q.id
    """
    named = {"supplier": supplier_id, "since": since.isoformat(), "as_of": as_of.isoformat()}
    return list(_rows(db, sql, named))


def actions(db: Database, supplier_id: int, since: date, as_of: date) -> list[dict[str, Any]]:
    """Agreed actions that are open on a day or were done in the period."""
    sql = """
    select what, side, coalesce(owner, '') as owner, due_on, case when done_on <= :as_of then done_on end as done_on
    from agreed_action
    where supplier_id = :supplier and coalesce(starts_on, substr(recorded_at, 1, 10)) <= :as_of
      and (done_on is null or done_on >= :since)
    order by done_on is not null, due_on is null, due_on, id
    """
    named = {"supplier": supplier_id, "since": since.isoformat(), "as_of": as_of.isoformat()}
    return list(_rows(db, sql, named))


def _listed(ids: Iterable[int]) -> str:
    return json.dumps([int(one) for one in ids])


def _rows(db: Database, sql: str, parameters: Any) -> Iterator[dict[str, Any]]:
    cursor = db.conn.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)
