"""The invented world: suppliers, materials and what really happened to each order line, from one seed."""

import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from supplychain_app.services.demo import names
from supplychain_app.services.demo.names import FAMILIES, SEA_LANES, SeaLane

WEEKS = 78  # of exports
EARLIER_WEEKS = 12  # orders that were open when the first export was made
NEVER_TOLD = 0.02  # share of orders that no supplier ever confirms


@dataclass
class Supplier:
    code: str
    name: str
    country: str
    town: str
    contact: str
    email: str
    family: int
    role: str
    mode: str  # road, parcel, air, sea
    incoterm: str
    currency: str
    owner: str
    weight: float
    acknowledge_days: float  # working days, median
    slip_rate: float
    slip_days: float
    notice: float  # share of slips that they tell in time
    reply_days: float
    lane: SeaLane | None = None


@dataclass
class Material:
    number: str
    description: str
    family: int
    unit: str
    price: float
    quantity: int
    production_days: int
    erp_days: int
    suppliers: list[Supplier]
    daily_demand: float
    late_day_cost: int | None  # in euro


@dataclass(frozen=True)
class Told:
    """A date the supplier gave, and when."""

    known_on: date
    promised_on: date


@dataclass(frozen=True)
class Delivery:
    received_on: date
    posted_on: date
    quantity: int
    rejected: int
    document: str
    movement: str = "101"


@dataclass
class Line:
    order: str
    item: str
    supplier: Supplier
    material: Material
    quantity: int
    price: float
    issued: date
    required: date
    promised: date  # what the supplier has in mind when it first answers
    ready: date
    acknowledged: date | None = None
    told: list[Told] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    shipment: str | None = None
    shipped: date | None = None
    arrived: date | None = None
    cancelled: date | None = None

    @property
    def done_on(self) -> date:
        """The day on which the ERP closes the line."""
        if self.cancelled is not None:
            return self.cancelled
        return max((d.posted_on for d in self.deliveries), default=date.max)

    def promise_known(self, day: date) -> date | None:
        """The last date given by that day."""
        known = [told.promised_on for told in self.told if told.known_on <= day]
        return known[-1] if known else None

    def received_by(self, day: date) -> int:
        return sum(d.quantity for d in self.deliveries if d.posted_on <= day)


@dataclass
class World:
    as_of: date
    start: date  # of the first export
    suppliers: list[Supplier]
    materials: list[Material]
    lines: list[Line]

    def open_on(self, day: date) -> list[Line]:
        return [line for line in self.lines if line.issued <= day < line.done_on]


def make(seed: int, as_of: date, lines: int) -> World:
    """Suppliers, materials and order lines up to the moment when goods are ready; transport comes after."""
    rng = Random(seed)
    start = as_of - timedelta(days=as_of.weekday(), weeks=WEEKS - 1)  # exports are made on Mondays
    suppliers = _suppliers(rng)
    materials = _materials(rng, suppliers)
    return World(as_of, start, suppliers, materials, _lines(rng, start, suppliers, materials, lines))


