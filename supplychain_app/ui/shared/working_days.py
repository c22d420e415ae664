"""The working days of a supplier, or ours: the country that is kept to, and days of one's own; add, change, remove."""

from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from supplychain_app.domain.calendars import Kind, OwnDays, countries
from supplychain_app.language import tr
from supplychain_app.services import agreements, working_days
from supplychain_app.storage.own_days import Entry
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.asking import Form, day_of, set_earliest
from supplychain_app.ui.shared.row_model import Column, ListModel
from supplychain_app.ui.shared.screen import caption, plain, primary
from supplychain_app.ui.shared.session import ALL, Session
from supplychain_app.ui.shared.table import Table

NOUNS = ALL | {"worklist", "figures"}
KINDS = {Kind.CLOSED: tr("closed"), Kind.WORKING: tr("at work"), Kind.SATURDAYS: tr("at work on Saturdays")}
COLUMNS = (
    Column("first_on", tr("From"), formats.day, right=True, width=14),
    Column("last_on", tr("To", "of days"), formats.day, right=True, width=14),
    Column("kind", tr("What"), lambda kind: KINDS.get(kind, ""), width=20),
    Column("reason", tr("Reason"), width=30, fill=True),
)


def _row_of(entry: Entry) -> dict[str, Any]:
    """An entry as the list shows it."""
    days = entry.days
    return {"first_on": days.first, "last_on": days.last, "kind": days.kind, "reason": days.reason, "entry": entry}


class WorkingDaysWindow(QDialog):
    """Of one supplier, or our own (None): each change is saved at once, and Ctrl+Z takes it back."""

    def __init__(self, session: Session, parent: QWidget, supplier_id: int | None, name: str, country: str) -> None:
        super().__init__(parent)
        self.session, self.supplier_id, self.name = session, supplier_id, name
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Working days of {name}", name=name) if name else tr("Our own working days"))
        self.resize(700, 460)
        self.country = QComboBox()
        self.country.setAccessibleName(tr("Country"))
        self.country.addItem(tr("not known: Monday to Friday"), "")
        for code in sorted({*countries(), *filter(None, [country])}):
            self.country.addItem(_named(code), code)
        self.country.setCurrentIndex(max(0, self.country.findData(country)))
        self.country.activated.connect(self._set_country)
        label = QLabel(tr("&Country"))
        label.setBuddy(self.country)
        about = caption(
            tr("Its weekend and public holidays are not worked. Below stands what differs: a shutdown, a Saturday.")
        )
        about.setWordWrap(True)
        self.model = ListModel(COLUMNS, self)
        self.table = Table(self.model, "own_days")
        self.table.setAccessibleName(tr("Own days"))
        self.table.opened.connect(lambda _: self.change())
        self.empty = caption(tr("Nothing differs yet."))
        self.add_button, self.change_button = primary(tr("Add …"), "add"), plain(tr("Change …"), "edit")
        self.remove_button = plain(tr("Remove"), "close")
        buttons = QHBoxLayout()
        buttons.addWidget(self.empty)
        buttons.addStretch(1)
        for button, act in (
            (self.remove_button, self.remove),
            (self.change_button, self.change),
            (self.add_button, self.add),
        ):
            button.clicked.connect(act)
            buttons.addWidget(button)
        for keys, act in (("N", self.add), ("Del", self.remove)):
            QShortcut(QKeySequence(keys), self.table, act, context=Qt.ShortcutContext.WidgetShortcut)
        stack = session.undo_stack
        for keys, act in (("Ctrl+Z", stack.undo), ("Ctrl+Shift+Z", stack.redo), ("Ctrl+Y", stack.redo)):
            QShortcut(QKeySequence(keys), self, act)
        head = QHBoxLayout()
        head.addWidget(label)
        head.addWidget(self.country)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(about)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        session.changed.connect(self.refresh)
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Read again: also what was taken back, or changed elsewhere."""
        row = self.table.current_row()
        entries = working_days.listed(self.session.db, self.supplier_id)
        self.model.show([_row_of(entry) for entry in entries])
        if entries:
            self.table.selectRow(min(max(row, 0), len(entries) - 1))
        self.empty.setVisible(not entries)
        for button in (self.change_button, self.remove_button):
            button.setEnabled(bool(entries))

    def add(self) -> None:
        days = self._asked(OwnDays(self.session.today, self.session.today))
        if days is not None:
            self.session.write(tr("Working days"), working_days.add, self.supplier_id, days, nouns=NOUNS)

    def change(self) -> None:
        entry = self._entry()
        days = self._asked(entry.days) if entry is not None else None
        if days is not None:
            self.session.write(tr("Working days"), working_days.change, entry, days, nouns=NOUNS)

    def remove(self) -> None:
        entry = self._entry()
        if entry is not None:
            self.session.write(tr("Working days"), working_days.remove, entry, nouns=NOUNS)

    def _entry(self) -> Entry | None:
        row = self.model.at(self.table.current_row())
        return row["entry"] if row is not None else None

    def _asked(self, days: OwnDays) -> OwnDays | None:
        form = Form(tr("Own days"), tr("Save"), self, self.name)
        first, last = form.add_date(tr("&From"), days.first), form.add_date(tr("&To", "of days"), days.last)
        set_earliest(last, days.first)
        first.dateChanged.connect(lambda day, last=last: last.setMinimumDate(day))
        kind = form.add_choice(tr("&What"), tuple(KINDS.values()), KINDS[days.kind])
        reason = form.add_text(tr("&Reason"), days.reason, tr("Summer shutdown, inventory …"))
        if not form.ask():
            return None
        chosen = next(one for one, words in KINDS.items() if words == kind.currentText())
        return OwnDays(day_of(first), day_of(last), chosen, reason.text().strip())

    def _set_country(self) -> None:
        code = self.country.currentData()
        if self.supplier_id is None:
            self.session.write(tr("Country"), working_days.set_our_country, code, nouns=NOUNS)
        else:
            change = agreements.set_supplier_field
            self.session.write(tr("Country"), change, self.supplier_id, "country", code or None, nouns=NOUNS)


def _named(code: str) -> str:
    """'JP Japan'."""
    return f"{code}  {QLocale.territoryToString(QLocale.codeToTerritory(code))}"
