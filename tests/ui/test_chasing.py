"""Chasing shows who is asked about what; a mail is logged, and its clock starts, when it is really handed over."""

import email
import email.policy
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from aiosmtpd.controller import Controller
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QClipboard, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from supplychain_app.mail.drafts import LONGEST_LINK
from supplychain_app.services import mailbox, sending
from supplychain_app.services.mailbox import MailAccount
from supplychain_app.storage import database
from supplychain_app.ui.main_window import MainWindow
from supplychain_app.ui.shared.chase_form import NO_ADDRESS, TABLE_HERE, ChaseForm
from tests.ui.conftest import TODAY, OpenWindow, settle

KESSLER, MERIDIAN = 0, 1


class Postman:
    """Takes mails."""

    def __init__(self) -> None:
        self.taken: list[Any] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.taken.append(envelope)
        return "250 OK"


@pytest.fixture
def with_contact(small: Path) -> Path:
    """The small workspace, with someone to write to at one supplier."""
    db = database.connect(small)
    with database.writing(db):
        db.conn.execute("update supplier set language = 'de' where name = 'Kessler Guss'")
        db.conn.execute(
            "insert into contact (supplier_id, name, email)"
            " select id, 'H. Kessler', 'h@kessler.example' from supplier where name = 'Kessler Guss'"
        )
    db.close()
    return small


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What was given to other programs."""
    links: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda link: links.append(link) is None)
    return links


@pytest.fixture
def postman() -> Iterator[tuple[Postman, int]]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    found = Postman()
    controller = Controller(found, hostname="127.0.0.1", port=port)
    controller.start()
    yield found, port
    controller.stop()


@pytest.fixture
def clipboard() -> Iterator[QClipboard]:
    """The clipboard, empty at the end: the offscreen platform cannot free what Python left in it."""
    found = QGuiApplication.clipboard()
    yield found
    found.clear()


Chase = Callable[[MainWindow, Callable[[ChaseForm], None]], None]


@pytest.fixture
def chase(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Chase:
    """Presses C on Communications, does something in the form that opens, and waits until all is done."""

    def chased(window: MainWindow, act: Callable[[ChaseForm], None]) -> None:
        asked: list[bool] = []

        def ask(form: ChaseForm) -> bool:
            form.show()
            form.activateWindow()
            qtbot.waitUntil(form.isActiveWindow)
            act(form)
            if form.isVisible():
                qtbot.keyClick(form, Qt.Key.Key_Escape)
            asked.append(form.result() == ChaseForm.DialogCode.Accepted)
            form.deleteLater()
            return asked[-1]

        monkeypatch.setattr(ChaseForm, "ask", ask)
        window.go("communications")
        settle(qtbot, window)
        window.screens["communications"].select({"chase_lines": [], "supplier_id": None})
        qtbot.waitUntil(lambda: bool(asked))
        settle(qtbot, window)

    return chased


def logged(window: MainWindow) -> list[tuple[str, str, str]]:
    sql = """
    select s.name, c.recipients, c.body from communication c join supplier s on s.id = c.supplier_id order by c.id
    """
    return list(window.session.db.conn.execute(sql).fetchall())


def clocks(window: MainWindow) -> int:
    return int(window.session.db.conn.execute("select count(*) from question").fetchone()[0])


def press_space(qtbot: QtBot, form: ChaseForm, place: int) -> None:
    form.suppliers.setCurrentIndex(form.suppliers.model().index(place, 0))
    qtbot.keyClick(form.suppliers, Qt.Key.Key_Space)


def test_who_is_asked_about_what_is_shown_and_escape_leaves_all_as_it_was(
    open_window: OpenWindow, with_contact: Path, chase: Chase, opened: list[QUrl]
) -> None:
    window = open_window(with_contact)

    def look(form: ChaseForm) -> None:
        rows = [[form.suppliers.topLevelItem(n).text(c) for c in range(5)] for n in (KESSLER, MERIDIAN)]
        assert rows == [
            ["Kessler Guss", "1", "h@kessler.example", "", "German"],
            ["Meridian Seals", "1", NO_ADDRESS, "", "English"],
        ]
        assert form.suppliers.hasFocus()
        assert form.text.toPlainText().startswith("Guten Tag H. Kessler,")
        assert TABLE_HERE in form.text.toPlainText()
        assert form.lines.headerItem().text(0) == "Bestellung"
        assert [form.lines.topLevelItem(0).text(c) for c in (0, 1)] == ["4501", "10"]
        assert form.main_button.text() == "&Open in mail program"

    chase(window, look)
    assert (logged(window), clocks(window), opened) == ([], 0, [])


def test_from_a_thread_its_supplier_alone_is_ticked_and_the_others_are_a_tick_away(
    open_window: OpenWindow, with_contact: Path, qtbot: QtBot
) -> None:
    window = open_window(with_contact)
    mails = sending.planned(window.session.db, today=TODAY, now=window.session.now)
    form = ChaseForm(mails, window, sender="", today=TODAY, only=mails[MERIDIAN].chase.supplier_id)
    assert form.ticked == [MERIDIAN]
    assert form.suppliers.currentIndex().row() == MERIDIAN
    assert form.subject.text() == "Please confirm delivery dates: 4502"
    assert form.told.text().startswith("To be asked: 1 of 2 suppliers.")
    form.all.click()
    assert form.ticked == [KESSLER, MERIDIAN]
    assert form.told.text().startswith("To be asked: 2 of 2 suppliers.")
    form.deleteLater()


def test_a_short_mail_opens_as_a_new_one_and_a_long_one_as_a_draft(
    open_window: OpenWindow, with_contact: Path, chase: Chase, opened: list[QUrl], qtbot: QtBot
) -> None:
    window = open_window(with_contact)

    def open_both(form: ChaseForm) -> None:
        form.workbook.click()
        assert "Arbeitsmappe" not in form.text.toPlainText()
        assert form.hint.text() == "It is short: in your mail program it opens as a new mail."
        form.suppliers.setCurrentIndex(form.suppliers.model().index(MERIDIAN, 0))
        form.to.setText("")
        qtbot.keyClicks(form.to, "dana@meridian.example")
        form.text.appendPlainText("Please hurry. " * 150)
        assert form.hint.text().startswith("It is too long for a mailto: link")
        qtbot.keyClick(form.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    chase(window, open_both)
    assert [link.scheme() for link in opened] == ["mailto", "file"]
    link = urlsplit(bytes(opened[0].toEncoded().data()).decode())
    said = parse_qs(link.query)
    assert link.path == "h@kessler.example"
    assert "4501 | 10" in said["body"][0]
    assert len(opened[0].toEncoded()) <= LONGEST_LINK
    draft = email.message_from_bytes(Path(opened[1].toLocalFile()).read_bytes(), policy=email.policy.default)
    assert (draft["X-Unsent"], draft["To"]) == ("1", "dana@meridian.example")
    assert "Please hurry." in draft.get_body(("plain",)).get_content()
    assert [part.get_filename() for part in draft.iter_attachments()] == []
    assert [row[:2] for row in logged(window)] == [
        ("Kessler Guss", "h@kessler.example"),
        ("Meridian Seals", "dana@meridian.example"),
    ]
    assert clocks(window) == 2
    window.session.undo_stack.undo()
    qtbot.waitUntil(lambda: clocks(window) == 1)


def test_a_mail_that_no_program_takes_is_not_logged(
    open_window: OpenWindow, with_contact: Path, chase: Chase, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda link: False)
    window = open_window(with_contact)
    failures: list[str] = []
    window.session.failed.connect(failures.append)
    chase(window, lambda form: form.main_button.click())
    qtbot.waitUntil(lambda: bool(failures))
    assert "No program opens drafts" in failures[0]
    assert (logged(window), clocks(window)) == ([], 0)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system tells whether a program took it")
def test_where_no_program_is_for_mails_none_is_asked(
    open_window: OpenWindow, with_contact: Path, chase: Chase, opened: list[QUrl], mail_program: Path, qtbot: QtBot
) -> None:
    mail_program.write_text("[Default Applications]\ntext/html=browser.desktop\n")
    window = open_window(with_contact)
    failures: list[str] = []
    window.session.failed.connect(failures.append)
    chase(window, lambda form: form.main_button.click())
    qtbot.waitUntil(lambda: bool(failures))
    assert (opened, logged(window)) == ([], [])


def test_drafts_are_saved_for_the_ticked_suppliers_in_the_words_as_changed(
    open_window: OpenWindow,
    with_contact: Path,
    chase: Chase,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(with_contact)
    folders = ["", str(tmp_path / "out")]
    (tmp_path / "out").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: folders.pop(0))

    def save(form: ChaseForm) -> None:
        form.all.click()
        assert (form.ticked, form.save_button.isEnabled()) == ([], False)
        form.all.click()
        assert form.ticked == [KESSLER, MERIDIAN]
        press_space(qtbot, form, MERIDIAN)
        form.suppliers.setCurrentIndex(form.suppliers.model().index(KESSLER, 0))
        form.subject.selectAll()
        qtbot.keyClicks(form.subject, "Termin?")
        form.save_button.click()
        assert form.isVisible(), "no folder was chosen: nothing is lost"
        form.save_button.click()

    chase(window, save)
    (path,) = (tmp_path / "out").glob("*.eml")
    draft = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert (draft["Subject"], draft["To"]) == ("Termin?", "h@kessler.example")
    assert [part.get_filename() for part in draft.iter_attachments()] == [path.with_suffix(".xlsx").name]
    assert "<table" in draft.get_body(("html",)).get_content()
    assert [row[0] for row in logged(window)] == ["Kessler Guss"]
    assert clocks(window) == 1


def test_a_table_is_copied_with_its_head_and_counts_as_asked_only_when_said_so(
    open_window: OpenWindow, with_contact: Path, chase: Chase, clipboard: QClipboard
) -> None:
    window = open_window(with_contact)

    def copy(form: ChaseForm) -> None:
        form.suppliers.setCurrentIndex(form.suppliers.model().index(MERIDIAN, 0))
        assert form.asked_button.isHidden()
        form.copy_button.click()
        assert "Meridian Seals is on the clipboard" in form.hint.text()

    chase(window, copy)
    data = clipboard.mimeData()
    rows = [line.split("\t") for line in data.text().splitlines()]
    assert rows[0][:3] == ["Purchase order", "Line", "Material"]
    assert [row[0] for row in rows[1:]] == ["4502"]
    assert data.html().count("<tr>") == 2
    assert data.html().count("<th ") == 7
    assert (logged(window), clocks(window)) == ([], 0)

    def copy_and_ask(form: ChaseForm) -> None:
        copy(form)
        form.asked_button.click()

    chase(window, copy_and_ask)
    assert [row[0] for row in logged(window)] == ["Meridian Seals"]
    assert clocks(window) == 1


def test_with_a_server_the_mails_go_to_those_with_an_address(
    open_window: OpenWindow, with_contact: Path, chase: Chase, postman: tuple[Postman, int], qtbot: QtBot
) -> None:
    found, port = postman
    window = open_window(with_contact)
    account = MailAccount(
        smtp_host="127.0.0.1", smtp_port=port, smtp_security="plain", sender_address="me@us.example", sender_name="Ann"
    )
    mailbox.set_mailbox(window.session.db, account)

    def send(form: ChaseForm) -> None:
        assert form.main_button.text() == "Send 1 mail now"
        assert "Ann" in form.text.toPlainText()
        form.main_button.click()

    chase(window, send)
    assert [one.rcpt_tos for one in found.taken] == [["h@kessler.example"]]
    assert [row[0] for row in logged(window)] == ["Kessler Guss"]

    def again(form: ChaseForm) -> None:
        item = form.suppliers.topLevelItem(KESSLER)
        assert (item.checkState(0), item.text(3)) == (Qt.CheckState.Unchecked, "today")
        assert not form.main_button.isEnabled()
        press_space(qtbot, form, KESSLER)
        form.main_button.click()

    chase(window, again)
    assert len(found.taken) == 2
