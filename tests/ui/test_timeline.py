"""A line's story as it is painted: its dots say what they are, its ticks are days that people know."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from supplychain_app.domain.line_story import StoryMoment
from supplychain_app.reports.line_timeline import timeline_of
from supplychain_app.ui.orders.timeline import TimelineView, ticks
from supplychain_app.ui.shared import theme
from supplychain_app.ui.shared.session import Session
from tests.reports.samples import NO_STORY, STORY
from tests.ui.conftest import TODAY


def test_what_was_said_of_a_line_later_does_not_press_its_way_together() -> None:
    said = StoryMoment(date(2029, 1, 1), "reassigned", "Customs counts as arranged by Carrier: their broker")
    assert timeline_of(replace(STORY, moments=(*STORY.moments, said))) == timeline_of(STORY)
    assert timeline_of(replace(NO_STORY, moments=(said,))) is None


@pytest.fixture
def view(small: Path, qtbot: QtBot) -> TimelineView:
    session = Session(small, today=TODAY)
    made = TimelineView(session)
    qtbot.addWidget(made, before_close_func=lambda _: session.close())
    made.resize(420, 220)
    made.show_story(STORY)
    made.show()
    made.grab()
    return made


def labels(view: TimelineView) -> list[str]:
    """What the mouse hears on its way over the whole of it, each once."""
    found = {view.label_at(QPointF(x, y)): None for y in range(0, view.height(), 3) for x in range(0, view.width(), 3)}
    return [label for label in found if label]


def test_every_dot_says_what_it_is(view: TimelineView) -> None:
    heard = labels(view)
    assert len(heard) == 4
    assert "promised 13 Nov 2026, told 4 Sep 2026 (mail)" in heard
    assert any(label.endswith("Confirmation") for label in heard)
    assert any(label.startswith("order sent") for label in heard)


def test_dots_lie_in_the_order_of_their_days(view: TimelineView) -> None:
    line = view._line
    assert line is not None
    former, latter = (view._point(mark.day, mark.height) for mark in line.marks[:2])
    assert former.x() < latter.x() < view.width()
    sent = next(mark for mark in line.marks if mark.word == "sent")
    assert view._point(sent.day, sent.height).x() < former.x()
    assert view._point(sent.day, sent.height).y() > former.y()


def test_the_last_promise_is_painted_in_the_accent(view: TimelineView) -> None:
    assert view._line is not None
    mark = view._line.marks[1]
    at = view._point(mark.day, mark.height).toPoint()
    assert view.grab().toImage().pixelColor(at).name().upper() == theme.colours().accent
    assert "moved once" in view.accessibleName()


def test_a_line_of_which_nothing_is_known(view: TimelineView) -> None:
    full = view.grab().toImage()
    view.show_story(NO_STORY)
    empty = view.grab().toImage()
    assert labels(view) == []
    assert empty != full
    view.copy_numbers()
    assert "no date promised yet" in QGuiApplication.clipboard().text()


def test_one_day_only(view: TimelineView) -> None:
    view.show_story(replace(STORY, issued_on=TODAY, required_on=None, promises=(), moments=(), forecast={}))
    view.grab()
    assert len(labels(view)) == 1


def test_a_picture_to_keep(view: TimelineView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "line.svg"), ""))
    view.save_picture()
    assert "Housing DN80" in (tmp_path / "line.svg").read_text(encoding="utf-8")
    view.copy_picture()
    assert not QGuiApplication.clipboard().image().isNull()


@pytest.mark.parametrize(
    ("first", "last", "most", "found"),
    [
        (date(2026, 11, 2), date(2026, 11, 5), 4, ["2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05"]),
        (date(2026, 11, 3), date(2026, 11, 20), 3, ["2026-11-09", "2026-11-16"]),
        (date(2026, 9, 9), date(2026, 12, 4), 3, ["2026-10-01", "2026-11-01", "2026-12-01"]),
        (date(2024, 2, 1), date(2026, 12, 4), 3, ["2025-01-01", "2026-01-01"]),
    ],
)
def test_ticks_are_mondays_or_first_days_of_months(first: date, last: date, most: int, found: list[str]) -> None:
    assert [day.isoformat() for day in ticks(first.toordinal(), last.toordinal(), most)] == found
