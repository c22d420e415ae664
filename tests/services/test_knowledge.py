"""What is kept is what would be worked out anew, and lasts until something it rests on is written."""

from collections.abc import Callable
from datetime import date

import pytest

from supplychain_app.domain.periods import Period
from supplychain_app.services import editing, insight
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.storage import database
from supplychain_app.storage import facts as stored
from supplychain_app.storage.connection import Database
from tests.services.test_insight import DAY, add_supplier, days, filled

__all__ = ["filled"]
TODAY = DAY + days(60)

PERIOD = Period(DAY, TODAY)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The name of each costly read, as it happens."""
    found: list[str] = []

    def count(name: str, read: Callable[..., object]) -> Callable[..., object]:
        def reading(*arguments: object, **options: object) -> object:
            found.append(name)
            return read(*arguments, **options)

        return reading

    monkeypatch.setattr(stored, "history", count("history", stored.history))
    return found


def test_the_history_is_read_once_for_all_suppliers(filled: Database, counted: list[str]) -> None:
    knowledge = Knowledge()
    rows = insight.suppliers(filled, as_of=TODAY, period=PERIOD, knowledge=knowledge)
    shared = [
        insight.supplier_figures(filled, row.supplier_id, as_of=TODAY, period=PERIOD, knowledge=knowledge)
        for row in rows
    ]
    assert len(rows) >= 2
    assert counted.count("history") <= 2  # once for the figures, once for the forecasts
    alone = [insight.supplier_figures(filled, row.supplier_id, as_of=TODAY, period=PERIOD) for row in rows]
    assert shared == alone
    assert rows == insight.suppliers(filled, as_of=TODAY, period=PERIOD)


def test_an_edit_is_seen_at_once(filled: Database, counted: list[str]) -> None:
    knowledge = Knowledge()
    before = knowledge.facts(filled, TODAY)
    line = int(before.line_id[before.is_open][0])
    editing.record_promise(filled, line, date(2027, 3, 1), source="call", known_on=TODAY)
    after = knowledge.facts(filled, TODAY)
    assert after.promise[after.line_id == line].tolist() == [date(2027, 3, 1).toordinal()]
    assert counted == ["history", "history"]


def test_what_was_said_does_not_make_the_history_be_read_again(filled: Database, counted: list[str]) -> None:
    knowledge = Knowledge()
    facts, questions = knowledge.facts(filled, TODAY), knowledge.questions(filled, TODAY)
    with database.writing(filled, nouns=frozenset({"communications"})):
        pass
    assert knowledge.facts(filled, TODAY) is facts
    assert knowledge.questions(filled, TODAY) is not questions
    assert counted == ["history"]


def test_what_is_seen_within_a_write_is_not_kept(filled: Database) -> None:
    knowledge = Knowledge()
    with database.writing(filled):
        new = add_supplier(filled, "New")
        assert new in knowledge.names(filled).suppliers
        assert not knowledge.has(filled, "names", frozenset({"orders"}), None)


def test_the_last_days_of_an_archive_end_with_its_last_date(filled: Database) -> None:
    knowledge = Knowledge()
    long_after = TODAY.replace(year=TODAY.year + 9)
    year = knowledge.year(filled, long_after)
    assert year.end <= TODAY
    quarter = knowledge.recent(filled, long_after, 91)
    assert quarter is not None
    assert (quarter.end, (quarter.end - quarter.start).days) == (year.end, 91)
    assert knowledge.recent(filled, long_after, 366) == year
    assert knowledge.recent(filled, long_after, None) is None
    assert knowledge.year(filled, TODAY).end == TODAY
