"""Whose days: one bar of the lost days, shared among supplier, carrier, us and authorities."""

from matplotlib.axes import Axes

from supplychain_app.analytics.weak_links import WeakLinks
from supplychain_app.language import tr
from supplychain_app.reports import words
from supplychain_app.reports.figures.drawn import Drawn, Hit, cannot_say, finish, start
from supplychain_app.reports.style import ChartStyle, applied
from supplychain_app.reports.weak_link_words import party_days, whose_days_finding


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
