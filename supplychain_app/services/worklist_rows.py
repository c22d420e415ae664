"""What Today's worklist is made of: its rows, who has how many of them, and which are shown on a day.

Apart from how they are found, so that a worklist kept in the file is shown without what that needs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from supplychain_app.reports import worklist_words as words
from supplychain_app.reports.next_steps import NextStep
from supplychain_app.storage import worklist as stored
from supplychain_app.storage.connection import Database

GROUPS = (
    "past_due",
    "will_be_late",
    "stuck",
    "not_acknowledged",
    "waiting_for_reply",
    "promise_moved",
    "arriving",
    "check_in",
    "data",
)
"""Most urgent first."""

COMES_BACK = {"past_due": 7, "will_be_late": 7, "stuck": 3, "arriving": 30}
"""Days after which a row marked done shows again when nothing has changed; the others stay away."""


@dataclass(frozen=True)
class WorkRow:
    """One thing that needs a person, and why."""

    key: str
    group: str
    line_id: int | None
    shipment_id: int | None
    supplier_id: int | None
    purchase_order: str | None
    line: str | None
    supplier: str | None
    material: str | None
    what: str
    why: str
    impact: str  # what the cost is made of: "14 000 € a day", "10 days × value"
    cost_minor: int | None  # value that waits, or what the days cost where a late day has a price
    currency: str | None
    quantity: float | None
    owner: str | None
    next_step: NextStep
    due: date | None
    unit: str | None = None
    when: str = ""  # "10 days late"
    days: int = 0  # late, or to go
    probability: float | None = None
    line_ids: tuple[int, ...] = ()
    question_ids: tuple[int, ...] = ()
    stops_production: bool = False
    score: float = field(default=0.0, compare=False)


@dataclass(frozen=True)
class Count:
    """Rows of a group, and how many there were a week ago (None: not known)."""

    n: int
    last_week: int | None
    lines: int = 0


@dataclass(frozen=True)
class SinceImport:
    """What the last import of orders changed on open lines."""

    file: str
    received_on: date
    moved: int
    later: int
    later_days: int
    earlier: int
    new_past_due: int


@dataclass(frozen=True)
class Worklist:
    day: date
    headline: str
    counts: dict[str, Count]
    rows: tuple[WorkRow, ...]  # in the order of GROUPS, most important first
    done: int  # rows dealt with on this day
    snoozed: int
    since_last_import: SinceImport | None


Owners = dict[str, dict[str, tuple[int, int]]]
"""Of each group and owner ("": nobody): how many rows, and lines in them."""


@dataclass(frozen=True)
class Gathered:
    """What a day's worklist is made of before marks and owners are looked at; costly in a large workspace."""

    day: date
    rows: tuple[WorkRow, ...]
    before: Owners | None  # how many rows stood a week ago; None: not compared
    since_last_import: SinceImport | None
    more: Owners = field(default_factory=dict)  # rows left out of `rows`, and the lines in them
    headline: str = ""  # of all rows, where some are left out


def owners_of(rows: Iterable[WorkRow]) -> Owners:
    found: Owners = {}
    for row in rows:
        owners = found.setdefault(row.group, {})
        n, lines = owners.get(row.owner or "", (0, 0))
        owners[row.owner or ""] = (n + 1, lines + max(1, len(row.line_ids)))
    return found


def _sum(owners: dict[str, tuple[int, int]], owner: str | None) -> tuple[int, int]:
    """Rows and lines of one owner, or of all."""
    wanted = [counts for name, counts in owners.items() if owner is None or _is(name, owner)]
    return sum(n for n, _ in wanted), sum(lines for _, lines in wanted)


def arrange(db: Database, found: Gathered, *, owner: str | None = None) -> Worklist:
    """Leave out what is snoozed or done, keep one owner's, and count."""
    today = found.day
    shown = [row for row in marked(db, found.rows, today) if _belongs(row, owner)]
    counts = {}
    for group in GROUPS:
        of_group = [row for row in shown if row.group == group]
        more, more_lines = _sum(found.more.get(group, {}), owner)
        last_week = None
        if found.before is not None and group != "data":
            last_week = _sum(found.before.get(group, {}), owner)[0]
        lines = sum(max(1, len(row.line_ids)) for row in of_group)
        counts[group] = Count(len(of_group) + more, last_week, lines + more_lines)
    marks = stored.marks(db, today).values()
    return Worklist(
        day=today,
        headline=(found.headline if owner is None else "") or headline_of(shown),
        counts=counts,
        rows=tuple(shown),
        done=sum(1 for action, _, _, on in marks if action == "done" and on == today.isoformat()),
        snoozed=sum(1 for action, until, _, _ in marks if action == "snoozed" and (until or "") > today.isoformat()),
        since_last_import=found.since_last_import,
    )


def marked(db: Database, rows: Sequence[WorkRow], day: date) -> list[WorkRow]:
    """Leave out what is snoozed or done on that day, and put in the new owner of what was handed over."""
    marks = stored.marks(db, day)
    shown = []
    for row in rows:
        action, until, person, on = marks.get(row.key, ("back", None, None, ""))
        if action == "snoozed" and until is not None and until > day.isoformat():
            continue
        if action == "done":
            again = COMES_BACK.get(row.group)
            if again is None or (day - date.fromisoformat(on)).days < again:
                continue
        shown.append(replace(row, owner=person) if action == "handed over" else row)
    return shown


def _belongs(row: WorkRow, owner: str | None) -> bool:
    return owner is None or _is(row.owner or "", owner)


def _is(name: str, owner: str) -> bool:
    return name.casefold() == owner.strip().casefold()


def headline_of(rows: Iterable[WorkRow]) -> str:
    return headline_said([(r.group, r.supplier or "", r.stops_production, r.cost_minor, r.currency) for r in rows])


def headline_said(rows: Sequence[tuple[str, str, bool, int | None, str | None]]) -> str:
    """What matters most of rows given as (group, supplier, can stop production, cost, currency), in their order."""
    past_due = [(cost, currency) for group, _, _, cost, currency in rows if group == "past_due"]
    currencies = {currency for cost, currency in past_due if cost}
    total = None
    if len(currencies) == 1:
        total = words.money(sum(cost or 0 for cost, _ in past_due), currencies.pop())
    return words.headline([row[:3] for row in rows], total)
