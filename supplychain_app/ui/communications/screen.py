"""The Communications screen: threads that wait, what was read in them, and what to do about it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
)

from supplychain_app.language import tr
from supplychain_app.services import corresponding, deciding, reply_reading
from supplychain_app.storage import correspondents, questions
from supplychain_app.storage.communications import StoredMessage, StoredSuggestion, Thread
from supplychain_app.storage.connection import Database
from supplychain_app.ui.communications.accepting import accept_as
from supplychain_app.ui.communications.columns import QUESTIONS, THREADS
from supplychain_app.ui.communications.letters import LettersWindow
from supplychain_app.ui.communications.returned import ReturnedForm
from supplychain_app.ui.communications.thread_panel import ThreadPanel
from supplychain_app.ui.shared import file_dialogs, formats, line_forms, mail_program, mailing
from supplychain_app.ui.shared.commands import command
from supplychain_app.ui.shared.filter_bar import FilterBar, FilteredScreen
from supplychain_app.ui.shared.jobs import Job
from supplychain_app.ui.shared.loading import Latest
from supplychain_app.ui.shared.pasting import Copied, what_is
from supplychain_app.ui.shared.row_model import ListModel
from supplychain_app.ui.shared.screen import Message, plain, primary
from supplychain_app.ui.shared.table import Table

NOTHING_FOUND = tr("Nothing was found in this thread that could be accepted.")
ABOUT_FOUND = ("accept", "accept_everything", "edit", "dismiss")  # commands about what was found in a thread
NO_DATE = tr("There is no date to edit in it. Accept it with A.")
ALL_DONE = tr("Nothing waits here: every mail was read, and every answer is given.")
MAILS = frozenset({"communications", "orders", "shipments"})
TO_DO, ALL, QUESTIONS_TAB = range(3)
FILTERS = (
    ("found", tr("With something found")),
    ("we owe", tr("We owe an answer")),
    ("they owe", tr("They owe an answer")),
)


def _is_to_do(thread: Thread) -> bool:
    """Is it our turn? What they owe us waits among the open questions."""
    return bool(thread.open_suggestions or thread.questions_to_us)


def read_threads(db: Database, search: str) -> tuple[list[Thread], list[Thread]]:
    """Those found by these words, and all of them, of which it is told how many wait."""
    everything = corresponding.threads(db)
    return corresponding.threads(db, search=search) if search else everything, everything


def read_thread(db: Database, name: str) -> tuple[list[StoredMessage], list[StoredSuggestion]]:
    return corresponding.thread(db, name), corresponding.suggestions(db, thread=name)


def read_questions(db: Database, now: datetime) -> list[dict[str, Any]]:
    """Open questions as rows, the longest waiting first."""
    found = corresponding.open_questions(db, now)
    names = ("supplier", "asked_by", "purchase_order", "words", "asked_at", "supplier_id", "order_line_id", "id")
    rows = [{n: getattr(o.question, n) for n in names} | {"working_hours": o.working_hours} for o in found]
    return sorted(rows, key=lambda row: -row["working_hours"])


class CommunicationsScreen(FilteredScreen):
    """Threads at the left, those first in which something is to do; the messages and what was found at the right."""

    name, title = "communications", tr("Communications")
    help_page = "communications.md"
    cares_about = frozenset({"communications", "imports", "orders"})

    def build(self) -> Iterator[None]:
        read = plain(tr("Read mails …"), "folder")
        read.clicked.connect(self.read_files)
        chase = primary(tr("Chase"), "mail")
        chase.clicked.connect(self.chase)
        self.add_to_bar(read)
        self.add_to_bar(chase)
        self.filters = FilterBar(tr("Words, supplier or order"), FILTERS)
        self.filters.changed.connect(self.refresh)
        yield
        self.threads = ListModel(THREADS, self)
        self.table = Table(self.threads, "threads")
        self.table.give_way(("messages", "last_at"))
        self.table.chosen.connect(self._chosen)
        yield
        self.questions = ListModel(QUESTIONS, self)
        self.questions_table = Table(self.questions, "open_questions")
        self.questions_table.opened.connect(self._open_question)
        yield
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        self.panel = ThreadPanel()
        self.panel.opened.connect(self.accept)
        self.panel.save_asked.connect(self._save)
        splitter.addWidget(self.panel)
        splitter.setSizes([600, 580])
        yield
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(tr("What is shown"))
        for words in (tr("To do"), tr("All threads"), tr("Open questions")):
            self.tabs.addTab(words)
        self.tabs.currentChanged.connect(self._show_tab)
        self.done = Message()
        self.done.say(ALL_DONE, tr("See all threads"), self.show_all)
        self.pages = QStackedWidget()
        for page in (splitter, self.questions_table, self.done):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filters)
        layout.addWidget(self.tabs)
        layout.addWidget(self.pages, 1)
        self._threads: list[Thread] = []
        self._messages: list[StoredMessage] = []
        self._latest, self._thread_read, self._asked = (Latest(self.session) for _ in range(3))
        self._name: str | None = None
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        self.show_loading(tr("Reading the threads …"))
        self._latest.ask(
            tr("Reading threads"),
            read_threads,
            self.filters.text,
            then=self._show,
            failed=self.show_failed,
        )
        self._asked.ask(
            tr("Reading questions"),
            read_questions,
            self.session.now,
            then=self._show_questions,
            failed=self.session.failed.emit,
        )

    def select(self, what: Any) -> None:
        """Message files to read, workbooks that came back, a thread or questions to show, or lines to chase."""
        if isinstance(what, dict) and "workbooks" in what:
            self.refresh()
            self.read_workbooks(what["workbooks"])
        elif isinstance(what, dict) and "questions" in what:
            self._show_questions_in_mails(what["questions"])
        elif isinstance(what, dict) and "thread" in what:
            self.filters.set_state((), what["supplier"])
            self.tabs.setCurrentIndex(ALL)
            self._name = what["thread"]
            self.refresh()
        elif isinstance(what, dict):
            self.refresh()
            self._chase(list(what.get("chase_lines") or ()), what.get("supplier_id"))
        else:
            self._read([Path(path) for path in what])

    def _show_questions_in_mails(self, question_ids: Sequence[int]) -> None:
        """The thread that asks, ready to be answered."""
        self.filters.set_state((), "")
        self.tabs.setCurrentIndex(TO_DO)
        self._name = questions.thread_asking(self.session.db, question_ids) or self._name
        self.refresh()

    def _show(self, read: tuple[list[Thread], list[Thread]]) -> None:
        filters = self.filters.chosen
        threads, everything = read
        if not threads and not self.filters.text and not filters:
            self.show_empty(
                tr(
                    "No mails yet. Drop .eml, .mbox or .msg files here, zipped too, or fetch them from your mailbox "
                    "with M: dates and questions in them will be found."
                ),
                tr("Read mails …"),
                self.read_files,
            )
            return
        self.show_content()
        self._threads = threads
        waiting = [one for one in everything if _is_to_do(one)]
        self.tabs.setTabText(TO_DO, tr("To do ({rows})", rows=len(waiting)) if waiting else tr("To do"))
        owed, found = sum(1 for t in everything if t.questions_to_us), sum(t.open_suggestions for t in everything)
        self.set_finding(
            tr(
                "{suggestions} to look at; we owe an answer in {threads}.",
                suggestions=formats.plural(found, "suggestion"),
                threads=formats.plural(owed, "thread"),
            )
        )
        self.counted.emit(self.name, len(waiting))
        self._show_tab()

    def _show_tab(self, *_: int) -> None:
        """The threads of the chosen tab; the place in the list stays when its thread is done and leaves it."""
        if self.tabs.currentIndex() == QUESTIONS_TAB:
            self.pages.setCurrentWidget(self.questions_table)
            self.setFocusProxy(self.questions_table)
            self._offer_commands([])
            return
        self.setFocusProxy(self.table)
        filters = self.filters.chosen
        shown = [
            t
            for t in self._threads
            if (self.tabs.currentIndex() == ALL or _is_to_do(t) or filters or self.filters.text)
            and ("found" not in filters or t.open_suggestions)
            and ("we owe" not in filters or t.questions_to_us)
            and ("they owe" not in filters or t.questions_to_them)
        ]
        shown.sort(key=lambda t: (not t.questions_to_us, not t.open_suggestions, not t.questions_to_them))
        before = max(self.table.current_row(), 0)
        self.threads.show(shown)
        is_done = not shown and not filters and not self.filters.text
        self.pages.setCurrentIndex(2 if is_done else 0)
        if not shown:
            self._name = None
            self._clear_thread()
            return
        row = next((i for i, t in enumerate(shown) if t.thread == self._name), min(before, len(shown) - 1))
        self.table.selectRow(row)
        self._chosen(row)

    def _show_questions(self, rows: list[dict[str, Any]]) -> None:
        self.questions.show(rows)
        words = tr("Open questions ({rows})", rows=len(rows)) if rows else tr("Open questions")
        self.tabs.setTabText(QUESTIONS_TAB, words)

    def _chosen(self, row: int) -> None:
        thread = self.threads.at(row)
        if thread is None:
            return
        if thread.thread != self._name:
            self._clear_thread()
        self._name = thread.thread
        self._thread_read.ask(
            tr("Reading the thread"),
            read_thread,
            thread.thread,
            then=self._show_thread,
            failed=self.session.failed.emit,
        )

    def _clear_thread(self) -> None:
        """Nothing that is not shown may be accepted."""
        self._messages = []
        self.panel.clear()
        self._offer_commands([])

    def _show_thread(self, read: tuple[list[StoredMessage], list[StoredSuggestion]]) -> None:
        self._messages, found = read
        self.panel.show_thread(self.threads.at(self.table.current_row()), self._messages, found)
        self._offer_commands(found)

    def _offer_commands(self, found: Sequence[StoredSuggestion]) -> None:
        """Where nothing was found there is nothing to accept, and the keys in the bar say so."""
        for action in self.screen_actions:
            if action.objectName() in ABOUT_FOUND:
                dates = action.objectName() != "edit" or any(one.promised_on for one in found)
                action.setEnabled(bool(found) and dates)
                reason = NO_DATE if found else NOTHING_FOUND
                action.setToolTip(action.data().about or action.text() if action.isEnabled() else reason)

    def _question(self) -> dict[str, Any] | None:
        """The open question that is chosen, where these are shown."""
        if self.tabs.currentIndex() != QUESTIONS_TAB:
            return None
        found: dict[str, Any] | None = self.questions.at(self.questions_table.current_row())
        return found

    def _open_question(self, row: int) -> None:
        question = self.questions.at(row)
        if question and question["order_line_id"]:
            self.session.open_lines(
                [question["order_line_id"]], question["purchase_order"] or tr("The line asked about")
            )
        elif question:
            self.session.go("suppliers", question["supplier_id"])

    @command(tr("Accept"), "A", "check", about=tr("The selected dates become promises, with the mail as evidence"))
    def accept(self) -> None:
        chosen = self.panel.selected()
        returned = next((one for one in chosen if one.kind == "workbook"), None)
        if not chosen:
            self.session.said.emit(NOTHING_FOUND)
        elif returned is not None:
            self._read_attached(returned.communication_id)
        else:
            self.session.write(
                tr("Accept"), corresponding.accept_all, [s.id for s in chosen], now=self.session.now, nouns=MAILS
            )

    @command(tr("Accept all"), "Shift+A", "check", bar=False)
    def accept_everything(self) -> None:
        returned = next((one for one in self.panel.found.rows if one.kind == "workbook"), None)
        if returned is not None:
            self._read_attached(returned.communication_id)
        ids = [s.id for s in self.panel.found.rows if s.kind != "workbook"]
        if ids:
            self.session.write(tr("Accept"), corresponding.accept_all, ids, now=self.session.now, nouns=MAILS)

    @command(tr("Edit"), "E", "edit", about=tr("Accept with another date, quantity or order line"))
    def edit(self) -> None:
        chosen = self.panel.selected()
        if not chosen:
            self.session.said.emit(NOTHING_FOUND)
        elif not chosen[0].promised_on:
            self.session.said.emit(NO_DATE)
        else:
            one, session = chosen[0], self.session
            job = session.read(
                tr("Reading lines"), correspondents.lines_to_choose, one.communication_id, one.purchase_order
            )
            # The form stays open for long; by then the job must have ended.
            job.done.connect(
                lambda lines: QTimer.singleShot(0, self, lambda: accept_as(session, self, one, lines, MAILS))
            )
            job.failed.connect(session.failed)

    @command(tr("Dismiss"), "X", "close")
    def dismiss(self) -> None:
        for one in self.panel.selected():
            self.session.write(tr("Dismiss"), corresponding.dismiss, one.id, now=self.session.now, nouns=MAILS)

    @command(tr("Answer"), "R", "mail", about=tr("Write back in your own mail program"))
    def answer(self) -> None:
        mail = next(
            (
                one
                for one in reversed([] if self._question() else self._messages)
                if one.direction == "in" and "@" in (one.sender or "")
            ),
            None,
        )
        if mail is None:
            self.session.said.emit(tr("No mail of theirs is shown that could be answered."))
            return
        subject = mail.subject or ""
        subject = subject if subject.lower().startswith(("re:", "aw:")) else f"Re: {subject}"
        quoted = "\n".join(f"> {line}" for line in mail.body.strip().splitlines())
        mail_program.write(self.session, mail.sender or "", subject, f"\n\n{quoted}")

    @command(tr("Answered"), "D", "check", about=tr("The question is settled, say by phone; its clock stops"))
    def close_question(self) -> None:
        if self.tabs.currentIndex() == QUESTIONS_TAB:
            ids = [self.questions.at(row)["id"] for row in self.questions_table.selected_rows()]
        else:
            name = self._name or ""
            db = self.session.db
            ids = questions.open_questions_of(db, name, "them") or questions.open_questions_of(db, name, "us")
        if not ids:
            self.session.said.emit(tr("No question is open here."))
            return
        self.session.write(tr("Answered"), deciding.close_questions, ids, now=self.session.now, nouns=MAILS)

    @command(tr("Log a call"), "L", "call")
    def log_call(self) -> None:
        question = self._question()
        thread = self.threads.at(self.table.current_row())
        supplier = question["supplier"] if question else thread.supplier if thread else None
        supplier_id = question["supplier_id"] if question else thread.supplier_id if thread else None
        line_forms.log_contact(
            self.session,
            self,
            about=supplier or tr("A call"),
            supplier_id=supplier_id,
            question_ids=[question["id"]] if question else (),
        )

    @command(tr("Chase"), "C", "mail", about=tr("See who would be asked about what; then send, open or save the mails"))
    def chase(self) -> None:
        question = self._question()
        thread = self.threads.at(self.table.current_row())
        self._chase([], question["supplier_id"] if question else thread.supplier_id if thread else None)

    @command(
        tr("Letters to suppliers"), "Ctrl+L", "edit", bar=False, about=tr("The words of the mails that ask for dates")
    )
    def edit_letters(self) -> None:
        LettersWindow(self.session, self).show()

    @command(
        tr("Fetch mail"), "M", "refresh", about=tr("File the suppliers' new mails from your mailbox; it is only read")
    )
    def fetch_mail(self) -> None:
        mailing.fetch(self.session)

    @command(tr("Read mails"), "Ctrl+Shift+O", "folder", bar=False)
    def read_files(self) -> None:
        kinds = tr("Messages (*.eml *.emlx *.mbox *.msg *.zip);;All files (*)")
        paths = file_dialogs.several_to_open(self, tr("Read mails"), kinds)
        archives = [path for path in paths if path.suffix.lower() == ".zip"]
        if archives:
            window: Any = self.window()
            window.import_files(archives)
        if len(paths) > len(archives):
            self._read([path for path in paths if path not in archives])

    @command(tr("Paste a mail's text"), "Ctrl+V", "copy", bar=False)
    def paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if what_is(text) in (Copied.ROWS, Copied.WORD):  # no mail's text
            window: Any = self.window()
            window.paste()
            return
        self.session.write(
            tr("Reading the text"),
            corresponding.record_text,
            text,
            now=self.session.now,
            nouns=MAILS,
            then=self._pasted,
        )

    @command(tr("Save attached files"), "S", "download", bar=False)
    def save_attachments(self) -> None:
        mail = next((one for one in reversed(self._messages) if one.attachments), None)
        if mail is None:
            self.session.said.emit(tr("No file is attached to these messages."))
        else:
            self._save(mail.id)

    @command(tr("Read a returned workbook"), "W", "imports", bar=False)
    def read_reply(self) -> None:
        path = file_dialogs.to_open(self, tr("Read a returned workbook"), tr("Workbooks (*.xlsx *.xls *.ods)"))
        if path is not None:
            self.read_workbooks([path])

    def _read(self, paths: Sequence[Path]) -> None:
        def tell(result: Any) -> None:
            sentence = tr(
                "{messages} filed, {known_already} known already.",
                messages=formats.plural(len(result.recorded), "message"),
                known_already=result.known_already,
            )
            self.session.said.emit(sentence)
            for problem in result.problems[:1]:
                self.session.failed.emit(problem)

        self.session.write(
            tr("Reading mails"),
            corresponding.read_messages,
            list(paths),
            now=self.session.now,
            with_progress=True,
            nouns=MAILS,
            then=tell,
        )

    def _chase(self, line_ids: list[int], supplier_id: int | None) -> None:
        mailing.chase(self.session, self, line_ids, supplier_id)

    def read_workbooks(self, paths: Sequence[Path]) -> None:
        """Show what workbooks that came back propose, one after another."""
        if paths:
            job = self.session.read(tr("Reading the workbook"), reply_reading.read_reply, paths[0])
            self._offer_when_read(job, paths[1:])

    def _read_attached(self, communication_id: int) -> None:
        job = self.session.read(tr("Reading the workbook"), reply_reading.read_attached, communication_id)
        self._offer_when_read(job)

    def _offer_when_read(self, job: Job, later: Sequence[Path] = ()) -> None:
        # The form stays open for long; by then the job must have ended.
        job.done.connect(lambda diff: QTimer.singleShot(0, self, lambda: self._offer_reply(diff, later)))
        job.failed.connect(self.session.failed)
        job.failed.connect(lambda _: self.read_workbooks(later))

    def _offer_reply(self, diff: Any, later: Sequence[Path]) -> None:
        form = ReturnedForm(diff, self)
        if not form.ask():
            self.read_workbooks(later)
            return
        rows = form.chosen
        job = self.session.write(
            tr("Accepting the workbook"), deciding.accept_workbook, diff, now=self.session.now, only=rows, nouns=MAILS
        )
        for ended in (job.done, job.failed):  # the next one is compared with what stands by then
            ended.connect(lambda _: self.read_workbooks(later))

    def _save(self, communication_id: int) -> None:
        folder = file_dialogs.folder(self, tr("Where to put the attached files"))
        if folder is not None:
            job = self.session.read(tr("Saving files"), corresponding.save_attachments, communication_id, folder)
            job.done.connect(
                lambda saved: self.session.said.emit(
                    tr("{files} saved to {folder}.", files=formats.plural(len(saved), "file"), folder=folder)
                )
            )
            job.failed.connect(self.session.failed)

    def _pasted(self, _: Any) -> None:
        self.session.said.emit(tr("The text is filed."))
        self._name = None

    def show_all(self) -> None:
        self.tabs.setCurrentIndex(ALL)
