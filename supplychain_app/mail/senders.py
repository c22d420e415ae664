"""Doubts about who wrote a mail: what its heads say against each other, in a sentence each."""

import re
from collections.abc import Collection, Sequence
from email.utils import getaddresses

from supplychain_app.language import tr

_FAILED = re.compile(r"(?i)\b(dmarc|spf|dkim)\s*=\s*(?:fail|softfail|permerror)\b")
_LOOKALIKES = str.maketrans("0135аеорсухіӏ", "oiesaeopcyxil")  # digits and Cyrillic letters drawn as Latin ones


def addresses(*heads: str) -> list[tuple[str, str]]:
    """Names and addresses in heads of a mail, also where these are broken."""
    try:
        return getaddresses(list(heads))
    except (RecursionError, ValueError, IndexError, AttributeError):  # a thousand brackets, for example
        return [("", one) for one in re.findall(r"[\w.+-]{1,100}@[\w.-]{1,100}", " ".join(heads)[:10_000])]


def doubts(*, name: str, sender: str, reply_to: str = "", results: Sequence[str] = ()) -> list[str]:
    """What is odd about a mail's sender; `results` are what the receiving servers noted about it."""
    found = []
    for _, shown in addresses(name) if "@" in name else ():
        if "@" in shown and domain_of(shown) != domain_of(sender):
            found.append(
                tr(
                    "The sender is shown as {shown}, but the mail comes from {sender}.",
                    shown=shown[:80],
                    sender=sender or tr("nobody"),
                )
            )
            break
    answers = [address for _, address in addresses(reply_to) if "@" in address]
    others = [one for one in answers if domain_of(one) != domain_of(sender)]
    if others:
        found.append(
            tr(
                "An answer would go to {address}, not to {sender}.",
                address=others[0][:80],
                sender=sender or tr("the sender"),
            )
        )
    failed = {one.lower() for result in results[:5] for one in _FAILED.findall(result)}
    if failed:
        checks = ", ".join(sorted(failed)).upper()
        found.append(
            tr(
                "Your mail server could not confirm that {sender} sent this mail ({checks}).",
                sender=sender or tr("the sender"),
                checks=checks,
            )
        )
    return found


def resembles(sender: str, domains: Collection[str]) -> str | None:
    """The known domain that a sender's is made to look like."""
    own = domain_of(sender)
    if not own or own in domains:
        return None
    return next((one for one in sorted(domains) if _is_near(own, one)), None)


def domain_of(address: str) -> str:
    return address.strip().lower().rpartition("@")[2].strip(" >.")


def _is_near(one: str, other: str) -> bool:
    plain, known = _drawn(one), _drawn(other)
    if plain == known:
        return True
    if abs(len(plain) - len(known)) > 1 or len(known) < 8:
        return False
    start = next((i for i, (a, b) in enumerate(zip(plain, known, strict=False)) if a != b), min(len(plain), len(known)))
    rests = plain[start:], known[start:]
    return rests[0][1:] == rests[1][1:] or rests[0][1:] == rests[1] or rests[0] == rests[1][1:]


def _drawn(domain: str) -> str:
    """A domain as the eye sees it."""
    return domain.translate(_LOOKALIKES).replace("l", "i").replace("rn", "m").replace("vv", "w")
