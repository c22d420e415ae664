"""The list of imports: each run with its counts and rejects, and how files with known headers are mapped."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from supplychain_app.storage import database
from supplychain_app.storage.connection import Database


@dataclass(frozen=True)
class Run:
    """One import that was applied."""

    id: int
    file_name: str
    kind: str
    layout: str | None
    received_at: str
    recorded_at: str
    counts: dict[str, int]
    undone_at: str | None


def start_run(
    db: Database,
    *,
    file_name: str,
    sha256: str,
    kind: str,
    layout: str | None,
    received_at: str,
    mapping: dict[str, str],
) -> int:
    cursor = db.conn.execute(
        "insert into import_run (file_name, file_sha256, kind, layout, received_at, recorded_at, mapping, counts)"
        " values (?, ?, ?, ?, ?, ?, ?, '{}')",
        [file_name, sha256, kind, layout, received_at, database.now_utc(), json.dumps(mapping, ensure_ascii=False)],
    )
    return int(cursor.lastrowid or 0)


def finish_run(
    db: Database, import_id: int, counts: dict[str, int], rejects: Iterable[tuple[int, str, str, str | None]]
) -> None:
    db.conn.execute("update import_run set counts = ? where id = ?", [json.dumps(counts), import_id])
    db.conn.executemany(
        "insert or ignore into import_reject (import_id, source_row, column_name, reason, raw) values (?, ?, ?, ?, ?)",
        ((import_id, row, column, reason, raw) for row, column, reason, raw in rejects),
    )


def runs(db: Database) -> list[Run]:
    """Every import, newest first."""
    found = db.conn.execute(
        "select id, file_name, kind, layout, received_at, recorded_at, counts, undone_at from import_run order by id desc"  # noqa: E501
    )
    return [Run(r[0], r[1], r[2], r[3], r[4], r[5], json.loads(r[6]), r[7]) for r in found]


def earlier_run(db: Database, sha256: str, kind: str, mapping: dict[str, str]) -> tuple[int, dict[str, int]] | None:
    """The standing import of the very same file, read in the same way."""
    row = db.conn.execute(
        "select id, counts from import_run where file_sha256 = ? and kind = ? and mapping = ? and undone_at is null order by id",  # noqa: E501
        [sha256, kind, json.dumps(mapping, ensure_ascii=False)],
    ).fetchone()
    return (row[0], json.loads(row[1])) if row else None


def is_out_of_order(db: Database, kind: str, received_at: str) -> bool:
    """Was a later export of this kind imported already? Then this one tells history, not the present."""
    sql = "select 1 from import_run where kind = ? and received_at > ? and undone_at is null limit 1"
    return db.conn.execute(sql, [kind, received_at]).fetchone() is not None


def remembered_mapping(db: Database, signature: str) -> tuple[str, dict[str, str]] | None:
    """Kind and mapping (field -> column) that the user confirmed for files with these headers."""
    row = db.conn.execute("select kind, mapping from import_source where signature = ?", [signature]).fetchone()
    return (row[0], json.loads(row[1])) if row else None


def remember_mapping(db: Database, signature: str, kind: str, mapping: dict[str, str]) -> None:
    db.conn.execute(
        "insert into import_source (signature, kind, mapping, confirmed_at) values (?, ?, ?, ?)"
        " on conflict (signature) do update set kind = excluded.kind, mapping = excluded.mapping,"
        " confirmed_at = excluded.confirmed_at",
        [signature, kind, json.dumps(mapping, ensure_ascii=False), database.now_utc()],
    )
