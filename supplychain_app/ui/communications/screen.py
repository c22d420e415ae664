"""The Communications screen: threads that wait, what was read in them, and what to do about it."""

import html
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from supplychain_app.language import tr
from supplychain_app.services import corresponding, reply_reading, replying
from supplychain_app.storage.communications import StoredMessage, StoredSuggestion, Thread
from supplychain_app.storage.connection import Database
from supplychain_app.ui.communications.letters import LettersWindow
from supplychain_app.ui.shared import formats, help, line_forms, mailing, theme
from supplychain_app.ui.shared.asking import Form, day_of
from supplychain_app.ui.shared.commands import command
from supplychain_app.ui.shared.filter_bar import FilterBar
from supplychain_app.ui.shared.loading import Latest
from supplychain_app.ui.shared.row_model import Column, ListModel
from supplychain_app.ui.shared.screen import Screen, caption, heading, plain, primary
from supplychain_app.ui.shared.table import Table

RULE = "<table width='100%' cellspacing='0'><tr><td bgcolor='{}' height='1'></td></tr></table>"
NOTHING_FOUND = tr("Nothing was found in this thread that could be accepted.")
ABOUT_FOUND = ("accept", "accept_everything", "edit", "dismiss")  # commands about what was found in a thread
NO_DATE = tr("This is a tracking number, without a date to edit. Accept it with A.")
MAILS = frozenset({"communications", "orders", "shipments"})
KINDS = {
    "delivery": tr("promise"),
    "ship": tr("leaves"),
    "port": tr("at port"),
    "tracking": tr("tracking"),
    "quantity": tr("quantity"),
}
FILTERS = (
    ("found", tr("With something found")),
    ("we owe", tr("We owe an answer")),
    ("they owe", tr("They owe an answer")),
)


def _waits(to_us: int, to_them: int, found: int) -> str:
    parts = []
    if found:
        parts.append(tr("{found} found", found=found))
    if to_us:
        parts.append(tr("we owe"))
    if to_them:
        parts.append(tr("they owe"))
    return ", ".join(parts)


THREADS = (
    Column("supplier", tr("Supplier"), lambda v: v or tr("not known"), width=18),
    Column("subject", tr("About"), width=36, fill=True),
    Column(
        "questions_to_us",
        tr("Waits"),
        width=13,
        needs=("questions_to_them", "open_suggestions"),
        write_row=_waits,
        tone=lambda v: "bad" if v else None,
    ),
    Column("messages", "", lambda v: f"{v}" if v > 1 else "", right=True, width=4, about=tr("Messages in the thread")),
    Column("last_at", tr("Last"), lambda v: formats.short_day(v[:10]), right=True, width=9),
)
FOUND = (
    Column("purchase_order", tr("Order"), lambda v: v or "?", width=13),
    Column("line", tr("Line"), lambda v: v or "", width=6),
    Column("kind", tr("What"), lambda v: KINDS.get(v, v), width=9),
    Column("current_promise", tr("Was"), formats.short_day, right=True, width=9),
    Column(
        "promised_on",
        tr("Says"),
        right=True,
        width=12,
        needs=("value",),
        write_row=lambda day, value: formats.short_day(day) if day else value or "",
    ),
    Column("quantity", tr("Quantity"), lambda v: "" if v is None else formats.number(v), right=True, width=9),
    Column("words", tr("In these words"), width=30, fill=True),
    Column("confidence", tr("Sure"), formats.percent, right=True, width=7),
)
QUESTIONS = (
    Column("supplier", tr("Supplier"), width=24),
    Column("asked_by", tr("Who waits"), lambda v: tr("they owe us") if v == "us" else tr("we owe them"), width=12),
    Column("purchase_order", tr("Order"), lambda v: v or "", width=13),
    Column("words", tr("Asked"), lambda v: v or "", width=44, fill=True),
    Column("asked_at", tr("On"), lambda v: formats.day(v[:10]), right=True, width=11),
    Column("working_hours", tr("Waiting"), lambda v: tr("{hours:.0f} working h", hours=v), right=True, width=14),
)


