"""What was known of every order line on a day, as arrays: the input of all figures.

Days are int32 ordinals (date.toordinal()), MISSING where unknown; texts are codes into a tuple of labels, −1 where
unknown. Arrays of one object have one entry a line, in the same order.
"""

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

MISSING = -1

Days = NDArray[np.int32]
Codes = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

SENT, CREATED, NO_START = 0, 1, 2
"""Where `issued` comes from: the sent date; the created date, which stands in for it; or nowhere."""


@dataclass(frozen=True)
class Lines:
    """What does not change with the day of asking."""

    line_id: Codes
    order_id: Codes
    supplier: Codes  # supplier id, −1 unknown
    material: Codes
    internal: Flags  # supplied by our own warehouse
    issued: Days
    issued_basis: NDArray[np.int8]
    required: Days
    entered: Days  # the day on which the line entered our view
    cancelled: Days
    acknowledged: Days
    quantity: Floats
    tolerance: Floats  # share of the quantity that may be missing
    early_allowed: Days  # days; −1: early never fails
    late_allowed: Days
    value: Floats  # minor units; NaN unknown
    currency: Codes
    country: Codes
    mode: Codes
    incoterm: Codes
    lane: Codes  # origin → destination by mode
    labels: dict[str, tuple[str, ...]]  # of currency, country, mode, incoterm, lane


class _Standing:
    """How lines stand on the day of asking."""

    def __len__(self: Any) -> int:
        return len(self.line_id)

    @property
    def is_done(self: Any) -> Flags:
        found: Flags = self.completed != MISSING
        return found

    @property
    def is_open(self: Any) -> Flags:
        found: Flags = (self.completed == MISSING) & ~self.is_cancelled
        return found

    @property
    def is_cancelled(self: Any) -> Flags:
        found: Flags = (self.cancelled != MISSING) & (self.cancelled <= self.as_of)
        return found


def order_sizes(of: Codes, among: Codes) -> NDArray[np.int8]:
    """How many lines each of these orders has among all lines in view, less one; 2: two more, or many.

    `of`, `among`: order ids. Those of three lines and of thirty are alike: of large orders there are few.
    """
    lines = np.bincount(among, minlength=int(of.max(initial=0)) + 1)[of]
    return np.clip(lines - 1, 0, 2).astype(np.int8)


class _Habits:
    """What forecasts tell lines of suppliers apart by. Our own warehouse keeps its habits wherever it sends to."""

    @property
    def direct_country(self: Any) -> Codes:
        """The country to which a supplier delivers; −1 where our own warehouse does."""
        return np.where(self.internal, -1, self.country)

    @property
    def direct_size(self: Any) -> NDArray[np.int8]:
        """The order's size (see `order_sizes`); 0 where our own warehouse delivers.

        A supplier's order of one line comes on its day or does not; one of several comes in parts, the last one late.
        """
        return np.where(self.internal, np.int8(0), self.order_size)


@dataclass(frozen=True)
class LeadLines(_Standing):
    """The part of the facts that lead times need, for those who read no more than that."""

    line_id: Codes
    supplier: Codes
    material: Codes
    country: Codes
    mode: Codes
    incoterm: Codes  # empty where nobody asked for it; so is the lane
    lane: Codes
    issued: Days
    issued_basis: NDArray[np.int8]
    required: Days
    entered: Days
    cancelled: Days
    promise: Days  # the current one
    completed: Days
    labels: dict[str, tuple[str, ...]]
    as_of: int

    def select(self, chosen: Flags | Codes) -> "LeadLines":
        """The same facts of some of the lines."""
        picked = _picked(self, chosen, but=[name for name in ("incoterm", "lane") if not len(getattr(self, name))])
        return replace(self, **picked)


@dataclass(frozen=True)
class LineFacts(_Standing, _Habits, Lines):
    """Every line that was in view on `as_of`, as it was known then."""

    as_of: int
    order_size: NDArray[np.int8]  # of the lines in view, see `order_sizes`
    promises: NDArray[np.int32]
    first_promise: Days
    first_promise_known: Days
    graded: Days  # what the supplier is graded on: the first promise, or the first since we asked for another day
    graded_known: Days
    promise: Days  # the current one
    promise_known: Days
    completed: Days  # first day on which everything had been received; MISSING: open
    completed_known: Days  # when we knew it
    posted: Days
    first_received: Days
    received: Floats
    rejected: Floats

    @property
    def due(self) -> Days:
        """What lateness is counted from: the promise graded, or the required day where there is none."""
        return np.where(self.graded != MISSING, self.graded, self.required)

    def select(self, chosen: Flags | Codes) -> "LineFacts":
        """The same facts of some of the lines."""
        return replace(self, **_picked(self, chosen))

    def for_lead_times(self) -> LeadLines:
        """The part that lead times need."""
        return LeadLines(**{field.name: getattr(self, field.name) for field in fields(LeadLines)})

    def of_supplier(self, supplier_id: int | None) -> "LineFacts":
        """The lines of one supplier; None: all."""
        return self if supplier_id is None else self.select(self.supplier == supplier_id)


