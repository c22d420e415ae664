"""The Settings screen: carriers and their keys, mail, this window and who I am, the worklist's limits, backups."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QScrollArea,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from supplychain_app.language import tr
from supplychain_app.services import preferences, safekeeping, tracking, working_days, worklist
from supplychain_app.storage import order_lines
from supplychain_app.ui import translation
from supplychain_app.ui.settings.carrier_form import ask_carrier
from supplychain_app.ui.settings.mail_page import MailPage
from supplychain_app.ui.shared import file_dialogs, formats, pulling, theme
from supplychain_app.ui.shared.asking import Form
from supplychain_app.ui.shared.commands import command
from supplychain_app.ui.shared.loading import Latest
from supplychain_app.ui.shared.row_model import Column, ListModel
from supplychain_app.ui.shared.screen import Screen, caption, heading, line_of, plain, primary
from supplychain_app.ui.shared.shipment_words import calls_left
from supplychain_app.ui.shared.table import Table
from supplychain_app.ui.shared.working_days import WorkingDaysWindow

CARRIERS = (
    Column("name", tr("Carrier"), width=24),
    Column(
        "connected",
        tr("Keys", "of a carrier"),
        lambda v: tr("there") if v else tr("missing"),
        width=9,
        tone=lambda v: "good" if v else None,
    ),
    Column(
        "enabled",
        tr("Asked"),
        lambda v: tr("yes") if v else tr("no"),
        width=7,
        about=tr("Whether the carrier is asked at all"),
    ),
    Column(
        "calls_left",
        tr("Calls left today"),
        right=True,
        width=14,
        needs=("daily_limit",),
        write_row=calls_left,
        about=tr("How many more questions the carrier allows today"),
    ),
    Column("last_success_at", tr("Last answer"), formats.ago, width=14),
    Column("note", tr("To know"), lambda v: v or "", width=50, fill=True),
)
LIMITS = (
    ("late_probability", tr("Show as “will be late” from a chance of (%)"), 1, 100),
    ("late_days", tr("… and when later than needed by more than (days)"), 0, 60),
    ("acknowledge_working_days", tr("An order should be acknowledged within (working days)"), 0, 30),
    ("reply_working_days", tr("A question should be answered within (working days)"), 0, 30),
    ("stuck_days", tr("Stuck on the way: still for at least (days)"), 1, 60),
    ("arriving_days", tr("Arriving: expected within (days)"), 1, 30),
    ("moved_days", tr("Promise moved: told within the last (days)"), 1, 60),
)
SCHEMES = {tr("As the system"): "system", tr("Light"): "light", tr("Dark"): "dark"}


class SettingsScreen(Screen):
    """Four tabs: carriers, mail, worklist and window, the file."""

    name, title = "settings", tr("Settings")
    help_page = "carriers.md"
    cares_about = frozenset({"settings", "shipments"})

    def build(self) -> Iterator[None]:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._build_carriers(), tr("Carriers"))
        yield
        self.mail = MailPage(self.session)
        self.tabs.addTab(self.mail, tr("Mail"))
        yield
        self.tabs.addTab(self._build_desk(), tr("Worklist and window"))
        yield
        self.tabs.addTab(self._build_file(), tr("This file"))
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self._latest = Latest(self.session)
        self.setFocusProxy(self.carriers_table)

    def select(self, what: Any) -> None:
        """The page another screen sent us to."""
        if what == "mail":
            self.tabs.setCurrentWidget(self.mail)

    def refresh(self) -> None:
        self.mail.show_fetched()
        self._latest.ask(
            tr("Reading the carriers"),
            tracking.carrier_health,
            self.session.now,
            then=self._show,
            failed=self.session.failed.emit,
        )
        limits = worklist.thresholds(self.session.db)
        for name, field in self.limits.items():
            value = getattr(limits, name)
            field.setValue(round(value * 100) if name == "late_probability" else int(value))
        self.people.blockSignals(True)
        self.people.clear()
        self.people.addItems(["", *order_lines.people(self.session.db)])
        self.people.setCurrentText(str(QSettings().value("owner") or ""))
        self.people.blockSignals(False)
        size = self.session.path.stat().st_size / 1e6
        self.file_words.setText(f"{self.session.path}\n{formats.number(size, 1)} MB")

    def _show(self, health: list[Any]) -> None:
        row = max(0, self.carriers_table.current_row())
        self.carriers.show(health)
        self.carriers_table.selectRow(min(row, len(health) - 1))
        ready = [h.name for h in health if h.connected and h.enabled]
        self.set_finding(
            tr("Carriers that can be asked: {ready}.", ready=", ".join(ready))
            if ready
            else tr("No carrier has its keys yet.")
        )

    def _build_carriers(self) -> QWidget:
        page = QWidget()
        page.setObjectName("surface")
        self.carriers = ListModel(CARRIERS, self)
        self.carriers_table = Table(self.carriers, "carriers")
        self.carriers_table.opened.connect(lambda _: self.edit_carrier())
        keys = primary(tr("Keys and settings"), "edit")
        keys.clicked.connect(self.edit_carrier)
        test = plain(tr("Test the connection"), "check")
        test.clicked.connect(self.test_carrier)
        switch = plain(tr("Ask, or do not ask"))
        switch.clicked.connect(self.switch_carrier)
        self.carrier_note = caption()  # in full, where its column has too little room
        self.carrier_note.setWordWrap(True)
        self.carriers_table.chosen.connect(self._tell_carrier)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.carriers_table, 1)
        foot = line_of(self.carrier_note, switch, test, keys)
        foot.layout().setStretch(0, 1)
        layout.addWidget(foot)
        return page

    def _tell_carrier(self, row: int) -> None:
        health = self.carriers.at(row)
        kept = tr("Keys are kept in this system's keyring, never in the file, a log or an export.")
        self.carrier_note.setText(f"{health.note}\n{kept}" if health is not None and health.note else kept)

    def _build_desk(self) -> QWidget:
        page = QWidget()
        page.setObjectName("surface")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(heading(tr("When a line appears on Today")))
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        self.limits: dict[str, QSpinBox] = {}
        for name, words, least, most in LIMITS:
            field = QSpinBox(minimum=least, maximum=most)
            field.setAccessibleName(words)
            field.setMaximumWidth(120)
            label = QLabel(words)
            label.setBuddy(field)
            form.addRow(label, field)
            self.limits[name] = field
        column.addLayout(form)
        save = primary(tr("Save these limits"))
        save.clicked.connect(self.save_limits)
        column.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
        ours = plain(tr("Our working days …"), "moved")
        ours.clicked.connect(self.edit_our_days)
        told = caption(tr("Our country and days off: proposed dates leave them out."))
        column.addWidget(line_of(ours, told, 1, margins=(0, 0, 0, 0)))
        column.addSpacing(12)
        column.addWidget(heading(tr("This window")))
        window = QFormLayout()
        window.setHorizontalSpacing(20)
        self.people = QComboBox()
        self.people.setEditable(True)
        self.people.setAccessibleName(tr("Who I am"))
        self.people.setToolTip(tr("“Mine” on Today shows this owner's rows"))
        self.people.currentTextChanged.connect(lambda text: QSettings().setValue("owner", text.strip()))
        self.people.setMaximumWidth(260)
        window.addRow(tr("Who I am"), self.people)
        self.scheme = QComboBox()
        self.scheme.addItems(list(SCHEMES))
        self.scheme.setAccessibleName(tr("Colours"))
        self.scheme.setMaximumWidth(260)
        wish = str(QSettings().value("scheme") or "system")
        self.scheme.setCurrentText(next((w for w, n in SCHEMES.items() if n == wish), tr("As the system")))
        self.scheme.activated.connect(self._set_scheme)
        window.addRow(tr("Colours"), self.scheme)
        self.language = QComboBox()
        for code, name in translation.LANGUAGES.items():
            self.language.addItem(name or tr("As the system"), code)
        self.language.setAccessibleName(tr("Language"))
        self.language.setMaximumWidth(260)
        self.language.setCurrentIndex(max(0, self.language.findData(str(QSettings().value("language") or ""))))
        self.language.activated.connect(self._set_language)
        window.addRow(tr("Language"), self.language)
        self.every = QComboBox()
        self.every.addItems(list(pulling.CHOICES))
        self.every.setAccessibleName(tr("Ask carriers"))
        self.every.setToolTip(tr("While this window is open, and within each carrier's limits"))
        self.every.setMaximumWidth(260)
        wished = pulling.every_hours()
        self.every.setCurrentText(next((w for w, hours in pulling.CHOICES.items() if hours == wished), ""))
        self.every.activated.connect(
            lambda _: QSettings().setValue(pulling.EVERY, pulling.CHOICES[self.every.currentText()])
        )
        window.addRow(tr("Ask carriers"), self.every)
        column.addLayout(window)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(page)
        return area

    def _build_file(self) -> QWidget:
        page = QWidget()
        page.setObjectName("surface")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(heading(tr("This file")))
        self.file_words = QLabel()
        self.file_words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.file_words)
        for text, icon, about, act in (
            (tr("Back up now …"), "save", tr("A consistent copy, while you go on working."), self.back_up),
            (
                tr("Restore a backup …"),
                "undo",
                tr("Puts a backup in this file's place; what stands here is kept beside it."),
                self.restore,
            ),
            (tr("Check the file"), "data_quality", tr("Asks SQLite whether every page is sound."), self.check),
        ):
            button = plain(text, icon)
            button.setMinimumWidth(190)
            button.clicked.connect(act)
            column.addWidget(line_of(button, caption(about), 1, margins=(0, 0, 0, 0)))
        column.addStretch(1)
        return page

    def _carrier(self) -> Any:
        return self.carriers.at(self.carriers_table.current_row())

    @command(tr("Keys and settings"), "K", "edit")
    def edit_carrier(self) -> None:
        if self.tabs.currentWidget() is self.mail:
            self.mail.imap_host.setFocus()
            return
        health = self._carrier()
        if health is None:
            return
        account = tracking.accounts(self.session.db).get(health.carrier)
        settings = account.settings if account else {}
        typed = ask_carrier(self, health.carrier, settings, connected=health.connected)
        if typed is None:
            return
        self.session.write(
            tr("Saving the carrier"),
            tracking.set_account,
            health.carrier,
            typed.settings,
            typed.keys,
            nouns=frozenset({"settings", "shipments"}),
            then=self.session.said.emit,
        )

    @command(tr("Test the connection"), "T", "check")
    def test_carrier(self) -> None:
        if self.tabs.currentWidget() is self.mail:
            self.mail.test()
            return
        health = self._carrier()
        if health is not None:
            self.session.said.emit(tr("Asking {name} …", name=health.name))
            self.session.write(
                tr("Asking {name}", name=health.name),
                tracking.test_connection,
                health.carrier,
                nouns=frozenset({"settings"}),
                then=self.session.said.emit,
            )

    @command(tr("Ask, or not"), "A", bar=False, about=tr("Switch the selected carrier on or off"))
    def switch_carrier(self) -> None:
        health = self._carrier()
        if health is not None:
            self.session.write(
                tr("Switching the carrier"),
                tracking.pause,
                health.carrier,
                enabled=not health.enabled,
                nouns=frozenset({"settings"}),
            )

    @command(
        tr("Our working days …"), "W", "moved", bar=False, about=tr("Our country, and days on which we are closed")
    )
    def edit_our_days(self) -> None:
        WorkingDaysWindow(self.session, self, None, "", working_days.our_country(self.session.db)).show()

    def back_up(self) -> None:
        window: Any = self.window()
        window.choose_backup()

    @command(tr("Restore a backup"), "Ctrl+Shift+R", "undo", bar=False)
    def restore(self) -> None:
        backup = file_dialogs.to_open(self, tr("Restore a backup"), tr("Workspaces (*.db *.sqlite);;All files (*)"))
        if backup is None:
            return
        form = Form(
            tr("Restore a backup"),
            tr("Restore"),
            self,
            tr(
                "{backup} takes the place of {file}. The file as it is now is kept beside it.",
                backup=backup.name,
                file=self.session.path.name,
            ),
        )
        if not form.ask():
            return
        path, window = self.session.path, self.window()
        job = self.session.jobs.outside(tr("Restoring"), safekeeping.restore, backup, path)
        job.done.connect(lambda _: window.file_asked.emit(path))  # type: ignore[attr-defined]
        job.failed.connect(self.session.failed)

    @command(tr("Check the file"), "Ctrl+Shift+C", "data_quality", bar=False)
    def check(self) -> None:
        job = self.session.read(tr("Checking the file"), safekeeping.integrity)
        job.done.connect(
            lambda found: (
                self.session.said.emit(tr("The file is sound."))
                if found == "ok"
                else self.session.failed.emit(tr("The file is damaged: {found}. Restore a backup.", found=found))
            )
        )

    def save_limits(self) -> None:
        values = {name: field.value() for name, field in self.limits.items()}
        chosen: dict[str, float] = {**values, "late_probability": values["late_probability"] / 100}
        self.session.write(
            tr("Saving the limits"),
            preferences.save_limits,
            chosen,
            nouns=frozenset({"worklist"}),
        )

    def _set_language(self) -> None:
        QSettings().setValue("language", self.language.currentData())
        self.session.said.emit(tr("The window speaks this language from its next start."))

    def _set_scheme(self) -> None:
        name = SCHEMES[self.scheme.currentText()]
        QSettings().setValue("scheme", name)
        theme.set_scheme(name)
