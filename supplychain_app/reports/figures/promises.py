"""Whether promises are kept, against how far ahead they were made."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from supplychain_app.analytics.promises import Horizon
from supplychain_app.language import tr
from supplychain_app.reports import words
from supplychain_app.reports.figures.drawn import Drawn, Hit, beside, cannot_say, finish, name_x, start, value_grid
from supplychain_app.reports.figures.weak_links import put_names
from supplychain_app.reports.style import ChartStyle, applied


def draw_kept(axes: Axes, horizons: Sequence[Horizon], style: ChartStyle, *, titled: bool = True) -> Drawn:
    """One bar for each span of days ahead: the share of its promises that was kept, of those that fell due."""
    with applied(style):
        known = [one for one in horizons if one.kept.n]
        if not known:
            return cannot_say(axes, style, tr("no promise has fallen due yet"), titled=titled)
        start(axes, style)
        hits = []
        for place, one in enumerate(known):
            share = one.kept.hits / one.kept.n
            color = style.context if one.kept.too_few else style.accent
            (bar,) = axes.barh(place, share, height=0.6, color=color)
            text = tr("{hits} of {n} kept", hits=one.kept.hits, n=one.kept.n)
            beside(axes, share, place, text, style, dx=6)
            hits.append(Hit(bar, f"{_ahead(one)}: {_said(one)}", one.line_ids))
        put_names(axes, [_ahead(one) for one in known], style)
        axes.set_xlim(0, 1.3)
        axes.set_xticks([0, 0.25, 0.5, 0.75, 1])
        axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: words.percent(value)))
        value_grid(axes, "x")
        name_x(axes, style, tr("share of promises kept"))
        count = sum(one.kept.n for one in known)
        note = tr(
            "By how far ahead a promise was made; each one that fell due, moved ones too · {promises}",
            promises=words.plural(count, "promise"),
        )
        return finish(axes, style, kept_finding(known), note, hits, titled=titled)


def kept_finding(horizons: Sequence[Horizon]) -> str:
    """'Of promises made 0–14 days ahead 86 % were kept, of those made 61–120 days ahead 41 %.'"""
    said = [one for one in horizons if not one.kept.too_few and one.kept.n]
    if not said:
        return tr("Too few promises have fallen due to say how far ahead they hold.")
    near, far = said[0], said[-1]
    text = tr("Of promises made {ahead} {share} were kept", ahead=_ahead(near), share=_share(near))
    if near is far:
        return text + "."
    return text + tr(", of those made {ahead} {share}.", ahead=_ahead(far), share=_share(far))


def _ahead(one: Horizon) -> str:
    if one.last is None:
        return tr("over {days} days ahead", days=one.first - 1)
    return tr("{first}–{last} days ahead", first=one.first, last=one.last)


def _share(one: Horizon) -> str:
    return words.percent(one.kept.hits / one.kept.n)


def _said(one: Horizon) -> str:
    kept = tr("{hits} of {n} kept", hits=one.kept.hits, n=one.kept.n)
    return tr("{words}, too few to say", words=kept) if one.kept.too_few else f"{kept}, {_share(one)}"
