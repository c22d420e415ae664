"""How suppliers treat their promises: slips, notice, and whether the second promise holds."""

from dataclasses import dataclass

from supplychain_app.analytics.rates import Rate


@dataclass(frozen=True, slots=True)
class PromiseBehaviour:
    """Over the lines whose first promise lies in the period."""

    lines: int  # with a promise
    slips: int  # later moves
    pull_ins: int  # earlier moves
    slipped_lines: int
    days_slipped: int  # Σ max(0, next − previous)
    net_days: float | None  # mean of last − first promise
    notice_p50: float | None  # days of warning of a slip: old promise − the day we were told
    noticed: Rate  # share of slips with five working days' notice or more
    second_kept: Rate  # second promise kept, of the lines that slipped once or more
    kept_by_horizon: tuple[tuple[str, Rate], ...]  # promise kept against how far ahead it was made
    never_confirmed: int  # lines without any promise or acknowledgement
    never_confirmed_age_p50: float | None  # days since they were sent
    slipped_line_ids: tuple[int, ...]
    unconfirmed_line_ids: tuple[int, ...]
