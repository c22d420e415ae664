"""Reads what a supplier's mail says: dates for lines, quantities, tracking numbers, questions. It suggests, no more."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from supplychain_app.domain import identifiers
from supplychain_app.mail import cues
from supplychain_app.mail.date_words import fold
from supplychain_app.mail.dates_in_words import FoundDate, find
from supplychain_app.mail.mail_tables import TableDate, read_tables
from supplychain_app.mail.questions import questions_in
from supplychain_app.mail.quoting import split
from supplychain_app.mail.references import KnownLine, Mention, mentions, plain_line, quantity_near

MONTH_FIRST = frozenset({"US", "PH", "USA", "UNITED STATES", "UNITED STATES OF AMERICA", "PHILIPPINES"})
"""Countries whose writers put the month before the day."""


@dataclass(frozen=True)
class Suggestion:
    """A date read for a line, with the words it came from and how sure the reading is (0 to 1)."""

    purchase_order: str | None
    line: str | None
    material: str | None
    promised_on: date
    quantity: float | None
    kind: str  # delivery, ship, port
    words: str
    confidence: float
    context: str = ""  # the sentence or row around the words
    line_id: int | None = None


@dataclass(frozen=True)
class Reading:
    """All that was found in one mail."""

    suggestions: tuple[Suggestion, ...]
    orders: tuple[str, ...]
    tracking_numbers: tuple[str, ...]
    questions: tuple[str, ...]
    cannot_ship: bool
    out_of_office: bool


@dataclass
class _Scope:
    """What the text is speaking of as we read on."""

    order: str | None = None
    lines: tuple[str, ...] = ()
    material: str | None = None
    orders: tuple[str, ...] = ()  # all that the subject names


def read(
    text: str,
    *,
    subject: str = "",
    sent_on: date,
    country: str | None = None,
    known: Sequence[KnownLine] = (),
    tables: Sequence[str] = (),
    automatic: bool = False,
) -> Reading:
    """Read a mail's text; `tables` are attached sheets as rows of cells between bars."""
    parts = split(text, subject)
    month_first = (country or "").upper() in MONTH_FIRST
    fresh = "\n\n".join(part for part in (parts.new, parts.forwarded) if part)
    plain_all = fold(subject + "\n" + fresh)
    out_of_office = automatic or bool(cues.OUT_OF_OFFICE.search(plain_all))
    subject_mentions = mentions(subject, known)
    quoted_mentions = mentions((parts.forwarded_head + "\n" + parts.quoted)[:20_000], known)
    fresh_mentions = mentions(fresh[:60_000], known)
    orders = tuple(
        dict.fromkeys(m.value for m in [*subject_mentions, *fresh_mentions, *quoted_mentions] if m.kind == "order")
    )
    scope = _start(subject_mentions, fresh_mentions, quoted_mentions)
    found: list[Suggestion] = []
    is_offer = not orders and bool(
        re.search(r"offer|quot|angebot|devis|oferta|offerta|cotiza|报价|見積|preventivo|orcamento", plain_all)
    )
    is_notice = not orders and bool(_NOTICE.search(fold(subject)))
    if not out_of_office and not is_offer and not is_notice:
        reader = _Reader(sent_on, month_first, known, scope)
        for body in (fresh, *tables):
            for block, is_table in read_tables(body[:200_000]):
                found += reader.table(block) if is_table else reader.prose(block)
            scope.lines, scope.material = (), None
    numbers = _tracking(fresh + "\n" + "\n".join(tables), orders)
    return Reading(
        suggestions=tuple(_deduplicated(_resolved(found, known))),
        orders=orders,
        tracking_numbers=numbers,
        questions=() if out_of_office else tuple(questions_in(fresh)),
        cannot_ship=bool(cues.CANNOT_SHIP.search(plain_all)),
        out_of_office=out_of_office,
    )


