"""A mailbox is read from a real Dovecot: only suppliers' mails, going on where it stopped, and never changed."""

import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from supplychain_app.carriers.secrets import SecretStore
from supplychain_app.domain.errors import InvalidInput, MailError
from supplychain_app.services import corresponding, mailbox
from supplychain_app.services.mailbox import MailAccount
from supplychain_app.storage.connection import Database
from tests.mail import dovecot
from tests.mail.dovecot import Dovecot

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    with dovecot.running() as found:
        yield found


@pytest.fixture
def user(server: Dovecot) -> str:
    return server.new_user()


@pytest.fixture
def store() -> SecretStore:
    """As on a machine without a keyring: what is typed in is known until the program ends."""
    return SecretStore()


@pytest.fixture
def supplier(db: Database) -> int:
    """A supplier with a contact and an open order line; another one shares its domain; one is our own warehouse."""
    row = {"name": "Kessler Guss", "country": "DE", "recorded_at": "x", "internal": 0}
    found = int(db["supplier"].insert(row | {"identity": "S1"}).last_pk)
    other = db["supplier"].insert(row | {"identity": "S2", "name": "Kessler Zwei"}).last_pk
    own = db["supplier"].insert(row | {"identity": "S3", "name": "Our warehouse", "internal": 1}).last_pk
    for who, address in (
        (found, "h.kessler@kessler.example"),
        (other, "zwei@kessler.example"),
        (own, "w@stock.example"),
    ):
        db["contact"].insert({"supplier_id": who, "email": address})
    order = db["purchase_order"].insert({"number": "4500012345", "recorded_at": "x"}).last_pk
    line = {"purchase_order_id": order, "line": "10", "quantity": 10.0, "supplier_id": found}
    db["order_line"].insert(line | {"entered_on": "2026-10-01", "recorded_at": "x"})
    return found


@pytest.fixture
def box(db: Database, supplier: int, server: Dovecot, user: str, store: SecretStore) -> MailAccount:
    """This user's mailbox, set up."""
    chosen = account(server, user)
    mailbox.set_mailbox(db, chosen, secret=dovecot.PASSWORD, store=store)
    return chosen


def account(server: Dovecot, user: str, **other: object) -> MailAccount:
    values = {"imap_host": "127.0.0.1", "imap_port": server.port, "imap_security": "plain", "user": user}
    return MailAccount(**(values | other))  # type: ignore[arg-type]


def mail(number: int, sender: str = "h.kessler@kessler.example", *, to: str = "me@us.example", body: str = "") -> bytes:
    head = f"From: {sender}\r\nTo: {to}\r\nSubject: PO 4500012345\r\nMessage-ID: <{number}@x>\r\n"
    text = body or "Pos. 10: neuer Liefertermin 11.12.2026."
    return (head + f"Date: Mon, 23 Nov 2026 08:{number % 60:02}:00 +0100\r\n\r\n{text}\r\n").encode()


def senders(db: Database) -> list[str]:
    return [row[0] for row in db.conn.execute("select sender from communication order by id")]


def test_a_suppliers_mail_is_filed_and_read_like_a_dropped_one(
    db: Database, server: Dovecot, user: str, box: MailAccount, store: SecretStore
) -> None:
    server.put(user, mail(1))
    result = mailbox.fetch_mail(db, now=NOW, store=store)
    assert (len(result.recorded), result.problems) == (1, ())
    (found,) = corresponding.suggestions(db)
    assert (found.purchase_order, found.promised_on) == ("4500012345", "2026-12-11")
    assert bytes(db.conn.execute("select original from communication").fetchone()[0]) == mail(1)
    assert server.seen(user) == []  # nothing was changed in the mailbox
    assert mailbox.last_fetch(db).said == "1 new mail filed."


