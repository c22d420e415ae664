"""What acknowledgements and despatch advices share: the line a message means, the day it was told, its evidence."""

import hashlib
from collections.abc import Sequence
from datetime import date

from supplychain_app.domain.orders import KnownBasis, PromiseSource
from supplychain_app.exchange.edi_codes import Told
from supplychain_app.exchange.edi_despatch import ShippedLine
from supplychain_app.exchange.edi_orders import LineAnswer
from supplychain_app.exchange.edi_syntax import Message
from supplychain_app.exchange.records import Reject
from supplychain_app.language import tr
from supplychain_app.reports.worklist_words import long_day
from supplychain_app.services.import_job import Done, MessageJob
from supplychain_app.storage import database
from supplychain_app.storage import import_messages as stored
from supplychain_app.storage.import_messages import KnownLine

SOURCE = PromiseSource.EDI.value
ORDER, LINE = tr("order"), tr("line")
"""Where a reject of a message stands: messages have no columns."""
_SAMPLES = 40


def find_lines(known: Sequence[KnownLine], said: LineAnswer | ShippedLine) -> list[KnownLine]:
    """The line a message means, with all its schedules: by our number, our item, or the message's number."""
    ours, own = _number(said.line), _number(said.own_line)
    by_line = [one for one in known if ours and _number(one.line) == ours]
    if by_line:
        return by_line
    item = said.buyer_item.strip().lstrip("0").casefold()
    by_item = [one for one in known if item and (one.material or "").lstrip("0").casefold() == item]
    by_own = [one for one in known if own and _number(one.line) == own]
    # The message may count its lines 1, 2, 3 where ours are 10, 20, 30: an item that says otherwise wins.
    if by_own and (not item or not by_item or {one.id for one in by_own} & {one.id for one in by_item}):
        return by_own
    return by_item if len({one.line for one in by_item}) == 1 else []


def _number(line: str) -> str:
    return line.strip().lstrip("0").casefold()


class Applied:
    """What acknowledgements and despatch advices share: the day they were told, evidence, rejects."""

    def __init__(self, job: MessageJob, done: Done, message: Message, told_on: str | None, order_place: int) -> None:
        self.job, self.db, self.done, self.message, self.place = job, job.db, done, message, order_place
        today = job.received.date().isoformat()
        self.is_stated = told_on is not None and told_on <= today
        self.day = told_on if told_on is not None and told_on <= today else today
        self.fingerprint = hashlib.sha256(f"edi|{message.sender}|{message.original}".encode()).hexdigest()
        self.name = tr("{kind} message of {day}", kind=message.kind, day=long_day(date.fromisoformat(self.day)))

    def reject(self, place: int, column: str, reason: str) -> None:
        self.done.rejects.append(Reject(place, column, reason))

    def sample(self, what: str, order: str, line: str, change: tuple[str | None, str]) -> None:
        if len(self.done.samples) < _SAMPLES:
            old, new = change
            self.done.samples.append({"what": what, "order": order, "line": line, "old": old, "new": new})

    def keep(self, lines: Sequence[KnownLine], order: str, subject: str, body: str, sender: str) -> int:
        """The message itself, as a communication: the evidence."""
        supplier = next((one.supplier_id for one in lines if one.supplier_id is not None), None)
        values = {
            "fingerprint": self.fingerprint,
            "direction": "in",
            "channel": "edi",
            "supplier_id": supplier,
            "subject": subject,
            "body": body,
            "sender": sender or None,
            "happened_at": f"{self.day}T12:00:00Z",
            "thread": f"edi {order}|{supplier}",
            "original": self.message.original.encode(),
            "recorded_at": database.now_utc(),
            "import_id": self.job.import_id,
        }
        return stored.add_message(self.db, values, lines[0].order_id, [one.id for one in lines])

    def promise(self, line: KnownLine, told: Told, evidence: str, message_id: int) -> str | None:
        """Add a promise where it says something new: "new", "moved", or None."""
        standing = stored.promise_known(self.db, line.id, self.day)
        if standing == told.on or not self.add_promise(line, told, evidence, message_id):
            return None
        return "moved" if standing else "new"

    def add_promise(self, line: KnownLine, told: Told, evidence: str, message_id: int) -> bool:
        """Add to the ledger what this message tells; False where it stands there."""
        return stored.add_promise(
            self.db,
            {
                "order_line_id": line.id,
                "promised_on": told.on,
                "quantity": told.quantity,
                "known_on": self.day,
                "known_basis": (KnownBasis.STATED if self.is_stated else KnownBasis.FILE_DATE).value,
                "source": SOURCE,
                "told_by": self.message.sender or None,
                "evidence": evidence,
                "communication_id": message_id,
                "recorded_at": database.now_utc(),
                "import_id": self.job.import_id,
            },
        )

    def settle(self, outcome: str | None) -> None:
        """Count a line once, by the most that happened to it."""
        match outcome:
            case "moved":
                self.done.promises_moved += 1
            case "new":
                self.done.added += 1
            case "changed":
                self.done.changed += 1
            case _:
                self.done.unchanged += 1
