"""Judges what a date in a sentence is: a delivery, a departure, an arrival at a port, or no promise at all."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re
from collections.abc import Sequence
from dataclasses import dataclass

from supplychain_app.mail import cues
from supplychain_app.mail.date_words import WEEKDAY, fold
from supplychain_app.mail.dates_in_words import FoundDate
from supplychain_app.mail.light_words import LIGHT, LIGHT_CJK

_SEPARATOR = re.compile(
    r"[,;()–]|(?<=\s)-(?=\s)|(?<![a-z])(?:but|however|while|whereas|and|aber|jedoch|sondern|und|wahrend|mais|et|pero|sino|y|ma|mentre|e(?! (?:previst|prevedib|stat|fissat|programmat|confermat|agendad|marcad|prevê))|mas|maar|en|so|therefore|hence|because|deshalb|daher|weil|denn|donc|car|porque|quindi|perche|portanto|pois)(?![a-z])|，|、|但|而|所以|因为|ので|ため|以便|"
    r"(?<![a-z])(?:provided|providing|as long as|assuming|unless|if|when|once|which|otherwise|else|sobald|sofern|falls|wenn|damit|ob|dass|sonst|pourvu que|sinon|siempre que|cuando|purche|altrimenti|desde que|caso)(?![a-z])|"
    # a main clause that follows a condition or an aim without a comma; it keeps its own words
    r"(?<=\w )(?=(?:we|i)(?:[’']ll|[’']re| are| can| could| will| would| should| must| need)\b|wir (?:konnen|konnten|brauchen|mussen|liefern|werden)\b|(?:konnen|konnten|brauchen|mussen|liefern|werden) wir\b|nous (?:pouvons|pourrons|pourrions|devons|avons)\b|(?:necesitamos|precisamos|podemos|podriamos|podremos|possiamo|potremmo|potremo|conseguimos)\b)|"
    r"(?<=\w )(?=(?:pour|afin de|para|per|zur) (?:garder|tenir|respecter|maintenir|mantener|cumplir|mantenere|rispettare|manter|cumprir)\b)"
)
_BETWEEN_DAY_AND_VERB = re.compile(r"^ ?[前之左右以内可能将会に頃まで]{0,5}(?=[^\x00-\x7f])")
_BREAK = re.compile(r"(?<![a-z])(?:but|aber|sondern|mais|pero|sino|ma|mas|maar)(?![a-z])|,(?! ?\d)|, ?$| [–-] ")
"""What ends the reach of a refusal: 'we cannot make that, it will be the 8th'."""
_BUT = re.compile(r"^[^.;]{0,40}?(?<![a-z])(?:but|aber|sondern|mais|pero|sino|ma|mas|maar)(?![a-z])")
_SO = re.compile(
    r"(?<![a-z])(?:so|therefore|hence|thus|then|after that|afterwards|first|daher|deshalb|somit|also|dann|danach|erst|donc|ensuite|puis|por (?:lo )?tanto|asi que|luego|despues|quindi|percio|poi|portanto|entao|depois|dus|daarna|(?:to|pour|afin de|para|per|damit|um) (?:wir |be able to )?(?:keep|hold|meet|make|garder|tenir|respecter|maintenir|mantener|cumplir|mantenere|rispettare|manter|cumprir))(?![a-z])|所以|因此|然后|その後|よって"
)
_DELIVERY_DATE = re.compile(
    r"delivery (?:date|on|by|week|time)|liefertermin|lieferdatum|date de livraison|livraison|fecha de entrega|data di consegna|data de entrega|leverdatum|交期|交货期|交货日期|納期|teslim(?:at)? tarihi"
)
_READY_FOR = re.compile(
    r"(?:ready|available|bereit|fertig) (?:for|to|zur|zum|fur) (?:\w+ )?(?:delivery|deliver|lieferung|shipment|dispatch|despatch|collection|pick)|lieferbereit|versandbereit|pr[eo]t\w* (?:a|pour) \w+|list[oa]s? para \w+|pront[aoie] (?:per|para) \w+|deliver\w* (?:it |them |the goods )?to (?:the |your )?(?:forwarder|carrier|port|airport)"
)
_PLEASE = re.compile(
    r"(?:^|[,:.] )\W*(?:(?:please|pls|kindly)(?! note| be (?:advised|informed)| find| see| accept| expect| disregard| ignore| update| amend| cancel| replace)|bitte(?! beachten| entnehmen)|wir bitten|bitten wir|nous vous (?:prions|demandons)|rogamos|vi (?:preghiamo|chiediamo)|solicitamos|we (?:kindly )?(?:ask|request)|merci de|veuillez(?! noter| trouver)|"
    r"por favor|si prega)(?![a-z])[^.:]*$|请(?!注意|查|见|知悉)[^.:,]*$"
)  # fmt: skip
_CLOSURE = r"(?:holidays?|closure|shut ?down|break|christmas|urlaub|betriebs\w+|ferien|fermeture|conges|vacaciones|cierre|chiusura|ferie|ferias|recesso)"
_HARMLESS = re.compile(
    rf"get (?:it|them) back|(?:before|ahead of|prior to|after|vor|nach|avant|apres|antes de[l]?|despues de[l]?|prima del(?:la|le)?|dopo|apos) (?:\w+ ){{0,2}}{_CLOSURE}|"
    r"(?:can|could|able to|konnen|kann) (?:only )?(?:offer|anbieten)|offered|pedido|ordre"
)
_LATELY = re.compile(
    r"last (?:week|month|\w+day)|yesterday|letzte[nrs]? \w+|gestern|semaine derniere|(?<![a-z])hier(?![a-z])|semana pasada|ayer|settimana scorsa|(?<![a-z])ieri|semana passada|ontem|上周|昨天|先週|昨日"
)
MOST_BARE_WORDS = 0
"""A sentence that says of nothing what its date is, as in 'Wk 39 mate, sorry': longer ones tell something else."""
_CUES = (("delivery", cues.DELIVERY), ("ship", cues.SHIP), ("port", cues.PORT))
_IF = re.compile(
    r"^\W*sollten?(?![a-z])[^,;.:]*$|(?<![a-z])(?:if|unless|wenn|falls|sofern|si(?! ?[,:])|se|als|should (?:the|you|they|we))(?![a-z])[^,;.:]*$|(?:如果|若|万一)[^，。]*$"
)
_AS_ASKED = re.compile(
    r"(?<![a-z])(?:as|as per|wie|come|como|comme|conforme|segun|secondo|selon|gemass) (?:you |your |ihr\w* |votre |su |vostr\w+ )?(?:requested|asked|gewunscht|angefragt|richiesto|solicitado|pedido|demande|souhaite)(?:s|e|es|a|as)?(?![a-z])"
)
_LABEL = re.compile(r"^[^:]{2,30}: ?$")
_NEW_BELOW = re.compile(r"\s*(?:neu|new|revised|updated(?! by)|nouve|nuev|nuov|nov[ao]|新)[^:\n]{0,25}:")
_AND_ALSO = re.compile(r"^,? ?(?:and|und|et|y|e)(?: again| wieder)?(?: on| am| le| el| il)?(?: the| den)? ?$")
_ONCE = re.compile(
    r"(?<![a-z])(?:once|as soon as|sobald|des que|en cuanto|appena|assim que|logo que)(?![a-z])[^,;.:]*$"
)
_BY = re.compile(
    r"(?<![a-z])(?:by|before|until|till|bis|avant|d[’']ici|antes de[l]?|hasta|entro|prima de[l]?|ate)(?: (?:the|zum|le|la|el|il|o|a|dia|kommenden|spatestens))* ?$"
)
_WHICH = re.compile(
    r"\s*(?:so |und |et |y |e )?(?:which|what (?:is|date)|welche[rs]?|lequel|laquelle|quelle (?:date|est)|cual|que fecha|quale|qual)\b[^.!]{0,60}[?]"
)
_MAIN = re.compile(r",| (?:we|i|you)(?:[’']ll| will| would| can| could| shall)\b")
_BUT_AFTER = re.compile(r"(?<![a-z])(?:but|aber|mais|pero|ma|mas|maar)(?![a-z])|但")
FAR = 500
"""Characters from a date beyond which a word has no bearing on it."""
HEDGE = 0.8
"""What remains of a date's surety where it is offered or only hoped for."""
NO_PROMISE: tuple[None, float] = (None, 0.0)