def test_unknown_senders_are_left_out_unless_all_are_wanted(
    db: Database, server: Dovecot, user: str, box: MailAccount, store: SecretStore
) -> None:
    server.put(
        user,
        mail(1, "Doctor <results@clinic.example>"),
        mail(2, "new.colleague@kessler.example"),  # a supplier's domain, though two suppliers share it
        mail(3, "colleague@us.example", to="zwei@kessler.example"),  # one of us writes to a supplier
        mail(4, "colleague@us.example", to="boss@us.example"),
        mail(5, "evil@notkessler.example"),
        mail(6, "w@stock.example"),  # our own warehouse is no supplier
    )
    result = mailbox.fetch_mail(db, now=NOW, store=store)
    assert senders(db) == ["new.colleague@kessler.example", "colleague@us.example"]
    assert (result.left_out, result.known_already) == (4, 0)
    mailbox.set_mailbox(db, account(server, user, only_suppliers=False), store=store)
    result = mailbox.fetch_mail(db, now=NOW, again=True, store=store)
    assert (len(result.recorded), result.known_already, result.left_out) == (4, 2, 0)


def bounce(number: int, to: str) -> bytes:
    head = (
        f"From: MAILER-DAEMON@mx.us.example\r\nMessage-ID: <{number}@mx>\r\nDate: Mon, 23 Nov 2026 08:00:00 +0100\r\n"
    )
    report = f"Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; {to}\r\nAction: failed\r\nStatus: 5.1.1\r\n"
    parts = f"--b\r\n\r\nNot delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n{report}\r\n--b--\r\n"
    return f"{head}Content-Type: multipart/report; boundary=b\r\n\r\n{parts}".encode()


def test_a_mail_to_a_supplier_that_came_back_is_fetched_and_others_that_did_are_not(
    db: Database, server: Dovecot, user: str, box: MailAccount, store: SecretStore
) -> None:
    server.put(user, bounce(1, "h.kessler@kessler.example"), bounce(2, "results@clinic.example"))
    result = mailbox.fetch_mail(db, now=NOW, store=store)
    assert (len(result.recorded), result.left_out) == (1, 1)
    assert [one.kind for one in corresponding.suggestions(db)] == ["undelivered"]


def test_a_contact_added_later_brings_its_older_mails_on_request(
    db: Database, server: Dovecot, user: str, box: MailAccount, supplier: int, store: SecretStore
) -> None:
    server.put(user, mail(1, "agent@forwarder.example"))
    assert mailbox.fetch_mail(db, now=NOW, store=store).left_out == 1
    db["contact"].insert({"supplier_id": supplier, "email": "agent@forwarder.example"})
    assert mailbox.fetch_mail(db, now=NOW, store=store).recorded == ()
    assert len(mailbox.fetch_mail(db, now=NOW, again=True, store=store).recorded) == 1


def test_goes_on_after_the_last_mail(
    db: Database, server: Dovecot, user: str, box: MailAccount, store: SecretStore
) -> None:
    server.put(user, mail(1), mail(2))
    assert len(mailbox.fetch_mail(db, now=NOW, store=store).recorded) == 2
    server.put(user, mail(3))
    result = mailbox.fetch_mail(db, now=NOW, store=store)
    assert (len(result.recorded), result.known_already, result.left_out) == (1, 0, 0)
    assert mailbox.fetch_mail(db, now=NOW, store=store).recorded == ()


def test_a_stopped_fetch_keeps_what_it_has_and_goes_on_from_there(
    db: Database, server: Dovecot, user: str, box: MailAccount, store: SecretStore
) -> None:
    server.put(user, *(mail(n) for n in range(1, 6)))
    told: list[tuple[int, int, str]] = []
    result = mailbox.fetch_mail(
        db,
        now=NOW,
        store=store,
        report=lambda done, total, note: told.append((done, total, note)),
        cancelled=lambda: len(told) == 3,
    )
    assert (result.stopped, len(result.recorded)) == (True, 3)
    assert told == [(0, 5, "INBOX"), (1, 5, "INBOX"), (2, 5, "INBOX")]
    assert db.conn.execute("select last_uid from mailbox_folder").fetchone()[0] == 3
    result = mailbox.fetch_mail(db, now=NOW, store=store)
    assert (result.stopped, len(result.recorded), result.known_already) == (False, 2, 0)


