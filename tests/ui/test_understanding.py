"""The screens that explain: each opens on nothing and on little; figures open their lines; decisions can be undone."""

import csv
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from supplychain_app.analytics.backtest import Backtest
from supplychain_app.reports.words import FORECAST_FROM, PARTIES
from supplychain_app.services import importing, supplier_limits
from supplychain_app.storage import database
from supplychain_app.ui.lead_times.backtest import BacktestWindow, finding
from supplychain_app.ui.lead_times.columns import decided_text
from supplychain_app.ui.lead_times.decisions import DecisionLog
from supplychain_app.ui.main_window import MainWindow
from supplychain_app.ui.orders.story import as_text, read_story
from supplychain_app.ui.shared.asking import Form
from supplychain_app.ui.suppliers.comparison import Comparison
from tests.reports import samples
from tests.ui.conftest import TODAY, OpenWindow, settle
from tests.ui.test_charts import at_rest, place_of

SCREENS = ("suppliers", "lead_times", "weak_links", "scorecards", "data_quality")


def _history() -> str:
    """Sixty lines of two suppliers over ten months, one ever later; the last ones still open."""
    head = "PO,Line,Vendor No,Vendor Name,Material,Description,Quantity,Open Qty,Unit Price,Order Date,Delivery Date,"
    rows = [head + "Receipt Date,Planned Delivery Time"]
    for number in range(60):
        issued = date(2026, 1, 5) + timedelta(days=5 * number)
        promised = issued + timedelta(days=30)
        kessler = number % 2
        received = promised + timedelta(days=number % 7 + 6 if kessler else number % 5 - 2)
        is_open = received > TODAY - timedelta(days=3)
        vendor = "100,Kessler Guss,R1,Housing" if kessler else "200,Meridian Seals,R3,Seal"
        arrived = "" if is_open else f"{received}"
        rows.append(f"{4000 + number},10,{vendor},100,{100 if is_open else 0},2.50,{issued},{promised},{arrived},20")
    return "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("history")
    export = folder / "orders.csv"
    export.write_text(_history(), encoding="utf-8")
    path = folder / "history.db"
    db = database.create_file(path)
    importing.import_file(db, export, received_at=datetime(2026, 11, 20, 6, tzinfo=UTC))
    db.close()
    return path


def go(qtbot: QtBot, window: MainWindow, name: str) -> Any:
    """The screen, when its first read and the reads that follow from its first row have ended."""
    window.go(name)
    settle(qtbot, window)
    return window.screens[name]


@pytest.mark.parametrize("name", SCREENS)
def test_nothing_to_show_is_said_in_a_sentence(
    name: str, open_window: OpenWindow, workspace: Path, qtbot: QtBot
) -> None:
    screen = go(qtbot, open_window(workspace), name)
    qtbot.waitUntil(screen.message.isVisible)


@pytest.mark.parametrize("name", SCREENS)
def test_there_is_a_finding_on_a_history(name: str, open_window: OpenWindow, history: Path, qtbot: QtBot) -> None:
    window = open_window(history)
    screen = go(qtbot, window, name)
    qtbot.waitUntil(screen.content.isVisible)
    assert not window.failure.isVisible()
    if name != "data_quality":
        assert screen.finding.toolTip()


def test_a_click_on_a_bar_opens_its_lines(open_window: OpenWindow, history: Path, qtbot: QtBot) -> None:
    window = open_window(history)
    screen = go(qtbot, window, "weak_links")
    screen.by.setCurrentText("Supplier")
    qtbot.waitUntil(lambda: screen.lost.drawn is not None and len(screen.lost.drawn.hits) > 0)
    at_rest(qtbot, screen.lost)
    hit = next(hit for hit in screen.lost.drawn.hits if hit.line_ids)
    with qtbot.waitSignal(window.session.lines_asked) as asked:
        qtbot.mouseClick(screen.lost._picture, Qt.MouseButton.LeftButton, pos=place_of(screen.lost, hit))
    assert asked.args[0] == list(hit.line_ids)


def test_links_are_ranked_by_days_per_line_too(open_window: OpenWindow, history: Path, qtbot: QtBot) -> None:
    screen = go(qtbot, open_window(history), "weak_links")
    screen.by.setCurrentText("Supplier")
    screen.rank.setCurrentText("Most days per line")
    qtbot.waitUntil(lambda: screen.lost.drawn is not None and "on each line" in screen.lost.drawn.title)
    rates = [link.rate_interval[1] for link in screen.model.rows if link.rate_interval and link.days_lost > 0]
    assert rates == sorted(rates, reverse=True)
    assert "days on each line" in screen.finding.text()


