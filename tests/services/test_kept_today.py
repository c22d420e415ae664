"""After any edit, Today made anew for few suppliers is Today made from scratch; and few are looked at."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from supplychain_app.services import (
    data_quality,
    deciding,
    editing,
    importing,
    keeping,
    kept_today,
    supplier_limits,
    worklist,
)
from supplychain_app.storage import database
from supplychain_app.storage.connection import Database

TODAY = date(2026, 11, 23)
NOW = "2026-11-23T09:00:00Z"
SUPPLIERS, LINES, OPEN = 24, 400, 160
HEAD = (
    "PO,Line,Vendor Name,Country,Material,Quantity,Open Qty,Value,Order Date,Requested Date,Delivery Date,Received On\n"
)


def world() -> str:
    """Orders of three lines; received ones about their promise; open ones overdue, soon, far, or without a promise."""
    chance = random.Random(5)
    rows = []
    for n in range(LINES):
        order, supplier = n // 3, n // 3 % SUPPLIERS
        is_open = n < OPEN
        came = TODAY - timedelta(days=chance.randint(5, 400))
        promise = came - timedelta(days=round(chance.gauss(supplier, 6)))
        if is_open:
            promise = TODAY + timedelta(days=chance.randint(-20, 40))
        sent = min(promise, TODAY) - timedelta(days=chance.randint(20, 80))
        needed = promise + timedelta(days=chance.randint(-12, 9))
        told = "" if is_open and order % 5 == 0 else promise.isoformat()
        received, left = ("", 100) if is_open else (came.isoformat(), 0)
        country = ("DE", "CN", "EG")[supplier % 3]
        rows.append(
            f"45{order:05d},{n % 3 + 1}0,Supplier {supplier},{country},R{n % 40},100,{left},{n * 100},{sent},{needed},"
            f"{told},{received}\n"
        )
    return HEAD + "".join(rows)


def send(db: Database, chance: random.Random) -> None:
    """Shipments of open lines, some of two suppliers, with units that were last heard of on different days."""
    lines = [row[0] for row in db.conn.execute("select id from order_line where status = 'open' order by id")]
    with database.writing(db):
        for number in range(1, 13):
            named = {"identity": str(number), "number": str(number), "source": "import", "recorded_at": NOW}
            shipment = db["shipment"].insert(named).last_pk
            first = chance.randrange(len(lines) - 4)
            for line in lines[first : first + (4 if number % 4 == 0 else 2)]:
                db["shipment_line"].insert({"shipment_id": shipment, "order_line_id": line}, ignore=True)
            unit = {"shipment_id": shipment, "carrier": "dhl", "number": f"N{number}", "kind": "parcel"}
            db["tracked_unit"].insert(unit | {"recorded_at": NOW, "status": "in_transit"})
            for days in sorted(chance.sample(range(1, 30), 3), reverse=True):
                heard(db, number, TODAY - timedelta(days=days))


def mail(db: Database, chance: random.Random) -> None:
    """Mails, each with a date for a line that may be accepted."""
    lines = db.conn.execute("select id, supplier_id from order_line where status = 'open' order by id").fetchall()
    with database.writing(db):
        for number, (line, supplier) in enumerate(chance.sample(lines, 20)):
            sent = {"fingerprint": f"mail {number}", "direction": "in", "channel": "mail", "supplier_id": supplier}
            sent |= {"happened_at": f"{TODAY}T06:00:00Z", "thread": str(number), "recorded_at": NOW}
            read = {"communication_id": db["communication"].insert(sent).last_pk, "order_line_id": line}
            read |= {"kind": "delivery", "promised_on": str(TODAY + timedelta(days=2 * number)), "words": "Yes"}
            db["suggestion"].insert(read | {"confidence": 1.0})


def heard(db: Database, unit: int, day: date) -> None:
    at = f"{day}T08:00:00"
    event = {"tracked_unit_id": unit, "source": "test", "fingerprint": f"{unit} {day}", "classifier": "actual"}
    event |= {"occurred_local": at, "occurred_utc": at + "Z", "time_basis": "utc", "time_precision": "second"}
    event |= {"status": "in_transit", "milestone": "departed", "raw_text": "On its way"}
    db["tracking_event"].insert(event | {"first_seen_at": at + "Z", "last_seen_at": at + "Z"}, ignore=True)


@pytest.fixture
def large(workspace: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Database:
    """A workspace that counts as large, with its figures kept."""
    monkeypatch.setattr(keeping, "LARGE", 10)
    monkeypatch.setattr(kept_today, "MOST_ROWS", 12)
    file = tmp_path / "orders.csv"
    file.write_text(world())
    db = database.open_file(workspace)
    importing.import_file(db, file)
    send(db, random.Random(1))
    mail(db, random.Random(2))
    keeping.keep(db, today=TODAY)
    return db


@pytest.fixture
def made_of(monkeypatch: pytest.MonkeyPatch) -> list[frozenset[int] | None]:
    """The suppliers whose rows were made anew each time; None: all."""
    found: list[frozenset[int] | None] = []
    original = kept_today.make

    def watched(db: Database, known: Any, of: frozenset[int] | None, *others: Any, **more: Any) -> Any:
        found.append(of)
        return original(db, known, of, *others, **more)

    monkeypatch.setattr(kept_today, "make", watched)
    return found


def kept(db: Database) -> dict[str, Any]:
    questions = "select question, answer from kept_answer order by question"
    rows = "select * from today_row order by of_group, score desc, row_key"
    return dict(db.conn.execute(questions).fetchall()) | {"rows": db.conn.execute(rows).fetchall()}


def from_scratch(db: Database, path: Path) -> dict[str, Any]:
    """What is kept of a copy, once all of it but what was learned is made anew."""
    database.back_up(db, path)
    copy = database.open_file(path)
    copy.conn.execute("delete from line_forecast")
    copy.conn.execute("delete from today_row")
    copy.conn.execute("delete from kept_answer where question in ('today, shortened', 'beside the rows of today')")
    copy.conn.commit()
    keeping.keep(copy, today=TODAY)
    found = kept(copy)
    copy.close()
    return found


def edits(db: Database, chance: random.Random) -> list[Callable[[], Any]]:
    """Things that are done with open lines and what goes on around them."""
    lines = [row[0] for row in db.conn.execute("select id from order_line where status = 'open' order by id")]
    line, few = chance.choice(lines), chance.sample(lines, 3)
    belongs = "select purchase_order_id, supplier_id from order_line where id = ?"
    order, supplier = db.conn.execute(belongs, [line]).fetchone()
    open_questions = [one["id"] for one in db.query("select id from question where answered_at is null")]
    told = [one["id"] for one in db.query("select id from suggestion where state = 'open'")]
    shown = keeping.today(db, today=TODAY).worklist
    assert shown is not None
    row = chance.choice(shown.rows)
    until = TODAY + timedelta(days=chance.randint(1, 9))
    near, far = (TODAY + timedelta(days=chance.randint(*days)) for days in ((-9, 9), (10, 200)))
    day = chance.choice((near, far))

    def ask(about: dict[str, int]) -> None:
        with database.writing(db):
            asked = {"supplier_id": chance.choice((supplier, 1)), "asked_by": "us", "kind": "date", "words": "When?"}
            db["question"].insert(asked | about | {"asked_at": "2026-11-10T09:00:00Z"})

    def hear() -> None:
        with database.writing(db, nouns=frozenset({"shipments"})):
            heard(db, chance.randint(1, 12), TODAY - timedelta(days=chance.randint(0, 5)))

    return [
        lambda: editing.record_promise(db, line, day, source="call", known_on=TODAY),
        lambda: editing.record_promise(db, few, day, source="mail", known_on=TODAY),
        lambda: editing.record_promise(db, line, day, known_on=TODAY - timedelta(days=chance.randint(0, 9))),
        lambda: editing.record_promise(db, line, day, known_on=TODAY).undo(db),
        lambda: editing.set_field(db, line, "required_on", chance.choice((day, None)), today=TODAY),
        lambda: editing.set_field(db, few, "required_on", day, today=TODAY).undo(db),
        lambda: editing.set_field(db, line, "issued_on", TODAY - timedelta(days=chance.randint(1, 50)), today=TODAY),
        lambda: editing.set_field(db, line, "note", f"asked {chance.random()}", today=TODAY),
        lambda: editing.set_field(db, line, "description", f"Part {chance.random()}", today=TODAY),
        lambda: editing.set_field(db, line, "quantity", chance.randint(1, 500), today=TODAY),
        lambda: editing.set_owner(db, few, chance.choice(("Ana", "Ben", None)), today=TODAY),
        lambda: editing.set_owner(db, few, f"Person {chance.random()}", today=TODAY).undo(db),
        lambda: editing.record_receipt(db, line, TODAY, chance.choice((30.0, 999.0)), known_on=TODAY),
        lambda: editing.cancel_line(db, line, on=TODAY, today=TODAY),
        lambda: worklist.snooze(db, row.key, until, TODAY),
        lambda: worklist.done(db, row.key, TODAY),
        lambda: worklist.done(db, row.key, TODAY).undo(db),
        lambda: deciding.accept(db, chance.choice(told)),
        lambda: deciding.accept_all(db, chance.sample(told, 2)),
        lambda: deciding.accept(db, chance.choice(told)).undo(db),
        lambda: deciding.dismiss(db, chance.choice(told)),
        lambda: ask({"order_line_id": line}),
        lambda: ask({"purchase_order_id": order}),
        lambda: (
            open_questions and deciding.close_questions(db, open_questions[:1], now=datetime(2026, 11, 23, tzinfo=UTC))
        ),
        hear,
    ]


@pytest.mark.parametrize("seed", range(8))
def test_after_each_edit_today_is_what_it_would_be_from_scratch(
    large: Database, seed: int, made_of: list[frozenset[int] | None], tmp_path: Path
) -> None:
    chance = random.Random(seed)
    for number in range(10):
        chance.choice(edits(large, chance))()
        keeping.keep(large, today=TODAY)
        assert keeping.today(large, today=TODAY).fresh
        found, anew = kept(large), from_scratch(large, tmp_path / f"{number}.db")
        assert found["rows"] == anew["rows"]
        assert found["today, shortened"] == anew["today, shortened"]
    assert any(made_of[::2])  # of each two, the other is from scratch


def test_an_edit_makes_the_rows_of_few_suppliers_anew(large: Database, made_of: list[frozenset[int] | None]) -> None:
    alone, others = large.conn.execute(
        """
        select l.id, l.supplier_id from order_line l
        where l.status = 'open' and l.supplier_id not in (
          select supplier_id from order_line x join shipment_line k on k.order_line_id = x.id)
        union all select l.id, l.supplier_id from order_line l where l.status = 'open' limit 1
        """
    ).fetchone()
    edit = editing.record_promise(large, alone, TODAY + timedelta(days=9), known_on=TODAY)
    keeping.keep(large, today=TODAY)
    edit.undo(large)
    keeping.keep(large, today=TODAY)
    keeping.keep(large, today=TODAY)
    worklist.done(large, "a row", TODAY)
    keeping.keep(large, today=TODAY)
    first, back, nothing, mark = made_of
    assert first is not None
    assert others in first
    assert back == first
    assert nothing == mark == frozenset()


def heard_of(db: Database) -> None:
    with database.writing(db, nouns=frozenset({"shipments"})):
        heard(db, 1, TODAY)


def limits_of(db: Database) -> None:
    names = supplier_limits.NAMES
    supplier_limits.save(db, 1, dict.fromkeys(names, 9), dict.fromkeys(names, 2))


@pytest.mark.parametrize(
    "write",
    [
        lambda db: editing.set_supplier_field(db, 1, "name", "Another name"),
        lambda db: editing.record_receipt(db, 1, TODAY, 999.0, known_on=TODAY),
        lambda db: editing.cancel_line(db, 1, on=TODAY, today=TODAY),
        limits_of,
        heard_of,
    ],
    ids=["supplier", "receipt", "cancelled", "limits", "carrier"],
)
def test_what_may_touch_anything_makes_everything_anew(
    large: Database, made_of: list[frozenset[int] | None], write: Callable[[Database], Any]
) -> None:
    write(large)
    editing.set_field(large, 2, "note", "an edit after it explains nothing", today=TODAY)
    keeping.keep(large, today=TODAY)
    assert made_of == [None]
    assert keeping.today(large, today=TODAY).fresh


def test_a_date_accepted_from_a_mail_is_an_edit_too(large: Database, made_of: list[frozenset[int] | None]) -> None:
    one, other, third = [row["id"] for row in large.query("select id from suggestion order by id limit 3")]
    edit = deciding.accept(large, one)
    keeping.keep(large, today=TODAY)
    edit.undo(large)
    keeping.keep(large, today=TODAY)
    deciding.accept_all(large, [other, third])
    keeping.keep(large, today=TODAY)
    assert all(made_of)


def test_suppliers_that_share_a_shipment_are_looked_at_together(
    large: Database, made_of: list[frozenset[int] | None]
) -> None:
    one, other = large.conn.execute(
        """
        select min(l.supplier_id), max(l.supplier_id) from shipment_line k
        join order_line l on l.id = k.order_line_id and l.status = 'open'
        group by k.shipment_id having min(l.supplier_id) <> max(l.supplier_id) limit 1
        """
    ).fetchone()
    line = large.conn.execute("select id from order_line where status = 'open' and supplier_id = ?", [one]).fetchone()[
        0
    ]
    editing.set_field(large, line, "note", "asked", today=TODAY)
    keeping.keep(large, today=TODAY)
    [found] = made_of
    assert found is not None
    assert {one, other} <= found


def test_checks_of_the_data_are_looked_at_again_where_lines_were_edited(
    large: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_quality, "findings", lambda *_, **__: pytest.fail("all lines were looked at"))
    line = large.conn.execute("select id from order_line where status = 'open'").fetchone()[0]

    def weekend() -> list[int]:
        shown = keeping.today(large, today=TODAY).worklist
        assert shown is not None
        return [one for row in shown.rows if row.key.startswith("data:weekend dates:") for one in row.line_ids]

    for day, is_weekend in ((28, True), (30, False)):
        editing.record_promise(large, line, date(2026, 11, day), known_on=TODAY)
        keeping.keep(large, today=TODAY)
        assert (line in weekend()) == is_weekend
