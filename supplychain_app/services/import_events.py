"""Applies tracking events that came in files: to the shipments that are followed, and to new ones for known orders."""

from collections.abc import Iterable, Sequence
from datetime import date

from supplychain_app.domain.identifiers import normalised, recognise
from supplychain_app.domain.progress import stop_if
from supplychain_app.domain.shipments import UnitReport, utc_text
from supplychain_app.exchange.records import Reject
from supplychain_app.language import tr
from supplychain_app.reports.shipment_status import STATUS
from supplychain_app.reports.worklist_words import count, day_text
from supplychain_app.services.event_files import EventFile
from supplychain_app.services.import_job import Done, MessageJob
from supplychain_app.services.import_nouns import carrier_key
from supplychain_app.storage import import_messages as stored
from supplychain_app.storage.connection import Database
from supplychain_app.storage.import_nouns import ShipmentRow, add_shipments

_SAMPLES = 40
_ORDERS = ("PO", "PURCHASE_ORDER", "CR")


def apply(job: MessageJob, file: EventFile) -> Done:
    """Write a file's events; a number that nobody follows is followed when it names an order that is known."""
    done = Done()
    payload_id = stored.keep_payload(job.db, file.source, file.body, utc_text(job.received), job.import_id)
    known = Followed(job.db)
    for place, unit in enumerate(file.report.units, 1):
        stop_if(job.cancelled)
        job.report(place, len(file.report.units), unit.number)
        unit_id = known.find((unit.number, *unit.pieces))[0] or _follow(job, unit)
        if unit_id is None:
            why = tr(
                "{number} is in no shipment, and names no order that is known",
                number=unit.number or tr("a unit without number"),
            )
            done.rejects.append(Reject(place, tr("number"), why))
            continue
        write(job.db, job.import_id, unit_id, file.source, unit, job, done, payload_id=payload_id)
    done.notes += file.report.notes
    return done


def rows_of(file: EventFile) -> int:
    """How many events the file holds."""
    return sum(len(unit.events) for unit in file.report.units)


class Followed:
    """The units that are followed, found by any spelling of their numbers."""

    def __init__(self, db: Database) -> None:
        self.known = stored.units_by_number(db)

    def find(self, numbers: Iterable[str]) -> tuple[int | None, str]:
        """The unit under the first of these numbers that is followed, and its carrier."""
        for number in numbers:
            for spelling in (number, normalised(number)):
                if spelling in self.known:
                    return self.known[spelling]
        return None, ""


def write(
    db: Database,
    import_id: int,
    unit_id: int,
    source: str,
    report: UnitReport,
    job: MessageJob,
    done: Done,
    *,
    payload_id: int | None = None,
) -> bool:
    """Write one unit's events, and count what was new; was anything?"""
    written, etas = stored.write_events(
        db, unit_id, source, report, now=job.received, import_id=import_id, payload_id=payload_id
    )
    done.added += written.new_events
    done.changed += etas
    done.unchanged += len(report.events) - written.new_events
    is_new = bool(written.new_events or etas)
    if is_new and len(done.samples) < _SAMPLES:
        what = count(written.new_events, "event")
        if written.eta:
            what += f", ETA {day_text(date.fromisoformat(written.eta[:10]), job.received.date())}"
        old = STATUS[written.old_status.value]
        new = f"{STATUS[written.status.value]}: {what}"
        done.samples.append({"what": "new", "order": report.number, "line": "", "old": old, "new": new})
    return is_new


def _follow(job: MessageJob, unit: UnitReport) -> int | None:
    """A shipment for a number that names an order we know; its open lines are linked."""
    number = normalised(unit.number)
    orders = [value for kind, value in unit.references if kind.upper() in _ORDERS]
    lines = [line for order in dict.fromkeys(orders) for line in stored.lines_of_order(job.db, order)]
    if not lines or len(number) < 5:
        return None
    kind = next((found.kind for found in recognise(number)), "parcel")
    carrier = carrier_key(None, number)
    values = {"number": number, "supplier_id": lines[0].supplier_id, "carrier": carrier or None}
    linked: Sequence[tuple[int, float | None]] = [(line.id, None) for line in lines if line.status == "open"]
    row = ShipmentRow(f"{carrier}|{number}", values, linked, [(kind, carrier, number, None)])
    add_shipments(job.db, [row], job.import_id)
    return Followed(job.db).find([number])[0]
