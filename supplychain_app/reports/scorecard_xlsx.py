"""The workbook beside a scorecard: every figure with its n and meaning, and every row behind it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from supplychain_app.analytics.on_time import BaseFigures
from supplychain_app.analytics.rates import Rate
from supplychain_app.analytics.weak_links import WeakLinks
from supplychain_app.language import tr
from supplychain_app.reports import scorecard_words as said
from supplychain_app.reports import words
from supplychain_app.reports.figures.weak_links import link_name
from supplychain_app.reports.scorecard import Scorecard

Cell = str | int | float | date | bool | None
Row = Sequence[Cell]
FIGURES = (tr("Figure"), tr("Value"), tr("Unit"), "n", tr("From"), tr("To"), tr("Means"))
OF_100, SHARE, IN_LINES, IN_DAYS = tr("of 100"), tr("share", "unit"), tr("lines", "unit"), tr("days", "unit")
ASKED_BY = {"us": tr("us", "who asked"), "them": tr("them", "who asked")}


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
    book.set_properties(
        {
            "title": tr(
                "Scorecard {supplier}, {period_name}",
                supplier=card.figures.supplier,
                period_name=card.figures.period_name,
            )
        }
    )
    try:
        _figures(book, formats, card)
        for name, headers, rows in sheets(card):
            _table(book.add_worksheet(name), formats, headers, rows)
    finally:
        book.close()


def figure_rows(card: Scorecard) -> list[Row]:
    """Every figure of the PDF: name, value, unit, n, interval, meaning."""
    f, grade = card.figures, card.figures.grade
    low, high = grade.interval or (None, None)
    rows: list[Row] = [
        (tr("Grade"), said.letters(card) or tr("too few to say"), "", grade.n, low, high, tr("see weights below"))
    ]
    rows.append(
        (
            tr("Score"),
            grade.score if grade.letters else None,
            OF_100,
            grade.n,
            low,
            high,
            tr("weighted mean of the parts"),
        )
    )
    for part in grade.parts:
        low, high = part.interval or (None, None)
        name = tr("Part: {part}", part=words.PARTS.get(part.name, part.name))
        rows.append(
            (name, part.score, OF_100, part.n, low, high, tr("weight {weight}", weight=words.number(part.weight)))
        )
    for base in (f.on_time.first_promise, f.on_time.last_promise, f.on_time.required):
        rows += _base(base, said.window(card.basis))
    rows += [
        (
            tr("Rejected"),
            card.rejected_ppm,
            "ppm",
            card.counted_receipts,
            None,
            None,
            tr("rejected of a million received"),
        ),
        (
            tr("Lines with a promise"),
            f.promises.lines,
            IN_LINES,
            f.promises.lines,
            None,
            None,
            tr("first promise in the period"),
        ),
        (
            tr("Moves later"),
            f.promises.slips,
            tr("moves"),
            f.promises.lines,
            None,
            None,
            tr("promises replaced by a later date"),
        ),
        (tr("Lines that moved later"), f.promises.slipped_lines, IN_LINES, f.promises.lines, None, None, ""),
        (
            tr("Days moved later"),
            f.promises.days_slipped,
            IN_DAYS,
            f.promises.lines,
            None,
            None,
            tr("sum of all later moves"),
        ),
        _rate(tr("Warned five working days before"), f.promises.noticed, tr("share of moves")),
        _rate(tr("Second promise kept"), f.promises.second_kept, tr("of lines that moved")),
        (
            tr("Never confirmed"),
            f.promises.never_confirmed,
            IN_LINES,
            f.promises.lines,
            None,
            None,
            tr("no promise, no acknowledgement"),
        ),
        _rate(tr("Confirmed within two working days"), f.responsiveness.acknowledged_in_two, tr("share of orders")),
        (
            tr("Time to answer us, half"),
            f.responsiveness.replies.p50,
            tr("working hours"),
            f.responsiveness.replies.n,
            *f.responsiveness.replies.interval,
            tr("open questions are counted as still waiting"),
        ),
        (
            tr("Questions open"),
            f.responsiveness.open_questions,
            tr("questions"),
            f.responsiveness.replies.n,
            None,
            None,
            "",
        ),
    ]
    row = f.lead_time
    if row is not None:
        low, high = row.interval
        rows += [
            (tr("Lead time, half"), row.p50, IN_DAYS, row.n, *row.p50_interval, tr("order sent to complete")),
            (tr("Lead time, 80 %"), row.p80, IN_DAYS, row.n, *row.p80_interval, tr("order sent to complete")),
            (
                tr("Lead time to plan with"),
                row.planning_days,
                IN_DAYS,
                row.n,
                low,
                high,
                tr("covers {service_level}", service_level=words.percent(row.service_level)),
            ),
            (tr("Lead time quoted"), row.erp_days, IN_DAYS, row.n, None, None, tr("as the ERP has it")),
        ]
    rows += [
        (tr("Ours: {what}", what=what), figure, "", f.our_doing.lines, None, None, tr("what we did to them"))
        for what, figure in said.our_doing(card)
    ]
    return rows


def sheets(card: Scorecard) -> list[tuple[str, Sequence[str], list[Row]]]:
    """Name, headers and rows of each sheet behind the figures."""
    f, chart = card.figures, card.figures.behaviour
    outside = {signal.index: _named(said.SIGNALS, signal.kind) for signal in chart.signals}
    return [
        (tr("Lines"), LINES, [_line(card, row.line_id) for row in card.lines]),
        (
            tr("Late lines"),
            (
                tr("Order"),
                tr("Line"),
                tr("Material"),
                tr("Held against"),
                tr("Complete"),
                tr("Days late"),
                tr("Dates given"),
            ),
            [
                (
                    r.purchase_order,
                    r.line,
                    r.material,
                    r.base,
                    r.completed,
                    r.days_late,
                    r.promises,
                )
                for r in f.worst
            ],
        ),
        (
            tr("Open at risk"),
            (
                tr("Order"),
                tr("Line"),
                tr("Sent"),
                tr("Promised"),
                tr("Needed"),
                tr("Chance of late"),
                tr("Half by"),
                tr("80 % by"),
                tr("From"),
                tr("Past lines"),
            ),
            [
                (
                    r.purchase_order,
                    r.line,
                    r.issued,
                    r.promise,
                    r.required,
                    r.p_late,
                    r.quantiles.get(0.5),
                    r.quantiles.get(0.8),
                    _named(said.FORECAST_FROM, r.basis),
                    r.n,
                )
                for r in f.at_risk
            ],
        ),
        (
            tr("Promises"),
            (tr("Order"), tr("Line"), tr("Told on"), tr("Promised for"), tr("Through"), tr("By"), tr("Evidence")),
            [
                (
                    r.purchase_order,
                    r.line,
                    r.known_on,
                    r.promised_on,
                    _named(said.THROUGH, r.source),
                    r.told_by,
                    r.evidence,
                )
                for r in card.promises
            ],
        ),
        (
            tr("Receipts"),
            (tr("Order"), tr("Line"), tr("Received"), tr("Posted"), tr("Quantity"), tr("Rejected"), tr("Document")),
            [
                (r.purchase_order, r.line, r.received_on, r.posted_on, r.quantity, r.rejected, r.document)
                for r in card.receipts
            ],
        ),
        (
            tr("Questions"),
            (tr("Asked"), tr("By"), tr("About"), tr("Words"), tr("Answered"), tr("Days open")),
            [
                (
                    r.asked_on,
                    _named(ASKED_BY, r.asked_by),
                    r.about,
                    r.words or _named(said.ASKED, r.kind),
                    r.answered_on,
                    r.days_open,
                )
                for r in card.questions
            ],
        ),
        (
            tr("Agreed actions"),
            (tr("What"), tr("Side"), tr("Owner"), tr("Due"), tr("Done")),
            [(r.what, _named(said.SIDES, r.side), r.owner, r.due_on, r.done_on) for r in card.actions],
        ),
        (
            tr("By month"),
            (tr("Month"), tr("On time"), tr("Lines"), tr("Signal")),
            [(label, chart.values[i], chart.counts[i], outside.get(i, "")) for i, label in enumerate(chart.labels)],
        ),
        (tr("Stages"), LINKS, _links(f.stages)),
        (tr("Whose days"), LINKS, _links(f.parties)),
    ]


LINES = (
    tr("Order"),
    tr("Line"),
    tr("Material"),
    tr("Description"),
    tr("Quantity"),
    tr("Unit"),
    tr("Sent"),
    tr("Acknowledged"),
    tr("Needed"),
    tr("First promise"),
    tr("Last promise"),
    tr("Dates given"),
    tr("Complete"),
    tr("Received"),
    tr("Rejected"),
    tr("Kept first promise"),
    tr("Kept last promise"),
    tr("Kept date needed"),
    tr("Days late"),
    tr("Open"),
)
LINKS = (tr("Link"), tr("Lines"), tr("Late here"), tr("Days lost"), tr("Share"), tr("Share of the variation"))


def _line(card: Scorecard, line_id: int) -> Row:
    r = card.line(line_id)
    assert r is not None
    return (
        r.purchase_order, r.line, r.material, r.description, r.quantity, r.unit, r.issued, r.acknowledged, r.required,
        r.first_promise, r.last_promise, r.promises, r.completed, r.received, r.rejected, _flag(r.kept_first),
        _flag(r.kept_last), _flag(r.kept_required), r.days_late, tr("open") if r.is_open else "",
    )  # fmt: skip


def _named(names: Mapping[str, str], code: str | None) -> str:
    """A code of ours in words."""
    return names.get(code or "", code or "")


def _flag(kept: bool | None) -> str:
    return tr("not counted") if kept is None else tr("yes") if kept else tr("no")


def _links(found: WeakLinks) -> list[Row]:
    rows: list[Row] = [
        (link_name(x, found.by), x.n, x.late, x.days_lost, x.days_lost_share, x.variation_share) for x in found.links
    ]
    if found.unexplained_days:
        rows.append((tr("Not explained"), found.n, None, found.unexplained_days, None, None))
    return rows


def _base(base: BaseFigures, window: str) -> list[Row]:
    name = words.BASES[base.base]
    return [
        _rate(
            tr("On time and in full, {name}", name=name),
            base.otif,
            tr("lines complete {window} {name}", window=window, name=name),
        ),
        _rate(tr("Orders on time and in full, {name}", name=name), base.otif_orders, tr("all lines of the order")),
        (
            tr("Quantity on time, {name}", name=name),
            base.quantity_share,
            SHARE,
            base.n,
            None,
            None,
            tr("received in time of ordered"),
        ),
        (
            tr("Value on time, {name}", name=name),
            base.value_share,
            SHARE,
            base.n,
            None,
            None,
            tr("the same, weighted by value"),
        ),
        (
            tr("Lateness, half, {name}", name=name),
            base.lateness_p50,
            IN_DAYS,
            base.n,
            None,
            None,
            tr("open lines count as late so far"),
        ),
        (
            tr("Lateness, 80 %, {name}", name=name),
            base.lateness_p80,
            IN_DAYS,
            base.n,
            None,
            None,
            tr("open lines count as late so far"),
        ),
        (
            tr("Open and past due, {name}", name=name),
            base.open_past_due,
            IN_LINES,
            base.n,
            None,
            None,
            tr("a miss already"),
        ),
    ]


def _rate(name: str, rate: Rate, means: str) -> Row:
    low, high = rate.interval or (None, None)
    return (name, rate.value, SHARE, rate.n, low, high, means + (tr(" (too few to say)") if rate.too_few else ""))


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
        share = SHARE in row[2:3] or None
        for column, cell in enumerate(row):
            if cell is None:
                continue
            if isinstance(cell, str):
                sheet.write_string(place, column, cell)
            elif isinstance(cell, date):
                sheet.write_datetime(place, column, datetime(cell.year, cell.month, cell.day), formats["day"])
            else:
                is_share = (share and column in (1, 4, 5)) or headers[column] in (
                    tr("On time"),
                    tr("Share"),
                    tr("Chance of late"),
                    tr("Share of the variation"),
                )
                whole = not is_share and float(cell).is_integer()
                sheet.write_number(place, column, cell, None if whole else formats["share" if is_share else "number"])
    return top + len(rows)
