"""Tells which order and lines a date in a mail belongs to, by what the text has named so far."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from supplychain_app.mail.places import Place
from supplychain_app.mail.references import KnownLine, Mention, plain_line, quantity_near

Target = tuple[str | None, str | None, str | None]
"""Order, line and material that a date belongs to, as far as they are told."""

_LINES = r"(?:lines|items|positions|positionen|pos|artikel|postes|lignes|articles|lineas|posiciones|partidas|righe|posizioni|articoli|linhas|itens)"
ALL_LINES = re.compile(
    rf"(?<![a-z])(?:les|the|die|las|los|le|i|as|os) (?:2|two|deux|zwei|beiden|dos|due|duas|dois) {_LINES}(?![a-z])|"
    rf"(?<![a-z])(?:both|beide[rn]?|ambas|ambos|entrambe|entrambi) {_LINES}(?![a-z])|"
    r"(?<![a-z])(?:(?:the )?(?:whole|entire|complete) (?:lot|order)|the lot|beides|le tout|l[’']ensemble|todo junto|tudo junto)(?![a-z])|"
    r"(?<![a-z])(?:all (?:the )?(?:lines|items|positions|parts)|everything(?! (?:goes|is|else))|alle (?:positionen|pos|teile|artikel)|alles(?! (?:klar|gut))|samtliche positionen|tous les postes|toutes les lignes|tout(?! (?:va|se|de|a fait|est))|todas las (?:lineas|posiciones|partidas)|todo(?! (?:va|el|bien))|tutte le (?:righe|posizioni)|tutto(?! (?:va|bene|ok|il))|todos (?:os itens|los items)|todas as linhas|tudo(?! (?:bem|certo|o )))(?![a-z])|全部|所有项目|全明細"
)
_ALL_ORDERS = re.compile(
    r"(?<![a-z])(?:both|all (?:the )?(?:orders|pos)|(?:these|the two) (?:orders|pos)|beide[ns]?|alle bestellungen|les deux|ambos|ambas|entramb[ie]|tutti gli ordini|as duas|beiden)(?![a-z])|两个订单|兩個訂單|両方"
)
_EXCEPT = re.compile(
    r"(?<![a-z])(?:except|exception|apart from|other than|bar|but(?= (?:line|item|pos))|save for|aside from|bis auf|ausser|ausgenommen|sauf|hormis|a part|excepto|salvo|menos|eccetto|tranne|exceto)(?![a-z])|除"
)
_REST = re.compile(
    r"(?<![a-z])(?:the rest|all others?|the others?|(?:the )?remaining (?:lines|items)|alle (?:anderen|ubrigen)|(?:die|der|den) (?:anderen|restlichen|ubrigen|rest)|les autres|le reste|las demas|el resto|las otras|gli altri|le altre|il resto|os demais|o resto)(?![a-z]| (?:de )?\d)|其余|其他|残り"
)
_LINKED = re.compile(
    r"[\s,(]*(?:for|fur|pour|para|per|voor|icin|on|:|=)?[\s(]*(?:(?:the|die|der|den|la|le|el|il|order)\s)*$"
)
_JOINED = re.compile(
    r"[\s,;&+/()]*(?:(?:and|und|et|y|e|as well as|sowie|plus|or|both|、|和|及|と)(?![a-z]))?[\s()]*(?:(?:the|la|die|el|le|les|as)\s)?(?:lines?|items?|pos?\w*|orders?|bestellung|commande|pedido|ordine)?[\s.]*"
)
_ASIDE = re.compile(r"\([^()]*\)|\d[\d.,]* ?(?:pcs|pieces|off|stk|stuck|pz|ea|x)\b")


@dataclass
class Scope:
    """What a text is speaking of as we read on."""

    known: Sequence[KnownLine] = ()
    order: str | None = None
    lines: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()  # all that the subject names
    named: set[str] = field(default_factory=set)  # lines spoken of so far

    def start(self, subject: list[Mention], fresh: list[Mention], quoted: list[Mention]) -> None:
        """Begin with what the subject names, else the text itself, else what it answers."""
        for group in (subject, [m for m in fresh if m.kind == "order"][:1], quoted):
            orders = list(dict.fromkeys(m.value for m in group if m.kind == "order"))
            lines = _values(group, "line")
            if orders and self.order is None:
                self.order = orders[0]
                self.orders = tuple(orders) if group is subject else ()
                self.lines = lines if len(lines) == 1 or group is subject else ()
            elif not self.lines and group is quoted and orders[:1] == [self.order]:
                self.lines = lines if len(lines) == 1 else ()

    def move_on(self, here: list[Mention], plain: str = "") -> None:
        """Take what a sentence names as what the next ones speak of."""
        for m in here:
            if m.kind == "order":
                if m.value != self.order:
                    self.lines, self.materials, self.named = (), (), set()
                self.order = m.value
        lines = _values(here, "line")
        self.named |= set(lines)
        if lines and plain:  # of 'line 10 is fine, line 20 is not', the last
            lines = _values(_clusters([m for m in here if m.kind == "line"], plain)[-1], "line")
        if lines:
            self.lines, self.materials = lines, ()
        parts = [m for m in here if m.kind == "material"]
        if parts:
            self.materials = _values(_clusters(parts, plain)[-1] if plain else parts[-1:], "material")
            if not lines:
                self.lines = ()

    def forget_lines(self) -> None:
        """Another part of the mail begins: the order holds, lines do not."""
        self.lines, self.materials = (), ()

    def targets(self, place: Place, here: list[Mention], group: list[Mention]) -> list[Target]:
        """Which order and lines a date belongs to; `here` is what its sentence names, `group` what is named for it."""
        before_it = [m.value for m in here if m.kind == "order" and m.start < place.one.start]
        order = (
            next(reversed(before_it), None) or next((m.value for m in here if m.kind == "order"), None) or self.order
        )
        lines, names = _values(group, "line"), _values(group, "material")
        but = _EXCEPT.search(place.plain, place.left, place.right)
        if but and lines and group[0].start >= but.end() and (others := self._others(order, place, here)):
            return [(order, line, None) for line in others]
        if lines and (others := self._all_after(group, order, place, here)):
            return [(order, line, None) for line in others]
        if lines:
            owners = {m.value: _owner(m, here, order) for m in group if m.kind == "line"}
            material = names[0] if len(lines) == 1 and names else None
            return self._known_first([(owners[line], line, material) for line in lines])
        if names:
            return [(order, None, name) for name in names]
        return self._unnamed(order, place, here)

    def _unnamed(self, order: str | None, place: Place, here: list[Mention]) -> list[Target]:
        """What a date means that names no line: those spoken of before, or whole orders."""
        told = [m for m in here if m.kind == "order" and m.start < place.one.start]
        orders = _values(_clusters(told, place.plain)[-1] if told else [], "order")
        if len(orders) > 1:
            return [(value, None, None) for value in orders]
        if others := self._others(order, place, here):
            return [(order, line, None) for line in others]
        if order == self.order and self.lines and not orders:
            material = self.materials[0] if len(self.materials) == 1 else None
            return self._known_first([(order, line, material) for line in self.lines])
        if len(self.orders) > 1 and not _values(here, "order") and _ALL_ORDERS.search(place.sentence):
            return [(value, None, None) for value in self.orders]
        parts = self.materials if order == self.order else ()
        return [(order, None, material) for material in parts or (None,)]

    def _others(self, order: str | None, place: Place, here: list[Mention]) -> list[str]:
        """The lines meant by 'everything except …' or 'the rest', where the order's lines are known."""
        if self.materials and not self.lines and len(self.materials) > 1:
            return []
        every = [plain_line(k.line) for k in self.known if k.purchase_order == order and k.is_open]
        around = place.plain[place.left : place.right]
        if ALL_LINES.search(around) or (_ALL_ORDERS.search(around) and len(self.orders) < 2 and not self.lines):
            but = _EXCEPT.search(place.sentence)
            excepted = {m.value for m in here if but and m.start >= place.start + but.start()}
            return [line for line in every if line not in excepted]
        if self.named and _REST.search(place.plain[place.left : place.one.start]) and quantity_near(around) is None:
            return [line for line in every if line not in self.named]
        return []

    def _all_after(self, group: list[Mention], order: str | None, place: Place, here: list[Mention]) -> list[str]:
        """All lines, where they are said after what is named: '1) Order 4711: both lines on the 7th'."""
        is_said = ALL_LINES.search(place.plain, group[-1].end, max(group[-1].end, place.one.start))
        return self._others(order, place, here) if is_said else []

    def _known_first(self, targets: list[Target]) -> list[Target]:
        """Of several lines, those that the order has."""
        has = {(line.purchase_order, plain_line(line.line)) for line in self.known}
        return [t for t in targets if (t[0], t[1]) in has] or targets


