"""Finds which purchase orders, lines, materials and quantities a text speaks of."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from supplychain_app.mail.date_words import MONTH, fold
from supplychain_app.mail.part_words import parts_named


@dataclass(frozen=True)
class KnownLine:
    """A line of an order in the workspace that a mail may be about."""

    purchase_order: str
    line: str
    material: str = ""
    line_id: int | None = None
    is_open: bool = True
    promised_on: date | None = None  # as it stands now
    description: str = ""
    quantity: float | None = None


@dataclass(frozen=True)
class Mention:
    """One reference in a text, from `start` to `end`."""

    kind: str  # order, line, material
    value: str
    start: int
    end: int


UNIT = r"(?:x\b|pcs?\b|pieces?\b|pc\b|off\b(?! (?:on|by|from) leave)|pallets?\b|units?\b|ea\b|each\b|nos\b|sets?\b|stk\b|stuck\b|(?<=\s)st\.|pieces?|pzs?\b|pzas?\b|piezas?\b|unidades\b|unites?\b|paar\b|uds?\b|un\b|pezzi\b|pz\.?|pecas\b|stuks\b|adet\b|kg\b|m\b|rolls?\b|boxes\b|个|件|只|支|台|個|本|套)"
_QUANTITY = re.compile(
    rf"(?<![a-z0-9_.,/-])(?P<n>\d{{1,3}}(?:[.,' ]\d{{3}})+(?:[.,]\d{{1,2}})?|\d{{1,7}}(?:[.,]\d{{1,3}})?)\s?{UNIT}"
)
_NUMBER = r"(?!(?:vom|von|of|from|du|del|dal|de|dated|on|per|for|fur|line|item|pos|am|le|el|il)\b)(?P<n>(?:[a-z]{1,6}[-_/ ]?)?\d[\da-z]*(?:[-_/.]\d[\da-z]*){0,4})"
_MARK = r"(?:\s?(?:no|nr|n|num|number|nummer|numero|numer|ref|°|º)?[.:°º#]?){0,3}\s?[:#]?\s?"
_ORDER = re.compile(
    r"(?<![a-z])(?:(?P<theirs>(?:(?:our|unsere?[rn]?|notre|nuestr[oa]|nostr[oa]|nosso) )(?:order|auftrag|commande|pedido|ordine|ref)|sales order|order confirmation|order acknowledge?ment|auftragsbestatigung|auftrags?|confirmation de commande|confirmacion de pedido|conferma d.ordine)|"
    r"p\.?\s?o\.?(?![a-z])(?:['’]s)?|purchase[ -]?orders?|orders?|your ref|bestell(?:ung(?:en)?|nummer|nr)|best\.?-?(?![a-z])|ihre? best\w*|commandes?|cde|bon de commande|pedidos?|ordenes? de compra|orden de compra|oc(?![a-z])|ordin[ei](?: di acquisto)?|ord(?![a-z])|ordem(?: de compra)?|ordens|encomendas?|bestelling(?:en)?|inkooporder|siparis|采购订单|订单|訂單|注文(?:書|番号)?|発注(?:書|番号)?)"
    rf"(?:[- ]?(?:number|nummer|numbers|nr|no|num|numero|n))?{_MARK}{_NUMBER}(?![a-z0-9_%])(?P<item>\s?[/-]\s?0*\d{{1,5}}(?![\d/.-]))?"
)
_SAP = re.compile(
    r"(?<![a-z0-9_.,/-])(?P<n>(?:45|55|47|40|41|42|43|44|46|30|31)\d{8})(?!\d)(?:\s?(?:/|-)\s?(?P<item>\d{1,5})(?![\d/.]))?"
)
_NUMBERED = re.compile(r"(?:number|nummer|numero|tracking|awb|invoice|rechnung|facture|factura|fattura)[.:# ]*$")
"""What stands before a number that is not an order's."""
_PREFIXED = re.compile(
    r"(?<![a-z0-9_-])(?P<n>(?:po|p)[-_ ]?\d[\da-z]*(?:[-_/]\d+)*)(?!\w)(?:\s?/\s?(?P<item>\d{1,4})(?!\d))?"
)
_LINE = re.compile(
    r"(?<![a-z])(?:order )?(?:lines?|rows?|zeilen?|ln|line[- ]items?|items?|pos(?:ition(?:en|s)?|icion(?:es)?|izion[ei]|icao|icoes|ten)?\.?|postes?|partidas?|renglon(?:es)?|linha?s?|linea?s?|lignes?|righ?[ae]|it[ea]ns?|artigos?|regels?|kalem|satir|(?<!\d)行(?:项目|号)?|(?<!\d)项|项[目次]|項[目次]|明細|品目)"
    rf"(?:\s?(?:no|nr|n|nos|number|nummer|numero))?\s?[.:°º#]?\s?#?\s?(?P<first>\d{{1,5}})(?![\d%]|\.[\da-z]|-[a-z]|-\d+[\w./-]|/\d|[.,]\d| ?{UNIT})"
    rf"(?P<more>(?:\s?(?:,|;|&|\+|/|and|und|et|y|e|en|ve|as well as|sowie|、|和|及|と)\s?(?:(?:lines?|items?|pos(?:ition)?\.?|postes?|posicion|posizione|linha|linea|ligne)\s?)?#?\d{{1,5}}(?![\d%.]\d|\d|/\d| ?{UNIT}|(?:st|nd|rd|th|\.)? ?(?:of |de |di )?{MONTH}))*)"
    rf"(?P<range>\s?(?:–|-|to|bis|a|through)\s?(?P<last>\d{{1,5}})(?![\d:/-]|[.,]\d| ?{UNIT}|(?:st|nd|rd|th)?[ -]?(?:of |de )?{MONTH}))?"
)
_BARE_LINE = re.compile(  # only where the number is an open line's
    r"(?m)(?<![\d第])(?P<counted>\d{1,5})(?:[行项項番]|号(?=は|の|を|も|に|が))|(?<![a-z0-9])[lp](?P<marked>\d{1,5})(?![\w./-])|(?:(?<![a-z])(?:la|die) (?P<named>\d{1,5})(?![\w%€]|[.,:/-]\d| ?(?:pcs|pieces|piezas|pzas?|pz|stk|stuck|tage|uhr|de )| ?"
    + MONTH
    + r"))|(?:^[ \t]*(?:[*•·–-][ \t]+)?|[.!?,:;] +)(?P<n>\d{1,5})(?= ?[:=)–]| ?- |[项項行は]| +(?:[kc]?wk?|v|sem\w*|s)\.? ?\d{1,2}(?!\d)| +\d{1,2}[./]\d{1,2}(?!\d)| (?:is|are|will|we|can|should|needs|moves|and|ist|sind|kommt|wird|folgt|und|auch|est|sera|se|va|es|y|tambien|e|sara|anche|arriva|fica|chega|tambem|aussi|on|am|le|el|il)(?![a-z]))"
)
_WEEK_WORD = r"(?:[kcw]?wk?|week|sem\w*|s|sett\w*|kw|cw)\.? ?\d{1,2}(?!\d)"
_JOINED_LINES = re.compile(  # '10 and 20 are …', 'P20+30 a week later', each an open line's number
    rf"(?m)(?:^[ \t]*|[.!?;:,] +)[lp]?(?P<numbers>\d{{1,5}}(?: ?(?:,|&|\+|/|and|und|et|y|e|en) ?\d{{1,5}})+)(?!\d|[./-]\d| ?(?:{UNIT}|{MONTH}|uhr|%|€))"
)
_COUNTED = re.compile(  # '1 delivers 2/11, 2 delivers 2/25': each an open line's number
    rf"(?m)(?:^[ \t]*|[.!?,:;–-] +|(?:and|und|et|y|e) )(?P<n>\d{{1,5}}) (?=[a-z])(?!{UNIT}|{MONTH}|(?:working|days?|weeks?|wks?|tagen?|wochen?|jours?|semaines?|dias?|semanas?|giorni|settiman\w|uhr|of|de|more|x|other|stuck|lines?|h|am|pm)(?![a-z]))"
)
_WITH_ARTICLE = re.compile(  # 'le 20 plutôt semaine 49'
    rf"(?<![a-z])(?:for|fur|pour|para|per|le|o|el|il|the|der|den|only|just|nur|seul|seulement|solo|so|apenas) (?P<n>\d{{1,5}})(?= (?:we|i|it|wir|is|are|will|ist|wird|le|el|il|em|no|am|on|in|im|plutot|seulement|solo|so|nur|erst|sera|est|arrive|arriva|chega|llega|kommt|fica|suivra|suit|ira|va|segue|seguira|folgt) | {_WEEK_WORD}| \d{{1,2}}[./]\d)"
)
_ORDINALS = (
    ("first", "1st", "erste", "premier", "premiere", "primera", "prima", "primeira"),
    ("second", "2nd", "zweite", "deuxieme", "segunda", "seconda"),
    ("third", "3rd", "dritte", "troisieme", "tercera", "terza", "terceira"),
)
_ORDINAL = re.compile(
    rf"(?<![a-z])(?P<n>{'|'.join(w for words in _ORDINALS for w in words)}) (?:one|item|line|position|poste|ligne|linea|posicion|riga|posizione|linha)(?![a-z])"
)
_HASH = re.compile(r"(?<![\w])#\s?(?P<first>\d{1,4})(?!\d)|(?P<second>第\s?\d{1,4}\s?[行项項])")
_MATERIAL = re.compile(
    r"(?<![a-z])(?:part(?: (?:no|number|nr))?|p/n|pn|material(?:nummer)?|mat|article|artikel|art|reference|referencia|ref|codice|codigo|item code|sku|品番|料号|物料|parca)\.?[-\s]?(?:no|nr|n|number|nummer|numero)?[.:°º]{0,2}\s?(?P<n>[a-z0-9][a-z0-9._/-]{2,24}[a-z0-9])"
)
_LINE_AFTER = re.compile(r" {1,3}(?:/ ?)?(\d{1,5})(?= ?[:=–-]| \d{1,2}[./]| (?:kw|cw|wk))| ?/ (\d{1,5})(?![\d./])")
_SHORT_NAME = re.compile(r"(?i)[a-z]+-?\d+")


