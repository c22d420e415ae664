"""When an open line will arrive: a distribution, not a date."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class LineForecast:
    """The quantiles of one open line's arrival."""

    line_id: int
    purchase_order: str
    line: str
    supplier_id: int | None
    basis: str  # "promise", "lead time", "carrier eta", "none" (nothing to go by)
    n: float  # weight of past lines it rests on
    issued: date | None
    promise: date | None
    required: date | None
    p_late: float | None  # P(later than required; than the promise where none is required)
    quantiles: dict[float, date]  # empty where nothing can be said
    source_file: str | None
    source_row: int | None