def _start(subject: list[Mention], fresh: list[Mention], quoted: list[Mention]) -> _Scope:
    scope = _Scope()
    for group in (subject, [m for m in fresh if m.kind == "order"][:1], quoted):
        orders = list(dict.fromkeys(m.value for m in group if m.kind == "order"))
        if orders and scope.order is None:
            scope.order = orders[0]
            scope.orders = tuple(orders) if group is subject else ()
            lines = tuple(dict.fromkeys(m.value for m in group if m.kind == "line"))
            scope.lines = lines if len(lines) == 1 or group is subject else ()
        elif not scope.lines and group is quoted and orders[:1] == [scope.order]:
            lines = tuple(dict.fromkeys(m.value for m in group if m.kind == "line"))
            scope.lines = lines if len(lines) == 1 else ()
    return scope


class _Reader:
    def __init__(self, sent_on: date, month_first: bool, known: Sequence[KnownLine], scope: _Scope) -> None:
        self.sent_on, self.month_first, self.known, self.scope = sent_on, month_first, known, scope

    def table(self, block: str) -> list[Suggestion]:
        from supplychain_app.mail.mail_tables import rows_of

        found = []
        for row in rows_of(block, self.sent_on, self.month_first, self.known):
            order = row.order or self.scope.order
            self.scope.order = order
            found += [self._from_row(row, order, cell) for cell in row.dates]
        return found

    def _from_row(self, row: "object", order: str | None, cell: TableDate) -> Suggestion:
        line = getattr(row, "line", None)
        return Suggestion(
            order,
            line or (self.scope.lines[0] if len(self.scope.lines) == 1 else None),
            getattr(row, "material", None),
            cell.found.day,
            cell.quantity,
            cell.kind,
            cell.found.words,
            round(min(0.97, cell.found.certainty * (0.98 if order and line else 0.85)), 2),
            getattr(row, "text", ""),
        )

    def prose(self, block: str) -> list[Suggestion]:
        found: list[Suggestion] = []
        dates = find(block, self.sent_on, month_first=self.month_first)
        refs = [m for m in mentions(block, self.known) if not _inside(m, dates)]
        plain = fold(block)
        for start, end in _sentences(block, dates):
            own = [d for d in dates if start <= d.start < end]
            here = [m for m in refs if start <= m.start < end]
            for i, one in enumerate(own):
                left = own[i - 1].end if i else start
                right = own[i + 1].start if i + 1 < len(own) else end
                kind, surety = _judge(plain, one, (start, end), (left, right), own, i)
                targets = self._targets(here, own, i, plain, start, end)
                if kind is None:
                    continue
                for order, line, material in targets:
                    certainty = one.certainty * surety * (1.0 if order else 0.75)
                    quantity = quantity_near(block[left : one.start]) or (
                        quantity_near(block[one.end : right]) if len(own) == 1 or i + 1 == len(own) else None
                    )
                    found.append(
                        Suggestion(
                            order, line, material, one.day, quantity, kind, one.words.strip(),
                            round(min(certainty, 0.97), 2), " ".join(block[start:end].split()),
                        )
                    )  # fmt: skip
            self._move_on(here)
        return found

    def _move_on(self, here: list[Mention]) -> None:
        for m in here:
            if m.kind == "order":
                if m.value != self.scope.order:
                    self.scope.lines, self.scope.material = (), None
                self.scope.order = m.value
        lines = tuple(dict.fromkeys(m.value for m in here if m.kind == "line"))
        if lines:
            self.scope.lines, self.scope.material = lines, None
        for m in here:
            if m.kind == "material":
                self.scope.material = m.value
                if not lines:
                    self.scope.lines = ()

    def _targets(
        self, here: list[Mention], own: list[FoundDate], i: int, plain: str, start: int, end: int
    ) -> list[tuple[str | None, str | None, str | None]]:
        """Which order and lines a date belongs to: those named just before it, or just after with 'for'."""
        one = own[i]
        left = own[i - 1].end if i else start
        right = own[i + 1].start if i + 1 < len(own) else end
        order = next((m.value for m in reversed(here) if m.kind == "order" and m.start < one.start), None)
        order = order or next((m.value for m in here if m.kind == "order"), None) or self.scope.order
        wanted = ("line", "material")
        before = [m for m in here if m.kind in wanted and left <= m.start < one.start]
        after = [m for m in here if m.kind in wanted and one.end <= m.start < right]
        after_first = bool(after) and bool(
            re.match(
                r"[\s,(]*(?:for|fur|pour|para|per|voor|icin|on|:|=)?[\s(]*(?:(?:the|die|der|den|la|le|el|il|order)\s)*$",
                plain[one.end : after[0].start],
            )
        )
        group = before
        follows = not any(m.kind in wanted and m.start < own[0].start for m in here)  # "12 Dec for line 10 and …"
        if after_first and (follows or not before):
            group = after
        elif not before and i:
            earlier = [m for m in here if m.kind in wanted and m.start < one.start]
            last = max((m.start for m in earlier), default=-1)
            cluster_left = max((d.end for d in own if d.end <= last), default=start)
            group = [m for m in earlier if m.start >= cluster_left]
            if not earlier and after:
                group = after
        elif not before:
            group = after if after else []
        orders_before = [m.value for m in here if m.kind == "order" and left <= m.start < one.start]
        lines = list(dict.fromkeys(m.value for m in group if m.kind == "line"))
        material = next((m.value for m in group if m.kind == "material"), None)
        if lines:
            owners = {m.value: self._owner(m, here, order) for m in group if m.kind == "line"}
            return [(owners[line], line, material if len(lines) == 1 else None) for line in lines]
        if material:
            return [(order, None, material)]
        if len(set(orders_before)) > 1:
            return [(value, None, None) for value in dict.fromkeys(orders_before)]
        if order == self.scope.order and self.scope.lines and not orders_before:
            return [(order, line, self.scope.material) for line in self.scope.lines]
        return self._whole_orders(order, here, plain[start:end])

    def _whole_orders(
        self, order: str | None, here: list[Mention], sentence: str
    ) -> list[tuple[str | None, str | None, str | None]]:
        """What a date means that names no line: every line, every order in view, or the order in view."""
        if _ALL_LINES.search(sentence):
            every = [k.line for k in self.known if k.purchase_order == order and k.is_open]
            if every:
                return [(order, line, None) for line in every]
        if len(self.scope.orders) > 1 and not any(m.kind == "order" for m in here) and _ALL.search(sentence):
            return [(value, None, None) for value in self.scope.orders]
        return [(order, None, self.scope.material if order == self.scope.order else None)]

    def _owner(self, line: Mention, here: list[Mention], order: str | None) -> str | None:
        before = [m.value for m in here if m.kind == "order" and m.start <= line.start]
        return before[-1] if before else order


