"""How fast questions and orders are answered; open ones are censored, not dropped."""

from dataclasses import dataclass

from supplychain_app.analytics.rates import Rate


@dataclass(frozen=True, slots=True)
class Answering:
    """Times to an answer, by Kaplan–Meier; None: not reached, or no data."""

    n: int
    answered: int
    open: int
    p50: float | None
    p80: float | None
    interval: tuple[float | None, float | None]  # of p50


@dataclass(frozen=True, slots=True)
class Responsiveness:
    """One supplier (or all, supplier_id None)."""

    supplier_id: int | None
    supplier: str
    acknowledgement: Answering  # working days from sent to acknowledged
    acknowledged_in_two: Rate  # share acknowledged within 2 working days
    replies: Answering  # working hours from our question to the first answer
    our_replies: Answering  # working hours from their question to our answer
    nudges_per_answer: float | None
    answers_with_date: Rate
    check_ins: Rate  # held of planned
    open_questions: int
    oldest_open_days: int | None