@dataclass(frozen=True)
class Place:
    """A date within its sentence of a folded text; `left` and `right` bound it against the dates beside it."""

    plain: str
    dates: Sequence[FoundDate]  # those of the sentence
    number: int
    start: int
    end: int
    refers: bool = True  # whether the sentence names an order, a line, a part or a quantity
    names: Sequence[int] = ()  # where it names orders, lines and parts
    answers: bool = True  # whether the mail is a reply, or one whose subject is a delivery

    @property
    def one(self) -> FoundDate:
        return self.dates[self.number]

    @property
    def left(self) -> int:
        return self.dates[self.number - 1].end if self.number else self.start

    @property
    def right(self) -> int:
        return self.dates[self.number + 1].start if self.number + 1 < len(self.dates) else self.end

    @property
    def is_last(self) -> bool:
        return self.number + 1 == len(self.dates)

    @property
    def sentence(self) -> str:
        return self.plain[max(self.start, self.one.start - FAR) : min(self.end, self.one.end + FAR)]

    @property
    def before(self) -> str:
        """The sentence up to the date."""
        return self.plain[max(self.start, self.one.start - FAR) : self.one.start]

    @property
    def after(self) -> str:
        """What follows the date, up to the next one."""
        return self.plain[self.one.end : self.right]

    def words(self) -> int:
        """How many words of weight the date's clause has beside it; a Chinese or Japanese character is half a word."""
        left, right, _ = self._own_clause()
        rest = self.plain[left : self.one.start] + " " + self.plain[self.one.end : right]
        rest = LIGHT_CJK.sub(" ", re.sub(WEEKDAY, " ", rest)).replace("’", "'")
        words = [word for word in re.findall(r"[a-z]+(?:'[a-z]+)?", rest) if word not in LIGHT and len(word) > 1]
        return len(words) + len(re.findall(r"[\u3041-\u9fff]", rest)) // 2

    def clause(self) -> tuple[int, int]:
        """Where the date's own clause begins and ends; a clause of one word is joined to the one before it."""
        left, right, breaks = self._own_clause()
        if _is_thin(self.plain[left : self.one.start] + self.plain[self.one.end : right]):
            left = breaks[-2] if len(breaks) > 1 else self.left
        return left, right

    def _own_clause(self) -> tuple[int, int, list[int]]:
        breaks = [m.end() for m in _SEPARATOR.finditer(self.plain, self.left, self.one.start)]
        left = breaks[-1] if breaks else self.left
        leads = not _is_thin(self.plain[left : self.one.start])
        stops = (m for m in _SEPARATOR.finditer(self.plain, self.one.end, self.right) if m.group() or leads)
        stop = next(stops, None)
        return left, stop.start() if stop else self.right, breaks


