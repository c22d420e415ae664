"""The table every screen uses: one look, copy with headers, remembered columns."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSettings,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from supplychain_app.language import tr
from supplychain_app.ui.shared import theme
from supplychain_app.ui.shared.row_model import NO_PARENT, Column, ColumnModel
from supplychain_app.ui.shared.row_paint import RowPainter
from supplychain_app.ui.shared.screen import Screen

MEASURED = 40  # rows that the widths of columns are taken from
READABLE = 0.6  # of the room a text column asks for; with less of it, the table scrolls


class Table(QTableView):
    """A table over a RowModel or ListModel."""

    opened = Signal(int)  # Enter or double-click: the row
    chosen = Signal(int)  # the current row changed

    def __init__(self, model: QAbstractTableModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._name = name
        self._filling: int | None = None  # the column that takes the room the others leave
        self._spare: list[int] = []  # columns that give way where there is too little room, the least needed first
        self.setObjectName(name)
        self.setAccessibleName(name.replace("_", " ").capitalize())
        self._painter = RowPainter(self)
        self._hovered = QPersistentModelIndex()
        self.entered.connect(self._hover)
        self.viewportEntered.connect(self._hover)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        height = round(self.fontMetrics().height() * 1.75)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setMinimumHeight(30)
        header.setMinimumSectionSize(36)
        header.setMaximumSectionSize(4000)  # the text column fills a wide screen
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self.column_menu().exec(header.mapToGlobal(at)))
        self._size_columns()
        copy = QAction(tr("Copy"), self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy)
        self.addAction(copy)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def sort_here(self) -> None:
        """Let a ListModel sort by its headers."""
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def selected_rows(self) -> list[int]:
        """The selected rows, from the top."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def select_rows(self, rows: Sequence[int]) -> None:
        """Select these rows and no others; the first becomes the current one."""
        self.selectRow(rows[0])
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in rows[1:]:
            self.selectionModel().select(self.model().index(row, 0), flags)

    def current_row(self) -> int:
        return self.currentIndex().row()

    def copy(self) -> None:
        """Copy the selected rows as a table with headers, as a spreadsheet takes it."""
        model = self.model()
        header = self.horizontalHeader()
        shown = [
            header.logicalIndex(i) for i in range(header.count()) if not header.isSectionHidden(header.logicalIndex(i))
        ]
        lines = ["\t".join(str(model.headerData(c, Qt.Orientation.Horizontal)) for c in shown)]
        rows = self.selected_rows() or range(min(model.rowCount(), 10_000))
        lines += ["\t".join(self._copied(row, c) for c in shown) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _copied(self, row: int, column: int) -> str:
        model = self.model()
        if isinstance(model, ColumnModel):
            return model.copied(row, column)
        return str(model.index(row, column).data() or "")

    def column_menu(self) -> QMenu:
        """Which columns are shown, and widths that fit; the last column shown stays.

        It is filled as it opens: columns are also shown and hidden by views and from the other menu.
        """
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._fill_column_menu(menu))
        return menu

    def _fill_column_menu(self, menu: QMenu) -> None:
        menu.clear()
        header = self.horizontalHeader()
        for number in range(header.count()):
            title = self.model().headerData(number, Qt.Orientation.Horizontal)
            action = menu.addAction(str(title))
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(number))
            action.toggled.connect(lambda on, n=number, chosen=action: self._show_column(n, on, chosen))
        menu.addSeparator()
        menu.addAction(tr("Fit the widths"), self.fit)

    def remember(self) -> None:
        """Keep widths, order and choice of columns for the next time."""
        settings = QSettings()
        settings.setValue(f"columns/{self._name}", self.horizontalHeader().saveState())
        settings.setValue(f"column_names/{self._name}", self._column_names())

    def is_remembered(self) -> bool:
        """Whether these very columns were kept; those of another version of the program do not fit."""
        return QSettings().value(f"column_names/{self._name}") == self._column_names()

    def hide_at_first(self, names: Sequence[str]) -> None:
        """Hide these columns until the user asks for them."""
        if not self.is_remembered():
            columns: Sequence[Column] = getattr(self.model(), "columns", ())
            for number, column in enumerate(columns):
                self.setColumnHidden(number, column.name in names)

    def give_way(self, names: Sequence[str]) -> None:
        """Leave out these columns, the first ones first, while all have no room; never against the user's choice."""
        columns: Sequence[Column] = getattr(self.model(), "columns", ())
        place = {column.name: number for number, column in enumerate(columns)}
        self._spare = [place[name] for name in names]

    def _make_room(self) -> None:
        if not self._spare or self.is_remembered():
            return
        header = self.horizontalHeader()
        for number in self._spare:
            header.showSection(number)
        for number in self._spare:
            taken = 0 if self._filling is None else header.sectionSize(self._filling) - self._least_filling()
            if header.length() - taken <= header.width():
                return
            header.hideSection(number)

    def _column_names(self) -> str:
        columns: Sequence[Column] = getattr(self.model(), "columns", ())
        # Widths in pixels fit one size of letters only.
        return " ".join([str(self.fontMetrics().height()), *(column.name for column in columns)])

    def paintEvent(self, event: QPaintEvent) -> None:
        model = self.model()
        if isinstance(model, ColumnModel):
            self._painter.paint(model, event.region(), self._hovered.row())
        else:  # its own delegate draws it
            super().paintEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover()
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the rows: the screen's commands, and a copy."""
        above: QWidget | None = self
        while above is not None and not isinstance(above, Screen):
            above = above.parentWidget()
        menu = QMenu(self)
        index = self.indexAt(event.pos())
        if above is not None:
            if index.isValid():
                above.add_to_menu(menu, self, index)
            menu.addActions([action for action in above.screen_actions if action.isEnabled()])
            menu.addSeparator()
        menu.addActions(self.actions())
        menu.exec(event.globalPos())
        menu.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not a jump to a row."""

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(current.row())

    def _hover(self, index: QModelIndex = NO_PARENT) -> None:
        self._hovered = QPersistentModelIndex(index)

    def _show_column(self, number: int, on: bool, chosen: QAction) -> None:
        header = self.horizontalHeader()
        if not on and header.count() - header.hiddenSectionCount() == 1:
            chosen.setChecked(True)
            return
        self.setColumnHidden(number, not on)
        self.remember()

    def _size_columns(self) -> None:
        header = self.horizontalHeader()
        columns: Sequence[Column] = getattr(self.model(), "columns", ())
        saved = QSettings().value(f"columns/{self._name}")
        if saved is None or not self.is_remembered() or not header.restoreState(saved):
            wide = theme.letter(self.fontMetrics())
            for number, column in enumerate(columns):
                self.setColumnWidth(number, round(column.width * wide) + 18)
            self.model().modelReset.connect(self._fit_once)
        self._filling = next((number for number, column in enumerate(columns) if column.fill), None)
        header.setStretchLastSection(self._filling is None)
        header.sectionResized.connect(self._fill_later)
        header.sectionCountChanged.connect(self._fill_later)

    def _fit_once(self) -> None:
        """Let the widths follow the first rows that come; from then on they are the user's."""
        if self.model().rowCount():
            self.model().modelReset.disconnect(self._fit_once)
            self.fit()

    def fit(self) -> None:
        """Make the columns as wide as what stands in them now."""
        for number in range(self.model().columnCount()):
            # Those that give way now may find room once others are hidden.
            if number != self._filling and (number in self._spare or not self.isColumnHidden(number)):
                self._fit_column(number)
        self._make_room()
        self._fill()

    def _fit_column(self, number: int) -> None:
        model, metrics, header = self.model(), self.fontMetrics(), self.horizontalHeader()
        texts = [str(model.index(row, number).data() or "") for row in range(min(model.rowCount(), MEASURED))]
        title = str(model.headerData(number, Qt.Orientation.Horizontal) or "")
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        columns: Sequence[Column] = getattr(model, "columns", ())
        widest = max(widest, metrics.horizontalAdvance(columns[number].widest))
        most = round(columns[number].width * theme.letter(metrics) * 1.5)
        self.setColumnWidth(number, max(header.fontMetrics().horizontalAdvance(title), min(widest, most)) + 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        self._fill()

    def _fill_later(self, number: int, *_: int) -> None:
        # Not while the header is still telling of the first change, nor of a change of the filling column itself.
        if number != self._filling:
            QTimer.singleShot(0, self, self._fill)

    def _fill(self) -> None:
        """Give the text column the room the others leave, but never too little to read."""
        if self._filling is None or self.isColumnHidden(self._filling):
            return
        header = self.horizontalHeader()
        others = header.length() - header.sectionSize(self._filling)
        header.resizeSection(self._filling, max(self._least_filling(), header.width() - others))

    def _least_filling(self) -> int:
        """How narrow the text column may get, in pixels."""
        column: Column = self.model().columns[self._filling]  # type: ignore[attr-defined]
        return round(READABLE * column.width * theme.letter(self.fontMetrics())) + 18
