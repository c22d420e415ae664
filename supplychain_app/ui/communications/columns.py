"""The columns of Communications: threads, what was found in one, and open questions."""

from supplychain_app.language import tr
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.row_model import Column

KINDS = {
    "delivery": tr("promise"),
    "ship": tr("leaves"),
    "port": tr("at port"),
    "tracking": tr("tracking"),
    "quantity": tr("quantity"),
    "workbook": tr("workbook"),
    "answer": tr("cannot deliver"),
    "read": tr("to be read"),
    "undelivered": tr("not delivered"),
}
HINTS = {
    "answer": tr("it says that something cannot be delivered"),
    "read": tr("nothing was found in it; read it, then X"),
}


def _words(words: str, kind: str, value: str | None) -> str:
    if kind == "undelivered":
        return tr("{to} did not get our mail: correct the address, send it again, then X", to=value)
    return words or HINTS.get(kind, "")


def _waits(to_us: int, to_them: int, found: int, to_read: int, undelivered: int) -> str:
    parts = []
    if undelivered:
        parts.append(tr("not delivered"))
    if found > to_read + undelivered:
        parts.append(tr("{found} found", found=found - to_read - undelivered))
    elif to_read:
        parts.append(tr("to be read"))
    if to_us:
        parts.append(tr("we owe"))
    if to_them:
        parts.append(tr("they owe"))
    return ", ".join(parts)


THREADS = (
    Column("supplier", tr("Supplier"), lambda v: v or tr("not known"), width=18),
    Column("subject", tr("About"), width=36, fill=True),
    Column(
        "questions_to_us",
        tr("Waits"),
        width=13,
        needs=("questions_to_them", "open_suggestions", "to_read", "undelivered"),
        write_row=_waits,
        tone=lambda v: "bad" if v else None,
        about=tr("What is to be done in the thread: dates found, or an answer owed"),
    ),
    Column("messages", "", lambda v: f"{v}" if v > 1 else "", right=True, width=4, about=tr("Messages in the thread")),
    Column(
        "last_at",
        tr("Last"),
        lambda v: formats.short_day(v[:10]),
        right=True,
        width=9,
        about=tr("The day of the newest message"),
        widest=formats.short_day("2000-12-28"),  # older ones stand on another tab
    ),
)
FOUND = (
    Column("purchase_order", tr("Order"), lambda v: v or "", width=11),
    Column("line", tr("Line"), lambda v: v or "", width=4),
    Column("kind", tr("What"), lambda v: KINDS.get(v, v), width=8),
    Column(
        "current_promise",
        tr("Was"),
        lambda v: formats.short_day(v) if v else "",
        right=True,
        width=7,
        about=tr("The promise that stands now"),
    ),
    Column(
        "promised_on",
        tr("Says"),
        lambda v: formats.short_day(v) if v else "",
        right=True,
        width=7,
        about=tr("The date the mail gives; nothing counts until you accept it"),
    ),
    Column("quantity", tr("Quantity"), lambda v: "" if v is None else formats.number(v), right=True, width=8),
    Column(
        "words",
        tr("Words"),
        width=16,
        fill=True,
        needs=("kind", "value"),
        write_row=_words,
    ),
    Column(
        "confidence",
        tr("Sure"),
        lambda v: formats.percent(v) if v else "",
        right=True,
        width=5,
        about=tr("How sure the reading is, from the words around the date: not a chance that the supplier keeps it"),
    ),
)
QUESTIONS = (
    Column("supplier", tr("Supplier"), width=24),
    Column("asked_by", tr("Who waits"), lambda v: tr("they owe us") if v == "us" else tr("we owe them"), width=12),
    Column("purchase_order", tr("Order"), lambda v: v or "", width=13),
    Column("words", tr("Asked"), lambda v: v or "", width=44, fill=True),
    Column("asked_at", tr("On"), lambda v: formats.day(v[:10]), right=True, width=11),
    Column(
        "working_hours",
        tr("Waiting"),
        lambda v: tr("{hours:.0f} working h", hours=v),
        right=True,
        width=14,
        about=tr("Working hours since the question was asked: 8 to 17 on the working days of whoever owes the answer"),
    ),
)
