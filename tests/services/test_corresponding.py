"""A mail becomes suggestions, an accepted one a promise; a chased supplier's workbook comes back as a difference."""

from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from supplychain_app.domain.errors import NotFound
from supplychain_app.exchange import workbook
from supplychain_app.reports.next_steps import NextStep
from supplychain_app.services import corresponding, worklist
from supplychain_app.storage import correspondents, mailboxes
from supplychain_app.storage.connection import Database
from supplychain_app.storage.mailboxes import MailAccount

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def lines(db: Database) -> list[int]:
    """Two open lines of one order with a supplier that has a contact."""
    row = {"identity": "S1", "name": "Kessler Guss", "country": "DE", "recorded_at": "x"}
    supplier = db["supplier"].insert(row).last_pk
    db["contact"].insert({"supplier_id": supplier, "name": "H. Kessler", "email": "h.kessler@kessler.example"})
    order = db["purchase_order"].insert({"number": "4500012345", "recorded_at": "x"}).last_pk
    found = []
    for line in ("10", "20"):
        values = {"purchase_order_id": order, "line": line, "quantity": 10.0, "supplier_id": supplier}
        found.append(int(db["order_line"].insert(values | {"entered_on": "2026-10-01", "recorded_at": "x"}).last_pk))
    return found


def mail(
    body: str, *, sender: str = "h.kessler@kessler.example", to: str = "buyer@us.example", number: int = 1
) -> bytes:
    head = f"From: {sender}\r\nTo: {to}\r\nSubject: PO 4500012345\r\nMessage-ID: <{number}@x>\r\n"
    return (head + f"Date: Mon, 23 Nov 2026 08:{number:02}:00 +0100\r\n\r\n{body}").encode()


def value(db: Database, sql: str) -> Any:
    return db.conn.execute(sql).fetchone()[0]


def test_an_accepted_date_becomes_a_promise_and_can_be_undone(db: Database, lines: list[int]) -> None:
    communication = corresponding.record_mail(db, mail("Pos. 10: neuer Liefertermin 11.12.2026."), now=NOW)
    (found,) = corresponding.suggestions(db)
    assert (found.order_line_id, found.promised_on, found.communication_id) == (lines[0], "2026-12-11", communication)
    edit = corresponding.accept(db, found.id, now=NOW)
    assert value(db, "select current_promise from order_line where line = '10'") == "2026-12-11"
    assert value(db, "select known_on || source from promise") == "2026-11-23mail"
    assert not corresponding.suggestions(db)
    edit.undo(db)
    assert value(db, "select current_promise from order_line where line = '10'") is None
    assert corresponding.suggestions(db)


def test_a_date_may_be_accepted_for_a_line_that_was_not_found(db: Database, lines: list[int]) -> None:
    sent = corresponding.record_mail(db, mail("Order 9999 line 7 will be delivered on 11 December, 3 pcs."), now=NOW)
    assert sent is not None
    (found,) = corresponding.suggestions(db)
    assert found.order_line_id is None
    with pytest.raises(NotFound, match="Choose the line"):
        corresponding.accept(db, found.id, now=NOW)
    offered = correspondents.lines_to_choose(db, sent, found.purchase_order)
    assert {one.id for one in offered} == set(lines), "of the order named there are none: those of the supplier"
    corresponding.accept(db, found.id, line_ids=[lines[1]], quantity=0, now=NOW)
    assert value(db, f"select current_promise from order_line where id = {lines[1]}") == "2026-12-11"
    assert value(db, "select quantity from promise") is None


def test_the_same_mail_is_filed_once(db: Database, lines: list[int]) -> None:
    first = corresponding.record_mail(db, mail("Pos. 10: 11.12.2026"), now=NOW)
    assert corresponding.record_mail(db, mail("Pos. 10: 11.12.2026"), now=NOW) == first
    assert value(db, "select count(*) from suggestion") == 1


def test_a_question_of_ours_runs_until_the_answer(db: Database, lines: list[int]) -> None:
    ask = mail("When will you deliver?", sender="buyer@us.example", to="h.kessler@kessler.example")
    corresponding.record_mail(db, ask, now=NOW)
    (question,) = corresponding.open_questions(db, datetime(2026, 11, 24, 9, tzinfo=UTC))
    assert question.question.asked_by == "us"
    assert question.working_hours == pytest.approx(10), "Monday from 8 to 17, and an hour of Tuesday"
    corresponding.record_mail(db, mail("Line 10 will be delivered on 11 December.", number=2), now=NOW)
    assert not corresponding.open_questions(db, datetime(2026, 11, 24, 9, tzinfo=UTC))
    (one,) = corresponding.threads(db)
    assert [m.direction for m in corresponding.thread(db, one.thread)] == ["out", "in"]