def plain_line(line: str) -> str:
    """A line's number without leading zeros."""
    return line.strip().lstrip("0") or line.strip()


def mentions(text: str, known: Sequence[KnownLine] = ()) -> list[Mention]:
    """Every reference in a text, in its order; a number that is a known order needs no word before it."""
    plain = fold(text)
    by_key = {_key(line.purchase_order): line.purchase_order for line in known}
    found = list(_known_orders(plain, by_key)) if by_key else []
    found += _orders(text, plain, by_key, found)
    found += list(_lines_after_orders(plain, found, known))
    orders = [m for m in found if m.kind == "order"]
    for line in (*_lines(plain), *_bare_lines(plain, known), *_ordinals(plain, known)):
        if any(_key(o.value) == line.value for o in orders):
            continue  # "late lines 89300", where that is the order
        apart = all(line.end <= o.start or line.start >= o.end for o in orders)
        if apart or any(line.start < o.start < line.end for o in orders):
            found.append(line)
    found += _materials(text, plain, known)
    found += _described(plain, known)
    found += _by_words(plain, known, found)
    return sorted(dict.fromkeys(found), key=lambda m: (m.start, m.end))


def _known_orders(plain: str, by_key: dict[str, str]) -> Iterator[Mention]:
    """Numbers of open orders, also with a line behind: 4500012345-10."""
    for match in re.finditer(r"(?<![a-z0-9_])[a-z0-9][a-z0-9/_-]*\d[a-z0-9]*", plain):
        start = match.start()
        if _key(match.group()) in by_key:
            yield Mention("order", by_key[_key(match.group())], start, match.end())
            continue
        head = re.fullmatch(r"(.+?)[-/](\d{1,5})", match.group())
        if head and _key(head[1]) in by_key:
            yield Mention("order", by_key[_key(head[1])], start, start + head.end(1))
            yield Mention("line", plain_line(head[2]), start + head.start(2), match.end())


