"""The preview of one file: which column is what and why, what would change, and what is rejected."""

from datetime import UTC, date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from supplychain_app.exchange.vocabulary import FIELDS_OF_KIND
from supplychain_app.language import tr
from supplychain_app.services.importing import Preview
from supplychain_app.ui.imports import columns
from supplychain_app.ui.shared import formats, theme
from supplychain_app.ui.shared.date_field import DateField
from supplychain_app.ui.shared.row_model import ListModel
from supplychain_app.ui.shared.screen import caption, heading, line_of, plain, primary
from supplychain_app.ui.shared.table import Table

NOTHING = tr("not imported")


class PreviewPane(QWidget):
    """Shows a preview; `again` asks for a new one with what was changed, `accepted` to apply it."""

    again = Signal()
    accepted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.words = heading(""), caption()
        self.words.setWordWrap(True)
        self.kind = QComboBox()
        for kind, words in columns.KINDS.items():
            self.kind.addItem(words, kind)
        self.kind.setAccessibleName(tr("Kind of file"))
        self.sheet = QComboBox()
        self.sheet.setAccessibleName(tr("Sheet"))
        self.received = DateField(date.today())
        self.received.setAccessibleName(tr("When we received the file"))
        self.received.setToolTip(tr("The dates in the file became known to us on this day"))
        self.kind.activated.connect(self._kind_chosen)
        self.sheet.activated.connect(lambda _: self.again.emit())
        self.received.editingFinished.connect(self._day_edited)
        self.mapping = QTableWidget(0, 3)
        self.mapping.setAccessibleName(tr("Which column is what"))
        self.mapping.setHorizontalHeaderLabels([tr("Column of the file"), tr("Taken for"), tr("Because")])
        self.mapping.verticalHeader().hide()
        self.mapping.setShowGrid(False)
        self.mapping.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.mapping.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.mapping.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 2.1))
        header = self.mapping.horizontalHeader()
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        letter = theme.letter(self.fontMetrics())
        self.mapping.setColumnWidth(0, round(28 * letter))
        self.mapping.setColumnWidth(1, round(32 * letter))
        self.samples, self.rejects = ListModel(columns.SAMPLES, self), ListModel(columns.REJECTS, self)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.mapping, tr("Columns"))
        self.tabs.addTab(Table(self.samples, "import_samples"), tr("What changes"))
        self.tabs.addTab(Table(self.rejects, "import_rejects"), tr("Rejected"))
        self.apply, leave = primary(tr("Import"), "check"), plain(tr("Leave it"))
        self.apply.clicked.connect(self.accepted)
        leave.clicked.connect(self.left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(line_of(self.title, 1, leave, self.apply))
        layout.addWidget(line_of(self.words, margins=(16, 0, 16, 4)))
        self.sheet_label = QLabel(tr("Sheet"))
        layout.addWidget(
            line_of(
                QLabel(tr("It holds")),
                self.kind,
                self.sheet_label,
                self.sheet,
                QLabel(tr("Received")),
                self.received,
                1,
            )
        )
        layout.addWidget(self.tabs, 1)
        self._choices: list[tuple[str, QComboBox]] = []
        self.changed_by_hand = False
        self._shown_day: date | None = None

    def begin(self, today: date) -> None:
        """Forget what was chosen for the file before."""
        self.changed_by_hand = False
        self.kind.setCurrentIndex(0)
        self.sheet.clear()
        self.received.setDate(formats.qdate(today))
        self._shown_day = today

    def show_preview(self, found: Preview) -> None:
        self.title.setText(found.file.name)
        layout = f" ({found.layout})" if found.layout else ""
        has_table = found.header_row > 0  # messages have no columns to map
        if has_table:
            parts = [
                tr(
                    "{rows} of {kind}{layout}, header in row {header_row}.",
                    rows=formats.plural(found.rows, "row"),
                    kind=columns.KINDS.get(found.kind, found.kind),
                    layout=layout,
                    header_row=found.header_row,
                )
            ]
        else:
            parts = [f"{found.layout}: {_counted(found)}."]
        self.tabs.setTabVisible(0, has_table)
        effects = (
            (found.added, tr("new")),
            (found.changed, tr("changed")),
            (found.promises_moved, tr("promises moved")),
            (found.vanished, tr("no longer listed")),
            (found.unchanged, tr("unchanged")),
            (len(found.rejected), tr("rejected")),
        )
        told = ", ".join(f"{formats.number(n)} {words}" for n, words in effects if n)
        parts.append(found.problem or f"{told}.")
        parts += [f"{note[0].upper()}{note[1:]}." for note in found.notes if note]
        if found.remembered:
            parts.append(tr("The columns are as you confirmed them before."))
        self.words.setText(" ".join(parts))
        self.apply.setEnabled(bool(found.added or found.changed or found.promises_moved or found.vanished))
        self.apply.setText(tr("Import") if self.apply.isEnabled() else tr("Nothing to import"))
        self._fill_sheets(found)
        self._fill_mapping(found)
        self.samples.show(found.samples)
        self.rejects.show(found.rejected)
        self.tabs.setTabText(
            2, tr("Rejected ({rejected})", rejected=len(found.rejected)) if found.rejected else tr("Rejected")
        )

    def chosen_mapping(self) -> dict[str, str] | None:
        """Field -> column, when the user changed it; else None: recognise anew."""
        if not self.changed_by_hand:
            return None
        return {str(box.currentData()): column for column, box in self._choices if box.currentData()}

    def received_at(self) -> datetime:
        day = formats.pydate(self.received.date())
        now = datetime.now(UTC)
        return now if day == now.date() else datetime.combine(day, time(12), UTC)

    def _fill_sheets(self, found: Preview) -> None:
        several = len(found.sheets) > 1
        self.sheet.blockSignals(True)
        self.sheet.clear()
        self.sheet.addItems(list(found.sheets))
        self.sheet.setCurrentText(found.sheet)
        self.sheet.blockSignals(False)
        self.sheet.setVisible(several)
        self.sheet_label.setVisible(several)

    def _fill_mapping(self, found: Preview) -> None:
        matched = {match.column: match for match in found.mapping}
        names = [*dict.fromkeys([*(found.columns or ()), *matched])]
        self.mapping.setRowCount(len(names))
        self._choices = []
        for row, column in enumerate(names):
            match = matched.get(column)
            self.mapping.setItem(row, 0, QTableWidgetItem(column))
            box = QComboBox()
            box.addItem(NOTHING, "")
            fields = {*FIELDS_OF_KIND.get(found.kind, ()), *([match.field] if match else [])}
            for words, field in sorted((columns.field_in_words(field), field) for field in fields):
                box.addItem(words, field)
            box.setCurrentIndex(box.findData(match.field if match else ""))
            box.setAccessibleName(tr("Column {column} is taken for", column=column))
            box.activated.connect(self._mapping_edited)
            self.mapping.setCellWidget(row, 1, box)
            evidence = QTableWidgetItem(match.evidence if match else tr("nothing this program needs"))
            evidence.setToolTip(evidence.text())
            self.mapping.setItem(row, 2, evidence)
            self._choices.append((column, box))

    def _mapping_edited(self) -> None:
        self.changed_by_hand = True
        self.again.emit()

    def _kind_chosen(self) -> None:
        self.changed_by_hand = False
        self.again.emit()

    def _day_edited(self) -> None:
        day = formats.pydate(self.received.date())
        if day != self._shown_day:
            self._shown_day = day
            self.again.emit()


def _counted(found: Preview) -> str:
    """How many of what messages hold."""
    if found.kind == "edi":
        return formats.plural(found.rows, "order line")
    return formats.plural(found.rows, "event") if found.kind == "events" else formats.plural(found.rows, "row")
