"""One order line's story on one time axis: promises above, what happened below, the forecast as a fan."""

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from supplychain_app.domain.line_story import LineStory
from supplychain_app.reports import words
from supplychain_app.reports.figures.drawn import Drawn, Hit, beside, cannot_say, day_text, figure_of, finish, start
from supplychain_app.reports.style import ChartStyle, applied

ROWS = {"promise": 3.0, "communication": 2.0, "shipment": 1.0, "receipt": 0.0}
ROW_NAMES = {
    "promise": "Promises",
    "communication": "Mails and calls",
    "shipment": "On the way",
    "receipt": "Order, receipts",
}


def draw_line_timeline(axes: Axes, story: LineStory, style: ChartStyle, *, titled: bool = True) -> Drawn:
    """Promises as arrows from the day we were told to the day they name; events as dots; need and today as lines."""
    with applied(style):
        if story.issued_on is None and not story.promises and not story.moments:
            return cannot_say(axes, style, "nothing but the line itself is known", titled=titled)
        start(axes, style)
        hits: list[Hit] = []
        ids = (story.line_id,)
        row = ROWS["promise"]
        for place, promise in enumerate(story.promises):
            last = place == len(story.promises) - 1
            color = style.accent if last else style.context
            told, named = promise.known_on.toordinal(), promise.promised_on.toordinal()
            height = row + 0.28 - 0.56 * (place / max(1, len(story.promises) - 1)) if len(story.promises) > 1 else row
            axes.plot([told, named], [height, height], color=color, linewidth=1.1)
            dot = axes.scatter([named], [height], s=style.size * 3.4, color=color, zorder=3, linewidths=0)
            told_on = words.long_day(promise.known_on)
            label = f"promised {words.long_day(promise.promised_on)}, told {told_on} ({promise.source})"
            hits.append(Hit(dot, label, ids))
            if last or place == 0:
                beside(axes, named, height, words.day_text(promise.promised_on, story.as_of), style, dx=6)
        for moment in story.moments:
            height = ROWS.get(moment.kind, ROWS["receipt"])
            dot = axes.scatter(
                [moment.day.toordinal()], [height], s=style.size * 3, color=style.text2, zorder=3, linewidths=0
            )
            hits.append(Hit(dot, f"{words.long_day(moment.day)}: {moment.words}", ids))
        if story.issued_on is not None:
            dot = axes.scatter(
                [story.issued_on.toordinal()], [0], s=style.size * 3.4, color=style.text1, zorder=3, linewidths=0
            )
            hits.append(Hit(dot, f"order sent {words.long_day(story.issued_on)}", ids))
            beside(axes, story.issued_on.toordinal(), 0, "sent", style, dy=-9, ha="center", color=style.text2)
        if story.completed_on is not None:
            late = story.required_on is not None and story.completed_on > story.required_on
            color = style.bad if late else style.good
            dot = axes.scatter(
                [story.completed_on.toordinal()], [0], s=style.size * 5, color=color, zorder=4, linewidths=0
            )
            hits.append(Hit(dot, f"complete {words.long_day(story.completed_on)}", ids))
            beside(axes, story.completed_on.toordinal(), 0, "complete", style, dy=10, ha="center", color=color)
        _fan(axes, story, style)
        for name, day, color in (
            ("needed", story.required_on, style.warning),
            ("today", None if story.completed_on else story.as_of, style.text3),
        ):
            if day is not None:
                axes.axvline(day.toordinal(), color=color, linewidth=1, linestyle=(0, (3, 2)), zorder=1)
                top = 4.4 if name == "needed" else 3.95
                beside(axes, day.toordinal(), top, name, style, dx=3, color=color)
        axes.set_ylim(-0.6, 4.6)
        axes.set_yticks(list(ROWS.values()), [ROW_NAMES[name] for name in ROWS])
        axes.spines["left"].set_visible(False)
        ticks = max(2, min(5, int(figure_of(axes).get_figwidth() * 0.7)))  # fits the narrow panel too
        axes.xaxis.set_major_locator(MaxNLocator(ticks, integer=True))
        axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: day_text(value, story.as_of)))
        axes.margins(x=0.06)
        note = f"{story.supplier} · {story.material} · as of {words.long_day(story.as_of)}"
        return finish(axes, style, story_finding(story), note, hits, titled=titled)


def story_finding(story: LineStory) -> str:
    """'Promised 4 Dec, moved twice, 18 days later than first said.'"""
    name = f"Order {story.purchase_order}, line {story.line}"
    base = story.promises[0].promised_on if story.promises else story.required_on
    if story.completed_on is not None:
        against = "the first promise" if story.promises else "the date needed"
        return f"{name}: complete {words.long_day(story.completed_on)}" + (
            f", {words.late((story.completed_on - base).days)} against {against}." if base else "."
        )
    if not story.promises:
        return f"{name}: no date promised yet."
    moves = len({promise.promised_on for promise in story.promises}) - 1
    last = story.promises[-1].promised_on
    text = f"{name}: promised {words.day_text(last, story.as_of)}"
    if moves > 0 and base is not None:
        times = {1: "once", 2: "twice"}.get(moves, f"{moves} times")
        text += (
            f", moved {times}, {words.days((last - base).days)} later than first said"
            if last > base
            else f", moved {times}"
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
        beside(
            axes,
            half.toordinal(),
            0.25,
            f"half by {words.day_text(half, story.as_of)}",
            style,
            dy=7,
            color=style.accent,
        )