def _is_thin(text: str) -> bool:
    """Whether a text says too little to be a clause of its own."""
    return len(text.split()) < 2 and len(re.findall(r"[\u3041-\u9fff]", text)) < 3


def judge(place: Place, previous: str | None = None) -> tuple[str | None, float]:
    """Delivery, ship, port, or None for no promise; and how sure that is.

    `previous` is what the date before it in the sentence was.
    """
    offered = bool(cues.OFFERED.search(place.sentence))
    also = place.number and previous is None and _AND_ALSO.match(place.plain[place.left : place.one.start])
    deadline = _PLEASE.search(place.before) and _BY.search(place.before)
    if also or deadline or _is_outdated(place) or (not offered and (_is_wished(place) or _is_open(place))):
        return NO_PROMISE
    own_kind = _kind(place, place.clause())
    kind = own_kind or _kind(place, (place.left, place.clause()[1]))
    is_other = (
        cues.MEETING.search(place.sentence) and not kind if offered else _is_of_something_else(place, own_kind, kind)
    )
    if is_other:
        return NO_PROMISE
    kind = kind or previous or _kind(place, (place.start, place.end if place.is_last else place.one.end))
    said = bool(cues.PROMISE.search(place.sentence))
    if kind is None and not offered and (_is_background(place) or not _speaks_of_goods(place)):
        return NO_PROMISE
    hedged = offered or cues.HEDGED.search(place.plain[slice(*place.clause())])
    surety = 0.97 if kind and said else 0.93 if kind else 0.85 if said else 0.65
    return kind or "delivery", surety * (HEDGE if hedged else 1)


