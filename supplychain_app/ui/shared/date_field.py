"""A field for a day: typed in numbers as on paper, though it is shown with its weekday and the month's name."""

import re
from datetime import date

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from supplychain_app.language import tr
from supplychain_app.ui.shared import formats

NUMBER = 1  # the section after the weekday, in every language we speak
SEPARATORS = "./-"
YEAR = re.compile("(19|20)[0-9]{2}")
UNFINISHED = re.compile("[./-]([0-3]|19|20)$")  # 1 may become 12, and 20 2026: a date in between is not meant
MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


def typed_day(text: str, *, near: date, month_first: bool) -> date | None:
    """'24.12.', '24/12/26', '2026-12-24'; without a year the one nearest to a day; None while it is no day yet."""
    parts = re.split(r"[./-]", text)
    if len(parts) == 3 and len(parts[2]) not in (2, 4) and len(parts[0]) < 4:
        parts.pop()  # no year yet
    if not 2 <= len(parts) <= 3 or not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4:  # the year first: ISO 8601
        return _day(*numbers) if len(numbers) == 3 else None
    month, day = numbers[:2] if month_first else numbers[1::-1]
    if len(numbers) == 3:
        return _day(numbers[2] + 2000 if numbers[2] < 100 else numbers[2], month, day)
    found = [_day(year, month, day) for year in (near.year - 1, near.year, near.year + 1)]
    return min((one for one in found if one), key=lambda one: abs(one - near), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


class DateField(QDateEdit):
    """A date with its weekday; Qt would begin at the weekday, which takes no digits, and ask for a month's name."""

    def __init__(self, day: date) -> None:
        super().__init__(formats.qdate(day))
        self.setCalendarPopup(True)
        self.setDisplayFormat(tr("ddd d MMM yyyy"))
        self._typed, self._before = "", day  # `_before`: a date without its year is the one nearest to it
        self._month_first = QLocale().dateFormat(QLocale.FormatType.ShortFormat).upper().startswith("M")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._typed = ""
        self.setCurrentSectionIndex(NUMBER)
        self.setSelectedSection(self.sectionAt(NUMBER))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._take()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab leaves the field; Qt would go through day, month and year first. The arrows do."""
        return QWidget.focusNextPrevChild(self, following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A lone number is the day of the shown month; with what divides days and months, it is a whole date."""
        text = event.text()
        if text and (text.isdecimal() or text in SEPARATORS):
            if text in SEPARATORS and self._typed.isdecimal() and not YEAR.fullmatch(self._typed):
                self._typed = self._typed[-2:]  # before it, another day may have been typed
            self._typed += text
            if any(sign in self._typed for sign in SEPARATORS):
                if not UNFINISHED.search(self._typed):
                    self._set()
                return
        elif event.key() not in MODIFIERS:
            self._take()
        super().keyPressEvent(event)

    def _take(self) -> None:
        """The typing has ended."""
        self._set()
        self._typed = ""

    def _set(self) -> None:
        day = typed_day(self._typed, near=self._before, month_first=self._month_first)
        if day is not None:
            self.setDate(formats.qdate(day))
