"""Reads what a supplier's mail says: dates for lines, quantities, tracking numbers, questions. It suggests, no more."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from supplychain_app.mail import cues, cues_against
from supplychain_app.mail.date_roles import judge
from supplychain_app.mail.date_words import fold
from supplychain_app.mail.dates_in_words import FoundDate, find
from supplychain_app.mail.document_dates import is_of_document
from supplychain_app.mail.forwarded import day_sent
from supplychain_app.mail.mail_tables import FILE_NAME, TableDate, read_tables
from supplychain_app.mail.meant_lines import with_lines
from supplychain_app.mail.places import Place
from supplychain_app.mail.questions import questions_in
from supplychain_app.mail.quoting import split
from supplychain_app.mail.references import KnownLine, Mention, amount, mentions, plain_line, quantity_near
from supplychain_app.mail.sentences import sentences
from supplychain_app.mail.targets import ALL_LINES, Scope, groups
from supplychain_app.mail.tracking_numbers import tracking_numbers

MONTH_FIRST = frozenset({"US", "PH", "USA", "UNITED STATES", "UNITED STATES OF AMERICA", "PHILIPPINES"})
"""Countries whose writers put the month before the day; Chinese and Japanese text does so too."""
_CHINESE_OR_JAPANESE = re.compile(r"[\u3041-\u30fe\u4e00-\u9fff]")


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
    fresh = "\n\n".join(part for part in (parts.new, parts.forwarded) if part)
    is_cjk = len(_CHINESE_OR_JAPANESE.findall(fresh)) * 5 > sum(map(str.isalpha, fresh))
    month_first = _month_first(fresh, is_cjk or (country or "").upper() in MONTH_FIRST)
    plain_all = fold(subject + "\n" + fresh)
    out_of_office = automatic or bool(cues.OUT_OF_OFFICE.search(plain_all))
    subject_mentions = mentions(subject, known)
    quoted_mentions = mentions((parts.forwarded_head + "\n" + parts.quoted)[:20_000], known)
    fresh_mentions = mentions(fresh[:60_000], known)
    orders = tuple(
        dict.fromkeys(m.value for m in [*subject_mentions, *fresh_mentions, *quoted_mentions] if m.kind == "order")
    )
    scope = Scope(known)
    scope.start(subject_mentions, fresh_mentions, quoted_mentions)
    found: list[Suggestion] = []
    is_offer = not orders and bool(_OFFER.match(fold(subject)))
    is_notice = not orders and not _REPLY.match(fold(subject)) and bool(_NOTICE.search(fold(subject)))
    if not out_of_office and not is_offer and not is_notice:
        answers = _is_answer(subject, subject_mentions)
        reader = _Reader(sent_on, month_first, known, scope, answers)
        forwarded_on = day_sent(parts.forwarded_head, sent_on, month_first=month_first) or sent_on
        bodies = [(context, body, sent_on) for context, body in parts.chunks]
        bodies += [("", parts.forwarded, forwarded_on), *(("", table, sent_on) for table in tables)]
        for context, body, reader.sent_on in bodies:
            reader.answer_to(context)
            found += reader.granted(context, body)
            for block, is_table in read_tables(body[:200_000], known):
                found += reader.table(block) if is_table else reader.prose(block)
            scope.forget_lines()
    said = _deduplicated(_resolved(found, known))
    agreed = _without_old(said, known)
    numbers = tracking_numbers(fresh + "\n" + "\n".join(tables), orders)
    return Reading(
        suggestions=tuple(
            _deduplicated(with_lines(agreed, known, fresh, fresh_mentions, sent_on, {one.promised_on for one in said}))
        ),
        orders=orders,
        tracking_numbers=numbers,
        questions=() if out_of_office else tuple(questions_in(fresh)),
        cannot_ship=bool(cues.CANNOT_SHIP.search(plain_all)),
        out_of_office=out_of_office,
    )


class _Reader:
    def __init__(
        self, sent_on: date, month_first: bool, known: Sequence[KnownLine], scope: Scope, answers: bool
    ) -> None:
        self.sent_on, self.month_first, self.known, self.scope = sent_on, month_first, known, scope
        self.answers = answers
        self.answering: tuple[str, ...] = ()  # lines that the quoted question above the text names
        self.last: Suggestion | None = None
        self.standing = {line.promised_on for line in known if line.is_open}
        self.materials = {line.material for line in known if line.material}

    def answer_to(self, quoted: str) -> None:
        """Take the line that a quoted question names as what the text below it speaks of."""
        named = mentions(quoted, self.known)
        self.scope.move_on(named)
        self.answering = tuple(m.value for m in named if m.kind == "line")

    def granted(self, quoted: str, answer: str) -> list[Suggestion]:
        """The date of a quoted question that is answered by a bare yes."""
        first = next((line for line in answer.split("\n") if line.strip()), "")
        dates = [d for d in find(quoted, self.sent_on, month_first=self.month_first) if not d.is_past(self.sent_on)]
        is_yes = _YES.match(fold(first)) and not find(first, self.sent_on, month_first=self.month_first)
        if not (is_yes and dates) or cues_against.NOT_A_PROMISE.search(fold(quoted)):
            return []
        one = dates[-1]
        lines: tuple[str | None, ...] = self.answering or self.scope.lines or (None,)
        context = " ".join(f"{quoted} {first}".split())
        return [
            Suggestion(self.scope.order, line, None, one.day, None, "delivery", one.words.strip(), GRANTED, context)
            for line in lines
        ]

    def table(self, block: str) -> list[Suggestion]:
        from supplychain_app.mail.mail_tables import rows_of

        found = []
        for row in rows_of(block, self.sent_on, self.month_first, self.known):
            order = row.order or self.scope.order
            self.scope.order = order
            found += [self._from_row(row, order, cell) for cell in row.dates if not cell.found.is_past(self.sent_on)]
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
        refs = mentions(block, self.known)
        names = [m for m in refs if m.kind == "material" and m.value in self.materials]
        dates = [
            d
            for d in dates
            if not any(m.start <= d.start and d.end <= m.end for m in names) and not FILE_NAME.match(block, d.end)
        ]
        refs = [m for m in refs if not _inside(m, dates)]
        promised = [d for d in dates if not is_of_document(block, d, self.sent_on)]
        plain = fold(block)
        for start, end in sentences(block, dates, [m.start for m in refs]):
            own = [d for d in promised if start <= d.start < end]
            here = [m for m in refs if start <= m.start < end]
            if not own and self.last and cues.SAME_AGAIN.search(plain[start:end]):
                found += self._same_again(self.last, here)
            found += self._dated(plain, block, here, own, (start, end))
            if own and found and cues.SAME_AGAIN.search(plain[own[-1].end : end]):
                tail = [m for m in here if m.start >= own[-1].end and m.kind == "order"]
                found += self._same_again(found[-1], tail) if tail else []
            self.last = found[-1] if found else self.last
            self.scope.move_on(here, plain)
        return found

    def _dated(
        self, plain: str, block: str, here: list[Mention], own: list[FoundDate], sentence: tuple[int, int]
    ) -> Iterator[Suggestion]:
        """What the dates of a sentence promise."""
        start, end = sentence
        text = block[start:end]
        refers = bool(here) or bool(ALL_LINES.search(plain[start:end])) or quantity_near(text) is not None
        refers = refers or bool(_REST_OF_IT.search(plain[start:end]))
        refers = refers or any(_BARE_QUANTITY.search(plain[start : one.start]) for one in own)
        names = [m.start for m in here]
        standing = [one.day in self.standing for one in own]
        places = [Place(plain, own, i, start, end, refers, names, standing[i], self.answers) for i in range(len(own))]
        previous: str | None = None
        judged: list[tuple[str | None, float]] = []
        for place in places:
            judged.append(judge(place, previous))
            previous = judged[-1][0] or previous
        named = groups(places[0], here, [kind is not None for kind, _ in judged]) if places else []
        for place, (kind, surety), group in zip(places, judged, named, strict=True):
            if (
                kind is None
                or place.one.is_past(self.sent_on)
                or (kind == "delivery" and self._is_news_of_today(place))
            ):
                continue
            one = place.one
            quantity = quantity_near(block[place.left : one.start]) or _bare_quantity(place, here)
            if quantity is None and place.is_last:
                quantity = quantity_near(block[one.end : end])
            for order, line, material in self.scope.targets(place, here, group):
                certainty = min(0.97, one.certainty * surety * (1.0 if order else 0.75))
                yield Suggestion(
                    order, line, material, one.day, quantity, kind, one.words.strip(), round(certainty, 2),
                    " ".join(text.split()),
                )  # fmt: skip

    def _is_news_of_today(self, place: Place) -> bool:
        """Whether the date is the mail's own, and its clause does not say that the goods come on it."""
        return place.one.day == self.sent_on and not cues.DELIVERY.search(place.plain[slice(*place.clause)])

    def _same_again(self, last: Suggestion, here: list[Mention]) -> list[Suggestion]:
        """Lines that a sentence without a date gives the date of the one before it."""
        lines = dict.fromkeys([m.value for m in here if m.kind == "line"] or self.answering)
        names = dict.fromkeys(m.value for m in here if m.kind == "material") if not lines else ()
        orders = dict.fromkeys(m.value for m in here if m.kind == "order") if not lines and not names else ()
        told = replace(last, quantity=None, confidence=round(last.confidence * 0.95, 2))
        return [
            *(replace(told, line=line, material=None) for line in lines),
            *(replace(told, line=None, material=name) for name in names),
            *(replace(told, purchase_order=order, line=None, material=None, line_id=None) for order in orders),
        ]


