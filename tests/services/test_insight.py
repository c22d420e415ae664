"""The figures of a small workspace whose answers can be worked out on paper."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import numpy as np
import pytest

from supplychain_app.analytics.lead_times import LONGEST, PeriodLeadTimes
from supplychain_app.analytics.line_facts import MISSING
from supplychain_app.domain import periods
from supplychain_app.domain.errors import InvalidInput, NotFound
from supplychain_app.domain.periods import Period
from supplychain_app.services import data_quality, importing, insight
from supplychain_app.services.change_figures import MEASURES, monthly_chart
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.services.reassigning import reassign_party
from supplychain_app.services.supplier_insight import lead_times_of
from supplychain_app.storage import database, facts, line_state, line_story, scorecards
from supplychain_app.storage.connection import Database

NOW = "2026-01-01T00:00:00Z"
DAY = date(2026, 1, 1)


def add_supplier(db: Database, name: str, **columns: object) -> int:
    row = {"identity": f"name:{name}", "name": name, "recorded_at": NOW, **columns}
    return int(db["supplier"].insert(row).last_pk)


def add_material(db: Database, number: str, **columns: object) -> int:
    return int(db["material"].insert({"number": number, "recorded_at": NOW, **columns}).last_pk)


def add_line(
    db: Database,
    supplier: int,
    issued: date | None,
    promised: date | list[tuple[date, date]] | None,
    received: date | None,
    **columns: object,
) -> int:
    """promised: one date known with the order, or (promised, known) pairs."""
    order = db["purchase_order"].insert({"number": f"PO{db['purchase_order'].count + 1}", "recorded_at": NOW}).last_pk
    entered = issued or DAY
    row = {
        "purchase_order_id": order,
        "line": "10",
        "supplier_id": supplier,
        "quantity": 10.0,
        "issued_on": issued and issued.isoformat(),
        "entered_on": entered.isoformat(),
        "recorded_at": NOW,
        **columns,
    }
    line = int(db["order_line"].insert(row).last_pk)
    pairs = promised if isinstance(promised, list) else [(promised, entered)] if promised else []
    for day, known in pairs:
        db["promise"].insert(
            {
                "order_line_id": line,
                "promised_on": day.isoformat(),
                "known_on": known.isoformat(),
                "source": "import",
                "recorded_at": NOW,
            }
        )
    if received:
        add_receipt(db, line, received, 10.0)
    line_state.refresh(db, [line])
    return line


def add_receipt(db: Database, line: int, received: date, quantity: float, known: date | None = None) -> None:
    db["receipt"].insert(
        {
            "order_line_id": line,
            "received_on": received.isoformat(),
            "posted_on": received.isoformat(),
            "quantity": quantity,
            "known_on": (known or received).isoformat(),
            "source": "import",
            "fingerprint": f"{line}|{received}|{quantity}|{db['receipt'].count}",
            "recorded_at": NOW,
        }
    )


def days(number: int) -> timedelta:
    return timedelta(days=number)


@pytest.fixture
def filled(db: Database) -> Database:
    """Good: ten lines on the day after 30 days. Slow: ten lines ten days late, one of them open and past due."""
    with database.writing(db):
        good, slow = add_supplier(db, "Good"), add_supplier(db, "Slow")
        bolt = add_material(db, "BOLT", erp_lead_time_days=30)
        for number in range(10):
            issued = DAY + days(number)
            add_line(db, good, issued, issued + days(30), issued + days(30), material_id=bolt)
            late = None if number == 9 else issued + days(40)
            add_line(db, slow, issued, issued + days(30), late, material_id=bolt)
    return db


def test_as_of_counts_only_what_was_known(filled: Database) -> None:
    with database.writing(filled):
        supplier = add_supplier(filled, "Late news")
        line = add_line(filled, supplier, DAY, [(DAY + days(20), DAY), (DAY + days(50), DAY + days(15))], None)
        add_receipt(filled, line, DAY + days(25), 4.0)
        add_receipt(filled, line, DAY + days(26), 6.0, known=DAY + days(33))
        line_state.refresh(filled, [line])
    early = facts.load(filled, DAY + days(10))
    place = early.line_id.tolist().index(line)
    assert early.promise[place] == (DAY + days(20)).toordinal()
    middle = facts.load(filled, DAY + days(30))
    assert middle.promise[place] == (DAY + days(50)).toordinal()
    assert middle.first_promise[place] == (DAY + days(20)).toordinal()
    assert middle.is_open[place]
    assert middle.received[place] == 4.0
    late = facts.load(filled, DAY + days(40))
    assert late.completed[place] == (DAY + days(26)).toordinal()
    assert len(facts.load(filled, DAY + days(3))) < len(late)


def test_facts_agree_with_the_derived_columns(filled: Database) -> None:
    found = facts.load(filled, date(2027, 1, 1))
    rows = filled.conn.execute(
        "select id, completed_on, first_promise, current_promise, received_quantity from order_line order by id"
    ).fetchall()
    for place, (line_id, completed, first, current, received) in enumerate(rows):
        assert found.line_id[place] == line_id
        for ordinal, text in (
            (found.completed, completed),
            (found.first_promise, first),
            (found.promise, current),
        ):
            assert ordinal[place] == (date.fromisoformat(text).toordinal() if text else facts.MISSING)
        assert found.received[place] == received


def test_lead_times_and_verdict(filled: Database) -> None:
    table = insight.lead_times(filled, by=("supplier",), as_of=DAY + days(60))
    rows = {row.keys["supplier"]: row for row in table.rows}
    assert rows["Good"].p50 == 30
    assert rows["Slow"].p50 == 40
    assert (rows["Slow"].n, rows["Slow"].open) == (9, 1)
    assert rows["Slow"].erp_days == 30
    assert rows["Slow"].planning_days == 40
    assert rows["Slow"].verdict == "hopeful"
    assert 0 < rows["Slow"].borrowed_share < 1
    with pytest.raises(InvalidInput):
        insight.lead_times(filled, by=("colour",), as_of=DAY)


def test_a_trend_is_told_where_there_is_one(db: Database) -> None:
    random = np.random.default_rng(8)
    with database.writing(db):
        suppliers = {name: add_supplier(db, name) for name in ("Steady", "Slower")}
        for number in range(150):
            issued = DAY + days(2 * number)
            usual = round(random.gamma(9, 5))  # the same throughout: whoever was ordered lately came soon or not yet
            for name, took in (("Steady", usual), ("Slower", usual + number // 4)):
                came = issued + days(took)
                add_line(db, suppliers[name], issued, None, came if came <= DAY + days(300) else None)
    rows = insight.lead_times(db, by=("supplier",), as_of=DAY + days(300)).rows
    trend = {row.keys["supplier"]: row.trend_days_per_year for row in rows}
    assert trend["Steady"] is None
    assert trend["Slower"] == pytest.approx(365.25 / 8, rel=0.35)


def test_open_overdue_lines_are_misses(filled: Database) -> None:
    period = periods.Period(DAY, DAY + days(60))
    slow = filled.conn.execute("select id from supplier where name = 'Slow'").fetchone()[0]
    found = insight.on_time(filled, as_of=DAY + days(60), period=period, supplier_id=slow)
    assert found.first_promise.n == 10
    assert found.first_promise.otif.value == 0
    assert found.first_promise.open_past_due == 1
    assert found.first_promise.quantity_share == 0
    assert found.required.n == 0
    assert found.required.otif.value is None
    everyone = insight.on_time(filled, as_of=DAY + days(60), period=period)
    assert everyone.first_promise.otif.value == 0.5


def test_values_in_other_currencies_are_not_added(db: Database) -> None:
    with database.writing(db):
        supplier = add_supplier(db, "Abroad")
        for number, (value, currency) in enumerate([(100, "EUR"), (300, "EUR"), (9_000_000, "JPY")]):
            late = DAY + days(40 if number == 1 else 30)
            add_line(db, supplier, DAY, DAY + days(30), late, value_minor=value, currency=currency)
    found = insight.on_time(db, as_of=DAY + days(60), period=periods.Period(DAY, DAY + days(60))).first_promise
    assert (found.n, found.value_share) == (3, 0.25)


def test_forecast_of_a_late_line(filled: Database) -> None:
    *_, found = insight.forecast(filled, as_of=DAY + days(45), levels=(0.1, 0.5, 0.9))
    assert found.basis == "promise"
    assert found.promise == DAY + days(39)
    assert DAY + days(44) <= found.quantiles[0.5] <= DAY + days(52)
    assert found.quantiles[0.1] <= found.quantiles[0.5] <= found.quantiles[0.9]
    *_, blind = insight.forecast(filled, as_of=DAY + days(45), levels=(0.5,), with_promise=False)
    assert blind.basis == "lead time"
    assert DAY + days(45) <= blind.quantiles[0.5] <= DAY + days(55)


def test_slips_and_notice(filled: Database) -> None:
    with database.writing(filled):
        supplier = add_supplier(filled, "Slips")
        promises = [(DAY + days(30), DAY), (DAY + days(44), DAY + days(20)), (DAY + days(40), DAY + days(25))]
        add_line(filled, supplier, DAY, promises, DAY + days(40))
    found = insight.promise_behaviour(filled, as_of=DAY + days(60), supplier_id=supplier)
    assert (found.slips, found.pull_ins, found.days_slipped, found.net_days) == (1, 1, 14, 10.0)
    assert found.notice_p50 == 10
    assert found.noticed.value == 1.0
    assert found.second_kept.value == 1.0


def test_a_date_that_is_moved_again_was_not_kept(filled: Database) -> None:
    with database.writing(filled):
        supplier = add_supplier(filled, "Again")
        promises = [(DAY + days(30), DAY), (DAY + days(40), DAY + days(20)), (DAY + days(50), DAY + days(35))]
        add_line(filled, supplier, DAY, promises, DAY + days(50))
    found = insight.promise_behaviour(filled, as_of=DAY + days(60), supplier_id=supplier)
    assert (found.second_kept.hits, found.second_kept.n) == (0, 1)
    kept = {one.first: (one.kept.hits, one.kept.n) for one in found.kept_by_horizon if one.kept.n}
    assert kept == {15: (1, 3)}
    [line_ids] = {one.line_ids for one in found.kept_by_horizon if one.kept.n}
    assert len(line_ids) == 1


def test_weak_links_name_the_late_supplier(filled: Database) -> None:
    found = insight.weak_links(filled, by="supplier", as_of=DAY + days(60))
    assert found.links[0].name == "Slow"
    assert found.links[0].days_lost == 9 * 10 + (60 - 39)
    assert found.links[0].ranked
    assert found.links[1].days_lost == 0
    for by in ("stage", "lane", "carrier", "mode", "material", "party"):
        assert insight.weak_links(filled, by=by, as_of=DAY + days(60)).late_days == 111


def test_a_small_link_that_is_always_late_leads_by_rate(filled: Database) -> None:
    with database.writing(filled):
        steady, rare = add_supplier(filled, "Steady"), add_supplier(filled, "Rare")
        for number in range(60):
            issued = DAY + days(number % 30)
            add_line(filled, steady, issued, issued + days(30), issued + days(33))
            if number < 6:
                add_line(filled, rare, issued, issued + days(30), issued + days(45))
    total, rate = (
        insight.weak_links(filled, by="supplier", as_of=DAY + days(90), rank=rank).links for rank in ("total", "rate")
    )
    assert [link.name for link in total].index("Steady") < [link.name for link in total].index("Rare")
    assert [link.name for link in rate].index("Rare") < [link.name for link in rate].index("Steady")
    assert rate[-1].name == "Good"
    by_name = {link.name: link for link in rate}
    assert by_name["Rare"].days_per_line == by_name["Rare"].days_per_late_line == 15
    with pytest.raises(InvalidInput, match="total, rate"):
        insight.weak_links(filled, by="supplier", as_of=DAY, rank="size")


def test_supplier_pages(filled: Database) -> None:
    period = periods.Period(DAY, DAY + days(60))
    rows = insight.suppliers(filled, as_of=DAY + days(60), period=period)
    assert [row.supplier for row in rows] == ["Slow", "Good"]
    assert rows[0].grade.letters[-1] == "D"
    found = insight.supplier_figures(filled, rows[0].supplier_id, as_of=DAY + days(60), period=period)
    assert found.open_lines == 1
    assert found.worst[0].days_late == 21
    assert found.previous_on_time.first_promise.n == 0
    with pytest.raises(NotFound):
        insight.supplier_figures(filled, 999, as_of=DAY, period=period)


def test_suppliers_of_too_few_lines_stand_behind_those_that_can_be_judged(filled: Database) -> None:
    with database.writing(filled):
        add_line(filled, add_supplier(filled, "Once"), DAY, DAY + days(30), DAY + days(45))
    rows = insight.suppliers(filled, as_of=DAY + days(60), period=periods.Period(DAY, DAY + days(60)))
    assert [row.supplier for row in rows] == ["Slow", "Good", "Once"]


def test_an_archive_is_judged_by_its_own_last_year(filled: Database) -> None:
    now, later = (insight.suppliers(filled, as_of=DAY + days(after)) for after in (60, 3000))
    assert [(row.supplier, row.on_time.n) for row in later] == [(row.supplier, row.on_time.n) for row in now]
    figures = insight.supplier_figures(filled, later[0].supplier_id, as_of=DAY + days(3000))
    assert figures.period[1] <= DAY + days(60)
    assert figures.lines == later[0].on_time.n


@pytest.mark.parametrize("measure", ["lateness", "lead_time", "reply_time", "on_time"])
def test_behaviour_charts(filled: Database, measure: str) -> None:
    chart = insight.behaviour(filled, measure=measure, supplier_id=None, as_of=DAY + days(60))
    assert chart.verdict == "too few"


@pytest.mark.parametrize(("measure", "since"), [("lead_time", "issued"), ("lateness", "graded")])
def test_one_absurd_span_does_not_flatten_a_chart(filled: Database, measure: str, since: str) -> None:
    known = facts.load(filled, DAY + days(60))
    before = monthly_chart(known, measure, [], 12)
    [place, *_] = np.flatnonzero(np.isin(known.line_id, before.line_ids[0]) & (getattr(known, since) != MISSING))
    absurd = getattr(known, since).copy()
    absurd[place] -= 12_000
    after = monthly_chart(replace(known, **{since: absurd}), measure, [], 12)
    assert known.line_id[place] not in {one for month in after.line_ids for one in month}
    assert sum(after.counts) == sum(before.counts) - 1
    assert max(after.values, default=0) <= LONGEST


def test_a_supplier_shows_four_measures_by_month(filled: Database) -> None:
    supplier = insight.suppliers(filled, as_of=DAY + days(60))[0].supplier_id
    figures = insight.supplier_figures(filled, supplier, as_of=DAY + days(60))
    charts = {chart.measure: chart for chart in (figures.behaviour, *figures.changes)}
    assert set(charts) == set(MEASURES)
    for measure in ("lateness", "lead_time"):
        whole = insight.behaviour(filled, measure=measure, supplier_id=supplier, as_of=DAY + days(60), months=12)
        assert charts[measure].values == whole.values
        assert whole.values


def test_lead_times_of_a_period_count_its_open_lines(filled: Database) -> None:
    with database.writing(filled):
        supplier = add_supplier(filled, "Period")
        for issued, took in ((0, 10), (1, 20), (2, None), (3, None), (200, 5)):
            received = None if took is None else DAY + days(issued + took)
            add_line(filled, supplier, DAY + days(issued), DAY + days(issued + 30), received)

    def asked(first: int, last: int) -> PeriodLeadTimes:
        period = Period(DAY + days(first), DAY + days(last))
        return lead_times_of(filled, supplier, period, as_of=DAY + days(300), knowledge=Knowledge())

    assert asked(0, 100) == PeriodLeadTimes(n=2, open=2, p50=20.0, p80=None), "two of four are still out"
    assert asked(101, 250) == PeriodLeadTimes(n=1, open=0, p50=5.0, p80=5.0)
    assert asked(400, 500) == PeriodLeadTimes(n=0, open=0, p50=None, p80=None)


def test_an_empty_workspace_answers(db: Database) -> None:
    assert insight.lead_times(db, as_of=DAY).rows == ()
    assert insight.forecast(db, as_of=DAY) == []
    assert insight.weak_links(db, as_of=DAY).links == ()
    assert insight.backtest(db, as_of=DAY).reason == "too little history"
    assert insight.suppliers(db, as_of=DAY, period=periods.year(2026)) == []
    assert insight.responsiveness(db, as_of=DAY) == ()
    assert insight.on_time(db, as_of=DAY, period=periods.year(2026)).required.otif.value is None
    assert data_quality.findings(db) == []


def test_a_first_export_of_open_orders_answers(db: Database, tmp_path: Path) -> None:
    """Nothing was seen yet for as long as a day: no figure, but no fault either."""
    file = tmp_path / "open.csv"
    file.write_text(
        "PO,Line,Vendor Name,Material,Quantity,Order Date,Delivery Date\n"
        "4500,10,Kessler,R1,5,2026-10-01,2026-11-01\n4501,10,Acme,R2,5,2026-10-01,2026-12-01\n"
    )
    importing.import_file(db, file, received_at=datetime(2026, 11, 23, 9, tzinfo=UTC))
    found = insight.suppliers(db, as_of=date(2026, 11, 23), period=periods.year_to(date(2026, 11, 23)))
    assert {row.supplier for row in found} == {"Kessler", "Acme"}
    table = insight.lead_times(db, as_of=date(2026, 11, 23))
    assert [(row.open, row.planning_days) for row in table.rows] == [(1, None), (1, None)]


def test_absurd_dates_are_left_out_and_told(db: Database) -> None:
    with database.writing(db):
        supplier = add_supplier(db, "Odd")
        add_line(db, supplier, DAY, None, DAY - days(20))  # arrived before it was sent
        add_line(db, supplier, DAY, date(2199, 1, 1), None)
        add_line(db, supplier, None, None, None)
        add_line(db, supplier, DAY - days(4000), None, DAY)
    as_of = DAY + days(10)
    table = insight.lead_times(db, by=("supplier",), as_of=as_of)
    assert table.left_out == 3
    assert table.rows[0].reason == "all open"
    assert table.rows[0].planning_days is None
    for one in insight.forecast(db, as_of=as_of):
        assert one.basis in ("none", "promise", "lead time")
        assert (one.basis == "none") == (one.quantiles == {})
    told = {finding.check: finding.lines for finding in data_quality.findings(db, today=as_of)}
    assert {"arrived before it was ordered", "dates out of range", "missing sent date"} <= told.keys()
    assert told["dates out of range"] == 2  # a promise beyond ten years, a lead time of eleven
    insight.weak_links(db, as_of=as_of)
    insight.supplier_figures(db, supplier, as_of=as_of, period=periods.year(2026))


def test_a_receipt_after_today_is_told(db: Database) -> None:
    with database.writing(db):
        add_line(db, add_supplier(db, "Odd"), DAY, DAY + days(30), DAY + days(1000))
    found = {finding.check: finding.lines for finding in data_quality.findings(db, today=DAY + days(40))}
    assert found["received after today"] == 1
    assert "received after today" not in {f.check for f in data_quality.findings(db, today=DAY + days(1000))}


def test_suppliers_of_one_name_are_told_apart(db: Database) -> None:
    with database.writing(db):
        for code, name in (("1", "Kessler"), ("2", "Kessler"), ("3", "Orbita")):
            supplier = db["supplier"].insert({"identity": code, "code": code, "name": name, "recorded_at": NOW})
            add_line(db, supplier.last_pk, DAY, None, None)
    told = ["Kessler (1)", "Kessler (2)", "Orbita"]
    assert list(facts.names(db).suppliers.values()) == told
    assert [name for _, name in scorecards.supplier_choices(db)] == told


def test_days_that_another_tool_wrote_are_read_where_they_can_be(filled: Database) -> None:
    before = facts.load(filled, DAY + days(60))
    with database.writing(filled):
        filled.conn.execute("update order_line set required_on = '2026-2-3' where id = 1")
        filled.conn.execute("update order_line set required_on = '2026-02-03T00:00' where id = 2")
    after = facts.load(filled, DAY + days(60))
    assert after.required[0] == facts.MISSING
    assert after.required[1] == date(2026, 2, 3).toordinal()
    assert after.completed.tolist() == before.completed.tolist()


def test_questions_without_an_answer_count(filled: Database) -> None:
    supplier = filled.conn.execute("select id from supplier where name = 'Slow'").fetchone()[0]
    with database.writing(filled):
        for number, (asked, answered) in enumerate(
            (
                ("2026-01-05T09:00:00Z", "2026-01-05T11:00:00Z"),
                ("2026-01-06T09:00:00Z", None),
                ("2026-02-27T12:00:00Z", None),
            )
        ):
            filled["communication"].insert(
                {
                    "fingerprint": str(number),
                    "direction": "out",
                    "channel": "mail",
                    "supplier_id": supplier,
                    "happened_at": asked,
                    "thread": str(number),
                    "recorded_at": asked,
                }
            )
            filled["question"].insert(
                {
                    "communication_id": number + 1,
                    "supplier_id": supplier,
                    "asked_by": "us",
                    "kind": "date",
                    "asked_at": asked,
                    "answered_at": answered,
                }
            )
    [found] = insight.responsiveness(filled, as_of=DAY + days(60), supplier_id=supplier)
    assert (found.replies.n, found.replies.answered, found.replies.open) == (3, 1, 2)
    assert found.replies.p50 is None  # one of three answered: the middle is not reached
    assert found.open_questions == 2
    assert found.oldest_open_days == 55
    assert found.nudges_per_answer == 3.0
    january = periods.Period(DAY, DAY + days(30))
    [then] = insight.responsiveness(filled, as_of=DAY + days(60), period=january, supplier_id=supplier)
    assert (then.replies.n, then.replies.answered, then.open_questions) == (2, 1, 2)
    before = periods.Period(DAY - days(90), DAY - days(1))
    [then] = insight.responsiveness(filled, as_of=DAY + days(60), period=before, supplier_id=supplier)
    assert (then.replies.n, then.acknowledgement.n, then.open_questions) == (0, 0, 2)
    page = insight.supplier_figures(filled, supplier, as_of=DAY + days(60), period=january)
    assert page.responsiveness.replies.n == 2
    chart = insight.behaviour(filled, measure="reply_time", supplier_id=supplier, as_of=DAY + days(60))
    assert chart.values == (2.0,)


def test_an_order_is_acknowledged_once_however_many_lines_it_has(db: Database) -> None:
    with database.writing(db):
        supplier = add_supplier(db, "Many lines")
        lines = [add_line(db, supplier, DAY, None, None) for _ in range(6)]
        for line, told in zip(lines, (5, 9, None, None, None, 12), strict=True):  # Monday is the fifth day
            acknowledged = told and str(DAY + days(told - 1))
            order = {"purchase_order_id": (1, 1, 1, 4, 4, 6)[lines.index(line)], "line": str(line)}
            db["order_line"].update(line, {"acknowledged_on": acknowledged, **order})
    [found] = insight.responsiveness(db, as_of=DAY + days(11), supplier_id=supplier)
    told = found.acknowledgement
    assert (told.n, told.answered, told.open) == (3, 2, 1)  # one order of three lines, one waiting, one of one line
    assert (found.acknowledged_in_two.hits, found.acknowledged_in_two.n) == (1, 3)  # Friday and Monday


def test_a_live_eta_speaks_before_the_promise(filled: Database) -> None:
    as_of = DAY + days(45)
    line = int(insight.forecast(filled, as_of=as_of)[-1].line_id)
    with database.writing(filled):
        shipment = (
            filled["shipment"].insert({"identity": "dhl|1", "number": "1", "source": "x", "recorded_at": NOW}).last_pk
        )
        filled["shipment_line"].insert({"shipment_id": shipment, "order_line_id": line})
        unit = (
            filled["tracked_unit"]
            .insert({"shipment_id": shipment, "carrier": "dhl", "number": "1", "recorded_at": NOW})
            .last_pk
        )
        seen = f"{as_of}T08:00:00Z"
        filled["tracking_event"].insert(
            {
                "tracked_unit_id": unit,
                "source": "dhl",
                "fingerprint": "a",
                "classifier": "actual",
                "occurred_local": f"{as_of}T07:00:00",
                "time_basis": "unknown",
                "time_precision": "second",
                "status": "in_transit",
                "milestone": "departed",
                "first_seen_at": seen,
                "last_seen_at": seen,
            }
        )
        filled["eta_observation"].insert(
            {
                "tracked_unit_id": unit,
                "kind": "delivery",
                "earliest": f"{as_of + days(9)}",
                "latest": f"{as_of + days(10)}",
                "time_basis": "unknown",
                "source": "dhl",
                "observed_at": seen,
            }
        )
    [found] = insight.forecast(filled, as_of=as_of, levels=(0.1, 0.5, 0.9), line_ids=[line])
    assert found.basis == "carrier eta"
    assert abs((found.quantiles[0.5] - as_of).days - 10) <= 1
    assert found.quantiles[0.1] > as_of
    [later] = insight.forecast(filled, as_of=as_of + days(3), levels=(0.5,), line_ids=[line])
    assert later.basis == "promise"  # the last event is older than 48 hours


def test_stages_that_run_backwards_are_told(filled: Database) -> None:
    def event(unit: int, milestone: str, day: date) -> None:
        row = {"milestone": milestone, "occurred_local": f"{day}T10:00", "time_basis": "unknown", "source": "dhl"}
        row |= {"time_precision": "minute", "status": "in_transit"}
        seen = {"first_seen_at": f"{day}T11:00:00Z", "last_seen_at": f"{day}T11:00:00Z", "classifier": "actual"}
        filled["tracking_event"].insert({**row, **seen, "tracked_unit_id": unit, "fingerprint": f"{unit}{milestone}"})

    odd = {1: (9, 5), 2: (9, 8), 3: (5, 9)}  # days of departure and arrival: four back, one (a date line), none
    with database.writing(filled):
        for line, (departed, arrived) in odd.items():
            named = {"identity": f"S{line}", "number": f"S{line}", "source": "x", "recorded_at": NOW}
            shipment = filled["shipment"].insert(named).last_pk
            filled["shipment_line"].insert({"shipment_id": shipment, "order_line_id": line})
            parcel = {"carrier": "dhl", "number": f"N{line}", "recorded_at": NOW}
            unit = filled["tracked_unit"].insert({**parcel, "shipment_id": shipment}).last_pk
            event(unit, "departed", DAY + days(departed))
            event(unit, "arrived", DAY + days(arrived))
            event(unit, "customs_released", DAY + days(1))  # released on the way: no contradiction
        early = add_line(filled, 1, DAY, DAY + days(30), None)
        came = {"received_on": str(DAY + days(30)), "posted_on": str(DAY + days(3)), "known_on": str(DAY + days(30))}
        booked = {"order_line_id": early, "quantity": 10.0, "source": "import", "fingerprint": "x", "recorded_at": NOW}
        filled["receipt"].insert(came | booked)
        told = {"step": "arrived", "classifier": "actual", "known_on": str(DAY), "source": "import", "recorded_at": NOW}
        filled["milestone"].insert({**told, "order_line_id": 5, "happened_on": str(DAY + days(20))})
        filled["milestone"].insert({**told, "step": "at_gate", "order_line_id": 5, "happened_on": str(DAY + days(2))})
        line_state.refresh(filled, [early])
    found = {finding.check: finding.line_ids for finding in data_quality.findings(filled, today=DAY + days(60))}
    assert found["stages that run backwards"] == (1, 5, early)


def test_goods_taken_back_reopen_a_line(filled: Database) -> None:
    with database.writing(filled):
        add_receipt(filled, 1, DAY + days(50), -3.0)
        line_state.refresh(filled, [1])
    assert facts.load(filled, DAY + days(49)).is_done[0]
    assert facts.load(filled, DAY + days(51)).is_open[0]


def test_what_changed_later_was_different_before(filled: Database) -> None:
    with database.writing(filled):
        filled.conn.execute("update order_line set required_on = '2026-03-01' where id = 1")
        filled["line_change"].insert(
            {
                "order_line_id": 1,
                "field": "required_on",
                "old": "2026-02-01",
                "new": "2026-03-01",
                "known_on": "2026-01-20",
                "recorded_at": NOW,
            }
        )
    assert facts.load(filled, date(2026, 1, 19)).required[0] == date(2026, 2, 1).toordinal()
    assert facts.load(filled, date(2026, 1, 20)).required[0] == date(2026, 3, 1).toordinal()


def change(db: Database, line: int, field: str, old: object, new: object, known: date) -> None:
    row = {"order_line_id": line, "field": field, "old": str(old), "new": str(new), "known_on": known.isoformat()}
    db["line_change"].insert({**row, "recorded_at": NOW})


def test_a_date_that_we_moved_is_no_slip_of_the_supplier(db: Database) -> None:
    with database.writing(db):
        supplier = add_supplier(db, "Asked anew")
        needed = {"required_on": (DAY + days(60)).isoformat()}
        told = [(DAY + days(30), DAY), (DAY + days(58), DAY + days(12)), (DAY + days(65), DAY + days(50))]
        answered = add_line(db, supplier, DAY, told, DAY + days(57), **needed)
        silent = add_line(db, supplier, DAY, DAY + days(30), DAY + days(57), **needed)
        for line in (answered, silent):
            change(db, line, "required_on", DAY + days(30), DAY + days(60), DAY + days(10))
    before = facts.load(db, DAY + days(9))
    assert before.graded.tolist() == before.first_promise.tolist() == [(DAY + days(30)).toordinal()] * 2
    later = facts.load(db, DAY + days(70))
    # The first promise since we asked for another day; where the supplier gave none, the one that stood.
    assert later.graded.tolist() == [(DAY + days(58)).toordinal(), (DAY + days(30)).toordinal()]
    period = periods.Period(DAY, DAY + days(60))
    found = insight.on_time(db, as_of=DAY + days(70), period=period).first_promise
    assert (found.n, found.otif.hits, found.missed_line_ids) == (2, 1, (silent,))
    moved = insight.promise_behaviour(db, as_of=DAY + days(70))
    assert (moved.slips, moved.days_slipped, moved.slipped_line_ids) == (1, 7, (answered,))  # the last move alone
    card = insight.supplier_figures(db, supplier, as_of=DAY + days(70), period=period)
    assert card.our_doing.line_ids_changed == (answered, silent)


def test_a_quantity_raised_later_does_not_reopen_what_was_complete(db: Database) -> None:
    with database.writing(db):
        line = add_line(db, add_supplier(db, "More"), DAY, DAY + days(30), DAY + days(30))
        change(db, line, "quantity", 10.0, 20.0, DAY + days(40))
        db["order_line"].update(line, {"quantity": 20.0})
        line_state.refresh(db, [line])
    assert facts.load(db, DAY + days(39)).completed.tolist() == [(DAY + days(30)).toordinal()]
    assert facts.load(db, DAY + days(40)).is_open.all()


def test_an_absurd_promise_is_not_believed(filled: Database) -> None:
    with database.writing(filled):
        supplier = filled.conn.execute("select id from supplier where name = 'Good'").fetchone()[0]
        line = add_line(filled, supplier, DAY + days(40), date(2199, 1, 1), None)
    [found] = insight.forecast(filled, as_of=DAY + days(45), levels=(0.5,), line_ids=[line])
    assert found.basis == "lead time"
    assert found.quantiles[0.5] <= DAY + days(85)


def test_a_sample_of_whole_orders(filled: Database) -> None:
    whole = facts.history(filled)
    part = whole.thinned(7)
    assert 5 <= len(part.lines.line_id) <= 9
    now = (DAY + days(60)).toordinal()
    all_lines, some = whole.at(now), part.at(now)
    places = [all_lines.line_id.tolist().index(line_id) for line_id in some.line_id.tolist()]
    assert some.completed.tolist() == all_lines.completed[places].tolist()
    assert some.promise.tolist() == all_lines.promise[places].tolist()


def test_the_users_word_on_who_arranged_a_stage_comes_before_the_incoterm(filled: Database) -> None:
    as_of = DAY + days(60)
    (late,) = [link for link in insight.weak_links(filled, by="supplier", as_of=as_of).links if link.name == "Slow"]
    stages = [link for link in insight.weak_links(filled, by="stage", as_of=as_of).links if link.days_lost > 0]

    def lost(when: date) -> dict[str, float]:
        return {link.name: link.days_lost for link in insight.weak_links(filled, by="party", as_of=when).links}

    before = lost(as_of)
    assert not before.get("carrier")
    moment = datetime.combine(as_of, time(9), tzinfo=UTC)
    edits = [
        reassign_party(filled, late.line_ids, stage=one.name, party="carrier", reason="their broker", now=moment)
        for one in stages
    ]
    after = lost(as_of)
    assert after["carrier"] > 0
    assert sum(after.values()) == sum(before.values())
    again = {link.name: link.party for link in insight.weak_links(filled, by="stage", as_of=as_of).links}
    assert again[stages[0].name] == "carrier"  # where the days were lost, though most lines lost none
    story = line_story.read(filled, late.line_ids[0], as_of=as_of, names={"carrier": "Carrier"})
    assert any(moment.words.endswith("counts as arranged by Carrier: their broker") for moment in story.moments)
    for edit in reversed(edits):
        edit.undo(filled)
    assert lost(as_of) == before
    with pytest.raises(InvalidInput, match="reason"):
        reassign_party(filled, late.line_ids, stage="S6", party="us", reason=" ", now=moment)