_NOTICE = re.compile(
    r"holiday|closure|closing|shut ?down|ferien|urlaub|betriebsruhe|fermeture|conges|cierre|vacacion|chiusura|\bferie\b|\bferias|encerramento|meeting|besprechung|reunion|放假|休業|休み"
)
_ALL_LINES = re.compile(
    r"(?<![a-z])(?:all (?:the )?(?:lines|items|positions|parts)|everything|alle (?:positionen|pos|teile|artikel)|samtliche positionen|tous les postes|toutes les lignes|todas las (?:lineas|posiciones|partidas)|tutte le (?:righe|posizioni)|todos (?:os itens|los items)|todas as linhas)(?![a-z])|全部|所有项目|全明細"
)
_ALL = re.compile(
    r"(?<![a-z])(?:both|all (?:the )?(?:orders|pos)|(?:these|the two) (?:orders|pos)|beide[ns]?|alle bestellungen|les deux|ambos|ambas|entramb[ie]|tutti gli ordini|as duas|beiden)(?![a-z])|两个订单|兩個訂單|両方"
)
_ABBREVIATION = re.compile(r"(?:\b(?:approx|ca|rev|no|nr|pos|item|art|st|mr|mrs|dr|inc|ltd|co|e\.g|i\.e|z\.b|bzw|vs|ref|qty|est|max|min|incl|evtl|ggf|voraus|vorauss|sem|sett|dec|nov|jan|feb|sept|oct|mar|apr|aug|abt|mat|best|bestell|pcs|stk|s|p|o|v|w|n|cde|num|tel|d\.h|p\.o)|\d)$")  # fmt: skip


