"""Scorecards: one supplier's figures over a period with the rows behind them, as PDF, XLSX and CSV."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from supplychain_app.analytics import on_time as timing
from supplychain_app.analytics.line_facts import MISSING, SENT, LineFacts
from supplychain_app.analytics.scorecard import DEFAULT_WEIGHTS
from supplychain_app.analytics.supplier_figures import SupplierFigures
from supplychain_app.domain import periods
from supplychain_app.domain.errors import InvalidInput, NotFound
from supplychain_app.domain.periods import Period
from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.exchange.writers import Cell, Sheet, whole_or_nothing, write_csv
from supplychain_app.language import tr
from supplychain_app.reports.scorecard import (
    ActionRow,
    Basis,
    LineRow,
    PromiseRow,
    QuestionRow,
    ReceiptRow,
    Scorecard,
)
from supplychain_app.services import insight
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.storage import database
from supplychain_app.storage import scorecards as read
from supplychain_app.storage.connection import Database

FORMATS = ("pdf", "xlsx", "csv")


def build(
    db: Database,
    supplier_id: int,
    *,
    period: Period,
    as_of: date,
    weights: Mapping[str, float] = DEFAULT_WEIGHTS,
    knowledge: Knowledge | None = None,
) -> Scorecard:
    """One supplier's scorecard as it would have been printed on `as_of`; `knowledge`: what other cards rest on too."""
    knowledge = knowledge or Knowledge()
    rules = read.rules(db, supplier_id)
    if not rules:
        raise NotFound(tr("There is no supplier {supplier_id} in this workspace.", supplier_id=supplier_id))
    figures = insight.supplier_figures(
        db, supplier_id, as_of=as_of, period=period, weights=weights, knowledge=knowledge
    )
    facts = knowledge.facts(db, as_of).of_supplier(supplier_id)
    ids = _shown(figures, facts)
    return Scorecard(
        figures=figures,
        code=rules["code"] or "",
        basis=Basis(
            early_days=rules["early"],
            late_days=rules["late"],
            quantity_tolerance=rules["tolerance"],
            calendar=tr("calendar days"),
            file=database.path_of(db).name,
        ),
        lines=tuple(_lines(db, facts, ids, period)),
        promises=tuple(_dated(PromiseRow, row) for row in read.promises(db, ids, as_of)),
        receipts=tuple(_dated(ReceiptRow, row) for row in read.receipts(db, ids, as_of)),
        questions=tuple(_question(row, as_of) for row in read.questions(db, supplier_id, period.start, as_of)),
        gaps=_gaps(facts, ids),
        actions=tuple(_dated(ActionRow, row) for row in read.actions(db, supplier_id, period.start, as_of)),
    )


def export(
    db: Database,
    out: Path,
    *,
    suppliers: Sequence[int] | None = None,
    period: Period,
    formats: Sequence[str] = ("pdf", "xlsx"),
    as_of: date,
    sheet: str = "A4",
    weights: Mapping[str, float] = DEFAULT_WEIGHTS,
    report: Report = silent,
    cancelled: IsCancelled = never,
) -> list[Path]:
    """Write the scorecards of these suppliers (default: all that had lines due) into a folder; returns the files."""
    from supplychain_app.reports import scorecard_pdf, scorecard_xlsx

    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        raise InvalidInput(
            tr(
                "There is no format “{name}”. Choose from {choices}.",
                name=", ".join(unknown),
                choices=", ".join(FORMATS),
            )
        )
    knowledge = Knowledge()
    chosen = list(suppliers) if suppliers is not None else _with_lines_due(db, knowledge.facts(db, as_of), period)
    if not chosen:
        raise NotFound(tr("No supplier had a line due in {name}. Choose another period.", name=period.name))
    written: list[Path] = []
    summary: list[Sequence[Cell]] = []
    taken: set[str] = set()
    if len(chosen) > 1:
        knowledge.forecasts(db, as_of)  # one for all cards
    for place, supplier_id in enumerate(chosen):
        stop_if(cancelled)
        card = build(db, supplier_id, period=period, as_of=as_of, weights=weights, knowledge=knowledge)
        report(place, len(chosen), tr("Scorecard of {supplier}", supplier=card.figures.supplier))
        name = _file_name(card, taken)
        if "pdf" in formats:
            with whole_or_nothing(out / f"{name}.pdf") as partial:
                scorecard_pdf.write(card, partial, sheet=sheet)
            written.append(out / f"{name}.pdf")
        if "xlsx" in formats:
            with whole_or_nothing(out / f"{name}.xlsx") as partial:
                scorecard_xlsx.write(card, partial)
            written.append(out / f"{name}.xlsx")
        summary.append(_summary(card))
    if "csv" in formats:
        path = out / f"scorecards-{period.name.replace('..', '-to-')}.csv"
        write_csv(path, Sheet("Scorecards", SUMMARY, summary))
        written.append(path)
    report(len(chosen), len(chosen), tr("Scorecards written"))
    return written


