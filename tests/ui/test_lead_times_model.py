"""The table of lead times: sorted by columns, as its rows would be sorted one by one."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from supplychain_app.analytics.lead_time_rows import LeadTimeRow
from supplychain_app.ui.lead_times.columns import COLUMNS
from supplychain_app.ui.lead_times.model import LeadTimesModel, ShownRows, worst_first
from tests.analytics.test_lead_time_rows import made


def test_the_model_keeps_its_promises(qtmodeltester: ModelTester) -> None:
    model = LeadTimesModel(COLUMNS)
    model.show(ShownRows(made(9, 2)[1]))
    qtmodeltester.check(model)


@pytest.mark.parametrize("column", ["name", "n", "p80", "planning_days", "hope_gap_days", "verdict"])
@pytest.mark.parametrize("order", list(Qt.SortOrder))
def test_a_column_sorts_as_its_rows_do(column: str, order: Qt.SortOrder) -> None:
    model = LeadTimesModel(COLUMNS)
    rows = made(60, 3)[1]
    model.show(ShownRows(rows))
    shown = [ShownRows(rows)[place] for place in range(60)]
    known = [row for row in shown if row[column] is not None]
    known.sort(
        key=lambda row: str(row[column]).casefold() if isinstance(row[column], str) else row[column],
        reverse=order == Qt.SortOrder.DescendingOrder,
    )
    model.sort([one.name for one in COLUMNS].index(column), order)
    expected = known + [row for row in shown if row[column] is None]
    assert [row["name"] for row in model.rows] == [row["name"] for row in expected]


def test_a_selected_row_stays_selected_when_the_order_changes() -> None:
    model = LeadTimesModel(COLUMNS)
    model.show(ShownRows(made(30, 4)[1]))
    kept = QPersistentModelIndex(model.index(11, 0))
    name = model.rows[11]["name"]
    model.sort(0, Qt.SortOrder.AscendingOrder)
    assert model.rows[kept.row()]["name"] == name


def test_the_worst_gap_comes_first_and_of_the_same_the_most_lines_and_what_has_few_comes_last() -> None:
    rows = made(80, 5)[1]

    def place(row: LeadTimeRow) -> tuple[bool, bool, float, int]:
        return row.n < 5, row.hope_gap_days is None, -(row.hope_gap_days or 0), -(row.n + row.open)

    expected = sorted(rows, key=place)
    assert worst_first(rows) == expected
