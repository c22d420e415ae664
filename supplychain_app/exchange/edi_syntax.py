"""Takes EDI files (X12, EDIFACT) apart: messages, segments, elements; forgiving about marks, breaks and counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from supplychain_app.domain.errors import FileError
from supplychain_app.language import tr

LARGEST = 50_000_000
_HEAD = 4096
_SLIPS = str.maketrans("OoIl", "0011")  # letters typed for digits

_START = re.compile(
    r"\s*(?:ISA *(\t|[^\w\s])\s*\d\d\s*\1|GS *([^\w\s])\s*[A-Z]{2}\s*\2|ST *([^\w\s])\s*\d{3}\s*\3"
    r"|UNA[^\w]{5,7}\s*UN[BGH]|UNA[^\w]{3,8}\Z|UN[BGH] *([^\w\s]))",
    re.IGNORECASE,
)
_INTERCHANGE = re.compile(
    r"(?:(?<=[\s'~|])|(?<![\s\S]))(?:ISA(?=(?:\t|[^\w\s])\s*\d\d\s*(?:\t|[^\w\s]))|UNA(?=[^\w]{5,7}\s*UN[BGH])|UNB(?=[^\w\s]))"
)
_TAGS = (
    # Service and body segments of the messages that are read: a line that begins with one begins a segment.
    "UNB|UNG|UNH|UNS|UNT|UNE|UNZ|BGM|DTM|RFF|NAD|LOC|CTA|COM|CUX|TDT|EQD|SEL|CPS|PAC|MEA|PCI|GIN|LIN|PIA|IMD|QTY|PRI"
    "|FTX|ALI|MOA|TAX|CNT|SCC|TOD|HAN|DLM|QVR|GIR|TSR|AJT|PCD|PAT|RNG|QVA|AUT"
)
_X12_TAGS = (
    "ISA|IEA|GS|GE|ST|SE|BAK|BSN|BEG|REF|PER|DTM|N1|N2|N3|N4|PO1|PID|ACK|SCH|CTT|HL|TD1|TD3|TD4|TD5|TD6|PRF|LIN|SN1|MAN"
    "|MEA|PO4|SLN|CUR|FOB|ITD|N9|MSG|TXI|SAC|AMT|NTE|PKG|PAL|CLD|QTY|ETD|YNQ|LM|LQ"
)


@dataclass(frozen=True, slots=True)
class Separators:
    """The marks of one interchange."""

    segment: str
    element: str
    component: str
    release: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment: elements of components, and its place in the file (1 is the first)."""

    tag: str
    elements: tuple[tuple[str, ...], ...]
    place: int

    def get(self, element: int, component: int = 1) -> str:
        """The text at a position (1 is the first, as the standards count); empty where there is none."""
        if 0 < element <= len(self.elements) and 0 < component <= len(self.elements[element - 1]):
            return self.elements[element - 1][component - 1].strip()
        return ""

    def text(self) -> str:
        return " ".join(" ".join(part for part in element if part) for element in self.elements).strip()


@dataclass(frozen=True, slots=True)
class Message:
    """One message, such as an 855 or an ORDRSP, with the segments between its head and its end."""

    standard: str  # X12 or EDIFACT
    kind: str  # 855, 856, ORDRSP, DESADV ...
    version: str
    number: str
    sender: str
    sent_on: str | None
    segments: tuple[Segment, ...]
    original: str
    notes: tuple[str, ...] = ()


@dataclass
class _Envelope:
    standard: str
    sender: str = ""
    sent_on: str | None = None
    version: str = ""
    notes: list[str] = field(default_factory=list)


def is_edi(head: bytes) -> bool:
    """Do these first bytes of a file begin an X12 or EDIFACT interchange?"""
    return _START.match(_decoded(head).lstrip("\ufeff\x00\x0b\x1a")) is not None


def starts_as_edi(path: Path) -> bool:
    """Is the file an EDI file by its content? False too where it cannot be opened."""
    try:
        with path.open("rb") as file:
            return is_edi(file.read(_HEAD))
    except OSError:
        return False