def test_new_numbers_of_the_server_file_nothing_twice(
    db: Database, server: Dovecot, user: str, box: MailAccount, store: SecretStore
) -> None:
    mailbox.set_mailbox(db, account(server, user, folders=("Einkauf.Lieferanten ü & Co",)), store=store)
    server.put(user, mail(1), mail(2), folder="Einkauf.Lieferanten ü & Co")
    assert len(mailbox.fetch_mail(db, now=NOW, store=store).recorded) == 2
    validity = db.conn.execute("select uid_validity from mailbox_folder").fetchone()[0]
    with server.client(user) as client:
        client.delete_folder("Einkauf.Lieferanten ü & Co")
    server.put(user, mail(9), mail(1), mail(2), folder="Einkauf.Lieferanten ü & Co")
    result = mailbox.fetch_mail(db, now=NOW, store=store)
    assert (len(result.recorded), result.known_already) == (1, 2)
    assert db.conn.execute("select uid_validity from mailbox_folder").fetchone()[0] != validity


def test_one_broken_mail_does_not_stop_the_rest(
    db: Database,
    server: Dovecot,
    user: str,
    box: MailAccount,
    store: SecretStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nonsense = b"From: h.kessler@kessler.example\r\nContent-Type: multipart/mixed; boundary=\r\n\r\n--\r\n\xff\xfe\x00"
    huge = mail(2, body="x" * 200_000)
    server.put(user, nonsense.replace(b"\x00", b""), huge, mail(3), mail(4))
    read = corresponding.record_message

    def stumbling(db: Database, message: corresponding.mails.Message, now: datetime) -> tuple[int, bool]:
        if message.message_id == "<3@x>":
            raise ValueError("a fault of the reader")
        return read(db, message, now)

    monkeypatch.setattr(corresponding, "record_message", stumbling)
    result = mailbox.fetch_mail(db, now=NOW, store=store, largest=100_000)
    assert len(result.recorded) == 2  # the nonsense, with a note, and the last
    large, broken = result.problems
    assert "“PO 4500012345” from h.kessler@kessler.example has 0 MB and was not fetched" in large
    assert "is broken and was left out" in broken
    assert mailbox.fetch_mail(db, now=NOW, store=store).problems == ()  # told once, and not again


def test_a_missing_folder_is_told_and_the_others_are_read(
    db: Database, server: Dovecot, user: str, box: MailAccount, store: SecretStore
) -> None:
    mailbox.set_mailbox(db, account(server, user, folders=("Gone", "INBOX")), store=store)
    server.put(user, mail(1))
    result = mailbox.fetch_mail(db, now=NOW, store=store)
    assert len(result.recorded) == 1
    assert result.problems == ("The mailbox has no folder “Gone”. Choose its folders in Settings → Mail.",)
    sentence, folders = mailbox.test_mailbox(db, store=store)
    assert folders == ["INBOX"]
    assert sentence.endswith("“INBOX” holds 1 mail.")


def test_a_wrong_password_is_one_sentence_and_remembered(
    db: Database, server: Dovecot, user: str, box: MailAccount, store: SecretStore
) -> None:
    mailbox.set_mailbox(db, box, secret="wrong", store=store)
    with pytest.raises(MailError, match=f"did not accept the password of {user}. Type it again") as told:
        mailbox.fetch_mail(db, now=NOW, store=store)
    assert "wrong" not in str(told.value)
    assert mailbox.last_fetch(db).error == str(told.value)
    mailbox.set_mailbox(db, box, secret=dovecot.PASSWORD, store=store)
    mailbox.fetch_mail(db, now=NOW, store=store)
    assert mailbox.last_fetch(db).error is None


def test_the_password_is_not_in_the_file_and_goes_to_its_own_server_only(
    db: Database, workspace: Path, server: Dovecot, user: str, box: MailAccount, store: SecretStore
) -> None:
    mailbox.fetch_mail(db, now=NOW, store=store)
    db.conn.execute("pragma wal_checkpoint(truncate)")
    assert dovecot.PASSWORD.encode() not in workspace.read_bytes()
    elsewhere = account(server, user, imap_host="localhost")  # a file that somebody changed
    mailbox.set_mailbox(db, elsewhere, store=store)
    with pytest.raises(MailError, match="No password is known"):
        mailbox.fetch_mail(db, now=NOW, store=store)


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_tls_checks_the_certificate(
    db: Database,
    supplier: int,
    server: Dovecot,
    user: str,
    store: SecretStore,
    security: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    port = server.tls_port if security == "tls" else server.port
    chosen = account(server, user, imap_host="localhost", imap_security=security, imap_port=port)
    mailbox.set_mailbox(db, chosen, secret=dovecot.PASSWORD, store=store)
    with pytest.raises(MailError, match="The certificate of localhost is not trusted"):
        mailbox.fetch_mail(db, now=NOW, store=store)
    monkeypatch.setenv("SSL_CERT_FILE", str(server.cert))  # as if it stood in this system's list
    server.put(user, mail(1))
    assert len(mailbox.fetch_mail(db, now=NOW, store=store).recorded) == 1


@pytest.mark.parametrize("mechanisms", ["xoauth2", "xoauth2 oauthbearer"])
def test_a_token_signs_in_too(db: Database, supplier: int, store: SecretStore, mechanisms: str) -> None:
    with dovecot.running(tokens=mechanisms) as server:
        chosen = account(server, "anna99@us.example", sign_in="token")
        mailbox.set_mailbox(db, chosen, secret=dovecot.TOKEN, store=store)
        server.put("anna99@us.example", mail(1))
        assert len(mailbox.fetch_mail(db, now=NOW, store=store).recorded) == 1
        mailbox.set_mailbox(db, chosen, secret="an-old-token", store=store)
        with pytest.raises(MailError, match="did not accept the token"):
            mailbox.fetch_mail(db, now=NOW, store=store)


def test_without_encryption_only_on_this_machine(db: Database, store: SecretStore) -> None:
    chosen = MailAccount(imap_host="mail.example.com", imap_port=143, imap_security="plain", user="anna")
    with pytest.raises(InvalidInput, match=r"in the open\. Choose TLS"):
        mailbox.set_mailbox(db, chosen, secret="x", store=store)
    assert mailbox.account(db) == MailAccount()


@pytest.mark.parametrize(
    ("security", "said"),
    [("plain", "did not answer within 0.2 seconds"), ("tls", "did not answer within 0.2 seconds")],
)
def test_a_server_that_hangs_is_given_up(
    db: Database, supplier: int, store: SecretStore, security: str, said: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        chosen = MailAccount(
            imap_host="127.0.0.1", imap_port=silent.getsockname()[1], imap_security=security, user="anna"
        )
        mailbox.set_mailbox(db, chosen, secret="x", store=store)
        with pytest.raises(MailError, match=said):
            mailbox.fetch_mail(db, now=NOW, store=store, patience=0.2)


def test_no_server_no_contacts_no_account(db: Database, store: SecretStore) -> None:
    with pytest.raises(MailError, match="No mailbox is set up"):
        mailbox.fetch_mail(db, now=NOW, store=store)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    chosen = MailAccount(imap_host="127.0.0.1", imap_port=port, imap_security="plain", user="anna")
    mailbox.set_mailbox(db, chosen, secret="x", store=store)
    with pytest.raises(MailError, match="No supplier has a contact"):
        mailbox.fetch_mail(db, now=NOW, store=store)
    with pytest.raises(MailError, match="takes no connections"):
        mailbox.test_mailbox(db, store=store)
