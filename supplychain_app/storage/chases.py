"""What we ask: the lines to chase, and the mails, drafts and workbooks that asked."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from supplychain_app.storage.connection import Database


def chases_of(db: Database, supplier_id: int) -> list[tuple[str, str]]:
    """Subject and thread of the mails that asked a supplier, the newest first.

    A mail program gives a draft another Message-ID when it sends it: its answer is known by the subject alone.
    """
    sql = """
    select coalesce(subject, ''), thread
    from communication
    where supplier_id = ? and direction = 'out' and thread like 'file:%'
    order by happened_at desc, id desc
    limit 200
    """
    return [(str(row[0]), str(row[1])) for row in db.conn.execute(sql, [supplier_id])]


def drafts_of(db: Database, supplier_id: int, after: str, until: str) -> list[tuple[int, str, str]]:
    """Id, subject and thread of the chases that were handed over as drafts in this time, the newest first."""
    sql = """
    select id, coalesce(subject, ''), thread
    from communication
    where supplier_id = ? and direction = 'out' and thread like 'file:%' and sender is null
      and happened_at between ? and ?
    order by happened_at desc, id desc
    """
    return [(int(row[0]), str(row[1]), str(row[2])) for row in db.conn.execute(sql, [supplier_id, after, until])]


def keep_as_sent(db: Database, communication_id: int, values: Mapping[str, Any]) -> None:
    """Put what was sent in place of the draft: words, addresses, original."""
    places = ", ".join(f"{name} = ?" for name in values)
    db.conn.execute(f"update communication set {places} where id = ?", [*values.values(), communication_id])


def lines_to_chase(
    db: Database, day: str, *, supplier_ids: Sequence[int] | None, line_ids: Sequence[int] | None
) -> list[dict[str, Any]]:
    """Open lines to ask about: those named, else those past due, due within two weeks, or without a promise."""
    values: list[Any] = []
    conditions = ["l.status = 'open'"]
    if line_ids is not None:
        conditions.append(f"l.id in ({', '.join('?' * len(line_ids))})")
        values += list(line_ids)
    else:
        conditions.append("(l.current_promise is null or l.current_promise <= date(?, '+14 days'))")
        values.append(day)
    if supplier_ids is not None:
        conditions.append(f"l.supplier_id in ({', '.join('?' * len(supplier_ids))})")
        values += list(supplier_ids)
    return list(
        db.query(
            f"""
        select l.id, l.supplier_id, s.name as supplier, s.language, s.country, o.id as order_id, o.number, l.line,
          l.schedule, coalesce(m.number, '') as material, coalesce(l.description, m.description, '') as description,
          l.quantity, l.received_quantity, coalesce(l.unit, '') as unit, l.required_on, l.current_promise
        from order_line l
        join purchase_order o on o.id = l.purchase_order_id
        join supplier s on s.id = l.supplier_id and s.internal = 0
        left join material m on m.id = l.material_id
        where {" and ".join(conditions)}
        order by s.name, o.number, cast(l.line as integer), l.line
        """,
            values,
        )
    )


def last_asked(db: Database, line_ids: Sequence[int]) -> str | None:
    """When we last wrote a mail about one of these lines."""
    sql = """
    select max(c.happened_at)
    from communication_link k
    join communication c on c.id = k.communication_id
    where k.order_line_id in (select value from json_each(?)) and c.direction = 'out' and c.channel = 'mail'
    """
    row = db.conn.execute(sql, [json.dumps(list(line_ids))]).fetchone()
    return str(row[0]) if row[0] else None


def rows_sent(db: Database, file_id: str) -> dict[str, Any] | None:
    """The mail that a workbook went out with."""
    sql = """
    select id, supplier_id, happened_at
    from communication
    where thread = ? and direction = 'out'
    order by id
    limit 1
    """
    return next(db.query(sql, [f"file:{file_id}"]), None)


def lines_sent(db: Database, communication_id: int) -> list[tuple[int, str]]:
    """The lines that a mail asked about."""
    sql = """
    select l.id, o.number || ' / ' || l.line
    from communication_link k
    join order_line l on l.id = k.order_line_id
    join purchase_order o on o.id = l.purchase_order_id
    where k.communication_id = ?
    order by l.id
    """
    return [(int(row[0]), str(row[1])) for row in db.conn.execute(sql, [communication_id])]


def lines_linked(db: Database, communication_id: int) -> list[int]:
    """The lines that a message is about; of an order that it names, the one line where there is only one open."""
    named = [line_id for line_id, _ in lines_sent(db, communication_id)]
    if named:
        return named
    sql = """
    select min(l.id)
    from communication_link k
    join order_line l on l.purchase_order_id = k.purchase_order_id and l.status = 'open'
    where k.communication_id = ?
    group by k.purchase_order_id
    having count(*) = 1
    """
    return [int(row[0]) for row in db.conn.execute(sql, [communication_id])]


def thread_by_file(db: Database, file_id: str | None) -> str | None:
    """The thread of the mail that a workbook went out with."""
    return f"file:{file_id}" if file_id and rows_sent(db, file_id) else None
