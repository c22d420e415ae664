"""The printed scorecard has two tidy pages; its workbook holds the same figures and every row, and no formula."""

import itertools
import re
import warnings
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from python_calamine import CalamineWorkbook

from supplychain_app.analytics.behaviour_chart import Segment
from supplychain_app.reports import scorecard_pdf, scorecard_rows, scorecard_xlsx
from supplychain_app.reports.page import MARGIN, SIZES
from supplychain_app.reports.scorecard import Scorecard
from supplychain_app.reports.style import ChartStyle, applied, paper
from tests.reports import samples

LONG = "株式会社 山田製作所 Yamada Precision Manufacturing and Surface Treatment Company Limited, Nagoya Works No. 2"


def agreed_twice(card: Scorecard) -> Scorecard:
    """With two things agreed in the last months, of which the names stand on two levels."""
    chart = card.figures.behaviour
    names = (None, "Weekly list of castings, every Monday", "Second pattern set for the large housings")
    first, last = (0, 8, 11), (7, 10, 11)
    segments = (Segment(a, b, 0.8, 0.5, 1.1, name) for a, b, name in zip(first, last, names, strict=True))
    return replace(card, figures=replace(card.figures, behaviour=replace(chart, segments=tuple(segments))))


CARDS = {
    "much": samples.scorecard(),
    "few": samples.scorecard(n=3, rows=1, few=True),
    "none": samples.scorecard(n=0, rows=0, few=True),
    "long names": samples.scorecard(name=LONG, words=LONG * 3),
    "four rows": samples.scorecard(rows=4),
    "agreed twice": agreed_twice(samples.scorecard()),
}


def texts(figure: Figure) -> list[Text]:
    return [text for text in figure.texts if text.get_text().strip()]


# The widest family, which every machine has, and the one this machine prefers.
@pytest.mark.parametrize("style", [replace(paper(), families=("DejaVu Sans",)), paper()], ids=["wide", "preferred"])
@pytest.mark.parametrize("sheet", SIZES)
@pytest.mark.parametrize("name", CARDS)
def test_nothing_overlaps_or_leaves_the_page(name: str, sheet: str, style: ChartStyle) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        pages = scorecard_pdf.pages(CARDS[name], sheet=sheet, style=style)
    for figure in pages:
        canvas = FigureCanvasAgg(figure)
        renderer = canvas.get_renderer()
        width, height = figure.bbox.width, figure.bbox.height
        margin = MARGIN / SIZES[sheet][0] * width
        with applied(style):
            inside = [text for axes in figure.axes for text in axes.texts if text.get_text().strip()]
            boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in (*texts(figure), *inside)]
        for words, box in boxes:
            assert box.x0 >= margin - 3, words
            assert box.x1 <= width - margin + 3, words
            assert box.y0 >= 0, words
            assert box.y1 <= height - margin + 3, words
        for (one, a), (other, b) in itertools.combinations(boxes, 2):
            across = min(a.x1, b.x1) - max(a.x0, b.x0)
            down = min(a.y1, b.y1) - max(a.y0, b.y0)
            # Boxes hold room for accents and tails: touching by a quarter of a line is no overlap.
            assert across <= 1 or down <= 0.3 * min(a.height, b.height), (one, other)


def test_page_one_says_the_grade_with_its_n_and_interval() -> None:
    front, evidence = scorecard_pdf.pages(CARDS["much"])
    said = [text.get_text() for text in texts(front)]
    assert "B–C" in said
    assert "72 of 100 (64–79)" in [s.replace("\u00a0", " ") for s in said]
    assert "n = 84 lines" in [s.replace("\u00a0", " ") for s in said]
    for tile in ("On time and in full", "Lateness", "Promises", "Answers", "Lead time"):
        assert tile in said
    said = [text.get_text() for text in texts(evidence)]
    for block in ("Late lines", "Open lines at risk", "Open questions", "Agreed actions", "What we did to them"):
        assert block in said
    for number, page in enumerate((front, evidence), start=1):
        assert f"Page {number} of 2" in [text.get_text() for text in texts(page)]


def test_no_letter_below_five_lines() -> None:
    said = [text.get_text() for text in texts(scorecard_pdf.pages(CARDS["few"])[0])]
    assert "No grade" in said
    assert "too few to say (3)" in said


def test_the_pdf_has_two_vector_pages_of_its_size(tmp_path: Path) -> None:
    for sheet, (width, _) in SIZES.items():
        path = tmp_path / f"{sheet}.pdf"
        scorecard_pdf.write(CARDS["much"], path, sheet=sheet)
        content = path.read_bytes()
        assert content.count(b"/Type /Page ") == 2
        boxes = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+)", content)
        assert [round(float(box)) for box in boxes] == [round(width / 25.4 * 72)] * 2
        assert b"/Subtype /Image" not in content
        assert b"/FontFile2" in content  # TrueType, as text that can be searched


def test_the_same_card_prints_the_same_file(tmp_path: Path) -> None:
    for name in "ab":
        scorecard_pdf.write(CARDS["much"], tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("name", CARDS)
def test_the_workbook_holds_every_figure_and_row(name: str, tmp_path: Path) -> None:
    card = CARDS[name]
    book = written(card, tmp_path)
    figures = {row[0]: row for row in book.get_sheet_by_name("Figures").to_python()[5:] if row[0]}
    first = card.figures.on_time.first_promise.otif
    assert figures["On time and in full, the first promise"][3] == first.n
    if first.value is not None:
        assert figures["On time and in full, the first promise"][1] == pytest.approx(first.value)
    for sheet, headers, rows in scorecard_rows.sheets(card):
        read = book.get_sheet_by_name(sheet).to_python()
        assert read[0] == list(headers), sheet
        assert len(read) == len(rows) + 1, sheet
        for line, row in zip(read[1:], rows, strict=True):
            for cell, expected in zip(line, row, strict=True):
                if expected is None or expected == "":
                    assert cell == ""
                elif isinstance(expected, float):
                    assert cell == pytest.approx(expected)
                else:
                    assert cell == expected


def test_kept_lines_of_the_workbook_make_the_figure(tmp_path: Path) -> None:
    card = CARDS["much"]
    lines = written(card, tmp_path).get_sheet_by_name("Lines").to_python()
    kept = [row[lines[0].index("Kept first promise")] for row in lines[1:]]
    otif = card.figures.on_time.first_promise.otif
    assert kept.count("yes") == otif.hits
    assert kept.count("yes") + kept.count("no") == otif.n


def test_a_name_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    import zipfile

    evil = samples.scorecard(name='=HYPERLINK("http://x","y")', words="+1+cmd|' /C calc'!A0")
    written(evil, tmp_path)
    with zipfile.ZipFile(tmp_path / "card.xlsx") as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)


def test_days_are_days(tmp_path: Path) -> None:
    lines = written(CARDS["much"], tmp_path).get_sheet_by_name("Lines").to_python()
    assert lines[1][lines[0].index("First promise")] == date(2026, 8, 1)


def written(card: Scorecard, folder: Path) -> CalamineWorkbook:
    scorecard_xlsx.write(card, folder / "card.xlsx")
    return CalamineWorkbook.from_path(str(folder / "card.xlsx"))