GRANTED = 0.8
"""The surety of a date that only its question names."""
_YES = re.compile(
    r"\W*(?:yes|yep|yeah|ok|okay|confirmed|correct|agreed|sure|fine|no problem|works|ja|jawohl|passt|klappt|stimmt|bestatigt|geht klar|geht in ordnung|oui|d[’']accord|c[’']est (?:bon|ok)|confirme|si|vale|de acuerdo|confirmado|correcto|sin problema|va bene|confermat[oa]|esatto|d[’']accordo|sim|certo|tudo bem|sem problema)(?![a-z])(?!.*\bbut\b)|\s*(?:是的|可以|没问题|确认|好的|はい|問題ありません|承知|大丈夫)"
)


_REPLY = re.compile(
    r"^(?:\s*(?:re|aw|antw|antwort|sv|vs|odp|r|rif|res|rv|fwd?|wg|tr|enc|回复|回覆|答复|答覆|返信|ynt|ilt|vb)\s*(?:\[\d+\])?\s*[:：])+"
)


_SPLIT = re.compile(
    r"\d of (?:the|them|those|your)|complement|(?<![a-z])(?:short|missing|only|nur|solo|seulement) \d|balance|a further (?!delay|week|slip)|outstanding|instal+ment|(?<![a-z])rest(?![a-z])|remain|partial|(?<![a-z])lots?(?![a-z])|split|teil(?:menge|lieferung)|restlich|solde|reste(?![a-z])|partiel|resto|saldo|parcial|restant|rimanent|otherwise|alternativ|(?<![a-z])sonst(?![a-z])|sinon(?![a-z])|as early as|(?:another|further|final|first|next|last|other|weitere|erste|primer[oa]s?|otr[oa]s|ulteriori|mais|outras) \d|half|halfte|moitie|mitad|meta(?![a-z])|metade|weitere|autres|otra[s]?|altri|outr[ao]s|一半|余|剩|残|分批|分納"
)
HARDLY = 0.85
"""A date less sure than this part of the surest one for its line is taken for one that is only mentioned."""
MOST_OTHER_WORDS = 1
"""Words of a subject beside its order numbers, such as 'order', that make no topic of their own."""
_TOPIC = re.compile(
    r"status|update|acknowledg|accuse|acuse|conferma|late\b|overdue|past due|backlog|\bdates?\b|expedit|reschedul|pull|push|correct|ruckstand|termin|uberfallig|mahnung|relance|retard|anfrage|inquir|enquir|nachfrage|demande|consulta|richiesta|\bsuivi|urgen|reclam|sollecit|\batraso|\bprazo|催|交期|納期"
)


