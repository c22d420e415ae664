"""Reads and writes communications: messages, their links, attachments, questions and suggestions."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from supplychain_app.storage.connection import Database


@dataclass(frozen=True)
class Thread:
    """Messages that belong together, newest thread first."""

    thread: str
    supplier_id: int | None
    supplier: str | None
    subject: str
    messages: int
    last_at: str
    last_direction: str
    open_suggestions: int
    questions_to_us: int
    questions_to_them: int
    to_read: int = 0  # those among the open suggestions that only say: read this


@dataclass(frozen=True)
class StoredMessage:
    """One message of a thread."""

    id: int
    direction: str
    channel: str
    supplier_id: int | None
    subject: str | None
    body: str
    sender: str | None
    recipients: str | None
    happened_at: str
    notes: tuple[str, ...]
    attachments: tuple[str, ...]


@dataclass(frozen=True)
class StoredSuggestion:
    """What was read in a message, with the promise that stands now: old → new."""

    id: int
    communication_id: int
    order_line_id: int | None
    kind: str
    purchase_order: str | None
    line: str | None
    promised_on: str | None
    quantity: float | None
    value: str | None
    words: str
    confidence: float
    state: str
    current_promise: str | None


@dataclass(frozen=True)
class StoredQuestion:
    """A question whose clock is running."""

    id: int
    communication_id: int | None
    supplier_id: int
    supplier: str
    country: str | None
    calendar_id: int | None
    order_line_id: int | None
    purchase_order: str | None
    asked_by: str
    kind: str
    words: str | None
    asked_at: str


def rows(db: Database, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[dict[str, Any]]:
    """Rows as dictionaries."""
    cursor = db.conn.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def by_fingerprint(db: Database, fingerprint: str, message_id: str | None) -> int | None:
    """A message that is in the file already."""
    sql = "select id from communication where fingerprint = ? or (message_id is not null and message_id = ?)"
    row = db.conn.execute(sql, [fingerprint, message_id]).fetchone()
    return int(row[0]) if row else None


def thread_of(db: Database, message_ids: Sequence[str], subject: str, supplier_id: int | None) -> str | None:
    """The thread of one of these messages, else of the same subject with the same supplier."""
    for one in message_ids:
        row = db.conn.execute("select thread from communication where message_id = ?", [one]).fetchone()
        if row:
            return str(row[0])
    if not subject:
        return None
    sql = "select thread from communication where thread = ? and supplier_id is ? limit 1"
    row = db.conn.execute(sql, [f"subject:{supplier_id or 0}:{subject}", supplier_id]).fetchone()
    return str(row[0]) if row else None


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


def supplier_by_address(db: Database, address: str) -> tuple[int, int | None] | None:
    """Supplier and contact with this address, else the only supplier whose contacts share its domain."""
    row = db.conn.execute("select supplier_id, id from contact where lower(trim(email)) = ?", [address]).fetchone()
    if row:
        return int(row[0]), int(row[1])
    domain = address.rpartition("@")[2]
    if not domain or domain in COMMON_HOSTS:
        return None
    sql = "select distinct supplier_id from contact where email like ? escape '\\' limit 2"
    found = db.conn.execute(sql, ["%@" + _literal(domain)]).fetchall()
    return (int(found[0][0]), None) if len(found) == 1 else None


COMMON_HOSTS = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "hotmail.com",
        "yahoo.com",
        "gmx.de",
        "gmx.net",
        "web.de",
        "t-online.de",
        "icloud.com",
        "aol.com",
        "qq.com",
        "163.com",
        "126.com",
        "live.com",
        "orange.fr",
        "free.fr",
        "libero.it",
        "mail.ru",
        "yandex.ru",
        "proton.me",
    ]
)


def supplier(db: Database, supplier_id: int) -> dict[str, Any] | None:
    found = rows(db, "select * from supplier where id = ?", [supplier_id])
    return found[0] if found else None


def known_lines(db: Database, supplier_id: int | None) -> list[dict[str, Any]]:
    """Lines a mail may be about: all open ones of the supplier, or of everyone, and those closed lately."""
    return rows(
        db,
        """
        select l.id, o.id as order_id, o.number, l.line, coalesce(m.number, '') as material, l.status, l.supplier_id,
            l.current_promise, coalesce(l.description, m.description, '') as description, l.quantity
        from order_line l
        join purchase_order o on o.id = l.purchase_order_id
        left join material m on m.id = l.material_id
        where (:supplier is null or l.supplier_id = :supplier)
          and (:supplier is not null or l.status = 'open')
        order by l.id desc
        limit 100000
        """,
        {"supplier": supplier_id},
    )


def country_of(db: Database, supplier_id: int) -> str | None:
    """A supplier's country, or the one that most of its order lines name."""
    sql = """
    select coalesce(
        (select nullif(country, '') from supplier where id = :supplier),
        (select country from order_line where supplier_id = :supplier and country > ''
         group by country order by count(*) desc, country limit 1))
    """
    row = db.conn.execute(sql, {"supplier": supplier_id}).fetchone()
    return str(row[0]) if row and row[0] else None


