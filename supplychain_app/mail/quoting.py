"""Splits a mail's text into what is new, what is forwarded, what is quoted history, and the signature."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_WROTE = re.compile(
    r"(?i)^\W*(?:(?:on|am|le|el|il(?: giorno)?|em|op|den|dne|w dniu|tarihinde|at)\s.{4,200}?"
    r"(?:wrote|writes|schrieb(?:en)?(?: [^:]{0,80})?|geschrieben|a [ée]crit|escribi[óo]|ha scritto|escreveu|schreef(?: [^:]{0,80})?|napisał\(?a?\)?|yazd[ıi])"
    r"\s*[:：]?\s*$|.{0,160}(?:写道|寫道|のメール|書きました|さんは書きました)\s*[:：]?\s*$|.{4,160}\b(?:wrote|schrieb|a [ée]crit|escribi[óo]|ha scritto|escreveu)\s*:\s*$)"
)
_WROTE_START = re.compile(r"(?i)^(?:on|am|le|el|il(?: giorno)?|em|op|在)\s.{0,30}\d")
_ORIGINAL = re.compile(
    r"(?i)^\W*(?:original message|original appointment|urspr[üu]ngliche nachricht|originalnachricht|message d['’]origine|message original|"
    r"mensaje original|messaggio originale|mensagem original|原始邮件|原始郵件|元のメッセージ|original mail|orijinal (?:mesaj|ileti)|oorspronkelijk bericht)\W*$"
)
_FORWARD = re.compile(
    r"(?i)^\W*(?:forwarded message|begin forwarded message|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|message transf[ée]r[ée]|"
    r"mensaje reenviado|messaggio inoltrato|inizio messaggio inoltrato|mensagem (?:encaminhada|reencaminhada)|转发的?邮件|转发邮件|転送メッセージ|iletilen ileti)\b.*$"
)
_FROM = re.compile(
    r"(?i)^\W*\*?(?:from|von|de|da|van|från|fra|od|lähettäjä|odesílatel|feladó|kimden|보낸 사람|发件人|寄件者|差出人|送信者)\*?\s*[:：]\s*\*?\s*\S"
)
_HEAD = re.compile(
    r"(?i)^\W*\*?(?:sent|date|to|cc|sujet|subject|gesendet|datum|an|betreff|envoy[ée](?: le)?|[àa]|objet|enviad[oa](?: el| em)?|fecha|para|asunto|assunto|skickat|sendt|till|til|ämne|emne|wysłano|data wysłania|do|temat|odesláno|komu|předmět|lähetetty|aihe|elküldve|tárgy|"
    r"inviato|data|a|oggetto|verzonden|aan|onderwerp|g[öo]nderilme|tarih|kime|konu|发送时间|时间|時間|發送時間|寄件日期|收件人|抄送|主题|主題|主旨|日期|送信日時|送信日|宛先|件名|日時)\*?\s*[:：]"
)
_MOMENT = re.compile(
    r"(?i)^\W*(?:sent|date|gesendet|datum|envoy|enviad|fecha|data|inviat|发送|时间|日期|送信|日時).*\d[\d:.h]"
)
"""A line of a mail's head that tells when it was sent."""
_SUBJECT_FORWARD = re.compile(r"(?i)^\s*(?:fwd?|wg|tr|rv|i|enc|res?env|转发|轉寄|転送|doorst|ilt)\s*[:：]")
_IS_FORWARD = re.compile(r"(?i)^[^:：]{2,20}[:：]\s*(?:fwd?|wg|tr|rv|enc|转发|轉寄|転送|doorst)\s*[:：]")
_CLOSING = re.compile(
    r"(?i)^\W*(?:(?:(?:with )?(?:best|kind(?:est)?|warm(?:est)?|many)? ?(?:regards|wishes)|(?:yours )?(?:sincerely|faithfully)(?: yours)?|cheers|"
    r"(?:many )?thanks(?: and (?:best |kind )?regards| in advance)?|thank you(?: and (?:best |kind )?regards)?|br|rgds|kr|"
    r"mit (?:freundlichen|besten|vielen|herzlichen) gr[üu](?:ß|ss)en?|(?:freundliche|beste|viele|herzliche|sch[öo]ne) gr[üu](?:ß|ss)e|mfg|vg|lg|i\. ?a\.|"
    r"(?:bien )?cordialement|sinc[èe]res salutations|salutations(?: distingu[ée]es)?|bien [àa] vous|"
    r"(?:un )?(?:cordial(?:es)?|atentos?|muchos)? ?saludos?(?: cordial(?:es)?)?|atentamente|"
    r"(?:cordiali|distinti) saluti|cordialmente|saluti|atenciosamente|cumprimentos|com os melhores cumprimentos|melhores cumprimentos|att\.?|abra[çc]os?|"
    r"met vriendelijke groet(?:en)?|sayg[ıi]lar[ıi]m[ıi]zla|sayg[ıi]lar[ıi]mla|iyi [çc]al[ıi][şs]malar|此致|敬礼|顺祝商祺|祝好|谢谢|谢谢[!！]?|"
    r"(?:以上、?)?(?:どうぞ)?(?:宜しく|よろしく)お願い(?:いた|致)?(?:します|申し上げます)|敬具))"
    r"(?: (?:from|aus|de|da|i\.A\.)\b.{0,40})?[\s,.!。！]*$"
)
_POSTSCRIPT = re.compile(r"(?i)^\s*p\.?\s?s\.?\s*[:.\s]")
_RULED = re.compile(r"[-–—=_*＊~・+#]{4,}")
_CONTACT = re.compile(
    r"(?i)(?<![a-z])(?:tel|fax|phone|mob|mobil|cel|telefono|www|gmbh|ltd|inc|s\.?r\.?l|s\.?a\.?s?|sarl|lda)(?![a-z])|@|〒|株式会社|有限会社|有限公司|電話|电话"
)
LONGEST_ADDRESS = 10
"""Lines of a signature under a rule."""
_ONE_LINE = re.compile(
    r"(?i)^(?:sent from my|von meinem .{2,20} gesendet|envoy[ée] de mon|enviado desde mi|inviato da|gesendet von|get outlook for)"
)


