"""Every table model keeps Qt's rules, with and without rows; values are written as people write them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from pytestqt.qtbot import QtBot

from supplychain_app.storage import order_lines
from supplychain_app.storage.query import RowQuery
from supplychain_app.ui.main_window import NAMES
from supplychain_app.ui.orders.columns import COLUMNS
from supplychain_app.ui.shared.row_model import Column, ListModel, RowModel
from supplychain_app.ui.shared.session import Session
from tests.ui.conftest import TODAY, OpenWindow, settle


@pytest.fixture
def session(small: Path) -> Any:
    made = Session(small, today=TODAY)
    yield made
    made.close()


def query(**more: Any) -> RowQuery:
    return RowQuery(order_lines.LINES, ("purchase_order", "line"), parameters={"today": TODAY.isoformat()}, **more)


@pytest.mark.parametrize("name", NAMES)
def test_models_of_a_screen_keep_the_rules(
    name: str, open_window: OpenWindow, small: Path, qtbot: QtBot, qtmodeltester: Any
) -> None:
    window = open_window(small)
    window.go(name)
    settle(qtbot, window)
    ours = [
        m
        for m in window.screens[name].findChildren(QAbstractItemModel)
        if type(m).__module__.startswith("supplychain_app")
    ]
    for model in ours:
        qtmodeltester.check(model)


def test_rows_are_read_in_the_order_asked_for(session: Session, qtbot: QtBot) -> None:
    model = RowModel(session, COLUMNS)
    with qtbot.waitSignal(model.loaded):
        model.show(query(sort="purchase_order", descending=True))
    assert [model.value(row, "purchase_order") for row in range(model.rowCount())] == ["4503", "4502", "4501", "4501"]
    assert model.row_of(model.ids[2]) == 2


def test_a_stale_answer_is_dropped(session: Session, qtbot: QtBot) -> None:
    model = RowModel(session, COLUMNS)
    model.show(query())
    with qtbot.waitSignal(model.loaded) as found:
        model.show(query(search="Kessler"))
    qtbot.waitUntil(lambda: not session.jobs.running)
    assert found.args == [2]
    assert model.rowCount() == 2


def test_short_tables_sort_by_value_and_keep_unknown_last(qtmodeltester: Any) -> None:
    model = ListModel((Column("name", "Name"), Column("on", "On", lambda v: str(v or ""))))
    model.show(
        [{"name": "b", "on": None}, {"name": "A", "on": date(2026, 1, 2)}, {"name": "c", "on": date(2025, 1, 2)}]
    )
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [row["name"] for row in model.rows] == ["A", "c", "b"]
    model.sort(0)
    assert [row["name"] for row in model.rows] == ["A", "b", "c"]
    qtmodeltester.check(model)


def test_sorting_keeps_what_persistent_indexes_point_at() -> None:
    model = ListModel((Column("name", "Name"),))
    model.show([{"name": "b"}, {"name": "a"}])
    kept = QPersistentModelIndex(model.index(0, 0, QModelIndex()))
    model.sort(0)
    assert kept.data() == "b"
