"""Planning lead times of the workspace, as known on a day."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from supplychain_app.analytics import lead_times as lead_timing
from supplychain_app.analytics.groups import Grouping, group_by
from supplychain_app.analytics.lead_times import LeadTimeDetail, LeadTimeRow, LeadTimeTable
from supplychain_app.analytics.line_facts import MISSING, LeadLines, LineFacts
from supplychain_app.domain.errors import InvalidInput
from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.language import tr
from supplychain_app.storage import facts as stored
from supplychain_app.storage import lead_lines
from supplychain_app.storage.connection import Database

LEAD_TIME_FIELDS = ("supplier", "material", "lane", "mode", "country", "incoterm")


def lead_times(
    db: Database,
    *,
    by: Sequence[str] = ("material", "supplier"),
    service_level: float = 0.8,
    as_of: date,
    supplier_id: int | None = None,
    report: Report = silent,
    cancelled: IsCancelled = never,
) -> LeadTimeTable:
    """Planning lead times of each group of the fields `by`, the worst hope gap first."""
    unknown = [field for field in by if field not in LEAD_TIME_FIELDS]
    if unknown:
        raise InvalidInput(
            tr(
                "Lead times by “{unknown}” are not known. Choose from {choices}.",
                unknown=unknown[0],
                choices=", ".join(LEAD_TIME_FIELDS),
            )
        )
    if not 0.0 < service_level < 1.0:
        raise InvalidInput(tr("The service level lies between 0 and 1: write 0.8 for 80 %."))
    report(0, 2, tr("Reading order lines"))
    facts = lead_lines.load(db, as_of, by)
    stop_if(cancelled)
    report(1, 2, tr("Working out lead times"))
    table = lead_time_table(facts, stored.names(db), by=by, service_level=service_level)
    report(2, 2, tr("Lead times"))
    if supplier_id is None:
        return table
    return replace(table, rows=tuple(row for row in table.rows if row.supplier_id == supplier_id))


def lead_time_table(
    facts: LineFacts | LeadLines, names: stored.Names, *, by: Sequence[str], service_level: float
) -> LeadTimeTable:
    """The same from facts that are read already."""

    def erp_days(groups: Grouping) -> Sequence[int | None]:
        if "material" in groups.fields:
            materials = groups.values[:, groups.fields.index("material")].tolist()
            if "supplier" not in groups.fields or not names.erp_source_days:
                return [names.erp_days.get(material) for material in materials]
            suppliers = groups.values[:, groups.fields.index("supplier")].tolist()
            pairs = zip(materials, suppliers, strict=True)
            return [names.erp_source_days.get(pair, names.erp_days.get(pair[0])) for pair in pairs]
        if groups.fields == ("supplier",):
            usual = _usual_erp_days(facts, names)
            return [usual.get(supplier) for supplier in groups.values[:, 0].tolist()]
        return [None] * len(groups)

    def name(field: str, value: int) -> str:
        return value_name(facts, names, field, value)

    return lead_timing.table(facts, by, service_level=service_level, erp_days=erp_days, name=name)


def lead_time_detail(db: Database, row: LeadTimeRow, *, as_of: date) -> LeadTimeDetail:
    """The curve and the points of one row of `lead_times`."""
    facts = stored.load(db, as_of)
    return lead_timing.detail(facts.select(np.isin(facts.line_id, row.line_ids)), row)


def value_name(facts: LineFacts | LeadLines, names: stored.Names, field: str, value: int) -> str:
    """The text of a grouping value; "" where unknown."""
    if field == "supplier":
        return names.suppliers.get(value, "")
    if field == "material":
        return names.materials.get(value, "")
    labels = facts.labels[field]
    return labels[value] if 0 <= value < len(labels) else ""


def _usual_erp_days(facts: LineFacts | LeadLines, names: stored.Names) -> dict[int, int]:
    """The ERP's figure in the middle of each supplier's lines."""
    if not names.erp_days and not names.erp_source_days:
        return {}
    materials = group_by(facts, ("supplier", "material") if names.erp_source_days else ("material",))
    found = [names.erp_source_days.get((m, *s), names.erp_days.get(m, MISSING)) for *s, m in materials.values.tolist()]
    of_line = np.array(found, dtype=np.int64)[materials.code]
    suppliers = group_by(facts, ("supplier",))
    usual = lead_timing.medians(of_line, of_line != MISSING, suppliers.code, len(suppliers))
    known = zip(suppliers.values[:, 0].tolist(), usual.tolist(), strict=True)
    return {supplier: int(days) for supplier, days in known if not math.isnan(days)}
