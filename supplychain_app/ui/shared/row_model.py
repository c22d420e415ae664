"""A table of any length: holds the ids, fetches rows in blocks when they are first seen."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from supplychain_app.language import tr
from supplychain_app.storage.connection import Database
from supplychain_app.storage.query import RowQuery
from supplychain_app.ui.shared import formats, theme
from supplychain_app.ui.shared.jobs import Job
from supplychain_app.ui.shared.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
BLOCK = 128
FIRST = 4 * BLOCK  # rows shown before all are counted
PAINTED = 60  # milliseconds in which the first rows are painted, before the others are asked for
NO_PARENT = QModelIndex()


@dataclass(frozen=True)
class Column:
    """What a column shows: the query's column, its title, how a value is written, and how it stands."""

    name: str
    title: str
    write: Callable[[Any], str] = lambda value: "" if value is None else str(value)
    right: bool = False
    width: int = 12  # in characters, to begin with
    fill: bool = False  # takes the room that the others leave
    tone: Callable[[Any], str | None] | None = None  # value -> good, warning, bad
    about: str = ""
    needs: tuple[str, ...] = ()  # further query columns whose values `write_row` gets
    write_row: Callable[..., str] | None = None
    widest: str = ""  # a text that later rows may hold, where the first ones are narrower


class ColumnModel(QAbstractTableModel):
    """How cells are written, whatever holds the rows; a subclass says how many there are and what is in them."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)

    def value(self, row: int, name: str) -> Any:
        """The raw value of a column in a row; None where it is not known."""
        raise AssertionError("a subclass holds the rows")

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Role.DisplayRole:
            return column.title
        if role == Role.ToolTipRole:
            return column.about or None
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return self.text(index.row(), index.column())
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Role.ForegroundRole:
            token = self.tone(index.row(), index.column())
            return theme.colour(token) if token else None
        return None

    def text(self, row: int, column_number: int) -> str:
        column = self.columns[column_number]
        value = self.value(row, column.name)
        if column.write_row is not None:
            return column.write_row(value, *(self.value(row, name) for name in column.needs))
        return column.write(value)

    def copied(self, row: int, column_number: int) -> str:
        """A cell as a spreadsheet takes it: days and quantities that it can count with, text in one line."""
        column = self.columns[column_number]
        value = self.value(row, column.name)
        if value is None:
            return ""
        if column.write is formats.day:
            return str(value)[:10]
        if column.write is formats.number or column.write_row is formats.quantity:
            return formats.plain_number(value)
        return " ".join(self.text(row, column_number).split())

    def tone(self, row: int, column_number: int) -> str | None:
        """The colour of a cell's words, where it says something of itself."""
        column = self.columns[column_number]
        return column.tone(self.value(row, column.name)) if column.tone is not None else None


class RowModel(ColumnModel):
    """Rows of a RowQuery. `show(query)` reads the first ids and then all as jobs; a stale answer is dropped."""

    begun = Signal()  # the first rows are there, how many there are is not known yet
    loaded = Signal(int)  # how many rows there are
    failed = Signal(str)

    def __init__(self, session: Session, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._session = session
        self.query: RowQuery | None = None
        self.ids = array("q")
        self._reading: Job | None = None
        self._rows: dict[int, tuple[Any, ...]] = {}
        self._asked = 0
        self._more = QTimer(self, singleShot=True, interval=PAINTED)
        self._more.timeout.connect(self._ask_all)

    @property
    def is_reading(self) -> bool:
        """Whether more rows are to come."""
        return self._reading is not None or self._more.isActive()

    def show(self, query: RowQuery) -> None:
        """Show these rows instead."""
        self._asked += 1
        self._more.stop()
        self._ask(self._asked, query, _first, self._take_first)

    def _ask(self, asked: int, query: RowQuery, function: Callable[..., Any], take: Callable[..., None]) -> None:
        if self._reading is not None:
            self._reading.cancel()
        job = self._reading = self._session.read(tr("Reading rows"), function, query)
        job.done.connect(lambda ids: take(asked, query, ids))
        job.failed.connect(self.failed)
        job.ended.connect(self._read)

    def _read(self) -> None:
        if self.sender() is self._reading:
            self._reading = None

    def wanted_columns(self) -> tuple[str, ...]:
        """The query columns that the shown columns need, in order."""
        names = [column.name for column in self.columns] + [n for column in self.columns for n in column.needs]
        return tuple(dict.fromkeys(names))

    def id_at(self, row: int) -> int | None:
        return self.ids[row] if 0 <= row < len(self.ids) else None

    def row_of(self, row_id: int) -> int | None:
        try:
            return self.ids.index(row_id)  # some milliseconds in a million
        except ValueError:
            return None

    def value(self, row: int, name: str) -> Any:
        """The raw value of a query column in a row."""
        if self.query is None or name not in self.query.columns:
            return None
        values = self._row(row)
        return values[self.query.columns.index(name)] if values else None

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def _row(self, row: int) -> tuple[Any, ...] | None:
        row_id = self.ids[row]
        if row_id not in self._rows:
            start = row - row % BLOCK
            if len(self._rows) > 64 * BLOCK:
                self._rows.clear()
            assert self.query is not None
            # One block by primary key takes about a millisecond, less than handing it to a worker and back.
            self._rows.update(self.query.rows(self._session.db, self.ids[start : start + BLOCK].tolist()))
        return self._rows.get(row_id)

    def _take_first(self, asked: int, query: RowQuery, ids: "array[int]") -> None:
        if asked != self._asked:
            return
        self.beginResetModel()
        self.query, self.ids, self._rows = query, ids, {}
        self.endResetModel()
        if len(ids) < FIRST:
            self.loaded.emit(len(ids))
        else:
            self.begun.emit()
            self._more.start()

    def _ask_all(self) -> None:
        if self.query is not None:
            self._ask(self._asked, self.query, _ids, self._take_all)

    def _take_all(self, asked: int, query: RowQuery, ids: "array[int]") -> None:
        if asked != self._asked:
            return
        if ids[: len(self.ids)] == self.ids:  # what is shown stays where it is
            if len(ids) > len(self.ids):
                self.beginInsertRows(NO_PARENT, len(self.ids), len(ids) - 1)
                self.ids = ids
                self.endInsertRows()
        else:  # the file changed in between
            self.beginResetModel()
            self.ids, self._rows = ids, {}
            self.endResetModel()
        self.loaded.emit(len(ids))


def _first(db: Database, query: RowQuery) -> "array[int]":
    return query.first(db, FIRST)


def _ids(db: Database, query: RowQuery) -> "array[int]":
    return query.ids(db)


class ListModel(ColumnModel):
    """A short table of dataclasses or dicts that is held whole and sorted here."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self.rows: Sequence[Any] = []

    def show(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def at(self, row: int) -> Any:
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def value(self, row: int, name: str) -> Any:
        item = self.rows[row]
        return item.get(name) if isinstance(item, dict) else getattr(item, name, None)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        name = self.columns[column].name
        self.layoutAboutToBeChanged.emit()
        known = [i for i in range(len(self.rows)) if self.value(i, name) is not None]
        unknown = [i for i in range(len(self.rows)) if self.value(i, name) is None]
        known.sort(key=lambda i: _key(self.value(i, name)), reverse=order == Qt.SortOrder.DescendingOrder)
        former = self.persistentIndexList()
        places = {old: new for new, old in enumerate(known + unknown)}
        self.rows = [self.rows[i] for i in known + unknown]
        self.changePersistentIndexList(former, [self.index(places[i.row()], i.column()) for i in former])
        self.layoutChanged.emit()


def _key(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value
