"""Process behaviour charts: what is routine, what is a signal, and whether an agreed action changed anything."""

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from supplychain_app.analytics.behaviour_chart import RUN, BehaviourChart, Segment, Signal
from supplychain_app.language import noun_for, tr
from supplychain_app.reports import words
from supplychain_app.reports.figures.drawn import (
    Drawn,
    Hit,
    beside,
    cannot_say,
    finish,
    share_of_width,
    start,
    value_grid,
)
from supplychain_app.reports.style import ChartStyle, applied

COUNTED = {
    "on_time": tr("Every line due in the month, late ones still open among them"),
    "lateness": tr("Finished lines only, in the month they came; early is 0"),
    "lead_time": tr("Finished lines only, in the month they came"),
    "reply_time": tr("Our answered questions, in the month we asked; working hours"),
}


def draw_behaviour(
    axes: Axes, chart: BehaviourChart, style: ChartStyle, *, about: str = "", titled: bool = True
) -> Drawn:
    """Points in time with their natural limits; only what lies outside, or eight on one side, is a signal."""
    with applied(style):
        if not chart.values:
            return cannot_say(axes, style, _why_nothing(chart), titled=titled)
        start(axes, style)
        share = chart.unit == "share"
        spots = range(len(chart.values))
        for place, segment in enumerate(chart.segments):
            _limits(axes, segment, style, share, last=segment is chart.segments[-1], points=len(chart.values))
            _action(axes, segment, style, level=place % 2, points=len(chart.values))
        axes.plot(spots, chart.values, color=style.text2, linewidth=1.1, zorder=3)
        marked = {signal.index: signal for signal in chart.signals}
        colors = [_color(chart, marked.get(place), style) for place in spots]
        dots = axes.scatter(
            spots,
            chart.values,
            s=[style.size * (4.6 if place in marked else 3.0) for place in spots],
            color=colors,
            edgecolors=style.surface,
            linewidths=0.8,
            zorder=4,
        )
        hits = [
            Hit(dots, _hover(chart, place), chart.line_ids[place] if place < len(chart.line_ids) else (), place)
            for place in spots
        ]
        _explain_signals(axes, chart, style)
        _months(axes, chart, style)
        _leave_room(axes, chart, style)
        _scale(axes, chart, share)
        value_grid(axes, "y")
        return finish(axes, style, behaviour_finding(chart), _about(chart, about), hits, titled=titled)


def _why_nothing(chart: BehaviourChart) -> str:
    if chart.measure == "reply_time":
        return tr("none of our questions was answered in these months")
    if chart.measure == "on_time":
        return tr("no line was due in these months")
    return tr("no line came in these months")


def behaviour_finding(chart: BehaviourChart) -> str:
    """What the chart says in one sentence; without a signal, that nothing has changed."""
    name = words.MEASURES.get(chart.measure, chart.measure)
    if not chart.segments or chart.verdict == "too few":
        return tr("{name}: too few months to tell routine from change ({values}).", name=name, values=len(chart.values))
    now = chart.segments[-1]
    level = _value(now.centre, chart)
    since = now.last - now.first + 1
    if len(chart.segments) > 1 and since < RUN:
        return tr(
            "{name}: too early to say what “{what}” changed; {months} so far at {level}, before it {before}.",
            name=name,
            what=words.shortened(now.action or tr("the action agreed"), 48),
            months=words.plural(since, "month"),
            level=level,
            before=_value(chart.segments[-2].centre, chart),
        )
    if len(chart.segments) > 1 and chart.verdict in ("better", "worse"):
        before = _value(chart.segments[-2].centre, chart)
        what = now.action or tr("the action agreed")
        if before == level:
            return tr(
                "{name} shows no clear change after “{what}”: {level} on average.",
                name=name,
                what=words.shortened(what, 48),
                level=level,
            )
        return tr(
            "{name} got {verdict} after “{what}”: from {before} to {level} on average.",
            name=name,
            verdict=_verdict(chart),
            what=words.shortened(what, 48),
            before=before,
            level=level,
        )
    if chart.verdict in ("better", "worse"):
        run = any(signal.kind == "run" and signal.index >= now.first for signal in chart.signals)
        why = (
            tr("eight in a row on one side of {level}", level=level)
            if run
            else tr("outside what {level} on average makes likely", level=level)
        )
        return tr("{name} got {verdict}: {why}.", name=name, verdict=_verdict(chart), why=why)
    return tr("{name} shows no clear change: it varies around {level}.", name=name, level=level)


def _verdict(chart: BehaviourChart) -> str:
    return tr("better") if chart.verdict == "better" else tr("worse")


def _limits(axes: Axes, segment: Segment, style: ChartStyle, share: bool, *, last: bool, points: int) -> None:
    left, right = segment.first - 0.45, segment.last + 0.45
    axes.plot([left, right], [segment.centre] * 2, color=style.accent, linewidth=1.1, zorder=2)
    if segment.lower is not None and segment.upper is not None:
        low = max(0.0, segment.lower) if share else segment.lower
        high = min(1.0, segment.upper) if share else segment.upper
        axes.fill_between([left, right], low, high, color=style.soft, alpha=0.55, linewidth=0, zorder=1)
        for limit in (low, high):
            axes.plot([left, right], [limit] * 2, color=style.accent, linewidth=0.7, linestyle=(0, (4, 3)), zorder=2)
    if last:
        beside(axes, points - 0.55, segment.centre, _average(segment, share), style, dx=4, color=style.accent)


