"""Where the days go: by stage as a waterfall, by supplier, lane or carrier as bars, and what drives the variation."""

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from supplychain_app.analytics.weak_links import WeakLink, WeakLinks, WhatIf
from supplychain_app.language import tr
from supplychain_app.reports import words
from supplychain_app.reports.figures.drawn import Drawn, Hit, beside, cannot_say, finish, name_x, start, value_grid
from supplychain_app.reports.style import ChartStyle, applied
from supplychain_app.reports.weak_link_words import (
    about,
    days_lost_finding,
    link_name,
    pareto_finding,
    variation_finding,
    varying,
    vital_few,
    why_nothing,
)


def draw_days_lost(axes: Axes, links: WeakLinks, style: ChartStyle, *, titled: bool = True) -> Drawn:
    """Stages in their order as a horizontal waterfall of lost days, in the colour of the party that arranged them."""
    with applied(style):
        lost = [link for link in links.links if link.days_lost > 0]
        if not lost:
            return cannot_say(axes, style, why_nothing(links), titled=titled)
        start(axes, style)
        if links.by == "stage":
            lost.sort(key=lambda link: int(link.name[1:]) if link.name[1:].isdigit() else 99)
        bars: list[tuple[str, float, str, WeakLink | None]] = [
            (
                link_name(link, links.by),
                link.days_lost,
                link_color(link, links.by, style, style.party(link.party)),
                link,
            )
            for link in lost
        ]
        if links.unexplained_days > 0:
            bars.append((tr("Not explained"), links.unexplained_days, style.unknown, None))
        hits, reached, whole = [], 0.0, sum(bar[1] for bar in bars)
        for place, (name, days, color, link) in enumerate(bars):
            (bar,) = axes.barh(place, days, left=reached, height=0.62, color=color)
            if place:
                axes.plot([reached, reached], [place - 0.69, place - 0.31], color=style.strong_line, linewidth=0.8)
            # Shares as in the table: of the days that some link explains.
            text = words.number(days) + (f"  {words.percent(link.days_lost_share)}" if link else "")
            _beside_bar(axes, (reached, reached + days), place, text, style, end=whole)
            ids = link.line_ids if link else ()
            hits.append(
                Hit(
                    bar,
                    tr("{name}: {days} lost", name=name, days=words.days(days))
                    + (f", {words.plural(link.late, 'line')}" if link else ""),
                    ids,
                )
            )
            reached += days
        put_names(axes, [bar[0] for bar in bars], style)
        axes.set_xlim(0, whole * 1.02)
        name_x(axes, style, tr("days lost, added up over the lines"))
        if links.by == "stage":
            _party_key(axes, [link.party for link in lost], style)
        note = about(tr("Days lost against plan"), links)
        return finish(axes, style, days_lost_finding(links), note, hits, titled=titled)


def draw_pareto(axes: Axes, links: WeakLinks, style: ChartStyle, *, most: int = 12, titled: bool = True) -> Drawn:
    """The links sorted by the days they cost; the rest in one grey bar."""
    with applied(style):
        lost = sorted((link for link in links.links if link.days_lost > 0), key=lambda link: -link.days_lost)
        if not lost:
            return cannot_say(axes, style, why_nothing(links), titled=titled)
        start(axes, style)
        shown, rest = lost[:most], lost[most:]
        whole = sum(link.days_lost for link in lost)
        few = vital_few(lost)
        hits = []
        for place, link in enumerate(shown):
            color = link_color(link, links.by, style, style.accent if place < few else style.context)
            (bar,) = axes.barh(place, link.days_lost, height=0.62, color=color)
            text = f"{words.number(link.days_lost)}  {words.percent(link.days_lost / whole)}"
            beside(axes, link.days_lost, place, text, style, dx=5)
            late = tr("{late} of {lines} late", late=link.late, lines=words.plural(link.n, "line"))
            label = tr(
                "{link_name}: {days_lost} lost, {late}",
                link_name=link_name(link, links.by),
                days_lost=words.days(link.days_lost),
                late=late,
            )
            hits.append(Hit(bar, label, link.line_ids))
        names = [words.shortened(link_name(link, links.by), 34) for link in shown]
        if rest:
            days = sum(link.days_lost for link in rest)
            (bar,) = axes.barh(len(shown), days, height=0.62, color=style.context, alpha=0.55)
            beside(axes, days, len(shown), f"{words.number(days)}  {words.percent(days / whole)}", style, dx=5)
            names.append(tr("{rest} others", rest=len(rest)))
            ids = tuple(line_id for link in rest for line_id in link.line_ids)
            hits.append(Hit(bar, tr("{rest} others: {days} lost", rest=len(rest), days=words.days(days)), ids))
        put_names(axes, names, style)
        largest = max([shown[0].days_lost, sum(link.days_lost for link in rest)])
        axes.set_xlim(0, largest * 1.28)
        name_x(axes, style, tr("days lost, added up over the lines"))
        return finish(axes, style, pareto_finding(links), about(tr("Days lost"), links), hits, titled=titled)


