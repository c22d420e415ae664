"""Figures on the command line: lead times, forecasts and their self-test, weak links, responsiveness."""

import csv
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from supplychain_app.analytics.shrinkage import TOO_FEW
from supplychain_app.cli.workspace import (
    Day,
    as_of_option,
    json_option,
    opened,
    print_json,
    print_table,
    progress,
    today_of,
    workspace_option,
)
from supplychain_app.domain import periods
from supplychain_app.domain.errors import FileError, InvalidInput
from supplychain_app.exchange.writers import whole_or_nothing
from supplychain_app.reports import words
from supplychain_app.services import insight

csv_option = click.option(
    "--csv", "csv_file", type=click.Path(dir_okay=False, path_type=Path), help="Write a CSV file."
)


@click.command("lead-times")
@workspace_option
@click.option("--by", default="material,supplier", show_default=True, help="Fields to group by, with commas.")
@click.option("--service-level", type=float, default=0.8, show_default=True, help="Share of deliveries to cover.")
@as_of_option
@json_option
@csv_option
def lead_times_command(
    *,
    workspace: str | None,
    by: str,
    service_level: float,
    as_of: date | None,
    as_json: bool,
    csv_file: Path | None,
) -> None:
    """Lead times to plan with, beside the ERP's figures."""
    fields = tuple(dict.fromkeys(field.strip() for field in by.split(",") if field.strip()))
    with opened(workspace) as db:
        table = insight.lead_times(
            db, by=fields, service_level=service_level, as_of=as_of or today_of(db), report=progress()
        )
    rows = [_lead_time(row) for row in table.rows]
    if csv_file is not None:
        flat = [{**row, "interval": None} for row in rows]
        for plain, row in zip(flat, rows, strict=True):
            del plain["interval"]
            plain["interval_low"], plain["interval_high"] = row["interval"]
        _write_csv(csv_file, list(flat[0]) if flat else [*fields, "n"], flat)
        click.echo(f"Wrote {len(flat):,} rows to {csv_file}.", err=as_json)
    if as_json:
        print_json(
            {
                "rows": rows,
                "service_level": service_level,
                "n": table.n,
                "open": table.open,
                "left_out": table.left_out,
                "stand_in_share": table.stand_in_share,
            }
        )
    elif csv_file is None:
        shown = [
            [
                *(row[field] for field in fields),
                *(_text(row[name]) for name in ("n", "open")),
                *(_text(row[name] if row["n"] >= TOO_FEW else None) for name in ("p50", "p80", "p95")),
                _text(row["planning_days"]),
                _between(row["interval"]),
                _text(row["erp_days"]),
                _text(row["hope_gap_days"]),
                row["verdict"] or words.REASONS.get(row["reason"], row["reason"]),
                f"{row['borrowed_share']:.0%}",
            ]
            for row in rows
        ]
        heads = ["n", "open", "P50", "P80", "P95", "plan", "interval", "ERP", "gap", "verdict", "borrowed"]
        print_table([*fields, *heads], shown)
        if not rows:
            click.echo(_no_lead_times(table.left_out))


def _no_lead_times(left_out: int) -> str:
    if left_out:
        return (
            f"No lead times can be told: all {left_out:,} lines lack the day on which they were ordered, "
            "or have one that cannot be right. `check` names them."
        )
    return "No lines with a start and a receipt yet: import orders and receipts first."


def _lead_time(row: Any) -> dict[str, Any]:
    return {
        **row.keys,
        "n": row.n,
        "open": row.open,
        "p50": row.p50,
        "p80": row.p80,
        "p95": row.p95,
        "service_level": row.service_level,
        "planning_days": row.planning_days,
        "interval": list(row.interval),
        "erp_days": row.erp_days,
        "hope_gap_days": row.hope_gap_days,
        "verdict": row.verdict,
        "borrowed_share": row.borrowed_share,
        "reason": row.reason,
        "bias_days": row.bias_days,
    }


