"""Whose days: one bar of the lost days, shared among supplier, carrier, us and authorities."""

from matplotlib.axes import Axes

from supplychain_app.analytics.weak_links import WeakLink, WeakLinks
from supplychain_app.language import tr
from supplychain_app.reports import words
from supplychain_app.reports.figures.drawn import Drawn, Hit, cannot_say, finish, start
from supplychain_app.reports.style import ChartStyle, applied


def draw_whose_days(axes: Axes, parties: WeakLinks, style: ChartStyle, *, titled: bool = True) -> Drawn:
    """One horizontal bar in party colours; days that no party can be given stay grey."""
    with applied(style):
        parts = party_days(parties)
        if not parts:
            why = tr("no line is late") if parties.n else tr("no line has its stages dated")
            return cannot_say(axes, style, why, titled=titled)
        start(axes, style)
        whole = sum(days for _, days, _ in parts)
        hits, reached = [], 0.0
        for name, days, link in parts:
            (bar,) = axes.barh(0, days, left=reached, height=0.9, color=style.party(name))
            said = f"{words.PARTIES[name]}: {words.days(days)}, {words.percent(days / whole)}"
            hits.append(Hit(bar, said, link.line_ids if link else ()))
            reached += days
        axes.set_xlim(0, whole)
        axes.set_ylim(-0.5, 0.5)
        axes.set_axis_off()
        note = tr(
            "Days lost by the party that arranged the stage · {late_lines}",
            late_lines=words.plural(parties.late_lines, "late line"),
        )
        return finish(axes, style, whose_days_finding(parties), note, hits, titled=titled)


def party_days(parties: WeakLinks) -> list[tuple[str, float, WeakLink | None]]:
    """Party, days and link, in a fixed order; what no stage explains counts as not known whose.

    Less than half a day in all is left out.
    """
    found = {link.name: link for link in parties.links if link.days_lost > 0}
    parts: list[tuple[str, float, WeakLink | None]] = []
    for name in words.PARTIES:
        link = found.get(name)
        days = link.days_lost if link else 0.0
        if name == "unknown":
            days += max(0.0, parties.unexplained_days)
        if days >= 0.5:
            parts.append((name, days, link))
    return parts


def whose_days_finding(parties: WeakLinks) -> str:
    """'Half of the 120 late days were the supplier's, 30 % were ours.'"""
    parts = party_days(parties)
    whole = sum(days for _, days, _ in parts)
    if not whole:
        return tr("No days were lost.")
    owners = {
        "supplier": tr("the supplier’s"),
        "carrier": tr("the carrier’s"),
        "us": "ours",
        "authorities": tr("the authorities’"),
    }
    known = sorted(((name, days) for name, days, _ in parts if name != "unknown"), key=lambda part: -part[1])
    if not known or known[0][1] < whole * 0.2:
        return tr(
            "Whose the {whole} lost days were is mostly not known: dates in between are missing.",
            whole=words.number(whole),
        )
    text = tr(
        "Of {whole} days lost, {percent} were {owners}",
        whole=words.number(whole),
        percent=words.percent(known[0][1] / whole),
        owners=owners[known[0][0]],
    )
    if len(known) > 1 and known[1][1] >= whole * 0.05:
        text += tr(" and {percent} {owners}", percent=words.percent(known[1][1] / whole), owners=owners[known[1][0]])
    return text + "."