@dataclass(frozen=True)
class OpenLines(_Habits):
    """The part of the facts that forecasts from what was learned need, of open lines alone."""

    line_id: Codes
    supplier: Codes
    country: Codes
    mode: Codes
    internal: Flags
    issued: Days
    issued_basis: NDArray[np.int8]
    required: Days
    promise: Days
    first_promise: Days
    order_id: Codes
    order_size: NDArray[np.int8]
    line: Codes  # its number in the order
    source_file: Codes
    source_row: Codes
    labels: dict[str, tuple[str, ...]]
    as_of: int

    @property
    def is_open(self) -> Flags:
        """All of them."""
        return np.ones(len(self.line_id), dtype=np.bool_)


@dataclass(frozen=True)
class Ledger:
    """Dated facts of lines, sorted by line and then by the order in which they count."""

    line: Codes  # index into Lines
    day: Days  # promised, or received
    known: Days
    quantity: Floats
    posted: Days
    rejected: Floats


@dataclass(frozen=True)
class Changes:
    """Values of a line that were different before a day."""

    line: Codes
    field: Codes  # 0 required, 1 issued, 2 quantity
    known: Days
    old: Floats  # ordinal or quantity; MISSING: was unknown


@dataclass(frozen=True)
class History:
    """All lines with all their promises and receipts: what was known on any day can be told from it."""

    lines: Lines
    promises: Ledger  # by line, known, id
    receipts: Ledger  # by line, received, id
    changes: Changes | None = None

    @property
    def last_known(self) -> int:
        """The day of the last promise or receipt we learned of; MISSING where there is none."""
        return max(int(ledger.known.max(initial=MISSING)) for ledger in (self.promises, self.receipts))

    def at(self, as_of: int) -> LineFacts:
        """The lines in view on this day, with the promises and receipts known by then."""
        lines = self.lines
        count = len(lines.line_id)
        base: dict[str, Any] = {f.name: getattr(lines, f.name) for f in fields(Lines)}
        if self.changes is not None:
            base.update(self._as_then(as_of))
        promise = self._promises(as_of, count)
        receipt = self._receipts(as_of, base["quantity"] * (1 - lines.tolerance))
        acknowledged = np.where(lines.acknowledged <= as_of, lines.acknowledged, MISSING).astype(np.int32)
        base["acknowledged"] = acknowledged
        in_view = lines.entered <= as_of
        size = order_sizes(lines.order_id, lines.order_id[in_view])
        facts = LineFacts(**base, as_of=as_of, order_size=size, **promise, **receipt)
        return facts if in_view.all() else facts.select(in_view)

    def thinned(self, most: int) -> "History":
        """About `most` of the lines, whole orders at a time, for what does not need them all."""
        lines = self.lines
        count = len(lines.line_id)
        if count <= most:
            return self
        keep = lines.order_id % (-(-count // most)) == 0
        place = np.cumsum(keep) - 1

        def ledger(rows: Ledger) -> Ledger:
            mine = keep[rows.line]
            return Ledger(
                place[rows.line[mine]],
                *(getattr(rows, name)[mine] for name in ("day", "known", "quantity", "posted", "rejected")),
            )

        return History(replace(lines, **_picked(lines, keep)), ledger(self.promises), ledger(self.receipts))

    def received_by(self, facts: LineFacts, day: Days) -> Floats:
        """Quantity received up to a day of each line of `facts`, as known on its as-of day."""
        ledger = self.receipts
        ids = self.lines.line_id[ledger.line]
        place = np.searchsorted(facts.line_id, ids).clip(max=max(len(facts) - 1, 0))
        if not len(facts) or not len(ids):
            return np.zeros(len(facts))
        counts = (facts.line_id[place] == ids) & (ledger.known <= facts.as_of) & (ledger.day <= day[place])
        return np.bincount(place[counts], weights=ledger.quantity[counts], minlength=len(facts)).astype(np.float64)

    def answers_to_us(self, as_of: int) -> Codes:
        """Rows of promises that answer a new request: the first known since we moved the required date of the line."""
        changes, ledger = self.changes, self.promises
        if changes is None:
            return np.zeros(0, dtype=np.int64)
        moved = (changes.field == 0) & (changes.old != MISSING) & (changes.known <= as_of)
        line, day = changes.line[moved], changes.known[moved]
        width = 4_000_000  # more than any day
        row = np.searchsorted(ledger.line * width + ledger.known, line * width + day)
        inside = row < len(ledger.line)
        row, line = row[inside], line[inside]
        found: Codes = np.unique(row[(ledger.line[row] == line) & (ledger.known[row] <= as_of)])
        return found

    def _as_then(self, as_of: int) -> dict[str, Any]:
        assert self.changes is not None
        later = np.flatnonzero(self.changes.known > as_of)
        found: dict[str, Any] = {}
        for code, name in enumerate(("required", "issued", "quantity")):
            mine = later[self.changes.field[later] == code]
            if len(mine):
                # The oldest later change holds the value of then: write the newest first, the oldest last.
                mine = mine[np.argsort(-self.changes.known[mine], kind="stable")]
                values = getattr(self.lines, name).copy()
                values[self.changes.line[mine]] = self.changes.old[mine]
                found[name] = values
        return found

    def _promises(self, as_of: int, count: int) -> dict[str, Any]:
        ledger = self.promises
        chosen = np.flatnonzero(ledger.known <= as_of)
        line, day, known = ledger.line[chosen], ledger.day[chosen], ledger.known[chosen]
        number = np.bincount(line, minlength=count).astype(np.int32)
        found = {name: np.full(count, MISSING, dtype=np.int32) for name in ("f", "fk", "c", "ck")}
        # Sorted by line and known: writing forwards keeps the last, backwards the first.
        found["c"][line], found["ck"][line] = day, known
        found["f"][line[::-1]], found["fk"][line[::-1]] = day[::-1], known[::-1]
        graded, graded_known = found["f"], found["fk"]
        answers = self.answers_to_us(as_of)
        if len(answers):
            graded, graded_known = graded.copy(), graded_known.copy()
            of = ledger.line[answers]
            graded[of], graded_known[of] = ledger.day[answers], ledger.known[answers]
        return {
            "promises": number,
            "first_promise": found["f"],
            "first_promise_known": found["fk"],
            "graded": graded,
            "graded_known": graded_known,
            "promise": found["c"],
            "promise_known": found["ck"],
        }

    def _receipts(self, as_of: int, needed: Floats) -> dict[str, Any]:
        ledger, count = self.receipts, len(needed)
        chosen = np.flatnonzero(ledger.known <= as_of)
        line = ledger.line[chosen]
        quantity, day, posted = ledger.quantity[chosen], ledger.day[chosen], ledger.posted[chosen]
        rows = len(line)
        number = np.bincount(line, minlength=count)
        ends = np.cumsum(number)
        starts = ends - number
        total = np.concatenate(([0.0], np.cumsum(quantity)))
        running = total[1:] - total[starts[line]] if rows else np.zeros(0)
        slack = 1e-9 * np.maximum(1.0, np.abs(needed))
        short = running < (needed - slack)[line]
        # Complete on the first receipt after the last one that left the line short.
        last_short = np.full(count, -1, dtype=np.int64)
        last_short[line[short]] = np.flatnonzero(short)
        place = np.maximum(last_short + 1, starts)
        done = place < ends
        completed = np.full(count, MISSING, dtype=np.int32)
        known = completed.copy()
        completed[done] = day[place[done]]
        final_known = completed.copy()
        final_posted = completed.copy()
        np.maximum.at(final_known, line, ledger.known[chosen])
        np.maximum.at(final_posted, line, posted)
        known[done] = final_known[done]
        first = np.full(count, MISSING, dtype=np.int32)
        positive = quantity > 0
        first[line[positive][::-1]] = day[positive][::-1]
        return {
            "completed": completed,
            "completed_known": known,
            "posted": np.where(done, final_posted, MISSING).astype(np.int32),
            "first_received": first,
            "received": np.bincount(line, weights=quantity, minlength=count),
            "rejected": np.bincount(line, weights=ledger.rejected[chosen], minlength=count),
        }


def _picked(facts: Lines | LeadLines, chosen: Flags | Codes, but: Collection[str] = ()) -> dict[str, Any]:
    found = {}
    for field in fields(facts):
        value = getattr(facts, field.name)
        if isinstance(value, np.ndarray) and field.name not in but:
            found[field.name] = value[chosen]
    return found
