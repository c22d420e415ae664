"""One order line's story on one time axis: promises above, what happened below, the forecast as a fan."""

from datetime import date
from typing import Any

from matplotlib.axes import Axes

from supplychain_app.domain.line_story import LineStory
from supplychain_app.language import tr
from supplychain_app.reports.figures.drawn import Drawn, Hit, beside, cannot_say, day_axis, finish, start
from supplychain_app.reports.line_timeline import (
    FAN,
    FAN_SHADE,
    HEIGHTS,
    ROW_NAMES,
    ROWS,
    LineTimeline,
    story_finding,
    story_note,
    timeline_of,
)
from supplychain_app.reports.style import ChartStyle, applied


def draw_line_timeline(axes: Axes, story: LineStory, style: ChartStyle) -> Drawn:
    """Promises as arrows from the day we were told to the day they name; events as dots; need and today as lines."""
    with applied(style):
        line = timeline_of(story)
        if line is None:
            return cannot_say(axes, style, tr("nothing but the line itself is known"))
        start(axes, style)
        marks = line.marks
        dots = axes.scatter(
            [mark.day.toordinal() for mark in marks],
            [mark.height for mark in marks],
            s=[style.size * mark.size for mark in marks],
            c=[getattr(style, mark.colour) for mark in marks],
            zorder=3,
            linewidths=0,
        )
        _promise_lines(axes, line, style)
        days, colours = [flag.day.toordinal() for flag in line.flags], [getattr(style, f.colour) for f in line.flags]
        axes.vlines(days, *HEIGHTS, colors=colours, linewidths=1, linestyles=(0, (3, 2)), zorder=1)
        _frame(axes, story)
        _fan(axes, line, style)
        for mark in marks:
            if mark.word:
                colour, away = getattr(style, mark.word_colour), -4 if mark.down else 6
                _word(axes, mark.day, mark.height, mark.word, style, away=away, dy=mark.down, color=colour)
        for flag in line.flags:
            _word(axes, flag.day, flag.height, flag.name, style, away=3, color=getattr(style, flag.colour))
        hits = [Hit(dots, mark.label, (story.line_id,), place) for place, mark in enumerate(marks)]
        return finish(axes, style, story_finding(story), story_note(story), hits)


def _promise_lines(axes: Axes, line: LineTimeline, style: ChartStyle) -> None:
    """From the day we were told to the day that was named."""
    own = line.marks[: len(line.told)]
    told, named = [day.toordinal() for day in line.told], [mark.day.toordinal() for mark in own]
    colours = [getattr(style, mark.colour) for mark in own]
    axes.hlines([mark.height for mark in own], told, named, colors=colours, linewidths=1.1)


def _word(axes: Axes, day: date, height: float, word: str, style: ChartStyle, *, away: float, **more: Any) -> None:
    """A word to the right of a day, so many points away; to its left where it would be cut off."""
    left, right = axes.get_xlim()
    near = day.toordinal() > right - (right - left) * 0.25
    side = {"dx": -away, "ha": "right"} if near else {"dx": away, "ha": "left"}
    ground = {"boxstyle": "square,pad=0.1", "facecolor": style.surface, "edgecolor": "none", "alpha": 0.85}
    beside(axes, day.toordinal(), height, word, style, **{"bbox": ground, **side, **more})


def _frame(axes: Axes, story: LineStory) -> None:
    axes.set_ylim(*HEIGHTS)
    axes.set_yticks(list(ROWS.values()), [ROW_NAMES[name] for name in ROWS])
    axes.spines["left"].set_visible(False)
    day_axis(axes, story.as_of)
    axes.margins(x=0.06)


def _fan(axes: Axes, line: LineTimeline, style: ChartStyle) -> None:
    for low, high in line.fan:
        days = low.toordinal(), high.toordinal()
        axes.fill_betweenx([-FAN, FAN], *days, color=style.accent, alpha=FAN_SHADE, linewidth=0)
    if line.half is not None:
        axes.plot([line.half.toordinal()] * 2, [-FAN, FAN], color=style.accent, linewidth=1.5)
        _word(axes, line.half, 0, line.half_word, style, away=3, dy=-9, color=style.accent)
