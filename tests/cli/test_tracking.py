"""pull, recognise: fixed shapes and exit codes."""

import json
from pathlib import Path

import pytest

from supplychain_app.carriers.simulator import CarrierSimulator, Fault, SimulatorPlan
from supplychain_app.carriers.simulator.sample import sample_plan
from supplychain_app.cli.main import main
from supplychain_app.services import tracking
from supplychain_app.storage import database
from tests.carriers.plans import NOW, parcel


def test_pull_names_each_failure_and_exits_1(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    faults = (Fault("ups", "forbidden", times=-1),)
    with CarrierSimulator(SimulatorPlan((parcel("dhl"), parcel("ups")), faults)) as simulator:
        db = database.open_file(workspace)
        for carrier in ("dhl", "ups"):
            tracking.set_account(db, carrier, {"base_url": simulator.base_url(carrier)}, {})
            tracking.add_unit(db, carrier=carrier, number="4411223344")
        db.close()
        assert main(["pull", "--workspace", str(workspace), "--carrier", "dhl", "--json"]) == 0
        (found,) = json.loads(capsys.readouterr().out)["shipments"]
        assert {"carrier", "number", "status", "new_events", "eta", "error", "not_before"} <= found.keys()
        assert (found["status"], found["error"]) == ("in_transit", None)
        assert main(["pull", "--workspace", str(workspace)]) == 1
        assert "does not let this key" in capsys.readouterr().out
        assert main(["pull", "--workspace", str(workspace), "--shipment", "NOPE"]) == 2


def test_recognise_lists_candidates_best_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recognise", "--json", "CSQU3054383", "020-12345675"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [entry["number"] for entry in found] == ["CSQU3054383", "020-12345675"]
    assert found[0]["candidates"][0]["kind"] == "container"
    assert found[1]["candidates"][0] | {"kind": "air_waybill", "check": "ok"} == found[1]["candidates"][0]
    assert main(["recognise", "CSQU3054384"]) == 0
    assert "failed" in capsys.readouterr().out


def test_the_sample_plan_serves_every_carrier_and_survives_its_file(tmp_path: Path) -> None:
    plan = sample_plan(NOW)
    assert {"dhl", "maersk", "fedex"} <= {unit.carrier for unit in plan.units}
    plan.to_json(tmp_path / "plan.json")
    assert SimulatorPlan.from_json(tmp_path / "plan.json") == plan
