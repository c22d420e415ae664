"""Lets any table leave the workspace: as CSV or XLSX, arrivals and check-ins also as a calendar."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from supplychain_app.domain.errors import InvalidInput
from supplychain_app.domain.money import major
from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.exchange.writers import Appointment, Cell, Sheet, write_calendar, write_table
from supplychain_app.language import tr
from supplychain_app.reports import words
from supplychain_app.reports.next_steps import STEPS
from supplychain_app.services import insight, worklist
from supplychain_app.storage import exports, lead_time_decisions
from supplychain_app.storage.connection import Database
from supplychain_app.storage.lead_time_decisions import Decision
from supplychain_app.storage.query import RowQuery

Rows = Iterator[Sequence[Cell]]
VIEW_BLOCK = 1_000  # rows read at a time
Figures = Callable[[Database, date], Sheet]


def tables() -> tuple[str, ...]:
    """The names `export` knows."""
    return (*exports.TABLES, *_FIGURES)


def export(
    db: Database, table: str, out: Path, *, as_of: date, report: Report = silent, cancelled: IsCancelled = never
) -> Path:
    """Write one table to a file, whole or not at all.

    CSV, XLSX, or ICS for `arrivals`, `check-ins` and `own-days`. Figures (`lead-times`, `forecast`, `today`) are as
    known on `as_of`; the other tables are as they are now. InvalidInput for a table or an ending that is not known.
    """
    if table not in tables():
        raise InvalidInput(
            tr(
                "There is no table “{table}” to export. Choose from {choices}.",
                table=table,
                choices=", ".join(tables()),
            )
        )
    ending = out.suffix.lower()
    if ending not in (".csv", ".xlsx", ".ics"):
        raise InvalidInput(
            tr("“{name}” must end in .csv, .xlsx or .ics to say which kind of file to write.", name=out.name)
        )
    report(0, 0, tr("Exporting {table}", table=table))
    if ending == ".ics":
        if table not in _CALENDARS:
            raise InvalidInput(
                tr(
                    "Only {choices} can go into a calendar. Write {table} as .csv or .xlsx.",
                    choices=", ".join(_CALENDARS),
                    table=table,
                )
            )
        # The stamp is the as-of day, so that the same workspace gives the same file.
        stamp = datetime.fromisoformat(f"{as_of}T00:00:00+00:00")
        write_calendar(out, table.capitalize(), _CALENDARS[table](db, as_of), stamp=stamp)
        return out
    if table in exports.TABLES:
        sheet = Sheet(table, exports.headers(db, table), _told(exports.rows(db, table), table, report, cancelled))
    else:
        sheet = _FIGURES[table](db, as_of)
    write_table(out, sheet)
    return out


def export_view(
    db: Database,
    query: RowQuery,
    titles: Sequence[str],
    out: Path,
    *,
    report: Report = silent,
    cancelled: IsCancelled = never,
) -> Path:
    """Write the rows of a table as it is filtered, sorted and shown: the columns of `query` under these titles."""

    def rows() -> Rows:
        ids = query.ids(db)
        for start in range(0, len(ids), VIEW_BLOCK):
            stop_if(cancelled)
            report(start, len(ids), tr("Exporting the view"))
            block = ids[start : start + VIEW_BLOCK].tolist()
            found = query.rows(db, block)
            yield from (_cells(dict(zip(query.columns, found[one], strict=True))) for one in block if one in found)

    write_table(out, Sheet(query.source.name, list(titles), rows()))
    return out


def _cells(row: dict[str, Any]) -> list[Cell]:
    """A stored row as a spreadsheet takes it: days as dates, money in its own units."""
    return [_cell(name, value, row.get("currency")) for name, value in row.items()]


def _cell(name: str, value: Any, currency: str | None) -> Cell:
    if name.endswith("_minor") and value is not None:
        return major(value, currency)
    if name.endswith(("_on", "_promise")) and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value  # type: ignore[no-any-return]


def _told(rows: Rows, table: str, report: Report, cancelled: IsCancelled) -> Rows:
    for done, row in enumerate(rows):
        if done % 2000 == 0:
            stop_if(cancelled)
            report(done, 0, tr("Exporting {table}", table=table))
        yield row


def _arrivals(db: Database, as_of: date) -> Iterator[Appointment]:
    """One whole day a line that is still to come."""
    names = exports.headers(db, "arrivals")
    for cells in exports.rows(db, "arrivals"):
        row = dict(zip(names, cells, strict=True))
        if row["expected_on"] < as_of:
            continue
        goods = row["description"] or row["material"] or tr("Order {order}", order=row["purchase_order"])
        quantity = f"{words.number(row['open_quantity'])} {row['unit'] or ''}".strip()
        source = {
            "carrier": tr("the carrier expects it"),
            "promise": tr("promised"),
            "needed": tr("needed, no date promised"),
        }
        told = [
            tr(
                "Order {order}, line {line}: {source}.",
                order=row["purchase_order"],
                line=row["line"],
                source=source[row["expected_by"]],
            )
        ]
        if row["required_on"] is not None:
            told.append(tr("Needed {day}.", day=words.long_day(row["required_on"])))
        yield Appointment(
            uid=f"{row['purchase_order']}-{row['line']}@supplychain-app",
            day=row["expected_on"],
            summary=" · ".join(part for part in (goods, quantity, row["supplier_name"]) if part),
            description=" ".join(told),
        )


def _check_ins(db: Database, as_of: date) -> Iterator[Appointment]:
    """Each check-in that is planned and not held."""
    names = exports.headers(db, "check-ins")
    for cells in exports.rows(db, "check-ins"):
        row = dict(zip(names, cells, strict=True))
        if row["held_on"] is None and row["planned_on"] >= as_of:
            yield Appointment(
                uid=f"check-in-{row['supplier_name']}-{row['planned_on']}@supplychain-app",
                day=row["planned_on"],
                summary=tr("Check-in with {supplier}", supplier=row["supplier_name"]),
                description=row["note"] or "",
            )


def _own_days(db: Database, as_of: date) -> Iterator[Appointment]:
    """Each closure, and each span of days that are worked though others rest, that has not passed."""
    names = exports.headers(db, "own-days")
    for cells in exports.rows(db, "own-days"):
        row = dict(zip(names, cells, strict=True))
        if row["last_on"] < as_of:
            continue
        whose = row["supplier_name"] or tr("We")
        what = tr("{whose}: closed", whose=whose) if row["kind"] == "closed" else tr("{whose}: at work", whose=whose)
        yield Appointment(
            uid=f"own-days-{row['supplier_name'] or ''}-{row['first_on']}-{row['kind']}@supplychain-app",
            day=row["first_on"],
            last=row["last_on"],
            summary=what,
            description=row["reason"] or "",
        )


def export_lead_times(
    db: Database, out: Path, *, by: Sequence[str], service_level: float, as_of: date
) -> tuple[int, int]:
    """Write the planning lead times just as a screen shows them: its grouping and its service level.

    Returns how many were written, and on how many of them there is a decision.
    """
    sheet = _lead_times(db, as_of, by=by, service_level=service_level)
    rows = list(sheet.rows)
    write_table(out, Sheet(sheet.name, sheet.headers, rows))
    decision = sheet.headers.index("decision")
    return len(rows), sum(row[decision] is not None for row in rows)


def _lead_times(
    db: Database, as_of: date, *, by: Sequence[str] = ("material", "supplier"), service_level: float = 0.8
) -> Sheet:
    found = insight.lead_times(db, as_of=as_of, by=by, service_level=service_level)
    decided = lead_time_decisions.holding(db)
    headers = (
        *found.by, "n", "open", "p50", "p80", "p95", "service_level", "planning_days", "interval_low", "interval_high",
        "erp_days", "hope_gap_days", "verdict", "borrowed_share", "decided_days", "decision", "decided_on", "reason",
    )  # fmt: skip
    rows = (
        (
            *(r.keys.get(field, "") for field in found.by), r.n, r.open, r.p50, r.p80, r.p95, r.service_level,
            r.planning_days, *r.interval, r.erp_days, r.hope_gap_days, r.verdict, r.borrowed_share,
            *_decision(decided.get(r.source) if r.source else None),
        )
        for r in found.rows
    )  # fmt: skip
    return Sheet("lead-times", headers, rows)


def _decision(found: Decision | None) -> tuple[Cell, ...]:
    """What an ERP loads of a decision; empty cells where nothing was decided, for there nothing is to change."""
    if found is None:
        return (None, None, None, None)
    return (found.planning_days, found.decision, date.fromisoformat(found.decided_at[:10]), found.reason)


def _forecast(db: Database, as_of: date) -> Sheet:
    found = insight.forecast(db, as_of=as_of, levels=(0.1, 0.5, 0.8, 0.9))
    headers = (
        "purchase_order",
        "line",
        "basis",
        "issued",
        "promise",
        "required",
        "p_late",
        "q0.1",
        "q0.5",
        "q0.8",
        "q0.9",
    )
    rows = (
        (
            r.purchase_order, r.line, r.basis, r.issued, r.promise, r.required, r.p_late,
            *(r.quantiles.get(level) for level in (0.1, 0.5, 0.8, 0.9)),
        )
        for r in found
    )  # fmt: skip
    return Sheet("forecast", headers, rows)


def _today(db: Database, as_of: date) -> Sheet:
    found = worklist.build(db, today=as_of, compare=False)
    headers = ("group", "purchase_order", "line", "supplier", "what", "why", "impact", "owner", "next_step", "due")
    rows = (
        (
            r.group, r.purchase_order, r.line, r.supplier, r.what, r.why, r.impact, r.owner,
            STEPS[r.next_step].words, r.due,
        )
        for r in found.rows
    )  # fmt: skip
    return Sheet("today", headers, rows)


def _suppliers_figures(db: Database, as_of: date) -> Sheet:
    found = insight.suppliers(db, as_of=as_of)
    headers = (
        "supplier", "country", "lines", "open", "past_due", "on_time", "on_time_n", "lateness_p80", "planning_days",
        "hope_gap_days", "reply_p50_hours", "open_questions", "slips", "grade",
    )  # fmt: skip
    rows = (
        (
            r.supplier, r.country, r.lines, r.open, r.past_due, r.on_time.value, r.on_time.n, r.lateness_p80,
            r.planning_days, r.hope_gap_days, r.reply_p50_hours, r.open_questions, r.slips, "-".join(r.grade.letters),
        )
        for r in found
    )  # fmt: skip
    return Sheet("supplier-figures", headers, rows)


def _weak_links(db: Database, as_of: date) -> Sheet:
    headers = ("by", "name", "n", "late", "days_lost", "days_lost_share", "variation_share", "ranked")
    rows = (
        (by, link.name, link.n, link.late, link.days_lost, link.days_lost_share, link.variation_share, int(link.ranked))
        for by in ("stage", "party", "supplier", "lane", "carrier", "mode")
        for link in insight.weak_links(db, by=by, as_of=as_of).links
    )
    return Sheet("weak-links", headers, rows)


_CALENDARS: dict[str, Callable[[Database, date], Iterator[Appointment]]] = {
    "arrivals": _arrivals,
    "check-ins": _check_ins,
    "own-days": _own_days,
}
_FIGURES: dict[str, Figures] = {
    "lead-times": _lead_times,
    "forecast": _forecast,
    "today": _today,
    "supplier-figures": _suppliers_figures,
    "weak-links": _weak_links,
}