def _is_answer(subject: str, named: Sequence[Mention]) -> bool:
    """Whether a subject is that of a reply, tells that the mail is about a delivery, or names an order and no topic."""
    plain = fold(subject)
    prefix = _REPLY.match(plain)
    rest = " " * prefix.end() + plain[prefix.end() :] if prefix else plain
    if cues_against.NOT_A_PROMISE.search(re.sub(r"\brev\w*", "", rest)):
        return False
    if prefix or any(cue.search(plain) for cue in (cues.DELIVERY, cues.SHIP, cues.PROMISE, _TOPIC)):
        return True
    for m in named:
        rest = rest[: m.start] + " " * (m.end - m.start) + rest[m.end :]
    return len(re.findall(r"[a-z]{3,}|[\u3041-\u9fff]{2}", rest)) <= MOST_OTHER_WORDS


_POSITION = re.compile(r"(?m)^\s*\d{1,2}/\d{1,2}(?=\s{2}|\t)")
"""A position that is counted, as in '2/20', where a row begins."""
_MONTH_AND_DAY = re.compile(r"(?<![\d./,-])(\d{1,2})[./](\d{1,2})(?![\d-]|[.,/]\d{3})")


def _month_first(text: str, usual: bool) -> bool:
    """How the mail's own dates order month and day where they leave no doubt, else as is usual in its country."""
    pairs = [(int(a), int(b)) for a, b in _MONTH_AND_DAY.findall(_POSITION.sub("", text[:60_000]))]
    month_first = any(a <= 12 < b <= 31 for a, b in pairs)
    day_first = any(b <= 12 < a <= 31 for a, b in pairs)
    return month_first if month_first != day_first else usual


