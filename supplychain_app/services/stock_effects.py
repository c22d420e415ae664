"""What lead times do to safety stock: of one material, and of all that pass a stage."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics import weak_links as linking
from supplychain_app.analytics.lead_time_rows import LeadTimeRow
from supplychain_app.analytics.lead_times import spans
from supplychain_app.analytics.line_facts import MISSING, NO_START, LineFacts
from supplychain_app.analytics.safety_stock import FEWEST_LINES, SafetyStock, safety_stock
from supplychain_app.analytics.weak_links import StockEffect, WhatIf
from supplychain_app.domain.errors import InvalidInput
from supplychain_app.domain.periods import Period
from supplychain_app.domain.stages import STAGES, Stage
from supplychain_app.language import tr
from supplychain_app.services.stage_times import all_stage_times
from supplychain_app.storage import facts as stored
from supplychain_app.storage.connection import Database

WEEKS = 52
SERVICE_LEVEL = 0.95
_MOST_MATERIALS = 400  # those with the most lines speak for the rest


def stock_of_row(db: Database, row: LeadTimeRow, *, as_of: date) -> SafetyStock | None:
    """Safety stock of a row's material with the lead times of the row; None: no material, or too little to say."""
    if row.material_id is None:
        return None
    facts = stored.load(db, as_of)
    mine = facts.select(facts.material == row.material_id)
    used = spans(facts.select(np.isin(facts.line_id, row.line_ids)))
    return safety_stock(
        used.time[used.event], _weekly(mine), service_level=row.service_level, planned_days=row.erp_days
    )


def what_if(
    db: Database,
    *,
    stage: str,
    to: str = "plan",
    days: float = 0.0,
    period: Period | None = None,
    as_of: date,
    supplier_id: int | None = None,
) -> WhatIf | None:
    """What would be won if a stage kept its plan, its median, or took a given number of days."""
    if stage not in STAGES:
        raise InvalidInput(tr("There is no stage “{stage}”. Stages are S0 to S10.", stage=stage))
    everything = stored.load(db, as_of)
    facts, times, _ = all_stage_times(db, everything).due(period, supplier_id)
    place = STAGES.index(Stage(stage))
    after = _booked_after(facts) if STAGES[place] is Stage.RECEIVING else None
    chosen, saved = linking.saved_days(times, place, to=to, days=days, after=after)
    effect = linking.what_if(times, place, chosen, saved)
    if effect is None:
        return None
    return replace(effect, stock=_stock(everything, facts, stored.names(db), lines=chosen, saved=saved))


def _booked_after(facts: LineFacts) -> NDArray[np.float64]:
    """How many days after its completion each line was booked; 0 where that is not known."""
    known = (facts.posted != MISSING) & (facts.completed != MISSING)
    return np.where(known, np.maximum(facts.posted - facts.completed, 0), 0).astype(np.float64)


def _stock(
    everything: LineFacts, facts: LineFacts, names: stored.Names, *, lines: NDArray[Any], saved: NDArray[Any]
) -> StockEffect | None:
    """Safety stock at 95 % of each material, by its lead times as they were and as they would have been."""
    started = (facts.issued_basis[lines] != NO_START) & (facts.issued[lines] != MISSING)
    lines, saved = lines[started], saved[started]
    lead = (facts.completed[lines] - facts.issued[lines]).astype(float)
    material = facts.material[lines]
    codes, counts = np.unique(material[material >= 0], return_counts=True)
    codes = codes[counts >= FEWEST_LINES][np.argsort(-counts[counts >= FEWEST_LINES], kind="stable")]
    found: list[tuple[int, float, float]] = []
    for code in codes[:_MOST_MATERIALS].tolist():
        mine = material == code
        demand = everything.select(everything.material == code)
        price, currency = _price(demand)
        before = safety_stock(lead[mine], _weekly(demand), service_level=SERVICE_LEVEL)
        after = safety_stock(np.maximum(lead[mine] - saved[mine], 0.0), _weekly(demand), service_level=SERVICE_LEVEL)
        if price is not None and before is not None and after is not None:
            found.append((currency, before.simulated * price, after.simulated * price))
    if not found:
        return None
    currencies = np.array([entry[0] for entry in found])
    usual = int(np.bincount(currencies + 1).argmax()) - 1
    labels = facts.labels["currency"]
    same = [entry for entry in found if entry[0] == usual]
    return StockEffect(
        materials=len(same),
        currency=labels[usual] if 0 <= usual < len(labels) else "",
        before_minor=round(sum(entry[1] for entry in same)),
        after_minor=round(sum(entry[2] for entry in same)),
        other_currencies=len(found) - len(same),
    )


def _weekly(facts: LineFacts) -> NDArray[Any]:
    """Quantity needed in each of the last 52 weeks; weeks before the first order are left out."""
    needed = np.where(facts.required != MISSING, facts.required, facts.first_promise).astype(np.int64)
    counts = ~facts.is_cancelled & (needed != MISSING) & (needed <= facts.as_of) & ~np.isnan(facts.quantity)
    back = (facts.as_of - needed[counts]) // 7
    if not len(back):
        return np.zeros(0)
    weeks = min(WEEKS, int(back.max()) + 1)
    inside = back < weeks
    found: NDArray[Any] = np.bincount(back[inside], weights=facts.quantity[counts][inside], minlength=weeks)
    return found


def _price(facts: LineFacts) -> tuple[float | None, int]:
    """Price of one piece in minor units in the middle of the lines that have one, and its currency."""
    priced = ~np.isnan(facts.value) & (facts.value > 0) & (facts.quantity > 0)
    if not priced.any():
        return None, -1
    currency = int(np.bincount(facts.currency[priced] + 1).argmax()) - 1
    same = priced & (facts.currency == currency)
    return float(np.median(facts.value[same] / facts.quantity[same])), currency
