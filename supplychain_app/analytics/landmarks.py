"""What became of lines that once stood where an open line stands now: so many days before their promise.

On past days (landmarks, a month apart) the lines then open are remembered with their promise as it was. Delays of
lines alike tell how early goods come that are promised for far ahead, which the plain distribution around the promise
mixes with those due tomorrow. Alike is meant in two ways, each group leaning on the one before: of one supplier first,
and of one country first. The one sees a supplier's habit, the other what befalls a country; the mean of both is told.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain_app.analytics import forecast, shrinkage
from supplychain_app.analytics.groups import dense
from supplychain_app.analytics.line_facts import MISSING, History, LineFacts, OpenLines
from supplychain_app.analytics.outlook import BACK, Outlook, Source, summed_from_end

Rows = NDArray[Any]

STEP, COUNT = 30, 10  # days between landmarks, and how many
HALF_LIFE = 45.0  # of calendar days, see forecast.Knobs
TOGETHER = 0.5  # see forecast.Knobs
PSEUDO_ORDERS = 30.0
SMOOTH = 14
MOST_GROUPS = 3_000
_EDGES = np.array([0, 61, 136])  # days left until the promise; finer classes leave each too little to learn from
# Of the time planned from issue to promise: what is promised at short notice and what long ahead are kept differently.
_PLANNED_EDGES = np.array([0, 31, 91, 181, 366])
_ORDERS = (
    ("internal", "supplier", "direct_size", "slipped", "planned", "bucket"),
    ("internal", "country", "direct_size", "slipped", "bucket", "supplier"),
)
_EVIDENCE = 2  # of how many of these fields lines must share for their weight to be the evidence of this view


FIELDS = tuple(sorted({field for order in _ORDERS for field in order}))
"""All that lines are told apart by."""


@dataclass(frozen=True)
class Landmark:
    """The lines open and not yet due on one past day."""

    line_id: Rows
    bucket: Rows
    planned: Rows
    slipped: Rows
    direct_size: Rows
    promise: Rows
    internal: Rows
    country: Rows
    supplier: Rows
    day: Rows


def planned(facts: LineFacts | OpenLines, lines: Rows) -> Rows:
    """Class of days from issue to promise; 0: not known."""
    issued = facts.issued[lines]
    days = np.where(issued != MISSING, facts.promise[lines].astype(np.int64) - issued, MISSING)
    found: Rows = np.searchsorted(_PLANNED_EDGES, days, side="right")
    return found


def bucket(facts: LineFacts | OpenLines, lines: Rows) -> Rows:
    """Class of days left until the promise; 0: overdue."""
    left = facts.promise[lines].astype(np.int64) - facts.as_of
    found: Rows = np.where(left < 0, 0, np.searchsorted(_EDGES, left, side="right"))
    return found


def slipped(facts: LineFacts | OpenLines, lines: Rows) -> Rows:
    """1 where the promise stands later than the first one: such a date is kept otherwise, here better, there worse."""
    found: Rows = (facts.promise[lines] > facts.first_promise[lines]).astype(np.int64)
    return found


class Landmarks:
    """The past of one history, each landmark worked out once."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._known: dict[int, Landmark] = {}

    def before(self, day: int) -> Landmark:
        """All landmarks before a day in one."""
        last = day // STEP * STEP
        parts = [self._on(last - place * STEP) for place in range(COUNT)]
        names = Landmark.__dataclass_fields__
        return Landmark(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))

    def _on(self, day: int) -> Landmark:
        if day not in self._known:
            facts = self._history.at(day)
            lines = np.flatnonzero(facts.is_open & (facts.promise != MISSING) & (facts.promise >= day))
            self._known[day] = Landmark(
                line_id=facts.line_id[lines],
                promise=facts.promise[lines].astype(np.int64),
                day=np.full(len(lines), day),
                **_fields(facts, lines),
            )
        return self._known[day]


@dataclass(frozen=True)
class Alike:
    """What became of past lines, as survival data around their promise, and what lines alike have in common."""

    time: Rows
    done: Rows
    entry: Rows
    weight: Rows
    fields: dict[str, Rows]  # of the past lines: those named in _ORDERS
    depths: tuple[int, ...]  # of each of _ORDERS, by how many of its fields lines are told apart

    def near(self, facts: LineFacts | OpenLines, lines: Rows) -> "Near":
        """Those that tell of these lines."""
        mine, (low, high) = _fields(facts, lines), self._span()
        trees = [
            _grown(self, [(self.fields[field], mine[field]) for field in filter(self._tells, order[:depth])], low, high)
            for order, depth in zip(_ORDERS, self.depths, strict=True)
        ]
        today = facts.as_of - facts.promise[lines].astype(np.int64) - low
        sources = [Source(summed_from_end(mass), own, today) for mass, own, _ in trees]
        return Near(sources, np.mean([evidence for _, _, evidence in trees], axis=0))

    def _tells(self, field: str) -> bool:
        """Many a history knows of no promise that moved, or of no order of several lines."""
        return field not in ("slipped", "direct_size") or bool(self.fields[field].any())

    def _span(self) -> tuple[int, int]:
        """The days around the promise on which lines came, and as many as these are spread over."""
        came = self.time[self.done & (self.time > self.entry)]
        first, last = int(came.min(initial=0)) - 2 * SMOOTH, int(came.max(initial=0)) + 2 * SMOOTH
        return max(first, forecast.DELAY_LOW), min(last, forecast.DELAY_HIGH)


