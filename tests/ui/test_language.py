"""The German of the window: whole, in step with what the program says, and spoken by every screen."""

import ast
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

from supplychain_app import language
from supplychain_app.reports import words, worklist_words

ROOT = Path(__file__).parents[2]
TS = ROOT / "resources" / "translations" / "inbound_de.ts"
GERMAN_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
settings = QSettings("supplychain-app", "supplychain-app")
settings.setValue("language", "de")
settings.sync()
from supplychain_app.ui import translation
translation.begin()
from supplychain_app.storage import database
from supplychain_app.ui import app as application
path = Path(sys.argv[1])
database.open_file(path, create=True).close()
qt = application.application()
app = application.App(qt)
app.start(path)
from supplychain_app.ui.main_window import NAMES
for name in NAMES:
    app.window.go(name)
    print(app.window.screen_shown.title)
from supplychain_app.ui.orders import screen, views
print("views", all(word in dict(screen.FILTERS) for view in views.GIVEN.values() for word in view.keywords))
from supplychain_app.reports import words
print("number", words.number(8217))
app.window.show_help()
from supplychain_app.ui.shared.help import HelpWindow
(opened,) = app.window.findChildren(HelpWindow)
print("help", opened.windowTitle(), opened.browser.document().begin().text())
app.window.close()
"""


def _messages() -> list[ElementTree.Element]:
    return ElementTree.parse(TS).getroot().findall("context/message")


def _said() -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = runpy.run_path(str(ROOT / "packaging" / "translations.py"))["said"]()
    return found


def test_all_that_is_said_has_its_german() -> None:
    known = {(m.findtext("source", ""), m.findtext("comment", "")) for m in _messages()}
    assert known == _said(), "run `python packaging/translations.py update`, translate, and `compile`"
    for message in _messages():
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, message.findtext("source")
        forms = [form.text for form in translation.findall("numerusform")] or [translation.text]
        assert all(forms), message.findtext("source")


def test_the_compiled_german_is_that_of_the_source() -> None:
    german = QTranslator()
    assert german.load(str(TS.with_suffix(".qm")))
    for message in _messages():
        if message.get("numerus") is None:
            source, comment = message.findtext("source", ""), message.findtext("comment", "")
            found = german.translate("inbound", source, comment)
            assert found == message.findtext("translation"), "run `python packaging/translations.py compile`"


def test_placeholders_are_kept() -> None:
    for message in _messages():
        english, german = message.findtext("source", ""), message.findtext("translation", "")
        if message.get("numerus") is None:
            assert sorted(re.findall(r"\{[^}]*\}", english)) == sorted(re.findall(r"\{[^}]*\}", german)), english


def test_titles_and_commands_are_marked() -> None:
    for path in sorted((ROOT / "supplychain_app" / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            place = {"command": 0, "Column": 1, "QLabel": 0, "plain": 0, "primary": 0, "setToolTip": 0}.get(name)
            if place is None or len(node.args) <= place or not isinstance(node.args[place], ast.Constant):
                continue
            words = node.args[place].value  # type: ignore[attr-defined]
            assert not re.search(r"[a-z]{2}", str(words)), f"{path.name}:{node.lineno} says “{words}” in English only"


def test_a_translator_is_asked_with_what_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def translate(english: str, meant: str, count: int) -> str:
        asked.append((english, meant, count))
        return {"line": "Positionen", "Read {n}": "{n} gelesen"}.get(english, "")

    monkeypatch.setattr(language, "_translator", translate)
    assert language.tr("Read {n}", n=3) == "3 gelesen"
    assert language.tr("Open", "verb") == "Open"
    assert language.noun_for(2, "line") == "Positionen"
    assert asked == [("Read {n}", "", -1), ("Open", "verb", -1), ("line", "counted", 2)]


def test_numbers_are_written_one_way_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (language.figure(1234.5, 1), words.number(-1234)) == ("1\u00a0234.5", "−1\u00a0234")
    monkeypatch.setattr(language, "_code", "de")
    assert (language.grouped(1234567), words.number(0.5, 1), words.number(-0.2)) == ("1.234.567", "0,5", "0")
    monkeypatch.setattr(language, "_marks", [])
    language.write_numbers(",", ".")
    assert words.days(1234.0) == "1,234\u00a0days"
    assert worklist_words.money(123_456_700, "EUR") == "1,234,600\u00a0€"


def test_a_title_within_a_sentence_keeps_its_large_nouns(monkeypatch: pytest.MonkeyPatch) -> None:
    assert language.within("Supplier") == "supplier"
    monkeypatch.setattr(language, "_code", "de")
    assert language.within("Lieferant") == "Lieferant"


def test_every_screen_opens_in_german(tmp_path: Path) -> None:
    there = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path / "config")}
    done = subprocess.run(
        [sys.executable, "-c", GERMAN_WINDOW, str(tmp_path / "a.db")],
        cwd=ROOT,
        env=there,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:4] == ["Heute", "Bestellungen", "Sendungen", "Kommunikation"]
    assert "number 8.217" in done.stdout
    assert "help Hilfe Hilfe" in done.stdout
    assert "views True" in done.stdout, "a view filters by words that are not shown"
