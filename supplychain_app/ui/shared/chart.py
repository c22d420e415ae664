"""A chart in the window: drawn beside the window's thread, shows values on hover, opens the lines behind a click."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QGuiApplication,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from supplychain_app.language import tr
from supplychain_app.ui.shared import pictures, theme
from supplychain_app.ui.shared.jobs import Job
from supplychain_app.ui.shared.screen import caption
from supplychain_app.ui.shared.session import Session

_AFTER = cycle((60, 120, 180))  # ms of rest before a chart is drawn in its new size
_DPI = 100

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from supplychain_app.reports.figures import Drawn, Hit
    from supplychain_app.reports.style import ChartStyle

    Draw = Callable[[Axes, ChartStyle], Drawn]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """All that a picture depends on: where it is equal, there is nothing to draw anew."""

    draw: "Draw"
    looks: theme.ChartLooks
    size: QSize  # in the screen's own pixels
    ratio: float  # of them to the window's

    def __hash__(self) -> int:
        return hash(self.draw)


@dataclass(frozen=True, slots=True)
class _Painted:
    """A finished picture, and what stands where in it."""

    drawn: "Drawn"
    figure: "Figure"
    image: QImage


def _painted(wanted: _Wanted) -> _Painted:
    """Draw on a figure of its own: what the window holds is never touched again beside its thread."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    style, dpi = wanted.looks.style(), _DPI * wanted.ratio
    inches = (wanted.size.width() / dpi, wanted.size.height() / dpi)
    figure = Figure(inches, dpi, facecolor=style.surface, layout="constrained")
    canvas = FigureCanvasAgg(figure)
    drawn = wanted.draw(figure.add_subplot(), style)
    canvas.draw()
    buffer = canvas.buffer_rgba()
    image = QImage(bytes(buffer), buffer.shape[1], buffer.shape[0], QImage.Format.Format_RGBA8888)
    return _Painted(drawn, figure, image.convertToFormat(QImage.Format.Format_RGB32))  # as screens take it at once


