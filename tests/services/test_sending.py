"""Chasing mails go through a real SMTP server, each once; what was sent is logged with its question and clock."""

import email
import email.message
import email.policy
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from supplychain_app.carriers.secrets import SecretStore
from supplychain_app.domain.errors import InvalidInput, MailError
from supplychain_app.services import chasing, corresponding, mailbox, sending
from supplychain_app.services.mailbox import MailAccount
from supplychain_app.storage.connection import Database
from tests.mail import dovecot

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = date(2026, 11, 23)
PASSWORD = "söcret"
SENDER = "anna@us.example"


class Postman:
    """Takes mails, and misbehaves for recipients whose name says so."""

    def __init__(self) -> None:
        self.taken: list[Any] = []
        self.tried: list[str] = []

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address.startswith("unknown"):
            return "550 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.tried.append(envelope.rcpt_tos[0])
        if envelope.rcpt_tos[0].startswith("vanishing"):
            self.taken.append(envelope)  # it takes the mail, but its answer never arrives
            server.transport.abort()
            return "250 OK"
        if envelope.rcpt_tos[0].startswith("rejected"):
            return "554 looks like spam"
        self.taken.append(envelope)
        return "250 OK"


def let_in(server: Any, session: Any, envelope: Any, mechanism: str, login: Any) -> AuthResult:
    right = isinstance(login, LoginPassword) and (login.login, login.password) == (SENDER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)


Start = Callable[..., tuple[Postman, int]]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts an SMTP server on loopback: its postman and port."""
    running: list[Controller] = []

    def started(**options: Any) -> tuple[Postman, int]:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        postman = Postman()
        controller = Controller(postman, hostname="127.0.0.1", port=port, **options)
        controller.start()
        running.append(controller)
        return postman, port

    yield started
    for controller in running:
        controller.stop()


@pytest.fixture
def store() -> SecretStore:
    return SecretStore()


@pytest.fixture
def add(db: Database) -> Callable[..., int]:
    """Adds a supplier with a contact and one open line; the line's id."""

    def added(name: str, address: str | None, country: str = "DE") -> int:
        row = {"identity": name, "name": name, "country": country, "recorded_at": "x"}
        supplier = db["supplier"].insert(row).last_pk
        db["contact"].insert({"supplier_id": supplier, "email": address})
        order = db["purchase_order"].insert({"number": f"PO-{name}", "recorded_at": "x"}).last_pk
        line = {"purchase_order_id": order, "line": "10", "quantity": 10.0, "supplier_id": supplier}
        return int(db["order_line"].insert(line | {"entered_on": "2026-10-01", "recorded_at": "x"}).last_pk)

    return added


def set_up(db: Database, port: int, store: SecretStore, **other: object) -> None:
    values = {"smtp_host": "127.0.0.1", "smtp_port": port, "smtp_security": "plain", "user": SENDER}
    account = MailAccount(**(values | {"sender_name": "Anna Bäcker"} | other))  # type: ignore[arg-type]
    mailbox.set_mailbox(db, account, secret=PASSWORD, store=store)


def send(db: Database, store: SecretStore, **options: Any) -> sending.SendResult:
    return sending.send_chases(db, today=TODAY, **({"now": NOW, "store": store} | options))


def test_a_mail_is_sent_logged_and_its_answer_finds_it(
    db: Database, start: Start, store: SecretStore, add: Callable[..., int]
) -> None:
    line = add("Kessler Guss", "h.kessler@kessler.example")
    postman, port = start()
    set_up(db, port, store)
    result = send(db, store)
    assert result.summary == "1 mail sent (Kessler Guss)."
    (envelope,) = postman.taken
    assert (envelope.mail_from, envelope.rcpt_tos) == (SENDER, ["h.kessler@kessler.example"])
    message = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert message["From"] == "Anna Bäcker <anna@us.example>"
    assert "X-Unsent" not in message
    assert message["Message-ID"].endswith("@us.example>")
    assert str(message["Subject"]) == "Bitte Liefertermine bestätigen: PO-Kessler Guss"
    (book,) = message.iter_attachments()
    assert str(book.get_filename()).endswith(".xlsx")
    assert "Anna Bäcker" in message.get_body(("plain",)).get_content()
    row = db.conn.execute("select direction, message_id, sender, happened_at from communication").fetchone()
    assert row == ("out", message["Message-ID"], SENDER, "2026-11-23T09:00:00Z")
    (question,) = corresponding.open_questions(db, NOW + timedelta(hours=1))
    assert (question.question.order_line_id, question.owed_by) == (line, "them")
    answer = (
        f"From: h.kessler@kessler.example\r\nTo: {SENDER}\r\nSubject: AW: x\r\nIn-Reply-To: {message['Message-ID']}\r\n"
        "Date: Tue, 24 Nov 2026 08:00:00 +0100\r\n\r\nPO-Kessler Guss Pos. 10: 11.12.2026\r\n"
    )
    corresponding.record_mail(db, answer.encode(), now=NOW + timedelta(days=1))
    assert corresponding.open_questions(db, NOW + timedelta(days=2)) == []