def resolve(db: Database, names: Iterable[str]) -> list[int]:
    """The ids of suppliers given by code or (part of a) name; NotFound or InvalidInput where that is not one."""
    found: list[int] = []
    for text in names:
        matches = read.find_suppliers(db, text)
        if not matches:
            raise NotFound(
                tr("There is no supplier “{text}” in this workspace. Give its code or a part of its name.", text=text)
            )
        if len(matches) > 1:
            some = ", ".join(name for _, name in matches[:4])
            raise InvalidInput(
                tr(
                    "“{text}” fits {n} suppliers: {some}. Give the code or the whole name.",
                    text=text,
                    n=len(matches),
                    some=some,
                )
            )
        found.append(matches[0][0])
    return list(dict.fromkeys(found))


def last_quarter(as_of: date) -> Period:
    """The last whole quarter before a day: what a scorecard is about when nobody says otherwise."""
    return periods.quarter(as_of.year, (as_of.month - 1) // 3 + 1).previous


def usual_period(db: Database, as_of: date, knowledge: Knowledge | None = None) -> Period:
    """The last whole quarter; of an archive that ended before it, the last one that holds lines."""
    usual = last_quarter(as_of)
    last = (knowledge or Knowledge()).year(db, as_of).end
    return usual if last >= usual.start else periods.quarter(last.year, (last.month - 1) // 3 + 1)


SUMMARY = (
    "supplier_code", "supplier_name", "country", "period", "as_of", "lines", "grade", "score", "score_low",
    "score_high", "on_time_first_promise", "on_time_last_promise", "on_time_required", "lateness_p50", "lateness_p80",
    "open_past_due", "slips", "days_slipped", "reply_p50_hours", "open_questions", "lead_time_p50", "planning_days",
    "erp_days",
)  # fmt: skip


def _summary(card: Scorecard) -> Sequence[Cell]:
    f, first, row = card.figures, card.figures.on_time.first_promise, card.figures.lead_time
    low, high = f.grade.interval or (None, None)
    graded = bool(f.grade.letters)
    return (
        card.code, f.supplier, f.country, f.period_name, f.as_of, f.lines, "-".join(f.grade.letters),
        f.grade.score if graded else None, low if graded else None, high if graded else None,
        first.otif.value, f.on_time.last_promise.otif.value, f.on_time.required.otif.value,
        first.lateness_p50, first.lateness_p80, first.open_past_due, f.promises.slips, f.promises.days_slipped,
        f.responsiveness.replies.p50, f.responsiveness.open_questions,
        row.p50 if row else None, row.planning_days if row else None, row.erp_days if row else None,
    )  # fmt: skip


def _with_lines_due(db: Database, facts: LineFacts, period: Period) -> list[int]:
    """Suppliers (not our own warehouses) with a line due in the period, by name."""
    due = np.zeros(len(facts), dtype=bool)
    for base in timing.BASES:
        due |= timing.is_due(facts, timing.base_day(facts, base), period.start.toordinal(), period.end.toordinal())
    busy = set(facts.supplier[due].tolist())
    return [supplier_id for supplier_id, _ in read.supplier_ids(db) if supplier_id in busy]


def _shown(figures: SupplierFigures, facts: LineFacts) -> list[int]:
    """Every line that counts on a base, is late, or is still open."""
    on_time = figures.on_time
    ids = {
        line_id for base in (on_time.required, on_time.first_promise, on_time.last_promise) for line_id in base.line_ids
    }
    ids |= {row.line_id for row in figures.worst} | {row.line_id for row in figures.at_risk}
    ids |= set(facts.line_id[facts.is_open].tolist())
    return sorted(ids)


def _gaps(facts: LineFacts, ids: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """What is missing on the lines that are shown."""
    shown = facts.select(np.isin(facts.line_id, list(ids)))
    return (
        ("sent date", int((shown.issued_basis != SENT).sum())),
        ("promise", int((shown.graded == MISSING).sum())),
        ("date needed", int((shown.required == MISSING).sum())),
    )


def _lines(db: Database, facts: LineFacts, ids: Sequence[int], period: Period) -> Iterable[LineRow]:
    place = {int(line_id): index for index, line_id in enumerate(facts.line_id.tolist())}
    kept: dict[str, list[bool | None]] = {}
    for base in timing.BASES:
        day = timing.base_day(facts, base)
        due = timing.is_due(facts, day, period.start.toordinal(), period.end.toordinal()).tolist()
        good = timing.is_on_time(facts, day).tolist()
        kept[base] = [bool(on_time) if counts else None for counts, on_time in zip(due, good, strict=True)]
    late = timing.lateness_days(facts, facts.graded).tolist()
    is_open = facts.is_open.tolist()
    for row in read.lines(db, ids):
        at = place[row["id"]]
        promised = int(facts.graded[at]) != MISSING
        yield LineRow(
            line_id=row["id"],
            purchase_order=row["purchase_order"],
            line=row["line"],
            material=row["material"],
            description=row["description"],
            quantity=float(facts.quantity[at]),
            unit=row["unit"],
            issued=_day(facts.issued[at]),
            acknowledged=_day(facts.acknowledged[at]),
            required=_day(facts.required[at]),
            first_promise=_day(facts.graded[at]),
            last_promise=_day(facts.promise[at]),
            promises=int(facts.promises[at]),
            completed=_day(facts.completed[at]),
            received=float(facts.received[at]),
            rejected=float(facts.rejected[at]),
            kept_required=kept["required"][at],
            kept_first=kept["first_promise"][at],
            kept_last=kept["last_promise"][at],
            days_late=int(late[at]) if promised else None,
            is_open=bool(is_open[at]),
        )


def _day(ordinal: Any) -> date | None:
    return None if int(ordinal) == MISSING else date.fromordinal(int(ordinal))


def _dated(kind: Any, row: Mapping[str, Any]) -> Any:
    """A row of the file as a dataclass, its `*_on` texts as days; `promised_on` of the file is a day too."""
    return kind(**{k: date.fromisoformat(v) if k.endswith("_on") and v is not None else v for k, v in row.items()})


def _question(row: Mapping[str, Any], as_of: date) -> QuestionRow:
    asked = date.fromisoformat(row["asked_on"])
    is_open = row["answered_on"] is None
    found = _dated(QuestionRow, {**row, "days_open": (as_of - asked).days if is_open else None})
    assert isinstance(found, QuestionRow)
    return found


def _file_name(card: Scorecard, taken: set[str]) -> str:
    """'scorecard-Kessler-Guss-2026Q3', safe on every system and not used twice."""
    supplier = re.sub(r"[^\w]+", "-", card.figures.supplier).strip("-")[:60] or "supplier"
    name = f"scorecard-{supplier}-{card.figures.period_name.replace('..', '-to-')}"
    if name.casefold() in taken:
        name = f"{name}-{card.code or card.figures.supplier_id}"
    taken.add(name.casefold())
    return name
