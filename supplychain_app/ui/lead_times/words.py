"""What is said of one group of lead times: what was decided, its trend, and what it asks of the stock."""

from supplychain_app.analytics.lead_time_rows import LeadTimeRow
from supplychain_app.analytics.safety_stock import FEWEST_LINES, SafetyStock
from supplychain_app.language import tr
from supplychain_app.storage.lead_time_decisions import Decision
from supplychain_app.ui.lead_times.model import name_of
from supplychain_app.ui.shared import formats


def about(row: LeadTimeRow, decided: Decision | None) -> str:
    """What else is known of one group: what was decided, its trend, and how often it was ordered too late."""
    found = []
    trend = row.trend_days_per_year
    if trend is not None and abs(trend) >= 1:
        found.append(
            tr(
                "{trend} {direction} each year",
                trend=formats.days(abs(trend)),
                direction=tr("longer") if trend > 0 else tr("shorter"),
            )
        )
    if row.late_ordered_share:
        found.append(
            tr(
                "{late_ordered_share} ordered with less than the ERP's lead time left",
                late_ordered_share=formats.percent(row.late_ordered_share),
            )
        )
    known = f"{name_of(row)}: {', '.join(found)}. " if found else ""
    return f"{decision_words(decided)} {known}" if decided else known


def decision_words(decided: Decision) -> str:
    """'Accepted on Mon 23 Nov: 91 days for 80 % of deliveries, the ERP had 45; “their foundry is full”.'"""
    day = formats.day(formats.parse_moment(decided.decided_at).astimezone().date())
    days = formats.days(decided.planning_days)
    if decided.decision == "keep":
        text = tr("The ERP's figure kept on {day}: {days}", day=day, days=days)
    elif decided.decision == "edit":
        text = tr("Set by hand on {day}: {days}", day=day, days=days)
    else:
        level = formats.percent(decided.service_level)
        text = tr("Accepted on {day}: {days} for {level} of deliveries", day=day, days=days, level=level)
    if decided.erp_days is not None and decided.decision != "keep":
        text += tr(", the ERP had {days}", days=decided.erp_days)
    return text + (f"; “{decided.reason}”." if decided.reason else ".")


def stock_words(row: LeadTimeRow, stock: SafetyStock | None) -> str:
    """What this lead time asks us to keep in stock, and how far the ERP's figure carries."""
    if row.material_id is None:
        return ""
    if stock is None:
        if row.n < FEWEST_LINES:
            return tr("Safety stock: cannot say, because there are fewer than 5 finished lines.")
        return tr("Safety stock: cannot say, because fewer than 8 weeks of demand are known in the last year.")
    level = formats.percent(stock.service_level)
    text = tr(
        "Safety stock for {level}: {simulated} pieces, simulated from {lead_times} and {weeks} of "
        "demand ({per_week} a week); the textbook says {textbook}.",
        level=level,
        simulated=formats.number(round(stock.simulated)),
        lead_times=formats.plural(stock.lines, "lead time"),
        weeks=formats.plural(stock.weeks, "week"),
        per_week=formats.number(round(stock.per_week)),
        textbook=formats.number(round(stock.textbook)),
    )
    if stock.planned_covers is not None:
        text += tr(
            " Planned with the ERP's {planned_days} and the {pieces} it would ask for, stock lasts in "
            "{planned_covers} of deliveries.",
            planned_days=formats.days(stock.planned_days),
            pieces=formats.number(round(stock.planned_stock or 0)),
            planned_covers=formats.percent(stock.planned_covers),
        )
    return text
