"""Countries by the three letters that some carriers write instead of two."""

TWO_LETTERS = {
    "ARE": "AE", "ARG": "AR", "AUS": "AU", "AUT": "AT", "BEL": "BE", "BGD": "BD", "BGR": "BG", "BHR": "BH",
    "BRA": "BR", "CAN": "CA", "CHE": "CH", "CHL": "CL", "CHN": "CN", "COL": "CO", "CRI": "CR", "CYP": "CY",
    "CZE": "CZ", "DEU": "DE", "DNK": "DK", "DOM": "DO", "ECU": "EC", "EGY": "EG", "ESP": "ES", "EST": "EE",
    "ETH": "ET", "FIN": "FI", "FRA": "FR", "GBR": "GB", "GRC": "GR", "GTM": "GT", "HKG": "HK", "HND": "HN",
    "HRV": "HR", "HUN": "HU", "IDN": "ID", "IND": "IN", "IRL": "IE", "ISL": "IS", "ISR": "IL", "ITA": "IT",
    "JOR": "JO", "JPN": "JP", "KAZ": "KZ", "KEN": "KE", "KHM": "KH", "KOR": "KR", "KWT": "KW", "LAO": "LA",
    "LKA": "LK", "LTU": "LT", "LUX": "LU", "LVA": "LV", "MAC": "MO", "MAR": "MA", "MEX": "MX", "MLT": "MT",
    "MMR": "MM", "MUS": "MU", "MYS": "MY", "NGA": "NG", "NLD": "NL", "NOR": "NO", "NPL": "NP", "NZL": "NZ",
    "OMN": "OM", "PAK": "PK", "PAN": "PA", "PER": "PE", "PHL": "PH", "POL": "PL", "PRT": "PT", "QAT": "QA",
    "ROU": "RO", "RUS": "RU", "SAU": "SA", "SGP": "SG", "SLV": "SV", "SRB": "RS", "SVK": "SK", "SVN": "SI",
    "SWE": "SE", "THA": "TH", "TUN": "TN", "TUR": "TR", "TWN": "TW", "UKR": "UA", "URY": "UY", "USA": "US",
    "UZB": "UZ", "VNM": "VN", "ZAF": "ZA",
}  # fmt: skip
"""ISO 3166: three letters to two."""
