"""How the goods travelled: trucks, parcels, air freight and containers, with what each carrier will tell and when."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from supplychain_app.carriers.simulator.plan import PlannedEta, PlannedEvent, PlannedUnit
from supplychain_app.services.demo import names
from supplychain_app.services.demo.names import PLANT, PORTS, SeaLane
from supplychain_app.services.demo.world import Delivery, Line, Told, World, weekday

OCEAN_CARRIERS = ("maersk", "hapag_lloyd", "cma_cgm")
OUTSIDE_EU = frozenset({"CH", "GB", "CN", "TW", "KR", "JP", "IN", "US", "TR", "BR"})
SLOW_CUSTOMS = "Koper"
SLOW_LANE = "Santos"
HELD = 0.47  # share of containers that the planted links delay: under one half, so that the usual time stays short
OFFSETS = {"CN": 480, "TW": 480, "KR": 540, "JP": 540, "IN": 330, "US": -300, "GB": 0}


@dataclass
class Shipment:
    """What the forwarder's list says of one transport, and its carrier's whole story where there is one."""

    number: str
    carrier: str
    mode: str
    incoterm: str
    origin: str
    destination: str
    shipped: date
    tracking_number: str = ""
    container: str = ""
    lines: list[Line] = field(default_factory=list)
    unit: PlannedUnit | None = None
    arrived: date | None = None


def travel(world: World, seed: int) -> list[Shipment]:
    """Send every line on its way, and fill in when it was shipped, arrived and was received, and what was told."""
    rng = Random(seed + 1)
    shipments: list[Shipment] = []
    by_sea: dict[tuple[SeaLane, date], list[Line]] = {}
    by_order: dict[tuple[str, date], list[Line]] = {}
    for line in world.lines:
        lane = line.supplier.lane
        if lane is not None:
            by_sea.setdefault((lane, _sailing(line.ready)), []).append(line)
        else:
            by_order.setdefault((line.order, line.ready), []).append(line)
    for (lane, sailing), lines in sorted(by_sea.items(), key=lambda one: (one[0][1], one[0][0])):
        shipments += [
            _container(
                rng,
                len(shipments) + part,
                lane,
                lines[12 * part : 12 * part + 12],
                sailing=sailing,
                as_of=world.as_of,
            )
            for part in range((len(lines) + 11) // 12)
        ]
    for number, lines in enumerate(by_order.values()):
        shipments.append(_overland(rng, number, lines, world.as_of))
    for number, line in enumerate(world.lines):
        _receive(rng, number, line, world.start)
        _tell(rng, line)
        if rng.random() < 0.008 and line.told:
            line.cancelled = weekday(line.issued + timedelta(days=rng.randint(10, 20)))
            line.deliveries, line.arrived = [], None
    for shipment in shipments:
        shipment.lines = [line for line in shipment.lines if line.cancelled is None]
    return sorted((s for s in shipments if s.lines), key=lambda s: (s.shipped, s.number))


def _sailing(ready: date) -> date:
    """Containers leave on Saturdays; goods must be ready five days before."""
    ready += timedelta(days=5)
    return ready + timedelta(days=(5 - ready.weekday()) % 7)


def _container(rng: Random, number: int, lane: SeaLane, lines: list[Line], *, sailing: date, as_of: date) -> Shipment:
    origin, port = PORTS[lane.origin], PORTS[lane.destination]
    vessel, imo = names.VESSELS[number % len(names.VESSELS)]
    voyage = f"{600 + number % 300}W"
    planned_departure = sailing + timedelta(days=1)
    departure = planned_departure + timedelta(days=rng.choice((0, 0, 0, 1, 1, 2)))
    planned_arrival = planned_departure + timedelta(days=lane.days)
    delay = rng.choice((-1, 0, 0, 1, 1, 2))
    if lane.origin == SLOW_LANE and rng.random() < HELD:
        delay = rng.randint(13, 22)
    arrival = departure + timedelta(days=lane.days + delay)
    discharged = arrival + timedelta(days=rng.choice((0, 1, 1)))
    customs = rng.choice((1, 1, 2, 2, 3))
    held = lane.destination == SLOW_CUSTOMS and rng.random() < HELD
    if held:
        customs = rng.randint(13, 24)
    elif timedelta(days=4) < as_of - discharged < timedelta(days=12) and rng.random() < 0.5:
        customs = rng.randint(15, 20)  # papers are missing just now
    released = discharged + timedelta(days=customs)
    gate_out = released + timedelta(days=rng.choice((1, 1, 2)))
    at_gate = weekday(gate_out + timedelta(days=1))
    gate_in = sailing - timedelta(days=rng.choice((1, 2, 2)))
    carrier = OCEAN_CARRIERS[number % len(OCEAN_CARRIERS)]
    box = container_number(("NHLU", "TRQU", "ALCU")[number % 3], 400_000 + 37 * number)
    booking = f"{200_410_000 + 11 * number}"

    def at(day: date, hour: int, place: names.Port, step: tuple[str, str, str], **more: str) -> PlannedEvent:
        milestone, status, text = step
        local = datetime.combine(day, time(hour, 15 + number % 40))
        known = local - timedelta(minutes=place.offset_min) + timedelta(hours=5)
        return PlannedEvent(
            known_at=_utc(known),
            occurred_local=local.isoformat(),
            offset_min=place.offset_min,
            status=status,
            milestone=milestone,
            text=text,
            city=place.name,
            country=place.country,
            unlocode=place.unlocode,
            mode="VESSEL",
            **more,  # type: ignore[arg-type]
        )

    ship = {"vessel": vessel, "imo": imo, "voyage": voyage}
    plan: dict[str, Any] = {"classifier": "planned", "known_at": _noon(gate_in - timedelta(days=10))}
    events = [
        at(gate_in - timedelta(days=10), 10, origin, ("booked", "pre_transit", "Booking confirmed")),
        replace(at(planned_departure, 6, origin, ("departed", "in_transit", "Departure"), **ship), **plan),
        replace(at(planned_arrival, 5, port, ("arrived", "in_transit", "Arrival"), **ship), **plan),
        at(gate_in, 14, origin, ("origin_gate_in", "in_transit", "Gate in, laden")),
        at(departure - timedelta(days=1), 20, origin, ("loaded", "in_transit", "Loaded on board"), **ship),
        at(departure, 6, origin, ("departed", "in_transit", "Vessel departed"), **ship),
        at(arrival, 5, port, ("arrived", "in_transit", "Vessel arrived"), **ship),
        at(discharged, 17, port, ("discharged", "in_transit", "Discharged"), **ship),
    ]
    if held:
        day = discharged + timedelta(days=1)
        events.append(at(day, 9, port, ("customs_hold", "exception", "Customs inspection, documents requested")))
    events += [
        at(released, 11, port, ("customs_released", "in_transit", "Released by customs")),
        at(gate_out, 8, port, ("gate_out", "out_for_delivery", "Gate out, laden")),
        at(at_gate, 13, port, ("delivered", "delivered", "Stripped at consignee")),
    ]
    etas = [PlannedEta(_noon(gate_in - timedelta(days=10)), planned_arrival.isoformat(), kind="port_arrival")]
    late = (arrival - planned_arrival).days
    for share, after in ((0.0, 1), (0.35, lane.days // 3), (0.75, 2 * lane.days // 3), (1.0, lane.days - 2)):
        guess = planned_arrival + timedelta(days=round(share * late))
        known = departure + timedelta(days=after)
        if guess.isoformat() != etas[-1].latest and known < arrival:
            etas.append(PlannedEta(_noon(known), guess.isoformat(), kind="port_arrival"))
    for line in lines:
        line.shipped, line.arrived, line.shipment = gate_in, at_gate, booking
    orders = tuple(dict.fromkeys(line.order for line in lines))
    unit = PlannedUnit(
        carrier=carrier,
        number=box,
        events=tuple(events),
        etas=tuple(etas),
        kind="container",
        reference=booking,
        origin_city=origin.name,
        origin_country=origin.country,
        origin_unlocode=origin.unlocode,
        destination_city=port.name,
        destination_country=port.country,
        destination_unlocode=port.unlocode,
        purchase_orders=orders,
        not_found_until=_noon(gate_in - timedelta(days=10)),
    )
    return Shipment(
        booking, carrier, "sea", "FOB", origin.name, port.name, gate_in, "", box, list(lines), unit, at_gate
    )


def _overland(rng: Random, number: int, lines: list[Line], as_of: date) -> Shipment:
    first = lines[0]
    supplier = first.supplier
    shipped = weekday(first.ready + timedelta(days=rng.choice((0, 0, 1))))
    customs = 0
    if supplier.mode == "parcel":
        far = supplier.country in OUTSIDE_EU
        customs = rng.choice((0, 0, 1)) if far else 0
        if far and timedelta(days=8) < as_of - shipped < timedelta(days=13):
            customs = rng.randint(10, 13)  # stands in Leipzig while the demo looks
        arrived = weekday(shipped + timedelta(days=(4 if far else 2) + customs + rng.choice((0, 0, 0, 1))))
        name, tracking = "dhl", parcel_number(331_800_000 + 17 * number)
    elif supplier.mode == "air":
        arrived = weekday(shipped + timedelta(days=rng.choice((6, 7, 7, 8, 9))))
        name, tracking = "Skylark Air Cargo", air_waybill(1_000_000 + 7 * number)
    else:
        near = supplier.country in ("DE", "AT", "CH", "CZ", "NL")
        arrived = weekday(shipped + timedelta(days=rng.choice((1, 1, 2)) if near else rng.choice((3, 4, 4, 5))))
        name, tracking = ("Rheintal Spedition", "Brenner Cargo")[number % 2], ""
    if supplier.role == "innocent" and _bad_luck(first):
        arrived = weekday(arrived + timedelta(days=19))
    reference = tracking or f"LS-{supplier.code}-{number:05}"
    for line in lines:
        line.shipped, line.arrived, line.shipment = shipped, arrived, reference
    unit = _parcel(first, tracking, shipped, arrived, customs) if name == "dhl" else None
    return Shipment(
        reference,
        name,
        supplier.mode,
        supplier.incoterm,
        supplier.town,
        PLANT,
        shipped,
        tracking,
        "",
        list(lines),
        unit,
        arrived,
    )


def _bad_luck(line: Line) -> bool:
    """Two of the innocent supplier's four orders were in the same storm."""
    return line.issued.month % 2 == 0


