"""Calls, meetings, notes, follow-ups, check-ins and agreed actions, and the settings of suppliers and materials."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from supplychain_app.domain.errors import InvalidInput, NotFound
from supplychain_app.domain.shipments import utc_text
from supplychain_app.language import tr
from supplychain_app.reports.worklist_words import long_day
from supplychain_app.services.undo import Edit, Pen
from supplychain_app.storage import database, edits
from supplychain_app.storage.connection import Database

CHANNELS = {"call": "out", "meeting": "out", "note": "internal"}
"""What can be recorded by hand, and its usual direction."""
_RECORDED = {"call": tr("Call recorded"), "meeting": tr("Meeting recorded"), "note": tr("Note recorded")}

SUPPLIER_FIELDS = frozenset(
    {
        "name",
        "country",
        "language",
        "time_zone",
        "early_days_allowed",
        "late_days_allowed",
        "quantity_tolerance",
        "check_in_every_days",
        "calendar_id",
        "note",
        "internal",
    }
)
MATERIAL_FIELDS = frozenset(
    {
        "description",
        "unit",
        "material_group",
        "erp_lead_time_days",
        "daily_demand",
        "demand_deviation",
        "late_day_cost_minor",
        "currency",
    }
)


@dataclass(frozen=True)
class FollowUp:
    """What has to be done next, by whom and until when."""

    what: str
    due_on: date
    owner: str | None = None


def record_communication(
    db: Database,
    *,
    channel: str,
    body: str,
    happened_at: datetime,
    subject: str | None = None,
    direction: str | None = None,
    supplier_id: int | None = None,
    line_ids: Sequence[int] = (),
    order_ids: Sequence[int] = (),
    shipment_ids: Sequence[int] = (),
    contact_id: int | None = None,
    person: str | None = None,
    answers: Sequence[int] = (),
    closes: Sequence[int] = (),
    follow_up: FollowUp | None = None,
) -> Edit:
    """A call, meeting or note about lines, orders or shipments; may answer questions, open and close follow-ups."""
    if channel not in CHANNELS:
        raise InvalidInput(tr("“{channel}” cannot be recorded by hand. Choose call, meeting or note.", channel=channel))
    if supplier_id is None and line_ids:
        supplier_id = edits.supplier_of_line(db, line_ids[0])
    moment = utc_text(happened_at)
    parts = [channel, str(supplier_id or ""), moment, subject or "", body, ",".join(map(str, sorted(line_ids)))]
    fingerprint = hashlib.sha256("|".join(parts).encode()).hexdigest()
    with database.writing(db):
        pen = Pen(db)
        communication = pen.insert(
            "communication",
            {
                "fingerprint": fingerprint,
                "direction": direction or CHANNELS[channel],
                "channel": channel,
                "supplier_id": supplier_id,
                "contact_id": contact_id,
                "person_id": pen.person(person),
                "subject": subject,
                "body": body,
                "happened_at": moment,
                "thread": f"{channel}:{fingerprint[:16]}",
                "recorded_at": database.now_utc(),
            },
        )
        links: list[tuple[str, int]] = [("order_line_id", one) for one in line_ids]
        links += [("purchase_order_id", one) for one in order_ids]
        links += [("shipment_id", one) for one in shipment_ids]
        for column, one in links:
            pen.insert("communication_link", {"communication_id": communication, column: one})
        for question in answers:
            pen.update("question", question, {"answered_at": moment, "answer_id": communication})
        for done in closes:
            pen.update("follow_up", done, {"done_on": moment[:10]})
        if follow_up is not None:
            for line in line_ids or (None,):
                _insert_follow_up(pen, follow_up, line_id=line, supplier_id=supplier_id, communication_id=communication)
        return pen.finish(_RECORDED[channel])


def add_follow_up(
    db: Database,
    follow_up: FollowUp,
    *,
    line_id: int | None = None,
    supplier_id: int | None = None,
    shipment_id: int | None = None,
) -> Edit:
    """Someone of ours has to do something until a day."""
    with database.writing(db):
        pen = Pen(db)
        _insert_follow_up(pen, follow_up, line_id=line_id, supplier_id=supplier_id, shipment_id=shipment_id)
        return pen.finish(tr("Follow-up “{what}”", what=follow_up.what))


def finish_follow_up(db: Database, follow_up_id: int, *, today: date) -> Edit:
    return _set(db, "follow_up", follow_up_id, {"done_on": today.isoformat()}, tr("Follow-up done"))


def close_question(
    db: Database, question_id: int, *, at: datetime, reason: str | None = None, answer_id: int | None = None
) -> Edit:
    """A question needs no answer any more: it was answered elsewhere, or has no object."""
    values = {"answered_at": utc_text(at), "answer_id": answer_id, "closed_reason": reason}
    return _set(db, "question", question_id, values, tr("Question closed"))


def add_agreed_action(
    db: Database,
    supplier_id: int,
    what: str,
    *,
    side: str,
    owner: str | None = None,
    starts_on: date | None = None,
    due_on: date | None = None,
) -> Edit:
    """Something agreed with a supplier; its start is where limits of the behaviour charts restart."""
    if side not in ("theirs", "ours"):
        raise InvalidInput(tr("An agreed action is theirs or ours."))
    with database.writing(db):
        pen = Pen(db)
        pen.insert(
            "agreed_action",
            {
                "supplier_id": supplier_id,
                "what": what,
                "side": side,
                "owner": owner,
                "starts_on": _iso(starts_on),
                "due_on": _iso(due_on),
                "recorded_at": database.now_utc(),
            },
        )
        return pen.finish(tr("Agreed action “{what}”", what=what))


def finish_agreed_action(db: Database, action_id: int, *, done_on: date | None) -> Edit:
    """Mark an agreed action as done on a day, or as open again (None)."""
    return _set(db, "agreed_action", action_id, {"done_on": _iso(done_on)}, tr("Agreed action done"))


def plan_check_in(db: Database, supplier_id: int, planned_on: date, *, note: str | None = None) -> Edit:
    """A conversation with a supplier is planned for a day."""
    with database.writing(db):
        pen = Pen(db)
        values = {"supplier_id": supplier_id, "planned_on": planned_on.isoformat(), "note": note}
        pen.insert("check_in", values)
        return pen.finish(tr("Check-in on {planned_on}", planned_on=long_day(planned_on)))


def hold_check_in(
    db: Database,
    check_in_id: int,
    held_on: date,
    *,
    note: str | None = None,
    next_on: date | None = None,
    communication_id: int | None = None,
) -> Edit:
    """A check-in took place; the next one may be planned in the same step."""
    with database.writing(db):
        pen = Pen(db)
        row = edits.read_row(db, "check_in", check_in_id)
        if row is None:
            raise NotFound(tr("This check-in is no longer in the workspace. Refresh the screen."))
        values: dict[str, Any] = {"held_on": held_on.isoformat(), "communication_id": communication_id}
        if note is not None:
            values["note"] = note
        pen.update("check_in", check_in_id, values)
        if next_on is not None and edits.check_in_on(db, row["supplier_id"], next_on.isoformat()) is None:
            pen.insert("check_in", {"supplier_id": row["supplier_id"], "planned_on": next_on.isoformat()})
        return pen.finish(tr("Check-in held on {held_on}", held_on=long_day(held_on)))


def add_person(db: Database, name: str, *, email: str | None = None) -> Edit:
    """One of our own people, who may own lines and suppliers; an address tells our mails from theirs."""
    if not name.strip():
        raise InvalidInput(tr("A person needs a name."))
    with database.writing(db):
        pen = Pen(db)
        key = pen.person(name)
        if email and key is not None:
            pen.update("person", key, {"email": email})
        return pen.finish(tr("Person {name}", name=name))


def add_contact(
    db: Database,
    supplier_id: int,
    *,
    name: str | None,
    email: str | None = None,
    phone: str | None = None,
    role: str | None = None,
    language: str | None = None,
) -> Edit:
    with database.writing(db):
        pen = Pen(db)
        values = {"supplier_id": supplier_id, "name": name, "email": email, "phone": phone}
        pen.insert("contact", values | {"role": role, "language": language})
        return pen.finish(tr("Contact {name}", name=name or email or phone))


def set_supplier_field(db: Database, supplier_id: int, field: str, value: object) -> Edit:
    """Change a supplier's settings: window, check-in rhythm, owner (by name), note."""
    if field == "owner":
        with database.writing(db):
            pen = Pen(db)
            pen.update("supplier", supplier_id, {"owner_id": pen.person(str(value) if value else None)})
            return pen.finish(tr("Owner of the supplier"))
    if field not in SUPPLIER_FIELDS:
        raise InvalidInput(tr("“{field}” of a supplier cannot be edited.", field=field))
    return _set(db, "supplier", supplier_id, {field: value}, tr("Details of the supplier"))