class _Picture(QWidget):
    """The drawing as it is painted, and where the mouse is on it."""

    needed = Signal()  # it is seen, and may have a new size
    hovered = Signal(QPoint)
    left = Signal()
    clicked = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)

    def show_image(self, image: QImage) -> None:
        self.image = image
        self.update()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self.image)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:  # the window was moved to another screen
            self.needed.emit()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.needed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.needed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hovered.emit(event.position().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(event.position().toPoint())
        else:
            super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()


class ChartView(QWidget):
    """One drawing, made when it is seen. matplotlib is imported with the first one: it costs half a second."""

    told = Signal(str)  # what the drawing says, now that it is there

    def __init__(self, session: Session, parent: QWidget | None = None, *, headed: bool = True) -> None:
        super().__init__(parent)
        self._headed = headed  # else its neighbours say already what it shows
        self.session = session
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._draw: Draw | None = None
        self._asked: _Wanted | None = None  # what is drawn, or is being drawn
        self._job: Job | None = None
        self._figure: Figure | None = None
        self.drawn: Drawn | None = None
        self._title = QLabel(wordWrap=True)
        self._title.setFont(theme.font(theme.HEAD, theme.STRONG))
        self._subtitle = caption()
        self._subtitle.setWordWrap(True)
        self._picture = _Picture(self)
        self._picture.hide()
        self._picture.hovered.connect(self._hover)
        self._picture.left.connect(QToolTip.hideText)
        self._picture.clicked.connect(self._click)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 4)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._subtitle)
        self._title.setVisible(headed)
        self._subtitle.setVisible(headed)
        self._layout.addWidget(self._picture, 1)
        self._layout.addStretch(0)
        # Charts beside each other are drawn anew one after the other, once their size has come to rest.
        self._resized = QTimer(self, singleShot=True, interval=next(_AFTER))
        self._resized.timeout.connect(self._redraw)
        self._picture.needed.connect(self._fit)
        self.keep_high(0)

    def keep_high(self, lines: float) -> None:
        """Keep the drawing itself so many lines of type high at least, whatever its title takes."""
        self._picture.setMinimumSize(80, max(80, round(lines * self.fontMetrics().height())))

    def show_drawing(self, draw: "Draw") -> None:
        """Draw this as soon as it is seen, and again whenever the theme or the size changes.

        It is called beside the window's thread, so it must not ask any widget.
        """
        self._draw = draw
        self._picture.show()
        self._redraw()

    def clear(self, sentence: str = "") -> None:
        """Nothing to draw: one sentence in its place."""
        self._draw = self._asked = self.drawn = self._figure = None
        self._title.setText("")
        self._subtitle.setText(sentence)
        self._picture.hide()
        self._picture.show_image(QImage())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self._draw is not None:
            self._resized.start()
        super().changeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(theme.icon("copy"), tr("Copy picture"), self.copy_picture)
        menu.addAction(theme.icon("copy"), tr("Copy numbers"), self.copy_numbers)
        menu.addAction(theme.icon("save"), tr("Save picture …"), self.save_picture)
        menu.addAction(theme.icon("save"), tr("Save numbers …"), self.save_numbers)
        menu.setEnabled(self.drawn is not None)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def copy_picture(self) -> None:
        QGuiApplication.clipboard().setImage(self._picture.image)
        self.session.said.emit(tr("The picture is on the clipboard."))

    def copy_numbers(self) -> None:
        """The marks of the drawing as a table: what hovering says, and how many lines stand behind it."""
        assert self.drawn is not None
        lines = ["\t".join(pictures.HEADERS), *(f"{what}\t{lines}" for what, lines in self._numbers())]
        QGuiApplication.clipboard().setText("\n".join([self.drawn.title, self.drawn.subtitle, *lines]))
        self.session.said.emit(tr("The numbers are on the clipboard."))

    def save_numbers(self) -> None:
        pictures.save_numbers(self.session, self, self._numbers())

    def _numbers(self) -> list[tuple[str, int]]:
        hits = self.drawn.hits if self.drawn is not None else ()
        return [(hit.label.replace("\n", ", "), len(hit.line_ids)) for hit in hits]

    def save_picture(self) -> None:
        figure = self._figure
        assert figure is not None
        pictures.save(self.session, self, lambda: figure)

    def _fit(self) -> None:
        """Draw at once what was never drawn; in another size only when that has come to rest."""
        if self._asked is None:
            self._redraw()
        elif self._draw is not None:
            self._resized.start()

    def _redraw(self) -> None:
        if self._draw is None or not self.isVisible():  # then it is drawn when it is shown
            return
        ratio = self.devicePixelRatioF()
        wanted = _Wanted(self._draw, theme.chart_looks(), self._picture.size() * ratio, ratio)
        if wanted == self._asked or wanted.size.isEmpty():
            return
        if self._job is not None:
            self._job.cancel()  # unless it is under way, it need not begin
        self._asked = wanted
        self._job = job = self.session.jobs.draw(tr("Drawing charts"), _painted, wanted)
        job.done.connect(lambda painted: self._take(painted) if self._asked is wanted else None)
        job.failed.connect(self.session.failed)
        job.ended.connect(lambda: self._forget(job))

    def _forget(self, job: Job) -> None:
        if self._job is job:
            self._job = None

    def _take(self, painted: _Painted) -> None:
        self.drawn, self._figure = painted.drawn, painted.figure
        self._title.setText(self.drawn.title)
        self._subtitle.setText(self.drawn.subtitle)
        self.setAccessibleName(self.drawn.title)
        self.setAccessibleDescription(self.drawn.subtitle)
        self._picture.show_image(painted.image)
        self._picture.setVisible(not self.drawn.empty)
        self.told.emit(self.drawn.title)

    def _hit(self, place: QPoint) -> "Hit | None":
        """What stands at a place of the picture."""
        if self.drawn is None or self._figure is None:
            return None
        from matplotlib.backend_bases import MouseEvent

        size, image = self._picture.size(), self._picture.image
        event = MouseEvent(
            "motion_notify_event",
            self._figure.canvas,
            round(place.x() * image.width() / size.width()),
            round((size.height() - place.y()) * image.height() / size.height()),
        )
        return self.drawn.at(event) if event.inaxes is not None else None

    def _hover(self, place: QPoint) -> None:
        hit = self._hit(place)
        if hit is None:
            QToolTip.hideText()
            self._picture.unsetCursor()
            return
        if hit.line_ids:
            self._picture.setCursor(Qt.CursorShape.PointingHandCursor)
        QToolTip.showText(QCursor.pos() + QPoint(12, 12), hit.label, self._picture)

    def _click(self, place: QPoint) -> None:
        hit = self._hit(place)
        if hit is not None and hit.line_ids:
            self.session.open_lines(hit.line_ids, hit.label.replace("\n", ", "))
