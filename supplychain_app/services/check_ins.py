"""Check-ins with suppliers: what to talk about, and when the next one is due by the agreed rhythm."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from supplychain_app.domain.errors import NotFound
from supplychain_app.exchange.writers import Appointment, write_calendar
from supplychain_app.language import noun_for, tr
from supplychain_app.reports.worklist_words import long_day
from supplychain_app.services import working_days
from supplychain_app.services.agreements import hold_check_in, plan_check_in
from supplychain_app.services.undo import Edit
from supplychain_app.storage import agenda as stored
from supplychain_app.storage.connection import Database

DEFAULT_RHYTHM_DAYS = 14


@dataclass(frozen=True)
class Topic:
    """One heading of the agenda, its points, and how many more there are."""

    title: str
    points: tuple[str, ...]
    more: int = 0


@dataclass(frozen=True)
class Agenda:
    """What to talk about with a supplier on a day."""

    supplier_id: int
    supplier: str
    day: date
    check_in_id: int | None  # the planned check-in this is for
    next_on: date  # by the rhythm
    last: str  # what was noted last time; ""
    topics: tuple[Topic, ...]

    def text(self) -> str:
        """The agenda as plain text, to be copied, printed or put into an appointment."""
        parts = [tr("Check-in with {supplier}, {day}", supplier=self.supplier, day=long_day(self.day))]
        if self.last:
            parts.append(tr("Last time: {last}", last=self.last))
        for topic in self.topics:
            points = [f"- {point}" for point in topic.points]
            if topic.more:
                points.append("- " + tr("and {count} more", count=topic.more))
            parts.append("\n".join([topic.title, *points]))
        if not self.topics:
            parts.append(tr("Nothing is late, moved, asked or agreed: a short call will do."))
        return "\n\n".join(parts)


def agenda(db: Database, supplier_id: int, *, today: date) -> Agenda:
    """What stands between us and a supplier: late, slipped, unanswered, agreed, arriving; empty topics left out."""
    found = stored.matters(db, supplier_id, today=today)
    if not found.supplier:
        raise NotFound(tr("This supplier is no longer in the workspace. Refresh the screen."))
    topics = [
        _topic(tr("Late"), found.late, found.late_count, lambda row: _late(row, today)),
        _topic(tr("Moved later since the last check-in"), found.moved, found.moved_count, _moved),
        _topic(tr("Without any date from them"), found.silent, found.silent_count, _silent),
        _topic(
            tr("Questions they have not answered"),
            [q for q in found.questions if q["asked_by"] == "us"],
            None,
            _question,
        ),
        _topic(
            tr("Questions we owe an answer"), [q for q in found.questions if q["asked_by"] == "them"], None, _question
        ),
        _topic(
            tr("Agreed, theirs"), [a for a in found.actions if a["side"] == "theirs"], None, lambda a: _action(a, today)
        ),
        _topic(
            tr("Agreed, ours"), [a for a in found.actions if a["side"] == "ours"], None, lambda a: _action(a, today)
        ),
        _topic(tr("To arrive within two weeks"), found.arriving, found.arriving_count, _arriving),
    ]
    planned = found.planned
    day = date.fromisoformat(planned["planned_on"]) if planned else today
    last = ""
    if found.last:
        last = _day(found.last["held_on"]) + (f", {found.last['note']}" if found.last["note"] else "")
    return Agenda(
        supplier_id=supplier_id,
        supplier=found.supplier,
        day=max(day, today),
        check_in_id=planned["id"] if planned else None,
        next_on=working_days.proposed(
            db, today + timedelta(days=found.rhythm_days or DEFAULT_RHYTHM_DAYS), supplier_ids=[supplier_id]
        ),
        last=last,
        topics=tuple(topic for topic in topics if topic is not None),
    )


def hold(db: Database, found: Agenda, *, held_on: date, note: str, next_on: date | None) -> Edit:
    """A check-in took place: its note is kept, the next one planned; one that was not planned counts too."""
    check_in = found.check_in_id
    if check_in is None:
        plan_check_in(db, found.supplier_id, held_on)
        planned = stored.matters(db, found.supplier_id, today=held_on).planned
        assert planned is not None
        check_in = int(planned["id"])
    return hold_check_in(db, check_in, held_on, note=note or None, next_on=next_on)


def write_invitation(found: Agenda, out: Path, *, stamp: datetime) -> Path:
    """The check-in as a calendar file with its agenda as description."""
    one = Appointment(
        uid=f"check-in-{found.supplier_id}-{found.day.isoformat()}@supplychain-app",
        day=found.day,
        summary=tr("Check-in with {supplier}", supplier=found.supplier),
        description=found.text(),
    )
    write_calendar(out, tr("Check-ins"), [one], stamp=stamp)
    return out


def _topic(title: str, rows: Any, count: int | None, write: Any) -> Topic | None:
    points = tuple(write(row) for row in rows)
    if not points:
        return None
    return Topic(title if count is None else f"{title} ({count})", points, max(0, (count or 0) - len(points)))


def _goods(row: dict[str, Any]) -> str:
    return f"{row['reference']} {row['goods']}".strip()


def _late(row: dict[str, Any], today: date) -> str:
    days = (today - date.fromisoformat(row["current_promise"])).days
    missing = row["quantity"] - row["received_quantity"]
    part = ""
    if 0 < missing < row["quantity"]:
        part = tr(", {missing:g} of {quantity:g} missing", missing=missing, quantity=row["quantity"])
    late = f"{days} {noun_for(days, 'day')}"
    told = tr("{goods}: promised {day}, {late} late", goods=_goods(row), day=_day(row["current_promise"]), late=late)
    return told + part


def _moved(row: dict[str, Any]) -> str:
    needed = tr(", needed {day}", day=_day(row["required_on"])) if row["required_on"] else ""
    return f"{_goods(row)}: {_day(row['old'])} → {_day(row['new'])}{needed}"


def _silent(row: dict[str, Any]) -> str:
    return _goods(row) + (tr(": needed {day}", day=_day(row["required_on"])) if row["required_on"] else "")


def _question(row: dict[str, Any]) -> str:
    about = f"{row['number']}: " if row["number"] else ""
    return f"{about}{row['words'] or row['kind']} " + tr("(since {day})", day=_day(row["asked_at"]))


def _action(row: dict[str, Any], today: date) -> str:
    due = row["due_on"]
    if not due:
        return str(row["what"])
    is_overdue = due < today.isoformat()
    return f"{row['what']} " + (
        tr("(due {day}, overdue)", day=_day(due)) if is_overdue else tr("(due {day})", day=_day(due))
    )


def _arriving(row: dict[str, Any]) -> str:
    return f"{_goods(row)}: {_day(row['current_promise'])}"


def _day(stored_day: str) -> str:
    return long_day(date.fromisoformat(stored_day[:10]))
