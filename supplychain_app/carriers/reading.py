"""Takes values out of answers whose shape cannot be trusted: nothing here raises on a missing or odd value."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

from supplychain_app.carriers.base import Wanted
from supplychain_app.carriers.times import Moment
from supplychain_app.domain.shipments import Event, Place, UnitReport, event_sort_key

_DEEPEST = 30  # levels of an XML answer that are read
_SIGNER = re.compile(
    r"(\b(?:signed (?:for )?by|(?:received|accepted|collected) by\s*:|signature\s*:|(?:recipient|receiver) name\s*:"
    r"|(?:unterschrieben|unterzeichnet|quittiert) von|empfangen von\s*:|sign(?:é|e) par|firmado por"
    r"|(?:nachbarn?|neighbou?rs?)\b[\s:,(-]+(?=(?:herrn?|frau|familie|mrs?|ms)\b))).*",
    re.IGNORECASE | re.DOTALL,
)
_SIGNED = ("sign", " by", " name", "schrieben", "zeichnet", "quittiert", "empfangen", "firmado", "nachbar", "neighb")
_TAG = re.compile(r"<[^<>]{0,200}>")


def at(value: Any, *path: str | int) -> Any:
    """The value at a path of keys and positions, or None.

    >>> at({"a": [{"b": 1}]}, "a", 0, "b")
    1
    """
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and -len(value) <= step < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value


def items(value: Any, *path: str | int) -> list[dict[str, Any]]:
    """The objects of a list at a path; a lone object counts as a list of one."""
    found = at(value, *path)
    if isinstance(found, dict):
        return [found]
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def texts(value: Any, *path: str | int) -> list[str]:
    """The texts and numbers of a list at a path."""
    found = at(value, *path)
    found = found if isinstance(found, list) else [found]
    return [text for text in map(plain, found) if text]


def tree_of(body: Any) -> dict[str, Any] | None:
    """An XML answer as objects, lists and texts, names without their namespace; None when it is no XML.

    >>> tree_of("<a xmlns='urn:x'><b>1</b><b>2</b><c/></a>")
    {'a': {'b': ['1', '2'], 'c': ''}}
    """
    text = body.decode("utf-8", "replace") if isinstance(body, bytes) else body
    if not isinstance(text, str) or "<!DOCTYPE" in text or "<!ENTITY" in text:  # entities can grow without bound
        return None
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError):
        return None
    return {_name(root): _branch(root, 0)}


def _branch(element: ElementTree.Element, depth: int) -> Any:
    if len(element) == 0 or depth > _DEEPEST:
        return (element.text or "").strip()
    found: dict[str, Any] = {}
    for child in element:
        name, value = _name(child), _branch(child, depth + 1)
        known = found.get(name)
        found[name] = value if known is None else [*known, value] if isinstance(known, list) else [known, value]
    return found


def _name(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def same_number(first: Any, second: Any) -> bool:
    """Whether two numbers are one, however they are spaced, hyphenated or cased.

    >>> same_number("1Z 5R8", "1z5r8"), same_number("1Z5", "1Z6")
    (True, False)
    """
    return _bare(first) == _bare(second)


def _bare(number: Any) -> str:
    return re.sub(r"[^0-9A-Z]", "", (plain(number) or "").upper())


def plain(value: Any) -> str | None:
    """A text or number as clean text: entities and tags gone, spaces collapsed; None for empty or anything else."""
    if not isinstance(value, str):
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return None
        value = str(int(value) if isinstance(value, float) and value.is_integer() else value)
    return " ".join(without_signer(_untagged(value[:2000])).replace("\x00", "").split()) or None


def _untagged(text: str) -> str:
    text = html.unescape(text)
    return _TAG.sub("", text) if "<" in text else text


def without_signer(text: str) -> str:
    """A text without the name of who signed, or took it in, which is not ours to keep."""
    lowered = text.lower()
    return _SIGNER.sub(r"\1", text) if any(hint in lowered for hint in _SIGNED) else text


def text_at(value: Any, *path: str | int) -> str | None:
    return plain(at(value, *path))


def orders_named(*numbers: str | None) -> tuple[tuple[str, str], ...]:
    """References to our orders, each once, as a UnitReport keeps them."""
    return tuple(("PO", number) for number in dict.fromkeys(numbers) if number)


def code_of(table: Mapping[str, Any], value: Any) -> Any:
    """What a table says of a code, whatever its case; None when it does not know it."""
    text = plain(value)
    if text is None:
        return None
    found = table.get(text)
    return found if found is not None else table.get(text.casefold(), table.get(text.upper()))


def country_of(value: Any) -> str | None:
    """A two-letter country code, or None."""
    text = plain(value)
    return text.upper() if text and len(text) == 2 and text.isalpha() else None


def place_of(city: Any = None, country: Any = None, **more: Any) -> Place:
    return Place(city=plain(city), country=country_of(country), **{name: plain(value) for name, value in more.items()})


def timed(moment: Moment) -> dict[str, Any]:
    """The time fields of an Event."""
    return {
        "occurred_local": moment.local,
        "utc_offset_min": moment.offset_min,
        "occurred_utc": moment.utc,
        "time_basis": moment.basis,
    }


def counted_pieces(count: Any) -> tuple[str, ...]:
    """Parcels of which only the number is told: "1 of 3" …; none for a single one."""
    text = plain(count) or ""
    number = int(text) if text.isdecimal() and len(text) < 4 else 0
    return tuple(f"{n} of {number}" for n in range(1, number + 1)) if 1 < number <= 200 else ()


def told_apart(units: Iterable[UnitReport]) -> tuple[UnitReport, ...]:
    """Shipments that share one number, each under an id of its own: never merged, never mistaken for one another."""
    found = list(units)
    count = Counter(unit.number for unit in found)
    taken = Counter((unit.number, unit.unique_id) for unit in found)
    apart = []
    for unit in found:
        mark = unit.unique_id
        if count[unit.number] > 1 and (not mark or taken[unit.number, mark] > 1):
            first = unit.events[0].occurred_local[:10] if unit.events else "undated"
            mark = "/".join(part for part in (mark, first) if part)
        apart.append(replace(unit, unique_id=mark if count[unit.number] > 1 else ""))
    return tuple(apart)


def events_of(read: Callable[[dict[str, Any]], Event | None], value: Any, *path: str | int) -> tuple[Event, ...]:
    """The events of a list at a path, oldest first; those without a time are left out."""
    return in_order([event for event in map(read, items(value, *path)) if event])


def asked_for(units: Iterable[UnitReport], wanted: Sequence[Wanted]) -> tuple[tuple[UnitReport, ...], list[Wanted]]:
    """Those units that were asked for, and what was asked for and is missing; strangers in a list are left out."""
    names = {_bare(one.number) for one in wanted}
    found = tuple(unit for unit in units if _bare(unit.number) in names)
    there = {_bare(unit.number) for unit in found}
    return found, [one for one in wanted if _bare(one.number) not in there]


def in_order(events: list[Event]) -> tuple[Event, ...]:
    """Events oldest first, the same whatever order the carrier listed them in."""
    return tuple(sorted(events, key=event_sort_key))