def _parcel(line: Line, number: str, shipped: date, arrived: date, customs: int) -> PlannedUnit:
    country, town = line.supplier.country, line.supplier.town
    offset = OFFSETS.get(country, 60)
    far = country in OUTSIDE_EU

    def at(day: date, hour: int, where: tuple[str, str, int], step: tuple[str, str, str]) -> PlannedEvent:
        city, land, minutes = where
        status, milestone, text = step
        local = datetime.combine(day, time(hour, 20))
        return PlannedEvent(
            known_at=_utc(local - timedelta(minutes=minutes) + timedelta(minutes=30)),
            occurred_local=local.isoformat(),
            offset_min=minutes,
            status=status,
            milestone=milestone,
            text=text,
            city=city,
            country=land,
        )

    there, hub, here = (town, country, offset), ("Leipzig", "DE", 60), (PLANT, "DE", 60)
    events = [
        at(shipped, 9, there, ("pre_transit", "label_created", "Shipment information received")),
        at(shipped, 17, there, ("in_transit", "picked_up", "Shipment picked up")),
        at(shipped, 22, there, ("in_transit", "departed", f"Departed facility in {town}")),
    ]
    landed = arrived - timedelta(days=1 + customs)
    if landed > shipped:
        events.append(at(landed, 4, hub, ("in_transit", "arrived", "Arrived at sort facility Leipzig")))
    if far:
        if customs:
            events.append(at(landed, 8, hub, ("exception", "customs_hold", "Customs status updated: held")))
        cleared = landed + timedelta(days=customs)
        events.append(at(cleared, 15, hub, ("in_transit", "customs_released", "Clearance processing complete")))
    events += [
        at(arrived, 8, here, ("out_for_delivery", "out_for_delivery", "With delivery courier")),
        at(arrived, 11, here, ("delivered", "delivered", "Delivered")),
    ]
    first = weekday(shipped + timedelta(days=4 if far else 2))
    etas = [PlannedEta(_utc(datetime.combine(shipped, time(18))), first.isoformat())]
    if arrived > first:
        etas.append(PlannedEta(_utc(datetime.combine(first, time(6))), arrived.isoformat()))
    return PlannedUnit(
        carrier="dhl",
        number=number,
        events=tuple(sorted(events, key=lambda event: event.known_at)),
        etas=tuple(etas),
        origin_city=town,
        origin_country=country,
        destination_city=PLANT,
        destination_country="DE",
        purchase_orders=(line.order,),
        signed_by="K. Weber",
    )


