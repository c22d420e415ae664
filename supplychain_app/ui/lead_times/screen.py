"""The Lead times screen: the planning lead time at a service level beside the ERP's figure, worst gap first."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QLabel, QSlider, QSplitter, QVBoxLayout, QWidget

from supplychain_app.analytics.lead_time_rows import LeadTimeRow
from supplychain_app.analytics.lead_times import LeadTimeDetail, LeadTimeTable
from supplychain_app.analytics.safety_stock import FEWEST_LINES, SafetyStock
from supplychain_app.language import tr
from supplychain_app.services import agreements, exporting, insight
from supplychain_app.ui.lead_times.backtest import BacktestWindow
from supplychain_app.ui.lead_times.model import LeadTimesModel, ShownRows, name_of, worst_first
from supplychain_app.ui.shared import file_dialogs, formats
from supplychain_app.ui.shared.asking import Form
from supplychain_app.ui.shared.chart import ChartView
from supplychain_app.ui.shared.commands import command
from supplychain_app.ui.shared.loading import Latest
from supplychain_app.ui.shared.row_model import Column
from supplychain_app.ui.shared.screen import Screen, caption, line_of, plain, scrolled
from supplychain_app.ui.shared.table import Table

CHART_LINES = 9  # of type, that a drawing is high at least
GROUPINGS = {
    tr("Material and supplier"): ("material", "supplier"),
    tr("Supplier"): ("supplier",),
    tr("Material"): ("material",),
    tr("Lane"): ("lane",),
    tr("Mode"): ("mode",),
    tr("Country"): ("country",),
}
VERDICTS = {"hopeful": tr("▲ hopeful"), "fair": tr("● fair"), "padded": tr("▼ padded")}
TONES = {"hopeful": "bad", "padded": "warning", "fair": "good"}
REASONS = {
    "no receipts": tr("no receipts yet"),
    "all open": tr("all still open"),
    "too few": tr("too few to say"),
    "": "",
}


def _days(value: float | None) -> str:
    return formats.MISSING if value is None else formats.number(round(value))


def _gap(value: int | None) -> str:
    return "" if value is None else (f"+{value}" if value > 0 else str(value).replace("-", "−"))


def _interval(value: int | None, interval: tuple[float | None, float | None] | None) -> str:
    if value is None or interval is None:
        return ""
    low, high = interval
    return f"{_days(low)}–{_days(high)}" if high is not None else f"≥ {_days(low)}"


COLUMNS = (
    Column("name", tr("What"), fill=True, width=25),
    Column("n", tr("Done"), formats.number, right=True, width=6, about=tr("Lines that are complete")),
    Column(
        "open",
        tr("Open"),
        formats.number,
        right=True,
        width=5,
        about=tr("Lines still open: they count as longer than so far"),
    ),
    Column("p50", "P50", _days, right=True, width=4, about=tr("Half of such lines take no longer, in days")),
    Column("p80", "P80", _days, right=True, width=4, about=tr("Four of five take no longer, in days")),
    Column(
        "planning_days",
        tr("Plan with"),
        _days,
        right=True,
        width=9,
        about=tr("The lead time that covers the service level"),
    ),
    Column(
        "interval",
        tr("Between"),
        right=True,
        width=8,
        needs=("planning_days",),
        write_row=lambda interval, days: _interval(days, interval),
        about=tr("95 % interval of the planning lead time"),
    ),
    Column("erp_days", "ERP", _days, right=True, width=4, about=tr("What the ERP plans with, in days")),
    Column(
        "hope_gap_days",
        tr("Hope gap"),
        _gap,
        right=True,
        width=9,
        about=tr("Planning lead time minus the ERP's figure"),
    ),
    Column(
        "verdict",
        tr("Verdict"),
        width=10,
        needs=("reason",),
        tone=TONES.get,
        write_row=lambda verdict, reason: VERDICTS.get(verdict) or str(REASONS.get(reason, reason)),
        about=tr(
            "Whether the ERP plans too short (hopeful) or too long (padded); only where the interval excludes zero"
        ),
    ),
    Column(
        "borrowed_share",
        tr("Borrowed"),
        formats.percent,
        right=True,
        width=9,
        about=tr("How much of the figure comes from the supplier, lane and country, since there are few lines"),
    ),
)


class LeadTimesScreen(Screen):
    """A table of groups, and the distribution of the selected one."""

    name, title = "lead_times", tr("Lead times")
    help_page = "figures.md#lead-time"
    cares_about = frozenset({"orders", "imports"})

    def build(self) -> None:
        self.by = QComboBox()
        self.by.addItems(list(GROUPINGS))
        self.by.setAccessibleName(tr("Group by"))
        self.by.currentIndexChanged.connect(self.refresh)
        self.level = QSlider(Qt.Orientation.Horizontal)
        self.level.setRange(50, 99)
        self.level.setValue(80)
        self.level.setFixedWidth(180)
        self.level.setAccessibleName(tr("Service level in percent"))
        self.level.setToolTip(tr("The share of deliveries that the planning lead time covers"))
        self.level_words = QLabel(tr("80 % of deliveries"))
        self._moved = QTimer(self, singleShot=True, interval=200)
        self._moved.timeout.connect(self.refresh)
        self.level.valueChanged.connect(self._level_moved)
        for words, icon, act in (
            (tr("How good are these dates?"), "question", self.backtest),
            (tr("Export for the ERP"), "download", self.export),
        ):
            button = plain(words, icon)
            button.clicked.connect(act)
            self.add_to_bar(button)
        self.model = LeadTimesModel(COLUMNS, self)
        self.table = Table(self.model, "lead_times")
        self.table.sort_here()
        self.table.hide_at_first(("p80", "borrowed_share"))
        self.table.give_way(("open", "n", "p50", "interval"))
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _: self.open_lines())
        self.chart, self.scatter = ChartView(self.session), ChartView(self.session)
        for chart in (self.chart, self.scatter):
            chart.keep_high(CHART_LINES)
        side = QWidget()
        side.setObjectName("surface")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart, 1)
        column.addWidget(self.scatter, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.table)
        splitter.addWidget(scrolled(side))
        splitter.setSizes([740, 440])
        self.stock = caption()
        self.stock.setWordWrap(True)
        self.stock.setContentsMargins(16, 4, 16, 8)
        column.addWidget(self.stock)
        self.basis = caption()
        self.basis.setWordWrap(True)
        self.basis.setContentsMargins(16, 4, 16, 6)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        controls = line_of(QLabel(tr("By")), self.by, 0, QLabel(tr("Cover")), self.level, self.level_words, 1)
        layout.addWidget(controls)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.basis)
        self._latest, self._detail, self._stock = (Latest(self.session) for _ in range(3))
        self._key: dict[str, str] | None = None
        self._notes = ""
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        self.show_loading(tr("Measuring lead times …"))
        self._latest.ask(
            tr("Measuring lead times"),
            insight.lead_times,
            by=GROUPINGS[self.by.currentText()],
            service_level=self.level.value() / 100,
            as_of=self.session.today,
            with_progress=True,
            then=self._show,
            failed=self.show_failed,
        )

    def _level_moved(self, value: int) -> None:
        self.level_words.setText(tr("{value} % of deliveries", value=value))
        self._moved.start()

    def _show(self, table: LeadTimeTable) -> None:
        if not table.rows:
            self.show_empty(
                tr("Cannot say, because no line has both a start and an arrival. Bring in receipts too."),
                tr("Import receipts"),
                lambda: self.session.go("imports"),
            )
            return
        self.show_content()
        rows = worst_first(table.rows)
        self.model.show(ShownRows(rows))
        hopeful = (rows.texts("verdict") == "hopeful").nonzero()[0].tolist()
        if hopeful:
            worst = rows[hopeful[0]]
            self.set_finding(
                tr(
                    "{planned_figures} too hopeful; the worst, {name}, by {hope_gap_days}.",
                    planned_figures=formats.plural(len(hopeful), "planned figure"),
                    name=name_of(worst),
                    hope_gap_days=formats.days(worst.hope_gap_days),
                )
            )
        else:
            self.set_finding(
                tr(
                    "{finished_lines}, {open} still open and counted.",
                    finished_lines=formats.plural(table.n, "finished line"),
                    open=table.open,
                )
            )
        notes = [tr("Calendar days from order sent to complete, as of {today}", today=formats.day(self.session.today))]
        if table.stand_in_share:
            notes.append(
                tr(
                    "for {stand_in_share} of lines the created date stands in for the sent date",
                    stand_in_share=formats.percent(table.stand_in_share),
                )
            )
        if table.left_out:
            notes.append(tr("{lines} without a usable date left out", lines=formats.plural(table.left_out, "line")))
        self._notes = "; ".join(notes) + "."
        key = tuple(self._key.values()) if self._key and tuple(self._key) == table.by else None
        names = rows.names() if key is not None else []
        self.table.selectRow(names.index(key) if key in names else 0)

    def _chosen(self, number: int) -> None:
        shown = self.model.at(number)
        if shown is None:
            return
        row: LeadTimeRow = shown["row"]
        self._key = row.keys
        self.basis.setText(f"{_about(row)}{self._notes}")
        self._detail.ask(
            tr("Reading one group"),
            insight.lead_time_detail,
            row,
            as_of=self.session.today,
            then=self._draw,
            failed=self.chart.clear,
        )
        self.stock.clear()
        self._stock.ask(
            tr("Simulating stock"),
            insight.stock_of_row,
            row,
            as_of=self.session.today,
            then=lambda stock: self.stock.setText(_stock_words(row, stock)),
            failed=self.stock.setText,
        )

    def _draw(self, detail: LeadTimeDetail) -> None:
        def distribution(axes: Any, style: Any) -> Any:
            from supplychain_app.reports.figures import draw_lead_times

            return draw_lead_times(axes, detail, style, titled=False)

        def promised(axes: Any, style: Any) -> Any:
            from supplychain_app.reports.figures import draw_promised_actual

            return draw_promised_actual(axes, detail, style, titled=False)

        self.chart.show_drawing(distribution)
        self.scatter.show_drawing(promised)

    def _current(self) -> LeadTimeRow | None:
        shown = self.model.at(self.table.current_row())
        return shown["row"] if shown else None

    @command(tr("Open lines", "verb"), "Return", "open")
    def open_lines(self) -> None:
        row = self._current()
        if row is not None:
            self.session.open_lines(row.line_ids.tolist(), name_of(row))

    @command(tr("Accept"), "A", "check", about=tr("Take the planning lead time into the decision log"))
    def accept(self) -> None:
        row = self._current()
        if row is not None and row.planning_days is not None:
            self._decide(row, "accept", row.planning_days, None)

    @command(tr("Keep ERP's"), "K", "save", about=tr("Keep what the ERP has, and log that it was looked at"))
    def keep(self) -> None:
        row = self._current()
        if row is not None and row.erp_days is not None:
            self._decide(row, "keep", row.erp_days, None)

    @command(tr("Edit"), "E", "edit")
    def edit(self) -> None:
        row = self._current()
        if row is None:
            return
        form = Form(tr("Planning lead time"), tr("Save"), self, name_of(row))
        days = form.add_text(tr("&Days"), _days(row.planning_days) if row.planning_days is not None else "")
        reason = form.add_text(tr("&Reason"))
        if form.ask():
            if not days.text().strip().isdigit():
                self.session.failed.emit(
                    tr("“{words}” is no number of days. Write a whole number, such as 42.", words=days.text())
                )
                return
            self._decide(row, "edit", int(days.text()), reason.text().strip() or None)

    @command(
        tr("How good are these dates?"), "B", "question", bar=False, about=tr("Forecast your own past and compare")
    )
    def backtest(self) -> None:
        window = BacktestWindow(self.session, self)
        window.show()

    @command(tr("Export for the ERP"), "Ctrl+E", "download", bar=False)
    def export(self) -> None:
        path = file_dialogs.to_save(self, tr("Export"), "lead-times.xlsx", "Excel (*.xlsx);;CSV (*.csv)")
        if path is not None:
            job = self.session.read(
                tr("Exporting"),
                exporting.export_lead_times,
                path,
                by=GROUPINGS[self.by.currentText()],
                service_level=self.level.value() / 100,
                as_of=self.session.today,
            )
            job.done.connect(lambda _: self.session.said.emit(tr("Written to {name}.", name=path)))
            job.failed.connect(self.session.failed)

    def _decide(self, row: LeadTimeRow, decision: str, days: int, reason: str | None) -> None:
        if row.material_id is None and row.supplier_id is None:
            self.session.failed.emit(tr("Decide for a material or a supplier: choose one of these groupings."))
            return
        self.session.write(
            tr("Decision"),
            agreements.decide_lead_time,
            material_id=row.material_id,
            supplier_id=row.supplier_id,
            decision=decision,
            planning_days=days,
            erp_days=row.erp_days,
            service_level=row.service_level,
            reason=reason,
            at=self.session.now,
            nouns=frozenset({"decisions"}),
        )


def _about(row: LeadTimeRow) -> str:
    """What else is known of one group: its trend, and how often it was ordered too late."""
    found = []
    trend = row.trend_days_per_year
    if trend is not None and abs(trend) >= 1:
        found.append(
            tr(
                "{trend} {direction} each year",
                trend=formats.days(abs(trend)),
                direction=tr("longer") if trend > 0 else tr("shorter"),
            )
        )
    if row.late_ordered_share:
        found.append(
            tr(
                "{late_ordered_share} ordered with less than the ERP's lead time left",
                late_ordered_share=formats.percent(row.late_ordered_share),
            )
        )
    return f"{name_of(row)}: {', '.join(found)}. " if found else ""


def _stock_words(row: LeadTimeRow, stock: SafetyStock | None) -> str:
    """What this lead time asks us to keep in stock, and how far the ERP's figure carries."""
    if row.material_id is None:
        return ""
    if stock is None:
        if row.n < FEWEST_LINES:
            return tr("Safety stock: cannot say, because there are fewer than 5 finished lines.")
        return tr("Safety stock: cannot say, because fewer than 8 weeks of demand are known in the last year.")
    level = formats.percent(stock.service_level)
    text = tr(
        "Safety stock for {level}: {simulated} pieces, simulated from {lead_times} and {weeks} of "
        "demand ({per_week} a week); the textbook says {textbook}.",
        level=level,
        simulated=formats.number(round(stock.simulated)),
        lead_times=formats.plural(stock.lines, "lead time"),
        weeks=formats.plural(stock.weeks, "week"),
        per_week=formats.number(round(stock.per_week)),
        textbook=formats.number(round(stock.textbook)),
    )
    if stock.planned_covers is not None:
        text += tr(
            " Planned with the ERP's {planned_days} and the {pieces} it would ask for, stock lasts in "
            "{planned_covers} of deliveries.",
            planned_days=formats.days(stock.planned_days),
            pieces=formats.number(round(stock.planned_stock or 0)),
            planned_covers=formats.percent(stock.planned_covers),
        )
    return text
