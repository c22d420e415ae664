"""Subtotals are those of the lines they stand for, whatever is searched or filtered."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from supplychain_app.storage import database, line_groups, order_lines
from supplychain_app.storage.connection import Database
from supplychain_app.storage.query import Filter, RowQuery
from tests.benchmarks.million import make_workspace

TODAY = {"today": "2026-11-23"}


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path: Path = tmp_path_factory.mktemp("groups") / "lines.db"
    make_workspace(path, 1_000, seed=5)
    db = database.open_file(path)
    yield db
    db.close()


def view(**asked: object) -> RowQuery:
    return RowQuery(order_lines.LINES, ("supplier",), parameters=TODAY, **asked)  # type: ignore[arg-type]


@pytest.mark.parametrize("by", line_groups.GROUPINGS)
def test_groups_cover_every_line_once_and_open_into_theirs(lines: Database, by: str) -> None:
    for query in (view(), view(keywords=("open",)), view(search="Forge")):
        groups = line_groups.totals_by(lines, query, by)
        assert sum(group.lines for group in groups) == query.count(lines)
        first = groups[0]
        only = Filter(by, "=", first.value) if first.value is not None else Filter(by, "empty")
        ids = RowQuery(
            query.source, query.columns, (only,), query.keywords, query.search, parameters=query.parameters
        ).ids(lines)
        assert len(ids) == first.lines
        totals = order_lines.totals(lines, ids.tolist())
        assert (totals.lines, totals.open) == (first.lines, first.open)
        assert sum(value for _, value in totals.open_value) == pytest.approx(sum(first.values.values()), abs=2)


def test_late_lines_are_those_of_the_late_filter(lines: Database) -> None:
    groups = line_groups.totals_by(lines, view(), "status")
    assert sum(group.late for group in groups) == view(keywords=("late",)).count(lines)
    assert all((group.mean_late_days or 1) >= 1 for group in groups)


def test_a_line_without_an_owner_belongs_to_its_suppliers_owner(lines: Database) -> None:
    lines.conn.execute("update order_line set owner_id = null where supplier_id = 1")
    lines.conn.execute("update supplier set owner_id = 2 where id = 1")
    (name,) = lines.conn.execute("select name from person where id = 2").fetchone()
    of_supplier = RowQuery(order_lines.LINES, ("owner",), (Filter("supplier_id", "=", 1),), parameters=TODAY)
    ids = of_supplier.ids(lines).tolist()
    assert {row[0] for row in of_supplier.rows(lines, ids).values()} == {name}
    assert not set(ids) & set(view(keywords=("no owner",)).ids(lines))
