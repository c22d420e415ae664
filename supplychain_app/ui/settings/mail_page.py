"""The Mail page of Settings: where mails are read and sent, the password for the keyring, and what was fetched."""

from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from supplychain_app.language import tr
from supplychain_app.storage import mailboxes
from supplychain_app.storage.mailboxes import MailAccount
from supplychain_app.ui.shared import formats, mailing, theme
from supplychain_app.ui.shared.screen import caption, heading, line_of, plain, primary
from supplychain_app.ui.shared.session import Session

SECURITY = {"TLS": "tls", "STARTTLS": "starttls", tr("None (this machine only)"): "plain"}
SIGN_IN = {tr("Password or app password"): "password", tr("OAuth token"): "token"}
USUAL_PORTS = {("imap", "tls"): 993, ("imap", "starttls"): 143, ("smtp", "tls"): 465, ("smtp", "starttls"): 587}
NOUNS = frozenset({"settings"})
LETTERS = 34  # that a field is wide


class MailPage(QScrollArea):
    """A form with the two servers; its buttons save, try and fetch."""

    def __init__(self, session: Session) -> None:
        super().__init__(widgetResizable=True)
        self.session = session
        page = QWidget()
        page.setObjectName("surface")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        words = caption(
            tr(
                "Mails are only read, never changed or marked. The password is kept in this system's keyring, "
                "for this user and server; never in the file, a log or an export."
            )
        )
        words.setWordWrap(True)
        column.addWidget(words)
        sides = QHBoxLayout()
        sides.setSpacing(32)
        for title, form in ((tr("Mails in"), self._build_reading()), (tr("Mails out"), self._build_sending())):
            side = QVBoxLayout()
            side.setSpacing(8)
            side.addWidget(heading(title))
            side.addLayout(form)
            side.addStretch(1)
            sides.addLayout(side)
        sides.addStretch(1)
        column.addLayout(sides)
        save = primary(tr("Save"))
        save.clicked.connect(self.save)
        self.test_button = plain(tr("Test connection"), "check")
        self.test_button.clicked.connect(self.test)
        fetch = plain(tr("Fetch now"), "mail")
        fetch.clicked.connect(lambda: mailing.fetch(self.session))
        again = plain(tr("Look at older mails again"))
        again.setToolTip(
            tr("Once more through the last days, say after you added a contact; known mails are not fetched")
        )
        again.clicked.connect(lambda: mailing.fetch(self.session, again=True))
        column.addWidget(line_of(save, self.test_button, fetch, again, 1, margins=(0, 4, 0, 0)))
        self.told = QLabel(wordWrap=True)
        self.told.setAccessibleName(tr("What was fetched"))
        column.addWidget(self.told)
        column.addStretch(1)
        self.setWidget(page)
        self.show_account()

    def _build_reading(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        self.imap_host = _text(form, tr("IMAP server"), "imap.example.com")
        self.imap_security = _choice(form, tr("Encryption of the IMAP server"), tr("Encryption"), SECURITY)
        self.imap_port = _number(form, tr("Port of the IMAP server"), tr("Port"), 65535)
        self.user = _text(form, tr("User"), tr("most often the mail address"))
        self.sign_in = _choice(form, tr("Sign in by"), tr("Sign in by"), SIGN_IN)
        self.secret = _text(form, tr("Password or token"), tr("empty: the one that is there"))
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.folders = _text(form, tr("Folders"), tr("INBOX, Suppliers"))
        self.only_suppliers = QCheckBox(tr("Only mails of the suppliers' domains"))
        form.addRow("", self.only_suppliers)
        self.days_back = _number(form, tr("Days that the first fetch looks back"), tr("First fetch, days back"), 3650)
        self.imap_security.activated.connect(lambda: self._usual_port("imap", self.imap_security, self.imap_port))
        return form

    def _build_sending(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        self.smtp_host = _text(form, tr("SMTP server"), tr("empty: drafts for your mail program"))
        self.smtp_security = _choice(form, tr("Encryption of the SMTP server"), tr("Encryption"), SECURITY)
        self.smtp_port = _number(form, tr("Port of the SMTP server"), tr("Port"), 65535)
        self.sender_address = _text(form, tr("Sender"), tr("your mail address, if the user is none"))
        self.sender_name = _text(form, tr("Your name"), tr("as it stands below the mails"))
        self.smtp_security.activated.connect(lambda: self._usual_port("smtp", self.smtp_security, self.smtp_port))
        return form

    def show_account(self) -> None:
        """Fill the fields from the file."""
        account = mailboxes.account(self.session.db)
        for name in ("imap_host", "user", "smtp_host", "sender_address", "sender_name"):
            getattr(self, name).setText(getattr(account, name))
        for name in ("imap_port", "smtp_port", "days_back"):
            getattr(self, name).setValue(getattr(account, name))
        for name in ("imap_security", "smtp_security", "sign_in"):
            field: QComboBox = getattr(self, name)
            field.setCurrentIndex(field.findData(getattr(account, name)))
        self.folders.setText(", ".join(account.folders))
        self.only_suppliers.setChecked(account.only_suppliers)
        self.show_fetched()

    def show_fetched(self) -> None:
        """What came of the last fetch."""
        last = mailboxes.last_fetch(self.session.db)
        words = (
            tr("Last fetched {ago}: {said}", ago=formats.ago(last.at), said=last.said)
            if last.at
            else tr("Nothing was fetched yet.")
        )
        self.told.setText(
            tr("{words}\nThe last try failed: {error}", words=words, error=last.error) if last.error else words
        )

    def account(self) -> MailAccount:
        """The account as it stands in the fields."""
        folders = tuple(one.strip() for one in self.folders.text().split(",") if one.strip())
        return MailAccount(
            imap_host=self.imap_host.text(),
            imap_port=self.imap_port.value(),
            imap_security=str(self.imap_security.currentData()),
            user=self.user.text(),
            sign_in=str(self.sign_in.currentData()),
            folders=folders or ("INBOX",),
            only_suppliers=self.only_suppliers.isChecked(),
            days_back=self.days_back.value(),
            smtp_host=self.smtp_host.text(),
            smtp_port=self.smtp_port.value(),
            smtp_security=str(self.smtp_security.currentData()),
            sender_address=self.sender_address.text(),
            sender_name=self.sender_name.text(),
        )

    def save(self) -> None:
        self._save(self.session.said.emit)

    def test(self) -> None:
        """Save what is typed, then sign in at each server that is named."""

        def try_out(_: Any) -> None:
            from supplychain_app.services import mailbox, sending

            self.session.said.emit(tr("Asking the mail servers …"))
            if self.account().imap_host.strip():
                job = self.session.read(tr("Trying the mailbox"), mailbox.test_mailbox)
                job.done.connect(
                    lambda found: self.told.setText(
                        tr("{found}\nAll folders: {folders}", found=found[0], folders=", ".join(found[1]))
                    )
                )
                job.done.connect(lambda found: self.session.said.emit(found[0]))
                job.failed.connect(self.session.failed)
            if self.account().smtp_host.strip():
                job = self.session.read(tr("Trying to sign in for sending"), sending.test_sending)
                job.done.connect(self.session.said)
                job.failed.connect(self.session.failed)

        self._save(try_out)

    def _save(self, then: Any) -> None:
        from supplychain_app.services import mailbox

        def saved(sentence: str) -> None:
            self.secret.clear()
            then(sentence)

        self.session.write(
            tr("Saving the mail account"),
            mailbox.set_mailbox,
            self.account(),
            secret=self.secret.text(),
            nouns=NOUNS,
            then=saved,
        )

    def _usual_port(self, kind: str, security: QComboBox, port: QSpinBox) -> None:
        usual = USUAL_PORTS.get((kind, str(security.currentData())))
        if usual and (port.value() in USUAL_PORTS.values()):
            port.setValue(usual)


def _text(form: QFormLayout, label: str, hint: str) -> QLineEdit:
    field = QLineEdit(placeholderText=hint)
    _row(form, label, label, field)
    return field


def _choice(form: QFormLayout, name: str, label: str, choices: dict[str, str]) -> QComboBox:
    field = QComboBox()
    for words, value in choices.items():
        field.addItem(words, value)
    _row(form, name, label, field)
    return field


def _number(form: QFormLayout, name: str, label: str, most: int) -> QSpinBox:
    field = QSpinBox(minimum=1, maximum=most)
    _row(form, name, label, field)
    return field


def _row(form: QFormLayout, name: str, label: str, field: QWidget) -> None:
    words = QLabel(label)
    words.setBuddy(field)
    field.setAccessibleName(name)
    field.setFixedWidth(round(LETTERS * theme.letter(field.fontMetrics())))
    form.addRow(words, field)
