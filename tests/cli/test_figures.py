"""The commands of the figures: their fixed names and shapes, and one sentence when they cannot."""

import csv
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from supplychain_app.cli.main import main
from supplychain_app.storage import database
from supplychain_app.storage.connection import Database
from tests.services.test_insight import DAY, add_line, add_supplier

AS_OF = DAY + timedelta(days=250)


@pytest.fixture
def path(workspace: Path, db: Database) -> Path:
    with database.writing(db):
        supplier = add_supplier(db, "Slow")
        for number in range(60):
            issued = DAY + timedelta(days=4 * number)
            promised = issued + timedelta(days=30)
            received = promised + timedelta(days=number % 12)
            add_line(
                db,
                supplier,
                issued,
                promised,
                received if received <= AS_OF else None,
                source_file="orders.csv",
                source_row=number + 2,
                required_on=promised.isoformat(),
            )
    return workspace


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code = main([*arguments])
    out = capsys.readouterr().out
    return code, json.loads(out) if "--json" in arguments else out


def test_forecast_csv(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "forecast.csv"
    code, _ = run(
        capsys,
        "forecast",
        "--workspace",
        str(path),
        "--as-of",
        str(AS_OF),
        "--levels",
        "0.02,0.5,0.98",
        "--csv",
        str(out),
    )
    assert code == 0
    with out.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    columns = "purchase_order line source_file source_row basis issued promise required p_late q0.02 q0.5 q0.98"
    assert set(columns.split()) <= set(rows[0])
    assert rows[0]["source_file"] == "orders.csv"
    for row in rows:
        assert date.fromisoformat(row["q0.02"]) <= date.fromisoformat(row["q0.5"]) <= date.fromisoformat(row["q0.98"])
        assert 0 <= float(row["p_late"]) <= 1


def test_lead_times_json(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = run(
        capsys, "lead-times", "--by", "supplier", "--as-of", str(AS_OF), "--json", "--workspace", str(path)
    )
    assert code == 0
    row = found["rows"][0]
    names = (
        "supplier n open p50 p80 p95 service_level planning_days interval erp_days hope_gap_days verdict borrowed_share"
    )
    assert set(names.split()) <= set(row)
    assert row["supplier"] == "Slow"
    assert row["n"] + row["open"] == 60
    assert len(row["interval"]) == 2
    out = tmp_path / "lead.csv"
    assert run(capsys, "lead-times", "--as-of", str(AS_OF), "--csv", str(out), "--workspace", str(path))[0] == 0
    assert "planning_days" in out.read_text(encoding="utf-8").splitlines()[0]


def test_backtest_json(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = run(
        capsys,
        "backtest",
        "--from",
        "2026-06-01",
        "--step",
        "1m",
        "--as-of",
        str(AS_OF),
        "--json",
        "--workspace",
        str(path),
    )
    assert code == 0
    assert found["origins"][0] == "2026-06-01"
    assert {row["method"] for row in found["rows"]} == {
        "app",
        "promise",
        "supplier_mean",
        "overall_delays",
        "shrunken_km",
    }
    assert set(found["rows"][0]) == {"method", "population", "n", "crps_days", "mae_days", "coverage80"}


@pytest.mark.parametrize("by", ["stage", "supplier", "lane", "carrier", "mode", "material", "party"])
def test_weak_links_json(path: Path, capsys: pytest.CaptureFixture[str], by: str) -> None:
    code, found = run(capsys, "weak-links", "--by", by, "--as-of", str(AS_OF), "--json", "--workspace", str(path))
    assert code == 0
    assert {"by", "links", "unexplained_days", "absorbed_days"} <= set(found)
    for link in found["links"]:
        names = {"name", "n", "days_lost", "days_lost_share", "variation_share", "interval", "ranked"}
        assert names <= set(link)
        assert len(link["interval"]) == 2


def test_responsiveness_json(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = run(capsys, "responsiveness", "--as-of", str(AS_OF), "--json", "--workspace", str(path))
    assert code == 0
    assert isinstance(found["suppliers"], list)


@pytest.mark.parametrize(
    "arguments",
    [
        ("lead-times", "--by", "colour"),
        ("lead-times", "--service-level", "80"),
        ("forecast", "--levels", "half"),
        ("forecast", "--levels", "1.5"),
        ("forecast", "--csv", "/no/such/folder/f.csv"),
        ("backtest", "--step", "soon"),
        ("weak-links", "--by", "moon"),
        ("weak-links", "--period", "next year"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert main([*arguments, "--workspace", str(path)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.strip().splitlines()) == 1


def test_tables_for_people(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("lead-times", "forecast", "backtest", "weak-links", "responsiveness"):
        assert main([command, "--as-of", str(AS_OF), "--workspace", str(path)]) == 0
        assert "nan" not in capsys.readouterr().out.lower()


def test_tables_name_stages_and_call_few_lines_too_few(
    path: Path, db: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    with database.writing(db):
        add_line(db, add_supplier(db, "Seldom"), DAY, DAY + timedelta(days=20), DAY + timedelta(days=21))
    asked = ("--as-of", str(AS_OF), "--workspace", str(path))
    _, told = run(capsys, "weak-links", *asked)
    assert "S2 Production" in told
    assert "-0%" not in told
    _, told = run(capsys, "lead-times", "--by", "supplier", *asked)
    (seldom,) = (line.split() for line in told.splitlines() if line.startswith("Seldom"))
    assert seldom[:6] == ["Seldom", "1", "0", "—", "—", "—"]
    assert "too few to say" in told
    _, told = run(capsys, "forecast", *asked)
    shown = [line.split()[6] for line in told.splitlines()[1:]]
    assert all(chance.endswith("%") for chance in shown)


def test_a_table_that_cannot_be_finished_leaves_the_former_file(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "forecast.csv"
    out.write_text("former", encoding="utf-8")

    def full(writer: object, rows: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(csv.DictWriter, "writerows", full)
    assert main(["forecast", "--as-of", str(AS_OF), "--csv", str(out), "--workspace", str(path)]) == 2
    assert "No space left" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "former"
    assert [one.name for one in tmp_path.glob("*forecast*")] == ["forecast.csv"]


def test_a_single_line_proves_nothing(workspace: Path, db: Database, capsys: pytest.CaptureFixture[str]) -> None:
    with database.writing(db):
        add_line(db, add_supplier(db, "Slow"), DAY, DAY + timedelta(days=30), DAY + timedelta(days=50))
    asked = ("--as-of", str(AS_OF), "--json", "--workspace", str(workspace))
    (link,) = run(capsys, "weak-links", "--by", "supplier", *asked)[1]["links"]
    assert (link["n"], link["days_lost"], link["ranked"]) == (1, 20, False)
    _, told = run(capsys, "weak-links", "--by", "supplier", "--as-of", str(AS_OF), "--workspace", str(workspace))
    assert "100%–100%" not in told
    _, told = run(capsys, "lead-times", "--by", "supplier", "--as-of", str(AS_OF), "--workspace", str(workspace))
    assert "≥ 50" in told  # one delivery says how long it took, not how long others might


def test_all_lines_together_borrow_nothing(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--by", "", "--as-of", str(AS_OF), "--json", "--workspace", str(path))
    (row,) = run(capsys, "lead-times", *asked)[1]["rows"]
    assert row["borrowed_share"] == 0
    assert row["planning_days"] == row["p80"]


def test_lines_that_came_before_they_were_ordered_are_not_called_missing(
    workspace: Path, db: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    with database.writing(db):
        supplier = add_supplier(db, "Odd")
        for number in range(3):
            add_line(db, supplier, DAY + timedelta(days=number), None, DAY - timedelta(days=9))
    _, told = run(capsys, "lead-times", "--as-of", str(AS_OF), "--workspace", str(workspace))
    assert "all 3 lines lack the day on which they were ordered, or have one that cannot be right" in told
