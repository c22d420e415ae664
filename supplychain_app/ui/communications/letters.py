"""Edit the letters that ask suppliers for dates, one a language."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from supplychain_app.language import tr
from supplychain_app.services import letters
from supplychain_app.services.letters import LetterText
from supplychain_app.ui.shared.screen import caption, plain
from supplychain_app.ui.shared.session import Session


class LettersWindow(QDialog):
    """Language, subject and text; saved into the workspace file."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(tr("Letters to suppliers"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 520)
        self.language, self.kind, self.subject, self.text = QComboBox(), QComboBox(), QLineEdit(), QPlainTextEdit()
        for code in letters.LANGUAGES:
            self.language.addItem(letters.LANGUAGES[code], code)
        for kind, words in zip(letters.KINDS, (tr("With the workbook"), tr("Without a workbook")), strict=True):
            self.kind.addItem(words, kind)
        self.kind.currentIndexChanged.connect(self._read)
        self.language.currentIndexChanged.connect(self._read)
        form = QFormLayout(self)
        for label, field in (
            (tr("&Language"), self.language),
            (tr("&Kind"), self.kind),
            (tr("&Subject"), self.subject),
            (tr("&Text"), self.text),
        ):
            caption_of = QLabel(label)
            caption_of.setBuddy(field)
            field.setAccessibleName(label.replace("&", ""))
            form.addRow(caption_of, field)
        places = caption(", ".join(f"${name}: {what}" for name, what in letters.PLACES.items()))
        places.setWordWrap(True)
        form.addRow("", places)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setProperty("tone", "bad")
        form.addRow("", self.problem)
        self.supplied_button, self.save_button = plain(tr("As supplied")), plain(tr("Save"))
        self.save_button.setProperty("role", "primary")
        self.supplied_button.clicked.connect(self._as_supplied)
        self.save_button.clicked.connect(self.save)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.supplied_button)
        buttons.addWidget(self.save_button)
        form.addRow(buttons)
        self._read()

    @property
    def code(self) -> str:
        return str(self.language.currentData())

    def save(self) -> None:
        self.problem.clear()
        job = self.session.jobs.write(
            tr("Letter"),
            letters.keep,
            self.code,
            self.subject.text(),
            self.text.toPlainText(),
            self.kind.currentData(),
        )
        job.done.connect(
            lambda _: self.session.said.emit(
                tr("The letter in {language} is saved.", language=self.language.currentText())
            )
        )
        job.failed.connect(self.problem.setText)

    def _read(self) -> None:
        self.problem.clear()
        job = self.session.read(tr("Reading the letter"), letters.letter, self.code, self.kind.currentData())
        job.done.connect(self._show)
        job.failed.connect(self.problem.setText)

    def _show(self, found: LetterText) -> None:
        self.subject.setText(found.subject)
        self.text.setPlainText(found.text)

    def _as_supplied(self) -> None:
        self._show(letters.supplied(self.code, self.kind.currentData()))
