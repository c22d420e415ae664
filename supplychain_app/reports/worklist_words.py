"""Says what stands on the worklist in sentences that a colleague would say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from supplychain_app.domain.money import major
from supplychain_app.language import NO_BREAK, figure, grouped, noun_for, tr

if TYPE_CHECKING:  # every screen says these words, and the first needs no calendar
    from supplychain_app.domain.calendars import OwnDays

WEEKDAYS = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))
MONTHS = (
    tr("Jan"),
    tr("Feb"),
    tr("Mar"),
    tr("Apr"),
    tr("May"),
    tr("Jun"),
    tr("Jul"),
    tr("Aug"),
    tr("Sep"),
    tr("Oct"),
    tr("Nov"),
    tr("Dec"),
)
SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£"}
NUMBERS = (
    tr("no"), tr("one"), tr("two"), tr("three"), tr("four"), tr("five"), tr("six"), tr("seven"), tr("eight"),
    tr("nine"), tr("ten"), tr("eleven"), tr("twelve"),
)  # fmt: skip
ORDINALS = (
    "", tr("first"), tr("second"), tr("third"), tr("fourth"), tr("fifth"), tr("sixth"), tr("seventh"), tr("eighth"),
    tr("ninth"),
)  # fmt: skip

PLACES = {
    "discharged": tr("Discharged"),
    "arrived": tr("Arrived"),
    "customs_hold": tr("Held by customs"),
    "customs_released": tr("Cleared customs"),
    "departed": tr("Departed"),
    "loaded": tr("Loaded"),
    "origin_gate_in": tr("At the origin port"),
    "transshipment_discharged": tr("In transshipment"),
    "transshipment_loaded": tr("Transshipped"),
    "available": tr("Ready for pick-up"),
    "gate_out": tr("Left the terminal"),
    "delivered": tr("Delivered"),
    "picked_up": tr("Picked up"),
    "attempted": tr("Delivery attempted"),
    "out_for_delivery": tr("Out for delivery"),
}

CHECKS = {
    "exact-on-the-day promises": tr("exact-on-the-day promises"),
    "delivery date = order date": tr("delivery date = order date"),
    "promise always = required": tr("promise always = required"),
    "receipts posted in batches": tr("receipts posted in batches"),
    "missing sent date": tr("missing sent date"),
    "missing promise": tr("missing promise"),
    "missing required date": tr("missing required date"),
    "missing supplier": tr("missing supplier"),
    "possible duplicates": tr("possible duplicates"),
    "weekend dates": tr("weekend dates"),
    "promised while closed": tr("promised while closed"),
    "arrived before it was ordered": tr("arrived before it was ordered"),
    "stages that run backwards": tr("stages that run backwards"),
    "dates out of range": tr("dates out of range"),
    "received after today": tr("received after today"),
    "open lines nobody mentions": tr("open lines nobody mentions"),
    "vanished from the export": tr("vanished from the export"),
}
"""The checks of data quality, as the window says them."""
STANDING = frozenset({"customs_hold", "available", "origin_gate_in", "transshipment_discharged"})
"""Steps at which goods stand, rather than something that happened to them."""


@dataclass(frozen=True, slots=True)
class Carriage:
    """Where the goods of a row are, as far as their carrier says."""

    name: str  # "Container NHLU 421773 0"
    milestone: str | None
    place: str | None
    since: date
    text: str | None = None  # the carrier's own words
    usual: tuple[float, float] | None = None  # days that half, and nine in ten, wait at this point
    delivered: bool = False
    eta: date | None = None


@dataclass(frozen=True, slots=True)
class Contacts:
    """How often a supplier was asked about something."""

    mails: int = 0  # without an answer
    since: date | None = None  # when the first of them went out
    calls: int = 0  # and meetings, of late


def day_text(day: date, today: date) -> str:
    """'Tue 17 Nov' within half a year, '17 Nov 2025' beyond it."""
    if abs((day - today).days) > 182:
        return long_day(day)
    if abs((day - today).days) <= 7:
        weekday = WEEKDAYS[day.weekday()]
        return tr("{weekday} {day} {month}", weekday=weekday, day=day.day, month=MONTHS[day.month - 1])
    return day_and_month(day)


def day_and_month(day: date) -> str:
    """'17 Nov'."""
    return tr("{day} {month}", day=day.day, month=MONTHS[day.month - 1])


def long_day(day: date) -> str:
    """'17 Nov 2025'."""
    return tr("{day} {month} {year}", day=day.day, month=MONTHS[day.month - 1], year=day.year)


def count(number: int, noun: str, plural: str | None = None) -> str:
    """'two mails', '14 lines'."""
    word = NUMBERS[number] if 0 < number < len(NUMBERS) else grouped(number)
    return f"{word} {noun_for(number, noun, plural)}"


def days(number: int) -> str:
    return f"{number} {noun_for(number, 'day')}"


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def money(minor: float, currency: str | None) -> str:
    """Money rounded to what matters: '14 000 €'."""
    amount = major(minor, currency)
    step = 100 if amount >= 10_000 else 10 if amount >= 1_000 else 1
    rounded = round(amount / step) * step
    return figure(rounded) + f"{NO_BREAK}{SYMBOLS.get(currency or '', currency or '')}".rstrip()


def quantity(number: float, unit: str | None) -> str:
    text = figure(number) if float(number).is_integer() else figure(number, 2).rstrip("0")
    return f"{text} {unit or ''}".strip()


def container(number: str) -> str:
    """A container number as people write it: NHLU 421773 0."""
    return f"{number[:4]} {number[4:10]} {number[10:]}" if len(number) == 11 else number


def goods(names: Sequence[str], supplier: str) -> str:
    """'Housing DN80, cast and 2 more · Kessler Guss'."""
    first = names[0] if names else tr("Order")
    rest = tr(" and {names} more", names=len(names) - 1) if len(names) > 1 else ""
    return f"{first}{rest} · {supplier}"


def carriage(found: Carriage, today: date) -> str:
    """Where the goods are and for how long: 'In customs at Hamburg for 5 days, usually 1 to 2.'"""
    still = (today - found.since).days
    place = found.place.title() if found.place and found.place.isupper() else found.place
    at = (
        " " + (tr("from {place}", place=place) if found.milestone == "departed" else tr("in {place}", place=place))
        if place and place.casefold() not in (found.text or "").casefold()
        else ""
    )
    if found.delivered:
        waited = (
            tr(", not booked in our receiving for {still}", still=days(still))
            if still > 0
            else tr(", not booked in yet")
        )
        return tr("Delivered{at} {since}{waited}.", at=at, since=day_text(found.since, today), waited=waited)
    what = PLACES.get(found.milestone or "") or found.text or tr("Last seen")
    slow = found.usual is not None and still > found.usual[1] + 1
    usual = ""
    if slow and found.usual is not None:
        low, high = max(1, round(found.usual[0])), max(1, round(found.usual[1]))
        usual = tr(", usually {low}", low=low) if low == high else tr(", usually {low} to {high}", low=low, high=high)
    if found.milestone in STANDING and still > 1:
        text = tr("{what}{at} for {still}{usual}", what=what, at=at, still=days(still), usual=usual)
    elif slow:
        text = tr("{what}{at} {still} ago and nothing since{usual}", what=what, at=at, still=days(still), usual=usual)
    else:
        text = f"{what}{at} {day_text(found.since, today)}"
    return text + "."


def past_due(
    due: date,
    today: date,
    *,
    promised: bool,
    moves: int,
    received: tuple[float, date, str | None] | None,
    contacts: Contacts,
    where: Carriage | None,
) -> str:
    """'Promised 13 Nov, moved once already. Two mails unanswered since Tue 17 Nov; nobody has called.'"""
    parts: list[str] = []
    if received is not None:
        left, on, unit = received
        parts.append(
            tr("Balance of {left} after a partial receipt on {on}.", left=quantity(left, unit), on=day_text(on, today))
        )
    told = (
        tr("Promised {due}", due=day_text(due, today))
        if promised
        else tr("Needed {due}, no date promised", due=day_text(due, today))
    )
    if moves:
        times = tr("once") if moves == 1 else tr("twice") if moves == 2 else tr("{moves} times", moves=moves)
        told += tr(", moved {times} already", times=times)
    parts.append(told + ".")
    return " ".join([*parts, *_asked(contacts, where, today)])


def part_past_due(
    due: date,
    today: date,
    *,
    last: date | None,
    promised: float,
    received: float,
    unit: str | None,
    contacts: Contacts,
    where: Carriage | None,
) -> str:
    """'A part of 200 pcs, promised for 4 Dec, has not come. The last part is promised for 18 Dec.'"""
    part = tr("A part of {promised}, promised for {due}", promised=quantity(promised, unit), due=day_text(due, today))
    part += (
        tr(", has come with {received} only.", received=quantity(received, unit))
        if received > 0
        else tr(", has not come.")
    )
    rest = [tr("The last part is promised for {last}.", last=day_text(last, today))] if last is not None else []
    return " ".join([part, *rest, *_asked(contacts, where, today)])


def _asked(contacts: Contacts, where: Carriage | None, today: date) -> Iterator[str]:
    """Where the goods are, and whether the supplier was asked."""
    if where is not None:
        yield carriage(where, today)
    if contacts.mails and contacts.since is not None:
        text = tr(
            "{mails} unanswered since {asked_since}",
            mails=count(contacts.mails, "mail"),
            asked_since=day_text(contacts.since, today),
        )
        yield sentence(text) + ("." if contacts.calls else tr("; nobody has called."))
    elif where is None:
        yield tr("They have been called.") if contacts.calls else tr("Nobody has asked yet.")


def will_be_late(
    probability: float,
    required: date,
    *,
    promise: date | None,
    half_by: date | None,
    where: Carriage | None,
    today: date,
) -> str:
    """'81 % likely late. Promised 4 Dec; half of such lines arrive by 9 Dec.'"""
    chance = tr("{chance} likely late.", chance=f"{min(99, round(probability * 100))}{NO_BREAK}%")
    parts: list[str] = []
    if required < today and promise is not None:
        parts.append(
            tr(
                "Needed {required}, promised only for {promise}.",
                required=day_text(required, today),
                promise=day_text(promise, today),
            )
        )
    elif promise is not None and promise > required:
        after = (promise - required).days
        parts.append(
            tr(
                "{chance} Promised {promise}, {after} after it is needed.",
                chance=chance,
                promise=day_text(promise, today),
                after=days(after),
            )
        )
    elif promise is not None:
        half = tr("; half of such lines arrive by {half_by}", half_by=day_text(half_by, today)) if half_by else ""
        parts.append(
            tr("{chance} Promised {promise}{half}.", chance=chance, promise=day_text(promise, today), half=half)
        )
    else:
        half = tr("; half of such lines arrive by {half_by}", half_by=day_text(half_by, today)) if half_by else ""
        parts.append(tr("{chance} No date promised{half}.", chance=chance, half=half))
    if where is not None:
        parts.append(carriage(where, today))
        if where.eta is not None and where.eta >= today and not where.delivered:
            parts.append(tr("Carrier expects it {eta}.", eta=day_text(where.eta, today)))
    return " ".join(parts)


def not_acknowledged(sent: date, working_days: int, orders: int, usual: float | None, today: date) -> str:
    """'Sent 12 Nov, 7 working days ago. They usually confirm within 2.'"""
    ago = tr("{days} ago", days=f"{working_days} {noun_for(working_days, 'working day')}")
    text = tr("Sent {sent}, {ago}.", sent=day_text(sent, today), ago=ago)
    if orders > 1:
        text = tr(
            "{orders} without an answer, the oldest sent {sent}, {ago}.",
            orders=sentence(count(orders, "order")),
            sent=day_text(sent, today),
            ago=ago,
        )
    if usual is not None:
        text += tr(" They usually confirm within {days}.", days=max(1, round(usual)))
    return text


def undelivered(to: str, since: date, today: date) -> str:
    """'h.kessler@kessler.example did not get our mail of Tue 17 Nov: correct the address, and send it again.'"""
    told = tr(
        "{to} did not get our mail of {since}: correct the address, and send it again",
        to=to,
        since=day_text(since, today),
    )
    return told + "."


def waiting(ours: bool, number: int, since: date, words: str | None, today: date) -> str:
    """'Two mails unanswered since Tue 17 Nov: “When will the balance ship?”'"""
    if ours:
        text = tr(
            "{questions} unanswered since {since}", questions=count(number, "question"), since=day_text(since, today)
        )
    else:
        text = tr(
            "they asked us {questions} on {since}; we owe the answer",
            questions=count(number, "question"),
            since=day_text(since, today),
        )
    quoted = " ".join((words or "").split())
    if quoted:
        text += f": “{quoted[:90] + '…' if len(quoted) > 90 else quoted}”"
        return sentence(text)
    return sentence(text) + "."


def promise_moved(old: date, new: date, *, known: date, moves: int, required: date | None, today: date) -> str:
    """'Moved from 4 Dec to 18 Dec on Mon 23 Nov (14 days later), the third move. Needed 11 Dec.'"""
    text = tr(
        "Moved from {old} to {new} ({days} later)",
        old=day_text(old, today),
        new=day_text(new, today),
        days=days((new - old).days),
    )
    text += tr(", told {known}", known=day_text(known, today))
    if 1 < moves < len(ORDINALS):
        text += tr(", the {ordinal} move", ordinal=ORDINALS[moves])
    text += "."
    if required is not None:
        slack = (required - new).days
        left = tr("{slack} to spare", slack=days(slack)) if slack >= 0 else tr("{days} too late", days=days(-slack))
        text += tr(" Needed {required}: {left}.", required=day_text(required, today), left=left)
    return text


def arriving(due: date, lines: int, promised: bool, where: Carriage | None, today: date) -> str:
    told = day_text(due, today)
    text = tr("Promised {due}", due=told) if promised else tr("Needed {due}", due=told)
    text += f", {count(lines, 'line')}." if lines > 1 else "."
    return f"{text} {carriage(where, today)}" if where is not None else text


def closed(days: "OwnDays", today: date) -> str:
    """'Closed until Fri 21 Aug (Summer shutdown).'"""
    reason = f" ({days.reason})" if days.reason else ""
    return tr("Closed until {day}{reason}.", day=day_text(days.last, today), reason=reason)


def check_in(due: date, note: str | None, past: int, coming: int, today: date) -> str:
    day = day_text(due, today)
    text = tr("Planned for {day}.", day=day) if due >= today else tr("Was planned for {day}.", day=day)
    topics = [tr("{past} past due", past=past)] * bool(past) + [tr("{coming} likely late", coming=coming)] * bool(
        coming
    )
    if topics:
        text += tr(" To talk about: {topics}.", topics=", ".join(topics))
    return f"{text} {note or ''}".strip()


def follow_up(due: date, side: str | None, today: date) -> str:
    late = (today - due).days
    when = tr("due today") if late <= 0 else tr("due {due}, {days} ago", due=day_text(due, today), days=days(late))
    kind = {"theirs": tr("Agreed action of theirs"), "ours": tr("Agreed action of ours")}.get(
        side or "", tr("Follow-up")
    )
    return f"{kind}, {when}."


def headline(rows: Sequence[tuple[str, str, bool]], total: str | None) -> str:
    """What matters most: 'Nine lines can stop production this week; call Kessler Guss first.'

    `rows` are (group, supplier, can stop production), most important first.
    """
    urgent = [row for row in rows if row[0] in ("past_due", "will_be_late")]
    if not urgent:
        return tr("Nothing is past due and nothing is likely to be late.")
    first = tr("; call {urgent} first.", urgent=urgent[0][1]) if urgent[0][1] else "."
    stopping = sum(1 for row in urgent if row[2])
    if stopping:
        return tr("{lines} can stop production this week{first}", lines=sentence(count(stopping, "line")), first=first)
    past = sum(1 for row in urgent if row[0] == "past_due")
    if past:
        worth = tr(", worth {total}", total=total) if total else ""
        return tr(
            "{deliveries} {verb} past due{worth}{first}",
            deliveries=sentence(count(past, "delivery", "deliveries")),
            verb=tr("is") if past == 1 else tr("are"),
            worth=worth,
            first=first,
        )
    return tr(
        "{deliveries} will probably be late{first}",
        deliveries=sentence(count(len(urgent), "delivery", "deliveries")),
        first=first,
    )