def _is_open(place: Place) -> bool:
    """Whether the date is asked about, or a condition and not its outcome."""
    if place.sentence.rstrip(' \n")”').endswith(("?", "？")) or _WHICH.match(place.plain, place.end):
        return True
    if _ONCE.search(place.before):
        return True
    condition = _IF.search(place.before)
    if condition is None or "surprised" in place.before:
        return False
    return not _MAIN.search(condition.group()) and bool(_MAIN.search(place.plain[place.one.end : place.end]))


def _is_of_something_else(place: Place, own_kind: str | None, kind: str | None) -> bool:
    """Whether the date's clause tells of goods on their way to the supplier, the past, a step of production, a bill …"""
    left, right = place.clause()
    clause = place.plain[left:right]
    if any(cue.search(clause) for cue in (cues.INBOUND, cues.PAPER, cues.NEEDED)) or _is_of_an_answer(place):
        return True
    if cues.PAST.search(place.plain[place.left : right]) or cues.PAST_VERB.search(place.before):
        return True
    if own_kind != "delivery" and (_is_step(place, left) or cues.NEWS.search(clause)):
        return True
    if kind != "delivery" and cues.TODAY.fullmatch(fold(place.one.words).strip()):
        return True
    against = _HARMLESS.sub(" ", clause)
    near = kind and _nearer(against, clause, place.one.start - left, kind)
    return bool(cues.NOT_A_PROMISE.search(against)) and not near


def _is_of_an_answer(place: Place) -> bool:
    """Whether something will be told on that day, above all the date that cannot be told now."""
    if cues.TELL_AFTER.match(place.after):
        return True
    if cues.TELL_BEFORE.search(place.before) and not any(c.isdigit() for c in place.one.words):
        return True
    no_date = cues.NO_DATE.search(place.before)
    return bool(no_date) and not _BUT_AFTER.search(place.before, no_date.end() if no_date else 0)


def _is_background(place: Place) -> bool:
    """Whether the sentence before the date speaks of a bill, a closure … and draws no conclusion."""
    left, right = place.clause()
    concludes = _SO.search(place.plain[max(place.left, left - 12) : right])
    return not concludes and bool(cues.NOT_A_PROMISE.search(_LATELY.sub(" ", _HARMLESS.sub(" ", place.before))))


def _speaks_of_goods(place: Place) -> bool:
    """Whether the sentence names what the date is for, or in an answer promises something or says little else."""
    if place.refers or not place.answers:
        return place.refers
    said = cues.PROMISE.search(place.plain[place.left : place.right])
    moved = place.number and cues.MOVED_TO_NEXT.search(place.plain[place.left : place.one.start])
    return bool(said or moved) or _is_not_before(place) or place.words() <= MOST_BARE_WORDS


