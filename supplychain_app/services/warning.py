"""Writes the mail that tells our own planner which lines come later than needed; nothing is asked of the supplier."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from supplychain_app.domain.errors import NotFound
from supplychain_app.language import tr
from supplychain_app.mail.drafts import LONGEST_LINK, whole_link
from supplychain_app.reports import worklist_words as words
from supplychain_app.storage import planners
from supplychain_app.storage.connection import Database
from supplychain_app.storage.planners import PlannedLine


@dataclass(frozen=True)
class PlannerMail:
    """A mail to one of our own people, in our own language; without an address where none is known."""

    to: str
    subject: str
    text: str


def to_planner(db: Database, line_ids: Sequence[int], *, today: date) -> PlannerMail:
    """The mail to whoever plans these lines: their owner, the supplier's owner, or the buyer; the latest lines first.

    As many lines as a mailto: link can carry are told, the rest is counted.
    """
    lines = sorted(planners.planned_lines(db, line_ids), key=lambda line: -_late(line, today))
    if not lines:
        raise NotFound(tr("These lines are no longer open."))
    known = dict.fromkeys((line.planner, line.address) for line in lines)
    to = ", ".join(dict.fromkeys(address for _, address in known if address))
    names = [name for name, _ in known if name]
    told = [_told(line, today) for line in lines]
    shown = len(told)
    mail = _mail(to, names, told, shown, lines)
    while shown > 1 and len(whole_link(to, mail.subject, mail.text)) > LONGEST_LINK:
        shown -= 1
        mail = _mail(to, names, told, shown, lines)
    return mail


def _mail(to: str, names: Sequence[str], told: Sequence[str], shown: int, lines: Sequence[PlannedLine]) -> PlannerMail:
    first, more = lines[0], len(lines) - 1
    place = f"{first.purchase_order} / {first.line}" + (tr(" and {names} more", names=more) if more else "")
    rest = [tr("… and {n} more", n=len(told) - shown)] if len(told) > shown else []
    text = [
        tr("Hello {name},", name=names[0]) if len(names) == 1 else tr("Hello,"),
        "",
        tr("this comes later than needed:") if len(lines) == 1 else tr("these lines come later than needed:"),
        "",
        *(f"- {line}" for line in (*told[:shown], *rest)),
        "",
        tr("Does the plan hold with that? If not, tell me the latest date you can live with."),
    ]
    return PlannerMail(to, tr("Later than needed: {lines}", lines=place), "\n".join(text))


def _told(line: PlannedLine, today: date) -> str:
    """'4501 / 20, Cover DN80, 50 pc (Kessler Guss): needed Tue 15 Dec, promised 12 Jan, 28 days late'."""
    goods = ", ".join(filter(None, (line.goods, words.quantity(line.open_quantity, line.unit))))
    needed = words.day_text(date.fromisoformat(line.required_on), today) if line.required_on else tr("no date")
    said = words.day_text(date.fromisoformat(line.promise), today) if line.promise else tr("no date")
    late = _late(line, today)
    end = ", " + tr("{days} late", days=words.days(late)) if late > 0 else ""
    dates = tr("needed {needed}, promised {promised}", needed=needed, promised=said)
    return f"{line.purchase_order} / {line.line}, {goods} ({line.supplier}): {dates}{end}"


def _late(line: PlannedLine, today: date) -> int:
    """Days after the required date, at the earliest: a promise that has passed is kept today at best."""
    if not line.required_on:
        return 0
    promise = date.fromisoformat(line.promise) if line.promise else today
    return (max(promise, today) - date.fromisoformat(line.required_on)).days