@click.command("forecast")
@workspace_option
@as_of_option
@click.option("--levels", default=None, help="Quantiles to give, such as 0.1,0.5,0.9.")
@click.option("--without-promise", is_flag=True, help="As if no supplier had promised anything.")
@csv_option
@json_option
def forecast_command(
    *,
    workspace: str | None,
    as_of: date | None,
    levels: str | None,
    without_promise: bool,
    csv_file: Path | None,
    as_json: bool,
) -> None:
    """When each open line will arrive."""
    wanted = _levels(levels)
    with opened(workspace) as db:
        found = insight.forecast(
            db,
            as_of=as_of or today_of(db),
            levels=tuple(wanted.values()),
            with_promise=not without_promise,
            report=progress(),
        )
    columns = [
        "purchase_order",
        "line",
        "source_file",
        "source_row",
        "basis",
        "issued",
        "promise",
        "required",
        "p_late",
    ]
    rows = []
    for one in found:
        row: dict[str, Any] = {column: getattr(one, column) for column in columns}
        row |= {f"q{text}": one.quantiles.get(level) for text, level in wanted.items()}
        rows.append(row)
    columns += [f"q{text}" for text in wanted]
    if csv_file is not None:
        _write_csv(csv_file, columns, rows)
        click.echo(f"Wrote {len(rows):,} rows to {csv_file}.", err=as_json)
    if as_json:
        print_json(rows)
    elif csv_file is None:
        shown = [column for column in columns if not column.startswith("source")]
        print_table(shown, [[_cell(column, row[column]) for column in shown] for row in rows])
        if not rows:
            click.echo("No open lines.")


def _levels(text: str | None) -> dict[str, float]:
    """Levels by the text under which they are asked for, so that columns are named as asked."""
    if text is None:
        return {"0.1": 0.1, "0.5": 0.5, "0.8": 0.8, "0.9": 0.9}
    try:
        found = {part.strip(): float(part) for part in text.split(",") if part.strip()}
    except ValueError:
        found = {}
    if not found:
        raise InvalidInput(f"“{text}” is no list of levels. Write 0.1,0.5,0.9.")
    return found


@click.command("backtest")
@workspace_option
@click.option("--step", default="3m", show_default=True, help="Months between origins.")
@click.option("--from", "start", type=Day(), default=None, help="First origin.")
@click.option("--to", "end", type=Day(), default=None, help="Last origin.")
@as_of_option
@json_option
def backtest_command(
    *,
    workspace: str | None,
    step: str,
    start: date | None,
    end: date | None,
    as_of: date | None,
    as_json: bool,
) -> None:
    """How good this app's forecasts would have been on your own history."""
    try:
        months = int(step.strip().lower().removesuffix("m"))
    except ValueError:
        raise InvalidInput(f"“{step}” is no step. Write a number of months, such as 3m.") from None
    with opened(workspace) as db:
        found = insight.backtest(
            db, step_months=months, start=start, end=end, as_of=as_of or today_of(db), report=progress()
        )
    if as_json:
        print_json(
            {
                "origins": found.origins,
                "rows": [asdict(row) for row in found.rows],
                "reliability": found.reliability,
                "median_error_app": found.median_error_app,
                "median_error_promise": found.median_error_promise,
                "reason": found.reason,
            }
        )
        return
    if found.reason:
        click.echo(
            "Too little history to test on: it takes half a year of receipts, and lines of which the order date and "
            "the promise were known before they came."
        )
        return
    rows = [
        [r.population, r.method, f"{r.n:,}", f"{r.crps_days:.2f}", f"{r.mae_days:.2f}", _share(r.coverage80)]
        for r in found.rows
    ]
    print_table(["lines", "method", "n", "CRPS days", "MAE days", "in 80 % interval"], rows)
    click.echo(
        f"Dates from this app were off by {found.median_error_app:.1f} days in the middle, "
        f"the suppliers' promises by {found.median_error_promise:.1f}."
    )


