"""Today: each group finds its rows, says why in a sentence, and rows leave as they are dealt with."""

import json
import sys
import types
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from supplychain_app import services
from supplychain_app.domain.calendars import Calendars, OwnDays, WorkingCalendar
from supplychain_app.domain.errors import InvalidInput
from supplychain_app.reports.next_steps import NextStep
from supplychain_app.services import editing, supplier_limits, working_days, worklist
from supplychain_app.services.forecasting import LikelyLate
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.services.worklist_desk import Desk, Thresholds
from supplychain_app.storage import database, line_state, settings
from supplychain_app.storage.connection import Database

TODAY = date(2026, 11, 23)
Line = Callable[..., int]


def day(offset: int) -> str:
    return (TODAY + timedelta(days=offset)).isoformat()


@pytest.fixture(autouse=True)
def likely_late(monkeypatch: pytest.MonkeyPatch) -> dict[int, LikelyLate]:
    """What the forecast says in these tests, by line; empty unless filled."""
    found: dict[int, LikelyLate] = {}
    forecasting = types.ModuleType("supplychain_app.services.forecasting")
    forecasting.likely_late = lambda *_, **__: dict(found)  # type: ignore[attr-defined]
    quality = types.ModuleType("supplychain_app.services.data_quality")
    quality.findings = lambda db, **_: []  # type: ignore[attr-defined]
    for module in (forecasting, quality):
        name = module.__name__.rpartition(".")[2]
        monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.setattr(services, name, module, raising=False)
    return found


@pytest.fixture
def line(db: Database) -> Line:
    """Adds an open line with promises given as (promised, known) day offsets."""
    db["supplier"].insert_all(
        [
            {"id": 1, "identity": "S1", "name": "Kessler Guss", "recorded_at": "x"},
            {"id": 2, "identity": "S2", "name": "Meridian Seals", "recorded_at": "x"},
        ]
    )

    def add(
        order: str,
        *,
        promises: list[tuple[int, int]] | None = None,
        required: int | None = None,
        issued: int = -60,
        supplier: int = 1,
        number: str = "10",
        value: int = 100_000,
        acknowledged: int | None = None,
    ) -> int:
        found = db.conn.execute("select id from purchase_order where number = ?", [order]).fetchone()
        order_id = found[0] if found else db["purchase_order"].insert({"number": order, "recorded_at": "x"}).last_pk
        row = {
            "purchase_order_id": order_id,
            "line": number,
            "supplier_id": supplier,
            "description": f"Part {order}",
            "quantity": 10.0,
            "unit": "pcs",
            "value_minor": value,
            "currency": "EUR",
            "issued_on": day(issued),
            "required_on": day(required) if required is not None else None,
            "entered_on": day(issued),
            "acknowledged_on": day(acknowledged) if acknowledged is not None else None,
            "recorded_at": "x",
        }
        line_id = int(db["order_line"].insert(row).last_pk)
        for promised, known in promises or []:
            row = {"order_line_id": line_id, "promised_on": day(promised), "known_on": day(known), "source": "import"}
            db["promise"].insert(row | {"recorded_at": "x"})
        line_state.refresh(db, [line_id])
        db.conn.commit()
        return line_id

    return add


def only(db: Database, group: str, **options: object) -> worklist.WorkRow:
    rows = [row for row in worklist.build(db, today=TODAY, **options).rows if row.group == group]  # type: ignore[arg-type]
    assert len(rows) == 1
    return rows[0]


def test_an_empty_workspace_has_an_empty_list(db: Database) -> None:
    found = worklist.build(db, today=TODAY)
    assert found.rows == ()
    assert {count.n for count in found.counts.values()} == {0}
    assert list(found.counts) == list(worklist.GROUPS)
    assert found.since_last_import is None