def set_material_field(db: Database, material_id: int, field: str, value: object) -> Edit:
    """Change what the ERP or the planner says of a material."""
    if field not in MATERIAL_FIELDS:
        raise InvalidInput(tr("“{field}” of a material cannot be edited.", field=field))
    return _set(db, "material", material_id, {field: value}, tr("Details of the material"))


def decide_lead_time(
    db: Database,
    *,
    material_id: int | None,
    supplier_id: int | None,
    decision: str,
    planning_days: int,
    erp_days: int | None,
    service_level: float,
    reason: str | None,
    at: datetime,
) -> Edit:
    """A planner accepts, keeps or edits a planning lead time."""
    if decision not in ("accept", "keep", "edit"):
        raise InvalidInput(tr("A lead time is accepted, kept or edited."))
    with database.writing(db):
        pen = Pen(db)
        pen.insert(
            "lead_time_decision",
            {
                "material_id": material_id,
                "supplier_id": supplier_id,
                "decision": decision,
                "planning_days": planning_days,
                "erp_days": erp_days,
                "service_level": service_level,
                "reason": reason,
                "decided_at": utc_text(at),
            },
        )
        return pen.finish(tr("Planning lead time {planning_days} days", planning_days=planning_days))


def _insert_follow_up(
    pen: Pen,
    follow_up: FollowUp,
    *,
    line_id: int | None = None,
    supplier_id: int | None = None,
    shipment_id: int | None = None,
    communication_id: int | None = None,
) -> None:
    pen.insert(
        "follow_up",
        {
            "order_line_id": line_id,
            "supplier_id": supplier_id,
            "shipment_id": shipment_id,
            "communication_id": communication_id,
            "what": follow_up.what,
            "owner_id": pen.person(follow_up.owner),
            "due_on": follow_up.due_on.isoformat(),
            "created_at": database.now_utc(),
        },
    )


def _set(db: Database, table: str, row_id: int, values: dict[str, Any], what: str) -> Edit:
    with database.writing(db):
        pen = Pen(db)
        if edits.read_row(db, table, row_id) is None:
            raise NotFound(tr("This entry is no longer in the workspace. Refresh the screen."))
        pen.update(table, row_id, values)
        return pen.finish(what)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
