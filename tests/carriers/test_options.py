"""What can be set for a carrier, and that it counts."""

import pytest

from supplychain_app.carriers.base import ConfigError, Wanted
from supplychain_app.carriers.dcsa import request
from supplychain_app.carriers.options import options_of
from supplychain_app.carriers.registry import CARRIERS
from supplychain_app.carriers.simulator import CarrierSimulator, SimulatorPlan
from tests.carriers.plans import NOW, SECRET, adapter_of, container, wanted_of


@pytest.mark.parametrize("carrier", CARRIERS)
def test_every_carrier_can_be_slowed_down_and_choices_have_a_usual_answer(carrier: str) -> None:
    names = [option.name for option in options_of(carrier)]
    assert {"calls_per_day", "seconds_between_calls", "ca_file"} <= set(names)
    assert len(names) == len(set(names))
    assert all(option.usual in ("yes", "no") for option in options_of(carrier) if option.yes_no)


def test_the_header_and_path_that_a_lines_portal_names_are_used() -> None:
    simulator = CarrierSimulator(SimulatorPlan((container("one"),)))
    simulator.now = NOW
    with simulator:
        adapter, client = adapter_of(simulator, "one", header="X-Gateway-ApiKey", path="/own/events")
        adapter.fetch([wanted_of(container("one"))])
        client.close()
        (asked,) = simulator.served.requests
    assert (asked.path, asked.headers["x-gateway-apikey"]) == ("/own/events", SECRET)
    assert "apikey" not in asked.headers


def test_a_line_that_wants_the_booking_says_so_unless_switched_off() -> None:
    box = Wanted("MSKU1234565", kind="container")
    with pytest.raises(ConfigError):
        request(box, {"needs_booking": "yes"})
    assert "equipmentReference" in request(box, {"needs_booking": "no"}).params