def _sentences(block: str, dates: Sequence[FoundDate]) -> list[tuple[int, int]]:
    bounds = [0]
    for match in re.finditer(r"[.!?]+[\"”’)]*(?=\s+\S)|[。！？；]|;(?=\s)|\n", block):
        end = match.end()
        if any(d.start < match.start() + 1 and end < d.end for d in dates):
            continue
        if match.group().startswith("."):
            following = block[end:].lstrip()[:1]
            at_date_end = any(d.end in (match.start(), end) for d in dates)
            if not (following.isupper() or not following.isascii() or following in "-•*("):
                continue
            if not at_date_end and _ABBREVIATION.search(fold(block[max(0, match.start() - 8) : match.start()])):
                digits = block[max(0, match.start() - 3) : match.start()].strip().isdigit()
                if not digits or any(d.start <= match.start() < d.end for d in dates):
                    continue
        bounds.append(end)
    bounds.append(len(block))
    return [(a, b) for a, b in pairwise(bounds) if block[a:b].strip()]


_SEPARATOR = re.compile(
    r"[,;()–]|(?<=\s)-(?=\s)|(?<![a-z])(?:but|however|while|whereas|and|aber|jedoch|sondern|und|wahrend|mais|et|pero|sino|y|ma|mentre|e|mas|maar|en)(?![a-z])|，|、|但|而"
)
_TO_NEXT = re.compile(
    r"^\W{0,3}(?:to|auf|au(?! lieu)|al(?! posto)|a|ao(?! inves)|para|naar|nach|verschoben auf|改为|改到|推迟到|延期到|から|->|→|=>|⇒|⟶|➔|>)(?!\w)|^\s*(?:->|→|=>|⇒|>|➔)|^.{0,3}(?:改为|改到|推迟至|推迟到|延期至|延至)"
)
_BETWEEN_DAY_AND_VERB = re.compile(r"^ ?[前之左右以内可能将会に頃まで]{0,5}(?=[^\x00-\x7f])")
_BUT = re.compile(r"^[^.;]{0,40}?(?<![a-z])(?:but|aber|sondern|mais|pero|sino|ma|mas|maar)(?![a-z])")
_DELIVERY_DATE = re.compile(
    r"delivery (?:date|on|by|week|time)|liefertermin|lieferdatum|date de livraison|livraison|fecha de entrega|data di consegna|data de entrega|leverdatum|交期|交货期|交货日期|納期|teslim(?:at)? tarihi"
)
_READY_FOR = re.compile(
    r"(?:ready|available|bereit|fertig) (?:for|to|zur|zum|fur) (?:\w+ )?(?:delivery|deliver|lieferung|shipment|dispatch|despatch|collection|pick)|lieferbereit|versandbereit|pr[eo]t\w* (?:a|pour) \w+|list[oa]s? para \w+|pront[aoie] (?:per|para) \w+|deliver\w* (?:it |them |the goods )?to (?:the |your )?(?:forwarder|carrier|port|airport)"
)


_PLEASE = re.compile(
    r"(?:^|[,:.] )\W*(?:(?:please|pls|kindly)(?! note| be (?:advised|informed)| find| see| accept| expect| disregard| ignore| update| amend| cancel| replace)|bitte(?! beachten| entnehmen)|merci de|veuillez(?! noter| trouver)|"
    r"por favor|si prega|请(?!注意|查|见|知悉))(?![a-z])[^.:]*$"
)  # fmt: skip