def test_past_due_says_what_a_colleague_would_say(db: Database, line: Line) -> None:
    one = line("4500000001", promises=[(-20, -50), (-10, -25)], required=-10)
    question = {"supplier_id": 1, "order_line_id": one, "asked_by": "us", "kind": "date"}
    for number in (1, 2):
        communication = {"fingerprint": f"{number}", "direction": "out", "channel": "mail", "supplier_id": 1}
        more = {"happened_at": day(-6) + "T08:00:00Z", "thread": "t", "recorded_at": "x"}
        key = db["communication"].insert(communication | more).last_pk
        db["question"].insert(question | {"communication_id": key, "asked_at": day(-7 + number) + "T08:00:00Z"})
    row = only(db, "past_due")
    assert row.why == "Promised 13 Nov, moved once already. Two mails unanswered since Tue 17 Nov; nobody has called."
    assert (row.when, row.next_step, row.impact) == ("10 days late", NextStep.CALL, "10 days × value")
    editing.record_communication(
        db, channel="call", body="No answer", happened_at=worklist_moment(-1), line_ids=[one], supplier_id=1
    )
    assert "nobody has called" not in only(db, "past_due").why


def worklist_moment(offset: int):  # type: ignore[no-untyped-def]
    from datetime import UTC, datetime

    return datetime.fromisoformat(day(offset)).replace(hour=9, tzinfo=UTC)


def test_a_partial_receipt_leaves_a_balance(db: Database, line: Line) -> None:
    one = line("4500000001", promises=[(-3, -50)])
    editing.record_receipt(db, one, TODAY - timedelta(days=14), 4, known_on=TODAY - timedelta(days=14))
    row = only(db, "past_due")
    assert row.why.startswith("Balance of 6 pcs after a partial receipt on 9 Nov.")
    assert row.next_step == NextStep.ASK_FOR_DATE
    assert row.quantity == 6


def test_lines_of_one_order_with_one_date_are_one_row_and_a_line_appears_once(db: Database, line: Line) -> None:
    for number in ("10", "20", "30"):
        line("4500000001", promises=[(-20, -50), (-5, -4)], number=number, required=-10)
    found = worklist.build(db, today=TODAY)
    assert len(found.rows) == 1
    assert len(found.rows[0].line_ids) == 3
    assert found.counts["past_due"] == worklist.Count(1, 1, 3)


def test_ranked_by_days_times_value_and_a_priced_line_down_first(db: Database, line: Line) -> None:
    line("4500000001", promises=[(-2, -50)], value=900_000)
    line("4500000002", promises=[(-10, -50)], value=500_000)
    down = line("4500000003", promises=[(-1, -50)], value=1_000)
    material = db["material"].insert({"number": "M1", "late_day_cost_minor": 1_400_000, "recorded_at": "x"}).last_pk
    db["order_line"].update(down, {"material_id": material})
    db.conn.commit()
    found = worklist.build(db, today=TODAY)
    assert [row.purchase_order for row in found.rows] == ["4500000003", "4500000002", "4500000001"]
    assert found.rows[0].impact == "14\u00a0000\u00a0€ a day"
    assert found.headline == "One line can stop production this week; call Kessler Guss first."


def test_a_forecast_warns_before_it_is_late(db: Database, line: Line, likely_late: dict[int, LikelyLate]) -> None:
    one = line("4500000001", promises=[(11, -30)], required=11)
    needed = TODAY + timedelta(days=11)
    likely_late[one] = LikelyLate(0.81, half_by=TODAY + timedelta(days=16), required=needed, promise=needed)
    row = only(db, "will_be_late")
    assert row.why == "81\u00a0% likely late. Promised 4 Dec; half of such lines arrive by 9 Dec."
    assert row.probability == 0.81


def test_orders_without_an_answer(db: Database, line: Line) -> None:
    line("4500000001", issued=-11, required=25)
    line("4500000002", issued=-1, required=25)
    line("4500000003", issued=-11, required=25, acknowledged=-9)
    row = only(db, "not_acknowledged")
    assert row.why == "Sent 12 Nov, 7 working days ago."
    assert row.next_step == NextStep.REMIND


