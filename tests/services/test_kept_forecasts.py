"""After an edit, what is kept is what making everything anew would keep; and only what must be is made anew."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from supplychain_app.services import editing, forecasting, importing, keeping
from supplychain_app.storage import database, facts
from supplychain_app.storage import kept as kept_storage
from supplychain_app.storage.connection import Database

TODAY = date(2026, 11, 23)
LINES, OPEN = 300, 90
HEAD = "PO,Line,Vendor Name,Country,Material,Quantity,Open Qty,Order Date,Requested Date,Delivery Date,Received On\n"


def world() -> str:
    """Received lines that came about their promise, and open ones, some overdue, some without a promise."""
    chance = random.Random(3)
    rows = []
    for n in range(LINES):
        came = TODAY - timedelta(days=chance.randint(5, 500))
        promise = came - timedelta(days=round(chance.gauss(4 * (n % 5), 6)))
        if n < OPEN:
            promise = TODAY + timedelta(days=chance.randint(-30, 120))
        sent = min(promise, TODAY) - timedelta(days=chance.randint(20, 80))
        told = "" if n % 11 == 0 else promise.isoformat()
        needed = promise + timedelta(days=chance.randint(-9, 9))
        received = "" if n < OPEN else came.isoformat()
        left = 100 if n < OPEN else 0
        # The first three lines of every twelve are of one order.
        order, line = (n - n % 3, n % 3 + 1) if n % 12 < 3 else (n, 1)
        supplier = order % 5
        country = ("DE", "CN", "PL")[supplier % 3]
        days = f"{sent},{needed},{told},{received}"
        rows.append(f"45{order:05d},{line}0,Supplier {supplier},{country},R{n % 30},100,{left},{days}\n")
    return HEAD + "".join(rows)


@pytest.fixture
def large(workspace: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Database:
    """A workspace that counts as large, with its figures kept."""
    monkeypatch.setattr(keeping, "LARGE", 10)
    file = tmp_path / "orders.csv"
    file.write_text(world())
    db = database.open_file(workspace)
    importing.import_file(db, file)
    keeping.keep(db, today=TODAY)
    return db


@pytest.fixture
def forecast_lines(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many lines were forecast each time."""
    counts: list[int] = []
    original = forecasting.chances

    def counted(known: Any, facts: Any, lines: Any, **more: Any) -> Any:
        counts.append(len(lines))
        return original(known, facts, lines, **more)

    monkeypatch.setattr(forecasting, "chances", counted)
    return counts


def kept(db: Database) -> tuple[list[Any], list[Any]]:
    forecasts = db.conn.execute("select * from line_forecast order by order_line_id").fetchall()
    return forecasts, db.conn.execute("select question, answer from kept_answer order by question").fetchall()


def edits(db: Database, chance: random.Random) -> list[Callable[[], Any]]:
    """Things that a planner does with open lines."""
    lines = [row[0] for row in db.conn.execute("select id from order_line where status = 'open'")]

    def day() -> date:
        return TODAY + timedelta(days=chance.randint(1, 200))

    return [
        lambda: editing.record_promise(db, chance.choice(lines), day(), source="call", known_on=TODAY),
        lambda: editing.record_promise(db, chance.sample(lines, 3), day(), source="mail", known_on=TODAY),
        lambda: editing.set_field(db, chance.choice(lines), "required_on", day(), today=TODAY),
        lambda: editing.set_field(db, chance.choice(lines), "note", f"asked {chance.random()}", today=TODAY),
        lambda: editing.set_owner(db, chance.choice(lines), chance.choice(("Ana", "Ben")), today=TODAY),
        lambda: editing.record_promise(db, chance.choice(lines), day(), known_on=TODAY).undo(db),
    ]


def made_from_what_was_learned(db: Database) -> tuple[list[Any], list[Any]]:
    """The same with every forecast and row made anew, but nothing learned anew."""
    db.conn.execute("delete from line_forecast")
    db.conn.execute("delete from kept_answer where question in ('today, shortened', 'beside the rows of today')")
    db.conn.commit()
    keeping.keep(db, today=TODAY)
    return kept(db)


def test_what_was_learned_says_the_same_when_it_is_read_again(large: Database, forecast_lines: list[int]) -> None:
    found = kept(large)
    assert found == made_from_what_was_learned(large)
    assert forecast_lines == [OPEN]
    assert {row[3] for row in found[0]} == {"promise", "lead time"}


