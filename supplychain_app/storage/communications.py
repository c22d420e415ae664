"""Reads and writes communications: messages in their threads, attachments, and what was found in them."""

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
    undelivered: int = 0  # those that say: a mail of ours did not arrive


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


def insert(db: Database, table: str, values: Mapping[str, Any]) -> int:
    """Add one row to a table of this noun; a row that is there already is left alone."""
    assert table in ("communication", "communication_link", "attachment", "question", "suggestion")
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    sql = f"insert or ignore into {table} ({names}) values ({marks})"
    return int(db.conn.execute(sql, list(values.values())).lastrowid or 0)


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
          ),
          (
            select count(*) from suggestion g join communication y on y.id = g.communication_id
            where y.thread = c.thread and g.state = 'open' and g.kind = 'undelivered'
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
    found = list(
        db.query(
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


def by_mail_and_date(db: Database, suggestion_ids: Iterable[int]) -> list[int]:
    """These suggestions, the dates of one mail in their order: of a split delivery, the last part comes last."""
    ids = list(suggestion_ids)
    sql = f"""
    select id from suggestion where id in ({", ".join("?" * len(ids))}) order by communication_id, promised_on, id
    """
    there = [int(row[0]) for row in db.conn.execute(sql, ids)]
    return there + [one for one in ids if one not in there]


def message(db: Database, communication_id: int) -> dict[str, Any]:
    """Who said it and when."""
    sql = "select id, sender, happened_at, supplier_id from communication where id = ?"
    return next(db.query(sql, [communication_id]))


def has_suggestion(db: Database, communication_id: int, line_id: int, value: str) -> bool:
    """Whether this value was read from this message for this line already."""
    sql = "select 1 from suggestion where communication_id = ? and order_line_id = ? and value = ?"
    return db.conn.execute(sql, [communication_id, line_id, value]).fetchone() is not None


def thread_of_message(db: Database, communication_id: int) -> str:
    row = db.conn.execute("select thread from communication where id = ?", [communication_id]).fetchone()
    return str(row[0])