def test_no_line_is_asked_about_twice_in_a_day(
    db: Database, start: Start, store: SecretStore, add: Callable[..., int]
) -> None:
    add("Kessler Guss", "h.kessler@kessler.example")
    postman, port = start()
    set_up(db, port, store)
    send(db, store)
    add("Meridian", "m@meridian.example")
    result = send(db, store, now=NOW + timedelta(hours=2))
    assert [one.supplier for one in result.sent] == ["Meridian"]
    assert result.not_sent == (("Kessler Guss", "Its lines were asked about today already."),)
    plan = sending.planned(db, today=TODAY, now=NOW + timedelta(hours=3))
    assert [one.problem for one in plan] == ["Its lines were asked about today already."] * 2
    assert len(send(db, store, now=NOW + timedelta(hours=4), again=True).sent) == 2  # asked for in so many words
    assert len(send(db, store, now=NOW + timedelta(days=1)).sent) == 2
    assert len({one.content for one in postman.taken}) == 6


def test_a_refusal_is_told_and_the_rest_are_sent(
    db: Database, start: Start, store: SecretStore, add: Callable[..., int]
) -> None:
    add("A", "unknown@a.example")
    add("B", "b@b.example; unknown@b.example")
    add("C", None)
    add("D", "not an address")
    add("E", "rejected@e.example")
    add("F", "f@f.example")
    postman, port = start()
    set_up(db, port, store)
    result = send(db, store)
    assert [(one.supplier, one.note) for one in result.sent] == [("B", "Refused: unknown@b.example."), ("F", "")]
    assert len(postman.taken) == 2
    assert result.not_sent == (
        ("A", "127.0.0.1 did not take unknown@a.example: no such user here"),
        ("C", "No contact with a mail address. Add one on the supplier's page."),
        ("D", "“not an address” is no mail address. Correct the contact."),
        ("E", "127.0.0.1 did not take this mail: looks like spam"),
    )
    assert db.conn.execute("select count(*) from communication").fetchone()[0] == 2  # what was not sent has no clock
    assert db.conn.execute("select state from outgoing_mail order by id").fetchall() == [
        ("refused",),
        ("sent",),
        ("refused",),
        ("sent",),
    ]


def test_a_connection_that_breaks_half_way_says_which_were_sent(
    db: Database, start: Start, store: SecretStore, add: Callable[..., int]
) -> None:
    add("A", "a@a.example")
    add("B", "vanishing@b.example")
    add("C", "c@c.example")
    postman, port = start()
    set_up(db, port, store)
    result = send(db, store)
    assert [one.supplier for one in result.sent] == ["A"]
    assert result.unsure[0][0] == "B"
    assert "may have been sent" in result.unsure[0][1]
    assert result.not_sent == (("C", "Not tried any more."),)
    again = send(db, store, now=NOW + timedelta(minutes=5))  # the doubtful one is not sent a second time by itself
    assert [one.supplier for one in again.sent] == ["C"]
    assert "A mail of today may have been sent" in dict(again.not_sent)["B"]
    assert postman.tried.count("vanishing@b.example") == 1


def test_stopping_keeps_what_is_sent(db: Database, start: Start, store: SecretStore, add: Callable[..., int]) -> None:
    for name in "ABC":
        add(name, f"{name.lower()}@x.example")
    postman, port = start()
    set_up(db, port, store)
    result = send(db, store, cancelled=lambda: len(postman.taken) == 1)
    assert (result.stopped, [one.supplier for one in result.sent]) == (True, ["A"])
    assert [one.supplier for one in send(db, store).sent] == ["B", "C"]


