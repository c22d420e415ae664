"""Names of the invented world: suppliers, places, goods and people. None of them is meant to be real."""

from typing import NamedTuple


class Country(NamedTuple):
    code: str
    language: str
    currency: str
    time_zone: str
    towns: tuple[str, ...]
    people: tuple[str, ...]
    domain: str


COUNTRIES = {
    c.code: c
    for c in (
        Country("DE", "de", "EUR", "Europe/Berlin", ("Aalen", "Hagen", "Gera"), ("Jens Wolf", "Ute Krüger"), "de"),
        Country("AT", "de", "EUR", "Europe/Vienna", ("Steyr", "Wels"), ("Lukas Hofer", "Eva Gruber"), "at"),
        Country("CH", "de", "CHF", "Europe/Zurich", ("Olten", "Uster"), ("Reto Frei", "Anna Meier"), "ch"),
        Country("IT", "it", "EUR", "Europe/Rome", ("Brescia", "Lecco"), ("Marco Galli", "Elena Riva"), "it"),
        Country("FR", "fr", "EUR", "Europe/Paris", ("Cluses", "Vienne"), ("Hugo Martin", "Claire Petit"), "fr"),
        Country("ES", "es", "EUR", "Europe/Madrid", ("Eibar", "Mondragón"), ("Iker Sanz", "Laura Vidal"), "es"),
        Country("PL", "en", "EUR", "Europe/Warsaw", ("Gliwice", "Mielec"), ("Piotr Nowak", "Ewa Lis"), "pl"),
        Country("CZ", "en", "EUR", "Europe/Prague", ("Brno", "Zlín"), ("Jan Dvořák", "Petra Malá"), "cz"),
        Country("SE", "en", "EUR", "Europe/Stockholm", ("Västerås", "Skövde"), ("Erik Lund", "Sara Ek"), "se"),
        Country("NL", "en", "EUR", "Europe/Amsterdam", ("Eindhoven", "Almelo"), ("Bram de Wit", "Lotte Bos"), "nl"),
        Country("GB", "en", "GBP", "Europe/London", ("Derby", "Telford"), ("Tom Ashby", "Helen Price"), "co.uk"),
        Country("TR", "en", "EUR", "Europe/Istanbul", ("Bursa", "Konya"), ("Emre Kaya", "Selin Aydın"), "com.tr"),
        Country("CN", "en", "USD", "Asia/Shanghai", ("Ningbo", "Suzhou"), ("Li Wei", "Chen Jing"), "cn"),
        Country("TW", "en", "USD", "Asia/Taipei", ("Taichung", "Tainan"), ("Kevin Lin", "Amy Hsu"), "com.tw"),
        Country("KR", "en", "USD", "Asia/Seoul", ("Changwon", "Ulsan"), ("Min-jun Park", "Seo-yeon Choi"), "co.kr"),
        Country("JP", "en", "USD", "Asia/Tokyo", ("Nagoya", "Suwa"), ("Kenji Mori", "Yuki Abe"), "co.jp"),
        Country("IN", "en", "USD", "Asia/Kolkata", ("Pune", "Rajkot"), ("Arjun Rao", "Meera Shah"), "in"),
        Country("US", "en", "USD", "America/New_York", ("Erie", "Dayton"), ("Mike Carter", "Dana Hill"), "com"),
        Country(
            "BR", "pt", "USD", "America/Sao_Paulo", ("Joinville", "Campinas"), ("Rafael Souza", "Bruna Dias"), "com.br"
        ),
    )
}


class Family(NamedTuple):
    """Goods of one kind: what they are called with their sizes, what they cost, how long they take to make."""

    name: str
    goods: tuple[tuple[str, str], ...]
    unit: str
    price: tuple[float, float]
    quantity: tuple[int, int]
    production_days: int


_DN = "DN50|DN65|DN80|DN100|DN125|DN150|DN200"
_MM = "24 mm|32 mm|45 mm|60 mm|75 mm|90 mm"
_KW = "0.75 kW|1.5 kW|4 kW|7.5 kW|11 kW|22 kW"

