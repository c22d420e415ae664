"""The Today screen: counts that compare with last week, and the rows that need a person."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QLabel, QSizePolicy, QVBoxLayout, QWidget

from supplychain_app.language import tr
from supplychain_app.reports.next_steps import STEPS, Act
from supplychain_app.storage.connection import Database
from supplychain_app.ui.shared import explanations, formats, theme
from supplychain_app.ui.shared.commands import command
from supplychain_app.ui.shared.frame import restyle
from supplychain_app.ui.shared.screen import Screen, caption, plain
from supplychain_app.ui.shared.table import Table
from supplychain_app.ui.today import rows

# Read when there is something to show: this is most often the first screen, and it should be there soon.
if TYPE_CHECKING:
    from supplychain_app.services.keeping import Today
    from supplychain_app.services.worklist import Count, Worklist, WorkRow

WORK = frozenset({"worklist"})
WIDTHS = {rows.COST: 17, rows.QUANTITY: 19, rows.OWNER: 15, rows.STEP: 24}  # in letters
NARROW = {rows.COST: 14.5, rows.QUANTITY: 15, rows.OWNER: 5, rows.STEP: 22}
WORDS_NEED = 52  # letters, to say what and why; with less room for them, owners are shown by their initials


def read(db: Database, *, today: date, owner: str | None) -> "tuple[Today, int]":
    """What is known of the day, and in how many conversations an answer is due."""
    from supplychain_app.services import keeping
    from supplychain_app.storage.communications import threads_to_do

    return keeping.today(db, today=today, owner=owner), threads_to_do(db)


class CountTile(QWidget):
    """How many rows a group has, how that compares with last week; a click goes there."""

    pressed = Signal(str)

    def __init__(self, group: rows.Group) -> None:
        super().__init__()
        self.group = group
        self.setAccessibleName(group.title)
        explanations.mark(self, group.title, tr("{about}. Beside it: since a week ago.", about=group.about))
        self.figure, self.change = QLabel("–"), caption()
        self.figure.setFont(theme.font(theme.FIGURE))
        name = QLabel(group.title, wordWrap=True)
        name.setFont(theme.font(theme.CAPTION))
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        name.setAlignment(Qt.AlignmentFlag.AlignTop)
        upper = QHBoxLayout()
        upper.setSpacing(8)
        upper.addWidget(self.figure)
        upper.addWidget(self.change)
        upper.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 0, 8)
        layout.setSpacing(0)
        layout.addLayout(upper)
        layout.addWidget(name)

    def show_count(self, count: "Count | None") -> None:
        n = count.n if count is not None else 0
        self.figure.setText(formats.number(n))
        self.figure.setProperty("tone", self.group.token if n and self.group.token in ("bad", "warning") else "")
        restyle(self.figure)
        if count is None or count.last_week is None:
            self.change.setText("")
        else:
            difference = n - count.last_week
            self.change.setText(tr("same") if not difference else f"{difference:+d}".replace("-", "−"))
        self.change.setToolTip(tr("compared with a week ago"))
        self.setAccessibleDescription(f"{n}, {self.change.text() or 'no comparison'}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit(self.group.name)
        super().mouseReleaseEvent(event)


class TodayTable(Table):
    """A table whose group rows cannot be the current one, and stretch over all columns."""

    _low_rows: Sequence[int] = ()

    def lay_out(self) -> None:
        self.clearSpans()
        self._size_columns()
        model = self.model()
        assert isinstance(model, rows.TodayModel)
        # Rows are not measured one by one: there are a thousand, and two heights.
        line = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(round(line * rows.ROW_LINES))
        for row in self._low_rows:  # where a group stood before
            self.setRowHeight(row, self.verticalHeader().defaultSectionSize())
        self._low_rows = [row for row in range(model.rowCount()) if model.is_group(row)]
        for row in self._low_rows:
            self.setSpan(row, 0, 1, model.columnCount())
            self.setRowHeight(row, round(line * rows.GROUP_LINES))

    def _size_columns(self) -> None:
        wide = theme.letter(self.fontMetrics())
        header = self.horizontalHeader()
        header.setSectionsMovable(False)
        header.setSectionResizeMode(rows.WHAT, QHeaderView.ResizeMode.Stretch)
        widths = {column: width * wide for column, width in WIDTHS.items()}
        widths[rows.STEP] = self._widest_step() + 3 * wide
        letters = header.fontMetrics()
        least = {column: letters.horizontalAdvance(rows.COLUMNS[column]) + 20 for column in widths}
        room = header.width()  # as the viewport's: to ask for that first reads every widget class there is
        if room - sum(widths.values()) < WORDS_NEED * wide:
            widths = {column: width * wide for column, width in NARROW.items()}
            widths[rows.STEP] = min(widths[rows.STEP], self._widest_step())
        # The words of a row keep a good quarter of it, however large the letters are.
        scale = min(1.0, 0.71 * room / sum(widths.values()))
        for column, width in widths.items():
            self.setColumnWidth(column, max(least[column], round(width * scale)))

    def _widest_step(self) -> int:
        """How wide the next steps in the table are, with icon and key."""
        model = self.model()
        assert isinstance(model, rows.TodayModel)
        metrics = QFontMetrics(theme.font(theme.BODY, theme.STRONG))
        words = {rows.cell(work, rows.STEP)[0] for row in range(model.rowCount()) if (work := model.work(row))}
        return max(map(metrics.horizontalAdvance, words), default=0) + 2 * metrics.height() + 34

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._size_columns()
        super().resizeEvent(event)


class TodayScreen(Screen):
    """What needs a person now, most important first; each row goes away as it is dealt with."""

    name, title = "today", tr("Today")
    help_page = "figures.md#forecast-of-an-open-line"
    cares_about = frozenset({"orders", "shipments", "communications", "imports", "worklist", "suppliers", "figures"})

    def build(self) -> None:
        self.mine = plain(tr("Mine"), "mine")
        self.mine.setCheckable(True)
        self.mine.setToolTip(tr("Only rows of one owner; the name is kept in Settings"))
        self.mine.toggled.connect(self.refresh)
        self.add_to_bar(self.mine)
        again = plain(tr("Refresh"), "refresh")
        again.clicked.connect(self.refresh_tracking)
        self.add_to_bar(again)
        self.tiles = {name: CountTile(group) for name, group in rows.GROUPS.items()}
        strip = QWidget()
        tiles = QHBoxLayout(strip)
        tiles.setContentsMargins(0, 0, 0, 0)
        tiles.setSpacing(0)
        for position, tile in enumerate(self.tiles.values()):
            if position:
                rule = QFrame(frameShape=QFrame.Shape.VLine)
                rule.setFixedWidth(1)
                rule.setStyleSheet("color: palette(midlight)")
                rule.setFixedHeight(34)
                tiles.addWidget(rule)
            tile.pressed.connect(self._go_to)
            tiles.addWidget(tile, 8 + len(tile.group.title) // 2)  # longer names, more room
        self.since = caption()
        self.since.setContentsMargins(16, 0, 16, 6)
        self.since.hide()
        self.model = rows.TodayModel(self)
        self.table = TodayTable(self.model, "worklist")
        self.table.setItemDelegate(rows.TodayDelegate(self.table))
        self.table.doubleClicked.connect(lambda index: self._open_row(index.row()))
        self.table.chosen.connect(self._selected)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        line = QFrame(frameShape=QFrame.Shape.HLine)
        line.setStyleSheet("color: palette(midlight)")
        layout.addWidget(line)
        layout.addWidget(strip)
        layout.addWidget(self.since)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self._key: str | None = None
        self._row_number = 0

    def refresh(self) -> None:
        self.show_loading(tr("Looking at every open line …"))
        owner = str(QSettings().value("owner") or "") if self.mine.isChecked() else ""
        if self.mine.isChecked() and not owner:
            self.mine.setChecked(False)
            self.session.said.emit(tr("Say who you are in Settings first; then “Mine” shows your rows."))
            return
        job = self.session.read(tr("Reading today"), read, today=self.session.today, owner=owner or None)
        job.done.connect(self._show_kept)
        job.failed.connect(self.show_failed)

    def _show_kept(self, found: "tuple[Today, int]") -> None:
        known, to_answer = found
        if not known.fresh:
            self.session.keep_figures()
        if known.worklist is not None:
            self.counted.emit("communications", to_answer)
            self._show(known.worklist)
        else:
            self.show_empty(tr("Looking at every line of this large workspace for the first time takes some minutes."))

    def _show(self, found: "Worklist") -> None:
        self.set_finding(f"{formats.long_day(found.day)}. {found.headline}")
        for name, tile in self.tiles.items():
            tile.show_count(found.counts.get(name))
        self.counted.emit(self.name, sum(count.n for count in found.counts.values()))
        for name, group in (("data_quality", "data"), ("shipments", "stuck")):
            if group in found.counts:
                self.counted.emit(name, found.counts[group].n)
        self._tell_since(found)
        if not found.rows:
            dealt = (
                tr("{rows} done, {snoozed} snoozed. ", rows=formats.plural(found.done, "row"), snoozed=found.snoozed)
                if found.done
                else ""
            )
            self.show_empty(
                tr("{dealt}Nothing needs you now.", dealt=dealt),
                tr("Import an export"),
                lambda: self.session.go("imports"),
            )
            return
        self.show_content()
        self.model.show(found.rows, found.counts)
        self.table.lay_out()
        self._select_again()

    def _tell_since(self, found: "Worklist") -> None:
        parts = []
        since = found.since_last_import
        if since is not None and since.moved:
            later = (
                tr(", {later} later (+{later_days})", later=since.later, later_days=formats.days(since.later_days))
                if since.later
                else ""
            )
            due = tr(", {new_past_due} new past due", new_past_due=since.new_past_due) if since.new_past_due else ""
            day = formats.day(since.received_on, self.session.today)
            parts.append(
                tr(
                    "Since the export of {day}: {dates} moved{later}{due}.",
                    day=day,
                    dates=formats.plural(since.moved, "date"),
                    later=later,
                    due=due,
                )
            )
        if found.done or found.snoozed:
            parts.append(tr("Today {done} done, {snoozed} snoozed.", done=found.done, snoozed=found.snoozed))
        self.since.setText("  ".join(parts))
        self.since.setVisible(bool(parts))

    def _select_again(self) -> None:
        row = self.model.row_of(self._key) if self._key else None
        if row is None:
            row = next(
                (
                    i
                    for i in range(min(self._row_number, self.model.rowCount() - 1), self.model.rowCount())
                    if self.model.work(i)
                ),
                None,
            )
        if row is None:
            row = next((i for i in range(self.model.rowCount()) if self.model.work(i)), None)
        if row is not None:
            self.table.selectRow(row)

    def _selected(self, row: int) -> None:
        work = self.model.work(row)
        for action in self.screen_actions if hasattr(self, "screen_actions") else ():
            action.setEnabled(work is not None or action.objectName() == "refresh_tracking")
        if work is not None:
            self._key, self._row_number = work.key, row
            self.tell_selected(tr("Selected: {what}", what=work.what))

    def _current(self) -> "WorkRow | None":
        return self.model.work(self.table.current_row())

    def _go_to(self, group: str) -> None:
        row = self.model.first_of(group)
        if row is not None:
            self.table.scrollTo(self.model.index(row, 0), Table.ScrollHint.PositionAtTop)
            self.table.selectRow(row + 1)

    def _show_agenda(self, work: "WorkRow") -> None:
        if work.supplier_id is None:
            self.log_call()
            return
        from supplychain_app.ui.shared.agenda import show_agenda

        show_agenda(self.session, self, work.supplier_id)

    def _open_row(self, row: int) -> None:
        work = self.model.work(row)
        if work is not None:
            self._open(work)

    def _open(self, work: "WorkRow") -> None:
        if work.group in ("waiting_for_reply", "check_in") and work.supplier_id and not work.line_ids:
            self.session.go("suppliers", work.supplier_id)
        elif work.line_ids:
            self.session.open_lines(work.line_ids, work.what)
        elif work.shipment_id:
            self.session.go("shipments", work.shipment_id)
        elif work.supplier_id:
            self.session.go("suppliers", work.supplier_id)
        else:
            self.session.go("data_quality")

    @command(tr("Next step"), "C", "mail", about=tr("Do the next step of the selected row"), also="Return")
    def next_step(self) -> None:
        work = self._current()
        if work is None:
            return
        match STEPS[work.next_step].act:
            case Act.LOG:
                self.log_call()
            case Act.AGENDA:
                self._show_agenda(work)
            case Act.SHIPMENT:
                self.session.go("shipments", work.shipment_id)
            case Act.OPEN:
                self._open(work)
            case Act.READ:
                self.session.go("communications", {"questions": work.question_ids})
            case Act.WARN:
                from supplychain_app.ui.shared import mailing

                mailing.warn_planner(self.session, work.line_ids)
            case Act.WRITE:
                self.session.go("communications", {"chase_lines": work.line_ids, "supplier_id": work.supplier_id})

    @command(tr("Log a call"), "L", "call")
    def log_call(self) -> None:
        work = self._current()
        if work is not None:
            from supplychain_app.ui.shared import line_forms

            line_forms.log_contact(
                self.session,
                self,
                about=work.what,
                supplier_id=work.supplier_id,
                line_ids=work.line_ids,
                question_ids=work.question_ids,
                channel="meeting" if work.group == "check_in" else "call",
            )

    @command(tr("Set promise"), "P", "moved")
    def set_promise(self) -> None:
        work = self._current()
        if work is not None and work.line_ids:
            from supplychain_app.ui.shared import line_forms

            line_forms.set_promise(self.session, self, work.line_ids, work.what, None)

    @command(tr("Hand over"), "O", "user")
    def hand_over(self) -> None:
        work = self._current()
        if work is None:
            return
        if work.line_ids:
            from supplychain_app.ui.shared import line_forms

            line_forms.set_owner(self.session, self, work.line_ids, work.what)
            return
        from supplychain_app.services import worklist
        from supplychain_app.ui.shared.asking import Form

        form = Form(tr("Hand over"), tr("Hand over"), self, work.what)
        person = form.add_text(tr("&To"))
        if form.ask() and person.text().strip():
            self._mark(worklist.hand_over, work, person.text().strip())

    @command(tr("Snooze"), "S", "clock")
    def snooze(self) -> None:
        work = self._current()
        if work is None:
            return
        from supplychain_app.services import working_days, worklist
        from supplychain_app.ui.shared.asking import Form, day_of, set_earliest

        form = Form(tr("Snooze"), tr("Snooze"), self, work.what)
        suppliers = [work.supplier_id] if work.supplier_id is not None else []
        known = working_days.calendars(self.session.db)
        next_day = known.next_day(self.session.today, suppliers)
        until = form.add_date(tr("&Until"), next_day, partial(working_days.rest, known, suppliers))
        set_earliest(until, self.session.today + timedelta(days=1))
        if form.ask():
            self._mark(worklist.snooze, work, day_of(until))

    @command(tr("Done"), "D", "check")
    def done(self) -> None:
        work = self._current()
        if work is not None:
            from supplychain_app.services import worklist

            self._mark(worklist.done, work)

    @command(tr("Open", "verb"), "Ctrl+Return", "open")
    def open_current(self) -> None:
        work = self._current()
        if work is not None:
            self._open(work)

    @command(tr("Refresh"), "F5", "refresh", bar=False, about=tr("Ask the carriers what is due, then look again"))
    def refresh_tracking(self) -> None:
        from supplychain_app.ui.shared.pulling import pull

        pull(self.session)
        self.refresh()

    def _mark(self, act: Any, work: "WorkRow", *values: Any) -> None:
        self.session.write(tr("Worklist"), act, work.key, *values, self.session.today, nouns=WORK)
