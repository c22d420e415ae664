"""No answer, however mangled, crashes an adapter or makes it claim what the carrier did not say."""

import copy
import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supplychain_app.carriers import (
    aftership,
    australia_post,
    canada_post,
    dcsa,
    dhl,
    dhl_express,
    easypost,
    epcis,
    fedex,
    gls,
    karrio,
    la_poste,
    royal_mail,
    seventeentrack,
    shipengine,
    ups,
    usps,
)
from supplychain_app.carriers.http import scrubbed
from supplychain_app.carriers.simulator import CarrierSimulator, SimulatorPlan
from supplychain_app.domain.errors import CarrierError
from supplychain_app.domain.shipments import Status, TrackingReport, UnitReport
from tests.carriers.plans import NOW, container, fetched, parcel

PARSERS: dict[str, Callable[[Any], TrackingReport]] = {
    "dhl": dhl.parse,
    "ups": ups.parse,
    "fedex": fedex.parse,
    "usps": usps.parse,
    "17track": seventeentrack.parse,
    "aftership": aftership.parse,
    "easypost": easypost.parse,
    "shipengine": shipengine.parse,
    "karrio": karrio.parse,
    "dhl_express": dhl_express.parse,
    "gls": gls.parse,
    "la_poste": la_poste.parse,
    "australia_post": australia_post.parse,
    "royal_mail": royal_mail.parse,
    "canada_post": canada_post.parse,
    "maersk": dcsa.parse,
    "maersk 3.0": dcsa.parse,
    "maersk beta": dcsa.parse,
    "epcis": epcis.parse,
}
STRONG = {Status.DELIVERED, Status.RETURNED, Status.RETURNING, Status.CANCELLED}
EPCIS = {
    "type": "EPCISDocument",
    "epcisBody": {
        "eventList": [
            {
                "type": "ObjectEvent",
                "eventTime": "2026-05-04T02:10:00Z",
                "eventTimeZoneOffset": "+08:00",
                "epcList": ["urn:epc:id:sscc:0614141.1234567890"],
                "bizStep": "shipping",
                "bizTransactionList": [{"type": "po", "bizTransaction": "urn:epcglobal:cbv:bt:0614141:PO-10077"}],
            }
        ]
    },
}


@cache
def answer_of(name: str) -> Any:
    if name == "epcis":
        return EPCIS
    carrier, _, version = name.partition(" ")
    unit = container() if carrier == "maersk" else parcel(carrier)
    simulator = CarrierSimulator(SimulatorPlan((unit,), dcsa_version=version or "2.2"))
    simulator.now = NOW
    with simulator:
        return fetched(simulator, unit).payloads[0]


def spots(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield (*path, key)
        yield from spots(item, (*path, key))


ODD = st.sampled_from(
    [
        None,
        "",
        0,
        -1,
        3.7,
        True,
        False,
        [],
        {},
        [None],
        "nonsense",
        "9" * 30,
        10**30,
        {"a": 1},
        ["x"],
        "2026-99-99",
        "\x00",
    ]
)


def mutated(answer: Any, data: st.DataObject) -> Any:
    changed = copy.deepcopy(answer)
    for _ in range(data.draw(st.integers(1, 3))):
        places = list(spots(changed))
        if not places:
            break
        *parents, last = data.draw(st.sampled_from(places))
        holder = changed
        for step in parents:
            holder = holder[step]
        match data.draw(st.sampled_from(["delete", "set", "text", "reverse"])):
            case "delete":
                del holder[last]
            case "set":
                holder[last] = copy.deepcopy(data.draw(ODD))  # odd lists are filled in turn: never share one
            case "text":
                holder[last] = str(holder[last])
            case "reverse" if isinstance(holder[last], list):
                holder[last].reverse()
    return changed


@pytest.mark.parametrize("name", PARSERS)
@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_mangled_answers_never_crash_nor_claim(name: str, data: st.DataObject) -> None:
    answer = mutated(answer_of(name), data)
    try:
        report = PARSERS[name](answer)
    except CarrierError:
        return
    for unit in report.units:
        assert unit.status not in STRONG
        for event in unit.events:
            assert event.status not in STRONG
            assert len(event.occurred_local) >= 10
    json.dumps(scrubbed(answer))


@pytest.mark.parametrize("name", PARSERS)
def test_each_key_may_be_missing(name: str) -> None:
    for path in spots(answer_of(name)):
        answer = copy.deepcopy(answer_of(name))
        holder = answer
        for step in path[:-1]:
            holder = holder[step]
        del holder[path[-1]]
        try:
            PARSERS[name](answer)
        except CarrierError:
            continue


@pytest.mark.parametrize("name", PARSERS)
@pytest.mark.parametrize("answer", [None, [], {}, "", 0, "x", [1], [[]], {"a": []}, [{}]])
def test_other_documents_are_contract_changes(name: str, answer: Any) -> None:
    try:
        report = PARSERS[name](answer)
    except CarrierError:
        return
    assert all(unit.status not in STRONG for unit in report.units)


@pytest.mark.parametrize("name", PARSERS)
def test_order_of_lists_does_not_matter(name: str) -> None:
    answer = copy.deepcopy(answer_of(name))
    forward = PARSERS[name](answer)

    def turn(value: Any) -> None:
        if isinstance(value, list) and value and isinstance(value[0], dict):
            value.reverse()
        for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            turn(item)

    turn(answer)
    backward = PARSERS[name](answer)
    assert {u.number: _essence(u) for u in forward.units} == {u.number: _essence(u) for u in backward.units}


def _essence(unit: UnitReport) -> tuple[object, ...]:
    told = [(e.occurred_local, e.status, e.milestone, e.raw_code, e.place) for e in unit.events]
    return unit.status, unit.delay, unit.exception_kind, told, set(unit.etas)


@pytest.mark.parametrize("name", [n for n in PARSERS if n != "epcis"])
def test_kept_answers_hold_no_person(name: str) -> None:
    assert "Mustermann" not in json.dumps(scrubbed(answer_of(name)))