def read_thread(db: Database, name: str) -> tuple[list[StoredMessage], list[StoredSuggestion]]:
    return corresponding.thread(db, name), corresponding.suggestions(db, thread=name)


def read_questions(db: Database, now: datetime) -> list[dict[str, Any]]:
    """Open questions as rows, the longest waiting first."""
    found = corresponding.open_questions(db, now)
    names = ("supplier", "asked_by", "purchase_order", "words", "asked_at", "supplier_id", "order_line_id", "id")
    rows = [{n: getattr(o.question, n) for n in names} | {"working_hours": o.working_hours} for o in found]
    return sorted(rows, key=lambda row: -row["working_hours"])


class CommunicationsScreen(Screen):
    """Threads at the left, the messages and what was found at the right; open questions on their own tab."""

    name, title = "communications", tr("Communications")
    cares_about = frozenset({"communications", "imports", "orders"})

    def build(self) -> None:
        read = plain(tr("Read mails …"), "folder")
        read.clicked.connect(self.read_files)
        chase = primary(tr("Chase"), "mail")
        chase.clicked.connect(self.chase)
        self.add_to_bar(read)
        self.add_to_bar(chase)
        self.filters = FilterBar(tr("Words, supplier or order"), FILTERS)
        self.filters.changed.connect(self.refresh)
        self.threads = ListModel(THREADS, self)
        self.table = Table(self.threads, "threads")
        self.table.chosen.connect(self._chosen)
        self.questions = ListModel(QUESTIONS, self)
        self.questions_table = Table(self.questions, "open_questions")
        self.questions_table.opened.connect(self._open_question)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.table)
        splitter.addWidget(self._build_thread())
        splitter.setSizes([640, 540])
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(splitter, tr("Threads"))
        self.tabs.addTab(self.questions_table, tr("Open questions"))
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filters)
        layout.addWidget(self.tabs, 1)
        self._latest, self._thread_read, self._asked = (Latest(self.session) for _ in range(3))
        self._name: str | None = None
        self.setFocusProxy(self.table)

    def _build_thread(self) -> QWidget:
        side = QWidget()
        side.setObjectName("surface")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.subject, self.who = heading(""), caption()
        self.subject.setWordWrap(True)
        self.found = ListModel(FOUND, self)
        self.found_table = Table(self.found, "suggestions")
        self.found_table.opened.connect(lambda _: self.accept())
        self.found_label = QLabel(tr("Found in these messages; nothing counts until you accept it"))
        self.found_label.setProperty("tone", "text2")
        self.found_label.setContentsMargins(16, 6, 16, 2)
        self.found_part = QStackedWidget()
        self.text = QTextBrowser()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setStyleSheet("QTextBrowser { border: none; padding: 0; }")
        self.text.setOpenLinks(False)  # a mail is shown as inert text: nothing in it is ever opened or loaded
        self.text.setAccessibleName(tr("Messages"))
        self.text.document().setDocumentMargin(16)
        head = QWidget()
        rows = QVBoxLayout(head)
        rows.setContentsMargins(16, 10, 16, 4)
        rows.setSpacing(2)
        rows.addWidget(self.subject)
        rows.addWidget(self.who)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.found_label)
        layout.addWidget(self.found_table, 2)
        layout.addWidget(self.text, 3)
        return side

    def refresh(self) -> None:
        self.show_loading(tr("Reading the threads …"))
        self._latest.ask(
            tr("Reading threads"),
            corresponding.threads,
            search=self.filters.text,
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
        """Message files to read, or lines to chase."""
        if isinstance(what, dict):
            self.refresh()
            self._chase(list(what.get("chase_lines") or ()), what.get("supplier_id"))
        else:
            self._read([Path(path) for path in what])

    def _show(self, threads: list[Thread]) -> None:
        filters = self.filters.chosen
        if not threads and not self.filters.text and not filters:
            self.show_empty(
                tr(
                    "No mails yet. Drop .eml, .mbox or .msg files here, or fetch them from your mailbox with M: "
                    "dates and questions in them will be found."
                ),
                tr("Read mails …"),
                self.read_files,
            )
            return
        self.show_content()
        shown = [
            t
            for t in threads
            if ("found" not in filters or t.open_suggestions)
            and ("we owe" not in filters or t.questions_to_us)
            and ("they owe" not in filters or t.questions_to_them)
        ]
        shown.sort(key=lambda t: (not t.questions_to_us, not t.open_suggestions, not t.questions_to_them))
        self.threads.show(shown)
        owed, found = sum(1 for t in threads if t.questions_to_us), sum(t.open_suggestions for t in threads)
        self.set_finding(
            tr(
                "{suggestions} to look at; we owe an answer in {threads}.",
                suggestions=formats.plural(found, "suggestion"),
                threads=formats.plural(owed, "thread"),
            )
        )
        if not shown:
            self._clear_thread()
        row = next((i for i, t in enumerate(shown) if t.thread == self._name), 0)
        if shown:
            self.table.selectRow(row)
            self._chosen(row)

    def _show_questions(self, rows: list[dict[str, Any]]) -> None:
        self.questions.show(rows)
        self.tabs.setTabText(1, tr("Open questions ({rows})", rows=len(rows)) if rows else tr("Open questions"))

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
        self.found.show([])
        self._offer_commands([])
        self.text.clear()
        self.subject.setText("")
        self.who.setText("")

    def _show_thread(self, read: tuple[list[StoredMessage], list[StoredSuggestion]]) -> None:
        messages, found = read
        thread = self.threads.at(self.table.current_row())
        self.subject.setText((thread.subject if thread else "") or tr("No subject"))
        who = (thread.supplier if thread else None) or tr("Supplier not known")
        self.who.setText(f"{who}, {formats.plural(len(messages), 'message')}")
        self.found.show(found)
        self._offer_commands(found)
        self.found_label.setVisible(bool(found))
        self.found_table.setVisible(bool(found))
        if found:
            self.found_table.selectRow(0)
        self.text.setHtml(
            RULE.format(theme.colours().hairline).join(_as_html(message, found) for message in reversed(messages))
        )

    def _offer_commands(self, found: Sequence[StoredSuggestion]) -> None:
        """Where nothing was found there is nothing to accept, and the keys in the bar say so."""
        for action in self.screen_actions:
            if action.objectName() in ABOUT_FOUND:
                dates = action.objectName() != "edit" or any(one.promised_on for one in found)
                action.setEnabled(bool(found) and dates)
                reason = NO_DATE if found else NOTHING_FOUND
                action.setToolTip(action.data().about or action.text() if action.isEnabled() else reason)

    def _selected(self) -> list[StoredSuggestion]:
        rows = self.found_table.selected_rows()
        return [self.found.at(row) for row in rows if self.found.at(row) is not None]

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
        chosen = self._selected()
        if not chosen:
            self.session.said.emit(NOTHING_FOUND)
        else:
            self.session.write(
                tr("Accept"), corresponding.accept_all, [s.id for s in chosen], now=self.session.now, nouns=MAILS
            )

    @command(tr("Accept all"), "Shift+A", "check", bar=False)
    def accept_everything(self) -> None:
        ids = [s.id for s in self.found.rows]
        if ids:
            self.session.write(tr("Accept"), corresponding.accept_all, ids, now=self.session.now, nouns=MAILS)

    @command(tr("Edit"), "E", "edit", about=tr("Accept with another date or quantity"))
    def edit(self) -> None:
        chosen = self._selected()
        if not chosen:
            self.session.said.emit(NOTHING_FOUND)
            return
        one = chosen[0]
        if not one.promised_on:
            self.session.said.emit(NO_DATE)
            return
        form = Form(tr("Accept as"), tr("Accept"), self, f"{one.purchase_order or ''} {one.line or ''}: “{one.words}”")
        day = form.add_date(tr("&Date"), date.fromisoformat(one.promised_on))
        if form.ask():
            self.session.write(
                tr("Accept"), corresponding.accept, one.id, promised_on=day_of(day), now=self.session.now, nouns=MAILS
            )

    @command(tr("Dismiss"), "X", "close")
    def dismiss(self) -> None:
        for one in self._selected():
            self.session.write(tr("Dismiss"), corresponding.dismiss, one.id, now=self.session.now, nouns=MAILS)

    @command(tr("Log a call"), "L", "call")
    def log_call(self) -> None:
        thread = self.threads.at(self.table.current_row())
        line_forms.log_contact(
            self.session,
            self,
            about=(thread.supplier if thread else None) or tr("A call"),
            supplier_id=thread.supplier_id if thread else None,
        )

    @command(tr("Chase"), "C", "mail", about=tr("Write to each supplier that owes something: as drafts, or sent now"))
    def chase(self) -> None:
        thread = self.threads.at(self.table.current_row())
        self._chase([], thread.supplier_id if thread else None)

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
        names, _ = QFileDialog.getOpenFileNames(
            self, tr("Read mails"), "", "Messages (*.eml *.mbox *.msg);;All files (*)"
        )
        if names:
            self._read([Path(name) for name in names])

    @command(tr("Read a returned workbook"), "W", "imports", bar=False)
    def read_reply(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Read a returned workbook"), "", "Workbooks (*.xlsx *.xls *.ods)"
        )
        if name:
            job = self.session.read(tr("Reading the workbook"), reply_reading.read_reply, Path(name))
            job.done.connect(self._offer_reply)
            job.failed.connect(self.session.failed)

    @command(tr("What is this?"), "?", "question", bar=False)
    def explain(self) -> None:
        help.HelpWindow("communications.md", self).show()

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

    def _offer_reply(self, diff: Any) -> None:
        if not diff.changes:
            self.session.said.emit(tr("The workbook proposes no change."))
            return
        about = tr(
            "{changes} proposed by {supplier}.",
            changes=formats.plural(len(diff.changes), "change"),
            supplier=diff.supplier or "the supplier",
        )
        form = Form(tr("A returned workbook"), tr("Accept these"), self, about)
        words = QLabel("\n".join(_change(change) for change in diff.changes[:20]))
        words.setWordWrap(True)
        form.fields.addRow(words)
        if form.ask():
            self.session.write(
                tr("Accepting the workbook"),
                replying.apply_reply,
                diff,
                now=self.session.now,
                only=[change.row for change in diff.changes if change.conflict is None],
                nouns=MAILS,
                then=lambda done: self.session.said.emit(
                    tr("{changes} accepted.", changes=formats.plural(done.applied, "change"))
                ),
            )


def _change(change: reply_reading.Change) -> str:
    """One proposed change, and what happened meanwhile if it is left aside."""
    aside = tr(" – left aside: {conflict}", conflict=change.conflict) if change.conflict else ""
    return f"{change.purchase_order} / {change.line}: {change.field} {change.old or '–'} → {change.new}{aside}"


def _as_html(message: StoredMessage, found: Sequence[StoredSuggestion]) -> str:
    """One message as inert text, with the words that were read marked."""
    text = html.escape(message.body.strip())
    for one in found:
        if one.communication_id == message.id and one.words:
            words = html.escape(one.words)
            text = text.replace(words, f"<span style='background:{theme.colours().highlight}'>{words}</span>", 1)
    way = {"in": tr("from them"), "out": tr("from us"), "internal": tr("note")}.get(message.direction, "")
    head = f"<b>{html.escape(message.sender or way)}</b>  {formats.moment(message.happened_at)}, {message.channel}"
    files = (
        "<br>" + html.escape(tr("Attached: {files}", files=", ".join(message.attachments)))
        if message.attachments
        else ""
    )
    dim = theme.colours().text2
    body = text.replace("\n", "<br>")
    return f"<p><span style='color:{dim}'>{head}{files}</span></p><p>{body}</p>"
