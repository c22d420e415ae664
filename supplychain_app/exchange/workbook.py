"""The open-order workbook: facts protected, answers to fill in; written for a supplier and read when it comes back."""

# ruff: noqa: E501 - one language a line

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from supplychain_app.domain.errors import FileError
from supplychain_app.exchange import readers
from supplychain_app.language import tr

FACTS = ("Purchase order", "Line", "Material", "Description", "Open quantity", "Unit", "Required", "Current promise")
ANSWERS = ("Confirmed date", "Confirmed quantity", "Tracking number", "Status", "Comment")
HIDDEN = ("line_id", "sent_promise", "file_id")
STATUSES = ("confirmed", "delayed", "shipped", "cannot deliver", "question")
ENDINGS = (".xlsx", ".xls", ".ods")  # a spreadsheet may have saved it in another of its formats
SPARE_ROWS = 20  # open to typing below the lines: a protected sheet takes no copied rows in some programs
FIRST_ROW = 5  # of the lines, counted from 1; the header stands above it

WORDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "de": ("Bitte nur die gelben Felder ausfüllen und die Datei zurücksenden. Zeilen dürfen sortiert oder gelöscht werden; eine Position auf zwei Termine verteilen: Zeile kopieren.",
           ("Bestellung", "Position", "Material", "Bezeichnung", "Offene Menge", "Einheit", "Bedarfstermin", "Aktueller Termin", "Bestätigter Termin", "Bestätigte Menge", "Sendungsnummer", "Status", "Bemerkung")),
    "fr": ("Remplissez seulement les cellules jaunes et renvoyez le fichier. Les lignes peuvent être triées ou supprimées ; pour deux dates, copiez la ligne.",
           ("Commande", "Poste", "Article", "Désignation", "Quantité ouverte", "Unité", "Date requise", "Date actuelle", "Date confirmée", "Quantité confirmée", "Numéro de suivi", "Statut", "Commentaire")),
    "es": ("Rellene solo las celdas amarillas y devuelva el archivo. Las filas pueden ordenarse o borrarse; para dos fechas, copie la fila.",
           ("Pedido", "Posición", "Material", "Descripción", "Cantidad abierta", "Unidad", "Fecha requerida", "Fecha actual", "Fecha confirmada", "Cantidad confirmada", "Número de seguimiento", "Estado", "Comentario")),
    "zh": ("请只填写黄色单元格并发回此文件。行可以排序或删除；分批交货请复制该行。",
           ("订单", "行", "物料", "描述", "未交数量", "单位", "需求日期", "当前交期", "确认日期", "确认数量", "运单号", "状态", "备注")),
}  # fmt: skip
STATUS_WORDS: Mapping[str, tuple[str, ...]] = {
    "de": ("bestätigt", "verzögert", "versendet", "nicht lieferbar", "Frage"),
    "fr": ("confirmé", "retardé", "expédié", "livraison impossible", "question"),
    "es": ("confirmado", "retrasado", "enviado", "no se puede entregar", "pregunta"),
    "zh": ("已确认", "延迟", "已发货", "无法交货", "有疑问"),
}
"""The statuses in the languages of the workbook, in the order of STATUSES."""
ENGLISH = (
    "Fill in the yellow cells only and send the file back. Rows may be sorted or deleted; for two dates, copy the row."
)


@dataclass(frozen=True)
class OpenLine:
    """A line as it is asked about."""

    line_id: int
    purchase_order: str
    line: str
    material: str
    description: str
    open_quantity: float
    unit: str
    required: date | None
    promise: date | None


@dataclass(frozen=True)
class ReturnedRow:
    """One row of a workbook that came back, as text."""

    row: int
    line_id: int | None
    sent_promise: str | None  # None when its column is gone
    purchase_order: str
    line: str
    confirmed: str
    quantity: str
    tracking: str
    status: str
    comment: str


@dataclass(frozen=True)
class Returned:
    """A workbook that came back."""

    file_id: str | None
    rows: tuple[ReturnedRow, ...]


