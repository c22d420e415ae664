"""Log files rotate and hold no secret."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from supplychain_app.services import logs

SECRETS = [
    "DHL-API-Key: s3cretvalue",
    "{'17token': 's3cretvalue'}",
    '{"client_secret": "s3cretvalue", "n": 1}',
    "GET https://x.example/track?api_key=s3cretvalue&number=1Z",
    "Authorization: Bearer s3cretvalue",
    "https://user:s3cretvalue@x.example/path",
    "password = s3cretvalue",
]


@pytest.mark.parametrize("text", SECRETS)
def test_secrets_are_taken_out(text: str) -> None:
    assert "s3cretvalue" not in logs.without_secrets(text)


def test_plain_text_is_left_alone() -> None:
    text = "Shipment 4411223344 of purchase order PO-10077: HTTP 404, tried again at 12:00"
    assert logs.without_secrets(text) == text


def test_log_file_is_redacted_also_in_tracebacks(tmp_path: Path) -> None:
    root = logging.getLogger()
    for former in [h for h in root.handlers if isinstance(h, RotatingFileHandler)]:
        root.removeHandler(former)  # left by a command that an earlier test ran
        former.close()
    logs.start(tmp_path)
    handler = next(h for h in root.handlers if isinstance(h, RotatingFileHandler))
    try:
        raise ValueError("token=s3cretvalue")
    except ValueError:
        logging.getLogger("test").exception("A call failed")
    finally:
        root.removeHandler(handler)
        handler.close()
    text = (tmp_path / "supplychain-app.log").read_text(encoding="utf-8")
    assert "A call failed" in text
    assert "s3cretvalue" not in text
