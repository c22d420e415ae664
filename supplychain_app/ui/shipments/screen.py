"""The Shipments screen: where everything under way is, how its ETA moved, and what could not be asked."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QVBoxLayout

from supplychain_app.carriers import registry
from supplychain_app.language import tr
from supplychain_app.services import tracking
from supplychain_app.storage import correspondents, shipment_list, shipments
from supplychain_app.storage.query import RowQuery
from supplychain_app.storage.shipment_list import UnitStory
from supplychain_app.ui.shared import formats, side_panel
from supplychain_app.ui.shared.commands import command
from supplychain_app.ui.shared.filter_bar import FilterBar, FilteredScreen
from supplychain_app.ui.shared.loading import Latest
from supplychain_app.ui.shared.pulling import pull
from supplychain_app.ui.shared.row_model import ListModel, RowModel
from supplychain_app.ui.shared.screen import Message, plain, primary
from supplychain_app.ui.shared.shipment_words import carrier_name
from supplychain_app.ui.shared.table import Table
from supplychain_app.ui.shipments import forms
from supplychain_app.ui.shipments.columns import COLUMNS, FILTERS, HEALTH, HIDDEN_AT_FIRST, IN_SENTENCE
from supplychain_app.ui.shipments.story import StoryPanel

SHIPMENTS = frozenset({"shipments", "orders"})


class ShipmentsScreen(FilteredScreen):
    """A table of tracked units, the story of one beside it, and how the carriers are doing below."""

    name, title = "shipments", tr("Shipments")
    help_page = "carriers.md"
    cares_about = frozenset({"shipments", "imports"})

    def build(self) -> Iterator[None]:
        self.filters = FilterBar(tr("Tracking number, order, supplier or carrier"), FILTERS)
        self.filters.changed.connect(self.refresh)
        add = plain(tr("Follow a number"), "add")
        add.clicked.connect(self.add_number)
        every = primary(tr("Refresh"), "refresh")
        every.clicked.connect(self.refresh_due)
        self.add_to_bar(add)
        self.add_to_bar(every)
        yield
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
        yield
        self.panel = StoryPanel(self.session)
        yield
        upper = QSplitter(Qt.Orientation.Horizontal)
        upper.setHandleWidth(1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.table)
        self.nothing = Message()
        self.nothing.say(tr("No shipment is like this."), tr("Show all shipments"), lambda: self.select(None))
        self.pages.addWidget(self.nothing)
        upper.addWidget(self.pages)
        upper.addWidget(self.panel)
        upper.setSizes([780, 400])
        upper.setStretchFactor(0, 1)
        upper.setStretchFactor(1, 1)
        upper.setCollapsible(0, False)
        yield
        self.health = ListModel(HEALTH, self)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(upper, tr("Under way"))
        self.tabs.addTab(Table(self.health, "carrier_health"), tr("Carriers"))
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side_panel.fit(self, self.panel)

    def refresh(self) -> None:
        self.show_loading(tr("Reading the shipments …"))
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
            tr("Reading the carriers"),
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
                tr(
                    "Nothing is followed yet. Shipments come with an export that holds tracking numbers, or one by one."
                ),
                tr("Follow a number"),
                self.add_number,
            )
            return
        self.show_content()
        self.pages.setCurrentWidget(self.table if count else self.nothing)
        shown = "; ".join(IN_SENTENCE[k] for k in self.filters.chosen) or tr("in all")
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
                tr("Reading the shipment"), shipment_list.story, unit_id, then=self._show_story, failed=self.panel.say
            )

    def _show_story(self, story: UnitStory | None) -> None:
        self._story = story
        row = self.table.current_row()
        unit_id = self.model.id_at(row) if row >= 0 else None
        if story is None or unit_id is None:
            self.panel.clear()
            return
        self.panel.show_story(
            story,
            checked_at=self.model.value(row, "last_checked_at"),
            error=self.model.value(row, "last_error"),
            again_at=self.model.value(row, "next_check_at"),
            watched=bool(self.model.value(row, "watched")),
            offered=shipments.offered_orders(self.session.db, unit_id),
            expected_on=_day(self.model.value(row, "eta")),
            needed_on=_day(self.model.value(row, "needed_on")),
            units=_delivered(self.model.value(row, "units")),
            as_of=self.session.today,
        )

    def _unit_ids(self) -> list[int]:
        return [unit_id for row in self.table.selected_rows() if (unit_id := self.model.id_at(row)) is not None]

    @command(tr("Open lines", "verb"), "Return", "open")
    def open_lines(self) -> None:
        if self._story is not None:
            self.session.open_lines(self._story.line_ids, tr("Lines in {number}", number=self._story.number))

    @command(tr("Refresh this"), "R", "refresh", about=tr("Ask the carrier about the selected shipments now"))
    def refresh_selected(self) -> None:
        if self._unit_ids():
            pull(self.session, self._unit_ids())

    @command(
        tr("Refresh due"),
        "F5",
        "refresh",
        bar=False,
        about=tr("Ask about everything that is due, within each carrier's limits"),
    )
    def refresh_due(self) -> None:
        pull(self.session)

    @command(tr("At the carrier"), "W", "open", about=tr("Open the carrier's own page of this shipment"))
    def open_at_carrier(self) -> None:
        story = self._story
        if story is None:
            return
        url = registry.page_url(story.carrier, story.number)
        if url:
            QDesktopServices.openUrl(QUrl(url))
        else:
            self.session.said.emit(
                tr("{carrier_name} has no public page for single shipments.", carrier_name=carrier_name(story.carrier))
            )

    @command(tr("Delivered"), "D", "check", about=tr("Say yourself that it is here; this wins over the carrier"))
    def mark_delivered(self) -> None:
        self._say("delivered")

    @command(tr("Lost"), "L", "alert", bar=False)
    def mark_lost(self) -> None:
        self._say("lost")

    @command(tr("Stop following"), "S", "close", bar=False)
    def stop_following(self) -> None:
        self._say("stopped")

    @command(tr("As the carrier says"), "U", "undo", bar=False, about=tr("Take your own word back"))
    def as_carrier_says(self) -> None:
        self._say(None)

    @command(tr("Follow a number"), "N", "add", bar=False)
    def add_number(self) -> None:
        for carrier, number in forms.ask_numbers(self):
            self.session.write(
                tr("Follow"),
                tracking.add_unit,
                carrier=carrier,
                number=number,
                nouns=SHIPMENTS,
                then=partial(self._tell_followed, number),
            )

    @command(
        tr("Record an event"), "E", "edit", about=tr("Write down what you heard of this shipment, by phone or mail")
    )
    def record_event(self) -> None:
        unit_id = self.model.id_at(self.table.current_row())
        if unit_id is None or self._story is None:
            return
        number = self._story.number
        heard = forms.ask_event(self, number, self.session.today)
        if heard is not None:
            self.session.write(
                tr("Recording the event"),
                tracking.record_event,
                unit_id,
                occurred_local=heard.occurred_local,
                milestone=heard.milestone,
                place=heard.place,
                text=heard.text,
                now=self.session.now,
                nouns=SHIPMENTS,
                then=lambda new: self.session.said.emit(
                    tr("Recorded for {number}.", number=number)
                    if new
                    else tr("That was recorded for {number} before.", number=number)
                ),
            )

    @command(tr("Link an order"), "O", "orders", about=tr("Say which order is on its way with this shipment"))
    def link_order(self) -> None:
        unit_id = self.model.id_at(self.table.current_row())
        if unit_id is None or self._story is None:
            return
        number = self._story.number
        offered = [link.purchase_order for link in shipments.offered_orders(self.session.db, unit_id)]
        order = forms.ask_order(self, number, offered)
        if order is None:
            return
        order_id = correspondents.order_id(self.session.db, order)
        if order_id is None:
            self.session.failed.emit(
                tr("No order has the number “{order}”. Check it, or import the order first.", order=order)
            )
            return
        self.session.write(
            tr("Linking the order"),
            tracking.link_order,
            unit_id,
            order_id,
            nouns=SHIPMENTS,
        )

    @command(
        tr("Details"), "T", "edit", bar=False, about=tr("Booking, service or postcode, where the carrier asks for them")
    )
    def edit_details(self) -> None:
        unit_id = self.model.id_at(self.table.current_row())
        if unit_id is None:
            return
        asked = forms.ask_details(self, shipments.unit(self.session.db, unit_id))
        if asked is not None:
            self.session.write(
                tr("Changing the details"),
                tracking.set_details,
                unit_id,
                reference=asked.reference,
                service=asked.service,
                postcode=asked.postcode,
                nouns=SHIPMENTS,
            )

    @command(tr("Watch"), "B", "watch", about=tr("Tell me on the desktop when a status changes, or no longer"))
    def watch(self) -> None:
        unit_ids = self._unit_ids()
        if unit_ids:
            watched = not all(self.model.value(row, "watched") for row in self.table.selected_rows())
            self.session.write(tr("Watching"), tracking.watch, unit_ids, watched=watched, nouns=SHIPMENTS)

    @command(tr("Story"), "Space", bar=False, about=tr("Show or hide the shipment's events"))
    def toggle_story(self) -> None:
        side_panel.toggle(self, self.panel)

    def _tell_followed(self, number: str, _unit_id: int) -> None:
        self.session.said.emit(tr("{number} is followed.", number=number))

    def _say(self, word: str | None) -> None:
        unit_ids = self._unit_ids()
        if unit_ids:
            self.session.write(tr("Status"), tracking.set_user_status, unit_ids, word, nouns=SHIPMENTS)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _delivered(units: str | None) -> str:
    """'2 of 5 delivered.', of a shipment of several units."""
    done, _, total = (units or "").partition(" of ")
    return tr("{done} of {total} delivered.", done=done, total=total) if total not in ("", "0", "1") else ""
