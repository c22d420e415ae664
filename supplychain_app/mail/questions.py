"""Finds what a mail asks: sentences with a question mark, or that ask without one."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re
from collections.abc import Iterator

from supplychain_app.mail.date_words import fold

_ASKS = re.compile(
    r"^(?:please|kindly|pls)\W+(?:\w+ )?(?:confirm|advise|let (?:us|me) know|send|provide|clarify|tell|acknowledge|inform|update|check)|(?:could|can|would) you (?:please )?(?:confirm|advise|let|send|provide|clarify|tell)|"
    r"bitte (?:\w+ ){0,3}(?:bestatigen|mitteilen|teilen sie|senden sie|um (?:ruckmeldung|bestatigung|mitteilung|info)|geben sie|prufen sie)|merci de (?:bien vouloir )?(?:nous )?(?:confirmer|indiquer|envoyer|preciser)|veuillez|"
    r"por favor,? (?:confirm|indi|envi|inform)|(?:vi|si) prega(?:no)? di|(?:favor|por favor,?) (?:confirm|inform|envi)|请(?:确认|告知|提供|回复)|ご確認|お知らせください|ご連絡ください|教えてください"
)
_POLITE = re.compile(
    r"(?:contact|call|hesitate|questions?|zogern|fragen|ruckfragen|question|hesitez|dudas?|domande|duvidas?|问题)[^?]{0,60}$"
)


def questions_in(text: str) -> Iterator[str]:
    """Each question of a text, in its own words."""
    seen = 0
    for sentence in re.split(r"(?<=[?？。!])\s*|(?<=[^\d]\.)\s+(?=[^a-z])|\n{2,}", text[:60_000]):
        words = " ".join(sentence.split())
        plain = fold(words)
        if not 6 <= len(words) <= 500 or "|" in words:
            continue
        asks = words.endswith(("?", "？")) or _ASKS.search(plain)
        if asks and not (not words.endswith(("?", "？")) and _POLITE.search(plain)):
            yield words
            seen += 1
        if seen >= 20:
            return


def kind_of(question: str) -> str:
    """acknowledge, date, where or other: what would answer the question."""
    plain = fold(question)
    if re.search(
        r"where (?:is|are)|tracking|wo (?:ist|sind|bleib)|ou (?:est|sont)|donde|dov[’']?e|onde esta|在哪|どこ", plain
    ):
        return "where"
    if re.search(
        r"acknowledg|confirm\w* (?:receipt|our|the|this|your)?\s?(?:order|po\b|purchase)|bestatigen sie (?:unsere|die) bestellung|(?:auftrags)?bestatigung",
        plain,
    ):
        return "acknowledge"
    if re.search(
        r"when|date|deliver|wann|termin|liefer|quand|livr|cuando|entrega|fecha|quando|consegn|data|何时|什么时候|交期|いつ|納期",
        plain,
    ):
        return "date"
    return "other"
