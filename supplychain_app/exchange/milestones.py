"""Recognises the steps of a transport in forwarders' sheets: headers such as ATD, and words such as “gate out”."""

import re
from collections.abc import Mapping

from supplychain_app.domain.shipments import Milestone
from supplychain_app.exchange.columns import CHOSEN_BY_YOU, Recognition
from supplychain_app.exchange.profiles import SAMPLE, profile
from supplychain_app.exchange.tables import Table
from supplychain_app.exchange.vocabulary import EVENT_FIELDS, MILESTONE_FIELDS
from supplychain_app.exchange.words import normalise
from supplychain_app.language import tr

# Read top to bottom; the first that fits counts.
# Words are normalised (words.normalise): no accents, ae and ä are a, ue is u.
_STEPS: tuple[tuple[Milestone, str], ...] = (
    (Milestone.EMPTY_RETURNED, r"empty (container )?return\w*|mty return\w*|return\w* empty|leer\w* zuruck\w*"),
    (
        Milestone.CUSTOMS_HOLD,
        r"customs (hold|stop|exam\w*|inspection)|(held|stopped|stuck) (by|at|in) customs|hold"
        r"|zoll(stopp|beschau|kontrolle|prufung)|(bloque|retenu) (en|a la) douane"
        r"|retenid[oa] (en|na) (aduana|alfandega)",
    ),
    (
        Milestone.CUSTOMS_RELEASED,
        r"customs? (\w+ )?(clear\w*|releas\w*|date)|clear\w* customs|cleared|clearance"
        r"|import clear\w*|verzoll\w*|zoll\w*"
        r"|dedouan\w*|despacho|despachado|nacionaliz\w*|desembaraco|desembaracad\w*|sdoganament\w*|ccd",
    ),
    (Milestone.TRANSSHIPMENT_DISCHARGED, r"trans?s?hipment (arriv\w*|discharg\w*)|t ?s (arriv\w*|discharg\w*)"),
    (Milestone.TRANSSHIPMENT_LOADED, r"trans?s?hipment( \w+)?|umladung|transbord\w*"),
    (
        Milestone.ORIGIN_GATE_IN,
        r"gate in|in gate|origin (terminal|gate)|received at (origin|cfs|warehouse|terminal)"
        r"|cargo received|cy in|rcs|gtin",
    ),
    (Milestone.GATE_OUT, r"gate out|out gate|gated out|left (the )?terminal|gtot"),
    (Milestone.OUT_FOR_DELIVERY, r"out for delivery|in zustellung|en reparto"),
    (Milestone.ATTEMPTED, r"(delivery )?attempt\w*"),
    (
        Milestone.DELIVERED,
        r"deliver(y|ed)( \w+)?|proof of delivery|dlv|zugestellt|zustellung|geliefert|lieferung"
        r"|anlieferung|livr\w*|entreg\w*"
        r"|consegn\w*|(arriv\w*|eta|ata) (\w+ )?(door|warehouse|plant|site|consignee|dc|factory|werk|lager)"
        r"|(door|warehouse|plant|site|dc) (eta|ata|arriv\w*)",
    ),
    (Milestone.AVAILABLE, r"available( for pickup)?|availability|verfugbar|disponi\w*|awd|nfd|avpu"),
    (Milestone.DISCHARGED, r"discharg\w*|unload\w*|geloscht|entlad\w*|descarg\w*|decharg\w*|scaric\w*|disc"),
    (
        Milestone.LOADED,
        r"(container )?load(ed|ing)( on board)?|on board|shipped on board|verlad\w*|charg(ement|e)|embarc\w*|load",
    ),
    (
        Milestone.PICKED_UP,
        r"pick(ed)? ?up|pickup|collect(ed|ion)|abgeholt|abholung|enlev\w*|recogid\w*|recolecc\w*"
        r"|colet\w*|ritir\w*|hand ?over",
    ),
    (
        Milestone.DEPARTED,
        r"depart\w*|sail(ed|ing)|vessel left|left (origin|port|pol)|abfahrt|abgang|abgefahren"
        r"|abflug|salida|saida|partenza"
        r"|zarpe|[eas]td|dep|depa",
    ),
    (
        Milestone.ARRIVED,
        r"arriv\w*|ankunft|angekommen|llegada|chegada|arribo|landed|[eas]ta|arr|arri|rcf",
    ),
    (Milestone.BOOKED, r"book(ed|ing)( confirm\w*)?|gebucht|buchung|bkd|reserv\w*"),
)
_STEP_OF = tuple((step, re.compile(rf"\b(?:{words})\b")) for step, words in _STEPS)
_ESTIMATED = re.compile(
    r"\b(est|estimated|expected|et[ad]|st[ad]|planned|plan|schedul\w*|soll|vorauss\w*|prevu\w*"
    r"|estimad\w*|previst\w*|geplant\w*)\b"
)
_ACTUAL = re.compile(r"\b(act|actual|at[ad]|ist|real|effecti\w*|tatsachlich\w*|proof)\b")
_NO_STEP = re.compile(
    r"\b(number|id|order|terms?|mode|reference|days?|week|quantity|requ\w*|promised?|wanted"
    r"|confirmed|invoice|notice)\b"
)

