"""Reads files of tracking events (EPCIS 2.0 and DCSA, JSON), known by their content."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from supplychain_app.carriers import dcsa, epcis
from supplychain_app.carriers.http import scrubbed
from supplychain_app.domain.errors import CarrierError, FileError
from supplychain_app.domain.shipments import TrackingReport
from supplychain_app.language import tr

_LARGEST = 50_000_000


@dataclass(frozen=True, slots=True)
class EventFile:
    """What a file of events says, and its body as it may be kept."""

    source: str
    report: TrackingReport
    body: Any


def looks_like_json(path: Path) -> bool:
    """Does the file begin like JSON? False too where it cannot be opened."""
    try:
        with path.open("rb") as file:
            return file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")
    except OSError:
        return False


def read(path: Path) -> EventFile:
    """The events of a file; FileError with one sentence where it holds none."""
    try:
        if path.stat().st_size > _LARGEST:
            raise FileError(tr("{name} is larger than 50 MB. Split it.", name=path.name))
        body = _document(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise FileError(tr("Cannot read {path}: {reason}.", path=path, reason=error.strerror)) from error
    except (ValueError, RecursionError) as error:
        raise FileError(tr("{name} is not a JSON file of events.", name=path.name)) from error
    try:
        source, report = ("epcis", epcis.parse(body)) if epcis.is_epcis(body) else ("dcsa file", dcsa.parse(body))
    except CarrierError as error:
        raise FileError(tr("{name} holds neither EPCIS 2.0 nor DCSA events.", name=path.name)) from error
    if not any(unit.events or unit.etas for unit in report.units):
        raise FileError(tr("{name} holds neither EPCIS 2.0 nor DCSA events.", name=path.name))
    return EventFile(source, report, scrubbed(body))


def _document(text: str) -> Any:
    """A JSON document, or a list of those that stand one a line. Raises ValueError or RecursionError."""
    try:
        return json.loads(text)
    except ValueError:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2:
            raise
        return [json.loads(line) for line in lines]
