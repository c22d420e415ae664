"""EPCIS 2.0 events (GS1, JSON-LD): shipping, arriving and receiving, from a partner's file or server."""

import re
from dataclasses import replace
from typing import Any

from supplychain_app.carriers import times
from supplychain_app.carriers.base import ContractChanged
from supplychain_app.carriers.reading import at, in_order, items, text_at, texts, timed
from supplychain_app.carriers.words import trouble_of
from supplychain_app.domain.shipments import Event, ExceptionKind, Milestone, Place, Status, TrackingReport, UnitReport
from supplychain_app.language import tr

STEPS: dict[str, tuple[Milestone | None, Status]] = {
    "loading": (Milestone.LOADED, Status.IN_TRANSIT),
    "shipping": (Milestone.PICKED_UP, Status.IN_TRANSIT),
    "departing": (Milestone.DEPARTED, Status.IN_TRANSIT),
    "transporting": (None, Status.IN_TRANSIT),
    "arriving": (Milestone.ARRIVED, Status.IN_TRANSIT),
    "unloading": (Milestone.DISCHARGED, Status.IN_TRANSIT),
    "receiving": (Milestone.DELIVERED, Status.DELIVERED),
    "accepting": (Milestone.DELIVERED, Status.DELIVERED),
    "holding": (None, Status.EXCEPTION),
    "void_shipping": (None, Status.CANCELLED),
}


def is_epcis(answer: Any) -> bool:
    return bool(_events(answer))


def parse(answer: Any) -> TrackingReport:
    """One unit for each logistic unit (SSCC, container) that the events speak of."""
    found = _events(answer)
    if not found:
        raise ContractChanged(tr("The answer holds no EPCIS events."))
    by_unit: dict[str, list[Event]] = {}
    orders: dict[str, set[str]] = {}
    withdrawn = {_mark(row) for row in found if row.get("errorDeclaration")}
    for row in found:
        event = _event(row)
        if event is None:
            continue
        if _mark(row) in withdrawn:
            event = replace(event, retracted=True)
        for name in dict.fromkeys(_names(row)):
            by_unit.setdefault(name, []).append(event)
            for entry in items(row, "bizTransactionList"):
                number = text_at(entry, "bizTransaction")
                if number and _word(text_at(entry, "type")) == "po":
                    orders.setdefault(name, set()).add(_order(number))
    return TrackingReport(
        units=tuple(
            UnitReport(
                name,
                events=in_order(events),
                references=tuple(("PO", order) for order in sorted(orders.get(name, ()))),
            )
            for name, events in by_unit.items()
        )
    )


def _mark(row: dict[str, Any]) -> tuple[str, ...]:
    """What makes two events one: an error is declared by telling the event again."""
    return (text_at(row, "eventID") or "", text_at(row, "eventTime") or "", text_at(row, "bizStep") or "", *_names(row))


def _order(name: str) -> str:
    """An order's number as it is written by people: of urn:epc:id:gdti:0614141.00002.PO-1 the serial."""
    return name.split(".", 2)[-1] if name.startswith("urn:epc:id:gdti:") else _last(name)


def _events(answer: Any) -> list[dict[str, Any]]:
    for path in (("epcisBody", "eventList"), ("epcisBody", "queryResults", "resultsBody", "eventList"), ("eventList",)):
        if at(answer, *path) is not None:
            answer = at(answer, *path)
            break
    rows = answer if isinstance(answer, list) else [answer]
    return [
        row
        for row in rows
        if isinstance(row, dict) and str(row.get("type", "")).endswith("Event") and "eventTime" in row
    ]


def _event(row: dict[str, Any]) -> Event | None:
    zone = times.minutes_of(row.get("eventTimeZoneOffset"))
    moment = times.read(row.get("eventTime"), offset=row.get("eventTimeZoneOffset"))
    if moment is None:
        return None
    if moment.utc and moment.offset_min == 0 and zone:  # told in UTC, with the place's offset beside it
        local = times.local_of(moment.utc, zone)
        moment = times.placed(local, zone, moment.basis)
    step = _word(text_at(row, "bizStep"))
    milestone, status = STEPS.get(step, (None, Status.UNKNOWN))
    disposition = _word(text_at(row, "disposition"))
    if disposition == "damaged" and status is not Status.DELIVERED:
        status = Status.EXCEPTION
    where = text_at(row, "readPoint", "id") or text_at(row, "bizLocation", "id")
    return Event(
        **timed(moment),
        milestone=milestone,
        status=status,
        exception_kind=ExceptionKind.DAMAGED if disposition == "damaged" else trouble_of(status, None),
        raw_code=step or None,
        raw_subcode=disposition or None,
        place=Place(text=where),
        source_event_id=text_at(row, "eventID"),
    )


def _names(row: dict[str, Any]) -> list[str]:
    parent = text_at(row, "parentID")
    return [_number(name) for name in ([parent] if parent else texts(row, "epcList"))]


def _number(name: str) -> str:
    """urn:epc:id:sscc:0614141.1234567890 and …/00/106141412345678908 as 18 digits, anything else by its end."""
    if name.startswith("urn:epc:id:sscc:"):
        company, _, serial = name.rsplit(":", 1)[1].partition(".")
        digits = serial[:1] + company + serial[1:]
        if digits.isdecimal():
            total = sum(int(digit) * (1 if i % 2 else 3) for i, digit in enumerate(reversed(digits)))
            return digits + str(-total % 10)
    return _last(name)


def _word(name: str | None) -> str:
    """The bare word of the core vocabulary: “shipping” of …:bizstep:shipping and of …/cbv/BizStep-shipping."""
    return re.sub(r"^(bizstep|btt|disp)-", "", _last(name or "").lower())


def _last(name: str) -> str:
    return name.replace("#", "/").replace(":", "/").rstrip("/").rsplit("/", 1)[-1]