@dataclass(frozen=True)
class Split:
    """A mail's text taken apart; `new` and `forwarded` are read, `quoted` only tells the order."""

    new: str
    forwarded: str
    quoted: str
    signature: str
    forwarded_head: str = ""  # the From/Date lines of what was forwarded
    chunks: tuple[tuple[str, str], ...] = ()  # `new` in its pieces between quotes, each after the line quoted above it


def split(text: str, subject: str = "") -> Split:
    """Take a mail's text apart line by line."""
    lines = _with_answers_marked(text.split("\n"))
    is_forward = bool(_SUBJECT_FORWARD.match(subject))
    new: list[str] = []
    quoted: list[str] = []
    above: dict[int, str] = {}
    i = 0
    while i < len(lines):
        line = lines[i]
        if _FORWARD.match(line.lstrip("> ")) or (is_forward and _header_block(lines, i) and _is_thin(new)):
            return _with_forward(new, quoted, lines, i)
        if line.lstrip().startswith((">", "|>")):
            quoted.append(line.lstrip("|> "))
            if quoted[-1].strip():
                above[len(new)] = quoted[-1]
        elif _ORIGINAL.match(line) and not (is_forward and _is_thin(new)):
            quoted += lines[i + 1 :]
            break
        elif _header_block(lines, i):
            quoted += lines[i:]
            break
        elif width := _wrote(lines, i):
            quoted += lines[i : i + width]
            rest = lines[i + width :]
            if not any(r.lstrip().startswith(">") for r in rest):
                quoted += rest
                break
            i += width
            continue
        else:
            new.append(line)
        i += 1
    body, signature = _unsigned(new)
    chunks = tuple(_chunks(body, above))
    return Split("\n".join(body).strip("\n"), "", "\n".join(quoted), "\n".join(signature), chunks=chunks)


_ANSWERS_WITHIN = re.compile(
    r"(?i)>>|below|in-?line|in your mail|unten|darunter|dessous|sotto|abajo|debajo|abaixo|entre l[ií]neas|下記|以下|如下"
)


