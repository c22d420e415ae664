"""The scorecard as a PDF of two pages, A4 or Letter, with every figure as vector."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from supplychain_app import __version__
from supplychain_app.language import tr
from supplychain_app.reports import scorecard_evidence, scorecard_front
from supplychain_app.reports import scorecard_words as said
from supplychain_app.reports.page import Page
from supplychain_app.reports.scorecard import Scorecard
from supplychain_app.reports.style import ChartStyle, applied, paper


def pages(card: Scorecard, *, sheet: str = "A4", style: ChartStyle | None = None) -> tuple[Figure, Figure]:
    """Both pages as figures, for the file and for the preview in the window."""
    style = style or paper()
    with applied(style):
        first, second = Page(style, sheet), Page(style, sheet)
        scorecard_front.fill(first, card)
        scorecard_evidence.fill(second, card)
        for number, page in enumerate((first, second), start=1):
            _footer(page, card, number)
    return first.figure, second.figure


def write(card: Scorecard, path: Path, *, sheet: str = "A4") -> None:
    """Write the two pages; the same card gives the same file."""
    figures = card.figures
    style = paper()
    told: dict[str, Any] = {
        tr("Title"): tr(
            "Scorecard {supplier}, {period_name}", supplier=figures.supplier, period_name=figures.period_name
        ),
        "Creator": f"supplychain-app {__version__}",
        "CreationDate": None,
    }
    with applied(style), _without_shaping_tables(), PdfPages(path, metadata=told) as pdf:
        for figure in pages(card, sheet=sheet, style=style):
            pdf.savefig(figure)


@contextmanager
def _without_shaping_tables() -> Iterator[None]:
    """A PDF's text is shaped already: cutting these tables to the letters used takes half of the time of a card."""
    from fontTools import subset  # type: ignore[import-untyped]

    usual = subset.Options._drop_tables_default
    subset.Options._drop_tables_default = [*usual, "GSUB", "GPOS", "GDEF", "kern"]
    try:
        yield
    finally:
        subset.Options._drop_tables_default = usual


def _footer(page: Page, card: Scorecard, number: int) -> None:
    style = page.style
    y = page.height - 15
    page.rule(y)
    right = tr("Page {number} of 2", number=number)
    room = page.inner - page.wide(right, style.caption) - 6
    page.text(
        page.left, y + 2, page.fitted(said.footer(card), room, style.caption), size=style.caption, color=style.text2
    )
    page.text(page.right, y + 2, right, size=style.caption, ha="right", color=style.text2)
