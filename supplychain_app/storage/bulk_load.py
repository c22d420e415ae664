"""Lets a table take in more rows than it holds: what is kept beside each row is made for all of them at once, after."""

from collections.abc import Iterator
from contextlib import contextmanager

from supplychain_app.storage.connection import Database

FEW = 10_000  # rows that go in as they come: to make the indexes anew would take longer

# No index that refuses rows, and of the triggers those of storage/schema_014.py alone: they forget blocks of columns.
_BESIDE = """
select type, name, sql from sqlite_master
where tbl_name = ?
  and sql is not null
  and (type = 'index' and sql not like 'create unique%' or type = 'trigger' and name glob '*_packed_insert*')
order by rowid
"""


@contextmanager
def adding(db: Database, table: str, rows: int) -> Iterator[None]:
    """Inside, so many new rows are added to a table; call within `writing`, which takes all of it back or none.

    An index made over a full table is sorted once, in half the time of finding the place of each row in it.
    """
    if rows < FEW or rows < db.conn.execute(f"select count(*) from {table}").fetchone()[0]:
        yield
        return
    beside = db.conn.execute(_BESIDE, [table]).fetchall()
    for kind, name, _ in beside:
        db.conn.execute(f"drop {kind} {name}")
    yield
    for _, _, sql in beside:
        db.conn.execute(sql)
    db.conn.execute("delete from packed_column where source = ?", [table])
