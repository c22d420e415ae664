"""The Shipments screen: where everything under way is, how its ETA moved, and what could not be asked."""

from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QSplitter, QTabWidget, QVBoxLayout, QWidget

from supplychain_app.carriers import registry
from supplychain_app.services import tracking
from supplychain_app.storage import shipment_list
from supplychain_app.storage.query import RowQuery
from supplychain_app.storage.shipment_list import UnitStory
from supplychain_app.ui.shared import formats, help, theme
from supplychain_app.ui.shared.asking import Form
from supplychain_app.ui.shared.chart import ChartView
from supplychain_app.ui.shared.commands import command
from supplychain_app.ui.shared.filter_bar import FilterBar
from supplychain_app.ui.shared.loading import Latest
from supplychain_app.ui.shared.pulling import pull
from supplychain_app.ui.shared.row_model import Column, ListModel, RowModel
from supplychain_app.ui.shared.screen import Screen, caption, plain, primary
from supplychain_app.ui.shared.table import Table

SHIPMENTS = frozenset({"shipments", "orders"})
FILTERS = (
    ("under way", "Under way"),
    ("needs attention", "Needs attention"),
    ("customs", "Held at customs"),
    ("failed", "Could not be asked"),
    ("delivered", "Delivered"),
)
STATUS = {
    "unknown": "Unknown",
    "not_found": "Not known to the carrier yet",
    "pre_transit": "Not handed over yet",
    "in_transit": "On the way",
    "out_for_delivery": "Out for delivery",
    "ready_for_pickup": "Ready for pickup",
    "delivery_attempted": "Delivery tried",
    "exception": "Needs attention",
    "returning": "Coming back to sender",
    "returned": "Returned",
    "delivered": "Delivered",
    "cancelled": "Cancelled",
    "expired": "No longer followed",
    "lost": "Lost",
    "stopped": "Not followed",
}
WARNINGS = {"exception": "bad", "returning": "bad", "lost": "bad", "delivery_attempted": "warning", "delivered": "good"}


def status(value: str | None, delay: str | None = None, kind: str | None = None) -> str:
    """Status in words, with what is wrong."""
    words = STATUS.get(value or "", value or "")
    if value == "exception" and kind:
        words = kind.replace("_", " ").capitalize()
    return f"{words}, delayed" if delay == "delayed" and value not in ("delivered", "cancelled") else words


def _moved(eta: str | None, first: str | None) -> str:
    if not eta or not first:
        return ""
    from datetime import date

    days = (date.fromisoformat(eta[:10]) - date.fromisoformat(first[:10])).days
    return "" if not days else (f"+{formats.days(days)}" if days > 0 else f"−{formats.days(-days)}")


def _still(value: float | None, now: str | None) -> str:
    if value is None or now in ("delivered", "cancelled", "returned"):
        return ""
    return formats.days(max(0, value))


MILESTONES = {
    "booked": "Booked",
    "label_created": "Label made",
    "picked_up": "Picked up",
    "origin_gate_in": "At the origin terminal",
    "loaded": "Loaded",
    "departed": "Departed",
    "transshipment_discharged": "Unloaded on the way",
    "transshipment_loaded": "Loaded again on the way",
    "arrived": "Arrived",
    "discharged": "Unloaded",
    "customs_hold": "Held by customs",
    "customs_released": "Released by customs",
    "available": "Ready to be fetched",
    "gate_out": "Left the terminal",
    "out_for_delivery": "Out for delivery",
    "attempted": "Delivery tried",
    "delivered": "Delivered",
    "empty_returned": "Empty container returned",
    "returned": "Returned",
}


def event_words(text: str | None, milestone: str | None, stage: str | None, code: str | None) -> str:
    """An event as a person says it: the carrier's own words, unless they are no more than its code."""
    if text and text != code:
        return text
    return MILESTONES.get(milestone or "") or STATUS.get(stage or "") or text or ""


def _carrier(key: str | None) -> str:
    info = registry.CARRIERS.get(key or "")
    return info.name if info else (key or "").upper()


