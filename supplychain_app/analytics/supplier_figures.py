"""All figures of one supplier, or of our own house, side by side."""

from dataclasses import dataclass
from datetime import date

from supplychain_app.analytics.behaviour_chart import BehaviourChart
from supplychain_app.analytics.forecast import LineForecast
from supplychain_app.analytics.lead_time_rows import LeadTimeRow
from supplychain_app.analytics.lead_times import LeadTimeDetail
from supplychain_app.analytics.on_time import OnTime
from supplychain_app.analytics.promises import PromiseBehaviour
from supplychain_app.analytics.rates import Rate
from supplychain_app.analytics.responsiveness import Responsiveness
from supplychain_app.analytics.scorecard import Grade, OurDoing
from supplychain_app.analytics.weak_links import WeakLinks


@dataclass(frozen=True, slots=True)
class SupplierRow:
    """One line of the list of suppliers."""

    supplier_id: int
    supplier: str
    country: str | None
    internal: bool
    lines: int
    open: int
    past_due: int
    on_time: Rate  # first promise, in the period, leaning on the peers where n is small
    lateness_p80: float | None
    planning_days: int | None
    hope_gap_days: int | None
    reply_p50_hours: float | None
    open_questions: int
    slips: int
    grade: Grade


@dataclass(frozen=True, slots=True)
class LateLine:
    """One line that arrived late or is past due, with what it took."""

    line_id: int
    purchase_order: str
    line: str
    material: str | None
    base: date  # first promise, else required
    completed: date | None  # None: still open
    days_late: int
    promises: int


@dataclass(frozen=True, slots=True)
class SupplierFigures:
    """What a scorecard and a supplier's page need; `previous_*` are the same figures one period before."""

    supplier_id: int
    supplier: str
    country: str | None
    period_name: str
    period: tuple[date, date]
    previous_name: str
    as_of: date
    lines: int  # due in the period
    open_lines: int
    data_gaps: tuple[tuple[str, int], ...]  # what is missing, on how many lines
    grade: Grade
    previous_grade: Grade
    on_time: OnTime
    previous_on_time: OnTime
    promises: PromiseBehaviour
    previous_promises: PromiseBehaviour
    responsiveness: Responsiveness
    lead_time: LeadTimeRow | None
    lead_time_detail: LeadTimeDetail | None
    rejected_ppm: float | None
    behaviour: BehaviourChart  # monthly on-time share against the first promise
    changes: tuple[BehaviourChart, ...]  # the same of lateness, lead time and time to reply
    stages: WeakLinks
    parties: WeakLinks
    worst: tuple[LateLine, ...]
    at_risk: tuple[LineForecast, ...]  # open lines, most likely late first
    our_doing: OurDoing
    line_ids: tuple[int, ...]
