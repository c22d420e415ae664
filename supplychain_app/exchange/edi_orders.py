"""Reads order acknowledgements (X12 855, EDIFACT ORDRSP): what the supplier says of each line, and its dates."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from supplychain_app.exchange import edi_codes as codes
from supplychain_app.exchange.edi_codes import Told
from supplychain_app.exchange.edi_syntax import Message, Segment, amount_of, day_of

BUYERS_ITEM = ("BP", "IN", "PI", "CB", "SK")
SUPPLIERS_ITEM = ("VP", "VN", "SA", "MF", "MG")
_NOT_DELIVERED = ("3", "21", "52", "59", "70", "79")
"""Quantities of EDIFACT that are of no delivery: cumulative ones, what was ordered, what a package holds."""


@dataclass(frozen=True, slots=True)
class LineAnswer:
    """What a message says of one line."""

    place: int  # of its segment in the file
    order: str
    line: str  # as we number it, where the message tells
    own_line: str  # as the message numbers it
    buyer_item: str
    supplier_item: str
    description: str
    quantity: float | None
    answer: str | None  # accepted, changed, refused, waiting
    words: str
    dates: tuple[Told, ...]
    left_open: str = ""  # of a line that is accepted in part: what is said of the rest


@dataclass(frozen=True, slots=True)
class OrderAnswer:
    """One acknowledgement of one order."""

    message: Message
    order: str
    answer: str | None
    words: str
    supplier_order: str
    sender: str
    told_on: str | None
    dates: tuple[Told, ...]
    lines: tuple[LineAnswer, ...]
    text: str
    place: int


def is_order_answer(message: Message) -> bool:
    return message.kind in ("855", "ORDRSP")


def order_answer(message: Message) -> OrderAnswer:
    """The acknowledgement in a message."""
    return _x12(message) if message.standard == "X12" else _edifact(message)


def deliveries(dates: Iterable[Told]) -> list[Told]:
    """When the line is delivered: once, or in parts, with the last one last; of several dates of a part, the latest.

    >>> one, two = Told("delivery", "2026-12-18", "", 30, 2), Told("delivery", "2026-12-10", "", 20, 1)
    >>> [(part.on, part.quantity) for part in deliveries([one, two])]
    [('2026-12-10', 20), ('2026-12-18', 30)]
    """
    latest: dict[int, Told] = {}
    for told in sorted(dates, key=lambda one: one.on):
        latest[told.part] = told
    parts = {number: told for number, told in latest.items() if number and told.quantity != 0}
    if len(parts) < 2:
        last = max(latest.values(), key=lambda one: one.on, default=None)
        return [last] if last else []
    by_day: dict[str, Told] = {}
    for told in sorted(parts.values(), key=lambda one: one.on):
        before = by_day.get(told.on)
        by_day[told.on] = replace(before, quantity=_sum((before.quantity, told.quantity))) if before else told
    return list(by_day.values())


def told_x12(segment: Segment) -> Told | None:
    """The date of a DTM segment of X12, or None where its kind is not one we use."""
    return _told(codes.X12_DATES, segment.get(1).zfill(3), segment.get(2), "", "DTM")


def told_edifact(segment: Segment) -> Told | None:
    """The date of a DTM segment of EDIFACT, or None where its kind is not one we use."""
    return _told(codes.EDIFACT_DATES, segment.get(1, 1).lstrip("0"), segment.get(1, 2), segment.get(1, 3), "DTM")


def items_of(segment: Segment, first: int) -> dict[str, str]:
    """Pairs of qualifier and number from an element on."""
    pairs: dict[str, str] = {}
    for i in range(first, len(segment.elements), 2):
        if segment.get(i) and segment.get(i + 1):
            pairs.setdefault(segment.get(i).upper(), segment.get(i + 1))
    return pairs


def items_of_edifact(segments: Sequence[Segment]) -> dict[str, str]:
    """Item numbers of LIN and PIA by their kind."""
    found: dict[str, str] = {}
    for segment in segments:
        for element in range(3 if segment.tag == "LIN" else 2, len(segment.elements) + 1):
            number, kind = segment.get(element, 1), segment.get(element, 2).upper()
            if segment.tag in ("LIN", "PIA") and number and kind:
                found.setdefault(kind, number)
    return found


def first_of(items: Mapping[str, str], kinds: Sequence[str]) -> str:
    return next((items[kind] for kind in kinds if kind in items), "")


def groups(segments: Sequence[Segment], tag: str) -> tuple[list[Segment], list[list[Segment]]]:
    """What stands before the first segment with a tag, and what follows each of them."""
    head: list[Segment] = []
    found: list[list[Segment]] = []
    for segment in segments:
        if segment.tag == tag:
            found.append([segment])
        elif found:
            found[-1].append(segment)
        else:
            head.append(segment)
    return head, found


# --- X12 855 ----------------------------------------------------------------------------------------------------


def _x12(message: Message) -> OrderAnswer:
    head, bodies = groups(message.segments, "PO1")
    start = next((s for s in head if s.tag == "BAK"), Segment("BAK", (), 0))
    answer, words = codes.ORDER_ANSWERS_X12.get(start.get(2).upper(), (None, ""))
    references = {s.get(1).upper(): s.get(2) for s in head if s.tag == "REF"}
    order = start.get(3) or references.get("PO", "")
    names = [s for s in head if s.tag == "N1" and s.get(1).upper() in ("SE", "SU", "VN", "SF")]
    return OrderAnswer(
        message,
        order,
        answer,
        words,
        start.get(8) or references.get("CO", "") or references.get("VN", ""),
        (names[0].get(2) if names else "") or message.sender,
        day_of(start.get(9)) or message.sent_on,
        _dates(told_x12(s) for s in head if s.tag == "DTM"),
        tuple(_line_x12(body, order) for body in bodies),
        " ".join(s.text() for s in head if s.tag in ("MSG", "NTE")),
        start.place,
    )


def _line_x12(body: list[Segment], order: str) -> LineAnswer:
    start = body[0]
    items = items_of(start, 6)
    answers = [s for s in body if s.tag == "ACK"]
    said = [codes.LINE_ANSWERS[s.get(1).upper()] for s in answers if s.get(1).upper() in codes.LINE_ANSWERS]
    for segment in answers:
        items = items_of(segment, 7) | items
    references = {s.get(1).upper(): s.get(2) for s in body if s.tag == "REF"}
    return LineAnswer(
        start.place,
        references.get("PO") or order,
        references.get("LI", ""),
        start.get(1),
        first_of(items, BUYERS_ITEM),
        first_of(items, SUPPLIERS_ITEM),
        next((s.get(5) for s in body if s.tag == "PID"), ""),
        _sum(amount_of(s.get(2)) for s in answers) or amount_of(start.get(2)),
        overall(one for one, _ in said),
        ", ".join(dict.fromkeys(word for _, word in said)),
        _parts_x12(body),
        left_open(said),
    )


def _parts_x12(body: list[Segment]) -> tuple[Told, ...]:
    """Dates of a line; each answer (ACK) is of a delivery, or each schedule (SCH) where there are any."""
    found: list[Told | None] = []
    is_scheduled = any(s.tag == "SCH" for s in body)
    number, part, amount, refused = 0, 0, None, False
    for segment in body:
        if segment.tag == "ACK":
            number += 1
            part, amount = 0 if is_scheduled else number, amount_of(segment.get(2))
            refused = codes.LINE_ANSWERS.get(segment.get(1).upper(), ("", ""))[0] == codes.REFUSED
            told = [_told(codes.X12_DATES, segment.get(4).zfill(3), segment.get(5), "", "ACK")]
        elif segment.tag == "SCH":
            number += 1
            part, amount, refused = number, amount_of(segment.get(1)), False
            pairs = ((segment.get(kind).zfill(3), segment.get(kind + 1)) for kind in (5, 8))
            told = [_told(codes.X12_DATES, kind, day, "", "SCH") for kind, day in pairs]
        else:
            told = [told_x12(segment)] if segment.tag == "DTM" else []
        found += [_of(one, part, amount) for one in told if not refused]
    return _dates(found)


# --- EDIFACT ORDRSP ---------------------------------------------------------------------------------------------


def _edifact(message: Message) -> OrderAnswer:
    until = next((i for i, s in enumerate(message.segments) if s.tag == "UNS"), len(message.segments))
    head, bodies = groups(message.segments[:until], "LIN")
    start = next((s for s in head if s.tag == "BGM"), Segment("BGM", (), 0))
    known = codes.ORDER_ANSWERS_EDIFACT
    answer, words = known.get(start.get(4).upper()) or known.get(start.get(3)) or (None, "")
    references = {s.get(1, 1).upper(): s.get(1, 2) for s in reversed(head) if s.tag == "RFF"}
    order = references.get("ON") or references.get("PO") or ""
    names = [s for s in head if s.tag == "NAD" and s.get(1).upper() in ("SU", "SE", "SF")]
    sender = next((s.get(4) or s.get(3) or s.get(2) for s in names), "")
    dates = _dates(told_edifact(s) for s in head if s.tag == "DTM")
    told_on = next((d.on for d in dates if d.kind == codes.MESSAGE), None)
    return OrderAnswer(
        message,
        order,
        answer,
        words,
        references.get("VN") or start.get(2),
        sender or message.sender,
        told_on or message.sent_on,
        dates,
        tuple(_line_edifact(body, order) for body in bodies),
        " ".join(s.get(4) for s in head if s.tag == "FTX"),
        start.place,
    )


def _line_edifact(body: list[Segment], order: str) -> LineAnswer:
    start = body[0]
    items = items_of_edifact([s for s in body if s.tag in ("LIN", "PIA")])
    answer, words = codes.LINE_ACTIONS.get(start.get(2).lstrip("0"), (None, ""))
    reference = next((s for s in body if s.tag == "RFF" and s.get(1, 1).upper() in ("ON", "PO")), None)
    line = next((s.get(1, 2) for s in body if s.tag == "RFF" and s.get(1, 1).upper() == "LI"), "")
    amounts = [(s.get(1, 1), amount_of(s.get(1, 2))) for s in body if s.tag == "QTY"]
    told = {kind.lstrip("0"): amount for kind, amount in reversed(amounts)}
    return LineAnswer(
        start.place,
        (reference.get(1, 2) if reference else "") or order,
        (reference.get(1, 3) if reference else "") or line,
        start.get(4, 2) or start.get(1),  # a line below another is a part of it
        first_of(items, BUYERS_ITEM),
        first_of(items, SUPPLIERS_ITEM),
        next((s.get(3, 4) for s in body if s.tag == "IMD"), ""),
        next((told[kind] for kind in ("113", "12", "21", "1") if told.get(kind) is not None), None),
        answer,
        words,
        _scheduled(body),
    )


def _scheduled(body: list[Segment]) -> tuple[Told, ...]:
    """Dates of a line; each schedule (SCC), or each quantity with dates after it, is a delivery."""
    head, schedules = groups(body, "SCC")
    whole = _by_quantity(head)
    parts = [one for schedule in schedules for one in _by_quantity(schedule)]
    if len(whole) > 1:
        whole, parts = [], whole + parts
    found = [_of(told, 0, amount) for amount, dates in whole for told in dates]
    found += [_of(told, part, amount) for part, (amount, dates) in enumerate(parts, 1) for told in dates]
    return _dates(found)


def _by_quantity(segments: Sequence[Segment]) -> list[tuple[float | None, list[Told]]]:
    """Dates by the quantity that they stand behind; those before the first one go with it."""
    found: list[tuple[float | None, list[Told]]] = [(None, [])]
    for segment in segments:
        if segment.tag == "QTY" and segment.get(1, 1).lstrip("0") not in _NOT_DELIVERED:
            amount = amount_of(segment.get(1, 2))
            before, dates = found[-1]
            if before is None or not dates:
                found[-1] = (amount or before, dates)
            else:
                found.append((amount, []))
        elif segment.tag == "DTM" and (told := told_edifact(segment)) is not None:
            found[-1][1].append(told)
    return [one for one in found if one[1]]


# --- both -------------------------------------------------------------------------------------------------------


def _told(known: Mapping[str, tuple[str, str]], code: str, text: str, form: str, tag: str) -> Told | None:
    kind, words = known.get(code.upper(), ("", ""))
    day = day_of(text, form) if kind else None
    return Told(kind, day, f"{tag} {code.lstrip('0')}, {words}") if day else None


def _of(told: Told | None, part: int, amount: float | None) -> Told | None:
    """A date as that of a delivery of so many."""
    return replace(told, part=part, quantity=amount) if told else None


def _dates(found: Iterable[Told | None]) -> tuple[Told, ...]:
    return tuple(dict.fromkeys(told for told in found if told is not None))


def _sum(amounts: Iterable[float | None]) -> float | None:
    known = [amount for amount in amounts if amount is not None]
    return float(sum(known)) if known else None


def left_open(said: Sequence[tuple[str | None, str]]) -> str:
    """The words for the parts that are refused or wait, where others are accepted."""
    is_open = [answer in (codes.REFUSED, codes.WAITING) for answer, _ in said]
    words = [word for (_, word), it_is in zip(said, is_open, strict=True) if it_is]
    return ", ".join(dict.fromkeys(words)) if not all(is_open) else ""


def overall(answers: Iterable[str]) -> str | None:
    said = set(answers)
    order = (codes.CHANGED, codes.ACCEPTED, codes.WAITING, codes.REFUSED)
    return next((one for one in order if one in said), None)
