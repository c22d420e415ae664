"""Lead times as dots or steps with the figures to plan with, and promised against actual."""

import math
from collections import defaultdict

from matplotlib.axes import Axes

from supplychain_app.analytics.lead_time_rows import LeadTimeRow
from supplychain_app.analytics.lead_times import LeadTimeDetail
from supplychain_app.language import tr
from supplychain_app.reports import words
from supplychain_app.reports.figures.drawn import (
    Drawn,
    Hit,
    beside,
    cannot_say,
    figure_of,
    finish,
    name_x,
    share_of_width,
    start,
    value_grid,
)
from supplychain_app.reports.style import ChartStyle, applied

MOST_DOTS = 160  # more lines than this are drawn as steps


def draw_lead_times(axes: Axes, detail: LeadTimeDetail, style: ChartStyle, *, titled: bool = True) -> Drawn:
    """The distribution of one group's lead times, with P50, P80, the planning figure and the ERP's."""
    with applied(style):
        if not detail.days:
            open_lines = detail.row.open
            why = (
                tr("none of the {lines} is complete yet", lines=words.plural(open_lines, "line"))
                if open_lines
                else tr("there are no lines")
            )
            return cannot_say(axes, style, why, titled=titled)
        start(axes, style)
        width = _bin_width(detail.days)
        bins: dict[int, list[int]] = defaultdict(list)
        for day, line_id in zip(detail.days, detail.day_line_ids, strict=True):
            bins[int(day // width)].append(line_id)
        hits = (_dots if len(detail.days) <= MOST_DOTS else _steps)(axes, bins, width, style)
        tallest = max(len(ids) for ids in bins.values())
        _marks(axes, detail.row, style, tallest)
        axes.yaxis.set_visible(False)
        axes.spines["left"].set_visible(False)
        name_x(axes, style, tr("days from order sent to complete"))
        return finish(axes, style, lead_time_finding(detail.row), _about(detail.row), hits, titled=titled)


def draw_promised_actual(axes: Axes, detail: LeadTimeDetail, style: ChartStyle, *, titled: bool = True) -> Drawn:
    """Each line as a dot: the lead time promised against the one it took; on the diagonal, the promise was kept."""
    with applied(style):
        pairs = [
            (promised, actual, line_id)
            for promised, actual, line_id in zip(detail.promised_days, detail.days, detail.day_line_ids, strict=True)
            if promised >= 0
        ]
        if not pairs:
            return cannot_say(axes, style, tr("no complete line has a promise"), titled=titled)
        start(axes, style)
        low, top = _range_of([day for promised, actual, _ in pairs for day in (promised, actual)])
        axes.plot([low, top], [low, top], color=style.strong_line, linewidth=1)
        late = [actual > promised for promised, actual, _ in pairs]
        dots = axes.scatter(
            [pair[0] for pair in pairs],
            [pair[1] for pair in pairs],
            s=style.size * 2.4,
            c=[style.accent if flag else style.context for flag in late],
            alpha=0.75 if len(pairs) > 60 else 1,
            linewidths=0,
        )
        hits = [
            Hit(
                dots,
                tr("promised {p}, took {a}: {late}", p=words.days(p), a=words.days(a), late=words.late(a - p)),
                (line_id,),
                index,
            )
            for index, (p, a, line_id) in enumerate(pairs)
        ]
        axes.set_xlim(low, top)
        axes.set_ylim(low, top)
        _name_diagonal(axes, pairs, low, top, style)
        value_grid(axes, "y")
        name_x(axes, style, tr("days promised"))
        axes.set_ylabel(tr("days it took"), loc="top")
        title = _promised_finding(sum(late), len(pairs), detail.row.bias_days)
        note = tr(
            "Lead time promised first against actual · {name} · {lines}",
            name=_name(detail.row),
            lines=words.plural(len(pairs), "line"),
        )
        return finish(axes, style, title, note, hits, titled=titled)


def _range_of(days: list[int]) -> tuple[float, float]:
    """The days to show: from nothing, unless that would leave most of the drawing empty."""
    least, most = min(days), max(days)
    margin = max(2.0, (most - least) * 0.08)
    return (0.0 if least < most * 0.4 else max(0.0, least - margin)), most + margin


def _name_diagonal(axes: Axes, pairs: list[tuple[int, int, int]], low: float, top: float, style: ChartStyle) -> None:
    """'as promised' below the diagonal, at the end where fewer lines stand."""
    middle = (low + top) / 2
    upper = sum(promised > middle and actual <= promised for promised, actual, _ in pairs)
    lower = sum(promised <= middle and actual <= promised for promised, actual, _ in pairs)
    if upper <= lower:
        beside(axes, top, top, tr("as promised"), style, dx=-4, dy=-40, ha="right", color=style.text2)
    else:
        beside(axes, low, low, tr("as promised"), style, dx=style.caption * 1.6, dy=5, color=style.text2)


def _promised_finding(late: int, n: int, bias: float | None) -> str:
    """'12 of 15 took longer than promised; the middle one came 6 days late.'"""
    if n == 1:
        return (
            tr("The only line took longer than promised.") if late else tr("The only line came as promised or sooner.")
        )
    text = (
        tr("None")
        if not late
        else tr("All")
        if late == n
        else words.percent(late / n)
        if n > 20
        else words.number(late)
    )
    text += tr(" of {n} took longer than promised", n=words.number(n))
    if bias is None:
        return text + "."
    return tr("{words}; the middle one came {bias}.", words=text, bias=words.late(bias))


def lead_time_finding(row: LeadTimeRow) -> str:
    """'Plan 47 days: half arrive within 34, 80 % within 47; the ERP says 30.'"""
    if row.p50 is None:
        return tr("Fewer than half of the lines are complete, so the usual lead time is not known yet.")
    level = words.percent(row.service_level)
    text = tr("Half arrive within {p50}", p50=words.days(row.p50))
    if row.planning_days is not None:
        text = tr(
            "Plan {planning_days} to be safe {level} of the time",
            planning_days=words.days(row.planning_days),
            level=level,
        )
        text += tr("; half arrive within {p50}", p50=words.number(row.p50))
    if row.erp_days is not None:
        judged = {"hopeful": tr(", which is hopeful"), "padded": tr(", which is padded"), "fair": tr(", which is fair")}
        text += tr(
            ". The ERP says {erp_days}{judged}", erp_days=words.number(row.erp_days), judged=judged.get(row.verdict, "")
        )
    return text + "."


def _dots(axes: Axes, bins: dict[int, list[int]], width: int, style: ChartStyle) -> list[Hit]:
    across = [((place + 0.5) * width, level + 0.5, ids) for place, ids in bins.items() for level in range(len(ids))]
    tallest = max(len(ids) for ids in bins.values())
    size = max(6.0, min(34.0, 420 / max(tallest, 8)))
    dots = axes.scatter([x for x, _, _ in across], [y for _, y, _ in across], s=size, color=style.accent, linewidths=0)
    return [Hit(dots, _range(x, width, 1), (ids[int(y)],), index) for index, (x, y, ids) in enumerate(across)]


def _steps(axes: Axes, bins: dict[int, list[int]], width: int, style: ChartStyle) -> list[Hit]:
    hits = []
    for place, ids in sorted(bins.items()):
        (bar,) = axes.bar(place * width, len(ids), width=width * 0.92, align="edge", color=style.accent)
        hits.append(Hit(bar, _range((place + 0.5) * width, width, len(ids)), tuple(ids)))
    return hits


def _marks(axes: Axes, row: LeadTimeRow, style: ChartStyle, tallest: int) -> None:
    """Lines at the named figures; their labels step down so that close ones do not overlap."""
    plan = row.planning_days
    named = [
        (row.p50, tr("half"), style.text2, "-"),
        (row.erp_days, "ERP", style.bad if row.verdict == "hopeful" else style.text2, (0, (3, 2))),
    ]
    if plan is not None:
        named.append((plan, tr("plan"), style.accent, "-"))
    if plan is None or row.p80 is None or abs(plan - row.p80) >= 1:  # else it stands where the plan stands
        named.append((row.p80, tr("80 % so far") if row.open else tr("80 %"), style.text1, "-"))
    placed = sorted(
        ((value, name, color, dash) for value, name, color, dash in named if value is not None), key=lambda m: m[0]
    )
    if not placed:  # nothing was reached yet
        return
    labels = [f"{name} {words.number(value)}" for value, name, _, _ in placed]
    shares = [share_of_width(axes, label, style) for label in labels]
    # A label ends inside the drawing.
    last = max(axes.get_xlim()[1], *(mark[0] / (1 - share) for mark, share in zip(placed, shares, strict=True)))
    axes.set_xlim(0, last)
    levels = _levels([mark[0] for mark in placed], [share * last for share in shares])
    # A step is one line of text: what share of the height that is depends on how high the figure is.
    step = min(0.6 / (max(levels) + 1), style.caption * 1.5 / (figure_of(axes).get_figheight() * 72 * 0.58))
    top = (max(tallest, 4) + 0.6) / (1 - step * (max(levels) + 1))
    axes.set_ylim(0, top)
    for (value, _, color, dash), label, level in zip(placed, labels, levels, strict=True):
        height = top * (1 - step * (max(levels) - level + 0.5))
        axes.plot([value, value], [0, height], color=color, linewidth=1.1, linestyle=dash, zorder=3)
        beside(axes, value, height, label, style, dx=3, color=color, fontweight=style.strong)


def _levels(values: list[float], widths: list[float]) -> list[int]:
    """How many lines up each label stands: above all those to its right that it would touch."""
    levels = [0] * len(values)
    for place in reversed(range(len(values))):
        touched = [n for n in range(place + 1, len(values)) if values[n] <= values[place] + widths[place]]
        levels[place] = 1 + max((levels[n] for n in touched), default=-1)
    return levels


def _bin_width(days: tuple[int, ...]) -> int:
    """Days per bin: about thirty bins over the middle of the range."""
    ordered = sorted(days)
    span = ordered[min(len(ordered) - 1, int(len(ordered) * 0.98))] - ordered[0]
    return max(1, math.ceil(span / 36))


def _range(middle: float, width: int, n: int) -> str:
    first = int(middle - width / 2)
    span = f"{first}" if width == 1 else f"{first}–{first + width - 1}"
    return tr("{span} days: {lines}", span=span, lines=words.plural(n, "line"))


def _name(row: LeadTimeRow) -> str:
    return ", ".join(value for value in row.keys.values() if value) or tr("all lines")


def _about(row: LeadTimeRow) -> str:
    still = tr(", {open} still open and counted", open=row.open) if row.open else ""
    borrowed = (
        tr(" · {borrowed_share} borrowed from similar lines", borrowed_share=words.percent(row.borrowed_share))
        if row.borrowed_share >= 0.05
        else ""
    )
    return tr(
        "Lead time, order sent to complete · {name} · {lines} complete{still}{borrowed}",
        name=_name(row),
        lines=words.plural(row.n, "line"),
        still=still,
        borrowed=borrowed,
    )
