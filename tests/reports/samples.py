"""Figures made by hand, in the shapes that analytics hands to the drawings."""

import random
from datetime import date, datetime, timedelta

import numpy as np

from supplychain_app.analytics import shrinkage
from supplychain_app.analytics.backtest import Backtest, BacktestRow
from supplychain_app.analytics.behaviour_chart import BehaviourChart, Segment, Signal
from supplychain_app.analytics.forecast import LineForecast
from supplychain_app.analytics.lead_time_rows import LeadTimeRow
from supplychain_app.analytics.lead_times import LeadTimeDetail
from supplychain_app.analytics.on_time import BaseFigures, OnTime
from supplychain_app.analytics.promises import Horizon, PromiseBehaviour
from supplychain_app.analytics.rates import Rate
from supplychain_app.analytics.responsiveness import Answering, Responsiveness
from supplychain_app.analytics.scorecard import Grade, OurDoing, Part
from supplychain_app.analytics.supplier_figures import LateLine, SupplierFigures
from supplychain_app.analytics.survival import Curve
from supplychain_app.analytics.weak_links import WeakLink, WeakLinks, WhatIf
from supplychain_app.domain.line_story import EtaDrift, Journey, JourneyStep, LineStory, StoryMoment, StoryPromise
from supplychain_app.reports.scorecard import ActionRow, Basis, LineRow, QuestionRow, ReceiptRow, Scorecard

TODAY = date(2026, 11, 23)
NOTHING = Answering(0, 0, 0, None, None, (None, None))


def lead_time(n: int, *, still_open: int = 3) -> LeadTimeDetail:
    """n completed lines of some weeks each, the last of them much longer."""
    chance = random.Random(n)
    days = tuple(sorted(int(chance.gammavariate(9, 4)) + 1 for _ in range(n)))
    p50, p80 = (float(days[int(n * q)]) if n else None for q in (0.5, 0.8))
    row = LeadTimeRow(
        by=("supplier",),
        names=("Kessler $ Guss_2",),
        supplier_id=1,
        material_id=None,
        n=n,
        open=still_open,
        p50=p50,
        p80=p80,
        p95=None,
        p50_interval=(p50, p50),
        p80_interval=(p80, p80),
        service_level=0.8,
        planning_days=int(p80) if p80 else None,
        interval=(p80, p80),
        erp_days=30,
        hope_gap_days=int(p80) - 30 if p80 else None,
        verdict="hopeful" if n else "",
        borrowed_share=0.1,
        bias_days=4.0 if n else None,
        spread_days=9.0,
        trend_days_per_year=None,
        late_ordered_share=None,
        reason="",
        line_ids=np.arange(n),
    )
    return LeadTimeDetail(
        row, Curve((), (), (), (), n, n), days, (), tuple(max(0, d - 4) for d in days), tuple(range(n))
    )