def supplier_of_order(db: Database, number: str) -> int | None:
    sql = """
    select l.supplier_id
    from order_line l
    join purchase_order o on o.id = l.purchase_order_id
    where o.number = ?
    limit 1
    """
    row = db.conn.execute(sql, [number]).fetchone()
    return row[0] if row else None


def order_id(db: Database, number: str) -> int | None:
    row = db.conn.execute("select id from purchase_order where number = ?", [number]).fetchone()
    return int(row[0]) if row else None


def insert(db: Database, table: str, values: Mapping[str, Any]) -> int:
    """Add one row to a table of this noun; a row that is there already is left alone."""
    assert table in ("communication", "communication_link", "attachment", "question", "suggestion")
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    sql = f"insert or ignore into {table} ({names}) values ({marks})"
    return int(db.conn.execute(sql, list(values.values())).lastrowid or 0)


def questions_answered(
    db: Database, *, supplier_id: int, asked_by: str, order_ids: Iterable[int], thread: str, at: str
) -> list[int]:
    """The open questions that a message answers: those of its thread, of its orders, and of lines we reminded of."""
    ids = list(order_ids)
    marks = ", ".join("?" * len(ids)) or "null"
    found = db.conn.execute(
        f"""
        select id
        from question
        where supplier_id = ?
          and asked_by = ?
          and answered_at is null
          and asked_at <= ?
          and (
            communication_id in (select id from communication where thread = ?)
            or purchase_order_id in ({marks})
            or order_line_id in (select id from order_line where purchase_order_id in ({marks}))
            or (asked_by = 'us' and order_line_id in (
              select k.order_line_id from communication c join communication_link k on k.communication_id = c.id
              where c.thread = ? and c.direction = 'out' and k.order_line_id is not null
            ))
          )
        """,
        [supplier_id, asked_by, at, thread, *ids, *ids, thread],
    )
    return [int(row[0]) for row in found]


def answer_questions(
    db: Database, *, supplier_id: int, asked_by: str, order_ids: Iterable[int], thread: str, at: str, answer_id: int
) -> int:
    """Close the questions that a message answers."""
    found = questions_answered(
        db, supplier_id=supplier_id, asked_by=asked_by, order_ids=order_ids, thread=thread, at=at
    )
    marks = ", ".join("?" * len(found))
    db.conn.execute(
        f"update question set answered_at = ?, answer_id = ? where id in ({marks})", [at, answer_id, *found]
    )
    return len(found)


def threads(db: Database, *, supplier_id: int | None = None, search: str = "", limit: int = 500) -> list[Thread]:
    """Threads with what is still to do in each: where it is our turn first, and the newest first."""
    found = db.conn.execute(
        r"""
        select c.thread, max(c.supplier_id), max(s.name),
          coalesce((
            select coalesce(nullif(x.subject, ''), substr(replace(x.body, char(10), ' '), 1, 100))
            from communication x where x.thread = c.thread order by x.happened_at, x.id limit 1
          ), ''),
          count(*), max(c.happened_at),
          (
            select x.direction from communication x where x.thread = c.thread
            order by x.happened_at desc, x.id desc limit 1
          ),
          (
            select count(*) from suggestion g join communication y on y.id = g.communication_id
            where y.thread = c.thread and g.state = 'open'
          ) as found,
          (
            select count(*) from question q join communication y on y.id = q.communication_id
            where y.thread = c.thread and q.answered_at is null and q.asked_by = 'them'
          ) as asked,
          (
            select count(*) from question q join communication y on y.id = q.communication_id
            where y.thread = c.thread and q.answered_at is null and q.asked_by = 'us'
          ),
          (
            select count(*) from suggestion g join communication y on y.id = g.communication_id
            where y.thread = c.thread and g.state = 'open' and g.kind = 'read'
          )
        from communication c
        left join supplier s on s.id = c.supplier_id
        where (:supplier is null or c.supplier_id = :supplier)
          and (:search = '' or c.thread in (
            select x.thread from communication x left join supplier t on t.id = x.supplier_id
            where x.subject like :words escape '\' or x.body like :words escape '\' or x.sender like :words escape '\'
              or t.name like :words escape '\' or x.id in (
                select k.communication_id
                from communication_link k
                left join order_line l on l.id = k.order_line_id
                join purchase_order o on o.id = coalesce(k.purchase_order_id, l.purchase_order_id)
                where o.number like :words escape '\'
              )
          ))
        group by c.thread
        order by (found > 0 or asked > 0) desc, max(c.happened_at) desc
        limit :limit
        """,
        {"supplier": supplier_id, "search": search, "words": f"%{_literal(search)}%", "limit": limit},
    )
    return [Thread(*row) for row in found]


