"""Which link loses the most days on each line, with how sure that is: a small one that is always late among them."""

from matplotlib.axes import Axes

from supplychain_app.analytics.weak_links import WeakLink, WeakLinks
from supplychain_app.language import tr
from supplychain_app.reports import words
from supplychain_app.reports.figures.drawn import Drawn, Hit, beside, cannot_say, finish, name_x, start
from supplychain_app.reports.figures.weak_links import link_color, put_names
from supplychain_app.reports.style import ChartStyle, applied
from supplychain_app.reports.weak_link_words import about, link_name, rated, rates_finding, why_nothing


def draw_rates(axes: Axes, links: WeakLinks, style: ChartStyle, *, most: int = 12, titled: bool = True) -> Drawn:
    """Days lost per line as dots over their 95 % intervals, the highest pessimistic end first."""
    with applied(style):
        known = rated(links)
        if not known:
            why = tr("each link has too few lines") if links.late_lines and links.n else why_nothing(links)
            return cannot_say(axes, style, why, titled=titled)
        start(axes, style)
        shown = known[:most]
        hits = []
        for place, link in enumerate(shown):
            low, high = link.rate_interval or (0.0, 0.0)
            color = link_color(link, links.by, style, style.accent)
            axes.plot([low, high], [place, place], color=color, linewidth=3, alpha=0.35, solid_capstyle="butt")
            rate = _expected(link)
            dot = axes.scatter([rate], [place], s=style.size * 4.5, color=color, zorder=3, linewidths=0)
            text = tr("{days_per_line:.1f}  of {lines}", days_per_line=rate, lines=words.plural(link.n, "line"))
            beside(axes, max(high, rate), place, text, style, dx=7)
            hits.append(Hit(dot, f"{link_name(link, links.by)}: {_said(link)}", link.line_ids))
        put_names(axes, [words.shortened(link_name(link, links.by), 34) for link in shown], style)
        axes.set_xlim(0, max((link.rate_interval or (0, 0))[1] for link in shown) * 1.35)
        name_x(axes, style, tr("days lost per line, leaning on the others where lines are few"))
        note = about(tr("Days lost per line, 95 % interval,"), links)
        return finish(axes, style, rates_finding(links), note, hits, titled=titled)


def _expected(link: WeakLink) -> float:
    return link.days_per_line if link.expected_rate is None else link.expected_rate


def _said(link: WeakLink) -> str:
    low, high = link.rate_interval or (0.0, 0.0)
    late = (
        ""
        if link.days_per_late_line is None
        else tr(", {days_per_late_line:.1f} on each late one", days_per_late_line=link.days_per_late_line)
    )
    return tr(
        "{days_per_line:.1f} days lost per line, {expected:.1f} to expect (between {low:.1f} and {high:.1f})"
        "{late_days}; {late_lines} of {lines} late",
        days_per_line=link.days_per_line,
        expected=_expected(link),
        low=low,
        high=high,
        late_days=late,
        late_lines=link.late,
        lines=words.plural(link.n, "line"),
    )
