"""Amounts of money in SQL."""

from supplychain_app.domain.money import MINOR_DIGITS


def major(minor: str, currency: str) -> str:
    """An expression for an amount as people write it, from a column in the smallest unit and one with its currency."""
    cases = "".join(f" when '{code}' then {10**digits}.0" for code, digits in MINOR_DIGITS.items())
    return f"{minor} / case {currency}{cases} else 100.0 end"
