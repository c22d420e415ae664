"""The Lead times screen: the planning lead time at a service level beside the ERP's figure, worst gap first."""

from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QLabel, QSlider, QSplitter, QVBoxLayout, QWidget

from supplychain_app.analytics.lead_time_rows import LeadTimeRow
from supplychain_app.analytics.lead_times import LeadTimeDetail, LeadTimeTable
from supplychain_app.analytics.shrinkage import TOO_FEW
from supplychain_app.language import tr
from supplychain_app.services import agreements, exporting, insight
from supplychain_app.storage import lead_time_decisions
from supplychain_app.storage.connection import Database
from supplychain_app.ui.lead_times.backtest import BacktestWindow
from supplychain_app.ui.lead_times.columns import COLUMNS
from supplychain_app.ui.lead_times.decisions import DecisionLog
from supplychain_app.ui.lead_times.model import (
    Decided,
    LeadTimesModel,
    Shown,
    ShownRows,
    name_of,
    worst_first,
)
from supplychain_app.ui.lead_times.words import about, stock_words
from supplychain_app.ui.shared import file_dialogs, formats
from supplychain_app.ui.shared.asking import Form
from supplychain_app.ui.shared.chart import ChartView
from supplychain_app.ui.shared.commands import command
from supplychain_app.ui.shared.loading import Latest
from supplychain_app.ui.shared.screen import Screen, caption, line_of, plain, scrolled
from supplychain_app.ui.shared.table import Table

CHART_LINES = 9  # of type, that a drawing is high at least
BY_SUPPLIER = tr("Supplier")
GROUPINGS = {
    tr("Material and supplier"): ("material", "supplier"),
    BY_SUPPLIER: ("supplier",),
    tr("Material"): ("material",),
    tr("Lane"): ("lane",),
    tr("Mode"): ("mode",),
    tr("Country"): ("country",),
}


def read_table(db: Database, **wanted: Any) -> tuple[LeadTimeTable, Decided]:
    """The groups, and what was decided on them."""
    return insight.lead_times(db, **wanted), lead_time_decisions.holding(db)


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
        self.table.give_way(("open", "p50", "n", "interval"))
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
        self._shown_before = False
        self._notes = ""
        self.setFocusProxy(self.table)
        self.session.changed.connect(self._decisions_changed)

    def refresh(self) -> None:
        self.show_loading(tr("Measuring lead times …"))
        self._latest.ask(
            tr("Measuring lead times"),
            read_table,
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

    def _show(self, found: tuple[LeadTimeTable, Decided]) -> None:
        table, decided = found
        if not table.rows:
            self.show_empty(
                tr("Cannot say, because no line tells when its order was sent. Import orders with that date.")
                if table.left_out
                else tr("No lead times yet, because there are no order lines. Import orders and what was received."),
                tr("Import orders"),
                lambda: self.session.go("imports"),
            )
            return
        if self._finer_than_told(table):
            self.by.setCurrentText(BY_SUPPLIER)
            return
        self.show_content()
        rows = worst_first(table.rows)
        self.model.show(ShownRows(rows, decided))
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
            self.set_finding(_known_lines(table))
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

    def _finer_than_told(self, table: LeadTimeTable) -> bool:
        """Whether the first table shown has lines enough in none of its groups: suppliers have more than materials."""
        first, self._shown_before = not self._shown_before, True
        return first and len(table.by) > 1 and bool((table.rows.numbers("n") < TOO_FEW).all())

    def _chosen(self, number: int) -> None:
        shown = self.model.at(number)
        if shown is None:
            return
        row: LeadTimeRow = shown["row"]
        self._key = row.keys
        self._tell_basis(shown)
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
            then=lambda stock: self.stock.setText(stock_words(row, stock)),
            failed=self.stock.setText,
        )

    def _tell_basis(self, shown: Shown) -> None:
        self.basis.setText(f"{about(shown['row'], shown['decided'])}{self._notes}")

    def _decisions_changed(self, nouns: frozenset[str]) -> None:
        """A decision moves no figure: only its column is read anew."""
        if "decisions" not in nouns:
            return
        self.model.show_decided(lead_time_decisions.holding(self.session.db))
        shown = self.model.at(self.table.current_row())
        if shown is not None:
            self._tell_basis(shown)

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
        if row is not None and row.planning_days is None:
            self.session.failed.emit(tr("There is no figure to accept yet. Set one with E."))
        elif row is not None and row.planning_days is not None:
            self._decide(row, "accept", row.planning_days, None)

    @command(tr("Keep ERP's"), "K", "save", about=tr("Keep what the ERP has, and log that it was looked at"))
    def keep(self) -> None:
        row = self._current()
        if row is not None and row.erp_days is None:
            self.session.failed.emit(
                tr("The ERP has no figure to keep here. Accept this one with A, or set one with E.")
            )
        elif row is not None and row.erp_days is not None:
            self._decide(row, "keep", row.erp_days, None)

    @command(tr("Edit"), "E", "edit")
    def edit(self) -> None:
        row = self._current()
        if row is None:
            return
        form = Form(tr("Planning lead time"), tr("Save"), self, name_of(row))
        days = form.add_text(tr("&Days"), str(row.planning_days or ""))
        reason = form.add_text(tr("&Reason"))
        if form.ask():
            if not days.text().strip().isdigit():
                self.session.failed.emit(
                    tr("“{words}” is no number of days. Write a whole number, such as 42.", words=days.text())
                )
                return
            self._decide(row, "edit", int(days.text()), reason.text().strip() or None)

    @command(tr("Decisions"), "D", "scorecards", about=tr("The log of what was accepted, kept and set"))
    def decisions(self) -> None:
        DecisionLog(self.session, self).show()

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
            job.done.connect(lambda written: self.session.said.emit(_exported(path, *written)))
            job.failed.connect(self.session.failed)

    def _decide(self, row: LeadTimeRow, decision: str, days: int, reason: str | None) -> None:
        if row.source is None:
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


def _exported(path: Path, groups: int, decided: int) -> str:
    return tr(
        "{path}: {groups} written, {decided} of them decided.",
        path=path,
        groups=formats.plural(groups, "lead time"),
        decided=formats.number(decided),
    )


def _known_lines(table: LeadTimeTable) -> str:
    lines = formats.plural(table.n, "finished line")
    if table.open:
        text = tr("{finished_lines}, {open} still open and counted.", finished_lines=lines, open=table.open)
    else:
        text = tr("{finished_lines}, none still open.", finished_lines=lines)
    if np.isnan(table.rows.numbers("erp_days")).all():
        text += tr(" The ERP's lead times are not known here.")
    return text