def _judge(  # noqa: PLR0911 - one return a reason against
    plain: str, one: FoundDate, sentence: tuple[int, int], window: tuple[int, int], own: list[FoundDate], i: int
) -> tuple[str | None, float]:
    """What a date in a sentence is: delivery, ship, port, or None for no promise; and how sure that is."""
    start, end = sentence
    left, right = window
    before = plain[start : one.start]
    offered = bool(cues.OFFERED.search(plain[start:end]))
    moved = one.joined and re.search(r"(?:from|vom|du|del|dal|de|da|von|从|由) ?$", before)
    if i + 1 < len(own) and own[i + 1].start <= one.end + 30 and _TO_NEXT.match(plain[one.end : right]):
        return None, 0.0
    if not moved and cues.DOCUMENT_DATE.search(before):
        return None, 0.0
    asked = _PLEASE.search(before)
    if asked and not offered:
        return None, 0.0
    not_before = bool(cues.NOT_BEFORE.search(before))
    if not_before and i + 1 < len(own) and _BUT.match(plain[one.end : right]):
        return None, 0.0  # "not before the 8th, but on the 11th"
    if not moved and not not_before and cues.OLD_BEFORE.search(before):
        return None, 0.0
    if cues.OLD_AFTER.match(plain[one.end : right]) or cues.CANNOT_BEFORE.search(plain[left : one.start]):
        return None, 0.0
    breaks = [m.end() for m in _SEPARATOR.finditer(plain, left, one.start)]
    clause_left = breaks[-1] if breaks else left
    if not plain[clause_left : one.start].strip(" :") or len(plain[clause_left : one.start].split()) < 2:
        clause_left = breaks[-2] if len(breaks) > 1 else left
    stop = _SEPARATOR.search(plain, one.end, right)
    clause_right = stop.start() if stop else right
    clause = plain[clause_left:clause_right]
    cleaned = re.sub(
        r"(?:can|could|able to|konnen|kann) (?:only )?(?:offer|anbieten)|offered|pedido|ordre", " ", clause
    )
    wide = re.sub(r"(?:can|could|able to) (?:only )?offer|offered", " ", plain[left:clause_right])
    if cues.PAST.search(wide):
        return None, 0.0
    if cues.OUR_WISH.search(plain[left:clause_right]) and not offered:
        return None, 0.0
    kind = _kind(plain, one, (clause_left, clause_right)) or _kind(plain, one, (left, right))
    if cues.NOT_A_PROMISE.search(cleaned) and not (kind and _nearer(cleaned, clause, one.start - clause_left, kind)):
        return None, 0.0
    kind = kind or _kind(plain, one, (start, end))
    if kind is None and cues.NOT_A_PROMISE.search(re.sub(r"can offer|offered", " ", before)):
        return None, 0.0
    said = bool(cues.PROMISE.search(plain[start:end]))
    return kind or "delivery", (0.97 if kind and said else 0.93 if kind else 0.85 if said else 0.65) - 0.05 * offered


def _nearer(cleaned: str, clause: str, place: int, kind: str) -> bool:
    """Whether the word that makes it a delivery stands closer to the date than the word that speaks against."""
    pattern = {"delivery": cues.DELIVERY, "ship": cues.SHIP, "port": cues.PORT}[kind]
    good = min((abs(m.start() - place) for m in pattern.finditer(clause)), default=10_000)
    bad = min((abs(m.start() - place) for m in cues.NOT_A_PROMISE.finditer(clause)), default=0)
    return good < bad


