"""The parts of a delivery told in one message are one promise of the line, that of the last part."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supplychain_app.analytics import promises
from supplychain_app.reports.line_timeline import story_finding
from supplychain_app.reports.next_steps import NextStep
from supplychain_app.services import editing
from supplychain_app.services import worklist as worklist_of_today
from supplychain_app.storage import agenda, database, facts, line_story, migrations, schema_019, worklist
from supplychain_app.storage.connection import Database

FIRST, SECOND, THIRD = date(2026, 12, 4), date(2026, 12, 18), date(2027, 1, 8)
TOLD, LATER, AS_OF = date(2026, 11, 20), date(2026, 11, 25), date(2026, 11, 28)


def line_in(db: Database) -> int:
    supplier = db["supplier"].insert({"identity": "S1", "name": "Kessler Guss", "recorded_at": "x"}, ignore=True)
    order = db["purchase_order"].insert({"number": "4500012345", "recorded_at": "x"}).last_pk
    row = {"purchase_order_id": order, "line": "10", "quantity": 500.0, "supplier_id": supplier.last_pk}
    return int(db["order_line"].insert(row | {"entered_on": "2026-10-01", "recorded_at": "x"}).last_pk)


@pytest.fixture
def line(db: Database) -> int:
    """One open line of 500 pieces."""
    return line_in(db)


def message(db: Database, name: str) -> int:
    row = {"fingerprint": name, "direction": "in", "channel": "mail", "happened_at": "2026-11-20T08:00:00Z"}
    return int(db["communication"].insert(row | {"thread": name, "recorded_at": "x"}).last_pk)


def tell(db: Database, line: int, day: date, amount: float | None, mail: int | None, known_on: date = TOLD) -> None:
    editing.record_promise(db, line, day, quantity=amount, source="mail", known_on=known_on, communication_id=mail)


def stands(db: Database) -> tuple[str | None, str | None, int]:
    row: tuple[str | None, str | None, int] = db.conn.execute(
        "select first_promise, current_promise, promises from order_line"
    ).fetchone()
    return row


def moves(db: Database) -> list[tuple[str, str]]:
    """Every move of a promise that the figures see."""
    found = promises.moves(facts.history(db), AS_OF.toordinal())
    pairs = zip(found.old.tolist(), found.new.tolist(), strict=True)
    return [(date.fromordinal(old).isoformat(), date.fromordinal(new).isoformat()) for old, new in pairs]


@pytest.mark.parametrize("last_first", [False, True])
def test_a_split_is_no_slip(db: Database, line: int, last_first: bool) -> None:
    mail = message(db, "split")
    parts = [(FIRST, 200.0), (SECOND, 300.0)]
    for day, amount in reversed(parts) if last_first else parts:
        tell(db, line, day, amount, mail)
    assert stands(db) == ("2026-12-18", "2026-12-18", 1)
    assert moves(db) == []
    worklist.prepare(db, AS_OF, today=AS_OF + timedelta(days=1))
    [known_then] = worklist.lines_by_id(db, [line]).values()
    assert (known_then.first_promise, known_then.promises) == ("2026-12-18", 1)
    assert agenda.matters(db, 1, today=AS_OF).moved_count == 0
    story = line_story.read(db, line, as_of=AS_OF)
    assert {(p.promised_on, p.quantity, p.is_part) for p in story.promises} == {
        (FIRST, 200.0, True),
        (SECOND, 300.0, False),
    }
    assert "moved" not in story_finding(story)


def test_a_later_message_moves_the_whole(db: Database, line: int) -> None:
    first, second = message(db, "split"), message(db, "delay")
    tell(db, line, FIRST, 200.0, first)
    tell(db, line, SECOND, 300.0, first)
    tell(db, line, FIRST, 200.0, second, LATER)
    tell(db, line, THIRD, 300.0, second, LATER)
    assert stands(db) == ("2026-12-18", "2027-01-08", 2)
    assert moves(db) == [("2026-12-18", "2027-01-08")]
    assert agenda.matters(db, 1, today=AS_OF).moved_count == 1
    assert "moved once, 21\xa0days later" in story_finding(line_story.read(db, line, as_of=AS_OF))


def test_two_messages_of_one_day_are_two_promises(db: Database, line: int) -> None:
    tell(db, line, FIRST, 500.0, message(db, "morning"))
    tell(db, line, SECOND, 500.0, message(db, "evening"))
    assert stands(db) == ("2026-12-04", "2026-12-18", 2)
    assert moves(db) == [("2026-12-04", "2026-12-18")]


def test_without_the_last_part_the_one_before_it_counts(db: Database, line: int) -> None:
    mail = message(db, "split")
    tell(db, line, FIRST, 200.0, mail)
    last = editing.record_promise(db, line, SECOND, quantity=300.0, source="mail", known_on=TOLD, communication_id=mail)
    facts.keep(db)
    last.undo(db)
    assert stands(db) == ("2026-12-04", "2026-12-04", 1)
    assert facts.history(db).promises.day.tolist() == [FIRST.toordinal()]


_told = st.tuples(
    st.integers(0, 60),  # which day
    st.sampled_from([None, 100.0, 200.0]),
    st.sampled_from([None, 0, 1]),  # which mail
    st.integers(0, 2),  # known how many days later
    st.booleans(),  # whether columns are kept before it is told
)


@given(st.lists(_told, max_size=8))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_file_kept_columns_and_a_plain_count_agree(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[int, float | None, int | None, int, bool]]
) -> None:
    path = tmp_path_factory.mktemp("parts") / "w.db"
    database.create_file(path).close()
    db = database.open_file(path)
    line = line_in(db)
    mails = [message(db, "a"), message(db, "b")]
    rows: list[tuple[date, int, date, float | None, int | None]] = []
    for ahead, amount, which, wait, keep in told:
        mail = None if which is None else mails[which]
        day, known = FIRST + timedelta(days=ahead), TOLD + timedelta(days=wait)
        if (day, known) in {(row[2], row[0]) for row in rows}:
            continue
        if keep:
            facts.keep(db)
        tell(db, line, day, amount, mail, known)
        rows.append((known, len(rows), day, amount, mail))
    counted = sorted(row for row in rows if not any(_is_rest_of(row, other) for other in rows))
    days = [row[2] for row in counted]
    expected = (days[0].isoformat(), days[-1].isoformat(), len(days)) if days else (None, None, 0)
    assert stands(db) == expected
    for _ in range(2):  # read from the rows, then from what is kept
        assert facts.history(db).promises.day.tolist() == [day.toordinal() for day in days]
        facts.keep(db)
    db.close()


def _is_rest_of(
    row: tuple[date, int, date, float | None, int | None], other: tuple[date, int, date, float | None, int | None]
) -> bool:
    together = row[4] is not None and row[4] == other[4] and row[3] is not None and other[3] is not None
    return together and (other[2], other[1]) > (row[2], row[1])


def test_an_older_file_with_a_split_is_put_right(db: Database, line: int) -> None:
    mail = message(db, "split")
    tell(db, line, FIRST, 200.0, mail)
    tell(db, line, SECOND, 300.0, mail)
    with database.writing(db):
        db.conn.execute("update order_line set first_promise = '2026-12-04', promises = 2")
        migrations._run(db, schema_019.LINES_WITH_PARTS)
    assert stands(db) == ("2026-12-18", "2026-12-18", 1)


def rows_of_today(db: Database, today: date) -> list[tuple[str, str, int, NextStep]]:
    """What is past due."""
    found = worklist_of_today.build(db, today=today, compare=False)
    return [(row.group, row.why, row.days, row.next_step) for row in found.rows if row.group == "past_due"]


def test_a_part_that_does_not_come_is_past_due_on_its_own(db: Database, line: int) -> None:
    mail = message(db, "split")
    tell(db, line, FIRST, 200.0, mail)
    tell(db, line, SECOND, 300.0, mail)
    assert rows_of_today(db, FIRST) == []
    day_after = FIRST + timedelta(days=1)
    [(group, why, days, step)] = rows_of_today(db, day_after)
    assert (group, days, step) == ("past_due", 1, NextStep.ASK_FOR_DATE)
    assert why.startswith("A part of 200, promised for Fri 4 Dec, has not come. The last part is promised for 18 Dec.")
    editing.record_receipt(db, line, day_after, 150.0, known_on=day_after)
    [(_, why, _, _)] = rows_of_today(db, day_after)
    assert "has come with 150 only" in why
    editing.record_receipt(db, line, day_after, 50.0, known_on=day_after, document="rest")
    assert rows_of_today(db, day_after) == []
    [(group, why, days, _)] = rows_of_today(db, SECOND + timedelta(days=2))
    assert (group, days) == ("past_due", 2)
    assert "Balance of 300" in why


def test_a_later_date_for_the_whole_line_takes_the_parts_along(db: Database, line: int) -> None:
    mail = message(db, "split")
    tell(db, line, FIRST, 200.0, mail)
    tell(db, line, SECOND, 300.0, mail)
    tell(db, line, THIRD, None, message(db, "delay"), LATER)
    assert rows_of_today(db, FIRST + timedelta(days=1)) == []
