"""Judges what a date in a sentence is: a delivery, a departure, an arrival at a port, or no promise at all."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re

from supplychain_app.mail import cues
from supplychain_app.mail import cues_against as against
from supplychain_app.mail import cues_withdrawn as old
from supplychain_app.mail.kinds_of_dates import kind_of
from supplychain_app.mail.other_dates import is_background, is_of_something_else, is_step
from supplychain_app.mail.places import Place
from supplychain_app.mail.withdrawn import PLEASE, is_agreed, is_not_before, is_outdated, is_wished

_IF = re.compile(
    r"^\W*sollten?(?![a-z])[^,;.:]*$|(?<![a-z])(?:if|unless|provid(?:ed|ing)|as long as|assuming|wenn|falls|sofern|vorausgesetzt|a condition|siempre que|purche|desde que|si(?! ?[,:]| (?:va|slitta|sposta|passa|parla|arriva|consegna|conferma|prevede|spedisce|corre|mueve)(?![a-z]))|se(?! \w+aran?(?![a-z])| \w+(?:a|e|an|en) (?:a|al|hasta|el|en|hacia)(?![a-z])| (?:realiza|entrega|envia|retrasa|mantiene|despacha|espera|preve|estima)n?(?![a-z]))|als|should (?:the|you|they|we))(?![a-z])[^,;.:]*$|(?:如果|若|万一)[^，。]*$"
)
_AND_ALSO = re.compile(r"^,? ?(?:and|und|et|y|e)(?: again| wieder)?(?: on| am| le| el| il)?(?: the| den)? ?$")
_ONCE = re.compile(
    r"(?<![a-z])(?:once|as soon as|sobald|des que|en cuanto(?! a )|appena|assim que|logo que)(?![a-z])[^,;.:]*$"
)
_BY = re.compile(
    r"(?<![a-z])(?:by|before|until|till|bis|avant|d[’']ici|antes de[l]?|hasta|entro|prima de[l]?|ate)(?: (?:the|zum|le|la|el|il|o|a|dia|kommenden|spatestens))* ?$"
)
_IF_AFTER = re.compile(
    r"[^,，。、]{0,25}的话|[^,，。、]{0,8}(?:承認|確認|連絡|入金|支給|受領|返事|発注|決定)[^,、。]{0,10}(?:れば|たら)"
)
_WITH_YOURS = re.compile(  # 'with your go-ahead by Friday we can …'
    r"(?<![a-z])(?:with|mit|avec|con|com) (?:\w+ )?(?:your|ihre[rm]?|votre|vostr\w+|su|vuestr\w+|tu|tuo|tua|seu|sua|voss\w+)(?![a-z])[^,;.]*$"
)
_AIM = re.compile(  # 'to pull this in to the 10th we would have to …'
    r"\W*(?:in order to|to (?!be |sum|recap|confirm|answer)|um |pour |afin d|para |per (?=\w+[aei]r[el]))(?!(?:\w+ )?(?:keep|hold|meet|maintain|secure|tenir|respecter|garder|mantener|cumplir|mantenere|rispettare|manter|cumprir)(?![a-z]))[^.,;:]*$"
)
_WOULD = re.compile(
    r"(?<![a-z])(?:would|need(?:s|ed)?|must|have to|has to|cost|charge|surcharge|musste\w*|mussen|brauch\w*|kost\w*|il faudrait|devrions|couter\w*|haria falta|tendriamos|cuesta|costar\w*|dovremmo|serve|precisari\w*|custa\w*)(?![a-z])"
)
_WHICH = re.compile(
    r"\s*(?:so |und |et |y |e )?(?:which|what (?:is|date)|welche[rs]?|lequel|laquelle|quelle (?:date|est)|cual|que fecha|quale|qual)\b[^.!]{0,60}[?]"
)
_MAIN = re.compile(r",| (?:we|i|you)(?:[’']ll| will| would| can| could| shall)\b")
_SUBJECT = re.compile(r",| (?:we|i|you)(?![a-z])")
_WE_DELIVER = re.compile(r"(?<=[a-z]{2}) we (?:deliver|ship|send)(?![a-z])")
"""A main clause that follows a condition without a comma: 'once you sign off we deliver on the 22nd'."""
_WHETHER = re.compile(r"\W*(?:ob|whether|if|si|se)(?![a-z])")
_NOT_KNOWN = re.compile(
    r"(?<![a-z])(?:wei(?:ss|ß)|wissen|klar\w*|prufen?|know|see|tell|depends?|hangt|sais|sait|saurai|saurons|depend|sabre\w*|se sabra|depende\w*|sapro|sapremo|dipende|saberei|saberemos)(?![a-z])"
)
_AT_A_TIME = re.compile(
    r"[\s,)（(]*(?:[^\x00-\x7f][)）])?[\s,]*(?:at|um|a|alle|as|a las|gegen|ab)?\s?\d{1,2}(?:[:.h]\d\d)?\s?(?:h\b|uhr|am\b|pm\b|o[’']clock|heures|时|時|点|點)"
)
_CARRIER_SAYS = re.compile(
    r"(?<!your )(?<!ihr )(?<!ihre )(?<!votre )(?<![a-z])(?:fedex|dhl|ups|dpd|gls|tnt|carriers?|couriers?|hauliers?|forwarders?|sped\w+|transporteur|transportista|corriere|transportadora) (?:now |have |has |hat |a |ha )?(?:says?|said|sagt|meldet|avisiert|confirm\w*|bestatigt|dit|annonce\w*|dice|dicen|indica|diz|informa|parla)(?![a-z])"
)
_THUS = re.compile(
    r"(?<![a-z])(?:so|hence|thus|therefore|also|somit|donc|alors|quindi|percio|asi que|por lo tanto|entao|portanto)(?![a-z])[^,;.]*$|(?:所以|因此)[^,。]*$"
)
HEDGE = 0.8
"""What remains of a date's surety where it is offered or only hoped for."""
MOST_WORDS = 4
"""Words of weight beside a date and what it is for, as in 'line 10 ready Friday'; more tell of something else."""
NO_PROMISE: tuple[None, float] = (None, 0.0)


