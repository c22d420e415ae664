"""What a scorecard is made of: a supplier's figures, the rows behind them, and what was agreed."""

from dataclasses import dataclass
from datetime import date

from supplychain_app.analytics.supplier_figures import SupplierFigures


@dataclass(frozen=True, slots=True)
class Basis:
    """By which rules the figures were computed."""

    early_days: int | None  # None: early never fails
    late_days: int
    quantity_tolerance: float
    calendar: str
    file: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """One order line behind the figures, as known on the as-of date."""

    line_id: int
    purchase_order: str
    line: str
    material: str
    description: str
    quantity: float
    unit: str
    issued: date | None
    acknowledged: date | None
    required: date | None
    first_promise: date | None
    last_promise: date | None
    promises: int
    completed: date | None
    received: float
    rejected: float
    kept_required: bool | None  # None: this line does not count on this base
    kept_first: bool | None
    kept_last: bool | None
    days_late: int | None  # against the first promise; open lines up to the as-of date
    is_open: bool


@dataclass(frozen=True, slots=True)
class PromiseRow:
    line_id: int
    purchase_order: str
    line: str
    known_on: date
    promised_on: date
    source: str
    told_by: str
    evidence: str


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    line_id: int
    purchase_order: str
    line: str
    received_on: date
    posted_on: date | None
    quantity: float
    rejected: float
    document: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    asked_on: date
    asked_by: str  # us, them
    kind: str
    words: str
    about: str  # order and line, or the subject
    answered_on: date | None
    days_open: int | None


@dataclass(frozen=True, slots=True)
class ActionRow:
    what: str
    side: str  # theirs, ours
    owner: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class Scorecard:
    """One supplier over one period; everything that PDF, XLSX and CSV show."""

    figures: SupplierFigures
    code: str
    basis: Basis
    lines: tuple[LineRow, ...]
    promises: tuple[PromiseRow, ...]
    receipts: tuple[ReceiptRow, ...]
    questions: tuple[QuestionRow, ...]
    actions: tuple[ActionRow, ...]
    gaps: tuple[tuple[str, int], ...] = ()  # what is missing on the lines due or open, on how many

    def line(self, line_id: int) -> LineRow | None:
        return next((row for row in self.lines if row.line_id == line_id), None)

    @property
    def counted(self) -> tuple[LineRow, ...]:
        """The lines due in the period: those the grade rests on."""
        return tuple(row for row in self.lines if row.kept_first is not None)

    @property
    def counted_receipts(self) -> int:
        ids = {row.line_id for row in self.counted}
        return sum(row.line_id in ids for row in self.receipts)

    @property
    def rejected_ppm(self) -> float | None:
        """Rejected of a million received on the lines due; None where this supplier's receipts never hold rejects."""
        received = sum(row.received for row in self.counted)
        if self.figures.rejected_ppm is None or received <= 0:
            return None
        return 1e6 * sum(row.rejected for row in self.counted) / received

    @property
    def open_questions(self) -> tuple[QuestionRow, ...]:
        """Questions nobody has answered, the oldest first."""
        still = [row for row in self.questions if row.answered_on is None]
        return tuple(sorted(still, key=lambda row: row.asked_on))
