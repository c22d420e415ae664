"""Where the days go: by stage as a waterfall, by supplier, lane or carrier as bars, and what drives the variation."""

from datetime import date

from matplotlib.artist import Artist
from matplotlib.axes import Axes

from supplychain_app.analytics.weak_links import WeakLink, WeakLinks, WhatIf
from supplychain_app.language import tr
from supplychain_app.reports import words
from supplychain_app.reports.figures.drawn import Drawn, Hit, beside, cannot_say, finish, name_x, start, value_grid
from supplychain_app.reports.figures.parties import whose_days_finding
from supplychain_app.reports.style import ChartStyle, applied


def why_nothing(links: WeakLinks) -> str:
    """The reason for an empty chart of lost days."""
    if not links.n:
        return tr("there are no lines to measure")
    if not links.late_lines:
        return tr("none of the {lines} is late", lines=words.plural(links.n, "line"))
    return tr(
        "the dates between order and arrival are missing on the {late_lines} (acknowledged, shipped, cleared)",
        late_lines=words.plural(links.late_lines, "late line"),
    )


def link_name(link: WeakLink, by: str) -> str:
    """A link in the words of the screens."""
    if by == "stage":
        return words.STAGES.get(link.name, link.name)
    if by == "party":
        return words.PARTIES.get(link.name, link.name)
    if by == "lane":
        return link.name.replace("? → ", "to ") if link.name.startswith("? →") else link.name
    return link.name or tr("not known")


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
            (link_name(link, links.by), link.days_lost, style.party(link.party), link) for link in lost
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
        few = _vital_few(lost)
        hits = []
        for place, link in enumerate(shown):
            color = style.accent if place < few else style.context
            if links.by in ("party", "stage"):
                color = style.party(link.name if links.by == "party" else link.party)
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
        known = _varying(links)
        if not known:
            return cannot_say(axes, style, tr("too few lines have the dates between order and arrival"), titled=titled)
        start(axes, style)
        known = known[:most]
        axes.axvline(0, color=style.strong_line, linewidth=1)
        hits = []
        for place, link in enumerate(known):
            share = link.variation_share or 0.0
            color = style.party(link.party) if links.by == "stage" else style.accent
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
        axes.set_xticks([])
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


def days_lost_finding(links: WeakLinks) -> str:
    """'Customs costs most: 214 of 610 days lost.' Says so where the first place is not certain."""
    worst = sorted((link for link in links.links if link.days_lost > 0), key=lambda link: -link.days_lost)
    total = sum(link.days_lost for link in worst) + max(0.0, links.unexplained_days)
    if not worst or links.unexplained_days > total * 0.6:
        return tr(
            "Most of the {total} of delay cannot be laid to a stage: the dates in between are missing.",
            total=words.days(total),
        )
    first = worst[0]
    name, lost = link_name(first, links.by), words.number(first.days_lost)
    if not first.ranked and len(worst) > 1:
        second = link_name(worst[1], links.by)
        both = tr(
            "{name} ({lost} days) and {second} ({days_lost})",
            name=name,
            lost=lost,
            second=second,
            days_lost=words.number(worst[1].days_lost),
        )
        return tr("{both} cost most; which leads is not certain.", both=both)
    return tr(
        "{name} costs most: {lost} of {total} days lost.",
        name=name,
        lost=lost,
        total=words.number(total),
    )


def pareto_finding(links: WeakLinks) -> str:
    """'Three suppliers of 40 cause 52 % of the 900 days lost.'"""
    if links.by == "party":
        return whose_days_finding(links)
    lost = sorted((link for link in links.links if link.days_lost > 0), key=lambda link: -link.days_lost)
    few, whole = _vital_few(lost), sum(link.days_lost for link in lost)
    noun = words.GROUPS.get(links.by, links.by)
    if links.by == "stage" or few == 1:
        first = lost[0]
        share = words.percent(first.days_lost / whole)
        text = tr(
            "{link_name} causes {share} of the {whole} days lost",
            link_name=link_name(first, links.by),
            share=share,
            whole=words.number(whole),
        )
        return text + ("." if first.ranked or len(lost) == 1 else tr(", but its lead is not certain."))
    share = words.percent(sum(link.days_lost for link in lost[:few]) / whole)
    return tr(
        "{spelled} of {lost} cause {share} of the {whole} days lost.",
        spelled=words.spelled(few, noun),
        lost=len(lost),
        share=share,
        whole=words.number(whole),
    )


def variation_finding(links: WeakLinks) -> str:
    known = _varying(links)
    first = known[0]
    share = words.percent(first.variation_share)
    text = tr(
        "{link_name} makes arrival hardest to predict: {share} of the variation",
        link_name=link_name(first, links.by),
        share=share,
    )
    if first.variation_interval is None or len(known) < 2:
        return text + "."
    second = known[1].variation_interval
    certain = second is not None and first.variation_interval[0] > second[1]
    return text + (
        "." if certain else tr(", though {link_name} may be as large.", link_name=link_name(known[1], links.by))
    )


def _varying(links: WeakLinks) -> list[WeakLink]:
    """Links that have a share of the variation worth a mark, the largest first."""
    known = []
    for link in links.links:
        if link.variation_share is not None:
            ends = (link.variation_share, *(link.variation_interval or ()))
            if max(abs(end) for end in ends) >= 0.005:
                known.append(link)
    return sorted(known, key=lambda link: -(link.variation_share or 0.0))


def _vital_few(lost: list[WeakLink]) -> int:
    """How many of the first links make half of the days."""
    half, reached = sum(link.days_lost for link in lost) / 2, 0.0
    for place, link in enumerate(lost, start=1):
        reached += link.days_lost
        if reached >= half:
            return place
    return len(lost)


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


def about(what: str, links: WeakLinks) -> str:
    """What is measured, over which period, on how many lines."""
    parts = [tr("{what} by {group}", what=what, group=words.GROUPS.get(links.by, links.by))]
    if links.period:
        parts.append(words.period(*(date.fromisoformat(day) for day in links.period)))
    parts.append(
        tr(
            "{lines} measured, {late_lines} late",
            lines=words.plural(links.n, "line"),
            late_lines=words.number(links.late_lines),
        )
    )
    if links.absorbed_days > 0 and links.by == "stage":
        parts.append(tr("{absorbed_days} made good on the way", absorbed_days=words.days(links.absorbed_days)))
    return " · ".join(parts)
