"""One order line's story on one time axis: promises above, what happened below, the forecast as a fan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from supplychain_app.domain.line_story import LineStory
from supplychain_app.language import tr
from supplychain_app.reports import words
from supplychain_app.reports.figures.drawn import (
    Drawn,
    FixedRoom,
    Hit,
    beside,
    cannot_say,
    day_text,
    figure_of,
    finish,
    start,
)
from supplychain_app.reports.style import ChartStyle, applied

ROWS = {"promise": 3.0, "communication": 2.0, "shipment": 1.0, "receipt": 0.0}
HEIGHTS = (-0.9, 4.6)
ROW_NAMES = {
    "promise": tr("Promises"),
    "communication": tr("Mails and calls"),
    "shipment": tr("On the way"),
    "receipt": tr("Order, receipts"),
}


@dataclass(frozen=True, slots=True)
class _Mark:
    """A dot on the axis: what hovering says, and a word that stands beside it."""

    day: date
    height: float
    colour: str
    label: str
    size: float = 3.0  # in sizes of the type
    word: str = ""
    down: float = 0.0  # of the word, in points; 0 is right of the dot
    word_colour: str | None = None


def draw_line_timeline(axes: Axes, story: LineStory, style: ChartStyle, *, titled: bool = True) -> Drawn:
    """Promises as arrows from the day we were told to the day they name; events as dots; need and today as lines.

    All dots are one collection: each artist of its own costs a millisecond, and arrow keys draw line after line.
    """
    with applied(style):
        if story.issued_on is None and not story.promises and not story.moments:
            return cannot_say(axes, style, tr("nothing but the line itself is known"), titled=titled)
        start(axes, style)
        marks = [*_promise_marks(story, style), *_moment_marks(story, style), *_order_marks(story, style)]
        dots = axes.scatter(
            [mark.day.toordinal() for mark in marks],
            [mark.height for mark in marks],
            s=[style.size * mark.size for mark in marks],
            c=[mark.colour for mark in marks],
            zorder=3,
            linewidths=0,
        )
        _promise_lines(axes, story, marks)
        flags = _flags(story, style)
        lines, colours = [day.toordinal() for _, day, _, _ in flags], [colour for *_, colour in flags]
        axes.vlines(lines, *HEIGHTS, colors=colours, linewidths=1, linestyles=(0, (3, 2)), zorder=1)
        _frame(axes, story)
        _fan(axes, story, style)
        for mark in marks:
            if mark.word:
                colour, away = mark.word_colour or style.text1, -4 if mark.down else 6
                _word(axes, mark.day, mark.height, mark.word, style, away=away, dy=mark.down, color=colour)
        for name, day, height, colour in flags:
            _word(axes, day, height, name, style, away=3, color=colour)
        if not titled:
            left = max(len(name) for name in ROW_NAMES.values()) * 0.58 * style.caption + 8
            room = FixedRoom(left=left, right=1.8 * style.caption, above=4, below=3 * style.caption)
            figure_of(axes).set_layout_engine(room)
        note = tr(
            "{supplier} · {material} · as of {as_of}",
            supplier=story.supplier,
            material=story.material,
            as_of=words.long_day(story.as_of),
        )
        hits = [Hit(dots, mark.label, (story.line_id,), place) for place, mark in enumerate(marks)]
        return finish(axes, style, story_finding(story), note, hits, titled=titled)


def _promise_marks(story: LineStory, style: ChartStyle) -> Iterator[_Mark]:
    last = len(story.promises) - 1
    for place, promise in enumerate(story.promises):
        height = ROWS["promise"] + (0.28 - 0.56 * place / last if last else 0)
        told = words.long_day(promise.known_on)
        label = f"promised {words.long_day(promise.promised_on)}, told {told} ({promise.source})"
        word = words.day_text(promise.promised_on, story.as_of) if place in (0, last) else ""
        yield _Mark(promise.promised_on, height, style.accent if place == last else style.context, label, 3.4, word)


def _promise_lines(axes: Axes, story: LineStory, marks: Sequence[_Mark]) -> None:
    """From the day we were told to the day that was named; the promises are the first marks."""
    own = marks[: len(story.promises)]
    told = [promise.known_on.toordinal() for promise in story.promises]
    named = [mark.day.toordinal() for mark in own]
    axes.hlines([mark.height for mark in own], told, named, colors=[mark.colour for mark in own], linewidths=1.1)


def _moment_marks(story: LineStory, style: ChartStyle) -> Iterator[_Mark]:
    for moment in story.moments:
        height = ROWS.get(moment.kind, ROWS["receipt"])
        yield _Mark(moment.day, height, style.text2, f"{words.long_day(moment.day)}: {moment.words}")


def _order_marks(story: LineStory, style: ChartStyle) -> Iterator[_Mark]:
    """The two ends of the line: sent and complete."""
    if story.issued_on is not None:
        label = tr("order sent {issued_on}", issued_on=words.long_day(story.issued_on))
        yield _Mark(story.issued_on, 0, style.text1, label, 3.4, tr("sent"), -9, style.text2)
    if story.completed_on is not None:
        late = story.required_on is not None and story.completed_on > story.required_on
        colour = style.bad if late else style.good
        label = tr("complete {completed_on}", completed_on=words.long_day(story.completed_on))
        yield _Mark(story.completed_on, 0, colour, label, 5, "complete", 10, colour)


def _word(axes: Axes, day: date, height: float, word: str, style: ChartStyle, *, away: float, **more: Any) -> None:
    """A word to the right of a day, so many points away; to its left where it would be cut off."""
    left, right = axes.get_xlim()
    near = day.toordinal() > right - (right - left) * 0.25
    side = {"dx": -away, "ha": "right"} if near else {"dx": away, "ha": "left"}
    ground = {"boxstyle": "square,pad=0.1", "facecolor": style.surface, "edgecolor": "none", "alpha": 0.85}
    beside(axes, day.toordinal(), height, word, style, **{"bbox": ground, **side, **more})


def _flags(story: LineStory, style: ChartStyle) -> list[tuple[str, date, float, str]]:
    """The vertical lines: name, day, the height of the name, colour."""
    found = [(tr("needed"), story.required_on, 4.4, style.warning)]
    if story.completed_on is None:
        found.append((tr("today"), story.as_of, 3.95, style.text3))
    return [(name, day, height, colour) for name, day, height, colour in found if day is not None]


def _frame(axes: Axes, story: LineStory) -> None:
    axes.set_ylim(*HEIGHTS)
    axes.set_yticks(list(ROWS.values()), [ROW_NAMES[name] for name in ROWS])
    axes.spines["left"].set_visible(False)
    ticks = max(1, min(5, int(figure_of(axes).get_figwidth() * 0.7)))  # fits the narrow panel too
    axes.xaxis.set_major_locator(MaxNLocator(ticks, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: day_text(value, story.as_of)))
    axes.margins(x=0.06)


def story_finding(story: LineStory) -> str:
    """'Promised 4 Dec, moved twice, 18 days later than first said.'"""
    name = tr("Order {purchase_order}, line {line}", purchase_order=story.purchase_order, line=story.line)
    base = story.promises[0].promised_on if story.promises else story.required_on
    if story.completed_on is not None:
        against = tr("the first promise") if story.promises else tr("the date needed")
        return tr("{name}: complete {completed_on}", name=name, completed_on=words.long_day(story.completed_on)) + (
            tr(", {days} against {against}.", days=words.late((story.completed_on - base).days), against=against)
            if base
            else "."
        )
    if not story.promises:
        return tr("{name}: no date promised yet.", name=name)
    moves = len({promise.promised_on for promise in story.promises}) - 1
    last = story.promises[-1].promised_on
    text = tr("{name}: promised {last}", name=name, last=words.day_text(last, story.as_of))
    if moves > 0 and base is not None:
        times = {1: tr("once"), 2: tr("twice")}.get(moves, f"{moves} times")
        text += (
            tr(", moved {times}, {days} later than first said", times=times, days=words.days((last - base).days))
            if last > base
            else tr(", moved {times}", times=times)
        )
    return text + "."


def _fan(axes: Axes, story: LineStory, style: ChartStyle) -> None:
    if story.completed_on is not None or not story.forecast:
        return
    levels = sorted(story.forecast)
    for low, high in zip(levels, reversed(levels), strict=True):
        if low < high:
            left, right = story.forecast[low].toordinal(), story.forecast[high].toordinal()
            axes.fill_betweenx([-0.25, 0.25], left, right, color=style.accent, alpha=0.14, linewidth=0)
    half = story.forecast.get(0.5)
    if half is not None:
        axes.plot([half.toordinal()] * 2, [-0.25, 0.25], color=style.accent, linewidth=1.5)
        word = tr("half by {half}", half=words.day_text(half, story.as_of))
        _word(axes, half, 0, word, style, away=3, dy=-9, color=style.accent)