def test_a_supplier_that_answers_no_order_is_one_row(db: Database, line: Line) -> None:
    for number in range(6):
        line(f"450000000{number}", issued=-11 - number, required=25)
    row = only(db, "not_acknowledged")
    assert row.why.startswith("Six orders without an answer, the oldest sent 7 Nov")
    assert len(row.line_ids) == 6


def test_questions_wait_on_both_sides(db: Database, line: Line) -> None:
    one = line("4500000001", promises=[(40, -30)], required=60)
    asked = {"supplier_id": 1, "order_line_id": one, "kind": "date", "words": "When will it ship?"}
    db["question"].insert(asked | {"asked_by": "us", "asked_at": day(-6) + "T08:00:00Z"})
    theirs = {"supplier_id": 2, "kind": "other", "words": "Which drawing applies?", "asked_by": "them"}
    db["question"].insert(theirs | {"asked_at": day(-1) + "T08:00:00Z"})
    rows = [row for row in worklist.build(db, today=TODAY).rows if row.group == "waiting_for_reply"]
    assert [(row.supplier, row.next_step) for row in rows] == [
        ("Meridian Seals", NextStep.ANSWER),
        ("Kessler Guss", NextStep.REMIND),
    ]
    assert rows[1].why == "One question unanswered since Tue 17 Nov: “When will it ship?”"


def test_a_moved_promise_is_told_until_a_week_later(db: Database, line: Line) -> None:
    line("4500000001", promises=[(30, -40), (44, -3)], required=35)
    line("4500000002", promises=[(30, -40), (44, -20)], required=50)
    row = only(db, "promise_moved")
    assert row.when == "14 days later"
    assert row.next_step == NextStep.WARN_PLANNER
    assert "9 days too late" in row.why


def test_what_arrives_this_week(db: Database, line: Line) -> None:
    line("4500000001", promises=[(3, -40)], required=10)
    line("4500000002", promises=[(3, -40)], required=10)
    line("4500000003", promises=[(9, -40)], required=10)
    row = only(db, "arriving")
    assert row.why == "Promised Thu 26 Nov, two lines."


def test_check_ins_follow_ups_and_actions(db: Database, line: Line) -> None:
    one = line("4500000001", promises=[(-3, -40)])
    editing.plan_check_in(db, 1, TODAY)
    editing.add_follow_up(db, editing.FollowUp("Ask for the crate list", TODAY, "S. Okoye"), line_id=one)
    editing.add_agreed_action(db, 2, "Buffer stock of seals", side="theirs", due_on=TODAY - timedelta(days=4))
    rows = [row for row in worklist.build(db, today=TODAY).rows if row.group == "check_in"]
    assert len(rows) == 3
    assert rows[0].why == "Agreed action of theirs, due Thu 19 Nov, 4 days ago."
    assert {row.why for row in rows[1:]} == {
        "Planned for Mon 23 Nov. To talk about: 1 past due.",
        "Follow-up, due today.",
    }


def shipped(db: Database, number: str, lines: list[int], events: list[tuple[int, str]], status: str) -> int:
    shipment = (
        db["shipment"].insert({"identity": number, "number": number, "source": "import", "recorded_at": "x"}).last_pk
    )
    unit = {"shipment_id": shipment, "carrier": "maersk", "number": number, "kind": "container", "status": status}
    unit_id = db["tracked_unit"].insert(unit | {"recorded_at": "x"}).last_pk
    for one in lines:
        db["shipment_line"].insert({"shipment_id": shipment, "order_line_id": one})
    for index, (offset, milestone) in enumerate(events):
        event = {"tracked_unit_id": unit_id, "source": "maersk", "fingerprint": f"{number}{index}"}
        event |= {"classifier": "actual", "occurred_local": day(offset) + "T08:00:00", "milestone": milestone}
        event |= {"status": "delivered" if milestone == "delivered" else "in_transit", "city": "Hamburg"}
        event |= {"time_basis": "unknown", "time_precision": "second"}
        seen = day(offset) + "T12:00:00Z"
        db["tracking_event"].insert(event | {"first_seen_at": seen, "last_seen_at": seen})
    db.conn.commit()
    return int(shipment)