@dataclass(frozen=True)
class Near:
    """Past lines like some that are open, and the evidence behind each."""

    sources: list[Source]
    evidence: Rows

    def of(self, places: Rows) -> "Near":
        return Near([source.of(places) for source in self.sources], self.evidence[places])

    def outlook(self) -> tuple[Outlook, Rows]:
        """When the lines arrive, today at the earliest, and the evidence behind it."""
        found = Outlook(self.sources, np.arange(-BACK, 1)[None, :] == 0)
        return found, np.where(found.told, self.evidence, 0.0)


def fit(past: Landmark, facts: LineFacts, lines: Rows) -> Alike | None:
    """Learn for lines like these from what `facts` tell of past ones; None where there is nothing to learn from."""
    if not len(past.line_id) or not len(lines):
        return None
    told, mine = _told(past, facts), _fields(facts, lines)
    return replace(told, depths=tuple(_depth([mine[field] for field in order]) for order in _ORDERS))


def _fields(facts: LineFacts | OpenLines, lines: Rows) -> dict[str, Rows]:
    return {
        "internal": facts.internal[lines].astype(np.int64),
        "supplier": facts.supplier[lines],
        "planned": planned(facts, lines),
        "slipped": slipped(facts, lines),
        "direct_size": facts.direct_size[lines].astype(np.int64),
        "bucket": bucket(facts, lines),
        "country": facts.country[lines],
    }


def _depth(fields: list[Rows]) -> int:
    """By how many of the fields lines can be told apart without too many groups."""
    code = np.zeros(len(fields[0]), dtype=np.int64)
    for depth, values in enumerate(fields):
        code = _told_apart(code, values)
        if code.max() >= MOST_GROUPS:
            return depth
    return len(fields)


def _told(past: Landmark, facts: LineFacts) -> Alike:
    """What became of the past lines, as `facts` know it."""
    place = np.searchsorted(facts.line_id, past.line_id).clip(max=len(facts) - 1)
    same = facts.line_id[place] == past.line_id
    done = (facts.completed[place] != MISSING) & same
    gone = facts.is_cancelled[place] & ~done
    end = np.where(done, facts.completed[place], np.where(gone, facts.cancelled[place], facts.as_of))
    low, high = forecast.DELAY_LOW, forecast.DELAY_HIGH
    time = np.clip(end - past.promise, low, high).astype(np.int64)
    entry = np.clip(past.day - past.promise - 1, low - 1, high)
    # Lines promised to one country for one day travel together: they are one piece of evidence more than many.
    together = (past.day * 4096 + past.country + 1) * 8192 + past.promise - past.day + 4096
    age = np.maximum(facts.as_of - past.promise, -HALF_LIFE)
    weight = 0.5 ** (age / HALF_LIFE) * same / shrinkage.cluster_size(together) ** TOGETHER
    fields = {field: getattr(past, field) for field in FIELDS}
    return Alike(time, done, entry, weight, fields, ())


def _grown(told: Alike, fields: list[tuple[Rows, Rows]], low: int, high: int) -> tuple[Rows, Rows, Rows]:
    """Groups by ever more fields (of the past lines, of those asked about), each leaning on the one it is a part of.

    The delays of the last groups, from day `low` to day `high`, the group of each line asked about, and the weight
    behind its group by the first _EVIDENCE of them.
    """
    asked = len(fields[0][1])
    rows: Rows = np.ones((1, high - low + 1))
    parent: Rows = np.zeros(asked, dtype=np.int64)
    count_above: Rows = np.zeros(1, dtype=np.int64)
    evidence: Rows = np.zeros(asked)
    together: Rows = np.zeros(len(told.time) + asked, dtype=np.int64)
    for size, (past, mine) in enumerate(fields, 1):
        together = _told_apart(together, np.concatenate((past, mine)))
        code, own, groups = _like_those(together[:-asked], together[-asked:])
        like = code >= 0
        count = np.bincount(code[like], minlength=groups)
        table = shrinkage.day_table(
            told.time[like],
            told.done[like],
            entry=told.entry[like],
            weight=told.weight[like],
            group=code[like],
            groups=groups,
            low=low,
            high=high,
        )
        if size == 1:
            rows = shrinkage.survival(table)
        else:
            above = np.zeros(groups, dtype=np.int64)
            above[own] = parent
            leaning = shrinkage.lean(table, rows, PSEUDO_ORDERS, floor=0.02, of=above)
            # A group that holds every line of the wider one knows no more than that.
            rows = np.where((count == count_above[above])[:, None], rows[above], leaning)
        if size == _EVIDENCE:
            evidence = np.bincount(code[like], weights=told.weight[like], minlength=groups)[own]
        parent, count_above = own, count
    return shrinkage.smoothed(-np.diff(rows, axis=1, prepend=1.0), SMOOTH, keep=-low), parent, evidence


def _told_apart(code: Rows, values: Rows) -> Rows:
    """Groups told apart by one more field."""
    low = int(values.min())
    return dense(code * (int(values.max()) - low + 1) + values - low)[1]


def _like_those(past: Rows, mine: Rows) -> tuple[Rows, Rows, int]:
    """Dense codes of the lines to be forecast, `mine`; past lines like none of them get −1."""
    wanted, own = dense(mine)
    place = np.full(max(int(past.max(initial=0)), int(mine.max())) + 1, -1, dtype=np.int64)
    place[wanted] = np.arange(len(wanted))
    return place[past], own, len(wanted)
