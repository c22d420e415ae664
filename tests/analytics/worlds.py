"""Invented histories with known habits, on which forecasts can be held against simple methods."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import numpy as np

from supplychain_app.analytics.line_facts import MISSING, History, Ledger, Lines

TODAY = 740_000
DAYS = 1400  # of history before today
Rows = np.ndarray[Any, Any]
Random = np.random.Generator


def made(
    issued: Rows,
    promised: Rows,
    completed: Rows,
    *,
    recorded: Rows | None = None,
    again: tuple[Rows, Rows, Rows] | None = None,
    **columns: Rows,
) -> History:
    """Lines known from their issue; completed MISSING: never received; recorded: when receipts became known.

    again: later promises, as the places of their lines, the new days, and the days on which they were told.
    """
    count = len(issued)
    given: dict[str, Any] = {
        "line_id": np.arange(1, count + 1),
        "order_id": np.arange(1, count + 1),
        "issued": issued.astype(np.int32),
        "entered": issued.astype(np.int32),
        "quantity": np.ones(count),
        "value": np.full(count, np.nan),
        "labels": dict.fromkeys(("currency", "country", "mode", "incoterm", "lane"), ()),
        "supplier": np.ones(count, dtype=np.int64),
        **columns,
    }
    for field in fields(Lines):
        if field.name not in given:
            zero = field.name in ("issued_basis", "tolerance", "internal", "late_allowed")
            kind = bool if field.name == "internal" else int
            given[field.name] = np.zeros(count, dtype=kind) if zero else np.full(count, MISSING)
    none = np.full(count, MISSING, dtype=np.int32)
    known = issued.astype(np.int32)
    promises = Ledger(np.arange(count), promised.astype(np.int32), known, np.ones(count), none, np.zeros(count))
    if again is not None:
        promises = _with(promises, *again)
    came = np.flatnonzero(completed != MISSING)
    day = completed[came].astype(np.int32)
    told = day if recorded is None else recorded[came].astype(np.int32)
    receipts = Ledger(came, day, told, np.ones(len(came)), told, np.zeros(len(came)))
    return History(Lines(**given), promises, receipts)


def _with(promises: Ledger, line: Rows, day: Rows, told: Rows) -> Ledger:
    added = Ledger(line, day, told, np.ones(len(line)), np.full(len(line), MISSING), np.zeros(len(line)))
    both = {one.name: np.concatenate([getattr(part, one.name) for part in (promises, added)]) for one in fields(Ledger)}
    order = np.lexsort((both["known"], both["line"]))
    return Ledger(**{name: column[order] for name, column in both.items()})


def _orders(random: Random, count: int, suppliers: int = 6) -> tuple[Rows, Rows, Rows]:
    issued = np.sort(TODAY - DAYS + random.integers(0, DAYS, count))
    return issued, issued + random.integers(20, 90, count), random.integers(1, suppliers + 1, count)


def _hopeful(random: Random, promised: Rows) -> Rows:
    return promised + np.round(random.gamma(1.5, 14.0, len(promised))).astype(int)


def _exact(random: Random, promised: Rows) -> Rows:
    return promised + np.where(random.random(len(promised)) < 0.97, 0, random.integers(1, 20, len(promised)))


def always_exact(random: Random) -> History:
    """Nearly everything comes on the promised day."""
    issued, promised, supplier = _orders(random, 1500)
    return made(issued, promised, _exact(random, promised), supplier=supplier)


def becomes_exact(random: Random) -> History:
    """Hopeful promises, which are kept to the day from 20 months before today on."""
    issued, promised, supplier = _orders(random, 1500)
    came = np.where(promised < TODAY - 600, _hopeful(random, promised), _exact(random, promised))
    return made(issued, promised, came, supplier=supplier)


def becomes_hopeful(random: Random) -> History:
    """Promises kept to the day until 20 months before today, then seldom."""
    issued, promised, supplier = _orders(random, 1500)
    came = np.where(promised < TODAY - 600, _exact(random, promised), _hopeful(random, promised))
    return made(issued, promised, came, supplier=supplier)


def heavily_overdue(random: Random) -> History:
    """Delays of months with a long tail."""
    issued, promised, supplier = _orders(random, 1500)
    late = np.round(random.lognormal(3.5, 1.0, len(issued))).astype(int)
    return made(issued, promised, promised + late, supplier=supplier)


def few_lines(random: Random) -> History:
    """A workspace with thirty lines."""
    issued, promised, supplier = _orders(random, 30, 3)
    return made(issued, promised, _hopeful(random, promised) - 10, supplier=supplier)


def weekly_posting(random: Random) -> History:
    """Arrivals around the promise, all booked on the Friday after."""
    issued, promised, supplier = _orders(random, 1500)
    came = promised + np.round(random.normal(0, 6, len(issued))).astype(int)
    came = np.maximum(came, issued + 1)
    return made(issued, promised, came, recorded=came + (4 - came) % 7, supplier=supplier)


def large_suppliers(random: Random) -> History:
    """Four suppliers with hundreds of lines and habits of their own: exact, early, late, scattered."""
    issued, promised, supplier = _orders(random, 2000, 4)
    middle = np.array([0, 0, -12, 18, 5])[supplier]
    spread = np.array([0, 0, 4, 6, 25])[supplier]
    late = np.round(random.normal(middle, spread)).astype(int)
    return made(issued, promised, np.maximum(promised + late, issued + 1), supplier=supplier)


def whole_shipments(random: Random) -> History:
    """Ten lines each travel together, promised for one day and late by the same days."""
    issued, promised, supplier = _orders(random, 200)
    came = _hopeful(random, promised) - 8
    order = np.repeat(np.arange(200), 10)
    return made(
        np.repeat(issued, 10),
        np.repeat(promised, 10),
        np.maximum(np.repeat(came, 10), np.repeat(issued, 10) + 1),
        supplier=np.repeat(supplier, 10),
        order_id=order + 1,
    )


def short_notice(random: Random) -> History:
    """What is promised at short notice comes early, what is planned long ahead comes late; nothing is ever exact."""
    issued, promised, supplier = _orders(random, 1500)
    long_ahead = random.random(len(issued)) < 0.5
    promised = np.where(long_ahead, issued + 150, promised)
    late = np.round(random.normal(np.where(long_ahead, 14, -9), 3)).astype(int)
    return made(issued, promised, np.maximum(promised + late, issued + 1), supplier=supplier)


def countries_apart(random: Random) -> History:
    """Small suppliers for many countries: on which land a line is for tells when it comes, its supplier nothing."""
    issued, promised, supplier = _orders(random, 2000, 60)
    country = random.integers(0, 4, len(issued))
    late = np.round(random.normal(np.array([-15, 0, 12, 30])[country], 3)).astype(int)
    came = np.maximum(promised + late, issued + 1)
    return made(issued, promised, came, supplier=supplier, country=country)


def a_new_date_is_kept(random: Random) -> History:
    """First promises are hopeful; of most lines the supplier tells the true day, a week or more before the promise."""
    issued, promised, supplier = _orders(random, 2500)
    came = np.maximum(_hopeful(random, promised), issued + 1)
    told = np.flatnonzero((came > promised + 3) & (random.random(len(issued)) < 0.7))
    when = np.maximum(issued[told] + 1, promised[told] - random.integers(7, 25, len(told)))
    return made(issued, promised, came, supplier=supplier, again=(told, came[told], when))


def in_parts(random: Random) -> History:
    """An order of one line comes on its day; of one of four, one line does, and the last comes a month late."""
    issued, promised, supplier = _orders(random, 1600)
    lines = np.where(random.random(1600) < 0.6, 1, 4)
    order = np.repeat(np.arange(1600), lines)
    place = np.concatenate([np.arange(count) for count in lines.tolist()])
    late = np.array([0, 10, 20, 30])[place]
    columns = {"supplier": supplier[order], "order_id": order + 1}
    return made(issued[order], promised[order], promised[order] + late, **columns)


def late_in_their_own_way(random: Random) -> History:
    """Every line comes late, of each supplier by about the same days: of one by two, of another by twenty."""
    issued, promised, supplier = _orders(random, 8000, 20)
    late = np.round(random.normal(supplier, 2.0)).astype(int)
    return made(issued, promised, promised + np.maximum(late, 1), supplier=supplier)


WORLDS: tuple[Callable[[Random], History], ...] = (
    always_exact,
    becomes_exact,
    becomes_hopeful,
    heavily_overdue,
    few_lines,
    weekly_posting,
    large_suppliers,
    whole_shipments,
    short_notice,
    countries_apart,
    a_new_date_is_kept,
    in_parts,
    late_in_their_own_way,
)