def _kind(plain: str, one: FoundDate, window: tuple[int, int]) -> str | None:
    """Delivery, ship or port by the nearest word before the date, else after it."""
    left, right = window
    before, after = plain[left : one.start], plain[one.end : right]
    if _READY_FOR.search(before):
        return "ship"
    if _DELIVERY_DATE.search(before) and not cues.SHIP.search(before.rpartition("deliver")[2]):
        return "delivery"
    if verb := _verb_after(after):
        return verb
    best: tuple[int, str] | None = None
    for name, pattern in (("delivery", cues.DELIVERY), ("ship", cues.SHIP), ("port", cues.PORT)):
        for match in pattern.finditer(before):
            if name == "port" and cues.PORT_NOT.search(before[max(0, match.start() - 6) : match.end()]):
                continue
            distance = len(before) - match.end()
            if best is None or distance < best[0]:
                best = (distance, name)
    if best is None:
        for name, pattern in (("delivery", cues.DELIVERY), ("ship", cues.SHIP), ("port", cues.PORT)):
            match_after = pattern.search(after)
            if match_after and (best is None or match_after.start() < best[0]):
                best = (match_after.start(), name)
    if best and best[1] == "delivery":
        near = after[:30]
        arrival = re.search(r"arriv|eta|ankunft|llega|chega|到", before)
        if arrival and (cues.PORT.search(before) or cues.PORT.search(near)):
            return "port"
    return best[1] if best else None


def _verb_after(after: str) -> str | None:
    """The kind of a verb that follows its date at once, as in Chinese."""
    near = _BETWEEN_DAY_AND_VERB.sub("", after[:12])
    return next((name for name, cue in (("delivery", cues.DELIVERY), ("ship", cues.SHIP)) if cue.match(near)), None)


def _inside(mention: Mention, dates: Sequence[FoundDate]) -> bool:
    return any(d.start <= mention.start and mention.end <= d.end for d in dates)


def _resolved(found: Sequence[Suggestion], known: Sequence[KnownLine]) -> list[Suggestion]:
    """Tie suggestions to the workspace's lines: by line number, by material, or because there is only one."""
    if not known:
        return list(found)
    by_order: dict[str, list[KnownLine]] = {}
    for line in known:
        by_order.setdefault(line.purchase_order, []).append(line)
    result = []
    for one in found:
        lines = by_order.get(one.purchase_order or "", [])
        fits = [k for k in lines if one.line and plain_line(k.line) == plain_line(one.line)]
        if not fits and one.material:
            fits = [k for k in lines or known if k.material and fold(k.material) == fold(one.material) and k.is_open]
        if not fits and not one.line and not one.material:
            fits = [k for k in lines if k.is_open]
        if len(fits) == 1:
            hit = fits[0]
            result.append(
                replace(
                    one,
                    purchase_order=hit.purchase_order,
                    line=hit.line,
                    material=hit.material or None,
                    line_id=hit.line_id,
                )
            )
        else:
            result.append(one if lines else replace(one, confidence=round(one.confidence * 0.7, 2)))
    return result


def _deduplicated(found: Sequence[Suggestion]) -> list[Suggestion]:
    best: dict[tuple[object, ...], Suggestion] = {}
    for one in found:
        key = (one.purchase_order, one.line, one.material if not one.line else None, one.promised_on, one.kind)
        if key not in best or best[key].confidence < one.confidence:
            best[key] = one
    return list(best.values())


def _tracking(text: str, orders: Sequence[str]) -> tuple[str, ...]:
    """Numbers that carriers use: those whose check digit holds, or that a word announces."""
    bare_orders = {re.sub(r"\W", "", order).upper() for order in orders}
    found = []
    plain = fold(text[:60_000])
    announced = re.compile(
        r"track|awb|waybill|container|parcel|sendung|paket|suivi|seguimiento|rastre|spedizione|colis|guia|b/l|bill of lading|运单|单号|追跡|送り状|konteyner|takip|dhl|ups\b|fedex|tnt|gls|dpd"
    )
    for candidate in identifiers.found_in(text[:60_000]):
        number = candidate.number
        digits = sum(c.isdigit() for c in number)
        if not number or number in bare_orders or candidate.kind in ("vessel", "location") or digits < 7:
            continue
        place = re.sub(r"[\s.\-]", "", plain).find(number.lower())
        around = re.sub(r"[\s.\-]", "", plain)[max(0, place - 45) : place] if place >= 0 else ""
        telling = bool(re.search(r"[A-Z]", number)) and candidate.check == "ok"
        if telling or announced.search(around):
            found.append(number)
    return tuple(dict.fromkeys(found))
