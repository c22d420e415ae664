"""What a person records or changes by hand about order lines; each action is one undo step."""

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any

from supplychain_app.domain.errors import InvalidInput, NotFound
from supplychain_app.domain.orders import KnownBasis, PromiseSource
from supplychain_app.domain.stages import Cause, Party, Stage
from supplychain_app.language import grouped, tr
from supplychain_app.reports.words import plural
from supplychain_app.reports.worklist_words import long_day
from supplychain_app.services.agreements import (
    FollowUp,
    add_agreed_action,
    add_contact,
    add_follow_up,
    add_person,
    close_question,
    decide_lead_time,
    finish_agreed_action,
    finish_follow_up,
    hold_check_in,
    plan_check_in,
    record_communication,
    set_material_field,
    set_supplier_field,
)
from supplychain_app.services.undo import Edit, Pen, apply
from supplychain_app.storage import database, edits
from supplychain_app.storage.connection import Database

__all__ = [
    "LINE_FIELDS",
    "Edit",
    "FollowUp",
    "add_agreed_action",
    "add_contact",
    "add_follow_up",
    "add_person",
    "apply",
    "cancel_line",
    "close_question",
    "decide_lead_time",
    "finish_agreed_action",
    "finish_follow_up",
    "hold_check_in",
    "plan_check_in",
    "record_cause",
    "record_communication",
    "record_promise",
    "record_receipt",
    "set_field",
    "set_material_field",
    "set_owner",
    "set_supplier_field",
]

_FIELD_WORDS = {
    "required_on": tr("Needed date"),
    "issued_on": tr("Sent"),
    "created_on": tr("Created"),
    "quantity": tr("Quantity"),
    "unit_price": tr("Price"),
    "unit": tr("Unit"),
    "description": tr("Description"),
    "note": tr("Note"),
    "incoterm": tr("Incoterm"),
    "incoterm_place": tr("Place of the Incoterm"),
    "mode": tr("Mode"),
    "origin": tr("Origin"),
    "destination": tr("Destination"),
    "country": tr("Country"),
    "buyer": tr("Buyer"),
}
LINE_FIELDS: dict[str, str] = {
    "required_on": "date",
    "issued_on": "date",
    "created_on": "date",
    "quantity": "amount",
    "unit_price": "amount",
    "unit": "text",
    "description": "text",
    "note": "text",
    "incoterm": "text",
    "incoterm_place": "text",
    "mode": "text",
    "origin": "text",
    "destination": "text",
    "country": "text",
    "buyer": "text",
}
"""Columns of a line that may be edited in place, and what kind of value each takes."""

LONGEST_TEXT = 20_000


def record_promise(
    db: Database,
    line_id: int | Sequence[int],
    promised_on: date,
    *,
    quantity: float | None = None,
    source: PromiseSource | str = PromiseSource.MANUAL,
    told_by: str | None = None,
    evidence: str | None = None,
    known_on: date,
    communication_id: int | None = None,
) -> Edit:
    """The supplier gave a date for one line or several; it also answers our open questions for one."""
    line_ids = _ids(line_id)
    with database.writing(db):
        pen = Pen(db)
        for one in line_ids:
            pen.insert(
                "promise",
                {
                    "order_line_id": one,
                    "promised_on": promised_on.isoformat(),
                    "quantity": quantity,
                    "known_on": known_on.isoformat(),
                    "known_basis": KnownBasis.STATED.value,
                    "source": PromiseSource(source).value,
                    "told_by": told_by,
                    "evidence": evidence,
                    "communication_id": communication_id,
                    "recorded_at": database.now_utc(),
                },
            )
        answered = f"{known_on.isoformat()}T12:00:00Z"
        for question in edits.open_questions_of(db, line_ids, ("acknowledge", "date")):
            asked = (edits.read_row(db, "question", question) or {})["asked_at"]
            pen.update("question", question, {"answered_at": max(asked, answered), "answer_id": communication_id})
        return pen.finish(tr("Promise of {day} for {lines}", day=long_day(promised_on), lines=_named(db, line_ids)))


def record_receipt(
    db: Database,
    line_id: int,
    received_on: date,
    quantity: float,
    *,
    posted_on: date | None = None,
    rejected_quantity: float = 0.0,
    document: str | None = None,
    known_on: date,
    source: str = "manual",
) -> Edit:
    """Goods came in for a line, or went back out (negative quantity)."""
    if quantity == 0:
        raise InvalidInput(tr("A receipt needs a quantity; a negative one takes goods back out."))
    label = edits.line_label(db, line_id)
    parts = [edits.line_identity(db, line_id), received_on.isoformat(), f"{quantity:g}", document or "", source]
    with database.writing(db):
        pen = Pen(db)
        pen.insert(
            "receipt",
            {
                "order_line_id": line_id,
                "received_on": received_on.isoformat(),
                "posted_on": posted_on.isoformat() if posted_on else None,
                "quantity": float(quantity),
                "rejected_quantity": float(rejected_quantity),
                "document": document,
                "known_on": known_on.isoformat(),
                "known_basis": KnownBasis.STATED.value,
                "source": source,
                "fingerprint": hashlib.sha256("|".join(parts).encode()).hexdigest(),
                "recorded_at": database.now_utc(),
            },
        )
        return pen.finish(tr("Receipt of {quantity:g} for {label}", quantity=quantity, label=label))