def _orders(text: str, plain: str, by_key: dict[str, str], there: Sequence[Mention]) -> list[Mention]:
    """Numbers that a word or their form makes purchase orders of ours, not orders in the supplier's books."""
    found: list[Mention] = []
    taken = list(there)
    for pattern in (_ORDER, _SAP, _PREFIXED):
        for match in pattern.finditer(plain):
            start, end = match.span("n")
            if sum(c.isdigit() for c in match["n"]) < 3 or _looks_like_date(match["n"]):
                continue
            value, item = text[start:end].upper().strip(), match.groupdict().get("item")
            if (
                pattern is _SAP
                and _NUMBERED.search(plain, max(0, start - 20), start)
                and _key(match["n"]) not in by_key
            ):
                continue
            if pattern is _ORDER and not item and re.fullmatch(r"\d{5,}/\d{1,5}", value):
                value, item = value.split("/")
                end = start + len(value)
            known_value = by_key.get(_key(value))
            mention = Mention("order", known_value or value, start, end)
            if not all(mention.end <= o.start or mention.start >= o.end for o in taken):
                continue
            taken.append(mention)
            if pattern is _ORDER and match["theirs"] and known_value is None:
                continue
            found.append(mention)
            if item:
                place = match.start("item") if match.groupdict().get("item") else end
                found.append(Mention("line", plain_line(item.strip(" /-")), place, max(match.end(), end)))
    return found