def _with_answers_marked(lines: list[str]) -> list[str]:
    """The lines with answers to the front where these stand behind '>>' in the quoted mail, as the text above it says."""
    first = next((i for i, line in enumerate(lines) if line.startswith(">>")), None)
    quoted = next((i for i, line in enumerate(lines) if line.startswith(">") or _ORIGINAL.match(line)), None)
    if first is None or quoted is None or quoted == first or not _ANSWERS_WITHIN.search("\n".join(lines[:quoted])):
        return lines
    return [
        *lines[:quoted],
        *(line[2:].lstrip() if line.startswith(">>") else f"> {line.lstrip('> ')}" for line in lines[quoted:]),
    ]


def _chunks(body: list[str], above: dict[int, str]) -> Iterator[tuple[str, str]]:
    """The lines of a body cut where something is quoted; `above` gives the quoted line before a line of the body."""
    starts = [0, *sorted(i for i in above if 0 < i < len(body)), len(body)]
    for start, end in pairwise(starts):
        yield above.get(start, ""), "\n".join(body[start:end]).strip("\n")


def _with_forward(new: list[str], quoted: list[str], lines: list[str], i: int) -> Split:
    rest = [line[1:].lstrip() if line.lstrip().startswith(">") else line for line in lines[i:]]
    rest = [line.lstrip("> ") if line.startswith(">") else line for line in rest]
    if _FORWARD.match(rest[0]):
        rest = rest[1:]
    head: list[str] = []
    while rest and (not rest[0].strip() or _FROM.match(rest[0]) or _HEAD.match(rest[0])):
        if not rest[0].strip() and head and len(head) > 1:
            break
        head.append(rest.pop(0))
    subject = next((re.split("[:：]", line, maxsplit=1)[1] for line in head if _IS_FORWARD.search(line)), "")
    inner = split("\n".join(rest), subject)
    body, signature = _unsigned(new)
    said = "\n".join(body).strip("\n")
    is_forwarded_again = bool(inner.forwarded)
    return Split(
        "\n\n".join(filter(None, (said, inner.new))) if is_forwarded_again else said,
        inner.forwarded or inner.new,
        "\n".join([*quoted, *head * is_forwarded_again, inner.quoted]),
        "\n".join([*signature, inner.signature]),
        inner.forwarded_head or "\n".join(head),
        (("", said), *(("", inner.new) for _ in range(is_forwarded_again))),
    )


def _is_thin(lines: list[str]) -> bool:
    return len(" ".join(lines).split()) < 60


def _wrote(lines: list[str], i: int) -> int:
    """How many lines an 'On … wrote:' takes here, 0 when there is none."""
    if _WROTE.match(lines[i]) and len(lines[i]) < 260:
        return 1
    if _WROTE_START.match(lines[i].strip()):
        for width in (2, 3):
            if _WROTE.match(" ".join(part.strip() for part in lines[i : i + width])):
                return width
    return 0


def _header_block(lines: list[str], i: int) -> bool:
    if not _FROM.match(lines[i]):
        return False
    heads = [line for line in lines[i + 1 : i + 7] if _HEAD.match(line)]
    return len(heads) > 1 or bool(heads and heads[0] is lines[i + 1] and _MOMENT.search(heads[0]))


def _is_address(lines: list[str]) -> bool:
    """Whether what stands below a rule is a sender's address."""
    below = [line for line in lines if line.strip()]
    return 0 < len(below) <= LONGEST_ADDRESS and any(_CONTACT.search(line) for line in below)


def _unsigned(lines: list[str]) -> tuple[list[str], list[str]]:
    """What stands before the signature, and the signature; a postscript belongs to the text."""
    for i, line in enumerate(lines):
        said = any(len(before.split()) > 3 or len(before) > 24 for before in lines[:i])
        is_closing = said and bool(_CLOSING.match(line))  # "Thank you!" may also open a mail
        if said and i and not lines[i - 1].strip() and _RULED.fullmatch(line.strip()) and _is_address(lines[i + 1 :]):
            return lines[:i], lines[i:]
        if line.rstrip(" ") in ("--", "—", "-- ") or is_closing or _ONE_LINE.match(line.strip()):
            rest = lines[i:]
            for j, later in enumerate(rest):
                if _POSTSCRIPT.match(later):
                    return lines[:i] + rest[j:], rest[:j]
            return lines[:i], rest
    return lines, []
