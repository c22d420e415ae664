"""The mailbox is set up, tried and fetched in Settings; chasing shows what would be sent, and sends on a button."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from supplychain_app.carriers.secrets import SESSION
from supplychain_app.services import mailbox
from supplychain_app.services.mailbox import MailAccount
from supplychain_app.storage import database
from supplychain_app.ui.settings.mail_page import MailPage
from supplychain_app.ui.shared.asking import Form
from tests.mail import dovecot
from tests.mail.dovecot import Dovecot
from tests.ui.conftest import OpenWindow, settle


@pytest.fixture(autouse=True)
def _nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords typed in elsewhere during this run are not known here."""
    monkeypatch.setattr(SESSION, "_session", {})


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    with dovecot.running() as found:
        yield found


@pytest.fixture
def with_contacts(small: Path) -> Path:
    """The small workspace, with someone to write to at one supplier."""
    db = database.connect(small)
    with database.writing(db):
        supplier = db.conn.execute("select id from supplier where name = 'Kessler Guss'").fetchone()[0]
        db.conn.execute(
            "insert into contact (supplier_id, name, email) values (?, 'H. Kessler', 'h@kessler.example')", [supplier]
        )
    db.close()
    return small


def press(page: MailPage, words: str) -> None:
    next(button for button in page.findChildren(QPushButton) if button.text() == words).click()


def test_set_up_try_and_fetch(
    open_window: OpenWindow,
    with_contacts: Path,
    server: Dovecot,
    qtbot: QtBot,
) -> None:
    user = server.new_user()
    server.put(
        user,
        b"From: h@kessler.example\r\nTo: me@us.example\r\nSubject: PO 4501\r\nMessage-ID: <1@x>\r\n"
        b"Date: Mon, 23 Nov 2026 08:00:00 +0100\r\n\r\nPos. 20: neuer Liefertermin 20.01.2027\r\n",
        b"From: private@clinic.example\r\nSubject: Results\r\n\r\nAll is well.\r\n",
    )
    window = open_window(with_contacts)
    window.go("communications")
    settle(qtbot, window)
    window.screens["communications"].fetch_mail()  # type: ignore[attr-defined]
    settle(qtbot, window)
    settings = window.screens["settings"]
    page = settings.mail  # type: ignore[attr-defined]
    assert settings.tabs.currentWidget() is page, "without a mailbox, one is sent where it is set up"  # type: ignore[attr-defined]
    page.imap_host.setText("127.0.0.1")
    page.imap_security.setCurrentIndex(page.imap_security.findData("plain"))
    page.imap_port.setValue(server.port)
    page.user.setText(user)
    page.secret.setText("wrong")
    with qtbot.waitSignal(window.session.failed) as failed:
        page.test_button.click()
    assert "did not accept the password" in failed.args[0]
    settle(qtbot, window)
    assert page.secret.text() == ""
    page.secret.setText(dovecot.PASSWORD)
    page.test_button.click()
    qtbot.waitUntil(lambda: "holds 2 mails" in page.told.text())
    settle(qtbot, window)
    press(page, "Fetch now")
    qtbot.waitUntil(lambda: "1 new mail filed, 1 not from suppliers left out." in page.told.text())
    settle(qtbot, window)
    window.go("communications")
    settle(qtbot, window)
    screen = window.screens["communications"]
    assert [one.subject for one in screen.threads.rows] == ["PO 4501"]  # type: ignore[attr-defined]


def test_another_encryption_brings_its_usual_port(open_window: OpenWindow, small: Path, qtbot: QtBot) -> None:
    window = open_window(small)
    window.go("settings")
    settle(qtbot, window)
    page = window.screens["settings"].mail  # type: ignore[attr-defined]
    page.smtp_security.setCurrentIndex(page.smtp_security.findData("tls"))
    page.smtp_security.activated.emit(0)
    assert page.smtp_port.value() == 465


@pytest.mark.parametrize("wish", ["send", "drafts", "nothing"])
def test_mails_are_shown_and_sent_on_the_button_only(
    wish: str,
    open_window: OpenWindow,
    with_contacts: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    controller = Controller(Sink(), hostname="127.0.0.1", port=port)
    controller.start()
    window = open_window(with_contacts)
    db = window.session.db
    mailbox.set_mailbox(
        db, MailAccount(smtp_host="127.0.0.1", smtp_port=port, smtp_security="plain", sender_address="me@us.example")
    )
    shown: list[str] = []

    def answer(form: Form) -> bool:
        buttons = {button.text(): button for button in form.buttons.buttons()}
        shown.extend(label.text() for label in form.findChildren(QLabel) if label.accessibleName() == "The mails")
        assert "Send 1 mail now" in buttons
        if wish == "drafts":
            buttons["Save drafts …"].click()
        return wish != "nothing"

    monkeypatch.setattr(Form, "ask", answer)
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getExistingDirectory", lambda *_: str(tmp_path))
    window.go("communications")
    settle(qtbot, window)
    said: list[Any] = []
    window.session.said.connect(said.append)
    window.screens["communications"].select({"chase_lines": [], "supplier_id": None})
    qtbot.waitUntil(lambda: bool(shown))
    settle(qtbot, window)
    assert "Kessler Guss, 1 line: h@kessler.example" in shown[0]
    assert "Meridian Seals" in shown[0]
    assert "No contact with a mail address" in shown[0]
    count = db.conn.execute("select count(*) from communication").fetchone()[0]
    if wish == "send":
        qtbot.waitUntil(lambda: "1 mail sent (Kessler Guss), 1 not sent." in said)
    assert count == {"send": 1, "drafts": 2, "nothing": 0}[wish]
    controller.stop()