def groups(place: Place, here: list[Mention], counts: Sequence[bool]) -> list[list[Mention]]:
    """For each date of a sentence, the lines or parts that are named for it: just before it, or after it with 'for'.

    A date that does not count (an old one, a wish) leaves what follows it to the next.
    """
    refs = [m for m in here if m.kind != "order"]
    plain, dates = place.plain, place.dates
    result: list[list[Mention]] = []
    taken: list[Mention] = []
    for i, one in enumerate(dates):
        left = dates[i - 1].end if i else place.start
        right = dates[i + 1].start if i + 1 < len(dates) else place.end
        before = _clusters([m for m in refs if left <= m.start < one.start and m not in taken], plain)
        after = _clusters([m for m in refs if one.end <= m.start < right], plain, commas=i + 1 == len(dates))
        is_linked = bool(after) and bool(_LINKED.match(plain[one.end : after[0][0].start]))
        named_after = bool(i and result[-1]) and result[-1][0].start >= dates[i - 1].end
        if before:
            group = before[-1]
        elif not counts[i]:
            group = []
        elif after and (is_linked or len(after) > 1 or named_after):
            group = after[0]
        elif i and result[-1]:
            group = result[-1]
        elif after and i + 1 == len(dates):
            group = after[0]
        else:
            group = []  # what is named after it is named for the next date
        taken += group
        result.append(group)
    return result


def _clusters(refs: list[Mention], plain: str, *, commas: bool = True) -> list[list[Mention]]:
    """References one by one or, where they are joined, together: not 'line 10 is fine, line 20 …'.

    Without `commas`, a comma parts them: 'on the 4th line 10, line 20 on the 8th'.
    """
    found: list[list[Mention]] = []
    for one in refs:
        gap = plain[found[-1][-1].end : one.start] if found else ""
        parted = not commas and "," in gap
        if found and not parted and (one.start < found[-1][-1].end or _JOINED.fullmatch(_ASIDE.sub("", gap))):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _values(refs: Sequence[Mention], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.value for m in refs if m.kind == kind))


def _owner(line: Mention, here: list[Mention], order: str | None) -> str | None:
    before = [m.value for m in here if m.kind == "order" and m.start <= line.start]
    return before[-1] if before else order
