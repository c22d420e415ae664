"""Colours and type of every drawing: light, dark and print, one table for window, PDF and command line."""

import functools
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

# Families in the order we like them; the last one comes with matplotlib, so that there is always one.
_PREFERRED = ("Inter", "Segoe UI", "Source Sans 3", "Open Sans", "Noto Sans", "Arial", "Liberation Sans", "DejaVu Sans")
_OTHER_SCRIPTS = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Microsoft YaHei",
    "SimHei",
    "Yu Gothic",
    "MS Gothic",
    "Malgun Gothic",
    "Arial Unicode MS",
    "Droid Sans Fallback",
    "WenQuanYi Zen Hei",
    "DejaVu Sans",
)


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """What a drawing may use; sizes in points, relative to `size` as in the design system."""

    surface: str
    raised: str
    text1: str
    text2: str
    text3: str
    hairline: str
    strong_line: str
    accent: str
    soft: str  # a band behind figures, in the accent's colour
    context: str  # "all others"
    bad: str
    warning: str
    good: str
    supplier: str
    carrier: str
    us: str
    authorities: str
    unknown: str
    families: tuple[str, ...]
    size: float = 9.0

    @property
    def caption(self) -> float:
        return self.size * 0.885

    @property
    def head(self) -> float:
        return self.size * 1.155

    @property
    def title(self) -> float:
        return self.size * 1.54

    @property
    def strong(self) -> int:
        """The weight of first lines: 600 where the family has it, else bold."""
        return 600 if 600 in _weights(self.families[0]) else 700

    def party(self, name: str) -> str:
        """The colour of a party, the same everywhere; unknown names get the unknown party's."""
        return {
            "supplier": self.supplier,
            "carrier": self.carrier,
            "us": self.us,
            "authorities": self.authorities,
        }.get(name, self.unknown)

    def with_font(self, family: str, size: float) -> "ChartStyle":
        """The same colours in the window's own font."""
        return replace(self, families=_families(family), size=size)

    def rc(self) -> dict[Any, Any]:
        """matplotlib's settings for this style."""
        return {
            "font.family": list(self.families),
            "font.size": self.size,
            "text.color": self.text1,
            "text.parse_math": False,  # a "$" in a name is a "$"
            "axes.edgecolor": self.strong_line,
            "axes.labelcolor": self.text2,
            "axes.labelsize": self.caption,
            "axes.facecolor": self.surface,
            "axes.linewidth": 0.8,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.axisbelow": True,
            "axes.unicode_minus": True,
            "xtick.labelsize": self.caption,
            "ytick.labelsize": self.caption,
            "xtick.color": self.text2,
            "ytick.color": self.text2,
            "xtick.major.size": 0,
            "ytick.major.size": 0,
            "xtick.minor.size": 0,
            "ytick.minor.size": 0,
            "grid.color": self.hairline,
            "grid.linewidth": 0.7,
            "figure.facecolor": self.surface,
            "savefig.facecolor": self.surface,
            "pdf.fonttype": 42,
            "svg.fonttype": "none",
        }


def light(*, family: str | None = None, size: float = 9.0) -> ChartStyle:
    return ChartStyle(
        surface="#FFFFFF",
        raised="#F8F9FA",
        text1="#1B1F24",
        text2="#535B65",
        text3="#636B75",
        hairline="#E4E6EA",
        strong_line="#C9CED4",
        accent="#1D5BBF",
        soft="#E3ECFA",
        context="#B9C0C8",
        bad="#B3261E",
        warning="#875300",
        good="#17694A",
        supplier="#2F6DB5",
        carrier="#C77A12",
        us="#A8467F",
        authorities="#2E8B84",
        unknown="#9AA2AB",
        families=_families(family),
        size=size,
    )


def dark(*, family: str | None = None, size: float = 9.0) -> ChartStyle:
    return ChartStyle(
        surface="#1C1F23",
        raised="#22262A",
        text1="#E7E9EC",
        text2="#ADB5BD",
        text3="#979FA9",
        hairline="#2C3137",
        strong_line="#454C54",
        accent="#86B4FF",
        soft="#213654",
        context="#545C65",
        bad="#FF9385",
        warning="#EBB955",
        good="#72CFA2",
        supplier="#6AA5EA",
        carrier="#E3A03F",
        us="#E08FBF",
        authorities="#59BDB4",
        unknown="#7C858E",
        families=_families(family),
        size=size,
    )


def paper(*, size: float = 8.5) -> ChartStyle:
    """Light, in a family that a PDF can hold as TrueType."""
    return replace(light(size=size), families=_families(None, printable=True))


@contextmanager
def applied(style: ChartStyle) -> Iterator[None]:
    """Draw with the style's settings; letters no font here has become boxes without a word of warning."""
    import warnings

    import matplotlib

    with matplotlib.rc_context(style.rc()), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        yield


def _families(first: str | None, *, printable: bool = False) -> tuple[str, ...]:
    found = _installed()
    wanted = [name for name in (first, *_PREFERRED) if name in found and (not printable or found[name][0])]
    return tuple(dict.fromkeys([*wanted[:1], *(name for name in _OTHER_SCRIPTS if name in found)]))


def _weights(family: str) -> frozenset[int]:
    return _installed()[family][1] if family in _installed() else frozenset()


@functools.cache
def _installed() -> dict[str, tuple[bool, frozenset[int]]]:
    """Installed families: whether each is TrueType throughout, and its weights."""
    from matplotlib import font_manager

    # Fallback families often lack a bold; that the regular one stands in is meant, and no news.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    files: dict[str, list[tuple[bool, int]]] = {}
    for entry in font_manager.fontManager.ttflist:
        weight = entry.weight if isinstance(entry.weight, int) else font_manager.weight_dict.get(entry.weight, 400)
        files.setdefault(entry.name, []).append((entry.fname.lower().endswith(".ttf"), weight))
    return {
        name: (all(true for true, _ in entries), frozenset(weight for _, weight in entries))
        for name, entries in files.items()
    }
