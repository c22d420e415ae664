"""Charts in the window: drawn beside its thread, once for what they show, sharp, and alive under the mouse."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from matplotlib.transforms import Bbox
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from supplychain_app.reports.figures import Drawn, Hit
from supplychain_app.ui.shared import chart, theme
from supplychain_app.ui.shared.chart import ChartView
from supplychain_app.ui.shared.session import Session
from tests.ui.conftest import TODAY


class Bars:
    """A drawing of two bars, the second of which stands for lines; it remembers how it was asked."""

    def __init__(self) -> None:
        self.threads: list[int] = []
        self.surfaces: list[str] = []

    def __call__(self, axes: Any, style: Any) -> Drawn:
        self.threads.append(threading.get_ident())
        self.surfaces.append(style.surface)
        first, second = axes.bar([0, 1], [4, 8])
        return Drawn("Two bars", "of a test", (Hit(first, "four"), Hit(second, "eight lines", (1, 2))))


@pytest.fixture
def view(small: Path, qtbot: QtBot) -> Iterator[ChartView]:
    session = Session(small, today=TODAY)
    made = ChartView(session)
    qtbot.addWidget(made)
    made.resize(400, 300)
    yield made
    session.close()


def shown(qtbot: QtBot, view: ChartView) -> Bars:
    """A drawing in a view that is seen, when its size has come to rest."""
    bars = Bars()
    view.show_drawing(bars)
    view.show()
    at_rest(qtbot, view)
    return bars


def at_rest(qtbot: QtBot, view: ChartView) -> None:
    qtbot.waitUntil(lambda: view.drawn is not None)
    qtbot.waitUntil(lambda: not view._resized.isActive() and not view.session.jobs.running)


def place_of(view: ChartView, hit: Hit) -> QPoint:
    """The middle of a mark, on the picture."""
    box: Bbox = hit.artist.get_window_extent()
    scale = view._picture.width() / view._picture.image.width()
    return QPoint(round((box.x0 + box.x1) / 2 * scale), view._picture.height() - round((box.y0 + box.y1) / 2 * scale))


def test_it_is_drawn_beside_the_windows_thread(view: ChartView, qtbot: QtBot) -> None:
    bars = shown(qtbot, view)
    assert threading.get_ident() not in bars.threads
    assert view._picture.image.size() == view._picture.size() * view.devicePixelRatioF()
    assert view.accessibleName() == "Two bars"


def test_what_is_not_seen_is_not_drawn(view: ChartView, qtbot: QtBot) -> None:
    bars = Bars()
    view.show_drawing(bars)
    assert not view.session.jobs.running
    view.show()
    at_rest(qtbot, view)
    assert bars.threads


def test_a_second_showing_draws_nothing_anew(view: ChartView, qtbot: QtBot) -> None:
    bars = shown(qtbot, view)
    times, image = len(bars.threads), view._picture.image
    view.hide()
    view.show()
    at_rest(qtbot, view)
    assert len(bars.threads) == times
    assert view._picture.image.cacheKey() == image.cacheKey()


def test_another_size_and_another_theme_are_drawn_anew(view: ChartView, qtbot: QtBot) -> None:
    bars = shown(qtbot, view)
    view.resize(600, 300)
    qtbot.waitUntil(lambda: view._picture.image.width() == view._picture.width())
    try:
        theme.set_scheme("dark")
        qtbot.waitUntil(lambda: bars.surfaces[-1] != bars.surfaces[0])
        at_rest(qtbot, view)
    finally:
        theme.set_scheme("light")


def test_the_mouse_says_and_opens_what_a_mark_stands_for(view: ChartView, qtbot: QtBot) -> None:
    shown(qtbot, view)
    assert view.drawn is not None
    silent, opening = view.drawn.hits
    qtbot.mouseMove(view._picture, place_of(view, opening))
    qtbot.waitUntil(lambda: QToolTip.text() == "eight lines")
    with qtbot.assertNotEmitted(view.session.lines_asked):
        qtbot.mouseClick(view._picture, Qt.MouseButton.LeftButton, pos=place_of(view, silent))
    with qtbot.waitSignal(view.session.lines_asked) as asked:
        qtbot.mouseClick(view._picture, Qt.MouseButton.LeftButton, pos=place_of(view, opening))
    assert asked.args == [[1, 2], "eight lines"]


def test_nothing_to_draw_takes_back_what_is_under_way(view: ChartView, qtbot: QtBot) -> None:
    shown(qtbot, view)
    view.show_drawing(Bars())
    view.clear("Cannot say.")
    qtbot.waitUntil(lambda: not view.session.jobs.running)
    assert view.drawn is None
    assert not view._picture.isVisible()


def test_a_finer_screen_gets_a_finer_picture(view: ChartView) -> None:
    painted = [
        chart._painted(chart._Wanted(Bars(), theme.chart_looks(), QSize(300, 200) * ratio, ratio)) for ratio in (1, 2)
    ]
    assert [one.image.size() for one in painted] == [QSize(300, 200), QSize(600, 400)]
    assert len({tuple(one.figure.get_size_inches()) for one in painted}) == 1, "letters keep their size"