def _literal(text: str) -> str:
    """Text in which a pattern finds its signs as they are."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def threads_to_do(db: Database) -> int:
    """In how many threads it is our turn: something was found in them, or we owe an answer."""
    sql = """
    select count(distinct c.thread)
    from communication c
    where c.id in (select communication_id from suggestion where state = 'open')
      or c.id in (select communication_id from question where answered_at is null and asked_by = 'them')
    """
    return int(db.conn.execute(sql).fetchone()[0])


def messages(db: Database, thread: str) -> list[StoredMessage]:
    """The messages of a thread, oldest first."""
    found = rows(
        db,
        """
        select c.id, c.direction, c.channel, c.supplier_id, c.subject, c.body, c.sender, c.recipients, c.happened_at,
          coalesce(c.notes, '') as notes,
          (select group_concat(a.name, char(31)) from attachment a where a.communication_id = c.id) as attachments
        from communication c
        where c.thread = ?
        order by c.happened_at, c.id
        """,
        [thread],
    )
    for row in found:
        row["attachments"] = tuple(filter(None, (row["attachments"] or "").split("\x1f")))
        row["notes"] = tuple(row["notes"].splitlines())
    return [StoredMessage(**row) for row in found]


def attached(db: Database, communication_id: int, endings: Sequence[str] = ()) -> list[tuple[str, bytes]]:
    """Names and contents of the files that came with a message, where they were kept; only those of some endings."""
    sql = "select name, content from attachment where communication_id = ? and content is not null order by id"
    found = db.conn.execute(sql, [communication_id])
    return [(name, content) for name, content in found if not endings or name.lower().endswith(tuple(endings))]


def suggestions(
    db: Database,
    *,
    thread: str | None = None,
    suggestion_id: int | None = None,
    communication_id: int | None = None,
    state: str | None = None,
) -> list[StoredSuggestion]:
    """What was read, of one thread or message, or one by its id."""
    found = db.conn.execute(
        """
        select g.id, g.communication_id, g.order_line_id, g.kind, g.purchase_order, g.line, g.promised_on, g.quantity,
          g.value, g.words, g.confidence, g.state, l.current_promise
        from suggestion g
        join communication c on c.id = g.communication_id
        left join order_line l on l.id = g.order_line_id
        where (:thread is null or c.thread = :thread)
          and (:id is null or g.id = :id)
          and (:message is null or g.communication_id = :message)
          and (:state is null or g.state = :state)
        order by g.id
        """,
        {"thread": thread, "id": suggestion_id, "message": communication_id, "state": state},
    )
    return [StoredSuggestion(*row) for row in found]


def open_questions_of(db: Database, thread: str, asked_by: str) -> list[int]:
    """The questions of one side in a thread that have no answer."""
    sql = """
    select q.id
    from question q
    join communication c on c.id = q.communication_id
    where c.thread = ? and q.asked_by = ? and q.answered_at is null
    order by q.id
    """
    return [int(row[0]) for row in db.conn.execute(sql, [thread, asked_by])]


def thread_asking(db: Database, question_ids: Sequence[int]) -> str | None:
    """The thread of the newest mail among those that ask these questions."""
    sql = """
    select c.thread
    from question q
    join communication c on c.id = q.communication_id
    where q.id in (select value from json_each(?))
    order by c.happened_at desc, c.id desc
    limit 1
    """
    row = db.conn.execute(sql, [json.dumps(list(question_ids))]).fetchone()
    return str(row[0]) if row else None


def by_mail_and_date(db: Database, suggestion_ids: Iterable[int]) -> list[int]:
    """These suggestions, the dates of one mail in their order: of a split delivery, the last part comes last."""
    ids = list(suggestion_ids)
    sql = f"""
    select id from suggestion where id in ({", ".join("?" * len(ids))}) order by communication_id, promised_on, id
    """
    there = [int(row[0]) for row in db.conn.execute(sql, ids)]
    return there + [one for one in ids if one not in there]


def open_questions(db: Database, until: str) -> list[StoredQuestion]:
    """Questions without an answer at a moment, oldest first."""
    found = db.conn.execute(
        """
        select q.id, q.communication_id, q.supplier_id, s.name, s.country, s.calendar_id, q.order_line_id, o.number,
          q.asked_by, q.kind, q.words, q.asked_at
        from question q
        join supplier s on s.id = q.supplier_id
        left join order_line l on l.id = q.order_line_id
        left join purchase_order o on o.id = coalesce(q.purchase_order_id, l.purchase_order_id)
        where q.asked_at <= :until and (q.answered_at is null or q.answered_at > :until)
        order by q.asked_at, q.id
        """,
        {"until": until},
    )
    return [StoredQuestion(*row) for row in found]


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
    return rows(
        db,
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


def contact_of(db: Database, supplier_id: int) -> dict[str, Any] | None:
    """The contact to write to."""
    sql = "select * from contact where supplier_id = ? and email is not null order by id limit 1"
    found = rows(db, sql, [supplier_id])
    return found[0] if found else None


def line_by_key(db: Database, line_id: int | None, order: str, line: str) -> dict[str, Any] | None:
    """A line by its id when it still is the one named, else by order and line."""
    sql = """
    select l.id, o.number, l.line, l.quantity, l.current_promise, l.status, l.supplier_id
    from order_line l
    join purchase_order o on o.id = l.purchase_order_id
    where o.number = :order and ltrim(l.line, '0') = ltrim(:line, '0')
    order by l.id = :id desc
    limit 1
    """
    found = rows(db, sql, {"order": order, "line": line, "id": line_id})
    return found[0] if found else None


def line_by_id(db: Database, line_id: int) -> dict[str, Any] | None:
    """A line, with the same columns as by its key."""
    sql = """
    select l.id, o.number, l.line, l.quantity, l.current_promise, l.status, l.supplier_id
    from order_line l
    join purchase_order o on o.id = l.purchase_order_id
    where l.id = ?
    """
    found = rows(db, sql, [line_id])
    return found[0] if found else None


def domains_of(db: Database, supplier_id: int) -> set[str]:
    """Whence a supplier's contacts write: the domain, or the whole address at a public provider."""
    sql = "select lower(trim(email)) from contact where supplier_id = ? and email like '%@%'"
    addresses = [str(row[0]) for row in db.conn.execute(sql, [supplier_id])]
    return {one if (domain := one.rpartition("@")[2]) in COMMON_HOSTS else domain for one in addresses}


