"""Reads and writes the mail account's settings (never its password), and how far each folder has been read."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from supplychain_app.storage import database
from supplychain_app.storage.connection import Database
from supplychain_app.storage.correspondents import COMMON_HOSTS


@dataclass(frozen=True)
class MailAccount:
    """Where mails are read and sent, and for whom."""

    imap_host: str = ""
    imap_port: int = 993
    imap_security: str = "tls"
    user: str = ""
    sign_in: str = "password"
    folders: tuple[str, ...] = ("INBOX",)
    only_suppliers: bool = True
    days_back: int = 90
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_security: str = "starttls"
    sender_address: str = ""
    sender_name: str = ""


@dataclass(frozen=True)
class LastFetch:
    """What came of the last fetch."""

    at: str | None
    said: str | None
    error: str | None


def account(db: Database) -> MailAccount:
    """The settings as saved; empty ones where there are none yet."""
    names = list(MailAccount.__dataclass_fields__)
    row = db.conn.execute(f"select {', '.join(names)} from mailbox").fetchone()
    if row is None:
        return MailAccount()
    values: dict[str, Any] = dict(zip(names, row, strict=True))
    values["folders"] = tuple(json.loads(values["folders"]))
    values["only_suppliers"] = bool(values["only_suppliers"])
    return MailAccount(**values)


def save_account(db: Database, chosen: MailAccount) -> None:
    """Put these settings in the place of the ones before."""
    values = asdict(chosen) | {
        "folders": json.dumps(list(chosen.folders)),
        "only_suppliers": int(chosen.only_suppliers),
    }
    names = list(values)
    db.conn.execute(
        f"""
        insert into mailbox (id, {", ".join(names)}) values (1, {", ".join("?" * len(names))})
        on conflict (id) do update set {", ".join(f"{name} = excluded.{name}" for name in names)}
        """,
        list(values.values()),
    )


def last_fetch(db: Database) -> LastFetch:
    row = db.conn.execute("select last_fetch_at, last_fetch, last_error from mailbox").fetchone()
    return LastFetch(*row) if row else LastFetch(None, None, None)


def note_fetch(db: Database, at: str, *, said: str | None = None, error: str | None = None) -> None:
    """Remember what came of a fetch; a failure leaves the last success as it was."""
    with database.writing(db):
        if error is not None:
            db.conn.execute("update mailbox set last_error = ?", [error])
        else:
            sql = "update mailbox set last_fetch_at = ?, last_fetch = ?, last_error = null"
            db.conn.execute(sql, [at, said])


def read_up_to(db: Database, name: str, folder: str, uid_validity: int) -> int:
    """The last mail read in a folder; 0 when it was never read, or its numbers mean other mails by now."""
    sql = "select last_uid from mailbox_folder where account = ? and folder = ? and uid_validity = ?"
    row = db.conn.execute(sql, [name, folder, uid_validity]).fetchone()
    return int(row[0]) if row else 0


def save_progress(db: Database, name: str, folder: str, uid_validity: int, last_uid: int, at: str) -> None:
    """How far a folder has been read; it never goes back while its numbers mean the same mails."""
    db.conn.execute(
        """
        insert into mailbox_folder (account, folder, uid_validity, last_uid, read_at) values (?, ?, ?, ?, ?)
        on conflict (account, folder) do update set
          last_uid = case when uid_validity = excluded.uid_validity then max(last_uid, excluded.last_uid)
            else excluded.last_uid end,
          uid_validity = excluded.uid_validity, read_at = excluded.read_at
        """,
        [name, folder, uid_validity, last_uid, at],
    )


def supplier_addresses(db: Database) -> tuple[frozenset[str], frozenset[str]]:
    """The addresses of the suppliers' contacts, and the domains of those that are not a public provider's."""
    sql = """
    select lower(c.email)
    from contact c
    join supplier s on s.id = c.supplier_id and s.internal = 0
    where c.email like '%@%'
    """
    addresses = frozenset(str(row[0]).strip() for row in db.conn.execute(sql))
    domains = frozenset(one.rpartition("@")[2] for one in addresses)
    return addresses, domains - COMMON_HOSTS - {""}