_SHORT_FORM = re.compile(r"\b[eas]t[ad]\b")
_PORTS = re.compile(r"\b(port of )?(pol|pod|port|loading|discharge)\b")
_NOT_REACHED = re.compile(
    r"\b(not|no|without|un(able|successful)|fail\w*|delay\w*|late|(re)?schedul\w*|estimat\w*|expect\w*|plan(ned)?|order"
    r"|number|appointment|requ\w*|cancel\w*|await\w*|waiting|pending|notice|du|changed?|e(ta|td)|nicht|kein\w*|geplant\w*"
    r"|verspat\w*|erwartet\w*|non|pas|retard\w*|prevu\w*|no se|demora\w*|retras\w*|atras\w*|previst\w*|nao)\b"
)

_EVENT_ON = re.compile(
    r"((last |latest )?(event|status|milestone|movement|activity|update)( date| time"
    r"| date time)+|date of (event|status)|timestamp|ereignisdatum|statusdatum"
    r"|fecha (del )?(evento|estado)|date (de )?l?.?evenement|date time)"
)
_EVENT = re.compile(
    r"((last |latest |current )?(event|status|milestone|movement|activity)( description| text"
    r"| name| code)?|ereignis|evento|evenement|estado|what happened)"
)
_EVENT_PLACE = re.compile(
    r"((last |event |current )?(location|place|position|city|port|terminal)|(location"
    r"|place) of event|ort|lugar|lieu|lugar)"
)


def happened(text: str) -> Milestone | None:
    """The step that an event's words say was reached; None for delays, plans, refusals and what is not known.

    >>> happened("Delivered to consignee"), happened("Delivery delayed"), happened("Not delivered")
    (<Milestone.DELIVERED: 'delivered'>, None, None)
    """
    return None if _NOT_REACHED.search(normalise(text)) else step_of(text)


def step_of(text: str) -> Milestone | None:
    """The step that words or a code tell, or None.

    >>> step_of("Gate-out full container"), step_of("Customs cleared"), step_of("Invoice sent")
    (<Milestone.GATE_OUT: 'gate_out'>, <Milestone.CUSTOMS_RELEASED: 'customs_released'>, None)
    """
    words = normalise(text)
    return next((step for step, pattern in _STEP_OF if pattern.search(words)), None)


def field_of(header: str) -> str | None:
    """The field of a column of dates: a step, and whether its dates are estimates or facts.

    >>> field_of("ATD POL"), field_of("ETA"), field_of("Customs release date"), field_of("Order date")
    ('departed_actual', 'arrived_estimated', 'customs_released_actual', None)
    """
    words = normalise(header)
    plain = _PORTS.sub("", words) if _SHORT_FORM.search(words) else words
    if _NO_STEP.search(plain):
        return None
    step = step_of(plain)
    if step is None:
        return None
    kind = "estimated" if _ESTIMATED.search(words) and not _ACTUAL.search(words) else "actual"
    field = f"{step.value}_{kind}"
    return field if field in MILESTONE_FIELDS else None


def is_status_sheet(table: Table, found: Mapping[str, int]) -> bool:
    """Is it a forwarder's sheet: numbers that carriers track, and steps with their dates?"""
    if not set(found) & {"tracking_number", "container"} or set(found) & {"unit_price", "line_value", "open_quantity"}:
        return False
    steps = {field_of(header) for i, header in enumerate(table.raw_headers) if field_of(header) and _dated(table, i)}
    words = [normalise(header) for header in table.raw_headers]
    has_events = any(_EVENT_ON.fullmatch(w) for w in words) and any(_EVENT.fullmatch(w) for w in words)
    return len(steps) >= 2 or has_events


def claim(table: Table, found: Recognition) -> Recognition:
    """Give the columns of steps their fields, where a table of shipments has such columns."""
    columns, evidence = dict(found.columns), dict(found.evidence)
    if found.kind != "shipments" or set(columns) & (MILESTONE_FIELDS | EVENT_FIELDS):
        return found
    is_sheet = is_status_sheet(table, columns)
    chosen = {index for name, index in columns.items() if evidence.get(name) == CHOSEN_BY_YOU}
    # A plain list of shipments keeps its usual columns; in a sheet of steps these are steps too.
    giving = {"current_promise", "received_on", "status", "description", "shipped_on"} if is_sheet else set()
    if is_sheet and any(_EVENT_ON.fullmatch(normalise(header)) for header in table.raw_headers):
        giving |= {"origin", "destination"}  # where each row is an event, its place is the event's
    kept = {index for name, index in columns.items() if name not in giving}

    def take(name: str, index: int, why: str) -> None:
        for other in [other for other, i in columns.items() if i == index]:
            columns.pop(other)
            evidence.pop(other, None)
        columns[name], evidence[name] = index, why

    for index, header in enumerate(table.raw_headers):
        if index in chosen or index in kept:
            continue
        is_dates = _dated(table, index)
        name, words = field_of(header), normalise(header)
        if name and is_dates and name not in columns:
            take(name, index, tr("its header “{header}” names a step of the transport", header=header))
        elif is_sheet and is_dates and "event_on" not in columns and _EVENT_ON.fullmatch(words):
            take("event_on", index, tr("its header “{header}” tells when something happened", header=header))
        elif is_sheet and not is_dates and "event" not in columns and _EVENT.fullmatch(words):
            take("event", index, tr("its header “{header}” tells what happened", header=header))
        elif is_sheet and not is_dates and "event_place" not in columns and _EVENT_PLACE.fullmatch(words):
            take("event_place", index, tr("its header “{header}” tells where", header=header))
    return Recognition(found.kind, found.layout, columns, evidence, found.score)


def _dated(table: Table, index: int) -> bool:
    """Does the column hold dates, or nothing yet?"""
    look = profile(table.columns[index][:: max(1, table.rows // SAMPLE)])
    return look.filled == 0 or look.dates >= 0.6 or look.days >= 0.9
