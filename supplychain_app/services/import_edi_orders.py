"""Applies order acknowledgements: promises, planned pickups, answered questions, and what was refused."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from supplychain_app.exchange import edi_codes as codes
from supplychain_app.exchange.edi_codes import Told
from supplychain_app.exchange.edi_orders import LineAnswer, OrderAnswer, deliveries, left_open, overall
from supplychain_app.language import tr
from supplychain_app.services.import_edi_common import LINE, ORDER, SOURCE, Applied, find_lines
from supplychain_app.services.import_job import Done, MessageJob, unknown_line, unknown_order
from supplychain_app.storage import database, edits, line_state
from supplychain_app.storage import import_messages as stored
from supplychain_app.storage.import_messages import KnownLine


class Acknowledgement(Applied):
    """One order's acknowledgement."""

    def __init__(self, job: MessageJob, done: Done, answer: OrderAnswer) -> None:
        super().__init__(job, done, answer.message, answer.told_on, answer.place)
        self.answer = answer

    def apply(self) -> None:
        answer = self.answer
        if stored.message_id(self.db, self.fingerprint) is not None:
            self.done.unchanged += len(answer.lines) or 1
            return
        orders = {line.order for line in answer.lines} | ({answer.order} if answer.order else set())
        if not orders:
            self.reject(self.place, ORDER, tr("the {kind} message names no order", kind=answer.message.kind))
        for order in sorted(orders):
            self._order(order, [line for line in answer.lines if line.order == order])

    def _order(self, order: str, said: list[LineAnswer]) -> None:
        known = stored.lines_of_order(self.db, order) if order else []
        if not known:
            why = unknown_order(order) if order else tr("it names no order")
            for place in [line.place for line in said] or [self.place]:
                self.reject(place, ORDER, why)
            return
        pairs: list[tuple[LineAnswer, list[KnownLine]]] = []
        if not said:  # only the head answers, for the whole order
            blank = LineAnswer(self.place, order, "", "", "", "", "", None, None, "", ())
            pairs = [(blank, [one]) for one in known if one.status == "open"]
        for line in said:
            found = find_lines(known, line)
            if found:
                pairs.append((line, found))
            else:
                named = line.line or line.own_line or "?"
                self.reject(line.place, LINE, unknown_line(order, named, line.buyer_item))
        if not pairs:
            return
        lines = [one for _, found in pairs for one in found]
        words = self.answer.words or tr("answered")
        theirs = self.answer.supplier_order
        reference = tr(", their order {order}", order=theirs) if theirs else ""
        message_id = self._kept(order, known, lines, f"{words}{reference}", pairs)
        for line, found in _joined(pairs):
            outcomes = [
                self._line(order, line, one, told, message_id)
                for one, told in _scheduled(found, line, self._dates(line))
            ]
            self.settle(next((one for one in ("moved", "new", "changed") if one in outcomes), None))
        moment = f"{self.day}T12:00:00Z"
        asked = edits.open_questions_of(self.db, [one.id for one in lines], ("acknowledge", "date"))
        stored.answer_questions(self.db, asked, moment, message_id, self.job.import_id)
        line_state.refresh(self.db, [one.id for one in lines])

    def _kept(
        self,
        order: str,
        known: Sequence[KnownLine],
        lines: Sequence[KnownLine],
        words: str,
        pairs: Iterable[tuple[LineAnswer, list[KnownLine]]],
    ) -> int:
        before = stored.message_id(self.db, self.fingerprint)
        if before is not None:  # one message about several orders
            return before
        body = [tr("{kind}, order {order}: {words}.", kind=self.message.kind, order=order, words=words)]
        for line, found in pairs:
            dates = "; ".join(f"{told.words}: {told.on}" + _for(told) for told in line.dates)
            said = line.words or tr("no answer code")
            body.append(tr("Line {line}: {answer}. {dates}", line=found[0].line, answer=said, dates=dates).rstrip())
        if self.answer.text:
            body.append(self.answer.text)
        subject = tr("Order acknowledgement {order}: {words}", order=order, words=words)
        return self.keep(list(lines) or list(known), order, subject, "\n".join(body), self.answer.sender)

    def _dates(self, line: LineAnswer) -> tuple[Told, ...]:
        return line.dates or tuple(told for told in self.answer.dates if told.kind != codes.MESSAGE)

    def _line(self, order: str, said: LineAnswer, line: KnownLine, told: Sequence[Told], message_id: int) -> str | None:
        answer = said.answer or self.answer.answer
        refused = answer in (codes.REFUSED, codes.WAITING)
        outcome: str | None = None
        if refused:
            words = f"{line.line}: {said.words or self.answer.words}"
            self.sample(answer or "", order, line.line, (None, said.words or self.answer.words))
            self._ask(line, words, message_id)
            outcome = "changed"
        elif stored.acknowledge(self.db, line.id, self.day, self.job.import_id):
            outcome = "changed"
        if said.left_open and not refused:
            self._ask(line, f"{line.line}: {said.left_open}", message_id)
        if answer == codes.REFUSED:
            return outcome
        promised = self._promised(order, line, told, message_id, or_wish=not refused)
        outcome = promised or outcome
        for leaving in (one for one in told if one.kind == codes.SHIP):
            if self._leaves(line, leaving.on):
                self.sample("ship date", order, line.line, (None, leaving.on))
                outcome = outcome or "changed"
        return outcome

    def _promised(
        self, order: str, line: KnownLine, told: Sequence[Told], message_id: int, *, or_wish: bool
    ) -> str | None:
        """Add the promises of a line, one for each delivery; the last one stands for the whole line."""
        dates = [one for one in told if one.kind == codes.DELIVERY]
        if not dates and or_wish:  # the date we asked for, given back in an acceptance, is accepted
            dates = [one for one in told if one.kind == codes.WISH]
        parts = deliveries(dates)
        if not parts:
            return None
        standing = stored.deliveries_known(self.db, line.id, self.day)
        before, last = standing[-1][0] if standing else None, parts[-1].on
        is_whole = len(parts) == 1 and len(standing) < 2
        if before == last and (is_whole or standing == [(part.on, part.quantity) for part in parts]):
            return None
        evidence = f"{self.name} ({self.job.file_name}): " + "; ".join(f"{p.words} {p.on}{_for(p)}" for p in dates)
        if stored.is_told(self.db, line.id, last, self.day, SOURCE):  # nothing could be added after the other parts
            return None
        for part in parts:
            self.add_promise(line, part, evidence, message_id)
        self.sample("promise" if before else "new", order, line.line, (before, last))
        return "new" if before is None else "moved" if before != last else "changed"

    def _ask(self, line: KnownLine, words: str, message_id: int) -> None:
        if line.supplier_id is None:
            return
        values = {
            "communication_id": message_id,
            "supplier_id": line.supplier_id,
            "order_line_id": line.id,
            "asked_by": "them",
            "kind": "other",
            "words": tr("Line {words}. What now?", words=words),
            "asked_at": f"{self.day}T12:00:00Z",
        }
        stored.ask(self.db, values)

    def _leaves(self, line: KnownLine, day: str) -> bool:
        """A date of leaving is no promise: it plans the pickup."""
        values = {
            "order_line_id": line.id,
            "step": "picked_up",
            "classifier": "planned",
            "happened_on": day,
            "known_on": self.day,
            "source": SOURCE,
            "recorded_at": database.now_utc(),
            "import_id": self.job.import_id,
        }
        return stored.add_milestone(self.db, values)