COLUMNS = (
    Column("number", "Number", width=14),
    Column("carrier", "Carrier", _carrier, width=12),
    Column("supplier", "Supplier", width=28, fill=True),
    Column(
        "status", "Where it stands", width=16, needs=("delay", "exception_kind"), write_row=status, tone=WARNINGS.get
    ),
    Column(
        "still_days",
        "Still for",
        right=True,
        width=8,
        needs=("status",),
        write_row=_still,
        about="Days since the last event",
    ),
    Column("eta", "ETA", formats.day, right=True, width=11),
    Column(
        "first_eta",
        "Drift",
        right=True,
        width=8,
        needs=("eta",),
        write_row=lambda first, eta: _moved(eta, first),
        about="How far the ETA has moved since the first one",
    ),
    Column("needed_on", "Needed", formats.day, right=True, width=11),
    Column(
        "last_event_text",
        "Last event",
        width=26,
        needs=("last_milestone", "last_event_code"),
        write_row=lambda text, milestone, code: event_words(text, milestone, None, code),
    ),
    Column("units", "Delivered", width=9, about="Units of the shipment that are delivered"),
    Column("lines", "Lines", formats.number, right=True, width=6),
    Column("last_checked_at", "Last asked", formats.ago, width=13),
    Column("next_check_at", "Asked again", lambda v: formats.moment(v) if v else "", width=16),
    Column("last_error", "Could not be asked", lambda v: v or "", width=24, tone=lambda v: "bad" if v else None),
)
HIDDEN_AT_FIRST = ("units", "last_checked_at", "next_check_at")
EVENTS = (
    Column("occurred_local", "When", lambda v: f"{formats.short_day(v)} {v[11:16]}", width=12),
    Column(
        "raw_text",
        "What",
        width=24,
        fill=True,
        needs=("milestone", "status", "raw_code", "retracted_at"),
        write_row=lambda text, milestone, stage, code, gone: (
            event_words(text, milestone, stage, code) + (" (withdrawn)" if gone else "")
        ),
    ),
    Column(
        "city",
        "Where",
        width=12,
        needs=("place_text", "unlocode", "country"),
        write_row=lambda *parts: ", ".join(dict.fromkeys(p for p in (parts[0] or parts[1] or parts[2], parts[3]) if p)),
    ),
    Column("classifier", "", lambda v: "" if v == "actual" else v, width=9),
)
HEALTH = (
    Column("name", "Carrier", width=24, fill=True),
    Column(
        "connected", "Keys", lambda v: "there" if v else "missing", width=9, tone=lambda v: None if v else "warning"
    ),
    Column("calls_today", "Calls today", formats.number, right=True, width=10),
    Column("calls_left", "Left today", formats.number, right=True, width=10),
    Column("last_success_at", "Last answer", formats.ago, width=15),
    Column("last_error", "Last error", lambda v: v or "", width=30, tone=lambda v: "bad" if v else None),
    Column("not_before", "Asked again", lambda v: formats.moment(v) if v else "", width=15),
)


