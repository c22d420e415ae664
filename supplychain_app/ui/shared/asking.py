"""Small forms that ask for a date, a person or a note, with named fields and one primary button."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from supplychain_app.ui.shared import formats, theme
from supplychain_app.ui.shared.date_field import DateField
from supplychain_app.ui.shared.screen import caption

FORM_LETTERS = 56  # wide at least


class Form(QDialog):
    """A short form; `exec()` answers whether it was confirmed."""

    def __init__(self, title: str, confirm: str, parent: QWidget, about: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(round(FORM_LETTERS * theme.letter(self.fontMetrics())))
        self._first: QWidget | None = None
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)  # Enter alone is a new line in a note
        self.fields = QFormLayout()
        self.fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.fields.setHorizontalSpacing(16)
        self.fields.setVerticalSpacing(10)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(confirm)
        ok.setProperty("role", "primary")
        for button in self.buttons.buttons():
            button.setIcon(QIcon())  # words alone, whatever the platform adds
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(14)
        if about:
            words = caption(about)
            words.setWordWrap(True)
            layout.addWidget(words)
        layout.addLayout(self.fields)
        layout.addWidget(self.buttons)

    def add(self, label: str, field: QWidget) -> None:
        """One row: label, buddy and accessible name in one step."""
        name = QLabel(label)
        name.setBuddy(field)
        field.setAccessibleName(label.replace("&", ""))
        self.fields.addRow(name, field)
        if self._first is None:
            self.begin_at(field)

    def begin_at(self, field: QWidget) -> None:
        """Typing begins in this field; else in the first."""
        self._first = field
        field.setFocus()

    def add_date(self, label: str, day: date, doubt: Callable[[date], str] | None = None) -> QDateEdit:
        """A date; `doubt` says of a day what speaks against it, which then stands below the field."""
        field = DateField(day)
        self.add(label, field)
        if doubt is not None:
            told = caption(token="warning")
            told.setWordWrap(True)
            self.fields.addRow("", told)

            def tell() -> None:
                told.setText(doubt(day_of(field)))
                self.fields.setRowVisible(told, bool(told.text()))

            field.dateChanged.connect(tell)
            tell()
        return field

    def add_text(self, label: str, text: str = "", hint: str = "") -> QLineEdit:
        field = QLineEdit(text, placeholderText=hint)
        self.add(label, field)
        return field

    def add_number(self, label: str, value: int, most: int) -> QSpinBox:
        field = QSpinBox(minimum=0, maximum=most)
        field.setValue(value)
        self.add(label, field)
        return field

    def add_note(self, label: str, hint: str = "") -> QPlainTextEdit:
        field = QPlainTextEdit(placeholderText=hint)
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().height() * 6)
        self.add(label, field)
        return field

    def add_choice(self, label: str, choices: Sequence[str], chosen: str = "", *, free: bool = False) -> QComboBox:
        field = QComboBox()
        field.addItems(list(choices))
        field.setEditable(free)
        field.setMinimumWidth(180)
        field.setCurrentText(chosen)
        self.add(label, field)
        return field

    def ask(self) -> bool:
        """Show the form, and answer whether it was confirmed; it frees itself."""
        # A width of one's own hides what the fields need; on a small screen they would be cut.
        self.setMinimumWidth(max(self.minimumWidth(), self.layout().minimumSize().width()))
        confirmed = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return confirmed


def day_of(field: QDateEdit) -> date:
    return formats.pydate(field.date())


def set_earliest(field: QDateEdit, day: date) -> None:
    field.setMinimumDate(QDate(day.year, day.month, day.day))
