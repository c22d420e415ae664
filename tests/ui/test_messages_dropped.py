"""EDI and event files dropped on the window are looked at, applied and taken back like any export."""

import json
import zipfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supplychain_app.ui.imports.screen import ImportsScreen
from tests.ui.conftest import OpenWindow, settle

ACKNOWLEDGEMENT = (
    "UNB+UNOC:3+SUPPLIER:14+BUYER:14+261120:1015+77'UNH+1+ORDRSP:D:96A:UN:EAN005'BGM+231+SO-778+9+AC'"
    "DTM+137:20261120:102'RFF+ON:4501'LIN+1+3'PIA+5+R2:BP'QTY+113:50'DTM+69:20261229:102'RFF+ON:4501:20'"
    "UNS+S'UNT+9+1'UNZ+1+77'"
)
EVENTS = [
    {
        "type": "ObjectEvent",
        "eventTime": "2026-11-19T02:10:00Z",
        "eventTimeZoneOffset": "+01:00",
        "epcList": ["4411223344"],
        "bizStep": "arriving",
    }
]


@pytest.mark.parametrize(
    ("name", "text", "table", "words"),
    [
        ("ack.edi", ACKNOWLEDGEMENT, "promise", "EDIFACT ORDRSP D96A: 1 order line."),
        ("events.json", json.dumps(EVENTS), "tracking_event", "EPCIS 2.0: 1 event."),
    ],
)
def test_a_message_is_looked_at_applied_and_taken_back(
    name: str, text: str, table: str, words: str, open_window: OpenWindow, small: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    window = open_window(small)
    rows = window.session.db[table]
    before = rows.count
    window.import_files([file])
    settle(qtbot, window)
    screen = window.screens["imports"]
    assert isinstance(screen, ImportsScreen)
    assert screen.pages.currentWidget() is screen.pane
    assert words in screen.pane.words.text()
    assert rows.count == before, "a preview changes nothing"
    assert not screen.pane.tabs.isTabVisible(0), "messages have no columns to choose"
    assert screen.pane.samples.rows
    screen.pane.apply.click()
    qtbot.waitUntil(lambda: rows.count == before + 1)
    settle(qtbot, window)
    window.go("imports")
    settle(qtbot, window)
    screen.take_back()
    qtbot.waitUntil(lambda: rows.count == before)
    settle(qtbot, window)


def test_files_in_an_archive_are_brought_in_like_others(
    open_window: OpenWindow, small: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    archive = tmp_path / "dropped.zip"
    mail = b"From: ann@s.example\nDate: Fri, 20 Nov 2026 10:15:00 +0000\nSubject: Hello\n\nDelivery in two weeks.\n"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("in/../ack.edi", ACKNOWLEDGEMENT)
        packed.writestr("a.eml", mail)
    window = open_window(small)
    window.import_files([archive])
    qtbot.waitUntil(lambda: window.session.db["communication"].count_where("subject = 'Hello'") == 1)
    settle(qtbot, window)
    screen = window.screens["imports"]
    assert isinstance(screen, ImportsScreen)
    assert "EDIFACT ORDRSP D96A: 1 order line." in screen.pane.words.text()


def test_an_archive_that_stays_closed_is_told(
    open_window: OpenWindow, small: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    archive = tmp_path / "broken.zip"
    archive.write_bytes(b"PK\x03\x04" + bytes(50))
    window = open_window(small)
    window.import_files([archive])
    qtbot.waitUntil(lambda: "broken.zip is damaged" in window.failure.words.text())


def test_a_folder_stands_for_the_files_in_it(
    open_window: OpenWindow, small: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder, empty = tmp_path / "exports", tmp_path / "empty"
    (folder / "older").mkdir(parents=True)
    empty.mkdir()
    (folder / ".hidden.edi").write_text(ACKNOWLEDGEMENT, encoding="utf-8")
    (folder / "ack.edi").write_text(ACKNOWLEDGEMENT, encoding="utf-8")
    (folder / "events.json").write_text(json.dumps(EVENTS), encoding="utf-8")
    window = open_window(small)
    window.import_files([folder, empty])
    settle(qtbot, window)
    screen = window.screen_shown
    assert isinstance(screen, ImportsScreen)
    assert screen._file == folder / "ack.edi"
    assert screen._waiting == [folder / "events.json"]
    assert window.failure.words.text() == "empty holds no files."
