"""Applies order acknowledgements: promises, planned pickups, answered questions, and what was refused."""

from collections.abc import Iterable, Sequence

from supplychain_app.exchange import edi_codes as codes
from supplychain_app.exchange.edi_codes import Told
from supplychain_app.exchange.edi_orders import LineAnswer, OrderAnswer
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
        if answer == codes.REFUSED:
            return outcome
        promises = [one for one in told if one.kind == codes.DELIVERY]
        if not promises and not refused:  # the date we asked for, given back in an acceptance, is accepted
            promises = [one for one in told if one.kind == codes.WISH]
        if promises:
            last = max(promises, key=lambda one: one.on)
            evidence = f"{self.name} ({self.job.file_name}): " + "; ".join(
                f"{p.words} {p.on}{_for(p)}" for p in promises
            )
            whole = Told(last.kind, last.on, last.words, last.quantity if len(promises) == 1 else None)
            standing = stored.promise_known(self.db, line.id, self.day)
            change = self.promise(line, whole, evidence, message_id)
            if change is not None:
                self.sample("promise" if change == "moved" else "new", order, line.line, (standing, last.on))
            outcome = change or outcome
        for leaving in (one for one in told if one.kind == codes.SHIP):
            if self._leaves(line, leaving.on):
                self.sample("ship date", order, line.line, (None, leaving.on))
                outcome = outcome or "changed"
        return outcome

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
        first = before[0]
        dates = tuple(
            Told(told.kind, told.on, told.words, told.quantity if told.quantity is not None else one.quantity)
            for one in (first, said)
            for told in one.dates
        )
        joined = LineAnswer(
            first.place,
            first.order,
            first.line,
            first.own_line,
            first.buyer_item,
            first.supplier_item,
            first.description,
            (first.quantity or 0) + (said.quantity or 0),
            first.answer or said.answer,
            first.words or said.words,
            dates,
        )
        by_line[found[0].id] = (joined, found)
    return list(by_line.values())


def _scheduled(
    lines: Sequence[KnownLine], said: LineAnswer, dates: Sequence[Told]
) -> list[tuple[KnownLine, Sequence[Told]]]:
    """Which dates are for which schedule of a line: one each where there are as many, else all for all."""
    parts = sorted((told for told in dates if told.kind in (codes.DELIVERY, codes.SHIP)), key=lambda told: told.on)
    if len(lines) > 1 and len(parts) == len(lines):
        ordered = sorted(lines, key=lambda one: (one.required_on or "", one.schedule))
        return [(line, (part,)) for line, part in zip(ordered, parts, strict=True)]
    return [(line, dates) for line in lines]


def _for(told: Told) -> str:
    return tr(" for {quantity:g}", quantity=told.quantity) if told.quantity is not None else ""
