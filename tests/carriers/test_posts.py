"""What Australia Post, Royal Mail and Canada Post say in ways of their own."""

import pytest

from supplychain_app.carriers import australia_post, canada_post, royal_mail
from supplychain_app.carriers.base import AuthError, InvalidNumber, NotFoundYet
from supplychain_app.carriers.reading import tree_of
from supplychain_app.carriers.simulator import CarrierSimulator, SimulatorPlan
from supplychain_app.domain.shipments import Delay, ExceptionKind, Status, TimeBasis
from tests.carriers.plans import NOW, fetched, parcel


def test_a_consignment_gives_each_of_its_articles() -> None:
    unit = parcel("australia_post", pieces=("7XX1", "7XX2", "7XX3"))
    simulator = CarrierSimulator(SimulatorPlan((unit,)))
    simulator.now = NOW
    with simulator:
        report = fetched(simulator, unit).report
    assert [found.number for found in report.units] == ["7XX1", "7XX2", "7XX3"]


@pytest.mark.parametrize(
    ("status", "expected", "delay"),
    [
        ("Delivered", Status.DELIVERED, Delay.NONE),
        ("Possible delay", Status.IN_TRANSIT, Delay.DELAYED),
        ("Awaiting collection", Status.READY_FOR_PICKUP, Delay.NONE),
        ("UNSUCCESSFUL DELIVERY", Status.DELIVERY_ATTEMPTED, Delay.NONE),
        ("Track items for detailed delivery information", Status.UNKNOWN, Delay.NONE),
        (None, None, Delay.NONE),
    ],
)
def test_an_australian_status_is_read(status: str | None, expected: Status | None, delay: Delay) -> None:
    row = {"article_id": "A1", "status": status}
    (unit,) = australia_post.parse({"tracking_results": [{"tracking_id": "A1", "trackable_items": [row]}]}).units
    assert (unit.status, unit.delay) == (expected, delay)


def test_a_damaged_article_says_so() -> None:
    row = {"article_id": "A1", "status": "Article damaged"}
    (unit,) = australia_post.parse({"tracking_results": [{"tracking_id": "A1", "trackable_items": [row]}]}).units
    assert unit.exception_kind is ExceptionKind.DAMAGED


def test_an_untrackable_product_is_invalid_and_an_unknown_id_is_not_there_yet() -> None:
    def failure_of(code: str) -> Exception:
        return australia_post.parse({"tracking_results": [{"tracking_id": "A", "errors": [{"code": code}]}]}).failures[
            0
        ][1]

    assert isinstance(failure_of("ESB-10001"), NotFoundYet)
    assert isinstance(failure_of("ESB-10002"), InvalidNumber)


def test_a_window_of_royal_mail_is_kept_with_its_offset() -> None:
    told = {"date": "2026-05-08", "startOfEstimatedWindow": "08:00:00+01:00", "endOfEstimatedWindow": "11:00:00+01:00"}
    piece = {"summary": {"statusCategory": "IN TRANSIT"}, "estimatedDelivery": told}
    (unit,) = royal_mail.parse({"mailPieces": piece}, "RB123456785GB").units
    (eta,) = unit.etas
    assert (eta.earliest, eta.latest) == ("2026-05-08T08:00:00", "2026-05-08T11:00:00")
    assert eta.time_basis is TimeBasis.OFFSET_GIVEN
    (plain,) = royal_mail.parse({"mailPieces": piece | {"estimatedDelivery": {"date": "2026-05-08"}}}).units
    assert plain.etas[0].latest == "2026-05-08"


def test_an_unknown_barcode_and_another_refusal_of_royal_mail() -> None:
    with pytest.raises(NotFoundYet):
        royal_mail.parse({"httpCode": "404", "errors": [{"errorCode": "E1142"}]})
    with pytest.raises(InvalidNumber):
        royal_mail.parse({"httpCode": "400", "errors": [{"errorCode": "E1284", "errorDescription": "Not allowed"}]})


EVENT = """<tracking-detail xmlns="http://www.canadapost.ca/ws/track-v2"><pin>1371134583769923</pin>
<changed-expected-date>2026-05-08</changed-expected-date><expected-delivery-date>2026-05-06</expected-delivery-date>
<significant-events><occurrence><event-identifier>{code}</event-identifier><event-date>2026-05-04</event-date>
<event-time>11:19:00</event-time><event-time-zone>EDT</event-time-zone><event-description>{words}</event-description>
<signatory-name>Erika</signatory-name><event-site>SAINTE-FOY</event-site><event-province>QC</event-province>
</occurrence></significant-events></tracking-detail>"""


@pytest.mark.parametrize(
    ("code", "words", "expected"),
    [
        ("1496", "Item successfully delivered", Status.DELIVERED),
        ("0174", "Item out for delivery", Status.OUT_FOR_DELIVERY),
        ("9999", "Item processed", Status.IN_TRANSIT),
        ("9999", "Item successfully delivered", Status.UNKNOWN),
        ("9999", "Item held by customs", Status.EXCEPTION),
    ],
)
def test_canadian_xml_is_read(code: str, words: str, expected: Status) -> None:
    (unit,) = canada_post.parse(EVENT.format(code=code, words=words)).units
    (event,) = unit.events
    assert event.status is expected
    assert (event.occurred_local, event.occurred_utc) == ("2026-05-04T11:19:00", "2026-05-04T15:19:00Z")
    if expected is not Status.DELIVERED:
        assert [eta.latest for eta in unit.etas] == ["2026-05-06", "2026-05-08"]
        assert unit.delay is Delay.DELAYED


def test_messages_of_canada_post_are_errors() -> None:
    def answer(code: str) -> str:
        return f"<messages><message><code>{code}</code><description>no</description></message></messages>"

    for code, kind in (("004", NotFoundYet), ("AA004", AuthError), ("9153", InvalidNumber)):
        with pytest.raises(kind):
            canada_post.parse(answer(code))


@pytest.mark.parametrize("text", ["<!DOCTYPE a [<!ENTITY b 'b'>]><a>&b;</a>", "<a>", "", "{}", None, b"\xff\xfe", 7])
def test_what_is_no_plain_xml_is_none(text: object) -> None:
    assert tree_of(text) is None
