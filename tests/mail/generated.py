"""Mails put together from hand-written sentences in nine languages and from date styles, each with its label."""

# ruff: noqa: E501 - one mail a line

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

SENT_ON = date(2026, 11, 23)
ORDER = "4500012345"
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
_COUNTRY = {"en": "GB", "us": "US", "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "pt": "BR", "zh": "CN", "ja": "JP"}
_WEEK = {"en": "CW {w}", "us": "week {w}", "de": "KW {w}", "fr": "semaine {w}", "es": "semana {w}", "it": "settimana {w}", "pt": "semana {w}", "zh": "第{w}周", "ja": "第{w}週"}  # fmt: skip
_END = {"en": "end of {m}", "us": "end of {m}", "de": "Ende {m}", "fr": "fin {m}", "es": "finales de {m}", "it": "fine {m}", "pt": "final de {m}"}  # fmt: skip
_MID = {"en": "mid-{m}", "us": "mid {m}", "de": "Mitte {m}", "fr": "mi-{m}", "es": "mediados de {m}", "it": "metà {m}", "pt": "meados de {m}"}  # fmt: skip

# {d}: the date that counts, {o}: another date that does not, {l}: the line
_FIRST = {
    "en": ["Line {l} will be delivered {d}.", "We confirm delivery of item {l} for {d}.", "New delivery date for line {l}: {d} (was {o}).", "Instead of {o}, line {l} will arrive {d}."],
    "us": ["Line {l} - updated delivery date {d}.", "Item {l}: originally {o}, now {d}.", "We are able to deliver line {l} by {d}."],
    "de": ["Position {l} liefern wir {d}.", "Neuer Liefertermin für Pos. {l}: {d} (bisher {o}).", "Statt {o} liefern wir Pos. {l} erst {d}."],
    "fr": ["Le poste {l} sera livré {d}.", "Nouvelle date de livraison du poste {l} : {d} au lieu de {o}."],
    "es": ["La posición {l} se entregará {d}.", "Nueva fecha de entrega de la posición {l}: {d} en lugar de {o}."],
    "it": ["La posizione {l} sarà consegnata {d}.", "Nuova data di consegna per la posizione {l}: {d} invece di {o}."],
    "pt": ["O item {l} será entregue {d}.", "Nova data de entrega do item {l}: {d} em vez de {o}."],
    "zh": ["第{l}行交期：{d}。", "第{l}行将于{d}到货。"],
    "ja": ["明細{l}の納期は{d}です。", "明細{l}は{d}に納入予定です。"],
}  # fmt: skip
_ALSO_TUNED = {
    "en": ["As to item {l}, the goods should be with you {d}.", "Line {l}: delay at our plater, revised date {d}. We had promised {o}, sorry.", "Pls note line {l} moves from {o} to {d}.", "We can offer {d} for line {l}. Our office is closed on {o}."],
    "us": ["PO line {l} will hit your dock {d}.", "Can't make {o} on line {l}. Best date is {d}.", "Line {l} ETA your plant {d}. Please answer by {o}."],
    "de": ["Die Teile zu Position {l} treffen {d} bei Ihnen ein.", "Den Termin {o} für Pos. {l} können wir nicht halten, neu: {d}.", "Pos. {l} kommt voraussichtlich {d}, die Rechnung ist fällig {o}."],
    "fr": ["Vous recevrez le poste {l} {d}.", "Pour le poste {l}, nous prévoyons une livraison {d}. Réponse souhaitée avant {o}."],
    "es": ["Recibirán la posición {l} {d}.", "Posición {l}: la entrega se retrasa, nueva fecha {d} (antes {o})."],
    "it": ["Prevediamo la consegna della posizione {l} {d}.", "Posizione {l}: non più {o}, ma {d}."],
    "pt": ["Prevemos a entrega do item {l} {d}.", "Item {l}: entrega adiada para {d}, antes era {o}."],
    "zh": ["抱歉，第{l}行推迟到{d}。", "第{l}行原定{o}，现改为{d}。"],
    "ja": ["明細{l}につきまして、{d}着予定です。", "明細{l}の納期は{o}から{d}に変更となります。"],
}  # fmt: skip


def _merged(*parts: dict[str, list[str]]) -> dict[str, list[str]]:
    return {language: [form for part in parts for form in part.get(language, [])] for language in parts[0]}


TUNED = _merged(_FIRST, _ALSO_TUNED)

# Kept apart: written when the reader stood. Its first run gave precision 0.959 and recall 0.948; since then it has
# served for one change only (“please disregard …”).
APART = {
    "en": ["For item {l} we now expect to deliver on or before {d}.", "Line {l} has slipped - delivery is rescheduled to {d}.", "Item {l}: please disregard {o}, the correct delivery date is {d}.", "Line {l} is late because of a tool breakage; it should reach you {d}."],
    "us": ["Line {l}: new commit date {d}.", "We'll have line {l} at your dock {d}, not {o}.", "Item {l} will arrive {d}. Certificate of conformance expires {o}."],
    "de": ["Position {l} verzögert sich, Anlieferung {d}.", "Wir bestätigen für Pos. {l} den Liefertermin {d}.", "Pos. {l}: ursprünglich {o}, jetzt {d}."],
    "fr": ["La livraison du poste {l} est reportée à {d}.", "Poste {l} : initialement {o}, désormais {d}."],
    "es": ["Confirmamos la entrega de la posición {l} para {d}.", "La posición {l} llegará {d}; la factura vence {o}."],
    "it": ["Confermiamo consegna posizione {l}: {d}.", "La posizione {l} subisce un ritardo: nuova consegna {d}."],
    "pt": ["Confirmamos a entrega do item {l} para {d}.", "O item {l} vai atrasar, nova previsão de entrega {d}."],
    "zh": ["第{l}行确认交期为{d}。", "由于缺料，第{l}行预计{d}交货。"],
    "ja": ["明細{l}は{d}に納品いたします。", "明細{l}の出荷は{o}、納入は{d}の予定です。"],
}  # fmt: skip


@dataclass(frozen=True)
class Labelled:
    """One mail with the pairs it should yield."""

    style: str
    language: str
    country: str
    body: str
    expected: frozenset[tuple[str, str]]


def written(day: date, language: str, style: str) -> tuple[str, date] | None:
    """A date in a language and style, and the day that it means."""
    month = _MONTHS.get("en" if language == "us" else language, "").split()
    name = month[day.month - 1] if month else ""
    friday = day + timedelta(days=4 - day.weekday())
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    if style == "week":
        return _WEEK[language].format(w=friday.isocalendar().week), friday
    if style == "iso":
        return day.isoformat(), day
    if language in ("zh", "ja"):
        full = {"words": f"{day.month}月{day.day}日", "figures": f"{day.year}年{day.month}月{day.day}日"}
        parts = {"end": (f"{day.month}月末", last), "mid": (f"{day.month}月中旬", day.replace(day=15))}
        return (full[style], day) if style in full else parts[style]
    if style == "words":
        text = {
            "us": f"{name} {day.day}",
            "de": f"{day.day}. {name}",
            "es": f"{day.day} de {name}",
            "pt": f"{day.day} de {name}",
        }
        return text.get(language, f"{day.day} {name}"), day
    if style == "figures":
        text = {"us": f"{day.month}/{day.day}/{day.year}", "de": f"{day:%d.%m.%Y}", "en": f"{day:%d/%m/%Y}"}
        return text.get(language, f"{day:%d/%m/%Y}"), day
    return (
        (_END[language].format(m=name), last)
        if style == "end"
        else (_MID[language].format(m=name), day.replace(day=15))
    )


def mails(sentences: dict[str, list[str]], seed: int) -> Iterator[Labelled]:
    """Every sentence in every style of date, some as two lines of one mail."""
    rng = random.Random(seed)
    for language, forms in sentences.items():
        for form in forms:
            for style in ("words", "figures", "week", "end", "mid", "iso"):
                expected: set[tuple[str, str]] = set()
                parts = []
                for line in ("10", "20")[: rng.choice((1, 1, 2))]:
                    day, other = (
                        SENT_ON + timedelta(days=rng.randint(20, 150)),
                        SENT_ON + timedelta(days=rng.randint(3, 18)),
                    )
                    text, meant = written(day, language, style) or ("", day)
                    old, _ = written(other, language, rng.choice(("words", "figures"))) or ("", other)
                    parts.append(form.format(l=line, d=text, o=old))
                    expected.add((line, meant.isoformat()))
                body = "\n".join(parts)
                yield Labelled(style, language, _COUNTRY[language], body, frozenset(expected))
