"""The agenda of a check-in: what to talk about, taken along as text or appointment, and what came of it."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from supplychain_app.language import tr
from supplychain_app.services import check_ins, working_days
from supplychain_app.services.check_ins import Agenda
from supplychain_app.storage.connection import Database
from supplychain_app.ui.shared import file_dialogs, formats
from supplychain_app.ui.shared.asking import Form, day_of
from supplychain_app.ui.shared.screen import caption, plain, primary
from supplychain_app.ui.shared.session import Session

NOUNS = frozenset({"suppliers", "check_ins"})


def show_agenda(session: Session, parent: QWidget, supplier_id: int) -> None:
    """Read what is open with this supplier and show it."""
    job = session.read(tr("Preparing the check-in"), check_ins.agenda, supplier_id, today=session.today)
    job.done.connect(lambda found: AgendaWindow(session, found, parent).show())
    job.failed.connect(session.failed)


class AgendaWindow(QDialog):
    """What to talk about, and three things to do with it."""

    def __init__(self, session: Session, found: Agenda, parent: QWidget) -> None:
        super().__init__(parent)
        self.session, self.found = session, found
        self.setWindowTitle(tr("Check-in with {supplier}", supplier=found.supplier))
        self.resize(640, 560)
        self.text = QTextBrowser()
        self.text.setAccessibleName(tr("Agenda"))
        self.text.setMarkdown(_markdown(found))
        self.text.document().setDocumentMargin(16)
        layout = QVBoxLayout(self)
        about = tr(
            "For {day}; the next one by the rhythm on {next_on}.",
            day=formats.day(found.day),
            next_on=formats.day(found.next_on),
        )
        if found.last:
            about += tr(" Last time: {last}.", last=found.last)
        words = caption(about)
        words.setWordWrap(True)
        layout.addWidget(words)
        layout.addWidget(self.text, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.copy_button, self.save_button = (
            plain(tr("Copy as text"), "copy"),
            plain(tr("Save as appointment …"), "download"),
        )
        self.held_button = primary(tr("It took place …"), "check")
        for button, act in (
            (self.copy_button, self.copy),
            (self.save_button, self.save),
            (self.held_button, self.hold),
        ):
            button.clicked.connect(act)
            buttons.addWidget(button)
        layout.addLayout(buttons)

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.found.text())
        self.session.said.emit(tr("The agenda is on the clipboard."))

    def save(self) -> None:
        path = file_dialogs.to_save(self, tr("Save as appointment"), "check-in.ics", tr("Appointments (*.ics)"))
        if path is not None:
            job = self.session.read(tr("Saving"), _write, self.found, path, self.session.now)
            job.done.connect(lambda _: self.session.said.emit(tr("Written to {name}.", name=path)))
            job.failed.connect(self.session.failed)

    def hold(self) -> None:
        form = Form(tr("Check-in"), tr("Save"), self, self.found.supplier)
        held = form.add_date(tr("&Held on"), self.session.today)
        note = form.add_text(tr("&What came of it"))
        known = working_days.calendars(self.session.db)
        doubt = partial(working_days.rest, known, [self.found.supplier_id])
        again = form.add_date(tr("&Next one"), self.found.next_on, doubt)
        form.begin_at(note)
        if form.ask():
            self.session.write(
                tr("Check-in"),
                check_ins.hold,
                self.found,
                held_on=day_of(held),
                note=note.text().strip(),
                next_on=day_of(again),
                nouns=NOUNS,
            )
            self.accept()


def _write(_db: Database, found: Agenda, path: Path, stamp: datetime) -> Path:
    """As a job, since it touches the disk; the workspace is not needed."""
    return check_ins.write_invitation(found, path, stamp=stamp)


def _markdown(found: Agenda) -> str:
    if not found.topics:
        return tr("Nothing is late, moved, asked or agreed: a short call will do.")
    parts = []
    for topic in found.topics:
        points = [f"- {_plain(point)}" for point in topic.points]
        if topic.more:
            points.append("- " + tr("and {n} more", n=topic.more))
        parts.append("\n".join([f"#### {topic.title}", "", *points]))
    return "\n\n".join(parts)


def _plain(text: str) -> str:
    """What suppliers wrote is shown as it is, whatever signs it holds."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]()#+-!<>|" else letter for letter in text)
