"""The mailbox is set up, tried and fetched in Settings; chasing shows what would be sent, and sends on a button."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from supplychain_app.carriers.secrets import SESSION
from supplychain_app.storage import database
from supplychain_app.ui.settings.mail_page import MailPage
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
