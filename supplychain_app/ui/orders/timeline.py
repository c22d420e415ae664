"""One line's story on one time axis, painted at once: arrow keys go from line to line faster than a figure is drawn."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from supplychain_app.domain.line_story import LineStory
from supplychain_app.language import tr
from supplychain_app.reports import line_timeline
from supplychain_app.reports.line_timeline import FAN, FAN_SHADE, HEIGHTS, ROW_NAMES, ROWS, LineTimeline, Mark
from supplychain_app.reports.worklist_words import day_and_month
from supplychain_app.ui.shared import pictures, theme
from supplychain_app.ui.shared.session import Session

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MARGIN = 0.06  # of the days on either side
FAR = 182  # days from today, from which a tick says its year
EDGE = 16  # pixels left of the names
NEAR = 8  # pixels around a dot in which the mouse is on it
STEPS = (1, 2, 7, 14)  # days between ticks, and then months
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)


class TimelineView(QWidget):
    """Promises as lines from the day we were told to the day they name; events as dots; need and today as flags."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._story: LineStory | None = None
        self._line: LineTimeline | None = None
        self._first, self._last = 0.0, 1.0  # the days at both ends, as ordinals
        self._field = QRectF()  # where days and heights lie, since it was painted last
        self.setMouseTracking(True)

    def show_story(self, story: LineStory) -> None:
        """Show this line instead."""
        self._story, self._line = story, line_timeline.timeline_of(story)
        self.setAccessibleName(line_timeline.story_finding(story))
        self.setAccessibleDescription(line_timeline.story_note(story))
        if self._line is not None:
            days = [day.toordinal() for day in self._line.days]
            margin = max(1.0, (max(days) - min(days)) * MARGIN)
            self._first, self._last = min(days) - margin, max(days) + margin
        self.update()

    def label_at(self, place: QPointF) -> str:
        """What hovering there says."""
        marks = self._line.marks if self._line is not None else ()
        for mark in reversed(marks):  # the one drawn last lies on top
            at = self._point(mark.day, mark.height) - place
            if at.x() ** 2 + at.y() ** 2 <= NEAR**2:
                return mark.label
        return ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        label = self.label_at(event.position())
        QToolTip.showText(event.globalPosition().toPoint(), label, self) if label else QToolTip.hideText()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(theme.icon("copy"), tr("Copy picture"), self.copy_picture)
        menu.addAction(theme.icon("copy"), tr("Copy numbers"), self.copy_numbers)
        menu.addAction(theme.icon("save"), tr("Save picture …"), self.save_picture)
        menu.setEnabled(self._line is not None)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def copy_picture(self) -> None:
        QGuiApplication.clipboard().setImage(self.grab().toImage())
        self._session.said.emit(tr("The picture is on the clipboard."))

    def copy_numbers(self) -> None:
        """What hovering says, as lines of text."""
        marks = self._line.marks if self._line is not None else ()
        lines = [self.accessibleName(), self.accessibleDescription(), *(mark.label for mark in marks)]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._session.said.emit(tr("The numbers are on the clipboard."))

    def save_picture(self) -> None:
        if self._story is not None:
            pictures.save(self._session, self, partial(_drawn, self._story))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.CAPTION))
        self._field = self._room()
        if self._line is not None:
            self._paint_frame(painter)
            self._paint_flags(painter, self._line)
            self._paint_fan(painter, self._line)
            self._paint_promises(painter, self._line)
            for mark in self._line.marks:
                self._paint_dot(painter, mark)
            self._paint_words(painter, self._line)
        elif self._story is not None:
            because = tr("nothing but the line itself is known")
            painter.setPen(theme.colour("text2"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), int(flags), tr("Cannot say, because {because}.", because=because))
        painter.end()

    def _pixels(self, points: float) -> float:
        return points * self.logicalDpiY() / 72

    def _room(self) -> QRectF:
        """Where days and heights lie: beside the names of the rows, above those of the days."""
        metrics = QFontMetricsF(theme.font(theme.CAPTION))
        left = max(metrics.horizontalAdvance(name) for name in ROW_NAMES.values()) + self._pixels(4) + EDGE
        right = metrics.horizontalAdvance("30 Nov") / 2 + 8
        foot = 2.4 * metrics.height() + 4  # a day, and its year under it
        return QRectF(left, 6, max(1.0, self.width() - left - right), max(1.0, self.height() - foot - 6))

    def _point(self, day: date, height: float) -> QPointF:
        field, (low, high) = self._field, HEIGHTS
        x = field.left() + (day.toordinal() - self._first) / (self._last - self._first) * field.width()
        return QPointF(x, field.bottom() - (height - low) / (high - low) * field.height())

    def _paint_frame(self, painter: QPainter) -> None:
        """The names of the rows, and the days along the foot."""
        field, metrics = self._field, painter.fontMetrics()
        painter.setPen(theme.colour("text2"))
        for name, height in ROWS.items():
            middle = self._point(date.fromordinal(round(self._first)), height).y()
            rect = QRectF(0, middle - metrics.height(), field.left() - self._pixels(4), 2 * metrics.height())
            painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, ROW_NAMES[name])
        room = metrics.horizontalAdvance("30 Nov") * 1.35
        assert self._story is not None
        for day in ticks(self._first, self._last, max(2, int(field.width() / room))):
            words = day_and_month(day)
            if abs((day - self._story.as_of).days) > FAR:
                words += f"\n{day.year}"
            at = self._point(day, HEIGHTS[0])
            rect = QRectF(at.x() - room, field.bottom() + 5, 2 * room, 2.4 * metrics.height())
            painter.drawText(rect, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)
        painter.setPen(QPen(theme.colour("strong_line"), 1))
        painter.drawLine(field.bottomLeft(), field.bottomRight())

    def _paint_flags(self, painter: QPainter, line: LineTimeline) -> None:
        for flag in line.flags:
            pen = QPen(theme.colour(flag.colour), 1.3)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.drawLine(self._point(flag.day, HEIGHTS[1]), self._point(flag.day, HEIGHTS[0]))

    def _paint_fan(self, painter: QPainter, line: LineTimeline) -> None:
        shade = QColor(theme.colour("accent"))
        shade.setAlphaF(FAN_SHADE)
        for low, high in line.fan:
            painter.fillRect(QRectF(self._point(low, FAN), self._point(high, -FAN)), shade)
        if line.half is not None:
            painter.setPen(QPen(theme.colour("accent"), self._pixels(1.5)))
            painter.drawLine(self._point(line.half, FAN), self._point(line.half, -FAN))

    def _paint_promises(self, painter: QPainter, line: LineTimeline) -> None:
        """From the day we were told to the day that was named; the promises are the first marks."""
        for told, mark in zip(line.told, line.marks, strict=False):
            painter.setPen(QPen(theme.colour(mark.colour), self._pixels(1.1)))
            painter.drawLine(self._point(told, mark.height), self._point(mark.day, mark.height))

    def _paint_dot(self, painter: QPainter, mark: Mark) -> None:
        radius = self._pixels((theme.font().pointSizeF() * mark.size) ** 0.5) / 2  # the size is an area
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(mark.colour))
        painter.drawEllipse(self._point(mark.day, mark.height), radius, radius)

    def _paint_words(self, painter: QPainter, line: LineTimeline) -> None:
        for mark in line.marks:
            if mark.word:
                away = -4 if mark.down else 6
                self._paint_word(painter, mark.day, mark.height, mark.word, mark.word_colour, away, mark.down)
        for flag in line.flags:
            self._paint_word(painter, flag.day, flag.height, flag.name, flag.colour, 3)
        if line.half is not None:
            self._paint_word(painter, line.half, 0, line.half_word, "accent", 3, -9)

    def _paint_word(
        self, painter: QPainter, day: date, height: float, word: str, colour: str, away: float, down: float = 0
    ) -> None:
        """A word to the right of a day, so many points away; to its left where it would be cut off."""
        at, metrics = self._point(day, height), painter.fontMetrics()
        wide = metrics.horizontalAdvance(word)
        left = at.x() + self._pixels(away)
        if left + wide > self.width() - 2:
            left = at.x() - self._pixels(away) - wide
        rect = QRectF(left, at.y() - self._pixels(down) - metrics.height() / 2, wide + 1, metrics.height())
        ground = QColor(theme.colour("surface"))
        ground.setAlphaF(0.85)
        painter.fillRect(rect.adjusted(-1, 1, 1, -1), ground)
        painter.setPen(theme.colour(colour))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, word)


def ticks(first: float, last: float, most: int) -> list[date]:
    """At most so many days between two ordinals: evenly spaced days, Mondays, or the first days of months."""
    start, end = max(1, round(first)), round(last)
    for step in STEPS:
        # Ordinal 1 is a Monday.
        found = [date.fromordinal(n) for n in range(start + (1 - start) % step, end + 1, step)]
        if len(found) <= most:
            return found
    for months in MONTHS:
        found = list(_firsts(date.fromordinal(start), date.fromordinal(end), months))
        if len(found) <= most:
            return found
    return []


def _firsts(start: date, end: date, months: int) -> Iterator[date]:
    """First days of every so many months, counted from January."""
    day = start.replace(day=1)
    while day <= end:
        if day >= start and (day.year * 12 + day.month - 1) % months == 0:
            yield day
        day += timedelta(days=calendar.monthrange(day.year, day.month)[1])


def _drawn(story: LineStory) -> "Figure":
    from matplotlib.figure import Figure  # half a second, which only a picture for others is worth

    from supplychain_app.reports.figures import draw_line_timeline

    figure = Figure(figsize=(7.2, 3.4), layout="constrained")
    draw_line_timeline(figure.add_subplot(), story, theme.chart_looks().style())
    return figure
