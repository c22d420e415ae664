"""Planning lead times of the workspace, as known on a day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics import lead_times as lead_timing
from supplychain_app.analytics.groups import Grouping, group_by
from supplychain_app.analytics.lead_time_rows import LeadTimeRow
from supplychain_app.analytics.lead_times import LeadTimeDetail, LeadTimeTable
from supplychain_app.analytics.line_facts import LeadLines, LineFacts
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
    mine = table.rows.numbers("supplier_id") == supplier_id if table.rows else np.zeros(0)
    return replace(table, rows=table.rows.chosen(np.flatnonzero(mine)))


def lead_time_table(
    facts: LineFacts | LeadLines, names: stored.Names, *, by: Sequence[str], service_level: float
) -> LeadTimeTable:
    """The same from facts that are read already."""

    def erp_days(groups: Grouping) -> NDArray[np.float64]:
        if groups.fields == ("supplier",):
            suppliers, usual = _usual_erp_days(facts, names)
            return usual[np.searchsorted(suppliers, groups.values[:, 0])]
        if "material" not in groups.fields:
            return np.full(len(groups), np.nan)
        return _erp_days(groups, names)

    def texts(field: str, values: Sequence[int]) -> list[str]:
        return value_names(facts, names, field, values)

    return lead_timing.table(facts, by, service_level=service_level, erp_days=erp_days, names=texts)


def lead_time_detail(db: Database, row: LeadTimeRow, *, as_of: date) -> LeadTimeDetail:
    """The curve and the points of one row of `lead_times`."""
    facts = stored.load(db, as_of)
    return lead_timing.detail(facts.select(np.isin(facts.line_id, row.line_ids)), row)


def value_name(facts: LineFacts | LeadLines, names: stored.Names, field: str, value: int) -> str:
    """The text of a grouping value; "" where unknown."""
    return value_names(facts, names, field, [value])[0]


def value_names(facts: LineFacts | LeadLines, names: stored.Names, field: str, values: Sequence[int]) -> list[str]:
    """The texts of values of a grouping field; "" where unknown."""
    known = {"supplier": names.suppliers, "material": names.materials}
    texts = known[field] if field in known else dict(enumerate(facts.labels[field]))
    return [texts.get(value, "") for value in values]


def _erp_days(groups: Grouping, names: stored.Names) -> NDArray[np.float64]:
    """The ERP's figure for each group of lines of one material; NaN where it has none."""
    materials = groups.values[:, groups.fields.index("material")].tolist()
    found = [names.erp_days.get(material, np.nan) for material in materials]
    if "supplier" in groups.fields and names.erp_source_days:
        suppliers = groups.values[:, groups.fields.index("supplier")].tolist()
        found = list(map(names.erp_source_days.get, zip(materials, suppliers, strict=True), found))
    return np.array(found, dtype=np.float64)


def _usual_erp_days(facts: LineFacts | LeadLines, names: stored.Names) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The ids of the suppliers in order, and the ERP's figure in the middle of their lines; NaN where it has none."""
    suppliers = group_by(facts, ("supplier",))
    materials = group_by(facts, ("material", "supplier") if names.erp_source_days else ("material",))
    of_line = _erp_days(materials, names)[materials.code]
    usual = lead_timing.medians(of_line, ~np.isnan(of_line), suppliers.code, len(suppliers))
    return suppliers.values[:, 0], np.trunc(usual)
