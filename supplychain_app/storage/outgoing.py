"""Reads and writes the mails handed to the mail server: noted before they go, so that none goes twice."""

import json
from collections.abc import Sequence

from supplychain_app.storage.connection import Database


def begin(
    db: Database, *, message_id: str, supplier_id: int, recipients: str, subject: str, line_ids: Sequence[int], at: str
) -> int:
    """Note a mail that is about to be sent."""
    sql = """
    insert into outgoing_mail (message_id, supplier_id, recipients, subject, line_ids, started_at)
    values (?, ?, ?, ?, ?, ?)
    """
    values = [message_id, supplier_id, recipients, subject, json.dumps(list(line_ids)), at]
    return int(db.conn.execute(sql, values).lastrowid or 0)


def end(
    db: Database, mail_id: int, state: str, at: str, *, problem: str | None = None, communication_id: int | None = None
) -> None:
    """What became of it: sent, refused or unsure."""
    sql = "update outgoing_mail set state = ?, ended_at = ?, problem = ?, communication_id = ? where id = ?"
    db.conn.execute(sql, [state, at, problem, communication_id, mail_id])


def lines_asked(db: Database, day: str) -> dict[int, str]:
    """The order lines that a mail of this day asks about, or may ask about: sent, unsure, or sending (cut short)."""
    sql = """
    select line_ids, state
    from outgoing_mail
    where substr(started_at, 1, 10) = ? and state <> 'refused'
    order by state = 'sent'
    """
    return {int(line): str(row[1]) for row in db.conn.execute(sql, [day]) for line in json.loads(row[0])}
