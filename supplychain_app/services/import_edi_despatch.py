"""Applies despatch advices: shipments with their numbers and quantities, when they come, and promises kept whole."""

from collections.abc import Sequence

from supplychain_app.domain.shipments import Eta, EtaKind, UnitReport
from supplychain_app.exchange import edi_codes as codes
from supplychain_app.exchange.edi_despatch import Despatch, ShippedLine
from supplychain_app.language import tr
from supplychain_app.services.import_edi_common import LINE, ORDER, SOURCE, Applied, find_lines
from supplychain_app.services.import_job import Done, MessageJob, unknown_line, unknown_order
from supplychain_app.services.import_nouns import carrier_key
from supplychain_app.storage import import_messages as stored
from supplychain_app.storage import line_state
from supplychain_app.storage.import_messages import KnownLine
from supplychain_app.storage.import_nouns import ShipmentRow, add_shipments

KINDS = {
    "container": tr("container"),
    "parcel": tr("parcel"),
    "air_waybill": tr("air waybill"),
    "bill_of_lading": tr("bill of lading"),
}


class Advice(Applied):
    """One despatch advice."""

    def __init__(self, job: MessageJob, done: Done, advice: Despatch) -> None:
        super().__init__(job, done, advice.message, advice.told_on, advice.place)
        self.advice = advice

    def apply(self) -> None:
        advice = self.advice
        if stored.message_id(self.db, self.fingerprint) is not None:
            self.done.unchanged += len(advice.lines) or 1
            return
        if advice.is_withdrawn:
            self.done.notes.append(
                tr("despatch {number} is withdrawn by its sender: nothing is changed, look at it", number=advice.number)
            )
            return
        if not advice.lines:
            self.reject(self.place, LINE, tr("despatch {number} names no lines", number=advice.number))
        found: list[tuple[ShippedLine, list[KnownLine]]] = []
        orders: dict[str, list[KnownLine]] = {}
        for line in advice.lines:
            known = orders.setdefault(line.order, stored.lines_of_order(self.db, line.order) if line.order else [])
            lines = find_lines(known, line)
            if lines:
                found.append((line, lines))
            elif not known:
                why = unknown_order(line.order) if line.order else tr("the line names no order")
                self.reject(line.place, ORDER, why)
            else:
                named = line.line or line.own_line or "?"
                self.reject(line.place, LINE, unknown_line(line.order, named, line.buyer_item))
        if found:
            self._write(found)

    def _write(self, found: list[tuple[ShippedLine, list[KnownLine]]]) -> None:
        advice = self.advice
        units = self._units()
        number = advice.number or (units[0][2] if units else "")
        if not number:
            self.reject(self.place, tr("number"), tr("the despatch has neither a number nor a tracking number"))
            return
        carrier = carrier_key(advice.carrier or None, units[0][2] if units else number)
        shipped: dict[int, float | None] = {}
        for line, lines in found:
            for one, amount in _shared(lines, line.quantity):
                before = shipped.get(one.id)
                shipped[one.id] = amount if before is None else before + (amount or 0)
        left = advice.first(codes.SHIPPED, codes.SHIP)
        values = {
            "number": number,
            "supplier_id": found[0][1][0].supplier_id,
            "carrier": carrier or None,
            "mode": advice.mode,
            "origin": advice.origin,
            "destination": advice.destination,
            "shipped_on": left.on if left else None,
        }
        identity = f"{carrier}|{number}"
        row = ShipmentRow(identity, values, list(shipped.items()), units)
        new, grown = add_shipments(self.db, [row], self.job.import_id)
        order = found[0][0].order
        body = [
            tr("{kind}, despatch {number}", kind=self.message.kind, number=number)
            + (tr(", {packages} packages", packages=advice.packages) if advice.packages else "")
        ]
        body += [f"{told.words}: {told.on}" for told in advice.dates if told.kind != codes.MESSAGE]
        body += [f"{KINDS.get(kind, kind)} {unit}" for kind, _, unit, _ in units]
        body += [
            tr(
                "Order {order} line {line}: {quantity:g}",
                order=line.order,
                line=lines[0].line,
                quantity=line.quantity or 0,
            )
            for line, lines in found
        ]
        lines = [one for _, several in found for one in several]
        message_id = self.keep(
            lines, order, tr("Despatch advice {number}", number=number), "\n".join(body), advice.sender
        )
        outcome = "new" if new else "changed" if grown else None
        if outcome:
            self.sample(
                "new" if new else "changed", order, lines[0].line, (None, tr("shipment {number}", number=number))
            )
        self._etas(identity, units)
        arrival = advice.first(codes.DELIVERY)
        for line, several in found:
            changes = [outcome]
            for one in several:
                if arrival and _covers(shipped.get(one.id), one):
                    standing = stored.promise_known(self.db, one.id, self.day)
                    evidence = tr(
                        "{message} ({file}), despatch {number}: {what} {day}",
                        message=self.name,
                        file=self.job.file_name,
                        number=number,
                        what=arrival.words,
                        day=arrival.on,
                    )
                    change = self.promise(one, arrival, evidence, message_id)
                    if change:
                        what = "promise" if change == "moved" else "new"
                        self.sample(what, line.order, one.line, (standing, arrival.on))
                    changes.append(change)
            self.settle(next((one for one in ("moved", "new", "changed") if one in changes), None))
        line_state.refresh(self.db, [one.id for one in lines])

    def _units(self) -> list[tuple[str, str, str, str | None]]:
        advice = self.advice
        reference = next((number for _, number in advice.trackings), None)
        if advice.containers:
            return [("container", carrier_key(advice.carrier or None, n), n, reference) for n in advice.containers]
        return [(kind, carrier_key(advice.carrier or None, n), n, None) for kind, n in advice.trackings]

    def _etas(self, identity: str, units: Sequence[tuple[str, str, str, str | None]]) -> None:
        kinds = {codes.DELIVERY: EtaKind.DELIVERY, codes.PORT: EtaKind.PORT_ARRIVAL}
        etas = tuple(
            Eta(kinds[told.kind], told.on, told.on, source_label="despatch advice")
            for told in self.advice.dates
            if told.kind in kinds
        )
        if not etas:
            return
        _, unit_ids = stored.shipment_of(self.db, identity, [(carrier, number) for _, carrier, number, _ in units])
        for unit_id in unit_ids:
            report = UnitReport("", etas=etas)
            stored.write_events(self.db, unit_id, SOURCE, report, now=self.job.received, import_id=self.job.import_id)


def _shared(lines: Sequence[KnownLine], amount: float | None) -> list[tuple[KnownLine, float | None]]:
    """A shipped quantity fills the schedules of its line in their order."""
    if len(lines) == 1 or amount is None:
        return [(line, amount) for line in lines]
    shares: list[tuple[KnownLine, float | None]] = []
    left = amount
    for line in sorted(lines, key=lambda one: (one.required_on or "", one.schedule)):
        part = min(left, line.open_quantity)
        if part > 0:
            shares.append((line, part))
            left -= part
    return shares or [(lines[0], amount)]


def _covers(amount: float | None, line: KnownLine) -> bool:
    """Does the despatch bring all that is open? Else its date is not when the line is complete."""
    return line.status == "open" and (amount is None or amount >= line.open_quantity * (1 - 1e-9))
