"""Every command answers on a small real workspace with the names and types that the manual fixes; every option runs."""

import email
import email.policy
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from supplychain_app.carriers.simulator import CarrierSimulator, SimulatorPlan
from supplychain_app.cli import mail as commands
from supplychain_app.cli.main import main
from supplychain_app.services import tracking
from supplychain_app.storage import database
from tests.carriers.plans import parcel

ORDERS = "PO Number,Line,Supplier Code,Supplier,Material,Description,Qty,Open Qty,Order Date,Required Date,Promised Date,Ship Mode,Country\n"  # noqa: E501
AS_OF = "2026-06-01"
PLACE = "WORKSPACE"


def day(text: str) -> None:
    date.fromisoformat(text)


def share(value: float) -> None:
    assert isinstance(value, int | float)
    assert -1.0001 <= value <= 1.0001


class Maybe:
    """What may be null."""

    def __init__(self, shape: Any) -> None:
        self.shape = shape


class Numbers:
    """An interval: two figures, either of which may be missing."""


Shape = Any
NUMBER = (int, float)
IMPORTED = {
    "file": str,
    "kind": Maybe(str),
    "layout": Maybe(str),
    "header_row": Maybe(int),
    "rows": int,
    "mapping": [{"column": str, "field": str, "evidence": str}],
    "date_orders": dict,
    "added": int,
    "changed": int,
    "promises_moved": int,
    "vanished": int,
    "unchanged": int,
    "rejected": [{"row": int, "column": str, "reason": str}],
    "import_id": Maybe(int),
}
LEAD_TIME = {
    "n": int,
    "open": int,
    "p50": Maybe(NUMBER),
    "p80": Maybe(NUMBER),
    "p95": Maybe(NUMBER),
    "service_level": float,
    "planning_days": Maybe(NUMBER),
    "interval": Numbers,
    "erp_days": Maybe(NUMBER),
    "hope_gap_days": Maybe(NUMBER),
    "verdict": Maybe(str),
    "borrowed_share": share,
}
SUGGESTION = {
    "purchase_order": Maybe(str),
    "line": Maybe(str),
    "material": Maybe(str),
    "promised_on": day,
    "quantity": Maybe(NUMBER),
    "kind": {"delivery", "ship", "port"},
    "words": str,
    "confidence": float,
}
FORECAST = {
    "purchase_order": str,
    "line": str,
    "source_file": Maybe(str),
    "source_row": Maybe(int),
    "basis": str,
    "issued": Maybe(day),
    "promise": Maybe(day),
    "required": Maybe(day),
    "p_late": Maybe(share),
    "q0.1": Maybe(day),
    "q0.5": Maybe(day),
}
PULLED = {
    "carrier": str,
    "number": str,
    "status": Maybe(str),
    "new_events": int,
    "eta": Maybe(str),
    "error": Maybe(str),
    "not_before": Maybe(str),
}
SHAPES: dict[str, tuple[list[str], Shape]] = {
    "recognise": (
        ["recognise", "MSCU1234566", "1Z12345E0205271688", "--json"],
        [
            {
                "number": str,
                "candidates": [{"kind": str, "carrier": Maybe(str), "check": {"ok", "failed", "none"}}],
            }
        ],
    ),
    "today": (
        ["today", "--as-of", AS_OF, "--json"],
        {
            "counts": dict,
            "rows": [
                {
                    "group": str,
                    "purchase_order": Maybe(str),
                    "line": Maybe(str),
                    "supplier": Maybe(str),
                    "why": str,
                    "impact": str,
                    "owner": Maybe(str),
                    "next_step": str,
                    "due": Maybe(day),
                }
            ],
        },
    ),
    "lead-times": (
        ["lead-times", "--by", "material,supplier", "--as-of", AS_OF, "--json"],
        {"rows": [{"material": str, "supplier": str, **LEAD_TIME}]},
    ),
    "forecast": (["forecast", "--as-of", AS_OF, "--levels", "0.1,0.5", "--json"], [FORECAST]),
    "backtest": (
        ["backtest", "--from", "2025-09-01", "--to", "2026-04-01", "--step", "3m", "--as-of", AS_OF, "--json"],
        {
            "origins": [day],
            "rows": [
                {
                    "method": {"app", "promise", "supplier_mean", "overall_delays", "shrunken_km"},
                    "population": str,
                    "n": int,
                    "crps_days": Maybe(NUMBER),
                    "mae_days": Maybe(NUMBER),
                    "coverage80": Maybe(share),
                }
            ],
        },
    ),
    "weak-links": (
        ["weak-links", "--by", "supplier", "--period", "2025-01-01..2026-06-01", "--as-of", AS_OF, "--json"],
        {
            "by": {"supplier"},
            "links": [
                {
                    "name": str,
                    "n": int,
                    "days_lost": NUMBER,
                    "days_lost_share": Maybe(share),
                    "variation_share": Maybe(NUMBER),
                    "interval": Numbers,
                    "ranked": bool,
                }
            ],
            "unexplained_days": NUMBER,
            "absorbed_days": NUMBER,
        },
    ),
    "responsiveness": (["responsiveness", "--as-of", AS_OF, "--json"], {"suppliers": list}),
    "read-mail": (
        ["read-mail", "MAIL", "--json"],
        {"supplier": Maybe(str), "suggestions": [SUGGESTION], "tracking_numbers": [str], "questions": [str]},
    ),
    "check": (["check", "--json"], {"integrity": str, "findings": [{"check": str, "lines": int, "hides": str}]}),
    "imports": (["imports", "--json"], {"imports": [{"id": int}]}),
}


