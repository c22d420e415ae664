"""Subtotals in the place of the lines: one row a supplier, material, owner or month, that opens into its lines."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from supplychain_app.language import tr
from supplychain_app.storage.line_groups import GROUPINGS, LineGroup
from supplychain_app.storage.query import Filter
from supplychain_app.ui.orders.columns import STATUS
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.row_model import Column, ListModel
from supplychain_app.ui.shared.table import Table

TITLES = {
    "supplier": tr("Supplier"),
    "material": tr("Material"),
    "owner": tr("Owner"),
    "status": tr("Status"),
    "promise_month": tr("Month promised"),
    "required_month": tr("Month needed"),
    "country": tr("Country"),
    "mode": tr("Mode"),
    "purchase_order": tr("Order"),
}


def _values(found: Sequence[tuple[int, str]]) -> str:
    return ", ".join(formats.money(minor, currency) for minor, currency in found)


def _mean(days: float | None) -> str:
    return formats.lateness(round(days)) if days else ""


def _late_tone(count: int) -> str | None:
    return "bad" if count else None


COLUMNS = (
    Column(
        "value", tr("Group"), lambda value: STATUS.get(value, value) if value else tr("Not known"), width=28, fill=True
    ),
    Column(
        "lines",
        tr("Lines"),
        formats.number,
        right=True,
        width=9,
        about=tr("Lines of the group that the filters let through"),
    ),
    Column(
        "open",
        tr("Open"),
        formats.number,
        right=True,
        width=9,
        about=tr("Of these, the lines that are not complete yet"),
    ),
    Column(
        "late",
        tr("Past the promise"),
        formats.number,
        right=True,
        width=14,
        tone=_late_tone,
        about=tr("Of the open lines, those whose current promise has passed"),
    ),
    Column(
        "mean_late_days",
        tr("On average"),
        _mean,
        right=True,
        width=13,
        about=tr("Mean days since the current promise of the open lines past it"),
    ),
    Column(
        "open_value", tr("Open value"), _values, right=True, width=22, about=tr("What is still to come, by currency")
    ),
)


class GroupModel(ListModel):
    """Groups of one kind; the first column is called by it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(COLUMNS, parent)
        self.by = ""

    def show_groups(self, by: str, groups: Sequence[LineGroup]) -> None:
        self.by = by
        self.show(groups)

    def headerData(self, section: int, *more: Any) -> Any:
        found = super().headerData(section, *more)
        return TITLES.get(self.by, found) if found == COLUMNS[0].title else found


class GroupTable(Table):
    """The subtotals; Enter or a double-click opens the lines of a group."""

    group_opened = Signal(object, str)  # a Filter, and its words for the chip

    def __init__(self, parent: QWidget) -> None:
        self.groups = GroupModel(parent)
        super().__init__(self.groups, "order_groups", parent)
        self.sort_here()
        self.opened.connect(self._enter)

    def show_groups(self, by: str, groups: Sequence[LineGroup]) -> None:
        self.groups.show_groups(by, groups)
        if groups:
            self.selectRow(0)

    def _enter(self, row: int) -> None:
        value = self.groups.at(row).value
        condition = Filter(self.groups.by, "=", value) if value is not None else Filter(self.groups.by, "empty")
        words = f"{TITLES[self.groups.by]}: {self.groups.text(row, 0)}"
        # Later: the table still handles the key that asked for this.
        QTimer.singleShot(0, self, lambda: self.group_opened.emit(condition, words))


class GroupButton(QPushButton):
    """What the lines are put together by."""

    chosen = Signal(str)  # a column, or "" for the lines themselves

    def __init__(self) -> None:
        super().__init__(tr("Group"))
        self.setProperty("role", "flat")
        self.setAccessibleName(tr("Group the lines"))
        menu = QMenu(self)
        menu.addAction(tr("Single lines")).triggered.connect(lambda: self.chosen.emit(""))
        menu.addSeparator()
        for by in GROUPINGS:
            menu.addAction(TITLES[by]).triggered.connect(lambda _on=False, by=by: self.chosen.emit(by))
        self.setMenu(menu)

    def tell(self, by: str) -> None:
        self.setText(tr("Group: {title}", title=TITLES[by]) if by else tr("Group"))

    def ask(self) -> None:
        self.menu().popup(self.mapToGlobal(QPoint(0, self.height())))