def _joined(pairs: Sequence[tuple[LineAnswer, list[KnownLine]]]) -> list[tuple[LineAnswer, list[KnownLine]]]:
    """A line that a message tells several times, once a delivery, is one answer with several dates."""
    by_line: dict[int, tuple[LineAnswer, list[KnownLine]]] = {}
    for said, found in pairs:
        before = by_line.get(found[0].id)
        if before is None:
            by_line[found[0].id] = (said, found)
            continue
        by_line[found[0].id] = (_with(before[0], said), found)
    return list(by_line.values())


def _with(first: LineAnswer, said: LineAnswer) -> LineAnswer:
    """Two answers for one line, each for a delivery or more of it."""
    shift = max([1, *(told.part for told in first.dates)])
    own = [
        replace(told, part=told.part or 1, quantity=_either(told.quantity, first.quantity))
        for told in (() if first.answer == codes.REFUSED else first.dates)
    ]
    more = [
        replace(told, part=shift + (told.part or 1), quantity=_either(told.quantity, said.quantity))
        for told in (() if said.answer == codes.REFUSED else said.dates)
    ]
    return replace(
        first,
        quantity=(first.quantity or 0) + (said.quantity or 0),
        answer=overall(one.answer for one in (first, said) if one.answer),
        words=", ".join(dict.fromkeys(one.words for one in (first, said) if one.words)),
        dates=(*own, *more),
        left_open=left_open([(one.answer, one.words) for one in (first, said)]) or first.left_open or said.left_open,
    )


def _either(amount: float | None, other: float | None) -> float | None:
    return amount if amount is not None else other


def _scheduled(
    lines: Sequence[KnownLine], said: LineAnswer, dates: Sequence[Told]
) -> list[tuple[KnownLine, Sequence[Told]]]:
    """Which dates are for which schedule of a line: one delivery each where there are as many, else all for all."""
    parts: dict[int, list[Told]] = {}
    for told in sorted(dates, key=lambda one: one.on):
        if told.part and told.kind in (codes.DELIVERY, codes.SHIP):
            parts.setdefault(told.part, []).append(told)
    if len(lines) > 1 and len(parts) == len(lines):
        ordered = sorted(lines, key=lambda one: (one.required_on or "", one.schedule))
        return list(zip(ordered, parts.values(), strict=True))
    return [(line, dates) for line in lines]


def _for(told: Told) -> str:
    return tr(" for {quantity:g}", quantity=told.quantity) if told.quantity is not None else ""
