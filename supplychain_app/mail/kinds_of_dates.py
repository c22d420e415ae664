"""Tells by the words around a date whether it is one of delivery, of departure or of arrival at a port."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re

from supplychain_app.mail import cues
from supplychain_app.mail import cues_against as against
from supplychain_app.mail.places import Place

_CUES = (("delivery", cues.DELIVERY), ("ship", cues.SHIP), ("port", cues.PORT))
_BETWEEN_DAY_AND_VERB = re.compile(r"^ ?[前之左右以内可能将会に頃まで]{0,5}(?=[^\x00-\x7f])")
_DELIVERY_DATE = re.compile(
    r"delivery (?:date|on|by|week|time)|liefertermin|lieferdatum|date de livraison|livraison|fecha de entrega|data di consegna|data de entrega|leverdatum|交期|交货期|交货日期|納期|teslim(?:at)? tarihi"
)
_READY_FOR = re.compile(
    r"(?:ready|available|bereit|fertig) (?:for|to|zur|zum|fur) (?:\w+ )?(?:delivery|deliver|lieferung|shipment|dispatch|despatch|collection|pick)|lieferbereit|versandbereit|pr[eo]t\w* (?:a|pour) \w+|list[oa]s? para \w+|pront[aoie] (?:per|para) \w+|deliver\w* (?:it |them |the goods )?to (?:the |your )?(?:forwarder|carrier|port|airport)"
)


def kind_of(place: Place, window: tuple[int, int]) -> str | None:
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


def stands_nearer(cleaned: str, clause: str, place: int, kind: str) -> bool:
    """Whether the word that makes it a delivery stands closer to the date than the word that speaks against."""
    good = min((abs(m.start() - place) for m in dict(_CUES)[kind].finditer(clause)), default=10_000)
    bad = min((abs(m.start() - place) for m in against.NOT_A_PROMISE.finditer(cleaned)), default=0)
    return good < bad
