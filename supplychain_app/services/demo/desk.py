"""What the invented buyers recorded by hand: calls, check-ins, agreed actions, owners and what a late day costs."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from supplychain_app.services import editing
from supplychain_app.services.demo.mails import address_of
from supplychain_app.services.demo.names import BUYERS
from supplychain_app.services.demo.world import Line, Supplier, World, weekday, working_days_after
from supplychain_app.storage import database, natural_keys
from supplychain_app.storage.connection import Database

CALLS = (
    "Spoke to {contact}. The tool is back from repair; they pour again next week. Will send a date by mail.",
    "{contact} says that the goods are packed and wait for the truck.",
    "Left a message for {contact}; the phone was not answered.",
    "{contact} has two people ill in assembly. Partial delivery possible, asked for it.",
    "Agreed with {contact} to ship what is ready and the rest a week later.",
)
MEETING = "Went through all open orders with {contact}. Three dates confirmed, two to be checked until Friday."
ACTIONS = {
    "Kessler Guss": (
        ("Weekly list of castings in fettling, every Monday", "theirs", -70, -28, None),
        ("Second pattern set for housings DN80", "theirs", -21, 25, None),
    ),
    "Ferrando Valvole": (
        ("Confirm every order within two working days", "theirs", -35, -4, None),
        ("Send our forecast for the quarter", "ours", -30, -14, -15),
    ),
    "Kaveri Precision": (("Send invoice and packing list before the vessel sails", "theirs", -28, 7, None),),
    "Fundição Serra Azul": (("Book direct vessels only", "ours", -14, 10, None),),
}
REGULARS = ("late", "slow to acknowledge", "lane", "customs")


def introduce(db: Database, world: World) -> None:
    """Owners, contacts, check-in rhythms and the price of a late day; before the first order arrives."""
    ids = natural_keys.suppliers_by_code(db)
    materials = natural_keys.materials_by_number(db)
    with database.writing(db):
        for buyer in BUYERS:
            editing.add_person(db, buyer, email=address_of(buyer))
        for supplier in world.suppliers:
            key = ids[supplier.code]
            editing.set_supplier_field(db, key, "owner", supplier.owner)
            if supplier.role in REGULARS:
                editing.set_supplier_field(db, key, "check_in_every_days", 14)
        for material in world.materials:
            key = materials[material.number]
            editing.set_material_field(db, key, "daily_demand", material.daily_demand)
            editing.set_material_field(db, key, "demand_deviation", round(0.35 * material.daily_demand, 2))
            if material.late_day_cost is not None:
                editing.set_material_field(db, key, "late_day_cost_minor", material.late_day_cost * 100)


def record(db: Database, world: World, seed: int) -> None:
    """Calls, check-ins and agreed actions of the last months."""
    rng = Random(seed + 3)
    ids = natural_keys.suppliers_by_code(db)
    lines = natural_keys.lines_by_number(db)
    with database.writing(db):
        for supplier in world.suppliers:
            if supplier.role in REGULARS:
                _check_ins(db, world, supplier, ids[supplier.code], rng)
            for what, side, starts, due, done in ACTIONS.get(supplier.name, ()):
                action = editing.add_agreed_action(
                    db,
                    ids[supplier.code],
                    what,
                    side=side,
                    owner=supplier.contact if side == "theirs" else supplier.owner,
                    starts_on=world.as_of + timedelta(days=starts),
                    due_on=world.as_of + timedelta(days=due),
                )
                if done is not None:
                    editing.finish_agreed_action(db, action.new_id, done_on=world.as_of + timedelta(days=done))
        _calls(db, world, lines, rng)


def _check_ins(db: Database, world: World, supplier: Supplier, supplier_id: int, rng: Random) -> None:
    day = weekday(world.as_of - timedelta(days=150 - rng.randint(0, 9)))
    while day <= world.as_of + timedelta(days=14):
        planned = editing.plan_check_in(db, supplier_id, day)
        if day < world.as_of - timedelta(days=1) and rng.random() < 0.85:
            held = editing.record_communication(
                db,
                channel="meeting",
                subject="Check-in",
                body=MEETING.format(contact=supplier.contact),
                happened_at=_at(day, 10),
                supplier_id=supplier_id,
                person=supplier.owner,
            )
            editing.hold_check_in(db, planned.new_id, day, communication_id=held.new_id)
        elif day < world.as_of - timedelta(days=14):  # called off; the next one took its place
            editing.hold_check_in(db, planned.new_id, day + timedelta(days=7), note="Moved by a week.")
        day = weekday(day + timedelta(days=14))


def _calls(db: Database, world: World, ids: dict[tuple[str, str], int], rng: Random) -> None:
    listed = world.open_on(world.as_of - timedelta(days=1))
    overdue = [line for line in listed if _is_late(line, world.as_of)]
    for line in [one for one in overdue if rng.random() < 0.4]:
        key = ids.get((line.order, line.item))
        if key is None:
            continue
        day = working_days_after(world.as_of - timedelta(days=8), rng.randint(1, 4))
        follow_up = None
        if rng.random() < 0.5:
            what = f"Ask {line.supplier.contact} again about {line.material.description}"
            follow_up = editing.FollowUp(what, world.as_of - timedelta(days=rng.randint(0, 2)), line.supplier.owner)
        editing.record_communication(
            db,
            channel="call",
            body=rng.choice(CALLS).format(contact=line.supplier.contact),
            happened_at=_at(day, rng.randint(8, 15)),
            line_ids=[key],
            person=line.supplier.owner,
            follow_up=follow_up,
        )


def _is_late(line: Line, day: date) -> bool:
    return (line.promise_known(day) or line.required) < day


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour, 10), tzinfo=UTC)
