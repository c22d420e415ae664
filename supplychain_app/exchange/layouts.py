"""Says which program an export comes from, by headers that only that program writes."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from supplychain_app.exchange.vocabulary import LAYOUTS
from supplychain_app.exchange.words import normalise

# Headers that people and many programs write too: they support a guess, and never carry it alone.
ANYONES = """
need by date|need-by date|promised date|po line|po number|line num|quantity due|quantity ordered|
quantity received|buyer name|shipment num|movement type|material document|document number|
expected receipt date|item code|supplier name|received qty|qty|required by|pending qty|line status|
site|order reference|scheduled date|expected arrival|source document|vendor reference|num|memo|
vendor|amount|transaction date|transaction type|product/service|operation|reference|item|location|
supplier|ordering date|receipt date|delivery|batch|deliv date|purchasing document|short text|docnum|
requested receipt date|confirmed delivery date|confirmed receipt date|requested delivery date|
requested ship date|confirmed ship date|vendor account|location code|outstanding quantity|
purchase order date|order deadline|backordered|internal id|shipdate|docdate|linenum|linenumber|
kurztext|texto breve|texto breve de material|texte bref|receive by|line id|subsidiary|item_code|
item_name|supplier_name|received_qty|transaction_date|startdate|enddate|purchase order line status|
qty to receive|idx|cardname|itemcode|itemid|supplier site|order account|unit of measure code|
purchasing group
"""


@cache
def _typical() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Of each program: its headers, and those of them that only it writes."""
    found = {name: _spelled(text) for name, text in LAYOUTS.items()}
    uses = Counter(header for headers in found.values() for header in headers)
    anyones = _spelled(ANYONES)
    return {
        name: (headers, frozenset(h for h in headers if uses[h] == 1 and h not in anyones))
        for name, headers in found.items()
    }


def known_layout(headers: Sequence[str]) -> str | None:
    """The program whose export has these headers; None when too few are typical of one, or none is its alone."""
    told = {normalise(h) for h in headers} | {h.casefold().strip() for h in headers}
    best, best_hits = None, 1
    for name, (typical, alone) in _typical().items():
        hits = len(told & typical)
        if hits > best_hits and told & alone:
            best, best_hits = name, hits
    return best


def _spelled(text: str) -> frozenset[str]:
    entries = [" ".join(entry.split()) for entry in text.split("|")]
    return frozenset({normalise(entry) for entry in entries} | {entry for entry in entries if "_" in entry})