def judge(place: Place, previous: str | None = None) -> tuple[str | None, float]:
    """Delivery, ship, port, or None for no promise; and how sure that is.

    `previous` is what the date before it in the sentence was.
    """
    offered = bool(cues.OFFERED.search(place.sentence))
    also = place.number and previous is None and _AND_ALSO.match(place.plain[place.left : place.one.start])
    deadline = PLEASE.search(place.before) and _BY.search(place.before)
    if also or deadline or is_outdated(place) or is_wished(place, offered) or (not offered and _is_open(place)):
        return NO_PROMISE
    own_kind = kind_of(place, place.clause)
    kind = own_kind or kind_of(place, (place.left, place.clause[1]))
    if kind == "ship" and own_kind is None and _THUS.search(place.plain, place.left, place.one.start):
        kind = "delivery"  # 'it ships on Monday, so plan on Thursday'
    of_terms = own_kind is None and against.TERMS.search(place.plain[slice(*place.clause)])
    if (not offered or of_terms) and is_of_something_else(place, own_kind, kind):
        return NO_PROMISE
    is_appointment = against.MEETING.search(place.sentence) or _AT_A_TIME.match(place.after)
    if offered and not kind and (is_appointment or is_step(place)):
        return NO_PROMISE
    if kind is None and _AT_A_TIME.match(place.after):
        return NO_PROMISE
    kind = kind or previous or kind_of(place, (place.start, place.clause[1]))
    said = bool(cues.PROMISE.search(place.sentence))
    if (
        kind is None
        and not offered
        and not _is_outcome(place)
        and (is_background(place) or not _speaks_of_goods(place))
    ):
        return NO_PROMISE
    hedged = offered or cues.HEDGED.search(place.plain[slice(*place.clause)])
    surety = 0.97 if kind and said else 0.93 if kind else 0.85 if said else 0.65
    return kind or "delivery", surety * (HEDGE if hedged else 1)


def _is_open(place: Place) -> bool:
    """Whether the date is asked about, or a condition and not its outcome."""
    once = _ONCE.search(place.before)
    if (
        place.sentence.rstrip(' \n")”').endswith(("?", "？"))
        or _WHICH.match(place.plain, place.end)
        or _IF_AFTER.match(place.after)
        or (_BY.search(place.before) and _WITH_YOURS.search(place.before))
        or (once and not _WE_DELIVER.search(once.group()))
        or (_WHETHER.match(place.before) and _NOT_KNOWN.search(place.plain, place.one.end, place.end))
        or (_AIM.match(place.before) and _WOULD.search(place.after))
    ):
        return True
    condition = _IF.search(place.before)
    if condition is None or "surprised" in place.before:
        return False
    return not _MAIN.search(condition.group()) and bool(_SUBJECT.search(place.plain[place.one.end : place.end]))


def _is_outcome(place: Place) -> bool:
    """Whether it follows a condition: 'if the drawing comes by Friday, we keep the 26th'."""
    condition = _IF.match(place.before.partition(",")[0])
    is_main = bool(condition) and "," in place.before
    return is_main and (not place.words or bool(cues.PROMISE.search(place.plain[slice(*place.clause)])))


def _speaks_of_goods(place: Place) -> bool:
    """Whether the clause promises something, or says little beside its date of what is named, or in an answer nothing."""
    said = cues.PROMISE.search(place.plain[slice(*place.clause)])
    if place.stands and said:
        return True
    if place.refers or not place.answers:
        return place.refers and (bool(said) or place.words <= MOST_WORDS)
    moved = old.MOVED_TO_NEXT.search(place.plain[place.left : place.one.start])
    told = _CARRIER_SAYS.search(place.plain[slice(*place.clause)])
    if told or said or moved or cues.CHANGE.search(place.sentence):
        return True
    return is_not_before(place) or is_agreed(place) or not place.words
