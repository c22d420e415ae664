"""Finds what belongs in each group of Today; a line is claimed by its most urgent group, a cause is one row."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from supplychain_app.domain.shipments import FINISHED
from supplychain_app.language import grouped, noun_for, tr
from supplychain_app.reports import worklist_words as words
from supplychain_app.reports.next_steps import NextStep
from supplychain_app.services import supplier_limits, working_days
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.services.worklist_desk import (
    Desk,
    Thresholds,
    Waits,
    due_of,
    most_common,
    row_of,
)
from supplychain_app.services.worklist_rows import GROUPS, WorkRow
from supplychain_app.storage import worklist as stored
from supplychain_app.storage import worklist_around as around
from supplychain_app.storage.connection import Database
from supplychain_app.storage.worklist import LatePart, OpenLine
from supplychain_app.storage.worklist_around import OpenQuestion, UnitState

if TYPE_CHECKING:
    from supplychain_app.services.data_quality import Finding
    from supplychain_app.services.forecasting import LikelyLate

TO_SUPPLIERS = frozenset(
    {
        NextStep.ANSWER,
        NextStep.ASK_FOR_DATE,
        NextStep.CALL,
        NextStep.CHECK_IN,
        NextStep.CONFIRM_DATE,
        NextStep.REMIND,
        NextStep.REMIND_OF_ACTION,
    }
)


def build_rows(
    db: Database,
    day: date,
    *,
    today: date,
    limits: Thresholds,
    knowledge: Knowledge,
    likely_late: Mapping[int, "LikelyLate"] | None = None,
    usual: Waits | None = None,
    suppliers: Collection[int] | None = None,
) -> list[WorkRow]:
    """Every row of one day about lines as known then, most urgent group first, most important row first.

    `likely_late`: the lines that are on that day, where forecasts were made already; `usual`: how long shipments wait,
    where known; `suppliers`: those whose rows are wanted (0: none), which hang together with no others; None: all.
    """
    stored.prepare(db, day, today=today, suppliers=suppliers)
    calendars = working_days.calendars(db)
    desk = Desk(db, day, limits, knowledge, supplier_limits.read(db), calendars, suppliers)
    desk.look_around(usual)
    add_past_due(desk)
    add_late_parts(desk)
    add_will_be_late(desk, likely_late)
    add_stuck(desk)
    add_not_acknowledged(desk)
    add_waiting(desk)
    add_moved(desk)
    add_arriving(desk)
    add_dues(desk)
    rows = [_with_closure(desk, row) for row in desk.rows]
    return sorted(rows, key=lambda row: (GROUPS.index(row.group), -row.score, row.key))


def _with_closure(desk: Desk, row: WorkRow) -> WorkRow:
    """Who is to be called or written to had better be there."""
    is_asked = row.supplier_id is not None and row.next_step in TO_SUPPLIERS
    closure = desk.calendars.of(row.supplier_id).closure(desk.day) if is_asked else None
    return row if closure is None else replace(row, why=f"{words.closed(closure, desk.day)} {row.why}")


def add_past_due(desk: Desk) -> None:
    lines = stored.lines(desk.db, "past due", desk.day)
    about = around.contacts_about(desk.db, [line.id for line in lines], desk.day)
    for group, unit in desk.by_cause(lines):
        whole = desk.whole(group, unit)
        first = min(group, key=lambda line: due_of(line) or desk.day)
        due = due_of(first) or desk.day
        asked = _contacts(about, group)
        moves = max(0, first.promises - 1)
        received = None
        if first.last_received_on is not None:
            received = (first.open_quantity, date.fromisoformat(first.last_received_on), first.unit)
        why = words.past_due(
            due,
            desk.day,
            promised=first.current_promise is not None,
            moves=moves,
            received=received,
            contacts=asked,
            where=desk.carriage(unit),
        )
        is_known = first.current_promise is not None and received is None
        step = _step_when_late(unit, is_urgent=is_known and bool(asked.mails or moves))
        desk.rows.append(_past_due_row(desk, group, unit, whole=whole, why=why, step=step, due=due))
    desk.claimed |= {line.id for line in lines}
    desk.told_orders |= {line.order_id for line in lines}


def add_late_parts(desk: Desk) -> None:
    """Deliveries that should have come by now, of lines whose last one is not due yet."""
    late = stored.late_parts(desk.db, desk.day)
    about = around.contacts_about(desk.db, list(late), desk.day)
    lines = [_missing(line, late[line.id]) for line in stored.lines_by_id(desk.db, late).values()]
    for group, unit in desk.by_cause(lines):
        first = min(group, key=lambda line: late[line.id].due)
        part = late[first.id]
        asked = _contacts(about, group)
        why = words.part_past_due(
            part.due,
            desk.day,
            last=due_of(first),
            promised=part.promised,
            received=part.received,
            unit=first.unit,
            contacts=asked,
            where=desk.carriage(unit),
        )
        whole, step = desk.whole(group, unit), _step_when_late(unit, is_urgent=asked.mails > 0)
        fact = part.due.isoformat()
        desk.rows.append(_past_due_row(desk, group, unit, whole=whole, why=why, step=step, due=part.due, fact=fact))
    desk.told_orders |= {line.order_id for line in lines}


def _past_due_row(
    desk: Desk,
    lines: Sequence[OpenLine],
    unit: UnitState | None,
    *,
    whole: Sequence[OpenLine],
    why: str,
    step: NextStep,
    due: date,
    fact: str | None = None,
) -> WorkRow:
    days = (desk.day - due).days
    when = tr("{days} late", days=words.days(days))
    return row_of(
        desk, "past_due", lines, unit, whole=whole, why=why, step=step, due=due, days=days, when=when, fact=fact
    )


def _contacts(about: Mapping[int, tuple[int, str | None, int]], lines: Iterable[OpenLine]) -> words.Contacts:
    """How often the supplier was asked about any of these lines."""
    known = [about[line.id] for line in lines if line.id in about]
    since = min((since for _, since, _ in known if since), default=None)
    return words.Contacts(
        mails=max((mails for mails, _, _ in known), default=0),
        since=date.fromisoformat(since[:10]) if since else None,
        calls=max((calls for _, _, calls in known), default=0),
    )


def _step_when_late(unit: UnitState | None, *, is_urgent: bool) -> NextStep:
    if unit is not None:
        return NextStep.ASK_RECEIVING if unit.status == "delivered" else NextStep.ASK_CARRIER
    return NextStep.CALL if is_urgent else NextStep.ASK_FOR_DATE


def _missing(line: OpenLine, part: LatePart) -> OpenLine:
    """The line as far as it should have come by now."""
    missing = min(part.promised - part.received, line.open_quantity)
    share = missing / line.open_quantity if line.open_quantity > 0 else 0.0
    value = None if line.value_minor is None else int(line.value_minor * share)
    return line._replace(open_quantity=missing, value_minor=value)


def add_will_be_late(desk: Desk, known: Mapping[int, "LikelyLate"] | None = None) -> None:
    if known is None:
        from supplychain_app.services import forecasting

        known = forecasting.likely_late(desk.db, desk.knowledge, as_of=desk.day, at_least=desk.limits.late_probability)
    least = min(desk.limits.late_days, desk.suppliers.least("late_days", desk.limits.late_days))
    late = {
        line_id: found
        for line_id, found in known.items()
        if line_id not in desk.claimed and (found.half_by - found.required).days >= least
    }
    wanted = [
        line
        for line in stored.lines_by_id(desk.db, late).values()
        if (late[line.id].half_by - late[line.id].required).days >= desk.limit(line.supplier_id, "late_days")
    ]
    for group, unit in desk.by_cause(wanted):
        found = max((late[line.id] for line in group), key=lambda one: one.p_late)
        where = desk.carriage(unit)
        why = words.will_be_late(
            found.p_late, found.required, promise=found.promise, half_by=found.half_by, where=where, today=desk.day
        )
        admitted = found.promise is not None and found.promise > found.required
        if where is not None and where.delivered:
            step = NextStep.ASK_RECEIVING
        else:
            step = (
                NextStep.WARN_PLANNER
                if admitted
                else NextStep.ASK_CARRIER
                if where is not None
                else NextStep.CONFIRM_DATE
            )
        desk.rows.append(
            row_of(
                desk,
                "will_be_late",
                group,
                unit,
                whole=desk.whole(group, unit),
                why=why,
                step=step,
                due=found.required,
                days=(found.half_by - found.required).days,
                when=tr("needed {day}", day=words.day_text(found.required, desk.day)),
                probability=found.p_late,
            )
        )
    desk.claimed |= {line.id for line in wanted}


def add_stuck(desk: Desk) -> None:
    shipments: dict[int, tuple[UnitState, set[int]]] = {}
    for line_id, units in desk.units.items():
        for unit in units:
            if unit.status in FINISHED or line_id in desk.claimed:
                continue
            still = (desk.day - date.fromisoformat(unit.happened_on)).days
            usual = desk.usual_of(unit)
            longest = max(desk.limits.stuck_days, usual[1] if usual else 2 * desk.limits.stuck_days)
            if still > longest:
                shipments.setdefault(unit.shipment_id, (unit, set()))[1].add(line_id)
    lines = stored.lines_by_id(desk.db, {one for _, ids in shipments.values() for one in ids})
    for unit, ids in shipments.values():
        group = [lines[one] for one in sorted(ids) if one in lines]
        where = desk.carriage(unit)
        if not group or where is None:
            continue
        still = (desk.day - where.since).days
        why = words.carriage(where, desk.day)
        if unit.error:
            why += " " + tr("The carrier's last answer failed.")
        desk.rows.append(
            row_of(
                desk,
                "stuck",
                group,
                unit,
                why=why,
                step=NextStep.ASK_CARRIER,
                due=due_of(group[0]),
                days=still,
                when=tr("{days} still", days=words.days(still)),
            )
        )
        desk.claimed |= {line.id for line in group}


def add_not_acknowledged(desk: Desk) -> None:
    lines = desk.free(stored.lines(desk.db, "not acknowledged", desk.day))
    usual = around.usual_acknowledgement(desk.db, desk.day) if lines else {}
    orders: dict[int, list[OpenLine]] = {}
    for line in lines:
        limit = desk.limit(line.supplier_id, "acknowledge_working_days")
        if line.issued_on and desk.silent(line.supplier_id, line.issued_on) > limit:
            orders.setdefault(line.order_id, []).append(line)
    by_supplier: dict[int | None, list[list[OpenLine]]] = {}
    for group in orders.values():
        by_supplier.setdefault(group[0].supplier_id, []).append(group)
    for supplier_id, groups in by_supplier.items():
        # From the fourth order on the cause is the supplier, not the order.
        for group in [list(chain.from_iterable(groups))] if len(groups) > 3 else groups:
            sent = min(line.issued_on for line in group if line.issued_on)
            silent = desk.silent(supplier_id, sent)
            number = len({line.order_id for line in group})
            why = words.not_acknowledged(
                date.fromisoformat(sent), silent, number, usual.get(supplier_id or 0), desk.day
            )
            required = min((line.required_on for line in group if line.required_on), default=None)
            needed = date.fromisoformat(required) if required else None
            desk.rows.append(
                row_of(
                    desk,
                    "not_acknowledged",
                    group,
                    None,
                    why=why,
                    step=NextStep.CALL if silent > 10 or number > 3 else NextStep.REMIND,
                    due=needed,
                    days=silent,
                    when=tr("needed {day}", day=words.day_text(needed, desk.day)) if needed else tr("no date yet"),
                    fact=sent,
                )
            )
            desk.claimed |= {line.id for line in group}


def add_waiting(desk: Desk) -> None:
    causes: dict[tuple[int, str], list[OpenQuestion]] = {}
    for question in around.open_questions(desk.db, desk.day):
        if not desk.is_about(question.supplier_id):
            continue
        silent = desk.silent(question.supplier_id if question.asked_by == "us" else None, question.asked_at)
        limit = desk.limit(question.supplier_id, "reply_working_days")
        old_enough = question.asked_by == "them" or silent > limit or question.undelivered_to
        told = question.line_id in desk.claimed or (
            question.asked_by == "us" and question.line_id is None and question.order_id in desk.told_orders
        )
        if old_enough and not told:
            causes.setdefault((question.supplier_id, question.asked_by), []).append(question)
    lines = stored.lines_by_id(desk.db, {q.line_id for group in causes.values() for q in group if q.line_id})
    for (supplier_id, asked_by), group in causes.items():
        oldest = group[0]
        since = date.fromisoformat(oldest.asked_at[:10])
        number = len({q.communication_id or -q.id for q in group})
        about = [lines[q.line_id] for q in group if q.line_id in lines]
        value = sum(line.value_minor or 0 for line in about) or None
        silent = desk.silent(supplier_id if asked_by == "us" else None, oldest.asked_at)
        undelivered = next((q.undelivered_to for q in group if q.undelivered_to), None)
        materials = list(dict.fromkeys(line.material for line in about))
        topic = materials or [
            tr("Order {number}", number=oldest.purchase_order) if oldest.purchase_order else tr("Question")
        ]
        currency = about[0].currency if about else None
        desk.rows.append(
            WorkRow(
                key=f"waiting_for_reply:supplier:{supplier_id}:{asked_by}:{oldest.id}",
                group="waiting_for_reply",
                line_id=about[0].id if about else oldest.line_id,
                shipment_id=None,
                supplier_id=supplier_id,
                purchase_order=oldest.purchase_order,
                line=about[0].line if about else None,
                supplier=oldest.supplier,
                material=materials[0] if materials else None,
                what=words.goods(topic, oldest.supplier),
                why=words.undelivered(undelivered, since, desk.day)
                if undelivered
                else words.waiting(asked_by == "us", number, since, oldest.words, desk.day),
                impact=tr("open value") if value else "",
                cost_minor=value,
                currency=currency,
                quantity=about[0].open_quantity if len(about) == 1 else None,
                unit=about[0].unit if len(about) == 1 else None,
                owner=most_common([q.owner for q in group]),
                next_step=NextStep.ANSWER
                if asked_by == "them"
                else NextStep.CALL
                if silent > 5 or number > 1 or undelivered
                else NextStep.REMIND,
                due=since,
                when=tr("{days} ago", days=words.days((desk.day - since).days)),
                days=(desk.day - since).days,
                line_ids=tuple(line.id for line in about),
                question_ids=tuple(q.id for q in group),
                score=(silent + 1) * (1e12 if asked_by == "them" else 1) + (value or 0) / 1e6,
            )
        )
        desk.claimed |= {line.id for line in about}


def add_moved(desk: Desk) -> None:
    since = desk.day - timedelta(days=desk.limits.moved_days)
    moves = {move.line_id: move for move in around.moves(desk.db, desk.day, since=since) if move.new > move.old}
    lines = desk.free(stored.lines_by_id(desk.db, moves).values())
    for group, unit in desk.by_cause(lines):
        first = max(group, key=lambda line: moves[line.id].new)
        move = moves[first.id]
        old, new = date.fromisoformat(move.old), date.fromisoformat(move.new)
        required = date.fromisoformat(first.required_on) if first.required_on else None
        why = words.promise_moved(
            old,
            new,
            known=date.fromisoformat(move.known_on),
            moves=first.promises - 1,
            required=required,
            today=desk.day,
        )
        too_late = required is not None and new > required
        desk.rows.append(
            row_of(
                desk,
                "promise_moved",
                group,
                unit,
                whole=desk.whole(group, unit),
                why=why,
                step=NextStep.WARN_PLANNER if too_late else NextStep.CONFIRM_DATE,
                due=new,
                days=(new - old).days,
                when=tr("{days} later", days=words.days((new - old).days)),
            )
        )
    desk.claimed |= {line.id for line in lines}


def add_arriving(desk: Desk) -> None:
    until = desk.day + timedelta(days=desk.limits.arriving_days)
    lines = desk.free(stored.lines(desk.db, "arriving", desk.day, until=until))
    causes: dict[tuple[object, ...], list[OpenLine]] = {}
    for line in lines:
        causes.setdefault((line.supplier_id, due_of(line)), []).append(line)
    for group in causes.values():
        due = due_of(group[0]) or desk.day
        unit = desk.unit_of(group)
        promised = group[0].current_promise is not None
        why = words.arriving(due, len(group), promised, desk.carriage(unit), desk.day)
        desk.rows.append(
            row_of(
                desk,
                "arriving",
                group,
                unit,
                why=why,
                step=NextStep.CONFIRM_DATE if unit is None else NextStep.TELL_RECEIVING,
                due=due,
                days=(due - desk.day).days,
                when=words.day_text(due, desk.day),
                fact=due.isoformat(),
            )
        )
    desk.claimed |= {line.id for line in lines}


def add_dues(desk: Desk) -> None:
    end_of_week = desk.day + timedelta(days=6 - desk.day.weekday())
    past = Counter(row.supplier_id for row in desk.rows if row.group == "past_due")
    coming = Counter(row.supplier_id for row in desk.rows if row.group == "will_be_late")
    dues = [due for due in around.dues(desk.db, desk.day, until=end_of_week) if desk.is_about(due.supplier_id)]
    lines = stored.lines_by_id(desk.db, {due.line_id for due in dues if due.line_id})
    for due in dues:
        day = date.fromisoformat(due.due_on)
        line = lines.get(due.line_id or 0)
        if due.kind == "check-in":
            why = words.check_in(day, due.what, past[due.supplier_id], coming[due.supplier_id], desk.day)
            what, step = words.goods([tr("Check-in")], due.supplier or ""), NextStep.CHECK_IN
        else:
            side = due.kind.removeprefix("action ") if due.kind.startswith("action") else None
            why = words.follow_up(day, side, desk.day)
            what = words.goods([due.what or tr("Follow-up")], due.supplier or "")
            step = NextStep.REMIND_OF_ACTION if side else NextStep.DO_IT
        desk.rows.append(
            WorkRow(
                key=f"check_in:{due.kind}:{due.id}",
                group="check_in",
                line_id=due.line_id,
                shipment_id=None,
                supplier_id=due.supplier_id,
                purchase_order=line.purchase_order if line else None,
                line=line.line if line else None,
                supplier=due.supplier,
                material=line.material if line else None,
                what=what.removesuffix(" · "),
                why=why,
                impact="",
                cost_minor=None,
                currency=None,
                quantity=None,
                owner=due.owner,
                next_step=step,
                due=day,
                when=words.day_text(day, desk.day),
                days=(desk.day - day).days,
                line_ids=(due.line_id,) if due.line_id else (),
                score=float((desk.day - day).days),
            )
        )


def data_rows(findings: Iterable["Finding"]) -> list[WorkRow]:
    """What is wrong with the data, on most lines first; known only of the data as they are, not as of a past day."""
    rows = [
        WorkRow(
            key=f"data:{gap.check}:{gap.lines}",
            group="data",
            line_id=None,
            shipment_id=None,
            supplier_id=None,
            purchase_order=None,
            line=None,
            supplier=None,
            material=None,
            what=f"{words.sentence(words.CHECKS[gap.check])} · {words.count(gap.lines, 'line')}",
            why=gap.hides,
            impact=f"{grouped(gap.lines)} {noun_for(gap.lines, 'line')}",
            cost_minor=None,
            currency=None,
            quantity=None,
            owner=None,
            next_step=NextStep.FIX_DATA,
            due=None,
            line_ids=gap.line_ids,
            score=float(gap.lines),
        )
        for gap in findings
    ]
    return sorted(rows, key=lambda row: (-row.score, row.key))
