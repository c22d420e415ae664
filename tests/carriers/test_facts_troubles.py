"""What carriers' words mean in the languages they write: troubles, returns, and names that are not ours to keep."""

from collections.abc import Callable
from typing import Any

import pytest

from supplychain_app.carriers import canada_post, dhl, dhl_express, fedex, gls, usps
from supplychain_app.carriers.base import AuthError, NotFoundYet, PermissionError_
from supplychain_app.carriers.http import scrubbed
from supplychain_app.carriers.reading import plain
from supplychain_app.carriers.words import says_late, trouble_in, trouble_of
from supplychain_app.domain.shipments import Delay, ExceptionKind, Milestone, Status, TrackingReport, UnitReport

K = ExceptionKind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Der Empfänger wurde nicht angetroffen.", K.RECIPIENT_ABSENT),
        ("Empfänger abwesend", K.RECIPIENT_ABSENT),
        ("Consignee premises closed", K.RECIPIENT_ABSENT),
        ("Recipient not in", K.RECIPIENT_ABSENT),
        ("Notice Left (No Authorized Recipient Available)", K.RECIPIENT_ABSENT),
        ("receiver_unavailable", K.RECIPIENT_ABSENT),
        ("Die Annahme der Sendung wurde verweigert.", K.REFUSED),
        ("Delivery not accepted", K.REFUSED),
        ("Der Empfänger ist unbekannt.", K.ADDRESS),
        ("No Such Number", K.ADDRESS),
        ("Misrouted; the shipment address will be corrected", K.MISSORTED),
        ("retenu en douane", K.CUSTOMS_HOLD),
        ("The package number is not known yet", K.OTHER),
    ],
)
def test_a_trouble_is_what_its_words_say_in_any_language(words: str, kind: ExceptionKind) -> None:
    assert trouble_in(words) is kind


@pytest.mark.parametrize("words", ["Die Sendung verspätet sich", "Le colis a été retardé", "Votre colis est en retard"])
def test_late_is_late_in_any_language(words: str) -> None:
    assert says_late(words)


def test_a_cancelled_parcel_says_so_whoever_carries_it() -> None:
    assert trouble_of(Status.CANCELLED, None) is K.CANCELLED


@pytest.mark.parametrize(
    "words",
    [
        "Received by: ERIKA MUSTER",
        "Zugestellt, unterschrieben von ERIKA MUSTER",
        "Livré, signé par ERIKA MUSTER",
        "Zugestellt an Nachbarn (Frau ERIKA MUSTER)",
        "Delivered to neighbour: Mrs ERIKA MUSTER",
    ],
)
def test_no_name_of_who_took_it_in_is_kept(words: str) -> None:
    assert "MUSTER" not in (plain(words) or "")


@pytest.mark.parametrize(
    "party",
    [
        {"type": "DESTINATION", "name": "ERIKA MUSTER", "attentionName": "ERIKA MUSTER", "address": {"city": "BOSTON"}},
        {"name": "ERIKA MUSTER", "postalAddress": {"cityName": "BOSTON"}},
        {"customers": [{"name": "ERIKA MUSTER"}], "customer_name": "ERIKA MUSTER", "city": "BOSTON"},
        {"contact": {"personName": "ERIKA MUSTER"}, "personName": "ERIKA MUSTER", "city": "BOSTON"},
    ],
)
def test_no_recipients_name_is_kept_of_an_answer(party: dict[str, Any]) -> None:
    kept = repr(scrubbed(party))
    assert "MUSTER" not in kept
    assert "BOSTON" in kept


@pytest.mark.parametrize(
    "words",
    [
        "Received by Australia Post",
        "Die Sendung wurde einem Nachbarn zugestellt.",
        "Accepted by carrier",
        "Daten empfangen von DHL",
    ],
)
def test_words_without_a_name_stay_whole(words: str) -> None:
    assert plain(words) == words


def of_dhl(code: str, words: str) -> UnitReport:
    row = {"timestamp": "2026-05-04T09:12:00", "statusCode": code, "description": words}
    return dhl.parse({"shipments": [{"id": "1", "status": row, "events": [row]}]}).units[0]


@pytest.mark.parametrize(
    ("words", "milestone"),
    [
        ("The shipment has been loaded onto the delivery vehicle", Milestone.OUT_FOR_DELIVERY),
        ("Die Sendung wurde in das Zustellfahrzeug geladen.", Milestone.OUT_FOR_DELIVERY),
        ("The shipment is ready for pick-up at the PACKSTATION 120", Milestone.AVAILABLE),
        ("Die Sendung wurde abgeholt.", Milestone.PICKED_UP),
    ],
)
def test_words_of_dhl_refine_the_milestone_and_leave_the_status(words: str, milestone: Milestone) -> None:
    unit = of_dhl("transit", words)
    assert (unit.status, unit.events[0].milestone) == (Status.IN_TRANSIT, milestone)


def test_what_dhl_delivers_to_the_sender_is_returned() -> None:
    unit = of_dhl("delivered", "The shipment has been delivered to the original sender")
    assert (unit.status, unit.events[0].milestone) == (Status.RETURNED, Milestone.RETURNED)