def test_a_container_that_stands_still_is_one_row_for_all_its_lines(db: Database, line: Line) -> None:
    for number in range(25):  # what is usual: two days from discharge to release
        done = line(f"46000000{number:02}", promises=[(20, -60)], required=40)
        events = [(-50, "departed"), (-20, "discharged"), (-18, "customs_released"), (-17, "delivered")]
        shipped(db, f"NHLU{number:07}", [done], events, "delivered")
    lines = [line("4500000001", promises=[(9, -40)], required=20, number=str(n)) for n in (10, 20, 30)]
    shipped(db, "NHLU4217730", lines, [(-40, "departed"), (-5, "discharged")], "in_transit")
    row = only(db, "stuck")
    assert row.what.startswith("Container NHLU 421773 0 · three lines")
    assert row.why == "Discharged in Hamburg 5 days ago and nothing since, usually 2."
    assert row.when == "5 days still"


def test_delivered_but_not_booked_asks_receiving(db: Database, line: Line) -> None:
    one = line("4500000001", promises=[(-4, -40)])
    shipped(db, "NHLU4217730", [one], [(-9, "departed"), (-4, "delivered")], "delivered")
    row = only(db, "past_due")
    assert row.next_step == NextStep.ASK_RECEIVING
    assert "Delivered in Hamburg Thu 19 Nov, not booked in our receiving for 4 days." in row.why


def test_rows_leave_as_they_are_dealt_with_and_marks_can_be_undone(db: Database, line: Line) -> None:
    line("4500000001", promises=[(-4, -40)])
    key = only(db, "past_due").key
    snoozed = worklist.snooze(db, key, TODAY + timedelta(days=2), TODAY)
    assert worklist.build(db, today=TODAY).rows == ()
    assert worklist.build(db, today=TODAY).snoozed == 1
    assert len(worklist.build(db, today=TODAY + timedelta(days=2)).rows) == 1
    snoozed.undo(db)
    assert only(db, "past_due").key == key
    worklist.done(db, key, TODAY)
    found = worklist.build(db, today=TODAY)
    assert (found.rows, found.done) == ((), 1)
    assert len(worklist.build(db, today=TODAY + timedelta(days=7)).rows) == 1  # still not here a week later
    worklist.back(db, key, TODAY)
    worklist.hand_over(db, key, "J. Lindqvist", TODAY)
    assert only(db, "past_due", owner="j. lindqvist").owner == "J. Lindqvist"
    assert worklist.build(db, today=TODAY, owner="M. Brandt").rows == ()
    with pytest.raises(InvalidInput):
        worklist.snooze(db, key, TODAY, TODAY)


def test_last_week_is_counted_as_it_was_known_then(db: Database, line: Line) -> None:
    one = line("4500000001", promises=[(-9, -40)])  # past due a week ago, received since
    editing.record_receipt(db, one, TODAY - timedelta(days=2), 10, known_on=TODAY - timedelta(days=2))
    line("4500000002", promises=[(-1, -40)])  # past due now
    line("4500000003", promises=[(-12, -40), (30, -2)], required=40)  # past due then, moved since
    counts = worklist.build(db, today=TODAY).counts
    assert (counts["past_due"].n, counts["past_due"].last_week) == (1, 2)
    assert counts["promise_moved"].n == 1


def test_thresholds_of_the_file_and_bad_ones_left_out(db: Database, line: Line) -> None:
    line("4500000001", issued=-11, required=25)
    db["setting"].insert({"key": "worklist", "value": json.dumps({"acknowledge_working_days": 9, "reply": -1})})
    db.conn.commit()
    assert worklist.build(db, today=TODAY).counts["not_acknowledged"].n == 0


