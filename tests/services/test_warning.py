"""The mail that warns a planner goes to our own people, names what comes late, and asks no supplier."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from supplychain_app.domain.errors import NotFound
from supplychain_app.mail.drafts import LONGEST_LINK, mail_link, whole_link
from supplychain_app.services import warning
from supplychain_app.storage.connection import Database

TODAY = date(2026, 11, 23)


def line(db: Database, number: str, required: str | None, promise: str | None, **values: object) -> int:
    order = db["purchase_order"].insert({"number": number, "recorded_at": "x"}).last_pk
    common = {"purchase_order_id": order, "line": "10", "quantity": 10.0, "entered_on": "2026-11-01"}
    dates = {"required_on": required, "current_promise": promise, "description": "Shaft seal", "recorded_at": "x"}
    return int(db["order_line"].insert(common | dates | values).last_pk)


@pytest.fixture
def supplier(db: Database) -> int:
    found = {"identity": "k", "name": "Kessler Guss", "language": "de", "recorded_at": "x"}
    return int(db["supplier"].insert(found).last_pk)


@pytest.mark.parametrize(
    ("owned", "to", "greeting"),
    [
        ("line", "brandt@us.example", "Hello M. Brandt,"),
        ("supplier", "brandt@us.example", "Hello M. Brandt,"),
        ("buyer", "brandt@us.example", "Hello M. Brandt,"),
        ("unknown buyer", "", "Hello K. Nobody,"),
        ("nobody", "", "Hello,"),
    ],
)
def test_it_goes_to_whoever_plans_the_line(db: Database, supplier: int, owned: str, to: str, greeting: str) -> None:
    person = db["person"].insert({"name": "M. Brandt", "email": "brandt@us.example"}).last_pk
    values: dict[str, object] = {"supplier_id": supplier}
    if owned == "line":
        values["owner_id"] = person
    elif owned == "supplier":
        db["supplier"].update(supplier, {"owner_id": person})
    elif owned != "nobody":
        values["buyer"] = "m. brandt" if owned == "buyer" else "K. Nobody"
    one = line(db, "4501", "2026-11-26", "2026-12-03", **values)
    db["contact"].insert({"supplier_id": supplier, "email": "sales@kessler.example"})
    mail = warning.to_planner(db, [one], today=TODAY)
    assert (mail.to, mail.text.splitlines()[0]) == (to, greeting)
    assert "Shaft seal, 10 (Kessler Guss): needed Thu 26 Nov, promised 3 Dec, 7 days late" in mail.text
    assert mail.subject == "Later than needed: 4501 / 10"
    assert (db["communication"].count, db["question"].count) == (0, 0)


def test_the_latest_come_first_and_what_a_link_cannot_carry_is_counted(db: Database, supplier: int) -> None:
    ids = [line(db, f"45{n:02}", "2026-12-01", f"2026-12-{n:02}", supplier_id=supplier) for n in range(2, 29)]
    mail = warning.to_planner(db, ids, today=TODAY)
    told = [row for row in mail.text.splitlines() if row.startswith("- ")]
    assert told[0].startswith("- 4528 / 10")
    assert told[-1] == f"- … and {27 - (len(told) - 1)} more"
    assert 5 < len(told) < 27
    assert len(whole_link(mail.to, mail.subject, mail.text)) <= LONGEST_LINK


def test_a_promise_that_has_passed_is_as_late_as_today(db: Database, supplier: int) -> None:
    one = line(db, "4501", "2026-11-13", "2026-11-16", supplier_id=supplier)
    assert "promised Mon 16 Nov, 10 days late" in warning.to_planner(db, [one], today=TODAY).text


def test_a_line_that_came_meanwhile_needs_no_warning(db: Database, supplier: int) -> None:
    done = line(db, "4501", "2026-11-26", "2026-12-03", supplier_id=supplier, status="received")
    with pytest.raises(NotFound, match="no longer open"):
        warning.to_planner(db, [done], today=TODAY)


def test_a_link_carries_every_letter_to_the_mail_program(db: Database) -> None:
    text = "Gießerei & Söhne?\n50 % = 5 #1 + “2” / 密封圈"
    link = urlsplit(whole_link("a+b@x.example, c@y.example", "Re: A&B?", text))
    assert (link.scheme, link.path) == ("mailto", "a%2Bb@x.example,%20c@y.example")
    assert "+" not in link.query  # some programs read it as a blank, others do not
    assert parse_qs(link.query) == {"subject": ["Re: A&B?"], "body": [text.replace("\n", "\r\n")]}


def test_a_cut_link_ends_between_letters() -> None:
    for longest in range(60, 100):
        link = mail_link("a@x.example", "S", "密封圈密封圈", longest=longest)
        assert len(link) <= longest
        assert "密封圈密封圈".startswith(parse_qs(urlsplit(link).query).get("body", [""])[0])
