"""The demo: made through the real doors, the same each time, and the app finds the weak links that it plants."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from supplychain_app.domain.errors import WorkspaceError
from supplychain_app.domain.periods import year_to
from supplychain_app.services import demo, insight, worklist
from supplychain_app.services.demo import carriers, files, mails, making, transport, world
from supplychain_app.storage import database
from supplychain_app.storage.connection import Database

LINES = 1_800


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> making.Demo:
    """One demo for all tests of this file, less than a third of the usual size."""
    path = tmp_path_factory.mktemp("demo") / "hartwell.db"
    return demo.make(path, lines=LINES)


@pytest.fixture
def demo_db(made: making.Demo) -> Iterator[Database]:
    db = database.open_file(made.workspace)
    yield db
    db.close()


def place(db: Database, by: str, part: str) -> int:
    """The place of the link whose name holds `part`, 1 is the weakest."""
    found = insight.weak_links(db, by=by, period=year_to(demo.AS_OF), as_of=demo.AS_OF)
    return next(number for number, link in enumerate(found.links, 1) if part in link.name)


def test_everything_comes_in_without_a_reject(made: making.Demo, demo_db: Database) -> None:
    assert made.rejected == 0
    assert made.problems == ()
    lines = demo_db["order_line"].count
    assert 0.9 * LINES < lines < 1.2 * LINES
    assert demo_db["supplier"].count >= 80
    assert demo_db.conn.execute("select count(distinct country) from supplier").fetchone()[0] >= 12
    assert demo_db["material"].count >= 600
    for table in ("promise", "receipt", "shipment", "tracking_event", "eta_observation", "communication", "check_in"):
        assert demo_db[table].count > 0, table
    modes = {row[0] for row in demo_db.conn.execute("select distinct mode from order_line")}
    assert modes >= {"ocean", "road", "parcel", "air"}
    assert demo_db.conn.execute("select count(*) from receipt where quantity < 0").fetchone()[0] > 0
    assert demo_db.conn.execute("select sum(rejected_quantity) from receipt").fetchone()[0] > 0


def test_what_is_open_in_the_file_is_what_is_open_in_the_world(made: making.Demo, demo_db: Database) -> None:
    invented = world.make(demo.SEED, demo.AS_OF, LINES)
    transport.travel(invented, demo.SEED)
    # The last export is of this Monday's early morning.
    truth = {(line.order, line.item) for line in invented.open_on(date(2026, 11, 22)) if line.issued < demo.AS_OF}
    rows = demo_db.conn.execute(
        "select o.number, l.line from order_line l join purchase_order o on o.id = l.purchase_order_id"
        " where l.status = 'open'"
    )
    found = {(row[0], row[1]) for row in rows}
    asked = demo_db.conn.execute("select count(*) from vanished_line where answer is null").fetchone()[0]
    assert truth <= found
    assert len(found - truth) <= asked


def test_the_supplier_that_always_slips_is_the_weakest(demo_db: Database) -> None:
    assert place(demo_db, "supplier", "Kessler Guss") == 1


def test_the_carrier_lane_and_the_customs_point_lead_the_lanes(demo_db: Database) -> None:
    planted = {place(demo_db, "lane", "Santos → Hamburg"), place(demo_db, "lane", "Nhava Sheva → Koper")}
    assert planted == {1, 2}


def test_customs_days_are_lost_at_the_planted_port(demo_db: Database) -> None:
    found = insight.weak_links(demo_db, by="stage", period=year_to(demo.AS_OF), as_of=demo.AS_OF)
    customs = next(link for link in found.links if link.name == "S8")
    assert customs in found.links[:4]
    worst = customs.line_ids[:20]
    marks = ",".join("?" * len(worst))
    rows = demo_db.conn.execute(f"select destination from order_line where id in ({marks})", worst)
    assert [row[0] for row in rows].count("Koper") >= 0.7 * len(worst)


def test_the_slow_acknowledger_is_the_slowest(demo_db: Database) -> None:
    rows = [
        (row.acknowledgement.p50, row.supplier)
        for row in insight.responsiveness(demo_db, as_of=demo.AS_OF)
        if row.acknowledgement.n >= 5 and row.acknowledgement.p50 is not None
    ]
    assert max(rows)[1] == "Ferrando Valvole"


def test_the_innocent_supplier_is_not_accused(demo_db: Database) -> None:
    found = insight.weak_links(demo_db, by="supplier", period=year_to(demo.AS_OF), as_of=demo.AS_OF)
    accused = [link.name for link in found.links if link.ranked]
    assert "Alder & Finch Gauges" not in accused
    assert "Alder & Finch Gauges" not in [link.name for link in found.links[:3]]
    lanes = insight.weak_links(demo_db, by="lane", period=year_to(demo.AS_OF), as_of=demo.AS_OF)
    assert not any(link.ranked for link in lanes.links if link.name.startswith("Derby"))


def test_today_has_work_in_it_and_stays_short(demo_db: Database) -> None:
    found = worklist.build(demo_db, today=demo.AS_OF)
    for group in ("will_be_late", "waiting_for_reply", "arriving", "check_in"):
        assert found.counts[group].n > 0, group
    assert sum(count.n for count in found.counts.values()) < LINES / 15
    assert all(row.why and row.next_step for row in found.rows)
    lines = [one for row in found.rows if row.group not in ("check_in", "data") for one in row.line_ids]
    assert len(lines) == len(set(lines))


def test_etas_changed_between_pulls(demo_db: Database) -> None:
    moved = demo_db.conn.execute(
        "select count(*) from"
        " (select tracked_unit_id from eta_observation group by tracked_unit_id having count(distinct latest) > 1)"
    ).fetchone()[0]
    assert moved > 5


def test_it_is_marked_as_a_demo_of_its_day(made: making.Demo, workspace: Path) -> None:
    assert demo.day_of(made.workspace) == demo.AS_OF
    assert demo.day_of(workspace) is None
    assert demo.day_of(workspace.with_name("none.db")) is None
    (workspace.parent / "not.db").write_text("no table")
    assert demo.day_of(workspace.parent / "not.db") is None


def test_a_workspace_of_the_users_is_never_replaced(db: Database, workspace: Path) -> None:
    db["person"].insert({"name": "M. Brandt"})
    before = workspace.read_bytes()
    with pytest.raises(WorkspaceError, match="not a demo"):
        demo.make(workspace, lines=100)
    assert workspace.read_bytes() == before


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    def digest(folder: Path, seed: int) -> str:
        invented = world.make(seed, demo.AS_OF, 150)
        shipments = transport.travel(invented, seed)
        files.write(invented, shipments, folder)
        mails.write(invented, folder / "mails", seed)
        (folder / "plan.json").write_text(json.dumps([repr(shipment.unit) for shipment in shipments]))
        found = hashlib.sha256()
        for path in sorted(folder.rglob("*.*")):
            found.update(path.name.encode() + path.read_bytes())
        return found.hexdigest()

    first = digest(tmp_path / "a", 1)
    assert digest(tmp_path / "b", 1) == first
    assert digest(tmp_path / "c", 2) != first


def test_numbers_carry_their_check_digits() -> None:
    from supplychain_app.domain import identifiers

    for number in (
        transport.container_number("NHLU", 421773),
        transport.parcel_number(331_881_002),
        transport.air_waybill(1_234_567),
    ):
        assert identifiers.recognise(number)[0].check == "ok"
    assert transport.container_number("CSQU", 305438) == "CSQU3054383"


def test_the_command_prints_today_and_the_weak_links_and_writes_reports(
    made: making.Demo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from supplychain_app.cli.main import main

    monkeypatch.setattr(demo, "make", lambda *_, **__: made)  # made once for all tests of this file
    arguments = ["demo", "--workspace", str(made.workspace), "--out", str(tmp_path), "--headless"]
    assert main(arguments) == 0
    told = capsys.readouterr().out
    assert "Today, Monday 23 November 2026." in told
    assert "Kessler Guss" in told
    assert str(tmp_path) in told
    assert len(list((tmp_path / "charts").glob("*.png"))) >= 5
    assert len(list((tmp_path / "scorecards").glob("*.pdf"))) == 3


def test_its_carriers_answer_while_it_is_open(made: making.Demo, workspace: Path) -> None:
    from datetime import UTC, datetime

    from supplychain_app.services import tracking

    with carriers.answering(made.workspace) as simulator:
        assert simulator is not None
        db = database.open_file(made.workspace)
        found = tracking.pull(db, everything=True, now=datetime(2026, 11, 23, 12, tzinfo=UTC))
        db.close()
        assert found.shipments
        assert not found.failed
    with carriers.answering(workspace) as nobody:
        assert nobody is None
    with carriers.answering(None) as nobody:
        assert nobody is None
