"""Every chart: draw_*(axes, dataclass, style) -> Drawn; the same code for window, PDF and command line."""

from supplychain_app.reports.figures.behaviour import behaviour_finding, draw_behaviour
from supplychain_app.reports.figures.drawn import Drawn, Hit
from supplychain_app.reports.figures.forecasts import draw_backtest, draw_eta_drift, draw_forecast
from supplychain_app.reports.figures.journey import draw_journey, journey_finding
from supplychain_app.reports.figures.lead_times import draw_lead_times, draw_promised_actual
from supplychain_app.reports.figures.parties import draw_whose_days
from supplychain_app.reports.figures.promises import draw_kept
from supplychain_app.reports.figures.rates import draw_rates
from supplychain_app.reports.figures.timeline import draw_line_timeline
from supplychain_app.reports.figures.weak_links import draw_days_lost, draw_pareto, draw_variation, draw_what_if

__all__ = [
    "Drawn",
    "Hit",
    "behaviour_finding",
    "draw_backtest",
    "draw_behaviour",
    "draw_days_lost",
    "draw_eta_drift",
    "draw_forecast",
    "draw_journey",
    "draw_kept",
    "draw_lead_times",
    "draw_line_timeline",
    "draw_pareto",
    "draw_promised_actual",
    "draw_rates",
    "draw_variation",
    "draw_what_if",
    "draw_whose_days",
    "journey_finding",
]