def _lines(plain: str) -> Iterator[Mention]:
    """Lines by a word or a sign before their numbers: line 10 and 20, pos. 10-40, #3."""
    for match in _LINE.finditer(plain):
        numbers = [match["first"], *re.findall(r"\d{1,5}", match["more"] or "")]
        if match["last"]:
            first, last = int(match["first"]), int(match["last"])
            step = 10 if first % 10 == 0 and last % 10 == 0 else 1
            if first < last and (last - first) // step < 60:
                numbers = [str(n) for n in range(first, last + 1, step)]
        for number in dict.fromkeys(numbers):
            yield Mention("line", plain_line(number), match.start(), match.end())
    for match in _HASH.finditer(plain):
        digits = re.sub(r"\D", "", match.group())
        if len(digits) <= 4:
            yield Mention("line", plain_line(digits), match.start(), match.end())


def _bare_lines(plain: str, known: Sequence[KnownLine]) -> Iterator[Mention]:
    """Numbers of open lines that stand alone where a line may: '10 – 12 May'."""
    own_lines = {plain_line(line.line) for line in known}
    for match in _JOINED_LINES.finditer(plain if own_lines else ""):
        numbers = [plain_line(number) for number in re.findall(r"\d+", match["numbers"])]
        if own_lines.issuperset(numbers):
            yield from (Mention("line", number, *match.span("numbers")) for number in numbers)
    counted = [m for m in _COUNTED.finditer(plain if own_lines else "") if plain_line(m["n"]) in own_lines]
    if len({m["n"] for m in counted}) > 1:
        yield from (Mention("line", plain_line(m["n"]), *m.span("n")) for m in counted)
    for match in _WITH_ARTICLE.finditer(plain if own_lines else ""):
        if plain_line(match["n"]) in own_lines:
            yield Mention("line", plain_line(match["n"]), *match.span("n"))
    for match in _BARE_LINE.finditer(plain if own_lines else ""):
        group = match.lastgroup or "n"
        if plain_line(match[group]) in own_lines:
            start = match.start() if group == "marked" else match.start(group)
            yield Mention("line", plain_line(match[group]), start, match.end(group))


def _lines_after_orders(plain: str, orders: Sequence[Mention], known: Sequence[KnownLine]) -> Iterator[Mention]:
    """'4500012345 10: …', where the order has a line 10."""
    has = {(line.purchase_order, plain_line(line.line)) for line in known}
    for order in orders:
        match = _LINE_AFTER.match(plain, order.end)
        place = match.lastindex if match else None
        if match and place and (order.value, plain_line(match[place])) in has:
            yield Mention("line", plain_line(match[place]), *match.span(place))


