"""Packed columns say what the rows say."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from supplychain_app.analytics.line_facts import MISSING
from supplychain_app.storage import packed

SHORT = st.text("abcäß ÄÖ", max_size=4)
LONG = st.text(st.characters(codec="utf-8", exclude_characters="\x00\x1f"), max_size=30)


@given(st.lists(st.none() | st.dates()))
def test_days_are_ordinals(days: list[date | None]) -> None:
    text = "".join(day.isoformat() if day else "0000-00-00" for day in days)
    assert packed.days([text] if text else []).tolist() == [day.toordinal() if day else MISSING for day in days]


def test_a_day_that_no_calendar_has_is_missing() -> None:
    assert packed.days(["2026-02-30" + "2026-13-01" + "2026-01-00"]).tolist() == [MISSING] * 3


@pytest.mark.parametrize("text", ["2026-1-1  ", "26-01-2026", "2026-0x-01", "tomorrow--"])
def test_what_does_not_look_like_a_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="ten characters"):
        packed.days([text])


@given(st.lists(SHORT | st.just(""), min_size=1) | st.lists(LONG, min_size=1))
def test_texts_are_codes_into_their_labels(values: list[str]) -> None:
    codes, labels = packed.texts([packed.SEPARATOR.join(values)])
    assert [labels[code] if code >= 0 else "" for code in codes.tolist()] == values
    assert list(labels) == list(dict.fromkeys(value for value in values if value))


def test_texts_of_several_blocks_share_their_labels() -> None:
    blocks = ["a", "bb", "a"], ["bb", "", "a text that is longer than eight bytes"]
    codes, labels = packed.texts([packed.SEPARATOR.join(block) for block in blocks])
    assert codes.tolist() == [0, 1, 0, 1, -1, 2]
    assert labels == ("a", "bb", "a text that is longer than eight bytes")


def test_columns_come_in_the_order_of_row_ids_whatever_is_missing(tmp_path: Path) -> None:
    db = Database(tmp_path / "w.db")
    db.conn.execute("create table thing (id integer primary key, amount real, at text)")
    rows = [(3, 2.0, "2026-01-05"), (1, 0.1, None), (9, None, "2026-01-07"), (4, 1e20, "1850-06-01")]
    db.conn.executemany("insert into thing values (?, ?, ?)", rows)
    wanted = [packed.QUANTITY.format("t.amount"), packed.DAY.format("t.at")]
    amounts, days = packed.columns(db, "thing", wanted, "thing t")
    assert packed.numbers(amounts).tolist() == [0.1, 2.0, 1e20, 0.0]
    expected = [MISSING, *(date.fromisoformat(day).toordinal() for day in ("2026-01-05", "1850-06-01", "2026-01-07"))]
    assert packed.days(days).tolist() == expected
    assert packed.ids(db, "thing").tolist() == [1, 3, 4, 9]
    db.conn.execute("delete from thing where id > 4 or id < 3")
    assert packed.ids(db, "thing").tolist() == [3, 4]
    db.conn.execute("delete from thing")
    assert np.array_equal(packed.ids(db, "thing"), np.zeros(0))
    db.close()
