"""A printed page in millimetres from its top left corner, with twelve columns; text is measured before it is set."""

import re
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from supplychain_app.language import tr
from supplychain_app.reports import measure
from supplychain_app.reports.style import ChartStyle

MM = 25.4
POINT = MM / 72  # millimetres
MARGIN = 16.0
GUTTER = 4.0
SIZES = {"A4": (210.0, 297.0), tr("Letter"): (215.9, 279.4)}


@dataclass(frozen=True, slots=True)
class Area:
    """Where something stands on the page, in millimetres from the top left."""

    left: float
    top: float
    width: float
    height: float


class Page:
    """One sheet: places text, rules, boxes and axes by millimetre."""

    def __init__(self, style: ChartStyle, paper: str = "A4") -> None:
        self.style = style
        self.width, self.height = SIZES[paper]
        self.figure = Figure(figsize=(self.width / MM, self.height / MM), facecolor=style.surface)
        self.left, self.right = MARGIN, self.width - MARGIN
        self.inner = self.right - self.left

    def column(self, first: int, last: int) -> tuple[float, float]:
        """Left edge and width of the columns first..last of twelve, counted from 1."""
        one = (self.inner - 11 * GUTTER) / 12
        left = self.left + (first - 1) * (one + GUTTER)
        return left, (last - first + 1) * one + (last - first) * GUTTER

    def text(self, x: float, y: float, words: str, *, size: float | None = None, ha: str = "left", **more: Any) -> Text:
        """Set one line with its top at y."""
        return self.figure.text(
            x / self.width,
            1 - y / self.height,
            words,
            fontsize=size or self.style.size,
            ha=ha,
            va=more.pop("va", "top"),
            color=more.pop("color", self.style.text1),
            parse_math=False,
            **more,
        )

    def wide(self, words: str, size: float | None = None, weight: int = 400) -> float:
        """How wide a line would be, in millimetres."""
        return measure.points(words or " ", self.style.families, size or self.style.size, weight) * POINT

    def fitted(self, words: str, width: float, size: float | None = None, weight: int = 400) -> str:
        """The words, cut with an ellipsis where they are wider than this."""
        words = " ".join(_parts(words))
        if self.wide(words, size, weight) <= width:
            return words
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            if self.wide(words[:middle].rstrip() + "…", size, weight) <= width:
                low = middle
            else:
                high = middle - 1
        return words[:low].rstrip() + "…"

    def wrapped(
        self, words: str, width: float, *, size: float | None = None, weight: int = 400, most: int = 99
    ) -> list[str]:
        """The words broken into lines of this width; the last one allowed is cut."""
        lines: list[str] = []
        current = ""
        for word in _parts(words):
            longer = f"{current} {word}".strip()
            if current and self.wide(longer, size, weight) > width:
                lines.append(current)
                current = word
            else:
                current = longer
        lines.append(current)
        if len(lines) > most:
            lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
        return [self.fitted(line, width, size, weight) for line in lines]

    def paragraph(
        self,
        x: float,
        y: float,
        words: str,
        width: float,
        *,
        size: float | None = None,
        most: int = 99,
        fontweight: int = 400,
        **more: Any,
    ) -> float:
        """Set wrapped text with its top at y; returns where the next thing may stand."""
        size = size or self.style.size
        step = size * 1.36 * POINT
        for line in self.wrapped(words, width, size=size, weight=fontweight, most=most):
            self.text(x, y, line, size=size, fontweight=fontweight, **more)
            y += step
        return y

    def rule(self, y: float, left: float | None = None, right: float | None = None, *, strong: bool = False) -> None:
        start, end = self.left if left is None else left, self.right if right is None else right
        color = self.style.strong_line if strong else self.style.hairline
        line = Line2D(
            [start / self.width, end / self.width],
            [1 - y / self.height] * 2,
            color=color,
            linewidth=0.8 if strong else 0.6,
            transform=self.figure.transFigure,
        )
        self.figure.add_artist(line)

    def box(self, area: Area, color: str) -> None:
        patch = Rectangle(
            (area.left / self.width, 1 - (area.top + area.height) / self.height),
            area.width / self.width,
            area.height / self.height,
            facecolor=color,
            linewidth=0,
            transform=self.figure.transFigure,
        )
        self.figure.add_artist(patch)

    def axes(self, area: Area) -> Axes:
        return self.figure.add_axes(
            (
                area.left / self.width,
                1 - (area.top + area.height) / self.height,
                area.width / self.width,
                area.height / self.height,
            )
        )

    def heading(self, x: float, y: float, words: str, *, note: str = "", width: float | None = None) -> float:
        """A section's first line, with a dimmer remark after it; returns where its content starts."""
        style = self.style
        room = width or self.inner
        shown = self.fitted(words, room, style.head, style.strong)
        self.text(x, y, shown, size=style.head, fontweight=style.strong)
        after = self.wide(shown, style.head, style.strong) + 2.5
        if note and room - after > 20:
            self.text(
                x + after,
                y + 0.55,
                self.fitted(note, room - after, style.caption),
                size=style.caption,
                color=style.text2,
            )
        return y + style.head * 1.6 * POINT


def _parts(words: str) -> list[str]:
    """Words at which a line may break; a no-break space keeps a figure beside its unit."""
    return [part for part in re.split(r"[^\S\u00a0]+", words) if part]
