"""Recognises what a number can be: ranked candidates with their check digits, never one silent answer."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from supplychain_app.domain import check_digits

Check = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing a number can be; `check` is ok, failed or none."""

    kind: str  # parcel, container, air_waybill, bill_of_lading, sscc, vessel, location
    carrier: str | None
    check: str
    number: str = ""  # as it is written without spaces
    name: str = ""  # what is meant, in words


@dataclass(frozen=True, slots=True)
class _Format:
    shape: re.Pattern[str]
    kind: str
    carrier: str | None
    name: str
    weight: float  # how telling the shape is by itself
    check: Check | None = None


def _of(shape: str, kind: str, carrier: str | None, name: str, weight: float, check: Check | None = None) -> _Format:
    return _Format(re.compile(shape), kind, carrier, name, weight, check)


_FORMATS = (
    _of(r"1Z[0-9A-Z]{16}", "parcel", "ups", "UPS", 0.95, check_digits.ups),
    _of(r"[A-Z]{3}[UJZ]\d{7}", "container", None, "Container (ISO 6346)", 0.9, check_digits.container),
    _of(r"[A-Z]{2}\d{9}[A-Z]{2}", "parcel", "post", "Post (UPU S10)", 0.9, check_digits.s10),
    _of(r"J?JD\d{18}|J[A-Z]{2,3}\d{9,10}", "parcel", "dhl", "DHL piece", 0.9),
    _of(r"00\d{18}", "sscc", None, "SSCC with its identifier 00", 0.8, check_digits.sscc),
    _of(r"96\d{20}", "parcel", "fedex", "FedEx Ground 96", 0.8, check_digits.fedex_96),
    _of(r"9[1-5](\d{18}|\d{20}|\d{24}|\d{28}|\d{32})", "parcel", "usps", "USPS", 0.8, check_digits.usps),
    _of(r"420\d{5}(\d{4})?9[1-5]\d{18,24}", "parcel", "usps", "USPS with ZIP", 0.85, check_digits.usps),
    _of(r"\d{18}", "sscc", None, "SSCC", 0.6, check_digits.sscc),
    _of(r"\d{12}", "parcel", "fedex", "FedEx Express", 0.5, check_digits.fedex_express),
    _of(r"\d{15}", "parcel", "fedex", "FedEx Ground", 0.55, check_digits.fedex_ground),
    _of(r"\d{34}", "parcel", "fedex", "FedEx barcode", 0.5, lambda n: check_digits.fedex_express(n[-12:])),
    _of(r"\d{10}", "parcel", "dhl", "DHL Express", 0.5, check_digits.mod7),
    _of(r"\d{11}", "air_waybill", None, "Air waybill", 0.55, check_digits.air_waybill),
    _of(r"\d{11}", "parcel", "dhl", "DHL Express", 0.3, check_digits.mod7),
    _of(r"\d{12}", "parcel", "dhl", "DHL Parcel (Germany)", 0.3),
    _of(r"00\d{18}", "parcel", "dhl", "DHL Parcel (Germany)", 0.6, check_digits.sscc),
    _of(r"\d{20}", "parcel", "dhl", "DHL Parcel (Germany)", 0.35),
    _of(r"\d{20}", "parcel", "usps", "USPS", 0.25, check_digits.usps),
    _of(r"\d{14}[0-9A-Z]", "parcel", "dpd", "DPD", 0.4, check_digits.dpd),
    _of(r"\d{14}", "parcel", "dpd", "DPD", 0.35),
    _of(r"\d{27}[0-9A-Z]", "parcel", "dpd", "DPD barcode", 0.4),
    _of(r"[0-5]\d{11}", "parcel", "purolator", "Purolator", 0.25, check_digits.luhn),
    _of(r"[A-Z]{3}\d{9}", "parcel", "purolator", "Purolator", 0.4),
    _of(
        r"\d{16}",
        "parcel",
        "canada_post",
        "Canada Post",
        0.4,
        lambda n: check_digits.mod10_weighted(n[:-1]) == int(n[-1]),
    ),
    _of(r"\d{9}", "parcel", "ups", "UPS Freight", 0.15),
    _of(r"\d{10}", "parcel", "ups", "UPS Freight", 0.1),
    _of(r"(IMO)?\d{7}", "vessel", None, "Vessel (IMO)", 0.35, lambda n: check_digits.imo(n[-7:])),
)

