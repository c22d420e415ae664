"""What stands on an order line's time axis, for whoever draws it: dots and words, promises, the forecast, flags."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from supplychain_app.domain.line_story import LineStory
from supplychain_app.language import tr
from supplychain_app.reports import words

ROWS = {"promise": 3.0, "communication": 2.0, "shipment": 1.0, "receipt": 0.0}
HEIGHTS = (-0.9, 4.6)
ROW_NAMES = {
    "promise": tr("Promises"),
    "communication": tr("Mails and calls"),
    "shipment": tr("On the way"),
    "receipt": tr("Order, receipts"),
}
FAN = 0.25  # half of its height
FAN_SHADE = 0.14  # of each pair of levels; they lie upon each other


@dataclass(frozen=True, slots=True)
class Mark:
    """A dot on the axis: what hovering says, and a word that stands beside it."""

    day: date
    height: float
    colour: str  # as the chart style calls it
    label: str
    size: float = 3.0  # in sizes of the type
    word: str = ""
    down: float = 0.0  # of the word, in points; 0 is right of the dot
    word_colour: str = "text1"


@dataclass(frozen=True, slots=True)
class Flag:
    """A vertical line with a name."""

    name: str
    day: date
    height: float  # of the name
    colour: str


@dataclass(frozen=True, slots=True)
class LineTimeline:
    """All of it; `told` are the days on which the first marks, the promises, were given."""

    marks: tuple[Mark, ...]
    told: tuple[date, ...]
    flags: tuple[Flag, ...]
    fan: tuple[tuple[date, date], ...] = ()  # pairs of levels, the widest first
    half: date | None = None  # as likely before as after
    half_word: str = ""

    @property
    def days(self) -> list[date]:
        """Every day that must be on the axis."""
        ends = [day for pair in self.fan for day in pair]
        halves = [self.half] if self.half is not None else []
        return [*(mark.day for mark in self.marks), *self.told, *(flag.day for flag in self.flags), *ends, *halves]


def timeline_of(story: LineStory) -> LineTimeline | None:
    """None where nothing but the line itself is known."""
    moments = tuple(_moment_marks(story))
    if story.issued_on is None and not story.promises and not moments:
        return None
    marks = (*_promise_marks(story), *moments, *_order_marks(story))
    told, flags = tuple(promise.known_on for promise in story.promises), tuple(_flags(story))
    if story.completed_on is not None or not story.forecast:
        return LineTimeline(marks, told, flags)
    levels = sorted(story.forecast)
    pairs = [(low, high) for low, high in zip(levels, reversed(levels), strict=True) if low < high]
    half = story.forecast.get(0.5)
    word = tr("half by {half}", half=words.day_and_month(half)) if half is not None else ""
    fan = tuple((story.forecast[low], story.forecast[high]) for low, high in pairs)
    return LineTimeline(marks, told, flags, fan, half, word)


def story_note(story: LineStory) -> str:
    """What the drawing is of."""
    return tr(
        "{supplier} · {material} · as of {as_of}",
        supplier=story.supplier,
        material=story.material,
        as_of=words.long_day(story.as_of),
    )


def story_finding(story: LineStory) -> str:
    """'Promised 4 Dec, moved twice, 18 days later than first said.'"""
    name = tr("Order {purchase_order}, line {line}", purchase_order=story.purchase_order, line=story.line)
    promises = story.whole_promises
    base = promises[0].promised_on if promises else story.required_on
    if story.completed_on is not None:
        against = tr("the first promise") if promises else tr("the date needed")
        return tr("{name}: complete {completed_on}", name=name, completed_on=words.long_day(story.completed_on)) + (
            tr(", {days} against {against}.", days=words.late((story.completed_on - base).days), against=against)
            if base
            else "."
        )
    if not promises:
        return tr("{name}: no date promised yet.", name=name)
    moves = len({promise.promised_on for promise in promises}) - 1
    last = promises[-1].promised_on
    text = tr("{name}: promised {last}", name=name, last=words.day_text(last, story.as_of))
    if moves > 0 and base is not None:
        times = {1: tr("once"), 2: tr("twice")}.get(moves, tr("{moves} times", moves=moves))
        text += (
            tr(", moved {times}, {days} later than first said", times=times, days=words.days((last - base).days))
            if last > base
            else tr(", moved {times}", times=times)
        )
    return text + "."


def _promise_marks(story: LineStory) -> Iterator[Mark]:
    last = len(story.promises) - 1
    current = next((promise for promise in reversed(story.promises) if not promise.is_part), None)
    for place, promise in enumerate(story.promises):
        height = ROWS["promise"] + (0.28 - 0.56 * place / last if last else 0)
        told = words.long_day(promise.known_on)
        label = tr(
            "promised {day}, told {told} ({source})",
            day=words.long_day(promise.promised_on),
            told=told,
            source=promise.source,
        )
        word = words.day_text(promise.promised_on, story.as_of) if place in (0, last) else ""
        if promise.is_part:
            label = tr("{promise}: {quantity:g} of it", promise=label, quantity=promise.quantity)
        yield Mark(promise.promised_on, height, "accent" if promise is current else "context", label, 3.4, word)


def _moment_marks(story: LineStory) -> Iterator[Mark]:
    for moment in story.moments:
        if moment.kind == "reassigned":
            continue  # said of the line long after, it would press its way together
        height = ROWS.get(moment.kind, ROWS["receipt"])
        yield Mark(moment.day, height, "text2", f"{words.long_day(moment.day)}: {moment.words}")


def _order_marks(story: LineStory) -> Iterator[Mark]:
    """The two ends of the line: sent and complete."""
    if story.issued_on is not None:
        label = tr("order sent {issued_on}", issued_on=words.long_day(story.issued_on))
        yield Mark(story.issued_on, 0, "text1", label, 3.4, tr("sent"), 9, "text2")
    if story.completed_on is not None:
        late = story.required_on is not None and story.completed_on > story.required_on
        colour = "bad" if late else "good"
        label = tr("complete {completed_on}", completed_on=words.long_day(story.completed_on))
        yield Mark(story.completed_on, 0, colour, label, 5, tr("complete"), 10, colour)


def _flags(story: LineStory) -> Iterator[Flag]:
    if story.required_on is not None:
        yield Flag(tr("needed"), story.required_on, 4.4, "warning")
    if story.completed_on is None:
        yield Flag(tr("today"), story.as_of, 3.95, "text3")
