"""The agenda of a check-in holds what is open with that supplier, and nothing of others."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from supplychain_app.domain.calendars import OwnDays
from supplychain_app.domain.errors import NotFound
from supplychain_app.services import agreements, check_ins, editing, working_days
from supplychain_app.storage.connection import Database

TODAY = date(2026, 11, 23)


def supplier(db: Database, name: str) -> int:
    return int(db["supplier"].insert({"identity": name, "name": name, "recorded_at": "x"}).last_pk)


def line(db: Database, supplier_id: int, order: str, *dates: str, required: str | None = None) -> int:
    number = db["purchase_order"].insert({"number": order, "recorded_at": "x"}).last_pk
    row = {"purchase_order_id": number, "line": "10", "quantity": 10.0, "supplier_id": supplier_id}
    row |= {"description": "Impeller", "entered_on": "2026-09-01", "required_on": required, "recorded_at": "x"}
    found = int(db["order_line"].insert(row).last_pk)
    for place, day in enumerate(dates):
        known = date(2026, 11, 1 + place * 9)
        editing.record_promise(db, found, date.fromisoformat(day), source="mail", known_on=known)
    return found


@pytest.fixture
def guss(db: Database) -> int:
    one, other = supplier(db, "Kessler Guss"), supplier(db, "Nobody Else")
    line(db, one, "4500000001", "2026-11-13")
    line(db, one, "4500000002", "2026-12-01", "2026-12-18", required="2026-12-10")
    line(db, one, "4500000003", required="2026-12-24")
    line(db, one, "4500000004", "2026-12-02")
    line(db, other, "4500000099", "2026-11-02")
    db["question"].insert(
        {"supplier_id": one, "asked_by": "us", "kind": "where", "words": "Where is it?", "asked_at": "2026-11-18T08:00"}
    )
    agreements.add_agreed_action(db, one, "Send the fettling list", side="theirs", due_on=date(2026, 11, 20))
    return one


def test_the_agenda_names_each_thing_once_under_its_heading(db: Database, guss: int) -> None:
    found = check_ins.agenda(db, guss, today=TODAY)
    points = {topic.title: topic.points for topic in found.topics}
    assert points == {
        "Late (1)": ("4500000001/10 Impeller: promised 13 Nov 2026, 10 days late",),
        "Moved later since the last check-in (1)": (
            "4500000002/10 Impeller: 1 Dec 2026 → 18 Dec 2026, needed 10 Dec 2026",
        ),
        "Without any date from them (1)": ("4500000003/10 Impeller: needed 24 Dec 2026",),
        "Questions they have not answered": ("Where is it? (since 18 Nov 2026)",),
        "Agreed, theirs": ("Send the fettling list (due 20 Nov 2026, overdue)",),
        "To arrive within two weeks (1)": ("4500000004/10 Impeller: 2 Dec 2026",),
    }
    assert "4500000099" not in found.text()


def test_holding_it_keeps_the_note_and_plans_the_next_by_the_rhythm(db: Database, guss: int) -> None:
    agreements.plan_check_in(db, guss, TODAY)
    agreements.set_supplier_field(db, guss, "check_in_every_days", 12)
    found = check_ins.agenda(db, guss, today=TODAY)
    assert found.next_on == date(2026, 12, 7)  # the 5th is a Saturday
    edit = check_ins.hold(db, found, held_on=TODAY, note="Promised a list", next_on=found.next_on)
    again = check_ins.agenda(db, guss, today=TODAY)
    assert (again.day, again.last) == (date(2026, 12, 7), "23 Nov 2026, Promised a list")
    assert [topic.title for topic in again.topics if "Moved" in topic.title] == []  # told before this check-in
    edit.undo(db)
    assert check_ins.agenda(db, guss, today=TODAY) == found


def test_the_next_one_falls_on_a_day_on_which_both_work(db: Database, guss: int) -> None:
    agreements.set_supplier_field(db, guss, "check_in_every_days", 12)
    working_days.add(db, guss, OwnDays(date(2026, 12, 5), date(2026, 12, 8), reason="Moving"))
    assert check_ins.agenda(db, guss, today=TODAY).next_on == date(2026, 12, 9)
    working_days.add(db, None, OwnDays(date(2026, 12, 9), date(2026, 12, 9), reason="Inventory here"))
    assert check_ins.agenda(db, guss, today=TODAY).next_on == date(2026, 12, 10)
    agreements.set_supplier_field(db, guss, "check_in_every_days", 32)  # 25 Dec
    assert check_ins.agenda(db, guss, today=TODAY).next_on == date(2026, 12, 25)
    working_days.set_our_country(db, "DE")
    assert check_ins.agenda(db, guss, today=TODAY).next_on == date(2026, 12, 28)


def test_one_that_was_not_planned_counts(db: Database, guss: int) -> None:
    found = check_ins.agenda(db, guss, today=TODAY)
    assert found.check_in_id is None
    check_ins.hold(db, found, held_on=TODAY, note="", next_on=None)
    assert [row["held_on"] for row in db["check_in"].rows] == ["2026-11-23"]


def test_as_an_appointment(db: Database, guss: int, tmp_path: Path) -> None:
    found = check_ins.agenda(db, guss, today=TODAY)
    out = check_ins.write_invitation(found, tmp_path / "a.ics", stamp=datetime(2026, 11, 23, 8, tzinfo=UTC))
    (event,) = Calendar.from_ical(out.read_bytes()).walk("vevent")
    assert event["summary"] == "Check-in with Kessler Guss"
    assert "4500000002/10 Impeller: 1 Dec 2026 → 18 Dec 2026" in event["description"]


def test_nothing_open_says_so(db: Database) -> None:
    calm = supplier(db, "Calm")
    assert "a short call will do" in check_ins.agenda(db, calm, today=TODAY).text()
    with pytest.raises(NotFound):
        check_ins.agenda(db, 999, today=TODAY)
