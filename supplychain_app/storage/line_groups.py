"""Adds up the order lines of a view by supplier, material, owner and the like."""

from dataclasses import dataclass, field

from supplychain_app.storage.connection import Database
from supplychain_app.storage.query import RowQuery

GROUPINGS = (
    "supplier",
    "material",
    "owner",
    "status",
    "promise_month",
    "required_month",
    "country",
    "mode",
    "purchase_order",
)
"""The columns by which lines may be put together."""

_OPEN_VALUE = """sum(case when l.status = 'open' and l.quantity > 0
  then coalesce(l.value_minor, 0) * max(0, l.quantity - l.received_quantity) / l.quantity else 0 end)"""
_LATE = "sum(l.status = 'open' and coalesce(l.current_promise, l.required_on) < :today)"
_LATE_DAYS = """sum(case when l.status = 'open'
  then max(0, julianday(:today) - julianday(coalesce(l.current_promise, l.required_on))) else 0 end)"""


@dataclass
class LineGroup:
    """Lines with one value in common (None: not known): how many, their open value in minor units, their late days."""

    value: str | None
    lines: int = 0
    open: int = 0
    late: int = 0
    late_days: int = 0
    values: dict[str, int] = field(default_factory=dict)  # by currency

    @property
    def open_value(self) -> tuple[tuple[int, str], ...]:
        """Amounts and currencies, the largest first."""
        return tuple(sorted(((minor, currency) for currency, minor in self.values.items()), reverse=True))

    @property
    def mean_late_days(self) -> float | None:
        """Of the lines that are past their date."""
        return self.late_days / self.late if self.late else None


def totals_by(db: Database, query: RowQuery, by: str) -> list[LineGroup]:
    """The groups of the lines that match, those with the most open lines first; `query` brings `today` along."""
    # One pass over (value, currency): amounts of two currencies are never added.
    groups: dict[str | None, LineGroup] = {}
    figures = ("count(*)", "sum(l.status = 'open')", _LATE, _LATE_DAYS, _OPEN_VALUE)
    for value, currency, lines, still_open, late, late_days, open_value in query.grouped(
        db, by, "coalesce(l.currency, '')", figures
    ):
        group = groups.setdefault(value, LineGroup(value))
        group.lines += lines
        group.open += still_open
        group.late += late or 0
        group.late_days += round(late_days or 0)
        if open_value:
            group.values[currency] = group.values.get(currency, 0) + round(open_value)
    return sorted(groups.values(), key=lambda group: (-group.open, -group.lines, group.value or ""))
