"""Says what stands on the worklist in sentences that a colleague would say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£"}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
NO_BREAK = "\u00a0"

PLACES = {
    "discharged": "Discharged",
    "arrived": "Arrived",
    "customs_hold": "Held by customs",
    "customs_released": "Cleared customs",
    "departed": "Departed",
    "loaded": "Loaded",
    "origin_gate_in": "At the origin port",
    "transshipment_discharged": "In transshipment",
    "transshipment_loaded": "Transshipped",
    "available": "Ready for pick-up",
    "gate_out": "Left the terminal",
    "delivered": "Delivered",
    "picked_up": "Picked up",
    "attempted": "Delivery attempted",
    "out_for_delivery": "Out for delivery",
}


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


def day_text(day: date, today: date) -> str:
    """'Tue 17 Nov' within half a year, '17 Nov 2025' beyond it."""
    if abs((day - today).days) > 182:
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    if abs((day - today).days) <= 7:
        return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return f"{day.day} {MONTHS[day.month - 1]}"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """'two mails', '14 lines'."""
    word = NUMBERS[number] if 0 < number < len(NUMBERS) else f"{number:,}".replace(",", NO_BREAK)
    return f"{word} {noun if number == 1 else plural or noun + 's'}"


def days(number: int) -> str:
    return f"{number} day" if number == 1 else f"{number} days"


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def money(minor: float, currency: str | None) -> str:
    """Money rounded to what matters: '14 000 €'."""
    amount = minor / 100
    step = 100 if amount >= 10_000 else 10 if amount >= 1_000 else 1
    rounded = round(amount / step) * step
    return (
        f"{rounded:,.0f}".replace(",", NO_BREAK) + f"{NO_BREAK}{SYMBOLS.get(currency or '', currency or '')}".rstrip()
    )


def quantity(number: float, unit: str | None) -> str:
    text = f"{number:,.0f}" if float(number).is_integer() else f"{number:,.2f}".rstrip("0")
    return f"{text.replace(',', NO_BREAK)} {unit or ''}".strip()


def container(number: str) -> str:
    """A container number as people write it: NHLU 421773 0."""
    return f"{number[:4]} {number[4:10]} {number[10:]}" if len(number) == 11 else number


def goods(names: Sequence[str], supplier: str) -> str:
    """'Housing DN80, cast and 2 more · Kessler Guss'."""
    first = names[0] if names else "Order"
    rest = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"{first}{rest} · {supplier}"


def carriage(found: Carriage, today: date) -> str:
    """Where the goods are and for how long: 'In customs at Hamburg for 5 days, usually 1 to 2.'"""
    still = (today - found.since).days
    place = found.place.title() if found.place and found.place.isupper() else found.place
    at = (
        f" {'from' if found.milestone == 'departed' else 'in'} {place}"
        if place and place.casefold() not in (found.text or "").casefold()
        else ""
    )
    if found.delivered:
        waited = f", not booked in our receiving for {days(still)}" if still > 0 else ", not booked in yet"
        return f"Delivered{at} {day_text(found.since, today)}{waited}."
    what = PLACES.get(found.milestone or "") or found.text or "Last seen"
    slow = found.usual is not None and still > found.usual[1] + 1
    usual = ""
    if slow and found.usual is not None:
        low, high = max(1, round(found.usual[0])), max(1, round(found.usual[1]))
        usual = f", usually {low}" if low == high else f", usually {low} to {high}"
    if found.milestone in STANDING and still > 1:
        text = f"{what}{at} for {days(still)}{usual}"
    elif slow:
        text = f"{what}{at} {days(still)} ago and nothing since{usual}"
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
    asked: int,
    asked_since: date | None,
    calls: int,
    where: Carriage | None,
) -> str:
    """'Promised 13 Nov, moved once already. Two mails unanswered since Tue 17 Nov; nobody has called.'"""
    parts: list[str] = []
    if received is not None:
        left, on, unit = received
        parts.append(f"Balance of {quantity(left, unit)} after a partial receipt on {day_text(on, today)}.")
    told = f"Promised {day_text(due, today)}" if promised else f"Needed {day_text(due, today)}, no date promised"
    if moves:
        times = "once" if moves == 1 else "twice" if moves == 2 else f"{moves} times"
        told += f", moved {times} already"
    parts.append(told + ".")
    if where is not None:
        parts.append(carriage(where, today))
    if asked and asked_since is not None:
        text = f"{count(asked, 'mail')} unanswered since {day_text(asked_since, today)}"
        parts.append(sentence(text) + ("." if calls else "; nobody has called."))
    elif where is None:
        parts.append("They have been called." if calls else "Nobody has asked yet.")
    return " ".join(parts)


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
    chance = f"{min(99, round(probability * 100))}{NO_BREAK}% likely late."
    parts: list[str] = []
    if required < today and promise is not None:
        parts.append(f"Needed {day_text(required, today)}, promised only for {day_text(promise, today)}.")
    elif promise is not None and promise > required:
        after = (promise - required).days
        parts.append(f"{chance} Promised {day_text(promise, today)}, {days(after)} after it is needed.")
    elif promise is not None:
        half = f"; half of such lines arrive by {day_text(half_by, today)}" if half_by else ""
        parts.append(f"{chance} Promised {day_text(promise, today)}{half}.")
    else:
        half = f"; half of such lines arrive by {day_text(half_by, today)}" if half_by else ""
        parts.append(f"{chance} No date promised{half}.")
    if where is not None:
        parts.append(carriage(where, today))
        if where.eta is not None and where.eta >= today and not where.delivered:
            parts.append(f"Carrier expects it {day_text(where.eta, today)}.")
    return " ".join(parts)


def not_acknowledged(sent: date, working_days: int, orders: int, usual: float | None, today: date) -> str:
    """'Sent 12 Nov, 7 working days ago. They usually confirm within 2.'"""
    ago = f"{working_days} working day{'' if working_days == 1 else 's'} ago"
    text = f"Sent {day_text(sent, today)}, {ago}."
    if orders > 1:
        text = f"{sentence(count(orders, 'order'))} without an answer, the oldest sent {day_text(sent, today)}, {ago}."
    if usual is not None:
        text += f" They usually confirm within {max(1, round(usual))}."
    return text


def waiting(ours: bool, number: int, since: date, words: str | None, today: date) -> str:
    """'Two mails unanswered since Tue 17 Nov: “When will the balance ship?”'"""
    if ours:
        text = f"{count(number, 'question')} unanswered since {day_text(since, today)}"
    else:
        text = f"they asked us {count(number, 'question')} on {day_text(since, today)}; we owe the answer"
    quoted = " ".join((words or "").split())
    if quoted:
        text += f": “{quoted[:90] + '…' if len(quoted) > 90 else quoted}”"
        return sentence(text)
    return sentence(text) + "."


def promise_moved(old: date, new: date, *, known: date, moves: int, required: date | None, today: date) -> str:
    """'Moved from 4 Dec to 18 Dec on Mon 23 Nov (14 days later), the third move. Needed 11 Dec.'"""
    text = f"Moved from {day_text(old, today)} to {day_text(new, today)} ({days((new - old).days)} later)"
    text += f", told {day_text(known, today)}"
    if 1 < moves < len(ORDINALS):
        text += f", the {ORDINALS[moves]} move"
    text += "."
    if required is not None:
        slack = (required - new).days
        left = f"{days(slack)} to spare" if slack >= 0 else f"{days(-slack)} too late"
        text += f" Needed {day_text(required, today)}: {left}."
    return text


def arriving(due: date, lines: int, promised: bool, where: Carriage | None, today: date) -> str:
    text = f"{'Promised' if promised else 'Needed'} {day_text(due, today)}"
    text += f", {count(lines, 'line')}." if lines > 1 else "."
    return f"{text} {carriage(where, today)}" if where is not None else text


def check_in(due: date, note: str | None, past: int, coming: int, today: date) -> str:
    text = f"{'Planned for' if due >= today else 'Was planned for'} {day_text(due, today)}."
    topics = [f"{past} past due"] * bool(past) + [f"{coming} likely late"] * bool(coming)
    if topics:
        text += f" To talk about: {', '.join(topics)}."
    return f"{text} {note or ''}".strip()


def follow_up(due: date, side: str | None, today: date) -> str:
    late = (today - due).days
    when = "due today" if late <= 0 else f"due {day_text(due, today)}, {days(late)} ago"
    kind = {"theirs": "Agreed action of theirs", "ours": "Agreed action of ours"}.get(side or "", "Follow-up")
    return f"{kind}, {when}."


def headline(rows: Sequence[tuple[str, str, bool]], total: str | None) -> str:
    """What matters most: 'Nine lines can stop production this week; call Kessler Guss first.'

    `rows` are (group, supplier, can stop production), most important first.
    """
    urgent = [row for row in rows if row[0] in ("past_due", "will_be_late")]
    if not urgent:
        return "Nothing is past due and nothing is likely to be late."
    first = f"; call {urgent[0][1]} first." if urgent[0][1] else "."
    stopping = sum(1 for row in urgent if row[2])
    if stopping:
        return f"{sentence(count(stopping, 'line'))} can stop production this week{first}"
    past = sum(1 for row in urgent if row[0] == "past_due")
    if past:
        worth = f", worth {total}" if total else ""
        return (
            f"{sentence(count(past, 'delivery', 'deliveries'))} {'is' if past == 1 else 'are'} past due{worth}{first}"
        )
    return f"{sentence(count(len(urgent), 'delivery', 'deliveries'))} will probably be late{first}"
