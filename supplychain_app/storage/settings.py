"""The file's own settings: JSON values by key."""

from supplychain_app.storage.connection import Database


def save(db: Database, key: str, value: str) -> None:
    """Set a key to a JSON text."""
    db.conn.execute(
        "insert into setting (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
        [key, value],
    )


def read(db: Database, key: str) -> str | None:
    """The JSON text of a key; None where it was never set."""
    row = db.conn.execute("select value from setting where key = ?", [key]).fetchone()
    return None if row is None else str(row[0])


def remove(db: Database, key: str) -> None:
    db.conn.execute("delete from setting where key = ?", [key])
