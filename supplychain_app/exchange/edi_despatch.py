"""Reads despatch advices (X12 856, EDIFACT DESADV): what left, under which numbers, for which lines, due when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from supplychain_app.domain.identifiers import normalised, recognise
from supplychain_app.exchange import edi_codes as codes
from supplychain_app.exchange.edi_codes import Told
from supplychain_app.exchange.edi_orders import (
    BUYERS_ITEM,
    SUPPLIERS_ITEM,
    first_of,
    groups,
    items_of,
    items_of_edifact,
    told_edifact,
    told_x12,
)
from supplychain_app.exchange.edi_syntax import Message, Segment, amount_of, day_of


@dataclass(frozen=True, slots=True)
class ShippedLine:
    """One line of a despatch."""

    place: int
    order: str
    line: str
    own_line: str
    buyer_item: str
    supplier_item: str
    quantity: float | None


@dataclass(frozen=True, slots=True)
class Despatch:
    """One despatch: its own number, what carries it, its dates and lines."""

    message: Message
    number: str
    sender: str
    told_on: str | None
    carrier: str
    mode: str | None
    origin: str | None
    destination: str | None
    containers: tuple[str, ...]
    trackings: tuple[tuple[str, str], ...]  # (kind, number)
    packages: int | None
    dates: tuple[Told, ...]
    lines: tuple[ShippedLine, ...]
    is_withdrawn: bool
    place: int

    def first(self, *kinds: str) -> Told | None:
        """The first date of these kinds, the first kind before the others."""
        return next((told for kind in kinds for told in self.dates if told.kind == kind), None)


@dataclass
class _Found:
    """What is gathered while a message is read."""

    carrier: str = ""
    mode: str | None = None
    origin: str | None = None
    destination: str | None = None
    containers: list[str] = field(default_factory=list)
    trackings: list[tuple[str, str]] = field(default_factory=list)
    packages: float = 0.0
    sender: str = ""

    def track(self, kind: str | None, number: str) -> None:
        bare = normalised(number)
        if kind is None or len(bare) < 5:
            return
        known = next((c.kind for c in recognise(bare) if c.check == "ok"), kind)
        if known == "container":
            self.containers.append(bare)
        else:
            self.trackings.append((kind if known == "sscc" else known, bare))


def is_despatch(message: Message) -> bool:
    return message.kind in ("856", "DESADV")


def despatch(message: Message) -> Despatch:
    """The despatch in a message."""
    return _x12(message) if message.standard == "X12" else _edifact(message)


# --- X12 856 ----------------------------------------------------------------------------------------------------


def _x12(message: Message) -> Despatch:
    head, levels = groups(message.segments, "HL")
    start = next((s for s in head if s.tag == "BSN"), Segment("BSN", (), 0))
    found = _Found()
    told: list[Told | None] = []
    lines: list[ShippedLine] = []
    orders: dict[str, str] = {}  # by level: an item belongs to the order above it
    for level in [head, *levels]:
        kind = level[0].get(3).upper() if level and level[0].tag == "HL" else "S"
        order = next((s.get(1) for s in level if s.tag == "PRF"), "") or _reference(level, "PO")
        above = orders.get(level[0].get(2), "") if level and level[0].tag == "HL" else ""
        if level and level[0].tag == "HL":
            orders[level[0].get(1)] = order or above
        _carriage_x12(level, found)
        if kind in ("S", "V", "E", ""):
            told += [told_x12(s) for s in level if s.tag == "DTM"]
        lines += _items_x12(level, order or above or next(iter(orders.values()), ""))
    return Despatch(
        message,
        start.get(2),
        found.sender or message.sender,
        day_of(start.get(3)) or message.sent_on,
        codes.PARCEL_CARRIERS.get(found.carrier.upper(), found.carrier),
        found.mode,
        found.origin,
        found.destination,
        tuple(dict.fromkeys(found.containers)),
        tuple(dict.fromkeys(found.trackings)),
        int(found.packages) or None,
        _dates(told),
        tuple(lines),
        start.get(1) == "03",
        start.place,
    )


def _carriage_x12(level: Sequence[Segment], found: _Found) -> None:
    for segment in level:
        match segment.tag:
            case "TD5":
                found.carrier = found.carrier or segment.get(5) or segment.get(3)
                found.mode = found.mode or codes.MODES_X12.get(segment.get(4).upper())
            case "TD3" if segment.get(3):
                found.containers.append(normalised(segment.get(2) + segment.get(3)))
            case "TD1" if level[0].tag != "HL" or level[0].get(3) in ("S", "E"):
                found.packages += amount_of(segment.get(2)) or 0
            case "REF" | "N9":
                found.track(codes.TRACKING_X12.get(segment.get(1).upper()), segment.get(2))
            case "MAN" if segment.get(1).upper() in ("CP", "SM"):
                found.track("parcel", segment.get(2))
            case "N1" if segment.get(1).upper() in ("SF", "SU", "VN", "SE"):
                found.sender = found.sender or segment.get(2)
            case "N1" if segment.get(1).upper() == "CA":
                found.carrier = found.carrier or segment.get(2)


def _items_x12(level: Sequence[Segment], order: str) -> list[ShippedLine]:
    shipped = next((s for s in level if s.tag == "SN1"), None)
    item = next((s for s in level if s.tag == "LIN"), None)
    if shipped is None and item is None:
        return []
    items = items_of(item, 2) if item else {}
    own = (shipped.get(1) if shipped else "") or (item.get(1) if item else "")
    named = items.get("PO", "")
    return [
        ShippedLine(
            (item or shipped or level[0]).place,
            named or order,
            items.get("PL", "") or _reference(level, "LI"),
            own,
            first_of(items, BUYERS_ITEM),
            first_of(items, SUPPLIERS_ITEM),
            amount_of(shipped.get(2)) if shipped else None,
        )
    ]


def _reference(level: Sequence[Segment], kind: str) -> str:
    return next((s.get(2) for s in level if s.tag == "REF" and s.get(1).upper() == kind), "")


# --- EDIFACT DESADV ---------------------------------------------------------------------------------------------


def _edifact(message: Message) -> Despatch:
    head, bodies = groups(message.segments, "LIN")
    start = next((s for s in head if s.tag == "BGM"), Segment("BGM", (), 0))
    found = _Found()
    _carriage_edifact(message.segments, found)
    told = _dates(told_edifact(s) for s in head if s.tag == "DTM")
    order = _edifact_order(head)
    return Despatch(
        message,
        start.get(2),
        found.sender or message.sender,
        next((t.on for t in told if t.kind == codes.MESSAGE), None) or message.sent_on,
        codes.PARCEL_CARRIERS.get(found.carrier.upper(), found.carrier),
        found.mode,
        found.origin,
        found.destination,
        tuple(dict.fromkeys(found.containers)),
        tuple(dict.fromkeys(found.trackings)),
        int(found.packages) or None,
        told,
        tuple(_line_edifact(body, order) for body in bodies),
        start.get(3) in ("1", "3"),
        start.place,
    )


def _carriage_edifact(segments: Sequence[Segment], found: _Found) -> None:
    levels = 0  # packages of the first level hold those of the others
    for segment in segments:
        match segment.tag:
            case "TDT":
                found.mode = found.mode or codes.MODES_EDIFACT.get(segment.get(3))
                found.carrier = found.carrier or segment.get(5, 4) or segment.get(5, 1)
            case "NAD" if segment.get(1).upper() in ("CA", "FW") and not found.carrier:
                found.carrier = segment.get(4) or segment.get(3) or segment.get(2)
            case "NAD" if segment.get(1).upper() in ("SU", "SE", "SF"):
                found.sender = found.sender or segment.get(4) or segment.get(3) or segment.get(2)
            case "EQD" if segment.get(1).upper() == "CN" and segment.get(2):
                found.containers.append(normalised(segment.get(2)))
            case "RFF":
                found.track(codes.TRACKING_EDIFACT.get(segment.get(1, 1).upper()), segment.get(1, 2))
            case "LOC" if segment.get(1) in ("9", "5"):
                found.origin = found.origin or segment.get(2, 4) or segment.get(2) or None
            case "LOC" if segment.get(1) in ("11", "7", "8"):
                found.destination = found.destination or segment.get(2, 4) or segment.get(2) or None
            case "PAC" if levels < 2:
                found.packages += amount_of(segment.get(1)) or 0
            case "CPS":
                levels += 1


def _line_edifact(body: list[Segment], order: str) -> ShippedLine:
    items = items_of_edifact([s for s in body if s.tag in ("LIN", "PIA")])
    reference = next((s for s in body if s.tag == "RFF" and s.get(1, 1).upper() in ("ON", "PO")), None)
    amounts = {s.get(1, 1).lstrip("0"): amount_of(s.get(1, 2)) for s in reversed(body) if s.tag == "QTY"}
    return ShippedLine(
        body[0].place,
        (reference.get(1, 2) if reference else "") or order,
        (reference.get(1, 3) if reference else "")
        or next((s.get(1, 2) for s in body if s.tag == "RFF" and s.get(1, 1).upper() == "LI"), ""),
        body[0].get(1),
        first_of(items, BUYERS_ITEM),
        first_of(items, SUPPLIERS_ITEM),
        next((amounts[kind] for kind in ("12", "46", "113", "21") if amounts.get(kind) is not None), None),
    )


def _edifact_order(head: Sequence[Segment]) -> str:
    return next((s.get(1, 2) for s in head if s.tag == "RFF" and s.get(1, 1).upper() in ("ON", "PO")), "")


def _dates(found: Iterable[Told | None]) -> tuple[Told, ...]:
    return tuple(dict.fromkeys(told for told in found if told is not None))
