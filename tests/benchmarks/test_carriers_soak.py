"""Ten thousand mangled answers for each adapter: run with `pytest tests/benchmarks/test_carriers_soak.py`."""

import json
import random
from typing import Any

import pytest

from supplychain_app.carriers import canada_post
from supplychain_app.carriers.http import scrubbed
from supplychain_app.domain.errors import CarrierError
from supplychain_app.domain.shipments import TrackingReport
from tests.carriers.test_mutations import PARSERS, STRONG, answer_of, spots
from tests.carriers.test_posts import EVENT

ROUNDS = 10_000
ODD = (None, "", 0, -1, 3.7, True, [], {}, [None], "nonsense", "9" * 30, 10**30, {"a": 1}, "2026-99-99", "\x00")


@pytest.mark.parametrize("name", PARSERS)
def test_ten_thousand_mangled_answers_crash_nothing_and_claim_nothing(name: str) -> None:
    chance = random.Random(20_261_123)
    original = json.dumps(answer_of(name))
    places = list(spots(answer_of(name)))
    for _ in range(ROUNDS):
        answer = json.loads(original)
        for path in chance.sample(places, chance.randint(1, min(3, len(places)))):
            _mangle(answer, path, chance)
        try:
            report = PARSERS[name](answer)
        except CarrierError:
            continue
        _check(report)
        json.dumps(scrubbed(answer))


def test_ten_thousand_mangled_documents_of_xml() -> None:
    chance = random.Random(20_261_123)
    original = EVENT.format(code="0170", words="Item processed")
    for _ in range(ROUNDS):
        text = list(original)
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(text))
            text[place : place + chance.randint(0, 30)] = chance.choice(
                ("", "<", "&", "]]>", "\x00", "\ud800", "</pin>")
            )
        try:
            report = canada_post.parse("".join(text))
        except CarrierError:
            continue
        _check(report)


def _mangle(answer: Any, path: tuple[Any, ...], chance: random.Random) -> None:
    *parents, last = path
    holder = answer
    try:
        for step in parents:
            holder = holder[step]
        if chance.random() < 0.3:
            del holder[last]
        elif isinstance(holder[last], list) and chance.random() < 0.5:
            holder[last] = holder[last][::-1] * 2  # reordered, and all told twice
        else:
            holder[last] = json.loads(json.dumps(chance.choice(ODD)))
    except (KeyError, IndexError, TypeError):
        return  # an earlier change took this place away


def _check(report: TrackingReport) -> None:
    for unit in report.units:
        assert unit.status not in STRONG
        assert isinstance(unit.number, str)
        for event in unit.events:
            assert event.status not in STRONG
            assert len(event.occurred_local) >= 10
