"""Says what a column holds: dates, numbers, codes, currencies, container numbers ..."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from supplychain_app.exchange import numbers
from supplychain_app.exchange.dates import take_apart

MISSING = frozenset(
    [
        "-",
        "--",
        "---",
        ".",
        "..",
        "/",
        "n/a",
        "na",
        "n.a.",
        "n.a",
        "none",
        "null",
        "nil",
        "nan",
        "#n/a",
        "#na",
        "#ref!",
        "#value!",
        "#div/0!",
        "#name?",
        "tbd",
        "tba",
        "tbc",
        "t.b.d.",
        "unknown",
        "unbekannt",
        "?",
        "keine",
        "kein",
        "offen",
        "ohne",
        "entfaellt",
        "entfällt",
        "sans",
        "aucun",
        "aucune",
        "ninguno",
        "ninguna",
        "nenhum",
        "nenhuma",
        "s/d",
        "s/n",
        "00.00.0000",
        "0000-00-00",
        "00/00/0000",
        "00000000",
        "0/0/0",
        "00-00-0000",
        "0000/00/00",
        "1900-01-00",
        "asap",
        "pending",
        "(blank)",
        "(none)",
        "-",
        "none",
        "-",
        "not",
        "captured",
        "not",
        "available",
        "not",
        "applicable",
    ]
) | {"not captured", "not available", "not applicable", "- none -", "date not captured", "to be confirmed", "no date"}

CURRENCIES = frozenset(
    [
        "EUR",
        "USD",
        "GBP",
        "CHF",
        "JPY",
        "CNY",
        "RMB",
        "INR",
        "BRL",
        "MXN",
        "CAD",
        "AUD",
        "NZD",
        "SEK",
        "NOK",
        "DKK",
        "PLN",
        "CZK",
        "HUF",
        "RON",
        "BGN",
        "TRY",
        "ZAR",
        "KRW",
        "TWD",
        "HKD",
        "SGD",
        "THB",
        "MYR",
        "IDR",
        "PHP",
        "VND",
        "AED",
        "SAR",
        "ILS",
        "EGP",
        "MAD",
        "NGN",
        "KES",
        "ARS",
        "CLP",
        "COP",
        "PEN",
        "UYU",
        "RUB",
        "UAH",
        "XOF",
        "XAF",
        "PKR",
        "BDT",
        "LKR",
        "€",
        "$",
        "£",
        "¥",
        "₹",
        "US$",
        "R$",
    ]
)
INCOTERMS = frozenset(
    ["EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP", "DAT", "DAF", "DES", "DEQ", "DDU"]
)
MODES = {
    "air": "air",
    "air charter": "air",
    "airfreight": "air",
    "luft": "air",
    "luftfracht": "air",
    "flugzeug": "air",
    "aerien": "air",
    "avion": "air",
    "aereo": "air",
    "aerea": "air",
    "by air": "air",
    "air freight": "air",
    "air cargo": "air",
    "ocean": "ocean",
    "sea": "ocean",
    "sea freight": "ocean",
    "seafreight": "ocean",
    "ocean freight": "ocean",
    "see": "ocean",
    "seefracht": "ocean",
    "seeschiff": "ocean",
    "maritime": "ocean",
    "maritimo": "ocean",
    "mer": "ocean",
    "vessel": "ocean",
    "ship": "ocean",
    "boat": "ocean",
    "by sea": "ocean",
    "fcl": "ocean",
    "lcl": "ocean",
    "truck": "road",
    "road": "road",
    "lkw": "road",
    "strasse": "road",
    "camion": "road",
    "route": "road",
    "routier": "road",
    "carretera": "road",
    "terrestre": "road",
    "rodoviario": "road",
    "ltl": "road",
    "ftl": "road",
    "rail": "rail",
    "bahn": "rail",
    "train": "rail",
    "ferroviaire": "rail",
    "courier": "parcel",
    "parcel": "parcel",
    "express": "parcel",
    "kurier": "parcel",
    "paket": "parcel",
    "colis": "parcel",
    "ground": "parcel",
}
UNITS = frozenset(
    [
        "EA",
        "PC",
        "PCE",
        "PCS",
        "ST",
        "STK",
        "STCK",
        "STÜCK",
        "PZ",
        "PZA",
        "UN",
        "UND",
        "UNID",
        "UNI",
        "U",
        "KG",
        "G",
        "T",
        "TO",
        "LB",
        "LBS",
        "M",
        "MM",
        "CM",
        "KM",
        "FT",
        "IN",
        "YD",
        "L",
        "ML",
        "LT",
        "GAL",
        "SET",
        "KIT",
        "BOX",
        "BX",
        "CTN",
        "CS",
        "CRT",
        "PAL",
        "PLT",
        "ROL",
        "ROLL",
        "PAA",
        "PAAR",
        "PR",
        "PK",
        "PAK",
        "PACK",
        "PKT",
        "DZ",
        "BAG",
        "BG",
        "BT",
        "DR",
        "CAR",
        "M2",
        "M3",
        "MTR",
        "QM",
        "SQM",
        "SQFT",
        "HR",
        "H",
        "STD",
        "EACH",
        "NOS",
        "UNITS",
        "UNIT",
        "PIECE",
        "PIECES",
        "KGS",
        "MT",
        "PIEZA",
        "PIEZAS",
        "PCA",
        "PIECE(S)",
        "UNIT(S)",
        "UNITE",
        "UNIDADE",
        "UNIDADES",
        "UNIDAD",
        "LE",
        "KAR",
        "FL",
        "TN",
        "KI",
        "RL",
    ]
)
_CONTAINER = re.compile(r"[A-Z]{3}[UJZ]\s?\d{6}[- ]?\d")
_TRACKING = re.compile(
    r"1Z[0-9A-Z]{16}|JD\d{16,20}|JJD\d{14,20}|\d{12}|\d{15}|\d{20,22}|\d{10}|[A-Z]{2}\d{9}[A-Z]{2}|\d{3}-?\d{8}|[A-Z]{4}\d{8,12}"
)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
SAMPLE = 3000


def is_missing(text: str) -> bool:
    return not text or text.strip().casefold() in MISSING or not text.strip()


def plain_mode(text: str) -> str | None:
    """Our word for a transport mode, or None where the text names none."""
    import unicodedata

    folded = "".join(c for c in unicodedata.normalize("NFKD", text.casefold().strip()) if not unicodedata.combining(c))
    if folded in MODES:
        return MODES[folded]
    return next((MODES[word] for word in re.split(r"[^a-z]+", folded) if word in MODES), None)


@dataclass(frozen=True)
class Profile:
    """Shares are of the cells that hold something; `filled` of all cells."""

    cells: int
    filled: float
    distinct: int
    unique: bool
    dates: float
    numbers: float
    integers: float
    days: float  # Excel day numbers between 1955 and 2119
    largest: float
    letters: float
    spaces: float
    length: float
    currencies: float
    incoterms: float
    modes: float
    units: float
    containers: float
    trackings: float
    mails: float
    examples: tuple[str, ...]


def profile(cells: Sequence[str]) -> Profile:
    """What a column holds, from at most a few thousand of its cells, spread over its length."""
    step = max(1, len(cells) // SAMPLE)
    sample = cells[::step]
    tally = Counter(cell.strip() for cell in sample if not is_missing(cell))
    # A word that comes again and again in place of a date or number ("N/A - From RDC") says "missing".
    total = sum(tally.values())
    kinds: dict[str, int] = dict.fromkeys(
        [
            "dates",
            "numbers",
            "integers",
            "days",
            "letters",
            "spaces",
            "currencies",
            "incoterms",
            "modes",
            "units",
            "containers",
            "trackings",
            "mails",
        ],
        0,
    )
    largest = length = 0.0
    wordy = 0
    for text, count in tally.items():
        upper = text.upper()
        bare = numbers.bare(text)
        date = take_apart(text) is not None or bool(
            re.fullmatch(r"(19[89]|20[0-4])\d(0[1-9]|1[0-2])([0-2]\d|3[01])", text)
        )
        kinds["dates"] += count * date
        if bare is not None:
            kinds["numbers"] += count
            value = numbers.parse(text)
            if value is not None:
                largest = max(largest, abs(value))
                kinds["integers"] += count * value.is_integer()
                kinds["days"] += count * (20000 <= value < 80000 and value.is_integer())
        elif not any(c.isdigit() for c in text):
            wordy += count
        kinds["letters"] += count * any(c.isalpha() for c in text)
        kinds["spaces"] += count * (" " in text)
        kinds["currencies"] += count * (upper in CURRENCIES)
        kinds["incoterms"] += count * (upper[:3] in INCOTERMS and not upper[3:4].isalpha())
        kinds["modes"] += count * (plain_mode(text) is not None and len(text) < 30)
        kinds["units"] += count * (upper in UNITS)
        kinds["containers"] += count * bool(_CONTAINER.fullmatch(upper))
        kinds["trackings"] += count * bool(_TRACKING.fullmatch(upper.replace(" ", "")))
        kinds["mails"] += count * bool(_MAIL.fullmatch(text))
        length += len(text) * count
    share = {name: value / total if total else 0.0 for name, value in kinds.items()}
    # Words without digits in a column of dates stand for "no date yet"; they do not make it a column of words.
    for name in ("dates", "numbers"):
        rest = total - wordy
        if wordy and rest and kinds[name] >= 0.9 * rest and kinds[name] >= 0.15 * total and len(tally) > 5:
            share[name] = kinds[name] / rest
    return Profile(
        cells=len(sample),
        filled=total / len(sample) if sample else 0.0,
        distinct=len(tally),
        unique=len(tally) == total and total == len(sample) and total > 0,
        largest=largest,
        length=length / total if total else 0.0,
        examples=tuple(text for text, _ in tally.most_common(3)),
        **share,
    )