def test_chase_and_the_workbook_that_comes_back(db: Database, lines: list[int], tmp_path: Path) -> None:
    (draft,) = corresponding.chase(db, today=NOW.date(), now=NOW, out=tmp_path)
    assert (draft.language, draft.lines) == ("de", 2)
    text = draft.path.read_bytes()
    assert b"X-Unsent: 1" in text
    assert b"h.kessler@kessler.example" in text
    assert len(corresponding.open_questions(db, datetime(2026, 11, 25, tzinfo=UTC))) == 2
    back = _filled(draft.workbook, tmp_path / "renamed.xlsx")
    diff = corresponding.read_reply(db, back)
    assert [(c.line, c.field, c.new, c.conflict) for c in diff.changes] == [
        ("20", "promise", "2026-12-18", None),
        ("20", "comment", "SUM(A1)", None),
        ("10", "promise", "2026-12-11", None),
    ]
    assert value(db, "select count(*) from promise") == 0
    assert corresponding.apply_reply(db, diff, now=NOW).applied == 3
    assert value(db, "select group_concat(current_promise) from order_line") == "2026-12-11,2026-12-18"
    assert not corresponding.open_questions(db, datetime(2026, 11, 25, tzinfo=UTC))
    assert corresponding.apply_reply(db, corresponding.read_reply(db, back), now=NOW).applied == 0


def test_a_draft_fetched_from_the_sent_folder_is_filed_once(db: Database, lines: list[int], tmp_path: Path) -> None:
    (draft,) = corresponding.chase(db, today=NOW.date(), now=NOW, out=tmp_path)
    written = message_from_bytes(draft.path.read_bytes())
    sent = mail("Sehr geehrter Herr Kessler, bitte bestätigen.", sender="buyer@us.example", to=written["To"], number=9)
    sent = sent.replace(b"PO 4500012345", written["Subject"].encode()).replace(b"08:09:00 +0100", b"10:09:00 +0000")
    assert corresponding.record_mail(db, sent, now=NOW) == draft.communication_id
    assert corresponding.record_mail(db, sent, now=NOW) == draft.communication_id
    assert value(db, "select count(*) || body || message_id from communication").startswith("1Sehr geehrter")
    assert len(corresponding.open_questions(db, datetime(2026, 11, 25, tzinfo=UTC))) == 2
    answer = mail("Beide am 11.12.2026.", number=11).replace(b"Date:", b"In-Reply-To: <9@x>\r\nDate:")
    corresponding.record_mail(db, answer, now=datetime(2026, 11, 24, 9, tzinfo=UTC))
    assert [one.messages for one in corresponding.threads(db)] == [2]
    later = sent.replace(b"<9@x>", b"<12@x>").replace(b"10:09", b"11:09")
    assert corresponding.record_mail(db, later, now=NOW) != draft.communication_id  # the next mail is another one


def test_a_workbook_tells_which_mail_it_belongs_to_whatever_the_subject(
    db: Database, lines: list[int], tmp_path: Path
) -> None:
    (draft,) = corresponding.chase(db, today=NOW.date(), now=NOW, out=tmp_path)
    sent = message_from_bytes(draft.path.read_bytes())
    for name, given in (("Subject", "URGENT"), ("Message-ID", "<9@x>"), ("Date", "Mon, 23 Nov 2026 10:00:00 +0000")):
        sent.replace_header(name, given)
    sent["From"] = "buyer@us.example"
    assert corresponding.record_mail(db, sent.as_bytes(), now=NOW) == draft.communication_id
    back = EmailMessage()
    back["From"], back["To"], back["Subject"] = sent["To"], "buyer@us.example", "Our answer"
    back["Date"] = "Tue, 24 Nov 2026 10:00:00 +0000"
    back.set_content("See the file.")
    back.add_attachment(draft.workbook.read_bytes(), maintype="application", subtype="x", filename="Dates.xlsx")
    corresponding.record_mail(db, back.as_bytes(), now=datetime(2026, 11, 24, 11, tzinfo=UTC))
    assert [one.messages for one in corresponding.threads(db)] == [2]