def read(path: Path) -> list[Message]:
    """Every message of a file; FileError where it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise FileError(tr("{name} is larger than 50 MB. Split it.", name=path.name))
        data = path.read_bytes()
    except OSError as error:
        raise FileError(
            tr("Cannot read {path}: {reason}. Check the name and its permissions.", path=path, reason=error.strerror)
        ) from error
    return parse(data, name=path.name)


def parse(data: bytes, *, name: str = tr("The file")) -> list[Message]:
    """Every message in these bytes; FileError where there is none."""
    text = _decoded(data).lstrip("\ufeff\x00\x0b\x1a \r\n\t").replace("\x00", "")
    found: list[Message] = []
    segments: list[Segment] = []
    place = 1
    for part in _interchanges(text):
        segments = list(_segments(part, place))
        place += len(segments)
        found += _messages(segments)
    if not any(message.kind or message.segments for message in found):
        raise FileError(_nothing_in(name, segments))
    return found


def _nothing_in(name: str, segments: list[Segment]) -> str:
    """Why a file holds no message, and what to do."""
    last = segments[-1] if segments else None
    if last is None or last.tag.startswith("UNA"):
        return tr(
            "{name} holds only the head of an EDI file (UNA); the message after it is missing."
            " Ask the sender to send the file again.",
            name=name,
        )
    return tr(
        "{name} is an EDI file without a message: it ends at segment {place} ({tag})."
        " It was cut off on its way, or sent empty: ask the sender to send it again.",
        name=name,
        place=last.place,
        tag=last.tag[:3],
    )


def day_of(text: str, form: str = "") -> str | None:  # noqa: PLR0911 - one way out for each form of date
    """A date of EDI as YYYY-MM-DD: CCYYMMDD, YYMMDD, with time, a week or a range, of which the later end counts.

    >>> day_of("20261204"), day_of("261204"), day_of("202649", "616"), day_of("2026120420261211", "718")
    ('2026-12-04', '2026-12-04', '2026-12-04', '2026-12-11')
    """
    if sum(c.isdigit() for c in text) >= 5:
        text = text.translate(_SLIPS)
    digits = re.sub(r"\D", "", text)
    try:
        if form == "616":  # a calendar week: its Friday
            return date.fromisocalendar(int(digits[:4]), int(digits[4:6]), 5).isoformat()
        if form == "610":
            last = date(int(digits[:4]) + int(digits[4:6]) // 12, int(digits[4:6]) % 12 + 1, 1)
            return date.fromordinal(last.toordinal() - 1).isoformat()
        if form in ("718", "719") or (len(digits) == 16 and digits[8:10] in ("19", "20")):
            digits = digits[len(digits) // 2 :]
        if form == "2" and len(digits) == 6:
            return _day(f"20{digits[4:6]}", digits[2:4], digits[:2])
        if form == "4" and len(digits) == 8 and not digits.startswith("20"):
            return _day(digits[4:8], digits[2:4], digits[:2])
        if form in ("101", "201") or len(digits) in (6, 10):
            return _day(f"20{digits[:2]}", digits[2:4], digits[4:6])
        if len(digits) >= 8:
            return _day(digits[:4], digits[4:6], digits[6:8])
    except ValueError:
        return None
    return None


def amount_of(text: str) -> float | None:
    """A quantity: a point or a comma before decimals; None when it is none or absurd."""
    cleaned = text.strip().replace(" ", "").replace(",", ".")
    if not re.fullmatch(r"[+-]?\d{0,15}(?:\.\d{0,9})?", cleaned) or not any(c.isdigit() for c in cleaned):
        return None
    return float(cleaned)


def _day(year: str, month: str, day: str) -> str | None:
    found = date(int(year), int(month), int(day))
    return found.isoformat() if 1990 <= found.year < 2100 else None


# --- text to segments -------------------------------------------------------------------------------------------


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if len(data) > 3 and data[1:2] == b"\x00" and data[3:4] == b"\x00":
        return data.decode("utf-16-le", errors="replace")
    for guess in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(guess)
        except UnicodeError:
            continue
    return data.decode("latin-1")


def _interchanges(text: str) -> Iterator[str]:
    """The text of each interchange; a file may hold several, each with its own separators."""
    starts = [found.start() for found in _INTERCHANGE.finditer(text)]
    # A UNB right after its UNA begins nothing new.
    starts = [
        s
        for s in starts
        if not (text.startswith("UNB", s) and re.search(r"UNA[^\w]{5,7}\s*$", text[max(0, s - 20) : s]))
    ]
    if not starts or starts[0] > 0:
        starts.insert(0, 0)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if text[start:end].strip():
            yield text[start:end]


def _segments(text: str, first: int) -> Iterator[Segment]:
    is_x12 = re.match(r"\s*(?:ISA|GS|ST) *(?:\t|[^\w\s])", text, re.IGNORECASE) is not None
    marks = _x12_marks(text) if is_x12 else _edifact_marks(text)
    if not is_x12 and text[:3].upper() == "UNA":
        text = re.sub(r"^UNA[^\w]{5,7}\s*(?=UN[BGH])", "", text, flags=re.IGNORECASE)
    tags = _X12_TAGS if is_x12 else _TAGS
    if marks.segment not in "\r\n":
        # A line that begins with a known tag begins a segment even where the mark before it was forgotten;
        # any other line break is only a fold.
        begins = re.compile(
            rf"[\r\n]+\s*(?=(?:{tags}) *(?:{re.escape(marks.element)}|{re.escape(marks.segment)}))", re.I
        )
        text = re.sub(r"[\r\n]+", "", begins.sub(marks.segment, text))
    else:
        text = re.sub(r"[\r\n]+", marks.segment, text)
    place = first
    for raw in _split(text, marks.segment, marks.release):
        if not raw.strip():
            continue
        elements = _split(raw.strip("\r\n\t "), marks.element, marks.release)
        tag = elements[0].strip().upper()
        parts = tuple(
            tuple(_released(part, marks.release) for part in _split(element, marks.component, marks.release))
            if marks.component and tag != "ISA"
            else (element,)
            for element in elements[1:]
        )
        yield Segment(tag, parts, place)
        place += 1


def _x12_marks(text: str) -> Separators:
    """The separators of an interchange; ISA tells them by its fixed places, or else by its sixteenth element."""
    element = re.match(r"\s*(?:ISA|GS|ST) *(\t|[^\w\s])", text, re.IGNORECASE)
    mark = element[1] if element else "*"
    component, segment = ">", ""
    if text[:3].upper() == "ISA":
        parts = text.split(mark, 16)
        if len(parts) == 17 and len(parts[16]) >= 2:
            component = parts[16][0]
            segment = parts[16][1]
            if segment.isalnum() or component.isalnum():  # ISA is cut short or has an element too few
                component, segment = ">", ""
    if not segment or segment == mark:
        found = re.search(
            rf"([^\w\s{re.escape(mark)}]|[\r\n])\s*(?:GS|ST|BAK|BSN|HL|PO1|SE) *{re.escape(mark)}", text, re.I
        )
        segment = found[1] if found else "~"
    return Separators("\n" if segment in "\r\n" else segment, mark, component)


def _edifact_marks(text: str) -> Separators:
    """The separators that UNA declares, where the text keeps to them; else those in use."""
    component, element, release, segment = ":", "+", "?", "'"
    una = re.match(r"UNA(.)(.)(.)(.)(.)(.)", text, re.IGNORECASE | re.DOTALL)
    if una:
        component, element, release, segment = una[1], una[2], una[4], una[6]
    body = text[9:] if una else text
    used = re.search(r"(?:UNB|UNH|BGM|DTM|LIN) *([^\w\s])", body, re.IGNORECASE)
    if used and used[1] != element:
        element = used[1]
        dates = re.search(rf"DTM *{re.escape(element)} *\d{{1,3}}([^\w\s])\d", body, re.IGNORECASE)
        component = dates[1] if dates else ":" if element != ":" else "+"
    if segment.isalnum() or segment.isspace() or segment not in body:
        ends = re.search(rf"([^\w\s])\s*(?:BGM|DTM|RFF|LIN|UNS|UNT) *{re.escape(element)}", body, re.IGNORECASE)
        segment = ends[1] if ends and ends[1] not in (element, component) else "\n"
    return Separators(segment, element, component, "" if release.isspace() else release)


def _split(text: str, mark: str, release: str) -> list[str]:
    """Split at the mark, but not where the release character stands before it."""
    if not release or release not in text:
        return text.split(mark)
    parts, start, i = [], 0, 0
    while i < len(text):
        if text[i] == release:
            i += 2
            continue
        if text[i] == mark:
            parts.append(text[start:i])
            start = i + 1
        i += 1
    parts.append(text[start:])
    return parts


def _released(text: str, release: str) -> str:
    return re.sub(f"{re.escape(release)}(.)", r"\1", text, flags=re.DOTALL) if release and release in text else text


# --- segments to messages ---------------------------------------------------------------------------------------


def _messages(segments: list[Segment]) -> Iterator[Message]:
    is_x12 = any(s.tag in ("ISA", "GS", "ST") for s in segments[:3])
    envelope = _Envelope("X12" if is_x12 else "EDIFACT")
    head: Segment | None = None
    body: list[Segment] = []
    for segment in segments:
        if segment.tag in ("ST", "UNH"):
            if head is not None:
                yield _message(envelope, head, body, None)
            head, body = segment, []
        elif segment.tag in ("SE", "UNT"):
            if head is not None:
                yield _message(envelope, head, body, segment)
            head, body = None, []
        elif segment.tag in ("ISA", "GS", "GE", "IEA", "UNB", "UNG", "UNE", "UNZ"):
            if head is not None and segment.tag in ("GE", "IEA", "UNE", "UNZ"):
                yield _message(envelope, head, body, None)
                head, body = None, []
            _read_envelope(envelope, segment)
        elif head is not None:
            body.append(segment)
    if head is not None:
        yield _message(envelope, head, body, None)


def _read_envelope(envelope: _Envelope, segment: Segment) -> None:
    if segment.tag == "ISA":
        envelope.sender, envelope.sent_on = segment.get(6), day_of(segment.get(9))
    elif segment.tag == "GS":
        envelope.sender = envelope.sender or segment.get(2)
        envelope.sent_on = day_of(segment.get(4)) or envelope.sent_on
        envelope.version = segment.get(8)
    elif segment.tag == "UNB":
        envelope.sender, envelope.sent_on = segment.get(2), day_of(segment.get(4))


def _message(envelope: _Envelope, head: Segment, body: list[Segment], end: Segment | None) -> Message:
    is_x12 = envelope.standard == "X12"
    kind, number = (head.get(1), head.get(2)) if is_x12 else (head.get(2), head.get(1))
    version = envelope.version if is_x12 else "".join((head.get(2, 2), head.get(2, 3)))
    notes = []
    if end is None:
        notes.append(tr("message {number} has no end: what came is read", number=number or kind))
    else:
        told = amount_of(end.get(1))
        if told is not None and int(told) != len(body) + 2:
            notes.append(
                tr(
                    "message {number} says it has {told} segments; {size} came",
                    number=number or kind,
                    told=int(told),
                    size=len(body) + 2,
                )
            )
    original = "\n".join(_written(s, "*" if is_x12 else "+") for s in (head, *body, *([end] if end else [])))
    return Message(
        envelope.standard,
        kind.upper(),
        version,
        number,
        envelope.sender,
        envelope.sent_on,
        tuple(body),
        original,
        tuple(notes),
    )


def _written(segment: Segment, mark: str) -> str:
    return mark.join((segment.tag, *(":".join(element) for element in segment.elements)))
