"""The Orders screen: every line, filtered and sorted in the file, with one line's story beside it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QByteArray, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout

from supplychain_app.language import tr, within
from supplychain_app.services import editing, exporting
from supplychain_app.storage import line_groups, order_lines
from supplychain_app.storage.query import Filter, RowQuery
from supplychain_app.ui.orders.columns import COLUMNS, HIDDEN_AT_FIRST
from supplychain_app.ui.orders.conditions import FIELDS, Field, ask, in_words, of_cell
from supplychain_app.ui.orders.groups import TITLES, GroupButton, GroupTable
from supplychain_app.ui.orders.story import StoryPanel
from supplychain_app.ui.orders.views import ALL_LINES, View, ViewsButton
from supplychain_app.ui.shared import file_dialogs, formats, line_forms, mailing, side_panel
from supplychain_app.ui.shared.asking import Form
from supplychain_app.ui.shared.commands import command
from supplychain_app.ui.shared.filter_bar import FilterBar, FilteredScreen
from supplychain_app.ui.shared.loading import Latest
from supplychain_app.ui.shared.row_model import RowModel
from supplychain_app.ui.shared.screen import Message, plain
from supplychain_app.ui.shared.table import Table

FILTERS = (
    ("open", tr("Open")),
    ("late", tr("Past the promise")),
    ("no promise", tr("Open, no promise")),
    ("moved", tr("Promise moved")),
    ("arriving", tr("Promised within a week")),
    ("no owner", tr("Open, no owner")),
    ("received", tr("Received")),
)
IN_SENTENCE = {
    "open": tr("open"),
    "late": tr("past the promise"),
    "no promise": tr("open, no promise"),
    "moved": tr("promise moved"),
    "arriving": tr("promised within a week"),
    "no owner": tr("open, no owner"),
    "received": tr("received"),
}
"""The same filters, as they stand in the sentence beside the title."""

KEPT = 200  # selected lines that are looked for again when the table is read anew


class OrdersScreen(FilteredScreen):
    """Search, filter, sort; select lines and see their totals; change them in place."""

    name, title = "orders", tr("Orders")
    help_page = "figures.md#the-dates-of-a-line"
    cares_about = frozenset({"orders", "imports", "communications"})

    def build(self) -> Iterator[None]:
        self.filters = FilterBar(tr("Order, material, supplier, tracking number or words of a mail"), FILTERS)
        self.filters.changed.connect(self.refresh)
        self.filters.offer({f"{field.title} …": partial(self._ask_condition, field) for field in FIELDS})
        self.group_button = GroupButton()
        self.group_button.chosen.connect(self.group_by)
        self.views = ViewsButton(self, self.view_now, self.use_view)
        self.filters.layout().addWidget(self.group_button)
        self.filters.layout().addWidget(self.views)
        columns = plain(tr("Columns"), "columns", role="flat")
        self.filters.layout().addWidget(columns)
        yield
        self.model = RowModel(self.session, COLUMNS, self)
        self.model.begun.connect(self._begun)
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self.show_failed)
        self.table = Table(self.model, "order_lines")
        columns.setMenu(self.table.column_menu())
        self.table.hide_at_first(HIDDEN_AT_FIRST)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._sort)
        header.sectionResized.connect(self.table.remember)
        self.table.chosen.connect(self._chosen)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        yield
        self.groups = GroupTable(self)
        self.groups.group_opened.connect(self._open_group)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.groups)
        self.nothing = Message()
        self.nothing.say(tr("No line is like this."), tr("Show all lines"), lambda: self.use_view(ALL_LINES))
        self.pages.addWidget(self.nothing)
        yield
        self.story = StoryPanel(self.session)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.pages)
        self.splitter.addWidget(self.story)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([836, 330])
        self.splitter.setHandleWidth(1)
        self.splitter.setCollapsible(0, False)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filters)
        layout.addWidget(self.splitter, 1)
        self._sorted_by: tuple[str | None, bool] = ("current_promise", False)
        self._chosen_ids: list[int] | None = None
        self._by = ""  # the column the lines are grouped by
        self._within: Filter | None = None  # the group whose lines are shown
        self._asked = 0
        self._totals = Latest(self.session)
        self._keep: list[int] = []  # lines that stay selected when they are read again, the current one first
        self.filters.set_state(("open",))
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        self.show_loading(tr("Reading the lines …"))
        self._asked += 1
        if self._within is not None and not self.filters.extra:  # its chip was removed: back to the groups
            self._by, self._within = self._within.column, None
        self.group_button.tell(self._by)
        self.pages.setCurrentWidget(self.groups if self._by else self.table)
        self.setFocusProxy(self.groups if self._by else self.table)
        if self._by:
            asked = self._asked
            job = self.session.read(tr("Adding up the lines"), line_groups.totals_by, self._query(), self._by)
            job.done.connect(lambda found: self._show_groups(asked, found))
            job.failed.connect(self.show_failed)
            return
        current = self.table.current_row()
        rows = [current, *(row for row in self.table.selected_rows()[:KEPT] if row != current)]
        self._keep = [line_id for row in rows if (line_id := self.model.id_at(row)) is not None]
        self.model.show(self._query())

    def select(self, what: Any) -> None:
        """Show these lines: a pair of ids and what they are."""
        ids, title = what
        self._by, self._within = "", None
        self._chosen_ids = list(ids)
        self.filters.set_state((), extra=title)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side_panel.fit(self, self.story)

    def add_to_menu(self, menu: QMenu, table: Table, index: QModelIndex) -> None:
        """Of a cell: show only lines like it."""
        if table is not self.table:
            return
        name = COLUMNS[index.column()].name
        condition = of_cell(name, self.model.value(index.row(), name))
        if condition is not None:
            words = in_words(condition, self.session.today)
            only = menu.addAction(tr("Only {words}", words=words))
            only.triggered.connect(lambda: self.filters.add_condition(words, condition))
            menu.addSeparator()

    def _query(self) -> RowQuery:
        if not self.filters.extra:
            self._chosen_ids = None
        keywords = list(self.filters.chosen)
        parameters: dict[str, Any] = {"today": self.session.today.isoformat()}
        if self._chosen_ids is not None:
            keywords.append("chosen")
            parameters["chosen"] = json.dumps(self._chosen_ids)
        column, descending = self._sorted_by
        return RowQuery(
            order_lines.LINES,
            self.model.wanted_columns(),
            filters=(*self.filters.conditions.values(), *((self._within,) if self._within is not None else ())),
            keywords=tuple(keywords),
            search=self.filters.text,
            sort=column,
            descending=descending,
            parameters=parameters,
        )

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        if 0 <= section < len(COLUMNS):
            self._sorted_by = (COLUMNS[section].name, order == Qt.SortOrder.DescendingOrder)
            self.refresh()

    def _begun(self) -> None:
        """The first rows of many are there."""
        if self._by:
            return
        self.show_content()
        self.set_finding(tr("Counting …"))
        self._select_kept()

    def _loaded(self, count: int) -> None:
        if self._by:
            return
        conditions = self.filters.conditions
        filtered = bool(self.filters.chosen or self.filters.text or self.filters.extra or conditions)
        if count == 0 and not filtered:
            self.show_empty(
                tr("No order lines yet. Bring in the export of your open orders."),
                tr("Import an export"),
                lambda: self.session.go("imports"),
            )
            self.set_finding("")
            return
        self.show_content()
        words = [IN_SENTENCE[k] for k in self.filters.chosen] + list(conditions)
        shown = self.filters.extra or "; ".join(words) or tr("in all")
        self.set_finding(f"{formats.plural(count, 'line')}, {shown}.")
        self.pages.setCurrentWidget(self.table if count else self.nothing)
        if not count:
            self.story.clear()
            self.tell_selected("")
        elif self._keep or self.table.current_row() < 0:
            self._select_kept()
        self._keep = []

    def _select_kept(self) -> None:
        """The lines that were selected before, where they are still here; else the first line."""
        rows = [row for line_id in self._keep if (row := self.model.row_of(line_id)) is not None]
        self.table.select_rows(rows or [0])

    def _chosen(self, row: int) -> None:
        line_id = self.model.id_at(row)
        if line_id is not None and self.story.isVisibleTo(self):
            self.story.show_line(line_id)

    def _selection_changed(self, *_: Any) -> None:
        ids = self._selected_ids()
        if len(ids) < 2:
            self._totals.drop()
            current = self.table.current_row()
            self.tell_selected(tr("Selected: {about}", about=self._about(ids)) if ids and current >= 0 else "")
            return
        self._totals.ask(
            tr("Adding up"), order_lines.totals, ids, then=self._tell_totals, failed=self.session.failed.emit
        )

    def _tell_totals(self, totals: order_lines.Totals) -> None:
        values = ", ".join(formats.money(value, currency) for currency, value in totals.open_value)
        self.tell_selected(
            tr("{lines} selected, {open} open", lines=formats.plural(totals.lines, "line"), open=totals.open)
            + (f": {values}" if values else "")
        )

    def _selected_ids(self) -> list[int]:
        if self._by:
            self.session.said.emit(tr("Open a group with Enter to work on its lines."))
            return []
        return [line_id for row in self.table.selected_rows() if (line_id := self.model.id_at(row)) is not None]

    def _about(self, ids: Sequence[int]) -> str:
        if len(ids) != 1:
            return formats.plural(len(ids), "line")
        row = self.model.row_of(ids[0]) or 0
        parts = (self.model.value(row, n) for n in ("purchase_order", "line", "supplier"))
        order, line, supplier = (str(part or "") for part in parts)
        return f"{order} / {line}, {supplier}"

    def _day(self, name: str) -> date | None:
        value = self.model.value(self.table.current_row(), name)
        return date.fromisoformat(value) if value else None

    def view_now(self) -> View:
        """What is shown now, to be kept under a name."""
        column, descending = self._sorted_by
        state = bytes(self.table.horizontalHeader().saveState().toHex().data()).decode()
        conditions = tuple(self.filters.conditions.values())
        return View(tuple(self.filters.chosen), self.filters.text, column, descending, self._by, state, conditions)

    def use_view(self, view: View) -> None:
        self._sorted_by = (view.sort, view.descending)
        self._by, self._within = view.group, None
        if view.columns:
            header = self.table.horizontalHeader()
            header.blockSignals(True)
            header.restoreState(QByteArray.fromHex(view.columns.encode()))
            header.blockSignals(False)
            self.table.remember()
        conditions = {in_words(one, self.session.today): one for one in view.conditions}
        self.filters.set_state(view.keywords, view.text, conditions=conditions)
        self.refresh()

    def group_by(self, column: str) -> None:
        """Show subtotals by a column; "" shows the lines."""
        if self._within is not None:
            self.filters.set_state(self.filters.chosen, self.filters.text, conditions=self.filters.conditions)
        self._by, self._within = column, None
        self.refresh()
        self.setFocus()

    def _show_groups(self, asked: int, found: list[line_groups.LineGroup]) -> None:
        if asked != self._asked:
            return
        self.show_content()
        self.groups.show_groups(self._by, found)
        self.pages.setCurrentWidget(self.groups if found else self.nothing)
        lines = formats.plural(sum(group.lines for group in found), "line")
        late = sum(group.late for group in found)
        told = tr(", {late} past the promise", late=formats.number(late)) if late else ""
        self.set_finding(
            tr(
                "{lines} by {title}, {groups}{told}.",
                lines=lines,
                title=within(TITLES[self._by]),
                groups=formats.plural(len(found), "group"),
                told=told,
            )
        )
        self.story.clear()
        self.tell_selected("")

    def _open_group(self, within: Filter, words: str) -> None:
        self._by, self._within = "", within
        self.filters.set_state(self.filters.chosen, self.filters.text, words, self.filters.conditions)
        self.refresh()
        self.setFocus()

    @command(tr("Group"), "G", bar=False, about=tr("Subtotals by supplier, material, owner, month and more"))
    def ask_group(self) -> None:
        self.group_button.ask()

    def _ask_condition(self, field: Field) -> None:
        condition = ask(field, self, self.session.today)
        if condition is not None:
            self.filters.add_condition(in_words(condition, self.session.today), condition)

    @command(tr("Filter"), "F", "add", bar=False, about=tr("Show only lines that are so"))
    def choose_filter(self) -> None:
        self.filters.add_filter.showMenu()

    @command(tr("Chase"), "C", "mail")
    def chase(self) -> None:
        ids = self._selected_ids()
        if ids:
            self.session.go("communications", {"chase_lines": ids, "supplier_id": None})

    @command(tr("Warn planner"), "W", "user", bar=False, about=tr("Write to our own planner that it comes later"))
    def warn_planner(self) -> None:
        ids = self._selected_ids()
        if ids:
            mailing.warn_planner(self.session, ids)

    @command(tr("Log a call"), "L", "call")
    def log_call(self) -> None:
        ids = self._selected_ids()
        if ids:
            supplier = self.model.value(self.table.current_row(), "supplier_id")
            line_forms.log_contact(self.session, self, about=self._about(ids), supplier_id=supplier, line_ids=ids)

    @command(tr("Set promise"), "P", "moved")
    def set_promise(self) -> None:
        ids = self._selected_ids()
        if ids:
            line_forms.set_promise(self.session, self, ids, self._about(ids), self._day("current_promise"))

    @command(tr("Needed date"), "R", "arriving")
    def set_required(self) -> None:
        ids = self._selected_ids()
        if ids:
            line_forms.set_required(self.session, self, ids, self._about(ids), self._day("required_on"))

    @command(tr("Hand over"), "O", "user")
    def hand_over(self) -> None:
        ids = self._selected_ids()
        if ids:
            line_forms.set_owner(self.session, self, ids, self._about(ids))

    @command(tr("Note"), "N", "edit")
    def set_note(self) -> None:
        ids = self._selected_ids()
        if ids:
            current = str(self.model.value(self.table.current_row(), "note") or "")
            line_forms.set_note(self.session, self, ids, self._about(ids), current)

    @command(tr("Cancel line …"), "Ctrl+Del", "close", bar=False)
    def cancel_lines(self) -> None:
        ids = self._selected_ids()
        if not ids:
            return
        form = Form(tr("Cancel by us"), tr("Cancel the order line"), self, self._about(ids))
        reason = form.add_text(tr("&Reason"))
        if form.ask():
            today = self.session.today
            self.session.write(
                tr("Cancelling"), editing.cancel_line, ids, on=today, today=today, reason=reason.text().strip() or None
            )

    @command(tr("Story"), "Space", bar=True, about=tr("Show or hide the line's story"))
    def toggle_story(self) -> None:
        if side_panel.toggle(self, self.story):
            self._chosen(self.table.current_row())

    @command(
        tr("Export …"),
        "Ctrl+E",
        "download",
        bar=False,
        about=tr("Write these lines to a spreadsheet, as they are shown"),
    )
    def export(self) -> None:
        path = file_dialogs.to_save(self, tr("Export these lines"), "orders.xlsx", "Excel (*.xlsx);;CSV (*.csv)")
        if path is not None:
            header = self.table.horizontalHeader()
            places = (header.logicalIndex(place) for place in range(header.count()))
            columns = [COLUMNS[place] for place in places if not header.isSectionHidden(place)]
            shown = {column.name: column.title for column in columns}
            if "value_minor" in shown:
                shown["currency"] = tr("Currency")
            query, titles = replace(self._query(), columns=tuple(shown)), tuple(shown.values())
            job = self.session.read(tr("Exporting"), exporting.export_view, query, titles, path, with_progress=True)
            job.done.connect(lambda _: self.session.said.emit(tr("Written to {name}.", name=path)))
            job.failed.connect(self.session.failed)
