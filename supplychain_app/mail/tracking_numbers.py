"""Finds the numbers in a text by which carriers can be asked where goods are."""

import re
from collections.abc import Sequence

from supplychain_app.domain import identifiers
from supplychain_app.mail.date_words import fold

_ANNOUNCED = re.compile(
    r"track|awb|waybill|container|parcel|sendung|paket|suivi|seguimiento|rastre|spedizione|colis|guia|"
    r"b/l|bill of lading|运单|单号|追跡|送り状|konteyner|takip|dhl|ups\b|fedex|tnt|gls|dpd"
)


def tracking_numbers(text: str, orders: Sequence[str]) -> tuple[str, ...]:
    """Numbers that carriers use: those whose check digit holds, or that a word announces."""
    bare_orders = {re.sub(r"\W", "", order).upper() for order in orders}
    found = []
    plain = fold(text[:60_000])
    for candidate in identifiers.found_in(text[:60_000]):
        number = candidate.number
        digits = sum(c.isdigit() for c in number)
        if not number or number in bare_orders or candidate.kind in ("vessel", "location") or digits < 7:
            continue
        place = re.sub(r"[\s.\-]", "", plain).find(number.lower())
        around = re.sub(r"[\s.\-]", "", plain)[max(0, place - 45) : place] if place >= 0 else ""
        telling = bool(re.search(r"[A-Z]", number)) and candidate.check == "ok"
        if telling or _ANNOUNCED.search(around):
            found.append(number)
    return tuple(dict.fromkeys(found))