def test_a_returned_workbook_is_taken_back_as_one_step(db: Database, lines: list[int], tmp_path: Path) -> None:
    (draft,) = corresponding.chase(db, today=NOW.date(), now=NOW, out=tmp_path)
    back = _filled(draft.workbook, tmp_path / "back.xlsx")
    edit = corresponding.apply_reply(db, corresponding.read_reply(db, back), now=NOW)
    notes = "select body from communication c join communication_link k on k.communication_id = c.id"
    assert value(db, f"{notes} where c.channel = 'note' and k.order_line_id = {lines[1]}") == "SUM(A1)"
    edit.undo(db)
    assert value(db, "select count(*) from promise") == 0
    assert value(db, "select count(*) from communication") == 1
    assert value(db, "select count(current_promise) from order_line") == 0
    assert len(corresponding.open_questions(db, datetime(2026, 11, 25, tzinfo=UTC))) == 2
    edit.redo(db)
    assert value(db, "select group_concat(current_promise) from order_line") == "2026-12-11,2026-12-18"
    assert not corresponding.open_questions(db, datetime(2026, 11, 25, tzinfo=UTC))


def test_an_accepted_tracking_number_is_followed_until_that_is_taken_back(db: Database, lines: list[int]) -> None:
    corresponding.record_mail(db, mail("Line 10 was shipped today, tracking number 1Z999AA10123456784."), now=NOW)
    (one,) = [s for s in corresponding.suggestions(db) if s.kind == "tracking"]
    edit = corresponding.accept(db, one.id, now=NOW)
    unit = "select carrier || ' ' || number || ' ' || kind from tracked_unit"
    assert value(db, unit) == "ups 1Z999AA10123456784 parcel"
    linked = value(db, "select count(*) from shipment_line")
    edit.undo(db)
    for table in ("tracked_unit", "shipment", "shipment_line", "search where kind = 'tracked_unit'"):
        assert value(db, f"select count(*) from {table}") == 0
    assert corresponding.suggestions(db)[0].state == "open"
    edit.redo(db)
    assert value(db, unit) == "ups 1Z999AA10123456784 parcel"
    assert value(db, "select count(*) from shipment_line") == linked
    assert value(db, "select count(*) from search where kind = 'tracked_unit'") == 1


def test_a_second_chase_is_a_reminder_of_the_open_question(db: Database, lines: list[int], tmp_path: Path) -> None:
    from supplychain_app.storage import answers
    from supplychain_app.storage.worklist_around import contacts_about

    corresponding.chase(db, today=NOW.date(), now=NOW, out=tmp_path)
    later = datetime(2026, 11, 24, 9, tzinfo=UTC)
    (draft,) = corresponding.chase(db, today=later.date(), now=later, out=tmp_path)
    asked = corresponding.open_questions(db, datetime(2026, 11, 25, tzinfo=UTC))
    assert [one.question.asked_at[:10] for one in asked] == ["2026-11-23", "2026-11-23"]
    assert list(answers.nudges(db, date(2026, 11, 25)).values()) == [2]
    assert contacts_about(db, lines, date(2026, 11, 25))[lines[0]][0] == 2
    answer = (
        mail("We are checking with production.", number=7)
        .replace(
            b"Date:",
            b"In-Reply-To: "
            + value(db, f"select message_id from communication where id = {draft.communication_id}").encode()
            + b"\r\nDate:",
        )
        .replace(b"23 Nov", b"25 Nov")
    )
    corresponding.record_mail(db, answer, now=datetime(2026, 11, 25, 12, tzinfo=UTC))
    assert not corresponding.open_questions(db, datetime(2026, 11, 26, tzinfo=UTC))


def test_a_change_meanwhile_is_shown_as_a_conflict(db: Database, lines: list[int], tmp_path: Path) -> None:
    from supplychain_app.services import editing

    (draft,) = corresponding.chase(db, today=NOW.date(), now=NOW, out=tmp_path)
    editing.record_promise(db, lines[0], date(2026, 12, 4), source="call", known_on=NOW.date())
    diff = corresponding.read_reply(db, _filled(draft.workbook, tmp_path / "back.xlsx"))
    conflicts = [c.line for c in diff.changes if c.conflict]
    assert conflicts == ["10"]
    corresponding.apply_reply(db, diff, now=NOW)
    assert value(db, "select current_promise from order_line where line = '10'") == "2026-12-04"


