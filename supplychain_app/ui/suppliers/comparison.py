"""The window that sets two suppliers, or two years of one, side by side, figure by figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supplychain_app.analytics.lead_times import PeriodLeadTimes
from supplychain_app.analytics.on_time import OnTime
from supplychain_app.analytics.promises import PromiseBehaviour
from supplychain_app.analytics.scorecard import Grade
from supplychain_app.analytics.supplier_figures import SupplierFigures
from supplychain_app.domain.periods import Period
from supplychain_app.language import tr
from supplychain_app.reports import words
from supplychain_app.services import insight
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.services.supplier_insight import lead_times_of
from supplychain_app.storage.connection import Database
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.row_model import Column, ListModel
from supplychain_app.ui.shared.screen import caption, heading
from supplychain_app.ui.shared.table import Table
from supplychain_app.ui.suppliers.page import rate


@dataclass(frozen=True)
class Compared:
    """Two columns of the same figures."""

    title: str
    note: str
    names: tuple[str, str]
    figures: tuple[Mapping[str, str], Mapping[str, str]]


def read_pair(db: Database, first: int, second: int, day: date, knowledge: Knowledge) -> Compared:
    """The figures of two suppliers over the same period."""
    one, other = (insight.supplier_figures(db, which, as_of=day, knowledge=knowledge) for which in (first, second))
    start, end = one.period
    return Compared(
        tr("{one} and {other}", one=one.supplier, other=other.supplier),
        tr("Lines due from {start} to {end}", start=formats.day(start), end=formats.day(end)),
        (one.supplier, other.supplier),
        (figures_of(one), figures_of(other)),
    )


def read_years(db: Database, supplier_id: int, day: date, knowledge: Knowledge) -> Compared:
    """The figures of a supplier over twelve months, and over the twelve before them."""
    found = insight.supplier_figures(db, supplier_id, as_of=day, knowledge=knowledge)
    now = Period(*found.period)
    took = [lead_times_of(db, supplier_id, period, as_of=day, knowledge=knowledge) for period in (now.previous, now)]
    return Compared(
        tr("{supplier}: the year and the one before", supplier=found.supplier),
        tr("Lines due in each of the two; lead times of the lines ordered in each, open ones counted as longer so far"),
        (_span(now.previous), _span(now)),
        (
            _of_period(found.previous_grade, found.previous_on_time, found.previous_promises) | _took(took[0]),
            _of_period(found.grade, found.on_time, found.promises) | _took(took[1]),
        ),
    )


def figures_of(found: SupplierFigures) -> dict[str, str]:
    """What is compared of two suppliers, in words."""
    replies, row = found.responsiveness.replies, found.lead_time
    known = row is not None and row.planning_days is not None
    return _of_period(found.grade, found.on_time, found.promises) | {
        tr("Half of our questions answered in"): tr("no data") if replies.p50 is None else f"{replies.p50:.0f} h",
        tr("Lead time to plan with"): formats.days(row.planning_days)
        if row is not None and known
        else tr("cannot say"),
        tr("Lead time in the ERP"): formats.days(row.erp_days) if row is not None else formats.MISSING,
        tr("Open lines"): formats.number(found.open_lines),
    }


def _of_period(grade: Grade, on_time: OnTime, moved: PromiseBehaviour) -> dict[str, str]:
    """The figures that belong to a period."""
    first = on_time.first_promise
    return {
        tr("Lines due in the period"): formats.number(first.n),
        tr("Grade"): tr(" or ").join(grade.letters) or tr("none: {n} lines are too few", n=grade.n),
        tr("On time, first promise"): rate(first.on_time),
        tr("On time, current promise"): rate(on_time.last_promise.on_time),
        tr("On time, required date"): rate(on_time.required.on_time),
        tr("Half of the lines at most"): formats.lateness(first.lateness_p50),
        tr("Four of five lines at most"): formats.lateness(first.lateness_p80),
        tr("Promises moved later"): formats.number(moved.slips),
        tr("Warned in time of a move"): rate(moved.noticed),
    }


def _took(found: PeriodLeadTimes) -> dict[str, str]:
    def said(days: float | None) -> str:
        return formats.days(days) if days is not None else tr("not reached") if found.open else tr("no data")

    return {
        tr("Half of the lines took at most"): said(found.p50),
        tr("Four of five lines took at most"): said(found.p80),
        tr("Lines ordered in the period"): tr(
            "{lines}, {open} still open", lines=formats.number(found.n + found.open), open=formats.number(found.open)
        ),
    }


def _span(period: Period) -> str:
    return words.period_name(period.name)


class Comparison(QWidget):
    """One row a figure, one column a supplier or a year; Ctrl+C copies it."""

    def __init__(self, compared: Compared, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(compared.title)
        self.resize(720, 500)
        columns = (
            Column("figure", "", fill=True, width=28),
            Column("first", compared.names[0], right=True, width=24),
            Column("second", compared.names[1], right=True, width=24),
        )
        self.model = ListModel(columns, self)
        self.table = Table(self.model, "comparison")
        one, other = compared.figures
        self.model.show([{"figure": name, "first": one[name], "second": other[name]} for name in one])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(heading(compared.title))
        note = caption(compared.note)
        note.setWordWrap(True)
        layout.addWidget(note)
        layout.addWidget(self.table, 1)
