"""The mail account from the command line: set up, tried and fetched from a real Dovecot."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from supplychain_app.carriers.secrets import SESSION
from supplychain_app.cli.main import main
from supplychain_app.storage.connection import Database
from tests.mail import dovecot
from tests.mail.dovecot import Dovecot


@pytest.fixture(autouse=True)
def _nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords typed in elsewhere during this run are not known here."""
    monkeypatch.setattr(SESSION, "_session", {})


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    with dovecot.running() as found:
        yield found


def test_set_up_try_and_fetch(
    workspace: Path,
    db: Database,
    server: Dovecot,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    supplier = db["supplier"].insert({"identity": "S1", "name": "Kessler Guss", "recorded_at": "x"}).last_pk
    db["contact"].insert({"supplier_id": supplier, "email": "h.kessler@kessler.example"})
    db.conn.commit()
    user = server.new_user()
    server.put(user, b"From: h.kessler@kessler.example\r\nSubject: Hello\r\nMessage-ID: <1@x>\r\n\r\nGood morning\r\n")
    named = ["--workspace", str(workspace)]
    monkeypatch.setenv("SUPPLYCHAIN_MAIL_PASSWORD", dovecot.PASSWORD)
    servers = ["--imap", "127.0.0.1", "--imap-port", str(server.port), "--imap-security", "plain"]
    assert main(["mailbox", *servers, "--user", user, "--test", *named]) == 0
    assert "“INBOX” holds 1 mail." in capsys.readouterr().out
    assert main(["fetch-mail", "--json", *named]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {"recorded": 1, "known_already": 0, "left_out": 0, "problems": [], "stopped": False}
    monkeypatch.setenv("SUPPLYCHAIN_MAIL_PASSWORD", "wrong")
    assert main(["fetch-mail", *named]) == 2
    assert "did not accept the password" in capsys.readouterr().err


def test_without_an_account_one_sentence(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fetch-mail", "--workspace", str(workspace)]) == 2
    assert capsys.readouterr().err.startswith("supplychain-app: No mailbox is set up.")


def test_chase_either_writes_or_sends(workspace: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    named = ["--workspace", str(workspace)]
    assert main(["chase", *named]) == 2
    assert main(["chase", "--send", "--out", str(tmp_path), *named]) == 2
    assert capsys.readouterr().err.count("--out FOLDER writes drafts, --send sends them") == 2
    assert main(["chase", "--send", *named]) == 2
    assert "No server to send mails through is set up" in capsys.readouterr().err
