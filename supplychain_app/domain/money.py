"""Money is kept as a whole number of the smallest unit of its currency (ISO 4217): cents, yen, fils."""

MINOR_DIGITS = {"JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "KWD": 3, "BHD": 3, "TND": 3}
"""Decimals of a currency where they are not two."""


def digits_of(currency: str | None) -> int:
    """Decimals of a currency; two when it is not known."""
    return MINOR_DIGITS.get(currency or "", 2)


def major(minor: float, currency: str | None) -> float:
    """The amount as people write it: 12.50 for 1250 cents, 1250 for 1250 yen."""
    return minor / float(10 ** digits_of(currency))