SCAC = {
    "MAEU": "maersk", "MSKU": "maersk", "SEAU": "maersk", "HLCU": "hapag_lloyd", "CMDU": "cma_cgm", "APLU": "cma_cgm",
    "ANNU": "cma_cgm", "MSCU": "msc", "MEDU": "msc", "EGLV": "evergreen", "HDMU": "hmm", "ONEY": "one", "ZIMU": "zim",
    "YMLU": "yang_ming", "COSU": "cosco", "OOLU": "oocl", "PCIU": "pil", "WHLC": "wan_hai",
}  # fmt: skip
"""Standard carrier alpha codes that stand before a bill of lading's number."""

# Owners' prefixes of containers: a hint at the line, no more, since boxes are leased and lent.
_OWNERS = {
    "MSKU": "maersk", "MRKU": "maersk", "MAEU": "maersk", "MRSU": "maersk", "HLXU": "hapag_lloyd",
    "HLBU": "hapag_lloyd", "HAMU": "hapag_lloyd", "UACU": "hapag_lloyd", "CMAU": "cma_cgm", "APZU": "cma_cgm",
    "MSCU": "msc", "MEDU": "msc", "MSDU": "msc", "EGHU": "evergreen", "EMCU": "evergreen", "EISU": "evergreen",
    "HMMU": "hmm", "ONEU": "one", "NYKU": "one", "ZIMU": "zim", "ZCSU": "zim", "YMLU": "yang_ming", "YMMU": "yang_ming",
    "CSNU": "cosco", "OOLU": "oocl",
}  # fmt: skip

_ALIASES = {
    "dhl": "dhl", "dhl express": "dhl", "dhl unified": "dhl", "dhl parcel": "dhl", "dhl ecommerce": "dhl",
    "dhl freight": "dhl", "dhl global forwarding": "dhl", "ups": "ups", "united parcel service": "ups",
    "fedex": "fedex", "fedex express": "fedex", "fedex ground": "fedex", "federal express": "fedex", "usps": "usps",
    "us postal service": "usps", "maersk": "maersk", "maersk line": "maersk", "hapag lloyd": "hapag_lloyd",
    "hapag": "hapag_lloyd", "hapaglloyd": "hapag_lloyd", "cma": "cma_cgm", "cma cgm": "cma_cgm", "apl": "cma_cgm",
    "msc": "msc", "mediterranean shipping company": "msc", "evergreen": "evergreen", "evergreen line": "evergreen",
    "hmm": "hmm", "hyundai merchant marine": "hmm", "one": "one", "ocean network express": "one", "zim": "zim",
    "yang ming": "yang_ming", "yangming": "yang_ming", "dcsa": "dcsa", "17track": "17track", "aftership": "aftership",
    "easypost": "easypost", "shipengine": "shipengine", "shipstation": "shipengine", "karrio": "karrio",
    "mydhl": "dhl_express", "gls": "gls", "la poste": "la_poste", "colissimo": "la_poste", "chronopost": "la_poste",
    "australia post": "australia_post", "auspost": "australia_post", "royal mail": "royal_mail",
    "canada post": "canada_post", "dpd": "dpd", "purolator": "purolator",
}  # fmt: skip

_KEYS = frozenset(_ALIASES.values())
_SEPARATORS = re.compile("[\\s.\\-\u2010-\u2015_/\u200b-\u200d\u2060\ufeff]+")
# Numbers as people write them in mails: in groups, and else in one piece.
_WRITTEN = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Za-z]{3}[UJZujz][ -]?\d{3}[ .]?\d{3}[ -/]?\d|\d{3}[ -]\d{4} ?\d{4}|1Z(?: ?[0-9A-Z]){16}"
    r"|[A-Z]{2} ?\d{3} ?\d{3} ?\d{3} ?[A-Z]{2}|9[1-5]\d\d(?: \d{4}){4,5}(?: \d\d)?|[A-Za-z0-9]{6,40})(?![A-Za-z0-9])"
)
# A carrier's name, and the digits that soon follow it: “FedEx: 4771 7908 1230”.
_NAMED = re.compile(
    r"(?i)(?<![a-z])(dhl|fed ?ex|usps|purolator|canada post|dpd|gls)(?![a-z])"
    r"[^\n\d]{0,25}(\d(?:[ -]?\d){8,33})(?![\da-z])"
)


