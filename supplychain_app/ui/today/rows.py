"""Today's rows as a table: group rows with a sentence, and two-line rows with what, why, cost, owner and next step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from supplychain_app.language import tr
from supplychain_app.reports.next_steps import STEPS
from supplychain_app.ui.shared import formats, theme
from supplychain_app.ui.shared.row_paint import is_selected, paint_ground

if TYPE_CHECKING:
    from supplychain_app.services.worklist import Count, WorkRow

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NO_PARENT = QModelIndex()


@dataclass(frozen=True)
class Group:
    """A group's icon and colour, its name, and the sentence that says what stands in it."""

    name: str
    title: str
    icon: str
    token: str
    about: str


GROUPS = {
    group.name: group
    for group in (
        Group(
            "past_due", tr("Past due"), "alert", "bad", tr("The promised date has passed and the goods are not here")
        ),
        Group(
            "will_be_late",
            tr("Will be late"),
            "clock",
            "warning",
            tr("Not due yet. Chance of missing the required date, from this supplier's record and live tracking"),
        ),
        Group(
            "stuck",
            tr("Stuck on the way"),
            "stuck",
            "text2",
            tr("No movement for longer than nine in ten comparable shipments"),
        ),
        Group(
            "not_acknowledged",
            tr("Not acknowledged"),
            "question",
            "text2",
            tr("Order sent, no confirmation from the supplier"),
        ),
        Group(
            "waiting_for_reply",
            tr("Waiting for reply"),
            "reply",
            "text2",
            tr("We asked, and they have not answered yet"),
        ),
        Group(
            "promise_moved",
            tr("Promise moved"),
            "moved",
            "text2",
            tr("The supplier gave a later date in the last week"),
        ),
        Group("arriving", tr("Arriving"), "arriving", "good", tr("Expected within the week")),
        Group("check_in", tr("Check-ins due"), "check_in", "text2", tr("Suppliers we agreed to talk to regularly")),
        Group(
            "data",
            tr("Data to fix"),
            "data_quality",
            "text2",
            tr("Missing or contradictory, so that figures hide something"),
        ),
    )
}

COLUMNS = (tr("What and why"), tr("What it costs"), tr("Quantity and date"), tr("Owner"), tr("Next step"))
ABOUTS = (
    tr("What is late or waits, and the facts that say so"),
    tr("What the row is ranked by: open value times the days it is late; in bold the open value"),
    tr("What is still to come; below it the days late, or the day it is needed"),
    tr("Who looks after it; O hands it over"),
    tr("What helps most now; C or Enter does it"),
)
WHAT, COST, QUANTITY, OWNER, STEP = range(5)


@dataclass(frozen=True)
class _GroupRow:
    group: Group
    n: int


ROW_LINES, GROUP_LINES = 2.9, 2.1  # heights, in lines of type


class TodayModel(QAbstractTableModel):
    """Group rows and work rows in one list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: list[_GroupRow | WorkRow] = []

    def show(self, rows: "Sequence[WorkRow]", counts: "dict[str, Count]") -> None:
        self.beginResetModel()
        self.items = []
        for name, group in GROUPS.items():
            of_group = [row for row in rows if row.group == name]
            if of_group:
                n = counts[name].n if name in counts else len(of_group)
                more = tr(". These {of_group} matter most", of_group=len(of_group)) if n > len(of_group) else ""
                self.items.append(_GroupRow(replace(group, about=group.about + more), n))
                self.items += of_group
        self.endResetModel()

    def work(self, row: int) -> "WorkRow | None":
        """The work row at a position; None for a group row or beyond the end."""
        item = self.items[row] if 0 <= row < len(self.items) else None
        return None if isinstance(item, _GroupRow) else item

    def is_group(self, row: int) -> bool:
        return isinstance(self.items[row], _GroupRow)

    def first_of(self, group: str) -> int | None:
        """The position of a group's own row."""
        for position, item in enumerate(self.items):
            if isinstance(item, _GroupRow) and item.group.name == group:
                return position
        return None

    def row_of(self, key: str) -> int | None:
        return next(
            (i for i, item in enumerate(self.items) if not isinstance(item, _GroupRow) and item.key == key), None
        )

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.is_group(index.row()):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return COLUMNS[section]
        if role == Role.ToolTipRole:
            return ABOUTS[section]
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in (COST, QUANTITY) else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == Role.UserRole:
            return item
        if role not in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return None
        if isinstance(item, _GroupRow):
            return f"{item.group.title} {item.n}. {item.group.about}" if index.column() == WHAT else None
        return "\n".join(text for text in cell(item, index.column()) if text)


def cell(row: "WorkRow", column: int) -> tuple[str, str]:
    """First and second line of a cell."""
    if column == WHAT:
        return row.what.replace(" · ", "  ·  "), row.why
    if column == COST:
        value = formats.rough_money(row.cost_minor, row.currency) if row.cost_minor is not None else ""
        return (value, row.impact) if value else (row.impact, "")
    if column == QUANTITY:
        return (formats.quantity(row.quantity, row.unit) if row.quantity is not None else ""), row.when
    if column == OWNER:
        return row.owner or tr("No owner"), ""
    return STEPS[row.next_step].words, ""


