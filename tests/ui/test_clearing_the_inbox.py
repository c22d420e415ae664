"""A buyer empties Communications with the keyboard alone: dates accepted, questions answered, a workbook taken over."""

from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from supplychain_app.exchange import workbook
from supplychain_app.services import chasing, corresponding, editing
from supplychain_app.storage import database
from supplychain_app.storage.connection import Database
from supplychain_app.ui.communications.accepting import AcceptForm
from supplychain_app.ui.communications.returned import ReturnedForm
from supplychain_app.ui.communications.screen import CommunicationsScreen
from supplychain_app.ui.main_window import MainWindow
from tests.ui.conftest import OpenWindow, settle

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def mail(number: int, subject: str, text: str, attached: Path | None = None, **heads: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "h@kessler.example", "me@us.example", subject
    message["Date"], message["Message-ID"] = f"Mon, 23 Nov 2026 0{number}:00:00 +0000", f"<{number}@kessler.example>"
    for name, value in heads.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    if attached:
        content = attached.read_bytes()
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=attached.name)
    return message.as_bytes()


@pytest.fixture
def filled(small: Path, tmp_path: Path) -> Path:
    """A workspace with a contact, a workbook sent out, and four mails that wait."""
    db = database.connect(small)
    supplier = db.conn.execute("select id from supplier where name = 'Kessler Guss'").fetchone()[0]
    editing.add_contact(db, supplier, name="H. Kessler", email="h@kessler.example")
    lines = [
        row[0] for row in db.conn.execute("select id from order_line where supplier_id = ? order by id", [supplier])
    ]
    (draft,) = chasing.chase(db, line_ids=lines, today=NOW.date(), now=NOW, out=tmp_path)
    editing.record_promise(db, lines[1], date(2026, 12, 22), source="call", known_on=NOW.date())
    back = _returned(draft.workbook, tmp_path / "Termine.xlsx")
    for one in (
        mail(1, "4501", "PO 4501 line 20 will be delivered on 20.01.2027."),
        mail(2, "Drawing", "Which revision of the drawing applies to order 4501?"),
        mail(3, "Hello", "We moved to a new office."),
        mail(4, "Termine", "See attached.", back, Reply_To="x@elsewhere.example"),
    ):
        corresponding.record_mail(db, one, now=NOW)
    db.close()
    return small


def _returned(sent: Path, path: Path) -> Path:
    asked = workbook.read(sent)
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("Purchase order", "Line", "Confirmed date", *workbook.HIDDEN))
        for number, row in enumerate(asked.rows, 1):
            sheet.write_row(number, 0, (row.purchase_order, row.line, "15.01.2027"))
            sheet.write_row(number, 3, (row.line_id, row.sent_promise, asked.file_id))
        sheet.write_row(9, 0, ("4599", "10", "15.01.2027"))
    return path


@pytest.fixture
def window(filled: Path, open_window: OpenWindow) -> MainWindow:
    return open_window(filled)


@pytest.fixture
def inbox(window: MainWindow, qtbot: QtBot) -> CommunicationsScreen:
    window.go("communications")
    settle(qtbot, window)
    screen = window.screens["communications"]
    assert isinstance(screen, CommunicationsScreen)
    return screen


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, **how: Any) -> None:
    """Press a key where the focus is, and wait for what it started."""
    target = QApplication.focusWidget()
    assert target is not None
    qtbot.keyClick(target, key, **how)
    settle(qtbot, window)
    QApplication.processEvents()
    settle(qtbot, window)


def value(db: Database, sql: str) -> Any:
    return db.conn.execute(sql).fetchone()[0]


