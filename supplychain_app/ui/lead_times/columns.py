"""What a row of the Lead times screen shows."""

from supplychain_app.language import tr
from supplychain_app.reports import words
from supplychain_app.storage.lead_time_decisions import Decision
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.row_model import Column

VERDICTS = {"hopeful": tr("▲ hopeful"), "fair": tr("● fair"), "padded": tr("▼ padded")}
TONES = {"hopeful": "bad", "padded": "warning", "fair": "good"}
DECISIONS = {"accept": tr("accepted"), "keep": tr("kept"), "edit": tr("set")}


def _days(value: float | None) -> str:
    return formats.MISSING if value is None else formats.number(round(value))


def _gap(value: int | None) -> str:
    return "" if value is None else (f"+{value}" if value > 0 else str(value).replace("-", "−"))


def _interval(value: int | None, interval: tuple[float | None, float | None] | None) -> str:
    if value is None or interval is None:
        return ""
    low, high = interval
    return f"{_days(low)}–{_days(high)}" if high is not None else f"≥ {_days(low)}"


def decided_text(decided: Decision | None) -> str:
    """'91 accepted', '45 kept'; nothing where nothing was decided."""
    return "" if decided is None else f"{formats.number(decided.planning_days)} {DECISIONS[decided.decision]}"


COLUMNS = (
    Column("name", tr("What"), fill=True, width=34),
    Column("n", tr("Done"), formats.number, right=True, width=6, about=tr("Lines that are complete")),
    Column(
        "open",
        tr("Open"),
        formats.number,
        right=True,
        width=5,
        about=tr("Lines still open: they count as longer than so far"),
    ),
    Column("p50", "P50", _days, right=True, width=4, about=tr("Half of such lines take no longer, in days")),
    Column("p80", "P80", _days, right=True, width=4, about=tr("Four of five take no longer, in days")),
    Column(
        "planning_days",
        tr("Plan with"),
        _days,
        right=True,
        width=9,
        about=tr("The lead time that covers the service level"),
    ),
    Column(
        "interval",
        tr("Between"),
        right=True,
        width=8,
        needs=("planning_days",),
        write_row=lambda interval, days: _interval(days, interval),
        about=tr("95 % interval of the planning lead time"),
    ),
    Column("erp_days", "ERP", _days, right=True, width=4, about=tr("What the ERP plans with, in days")),
    Column(
        "hope_gap_days",
        tr("Hope gap"),
        _gap,
        right=True,
        width=9,
        about=tr("Planning lead time minus the ERP's figure"),
    ),
    Column(
        "verdict",
        tr("Verdict"),
        width=10,
        needs=("reason",),
        tone=TONES.get,
        write_row=lambda verdict, reason: VERDICTS.get(verdict) or str(words.REASONS.get(reason, reason)),
        about=tr(
            "Whether the ERP plans too short (hopeful) or too long (padded); only where the interval excludes zero"
        ),
    ),
    Column(
        "borrowed_share",
        tr("Borrowed"),
        formats.percent,
        right=True,
        width=9,
        about=tr("How much of the figure comes from the supplier, lane and country, since there are few lines"),
    ),
    Column(
        "decided",
        tr("Decided"),
        decided_text,
        width=11,
        widest=f"199 {DECISIONS['accept']}",
        about=tr("What was decided last: the figure accepted, the ERP's kept, or one set by hand"),
    ),
)
