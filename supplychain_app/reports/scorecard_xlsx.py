"""The workbook beside a scorecard: every figure with its n and meaning, and every row behind it."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from supplychain_app.language import tr
from supplychain_app.reports import scorecard_words as said
from supplychain_app.reports.scorecard import Scorecard
from supplychain_app.reports.scorecard_rows import FIGURES, SHARE, Row, figure_rows, sheets

SHARES = (tr("On time"), tr("Share"), tr("Chance of late"), tr("Share of the variation"))
"""Headers of columns that hold parts of a whole."""


def write(card: Scorecard, path: Path) -> None:
    """One sheet for the figures, then one for each kind of row behind them."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    formats = {
        "head": book.add_format({"bold": True, "bottom": 1, "bottom_color": "#C9CED4", "valign": "top"}),
        "title": book.add_format({"bold": True, "font_size": 16}),
        "dim": book.add_format({"font_color": "#535B65"}),
        "day": book.add_format({"num_format": "d mmm yyyy", "align": "left"}),
        "share": book.add_format({"num_format": "0.0%"}),
        "number": book.add_format({"num_format": "#,##0.0"}),
    }
    supplier, period = card.figures.supplier, card.figures.period_name
    book.set_properties({"title": tr("Scorecard {supplier}, {period_name}", supplier=supplier, period_name=period)})
    try:
        _figures(book, formats, card)
        for name, headers, rows in sheets(card):
            _table(book.add_worksheet(name), formats, headers, rows)
    finally:
        book.close()


def _figures(book: Any, formats: dict[str, Any], card: Scorecard) -> None:
    sheet = book.add_worksheet(tr("Figures"))
    sheet.write_string(0, 0, card.figures.supplier, formats["title"])
    sheet.write_string(1, 0, said.footer(card), formats["dim"])
    sheet.write_string(2, 0, said.rests_on(card), formats["dim"])
    last = _rows(sheet, formats, 4, FIGURES, figure_rows(card))
    for place, line in enumerate(said.definitions(card), start=last + 2):
        sheet.write_string(place, 0, line, formats["dim"])
    sheet.set_column(0, 0, 46)
    sheet.set_column(1, 5, 13)
    sheet.set_column(6, 6, 52)
    sheet.freeze_panes(5, 1)


def _table(sheet: Any, formats: dict[str, Any], headers: Sequence[str], rows: Sequence[Row]) -> None:
    last = _rows(sheet, formats, 0, headers, rows)
    for column, name in enumerate(headers):
        longest = max((len(row[column]) for row in rows if isinstance(row[column], str)), default=0)  # type: ignore[arg-type]
        sheet.set_column(column, column, max(12, min(48, max(len(name), longest) + 2)))
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(last, 1), len(headers) - 1)


def _rows(sheet: Any, formats: dict[str, Any], top: int, headers: Sequence[str], rows: Sequence[Row]) -> int:
    for column, name in enumerate(headers):
        sheet.write_string(top, column, name, formats["head"])
    for place, row in enumerate(rows, start=top + 1):
        share = SHARE in row[2:3]
        for column, cell in enumerate(row):
            if cell is None:
                continue
            if isinstance(cell, str):
                sheet.write_string(place, column, cell)
            elif isinstance(cell, date):
                sheet.write_datetime(place, column, datetime(cell.year, cell.month, cell.day), formats["day"])
            else:
                is_share = (share and column in (1, 4, 5)) or headers[column] in SHARES
                whole = not is_share and float(cell).is_integer()
                sheet.write_number(place, column, cell, None if whole else formats["share" if is_share else "number"])
    return top + len(rows)
