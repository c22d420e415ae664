"""Conditions that the user sets on the lines of Orders: a column, how it compares, with what; and their words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QWidget

from supplychain_app.language import tr
from supplychain_app.storage.query import Filter
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.asking import Form, day_of
from supplychain_app.ui.shared.date_field import DateField

_EMPTY = "empty"
_COMPARISONS = {
    "text": (("contains", tr("contains")), ("=", tr("is")), ("!=", tr("is not")), (_EMPTY, tr("is empty"))),
    "day": (
        ("<", tr("before", "a day")),
        (">=", tr("on or after", "a day")),
        ("=", tr("on", "a day")),
        (_EMPTY, tr("is empty")),
    ),
    "number": ((">", tr("more than")), ("<", tr("less than")), ("=", tr("exactly"))),
}
_COMPARISONS["days"] = _COMPARISONS["number"]
_SAID = {"contains": "~", "=": "=", "!=": "≠", "<": "<", ">": ">", ">=": "≥"}


@dataclass(frozen=True)
class Field:
    """What can be compared: a column of the lines, its name, and of which kind its values are."""

    column: str
    title: str
    kind: str  # text, day, days, number


FIELDS = (
    Field("supplier", tr("Supplier"), "text"),
    Field("description", tr("Material"), "text"),
    Field("owner", tr("Owner"), "text"),
    Field("late_days", tr("Days late"), "days"),
    Field("slippage", tr("Days moved"), "days"),
    Field("current_promise", tr("Promise"), "day"),
    Field("required_on", tr("Needed"), "day"),
    Field("issued_on", tr("Sent"), "day"),
    Field("value", tr("Value"), "number"),
    Field("open_quantity", tr("Open quantity"), "number"),
    Field("country", tr("Country"), "text"),
    Field("mode", tr("Mode"), "text"),
    Field("incoterm", tr("Incoterm"), "text"),
    Field("note", tr("Note"), "text"),
)
_BY_COLUMN = {field.column: field for field in FIELDS}


def in_words(condition: Filter, today: date) -> str:
    """As it stands on its chip: 'Supplier: Kessler', 'Days late > 5', 'Promise < 4 Dec'."""
    field = _BY_COLUMN[condition.column]
    if condition.operator == _EMPTY:
        return tr("{title}: empty", title=field.title)
    if field.kind == "text" and condition.operator in ("=", "contains"):
        return f"{field.title}: {condition.value}"
    value = formats.short_day(condition.value, today) if field.kind == "day" else str(condition.value)
    if field.kind in ("number", "days"):
        value = formats.number(condition.value)
    return f"{field.title} {_SAID[condition.operator]} {value}"


def of_cell(column: str, value: Any) -> Filter | None:
    """The condition that a cell's value stands for: only lines like this one."""
    field = _BY_COLUMN.get(column)
    if field is None or field.kind in ("number", "days"):
        return None
    return Filter(column, _EMPTY) if value is None else Filter(column, "=", value)


def known(kept: Sequence[Any]) -> tuple[Filter, ...]:
    """Conditions of a view that was kept; those of another version of the program are left out."""
    found = []
    for one in kept:
        if isinstance(one, list | tuple) and len(one) == 3 and one[0] in _BY_COLUMN:
            operators = [operator for operator, _ in _COMPARISONS[_BY_COLUMN[one[0]].kind]]
            if one[1] in operators:
                found.append(Filter(*one))
    return tuple(found)


def ask(field: Field, parent: QWidget, today: date) -> Filter | None:
    """Let the user say how the column compares, and with what; None where it was left."""
    comparisons = _COMPARISONS[field.kind]
    form = Form(tr("Filter by {title}", title=field.title), tr("Show these lines"), parent)
    how: QComboBox = form.add_choice(field.title, [words for _, words in comparisons])
    entry, read = _entry(field.kind, today)
    form.add(tr("&Value", "to compare with"), entry)
    form.begin_at(entry)
    how.currentIndexChanged.connect(lambda place: entry.setEnabled(comparisons[place][0] != _EMPTY))
    if not form.ask():
        return None
    operator, value = comparisons[how.currentIndex()][0], read()
    if operator == _EMPTY:
        return Filter(field.column, _EMPTY)
    return None if value == "" else Filter(field.column, operator, value)


def _entry(kind: str, today: date) -> tuple[QWidget, Callable[[], Any]]:
    """A field for a value of this kind, and what reads it."""
    if kind == "day":
        day = DateField(today)
        return day, lambda: day_of(day).isoformat()
    if kind == "text":
        text = QLineEdit()
        return text, lambda: text.text().strip()
    figure = QDoubleSpinBox(decimals=0, minimum=-1e9, maximum=1e9)
    if kind == "days":
        figure.setSuffix(tr(" days"))
    return figure, figure.value