def test_a_screen_shown_again_draws_no_chart_anew(open_window: OpenWindow, history: Path, qtbot: QtBot) -> None:
    window = open_window(history)
    screen = go(qtbot, window, "weak_links")
    for view in (screen.lost, screen.variation):
        at_rest(qtbot, view)
    images = [view._picture.image.cacheKey() for view in (screen.lost, screen.variation)]
    go(qtbot, window, "orders")
    go(qtbot, window, "weak_links")
    for view in (screen.lost, screen.variation):
        at_rest(qtbot, view)
    assert images == [view._picture.image.cacheKey() for view in (screen.lost, screen.variation)]


def test_a_chart_gives_its_picture_and_numbers(
    open_window: OpenWindow, history: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = go(qtbot, open_window(history), "weak_links")
    qtbot.waitUntil(lambda: screen.lost.drawn is not None)
    screen.lost.copy_numbers()
    assert screen.lost.drawn.title in QApplication.clipboard().text()
    out = tmp_path / "numbers.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(out), ""))
    screen.lost.save_numbers()
    [head, *rows] = csv.reader(out.open(encoding="utf-8-sig"))
    assert head == ["what", "lines"]
    assert rows == [[hit.label, str(len(hit.line_ids))] for hit in screen.lost.drawn.hits]
    screen.lost.copy_picture()
    assert not QApplication.clipboard().image().isNull()


def test_where_no_material_has_lines_enough_suppliers_are_shown_first(
    open_window: OpenWindow, workspace: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    export = tmp_path / "orders.csv"
    head, *lines = _history().splitlines()
    changed = (line.replace(",R1,", f",R{n // 4},").replace(",R3,", f",S{n // 4},") for n, line in enumerate(lines))
    export.write_text("\n".join((head, *changed)) + "\n", encoding="utf-8")
    db = database.open_file(workspace)
    importing.import_file(db, export, received_at=datetime(2026, 11, 20, 6, tzinfo=UTC))
    db.close()
    screen = go(qtbot, open_window(workspace), "lead_times")
    assert screen.by.currentText() == "Supplier"
    assert {row["name"] for row in screen.model.rows} == {"Kessler Guss", "Meridian Seals"}
    screen.by.setCurrentText("Material and supplier")  # whoever asks for it is shown it
    qtbot.waitUntil(lambda: len(screen.model.rows) > 2)
    assert screen.by.currentText() == "Material and supplier"
    assert {row["verdict"] for row in screen.model.rows} == {""}


def test_the_slider_moves_the_planning_lead_time(open_window: OpenWindow, history: Path, qtbot: QtBot) -> None:
    window = open_window(history)
    screen = go(qtbot, window, "lead_times")
    before = {row["name"]: row["planning_days"] for row in screen.model.rows}
    screen.level.setValue(95)
    qtbot.waitUntil(lambda: screen.model.rows[0]["row"].service_level == 0.95)
    assert screen.content.isVisible()
    after = {row["name"]: row["planning_days"] for row in screen.model.rows}
    assert all(after[name] >= before[name] for name in before)
    assert after != before
    settle(qtbot, window)


def test_a_decision_is_seen_exported_and_taken_back(
    open_window: OpenWindow, history: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(history, tmp_path / "own.db"))
    window = open_window(path)
    screen = go(qtbot, window, "lead_times")
    screen.table.setFocus()
    with qtbot.waitSignal(window.session.changed):
        qtbot.keyClick(screen.table, Qt.Key.Key_A)
    days = screen._current().planning_days
    screen.decisions()
    log = screen.findChild(DecisionLog)
    for rows in (screen.model.rows, go(qtbot, open_window(path), "lead_times").model.rows):  # after a restart too
        assert decided_text(rows[0]["decided"]) == f"{days} accepted"
    assert screen.basis.text().startswith("Accepted on ")
    assert [row["planning_days"] for row in log.model.rows] == [days]

    out = tmp_path / "erp.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(out), ""))
    with qtbot.waitSignal(window.session.said) as said:
        screen.export()
    assert said.args == [f"{out}: 2 lead times written, 1 of them decided."]
    written = list(csv.DictReader(out.open(encoding="utf-8-sig")))
    assert [row["decided_days"] for row in written] == [str(days), ""]

    with qtbot.waitSignal(window.session.changed):
        window.session.undo_stack.undo()
    assert screen.model.rows[0]["decided"] is None
    assert not screen.basis.text().startswith("Accepted on ")
    assert log.model.rows == []
    assert log.sentence.text().startswith("Nothing was decided yet")
    log.close()


def test_an_open_line_tells_its_forecast_and_what_it_rests_on(
    open_window: OpenWindow, history: Path, qtbot: QtBot
) -> None:
    window = open_window(history)
    [line, *_] = [row["id"] for row in window.session.db.query("select id from order_line where status = 'open'")]
    story = read_story(window.session.db, line, TODAY)
    told = as_text(story, TODAY)
    assert story.p_late is not None
    for words in ("Forecast P50", "Forecast P80", "Later than promised", "Forecast from"):
        assert words in told
    assert f"{100 * story.p_late:.0f}" in told
    assert FORECAST_FROM[story.forecast_basis] in told


def test_what_cannot_be_decided_says_why(open_window: OpenWindow, history: Path, qtbot: QtBot) -> None:
    window = open_window(history)
    screen = go(qtbot, window, "lead_times")
    screen.by.setCurrentText("Lane")
    settle(qtbot, window)
    assert screen.finding.toolTip().endswith("The ERP's lead times are not known here."), "it plans no lanes"
    for decide in (screen.keep, screen.accept):
        with qtbot.waitSignal(window.session.failed):
            decide()


def test_the_supplier_page_opens_what_its_figures_rest_on(open_window: OpenWindow, history: Path, qtbot: QtBot) -> None:
    window = open_window(history)
    screen = go(qtbot, window, "suppliers")
    figure = screen.pane.figures["first"]
    qtbot.waitUntil(lambda: bool(figure._ids))
    with qtbot.waitSignal(window.session.lines_asked) as asked:
        qtbot.mouseClick(figure.link, Qt.MouseButton.LeftButton)
    assert asked.args[0]


def test_every_measure_of_a_supplier_is_shown_by_month(open_window: OpenWindow, history: Path, qtbot: QtBot) -> None:
    window = open_window(history)
    pane = go(qtbot, window, "suppliers").pane
    told = set()
    for place in range(pane.measure.count()):
        pane.measure.setCurrentIndex(place)
        settle(qtbot, window)
        at_rest(qtbot, pane.behaviour)
        told.add(pane.behaviour.drawn.subtitle or pane.behaviour.drawn.title)
    assert len(told) == 4


def test_a_supplier_gets_limits_of_its_own(
    open_window: OpenWindow, history: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(history)
    screen = go(qtbot, window, "suppliers")
    qtbot.waitUntil(lambda: screen.model.rowCount() > 0)
    settle(qtbot, window)

    def fill(form: Form) -> bool:
        form.findChildren(QSpinBox)[1].setValue(9)
        return True

    monkeypatch.setattr(Form, "ask", fill)
    screen.set_limits()
    settle(qtbot, window)
    (own,) = supplier_limits.read(window.session.db).own.values()
    assert own == {"acknowledge_working_days": 9}


def test_two_suppliers_are_set_side_by_side(open_window: OpenWindow, history: Path, qtbot: QtBot) -> None:
    window = open_window(history)
    screen = go(qtbot, window, "suppliers")
    screen.table.clearSelection()
    with qtbot.waitSignal(window.session.failed):
        screen.compare()
    screen.table.selectAll()
    screen.compare()
    settle(qtbot, window)
    opened = screen.findChild(Comparison)
    assert opened.windowTitle() in ("Kessler Guss and Meridian Seals", "Meridian Seals and Kessler Guss")
    on_time = next(row for row in opened.model.rows if row["figure"] == "On time, first promise")
    assert on_time["first"] != on_time["second"]
    opened.close()


def test_a_supplier_is_set_beside_its_own_year_before(open_window: OpenWindow, history: Path, qtbot: QtBot) -> None:
    window = open_window(history)
    screen = go(qtbot, window, "suppliers")
    screen.compare()
    settle(qtbot, window)
    opened = screen.findChild(Comparison)
    assert opened.model.columns[2].title.startswith("12 months to ")
    rows = {row["figure"]: row for row in opened.model.rows}
    assert rows["Half of the lines took at most"]["first"] == "no data", "nothing was ordered the year before"
    assert rows["Half of the lines took at most"]["second"].endswith("days")
    assert rows["Lines ordered in the period"]["second"].startswith("30, ")
    opened.close()


def test_the_backtest_says_how_good_the_dates_are(open_window: OpenWindow, history: Path, qtbot: QtBot) -> None:
    window = open_window(history)
    screen = go(qtbot, window, "lead_times")
    screen.backtest()
    settle(qtbot, window)
    opened = screen.findChild(BacktestWindow)
    assert opened.sentence.text().startswith(("Tried on your own past", "Cannot say yet"))
    opened.close()


def test_the_backtest_sentence_names_both_figures() -> None:
    found = Backtest(("2026-05-01",), (), (), 2.0, 3.25, "")
    assert "off by 2.0 days in the middle, the suppliers' promises by 3.2" in finding(found)
    assert finding(Backtest((), (), (), None, None, "too little history")).startswith("Cannot say yet")


def test_scorecards_are_written_to_the_chosen_folder(
    open_window: OpenWindow, history: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(history)
    screen = go(qtbot, window, "scorecards")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    with qtbot.waitSignal(window.session.said, timeout=20_000) as said:
        screen.export_one()
    assert "2 files" in said.args[0]
    assert {path.suffix for path in tmp_path.rglob("*.*")} >= {".pdf", ".xlsx"}
    settle(qtbot, window)


def test_a_period_that_is_none_is_answered_with_a_sentence(
    open_window: OpenWindow, history: Path, qtbot: QtBot
) -> None:
    window = open_window(history)
    screen = go(qtbot, window, "scorecards")
    screen.period.setEditText("last summer")
    with qtbot.waitSignal(window.session.failed) as failed:
        screen.period.lineEdit().editingFinished.emit()
    assert "last summer" in failed.args[0]
    with qtbot.waitSignal(window.session.failed):
        screen.export_all()
    settle(qtbot, window)


def test_a_stage_is_given_to_who_really_arranged_it(
    open_window: OpenWindow, history: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(history)
    screen = go(qtbot, window, "weak_links")
    qtbot.waitUntil(lambda: screen.model.at(0) is not None)
    with qtbot.waitSignal(window.session.said) as told:
        screen.by.setCurrentText("Supplier")
        screen.reassign()
    assert "by party" in told.args[0]
    screen.by.setCurrentText("Party")
    qtbot.waitUntil(lambda: screen.lost.drawn is not None and screen.model.rows[0].name in PARTIES.values())
    settle(qtbot, window)
    screen.model.show([replace(screen.model.rows[0], line_ids=(1, 2))])
    screen.table.selectRow(0)

    def fill(form: Form) -> bool:
        form.findChild(QLineEdit).setText("their broker")
        return True

    monkeypatch.setattr(Form, "ask", fill)
    with qtbot.waitSignal(window.session.changed):
        screen.reassign()
    assert window.session.db.conn.execute("select reason from cause").fetchall() == [("their broker",)] * 2
    settle(qtbot, window)


def test_only_stages_have_a_plan(open_window: OpenWindow, history: Path, qtbot: QtBot) -> None:
    screen = go(qtbot, open_window(history), "weak_links")
    names = [column.name for column in screen.model.columns]
    screen.by.activated.emit(0)  # chosen by hand, it stays at stages that tell nothing
    for by, hidden in (("Stage", False), ("Mode", True), ("Stage", False)):
        screen.by.setCurrentText(by)
        qtbot.waitUntil(lambda gone=hidden: screen.table.isColumnHidden(names.index("planned_p50")) == gone)
        assert screen.table.isColumnHidden(names.index("shapley_days")) == hidden


def test_a_figure_is_asked_of_one_stage_only(open_window: OpenWindow, history: Path, qtbot: QtBot) -> None:
    screen = go(qtbot, open_window(history), "weak_links")
    first, second = (
        replace(samples.link(name, 9), name=name, actual_p50=days) for name, days in (("a", 8.0), ("b", 2.0))
    )
    screen.model.show([first, second])
    screen.table.selectRow(0)
    screen.setting.setCurrentIndex(screen.setting.count() - 1)
    screen.days.setValue(5)
    screen.table.selectRow(1)
    assert screen.days.value() == 2