class ShipmentsScreen(Screen):
    """A table of tracked units, the story of one beside it, and how the carriers are doing below."""

    name, title = "shipments", "Shipments"
    cares_about = frozenset({"shipments", "imports"})

    def build(self) -> None:
        self.filters = FilterBar("Tracking number, order, supplier or carrier", FILTERS)
        self.filters.changed.connect(self.refresh)
        add = plain("Follow a number", "add")
        add.clicked.connect(self.add_number)
        every = primary("Refresh", "refresh")
        every.clicked.connect(self.refresh_due)
        self.add_to_bar(add)
        self.add_to_bar(every)
        self.model = RowModel(self.session, COLUMNS, self)
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self.show_failed)
        self.table = Table(self.model, "shipments")
        self.table.hide_at_first(HIDDEN_AT_FIRST)
        self.table.horizontalHeader().sectionResized.connect(self.table.remember)
        self.table.horizontalHeader().setSortIndicatorShown(True)
        self.table.horizontalHeader().setSectionsClickable(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _: self.open_lines())
        side = self._build_story()
        upper = QSplitter(Qt.Orientation.Horizontal)
        upper.setHandleWidth(1)
        upper.addWidget(self.table)
        upper.addWidget(side)
        upper.setSizes([760, 420])
        upper.setStretchFactor(0, 1)
        upper.setStretchFactor(1, 1)
        upper.setCollapsible(0, False)
        self.health = ListModel(HEALTH, self)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(upper, "Under way")
        self.tabs.addTab(Table(self.health, "carrier_health"), "Carriers")
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filters)
        layout.addWidget(self.tabs, 1)
        self._sorted_by: tuple[str, bool] = ("eta", False)
        self._keep: int | None = None
        self._story: UnitStory | None = None
        self._latest, self._health_read = Latest(self.session), Latest(self.session)
        self.filters.set_state(("under way",))
        self.setFocusProxy(self.table)

    def _build_story(self) -> QWidget:
        self.head, self.about = QLabel(), caption()
        self.head.setFont(theme.font(theme.HEAD, theme.STRONG))
        self.about.setWordWrap(True)
        self.drift = ChartView(self.session, headed=False)
        self.drift.setFixedHeight(self.fontMetrics().height() * 13)
        self.moved = caption()
        self.moved.setContentsMargins(12, 8, 12, 0)
        self.events = ListModel(EVENTS, self)
        side = QWidget()
        side.setObjectName("surface")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(2)
        self.head.setContentsMargins(12, 0, 12, 0)
        self.about.setContentsMargins(12, 0, 12, 4)
        column.addWidget(self.head)
        column.addWidget(self.about)
        column.addWidget(Table(self.events, "events"), 1)
        column.addWidget(self.moved)
        column.addWidget(self.drift)
        return side

    def refresh(self) -> None:
        self.show_loading("Reading the shipments …")
        if self._keep is None:
            self._keep = self.model.id_at(self.table.current_row())
        column, descending = self._sorted_by
        self.model.show(
            RowQuery(
                shipment_list.UNITS,
                self.model.wanted_columns(),
                keywords=tuple(self.filters.chosen),
                search=self.filters.text,
                sort=column,
                descending=descending,
                parameters={"today": self.session.today.isoformat()},
            )
        )

        self._health_read.ask(
            "Reading the carriers",
            tracking.carrier_health,
            self.session.now,
            then=self.health.show,
            failed=self.session.failed.emit,
        )

    def select(self, what: Any) -> None:
        """Show the first unit of this shipment."""
        self.filters.set_state(())
        if what is not None:
            self._keep = shipment_list.unit_of_shipment(self.session.db, int(what))
        self.refresh()

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        if 0 <= section < len(COLUMNS):
            self._sorted_by = (COLUMNS[section].name, order == Qt.SortOrder.DescendingOrder)
            self.refresh()

    def _loaded(self, count: int) -> None:
        if count == 0 and not self.filters.chosen and not self.filters.text:
            self.show_empty(
                "Nothing is followed yet. Shipments come with an export that holds tracking numbers, or one by one.",
                "Follow a number",
                self.add_number,
            )
            return
        self.show_content()
        shown = "; ".join(dict(FILTERS)[k] for k in self.filters.chosen).lower() or "in all"
        self.set_finding(f"{formats.plural(count, 'shipment')}, {shown}.")
        row = self.model.row_of(self._keep) if self._keep is not None else None
        self._keep = None
        if count:
            self.table.selectRow(row or 0)
            self.table.scrollTo(self.model.index(row or 0, 0))
        else:
            self._show_story(None)

    def _chosen(self, row: int) -> None:
        unit_id = self.model.id_at(row)
        if unit_id is not None:
            self._latest.ask(
                "Reading the shipment", shipment_list.story, unit_id, then=self._show_story, failed=self.about.setText
            )

    def _show_story(self, story: UnitStory | None) -> None:
        self._story = story
        if story is None:
            self.head.setText("Choose a shipment")
            self.about.setText("")
            self.events.show([])
            self.drift.clear()
            self.moved.clear()
            return
        self.head.setText(f"{_carrier(story.carrier)} {story.number}")
        row = self.table.current_row()
        error = self.model.value(row, "last_error")
        again = self.model.value(row, "next_check_at")
        parts = [f"Last asked {formats.ago(self.model.value(row, 'last_checked_at'))}."]
        if error:
            parts.append(f"{error}")
        if again:
            parts.append(f"Asked again {formats.moment(again)}.")
        self.about.setText(" ".join(parts))
        self.events.show(story.events)

        def draw(axes: Any, style: Any) -> Any:
            from supplychain_app.reports.figures import draw_eta_drift

            return draw_eta_drift(axes, story.drift, style, titled=False)

        self.drift.show_drawing(draw)
        drawn = self.drift.drawn
        self.moved.setText(drawn.title if drawn is not None else "")

    def _unit_ids(self) -> list[int]:
        return [unit_id for row in self.table.selected_rows() if (unit_id := self.model.id_at(row)) is not None]

    @command("Open lines", "Return", "open")
    def open_lines(self) -> None:
        if self._story is not None:
            self.session.open_lines(self._story.line_ids, f"Lines in {self._story.number}")

    @command("Refresh this", "R", "refresh", about="Ask the carrier about the selected shipments now")
    def refresh_selected(self) -> None:
        if self._unit_ids():
            pull(self.session, self._unit_ids())

    @command("Refresh due", "F5", "refresh", about="Ask about everything that is due, within each carrier's limits")
    def refresh_due(self) -> None:
        pull(self.session)

    @command("At the carrier", "W", "open", about="Open the carrier's own page of this shipment")
    def open_at_carrier(self) -> None:
        story = self._story
        if story is None:
            return
        url = registry.page_url(story.carrier, story.number)
        if url:
            QDesktopServices.openUrl(QUrl(url))
        else:
            self.session.said.emit(f"{_carrier(story.carrier)} has no public page for single shipments.")

    @command("Delivered", "D", "check", about="Say yourself that it is here; this wins over the carrier")
    def mark_delivered(self) -> None:
        self._say("delivered")

    @command("Lost", "L", "alert", bar=False)
    def mark_lost(self) -> None:
        self._say("lost")

    @command("Stop following", "S", "close")
    def stop_following(self) -> None:
        self._say("stopped")

    @command("As the carrier says", "U", "undo", bar=False, about="Take your own word back")
    def as_carrier_says(self) -> None:
        self._say(None)

    @command("Follow a number", "N", "add")
    def add_number(self) -> None:
        form = Form("Follow a number", "Follow", self, "A tracking number, a container or an air waybill.")
        number = form.add_text("&Number")
        names = {info.name: key for key, info in registry.CARRIERS.items()}
        carrier = form.add_choice("&Carrier", tuple(names))
        number.textChanged.connect(lambda text: _guess(text, carrier, names))
        confirmed, followed = form.ask(), number.text().strip()
        if confirmed and followed:
            self.session.write(
                "Follow",
                tracking.add_unit,
                carrier=names[carrier.currentText()],
                number=followed,
                nouns=SHIPMENTS,
                then=lambda _: self.session.said.emit(f"{followed} is followed."),
            )

    @command("Help", "?", "question", bar=False)
    def explain(self) -> None:
        help.HelpWindow("carriers.md", self).show()

    def _say(self, word: str | None) -> None:
        for unit_id in self._unit_ids():
            self.session.write("Status", tracking.set_user_status, unit_id, word, nouns=SHIPMENTS)


def _guess(text: str, carrier: Any, names: dict[str, str]) -> None:
    """Propose the carrier that the number's shape and check digit speak for."""
    from supplychain_app.domain.identifiers import recognise

    for candidate in recognise(text) if len(text) > 5 else ():
        for name, key in names.items():
            if key == candidate.carrier:
                carrier.setCurrentText(name)
                return
