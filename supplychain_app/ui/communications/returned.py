"""Shows what a returned open-order workbook proposes, row by row, and asks which of it to accept."""

from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialogButtonBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from supplychain_app.language import tr
from supplychain_app.services.reply_reading import Change, WorkbookDiff
from supplychain_app.ui.shared import formats, theme
from supplychain_app.ui.shared.asking import Form
from supplychain_app.ui.shared.screen import caption

HEADS = (tr("Order"), tr("Line"), tr("Was"), tr("Says"), tr("Quantity"), tr("Meanwhile"), tr("Also"))

STATUSES = {
    "delayed": tr("delayed"),
    "shipped": tr("shipped"),
    "cannot deliver": tr("cannot deliver"),
    "question": tr("question"),
}


class ReturnedForm(Form):
    """The rows of a workbook with a tick each; those in conflict begin without one."""

    def __init__(self, diff: WorkbookDiff, parent: QWidget) -> None:
        about = tr(
            "{changes} proposed by {supplier}; nothing counts until you accept it.",
            changes=formats.plural(len(diff.changes), "change"),
            supplier=diff.supplier or tr("a supplier not known"),
        )
        super().__init__(tr("A returned workbook"), tr("Accept"), parent, about)
        self.resize(1120, 480)
        self.rows = QTreeWidget()
        self.rows.setAccessibleName(tr("Proposed changes"))
        self.rows.setRootIsDecorated(False)
        self.rows.setWordWrap(False)
        line = theme.colours().text3
        self.rows.setStyleSheet(
            "QTreeView::item { padding: 4px 6px 4px 0; }"
            f" QTreeView::indicator:unchecked {{ border: 1px solid {line}; border-radius: 2px; }}"
        )
        self.rows.setUniformRowHeights(True)
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.rows.setHeaderLabels(list(HEADS))
        self.rows.header().setStretchLastSection(True)
        self.rows.header().setMaximumSectionSize(540)
        for number, changes in groupby(diff.changes, lambda change: change.row):
            self.rows.addTopLevelItem(_item(number, list(changes)))
        for column in range(len(HEADS) - 1):
            self.rows.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.rows.itemChanged.connect(self._count)
        self.fields.addRow(self.rows)
        for sentence in _told(diff):
            words = caption(sentence)
            words.setWordWrap(True)
            self.fields.addRow(words)
        self.begin_at(self.rows)
        first = self.rows.topLevelItem(0)
        if first is not None:
            self.rows.setCurrentItem(first)
        self._count()

    @property
    def chosen(self) -> list[int]:
        """The rows of the workbook that are ticked."""
        items = [self.rows.topLevelItem(place) for place in range(self.rows.topLevelItemCount())]
        return [int(i.data(0, Qt.ItemDataRole.UserRole)) for i in items if i.checkState(0) == Qt.CheckState.Checked]

    def _count(self, *_: Any) -> None:
        accept = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        accept.setText(tr("Accept {rows}", rows=formats.plural(len(self.chosen), "row")))
        accept.setEnabled(bool(self.chosen))


def _item(number: int, changes: list[Change]) -> QTreeWidgetItem:
    promise = next((change for change in changes if change.field == "promise"), None)
    others = "; ".join(_in_words(change.new) for change in changes if change.field != "promise")
    conflict = next((change.conflict for change in changes if change.conflict), None) or ""
    quantity = "" if promise is None or promise.quantity is None else formats.number(promise.quantity)
    item = QTreeWidgetItem(
        [
            changes[0].purchase_order,
            changes[0].line,
            formats.short_day(promise.old) if promise and promise.old else "",
            _says(promise),
            quantity,
            conflict,
            others,
        ]
    )
    for column in range(len(HEADS)):
        item.setToolTip(column, item.text(column))
    item.setData(0, Qt.ItemDataRole.UserRole, number)
    item.setCheckState(0, Qt.CheckState.Unchecked if conflict else Qt.CheckState.Checked)
    return item


def _in_words(comment: str) -> str:
    """A comment with the status of the workbook before it in the user's language."""
    status, colon, rest = comment.partition(": ")
    return STATUSES.get(status, status) + colon + rest


def _says(promise: Change | None) -> str:
    if promise is None:
        return ""
    day = formats.short_day(promise.new)
    return tr("{day}, as before", day=day) if promise.new == promise.old else day


def _told(diff: WorkbookDiff) -> list[str]:
    """What of the workbook is no change: rows that cannot be read, lines that are gone, rows left empty."""
    found = [tr("Row {row}: {reason}", row=one.row, reason=one.reason) for one in diff.problems[:6]]
    if len(diff.problems) > 6:
        found.append(tr("… and {n} more", n=len(diff.problems) - 6))
    if diff.missing:
        shown = ", ".join(diff.missing[:8]) + (" …" if len(diff.missing) > 8 else "")
        found.append(tr("Asked about, but no longer in the workbook: {lines}.", lines=shown))
    if diff.unchanged:
        found.append(tr("{rows} without an answer.", rows=formats.plural(diff.unchanged, "row")))
    return found
