"""A shipment's journey on one time axis: what happened where, and when it is expected and needed."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from matplotlib.axes import Axes

from supplychain_app.domain.line_story import Journey, JourneyStep
from supplychain_app.language import tr
from supplychain_app.reports import measure, words
from supplychain_app.reports.figures.drawn import (
    Drawn,
    FixedRoom,
    Hit,
    beside,
    cannot_say,
    day_axis,
    figure_of,
    finish,
    start,
)
from supplychain_app.reports.style import ChartStyle, applied

ABOVE = (13.0, 25.0, 37.0)
"""Heights of the places' names over the axis, in points."""
BELOW = (-13.0, -24.0, -35.0)
"""Depths of the names of days under it."""
_Label = tuple[float, str, str]  # place on the axis, word, colour


def draw_journey(axes: Axes, journey: Journey, style: ChartStyle, *, titled: bool = True) -> Drawn:
    """Full dots for what happened, hollow ones for what is planned next, crosses for trouble; places above.

    The line is whole as far as the shipment has come, and dashed to the day it is expected.
    """
    with applied(style):
        if not journey.steps:
            return cannot_say(axes, style, tr("the carrier has told no event yet"), titled=titled)
        start(axes, style)
        steps = sorted(journey.steps, key=lambda step: step.at)
        happened = [step for step in steps if step.happened]
        fine = [step for step in happened if not step.is_trouble]
        trouble = [step for step in happened if step.is_trouble]
        ahead = [step for step in steps if not step.happened and (not happened or step.at > happened[-1].at)]
        if happened:
            axes.hlines(0, _at(happened[0].at), _at(happened[-1].at), colors=style.accent, linewidths=1.6, zorder=2)
            if journey.arrived_on is None and journey.expected_on is not None:
                end = _day(journey.expected_on)
                axes.plot([_at(happened[-1].at), end], [0, 0], color=style.accent, linewidth=1.2, linestyle=(0, (3, 2)))
        hits = [
            *_dots(axes, fine, style.size * 3, journey, c=style.accent, edgecolors=style.accent),
            *_dots(axes, ahead, style.size * 3, journey, c=style.surface, edgecolors=style.accent),
            *_dots(axes, trouble, style.size * 5, journey, c=style.bad, marker="X", zorder=4, linewidths=0),
        ]
        flags = _flags(journey, style)
        _frame(axes, [_at(step.at) for step in (*happened, *ahead)] + [at for at, _, _ in flags], journey.as_of)
        axes.vlines([at for at, _, _ in flags], -0.35, 0.35, colors=[colour for *_, colour in flags], linewidths=1.2)
        _put(axes, _places(happened or ahead, style), ABOVE, style)
        _put(axes, flags, BELOW, style)
        if not titled:
            side = 2 * style.caption
            figure_of(axes).set_layout_engine(FixedRoom(left=side, right=side, above=0, below=side))
        note = tr("{name} · as of {as_of}", name=journey.name, as_of=words.long_day(journey.as_of))
        return finish(axes, style, journey_finding(journey), note, hits, titled=titled)


def journey_finding(journey: Journey) -> str:
    """'Expected 15 Nov, 23 days before it is needed.'"""
    needed, expected, arrived = journey.needed_on, journey.expected_on, journey.arrived_on
    if arrived is not None:
        text = tr("Delivered {day}", day=words.day_text(arrived, journey.as_of))
        return text + (_against((arrived - needed).days) if needed else ".")
    if expected is None:
        if needed is None:
            return tr("The carrier gives no date.")
        return tr("The carrier gives no date; needed {day}.", day=words.day_text(needed, journey.as_of))
    text = tr("Expected {day}", day=words.day_text(expected, journey.as_of))
    if expected < journey.as_of:
        return text + tr(", {days} ago, and not delivered.", days=words.days((journey.as_of - expected).days))
    return text + (_against((expected - needed).days) if needed else ".")


def _against(late: int) -> str:
    if late == 0:
        return tr(", on the day it is needed.")
    if late > 0:
        return tr(", {days} after it is needed.", days=words.days(late))
    return tr(", {days} before it is needed.", days=words.days(-late))


def _at(moment: datetime) -> float:
    return moment.toordinal() + moment.hour / 24 + moment.minute / 1440


def _day(day: date) -> float:
    return day.toordinal() + 0.5


def _dots(axes: Axes, steps: Sequence[JourneyStep], size: float, journey: Journey, **look: Any) -> list[Hit]:
    if not steps:
        return []
    at = [_at(step.at) for step in steps]
    dots = axes.scatter(at, [0] * len(at), s=size, **{"zorder": 3, "linewidths": 1, **look})
    return [Hit(dots, _told(step), journey.line_ids, place) for place, step in enumerate(steps)]


def _told(step: JourneyStep) -> str:
    text = f"{words.long_day(step.at.date())}: {step.words}"
    return f"{text}, {step.place}" if step.place else text


def _places(steps: Sequence[JourneyStep], style: ChartStyle) -> list[_Label]:
    """Each place once for each time the shipment comes to it; what went wrong in its own words."""
    found, last = [], ""
    for step in steps:
        if step.is_trouble:
            found.append((_at(step.at), step.words, style.bad))
        elif step.place and step.place != last:
            found.append((_at(step.at), step.place.split(",")[0], style.text2))
        last = step.place or last
    return found


def _flags(journey: Journey, style: ChartStyle) -> list[_Label]:
    short = (
        journey.needed_on is not None and journey.expected_on is not None and journey.expected_on > journey.needed_on
    )
    days = [(journey.needed_on, tr("needed {day}"), style.warning)]
    if journey.arrived_on is None:
        days.append((journey.expected_on, tr("expected {day}"), style.bad if short else style.accent))
        days.append((journey.as_of, tr("today"), style.text3))
    return sorted(
        (_day(day), word.format(day=words.day_and_month(day)), colour) for day, word, colour in days if day is not None
    )


def _frame(axes: Axes, places: Sequence[float], as_of: date) -> None:
    low, high = min(places), max(places)
    room = max((high - low) * 0.03, 0.5)
    axes.set_xlim(low - room, high + room)
    axes.set_ylim(-1, 1)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    day_axis(axes, as_of)


def _put(axes: Axes, labels: Sequence[_Label], levels: Sequence[float], style: ChartStyle) -> None:
    """Words beside their places, trouble first, on the first level where they run into no other."""
    left, right = axes.get_xlim()
    wide = figure_of(axes).get_figwidth() * 72 - 4 * style.caption
    high = figure_of(axes).get_figheight() * 72 / 2 - 1.8 * style.caption
    taken: dict[float, list[tuple[float, float]]] = {level: [] for level in levels if abs(level) <= high}
    for at, word, colour in sorted(labels, key=lambda label: (label[2] != style.bad, label[0])):
        long = measure.points(word, style.families, style.caption, style.strong)
        from_left = (at - left) / (right - left) * wide
        begins = max(0.0, min(from_left - 3, wide - long))
        ends = begins + long + style.caption
        level = next((one for one, spans in taken.items() if all(ends <= a or begins >= b for a, b in spans)), None)
        if level is not None:  # else there is no room: hovering over the dot tells it
            taken[level].append((begins, ends))
            beside(axes, at, 0, word, style, dx=begins - from_left, dy=level, color=colour)