def chart(n: int, *, action: bool = False) -> BehaviourChart:
    """n months of on-time shares, with one month outside and, if asked, an action in the middle."""
    if not n:
        return BehaviourChart("on_time", "share", (), (), (), (), (), (), False, "too few")
    months = [(2025 + (10 + i) // 12, (10 + i) % 12 + 1) for i in range(n)]
    values = tuple(0.3 if i == 2 else 0.8 + 0.02 * (i % 5) for i in range(n))
    half = n // 2
    segments = (
        (Segment(0, half - 1, 0.78, 0.5, 1.1, None), Segment(half, n - 1, 0.9, 0.7, 1.2, "Weekly call on Tuesdays"))
        if action
        else (Segment(0, n - 1, 0.78, 0.5 if n > 3 else None, 1.1 if n > 3 else None, None),)
    )
    return BehaviourChart(
        "on_time",
        "share",
        tuple(f"{y}-{m:02d}" for y, m in months),
        values,
        (7,) * n,
        tuple((i, i + 100) for i in range(n)),
        segments,
        (Signal(2, "outside", "down"),) if n > 2 else (),
        False,
        "better" if action else "no clear change",
    )


def link(name: str, days: float, *, party: str = "supplier", share: float = 0.2, ranked: bool = True) -> WeakLink:
    return WeakLink(
        name=name,
        id=None,
        n=80,
        late=20,
        days_lost=days,
        days_lost_share=days / 600,
        interval=(0.1, 0.3),
        variation_share=share,
        variation_interval=(share - 0.08, share + 0.08),
        shapley_days=days,
        planned_p50=5.0,
        actual_p50=8.0,
        actual_p80=12.0,
        cost_minor=None,
        ranked=ranked,
        party=party,
        line_ids=(1, 2, 3),
        days_per_line=days / 80,
        days_per_late_line=days / 20,
        rate_interval=(days / 160, days / 60),
    )


def links(by: str, found: tuple[WeakLink, ...], *, unexplained: float = 0.0, n: int = 210) -> WeakLinks:
    late = sum(one.days_lost for one in found) + unexplained
    return WeakLinks(by, found, unexplained, 44.0, late, n, 71 if n else 0, ("2026-01-01", "2026-09-30"))


STAGES = links(
    "stage",
    (
        link("S8", 214, party="authorities", share=0.35),
        link("S2", 180, share=0.4),
        link("S6", 90, party="carrier", share=0.1),
        link("S10", 44, party="us", share=0.03),
    ),
    unexplained=60,
)
PARTIES = links("party", tuple(link(name, 90, party=name) for name in ("supplier", "carrier", "us")), unexplained=12)
SUPPLIERS = links("supplier", tuple(link(f"Supplier {i} $x_1$", 300 / (i + 1)) for i in range(20)))
NO_LINKS = links("stage", (), n=0)


def forecast(line_id: int = 5, *, known: bool = True) -> LineForecast:
    levels = (0.1, 0.2, 0.5, 0.8, 0.9)
    days = {level: TODAY + timedelta(days=int(level * 40)) for level in levels} if known else {}
    return LineForecast(
        line_id,
        "4500012",
        "10",
        1,
        "promise",
        40.0,
        date(2026, 9, 1),
        date(2026, 12, 4),
        date(2026, 12, 7),
        0.81 if known else None,
        days,
        None,
        None,
    )


BACKTEST = Backtest(
    ("2025-01-01", "2025-04-01"),
    (BacktestRow("app", "all", 340, 4.0, 5.0, 0.79),),
    tuple((level / 10, level / 10) for level in range(1, 10)),
    6.0,
    9.0,
    "",
)
NO_BACKTEST = Backtest((), (), (), None, None, "there is too little history")
WHAT_IF = WhatIf("S8", 80, 34.0, 30.0, 47.0, 39.0, 0.7, 0.82, 300.0, 200.0)
DRIFT = EtaDrift(
    "Container NHLU 421773 0",
    tuple((date(2026, 10, 1) + timedelta(days=i), date(2026, 11, 20) + timedelta(days=i // 3)) for i in range(9)),
    date(2026, 11, 22),
    (1, 2),
)
JOURNEY = Journey(
    "NHLU4217730",
    TODAY,
    (
        JourneyStep(datetime(2026, 10, 5, 20, 53), "Loaded", "Nhava Sheva"),
        JourneyStep(datetime(2026, 10, 6, 6, 53), "Departed", "Nhava Sheva"),
        JourneyStep(datetime(2026, 11, 12, 9, 0), "Customs inspection", "Koper", is_trouble=True),
        JourneyStep(datetime(2026, 12, 2, 9, 0), "Arrived", "Graz", happened=False),
    ),
    date(2026, 12, 2),
    date(2026, 11, 30),
    None,
    (1, 2),
)
NO_JOURNEY = Journey("NHLU4217730", TODAY, (), None, None, None)
NO_DRIFT = EtaDrift("Container NHLU 421773 0", (), None, ())
STORY = LineStory(
    5,
    "4500012",
    "10",
    "Kessler Guss",
    "Housing DN80",
    TODAY,
    date(2026, 9, 1),
    date(2026, 11, 30),
    None,
    (
        StoryPromise(date(2026, 9, 4), date(2026, 11, 13), "mail"),
        StoryPromise(date(2026, 11, 16), date(2026, 12, 4), "call"),
    ),
    (StoryMoment(date(2026, 9, 4), "communication", "Confirmation"),),
    {0.1: date(2026, 11, 30), 0.5: date(2026, 12, 9), 0.9: date(2026, 12, 22)},
)
NO_STORY = LineStory(5, "4500012", "10", "", "", TODAY, None, None, None, (), (), {})


def rate(hits: int, n: int) -> Rate:
    if not n:
        return Rate(None, 0, 0, None, True)
    return Rate(hits / n, n, hits, (max(0.0, hits / n - 0.08), min(1.0, hits / n + 0.08)), n < 5)


def base(name: str, hits: int, n: int) -> BaseFigures:
    p50, p80 = (1.0, 9.0) if n else (None, None)
    same = rate(hits, n)
    return BaseFigures(name, n, same, same, same, same, 0.9, None, 2 if n else 0, p50, p80, (), tuple(range(n)))


def on_time(hits: int, n: int) -> OnTime:
    return OnTime(base("required", hits // 2, n), base("first_promise", hits, n), base("last_promise", hits, n))


def scorecard(
    *,
    name: str = "Kessler Guss GmbH",
    n: int = 84,
    rows: int = 30,
    words: str = "Housing DN80, cast",
    few: bool = False,
) -> Scorecard:
    """A supplier with much to say, or (few) one with next to nothing."""
    hits = n * 2 // 3
    parts = (
        Part("otif", 50, 71.0 if n else None, n, (62.0, 80.0)),
        Part("promises", 20, 66.0 if n else None, n, None),
        Part("responsiveness", 20, None if few else 88.0, 0 if few else 14, None),
        Part("lead_time", 10, None if few else 40.0, n, None),
    )
    grade = Grade(72.0, (64.0, 79.0), () if few else ("B", "C"), n, parts)
    slips = 0 if few else n // 3
    promises = PromiseBehaviour(
        lines=n,
        slips=slips,
        pull_ins=0,
        slipped_lines=slips,
        days_slipped=slips * 6,
        net_days=None,
        notice_p50=None,
        noticed=rate(slips // 2, slips),
        second_kept=rate(slips // 3, slips),
        kept_by_horizon=(),
        never_confirmed=0,
        never_confirmed_age_p50=None,
        slipped_line_ids=(),
        unconfirmed_line_ids=(),
    )
    replies = NOTHING if few else Answering(14, 12, 2, 6.0, 20.0, (4.0, 9.0))
    responsive = Responsiveness(
        1, name, replies, rate(3, 4), replies, replies, None, rate(0, 0), rate(0, 0), 0 if few else 6, 12
    )
    detail = lead_time(0 if few else 84)
    figures = SupplierFigures(
        supplier_id=1,
        supplier=name,
        country="DE",
        period_name="2026Q3",
        period=(date(2026, 7, 1), date(2026, 9, 30)),
        previous_name="2026Q2",
        as_of=TODAY,
        lines=n,
        open_lines=rows,
        data_gaps=(),
        grade=grade,
        previous_grade=grade,
        on_time=on_time(hits, n),
        previous_on_time=on_time(n // 2, n),
        promises=promises,
        previous_promises=promises,
        responsiveness=responsive,
        lead_time=None if few else detail.row,
        lead_time_detail=None if few else detail,
        rejected_ppm=None,
        behaviour=chart(0 if few else 12, action=True),
        changes=(chart(0),),
        stages=NO_LINKS if few else STAGES,
        parties=NO_LINKS if few else PARTIES,
        worst=tuple(
            LateLine(i, f"45000{i:05d}", "10", None, TODAY, None if i % 2 else TODAY, 300 - i, 2) for i in range(rows)
        ),
        at_risk=tuple(forecast(i, known=i != 1) for i in range(rows)),
        our_doing=OurDoing(n, n // 8, 2, (), ()),
        line_ids=tuple(range(n)),
    )
    lines = tuple(
        LineRow(
            line_id=i,
            purchase_order=f"45000{i:05d}",
            line="10",
            material=f"M-{i}",
            description=words,
            quantity=200.0,
            unit="pcs",
            issued=date(2026, 6, 1),
            acknowledged=None,
            required=TODAY,
            first_promise=date(2026, 8, 1),
            last_promise=date(2026, 8, 5),
            promises=2,
            completed=date(2026, 8, 30),
            received=200.0,
            rejected=0.0,
            kept_required=None,
            kept_first=i < hits if i < n else None,
            kept_last=True,
            days_late=29,
            is_open=False,
        )
        for i in range(max(n, rows))
    )
    questions = tuple(
        QuestionRow(date(2026, 9, 1 + i), "us", "date", f"When? {words}", "4500012 / 10", None, 20)
        for i in range(0 if few else 6)
    )
    actions = tuple(
        ActionRow(f"Confirm dates in writing. {words}", "theirs", "A. Keller", date(2026, 9, 1 + i), None)
        for i in range(0 if few else 6)
    )
    receipts = tuple(ReceiptRow(i, f"45000{i:05d}", "10", TODAY, None, 200.0, 0.0, "50001") for i in range(n))
    return Scorecard(
        figures=figures,
        code="100234",
        basis=Basis(None, 0, 0.0, "calendar days", "demo.db"),
        lines=lines,
        promises=(),
        receipts=receipts,
        questions=questions,
        actions=actions,
        gaps=(("sent date", 7),),
    )


KEPT = (
    Horizon(0, 14, shrinkage.plain_rate(18, 20), (1, 2)),
    Horizon(15, 30, shrinkage.plain_rate(0, 0), ()),
    Horizon(61, 120, shrinkage.plain_rate(4, 10), (3,)),
    Horizon(121, None, shrinkage.plain_rate(1, 2), (4,)),
)
