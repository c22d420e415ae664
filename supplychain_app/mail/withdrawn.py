"""Tells whether a date is one that was wished, withdrawn, moved to another, or could not be kept."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re

from supplychain_app.mail import cues
from supplychain_app.mail import cues_against as against
from supplychain_app.mail import cues_withdrawn as old
from supplychain_app.mail.places import Place

_BREAK = re.compile(r"(?<![a-z])(?:but|aber|sondern|mais|pero|sino|ma|mas|maar)(?![a-z])|,(?! ?\d)|, ?$| [–-] ")
"""What ends the reach of a refusal: 'we cannot make that, it will be the 8th'."""
_BUT = re.compile(r"^[^.;]{0,40}?(?<![a-z])(?:but|aber|sondern|mais|pero|sino|ma|mas|maar)(?![a-z])")
_NO_THEN = re.compile(r"(?<![a-z])(?:nicht|nix|not|no|non|pas|nao|niet), ?$")
"""Before a date that is told instead: 'Friday is not, Monday …'."""
_ITS_NOW = re.compile(r"^ ?(?:now|jetzt|nun|maintenant|desormais|ahora|adesso|ora|agora)(?=[,.;:)]|$)")
"""A 'now' that belongs to the date before it: 'line 10 – 15 April now, the laser is down'."""
_LABEL = re.compile(r"^[^:]{2,30}: ?$")
_NEW_BELOW = re.compile(r"\s*(?:neu|new|revised|updated(?! by)|nouve|nuev|nuov|nov[ao]|新)[^:\n]{0,25}:")
_EARLIER_CJK = re.compile(r"(?:之前|以前|より前|前)[^。,]{0,10}(?:不|没|無|难|難|でき(?:ません|かね))")
_STANDING = re.compile(r" (?:vorgesehen|geplant|zugesagt|angekundigt|bestatigt|vereinbart|avisiert)e[nrms]? ")
"""Follows a date that only tells which goods are meant: 'die auf den 7. bestätigten Positionen'."""
_SAME_AS_EVER = re.compile(
    r"[ ,;:–-]{0,3}(?:(?:and|und|et|y|e) )?(?:no change|unchanged|stays|remains|bleibt|unverandert|inchange|reste|sin cambio|sigue|se mantiene|invariat|resta|rimane|nessuna (?:modifica|variazione)|sem alterac|mantid|fica|不变|変更なし|変わらず)"
)
_REFUSAL = re.compile(
    r"(?<![a-z])(?:not|cannot|unable|imposs?i[bv]\w+|unmoglich\w*|nicht|kein\w*|pas|plus possible|non|nao|no (?:podemos|podremos|podra|sera|es|se|llega\w*|va|nos|vamos))(?![a-z])|n[’']t(?![a-z])|不(?!变)|无法|没法|来不及|ません|ない|なく|難し"
)
_TAKEN_BACK = re.compile(
    r"(?<![a-z])(?:tak(?:e|ing) (?:(?:that|this|the|my|our|it)(?: date| promise| word)? )?back|withdraw\w*|falls? (?:away|through)|zuruck(?:nehm|zieh)\w*|nehm\w+ [^.]{0,30}zuruck|revenir sur cette|retir(?:er|ar|amos|ons|iamo)|ritir(?:are|iamo)|anular|annull\w+)(?![a-z])|撤回|取り消|取消"
)
"""Follows a date that stands now and will not be kept, also in the next sentence."""
_BLOCKED = re.compile(
    r"(?:(?! (?:as|since|because|after|weil|da|nachdem|car|apres|porque|ya|perche|dopo|pois|depois|instead|statt)(?![a-z]))[^.;,]){0,45}(?<![a-z])(?:blocked|quarantined|rejected|scrapped|failed|on hold|stopped|lost|damaged|pulled|gesperrt|gestoppt|zuruckgehalten|bloccato|ferm[oaie]|detenid[oa]s?|parad[oa]s?|durchgefallen|verworfen|ausgefallen|beschadigt|bloquee?s?|rebutee?s?|refusee?s?|perdue?s?|bloccat[oaie]|scartat[oaie]|fermat[oaie]|respint[oaie]|retenid[oa]s?|bloquead[oa]s?|rechazad[oa]s?|reprovad[oa]s?|reprovou|segregad[oa]s?|retid[oa]s?)(?![a-z])|[^。,，、]{0,16}(?:不合格|不良|没过|未通过|隔离|报废|止め)"
)
"""Follows a date that stands now, and tells that the goods for it were stopped."""
_STAYS = re.compile(
    r"remain|(?<![a-z])(?:stay|stand|stick|still|unchanged|only|but|than|no (?:change|problem|prob|issue|worr)\w*|not (?:affect|chang|mov|at risk|a problem)\w*)|bleib|unverandert|nicht (?:betroffen|gefahrdet|geandert)|kein\w* (?:problem|anderung|verschiebung)|(?<![a-z])(?:nur|erst|reste|restons|n(?:e |[’'])\w+(?: \w+)? que|pas de (?:souci|probleme|changement)|inchange|sin (?:cambio|problema)|sigue|mant[ie]\w+|resta|rimane|conferm|confirm|nessun|non cambia|fica|sem (?:alter|problem)|nao muda)|没问题|没有问题|问题|変更|変わり|不变|不影响|仍|还是|問題"
)
PLEASE = re.compile(
    r"(?:^|[,:.] )\W*(?:(?:please|pls|kindly)(?! note| be (?:advised|informed)| find| see| accept| expect| disregard| ignore| update| amend| cancel| replace)|bitte(?! beachten| entnehmen)|wir bitten|bitten wir|nous vous (?:prions|demandons)|rogamos|vi (?:preghiamo|chiediamo)|solicitamos|we (?:kindly )?(?:ask|request)|merci de|veuillez(?! noter| trouver)|"
    r"peco que|pedimos que|solicito|pido que|les pido|te pido|os pido|vi chiedo|je vous prie|ich bitte|por favor|si prega)(?![a-z])[^.:]*$|(?:请|麻烦)(?!注意|查|见|知悉)[^.:,]*$"
)  # fmt: skip
_AS_ASKED = re.compile(
    r"(?<![a-z])(?:as|as per|wie|come|como|comme|conforme|segun|secondo|selon|gemass) (?:you |your |ihr\w* |votre |su |vostr\w+ )?(?:requested|asked|wanted|wished|desired|gewunscht|angefragt|richiesto|solicitado|pedido|demande|souhaite)(?:s|e|es|a|as)?(?![a-z])"
)
NEAR = 120
"""Characters after a date within which a promise is taken back."""


def is_outdated(place: Place) -> bool:
    """Whether the date is withdrawn, moved to the next one, could not be kept, or is that of a document."""
    one, before, after = place.one, place.before, place.after
    if not place.is_last and _is_overruled(place):
        return True
    moved = one.joined and re.search(r"(?:from|vom|du|del|dal|de|da|von|从|由) ?$", before)
    if _LABEL.search(before) and _NEW_BELOW.match(place.plain, place.end):
        return True
    if _is_refused(place) or (not moved and against.DOCUMENT_DATE.search(before)):
        return True
    if is_not_before(place):
        return not place.is_last and bool(_BUT.match(after))  # "not before the 8th, but on the 11th"
    cannot = old.CANNOT_BEFORE.search(place.plain, place.left, one.start)
    if _SAME_AS_EVER.match(after):
        return False
    after_no = _NO_THEN.search(before)
    is_old = (not moved and not after_no and old.OLD_BEFORE.search(before)) or old.OLD_AFTER.match(after)
    return bool(is_old or (cannot and not _BREAK.search(cannot.group())))


def _is_overruled(place: Place) -> bool:
    """Whether the next date takes its place."""
    one, after = place.one, place.after
    if place.names and after and not after.strip(" \t"):
        return True  # the columns of a list: the last one is the newest
    to_next = (old.TO_NEXT.match(after) and len(after) <= 30) or old.MOVED_TO_NEXT.search(after)
    after_now = old.NOW.search(_ITS_NOW.sub("", after))
    named_between = any(one.end <= name < place.right for name in place.names)
    overruled = to_next or (after_now and not old.NOW.search(place.plain, place.left, one.start))
    return bool(overruled) and not named_between


def _is_refused(place: Place) -> bool:
    """Whether the clause of a date that stands now denies something, and not that it changes."""
    if _STANDING.match(place.after) and old.NEGATION.search(place.after):
        return True
    if place.stands and place.is_last and _TAKEN_BACK.search(place.plain[place.one.end : place.one.end + NEAR]):
        return True
    if place.stands and _BLOCKED.match(place.after):
        return True
    clause = place.plain[slice(*place.clause)]
    return place.stands and bool(_REFUSAL.search(clause)) and not _STAYS.search(clause)


def is_not_before(place: Place) -> bool:
    """Whether the date is the earliest possible one: 'we cannot deliver before …'."""
    if old.NOT_BEFORE.search(place.before) or _EARLIER_CJK.match(place.after):
        return True
    word = old.BEFORE.search(place.before)
    around = place.before[max(0, (word.start() if word else 0) - 60) : word.start() if word else 0] + " … "
    return bool(word and old.NEGATION.search(around + place.after[:60]))


def is_wished(place: Place, offered: bool) -> bool:
    """Whether the date is asked for, not given; an offer asks too, but gives the date."""
    left, right = place.clause
    if cues.CHANGE.search(place.sentence) or is_agreed(place):
        return False
    if old.YOU_WANT.search(_AS_ASKED.sub(" ", place.plain[left:right])):
        return True
    return not offered and bool(
        PLEASE.search(place.before)
        or old.OUR_WISH.search(_AS_ASKED.sub(" ", place.plain[left:right]))
        or old.OUR_WISH_BEFORE.search(place.before)
    )


def is_agreed(place: Place) -> bool:
    """Whether a date that was asked for is granted."""
    if cues.AGREED_BEFORE.search(place.before):
        return True
    said = cues.AGREED.match(place.after)
    return bool(said) and not old.NEGATION.search(said.group() if said else "")