def test_a_supplier_may_have_limits_of_its_own(db: Database, line: Line) -> None:
    line("4501", issued=-7)  # five working days ago
    line("4502", issued=-7, supplier=2)
    usual = dict.fromkeys(supplier_limits.NAMES, 2)
    own = supplier_limits.save(db, 1, usual | {"acknowledge_working_days": 7}, usual)
    assert "own limits" in own.what
    assert only(db, "not_acknowledged").supplier_id == 2
    usual_again = supplier_limits.save(db, 1, usual, usual)
    assert "usual" in usual_again.what
    rows = worklist.build(db, today=TODAY).rows
    assert {row.supplier_id for row in rows if row.group == "not_acknowledged"} == {1, 2}
    usual_again.undo(db)
    assert only(db, "not_acknowledged").supplier_id == 2
    own.undo(db)
    assert settings.read(db, supplier_limits.KEY) is None
    with database.writing(db):
        settings.save(db, supplier_limits.KEY, '{"1": 7, "x": {}}')
    assert supplier_limits.read(db).own == {}, "what cannot be read is left out"


def test_a_closed_supplier_is_given_time_and_the_row_says_when_it_is_back(db: Database, line: Line) -> None:
    line("4501", issued=-7)  # Mon 16 Nov; today is Mon 23 Nov
    line("4502", issued=-7, supplier=2)

    def silent() -> dict[int | None, tuple[int, str]]:
        rows = worklist.build(db, today=TODAY).rows
        return {row.supplier_id: (row.days, row.why) for row in rows if row.group == "not_acknowledged"}

    assert {supplier: found[0] for supplier, found in silent().items()} == {1: 5, 2: 5}
    edit = working_days.add(db, 1, OwnDays(date(2026, 11, 17), date(2026, 11, 20), reason="Inventory"))
    assert list(silent()) == [2], "one working day has passed for the other"
    edit.undo(db)
    working_days.add(db, 2, OwnDays(TODAY, date(2026, 11, 27), reason="Moving"))
    found = silent()
    assert (found[1][0], found[2][0]) == (5, 4)
    assert found[2][1].startswith("Closed until Fri 27 Nov (Moving). ")
    assert "Closed" not in found[1][1]


def test_what_we_owe_is_counted_by_our_own_calendar(db: Database) -> None:
    calendars = Calendars(WorkingCalendar("DE"), {1: WorkingCalendar("EG")})
    desk = Desk(db, date(2026, 12, 28), Thresholds(), Knowledge(), calendars=calendars)
    assert desk.silent(None, "2026-12-23") == 2, "Christmas"
    assert desk.silent(1, "2026-12-23") == 3, "Thursday, Sunday and Monday"
    assert desk.silent(7, "2026-12-23T10:00:00Z") == 3, "of this supplier nothing is known"


def test_since_the_last_import(db: Database, line: Line) -> None:
    for offset in (-7, 0):
        run = {"file_name": f"open {offset}.csv", "file_sha256": "x", "kind": "orders", "mapping": "{}", "counts": "{}"}
        db["import_run"].insert(run | {"received_at": day(offset) + "T06:00:00Z", "recorded_at": "x"})
    line("4500000001", promises=[(5, -40), (14, 0)], required=90)
    line("4500000002", promises=[(25, -40), (20, 0)], required=90)
    since = worklist.build(db, today=TODAY).since_last_import
    assert since is not None
    assert (since.moved, since.later, since.later_days, since.earlier) == (2, 1, 9, 1)


def test_the_command_prints_the_fixed_shape(
    db: Database, workspace: object, line: Line, capsys: pytest.CaptureFixture[str]
) -> None:
    from supplychain_app.cli.main import main

    line("4500000001", promises=[(-4, -40)])
    assert main(["today", "--workspace", str(workspace), "--as-of", "2026-11-23", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    expected = {"group", "purchase_order", "line", "supplier", "why", "impact", "owner", "next_step", "due"}
    assert expected <= set(document["rows"][0])
    assert main(["today", "--workspace", str(workspace), "--as-of", "2026-11-23"]) == 0
    assert "Past due 1" in capsys.readouterr().out
