"""A small workspace with a window on it; warnings of Qt fail the test that caused them."""

import gc
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supplychain_app.services import importing, tracking
from supplychain_app.storage import database
from supplychain_app.ui import app
from supplychain_app.ui.main_window import MainWindow
from supplychain_app.ui.shared import theme
from supplychain_app.ui.shared.session import Session

TODAY = date(2026, 11, 23)
HEAD = "PO,Line,Vendor No,Vendor Name,Material,Description,Quantity,Open Qty,Unit Price,Order Date,Delivery Date\n"
FIRST = HEAD + (
    "4501,10,100,Kessler Guss,R1,Housing DN80,100,100,12.50,2026-10-01,2026-11-13\n"
    "4501,20,100,Kessler Guss,R2,Cover DN80,50,50,8.00,2026-10-01,2026-12-15\n"
    "4502,10,200,Meridian Seals,R3,Shaft seal 45 mm,70,70,4.20,2026-10-13,2026-11-26\n"
    "4503,10,200,Meridian Seals,R4,密封圈 · حلقة 🙂,10,10,99.00,2026-10-20,2026-12-22\n"
)
SECOND = HEAD + (
    "4501,10,100,Kessler Guss,R1,Housing DN80,100,100,12.50,2026-10-01,2026-11-13\n"
    "4501,20,100,Kessler Guss,R2,Cover DN80,50,50,8.00,2026-10-01,2027-01-12\n"
    "4503,10,200,Meridian Seals,R4,密封圈 · حلقة 🙂,10,10,99.00,2026-10-20,2026-12-22\n"
)
HARMLESS = ("propagateSizeHints", "raise()", "OpenType support missing", "Populating font family")
"""What the offscreen platform says of itself and of the fonts of this machine."""


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    made = app.application()
    theme.choose_font(made)
    theme.apply(made)
    return made


@pytest.fixture(autouse=True)
def mail_program(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The desktop's list of programs, with one for mails."""
    home = tmp_path_factory.mktemp("desktop")
    listed = home / "applications" / "mimeapps.list"
    listed.parent.mkdir()
    listed.write_text("[Default Applications]\nx-scheme-handler/mailto=post.desktop\nmessage/rfc822=post.desktop\n")
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    return listed


@pytest.fixture(autouse=True)
def warnings(qapp: QApplication) -> Iterator[list[str]]:
    """What Qt complains about during a test; garbage is collected on this thread only, as in the app."""
    found: list[str] = []

    def note(kind: QtMsgType, _where: object, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not any(h in text for h in HARMLESS):
            found.append(text)

    QSettings().clear()
    former = qInstallMessageHandler(note)
    gc.disable()
    yield found
    gc.enable()
    qInstallMessageHandler(former)
    assert not found


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace after two exports: one promise moved, one line no longer listed; one parcel under way."""
    folder = tmp_path_factory.mktemp("small")
    path = folder / "small.db"
    db = database.create_file(path)
    for day, text in ((16, FIRST), (23, SECOND)):
        export = folder / f"open_orders_{day}.csv"
        export.write_text(text, encoding="utf-8")
        importing.import_file(db, export, received_at=datetime(2026, 11, day, 6, tzinfo=UTC))
    tracking.add_unit(db, carrier="dhl", number="4411223344")
    db.close()
    return path


@pytest.fixture
def small(imported: Path, tmp_path: Path) -> Path:
    """A copy of the small workspace that a test may change."""
    return Path(shutil.copy(imported, tmp_path / "small.db"))


OpenWindow = Callable[[Path], MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[OpenWindow]:
    """Opens a window on a workspace and waits until its first screen is there."""
    made: list[MainWindow] = []

    def opened(path: Path) -> MainWindow:
        window = MainWindow(Session(path, today=TODAY))
        made.append(window)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()  # keys belong to the active window
        qtbot.waitUntil(window.isActiveWindow)
        settle(qtbot, window)
        return window

    yield opened
    for window in made:
        window.close()
        window.deleteLater()
    QApplication.processEvents()
    gc.collect()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until no job is under way."""
    qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=15_000)
