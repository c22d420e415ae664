"""Packed columns say what the rows say."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain_app.analytics.line_facts import MISSING
from supplychain_app.storage import packed
from supplychain_app.storage.connection import Database
from supplychain_app.storage.snapshot import snapshot

THINGS = packed.Rows("thing", "t")
SHORT = st.text("abcäß ÄÖ", max_size=4)
LONG = st.text(st.characters(codec="utf-8", exclude_characters="\x00\x1f"), max_size=30)


@given(st.lists(st.none() | st.dates()))
def test_days_are_ordinals(days: list[date | None]) -> None:
    text = "".join(day.isoformat() if day else "0000-00-00" for day in days)
    assert packed.days(text.encode()).tolist() == [day.toordinal() if day else MISSING for day in days]


def test_a_day_that_no_calendar_has_is_missing() -> None:
    assert packed.days(b"2026-02-302026-13-012026-01-00").tolist() == [MISSING] * 3


@pytest.mark.parametrize("text", ["2026-1-1  ", "26-01-2026", "2026-0x-01", "tomorrow--"])
def test_what_does_not_look_like_a_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="ten characters"):
        packed.days(text.encode())


@given(st.lists(SHORT | st.just(""), min_size=1) | st.lists(LONG, min_size=1))
def test_texts_are_codes_into_their_labels(values: list[str]) -> None:
    codes, labels = packed.texts(packed.SEPARATOR.join(values).encode())
    assert [labels[code] if code >= 0 else "" for code in codes.tolist()] == values
    assert list(labels) == list(dict.fromkeys(value for value in values if value))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    db = Database(sqlite3.connect(tmp_path / "w.db"))
    db.conn.execute("create table thing (id integer primary key, amount real, at text, what text)")
    yield db
    db.close()


def test_columns_come_in_the_order_of_row_ids_whatever_is_missing(db: Database) -> None:
    rows = [(3, 2.0, "2026-01-05"), (1, 0.1, None), (9, None, "2026-01-07"), (4, 1e20, "1850-06-01")]
    db.conn.executemany("insert into thing (id, amount, at) values (?, ?, ?)", rows)
    with snapshot(db) as moment:
        amounts, days = packed.read(moment, THINGS, [packed.quantity("t.amount"), packed.day("t.at")])
        assert amounts.tolist() == [0.1, 2.0, 1e20, 0.0]
        expected = [date.fromisoformat(day).toordinal() for day in ("2026-01-05", "1850-06-01", "2026-01-07")]
        assert days.tolist() == [MISSING, *expected]
        assert packed.ids(moment, THINGS, 4).tolist() == [1, 3, 4, 9]
    for kept, where in (([3, 4], "id > 4 or id < 3"), ([], "1")):
        db.conn.execute(f"delete from thing where {where}")
        with snapshot(db) as moment:
            assert packed.ids(moment, THINGS, len(kept)).tolist() == kept


def test_a_day_with_a_time_does_not_spoil_its_column(db: Database) -> None:
    rows = [(1, "2026-01-05T10:00:00"), (2, "soon"), (3, "2026-01-06")]
    db.conn.executemany("insert into thing (id, at) values (?, ?)", rows)
    with snapshot(db) as moment:
        [days] = packed.read(moment, THINGS, [packed.day("t.at")])
    assert days.tolist() == [date(2026, 1, 5).toordinal(), MISSING, date(2026, 1, 6).toordinal()]


def test_several_connections_read_the_same_moment(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "BLOCK", 10)
    monkeypatch.setattr("supplychain_app.storage.snapshot._WORTH_SHARING", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    words = ["road", "ocean", "", "a way that nobody took before"]
    db.conn.execute("pragma journal_mode = wal")
    db.conn.executemany("insert into thing (id, what) values (?, ?)", [(n, words[n % 4]) for n in range(1, 96)])
    db.conn.commit()
    other = Database(sqlite3.connect(db.conn.execute("pragma database_list").fetchone()[2]))
    with snapshot(db) as moment:
        assert len(moment.others) == 3
        other.conn.execute("insert into thing (id, what) values (200, 'later')")
        other.conn.commit()
        number, (codes, labels) = packed.read(moment, THINGS, [packed.number_id("t.id"), packed.text("t.what")])
    other.close()
    assert number.tolist() == list(range(1, 96))
    assert [labels[code] if code >= 0 else "" for code in codes.tolist()] == [words[n % 4] for n in range(1, 96)]
    assert not db.conn.in_transaction
    with snapshot(db) as moment:
        assert packed.ids(moment, THINGS, 96).tolist()[-1] == 200


def test_within_a_transaction_its_own_rows_are_seen(db: Database) -> None:
    db.conn.execute("insert into thing (id) values (7)")
    with snapshot(db) as moment:
        assert packed.ids(moment, THINGS, 1).tolist() == [7]
    assert db.conn.in_transaction
    db.conn.rollback()
