"""Tells whether a date is that of a bill, a meeting, a step of production, an answer to come … and of no delivery."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re

from supplychain_app.mail import cues
from supplychain_app.mail import cues_against as against
from supplychain_app.mail.date_words import fold
from supplychain_app.mail.kinds_of_dates import stands_nearer
from supplychain_app.mail.places import FAR, Place

_SO = re.compile(
    r"(?<![a-z])(?:so|now|jetzt|nun|maintenant|ahora|adesso|agora|therefore|hence|thus|then|after that|afterwards|first|daher|deshalb|somit|also|dann|danach|erst|donc|ensuite|puis|por (?:lo )?tanto|asi que|luego|despues|quindi|percio|poi|portanto|entao|depois|dus|daarna|(?:to|pour|afin de|para|per|damit|um) (?:wir |be able to )?(?:keep|hold|meet|make|garder|tenir|respecter|maintenir|mantener|cumplir|mantenere|rispettare|manter|cumprir))(?![a-z])|所以|因此|然后|その後|よって"
)
_CLOSURE = r"(?:holidays?|closure|shut ?down|break|christmas|urlaub|betriebs\w+|ferien|fermeture|conges|vacaciones|cierre|chiusura|ferie|ferias|recesso)"
_HARMLESS = re.compile(
    rf"(?<![a-z])(?:as|wie|comme|como|come|conforme) (?:\w+ ){{0,3}}?(?:discuss\w*|besprochen|telefon\w*|convenu|hablado|parlato|combinado|falado|per (?:our )?(?:call|phone))|get (?:it|them) back|(?:before|ahead of|prior to|after|vor|nach|avant|apres|antes de[l]?|despues de[l]?|prima del(?:la|le)?|dopo|apos) (?:\w+ ){{0,2}}{_CLOSURE}|"
    r"(?:can|could|able to|konnen|kann) (?:only )?(?:offer|anbieten)|best offer|bestes angebot|offered|pedido|ordre"
)
_CAUSE = re.compile(
    r"(?<![a-z])(?:due to|because of|owing to|wegen|aufgrund|infolge|en raison d\w*|suite a|a cause d\w*|debido a|a causa d\w*|per via|devido a|por causa d\w*)(?: [\w’'-]+){1,4}"
)
_BECAUSE = re.compile(  # a reason that follows a date
    r"(?<![a-z])(?:because|due to|owing to|wegen|aufgrund|infolge|weil|en raison|a cause|suite a|car|por|debido|porque|a causa|per via|perche|devido|pois)(?![a-z])(?!(?: \w+)? (?:favor|cortesia|gentileza|cui|quanto)).*$"
)
_LATELY = re.compile(
    r"last (?:week|month|\w+day)|yesterday|letzte[nrs]? \w+|gestern|semaine derniere|(?<![a-z])hier(?![a-z])|semana pasada|ayer|settimana scorsa|(?<![a-z])ieri|semana passada|ontem|上周|昨天|先週|昨日"
)
_YOU = re.compile(r"(?<![a-z])(?:you|ihnen|euch|dir|vous|os|te|le|vi|voi|voces?)(?![a-z])|貴|贵|您")
_BUT_AFTER = re.compile(r"(?<![a-z])(?:but|aber|mais|pero|ma|mas|maar)(?![a-z])|但")


def is_of_something_else(place: Place, own_kind: str | None, kind: str | None) -> bool:
    """Whether the date's clause tells of goods on their way to the supplier, the past, a step of production, a bill …"""
    left, right = place.clause
    clause = place.plain[left:right]
    inbound = against.INBOUND.search(clause) and not against.CARRIER.search(clause)
    other = inbound or any(cue.search(clause) for cue in (against.PAPER, against.NEEDED))
    past = against.PAST.search(place.plain[place.left : right]) or against.PAST_VERB.search(place.before)
    if other or past or _is_of_an_answer(place, own_kind):
        return True
    if (kind != "ship" and _is_no_goods(place)) or _is_for_the_supplier(place, clause):
        return True
    if own_kind != "delivery" and (is_step(place) or against.NEWS.search(clause)):
        return True
    if kind != "delivery" and cues.TODAY.fullmatch(fold(place.one.words).strip()):
        return True
    clause = place.plain[left : place.one.end] + _BECAUSE.sub("", place.plain[place.one.end : right])
    clause = _CAUSE.sub("", clause)
    words = clause if cues.TODAY.fullmatch(fold(place.one.words).strip()) else _HARMLESS.sub(" ", clause)
    near = kind and stands_nearer(words, clause, place.one.start - left, kind)
    return bool(against.NOT_A_PROMISE.search(words)) and not near


def _is_of_an_answer(place: Place, own_kind: str | None) -> bool:
    """Whether something will be told on that day, above all the date that cannot be told now."""
    if against.TELL_AFTER.match(place.after) or against.TOLD_THEN.search(place.before):
        return True
    if against.TELL_BEFORE.search(place.before) and not any(c.isdigit() for c in place.one.words):
        return True
    no_date = against.NO_DATE.search(place.before)
    if no_date is None or own_kind == "delivery":
        return False
    return not _BUT_AFTER.search(place.before, no_date.end())


def _is_of_what_is_missing(place: Place) -> bool:
    """Whether the clause speaks of what the text before it says that the supplier waits for: inserts, a bearing."""
    left, _ = place.clause
    said = place.plain[left : place.one.start]
    return any(m["what"] in said for m in against.MISSING.finditer(place.plain, max(0, left - FAR), left))


def _is_for_the_supplier(place: Place, clause: str) -> bool:
    """Whether what comes is what the supplier waits for himself."""
    if _YOU.search(clause):
        return False
    return bool(against.MISSING_THEN.search(place.before)) or _is_of_what_is_missing(place)


def _is_no_goods(place: Place) -> bool:
    """Whether the clause says that a paper or a person comes."""
    left, right = place.clause
    verb = cues.DELIVERY.search(place.plain, left, right)
    lead = place.plain[left : min(place.one.start, verb.start() if verb else right)]
    named = against.NO_GOODS.search(lead)
    return bool(named) and not against.BESIDES.search(lead[: named.start() if named else 0])


def is_background(place: Place) -> bool:
    """Whether the sentence before the date speaks of a bill, a closure … and draws no conclusion."""
    left, right = place.clause
    concludes = _SO.search(place.plain[max(place.left, left - 12) : right])
    before = _LATELY.sub(" ", _HARMLESS.sub(" ", _CAUSE.sub(" ", place.before)))
    return not concludes and bool(against.NOT_A_PROMISE.search(before))


def is_step(place: Place) -> bool:
    """Whether the date's clause names a step of production, and not as a reason or a thing done before."""
    left, right = place.clause
    before = against.STEP.search(place.plain, left, place.one.start)
    after = None if before else against.STEP.search(place.plain[place.one.end : right])
    start = before.start() if before else place.one.end
    is_reason = place.is_last and against.AFTER_STEP.search(place.plain[place.start : start])
    return bool(before or after) and not is_reason