@pytest.mark.parametrize("seed", range(4))
def test_after_edits_all_that_is_kept_is_what_making_it_anew_would_keep(large: Database, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(6):
        chance.choice(edits(large, chance))()
        keeping.keep(large, today=TODAY)
    assert kept(large) == made_from_what_was_learned(large)
    assert keeping.today(large, today=TODAY).fresh


def test_an_edit_is_forecast_alone_and_a_receipt_teaches_anew(large: Database, forecast_lines: list[int]) -> None:
    first, second, *_ = [row[0] for row in large.conn.execute("select id from order_line where status = 'open'")]
    before = kept(large)[0]
    keeping.keep(large, today=TODAY)
    editing.set_field(large, first, "note", "nothing that a forecast rests on", today=TODAY)
    keeping.keep(large, today=TODAY)
    assert forecast_lines == []
    editing.record_promise(large, first, TODAY + timedelta(days=150), source="call", known_on=TODAY)
    keeping.keep(large, today=TODAY)
    assert forecast_lines == [1]
    changed = set(kept(large)[0]) - set(before)
    assert [row[0] for row in changed] == [first]
    editing.record_receipt(large, second, TODAY, 100.0, known_on=TODAY)
    keeping.keep(large, today=TODAY)
    assert forecast_lines[1] == OPEN - 1
    large.conn.execute("delete from kept_experience")  # what is asked now is learned by itself
    told = {one.line_id: one for one in forecasting.forecast(large, as_of=TODAY, levels=keeping.LEVELS)}
    assert second not in told
    for line, one in told.items():
        assert keeping.forecast_of(large, line, today=TODAY).days == one.quantiles
    late = "select order_line_id, p_late from line_forecast"
    assert dict(large.conn.execute(late).fetchall()) == {line: one.p_late for line, one in told.items()}


def test_the_next_day_everything_is_learned_anew(large: Database, forecast_lines: list[int]) -> None:
    keeping.keep(large, today=TODAY + timedelta(days=1))
    assert forecast_lines[0] == OPEN


def test_a_line_of_a_kind_that_nobody_asked_about_is_learned_for(large: Database, forecast_lines: list[int]) -> None:
    line = large.conn.execute("select id from order_line where status = 'open'").fetchone()[0]
    editing.set_field(large, line, "country", "NZ", today=TODAY)
    keeping.keep(large, today=TODAY)
    assert forecast_lines[0] == OPEN
    assert keeping.forecast_of(large, line, today=TODAY).days


def test_what_another_version_kept_is_learned_anew(large: Database) -> None:
    before = forecasting.forecast(large, as_of=TODAY)
    with database.writing(large):
        found = large.conn.execute("select data from kept_experience").fetchone()[0]
        assert b"skills" in found
        large.conn.execute("update kept_experience set data = ?", [found.replace(b"slipped", b"moved__")])
    assert forecasting.forecast(large, as_of=TODAY) == before
    line = before[0].line_id
    editing.record_promise(large, line, TODAY + timedelta(days=50), source="mail", known_on=TODAY)
    keeping.keep(large, today=TODAY)
    with_learning = kept(large)
    keeping.keep(large, today=TODAY + timedelta(days=1))
    keeping.keep(large, today=TODAY)
    assert kept(large)[0] == with_learning[0]


def test_a_line_that_is_cancelled_is_forecast_no_more(large: Database) -> None:
    line = large.conn.execute("select id from order_line where status = 'open'").fetchone()[0]
    edit = editing.cancel_line(large, line, on=TODAY, today=TODAY)
    keeping.keep(large, today=TODAY)
    assert keeping.forecast_of(large, line, today=TODAY).days == {}
    edit.undo(large)
    keeping.keep(large, today=TODAY)
    assert keeping.forecast_of(large, line, today=TODAY).days


def test_whoever_asks_is_told_from_what_was_learned(large: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [row[0] for row in large.conn.execute("select id from order_line where status = 'open'")]
    editing.record_promise(large, lines[0], TODAY + timedelta(days=150), source="call", known_on=TODAY)
    read = []
    original = facts.history

    def watched(db: Database, line_ids: Any = None) -> Any:
        read.append(line_ids)
        return original(db, line_ids)

    monkeypatch.setattr(facts, "history", watched)
    alone = forecasting.forecast(large, as_of=TODAY, line_ids=lines[:2])
    assert read == [[1, 2, 3, lines[1]]]  # the rest of an order tells how large it is
    every = forecasting.forecast(large, as_of=TODAY)
    assert [one for one in every if one.line_id in lines[:2]] == alone
    monkeypatch.setattr(kept_storage, "experience", lambda *_, **__: None)
    before = {one.line_id: one for one in forecasting.forecast(large, as_of=TODAY)}
    assert len(every) == len(before) == OPEN
    assert {one.line_id for one in every if one.promise != before[one.line_id].promise} == set()


def test_nothing_open_is_nothing_forecast(large: Database) -> None:
    lines = [row[0] for row in large.conn.execute("select id from order_line where status = 'open'")]
    editing.cancel_line(large, lines, on=TODAY, today=TODAY)
    keeping.keep(large, today=TODAY)
    assert kept(large)[0] == []
    assert forecasting.forecast(large, as_of=TODAY) == []
    assert forecasting.forecast(large, as_of=TODAY, line_ids=[10**6]) == []
