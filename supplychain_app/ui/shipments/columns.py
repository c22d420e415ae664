"""What the tables of the Shipments screen show, and the words for where a shipment stands."""

from datetime import date

from supplychain_app.language import tr
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.row_model import Column
from supplychain_app.ui.shared.shipment_words import CLASSIFIERS, calls_left, carrier_name, event_words, status

FILTERS = (
    ("under way", tr("Under way")),
    ("needs attention", tr("Needs attention")),
    ("customs", tr("Held at customs")),
    ("failed", tr("Could not be asked")),
    ("watched", tr("Watched")),
    ("delivered", tr("Delivered")),
)
IN_SENTENCE = {
    "under way": tr("under way"),
    "needs attention": tr("to look at"),
    "customs": tr("held at customs"),
    "failed": tr("that could not be asked"),
    "watched": tr("watched"),
    "delivered": tr("delivered"),
}
"""The same filters, as they stand in the sentence beside the title."""
WARNINGS = {"exception": "bad", "returning": "bad", "lost": "bad", "delivery_attempted": "warning", "delivered": "good"}


def _moved(eta: str | None, first: str | None) -> str:
    if not eta or not first:
        return ""
    days = (date.fromisoformat(eta[:10]) - date.fromisoformat(first[:10])).days
    return "" if not days else (f"+{formats.days(days)}" if days > 0 else f"−{formats.days(-days)}")


def _still(value: float | None, now: str | None) -> str:
    if value is None or now in ("delivered", "cancelled", "returned"):
        return ""
    return formats.days(max(0, value))


def _event(text: str, milestone: str, stage: str, code: str, classifier: str, gone: str | None) -> str:
    """'Arrived', 'Arrived, estimated', 'Arrived (withdrawn)'."""
    known = event_words(text, milestone, stage, code) + (
        f", {CLASSIFIERS[classifier]}" if classifier in CLASSIFIERS else ""
    )
    return tr("{known} (withdrawn)", known=known) if gone else known


COLUMNS = (
    Column("number", tr("Number"), width=13),
    Column("carrier", tr("Carrier"), carrier_name, width=9),
    Column("supplier", tr("Supplier"), width=20, fill=True),
    Column(
        "status",
        tr("Where it stands"),
        width=15,
        needs=("delay", "exception_kind"),
        write_row=status,
        tone=WARNINGS.get,
        about=tr("From the newest event that the carrier reports as having happened"),
    ),
    Column(
        "still_days",
        tr("Still for"),
        right=True,
        width=8,
        needs=("status",),
        write_row=_still,
        about=tr("Days since the last event"),
    ),
    Column(
        "eta",
        "ETA",
        formats.short_day,
        right=True,
        width=8,
        about=tr("When the carrier expects it; the forecast of a line stands in its story"),
    ),
    Column(
        "first_eta",
        tr("Drift"),
        right=True,
        width=7,
        needs=("eta",),
        write_row=lambda first, eta: _moved(eta, first),
        about=tr("How far the ETA has moved since the first one"),
    ),
    Column(
        "needed_on",
        tr("Needed"),
        formats.short_day,
        right=True,
        width=8,
        about=tr("The earliest day on which a line in it is needed"),
    ),
    Column(
        "last_event_text",
        tr("Last event"),
        width=26,
        needs=("last_milestone", "last_event_code"),
        write_row=lambda text, milestone, code: event_words(text, milestone, None, code),
    ),
    Column("units", tr("Delivered"), width=9, about=tr("Units of the shipment that are delivered")),
    Column("lines", tr("Lines"), formats.number, right=True, width=6, about=tr("Order lines linked to the shipment")),
    Column("watched", tr("Watched"), lambda v: tr("yes") if v else "", width=8),
    Column("last_checked_at", tr("Last asked"), formats.ago, width=13),
    Column(
        "next_check_at",
        tr("Asked again"),
        lambda v: formats.moment(v) if v else "",
        width=16,
        about=tr("When the carrier is asked next, within its limits"),
    ),
    Column("last_error", tr("Could not be asked"), lambda v: v or "", width=24, tone=lambda v: "bad" if v else None),
)
HIDDEN_AT_FIRST = (
    "last_event_text", "units", "lines", "watched", "last_checked_at", "next_check_at", "last_error",
)  # fmt: skip
"""The story beside the table tells these; without them nothing has to be scrolled to at 1366 x 768."""
EVENTS = (
    Column("occurred_local", tr("When"), lambda v: f"{formats.short_day(v)} {v[11:16]}", width=12),
    Column(
        "raw_text",
        tr("What"),
        width=24,
        fill=True,
        needs=("milestone", "status", "raw_code", "classifier", "retracted_at"),
        write_row=_event,
    ),
    Column(
        "city",
        tr("Where"),
        width=9,
        needs=("place_text", "unlocode", "country"),
        write_row=lambda *parts: ", ".join(dict.fromkeys(p for p in (parts[0] or parts[1] or parts[2], parts[3]) if p)),
    ),
)
HEALTH = (
    Column("name", tr("Carrier"), width=24),
    Column(
        "connected",
        tr("Keys", "of a carrier"),
        lambda v: tr("there") if v else tr("missing"),
        width=9,
        tone=lambda v: None if v else "warning",
    ),
    Column(
        "calls_today",
        tr("Calls today"),
        formats.number,
        right=True,
        width=10,
        about=tr("Questions put to this carrier today; most carriers allow only so many a day"),
    ),
    Column(
        "calls_left",
        tr("Left today"),
        right=True,
        width=13,
        needs=("daily_limit",),
        write_row=calls_left,
        about=tr("How many more the carrier allows today"),
    ),
    Column("last_success_at", tr("Last answer"), formats.ago, width=15),
    Column("last_error", tr("Last error"), lambda v: v or "", width=30, fill=True, tone=lambda v: "bad" if v else None),
    Column(
        "not_before",
        tr("Asked again"),
        lambda v: formats.moment(v) if v else "",
        width=15,
        about=tr("After a refusal the carrier is left alone until then"),
    ),
)
