"""Writes what went wrong to rotating log files, with anything that looks like a secret taken out."""

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

import platformdirs

from supplychain_app.services.recents import APP_NAME

_NAMED = re.compile(
    r"""(?ix) (["']? [\w-]* (?: key | token | secret | password | passwd | authorization ) [\w-]* ["']? \s* [:=] \s*)
    (?: (?:bearer|basic|token) \s+ )? ["']? [^\s"',;&}]+ ["']?"""
)
_BEARER = re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{8,}")
_IN_URL = re.compile(r"(?<=://)[^/\s:@]+:[^/\s@]+(?=@)")


def without_secrets(text: str) -> str:
    """The text with the values of keys, tokens, passwords and credentials replaced by ***.

    >>> without_secrets("GET /x?api_key=abc123&n=1 Authorization: Bearer abcdefgh1")
    'GET /x?api_key=***&n=1 Authorization: ***'
    """
    text = _NAMED.sub(r"\1***", text)
    text = _BEARER.sub(r"\1 ***", text)
    return _IN_URL.sub("***", text)


class _Formatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))


def log_folder() -> Path:
    """Where the log files are."""
    return platformdirs.user_log_path(APP_NAME)


def start(folder: Path | None = None) -> None:
    """Log warnings and worse to `folder` (five files of a megabyte); if that cannot be written, do without."""
    folder = folder or log_folder()
    root = logging.getLogger()
    if any(isinstance(handler, RotatingFileHandler) for handler in root.handlers):
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "supplychain-app.log", maxBytes=1_000_000, backupCount=4, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.INFO)
    root.addHandler(handler)
