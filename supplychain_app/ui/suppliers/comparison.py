"""The window that sets two suppliers side by side, figure by figure."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supplychain_app.analytics.supplier_figures import SupplierFigures
from supplychain_app.language import tr
from supplychain_app.services import insight
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.storage.connection import Database
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.row_model import Column, ListModel
from supplychain_app.ui.shared.screen import caption, heading
from supplychain_app.ui.shared.table import Table
from supplychain_app.ui.suppliers.page import rate

Pair = tuple[SupplierFigures, SupplierFigures]


def read_pair(db: Database, first: int, second: int, day: date, knowledge: Knowledge) -> Pair:
    """The figures of two suppliers over the same period."""
    one, other = (insight.supplier_figures(db, which, as_of=day, knowledge=knowledge) for which in (first, second))
    return one, other


def figures_of(found: SupplierFigures) -> dict[str, str]:
    """What is compared, in words."""
    replies, row = found.responsiveness.replies, found.lead_time
    first = found.on_time.first_promise
    known = row is not None and row.planning_days is not None
    return {
        tr("Grade"): tr(" or ").join(found.grade.letters) or tr("none: {n} lines are too few", n=found.grade.n),
        tr("On time, first promise"): rate(first.on_time),
        tr("On time, current promise"): rate(found.on_time.last_promise.on_time),
        tr("On time, required date"): rate(found.on_time.required.on_time),
        tr("Half of the lines at most"): formats.lateness(first.lateness_p50),
        tr("Four of five lines at most"): formats.lateness(first.lateness_p80),
        tr("Promises moved later"): formats.number(found.promises.slips),
        tr("Warned in time of a move"): rate(found.promises.noticed),
        tr("Half of our questions answered in"): tr("no data") if replies.p50 is None else f"{replies.p50:.0f} h",
        tr("Lead time to plan with"): formats.days(row.planning_days)
        if row is not None and known
        else tr("cannot say"),
        tr("Lead time in the ERP"): formats.days(row.erp_days) if row is not None else formats.MISSING,
        tr("Open lines"): formats.number(found.open_lines),
        tr("Lines due in the period"): formats.number(found.lines),
    }


class Comparison(QWidget):
    """One row a figure, one column a supplier; Ctrl+C copies it."""

    def __init__(self, pair: Pair, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        names = [found.supplier for found in pair]
        self.setWindowTitle(tr(" and ").join(names))
        self.resize(720, 500)
        columns = (
            Column("figure", "", fill=True, width=28),
            Column("first", names[0], right=True, width=24),
            Column("second", names[1], right=True, width=24),
        )
        self.model = ListModel(columns, self)
        self.table = Table(self.model, "comparison")
        one, other = (figures_of(found) for found in pair)
        self.model.show([{"figure": name, "first": one[name], "second": other[name]} for name in one])
        start, end = pair[0].period
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(heading(self.windowTitle()))
        layout.addWidget(caption(tr("Lines due from {start} to {end}", start=formats.day(start), end=formats.day(end))))
        layout.addWidget(self.table, 1)