def titles(language: str) -> tuple[str, ...]:
    """The names of a line's facts in a language; a quantity has its unit beside it."""
    names = WORDS[language][1] if language in WORDS else FACTS
    return tuple(name for name, title in zip(names, FACTS, strict=False) if title != "Unit")


def write(path: Path, lines: Sequence[OpenLine], *, supplier: str, language: str, file_id: str, today: date) -> None:
    """Write the workbook for one supplier, in its language and English."""
    import xlsxwriter

    try:
        book = xlsxwriter.Workbook(
            str(path), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        )
        _fill(book, lines, supplier, language, file_id, today)
        book.close()
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        raise FileError(
            tr("Cannot write {path}: {error}. Choose another folder, or close the file.", path=path, error=error)
        ) from error


def _fill(book: Any, lines: Sequence[OpenLine], supplier: str, language: str, file_id: str, today: date) -> None:
    sheet = book.add_worksheet("Open orders")
    bold = book.add_format({"bold": True, "font_size": 14})
    note = book.add_format({"italic": True})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E7ECEF"})
    ask = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#F6D55C"})
    text, day = book.add_format({"num_format": "@"}), book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    free = {"locked": False, "bg_color": "#FFF8DC", "border": 1, "border_color": "#DDD5B0"}
    free_text = book.add_format(free | {"num_format": "@"})
    free_day, free_number = book.add_format(free | {"num_format": "yyyy-mm-dd"}), book.add_format(free)
    local, names = WORDS.get(language, ("", ()))
    sheet.write_string(0, 0, f"Open orders – {supplier} – {today.isoformat()}", bold)
    sheet.write_string(1, 0, ENGLISH, note)
    sheet.write_string(2, 0, local, note)
    titles = (*FACTS, *ANSWERS)
    for column, title in enumerate(titles):
        label = f"{title}\n{names[column]}" if names and names[column] != title else title
        sheet.write_string(FIRST_ROW - 2, column, label, ask if column >= len(FACTS) else head)
    for column, title in enumerate(HIDDEN, len(titles)):
        sheet.write_string(FIRST_ROW - 2, column, title, head)
    for row, one in enumerate(lines, FIRST_ROW - 1):
        for column, value in enumerate((one.purchase_order, one.line, one.material, one.description)):
            sheet.write_string(row, column, value, text)
        sheet.write_number(row, 4, one.open_quantity)
        sheet.write_string(row, 5, one.unit, text)
        for column, value_on in ((6, one.required), (7, one.promise)):
            if value_on:
                sheet.write_datetime(row, column, value_on, day)
        for column, style in enumerate((free_day, free_number, free_text, free_text, free_text), len(FACTS)):
            sheet.write_blank(row, column, None, style)
        sheet.write_number(row, len(titles), one.line_id)
        sheet.write_string(row, len(titles) + 1, one.promise.isoformat() if one.promise else "", text)
        sheet.write_string(row, len(titles) + 2, file_id, text)
    last = FIRST_ROW - 2 + len(lines) + SPARE_ROWS
    for row in range(FIRST_ROW - 1 + len(lines), last + 1):
        for column in range(len(titles)):
            style = {6: free_day, 7: free_day, 8: free_day, 9: free_number, 4: free_number}.get(column, free_text)
            sheet.write_blank(row, column, None, style)
    sheet.data_validation(
        FIRST_ROW - 1,
        8,
        last,
        8,
        {
            "validate": "date",
            "criteria": ">=",
            "value": date(2000, 1, 1),
            "error_type": "warning",
            "input_title": "Confirmed date",
            "input_message": "yyyy-mm-dd",
        },
    )
    sheet.data_validation(
        FIRST_ROW - 1, 9, last, 9, {"validate": "decimal", "criteria": ">=", "value": 0, "error_type": "warning"}
    )
    sheet.data_validation(
        FIRST_ROW - 1, 11, last, 11, {"validate": "list", "source": _choices(language), "error_type": "warning"}
    )
    sheet.set_column(0, 1, 13)
    sheet.set_column(2, 2, 16)
    sheet.set_column(3, 3, 32)
    sheet.set_column(4, 11, 13)
    sheet.set_column(12, 12, 36)
    sheet.set_column(len(titles), len(titles) + 2, 10, None, {"hidden": True})
    sheet.freeze_panes(FIRST_ROW - 1, 2)
    sheet.autofilter(FIRST_ROW - 2, 0, last, len(titles) - 1)
    sheet.protect(
        "",
        {
            "sort": True,
            "autofilter": True,
            "format_columns": True,
            "insert_rows": True,
            "delete_rows": True,
            "format_cells": True,
        },
    )
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    book.set_custom_property("file_id", file_id)


