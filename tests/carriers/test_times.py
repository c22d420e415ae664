"""Times as carriers write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain_app.carriers import times
from supplychain_app.domain.shipments import TimeBasis


@pytest.mark.parametrize(
    ("text", "local", "utc"),
    [
        ("2026-05-04T09:12:00", "2026-05-04T09:12:00", None),
        ("2026-05-04T09:12:00Z", "2026-05-04T09:12:00", "2026-05-04T09:12:00Z"),
        ("2026-05-04T09:12:20.331986369+01:00", "2026-05-04T09:12:20", "2026-05-04T08:12:20Z"),
        ("2026-05-04T09:12:00+0200", "2026-05-04T09:12:00", "2026-05-04T07:12:00Z"),
        ("2026-05-04 09:12:19.000000", "2026-05-04T09:12:19", None),
        ("2026-05-04 17:01 PM", "2026-05-04T17:01:00", None),
        ("2026-05-04 02:10 pm", "2026-05-04T14:10:00", None),
        ("2026/05/04 09:12", "2026-05-04T09:12:00", None),
        ("04/05/2026", "2026-05-04", None),
        ("05/14/2026", "2026-05-14", None),
        ("20260504", "2026-05-04", None),
        ("2026-05-04", "2026-05-04", None),
    ],
)
def test_forms(text: str, local: str, utc: str | None) -> None:
    moment = times.read(text)
    assert moment is not None
    assert (moment.local, moment.utc) == (local, utc)


def test_an_offset_may_stand_beside_in_minutes() -> None:
    moment = times.read("2026-05-05T18:02:00", offset="-420")
    assert moment is not None
    assert (moment.offset_min, moment.utc) == (-420, "2026-05-06T01:02:00Z")


def test_a_false_z_is_dropped() -> None:
    moment = times.read("2026-05-04T02:10:00.000Z", trust_zone=False)
    assert moment is not None
    assert (moment.utc, moment.basis) == (None, TimeBasis.UNKNOWN)


def test_a_country_with_one_zone_places_a_time_but_not_in_the_night_of_a_clock_change() -> None:
    plain = times.read("2026-07-01T12:00:00", country="DE")
    twice = times.read("2026-10-25T02:30:00", country="DE")
    assert plain is not None
    assert twice is not None
    assert (plain.utc, plain.basis) == ("2026-07-01T10:00:00Z", TimeBasis.LOCATION_INFERRED)
    assert (twice.utc, twice.basis) == (None, TimeBasis.UNKNOWN)


@pytest.mark.parametrize(
    "text", ["", None, True, [], {}, "soon", "2026-13-40", "2026-05-04T99:00:00", 3.5, "0000-00-00"]
)
def test_what_is_no_time_is_none(text: object) -> None:
    assert times.read(text) is None


@given(st.text(max_size=40), st.text(max_size=12))
def test_no_text_crashes(text: str, other: str) -> None:
    times.read(text, offset=other, country=other)
    times.joined(text, other)
    times.minutes_of(other)