def carrier_key(name: str) -> str:
    """The key under which a carrier is known, from any usual spelling of its name.

    >>> carrier_key("Maersk Line"), carrier_key("DHL Express (Germany)"), carrier_key("dhl_express")
    ('maersk', 'dhl', 'dhl_express')
    """
    if name in _KEYS:
        return name
    plain = " ".join(re.sub(r"[^0-9a-z]+", " ", unicodedata.normalize("NFKD", name).casefold()).split())
    if plain in _ALIASES:
        return _ALIASES[plain]
    if name.strip().upper() in SCAC:
        return SCAC[name.strip().upper()]
    words = plain.split()
    for length in range(len(words) - 1, 0, -1):
        start = " ".join(words[:length])
        if start in _ALIASES and start != "one":
            return _ALIASES[start]
    return plain.replace(" ", "_")


def normalised(number: str) -> str:
    """A number without spaces, dots, hyphens and zero-width signs, in capitals and plain digits.

    >>> normalised(" csqu 305438-3 ")
    'CSQU3054383'
    """
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", number)).upper()


def recognise(number: str) -> list[Candidate]:
    """What a number can be, best first. A failed check digit lowers a candidate, and never removes it."""
    bare = normalised(number)
    if not bare.isascii():
        return []
    found: list[tuple[float, int, Candidate]] = []
    for position, shape in enumerate(_FORMATS):
        if not shape.shape.fullmatch(bare):
            continue
        check = "none" if shape.check is None else "ok" if shape.check(bare) else "failed"
        score = shape.weight + {"ok": 0.4, "none": 0.0, "failed": -0.5}[check]
        carrier = shape.carrier
        if shape.kind == "container":
            carrier = _OWNERS.get(bare[:4])
        if shape.kind == "air_waybill" and re.match(r"\s*\d{3}[-\s]\d", number):
            score += 0.3  # written with its airline apart
        found.append((-score, position, Candidate(shape.kind, carrier, check, bare, shape.name)))
    if bare[:4] in SCAC and re.fullmatch(r"[A-Z]{4}[A-Z0-9]{6,16}", bare):
        is_box = re.fullmatch(r"[A-Z]{3}[UJZ]\d{7}", bare) is not None
        line = Candidate("bill_of_lading", SCAC[bare[:4]], "none", bare, "Bill of lading")
        found.append((-(0.6 if is_box else 0.9), len(_FORMATS), line))
    if re.fullmatch(r"[A-Z]{2}[A-Z2-9]{3}", bare):
        found.append((-0.1, len(_FORMATS) + 1, Candidate("location", None, "none", bare, "UN/LOCODE")))
    return [candidate for _, _, candidate in sorted(found, key=lambda entry: entry[:2])]


def found_in(text: str) -> list[Candidate]:
    """The best candidate of each number in a mail or any text.

    Bare digits count only with a check digit that holds, and short ones only right after their carrier's name.
    """
    found = {candidate.number: candidate for candidate in _named_in(text)}
    for match in _WRITTEN.finditer(unicodedata.normalize("NFKC", text)):
        candidates = recognise(match[0])
        if not candidates or sum(c.isdigit() for c in match[0]) < 6:
            continue
        best = candidates[0]
        is_telling = best.kind in ("container", "bill_of_lading") or not best.number.isdigit()
        if best.kind not in ("vessel", "location") and (is_telling or (best.check == "ok" and len(best.number) > 10)):
            found.setdefault(best.number, best)
    return list(found.values())


def _named_in(text: str) -> Iterator[Candidate]:
    for match in _NAMED.finditer(unicodedata.normalize("NFKC", text)):
        carrier = carrier_key(match[1].replace(" ", "") if match[1].lower().startswith("fed") else match[1])
        own = (c for c in recognise(match[2]) if c.carrier == carrier and c.check != "failed")
        if (best := next(own, None)) is not None:
            yield best
