"""The words of dates in the languages that suppliers write: months, weekdays, weeks, numbers, parts of a month."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re
import unicodedata
from functools import cache

_MONTHS = (
    "january|januar|janner|janvier|enero|gennaio|janeiro|januari|ocak|jan|janv|ene|gen|oca|jaen",
    "february|februar|feber|fevrier|febrero|febbraio|fevereiro|februari|subat|feb|febr|fev|fevr",
    "march|marz|maerz|mars|marzo|marco|maart|mart|mar|mrz|mrt",
    "april|avril|abril|aprile|nisan|apr|avr|abr",
    "may|mai|mayo|maggio|maio|mei|mayis|mag",
    "june|juni|juin|junio|giugno|junho|haziran|jun|giu|haz",
    "july|juli|juillet|julio|luglio|julho|temmuz|jul|juil|lug",
    "august|aout|agosto|augustus|agustos|aug|ago|agu",
    "september|septembre|septiembre|setiembre|settembre|setembro|eylul|sept|sep|set|eyl",
    "october|oktober|octobre|octubre|ottobre|outubro|ekim|oct|okt|ott|out|eki",
    "november|novembre|noviembre|novembro|kasim|nov|kas",
    "december|dezember|decembre|diciembre|dicembre|dezembro|aralik|dec|dez|dic|ara",
)
MONTH_OF = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split("|")}
MONTH = "(?:" + "|".join(sorted(MONTH_OF, key=len, reverse=True)) + r")(?![a-z])\.?"

_WEEKDAYS = (
    "monday|mon|montag|montags|lundi|lunes|lunedi|segunda-feira|segunda|maandag|pazartesi",
    "tuesday|tue|tues|dienstag|mardi|martes|martedi|terca-feira|terca|dinsdag|sali",
    "wednesday|wed|weds|mittwoch|mercredi|miercoles|mercoledi|quarta-feira|quarta|woensdag|carsamba",
    "thursday|thu|thur|thurs|donnerstag|jeudi|jueves|giovedi|quinta-feira|quinta|donderdag|persembe",
    "friday|fri|freitag|vendredi|viernes|venerdi|sexta-feira|sexta|vrijdag|cuma",
    "saturday|sat|samstag|sonnabend|samedi|sabado|sabato|zaterdag|cumartesi",
    "sunday|sonntag|dimanche|domingo|domenica|zondag",
)
WEEKDAY_OF = {word: number for number, words in enumerate(_WEEKDAYS, 1) for word in words.split("|")}
WEEKDAY = "(?:" + "|".join(sorted(WEEKDAY_OF, key=len, reverse=True)) + r")(?![a-z])"
CJK_WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}
CJK_WEEKDAYS |= {"月": 1, "火": 2, "水": 3, "木": 4, "金": 5, "土": 6}

_NUMBERS = (
    "one|a|an|einer|einem|ein|eine|une|un|una|uno|um|uma|een|bir|一",
    "two|zwei|deux|dos|due|dois|duas|twee|iki|二|两|兩",
    "three|drei|trois|tres|tre|drie|uc|三",
    "four|vier|quatre|cuatro|quattro|quatro|dort|四",
    "five|funf|fuenf|cinq|cinco|cinque|vijf|bes|五",
    "six|sechs|seis|sei|zes|alti|六",
    "seven|sieben|sept|siete|sette|sete|zeven|yedi|七",
    "eight|acht|huit|ocho|otto|oito|sekiz|八",
    "nine|neun|neuf|nueve|nove|negen|dokuz|九",
    "ten|zehn|dix|diez|dieci|dez|tien|on|十",
)
NUMBER_OF = {word: number for number, words in enumerate(_NUMBERS, 1) for word in words.split("|")}
NUMBER_OF |= {"twelve": 12, "zwolf": 12, "douze": 12, "doce": 12, "dodici": 12, "doze": 12, "twaalf": 12}
NUMBER_OF |= {"fourteen": 14, "vierzehn": 14, "quatorze": 14, "catorce": 14, "fifteen": 15, "quinze": 15, "quince": 15}
NUMBER_OF |= {"twenty": 20, "zwanzig": 20, "vingt": 20, "veinte": 20, "couple of": 2, "a couple of": 2}
NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(NUMBER_OF, key=len, reverse=True)) + ")"

# parts of a month, before its name
BEGINNING = (
    r"(?:(?:the |in the )?(?:1st|first) week of|(?:in der )?ersten woche (?:im )?|(?:la )?premiere semaine d[e’']|(?:la )?primera semana de|(?:la )?prima settimana di|(?:na )?primeira semana de|(?:at |from )?(?:the )?(?:beginning|start) of|early|anfang|zu beginn|beginn|(?:au )?debut(?: du mois)?(?: de| d[’'])?|(?:a )?principios de(?:l)?|"
    r"comienzos de|inicios de|(?:a |all[’'])?inizio(?: di)?|(?:no )?(?:inicio|comeco) de|begin)"
)
MIDDLE = r"(?:(?:the )?middle of|mid[- ]?|mitte|(?:a la )?mi[- ](?=[a-z])|milieu|mediados de(?:l)?|(?:a )?meta(?: di)?|meados de|medio|half)"
END = (
    r"(?:(?:at |by |until )?(?:the )?(?:very )?end of|end|late|ende|(?:a la |d[’']ici )?(?:la )?fin(?: de| d[’'])?|(?:a )?(?:finales|fines) de(?:l)?|fin de(?:l)?|"
    r"(?:a |per )?fine(?: di)?|(?:no |ao )?(?:final|fim|fins) d[eo]|eind(?:e)?(?: van)?)"
)

WEEK_NAME = r"(?:calendar week|calender week|cal\. ?week|ww|cw|kw|kalenderwoche|wk|week|woche|w|semaine|sem|semana|settimana|sett|weeknr|hafta|uke|vecka|vk)"


_KANA = re.compile(r"[\u3041-\u30fe]")
_SHORT_FORM = str.maketrans(
    "預計會發達廠單訂報價應機檢驗測裝時來過這還為與從進遲個確認電號準備數請趕產線組變調將給對帳節決換貨質滿運週兩開無難",
    "预计会发达厂单订报价应机检验测装时来过这还为与从进迟个确认电号准备数请赶产线组变调将给对账节决换货质满运周两开无难",
)
"""Long characters of the words that the reader knows, and their short forms."""


def fold(text: str) -> str:
    """The text in small letters without accents, one character for one, so that places stay the same.

    Chinese is told in short characters, which Japanese writes otherwise.
    """
    if text.isascii():
        return text.lower()
    plain = "".join(map(_fold_character, text))
    return plain if _KANA.search(plain) else plain.translate(_SHORT_FORM)


@cache
def _fold_character(c: str) -> str:
    if c < "\x80":
        return c.lower()
    if c in "‐‑–—−－〜～":
        return "~" if c in "〜～" else "–"
    if "\u3040" <= c <= "\u30ff":  # the marks of kana are no accents
        return c
    if c == "ı":
        return "i"
    plain = unicodedata.normalize("NFKD", c)
    if (
        plain
        and not unicodedata.combining(plain[0])
        and (len(plain) == 1 or all(map(unicodedata.combining, plain[1:])))
    ):
        return plain[0].lower()[:1] or c
    return c


def number_from(words: str) -> int | None:
    """An amount from digits or a number word."""
    plain = re.sub(r"\s+", " ", words.strip())
    return int(plain) if plain.isdigit() else NUMBER_OF.get(plain)
