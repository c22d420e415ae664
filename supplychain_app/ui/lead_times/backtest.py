"""The window "How good are these dates?": the app's forecasts tried on the user's own past, beside simpler methods."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from supplychain_app.analytics.backtest import Backtest, BacktestRow
from supplychain_app.language import tr
from supplychain_app.services import insight
from supplychain_app.ui.shared import formats, theme
from supplychain_app.ui.shared.chart import ChartView
from supplychain_app.ui.shared.row_model import Column, ListModel
from supplychain_app.ui.shared.screen import caption
from supplychain_app.ui.shared.session import Session
from supplychain_app.ui.shared.table import Table

METHODS = {
    "app": tr("This app"),
    "promise": tr("The supplier's promise"),
    "supplier_mean": tr("Average lead time of the supplier"),
    "overall_delays": tr("Promise and the usual delay of all"),
    "shrunken_km": tr("The supplier's usual delay, open lines counted"),
}
LINES = {"all": tr("All lines"), "overdue": tr("Already overdue"), "not_due": tr("Not yet due")}


def _tenths(value: float) -> str:
    return formats.number(value, 1)


COLUMNS = (
    Column("population", tr("Lines"), lambda v: LINES.get(v, v), width=14),
    Column("method", tr("Dates from"), lambda v: METHODS.get(v, v.capitalize()), fill=True, width=26),
    Column(
        "n",
        tr("Cases"),
        formats.number,
        right=True,
        width=7,
        about=tr("A line counts once for each day it was tried on"),
    ),
    Column("mae_days", tr("Off by"), _tenths, right=True, width=7, about=tr("On average, in days")),
    Column(
        "crps_days",
        tr("Score"),
        _tenths,
        right=True,
        width=7,
        about=tr("Days by which the whole forecast missed (CRPS); smaller is better"),
    ),
    Column(
        "coverage80",
        tr("In range"),
        lambda v: formats.MISSING if v is None else formats.percent(v),
        right=True,
        width=11,
        about=tr("How often the arrival fell in the range said to hold 80 %; 80 % is right"),
    ),
)


class BacktestWindow(QWidget):
    """Starts the test when opened; closing it stops the test."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(tr("How good are these dates?"))
        self.resize(820, 720)
        self.sentence = QLabel(tr("Forecasting your own past, as it was known then …"), wordWrap=True)
        self.sentence.setFont(theme.font(theme.HEAD, theme.STRONG))
        self.progress = QProgressBar(textVisible=False)
        self.chart = ChartView(session)
        self.model = ListModel(COLUMNS, self)
        self.table = Table(self.model, "backtest")
        self.table.setMinimumHeight(220)
        self.note = caption(
            tr(
                "Each test day sees only what had been recorded by then. Off by: days between the middle date of "
                "the forecast and the arrival, on average; in the sentence above, those of the middle line."
            )
        )
        self.note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.sentence)
        layout.addWidget(self.progress)
        layout.addWidget(self.chart, 2)
        layout.addWidget(self.table, 2)
        layout.addWidget(self.note)
        for part in (self.chart, self.table, self.note):
            part.hide()
        self.job = session.read(tr("Testing the forecasts"), insight.backtest, as_of=session.today, with_progress=True)
        self.job.progressed.connect(self._progress)
        self.job.done.connect(self.show_result)
        self.job.failed.connect(self._say)
        self.destroyed.connect(self.job.cancel)

    def show_result(self, found: Backtest) -> None:
        """The one sentence, the reliability chart and the methods side by side."""
        self._say(finding(found))
        if found.reason or not found.rows:
            return

        def reliability(axes: Any, style: Any) -> Any:
            from supplychain_app.reports.figures import draw_backtest

            return draw_backtest(axes, found, style, titled=False)

        for part in (self.chart, self.table, self.note):
            part.show()
        self.chart.show_drawing(reliability)
        self.model.show([row for row in found.rows if _is_shown(row)])

    def _progress(self, done: int, total: int, _note: str) -> None:
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    def _say(self, sentence: str) -> None:
        self.progress.hide()
        self.sentence.setText(sentence)


def finding(found: Backtest) -> str:
    """'Since Jun 2025, dates from this app were off by 4.1 days in the middle, the suppliers' promises by 7.9.'"""
    if found.reason or found.median_error_app is None:
        return tr(
            "Cannot say yet, because there is too little history: it takes half a year of receipts, and lines of which "
            "the order date and the promise were known before they came."
        )
    since = formats.day(found.origins[0]) if found.origins else tr("then")
    text = tr("Tried on your own past since {since}, dates from this app were off by ", since=since)
    text += tr("{tenths} days in the middle", tenths=_tenths(found.median_error_app))
    if found.median_error_promise is None:
        return text + "."
    return tr("{words}, the suppliers' promises by {tenths}.", words=text, tenths=_tenths(found.median_error_promise))


def _is_shown(row: BacktestRow) -> bool:
    """The slices that a planner asks for; the command line lists the rest."""
    return row.population in LINES
