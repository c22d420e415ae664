"""What a drawing hands back: its finding, and which lines stand behind each mark; and the frame all share."""

import textwrap
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, cast

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import LayoutEngine
from matplotlib.text import Text
from matplotlib.ticker import FuncFormatter, MaxNLocator
from matplotlib.transforms import ScaledTranslation

from supplychain_app.language import tr
from supplychain_app.reports import measure, words
from supplychain_app.reports.style import ChartStyle


@dataclass(frozen=True, slots=True)
class Hit:
    """A mark that stands for lines: what hovering says, and what a click opens."""

    artist: Artist
    label: str
    line_ids: tuple[int, ...] = ()
    index: int | None = None  # which point, where the artist is a collection of them


@dataclass(frozen=True, slots=True)
class Drawn:
    """The finding in a sentence, what it rests on, and the marks that open lines."""

    title: str
    subtitle: str
    hits: tuple[Hit, ...] = ()
    empty: bool = False  # nothing could be drawn, and the title says why

    def at(self, event: Any) -> Hit | None:
        """The mark under a mouse event; the one drawn last wins. Each artist is asked once, however many its points."""
        found: dict[Artist, tuple[bool, Collection[int]]] = {}
        for hit in reversed(self.hits):
            if hit.artist not in found:
                inside, details = hit.artist.contains(event)
                found[hit.artist] = (bool(inside), {int(point) for point in details.get("ind", ())})
            inside, points = found[hit.artist]
            if inside and (hit.index is None or hit.index in points):
                return hit
        return None


class FixedRoom(LayoutEngine):
    """Room in points around the axes: the same for every drawing of its kind, so nothing need be measured."""

    _adjust_compatible = _colorbar_gridspec = True

    def __init__(self, *, left: float, right: float, above: float, below: float) -> None:
        super().__init__()
        self.room = left, right, above, below

    def execute(self, fig: Figure) -> None:
        left, right, above, below = self.room
        wide, high = fig.get_figwidth() * 72, fig.get_figheight() * 72
        fig.subplots_adjust(min(0.6, left / wide), min(0.5, below / high), 1 - right / wide, 1 - above / high)


def start(axes: Axes, style: ChartStyle) -> None:
    """Clean axes in the style's colours, so that a drawing can be repeated on them and in another theme."""
    axes.clear()
    axes.set_axis_on()
    axes.set_facecolor(style.surface)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(style.strong_line)
    # Ticks are made when the figure is drawn, long after this: tell the axes, not only the settings.
    axes.tick_params(
        length=0,
        labelsize=style.caption,
        labelcolor=style.text2,
        labelfontfamily=list(style.families),
        grid_color=style.hairline,
        grid_linewidth=0.7,
    )
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(FuncFormatter(lambda value, _: _tick(value)))


def _tick(value: float) -> str:
    """A number along an axis, as numbers are written elsewhere, with the decimals it needs."""
    return words.number(value, next((digits for digits in range(4) if abs(round(value, digits) - value) < 1e-9), 3))


def finish(
    axes: Axes, style: ChartStyle, title: str, subtitle: str, hits: Sequence[Hit] = (), *, titled: bool = True
) -> Drawn:
    """Put the finding above the axes, left-aligned with the figure, and name the marks."""
    for place, hit in enumerate(hits):
        if hit.artist.get_gid() is None:
            hit.artist.set_gid(f"lines-{place}")
    if titled:
        _put_title(axes, style, title, subtitle)
    return Drawn(title, subtitle, tuple(hits))


def name_x(axes: Axes, style: ChartStyle, text: str) -> None:
    """Say what lies along the axis, from its left, on as many lines as the figure's width asks for."""
    points = figure_of(axes).get_figwidth() * 72
    axes.set_xlabel(textwrap.fill(text, max(16, int(0.85 * points / (style.size * 0.55)))), loc="left")


