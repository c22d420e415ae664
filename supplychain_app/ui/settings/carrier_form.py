"""The form of one carrier: its address, its keys, and what else can be set for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from supplychain_app.carriers.options import options_of
from supplychain_app.carriers.registry import CARRIERS
from supplychain_app.language import tr
from supplychain_app.ui.shared import theme
from supplychain_app.ui.shared.asking import Form

_YES_NO = {"yes": tr("Yes"), "no": tr("No")}

ADDRESS_LETTERS = 44
KEYS = {
    "api_key": tr("API key"),
    "client_id": tr("Client id"),
    "client_secret": tr("Client secret"),
    "user": tr("User"),
    "password": tr("Password"),
    "account_number": tr("Account number"),
}
"""What the secrets of a carrier are called."""


@dataclass(frozen=True)
class Typed:
    """What was entered: settings for the file, keys for the keyring."""

    settings: dict[str, str]
    keys: dict[str, str]


def ask_carrier(parent: QWidget, carrier: str, settings: Mapping[str, str], *, connected: bool) -> Typed | None:
    """None when it was not confirmed; a key left empty is not among the keys."""
    info = CARRIERS[carrier]
    form = Form(
        info.name,
        tr("Save"),
        parent,
        tr("{note} Leave a key empty to keep the one that is there.", note=info.note).strip(),
    )
    address = form.add_text(tr("&Address"), settings.get("base_url") or info.base_url)
    address.setMinimumWidth(round(ADDRESS_LETTERS * theme.letter(address.fontMetrics())))
    keys: dict[str, QLineEdit] = {}
    for name in info.secrets:
        keys[name] = form.add_text(KEYS.get(name, name), hint=tr("kept") if connected else "")
        keys[name].setEchoMode(QLineEdit.EchoMode.Password)
    fields: dict[str, QLineEdit | QComboBox] = {}
    for option in options_of(carrier):
        value = settings.get(option.name, "")
        if option.yes_no:
            chosen = _YES_NO.get(value, _YES_NO[option.usual])
            fields[option.name] = form.add_choice(option.title, tuple(_YES_NO.values()), chosen)
        else:
            fields[option.name] = form.add_text(option.title, value, option.usual)
    if not form.ask():
        return None
    words = {word: value for value, word in _YES_NO.items()}
    typed = dict(settings) | {"base_url": address.text().strip()}
    for name, field in fields.items():
        typed[name] = words[field.currentText()] if isinstance(field, QComboBox) else field.text().strip()
    return Typed(typed, {name: field.text().strip() for name, field in keys.items() if field.text().strip()})