@click.command("weak-links")
@workspace_option
@click.option(
    "--by", default="stage", show_default=True, help="stage, supplier, lane, country, carrier, mode, material, party."
)
@click.option("--period", default=None, help="Lines due in A..B, 2026, 2026Q3 or 2026-07.")
@click.option("--rank", default="total", show_default=True, help="total: days lost; rate: days lost per line.")
@as_of_option
@json_option
def weak_links_command(
    workspace: str | None, by: str, period: str | None, rank: str, as_of: date | None, as_json: bool
) -> None:
    """Which link costs the days, and which makes arrival hard to predict."""
    within = periods.parse(period) if period else None
    with opened(workspace) as db:
        found = insight.weak_links(db, by=by, period=within, rank=rank, as_of=as_of or today_of(db), report=progress())
    if as_json:
        links = []
        for link in found.links:
            shown = {key: value for key, value in asdict(link).items() if key not in ("line_ids", "id")}
            interval = list(link.interval) if link.interval else [None, None]
            links.append({**shown, "label": _link_name(link.name, found.by), "interval": interval})
        print_json(
            {
                "by": found.by,
                "rank": found.rank,
                "links": links,
                "unexplained_days": found.unexplained_days,
                "absorbed_days": found.absorbed_days,
                "late_days": found.late_days,
                "n": found.n,
                "late_lines": found.late_lines,
                "period": found.period,
            }
        )
        return
    rows = [
        [
            _link_name(link.name, found.by),
            f"{link.n:,}",
            f"{link.days_lost:,.0f}",
            _share(link.days_lost_share),
            f"{_share(link.interval[0])}–{_share(link.interval[1])}" if link.interval and link.n >= TOO_FEW else "",
            _share(link.variation_share),
            f"{link.days_per_line:.1f}",
            f"{link.rate_interval[0]:.1f}–{link.rate_interval[1]:.1f}" if link.rate_interval else "too few to say",
            "" if link.days_per_late_line is None else f"{link.days_per_late_line:.1f}",
            "yes" if link.ranked else "",
        ]
        for link in found.links
    ]
    headers = [
        "lines",
        "days lost",
        "share",
        "interval",
        "variation",
        "per line",
        "interval",
        "per late line",
        "certain",
    ]
    if not found.n:
        click.echo("Cannot say, because no line that was due in this period has dates to measure.")
        return
    print_table([by, *headers], rows)
    click.echo(
        f"{found.late_lines:,} of {found.n:,} lines late by {found.late_days:,.0f} days; "
        f"unexplained {found.unexplained_days:,.0f}, absorbed {found.absorbed_days:,.0f}."
    )


@click.command("responsiveness")
@workspace_option
@click.option("--period", default=None, help="Asked and ordered in A..B, 2026, 2026Q3 or 2026-07 (default: ever).")
@as_of_option
@json_option
def responsiveness_command(workspace: str | None, period: str | None, as_of: date | None, as_json: bool) -> None:
    """How fast each supplier acknowledges and answers."""
    within = periods.parse(period) if period else None
    with opened(workspace) as db:
        found = insight.responsiveness(db, as_of=as_of or today_of(db), period=within)
    if as_json:
        print_json({"suppliers": [asdict(one) for one in found]})
        return
    rows = [
        [
            one.supplier,
            str(one.acknowledgement.n),
            _text(one.acknowledgement.p50),
            str(one.replies.n),
            _text(one.replies.p50),
            _text(one.replies.p80),
            str(one.open_questions),
            _text(one.oldest_open_days),
        ]
        for one in found
    ]
    heads = ["supplier", "orders", "ack P50 (days)", "asked", "reply P50 (h)", "P80 (h)", "open", "oldest (days)"]
    print_table(heads, rows)
    if not rows:
        click.echo("Nothing asked and nothing acknowledged yet.")


def _write_csv(path: Path, columns: list[str], rows: list[dict[str, Any]]) -> None:
    if not path.parent.is_dir():
        raise FileError(f"Cannot write {path}: there is no folder {path.parent}. Choose another place.")
    with whole_or_nothing(path) as partial, partial.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)


def _link_name(name: str, by: str) -> str:
    """A link as the screens name it, stages with their number: 'S2 Production'."""
    if by == "stage":
        return f"{name} {words.STAGES[name]}"
    return words.PARTIES[name] if by == "party" else name or "(unknown)"


def _text(value: Any) -> str:
    """Days and hours to a tenth: more is not known."""
    if value is None:
        return "—"
    return f"{round(value, 1):g}" if isinstance(value, float) else str(value)


def _cell(column: str, value: Any) -> str:
    return _chance(value) if column == "p_late" else _text(value)


def _chance(value: float | None) -> str:
    """A chance in whole per cent; nothing that can still happen is called 0 or 100 %."""
    if value is not None and (0 < value < 0.005 or 0.995 <= value < 1):
        return "<1%" if value < 0.5 else ">99%"
    return _share(value)


def _between(interval: Sequence[float | None]) -> str:
    low, high = interval
    if high is None:
        return "—" if low is None else f"≥ {_text(low)}"
    return f"{_text(low)}–{_text(high)}"


def _share(value: float | None) -> str:
    return "—" if value is None else f"{round(value, 2) + 0.0:.0%}"  # + 0.0: no "-0%"