FAMILIES = (
    Family(
        "Castings",
        (
            ("Housing {}, cast", _DN),
            ("Volute casing {}, cast", _DN),
            ("Bearing bracket {}, cast", "size 1|size 2|size 3|size 4|size 5"),
            ("Cover {}, ductile iron", _DN),
        ),
        "pcs",
        (38, 420),
        (20, 240),
        24,
    ),
    Family(
        "Impellers",
        (
            ("Impeller {}, bronze", "160 mm|180 mm|210 mm|250 mm|315 mm"),
            ("Impeller {}, 1.4408", "160 mm|180 mm|210 mm|250 mm|315 mm"),
            ("Diffuser {}", "160 mm|210 mm|250 mm|315 mm"),
            ("Inducer {}", "80 mm|95 mm|120 mm|150 mm"),
        ),
        "pcs",
        (45, 310),
        (20, 160),
        26,
    ),
    Family(
        "Shafts",
        (("Shaft {}, 1.4057", _MM), ("Shaft sleeve {}", _MM), ("Stub shaft {}", _MM), ("Shaft nut {}", _MM)),
        "pcs",
        (18, 190),
        (40, 300),
        16,
    ),
    Family(
        "Seals",
        (
            ("Shaft seal {}", _MM),
            ("Mechanical seal {}, SiC", _MM),
            ("O-ring set {}", "FK-12|FK-18|FK-24|FK-30"),
            ("Gasket set {}", "FK-12|FK-18|FK-24|FK-30"),
        ),
        "pcs",
        (4, 160),
        (100, 900),
        12,
    ),
    Family(
        "Bearings",
        (
            ("Bearing {}", "6206-2RS|6309-C3|6312-C3|6314-C3|6410"),
            ("Angular contact bearing {}", "7308-B|7310-B|7312-B|7314-B"),
            ("Roller bearing {}", "NU310|NU312|NU314|NU316"),
        ),
        "pcs",
        (6, 95),
        (50, 600),
        10,
    ),
    Family(
        "Motors",
        (("Motor {} IE4", _KW), ("Motor {} IE3, flange", _KW), ("Gear motor {}", _KW)),
        "pcs",
        (140, 950),
        (6, 48),
        30,
    ),
    Family(
        "Electronics",
        (
            ("Control board {}", "R2|R3|R4|R5"),
            ("Frequency inverter {}", _KW),
            ("Pressure sensor {}", "0–6 bar|0–10 bar|0–16 bar|0–25 bar"),
            ("Display unit {}", "D3|D5|D7"),
        ),
        "pcs",
        (14, 240),
        (40, 300),
        32,
    ),
    Family(
        "Valves",
        (
            ("Check valve {}", _DN),
            ("Relief valve {}", "DN15|DN25|DN40|DN50"),
            ("Ball valve {}, brass", "DN15|DN25|DN40"),
        ),
        "pcs",
        (9, 210),
        (40, 400),
        14,
    ),
    Family(
        "Fasteners",
        (
            ("Hex screw {} A4", "M6×20|M8×30|M10×40|M12×60|M16×80"),
            ("Stud bolt {}", "M12×80|M16×100|M20×120|M24×140"),
            ("Washer {} A4", "M6|M8|M10|M12|M16"),
            ("Threaded insert {}", "M6|M8|M10|M12"),
        ),
        "pcs",
        (0.05, 2.4),
        (500, 20000),
        8,
    ),
    Family(
        "Cables",
        (
            ("Cable harness {}", "6-pole|12-pole|18-pole|24-pole"),
            ("Cable gland {}", "M16|M20|M25|M32"),
            ("Motor cable {}", "4G1.5|4G2.5|4G4|4G6"),
        ),
        "pcs",
        (0.9, 28),
        (100, 1500),
        12,
    ),
    Family(
        "Packaging",
        (("Crate {}", "S|M|L|XL|export"), ("Folding box {}", "S|M|L|XL"), ("Foam insert {}", "S|M|L|XL")),
        "pcs",
        (0.6, 26),
        (100, 1500),
        6,
    ),
)
VARIANTS = ("", ", series 2", ", series 3", ", ATEX")

# (name, country, family index, role); the roles are the links that the demo plants.
FEATURED = (
    ("Kessler Guss", "DE", 0, "late"),
    ("Ferrando Valvole", "IT", 7, "slow to acknowledge"),
    ("Alder & Finch Gauges", "GB", 6, "innocent"),
    ("Meridian Seals", "US", 3, ""),
    ("Nordhall Bearings", "SE", 4, ""),
    ("Talavera Motors", "ES", 5, ""),
    ("Shenzhen Yuantai", "CN", 1, ""),
    ("Brightline Electronics", "TW", 6, ""),
    ("Fundição Serra Azul", "BR", 0, "lane"),
    ("Metalúrgica Rio Claro", "BR", 1, "lane"),
    ("Usinagem Vale Verde", "BR", 2, "lane"),
    ("Kaveri Precision", "IN", 2, "customs"),
    ("Deccan Castworks", "IN", 0, "customs"),
    ("Sahyadri Valves", "IN", 7, "customs"),
)

