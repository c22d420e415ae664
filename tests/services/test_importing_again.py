"""Rows that say nothing new are passed over, and nothing depends on it."""

import random
import re
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest

from supplychain_app.services import editing, importing
from supplychain_app.storage import bulk_load, database, line_state
from supplychain_app.storage.connection import Database
from tests.services.test_importing import content, one

HEAD = "PO,Line,Vendor No,Vendor Name,Material,Quantity,Delivered Qty,Unit Price,Currency,"
HEAD += "Order Date,Delivery Date,Buyer\n"
DAY = datetime(2026, 11, 2, 9, tzinfo=UTC)
Row = tuple[str | int, ...]


def export(folder: Path, rows: list[Row], number: int) -> Path:
    path = folder / f"export-{number}.csv"
    path.write_text(HEAD + "".join(",".join(map(str, row)) + "\n" for row in rows), encoding="utf-8")
    return path


def some_rows(chance: random.Random, count: int) -> list[Row]:
    rows: list[Row] = []
    for n in range(count):
        promise = date(2026, 12, 1) + timedelta(days=chance.randrange(90))
        vendor = chance.randrange(3)
        buyer = chance.choice(["Ines", "Tom"])
        rows.append((4500 + n // 3, 10 * (n % 3 + 1), 100 + vendor, f"Vendor {vendor}", f"R{n % 5}", 100, 0, "12.50",
                     "EUR", "2026-10-01", promise, buyer))  # fmt: skip
    return rows


def changed_rows(chance: random.Random, rows: list[Row]) -> list[Row]:
    """Some rows moved, resized, delivered, gone, doubled, cut in two, added; and some in another place."""
    result: list[Row] = []
    for row in rows:
        what = chance.random()
        cells = list(row)
        if what < 0.1:
            cells[10] = f"2027-01-{chance.randrange(1, 29):02d}"
        elif what < 0.15:
            cells[5] = chance.choice([100, 150])
        elif what < 0.22:
            cells[6] = chance.choice([10, 40, 100])
        elif what < 0.27:
            continue
        elif what < 0.30:
            result.append(tuple(cells))
        elif what < 0.34:
            result.append((*cells[:10], "2027-02-01", cells[11]))
        elif what < 0.36:
            cells[5] = "many"
        result.append(tuple(cells))
    result += [(*row[:1], 90, *row[2:]) for row in rows if chance.random() < 0.05]
    if chance.random() < 0.3:
        chance.shuffle(result)
    return result


