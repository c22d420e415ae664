"""Signs of dates that cannot be right: repeated lines, against a comparison of all with all; days without work."""

from datetime import date
from itertools import combinations

import numpy as np
import pytest

from supplychain_app.analytics import honesty
from supplychain_app.analytics.line_facts import MISSING, NO_START
from supplychain_app.domain.calendars import Calendars, Kind, OwnDays, WorkingCalendar
from tests.analytics import worlds


@pytest.mark.parametrize("seed", range(3))
def test_lines_of_two_orders_that_say_the_same_are_repeated(seed: int) -> None:
    random = np.random.default_rng(seed)
    count = 400
    issued = worlds.TODAY - 100 + random.integers(0, 3, count)
    world = worlds.made(
        issued,
        issued + 30,
        np.full(count, MISSING),
        order_id=random.integers(1, 200, count),
        supplier=random.integers(-1, 4, count),
        material=random.integers(-1, 5, count),
        quantity=random.integers(1, 3, count) / 2,
        required=np.where(random.random(count) < 0.1, MISSING, issued + random.integers(20, 23, count)).astype(
            np.int32
        ),
        issued_basis=np.where(random.random(count) < 0.1, NO_START, 0).astype(np.int8),
        cancelled=np.where(random.random(count) < 0.1, worlds.TODAY - 1, MISSING).astype(np.int32),
    )
    facts = world.at(worlds.TODAY)
    rows = list(
        zip(facts.supplier, facts.material, facts.quantity, facts.issued, facts.required, facts.order_id, strict=True)
    )
    told = (facts.issued_basis == 0) & ~facts.is_cancelled & (facts.required != MISSING)
    told &= (facts.supplier >= 0) & (facts.material >= 0)
    expected = np.zeros(count, dtype=bool)
    for one, other in combinations(np.flatnonzero(told).tolist(), 2):
        if rows[one][:5] == rows[other][:5] and rows[one][5] != rows[other][5]:
            expected[[one, other]] = True
    assert 10 < expected.sum() < told.sum()
    assert honesty.repeated(facts).tolist() == expected.tolist()


def test_promises_on_days_without_work_by_the_calendar_of_their_supplier() -> None:
    week = [date(2026, 12, day).toordinal() for day in range(14, 21)]  # Monday to Sunday
    promised = np.array([*week, *week, *week, *week, MISSING], dtype=np.int32)
    supplier = [*np.repeat([-1, 1, 2, 3], 7).tolist(), 1]
    arrived = np.full(29, MISSING, dtype=np.int32)
    arrived[9] = worlds.TODAY  # has come: nothing is left to ask
    world = worlds.made(np.full(29, worlds.TODAY - 60), promised, arrived, supplier=np.array(supplier))
    closure = OwnDays(date(2026, 12, 15), date(2026, 12, 17), reason="Inventory")
    saturdays = OwnDays(date(2026, 12, 1), date(2026, 12, 31), Kind.SATURDAYS)
    calendars = Calendars(
        suppliers={
            1: WorkingCalendar("DE", (closure,)),
            2: WorkingCalendar("EG"),
            3: WorkingCalendar("DE", (saturdays,)),
        }
    )
    facts = world.at(worlds.TODAY)
    assert np.flatnonzero(honesty.on_weekend(facts, calendars)).tolist() == [5, 6, 12, 13, 18, 19, 27]
    assert np.flatnonzero(honesty.while_closed(facts, calendars)).tolist() == [8, 10]
    assert not honesty.while_closed(facts, Calendars()).any()
