"""How long each line took for each stage on its way, and which of the lines are judged over a period."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics import stages as staging
from supplychain_app.analytics.line_facts import MISSING, LineFacts
from supplychain_app.analytics.stages import StageFacts, StageTimes
from supplychain_app.domain.periods import Period
from supplychain_app.storage import stage_facts
from supplychain_app.storage.connection import Database

Staged = tuple[LineFacts, StageTimes, StageFacts]


@dataclass(frozen=True)
class StagedLines:
    """All lines that were not cancelled, with the stages of each."""

    facts: LineFacts
    times: StageTimes
    steps: StageFacts  # without the days of the steps
    base: NDArray[np.float64]  # first promise, else the required day; NaN: neither

    def due(self, period: Period | None, supplier_id: int | None) -> Staged:
        """The lines due in the period and complete or past due; their plans still rest on all lines."""
        judged = ~np.isnan(self.base) & (self.facts.is_done | (self.times.lateness > 0))
        if period is not None:
            judged &= (self.base >= period.start.toordinal()) & (self.base <= period.end.toordinal())
        if supplier_id is not None:
            judged &= self.facts.supplier == supplier_id
        chosen = np.flatnonzero(judged)
        return self.facts.select(chosen), self.times.select(chosen), self.steps.select(chosen)


def all_stage_times(db: Database, everything: LineFacts) -> StagedLines:
    """The stage times of all lines of the facts; peers of a line are all others."""
    steps, facts = stage_facts.load(db, everything.select(~everything.is_cancelled))
    base = facts.due.astype(float)
    base[base == MISSING] = np.nan
    lateness = np.where(facts.is_done, facts.completed, facts.as_of) - base
    times = staging.measure(
        steps,
        base=base,
        lateness=lateness,
        is_open=facts.is_open,
        lane=facts.lane,
        mode=facts.mode,
        today=facts.as_of,
    )
    # The days of the steps are told by the times now; kept, they would take as much memory again.
    none = np.zeros((len(base), 0))
    return StagedLines(facts, times, replace(steps, actual=none, planned=none), base)