def _is_outdated(place: Place) -> bool:
    """Whether the date is withdrawn, moved to the next one, could not be kept, or is that of a document."""
    one, before, after = place.one, place.before, place.after
    to_next = (cues.TO_NEXT.match(after) and len(after) <= 30) or cues.MOVED_TO_NEXT.search(after)
    after_now = cues.NOW.search(place.plain, one.end, place.right)
    named_between = any(one.end <= name < place.right for name in place.names)
    overruled = to_next or (after_now and not cues.NOW.search(place.plain, place.left, one.start))
    if not place.is_last and overruled and not named_between:
        return True
    moved = one.joined and re.search(r"(?:from|vom|du|del|dal|de|da|von|从|由) ?$", before)
    if _LABEL.search(before) and _NEW_BELOW.match(place.plain, place.end):
        return True
    if not moved and cues.DOCUMENT_DATE.search(before):
        return True
    if _is_not_before(place):
        return not place.is_last and bool(_BUT.match(after))  # "not before the 8th, but on the 11th"
    if not moved and cues.OLD_BEFORE.search(before):
        return True
    cannot = cues.CANNOT_BEFORE.search(place.plain, place.left, one.start)
    return bool(cues.OLD_AFTER.match(after) or (cannot and not _BREAK.search(cannot.group())))


def _is_step(place: Place, left: int) -> bool:
    """Whether the clause before the date names a step of production, and not as a reason or a thing done before."""
    clause = place.clause()
    steps = list(cues.STEP.finditer(place.plain, left, clause[1]))
    return bool(steps) and not cues.AFTER_STEP.search(place.plain[place.start : steps[-1].start()])


def _is_not_before(place: Place) -> bool:
    """Whether the date is the earliest possible one: 'we cannot deliver before …'."""
    if cues.NOT_BEFORE.search(place.before):
        return True
    word = cues.BEFORE.search(place.before)
    around = place.before[max(0, (word.start() if word else 0) - 60) : word.start() if word else 0] + " … "
    return bool(word and cues.NEGATION.search(around + place.after[:60]))


def _is_wished(place: Place) -> bool:
    """Whether the date is asked for, not given."""
    left, right = place.clause()
    return bool(
        _PLEASE.search(place.before)
        or cues.OUR_WISH.search(_AS_ASKED.sub(" ", place.plain[left:right]))
        or cues.OUR_WISH_BEFORE.search(place.before)
    )


def _nearer(cleaned: str, clause: str, place: int, kind: str) -> bool:
    """Whether the word that makes it a delivery stands closer to the date than the word that speaks against."""
    good = min((abs(m.start() - place) for m in dict(_CUES)[kind].finditer(clause)), default=10_000)
    bad = min((abs(m.start() - place) for m in cues.NOT_A_PROMISE.finditer(cleaned)), default=0)
    return good < bad


def _kind(place: Place, window: tuple[int, int]) -> str | None:
    """Delivery, ship or port by the nearest word before the date, else after it."""
    left, right = window
    before, after = place.plain[left : place.one.start], place.plain[place.one.end : right]
    if _READY_FOR.search(before):
        return "ship"
    if _DELIVERY_DATE.search(before) and not cues.SHIP.search(before.rpartition("deliver")[2]):
        return "delivery"
    if verb := _verb_after(after):
        return verb
    best = max(((m.end(), name) for name, cue in _CUES for m in _hits(name, cue, before)), default=None)
    if best is None:
        best = min(((m.start(), name) for name, cue in _CUES for m in _hits(name, cue, after)), default=None)
    if best and best[1] == "delivery":
        arrival = re.search(r"arriv|eta|ankunft|llega|chega|到", before)
        if arrival and (cues.PORT.search(before) or cues.PORT.search(after[:30])):
            return "port"
    return best[1] if best else None


def _hits(name: str, cue: re.Pattern[str], text: str) -> list[re.Match[str]]:
    found = list(cue.finditer(text))
    if name == "port":
        found = [m for m in found if not cues.PORT_NOT.search(text[max(0, m.start() - 6) : m.end()])]
    return found


def _verb_after(after: str) -> str | None:
    """The kind of a verb that follows its date at once, as in Chinese or 'am 12. bei Ihnen'."""
    near = _BETWEEN_DAY_AND_VERB.sub("", after[:12])
    return next((name for name, cue in _CUES[:2] if cue.match(near) or cue.match(after)), None) or (
        "delivery" if cues.WITH_YOU.match(after) else None
    )