def set_owner(
    db: Database, line_id: int | Sequence[int], person: str | None, *, today: date, reason: str | None = None
) -> Edit:
    """Hand lines to one of our people, by name; None takes the owner away. A new name becomes a new person."""
    line_ids = _ids(line_id)
    with database.writing(db):
        pen = Pen(db)
        owner_id = pen.person(person)
        for one in line_ids:
            old = pen.update("order_line", one, {"owner_id": owner_id})
            before = edits.person_name(db, old.get("owner_id"))
            _log(pen, one, "owner", (before, person), today=today, reason=reason)
        return pen.finish(tr("Owner of {lines}: {person}", lines=_named(db, line_ids), person=person or tr("nobody")))


def set_field(
    db: Database,
    line_id: int | Sequence[int],
    field: str,
    value: object,
    *,
    today: date,
    reason: str | None = None,
) -> Edit:
    """Change one field of one line or several; the old value and the reason stay in the line's history."""
    if field == "owner":
        return set_owner(db, line_id, str(value) if value else None, today=today, reason=reason)
    if field not in LINE_FIELDS:
        raise InvalidInput(
            tr(
                "“{field}” of a line cannot be edited. Editable are: {choices}, owner.",
                field=field,
                choices=", ".join(LINE_FIELDS),
            )
        )
    new = _checked(field, value)
    line_ids = _ids(line_id)
    with database.writing(db):
        pen = Pen(db)
        for one in line_ids:
            edits.line_label(db, one)
            old = pen.update("order_line", one, {field: new})
            _log(pen, one, field, (old.get(field), new), today=today, reason=reason)
        return pen.finish(tr("{what} of {lines}", what=_FIELD_WORDS[field], lines=_named(db, line_ids)))


def cancel_line(
    db: Database, line_id: int | Sequence[int], *, on: date, today: date, reason: str | None = None
) -> Edit:
    """We cancelled lines: they leave the worklist and the figures, and stay in the file."""
    line_ids = _ids(line_id)
    with database.writing(db):
        pen = Pen(db)
        for one in line_ids:
            edits.line_label(db, one)
            old = edits.read_row(db, "order_line", one) or {}
            pen.update("order_line", one, {"cancelled_on": on.isoformat()})
            _log(pen, one, "status", (old.get("status"), "cancelled"), today=today, reason=reason)
        return pen.finish(tr("Cancelled {lines}", lines=_named(db, line_ids)))


def record_cause(
    db: Database,
    line_id: int,
    *,
    cause: Cause | str | None = None,
    stage: Stage | str | None = None,
    party: Party | str | None = None,
    reason: str | None = None,
) -> Edit:
    """Why a line was late, or who really controlled one of its stages."""
    if cause is None and party is None:
        raise InvalidInput(tr("Say a cause, or the party that controlled the stage."))
    label = edits.line_label(db, line_id)
    with database.writing(db):
        pen = Pen(db)
        pen.insert(
            "cause",
            {
                "order_line_id": line_id,
                "cause": Cause(cause).value if cause else None,
                "stage": Stage(stage).value if stage else None,
                "party": Party(party).value if party else None,
                "reason": reason,
                "recorded_at": database.now_utc(),
            },
        )
        return pen.finish(tr("Cause of {label}", label=label))


def _log(pen: Pen, line_id: int, field: str, change: tuple[Any, Any], *, today: date, reason: str | None) -> None:
    old, new = change
    if old == new:
        return
    pen.insert(
        "line_change",
        {
            "order_line_id": line_id,
            "field": field,
            "old": None if old is None else str(old),
            "new": None if new is None else str(new),
            "known_on": today.isoformat(),
            "recorded_at": database.now_utc(),
            "reason": reason,
        },
    )


def _checked(field: str, value: object) -> str | float | None:
    if value is None or value == "":
        if field == "quantity":
            raise InvalidInput(tr("A line needs a quantity."))
        return None
    kind = LINE_FIELDS[field]
    if kind == "date":
        try:
            return (value if isinstance(value, date) else date.fromisoformat(str(value))).isoformat()
        except ValueError as error:
            raise InvalidInput(tr("“{value}” is not a date. Write it as 2026-11-23.", value=value)) from error
    if kind == "amount":
        try:
            amount = float(str(value))
        except ValueError as error:
            raise InvalidInput(tr("“{value}” is not a number.", value=value)) from error
        if not 0 < amount < 1e15:
            raise InvalidInput(tr("{what} must be above zero.", what=field.replace("_", " ").capitalize()))
        return amount
    text = str(value).strip()
    if len(text) > LONGEST_TEXT:
        raise InvalidInput(tr("This text is longer than {most} characters. Shorten it.", most=grouped(LONGEST_TEXT)))
    return text or None


def _ids(line_id: int | Sequence[int]) -> list[int]:
    line_ids = [line_id] if isinstance(line_id, int) else list(dict.fromkeys(line_id))
    if not line_ids:
        raise NotFound(tr("No line is selected. Select one first."))
    return line_ids


def _named(db: Database, line_ids: Sequence[int]) -> str:
    return edits.line_label(db, line_ids[0]) if len(line_ids) == 1 else plural(len(line_ids), "line")