def test_the_inbox_is_emptied_with_the_keyboard(
    window: MainWindow, inbox: CommunicationsScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = window.session.db
    written: list[str] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda url: written.append(QUrl(url).toString()))
    shown: list[ReturnedForm] = []

    def take_all(form: ReturnedForm) -> bool:
        shown.append(form)
        assert not window.session.jobs.running, "nothing is under way while the form is open"
        assert form.buttons.button(QDialogButtonBox.StandardButton.Ok).text() == "Accept 1 row"  # the conflict is not
        return True

    monkeypatch.setattr(ReturnedForm, "ask", take_all)
    assert [thread.subject for thread in inbox.threads.rows] == ["Drawing", "Termine", "Hello", "4501"]
    assert inbox.tabs.tabText(0) == "To do (4)"
    waits = [inbox.threads.index(row, 2).data() for row in range(4)]
    assert waits == ["we owe", "1 found, they owe", "to be read", "1 found"]
    press(qtbot, window, Qt.Key.Key_R)
    assert written[0].startswith("mailto:h@kessler.example?subject=Re%3A Drawing")
    press(qtbot, window, Qt.Key.Key_D)
    assert [thread.subject for thread in inbox.threads.rows] == ["Termine", "Hello", "4501"]
    assert "An answer would go to x@elsewhere.example" in inbox.panel.text.toPlainText()
    press(qtbot, window, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: bool(shown))
    settle(qtbot, window)
    rows = [[shown[0].rows.topLevelItem(i).text(c) for c in (1, 3, 5)] for i in range(2)]
    assert [row[0] for row in rows] == ["10", "20"]
    assert rows[1][2] == "The promise was 12 Jan 2027 when we asked, and is 22 Dec 2026 now."
    assert [thread.subject for thread in inbox.threads.rows] == ["Hello", "4501"]
    press(qtbot, window, Qt.Key.Key_X)
    press(qtbot, window, Qt.Key.Key_A)
    assert inbox.pages.currentWidget() is inbox.done
    assert value(db, "select group_concat(current_promise) from order_line where supplier_id = 1") == (
        "2027-01-15,2027-01-20"
    )
    qtbot.keyClick(inbox, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    inbox.show_all()
    settle(qtbot, window)
    assert len(inbox.threads.rows) == 4  # the workbook came back into the thread of the mail it went out with


def test_a_date_is_accepted_for_another_line_with_another_quantity(
    window: MainWindow, inbox: CommunicationsScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def put_right(form: AcceptForm) -> bool:
        offered.extend(form.line.itemText(number) for number in range(form.line.count()))
        form.line.setCurrentIndex(1)
        form.quantity.setValue(40)
        form.day.setDate(form.day.date().addDays(1))
        return True

    monkeypatch.setattr(AcceptForm, "ask", put_right)
    inbox.table.selectRow(3)
    settle(qtbot, window)
    press(qtbot, window, Qt.Key.Key_E)
    assert offered[0] == "4501 / 20"
    assert offered[1].startswith("4501 / 10  ·")
    db = window.session.db
    said = "select line, promised_on, p.quantity from promise p join order_line l on l.id = p.order_line_id"
    assert tuple(db.conn.execute(f"{said} where source = 'mail'").fetchone()) == ("10", "2027-01-21", 40.0)
    assert value(db, "select count(*) from suggestion where state = 'accepted'") == 1


def test_a_question_of_theirs_is_answered_in_the_thread_that_asks(
    window: MainWindow, inbox: CommunicationsScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda url: written.append(QUrl(url).toString()))
    asked = value(window.session.db, "select id from question where asked_by = 'them'")
    window.go("today")
    settle(qtbot, window)
    inbox.tabs.setCurrentIndex(2)  # the open questions were looked at last
    inbox.filters.set_state((), "Termine")
    window.session.go("communications", {"questions": (asked,)})
    settle(qtbot, window)
    assert inbox.isVisible()
    assert inbox.panel.subject.text() == "Drawing"
    inbox.answer()
    assert written[0].startswith("mailto:h@kessler.example?subject=Re%3A Drawing")


def test_a_row_in_conflict_can_be_chosen_and_what_is_lost_is_told(inbox: CommunicationsScreen, filled: Path) -> None:
    db = inbox.session.db
    message = value(db, "select id from communication where subject = 'Termine'")
    from supplychain_app.services.reply_reading import read_attached

    form = ReturnedForm(read_attached(db, message), inbox)
    words = " ".join(label.text() for label in form.findChildren(type(inbox.panel.found_label)))
    assert "Order 4599, line 10 is not in the workspace." in words
    assert form.chosen == [2]
    form.rows.topLevelItem(1).setCheckState(0, Qt.CheckState.Checked)
    assert form.chosen == [2, 3]
    form.deleteLater()


def test_workbooks_dropped_together_are_looked_at_one_after_another_and_other_files_imported(
    window: MainWindow, inbox: CommunicationsScreen, filled: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def ask(form: ReturnedForm) -> bool:
        shown.append(form.rows.topLevelItem(0).text(3))
        return len(shown) == 1

    monkeypatch.setattr(ReturnedForm, "ask", ask)
    first = filled.parent / "Termine.xlsx"
    copy, orders = filled.parent / "Termine again.xlsx", filled.parent / "orders.csv"
    copy.write_bytes(first.read_bytes())
    orders.write_text("Purchase order;Line;Quantity;Delivery date\n4599;10;5;2027-01-15\n", encoding="utf-8")
    window.import_files([first, orders, copy])
    qtbot.waitUntil(lambda: len(shown) == 2)
    settle(qtbot, window)
    assert shown == ["15 Jan", "15 Jan, as before"]
    assert window.screens["imports"].pane.words.text().startswith("1 row of orders")


def test_a_message_on_the_suppliers_page_opens_its_conversation(
    window: MainWindow, inbox: CommunicationsScreen, qtbot: QtBot
) -> None:
    supplier = value(window.session.db, "select id from supplier where name = 'Kessler Guss'")
    window.go("suppliers", supplier)
    settle(qtbot, window)
    messages = window.screens["suppliers"].pane.lists["communications"]
    row = next(i for i, one in enumerate(messages.model().rows) if one["subject"] == "Hello")
    messages.opened.emit(row)
    settle(qtbot, window)
    assert inbox.isVisible()
    assert inbox.panel.subject.text() == "Hello"
    assert {one.supplier for one in inbox.threads.rows} == {"Kessler Guss"}
    inbox.filters.set_state((), "Hello")
    inbox.refresh()
    settle(qtbot, window)
    assert [one.subject for one in inbox.threads.rows] == ["Hello"]
    assert inbox.tabs.tabText(0) == "To do (4)"  # what waits is told whatever is looked for


def test_text_is_pasted_and_attached_files_are_saved(
    window: MainWindow, inbox: CommunicationsScreen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    QGuiApplication.clipboard().setText("From: h@kessler.example\nSubject: 4501\n\nOrder 4501 line 10: 8 January 2027.")
    press(qtbot, window, Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    assert value(window.session.db, "select count(*) from suggestion where promised_on = '2027-01-08'") == 1
    inbox.table.selectRow(next(i for i, one in enumerate(inbox.threads.rows) if one.subject == "Termine"))
    settle(qtbot, window)
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "Termine.xlsx").write_bytes(b"mine")
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getExistingDirectory", lambda *_: str(folder))
    inbox.panel.text.anchorClicked.emit(QUrl("https://tracker.example/"))
    press(qtbot, window, Qt.Key.Key_S)
    assert (folder / "Termine.xlsx").read_bytes() == b"mine"
    assert workbook.is_ours(folder / "Termine (2).xlsx")


def test_keys_are_about_the_question_that_is_chosen(
    window: MainWindow, inbox: CommunicationsScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Any] = []
    logged: list[dict[str, Any]] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", written.append)
    monkeypatch.setattr("supplychain_app.ui.shared.line_forms.log_contact", lambda *_, **how: logged.append(how))
    inbox.tabs.setCurrentIndex(2)
    row = next(i for i, one in enumerate(inbox.questions.rows) if one["asked_by"] == "them")
    inbox.questions_table.selectRow(row)
    inbox.questions_table.setFocus()
    chosen = inbox.questions.rows[row]["id"]
    press(qtbot, window, Qt.Key.Key_R)
    press(qtbot, window, Qt.Key.Key_L)
    assert (written, logged[0]["question_ids"]) == ([], [chosen])
    press(qtbot, window, Qt.Key.Key_D)
    assert chosen not in [one["id"] for one in inbox.questions.rows]
