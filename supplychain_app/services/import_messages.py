"""Files that are no tables: EDI messages and tracking events, known by their content, and how each is applied."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from supplychain_app.domain.errors import ImportRefused
from supplychain_app.exchange import edi_syntax
from supplychain_app.language import tr
from supplychain_app.services import event_files, import_edi, import_events
from supplychain_app.services.import_job import Done, MessageJob

KINDS = ("edi", "events")


@dataclass(frozen=True)
class MessageFile:
    """A file of messages, read and not yet applied."""

    path: Path
    sha256: str
    kind: str
    layout: str
    rows: int
    apply: Callable[[MessageJob], Done]


def opened(path: Path, *, kind: str = "auto") -> MessageFile | None:
    """The messages of a file; None where it is to be read as a table."""
    if kind not in ("auto", *KINDS):
        return None
    if kind in ("auto", "edi") and edi_syntax.starts_as_edi(path):
        messages = edi_syntax.read(path)
        used = [message for message in messages if import_edi.is_used(message)]
        if not used:
            kinds = ", ".join(sorted({f"{message.standard} {message.kind}" for message in messages}))
            raise ImportRefused(
                tr(
                    "{name} holds {kinds}. Only acknowledgements (855, ORDRSP) and despatch advices (856, "
                    "DESADV) are read.",
                    name=path.name,
                    kinds=kinds,
                )
            )
        layout = ", ".join(sorted({f"{message.standard} {message.kind} {message.version}".strip() for message in used}))
        rows = import_edi.rows_of(used)
        return MessageFile(path, _digest(path), "edi", layout, rows, lambda job: import_edi.apply(job, messages))
    if kind in ("auto", "events") and event_files.looks_like_json(path):
        events = event_files.read(path)
        layout = "EPCIS 2.0" if events.source == "epcis" else "DCSA Track & Trace"
        rows = import_events.rows_of(events)
        return MessageFile(path, _digest(path), "events", layout, rows, lambda job: import_events.apply(job, events))
    if kind == "events":
        raise ImportRefused(
            tr("{name} is not a JSON file of events. Choose shipments for a forwarder's sheet.", name=path.name)
        )
    if kind == "edi":
        raise ImportRefused(
            tr("{name} does not begin like an EDI file (ISA, UNA or UNB). Choose another kind.", name=path.name)
        )
    return None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