def test_a_confirmation_number_of_dhl_is_no_order() -> None:
    rows = [
        {"number": "PO-1", "type": "customer-reference"},
        {"number": "9270", "type": "customer-confirmation-number"},
    ]
    unit = dhl.parse({"shipments": [{"id": "1", "details": {"references": rows}}]}).units[0]
    assert unit.references == (("PO", "PO-1"), ("customer-confirmation-number", "9270"))


@pytest.mark.parametrize("parse", [dhl.parse, dhl_express.parse])
def test_a_problem_404_of_dhl_is_not_found(parse: Callable[[Any], TrackingReport]) -> None:
    with pytest.raises(NotFoundYet):
        parse({"title": "No result found", "status": 404, "detail": "No shipment with given tracking number found."})


def test_a_late_parcel_of_fedex_is_no_longer_late_once_it_is_there() -> None:
    row = {"latestStatusDetail": {"code": "DL", "derivedCode": "DL", "delayDetail": {"status": "DELAYED"}}}
    answer = {"output": {"completeTrackResults": [{"trackingNumber": "7", "trackResults": [row]}]}}
    assert fedex.parse(answer).units[0].delay is Delay.NONE


@pytest.mark.parametrize(("code", "kind"), [("NOT.AUTHORIZED.ERROR", AuthError), ("FORBIDDEN.ERROR", PermissionError_)])
def test_fedex_tells_a_bad_key_from_one_without_rights(code: str, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        fedex.parse({"errors": [{"code": code, "message": "We could not authorize your credentials."}]})


@pytest.mark.parametrize(
    ("words", "status", "milestone", "kind"),
    [
        ("Inbound Out of Customs", Status.IN_TRANSIT, Milestone.CUSTOMS_RELEASED, None),
        ("Held in Customs", Status.EXCEPTION, Milestone.CUSTOMS_HOLD, K.CUSTOMS_HOLD),
        ("Picked Up by Shipping Partner, USPS Awaiting Item", Status.IN_TRANSIT, Milestone.PICKED_UP, None),
        ("Insufficient Address", Status.EXCEPTION, None, K.ADDRESS),
        ("Return to Sender Processed", Status.RETURNING, None, None),
        ("Dead Letter", Status.UNKNOWN, None, None),
    ],
)
def test_usps_words_tell_customs_and_troubles(
    words: str, status: Status, milestone: Milestone | None, kind: ExceptionKind | None
) -> None:
    row = {"eventCode": "Q9", "eventType": words, "eventTimestamp": "2026-05-05T18:02:00"}
    event = usps.parse({"trackingNumber": "94", "trackingEvents": [row]}).units[0].events[0]
    assert (event.status, event.milestone, event.exception_kind) == (status, milestone, kind)


def test_an_alert_of_usps_that_goes_back_is_returning() -> None:
    unit = usps.parse({"trackingNumber": "94", "statusCategory": "Alert", "status": "Return to Sender"}).units[0]
    assert unit.status is Status.RETURNING


def test_a_parcel_that_gls_could_not_hand_over_says_why() -> None:
    row = {"code": "NOTDELIVERED.1", "eventDateTime": "2026-05-03T15:00:00+0200", "description": "nicht anwesend"}
    unit = gls.parse({"parcels": [{"unitno": "7", "status": "NOTDELIVERED", "events": [row]}]}).units[0]
    assert (unit.exception_kind, unit.events[0].exception_kind) == (K.RECIPIENT_ABSENT, K.RECIPIENT_ABSENT)


@pytest.mark.parametrize(
    ("code", "status", "kind"),
    [
        ("CA", Status.DELIVERY_ATTEMPTED, K.RECIPIENT_ABSENT),
        ("CM", Status.EXCEPTION, K.ADDRESS),
        ("DM", Status.EXCEPTION, K.DAMAGED),
        ("CD", Status.EXCEPTION, K.CUSTOMS_HOLD),
    ],
)
def test_dhl_express_names_troubles_by_letters(code: str, status: Status, kind: ExceptionKind) -> None:
    row = {"date": "2026-05-06", "time": "10:00:00", "typeCode": code, "description": "x"}
    party = {"name": "ERIKA MUSTER", "postalAddress": {"countryCode": "DE", "postalCode": "50667"},
             "serviceArea": [{"code": "CGN", "description": "Cologne-GERMANY"}]}  # fmt: skip
    unit = dhl_express.parse({"shipments": [{"events": [row], "receiverDetails": party}]}, "7").units[0]
    assert (unit.standing, unit.events[0].exception_kind) == (status, kind)
    assert (unit.destination.city, unit.destination.country) == ("Cologne", "DE")
    assert "MUSTER" not in repr(unit)


def test_canada_post_refuses_a_key_in_words() -> None:
    said = (
        "<messages><message><code>E002</code><description>AAA Authentication Failure</description></message></messages>"
    )
    with pytest.raises(AuthError):
        canada_post.parse(said)