FIRST = (
    "Alpen", "Amber", "Argo", "Basalt", "Birken", "Borealis", "Cardan", "Castell", "Corvin", "Delta", "Dorn", "Eiger",
    "Elster", "Falken", "Ferro", "Gallus", "Granit", "Halden", "Helio", "Ibex", "Isar", "Juno", "Karst", "Lario",
    "Linden", "Lumen", "Marten", "Mistral", "Nimbus", "Norden", "Orion", "Pallas", "Pilar", "Quarz", "Rhenus", "Rivera",
    "Sable", "Salix", "Sierra", "Solano", "Tauern", "Terra", "Tessin", "Torvald", "Ursa", "Valmont", "Vesta", "Vidar",
    "Wald", "Xenon", "Yarrow", "Zephyr", "Zircon", "Ostra", "Kappa", "Lyra", "Mira", "Nauta", "Opal", "Pina",
)  # fmt: skip

SECOND = {
    0: ("Foundry", "Castings", "Guss"),
    1: ("Hydraulics", "Impeller Works", "Flow"),
    2: ("Precision", "Turning", "Shafts"),
    3: ("Seals", "Sealing", "Dichtungen"),
    4: ("Bearings", "Rolling", "Wälzlager"),
    5: ("Motors", "Drives", "Antriebe"),
    6: ("Electronics", "Sensors", "Controls"),
    7: ("Valves", "Armaturen", "Fittings"),
    8: ("Fasteners", "Screws", "Bolts"),
    9: ("Cable", "Harness", "Wire"),
    10: ("Packaging", "Crates", "Boxes"),
}

# How many suppliers each country has besides the featured ones.
SUPPLIERS_BY_COUNTRY = {
    "DE": 21, "CN": 9, "IT": 6, "AT": 4, "CZ": 5, "PL": 5, "FR": 4, "CH": 3, "ES": 2, "NL": 3, "SE": 2,
    "TR": 3, "TW": 3, "KR": 2, "JP": 2, "IN": 1, "US": 2,
}  # fmt: skip


class Port(NamedTuple):
    name: str
    unlocode: str
    country: str
    offset_min: int  # of its clock against UTC, standard time


PORTS = {
    p.name: p
    for p in (
        Port("Ningbo", "CNNGB", "CN", 480),
        Port("Kaohsiung", "TWKHH", "TW", 480),
        Port("Busan", "KRPUS", "KR", 540),
        Port("Yokohama", "JPYOK", "JP", 540),
        Port("Nhava Sheva", "INNSA", "IN", 330),
        Port("Savannah", "USSAV", "US", -300),
        Port("Santos", "BRSSZ", "BR", -180),
        Port("Mersin", "TRMER", "TR", 180),
        Port("Hamburg", "DEHAM", "DE", 60),
        Port("Rotterdam", "NLRTM", "NL", 60),
        Port("Koper", "SIKOP", "SI", 60),
    )
}


class SeaLane(NamedTuple):
    """A way by sea, planned days from departure to arrival."""

    origin: str
    destination: str
    days: int


SEA_LANES = {
    "CN": SeaLane("Ningbo", "Hamburg", 33),
    "TW": SeaLane("Kaohsiung", "Hamburg", 34),
    "KR": SeaLane("Busan", "Rotterdam", 36),
    "JP": SeaLane("Yokohama", "Rotterdam", 37),
    "IN": SeaLane("Nhava Sheva", "Koper", 21),
    "US": SeaLane("Savannah", "Rotterdam", 15),
    "BR": SeaLane("Santos", "Hamburg", 22),
    "TR": SeaLane("Mersin", "Koper", 7),
}

PLANT = "Ulm"
COMPANY = "Hartwell Pumps"
MAIL_DOMAIN = "hartwell-pumps.example"
BUYERS = ("M. Brandt", "S. Okoye", "J. Lindqvist", "A. Moreau")
VESSELS = (
    ("Northern Heron", "9074729"),
    ("Amber Strait", "9301134"),
    ("Pacific Wren", "9450571"),
    ("Cape Alderney", "9228148"),
    ("Solway Tide", "9512331"),
    ("Baltic Plover", "9387607"),
)