_OFFER = re.compile(r"\W*(?:\w+ )?(?:offer|quot|angebot|devis|oferta|offerta|cotiza|报价|見積|preventivo|orcamento)")
_NOTICE = re.compile(
    r"holiday|christmas|xmas|opening hours|offnungszeiten|weihnacht|jahreswechsel|navidad|closure|closing|shut ?down|ferien|urlaub|betriebsruhe|fermeture|conges|cierre|vacacion|chiusura|\bferie\b|\bferias|encerramento|meeting|besprechung|reunion|放假|休業|休み|price|preis|tarif|increase|erhohung|hausse|aumento|\bprix\b|precio|prezz|preco|invoice|rechnung|facture|factura|fattura|statement|certificat|newsletter|greeting|gesprach|visit|besuch|einladung|invitation|open house|\bsalon\b|\bmesse\b|audit|training|见積|请款"
)


_REST_OF_IT = re.compile(
    r"(?<![a-z])(?:other|another|further|outstanding|missing|remaining|rest|balance|otr[oa]s|restantes?|autres|altr[ie]|outr[oa]s|weiteren?|restlichen?|ubrigen?|fehlenden?|ausstehenden?|verbleibenden?) (?:of )?(?:\d|two|three|four|five|six|eight|ten|dozen|twelve|twenty|thirty|forty|fifty|hundred|zwei|drei|vier|funf|sechs|acht|zehn|deux|trois|quatre|cinq|dix|dos|tres|cuatro|cinco|diez|due|tre|quattro|cinque|dieci|dois|duas|quatro|dez)|\d (?:restantes?|remaining|restants?|rimanenti|weiteren?|others?)(?![a-z])|(?:残り|剩余|余下|其余)"
)
_BARE_QUANTITY = re.compile(
    r"(?<![\w.,/-])(\d{1,3}(?:[.,]\d{3})+|\d{2,6})(?: (?:p|pz|u|uds|un|m|kg|pr|st|off|ea)\.?)? (?:(?:on|am|le|el|il|em|no|dia|a|ce|este|questo|diesen|this|derniers|dernieres|for|by|zum|per|para el|pour le|in|until|bis|now|yes|the|den|dem|to follow|folgen|seguono|suivent) )*$"
)