@pytest.mark.parametrize("seed", range(12))
def test_passing_over_known_rows_changes_nothing(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    quick, slow = (database.create_file(tmp_path / f"{name}.db") for name in ("quick", "slow"))
    rows = some_rows(chance, 30)
    passed_over = 0
    for number in range(5):
        path = export(tmp_path, rows, number)
        received = DAY + timedelta(days=7 * (number if number != 3 or seed % 3 else 1))  # one may come late
        passed_over += one(quick, "select count(*) from listed_line")[0]
        with database.writing(slow, nouns=frozenset()):
            slow.conn.execute("delete from listed_line")
        results = [importing.import_file(db, path, received_at=received) for db in (quick, slow)]
        counts = [(r.added, r.changed, r.promises_moved, r.vanished, r.unchanged, r.rejected) for r in results]
        assert counts[0] == counts[1]
        if number == 2:
            line = one(quick, "select id from order_line where status = 'open' limit 1")[0]
            for db in (quick, slow):
                editing.record_promise(db, line, date(2027, 3, 1), known_on=received.date())
        assert timeless(content(quick)) == timeless(content(slow))
        rows = changed_rows(chance, rows)
    assert passed_over > 0
    for db in (quick, slow):
        lines = [row[0] for row in db.conn.execute("select id from order_line")]
        before = content(db)
        with database.writing(db):
            line_state.refresh(db, lines)
        assert content(db) == before
        db.close()


def test_new_lines_that_came_in_stand_as_their_ledgers_say(db: Database, tmp_path: Path) -> None:
    """Whole, in and beyond the tolerance, cancelled, rejected, by a sum alone, not at all; with days and without."""
    head = "PO,Line,Vendor No,Vendor Name,Quantity,Received Qty,Rejected Qty,Received Date,Posting Date,"
    head += "Promised Date,Status\n"
    path = tmp_path / "vendors.csv"
    path.write_text("Vendor No,Vendor Name\n100,Acme\n200,Nordic\n")
    importing.import_file(db, path, kind="suppliers", received_at=DAY)
    with database.writing(db):
        db.conn.execute("update supplier set quantity_tolerance = 0.1 where code = '100'")
    path = tmp_path / "history.csv"
    arrivals = (("", "", ""), (5, "2026-10-20", "2026-10-22"), ("", "2026-10-20", ""))
    kinds = product((100, 200), ("", 0, 80, 90, 100), arrivals, ("", "2026-10-19"), ("open", "cancelled"))
    rows = [
        f"4501,{10 * n},{vendor},Vendor,100,{came},{bad},{day},{posted},{promise},{status}"
        for n, (vendor, came, (bad, day, posted), promise, status) in enumerate(kinds, 1)
    ]
    path.write_text(head + "\n".join(rows))
    importing.import_file(db, path, received_at=DAY)
    told = "select status, completed_on, posted_on, count(*) from order_line group by 1, 2, 3"
    assert len(db.conn.execute(told).fetchall()) > 6
    before = content(db)
    with database.writing(db):
        line_state.refresh(db, [row[0] for row in db.conn.execute("select id from order_line")])
    assert content(db) == before


@pytest.mark.parametrize("seed", range(4))
def test_a_large_file_comes_in_as_a_small_one_does(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    small, large = (database.create_file(tmp_path / f"{name}.db") for name in ("small", "large"))
    rows = some_rows(chance, 30)
    for number, lines in enumerate((rows[:10], rows, changed_rows(chance, rows))):
        path = export(tmp_path, lines, number)
        results = []
        for db, few in ((small, 1000), (large, 1)):
            monkeypatch.setattr(bulk_load, "FEW", few)
            results.append(importing.import_file(db, path, received_at=DAY + timedelta(days=7 * number)))
        assert results[0] == results[1]
        assert timeless(content(small)) == timeless(content(large))
    schema = "select type, name, tbl_name, sql from sqlite_master"
    assert set(small.conn.execute(schema)) == set(large.conn.execute(schema))
    assert database.integrity(large) == "ok"
    for db in (small, large):
        db.close()


def timeless(tables: dict[str, list[str]]) -> dict[str, list[str]]:
    """The tables without the moments at which their rows were written."""
    moment = re.compile(r"'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ'")
    return {name: [moment.sub("'now'", row) for row in rows] for name, rows in tables.items() if name[0] != "_"}


def test_what_a_person_changed_is_compared_again(db: Database, tmp_path: Path) -> None:
    rows = some_rows(random.Random(1), 3)
    importing.import_file(db, export(tmp_path, rows, 1), received_at=DAY)
    line, promise = one(db, "select id, current_promise from order_line where line = '10'")
    editing.record_promise(db, line, date(2027, 3, 1), known_on=date(2026, 11, 3))
    path = export(tmp_path, rows, 2)
    path.write_text(path.read_text() + "\n")
    result = importing.import_file(db, path, received_at=DAY + timedelta(days=7))
    assert (result.promises_moved, result.unchanged) == (1, 2)
    assert one(db, "select current_promise from order_line where id = ?", line) == (promise,)


def test_a_confirmation_counts_from_its_day_on(db: Database, tmp_path: Path) -> None:
    head = "PO,Line,Vendor Name,Material,Quantity,Order Date,Delivery Date,Confirmation Date\n"
    text = head + "4501,10,Acme,R1,5,2026-10-01,2026-12-15,2026-11-05\n4501,20,Acme,R2,5,2026-10-01,2026-12-15,\n"
    acknowledged = "select acknowledged_on from order_line where line = '10'"
    for number, (day, expected) in enumerate(((DAY, None), (DAY + timedelta(days=7), "2026-11-05"))):
        path = tmp_path / f"{number}.csv"
        path.write_text(text + "\n" * number)
        importing.import_file(db, path, received_at=day)
        assert one(db, acknowledged) == (expected,)
