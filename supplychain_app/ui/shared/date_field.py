"""A field for a day: the day's number is what typing changes, though the weekday stands before it."""

from datetime import date

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QDateEdit

from supplychain_app.language import tr
from supplychain_app.ui.shared import formats

NUMBER = 1  # the section after the weekday, in every language we speak


class DateField(QDateEdit):
    """A date with its weekday; Qt would begin at the weekday, which takes no digits."""

    def __init__(self, day: date) -> None:
        super().__init__(formats.qdate(day))
        self.setCalendarPopup(True)
        self.setDisplayFormat(tr("ddd d MMM yyyy"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setCurrentSectionIndex(NUMBER)
        self.setSelectedSection(self.sectionAt(NUMBER))
