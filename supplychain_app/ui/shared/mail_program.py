"""Hands a mail to the user's own mail program; where none answers, the text can still be pasted."""

import sys
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from supplychain_app.language import tr
from supplychain_app.mail.drafts import LONGEST_LINK, mail_link
from supplychain_app.ui.shared.session import Session


def write(session: Session, to: str, subject: str, text: str) -> bool:
    """Open a new mail with this text, of a very long one the beginning; whether a program took it."""
    if take_link(mail_link(to, subject, text, longest=LONGEST_LINK)):
        return True
    QGuiApplication.clipboard().setText(f"{subject}\n\n{text}")
    session.failed.emit(
        tr("No mail program took the mail. Its text is on the clipboard: paste it where you write mails.")
    )
    return False


def take_link(link: str) -> bool:
    """Whether the mail program took this mailto: link."""
    return _is_taken("x-scheme-handler/mailto") and QDesktopServices.openUrl(QUrl.fromEncoded(link.encode()))


def take_file(path: Path) -> bool:
    """Whether a program took this draft."""
    return _is_taken("message/rfc822") and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _is_taken(kind: str) -> bool:
    """False where a Linux desktop has no program for this kind: `xdg-open` would open nothing, and tell success."""
    if sys.platform != "linux":
        return True
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.GenericConfigLocation)
    places += QStandardPaths.standardLocations(QStandardPaths.StandardLocation.ApplicationsLocation)
    lists = [Path(place) / name for place in places for name in ("mimeapps.list", "mimeinfo.cache")]
    return any(f"{kind}=" in path.read_text(errors="replace") for path in lists if path.is_file())
