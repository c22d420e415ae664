"""The file's own settings: JSON values by key."""

from sqlite_utils import Database


def save(db: Database, key: str, value: str) -> None:
    """Set a key to a JSON text."""
    db.conn.execute(
        "insert into setting (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
        [key, value],
    )
