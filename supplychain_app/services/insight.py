"""What the figures say, in one place: each name is a question a user asks of the workspace as known on a day."""

from supplychain_app.services.answer_figures import responsiveness
from supplychain_app.services.change_figures import behaviour
from supplychain_app.services.forecasting import backtest, forecast
from supplychain_app.services.lead_time_figures import lead_time_detail, lead_times
from supplychain_app.services.stock_effects import stock_of_row, what_if
from supplychain_app.services.supplier_insight import on_time, promise_behaviour, supplier_figures, suppliers
from supplychain_app.services.weak_link_figures import weak_links

__all__ = [
    "backtest",
    "behaviour",
    "forecast",
    "lead_time_detail",
    "lead_times",
    "on_time",
    "promise_behaviour",
    "responsiveness",
    "stock_of_row",
    "supplier_figures",
    "suppliers",
    "weak_links",
    "what_if",
]
