"""Keeps carrier keys in the system's keyring; without one, in memory or the environment. Never in a file."""

import os
from collections.abc import Mapping

import keyring
import keyring.errors

from supplychain_app.language import tr

SERVICE = "supplychain-app"


class SecretStore:
    """One store per program run; what the keyring cannot hold is forgotten when it ends."""

    def __init__(self) -> None:
        self._session: dict[tuple[str, str], str] = {}

    def get(self, carrier: str, names: tuple[str, ...]) -> dict[str, str]:
        """The secrets of a carrier that are known: this session's, the environment's, the keyring's."""
        found = {}
        for name in names:
            value = self._session.get((carrier, name)) or os.environ.get(variable(carrier, name))
            if not value:
                value = _from_keyring(carrier, name)
            if value:
                found[name] = value
        return found

    def set(self, carrier: str, secrets: Mapping[str, str], *, instead: str = "") -> str:
        """Keep secrets; a sentence that says where they are. An empty value takes a secret away.

        `instead`: the environment variable to advise without a keyring.
        """
        remembered = True
        for name, value in secrets.items():
            self._session.pop((carrier, name), None)
            try:
                if value:
                    keyring.set_password(SERVICE, f"{carrier}.{name}", value)
                elif _from_keyring(carrier, name):
                    keyring.delete_password(SERVICE, f"{carrier}.{name}")
            except keyring.errors.KeyringError:
                remembered = False
            if value and _from_keyring(carrier, name) != value:
                remembered = False
            if value and not remembered:
                self._session[carrier, name] = value
        if remembered:
            return tr("Kept in the system's keyring.")
        named = instead or variable(carrier, next(iter(secrets), "api_key"))
        return tr(
            "This system has no keyring that can be used: kept until the program ends. "
            "To spare typing, set {named} in the environment.",
            named=named,
        )


def variable(carrier: str, name: str) -> str:
    """The environment variable that may hold a secret: SUPPLYCHAIN_DHL_API_KEY."""
    return f"SUPPLYCHAIN_{carrier}_{name}".upper().replace("-", "_")


def _from_keyring(carrier: str, name: str) -> str | None:
    try:
        return keyring.get_password(SERVICE, f"{carrier}.{name}")
    except keyring.errors.KeyringError:
        return None


SESSION = SecretStore()
"""This run's store: keys typed in where there is no keyring must outlive the dialog, and nothing else may hold them."""
