"""One day's worklist in the making: where the shipments are, which lines are claimed, and how a row is made."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from supplychain_app.domain.calendars import Calendars, WorkingCalendar
from supplychain_app.domain.shipments import FINISHED
from supplychain_app.language import tr
from supplychain_app.reports import worklist_words as words
from supplychain_app.reports.next_steps import NextStep
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.services.supplier_limits import SupplierLimits
from supplychain_app.services.worklist_rows import WorkRow
from supplychain_app.storage import worklist as stored
from supplychain_app.storage import worklist_around as around
from supplychain_app.storage.connection import Database
from supplychain_app.storage.worklist import OpenLine
from supplychain_app.storage.worklist_around import UnitState

if TYPE_CHECKING:
    from numpy.typing import NDArray

Waits = dict[tuple[str, str | None], tuple[float, float]]
"""Days that half, and nine in ten, of a kind of units wait after a milestone (None: any)."""

LATE = frozenset({"past_due", "will_be_late", "stuck"})

DAY_COST_SHARE = 0.01
"""A late day of a material without a known cost counts as 1 % of the value that waits; for ranking only."""


@dataclass(frozen=True)
class Thresholds:
    """When something is worth a person's attention; setting `worklist`."""

    late_probability: float = 0.6
    late_days: int = 3  # a forecast that is later than required by less is noise
    acknowledge_working_days: int = 2
    reply_working_days: int = 2
    stuck_days: int = 4  # at least, whatever is usual
    arriving_days: int = 6
    moved_days: int = 7


@dataclass
class Desk:
    """What the groups share while one day's worklist is built."""

    db: Database
    day: date
    limits: Thresholds
    knowledge: Knowledge
    suppliers: SupplierLimits = field(default_factory=SupplierLimits)
    calendars: Calendars = field(default_factory=Calendars)
    of_suppliers: Collection[int] | None = None  # whose rows are wanted (0: of no supplier); None: all
    claimed: set[int] = field(default_factory=set)
    told_orders: set[int] = field(default_factory=set)  # whose open questions a past-due row tells already
    rows: list[WorkRow] = field(default_factory=list)
    units: dict[int, list[UnitState]] = field(default_factory=dict)  # by line
    aboard: dict[int, list[int]] = field(default_factory=dict)  # open lines by shipment
    usual: Waits = field(default_factory=dict)
    _lines_aboard: dict[int, OpenLine] = field(default_factory=dict)

    def look_around(self, usual: Waits | None = None) -> None:
        """Read where the shipments are, and how long others waited at the same points unless that is known."""
        under_way = around.units_under_way(self.db, self.day)
        self.aboard = around.lines_of_shipments(self.db, {unit.shipment_id for unit in under_way})
        for unit in under_way:
            for line_id in self.aboard.get(unit.shipment_id, ()):
                self.units.setdefault(line_id, []).append(unit)
        self._lines_aboard = stored.lines_by_id(self.db, self.units)
        if under_way:
            self.usual = usual_waits(self.db, self.day) if usual is None else usual

    def is_about(self, supplier_id: int | None) -> bool:
        """Whether rows of this supplier are wanted."""
        return self.of_suppliers is None or (supplier_id or 0) in self.of_suppliers

    def silent(self, supplier_id: int | None, since: str) -> int:
        """Working days since then of whoever owes an answer: the supplier, or we (None)."""
        calendar = self.calendars.ours if supplier_id is None else self.calendars.of(supplier_id)
        return worked_days(calendar, since[:10], self.day)

    def limit(self, supplier_id: int | None, name: str) -> int:
        """A limit of the supplier's own, else the usual one."""
        return self.suppliers.limit(supplier_id, name, getattr(self.limits, name))

    def usual_of(self, unit: UnitState) -> tuple[float, float] | None:
        return self.usual.get((unit.kind, unit.milestone)) or self.usual.get((unit.kind, None))

    def carriage(self, unit: UnitState | None) -> words.Carriage | None:
        if unit is None:
            return None
        return words.Carriage(
            name=name_of(unit),
            milestone="delivered" if unit.status == "delivered" else unit.milestone,
            place=unit.place,
            text=unit.text,
            since=date.fromisoformat(unit.happened_on),
            usual=self.usual_of(unit),
            delivered=unit.status == "delivered",
            eta=date.fromisoformat(unit.eta[:10]) if unit.eta else None,
        )

    def unit_of(self, lines: Sequence[OpenLine]) -> UnitState | None:
        """The unit furthest behind among those that carry these lines."""
        units = {
            unit.unit_id: unit
            for line in lines
            for unit in self.units.get(line.id, ())
            # What was delivered and booked in is not where the balance is.
            if not (unit.status == "delivered" and (line.last_received_on or "") >= unit.happened_on)
        }
        return min(units.values(), key=lambda u: (u.status in FINISHED, u.happened_on), default=None)

    def whole(self, lines: Sequence[OpenLine], unit: UnitState | None) -> list[OpenLine]:
        """These lines and, when their shipment is still moving, all others aboard: one row tells of them all."""
        others: set[int] = set()
        if unit is not None and unit.status not in FINISHED:
            others = set(self.aboard.get(unit.shipment_id, ())) - self.claimed - {line.id for line in lines}
        found = [*lines, *(self._lines_aboard[one] for one in sorted(others) if one in self._lines_aboard)]
        self.claimed |= {line.id for line in found}
        return found

    def free(self, lines: Iterable[OpenLine]) -> list[OpenLine]:
        return [line for line in lines if line.id not in self.claimed]

    def by_cause(self, lines: Iterable[OpenLine]) -> Iterator[tuple[list[OpenLine], UnitState | None]]:
        """Lines that wait for the same shipment are one cause; else those of one order with one date."""
        causes: dict[tuple[object, ...], list[OpenLine]] = {}
        for line in lines:
            moving = [u for u in self.units.get(line.id, ()) if u.status not in FINISHED]
            key = ("shipment", moving[0].shipment_id) if moving else ("order", line.order_id, due_of(line))
            causes.setdefault(key, []).append(line)
        for group in causes.values():
            if left := self.free(group):  # a row before may have taken the rest of its shipment along
                yield left, self.unit_of(left)


