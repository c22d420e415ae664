"""The Suppliers screen: who keeps their word, and the page of one."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateEdit, QSplitter, QVBoxLayout

from supplychain_app.analytics.rates import Rate
from supplychain_app.analytics.supplier_figures import SupplierFigures, SupplierRow
from supplychain_app.domain.calendars import OwnDays
from supplychain_app.language import tr
from supplychain_app.services import agreements, insight, supplier_limits, working_days, worklist
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.storage import supplier_page
from supplychain_app.storage.connection import Database
from supplychain_app.storage.supplier_page import SupplierPage
from supplychain_app.ui.shared import formats, line_forms
from supplychain_app.ui.shared.agenda import show_agenda
from supplychain_app.ui.shared.asking import Form, day_of
from supplychain_app.ui.shared.commands import command
from supplychain_app.ui.shared.filter_bar import FilterBar, FilteredScreen
from supplychain_app.ui.shared.loading import Latest
from supplychain_app.ui.shared.row_model import Column, ListModel
from supplychain_app.ui.shared.table import Table
from supplychain_app.ui.shared.working_days import WorkingDaysWindow
from supplychain_app.ui.suppliers.comparison import Comparison, read_pair, read_years
from supplychain_app.ui.suppliers.page import SupplierPane, rate

SUPPLIERS = frozenset({"suppliers"})
RHYTHMS = {
    tr("as it was"): None,
    tr("every week"): 7,
    tr("every two weeks"): 14,
    tr("every four weeks"): 28,
    tr("every quarter"): 91,
}


def _rate(value: Rate) -> str:
    """In a narrow column few lines say it by their number: "1 of 3"."""
    return tr("{hits} of {n}", hits=value.hits, n=value.n) if value.too_few and value.n else rate(value)


def _hours(value: float | None) -> str:
    return formats.MISSING if value is None else f"{value:.0f} h"


LIMITS = {
    "late_days": tr("&Late when later than needed by (days)"),
    "acknowledge_working_days": tr("&Acknowledged within (working days)"),
    "reply_working_days": tr("A&nswered within (working days)"),
}

COLUMNS = (
    Column("supplier", tr("Supplier"), fill=True, width=26),
    Column("grade", tr("Grade"), width=5, about=tr("By the usual weights; both letters when the interval spans two")),
    Column(
        "on_time",
        tr("On time"),
        _rate,
        right=True,
        width=11,
        about=tr(
            "Complete by the first promise, of all lines due in the last twelve months; below five lines only counts"
        ),
    ),
    Column(
        "past_due",
        tr("Past due"),
        formats.number,
        right=True,
        width=7,
        tone=lambda value: "bad" if value else None,
        about=tr("Open lines whose current promise has passed"),
    ),
    Column("open", tr("Open"), formats.number, right=True, width=6, about=tr("Lines that are not complete yet")),
    Column(
        "slips",
        tr("Moved"),
        formats.number,
        right=True,
        width=6,
        about=tr("Promises moved later in the last twelve months"),
    ),
    Column(
        "reply_p50_hours",
        tr("Reply"),
        _hours,
        right=True,
        width=7,
        about=tr(
            "Half of our questions were answered within so many working hours; open ones count as longer than so far"
        ),
    ),
)


def read_page(
    db: Database, supplier_id: int, day: date, knowledge: Knowledge
) -> tuple[SupplierFigures, SupplierPage, OwnDays | None]:
    """The figures and the lists of one supplier."""
    figures = insight.supplier_figures(db, supplier_id, as_of=day, knowledge=knowledge)
    return figures, supplier_page.read(db, supplier_id), working_days.of_supplier(db, supplier_id).next_closure(day)


class SuppliersScreen(FilteredScreen):
    """A list ranked by the pessimistic end of the on-time interval, and one supplier's page."""

    name, title = "suppliers", tr("Suppliers")
    help_page = "figures.md#on-time-in-full"
    cares_about = frozenset({"orders", "communications", "suppliers", "imports"})

    def build(self) -> Iterator[None]:
        self.filters = FilterBar(tr("Supplier or country"))
        self.filters.changed.connect(self._filter)
        yield
        self.model = ListModel(COLUMNS, self)
        self.table = Table(self.model, "suppliers")
        self.table.sort_here()
        self.table.hide_at_first(("reply_p50_hours",))
        self.table.give_way(("slips", "open", "grade"))
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _: self.open_lines())
        yield
        self.pane = SupplierPane(self.session)
        yield from self.pane.build()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.table)
        splitter.addWidget(self.pane)
        splitter.setSizes([512, 668])
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filters)
        layout.addWidget(splitter, 1)
        self._latest, self._page = Latest(self.session), Latest(self.session)
        self._all: list[dict[str, Any]] = []
        self._wanted: int | None = None
        self._open_ids: tuple[int, ...] | None = None
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        self.show_loading(tr("Measuring every supplier …"))
        self._latest.ask(
            tr("Measuring suppliers"),
            insight.suppliers,
            as_of=self.session.today,
            knowledge=self.session.knowledge,
            with_progress=True,
            then=self._show,
            failed=self.show_failed,
        )

    def select(self, what: Any) -> None:
        self._wanted = int(what)
        if self._all:
            self.filters.set_state(())
            self._filter()
        else:
            self.refresh()

    def _show(self, rows: tuple[SupplierRow, ...]) -> None:
        if not rows:
            self.show_empty(
                tr("No suppliers yet. They come with your orders."),
                tr("Import an export"),
                lambda: self.session.go("imports"),
            )
            return
        self.show_content()
        self._all = [_shown(row) for row in rows if not row.internal or row.lines]
        late = sum(row.past_due for row in rows)
        with_late = sum(1 for row in rows if row.past_due)
        everyone = formats.plural(len(rows), "supplier")
        self.set_finding(
            tr("{all_suppliers}; none has a line past due.", all_suppliers=everyone)
            if not late
            else tr(
                "{all_suppliers}; {late_suppliers} with {lines} past due.",
                all_suppliers=everyone,
                late_suppliers=formats.plural(with_late, "supplier"),
                lines=formats.plural(late, "line"),
            )
        )
        self._filter()

    def _filter(self) -> None:
        text = self.filters.text.casefold()
        found = [r for r in self._all if text in f"{r['supplier']} {r['country'] or ''}".casefold()]
        self.model.show(found)
        wanted = next((i for i, r in enumerate(found) if r["supplier_id"] == self._wanted), 0)
        if found:
            self.table.selectRow(wanted)
            self.table.scrollTo(self.model.index(wanted, 0))

    def _chosen(self, number: int) -> None:
        row = self.model.at(number)
        if row is None:
            return
        self._wanted = row["supplier_id"]
        self._open_ids = None  # until the page of this supplier is here
        self._page.ask(
            tr("Reading the supplier"),
            read_page,
            row["supplier_id"],
            self.session.today,
            self.session.knowledge,
            then=self._show_page,
            failed=self.session.failed.emit,
        )

    def _show_page(self, found: tuple[SupplierFigures, SupplierPage, OwnDays | None]) -> None:
        figures, page, closure = found
        self._open_ids = page.open_line_ids
        self.pane.show_supplier(figures, page, closure, self.session.today)

    def _current(self) -> dict[str, Any] | None:
        found = self.model.at(self.table.current_row())
        return found if isinstance(found, dict) else None

    @command(tr("Open lines", "verb"), "Return", "open")
    def open_lines(self) -> None:
        row = self._current()
        if row is not None and self._open_ids is not None:
            self.session.open_lines(self._open_ids, tr("Open lines of {row}", row=row["supplier"]))

    @command(tr("Log a call"), "L", "call")
    def log_call(self) -> None:
        row = self._current()
        if row is not None:
            line_forms.log_contact(self.session, self, about=row["supplier"], supplier_id=row["supplier_id"])

    @command(tr("Agree an action"), "A", "check")
    def add_action(self) -> None:
        row = self._current()
        if row is None:
            return
        form = Form(tr("Agreed action"), tr("Save"), self, row["supplier"])
        what = form.add_text(tr("&What was agreed"))
        side = form.add_choice(tr("&Who does it"), (tr("they"), tr("we")))
        owner = form.add_text(tr("&Owner"))
        due = self._add_day(form, tr("&Due"), row["supplier_id"], 30)
        if form.ask() and what.text().strip():
            self.session.write(
                tr("Action"),
                agreements.add_agreed_action,
                row["supplier_id"],
                what.text().strip(),
                side="theirs" if side.currentText() == tr("they") else "ours",
                owner=owner.text().strip() or None,
                starts_on=self.session.today,
                due_on=day_of(due),
                nouns=SUPPLIERS,
            )

    @command(tr("Add contact"), "N", "user")
    def add_contact(self) -> None:
        row = self._current()
        if row is None:
            return
        form = Form(tr("Contact"), tr("Save"), self, row["supplier"])
        person, mail, phone = form.add_text(tr("&Name")), form.add_text(tr("&Mail")), form.add_text(tr("&Phone"))
        if form.ask() and (person.text().strip() or mail.text().strip()):
            self.session.write(
                tr("Contact"),
                agreements.add_contact,
                row["supplier_id"],
                name=person.text().strip() or None,
                email=mail.text().strip() or None,
                phone=phone.text().strip() or None,
                nouns=SUPPLIERS,
            )

    @command(tr("Check-in"), "G", "check_in", about=tr("What to talk about, and what came of it"))
    def check_in(self) -> None:
        row = self._current()
        if row is not None:
            show_agenda(self.session, self, row["supplier_id"])

    @command(tr("Plan check-in"), "P", "check_in", bar=False)
    def plan_check_in(self) -> None:
        row = self._current()
        if row is None:
            return
        form = Form(tr("Check-in"), tr("Plan", "verb"), self, row["supplier"])
        day = self._add_day(form, tr("&On"), row["supplier_id"], 7)
        note = form.add_text(tr("&About"))
        rhythm = form.add_choice(tr("&Then"), tuple(RHYTHMS))
        if not form.ask():
            return
        supplier = row["supplier_id"]
        about = note.text().strip() or None
        self.session.write(tr("Check-in"), agreements.plan_check_in, supplier, day_of(day), note=about, nouns=SUPPLIERS)
        every = RHYTHMS[rhythm.currentText()]
        if every is not None:
            self.session.write(
                tr("Rhythm"), agreements.set_supplier_field, supplier, "check_in_every_days", every, nouns=SUPPLIERS
            )

    def _add_day(self, form: Form, label: str, supplier_id: int, ahead: int) -> QDateEdit:
        """A date so many days ahead, or the next one on which we and the supplier work."""
        known = working_days.calendars(self.session.db)
        day = known.proposed(self.session.today + timedelta(days=ahead), [supplier_id])
        return form.add_date(label, day, partial(working_days.rest, known, [supplier_id]))

    @command(tr("Working days …"), "W", "moved", bar=False, about=tr("The supplier's country, and days off of its own"))
    def edit_working_days(self) -> None:
        row = self._current()
        if row is not None:
            country = row["country"] or ""
            WorkingDaysWindow(self.session, self, row["supplier_id"], row["supplier"], country).show()

    @command(tr("Limits …"), "T", "clock", bar=False, about=tr("When this supplier's rows appear on Today"))
    def set_limits(self) -> None:
        row = self._current()
        if row is None:
            return
        usual = {name: int(getattr(worklist.thresholds(self.session.db), name)) for name in supplier_limits.NAMES}
        known = supplier_limits.read(self.session.db)
        form = Form(tr("Limits"), tr("Save"), self, row["supplier"])
        fields = {
            name: form.add_number(words, known.limit(row["supplier_id"], name, usual[name]), 60)
            for name, words in LIMITS.items()
        }
        if form.ask():
            self.session.write(
                tr("Saving the limits"),
                supplier_limits.save,
                row["supplier_id"],
                {name: field.value() for name, field in fields.items()},
                usual,
                nouns=frozenset({"worklist"}),
            )

    @command(
        tr("Compare"),
        "C",
        "suppliers",
        bar=False,
        about=tr("Two selected suppliers side by side; a single one beside its own year before"),
    )
    def compare(self) -> None:
        ids = [self.model.at(number)["supplier_id"] for number in self.table.selected_rows()]
        if len(ids) not in (1, 2):
            self.session.failed.emit(tr("Select one supplier to compare two years, or two to compare these."))
            return
        job = self.session.read(
            tr("Comparing"),
            read_pair if len(ids) == 2 else read_years,
            *ids,
            self.session.today,
            self.session.knowledge,
        )
        job.done.connect(lambda found: Comparison(found, self).show())
        job.failed.connect(self.session.failed)

    @command(tr("Scorecard"), "S", "scorecards")
    def scorecard(self) -> None:
        row = self._current()
        if row is not None:
            self.session.go("scorecards", row["supplier_id"])


def _shown(row: SupplierRow) -> dict[str, Any]:
    columns = ("supplier_id", "supplier", "country", "on_time", "past_due", "open", "slips", "reply_p50_hours")
    return {name: getattr(row, name) for name in columns} | {"grade": "–".join(sorted(row.grade.letters))}