def message(db: Database, communication_id: int) -> dict[str, Any]:
    """Who said it and when."""
    return rows(db, "select id, sender, happened_at, supplier_id from communication where id = ?", [communication_id])[
        0
    ]


def open_lines_of(db: Database, number: str) -> list[int]:
    """The open lines of an order."""
    sql = """
    select l.id
    from order_line l
    join purchase_order o on o.id = l.purchase_order_id
    where o.number = ? and l.status = 'open'
    order by l.id
    """
    return [int(row[0]) for row in db.conn.execute(sql, [number])]


def suppliers_named(db: Database, name: str) -> list[int]:
    """Suppliers by code or name, in any case of letters."""
    sql = "select id from supplier where code = :name or lower(name) = lower(:name) or identity = :name"
    return [int(row[0]) for row in db.conn.execute(sql, {"name": name})]


def rows_sent(db: Database, file_id: str) -> dict[str, Any] | None:
    """The mail that a workbook went out with."""
    sql = """
    select id, supplier_id, happened_at
    from communication
    where thread = ? and direction = 'out'
    order by id
    limit 1
    """
    found = rows(db, sql, [f"file:{file_id}"])
    return found[0] if found else None


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


def has_promise(db: Database, line_id: int, promised_on: str, known_on: str) -> bool:
    """Whether this very promise was read from a workbook on that day already."""
    sql = "select 1 from promise where order_line_id = ? and promised_on = ? and known_on = ? and source = 'workbook'"
    return db.conn.execute(sql, [line_id, promised_on, known_on]).fetchone() is not None


def has_suggestion(db: Database, communication_id: int, line_id: int, value: str) -> bool:
    """Whether this value was read from this message for this line already."""
    sql = "select 1 from suggestion where communication_id = ? and order_line_id = ? and value = ?"
    return db.conn.execute(sql, [communication_id, line_id, value]).fetchone() is not None


def thread_of_message(db: Database, communication_id: int) -> str:
    row = db.conn.execute("select thread from communication where id = ?", [communication_id]).fetchone()
    return str(row[0])


def order_ids_of(db: Database, line_ids: Sequence[int]) -> list[int]:
    """The orders of lines."""
    marks = ", ".join("?" * len(line_ids))
    found = db.conn.execute(f"select distinct purchase_order_id from order_line where id in ({marks})", list(line_ids))
    return [int(row[0]) for row in found]