def _bare_quantity(place: Place, here: Sequence[Mention]) -> float | None:
    """The number before a date that names no line: '200 on the 4th and 300 on the 8th'."""
    match = _BARE_QUANTITY.search(place.plain[place.left : place.one.start])
    start = place.left + match.start() if match else 0
    if match is None or any(m.start <= start < m.end for m in here):
        return None
    return amount(match[1])


def _inside(mention: Mention, dates: Sequence[FoundDate]) -> bool:
    return any(d.start <= mention.start and mention.end <= d.end for d in dates)


def _of_only_order(one: Suggestion, still_open: Sequence[KnownLine]) -> Suggestion:
    """A date of no named order belongs to the one open order that it can mean."""
    if one.purchase_order is not None or (one.material and not one.line):
        return one
    owners = {k.purchase_order for k in still_open if one.line in (None, plain_line(k.line))}
    return replace(one, purchase_order=owners.pop()) if len(owners) == 1 else one


def _resolved(found: Sequence[Suggestion], known: Sequence[KnownLine]) -> list[Suggestion]:
    """Tie suggestions to the workspace's lines: by line number, by material, or because there is only one."""
    if not known:
        return list(found)
    by_order: dict[str, list[KnownLine]] = {}
    for line in known:
        by_order.setdefault(line.purchase_order, []).append(line)
    result = []
    still_open = [k for k in known if k.is_open]
    parts = {fold(k.material) for k in known}
    for read_one in found:
        one = _of_only_order(read_one, still_open)
        lines = by_order.get(one.purchase_order or "", [])
        fits = [k for k in lines if one.line and plain_line(k.line) == plain_line(one.line)]
        if not fits and one.material:
            fits = [k for k in lines or known if k.material and fold(k.material) == fold(one.material) and k.is_open]
        if not fits and not one.line and (not one.material or fold(one.material) not in parts):
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


_Key = tuple[str | None, str | None]  # order and line


def _without_old(found: Sequence[Suggestion], known: Sequence[KnownLine]) -> list[Suggestion]:
    """Drop what stands now, and what is hardly said, where the mail gives the line another date and no quantities."""
    now: dict[_Key, date | None] = {}
    for k in known:
        now |= {(k.purchase_order, line): k.promised_on for line in (plain_line(k.line), None)}
    groups: dict[_Key, list[Suggestion]] = {}
    for one in found:
        if one.kind == "delivery":
            groups.setdefault((one.purchase_order, one.line and plain_line(one.line)), []).append(one)
    dropped: list[Suggestion] = []
    for key, given in groups.items():
        is_split = any(one.quantity is not None or _SPLIT.search(fold(one.context)) for one in given)
        if len({one.promised_on for one in given}) > 1 and not is_split:
            fresh = [one for one in given if one.promised_on != now.get(key)]
            surest = max(one.confidence for one in fresh)
            dropped += [one for one in given if one not in fresh or one.confidence < surest * HARDLY]
    return [one for one in found if one not in dropped]


def _deduplicated(found: Sequence[Suggestion]) -> list[Suggestion]:
    best: dict[tuple[object, ...], Suggestion] = {}
    for one in found:
        key = (one.purchase_order, one.line, one.material if not one.line else None, one.promised_on, one.kind)
        if key not in best or best[key].confidence < one.confidence:
            best[key] = one
    return list(best.values())
