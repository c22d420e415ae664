"""What planners decided about planning lead times, and when: the log, and what holds of it now."""

from collections.abc import Mapping
from dataclasses import dataclass

from supplychain_app.storage.connection import Database

Source = tuple[int | None, int | None]  # ids of the material and of the supplier


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log."""

    source: Source
    material: str
    supplier: str
    decision: str  # accept, keep, edit
    planning_days: int
    erp_days: int | None
    service_level: float
    reason: str | None
    decided_at: str  # UTC


def log(db: Database) -> list[Decision]:
    """Every decision that was not taken back, the newest first."""
    rows = db.conn.execute(
        """
        select d.material_id, d.supplier_id, coalesce(m.number, ''), coalesce(s.name, ''), d.decision, d.planning_days,
               d.erp_days, d.service_level, d.reason, d.decided_at
        from lead_time_decision d
        left join material m on m.id = d.material_id
        left join supplier s on s.id = d.supplier_id
        order by d.decided_at desc, d.id desc
        """
    )
    return [Decision((row[0], row[1]), *row[2:]) for row in rows]


def holding(db: Database) -> Mapping[Source, Decision]:
    """The last decision for each material of a supplier, material, or supplier."""
    return {decision.source: decision for decision in reversed(log(db))}