def cannot_say(axes: Axes, style: ChartStyle, because: str, *, titled: bool = True) -> Drawn:
    """An empty drawing that says why it is empty."""
    axes.clear()
    axes.set_axis_off()
    sentence = tr("Cannot say, because {because}.", because=because)
    width = figure_of(axes).get_figwidth() * 72 / (style.size * 0.5) * 0.7
    axes.text(
        0.5,
        0.5,
        textwrap.fill(sentence, max(24, int(width))),
        transform=axes.transAxes,
        ha="center",
        va="center",
        color=style.text2,
        fontsize=style.size,
        parse_math=False,
    )
    if titled:
        _forget_title(axes)
    return Drawn(sentence, "", (), empty=True)


def value_grid(axes: Axes, axis: Literal["x", "y"]) -> None:
    """Hairlines across the value axis only; the other spine goes when it says nothing."""
    axes.grid(True, axis=axis)
    axes.spines["left" if axis == "y" else "bottom"].set_visible(False)


def beside(
    axes: Axes, x: float, y: float, text: str, style: ChartStyle, *, dx: float = 0, dy: float = 0, **more: Any
) -> Text:
    """A label at a point of the data, moved by points."""
    more = {"color": style.text1, "fontsize": style.caption, "va": "center", **more}
    return axes.annotate(text, (x, y), xytext=(dx, dy), textcoords="offset points", parse_math=False, **more)


def share_of_width(axes: Axes, text: str, style: ChartStyle) -> float:
    """How much of the axes' width a label takes beside its point, so that the axis can leave room for it."""
    figure = figure_of(axes)
    # Before a layout engine has run, where the axes stand is not known yet.
    wide = axes.get_position().width if figure.get_layout_engine() is None else 0.92
    label = measure.points(text, style.families, style.caption, style.strong) + style.caption
    return min(0.45, label / (figure.get_figwidth() * 72 * wide))


def day_text(place: float, as_of: date) -> str:
    """The label of a day on an axis of ordinals; with its year on a second line when it is far."""
    day = date.fromordinal(max(1, round(place)))
    return words.day_and_month(day) + (f"\n{day.year}" if abs((day - as_of).days) > 182 else "")


def day_axis(axes: Axes, as_of: date) -> None:
    """Days along the axis of ordinals, as many as fit the narrow panel too."""
    ticks = max(1, min(5, int(figure_of(axes).get_figwidth() * 0.7)))
    axes.xaxis.set_major_locator(MaxNLocator(ticks, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: day_text(value, as_of)))


def figure_of(axes: Axes) -> Figure:
    """The whole figure that axes stand in."""
    return cast(Figure, axes.get_figure(root=True))


def _forget_title(axes: Axes) -> None:
    figure = figure_of(axes)
    if figure.get_suptitle():
        figure.suptitle("")
    for text in [text for text in figure.texts if text.get_gid() == "subtitle"]:
        text.remove()


def _put_title(axes: Axes, style: ChartStyle, title: str, subtitle: str) -> None:
    figure = figure_of(axes)
    _forget_title(axes)
    points = figure.get_figwidth() * 72
    lines = textwrap.wrap(title, max(20, int(points / (style.head * 0.53)))) or [""]
    under = textwrap.wrap(subtitle, max(20, int(points / (style.caption * 0.5)))) or []
    # The layout keeps room for the figure's title only; empty lines keep it for the subtitle too.
    room = "\n" * len(under)
    left = 8 / points
    figure.suptitle(
        "\n".join(lines) + room,
        x=left,
        ha="left",
        fontsize=style.head,
        fontweight=style.strong,
        color=style.text1,
        linespacing=1.25,
        parse_math=False,
    )
    down = 5 + style.head * (1.2 + 1.5 * (len(lines) - 1))
    below = figure.transFigure + ScaledTranslation(0, -down / 72, figure.dpi_scale_trans)
    note = figure.text(
        left,
        1,
        "\n".join(under),
        transform=below,
        ha="left",
        va="top",
        fontsize=style.caption,
        color=style.text2,
        linespacing=1.25,
        parse_math=False,
    )
    note.set_gid("subtitle")
    note.set_in_layout(False)
