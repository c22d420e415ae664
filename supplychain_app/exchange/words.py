"""Brings headers of any spelling to comparable words, and says how near a header is to a field."""

import re
import unicodedata
from functools import cache

from rapidfuzz import fuzz

from supplychain_app.exchange.vocabulary import HEADERS

_SHORT = {
    "dt": "date",
    "dat": "date",
    "qty": "quantity",
    "qnty": "quantity",
    "quant": "quantity",
    "qtty": "quantity",
    "del": "delivery",
    "deliv": "delivery",
    "dlv": "delivery",
    "dely": "delivery",
    "dlvry": "delivery",
    "delv": "delivery",
    "dlvy": "delivery",
    "req": "required",
    "reqd": "required",
    "rqd": "required",
    "purch": "purchase",
    "pur": "purchase",
    "purchasing": "purchase",
    "doc": "document",
    "docs": "document",
    "ord": "order",
    "no": "number",
    "num": "number",
    "nr": "number",
    "nbr": "number",
    "nro": "number",
    "numero": "number",
    "nummer": "number",
    "n": "number",
    "#": "number",
    "№": "number",
    "mat": "material",
    "matl": "material",
    "desc": "description",
    "descr": "description",
    "descrip": "description",
    "vend": "vendor",
    "vndr": "vendor",
    "supp": "supplier",
    "suppl": "supplier",
    "splr": "supplier",
    "rec": "received",
    "recd": "received",
    "rcvd": "received",
    "rcv": "received",
    "recv": "received",
    "conf": "confirmed",
    "cfm": "confirmed",
    "confd": "confirmed",
    "sched": "scheduled",
    "prom": "promised",
    "orig": "original",
    "exp": "expected",
    "est": "estimated",
    "amt": "amount",
    "val": "value",
    "trk": "tracking",
    "cont": "container",
    "cntr": "container",
    "shpt": "shipment",
    "shp": "ship",
    "ack": "acknowledgement",
    "acknowledgment": "acknowledgement",
    "cust": "customer",
    "acct": "account",
    "grp": "group",
    "stat": "statistical",
    "loc": "location",
    "lief": "liefer",
}
_VAGUE = set(  # noqa: C405
    [
        "number",
        "code",
        "date",
        "name",
        "unit",
        "type",
        "value",
        "order",
        "document",
        "line",
        "item",
        "text",
        "group",
        "status",
        "menge",
        "datum",
        "fecha",
        "data",
    ]
)
_GLUE = {
    "a",
    "the",
    "of",
    "de",
    "du",
    "des",
    "do",
    "da",
    "del",
    "la",
    "le",
    "der",
    "die",
    "das",
    "d",
    "l",
    "in",
    "to",
    "for",
}


@cache
def normalise(header: str) -> str:
    """Plain words of a header: no case, accents, punctuation or abbreviations.

    >>> normalise("Purch.Doc."), normalise("OrdQty"), normalise("Bestätigter_Termin")
    ('purchase document', 'order quantity', 'bestatigter termin')
    """
    text = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", header.replace("ß", "ss"))
    text = text.replace("№", "#").replace("n°", "n ").replace("N°", "n ").replace("nº", "n ").replace("Nº", "n ")
    text = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    # Umlauts are written ä or ae: both become a.
    text = text.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    words = re.findall(r"[^\W_]+|#", text)
    return " ".join(_SHORT.get(word, word) for word in words)


_PLANNED = re.compile(
    r"\b(expected|planned|promised?|request\w*|required|estimated|scheduled|confirmed|commit\w*|need\w*|due|geplant\w*|"
    r"erwartet\w*|zugesagt\w*|bestatigt\w*|gewunscht\w*|prevue?|promise|confirmee?|souhaitee?|demandee?|prevista|"
    r"prometida|confirmada|solicitada|requerida|esperada|desejada|necessaria)\b"
)
_ASKED = re.compile(
    r"\b(request\w*|required|need\w*|wanted|gewunscht\w*|bedarf\w*|wunsch\w*|souhaitee?|demandee?|requise?|besoin|"
    r"solicitada|requerida|necesaria|necesidad|desejada|necessaria|necessidade)\b"
)
_DONE = re.compile(
    r"\b(actual|received|receipt|arrived|invoice\w*|posted|posting|booked|shipped|tatsachlich\w*|geliefert|erhalten|"
    r"reelle?|recue?|effective|livree?|recibid[oa]|entregad[oa]|real|recebid[oa]|entregue)\b"
)
_PART = re.compile(
    r"\b(open|received|delivered|remaining|outstanding|rejected|returned|billed|invoiced|shipped|offen\w*|rest\w*|geliefert\w*|"
    r"restante?|recue?|livree?|pendiente|recibida|entregada|rechazada|pendente|recebida|entregue|min|safety|stock)\b"
)
_FIRST = re.compile(r"\b(first|original|initial|statistical|baseline|ursprung\w*|erst\w*|initiale|primera|primeira)\b")
_AGAINST = {
    **dict.fromkeys(("received_on", "posted_on", "issued_on", "created_on", "shipped_on"), _PLANNED),
    **dict.fromkeys(("first_promise", "required_on"), _DONE),
    "quantity": _PART,
}
# A date that the supplier confirmed says more than one that the ERP planned.
CONFIRMED = re.compile(
    r"\b(promis\w*|confirmed|commit\w*|acknowledge\w*|agreed|revised|latest|bestatigt\w*|zugesagt\w*|zusage\w*|ab|"
    r"confirmee?|promise|prometida|confirmada|compromiso)\b"
)