class TodayDelegate(QStyledItemDelegate):
    """Draws group rows, two-line cells, the owner's initials, and the next step with its key."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(Role.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, _GroupRow):
            self._paint_group(painter, option, item)
        else:
            paint_ground(painter, option, first=index.column() == WHAT)
            self._paint_cell(painter, option, index.column(), item)
        painter.restore()

    def _paint_group(self, painter: QPainter, option: QStyleOptionViewItem, item: _GroupRow) -> None:
        rect = option.rect
        painter.fillRect(rect, theme.colour("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("hairline"))
        size = option.fontMetrics.height() - 2
        # The words stand low in the row: the space above parts the groups.
        base = QRect(rect.left() + 13, rect.bottom() - size - 10, size, size)
        theme.icon(item.group.icon, item.group.token).paint(painter, base)
        x = base.right() + 10
        middle = Qt.AlignmentFlag.AlignVCenter
        for text, weight, token in (
            (item.group.title, theme.STRONG, "text1"),
            (str(item.n), theme.font().weight(), "text2"),
            (item.group.about, theme.font().weight(), "text2"),
        ):
            font = theme.font(theme.CAPTION if text == item.group.about else theme.BODY, weight)
            painter.setFont(font)
            painter.setPen(theme.colour(token))
            room = QRect(x, base.top() - 4, rect.right() - x, size + 8)
            metrics = painter.fontMetrics()
            painter.drawText(room, middle, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - 8))
            x += metrics.horizontalAdvance(text) + (8 if text == item.group.title else 18)

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, column: int, row: "WorkRow") -> None:
        rect = option.rect.adjusted(12 if column == WHAT else 8, 0, -8, 0)
        if column == STEP:
            self._paint_step(painter, option, rect, row)
        elif column == OWNER:
            self._paint_owner(painter, rect, row)
        else:
            self._paint_lines(painter, option, rect, column, row)

    def _paint_lines(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, column: int, row: "WorkRow"
    ) -> None:
        first, second = cell(row, column)
        right = column in (COST, QUANTITY)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        line = option.fontMetrics.height()
        top = rect.top() + (rect.height() - round(line * 2.2)) // 2
        strong = column in (WHAT, COST) and bool(first)
        painter.setFont(theme.font(theme.BODY, theme.STRONG) if strong else theme.font())
        painter.setPen(theme.colour("text1"))
        elide = Qt.TextElideMode.ElideRight
        upper = QRect(rect.left(), top, rect.width(), round(line * 1.1))
        text = painter.fontMetrics().elidedText(first, elide, rect.width())
        painter.drawText(upper, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(theme.font(0.94))
        late = column == QUANTITY and row.group == "past_due"
        painter.setPen(theme.colour("bad" if late else "text2"))
        lower = QRect(rect.left(), top + round(line * 1.1), rect.width(), round(line * 1.1))
        text = painter.fontMetrics().elidedText(second, elide, rect.width())
        painter.drawText(lower, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_owner(self, painter: QPainter, rect: QRect, row: "WorkRow") -> None:
        x = rect.left()
        painter.setFont(theme.font())
        if row.owner:
            size = painter.fontMetrics().height() + 3
            circle = QRect(x, rect.center().y() - size // 2, size, size)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("avatar"))
            painter.drawEllipse(circle)
            painter.setPen(theme.colour("text1"))
            painter.setFont(theme.font(0.68, theme.STRONG))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, formats.initials(row.owner))
            x += size + 6
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text1" if row.owner else "text3"))
        room = QRect(x, rect.top(), rect.right() - x, rect.height())
        metrics = painter.fontMetrics()
        if row.owner and room.width() < min(10 * theme.letter(metrics), metrics.horizontalAdvance(row.owner)):
            return  # the initials say it, and the tool tip
        text = metrics.elidedText(row.owner or tr("No owner"), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_step(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: "WorkRow") -> None:
        selected = is_selected(option)
        painter.setFont(theme.font(theme.BODY, theme.STRONG if selected else theme.font().weight()))
        metrics = painter.fontMetrics()
        icon_size = option.fontMetrics.height() - 1
        cap = metrics.horizontalAdvance("C") + 10
        room = rect.width() - icon_size - cap - 34
        words = metrics.elidedText(cell(row, STEP)[0], Qt.TextElideMode.ElideRight, max(30, room))
        width = icon_size + metrics.horizontalAdvance(words) + cap + 34
        height = round(metrics.height() * 1.75)
        button = QRect(rect.left() - 4, rect.center().y() - height // 2, width, height)
        token = "text1"
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_fill"))
            painter.drawRoundedRect(button, 5, 5)
            token = "on_accent"
        icon = QRect(button.left() + 8, button.center().y() - icon_size // 2 + 1, icon_size, icon_size)
        theme.icon(STEPS[row.next_step].icon, token if selected else "text2").paint(painter, icon)
        painter.setPen(theme.colour(token))
        text = QRect(icon.right() + 8, button.top(), button.width(), button.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, words)
        left = text.left() + metrics.horizontalAdvance(words) + 8
        box = QRect(left, button.center().y() - metrics.height() // 2, cap, metrics.height())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.colour("on_accent" if selected else "strong_line"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(theme.font(0.8))
        painter.setPen(theme.colour("on_accent" if selected else "text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "C")
