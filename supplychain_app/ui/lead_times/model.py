"""The rows of the Lead times screen: written when they are seen, sorted by columns."""

from collections.abc import Mapping, Sequence
from typing import Any, cast, overload

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt

from supplychain_app.analytics.lead_time_rows import LeadTimeRow, LeadTimeRows
from supplychain_app.analytics.shrinkage import TOO_FEW
from supplychain_app.language import tr
from supplychain_app.storage.lead_time_decisions import Decision, Source
from supplychain_app.ui.shared.row_model import ListModel

FIELDS = ("n", "open", "p50", "p80", "planning_days", "interval", "erp_days", "hope_gap_days", "verdict", "reason")
Shown = dict[str, Any]
Decided = Mapping[Source, Decision]
NONE: Decided = {}


def name_of(row: LeadTimeRow) -> str:
    return _joined(row.names)


def _joined(names: Sequence[str]) -> str:
    return " · ".join(name for name in names if name) or tr("unknown")


def worst_first(rows: LeadTimeRows) -> LeadTimeRows:
    """The worst hope gap first, and of the same the most lines; what has too few lines to be judged comes last."""
    gap, done = rows.numbers("hope_gap_days"), rows.numbers("n")
    lines = done + rows.numbers("open")
    return rows.chosen(np.lexsort((-lines, -np.nan_to_num(gap), np.isnan(gap), done < TOO_FEW)))


class ShownRows(Sequence[Shown]):
    """What a table shows of each row, made when it is asked for."""

    def __init__(self, rows: LeadTimeRows, decided: Decided = NONE) -> None:
        self.rows, self.decided = rows, decided
        self._last: tuple[int, Shown] = (-1, {})  # a row is asked for its cells one after the other

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, place: int) -> Shown: ...
    @overload
    def __getitem__(self, place: slice) -> "ShownRows": ...
    def __getitem__(self, place: int | slice) -> "Shown | ShownRows":
        if isinstance(place, slice):
            return ShownRows(self.rows[place], self.decided)
        if place != self._last[0]:
            row = self.rows[place]
            shown = {field: getattr(row, field) for field in FIELDS}
            decided = self.decided.get(row.source) if row.source else None
            more = {"row": row, "name": name_of(row), "borrowed_share": row.borrowed_share, "decided": decided}
            self._last = place, shown | more
        return self._last[1]


class LeadTimesModel(ListModel):
    """A table of very many groups."""

    def show(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def show_decided(self, decided: Decided) -> None:
        """The same rows with what holds of them now."""
        if self.rows:
            self.rows = ShownRows(cast(ShownRows, self.rows).rows, decided)
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns) or not self.rows:
            return
        self.layoutAboutToBeChanged.emit()
        rows = cast(ShownRows, self.rows).rows
        name, descending = self.columns[column].name, order == Qt.SortOrder.DescendingOrder
        decided = cast(ShownRows, self.rows).decided
        if name == "decided":
            places = _by_decision(rows, decided, descending=descending)
        else:
            places = sorted_places(rows, name, descending=descending)
        former = self.persistentIndexList()
        now = np.empty(len(places), dtype=np.int64)
        now[places] = np.arange(len(places))
        self.rows = ShownRows(rows.chosen(places), decided)
        self.changePersistentIndexList(former, [self.index(int(now[i.row()]), i.column()) for i in former])
        self.layoutChanged.emit()


def _by_decision(rows: LeadTimeRows, decided: Decided, *, descending: bool) -> NDArray[np.int64]:
    days = [-1 if one["decided"] is None else one["decided"].planning_days for one in ShownRows(rows, decided)]
    key = np.array([np.inf if day < 0 else -day if descending else day for day in days])
    return np.argsort(key, kind="stable")


def sorted_places(rows: LeadTimeRows, name: str, *, descending: bool) -> NDArray[np.int64]:
    """The places of the rows in the order of a column; what is not known comes last, the same stays in its order."""
    sign = -1 if descending else 1
    if name in ("name", "verdict"):
        texts = rows.texts(name).tolist() if name == "verdict" else map(_joined, rows.names())
        _, rank = np.unique([text.casefold() for text in texts], return_inverse=True)
        return np.argsort(sign * rank, kind="stable")
    if name == "interval":
        low, high = (rows.numbers(f"interval_{end}") for end in ("low", "high"))
        keys = [np.nan_to_num(sign * one, nan=np.inf) for one in (high, low)]
        return np.lexsort(keys)
    return np.argsort(sign * rows.numbers(name), kind="stable")