def _contradicts(plain: str, field: str) -> bool:
    """Does a word of the header rule a field out, unless the whole header is known for it?"""
    if field == "current_promise":
        return bool(_ASKED.search(plain) or _FIRST.search(plain)) or bool(
            _DONE.search(plain) and not _PLANNED.search(plain)
        )
    against = _AGAINST.get(field)
    return against is not None and against.search(plain) is not None


@cache
def _spellings() -> dict[str, dict[str, int]]:
    """field -> normalised header -> place in the list (earlier is more usual)."""
    known: dict[str, dict[str, int]] = {}
    for field, text in HEADERS.items():
        entries = [entry.strip() for line in text.splitlines() for entry in line.split("|")]
        found = known.setdefault(field, {})
        for place, entry in enumerate(entry for entry in entries if entry):
            found.setdefault(normalise(entry), place)
    return known


@cache
def nearness(header: str) -> dict[str, tuple[float, str]]:  # noqa: PLR0912 - one branch a rule
    """For each field that a header may mean: how near (0 to 1) and the known header it is near to."""
    plain = normalise(header)
    if not plain:
        return {}
    # "Order Lines/Quantity" and "Item: Name" are read by their last part too.
    tails = {plain: 1.0}
    for mark in ("/", ":", " - "):
        if mark in header:
            tails.setdefault(normalise(header.rsplit(mark, 1)[1]), 0.93)
    bare = normalise(re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", header))
    if bare:
        tails.setdefault(bare, 0.95)
    squeezed = plain.replace(" ", "")
    scores: dict[str, tuple[float, str]] = {}
    for field, known in _spellings().items():
        best, like = 0.0, ""
        for tail, weight in tails.items():
            if tail in known:
                # A field's first words are sure; its later ones are shared with other meanings.
                score = weight * (1.0 - min(known[tail], 40) * 0.001)
                if score > best:
                    best, like = score, tail
        if best < 0.9 and not _contradicts(plain, field):
            for spelling in known:
                score = _like(plain, squeezed, spelling, shorter=not field.endswith(("_on", "promise")))
                if score > best:
                    best, like = score, spelling
        if best >= 0.45:
            scores[field] = (best, like)
    if any(score >= 0.95 for score, _ in scores.values()):  # known for one field: likeness to others says little
        return {f: (score if score >= 0.9 else 0.6 * score, like) for f, (score, like) in scores.items()}
    return scores


def _like(plain: str, squeezed: str, spelling: str, *, shorter: bool) -> float:  # noqa: PLR0911
    if squeezed == spelling.replace(" ", ""):
        return 0.97
    ratio = float(fuzz.token_sort_ratio(plain, spelling)) / 100
    if ratio >= 0.86 and min(len(plain), len(spelling)) >= 5:
        return 0.35 + 0.5 * ratio
    words, own = set(spelling.split()), set(plain.split())
    if len(words) >= 2 and words <= own:
        # All the known words are there among others: "PO Sent to Vendor Date (UTC)".
        return 0.62 + 0.25 * len(words) / len(own)
    if len(own) >= 2 and len(words) == 1 and words <= own - _GLUE - _VAGUE and len(spelling) >= 4:
        return 0.4 + 0.2 / len(own)
    if shorter and len(own) >= 2 and own <= words and len(own) / len(words) > 0.6:
        return 0.6
    # Glued words of German and short headers: "Bestellpositionsnummer" holds "bestellposition".
    if (
        len(spelling) >= 7
        and " " not in spelling
        and " " not in plain
        and (
            spelling in plain or (len(plain) >= 6 and spelling.startswith(plain) and len(plain) >= 0.6 * len(spelling))
        )
    ):
        return 0.5 + 0.3 * min(len(spelling), len(plain)) / max(len(spelling), len(plain))
    return 0.0


@cache
def _all_spellings() -> frozenset[str]:
    return frozenset(spelling for known in _spellings().values() for spelling in known)


@cache
def known_header(text: str) -> bool:
    """Is this a column header that some export is known to use?"""
    if len(text) > 60:
        return False
    plain = normalise(text)
    if not plain:
        return False
    known = _all_spellings()
    tail = normalise(re.split(r"[/:]", text)[-1])
    bare = normalise(re.sub(r"\([^)]*\)", " ", text))
    return plain in known or tail in known or bare in known
