"""Which link of the chain costs days, and which one makes arrival hard to predict."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WeakLink:
    """One stage, supplier, lane, carrier, mode, material or party."""

    name: str
    id: int | None  # of the supplier or material
    n: int  # lines measured
    late: int  # of n: lost days here
    days_lost: float  # capped at each line's lateness
    days_lost_share: float
    interval: tuple[float, float] | None  # of days_lost_share, bootstrap by order or shipment
    variation_share: float | None  # Cov(X, T) / Var(T); negative: absorbs
    variation_interval: tuple[float, float] | None
    shapley_days: float | None  # exact Shapley days of late lines, for stages
    planned_p50: float | None  # days, for stages
    actual_p50: float | None
    actual_p80: float | None
    cost_minor: int | None  # days lost × cost of a late day, where materials have one
    ranked: bool  # its interval does not overlap that of the next link: its place is certain
    party: str  # for stages: who arranged it most often
    line_ids: tuple[int, ...]  # lines that lost days here, worst first


@dataclass(frozen=True, slots=True)
class WeakLinks:
    by: str
    links: tuple[WeakLink, ...]  # most days lost first
    unexplained_days: float  # lateness that no stage explains
    absorbed_days: float  # stage overruns that did not make the line late
    late_days: float  # total lateness of the lines
    n: int  # lines measured
    late_lines: int
    period: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """One stage set to its plan, its median or a figure: before and after."""

    stage: str
    lines: int
    p50_before: float
    p50_after: float
    p80_before: float
    p80_after: float
    on_time_before: float
    on_time_after: float
    late_days_before: float
    late_days_after: float
