"""Shows who would be asked about what, lets every mail be changed, and asks by which way it goes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from supplychain_app.language import tr
from supplychain_app.mail.drafts import LONGEST_LINK, Letter, pasted_table, whole_link
from supplychain_app.services import letters
from supplychain_app.services.chasing import Planned
from supplychain_app.services.sending import PlannedMail
from supplychain_app.ui.shared import file_dialogs, formats, theme
from supplychain_app.ui.shared.asking import Form
from supplychain_app.ui.shared.screen import caption

SEND, OPEN, SAVE, ASKED = "send", "open", "save", "asked"
MOST_OPENED = 15  # drafts at once: more windows of a mail program help nobody
TABLE_HERE = tr("[here stands the table of the lines]")
NO_ADDRESS = tr("no address")
HEADS = (tr("Supplier"), tr("Lines"), tr("To"), tr("Last asked"), tr("Language"))
ADDRESS = 2


class ChaseForm(Form):
    """One mail for each supplier at the left, the chosen one at the right; Esc leaves all as it was.

    `way` and `chosen` tell what to do with which mails; nothing is done in here but copying.
    """

    def __init__(
        self, mails: list[PlannedMail], parent: QWidget, *, sender: str, today: date, only: int | None = None
    ) -> None:
        super().__init__(tr("Chase"), "", parent)
        self.resize(1240, 660)
        self.way, self.folder = "", Path()
        self.can_send = bool(sender)
        self._mails, self._today, self._only = mails, today, only
        self._plans = [replace(mail.chase, letter=_marked(mail.chase.letter)) for mail in mails]
        self._edited: set[int] = set()
        self._copied: set[int] = set()
        self._shown = -1
        self.told = caption("")
        self.told.setWordWrap(True)
        self.fields.addRow(self.told)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.addWidget(self._build_list())
        sides.addWidget(self._build_mail())
        sides.setSizes([750, 450])
        sides.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.fields.addRow(sides)
        self.hint = caption("")
        self.hint.setWordWrap(True)
        self.fields.addRow(self.hint)
        self.layout().setStretch(0, 1)
        self._build_buttons()
        self.suppliers.itemChanged.connect(self._count)
        self.suppliers.currentItemChanged.connect(self._show)
        first = next((place for place, mail in enumerate(mails) if mail.chase.supplier_id == only), 0)
        self.suppliers.setCurrentIndex(self.suppliers.model().index(first, 0))
        self.begin_at(self.suppliers)
        self._count()

    def _build_list(self) -> QWidget:
        self.suppliers = QTreeWidget()
        self.suppliers.setAccessibleName(tr("The mails"))
        self.suppliers.setRootIsDecorated(False)
        self.suppliers.setUniformRowHeights(True)
        self.suppliers.setStyleSheet(_rows_style())
        self.suppliers.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.suppliers.setHeaderLabels(list(HEADS))
        for mail in self._mails:
            self.suppliers.addTopLevelItem(self._item(mail))
        header = self.suppliers.header()
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(40)
        header.setMaximumSectionSize(14 * header.fontMetrics().height())
        for column in range(len(HEADS) - 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.all = QCheckBox(tr("A&ll suppliers"))
        self.all.setTristate(True)
        self.all.clicked.connect(self._tick_all)
        side = QWidget()
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.suppliers)
        rows.addWidget(self.all)
        return side

    def _tick_all(self) -> None:
        """All, or none where all were ticked."""
        state = Qt.CheckState.Unchecked if len(self.ticked) == len(self._plans) else Qt.CheckState.Checked
        for place in range(len(self._plans)):
            self.suppliers.topLevelItem(place).setCheckState(0, state)
        self._count()

    def _item(self, mail: PlannedMail) -> QTreeWidgetItem:
        plan = mail.chase
        asked = formats.short_day(plan.asked_on.isoformat()) if plan.asked_on else ""
        asked_today = plan.asked_on == self._today
        asked = tr("today") if asked_today else asked
        lines, language = str(len(plan.lines)), letters.LANGUAGES[plan.language]
        item = QTreeWidgetItem([plan.supplier, lines, plan.letter.to or NO_ADDRESS, asked, language])
        for column in range(len(HEADS)):
            item.setToolTip(column, mail.problem or item.text(column))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        is_meant = self._only in (None, plan.supplier_id) and not asked_today
        item.setCheckState(0, Qt.CheckState.Checked if is_meant else Qt.CheckState.Unchecked)
        return item

    def _build_mail(self) -> QWidget:
        side = QWidget()
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.to, self.subject, self.text = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.to.setPlaceholderText(tr("no address known: give one, or leave it to your mail program"))
        self.text.setTabChangesFocus(True)
        for label, field in ((tr("&To"), self.to), (tr("&Subject"), self.subject), (tr("Te&xt"), self.text)):
            name = QLabel(label)
            name.setBuddy(field)
            field.setAccessibleName(label.replace("&", ""))
            form.addRow(name, field)
        self.to.textEdited.connect(self._keep)
        self.subject.textEdited.connect(self._keep)
        self.text.textChanged.connect(self._keep)
        self.workbook = QCheckBox(tr("Attach the open-order &workbook to each mail"))
        self.workbook.setChecked(True)
        self.workbook.toggled.connect(self._reword)
        self.lines = QTreeWidget()
        self.lines.setAccessibleName(tr("The lines asked about"))
        self.lines.setRootIsDecorated(False)
        self.lines.setUniformRowHeights(True)
        self.lines.setStyleSheet(_rows_style())
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(form, 3)
        column.addWidget(self.lines, 2)
        column.addWidget(self.workbook)
        return side

    def _build_buttons(self) -> None:
        self.main_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.open_button = self._button(tr("&Open in mail program"), lambda: self._go(OPEN))
        self.save_button = self._button(tr("Save &drafts …"), self._save)
        self.copy_button = self._button(tr("&Copy as table"), self.copy)
        self.asked_button = self._button(tr("I &asked with the table"), lambda: self._go(ASKED))
        self.asked_button.setToolTip(tr("Log the mails you pasted the tables into; their clocks start"))
        self.asked_button.hide()
        if not self.can_send:
            self.main_button.setText(self.open_button.text())
            self.open_button.hide()

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setIcon(QIcon())
        button.clicked.connect(act)
        return button

    @property
    def ticked(self) -> list[int]:
        """The places of the mails that are ticked."""
        items = [self.suppliers.topLevelItem(place) for place in range(len(self._plans))]
        return [place for place, item in enumerate(items) if item.checkState(0) == Qt.CheckState.Checked]

    @property
    def chosen(self) -> list[Planned]:
        """The mails to hand over by the way that was chosen, in the words as they stand."""
        places = sorted(self._copied) if self.way == ASKED else self.ticked
        plans = [self._plans[place] for place in places]
        return [plan for plan in plans if plan.letter.to] if self.way == SEND else plans

    @property
    def again(self) -> bool:
        """Was a mail ticked that asks about lines asked about today?"""
        return any(plan.asked_on == self._today for plan in self.chosen)

    def accept(self) -> None:
        self._go(SEND if self.can_send else OPEN)

    def copy(self) -> None:
        """The table of the shown mail to the clipboard, as a mail or a spreadsheet takes it."""
        html, text = pasted_table(self._plans[self._shown].letter)
        data = QMimeData()
        data.setHtml(html)
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)
        self._copied.add(self._shown)
        self.asked_button.show()
        self.hint.setText(
            tr(
                "The table for {supplier} is on the clipboard: paste it into your mail. "
                "When the mail is on its way, press “I asked with the table”, and its clock starts.",
                supplier=self._plans[self._shown].supplier,
            )
        )

    def _go(self, way: str) -> None:
        self.way = way
        if self.chosen and (way != OPEN or len(self.chosen) <= MOST_OPENED):
            super().accept()

    def _save(self) -> None:
        words = tr("Where to put the drafts (one mail for each supplier)")
        folder = file_dialogs.folder(self, words)
        if folder is not None:
            self.folder = folder
            self._go(SAVE)

    def _show(self, *_: Any) -> None:
        self._shown = max(0, self.suppliers.currentIndex().row())
        letter = self._plans[self._shown].letter
        fields = ((self.to, letter.to), (self.subject, letter.subject))
        for field, words in fields:
            field.setText(words)
            field.setCursorPosition(0)
        with QSignalBlocker(self.text):
            self.text.setPlainText(letter.text)
        self.lines.clear()
        self.lines.setHeaderLabels(list(letter.head))
        for row in letter.rows:
            self.lines.addTopLevelItem(QTreeWidgetItem(list(row)))
        for column in range(len(letter.head)):
            self.lines.resizeColumnToContents(column)
        self._hint()

    def _keep(self, *_: Any) -> None:
        """The words as they stand now; a changed text is not put in the place of by the supplied one any more."""
        plan = self._plans[self._shown]
        text = self.text.toPlainText()
        if text != plan.letter.text:
            self._edited.add(self._shown)
        letter = replace(plan.letter, to=self.to.text().strip(), subject=self.subject.text().strip(), text=text)
        self._plans[self._shown] = replace(plan, letter=letter)
        self.suppliers.currentItem().setText(ADDRESS, letter.to or NO_ADDRESS)
        self._count()

    def _reword(self, with_workbook: bool) -> None:
        """The mails with or without a workbook, where the user wrote no words of their own."""
        for place, mail in enumerate(self._mails):
            plan = replace(self._plans[place], with_workbook=with_workbook)
            if place not in self._edited:
                words = mail.chase.letter if with_workbook else mail.chase.bare
                to, subject = plan.letter.to, plan.letter.subject
                plan = replace(plan, letter=_marked(replace(words, to=to, subject=subject)))
            self._plans[place] = plan
        self._show()

    def _count(self, *_: Any) -> None:
        ticked = [self._plans[place] for place in self.ticked]
        some = Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked
        self.all.setCheckState(Qt.CheckState.Checked if len(ticked) == len(self._plans) else some)
        self.told.setText(
            tr(
                "To be asked: {ticked} of {suppliers}. "
                "Nothing is written, sent or logged until you choose a way below.",
                ticked=len(ticked),
                suppliers=formats.plural(len(self._plans), "supplier"),
            )
        )
        addressed = sum(1 for plan in ticked if plan.letter.to)
        if self.can_send:
            self.main_button.setText(tr("Send {count} now", count=formats.plural(addressed, "mail")))
        for button in (self.main_button, self.open_button, self.save_button):
            button.setEnabled(bool(ticked))
        opens = self.open_button if self.can_send else self.main_button
        opens.setEnabled(0 < len(ticked) <= MOST_OPENED)
        if self.can_send:
            self.main_button.setEnabled(addressed > 0)
        self._hint()

    def _hint(self) -> None:
        """What would come of the shown mail."""
        mail, plan = self._mails[self._shown], self._plans[self._shown]
        known = plan.letter.to and plan.letter.to != mail.chase.letter.to  # an address was given meanwhile
        if len(self.ticked) > MOST_OPENED:
            words = tr(
                "Your mail program opens at most {n} drafts at once. Save more than that to a folder.", n=MOST_OPENED
            )
        elif self.can_send and mail.problem and not known:
            words = mail.problem
        elif plan.with_workbook:
            words = tr("In your mail program it opens as a draft, with the workbook attached.")
        elif mailto(plan):
            words = tr("It is short: in your mail program it opens as a new mail.")
        else:
            words = tr("It is too long for a mailto: link: in your mail program it opens as a draft.")
        self.hint.setText(words)


def mailto(plan: Planned) -> str:
    """The link that opens this mail as a new one, or nothing where it is too long or a workbook goes with it."""
    link = whole_link(plan.letter.to, plan.letter.subject, plan.letter.plain)
    return "" if plan.with_workbook or len(link) > LONGEST_LINK else link


def _rows_style() -> str:
    line = theme.colours().text3
    return (
        "QTreeView::item { padding: 4px 6px 4px 0; }"
        f" QTreeView::indicator:unchecked {{ border: 1px solid {line}; border-radius: 2px; }}"
    )


def _marked(letter: Letter) -> Letter:
    """The letter as it is shown: the place of its table is told in words."""
    return replace(letter, text=letter.text.replace(letter.table_mark, TABLE_HERE), table_mark=TABLE_HERE)
