"""Limits of a supplier's own for when its rows appear on Today."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from supplychain_app.language import tr
from supplychain_app.services.undo import SettingEdit, set_setting
from supplychain_app.storage import settings
from supplychain_app.storage.connection import Database

KEY = "worklist_suppliers"
NAMES = ("late_days", "acknowledge_working_days", "reply_working_days")
"""The limits that may be a supplier's own."""


@dataclass(frozen=True)
class SupplierLimits:
    """By supplier, the limits that differ from the usual ones."""

    own: Mapping[int, Mapping[str, int]] = field(default_factory=dict)

    def limit(self, supplier_id: int | None, name: str, usual: int) -> int:
        return self.own.get(supplier_id or 0, {}).get(name, usual)

    def least(self, name: str, usual: int) -> int:
        """The smallest that any supplier has."""
        return min((values[name] for values in self.own.values() if name in values), default=usual)


def read(db: Database) -> SupplierLimits:
    """As they stand in the file; what is not usable is left out."""
    return SupplierLimits(_own(db))


def save(db: Database, supplier_id: int, limits: Mapping[str, int], usual: Mapping[str, int]) -> SettingEdit:
    """Keep what differs from the usual limits."""
    own = {number: dict(values) for number, values in _own(db).items()}
    differing = {name: value for name, value in limits.items() if name in NAMES and value != usual[name]}
    own.pop(supplier_id, None)
    if differing:
        own[supplier_id] = differing
    done = tr("Today follows this supplier's own limits now") if differing else tr("The usual limits hold for it")
    return set_setting(db, KEY, own, done)


def _own(db: Database) -> dict[int, dict[str, int]]:
    try:
        kept: Any = json.loads(settings.read(db, KEY) or "{}")
        return {
            int(number): {name: int(value) for name, value in values.items() if name in NAMES and int(value) >= 0}
            for number, values in kept.items()
        }
    except (ValueError, AttributeError, TypeError):
        return {}
