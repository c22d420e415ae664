"""Facts about the data that the user sets for this file: thresholds and the like."""

import json
from typing import Any

from supplychain_app.storage import database, settings
from supplychain_app.storage.connection import Database


def save(db: Database, key: str, value: Any) -> None:
    """Keep a value under a key in the file."""
    with database.writing(db, nouns=frozenset()):
        settings.save(db, key, json.dumps(value))