def misfits(value: Any, shape: Shape, where: str) -> list[str]:  # noqa: PLR0911
    """Where a value does not have the shape; names beyond those asked for are allowed."""
    if isinstance(shape, Maybe):
        return [] if value is None else misfits(value, shape.shape, where)
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return [f"{where} is no object: {value!r}"]
        lacking = [f"{where}.{name} is missing" for name in shape if name not in value]
        return lacking + [
            m for name in shape if name in value for m in misfits(value[name], shape[name], f"{where}.{name}")
        ]
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{where} is no list: {value!r}"]
        return [m for i, one in enumerate(value) for m in misfits(one, shape[0], f"{where}[{i}]")][:5]
    if isinstance(shape, set):
        return [] if value in shape else [f"{where} is {value!r}, none of {sorted(shape)}"]
    if shape is Numbers:
        sound = isinstance(value, list) and len(value) == 2
        return [] if sound and all(v is None or isinstance(v, int | float) for v in value) else [f"{where}: {value!r}"]
    if isinstance(shape, type | tuple):
        wrong_bool = isinstance(value, bool) and shape is not bool
        return [] if isinstance(value, shape) and not wrong_bool else [f"{where} is {value!r}"]
    try:
        shape(value)
    except (ValueError, TypeError, AssertionError):
        return [f"{where} is {value!r}"]
    return []


