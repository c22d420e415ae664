"""Paints a table's rows in one pass: a delegate that is asked for cell after cell takes several times as long."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QRegion
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from supplychain_app.ui.shared import theme
from supplychain_app.ui.shared.row_model import ColumnModel

BESIDE = 8  # pixels between a cell's edge and its words
MOST_LETTERS = 400  # of one text that are measured: no column has room for more
MOST_FITTED = 20_000  # texts


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, *, first: bool) -> None:
    """A cell's part of its row's ground, for delegates."""
    from PySide6.QtWidgets import QStyle  # a large class, first needed when there are rows

    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    _ground(painter, option.rect, selected=is_selected(option), hovered=hovered, first=first)


def is_selected(option: QStyleOptionViewItem) -> bool:
    """Whether the cell that a delegate paints is selected."""
    from PySide6.QtWidgets import QStyle

    return bool(option.state & QStyle.StateFlag.State_Selected)


def _ground(painter: QPainter, rect: QRect, *, selected: bool, hovered: bool, first: bool = True) -> None:
    """Surface, hover or selection, with a hairline below, and an accent bar at the left when selected."""
    painter.fillRect(rect, theme.colour("selection" if selected else "hover" if hovered else "surface"))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("hairline"))
    if first and selected:
        painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.colour("accent_fill"))


class RowPainter:
    """One line of text in a cell; the whole row lights up on hover and selection."""

    def __init__(self, table: QTableView) -> None:
        self._table = table
        self._metrics = QFontMetrics(table.font())
        self._fitted: dict[tuple[str, int], tuple[str, int]] = {}

    def paint(self, model: ColumnModel, region: QRegion, hovered: int) -> None:
        """Draw the rows that the region meets; `hovered` is the row under the mouse."""
        table, touched = self._table, region.boundingRect()
        first, last = table.rowAt(touched.top()), table.rowAt(touched.bottom())
        if first < 0:
            return
        font = table.font()
        if self._metrics != QFontMetrics(font) or len(self._fitted) > MOST_FITTED:
            self._metrics = QFontMetrics(font)
            self._fitted.clear()
        painter = QPainter(table.viewport())
        painter.setFont(font)
        header, chosen, columns = table.horizontalHeader(), table.selectionModel(), self._columns(touched)
        for row in range(first, last + 1 if last >= 0 else model.rowCount()):
            top, height = table.rowViewportPosition(row), table.rowHeight(row)
            ground = QRect(-header.offset(), top, header.length(), height)
            if region.intersects(ground):
                _ground(painter, ground, selected=chosen.isRowSelected(row), hovered=row == hovered)
                baseline = top + (height - self._metrics.height() + 1) // 2 + self._metrics.ascent()
                self._words(painter, model, row, baseline, columns)
        painter.end()

    def _columns(self, touched: QRect) -> list[tuple[int, int, int]]:
        """The columns that the rectangle meets: number, left edge of the words, and their room."""
        header = self._table.horizontalHeader()
        found = []
        for number in range(header.count()):
            left, width = header.sectionViewportPosition(number), header.sectionSize(number)
            if width and left <= touched.right() and left + width > touched.left():
                found.append((number, left + BESIDE, width - 2 * BESIDE))
        return found

    def _words(
        self, painter: QPainter, model: ColumnModel, row: int, baseline: int, columns: list[tuple[int, int, int]]
    ) -> None:
        painter.setPen(theme.colour("text1"))
        for number, left, room in columns:
            text = model.text(row, number)
            if text:
                words, width = self._fit(text, room)
                tone = model.tone(row, number)
                if tone:
                    painter.setPen(theme.colour(tone))
                painter.drawText(left + room - width if model.columns[number].right else left, baseline, words)
                if tone:
                    painter.setPen(theme.colour("text1"))

    def _fit(self, text: str, room: int) -> tuple[str, int]:
        """What of a text is drawn, and how wide that is."""
        fitted = self._fitted.get((text, room))
        if fitted is None:
            words = text[:MOST_LETTERS].replace("\n", " ")
            width = self._metrics.horizontalAdvance(words)
            if width > room:
                words = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
                width = self._metrics.horizontalAdvance(words)
            fitted = self._fitted[text, room] = words, width
        return fitted