def _choices(language: str) -> list[str]:
    """'confirmed / bestätigt': the statuses in English and the supplier's language."""
    local = STATUS_WORDS.get(language, STATUSES)
    return [one if own == one else f"{one} / {own}" for one, own in zip(STATUSES, local, strict=True)]


def _status(text: str) -> str:
    """The status by its English name, from whichever language it was chosen or typed in."""
    known = {one: one for one in STATUSES}
    for names in STATUS_WORDS.values():
        known |= {name.lower(): one for name, one in zip(names, STATUSES, strict=True)}
    parts = (part.strip().lower() for part in text.split("/"))
    return next((known[part] for part in parts if part in known), text)


def is_ours(path: Path) -> bool:
    """Is this a workbook that asked for dates, whatever became of it?"""
    try:
        read(path)
    except FileError:
        return False
    return True


def read(path: Path) -> Returned:
    """Read a workbook that came back, whatever became of its rows and columns; FileError when it is not one of ours."""
    for grid in readers.read(path):
        for number, row in enumerate(grid.rows[:60]):
            places = _places(row)
            if "purchase order" in places and "line" in places and "confirmed date" in places:
                return _rows(grid, number, places)
    raise FileError(
        tr(
            "{name} is not an open-order workbook: the columns Purchase order, Line and Confirmed date were not found.",
            name=path.name,
        )
    )


def _places(row: Sequence[str]) -> dict[str, int]:
    titles = {title.lower(): title.lower() for title in (*FACTS, *ANSWERS, *HIDDEN)}
    for _, names in WORDS.values():
        titles |= {name.lower(): title.lower() for name, title in zip(names, (*FACTS, *ANSWERS), strict=True)}
    places: dict[str, int] = {}
    for column, cell in enumerate(row):
        parts = [part.strip().lower() for part in re.split(r"[\n\r]+", str(cell)) if part.strip()]
        known = next((titles[part] for part in [" ".join(parts), *parts] if part in titles), None)
        if known is None:
            known = next(
                (title for title in titles.values() if parts and " ".join(parts).startswith(title + " ")), None
            )
        if known:
            places.setdefault(known, column)
    return places


def _rows(grid: readers.Grid, header: int, places: Mapping[str, int]) -> Returned:
    found: list[ReturnedRow] = []
    file_ids: list[str] = []
    for number, row in enumerate(grid.rows[header + 1 :], header + 1):

        def cell(title: str, row: Sequence[str] = row) -> str:
            place = places.get(title)
            text = str(row[place]).strip() if place is not None and place < len(row) else ""
            return text[:2000]

        if not any(str(value).strip() for value in row):
            continue
        identity = re.sub(r"\.0+$", "", cell("line_id"))
        if cell("file_id"):
            file_ids.append(cell("file_id"))
        found.append(
            ReturnedRow(
                row=grid.numbers[number],
                line_id=int(identity) if identity.isdigit() else None,
                sent_promise=cell("sent_promise") if "sent_promise" in places and identity else None,
                purchase_order=re.sub(r"\.0$", "", cell("purchase order")),
                line=re.sub(r"\.0$", "", cell("line")),
                confirmed=cell("confirmed date"),
                quantity=cell("confirmed quantity"),
                tracking=re.sub(r"\.0$", "", cell("tracking number")),
                status=_status(cell("status")),
                comment=cell("comment"),
            )
        )
    return Returned(max(set(file_ids), key=file_ids.count) if file_ids else None, tuple(found))
