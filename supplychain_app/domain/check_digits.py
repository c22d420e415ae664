"""Check digits of parcel, container, air waybill and vessel numbers (sources: the carriers' and ISO's own rules)."""


def mod10_weighted(digits: str) -> int:
    """GS1 and postal mod 10: from the right, weights 3 and 1 in turn; the check digit over `digits`."""
    total = sum(int(digit) * (1 if i % 2 else 3) for i, digit in enumerate(reversed(digits)))
    return -total % 10


def ups(number: str) -> bool:
    """1Z + 15 characters + check: letters count (ASCII − 3) mod 10, every second one doubled."""
    body = number[2:17]
    values = [int(c) if c.isdigit() else (ord(c) - 3) % 10 for c in body]
    total = sum(value * (2 if i % 2 else 1) for i, value in enumerate(values))
    return number[17].isdigit() and -total % 10 == int(number[17])


def fedex_express(number: str) -> bool:
    """12 digits: from the right of the first 11, weights 1, 3, 7; sum mod 11, and 10 counts as 0."""
    weights = (3, 1, 7)
    total = sum(int(digit) * weights[i % 3] for i, digit in enumerate(number[:11]))
    return total % 11 % 10 == int(number[11])


def fedex_ground(number: str) -> bool:
    """15 digits: over 14, every second one from the left ×3."""
    return mod10_weighted(number[:14]) == int(number[14])


def fedex_96(number: str) -> bool:
    """22 digits that start with 96: the last 15 are a Ground number."""
    return fedex_ground(number[-15:])


def usps(number: str) -> bool:
    """IMpb: mod 10 over all but the last digit; a leading 420 and ZIP does not count."""
    for skip in (8, 12):
        if number.startswith("420") and len(number) - skip in (20, 22, 26):
            bare = number[skip:]
            if mod10_weighted(bare[:-1]) == int(bare[-1]):
                return True
    return mod10_weighted(number[:-1]) == int(number[-1])


def s10(number: str) -> bool:
    """UPU S10: weights 8 6 4 2 3 5 9 7; 11 − sum mod 11, where 10 is 0 and 11 is 5."""
    weights = (8, 6, 4, 2, 3, 5, 9, 7)
    check = 11 - sum(int(digit) * weight for digit, weight in zip(number[2:10], weights, strict=True)) % 11
    return {10: 0, 11: 5}.get(check, check) == int(number[10])


def mod7(number: str) -> bool:
    """DHL Express and air waybills: all but the last digit, mod 7."""
    return int(number[:-1]) % 7 == int(number[-1])


def air_waybill(number: str) -> bool:
    """Eight digits after the airline's three: the first seven mod 7."""
    return mod7(number[3:])


def sscc(number: str) -> bool:
    """GS1 SSCC-18, without its application identifier 00."""
    digits = number[-18:]
    return mod10_weighted(digits[:17]) == int(digits[17])


def container(number: str) -> bool:
    """ISO 6346: letters count from A = 10 without multiples of 11, each ×2^position; mod 11, and 10 is 0."""
    total = 0
    for position, character in enumerate(number[:10]):
        value = int(character) if character.isdigit() else _LETTERS[character]
        total += value * 2**position
    return total % 11 % 10 == int(number[10])


def imo(number: str) -> bool:
    """A vessel's IMO number: the first six × 7…2; the sum's last digit."""
    return sum(int(digit) * weight for digit, weight in zip(number[:6], range(7, 1, -1), strict=True)) % 10 == int(
        number[6]
    )


def luhn(number: str) -> bool:
    total = 0
    for i, digit in enumerate(reversed(number)):
        value = int(digit) * (2 if i % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def dpd(number: str) -> bool:
    """ISO 7064 mod 37,36 over 14 digits and a check character."""
    product = 36
    for character in number[:-1]:
        total = (product + int(character, 36)) % 36 or 36
        product = total * 2 % 37
    return (product + int(number[-1], 36)) % 36 == 1


def _letter_values() -> dict[str, int]:
    values = [value for value in range(10, 39) if value % 11]
    return dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", values, strict=True))


_LETTERS = _letter_values()