def _filled(source: Path, target: Path) -> Path:
    """The workbook as a supplier sends it back: rows sorted the other way, a date as text, a formula as comment."""
    sent = workbook.read(source)
    with xlsxwriter.Workbook(target, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(3, 0, ("Purchase order", "Line", "Confirmed date", "Comment", *workbook.HIDDEN))
        for number, row in enumerate(reversed(sent.rows), 4):
            is_first = row.line == "10"
            sheet.write_row(number, 0, (row.purchase_order, row.line))
            sheet.write_row(number, 4, (row.line_id, row.sent_promise, sent.file_id))
            if is_first:
                sheet.write_datetime(number, 2, date(2026, 12, 11), book.add_format({"num_format": "yyyy-mm-dd"}))
            else:
                sheet.write_row(number, 2, ("18.12.2026", "=SUM(A1)"))
    return target


def test_what_a_colleague_asks_who_passes_a_mail_on_is_no_question_of_the_supplier(
    db: Database, lines: list[int]
) -> None:
    mailboxes.save_account(db, MailAccount(user="buyer@us.example"))
    inner = "From: h.kessler@kessler.example\nSubject: PO 4500012345\n\nWhich drawing applies to line 10?"
    passed_on = mail(
        f"Can you take care?\n\n---------- Forwarded message ----------\n{inner}", sender="anna@us.example"
    )
    corresponding.record_mail(db, passed_on.replace(b"Subject: PO", b"Subject: Fwd: PO"), now=NOW)
    assert [q.question.words for q in corresponding.open_questions(db, NOW)] == ["Which drawing applies to line 10?"]


BOUNCE = """From: MAILER-DAEMON@mx.us.example
To: buyer@us.example
Subject: Undelivered Mail
Message-ID: <back@mx>
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b

Your message could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.us.example

Final-Recipient: rfc822; h.kessler@kessler.example
Action: {action}
Status: 5.1.1

--b
Content-Type: text/rfc822-headers

Message-ID: <1@x>
Subject: PO 4500012345

--b--
"""


@pytest.mark.parametrize(("action", "to_do"), [("failed", ["undelivered"]), ("delayed", [])])
def test_a_mail_of_ours_that_came_back_is_to_do_in_its_thread_and_answers_nothing(
    db: Database, lines: list[int], action: str, to_do: list[str]
) -> None:
    ours = mail("When will line 10 arrive?", sender="buyer@us.example", to="h.kessler@kessler.example")
    corresponding.record_mail(db, ours, now=NOW)
    corresponding.record_mail(db, BOUNCE.format(action=action).encode(), now=NOW)
    assert value(db, "select count(distinct thread) from communication") == 1
    assert [one.kind for one in corresponding.suggestions(db)] == to_do
    assert value(db, "select count(*) from question where answered_at is null") == 1
    (thread,) = corresponding.threads(db)
    assert thread.undelivered == len(to_do)
    waiting = [row for row in worklist.build(db, today=NOW.date()).rows if row.group == "waiting_for_reply"]
    assert [row.next_step for row in waiting] == [NextStep.CALL] * len(to_do)
    assert all("h.kessler@kessler.example did not get our mail" in row.why for row in waiting)
    for one in corresponding.suggestions(db):
        corresponding.dismiss(db, one.id, now=NOW)
    assert not any("did not get" in row.why for row in worklist.build(db, today=NOW.date()).rows)


def test_what_has_no_subject_is_called_by_its_first_words(db: Database, lines: list[int]) -> None:
    corresponding.record_text(db, "We spoke about the castings.\nNothing new.", now=NOW)
    assert [one.subject for one in corresponding.threads(db)] == ["We spoke about the castings. Nothing new."]


@pytest.mark.parametrize("words", ["urgently", "kessler guss", "h.kessler@", "4500012345", "100%"])
def test_a_thread_is_found_by_its_words_its_supplier_its_sender_and_its_order_and_shown_whole(
    db: Database, lines: list[int], words: str
) -> None:
    corresponding.record_mail(db, mail("When will line 10 arrive? We need it urgently, 100%."), now=NOW)
    corresponding.record_mail(db, mail("Line 10: 11 Dec 2026.", number=2).replace(b"PO 45", b"Re: PO 45"), now=NOW)
    corresponding.record_mail(db, mail("Hello", sender="x@y.example", number=3).replace(b"PO 45", b"Hi 9"), now=NOW)
    (found,) = corresponding.threads(db, search=words)
    assert (found.subject, found.messages) == ("PO 4500012345", 2)
    assert not corresponding.threads(db, search="1_0%")
