"""The Weak links screen: days lost by link, what makes lead times vary, and what mending one would win."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox, QSplitter, QVBoxLayout, QWidget

from supplychain_app.analytics.weak_links import StockEffect, WeakLink, WeakLinks, WhatIf
from supplychain_app.language import tr
from supplychain_app.reports import weak_link_words, words
from supplychain_app.services import insight
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.services.reassigning import reassign_party
from supplychain_app.storage import scorecards
from supplychain_app.storage.connection import Database
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.asking import Form
from supplychain_app.ui.shared.chart import ChartView
from supplychain_app.ui.shared.commands import command
from supplychain_app.ui.shared.loading import Latest
from supplychain_app.ui.shared.row_model import Column, ListModel
from supplychain_app.ui.shared.screen import Screen, caption, line_of, scrolled
from supplychain_app.ui.shared.shipment_words import carrier_name
from supplychain_app.ui.shared.table import Table

CHART_LINES = 15  # of type, that a drawing is high at least
GROUPINGS = ("stage", "supplier", "lane", "country", "carrier", "mode", "material", "party")
RANKS = {tr("Most days lost"): "total", tr("Most days per line"): "rate"}
PERIODS = {tr("Last 12 months"): 366, tr("Last 6 months"): 182, tr("Last 3 months"): 91, tr("All"): None}
"""And their days; None: all there is."""
OF_STAGES = frozenset({"planned_p50", "actual_p50", "actual_p80", "shapley_days", "party"})
"""Columns that say nothing of other links."""
SETTINGS = (tr("its plan"), tr("its median"), tr("at most …"))


def read_links(db: Database, *, recent: int | None, as_of: date, knowledge: Knowledge, **more: Any) -> WeakLinks:
    """The weak links of the last so many days."""
    period = knowledge.recent(db, as_of, recent)
    return insight.weak_links(db, period=period, as_of=as_of, knowledge=knowledge, **more)


def read_effect(db: Database, *, recent: int | None, as_of: date, knowledge: Knowledge, **more: Any) -> WhatIf | None:
    """What mending one would have won in the last so many days."""
    return insight.what_if(db, period=knowledge.recent(db, as_of, recent), as_of=as_of, **more)


def _share(value: float | None) -> str:
    return formats.MISSING if value is None else formats.percent(value).replace("-", "−")


def _counted_days(value: float | None) -> str:
    return formats.MISSING if value is None else words.number(value)


def _days(value: float | None) -> str:
    """Whole days as they are, else to the half hour or so: half a day shows as such."""
    return formats.MISSING if value is None else words.number(value, 0 if float(value).is_integer() else 1)


def _per_line(value: float | None) -> str:
    return formats.MISSING if value is None else formats.number(value, 1)


def _rate_between(interval: tuple[float, float] | None) -> str:
    return (
        tr("too few to say")
        if interval is None
        else f"{formats.number(interval[0], 1)}–{formats.number(interval[1], 1)}"
    )


def _stock(stock: StockEffect | None) -> str:
    """' Safety stock of 31 materials (95 %): 41k € instead of 52k €.'"""
    if stock is None:
        return ""
    before, after = (formats.rough_money(minor, stock.currency) for minor in (stock.before_minor, stock.after_minor))
    about = tr(
        " Safety stock of {materials} for 95 %: {after} instead of {before}",
        materials=formats.plural(stock.materials, "material"),
        after=after,
        before=before,
    )
    left_out = (
        tr(", {other_currencies} in other currencies not counted", other_currencies=stock.other_currencies)
        if stock.other_currencies
        else ""
    )
    return f"{about}{left_out}."


COLUMNS = (
    Column("name", tr("Link"), fill=True, width=24),
    Column(
        "days_lost",
        tr("Days lost"),
        lambda v: formats.number(round(v)),
        right=True,
        width=8,
        about=tr("How much longer than planned, per line never more than it was late"),
    ),
    Column(
        "days_lost_share", tr("Share"), _share, right=True, width=6, about=tr("Of the days that some link explains")
    ),
    Column("interval", tr("Between"), words.between, right=True, width=11, about=tr("95 % interval of the share")),
    Column(
        "variation_share",
        tr("Of the variation"),
        _share,
        right=True,
        width=14,
        about=tr("How much of what makes arrival hard to predict comes from here; negative: it evens out"),
    ),
    Column(
        "ranked",
        tr("Place"),
        lambda v: tr("certain") if v else "",
        width=7,
        widest=tr("certain"),
        about=tr("Certain where the interval does not overlap the next one's"),
    ),
    Column(
        "planned_p50", tr("Plan"), _days, right=True, width=6, about=tr("Days planned for half of the lines at most")
    ),
    Column("actual_p50", tr("Took"), _days, right=True, width=6, about=tr("Days that half of the lines took at most")),
    Column(
        "actual_p80", tr("80 % took"), _days, right=True, width=9, about=tr("Days that 80 % of the lines took at most")
    ),
    Column(
        "shapley_days",
        tr("Fair share"),
        _counted_days,
        right=True,
        width=9,
        about=tr(
            "Late days laid to this stage, whichever stage is set to its plan first (Shapley); "
            "negative: it made days good"
        ),
    ),
    Column("n", tr("Lines"), formats.number, right=True, width=6, about=tr("Lines measured on this link")),
    Column(
        "days_per_line", tr("Per line"), _per_line, right=True, width=8, about=tr("Days lost on each line measured")
    ),
    Column(
        "rate_interval",
        tr("Per line between"),
        _rate_between,
        right=True,
        width=15,
        about=tr("95 % interval of the days per line; where lines are few it leans on the other links"),
    ),
    Column(
        "days_per_late_line",
        tr("Per late line"),
        _per_line,
        right=True,
        width=11,
        about=tr("Days lost on each line that lost"),
    ),
    Column("party", tr("Arranged by"), lambda v: words.PARTIES.get(v, v), width=12),
)


def _tells_where(links: WeakLinks) -> bool:
    return bool(links.links) and links.links[0].days_lost > 0


class WeakLinksScreen(Screen):
    """Two charts over a table; every bar and row opens its lines."""

    name, title = "weak_links", tr("Weak links")
    help_page = "figures.md#stages-and-weak-links"
    cares_about = frozenset({"orders", "shipments", "imports"})

    def build(self) -> Iterator[None]:
        self.by, self.period = QComboBox(), QComboBox()
        self.by.addItems([words.GROUPS[name].capitalize() for name in GROUPINGS])
        self.by.setAccessibleName(tr("By"))
        self.period.addItems(list(PERIODS))
        self.period.setAccessibleName(tr("Period"))
        self.rank = QComboBox()
        self.rank.addItems(list(RANKS))
        self.rank.setAccessibleName(tr("Rank by"))
        self.rank.currentIndexChanged.connect(self.refresh)
        self.supplier = QComboBox()
        self.supplier.setAccessibleName(tr("Supplier"))
        self.supplier.setMinimumContentsLength(22)
        self.supplier.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.supplier.currentIndexChanged.connect(self.refresh)
        self.by.currentIndexChanged.connect(self.refresh)
        self._is_chosen = False  # what they are put together by
        self.by.activated.connect(lambda _: setattr(self, "_is_chosen", True))
        self.period.currentIndexChanged.connect(self.refresh)
        yield
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.setHandleWidth(1)
        whole.addWidget(self._build_charts())
        yield
        whole.addWidget(self._build_table())
        whole.setChildrenCollapsible(False)
        whole.setSizes([360, 280])
        whole.setStretchFactor(0, 3)
        whole.setStretchFactor(1, 2)
        yield
        self.basis = caption()
        self.basis.setWordWrap(True)
        self.basis.setContentsMargins(16, 4, 16, 6)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(line_of(QLabel(tr("By")), self.by, self.rank, self.period, QLabel(tr("Of")), self.supplier, 1))
        layout.addWidget(whole, 1)
        layout.addWidget(self.basis)
        self._latest, self._effect = Latest(self.session), Latest(self.session)
        self._has_stages: bool | None = None  # whether the columns of stages stand in the table
        self._asked_of = ""  # the link that the figure of "what if" is for
        self._stages: dict[str, str] = {}  # words -> stage, of the rows shown
        self.setFocusProxy(self.table)

    def _build_charts(self) -> QWidget:
        self.lost, self.variation = ChartView(self.session), ChartView(self.session)
        charts = QSplitter(Qt.Orientation.Horizontal)
        charts.setHandleWidth(1)
        for chart in (self.lost, self.variation):
            chart.keep_high(CHART_LINES)
            charts.addWidget(chart)
        return scrolled(charts)

    def _build_table(self) -> QWidget:
        self.setting = QComboBox()
        self.setting.addItems(list(SETTINGS))
        self.setting.setAccessibleName(tr("What if this stage took"))
        self.setting.currentIndexChanged.connect(self._setting_chosen)
        self.days = QSpinBox()
        self.days.setRange(0, 365)
        self.days.setSuffix(tr(" days"))
        self.days.setAccessibleName(tr("Days that this stage would take at most"))
        self.days.setVisible(False)
        self.days.setKeyboardTracking(False)
        self.days.valueChanged.connect(self._ask_what_if)
        self.effect = caption()
        self.effect.setWordWrap(True)
        self.model = ListModel(COLUMNS, self)
        self.table = Table(self.model, "weak_links")
        self.table.sort_here()
        self.table.give_way(("rate_interval", "days_per_late_line", "days_per_line"))
        self.table.opened.connect(lambda _: self.open_lines())
        self.table.chosen.connect(lambda _: self._link_chosen())
        self.what_if_words = QLabel(tr("What if the selected stage took"))
        # The words stand below: beside the question, large letters would leave them a narrow column.
        self.effect.setContentsMargins(16, 0, 16, 6)
        self.what_if = QWidget()
        question = QVBoxLayout(self.what_if)
        question.setContentsMargins(0, 0, 0, 0)
        question.setSpacing(0)
        question.addWidget(line_of(self.what_if_words, self.setting, self.days, 1, margins=(16, 6, 16, 4)))
        question.addWidget(self.effect)
        lower = QWidget()
        lower.setObjectName("surface")
        lower.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(lower)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.what_if)
        return lower

    @property
    def grouping(self) -> str:
        return GROUPINGS[self.by.currentIndex()]

    @property
    def _days(self) -> int | None:
        return PERIODS[self.period.currentText()]

    def _fill_suppliers(self) -> None:
        chosen = self.supplier.currentData()
        self.supplier.blockSignals(True)
        self.supplier.clear()
        self.supplier.addItem(tr("All suppliers"), None)
        for supplier_id, name in scorecards.supplier_choices(self.session.db):
            self.supplier.addItem(name, supplier_id)
        self.supplier.setCurrentIndex(max(0, self.supplier.findData(chosen)) if chosen is not None else 0)
        self.supplier.blockSignals(False)

    def refresh(self) -> None:
        self._fill_suppliers()
        self.show_loading(tr("Measuring the stages of every line …"))
        self._latest.ask(
            tr("Measuring weak links"),
            read_links,
            by=self.grouping,
            recent=self._days,
            supplier_id=self.supplier.currentData(),
            rank=RANKS[self.rank.currentText()],
            as_of=self.session.today,
            knowledge=self.session.knowledge,
            with_progress=True,
            then=self._show,
            failed=self.show_failed,
        )

    def _show(self, links: WeakLinks) -> None:
        if not links.n:
            self.show_empty(
                tr("Cannot say, because no line that was due in this period has dates to measure."),
                tr("Show all"),
                self._show_all,
            )
            return
        if links.by == "stage" and not self._is_chosen and links.late_days > 0 and not _tells_where(links):
            self.by.setCurrentIndex(GROUPINGS.index("supplier"))  # an export of orders alone tells no more
            return
        self.show_content()
        if links.by == "carrier":
            links = replace(links, links=tuple(replace(link, name=carrier_name(link.name)) for link in links.links))
        before = self._current()
        names = [weak_link_words.link_name(link, links.by) for link in links.links]
        self.model.show([replace(link, name=name) for link, name in zip(links.links, names, strict=True)])
        self._stages = {name: link.name for link, name in zip(links.links, names, strict=True)}
        self._show_columns(links.by == "stage")

        def lost(axes: Any, style: Any) -> Any:
            from supplychain_app.reports.figures import draw_days_lost, draw_pareto, draw_rates

            if links.rank == "rate":
                return draw_rates(axes, links, style, titled=False)
            draw = draw_days_lost if links.by in ("stage", "party") else draw_pareto
            return draw(axes, links, style, titled=False)

        def variation(axes: Any, style: Any) -> Any:
            from supplychain_app.reports.figures import draw_variation

            return draw_variation(axes, links, style, titled=False)

        self.lost.show_drawing(lost)
        self.variation.show_drawing(variation)
        self.set_finding(weak_link_words.headline(links))
        self.basis.setText(weak_link_words.basis(links))
        self.what_if.setVisible(links.by == "stage")
        shown = [link.name for link in self.model.rows]
        self.table.selectRow(shown.index(before.name) if before is not None and before.name in shown else 0)

    def _show_columns(self, of_stages: bool) -> None:
        """Only stages have a plan, and one who arranged them."""
        if of_stages == self._has_stages:
            return
        self._has_stages = of_stages
        for number, column in enumerate(COLUMNS):
            if column.name in OF_STAGES:
                self.table.setColumnHidden(number, not of_stages)
        if not self.table.is_remembered():
            self.table.fit()

    def _show_all(self) -> None:
        self.period.setCurrentText(tr("All"))

    def _current(self) -> WeakLink | None:
        found = self.model.at(self.table.current_row())
        return found if isinstance(found, WeakLink) else None

    def _link_chosen(self) -> None:
        """A figure is asked of one stage; the next one begins with its own."""
        link = self._current()
        if link is not None and link.name != self._asked_of:
            self._asked_of = link.name
            self._setting_chosen()
        else:
            self._ask_what_if()

    def _setting_chosen(self) -> None:
        figure = self.setting.currentIndex() == len(SETTINGS) - 1
        self.days.setVisible(figure)
        link = self._current()
        if figure and link is not None and link.actual_p50 is not None:
            self.days.blockSignals(True)
            self.days.setValue(round(link.actual_p50))
            self.days.blockSignals(False)
        self._ask_what_if()

    def _ask_what_if(self) -> None:
        link = self._current()
        if link is None or self.grouping != "stage" or link.name not in self._stages:
            return
        self._effect.ask(
            tr("What if"),
            read_effect,
            stage=self._stages[link.name],
            to=("plan", "median", "days")[self.setting.currentIndex()],
            days=float(self.days.value()),
            recent=self._days,
            supplier_id=self.supplier.currentData(),
            as_of=self.session.today,
            knowledge=self.session.knowledge,
            then=self._show_effect,
            failed=self.effect.setText,
        )

    def _show_effect(self, effect: WhatIf | None) -> None:
        if effect is None or not effect.lines:
            self.effect.setText(tr("Cannot say, because no complete line has this stage dated."))
            return
        self.effect.setText(
            tr(
                "Half of the lines at most {p50_after} (now {p50_before}), 80 % at most {p80_after} (now "
                "{p80_before}); on time {on_time_after} (now {on_time_before}), on {lines}.{stock}",
                p50_after=formats.lateness(effect.p50_after),
                p50_before=formats.lateness(effect.p50_before),
                p80_after=formats.lateness(effect.p80_after),
                p80_before=formats.lateness(effect.p80_before),
                on_time_after=formats.percent(effect.on_time_after),
                on_time_before=formats.percent(effect.on_time_before),
                lines=formats.plural(effect.lines, "line"),
                stock=_stock(effect.stock),
            )
        )

    @command(tr("Open lines", "verb"), "Return", "open")
    def open_lines(self) -> None:
        link = self._current()
        if link is not None and link.line_ids:
            self.session.open_lines(link.line_ids, tr("Days lost: {name}", name=link.name))

    @command(
        tr("Arranged by someone else"),
        "P",
        "edit",
        about=tr("Who really arranged a stage of these lines, where the Incoterm names someone else"),
    )
    def reassign(self) -> None:
        link = self._current()
        if link is None or not link.line_ids or self.grouping not in ("stage", "party"):
            self.session.said.emit(tr("Show the links by stage or by party, and choose one that lost days."))
            return
        about = tr(
            "{name}: {lines} that lost days there.", name=link.name, lines=formats.plural(len(link.line_ids), "line")
        )
        form = Form(tr("Arranged by someone else"), tr("Reassign"), self, about)
        stage = form.add_choice(tr("&Stage"), tuple(words.STAGES.values()), link.name)
        parties = list(words.PARTIES.values())
        another = next(one for one in parties if one not in (link.name, words.PARTIES.get(link.party)))
        party = form.add_choice(tr("&Arranged by"), tuple(parties), another)
        reason = form.add_text(tr("&Reason"), hint=tr("Such as: their forwarder booked it"))
        if form.ask():
            stages = list(words.STAGES)
            self.session.write(
                tr("Reassign"),
                reassign_party,
                link.line_ids,
                stage=stages[stage.currentIndex()],
                party=list(words.PARTIES)[party.currentIndex()],
                reason=reason.text(),
                now=self.session.now,
                nouns=frozenset({"orders"}),
            )