def draw_variation(axes: Axes, links: WeakLinks, style: ChartStyle, *, most: int = 12, titled: bool = True) -> Drawn:
    """Each link's share of what makes arrival hard to predict, with its interval; below zero it absorbs."""
    with applied(style):
        known = varying(links)
        if not known:
            return cannot_say(axes, style, tr("too few lines have the dates between order and arrival"), titled=titled)
        start(axes, style)
        known = known[:most]
        axes.axvline(0, color=style.strong_line, linewidth=1)
        hits = []
        for place, link in enumerate(known):
            share = link.variation_share or 0.0
            color = link_color(link, links.by, style, style.accent)
            if link.variation_interval is not None:
                low, high = link.variation_interval
                axes.plot([low, high], [place, place], color=color, linewidth=3, alpha=0.35, solid_capstyle="butt")
            dot = axes.scatter([share], [place], s=style.size * 4.5, color=color, zorder=3, linewidths=0)
            edge = max(share, link.variation_interval[1] if link.variation_interval else share)
            beside(axes, edge, place, words.percent(share), style, dx=7)
            doubt = f" ({words.between(link.variation_interval)})" if link.variation_interval else ""
            said = tr("{share} of the variation{doubt}", share=words.percent(share), doubt=doubt)
            label = f"{link_name(link, links.by)}: {said}, {words.plural(link.n, 'line')}"
            hits.append(Hit(dot, label, link.line_ids))
        put_names(axes, [words.shortened(link_name(link, links.by), 34) for link in known], style)
        ends = [end for link in known for end in (link.variation_interval or (link.variation_share or 0.0,) * 2)]
        axes.set_xlim(min(0.0, *ends) - 0.04, max(0.05, *ends) * 1.2)
        axes.xaxis.set_major_locator(MaxNLocator(5))
        axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: words.percent(value)))
        name_x(axes, style, tr("of the variation of arrival"))
        note = about(tr("Share of the variation of arrival, 95 % interval"), links)
        return finish(axes, style, variation_finding(links), note, hits, titled=titled)


def draw_what_if(axes: Axes, effect: WhatIf, style: ChartStyle, *, titled: bool = True) -> Drawn:
    """Lateness before and after one stage is set to its plan or a figure."""
    with applied(style):
        if not effect.lines:
            return cannot_say(axes, style, tr("no line passed this stage with its dates known"), titled=titled)
        start(axes, style)
        rows = (
            (tr("half are late by at most"), effect.p50_before, effect.p50_after),
            (tr("80 % by at most"), effect.p80_before, effect.p80_after),
        )
        for place, (_, before, after) in enumerate(rows):
            axes.plot([before, after], [place, place], color=style.context, linewidth=3, solid_capstyle="round")
            axes.scatter([before], [place], s=style.size * 5, color=style.context, zorder=3)
            axes.scatter([after], [place], s=style.size * 5, color=style.accent, zorder=4)
            falls = after <= before
            beside(
                axes,
                before,
                place,
                words.days(before),
                style,
                dx=8 if falls else -8,
                ha="left" if falls else "right",
                color=style.text2,
            )
            beside(
                axes,
                after,
                place,
                words.days(after),
                style,
                dx=-8 if falls else 8,
                ha="right" if falls else "left",
                fontweight=style.strong,
            )
        put_names(axes, [row[0] for row in rows], style)
        ends = [end for row in rows for end in row[1:]]
        room = max(max(ends) - min(ends), max(ends) * 0.1, 1.0)
        axes.set_xlim(min(ends) - room * 0.6, max(ends) + room * 0.6)
        axes.set_xticks([])
        name = words.STAGES.get(effect.stage, effect.stage)
        gain = effect.p80_before - effect.p80_after
        title = (
            tr("{name} changed so saves {gain} at 80 %", name=name, gain=words.days(gain))
            if gain > 0
            else tr("{name} changed so saves nothing at 80 %", name=name)
        )
        title += tr(
            "; on time goes from {on_time_before} to {on_time_after}.",
            on_time_before=words.percent(effect.on_time_before),
            on_time_after=words.percent(effect.on_time_after),
        )
        note = tr("Lateness before (grey) and after · {lines}", lines=words.plural(effect.lines, "line"))
        return finish(axes, style, title, note, titled=titled)


def _beside_bar(axes: Axes, span: tuple[float, float], place: int, text: str, style: ChartStyle, *, end: float) -> None:
    """A bar's label: right of it, else left of it, else inside, wherever there is room."""
    low, high = span
    if high <= end * 0.8:
        beside(axes, high, place, text, style, dx=5, ha="left")
    elif low >= end * 0.2:
        beside(axes, low, place, text, style, dx=-5, ha="right")
    else:
        beside(axes, high, place, text, style, dx=-5, ha="right", color=style.surface, fontweight=style.strong)


def put_names(axes: Axes, names: list[str], style: ChartStyle) -> None:
    """The links down the left side, the first on top."""
    axes.set_yticks(range(len(names)), names)
    axes.tick_params(axis="y", labelcolor=style.text1, pad=6)
    for label in axes.get_yticklabels():
        label.set_parse_math(False)
    axes.set_ylim(max(len(names), 4) - 0.5, -0.6)  # one bar alone does not fill the page
    value_grid(axes, "x")
    axes.spines["left"].set_visible(False)


def link_color(link: WeakLink, by: str, style: ChartStyle, other: str) -> str:
    """A stage and a party have the colour of who arranged them; links of another kind have none of their own."""
    if by not in ("stage", "party"):
        return other
    return style.party(link.name if by == "party" else link.party)


def _party_key(axes: Axes, parties: list[str], style: ChartStyle) -> None:
    """Which colour is which party, in words of that colour."""
    seen = [party for party in words.PARTIES if party in parties]
    if len(seen) < 2:
        return
    from matplotlib.offsetbox import AnchoredOffsetbox, HPacker, TextArea

    named: list[Artist] = [
        TextArea(
            words.PARTIES[party],
            textprops={"color": style.party(party), "fontsize": style.caption, "fontweight": style.strong},
        )
        for party in seen
    ]
    row = HPacker(children=named, pad=0, sep=style.size)
    axes.add_artist(
        AnchoredOffsetbox(
            "lower right", child=row, frameon=False, pad=0, bbox_to_anchor=(1, 1), bbox_transform=axes.transAxes
        )
    )
