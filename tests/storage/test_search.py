"""A text finds the same order lines through the index, row by row, and over all."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from supplychain_app.storage import database, order_lines, query
from supplychain_app.storage.connection import Database
from supplychain_app.storage.query import RowQuery
from tests.benchmarks.million import make_workspace

WORDS = "Drawing revision Ω7 is on hold"


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Two thousand lines; a mail about one of them, another about an order."""
    path: Path = tmp_path_factory.mktemp("search") / "lines.db"
    make_workspace(path, 2_000, seed=3)
    db = database.open_file(path)
    with database.writing(db):
        for number, (line, order) in enumerate(((7, None), (None, 3))):
            db.conn.execute(
                "insert into communication (id, fingerprint, direction, channel, subject, body, happened_at, thread,"
                " recorded_at) values (?, ?, 'in', 'mail', null, ?, '2026-11-01T08:00:00Z', ?, '2026-11-01T08:00:00Z')",
                [9_000 + number, f"f{number}", f"{WORDS} {number}", f"t{number}"],
            )
            db.conn.execute(
                "insert into communication_link (communication_id, order_line_id, purchase_order_id) values (?, ?, ?)",
                [9_000 + number, line, order],
            )
    yield db
    db.close()


def asked(text: str) -> RowQuery:
    return RowQuery(order_lines.LINES, ("purchase_order",), search=text, sort="current_promise", descending=True)


def some_texts(db: Database) -> list[str]:
    found = [
        db.conn.execute(f"select {column} from {table} where {column} is not null limit 1 offset 5").fetchone()[0]
        for table, column in (("purchase_order", "number"), ("supplier", "name"), ("material", "description"))
    ]
    unit = db.conn.execute("select number from tracked_unit where id = (select max(id) from tracked_unit)").fetchone()[
        0
    ]
    return [
        *found,
        found[0][:4],
        found[1][:5].lower(),
        unit,
        unit[-6:],
        WORDS[:16],
        "revision Ω7",
        "no such thing",
        "4",
    ]


def test_all_ways_of_searching_find_the_same(lines: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in some_texts(lines):
        by_index = asked(text).ids(lines)
        monkeypatch.setattr(query, "FEW", 1)  # as if everything were too much for the index
        assert asked(text).ids(lines) == by_index, text
        assert asked(text).first(lines, 5_000) == by_index, text
        assert asked(text).count(lines) == len(by_index)
        monkeypatch.setattr(query, "LOOKED_AT", 50)  # a text that is rare among them is looked for in all
        assert asked(text).first(lines, 20) == by_index[:20], text
        monkeypatch.undo()


def test_a_mail_finds_its_line_and_all_lines_of_its_order(lines: Database) -> None:
    of_order = {row[0] for row in lines.conn.execute("select id from order_line where purchase_order_id = 3")}
    assert set(asked(WORDS.upper()).ids(lines)) == {7} | of_order
    assert asked(f"{WORDS} 0").ids(lines).tolist() == [7]


def test_few_found_rows_keep_other_filters_and_the_order(lines: Database) -> None:
    text = some_texts(lines)[1]
    every = asked(text).ids(lines).tolist()
    chosen = replace(asked(text), keywords=("open",)).ids(lines).tolist()
    still_open = {row[0] for row in lines.conn.execute("select id from order_line where status = 'open'")}
    assert chosen == [one for one in every if one in still_open]


def test_words_follow_a_message_that_goes(lines: Database) -> None:
    with database.writing(lines):
        lines.conn.execute("delete from communication where id = 9001")
    assert asked(f"{WORDS} 1").ids(lines).tolist() == []
    lines.conn.execute("insert into communication_words (communication_words, rank) values ('integrity-check', 1)")


@pytest.mark.parametrize("column", ["current_promise", "required_on", "value_minor"])
def test_a_million_lines_stand_in_these_orders_without_other_tables(lines: Database, column: str) -> None:
    plain = RowQuery(order_lines.LINES, (column,), sort=column, parameters={"today": "2026-11-23"})
    (statement, parameters), _ = plain._in_order(None, "")
    plan = [row[3] for row in lines.conn.execute(f"explain query plan {statement}", parameters)]
    assert len(plan) == 1, "other tables are looked at"
    assert "USING INDEX" in plan[0]


@pytest.mark.parametrize("column", order_lines.LINES.ways)
@pytest.mark.parametrize("keywords", [(), ("open",), ("moved",)])
@pytest.mark.parametrize("descending", [False, True])
def test_a_way_along_an_order_meets_the_lines_that_sorting_finds(
    lines: Database, column: str, keywords: tuple[str, ...], descending: bool
) -> None:
    with_way = RowQuery(
        order_lines.LINES,
        (column,),
        keywords=keywords,
        sort=column,
        descending=descending,
        parameters={"today": "2026-11-23"},
    )
    without = replace(with_way, source=replace(with_way.source, ways={}))
    ids, rows = with_way.ids(lines).tolist(), with_way.rows(lines, range(3_000))
    assert sorted(ids) == sorted(without.ids(lines))
    assert ids[:500] == with_way.first(lines, 500).tolist()
    values = [rows[row_id][0] for row_id in ids]
    assert values == sorted(values, reverse=descending)


@pytest.mark.parametrize("descending", [False, True])
def test_lines_whose_material_has_no_words_follow_the_others(lines: Database, descending: bool) -> None:
    query = RowQuery(order_lines.LINES, ("description",), sort="description", descending=descending)
    before = query.ids(lines).tolist()
    lines.conn.execute("savepoint part")
    lines.conn.execute("update material set description = null where id = 5")
    theirs = [row[0] for row in lines.conn.execute("select id from order_line where material_id = 5")]
    after = query.ids(lines).tolist()
    lines.conn.execute("rollback to part")
    lines.conn.execute("release part")
    assert theirs
    assert sorted(after) == sorted(before)
    assert set(after[-len(theirs) :]) == set(theirs)