def _average(segment: Segment, share: bool) -> str:
    value = segment.centre
    return tr("average {value}", value=words.percent(value) if share else words.number(value, 0 if value >= 10 else 1))


def _leave_room(axes: Axes, chart: BehaviourChart, style: ChartStyle) -> None:
    """Let the months end where the average's label still fits."""
    if chart.segments:
        left, right = axes.get_xlim()
        label = share_of_width(axes, _average(chart.segments[-1], chart.unit == "share"), style)
        axes.set_xlim(left, right + (right - left) * label / (1 - label))


def _action(axes: Axes, segment: Segment, style: ChartStyle, *, level: int, points: int) -> None:
    """What was agreed where these limits start; neighbours stand on two levels, the last ones to the left."""
    if not segment.action or segment.first <= 0:
        return
    spot = segment.first - 0.5
    axes.axvline(spot, color=style.text2, linewidth=0.8, linestyle=(0, (1, 2)))
    leftwards = spot > points / 2
    axes.annotate(
        words.shortened(segment.action, 40),
        (spot, 1),
        xycoords=("data", "axes fraction"),
        xytext=(-3 if leftwards else 3, 1 + level * style.caption * 1.4),
        textcoords="offset points",
        ha="right" if leftwards else "left",
        va="bottom",
        fontsize=style.caption,
        color=style.text2,
        parse_math=False,
    )


def _color(chart: BehaviourChart, signal: Signal | None, style: ChartStyle) -> str:
    if signal is None:
        return style.text2
    rising_is_good = chart.measure == "on_time"
    return style.good if (signal.direction == "up") == rising_is_good else style.bad


def _explain_signals(axes: Axes, chart: BehaviourChart, style: ChartStyle) -> None:
    """A word beside each point outside the limits, and beside the last of a run."""
    runs = [signal for signal in chart.signals if signal.kind == "run"]
    spoken = [signal for signal in chart.signals if signal.kind == "outside"] + runs[-1:]
    for signal in sorted(spoken, key=lambda s: s.index)[-4:]:
        up = signal.direction == "up"
        if signal.kind == "run":
            run = chart.values[max(0, signal.index - 7) : signal.index + 1]
            at = (signal.index - (len(run) - 1) / 2, max(run) if up else min(run))
            color = _color(chart, signal, style)
            beside(axes, *at, tr("eight on one side"), style, dy=_away(chart, at[1], up=up), ha="center", color=color)
            continue
        text = tr("outside")
        near_end = signal.index > len(chart.values) * 0.75
        beside(
            axes,
            signal.index,
            chart.values[signal.index],
            text,
            style,
            dx=-5 if near_end else 5,
            dy=_away(chart, chart.values[signal.index], up=up),
            ha="right" if near_end else "left",
            color=_color(chart, signal, style),
        )


def _away(chart: BehaviourChart, value: float, *, up: bool) -> float:
    """Points from a mark to its word: outwards, but never over the edge of the chart."""
    if chart.unit == "share" and value < 0.08:
        return 10
    if chart.unit == "share" and value > 0.94:
        return -10
    return 9 if up else -10


def _months(axes: Axes, chart: BehaviourChart, style: ChartStyle) -> None:
    count = len(chart.labels)
    step = max(1, -(-count // 12))
    spots = list(range(count))[::step]
    texts = []
    for position, place in enumerate(spots):
        label = chart.labels[place]
        text = words.month(label, with_year=False)
        new_year = position == 0 or label[:4] != chart.labels[spots[position - 1]][:4]
        texts.append(f"{text}\n{label[:4]}" if new_year and label[:4].isdigit() else text)
    axes.set_xticks(spots, texts)
    axes.set_xlim(-0.6, max(count - 0.4, 1))


def _scale(axes: Axes, chart: BehaviourChart, share: bool) -> None:
    if share:
        axes.set_ylim(-0.03, 1.06)
        axes.set_yticks([0, 0.25, 0.5, 0.75, 1])
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: words.percent(value)))
        return
    low = min([*chart.values, *(s.lower for s in chart.segments if s.lower is not None), 0])
    high = max([*chart.values, *(s.upper for s in chart.segments if s.upper is not None), 1])
    axes.set_ylim(low - (high - low) * 0.06, high + (high - low) * 0.10)
    axes.set_ylabel(tr("working hours") if chart.unit == "hours" else noun_for(2, "day"), loc="top")


def _value(value: float, chart: BehaviourChart) -> str:
    if chart.unit == "share":
        return words.percent(value)
    return words.hours(value) if chart.unit == "hours" else words.days(value)


def _hover(chart: BehaviourChart, place: int) -> str:
    n = chart.counts[place] if place < len(chart.counts) else 1
    month = words.month(chart.labels[place], with_year=True)
    return f"{month}: {_value(chart.values[place], chart)}, {_counted(chart, n)}"


def _counted(chart: BehaviourChart, n: int) -> str:
    return words.plural(n, "answer") if chart.measure == "reply_time" else words.plural(n, "line")


def _about(chart: BehaviourChart, about: str) -> str:
    span = words.month(chart.labels[0], with_year=True)
    if len(chart.labels) > 1:
        span += tr(" to {month}", month=words.month(chart.labels[-1], with_year=True))
    limits = (
        tr("natural limits shaded")
        if any(s.upper is not None for s in chart.segments)
        else tr("too few points for limits")
    )
    what = about or COUNTED.get(chart.measure, "")
    return " · ".join(part for part in (what, span, _counted(chart, sum(chart.counts)), limits) if part)
