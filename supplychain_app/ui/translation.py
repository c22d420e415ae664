"""Lets the program speak the user's language: the one chosen in Settings, else the system's, else English."""

import os

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from supplychain_app import language
from supplychain_app.domain.resources import resource_path
from supplychain_app.services.recents import APP_NAME

LANGUAGES = {"": "", "en": "English", "de": "Deutsch"}
"""The choices by their codes, each by its own name; the first, without a code, is the system's."""
CONTEXT = "inbound"
_translators: list[QTranslator] = []  # Qt keeps no hold of them


def begin() -> None:
    """Choose the language. Call it before a screen is imported: many words are said while modules are read."""
    settings = QSettings(APP_NAME, APP_NAME)  # by name: there is no application yet
    chosen = os.environ.get(language.LANGUAGE_VARIABLE) or str(settings.value("language") or "")
    wanted = [chosen] if chosen else QLocale.system().uiLanguages()
    code = next((code for code in map(_code, wanted) if code in LANGUAGES), "en")
    if chosen and code != _code(QLocale.system().name()):
        QLocale.setDefault(QLocale(code))
    if code != language.spoken():
        _speak(code)
    locale = QLocale()
    if locale.language() != QLocale.Language.C:
        language.write_numbers(locale.groupSeparator(), locale.decimalPoint())


def install(application: QCoreApplication) -> None:
    """Let Qt's own dialogs speak the language too."""
    for translator in _translators:
        application.installTranslator(translator)


def _speak(code: str) -> None:
    ours, qts = QTranslator(), QTranslator()
    if not ours.load(str(resource_path("translations", f"inbound_{code}.qm"))):
        return
    _translators.append(ours)
    if qts.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        _translators.append(qts)
    language.speak(lambda english, meant, n: ours.translate(CONTEXT, english, meant or None, n) or "", code)


def _code(locale: str) -> str:
    return locale.replace("_", "-").split("-")[0].lower()