def weekday(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day


def working_days_after(day: date, number: int) -> date:
    while number > 0:
        day += timedelta(days=1)
        number -= day.weekday() < 5
    return day


def _suppliers(rng: Random) -> list[Supplier]:
    wanted: list[tuple[str, str, int, str]] = list(names.FEATURED)
    first = list(names.FIRST)
    rng.shuffle(first)
    spare = iter(first * 3)
    taken = {name for name, *_ in wanted}
    for country, number in names.SUPPLIERS_BY_COUNTRY.items():
        for _ in range(number):
            family = rng.randrange(len(FAMILIES))
            name = f"{next(spare)} {rng.choice(names.SECOND[family])}"
            if name not in taken:
                taken.add(name)
                wanted.append((name, country, family, ""))
    return [_supplier(rng, number, one) for number, one in enumerate(wanted)]


def _supplier(rng: Random, number: int, wanted: tuple[str, str, int, str]) -> Supplier:
    name, country, family, role = wanted
    where = names.COUNTRIES[country]
    word = "".join(c for c in _plain(name) if c.isalnum())
    person = where.people[number % len(where.people)]
    lane = SEA_LANES.get(country)
    if role == "innocent":
        mode = "road"
    elif lane is not None and (role or FAMILIES[family].name not in ("Electronics", "Seals", "Fasteners")):
        mode = "sea"
    elif country == "JP" or (lane is not None and rng.random() < 0.3):
        mode = "air"
    elif lane is not None or country in ("CH", "GB") or rng.random() < 0.12:
        mode = "parcel"
    else:
        mode = "road"
    late, slow = role == "late", role == "slow to acknowledge"
    return Supplier(
        code=str(100_200 + 7 * number),
        name=name,
        country=country,
        town=rng.choice(where.towns),
        contact=person,
        email=f"{_plain(person.split()[0])}@{word}.example",
        family=family,
        role=role,
        mode=mode,
        incoterm={"sea": "FOB", "air": "FCA", "parcel": "DAP", "road": rng.choice(("DAP", "DAP", "FCA"))}[mode],
        currency=where.currency,
        owner=names.BUYERS[number % len(names.BUYERS)],
        weight=2.6 if late else 1.6 if role in ("lane", "customs") or slow else rng.uniform(0.4, 1.6),
        acknowledge_days=11 if slow else rng.choice((1, 1, 1, 2, 2, 3)),
        slip_rate=0.95 if late else rng.uniform(0.04, 0.16),
        slip_days=13 if late else rng.uniform(3, 7),
        notice=0.03 if late else rng.uniform(0.3, 0.75),
        reply_days=6 if slow else rng.choice((0.5, 1, 1, 2, 3)),
        lane=lane if mode == "sea" else None,
    )


def _plain(text: str) -> str:
    """Small letters without accents, for addresses."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def _materials(rng: Random, suppliers: list[Supplier]) -> list[Material]:
    found: list[Material] = []
    by_family: dict[int, list[Supplier]] = {}
    for supplier in suppliers:
        by_family.setdefault(supplier.family, []).append(supplier)
    for index, family in enumerate(FAMILIES):
        makers = by_family.get(index)
        if not makers:
            continue
        for goods, sizes in family.goods:
            for size in sizes.split("|"):
                for variant in names.VARIANTS:
                    production = round(family.production_days * rng.uniform(0.8, 1.35))
                    maker = rng.choice(makers)
                    sources = [maker] if rng.random() < 0.75 else [maker, rng.choice(makers)]
                    quantity = _round_quantity(rng.randint(*family.quantity))
                    # What people keep in an ERP: mostly about what it takes, some of it hoped for, some padded.
                    plan = production + max(transit_plan(source) for source in sources) + 7
                    hope = rng.choice((0.6, 0.85, 1.0, 1.0, 1.05, 1.1, 1.25, 1.5))
                    found.append(
                        Material(
                            number=f"{40 + index}-{10_000 + 13 * len(found)}",
                            description=goods.format(size) + variant,
                            family=index,
                            unit=family.unit,
                            price=round(rng.uniform(*family.price), 2),
                            quantity=quantity,
                            production_days=production,
                            erp_days=max(10, round(plan * hope / 5) * 5),
                            suppliers=_distinct(sources),
                            daily_demand=round(quantity / rng.uniform(12, 30), 1),
                            late_day_cost=rng.choice((2500, 4000, 9000, 14000)) if rng.random() < 0.03 else None,
                        )
                    )
    for supplier in suppliers:  # nobody without goods
        if not any(supplier in material.suppliers for material in found):
            rng.choice([m for m in found if m.family == supplier.family]).suppliers.append(supplier)
    return found


def _distinct(suppliers: list[Supplier]) -> list[Supplier]:
    return list({supplier.code: supplier for supplier in suppliers}.values())


def _round_quantity(quantity: int) -> int:
    step = 1000 if quantity > 5000 else 100 if quantity > 500 else 10 if quantity > 50 else 2
    return max(step, round(quantity / step) * step)


def transit_plan(supplier: Supplier) -> int:
    """Days from ready to our gate as everybody plans them."""
    if supplier.lane is not None:
        return supplier.lane.days + 17
    by_mode = {"air": 9, "parcel": 6 if supplier.country in ("CH", "GB", "CN", "TW", "KR", "IN", "US") else 3}
    return by_mode.get(supplier.mode) or (3 if supplier.country in ("DE", "AT", "CH", "CZ", "NL") else 6)


def _lines(rng: Random, start: date, suppliers: list[Supplier], materials: list[Material], wanted: int) -> list[Line]:
    goods: dict[str, list[Material]] = {}
    for material in materials:
        for supplier in material.suppliers:
            goods.setdefault(supplier.code, []).append(material)
    regular = [s for s in suppliers if s.role != "innocent"]
    weights = [s.weight for s in regular]
    innocent = [s for s in suppliers if s.role == "innocent"]
    # Some lines are done before the first export and are never seen; so a few more are made than are wanted.
    total = round(wanted * (WEEKS + EARLIER_WEEKS) / WEEKS * 1.01)
    first = start - timedelta(weeks=EARLIER_WEEKS)
    lines: list[Line] = []
    number = 4_500_012_000
    days = (WEEKS + EARLIER_WEEKS) * 7 - 4
    visits = {round(days * share) // 7 * 7 + 2 for share in (0.28, 0.47, 0.66, 0.8)}
    while len(lines) < total:
        offset = round(days * len(lines) / total)
        due = {visit for visit in visits if visit <= offset}
        visits -= due
        supplier = innocent[0] if due and innocent else rng.choices(regular, weights)[0]
        number += rng.randint(1, 4)
        issued = weekday(first + timedelta(days=offset))
        count = 1 if supplier.role == "innocent" else min(rng.choice((1, 1, 2, 2, 3, 4)), len(goods[supplier.code]))
        acknowledged = _acknowledged(rng, supplier, issued)
        for item, material in enumerate(rng.sample(goods[supplier.code], count), 1):
            sent = (issued, acknowledged)
            lines.append(_line(rng, supplier, material, order=f"{number}", item=f"{10 * item}", sent=sent))
        if count > 1 and rng.random() < 0.7:  # most orders leave in one piece
            together = lines[-count:]
            ready, promised = max(one.ready for one in together), max(one.promised for one in together)
            for line in together:
                line.ready, line.promised = ready, promised
    return lines


def _acknowledged(rng: Random, supplier: Supplier, issued: date) -> date | None:
    if rng.random() < (NEVER_TOLD if supplier.role != "innocent" else 0):
        return None
    return working_days_after(issued, max(1, round(supplier.acknowledge_days * rng.lognormvariate(0, 0.35))))


def _line(
    rng: Random, supplier: Supplier, material: Material, *, order: str, item: str, sent: tuple[date, date | None]
) -> Line:
    issued, acknowledged = sent
    planned = material.production_days + transit_plan(supplier) + 3
    promised = weekday(issued + timedelta(days=planned))
    # Most orders leave time enough; some trust an ERP lead time that was always a hope.
    trusting = rng.random() < 0.03
    days = material.erp_days + rng.randint(2, 10) if trusting else max(planned, material.erp_days) + rng.randint(2, 21)
    required = weekday(issued + timedelta(days=max(14, days)))
    if promised < required <= promised + timedelta(days=7) and rng.random() < 0.6:
        promised = required  # many simply write down what we asked for
    # Who has more time than needed starts later: the goods are aimed at the promise.
    aim = (promised - issued).days - transit_plan(supplier) - 1
    took = aim - abs(rng.gauss(0, 1.6)) + rng.gauss(0, 1.2)
    if rng.random() < supplier.slip_rate:
        took += rng.uniform(0.55, 1.45) * supplier.slip_days + 1
    if supplier.role == "innocent":
        took = aim - 1  # it does its part; what befalls its goods on the road is not its doing
    quantity = _round_quantity(round(material.quantity * rng.uniform(0.6, 1.6)))
    return Line(
        order=order,
        item=item,
        supplier=supplier,
        material=material,
        quantity=quantity,
        price=round(material.price * rng.uniform(0.96, 1.05), 2),
        issued=issued,
        required=required,
        promised=promised,
        ready=weekday(issued + timedelta(days=max(5, round(took)))),
        acknowledged=acknowledged,
    )