@lru_cache(maxsize=10_000)
def worked_days(calendar: WorkingCalendar, since: str, day: date) -> int:
    """Working days after one day up to another, none where that is earlier."""
    return max(0, calendar.working_days_between(date.fromisoformat(since), day))


def usual_waits(db: Database, day: date) -> Waits:
    """How long units of a kind wait after a milestone (None: any), half of them and nine of ten; of twenty at least."""
    import numpy as np  # what was kept of a large workspace is shown without it

    told = around.silences(db, day)
    if told is None:
        return {}
    (kind, kinds), (milestone, milestones), days = told
    found: Waits = {}
    for code, name in enumerate(kinds):
        mine = (kind == code) & ~np.isnan(days)
        of_kind, after = days[mine], milestone[mine]
        groups: list[tuple[str | None, NDArray[np.float64]]] = [(None, of_kind)]
        groups += [(label, of_kind[after == place]) for place, label in enumerate(milestones)]
        for label, waits in groups:
            if len(waits) >= 20:
                half, most = np.quantile(waits, (0.5, 0.9)).tolist()
                found[name, label] = (half, most)
    return found


def row_of(
    desk: Desk,
    group: str,
    lines: Sequence[OpenLine],
    unit: UnitState | None,
    *,
    why: str,
    step: NextStep,
    due: date | None,
    days: int,
    when: str,
    probability: float | None = None,
    fact: str | None = None,
    whole: Sequence[OpenLine] = (),
) -> WorkRow:
    """A row about one line, or several with one cause; the costliest line gives it its name.

    `whole` are all lines that the cause touches, those of `lines` being the ones that it costs days already.
    """
    whole = whole or lines
    first = lines[0]
    if len(lines) > 1:
        first = max(lines, key=lambda line: (day_cost(line), line.value_minor or 0, -line.id))
    value = sum(line.value_minor or 0 for line in lines)
    priced = sum(line.late_day_cost_minor or 0 for line in lines)
    late = max(1, days)
    if priced:
        impact, cost = tr("{money} a day", money=words.money(priced, first.currency)), priced * late
    else:
        late_days = group in LATE and days > 0
        counted = tr("{days} × value", days=words.days(days)) if late_days else tr("open value")
        impact, cost = counted if value else "", value
    materials = list(dict.fromkeys(line.material for line in lines))
    moving = unit is not None and unit.status not in FINISHED
    if moving and unit is not None and (len(whole) > 1 or group == "stuck"):
        suppliers = len({line.supplier_id for line in whole})
        whose = first.supplier if suppliers == 1 else words.count(suppliers, "supplier")
        what = f"{name_of(unit)} · {words.count(len(whole), 'line')} · {whose}"
        thing = f"shipment:{unit.shipment_id}"
    else:
        what = words.goods(materials, first.supplier)
        thing = f"line:{min(line.id for line in lines)}"
    is_soon = due is not None and (due - desk.day).days < 7
    score = sum(day_cost(line) for line in lines) * late * (probability or 1.0)
    return WorkRow(
        key=f"{group}:{thing}:{fact or due_of(first) or ''}",
        group=group,
        line_id=first.id,
        shipment_id=unit.shipment_id if unit is not None else None,
        supplier_id=first.supplier_id,
        purchase_order=first.purchase_order,
        line=first.line,
        supplier=first.supplier,
        material=first.material,
        what=what,
        why=why,
        impact=impact,
        cost_minor=cost or None,
        currency=first.currency,
        quantity=first.open_quantity if len(whole) == 1 else None,
        unit=first.unit if len(whole) == 1 else None,
        owner=most_common([line.owner for line in lines]),
        next_step=step,
        due=due,
        when=when,
        days=days,
        probability=probability,
        line_ids=tuple(line.id for line in whole),
        stops_production=bool(priced) and (group == "past_due" or (group == "will_be_late" and is_soon)),
        score=score,
    )


def due_of(line: OpenLine) -> date | None:
    """The date a line is measured by: its current promise, else the required date."""
    text = line.current_promise or line.required_on
    return date.fromisoformat(text) if text else None


def day_cost(line: OpenLine) -> float:
    """What a late day of this line counts for, in minor units."""
    return float(line.late_day_cost_minor or DAY_COST_SHARE * (line.value_minor or 0))


def name_of(unit: UnitState) -> str:
    if unit.kind == "container":
        return tr("Container {container}", container=words.container(unit.number))
    if unit.kind == "air_waybill":
        return f"AWB {unit.number}"
    return f"{unit.carrier.upper() if len(unit.carrier) <= 4 else unit.carrier} {unit.number}"


def most_common(names: Collection[str | None]) -> str | None:
    if len(names) == 1:  # as most are
        return next(iter(names)) or None
    found = Counter(name for name in names if name)
    return found.most_common(1)[0][0] if found else None
