"""A chart in the window: draws on a matplotlib canvas, shows values on hover, opens the lines behind a click."""

from collections.abc import Callable
from itertools import cycle
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QCursor, QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from supplychain_app.language import tr
from supplychain_app.ui.shared import pictures, theme
from supplychain_app.ui.shared.screen import caption
from supplychain_app.ui.shared.session import Session

_AFTER = cycle((60, 120, 180))  # ms of rest before a chart is drawn in its new size

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from supplychain_app.reports.figures import Drawn, Hit
    from supplychain_app.reports.style import ChartStyle

    Draw = Callable[[Axes, ChartStyle], Drawn]


class ChartView(QWidget):
    """One drawing. matplotlib is imported when the first one is shown: it costs half a second."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, headed: bool = True) -> None:
        super().__init__(parent)
        self._headed = headed  # else its neighbours say already what it shows
        self.session = session
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._draw: Draw | None = None
        self._canvas: Any = None
        self.drawn: Drawn | None = None
        self._title = QLabel(wordWrap=True)
        self._title.setFont(theme.font(theme.HEAD, theme.STRONG))
        self._subtitle = caption()
        self._subtitle.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 4)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._subtitle)
        self._title.setVisible(headed)
        self._subtitle.setVisible(headed)
        self._layout.addStretch(0)
        # Charts beside each other are drawn anew in turns of their own: together they would hold up the window.
        self._resized = QTimer(self, singleShot=True, interval=next(_AFTER))
        self._resized.timeout.connect(self._redraw)
        self._drawn_at = (0.0, 0.0)  # inches
        self._least = 80

    def keep_high(self, lines: float) -> None:
        """Keep the drawing itself so many lines of type high at least, whatever its title takes."""
        self._least = round(lines * self.fontMetrics().height())

    def show_drawing(self, draw: "Draw") -> None:
        """Draw this, now and again whenever the theme changes."""
        self._draw = draw
        self._redraw()

    def clear(self, sentence: str = "") -> None:
        """Nothing to draw: one sentence in its place."""
        self._draw = self.drawn = None
        self._title.setText("")
        self._subtitle.setText(sentence)
        if self._canvas is not None:
            self._canvas.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self._draw is not None:
            self._resized.start()
        super().changeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(theme.icon("copy"), tr("Copy picture"), self.copy_picture)
        menu.addAction(theme.icon("copy"), tr("Copy numbers"), self.copy_numbers)
        menu.addAction(theme.icon("save"), tr("Save picture …"), self.save_picture)
        menu.setEnabled(self.drawn is not None)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def copy_picture(self) -> None:
        self._canvas.draw()
        buffer = self._canvas.buffer_rgba()
        image = QImage(bytes(buffer), buffer.shape[1], buffer.shape[0], QImage.Format.Format_RGBA8888)
        QGuiApplication.clipboard().setImage(image.copy())
        self.session.said.emit(tr("The picture is on the clipboard."))

    def copy_numbers(self) -> None:
        """The marks of the drawing as a table: what hovering says, and how many lines stand behind it."""
        assert self.drawn is not None
        lines = ["what\tlines", *(f"{hit.label}\t{len(hit.line_ids)}" for hit in self.drawn.hits)]
        QGuiApplication.clipboard().setText("\n".join([self.drawn.title, self.drawn.subtitle, *lines]))
        self.session.said.emit(tr("The numbers are on the clipboard."))

    def save_picture(self) -> None:
        pictures.save(self.session, self, lambda: self._canvas.figure)

    def _redraw(self) -> None:
        if self._draw is None:
            return
        if self._canvas is None:
            self._make_canvas()
        style = theme.chart_style()
        figure = self._canvas.figure
        figure.set_facecolor(style.surface)
        if len(figure.axes) != 1:  # every drawing clears the axes it gets; new ones take as long as a small drawing
            figure.clear()
            figure.add_subplot()
        self.drawn = self._draw(figure.axes[0], style)
        self._title.setText(self.drawn.title)
        self._subtitle.setText(self.drawn.subtitle)
        self.setAccessibleName(self.drawn.title)
        self.setAccessibleDescription(self.drawn.subtitle)
        self._drawn_at = tuple(figure.get_size_inches())
        self._canvas.setVisible(not self.drawn.empty)
        self._canvas.draw_idle()

    def _make_canvas(self) -> None:
        from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
        from matplotlib.figure import Figure

        class Canvas(FigureCanvasQTAgg):
            """Asks for no more than its least size: by that of a figure on paper the page would grow around it."""

            def sizeHint(self) -> QSize:
                size: QSize = self.minimumSize()
                return size

        self._canvas = Canvas(Figure(layout="constrained"))
        self._canvas.setMinimumSize(80, self._least)
        self._canvas.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas.mpl_connect("motion_notify_event", self._hover)
        self._canvas.mpl_connect("resize_event", self._fit_labels)
        self._canvas.mpl_connect("button_press_event", self._click)
        self._canvas.mpl_connect("figure_leave_event", lambda _: QToolTip.hideText())
        self._layout.insertWidget(2, self._canvas, 1)

    def _fit_labels(self, event: Any) -> None:
        """Draw again in another size: how many words fit, and how far labels stand apart, depends on it."""
        size = self._canvas.figure.get_size_inches()
        if self._draw is not None and any(
            abs(now - then) > 0.1 for now, then in zip(size, self._drawn_at, strict=True)
        ):
            self._resized.start()

    def _hit(self, event: Any) -> "Hit | None":
        return self.drawn.at(event) if self.drawn is not None and event.inaxes is not None else None

    def _hover(self, event: Any) -> None:
        hit = self._hit(event)
        if hit is None:
            QToolTip.hideText()
            self._canvas.unsetCursor()
            return
        if hit.line_ids:
            self._canvas.setCursor(Qt.CursorShape.PointingHandCursor)
        QToolTip.showText(QCursor.pos() + QPoint(12, 12), hit.label, self._canvas)

    def _click(self, event: Any) -> None:
        hit = self._hit(event)
        if hit is not None and hit.line_ids and event.button == 1:
            self.session.open_lines(hit.line_ids, hit.label.replace("\n", ", "))