def _receive(rng: Random, number: int, line: Line, start: date) -> None:
    """Goods are booked in: mostly at once and in full, sometimes in two parts, a few are sent back."""
    assert line.arrived is not None
    posted = weekday(line.arrived + timedelta(days=rng.choice((0, 0, 0, 0, 0, 1))))
    if rng.random() < 0.008:
        posted = weekday(posted + timedelta(days=rng.randint(4, 8)))  # stood in our yard
    rejected = max(1, line.quantity // 25) if rng.random() < 0.03 else 0
    document = f"50{number:08}"
    share = 0.06 if line.supplier.lane is None else 0.04
    partial = line.quantity > 9 and posted >= start and rng.random() < share
    if partial:
        part = max(1, round(line.quantity * rng.uniform(0.55, 0.85)))
        later = weekday(posted + timedelta(days=rng.randint(3, 10)))
        line.deliveries = [
            Delivery(line.arrived, posted, part, rejected, document),
            Delivery(later, later, line.quantity - part, 0, f"51{number:08}"),
        ]
    else:
        line.deliveries = [Delivery(line.arrived, posted, line.quantity, rejected, document)]
    if rng.random() < 0.006:  # booked twice and taken back
        again = line.deliveries[-1]
        extra = Delivery(again.received_on, again.posted_on, again.quantity, 0, f"52{number:08}")
        back = Delivery(again.received_on, again.posted_on, -again.quantity, 0, f"53{number:08}", "102")
        line.deliveries += [extra, back]


def _tell(rng: Random, line: Line) -> None:
    """What the supplier said and when: the first promise, and slips with notice, late, or not at all."""
    if line.acknowledged is None:
        return
    line.told.append(Told(line.acknowledged, line.promised))
    complete = max(d.received_on for d in line.deliveries)
    late = (complete - line.promised).days
    if late >= 3:
        if rng.random() < line.supplier.notice:
            told = max(line.acknowledged + timedelta(days=3), line.promised - timedelta(days=rng.randint(3, 13)))
            hope = line.promised + timedelta(days=max(2, round(late * rng.choice((0.5, 1.0, 1.0, 1.1)))))
            line.told.append(Told(weekday(told), weekday(hope)))
            if hope < complete - timedelta(days=2):
                again = max(weekday(told) + timedelta(days=2), hope - timedelta(days=rng.randint(0, 3)))
                line.told.append(Told(weekday(again), weekday(complete)))
        elif rng.random() < 0.35:
            told = line.promised + timedelta(days=rng.randint(2, 6))
            if told < complete:
                line.told.append(Told(weekday(told), weekday(complete + timedelta(days=rng.choice((-1, 0, 2))))))
    elif late < -7 and rng.random() < 0.3:
        told = line.promised - timedelta(days=rng.randint(8, 14))
        if told > line.acknowledged:
            line.told.append(Told(weekday(told), weekday(complete + timedelta(days=1))))
    line.told.sort(key=lambda told: told.known_on)


def container_number(prefix: str, serial: int) -> str:
    """A container number with its ISO 6346 check digit."""
    values: dict[str, int] = {}
    value = 10
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        value += value % 11 == 0
        values[letter] = value
        value += 1
    body = f"{prefix}{serial:06}"
    total = sum((values[c] if c.isalpha() else int(c)) * 2**i for i, c in enumerate(body))
    return f"{body}{total % 11 % 10}"


def parcel_number(serial: int) -> str:
    """A ten-digit DHL waybill: nine digits, and their remainder by seven."""
    return f"{serial:09}{serial % 7}"


def air_waybill(serial: int) -> str:
    """An air waybill: prefix, seven digits, and their remainder by seven."""
    return f"999-{serial:07}{serial % 7}"


def _noon(day: date) -> str:
    return _utc(datetime.combine(day, time(12)))


def _utc(moment: datetime) -> str:
    return moment.replace(tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
