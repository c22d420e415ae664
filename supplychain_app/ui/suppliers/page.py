"""One supplier's page: on time on three bases, how dates move and answers come, charts, and what was agreed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from supplychain_app.analytics.behaviour_chart import BehaviourChart
from supplychain_app.analytics.on_time import BaseFigures
from supplychain_app.analytics.rates import Rate
from supplychain_app.analytics.supplier_figures import SupplierFigures
from supplychain_app.domain.calendars import OwnDays
from supplychain_app.language import tr
from supplychain_app.reports import scorecard_words as said
from supplychain_app.reports import words
from supplychain_app.services import working_days
from supplychain_app.storage.supplier_page import SupplierPage
from supplychain_app.ui.shared import explanations, formats, theme
from supplychain_app.ui.shared.chart import ChartView
from supplychain_app.ui.shared.frame import restyle
from supplychain_app.ui.shared.row_model import Column, ListModel
from supplychain_app.ui.shared.screen import Finding, caption, line_of, plain
from supplychain_app.ui.shared.session import Session
from supplychain_app.ui.shared.table import Table

CONTACTS = (
    Column("name", tr("Name"), width=20),
    Column("role", tr("Role"), width=16),
    Column("email", tr("Mail"), width=26),
    Column("phone", tr("Phone"), width=16),
)
ACTIONS = (
    Column("what", tr("Agreed"), width=44),
    Column("side", tr("Who"), lambda v: {"ours": tr("we"), "theirs": tr("they")}.get(v, v or ""), width=6),
    Column("owner", tr("Owner"), width=14),
    Column("due_on", tr("Due"), formats.day, right=True, width=10),
    Column("done_on", tr("Done"), formats.day, right=True, width=10),
)
CHECK_INS = (
    Column("planned_on", tr("Planned"), formats.day, width=12),
    Column("held_on", tr("Held"), formats.day, width=12),
    Column("note", tr("Note"), width=40),
)
THROUGH = said.THROUGH | {"note": tr("note")}
COMMUNICATIONS = (
    Column("happened_at", tr("When"), formats.moment, width=17),
    Column("direction", "", lambda v: {"in": tr("from them"), "out": tr("from us")}.get(v, ""), width=9),
    Column("channel", tr("Kind"), lambda v: THROUGH.get(v, v or ""), width=8),
    Column("subject", tr("About"), width=50, needs=("body",), write_row=lambda subject, body: subject or body or ""),
)


def rate(value: Rate) -> str:
    """'86 % of 42', or that there are too few."""
    if value.n == 0 or value.value is None:
        return tr("no data")
    if value.too_few:
        return tr("{hits} of {n}, too few to say", hits=value.hits, n=value.n)
    return tr("{percent} of {n}", percent=formats.percent(value.hits / value.n), n=value.n)


def _period(name: str) -> str:
    """'the 12 months to 23 Nov 2026', '2026Q3'."""
    text = words.period_name(name)
    return tr("the {words}", words=text) if text.startswith("12 months") else text


class Figure(QWidget):
    """One figure with its name below; a click opens the lines it was made of."""

    def __init__(self, name: str, about: str, session: Session) -> None:
        super().__init__()
        self.session, self._title = session, name
        self._ids: tuple[int, ...] = ()
        self.value, self.note = QLabel(formats.MISSING), Finding()
        self.note.setFont(theme.font(theme.CAPTION))
        self.note.setProperty("tone", "text2")
        self.value.setFont(theme.font(theme.TITLE, theme.STRONG))
        self.link = plain(name, role="link")
        self.value.setToolTip(about)
        explanations.mark(self.link, name, about)
        self.link.clicked.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.value)
        layout.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.note)

    def show_value(self, value: str, note: str = "", ids: tuple[int, ...] = (), tone: str = "") -> None:
        self.value.setText(value)
        self.value.setProperty("tone", tone)
        restyle(self.value)
        self.note.set_text(note)
        self._ids = ids
        self.link.setEnabled(bool(ids))

    def _open(self) -> None:
        if self._ids:
            self.session.open_lines(self._ids, self._title)


class SupplierPane(QScrollArea):
    """The right side of the Suppliers screen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._changes: dict[str, BehaviourChart] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setObjectName("surface")
        self.setWidget(inner)
        self._layout = layout = QVBoxLayout(inner)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.setSpacing(6)
        self.name, self.about = QLabel(wordWrap=True), caption()
        self.about.setWordWrap(True)
        self.name.setFont(theme.font(theme.HEAD, theme.STRONG))
        layout.addWidget(self.name)
        layout.addWidget(self.about)

    def build(self) -> Iterator[None]:
        """The page's parts, with a pause after each."""
        self._build_figures()
        yield
        self._layout.addLayout(self._grid)
        self._place_figures()
        yield
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._layout.addWidget(self.tabs, 1)
        self._build_charts()
        yield
        yield from self._build_lists()

    def _build_figures(self) -> None:
        session = self.session
        self.figures = {
            key: Figure(title, about, session)
            for key, title, about in (
                (
                    "first",
                    tr("on time, first promise"),
                    tr(
                        "Complete by the first promise, of all lines due in the last "
                        "twelve months: how we grade the supplier"
                    ),
                ),
                (
                    "last",
                    tr("on time, current promise"),
                    tr(
                        "Complete by the current promise, of all lines due by it in the "
                        "last twelve months: what we plan on"
                    ),
                ),
                (
                    "required",
                    tr("on time, required date"),
                    tr(
                        "Complete by the day we needed it, of all such lines of twelve "
                        "months: how well our own asking fits"
                    ),
                ),
                (
                    "late",
                    tr("late at most, 4 of 5"),
                    tr(
                        "P80 of lateness against the first promise: four in five were no "
                        "later; below it, half were no later"
                    ),
                ),
                (
                    "moved",
                    tr("promises moved later"),
                    tr("Slips, and how often we were warned five working days ahead"),
                ),
                (
                    "reply",
                    tr("to answer our questions"),
                    tr(
                        "Half of our questions were answered within this, in working hours; open "
                        "ones count as longer so far"
                    ),
                ),
                (
                    "plan",
                    tr("lead time to plan with"),
                    tr(
                        "The lead time that covers 80 % of deliveries, open lines counted as "
                        "longer so far; the ERP's below it"
                    ),
                ),
                ("open", tr("open lines"), tr("Lines still open")),
            )
        }
        self._grid, self._abreast = QGridLayout(), 0
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(10)

    def _build_charts(self) -> None:
        self.behaviour, self.lead_times, self.promises, self.stages = (ChartView(self.session) for _ in range(4))
        self.measure = QComboBox()
        self.measure.setAccessibleName(tr("What is shown by month"))
        for name, title in words.MEASURES.items():
            self.measure.addItem(title, name)
        self.measure.currentIndexChanged.connect(self._draw_change)
        by_month = QWidget()
        column = QVBoxLayout(by_month)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line_of(self.measure, 1, margins=(12, 6, 12, 0)))
        column.addWidget(self.behaviour, 1)
        for title, chart in (
            (tr("By month"), by_month),
            (tr("Lead times"), self.lead_times),
            (tr("Promises"), self.promises),
            (tr("Days lost"), self.stages),
        ):
            chart.setMinimumHeight(250)
            self.tabs.addTab(chart, title)

    def _build_lists(self) -> Iterator[None]:
        self.lists = {}
        for key, title, columns in (
            ("actions", tr("Actions"), ACTIONS),
            ("communications", tr("Messages"), COMMUNICATIONS),
            ("contacts", tr("Contacts"), CONTACTS),
            ("check_ins", tr("Check-ins"), CHECK_INS),
        ):
            model = ListModel(columns, self)
            self.lists[key] = Table(model, f"supplier_{key}")
            self.tabs.addTab(self.lists[key], title)
            yield
        self.lists["communications"].setToolTip(tr("A double click opens the conversation."))
        self.lists["communications"].opened.connect(self._open_thread)

    def _open_thread(self, row: int) -> None:
        model = self.lists["communications"].model()
        assert isinstance(model, ListModel)
        message = model.at(row)
        if message is not None:
            self.session.go("communications", {"thread": message["thread"], "supplier": self.name.text()})

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_figures()

    def _place_figures(self) -> None:
        """Four figures abreast, or two where their names would not fit."""
        widths = [figure.minimumSizeHint().width() for figure in self.figures.values()]
        needed = sum(max(widths[column::4]) for column in range(4)) + 3 * self._grid.horizontalSpacing()
        abreast = 4 if needed <= self.viewport().width() - 32 else 2
        if abreast == self._abreast:
            return
        self._abreast = abreast
        for place, figure in enumerate(self.figures.values()):
            self._grid.addWidget(figure, place // abreast, place % abreast)
        for column in range(4):
            self._grid.setColumnStretch(column, int(column < abreast))

    def show_supplier(
        self, figures: SupplierFigures, page: SupplierPage, next_closure: OwnDays | None, today: date
    ) -> None:
        """Fill the page."""
        self.name.setText(figures.supplier)
        letters = tr(" or ").join(figures.grade.letters)
        grade = (
            tr("Grade {letters}", letters=letters)
            if letters
            else tr("No grade: {n} lines are too few", n=figures.grade.n)
        )
        self.about.setText(
            tr(
                "{grade}. {lines} due in {period}",
                grade=grade,
                lines=formats.plural(figures.lines, "line"),
                period=_period(figures.period_name),
            )
            + (f", {figures.country}" if figures.country else "")
            + "."
            + (tr(" Closed: {days}.", days=working_days.described(next_closure)) if next_closure else "")
        )
        for key, base in (
            ("first", figures.on_time.first_promise),
            ("last", figures.on_time.last_promise),
            ("required", figures.on_time.required),
        ):
            self._show_base(key, base)
        first = figures.on_time.first_promise
        self.figures["late"].show_value(
            formats.days(first.lateness_p80), tr("half: {late}", late=formats.lateness(first.lateness_p50))
        )
        moved = figures.promises
        noticed = tr("{hits} warned in time", hits=moved.noticed.hits) if moved.noticed.n else ""
        self.figures["moved"].show_value(formats.number(moved.slips), noticed, moved.slipped_line_ids)
        replies = figures.responsiveness.replies
        hours = f"{replies.p50:.0f} h" if replies.p50 is not None else tr("not yet") if replies.n else tr("no data")
        self.figures["reply"].show_value(hours, tr("{n} asked, {open} unanswered", n=replies.n, open=replies.open))
        row = figures.lead_time
        if row is None or row.planning_days is None:
            self.figures["plan"].show_value(tr("cannot say"), "")
        else:
            erp = (
                f"ERP {row.erp_days}, {words.VERDICTS.get(row.verdict or '', tr('no verdict'))}"
                if row.erp_days is not None
                else f"n = {row.n}"
            )
            self.figures["plan"].show_value(formats.days(row.planning_days), erp, tuple(row.line_ids.tolist()))
        self.figures["open"].show_value(formats.number(figures.open_lines), "", page.open_line_ids)
        self._draw(figures)
        for key, rows in (
            ("actions", page.actions),
            ("communications", page.communications),
            ("contacts", page.contacts),
            ("check_ins", page.check_ins),
        ):
            model = self.lists[key].model()
            assert isinstance(model, ListModel)
            model.show(rows)

    def _show_base(self, key: str, base: BaseFigures) -> None:
        value = base.on_time
        if value.n == 0 or value.value is None:
            self.figures[key].show_value(tr("no data"))
            return
        text = (
            tr("{hits} of {n}", hits=value.hits, n=value.n) if value.too_few else formats.percent(value.hits / value.n)
        )
        note = (
            tr("too few to say")
            if value.too_few
            else tr("of {n}, {open_past_due} still open", n=value.n, open_past_due=base.open_past_due)
        )
        self.figures[key].show_value(text, note, base.line_ids)

    def _draw_change(self) -> None:
        """The chosen measure month by month; the choice stays for the next supplier."""
        chart = self._changes.get(self.measure.currentData())
        if chart is None:
            return

        def behaviour(axes: Any, style: Any) -> Any:
            from supplychain_app.reports.figures import draw_behaviour

            return draw_behaviour(axes, chart, style, titled=False)

        self.behaviour.show_drawing(behaviour)

    def _draw(self, figures: SupplierFigures) -> None:
        self._changes = {chart.measure: chart for chart in (figures.behaviour, *figures.changes)}
        self._draw_change()

        def stages(axes: Any, style: Any) -> Any:
            from supplychain_app.reports.figures import draw_days_lost

            return draw_days_lost(axes, figures.stages, style, titled=False)

        def kept(axes: Any, style: Any) -> Any:
            from supplychain_app.reports.figures import draw_kept

            return draw_kept(axes, figures.promises.kept_by_horizon, style, titled=False)

        self.stages.show_drawing(stages)
        self.promises.show_drawing(kept)
        detail = figures.lead_time_detail
        if detail is None:
            self.lead_times.clear(tr("Cannot say, because no line of this supplier has both a start and an arrival."))
            return

        def lead_times(axes: Any, style: Any) -> Any:
            from supplychain_app.reports.figures import draw_lead_times

            return draw_lead_times(axes, detail, style, titled=False)

        self.lead_times.show_drawing(lead_times)