@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # over TLS from the first byte on
@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_tls_and_a_password(
    db: Database,
    start: Start,
    store: SecretStore,
    add: Callable[..., int],
    security: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add("A", "a@a.example")
    cert = dovecot.make_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(cert))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, tmp_path / "key.pem")
    how = {"ssl_context": context} if security == "tls" else {"tls_context": context, "require_starttls": True}
    postman, port = start(authenticator=let_in, auth_required=True, auth_require_tls=security == "starttls", **how)
    set_up(db, port, store, smtp_host="localhost", smtp_security=security)
    assert sending.test_sending(db, store=store) == f"localhost takes mails from {SENDER}."
    assert len(send(db, store).sent) == 1
    mailbox.set_mailbox(db, mailbox.account(db), secret="wrong", store=store)
    with pytest.raises(MailError, match="did not accept the password of anna"):
        send(db, store, again=True)
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(MailError, match="certificate of localhost is not trusted"):
        send(db, store, again=True)
    assert len(postman.taken) == 1


def test_never_in_the_open(db: Database, start: Start, store: SecretStore, add: Callable[..., int]) -> None:
    add("A", "a@a.example")
    with pytest.raises(InvalidInput, match="in the open"):
        set_up(db, 25, store, smtp_host="smtp.example.com")
    postman, port = start()
    set_up(db, port, store, smtp_security="starttls")
    with pytest.raises(MailError, match="offers no STARTTLS"):
        send(db, store)
    assert not postman.taken


def test_a_silent_server_and_none_at_all(db: Database, store: SecretStore, add: Callable[..., int]) -> None:
    add("A", "a@a.example")
    with pytest.raises(MailError, match="No server to send mails through"):
        send(db, store)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        set_up(db, silent.getsockname()[1], store)
        with pytest.raises(MailError, match=r"did not answer within 0\.2 seconds"):
            send(db, store, patience=0.2)
    with pytest.raises(MailError, match="takes no connections"):
        send(db, store)


def test_drafts_are_as_before(db: Database, tmp_path: Path, add: Callable[..., int]) -> None:
    add("A", "a@a.example")
    (draft,) = chasing.chase(db, today=TODAY, out=tmp_path, now=NOW)
    assert b"X-Unsent: 1" in draft.path.read_bytes()


def test_the_answer_to_a_draft_is_known_by_its_subject(db: Database, tmp_path: Path, add: Callable[..., int]) -> None:
    add("A", "a@a.example")
    add("B", "b@b.example")
    draft, other = chasing.chase(db, today=TODAY, out=tmp_path, now=NOW)
    subject = db.conn.execute("select subject from communication where id = ?", [draft.communication_id]).fetchone()[0]
    answer = email.message.EmailMessage()
    answer["From"], answer["To"], answer["Subject"] = "a@a.example", SENDER, f"AW: {subject}"
    answer["In-Reply-To"], answer["Message-ID"] = "<given-by@your.program>", "<1@a.example>"
    answer["Date"] = "Tue, 24 Nov 2026 08:00:00 +0100"
    answer.set_content("Delivery on 11.12.2026\n")
    corresponding.record_mail(db, answer.as_bytes(), now=NOW + timedelta(days=1))
    (thread,) = {row.thread for row in corresponding.threads(db) if row.supplier == "A"}
    assert [one.direction for one in corresponding.thread(db, thread)] == ["out", "in"]
    (left,) = corresponding.open_questions(db, NOW + timedelta(days=2))
    assert left.question.supplier_id == other.supplier_id


def test_twelve_suppliers_within_a_minute(
    db: Database, start: Start, store: SecretStore, add: Callable[..., int]
) -> None:
    for number in range(12):
        add(f"Supplier {number:02}", f"s{number}@s{number}.example", ("DE", "FR", "ES", "CN", "US")[number % 5])
    postman, port = start()
    set_up(db, port, store)
    began = time.perf_counter()
    assert len(send(db, store).sent) == 12
    assert time.perf_counter() - began < 60
    assert len(postman.taken) == 12
