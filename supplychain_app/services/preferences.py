"""Facts about the data that the user sets for this file: thresholds and the like."""

from supplychain_app.language import tr
from supplychain_app.services.undo import SettingEdit, set_setting
from supplychain_app.storage.connection import Database


def save_limits(db: Database, limits: dict[str, float]) -> SettingEdit:
    """Keep the limits that Today follows."""
    return set_setting(db, "worklist", limits, tr("Today follows these limits now"))
