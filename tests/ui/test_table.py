"""What a table paints: rows light up as a whole, and words stay within their cells."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supplychain_app.ui.shared import formats, theme
from supplychain_app.ui.shared.row_model import Column, ListModel
from supplychain_app.ui.shared.table import Table

COLUMNS = (
    Column("name", "Name", width=10),
    Column("days", "Days", right=True, width=10, tone=lambda value: "bad" if value else None),
    Column("note", "Note", width=10),
)
ROWS = [{"name": name, "days": days, "note": ""} for name, days in (("Kessler", 3), ("Meridian", 0), ("Solano", 0))]


def test_what_is_copied_can_be_counted_with_in_a_spreadsheet(qtbot: QtBot) -> None:
    columns = (
        Column("name", "Name"),
        Column("day", "Day", formats.day),
        Column("quantity", "Ordered", needs=("unit",), write_row=formats.quantity),
        Column("lines", "Lines", formats.number),
    )
    model = ListModel(columns)
    table = Table(model, "copied")
    model.setParent(table)
    qtbot.addWidget(table)
    unknown = dict.fromkeys(("name", "day", "quantity", "unit"))
    known = {"name": "Two\nlines\tof text", "day": date(2026, 12, 4), "quantity": 12500.5, "unit": "pcs"}
    model.show([known | {"lines": 1200}, unknown | {"lines": 0}])
    table.copy()
    assert QApplication.clipboard().text().split("\n") == [
        "Name\tDay\tOrdered\tLines",
        "Two lines of text\t2026-12-04\t12500.5\t1200",
        "\t\t\t0",
    ]
    QApplication.clipboard().clear()


def test_a_column_has_room_for_what_later_rows_may_hold(qtbot: QtBot) -> None:
    columns = (Column("a", "A", width=9), Column("b", "B", width=9, widest="28 Dec 2000"))
    model = ListModel(columns)
    table = Table(model, "roomy")
    model.setParent(table)
    qtbot.addWidget(table)
    model.show([{"a": "1", "b": "1"}])
    table.fit()
    assert table.columnWidth(1) >= table.fontMetrics().horizontalAdvance("28 Dec 2000")
    assert table.columnWidth(0) < table.columnWidth(1)


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    model = ListModel(COLUMNS)
    made = Table(model, "painted")
    model.setParent(made)
    qtbot.addWidget(made)
    model.show(ROWS)
    made.resize(400, 200)
    made.show()
    return made


def picture(table: Table) -> QImage:
    return table.viewport().grab().toImage()


def ground(table: Table, image: QImage, row: int, column: int) -> str:
    """The colour in a cell's corner, where no words stand."""
    at = table.visualRect(table.model().index(row, column)).topRight() + QPoint(-2, 2)
    return image.pixelColor(at).name().upper()


def colours_of(table: Table, image: QImage, row: int, column: int) -> set[str]:
    part = image.copy(table.visualRect(table.model().index(row, column)))
    return {part.pixelColor(x, y).name().upper() for x in range(part.width()) for y in range(part.height())}


def point_at(table: Table, place: QPoint) -> None:
    far = QPointF(table.viewport().mapToGlobal(place))
    no = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), far, no, no, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(table.viewport(), move)


def test_a_selected_row_lights_up_as_a_whole(table: Table) -> None:
    table.selectRow(1)
    image = picture(table)
    colours = theme.colours()
    assert [ground(table, image, 1, column) for column in range(3)] == [colours.selection] * 3
    assert [ground(table, image, 0, column) for column in range(3)] == [colours.surface] * 3
    assert image.pixelColor(1, table.rowViewportPosition(1) + 2).name().upper() == colours.accent_fill


def test_the_row_under_the_mouse_lights_up_until_it_leaves(table: Table) -> None:
    point_at(table, table.visualRect(table.model().index(2, 0)).center())
    image = picture(table)
    assert [ground(table, image, 2, column) for column in range(3)] == [theme.colours().hover] * 3
    assert ground(table, image, 0, 0) == theme.colours().surface
    QApplication.sendEvent(table.viewport(), QEvent(QEvent.Type.Leave))
    assert ground(table, picture(table), 2, 0) == theme.colours().surface


def test_words_that_say_something_bad_are_red(table: Table) -> None:
    image = picture(table)
    assert theme.colours().bad in colours_of(table, image, 0, 1)
    assert theme.colours().bad not in colours_of(table, image, 1, 1)


def test_a_long_text_stays_in_its_cell(table: Table) -> None:
    former = picture(table)
    model = table.model()
    assert isinstance(model, ListModel)
    model.show([{"name": "W\n" * 5_000, "days": days, "note": ""} for days in (3, 0, 0)])
    image = picture(table)
    for row in range(3):
        assert colours_of(table, image, row, 0) != colours_of(table, former, row, 2)
        other = table.visualRect(model.index(row, 1))
        assert image.copy(other) == former.copy(other)


def test_larger_letters_are_measured_anew(table: Table) -> None:
    former = picture(table)
    table.setFont(theme.font(1.6))
    assert picture(table) != former
