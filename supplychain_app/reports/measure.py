"""How wide words are when they are set, before they are."""

from functools import cache, lru_cache
from typing import Any

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties

_DPI = 100.0


@lru_cache(maxsize=20_000)  # most words of a card stand on the next one too
def points(words: str, families: tuple[str, ...], size: float, weight: int) -> float:
    """The width in points of one line in the first of these families that is there."""
    font = FontProperties(family=list(families), size=size, weight=weight)
    renderer: Any = _renderer()
    width, _, _ = renderer.get_text_width_height_descent(words, font, ismath=False)
    return float(width) / _DPI * 72


@cache
def _renderer() -> RendererAgg:
    return RendererAgg(1, 1, _DPI)  # type: ignore[no-untyped-call]
