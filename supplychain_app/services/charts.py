"""Writes the workspace's main charts to files: weak links, lead times, on time, days lost."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from supplychain_app.domain.progress import IsCancelled, Report, never, silent, stop_if
from supplychain_app.exchange.writers import whole_or_nothing
from supplychain_app.language import tr
from supplychain_app.services import insight
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.storage.connection import Database

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from supplychain_app.reports.figures import Drawn
    from supplychain_app.reports.style import ChartStyle

Draw = Callable[["Axes", "ChartStyle"], "Drawn"]
INCHES = (7.6, 4.3)


def write_charts(
    db: Database, out: Path, *, as_of: date, report: Report = silent, cancelled: IsCancelled = never
) -> list[Path]:
    """PNG and PDF of each chart into a folder; those that have nothing to show say so in a sentence."""
    written: list[Path] = []
    drawings = _drawings(db, as_of)
    for place, (name, prepare) in enumerate(drawings.items()):
        stop_if(cancelled)
        report(place, len(drawings), tr("Drawing charts"))
        written += _write(out, name, prepare())
    report(len(drawings), len(drawings), tr("Charts written"))
    return written


def _drawings(db: Database, as_of: date) -> dict[str, Callable[[], Draw]]:
    """By file name: how to compute what is drawn, and then how to draw it."""
    from supplychain_app.reports import figures

    knowledge = Knowledge()
    period = knowledge.year(db, as_of)

    def days_lost() -> Draw:
        found = insight.weak_links(db, by="stage", period=period, as_of=as_of, knowledge=knowledge)
        return lambda axes, style: figures.draw_days_lost(axes, found, style)

    def variation() -> Draw:
        found = insight.weak_links(db, by="stage", period=period, as_of=as_of, knowledge=knowledge)
        return lambda axes, style: figures.draw_variation(axes, found, style)

    def pareto(by: str) -> Callable[[], Draw]:
        def prepare() -> Draw:
            found = insight.weak_links(db, by=by, period=period, as_of=as_of, knowledge=knowledge)
            return lambda axes, style: figures.draw_pareto(axes, found, style)

        return prepare

    def lead_times() -> Draw:
        rows = insight.lead_times(db, by=("supplier",), as_of=as_of).rows
        worst = max(rows, key=lambda row: ((row.hope_gap_days or 0) * row.n, row.n), default=None)
        if worst is None:
            from supplychain_app.reports.figures.drawn import cannot_say

            return lambda axes, style: cannot_say(axes, style, tr("there are no order lines"))
        detail = insight.lead_time_detail(db, worst, as_of=as_of)
        return lambda axes, style: figures.draw_lead_times(axes, detail, style)

    def on_time() -> Draw:
        chart = insight.behaviour(db, measure="on_time", supplier_id=None, as_of=as_of)
        return lambda axes, style: figures.draw_behaviour(axes, chart, style, about=tr("All suppliers, first promise"))

    return {
        "days-lost-by-stage": days_lost,
        "variation-by-stage": variation,
        "days-lost-by-supplier": pareto("supplier"),
        "days-lost-by-lane": pareto("lane"),
        "days-lost-by-party": pareto("party"),
        "lead-times-worst-supplier": lead_times,
        "on-time-by-month": on_time,
    }


def _write(out: Path, name: str, draw: Draw) -> list[Path]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    from supplychain_app.reports.style import applied, paper

    style = paper(size=10)
    paths = [out / f"{name}.png", out / f"{name}.pdf"]
    with applied(style):
        figure = Figure(figsize=INCHES, layout="constrained")
        FigureCanvasAgg(figure)
        draw(figure.add_subplot(), style)
        for path in paths:
            with whole_or_nothing(path) as partial:
                kind = path.suffix[1:]
                figure.savefig(
                    partial, format=kind, dpi=150, metadata={"CreationDate": None} if kind == "pdf" else None
                )
    return paths
