"""Planning lead times: the quantile at a service level, how much of it is borrowed, and the hope gap."""

from dataclasses import dataclass

from supplychain_app.analytics.survival import Curve


@dataclass(frozen=True, slots=True)
class LeadTimeRow:
    """One group of lines; days are calendar days, None: not reached or nothing known."""

    keys: dict[str, str]  # the grouping fields and their names
    supplier_id: int | None
    material_id: int | None
    n: int  # lines completed
    open: int  # lines open, censored at the as-of date
    p50: float | None
    p80: float | None
    p95: float | None
    p50_interval: tuple[float | None, float | None]
    p80_interval: tuple[float | None, float | None]
    service_level: float
    planning_days: int | None  # quantile at the service level, leaning on the parents where n is small
    interval: tuple[float | None, float | None]  # of planning_days
    erp_days: int | None
    hope_gap_days: int | None  # planning − ERP
    verdict: str  # hopeful, fair, padded; "" where the interval allows no verdict
    borrowed_share: float  # 0: all its own lines; 1: all from the parents
    bias_days: float | None  # median(actual − promised)
    spread_days: float | None  # P80 − P50
    trend_days_per_year: float | None
    late_ordered_share: float | None  # orders sent with less than the ERP lead time left before required
    reason: str  # why something cannot be said: "", "no receipts", "all open", "too few"
    line_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LeadTimeTable:
    rows: tuple[LeadTimeRow, ...]
    by: tuple[str, ...]
    service_level: float
    n: int
    open: int
    stand_in_share: float  # of lines without a sent date, whose created date stands in
    left_out: int  # lines without any start, or with absurd lead times


@dataclass(frozen=True, slots=True)
class LeadTimeDetail:
    """What the chart of one group needs."""

    row: LeadTimeRow
    curve: Curve
    days: tuple[int, ...]  # lead times of the completed lines
    ends: tuple[int, ...]  # completion days as ordinals, for the trend
    promised_days: tuple[int, ...]  # promised lead time of the same lines, where there is one, else -1
    day_line_ids: tuple[int, ...]