def _ordinals(plain: str, known: Sequence[KnownLine]) -> Iterator[Mention]:
    """'The second one', where there is one order whose lines can be counted."""
    lines = sorted((line.line for line in known if line.is_open), key=lambda n: (len(n), n))
    if len({line.purchase_order for line in known if line.is_open}) == 1:
        for match in _ORDINAL.finditer(plain):
            number = next(i for i, words in enumerate(_ORDINALS) if match["n"] in words)
            if number < len(lines):
                yield Mention("line", plain_line(lines[number]), match.start(), match.end())


def _materials(text: str, plain: str, known: Sequence[KnownLine]) -> list[Mention]:
    found = []
    names = {
        fold(line.material): line.material
        for line in known
        if len(line.material) >= 4 or _SHORT_NAME.fullmatch(line.material)
    }
    for name, material in names.items():
        places = re.finditer(rf"(?<![a-z0-9_-]){re.escape(name)}(?![a-z0-9_])", plain)
        found += [Mention("material", material, match.start(), match.end()) for match in places]
    taken = {m.start for m in found}
    for match in _MATERIAL.finditer(plain):
        start, end = match.span("n")
        if any(c.isdigit() for c in match["n"]) and start not in taken and not _looks_like_date(match["n"]):
            found.append(Mention("material", text[start:end], start, end))
    return found


SHORTEST_NOUN = 5
"""Letters of the word by which a description is known in a mail; shorter ones stand for too much else."""


def _described(plain: str, known: Sequence[KnownLine]) -> Iterator[Mention]:
    """Parts called by the first word of their description, 'the flange', where it tells one open part from the rest."""
    owners: dict[str, set[str]] = {}
    for line in known:
        noun = noun_of(line)
        if line.is_open and line.material and noun:
            owners.setdefault(noun, set()).add(line.material)
    for word, materials in owners.items():
        if len(materials) == 1:
            for match in re.finditer(_called(word), plain):
                yield Mention("material", next(iter(materials)), *match.span())


def noun_of(line: KnownLine) -> str | None:
    """The first word of its description, where that is long enough to call a part by."""
    noun = re.match(r"[^\W\d_]+", fold(line.description))
    return noun.group() if noun and len(noun.group()) >= SHORTEST_NOUN else None


def calls(plain: str, line: KnownLine) -> bool:
    """Whether a folded text calls a part by the first word of its description, which others may share."""
    noun = noun_of(line)
    return bool(noun and re.search(_called(noun), plain))


def _called(word: str) -> str:
    return rf"(?<![\w-]){re.escape(word)}(?:e|e?[sn]|en)?(?![\w-])"


def _by_words(plain: str, known: Sequence[KnownLine], there: Sequence[Mention]) -> list[Mention]:
    """Open parts that are named by a word of their number, where nothing else is named."""
    materials = [line.material for line in known if line.is_open and line.material]
    return [
        Mention("material", part, start, end)
        for part, start, end in parts_named(plain, materials)
        if all(end <= m.start or m.end <= start for m in there)
    ]


def quantity_near(text: str) -> float | None:
    """The amount named in a text, when there is exactly one way to read it."""
    match = _QUANTITY.search(fold(text))
    return amount(match["n"]) if match else None


def amount(text: str) -> float | None:
    """A number with thousands separators of any country."""
    plain = re.sub(r"['’ ]", "", text.strip())
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", plain):
        plain = re.sub(r"[.,]", "", plain)
    elif "," in plain and "." in plain:
        decimal = max(plain.rfind(","), plain.rfind("."))
        plain = re.sub(r"[.,]", "", plain[:decimal]) + "." + plain[decimal + 1 :]
    plain = plain.replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


def _key(number: str) -> str:
    return re.sub(r"[^a-z0-9]", "", number.lower()).removeprefix("po").lstrip("0")


def _looks_like_date(text: str) -> bool:
    return bool(
        re.fullmatch(
            r"(?:[a-z]+ )?(?:\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|20\d\d[./-]\d{1,2}[./-]\d{1,2})|20\d\d", text
        )
    )