def order_rows() -> list[str]:
    rows = []
    for number in range(120):
        month = number // 8
        issued: date = date(2025 + month // 12, month % 12 + 1, 3 + number % 8)
        promised = date.fromordinal(issued.toordinal() + 30)
        code = f"S{number % 3}"
        left = 10 if number >= 112 else 0
        rows.append(
            f"45{number:05d},10,{code},Supplier {code},M{number % 4},Part {number % 4},10,{left},{issued},{promised},"
            f"{promised},Air,CN"
        )
    return rows


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with orders, receipts, a shipment and a supplier's address, and a mail beside it."""
    place = tmp_path_factory.mktemp("shapes")
    rows = order_rows()
    (place / "orders.csv").write_text(ORDERS + "\n".join(rows) + "\n", encoding="utf-8")
    receipts = ["PO Number,Line,Receipt Date,Qty Received,Receipt Document"]
    for number, row in enumerate(rows):
        if number >= 112:
            continue
        due = date.fromisoformat(row.split(",")[10])
        received = date.fromordinal(due.toordinal() + number % 9)
        receipts.append(f"45{number:05d},10,{received},10,50{number:05d}")
    (place / "receipts.csv").write_text("\n".join(receipts) + "\n", encoding="utf-8")
    (place / "shipments.csv").write_text(
        "Shipment,PO Number,Line,Carrier,Tracking Number,Ship Date\nSH1,4500115,10,DHL,JJD000390007882823479,2026-04-01\n",  # noqa: E501
        encoding="utf-8",
    )
    (place / "suppliers.csv").write_text("Vendor,Name,E-Mail,Country\nS1,Supplier S1,a@s1.example,CN\n", "utf-8")
    (place / "mail.eml").write_text(
        "From: a@s1.example\nTo: us@example.com\nSubject: PO 4500115\nDate: Mon, 01 Jun 2026 09:00:00 +0000\n"
        "Message-ID: <1@s1.example>\nContent-Type: text/plain; charset=utf-8\n\n"
        "Hello,\nPO 4500115 line 10 will be delivered on 12 June 2026.\nCan you confirm the address?\n",
        encoding="utf-8",
    )
    workspace = str(place / "w.db")
    for name, told_on in (("orders", "2025-01-02"), ("receipts", AS_OF), ("shipments", AS_OF), ("suppliers", AS_OF)):
        code = main(["import", str(place / f"{name}.csv"), "--received-at", told_on, "--workspace", workspace])
        assert code == 0, name
    return place


def answer(capsys: pytest.CaptureFixture[str], folder: Path, arguments: list[str]) -> tuple[int, str]:
    places = {PLACE: str(folder / "w.db"), "MAIL": str(folder / "mail.eml")}
    alone = arguments[0] in ("recognise",)
    given = [] if alone else ["--workspace", str(folder / "w.db")]
    capsys.readouterr()
    code = main([*(places.get(word, word) for word in arguments), *given])
    return code, capsys.readouterr().out


@pytest.mark.parametrize("name", SHAPES)
def test_json_has_the_fixed_names_and_types(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    arguments, shape = SHAPES[name]
    code, out = answer(capsys, folder, arguments)
    document = json.loads(out)
    assert code in (0, 1)
    assert misfits(document, shape, name) == []
    listed = document if isinstance(document, list) else next((v for v in document.values() if isinstance(v, list)), 1)
    assert listed, f"{name} says nothing, so that its shape is not shown"


def test_pull(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with CarrierSimulator(SimulatorPlan((parcel("dhl"),))) as simulator:
        db = database.open_file(workspace)
        tracking.set_account(db, "dhl", {"base_url": simulator.base_url("dhl")}, {})
        tracking.add_unit(db, carrier="dhl", number="4411223344")
        db.close()
        assert main(["pull", "--all", "--json", "--workspace", str(workspace)]) == 0
        document = json.loads(capsys.readouterr().out)
    assert document["shipments"]
    assert misfits(document, {"shipments": [PULLED]}, "pull") == []


def test_import_and_undo(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = ["--workspace", str(tmp_path / "w.db")]
    for more in (["--dry-run"], []):
        assert main(["import", str(folder / "orders.csv"), "--json", *more, *workspace]) == 0
        document = json.loads(capsys.readouterr().out)
        assert misfits(document, {"files": [IMPORTED]}, "import") == []
        assert document["files"][0]["date_orders"]["Order Date"] == "YMD"
        assert (document["files"][0]["import_id"] is None) == bool(more)
    assert main(["undo", "1", *workspace]) == 0


def test_several_files_are_each_whole_or_left_out(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.csv"
    broken.write_text("nothing,that,makes,sense\n1,2,3,4\n", encoding="utf-8")
    files = [str(folder / "orders.csv"), str(broken), str(folder / "receipts.csv")]
    workspace = ["--workspace", str(tmp_path / "w.db")]
    assert main(["import", *files, "--json", *workspace]) == 2
    told = capsys.readouterr()
    document = json.loads(told.out)
    assert misfits(document, {"files": [IMPORTED]}, "import") == []
    assert [one["outcome"] for one in document["files"]] == ["imported", "failed", "imported"]
    assert "broken.csv" in told.err
    assert document["files"][1]["error"] in told.err
    assert main(["imports", "--json", *workspace]) == 0
    assert len(json.loads(capsys.readouterr().out)["imports"]) == 2
    assert main(["import", str(broken), files[0], *workspace]) == 2
    assert "broken.csv: failed" in capsys.readouterr().out


OPTIONS: list[list[str]] = [
    ["import", "ORDERS", "--kind", "orders", "--map", "purchase_order=PO Number", "--dry-run"],
    ["import", "ORDERS", "--sheet", "orders", "--received-at", AS_OF, "--dry-run"],
    ["imports"],
    ["pull", "--carrier", "dhl"],
    ["pull", "--shipment", "JJD000390007882823479"],
    ["today", "--as-of", AS_OF, "--owner", "Ana"],
    ["lead-times", "--service-level", "0.9", "--as-of", AS_OF, "--csv", "OUT/lead.csv"],
    ["forecast", "--as-of", AS_OF, "--levels", "0.02,0.5,0.98", "--without-promise", "--csv", "OUT/forecast.csv"],
    ["backtest", "--step", "6m"],
    *(["weak-links", "--by", by] for by in ("stage", "lane", "carrier", "mode", "material", "party")),
    ["responsiveness"],
    ["read-mail", "MAIL"],
    ["chase", "--supplier", "S1", "--out", "OUT/chase"],
    ["scorecards", "--out", "OUT", "--supplier", "S1", "--period", "2025Q3", "--format", "csv", "--as-of", AS_OF],
    ["export", "orders", "--out", "OUT/orders.csv"],
    ["export", "orders", "--out", "OUT/orders.xlsx"],
    ["export", "shipments", "--out", "OUT/shipments.csv"],
    ["export", "lead-times", "--out", "OUT/lead-times.xlsx"],
    ["export", "arrivals", "--out", "OUT/arrivals.ics"],
    ["check"],
    ["backup", "OUT/backup.db"],
]


@pytest.mark.parametrize("arguments", OPTIONS, ids=" ".join)
def test_every_option_runs(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    words = [word.replace("OUT", str(tmp_path)).replace("ORDERS", str(folder / "orders.csv")) for word in arguments]
    code, out = answer(capsys, folder, words)
    assert code in ((0, 1) if arguments[0] == "pull" else (0,)), out
    written = [Path(word) for word in words if word.startswith(str(tmp_path))]
    assert all(path.exists() for path in written)
    assert not list(tmp_path.glob("**/.*.part"))


def test_a_backup_comes_back_and_a_returned_workbook_is_read(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _ = answer(capsys, folder, ["backup", str(tmp_path / "kept.db")])
    assert code == 0
    copy = str(tmp_path / "copy.db")
    assert main(["restore", str(tmp_path / "kept.db"), "--workspace", copy]) == 0
    assert main(["chase", "--out", str(tmp_path / "drafts"), "--workspace", copy]) == 0
    draft = next((tmp_path / "drafts").glob("*.eml"))
    mail = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
    (sheet,) = [one for one in mail.iter_attachments() if (one.get_filename() or "").endswith(".xlsx")]
    book = tmp_path / "reply.xlsx"
    book.write_bytes(sheet.get_content())
    capsys.readouterr()
    assert main(["read-reply", str(book), "--dry-run", "--json", "--workspace", copy]) == 0
    shape = {"changes": list, "problems": list, "applied": int}
    assert misfits(json.loads(capsys.readouterr().out), shape, "read-reply") == []


def test_a_mail_without_a_date_is_read_on_the_workspaces_own_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "w.db"
    database.create_file(path).close()
    monkeypatch.setattr(commands, "today_of", lambda db: date(2024, 3, 4))
    letter = tmp_path / "m.eml"
    letter.write_text("From: a@b.example\nSubject: PO 4500115\n\nPO 4500115 will be delivered on 12 March.\n", "utf-8")
    assert main(["read-mail", str(letter), "--json", "--workspace", str(path)]) == 0
    assert json.loads(capsys.readouterr().out)["suggestions"][0]["promised_on"] == "2024-03-12"
