"""The ways people write dates, as patterns, and the day that each one means; conventions as in METRICS.md."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import calendar as month_calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from supplychain_app.mail.date_words import (
    BEGINNING,
    CJK_WEEKDAYS,
    END,
    MIDDLE,
    MONTH,
    MONTH_OF,
    NUMBER,
    WEEK_NAME,
    WEEKDAY,
    WEEKDAY_OF,
    number_from,
)


@dataclass(frozen=True)
class Context:
    """What a date is relative to: the day of its mail, and how its writer orders month and day."""

    sent_on: date
    month_first: bool


Match = re.Match[str]
Builder = Callable[[Match, Context], date | None]

D = r"(?:[12]\d|3[01]|0?[1-9])"
M = r"(?:1[0-2]|0?[1-9])"
Y = r"(?:20\d\d)"
Y2 = r"(?:20\d\d|['’]?\d\d)"
ORDINAL = r"(?:st|nd|rd|th|er|º|°|ª|o|\.)?"
THE = r"(?:(?:,|the|of|de|del|di|den|dem|du|le|do) )?"
JOIN = (
    r" ?(?:–|-|~|to|bis(?: zum)?|au|al?|ate|till?|until|through|and|und|or|oder|ou|o|e|et|y|&|/|tot|ile|至|到|から) ?"
)
LEFT = r"(?<![a-z0-9_./-])(?<!\d,)"
NOT_A_LINE = r"(?<!item )(?<!items )(?<!line )(?<!lines )(?<!pos )(?<!pos\. )(?<!position )(?<!poste )(?<!ligne )(?<!posicion )(?<!linea )(?<!riga )(?<!linha )"


def next_such_day(month: int, day: int, sent_on: date) -> date | None:
    """The first such day on or after the mail's own day."""
    for year in range(sent_on.year, sent_on.year + 9):  # a 29th of February may be eight years away
        found = _day(year, month, day)
        if found and found >= sent_on:
            return found
    return None


def week_day(week: int, year: int | None, sent_on: date, weekday: int = 5) -> date | None:
    """The Friday (or another day) of an ISO week; without a year, the next such week."""
    try:
        if year is not None:
            return date.fromisocalendar(year, week, weekday)
        this_year = sent_on.isocalendar().year
        for candidate in (this_year, this_year + 1):
            found = date.fromisocalendar(candidate, week, weekday)
            if found >= sent_on - timedelta(days=sent_on.weekday()):
                return found
    except ValueError:
        return None
    return None


def add_weekdays(start: date, days: int) -> date:
    """The day that is so many weekdays after another."""
    if days > 2000:
        return start
    while days > 0:
        start += timedelta(days=1)
        days -= start.isoweekday() < 6
    return start


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(text: str | None) -> int | None:
    if not text:
        return None
    number = int(text.strip("'’ "))
    return number + 2000 if number < 100 else number


def _dated(m: Match, context: Context, month: int) -> date | None:
    groups = m.groupdict()
    year, day = _year(groups.get("y")), int(groups.get("d2") or m["d"])
    return _day(year, month, day) if year else next_such_day(month, day, context.sent_on)


def named(m: Match, context: Context) -> date | None:
    return _dated(m, context, MONTH_OF[m["m"].rstrip(".")])


def iso(m: Match, context: Context) -> date | None:
    return _day(int(m["y"]), int(m["m"]), int(m["d"]))


def cjk(m: Match, context: Context) -> date | None:
    return _dated(m, context, int(m["m"]))


def dotted(m: Match, context: Context) -> date | None:
    if context.month_first and int(m["d"]) <= 12:
        return _ordered(int(m["m"]), int(m["d"]), m, context)
    return _dated(m, context, int(m["m"])) if int(m["m"]) <= 12 else None


def slashed(m: Match, context: Context) -> date | None:
    a, b = int(m["d"]), int(m["m"])
    day, month = (b, a) if (context.month_first and a <= 12) or b > 12 else (a, b)
    return _ordered(day, month, m, context)


def _ordered(day: int, month: int, m: Match, context: Context) -> date | None:
    year = _year(m.groupdict().get("y"))
    return _day(year, month, day) if year else next_such_day(month, day, context.sent_on)


def _week(m: Match, context: Context) -> date | None:
    groups = m.groupdict()
    weekday = groups.get("wd")
    number, year = int(groups.get("w2") or m["w"]), _year(groups.get("y"))
    if groups.get("w2") and year is None and "/" in m.group() and 24 <= number <= 45 and number <= int(m["w"]):
        number, year = int(m["w"]), 2000 + number  # CW 50/26
    return week_day(number, year, context.sent_on, WEEKDAY_OF[weekday] if weekday else 5)


def _part_of_month(part: str) -> Builder:
    def build(m: Match, context: Context) -> date | None:
        groups, sent = m.groupdict(), context.sent_on
        if groups.get("m"):
            text = m["m"].rstrip(".")
            month = int(text) if text.isdigit() else MONTH_OF[text]
            year = _year(groups.get("y"))
        else:
            ahead = 1 if groups.get("next") else 0
            index = sent.year * 12 + sent.month - 1 + ahead
            month, year = index % 12 + 1, index // 12
        if year is None:
            year = sent.year if _of_month(sent.year, month, part) >= sent else sent.year + 1
        return _of_month(year, month, part)

    return build


def _of_month(year: int, month: int, part: str) -> date:
    last = month_calendar.monthrange(year, month)[1]
    return date(year, month, {"early": 5, "mid": 15, "end": last}[part])


def _quarter(m: Match, context: Context) -> date | None:
    month, year = int(m["q"]) * 3, _year(m["y"])
    if year is None:
        year = context.sent_on.year + (_of_month(context.sent_on.year, month, "end") < context.sent_on)
    part_month = month if not m.groupdict().get("start") else month - 2
    return _of_month(year, part_month, "early" if part_month != month else "end")


def day_alone(m: Match, context: Context) -> date | None:
    """The next day with this number, in this month or a later one."""
    index = context.sent_on.year * 12 + context.sent_on.month - 1
    weekday = WEEKDAY_OF.get(m.groupdict().get("wd") or "")
    days = (_day((index + i) // 12, (index + i) % 12 + 1, int(m["d"])) for i in range(3))
    return next((day for day in days if day and day >= context.sent_on and weekday in (None, day.isoweekday())), None)


def _week_ahead(weeks: int) -> Builder:
    def build(m: Match, context: Context) -> date | None:
        weekday = m.groupdict().get("wd") or m.groupdict().get("wd2")
        monday = context.sent_on - timedelta(days=context.sent_on.weekday())
        day = monday + timedelta(days=weeks * 7 + (WEEKDAY_OF[weekday] if weekday else 5) - 1)
        return day if day >= context.sent_on or not weekday else day + timedelta(days=7)

    return build


def _weekday(m: Match, context: Context) -> date | None:
    weekday = WEEKDAY_OF.get(m["wd"]) or CJK_WEEKDAYS[m["wd"]]
    ahead = (weekday - context.sent_on.isoweekday()) % 7 or 7  # its own day is called today
    return context.sent_on + timedelta(days=ahead)


def _after(unit: str) -> Builder:
    def build(m: Match, context: Context) -> date | None:
        amount = number_from(m.groupdict().get("n2") or m["n"])
        if amount is None or amount > 400:
            return None
        if unit == "working":
            return add_weekdays(context.sent_on, amount)
        if unit == "month":
            index = context.sent_on.year * 12 + context.sent_on.month - 1 + amount
            year, month = index // 12, index % 12 + 1
            last = month_calendar.monthrange(year, month)[1]
            return date(year, month, min(context.sent_on.day, last))
        return context.sent_on + timedelta(days=amount * (7 if unit == "week" else 1))

    return build


def _in_days(days: int) -> Builder:
    return lambda m, context: context.sent_on + timedelta(days=days)


def _cjk_weekday(weeks: int) -> Builder:
    def build(m: Match, context: Context) -> date | None:
        monday = context.sent_on - timedelta(days=context.sent_on.weekday())
        return monday + timedelta(days=weeks * 7 + CJK_WEEKDAYS.get(m["wd"] or "五", 5) - 1)

    return build


def _year_end(m: Match, context: Context) -> date | None:
    return date(_year(m.groupdict().get("y")) or context.sent_on.year, 12, 31)


IN = r"(?:daqui a|call it|figure on|reckon(?: on)?|give (?:it|me|us)|gib(?:t)? (?:mir|uns)|geben sie (?:mir|uns)|rechne(?:t|n sie)? (?:mal )?mit|compte(?:z|r)?|donne[sz]?[ -](?:moi|nous)|dame|denme|dadme|denos|dadnos|calcula(?:d)?|cuenta(?: con)?|dammi|datemi|dateci|conta(?:te)?|calcola(?:te)?|me da|da-me|conte(?: com)?|in(?:nerhalb)?(?: von)?|within|dans|sous|en|dentro de|em|tra|fra|entro|binnen|over|d[’']ici|after|nach|in about|in ca\.?|in etwa|in around|in roughly|the next|aprox\.?)"
ABOUT = r"(?:about|approx\.?|around|roughly|ca\.?|circa|etwa|rund|environ|unos|unas|cerca de|the next|den naechsten|den nachsten|los proximos|les|i prossimi|max\.?|maximal|spatestens) ?"
AMOUNT = rf"(?:{ABOUT})?(?P<n>{NUMBER})(?:\s?(?:–|-|to|bis|a|oder|or|ou|o|/)\s?(?P<n2>{NUMBER}))? ?"
WORKING = (
    r"(?:(?:working|business|work|week) ?days?|arbeitstag(?:e|en|s)?|werktag(?:e|en|s)?|jours? (?:ouvres?|ouvrables?)|dias (?:habiles|laborables|uteis)|"
    r"giorni lavorativi|werkdagen|is gunu|wd\b|at\b)"
)
DAYS = r"(?:(?:calendar )?days?(?! late)|tag(?:e|en)?|jours?|dias?|giorni|dagen|gun)"
WEEKS = r"(?:weeks?|wks?|wochen?|semaines?|semanas?|settiman[ae]|weken|hafta)"
MONTHS = r"(?:months?|monat(?:en|e)?|mois|mes(?:es)?|mes[ei]|maanden?|ay)"
NEXT_WEEK = (
    r"(?:next week|the following week|coming week|nachster? woche|naechster? woche|nachsten woche|kommenden? woche|die nachste woche|der nachsten woche|semaine prochaine|proxima semana|"
    r"semana que viene|semana proxima|settimana prossima|prossima settimana|semana que vem|volgende week|gelecek hafta|onumuzdeki hafta)"
)
THIS_WEEK = (
    r"(?:this week|the week(?! of)|current week|dieser woche|der woche|diese woche|laufenden woche|(?:cette|la|de) semaine|esta semana|la semana|de semana|questa settimana|settimana|da semana|"
    r"deze week|de week|bu hafta)"
)
AFTER_NEXT = r"(?:week after next|ubernachste[rn]? woche|uebernaechste[rn]? woche|semaine d[’']apres)"
NEXT_MONTH = (
    r"(?:next month|nachsten monats?|naechsten monats?|kommenden monats?|(?:le |du )?mois prochain|(?:del |el )?(?:proximo mes|mes que viene)|(?:del |il )?(?:prossimo mese|mese prossimo)|"
    r"(?:do )?proximo mes|volgende maand|gelecek ay)"
)
THIS_MONTH = r"(?:(?:(?:the|this|of the) )?month|(?:des|dieses|diesen|laufenden) monats?|(?:(?:du|de ce|ce|de) )?mois|(?:del|de este|este) mes|mes|(?:del|di questo)? ?mese|do mes|deste mes|de maand|bu ay)"
YEAR = rf"(?:,? ?(?:(?:of|de|del|di|do) )?(?P<y>{Y})(?!\d))?"
YEAR_ANY = rf"(?:[,.\-/]? ?(?:(?:of|de|del|di|do) )?(?P<y>{Y}|['’]\d\d|(?<=[-./])\d\d)(?![\d:]))?"

CJK_RULES: tuple[tuple[str, Builder, float], ...] = (  # each needs a Chinese or Japanese character
    (rf"(?P<y>{Y})\s?年\s?(?P<m>{M})\s?月\s?(?P<d>{D})\s?(?:日|号|號)?(?:\s?{JOIN}\s?(?P<d2>{D})\s?(?:日|号|號))?", cjk, 0.99),
    (rf"(?<![\d年])(?P<m>{M})\s?月\s?(?P<d>{D})\s?(?:日|号|號)?(?:\s?(?:–|-|~|至|到|から)\s?(?P<d2>{D})\s?(?:日|号|號))?", cjk, 0.98),
    (rf"(?:(?P<y>{Y})\s?年\s?)?(?<!\d)(?P<m>{M})\s?月(?:份)?\s?(?:底|末|下旬)", _part_of_month("end"), 0.95),
    (rf"(?:(?P<y>{Y})\s?年\s?)?(?<!\d)(?P<m>{M})\s?月(?:份)?\s?(?:中旬|中)", _part_of_month("mid"), 0.95),
    (rf"(?:(?P<y>{Y})\s?年\s?)?(?<!\d)(?P<m>{M})\s?月(?:份)?\s?(?:初|上旬)", _part_of_month("early"), 0.95),
    (r"(?P<next>下个?月|下個月|来月)\s?(?:底|末|下旬)", _part_of_month("end"), 0.95),
    (r"(?P<next>下个?月|下個月|来月)\s?(?:中旬|中)", _part_of_month("mid"), 0.95),
    (r"(?P<next>下个?月|下個月|来月)\s?(?:初|上旬)", _part_of_month("early"), 0.95),
    (r"(?:本月|这个月|今月|月)\s?(?:底|末|下旬)", _part_of_month("end"), 0.9),
    (r"(?:本月|这个月|今月)\s?(?:中旬|中)", _part_of_month("mid"), 0.9),
    (r"(?:第\s?)?(?P<w>[1-5]?\d)\s?(?:周(?!后|内|以)|週(?!間|後|以))(?:\s?(?:–|-|~)\s?(?P<w2>[1-5]?\d)\s?[周週])?", _week, 0.9),
    (r"(?:下下周|下下週|再来週)(?:の)?\s?(?P<wd>[一二三四五六日天月火水木金土])?(?:曜日?)?", _cjk_weekday(2), 0.9),
    (r"(?:下周|下週|下星期|来週)(?:の)?\s?(?P<wd>[一二三四五六日天月火水木金土])?(?:曜日?)?(?:末)?", _cjk_weekday(1), 0.92),
    (r"(?:本周|本週|这周|這週|今週|这星期)(?:の)?\s?(?P<wd>[一二三四五六日天月火水木金土])?(?:曜日?)?(?:末)?", _cjk_weekday(0), 0.92),
    (r"(?<![下上本这這])(?:周|週|星期)(?P<wd>[一二三四五六日天])(?![\d月])", _weekday, 0.85),
    (r"(?P<n>\d{1,3}|[一二两兩三四五六七八九十])\s?(?:个|個)?(?:工作日|営業日|營業日)(?:之?内|以内|後|后)?", _after("working"), 0.9),
    (r"(?P<n>\d{1,3}|[一二两兩三四五六七八九十])\s?(?:个|個)?(?:周|週間?|星期)(?:之?内|以内|後|后)", _after("week"), 0.9),
    (r"(?P<n>\d{1,3}|[一二两兩三四五六七八九十])\s?(?:天|日)(?:之?内|以内|後|后)", _after("day"), 0.85),
    (rf"(?<![\d月第])(?P<d>{D})\s?[号號](?![线楼机模炉车厂库机a-z]|\d(?!\d))", day_alone, 0.8),
    (rf"(?<![\d月年~])(?P<d>{D})日(?![間分程付目毎遅延早ほかご\d]|以内|以上|後|くらい|ぐらい|前後|ず)(?:\s?[(（][月火水木金土日][)）])?", day_alone, 0.8),
    (r"明日|明天", _in_days(1), 0.85),
    (r"明後日|后天|後天", _in_days(2), 0.85),
    (r"今日中?|今天|本日中", _in_days(0), 0.7),
)  # fmt: skip
RULES: tuple[tuple[str, Builder, float], ...] = (
    # written out by year, month, day
    (rf"{LEFT}(?P<y>{Y})(?P<sep>[-./])(?P<m>{M})(?P=sep)(?P<d>{D})(?![\d/]|[.-]\d)(?:t\d\d:\d\d\S*)?", iso, 0.99),
    # a day and a named month, a range means its later end
    (rf"{LEFT}{D}{ORDINAL} ?{MONTH} ?(?:{JOIN}) ?(?P<d>{D}){ORDINAL}[\s\-]?(?:of |de )?(?P<m>{MONTH}){YEAR_ANY}", named, 0.95),
    (rf"{LEFT}{NOT_A_LINE}{D}{ORDINAL}{JOIN}(?:the |el |le |il |den |zum )?(?P<d>{D}){ORDINAL} ?(?:of |de )?(?P<m>{MONTH}){YEAR_ANY}", named, 0.95),
    (rf"(?<![a-z])(?!(?:out|set|ago|mag) )(?P<m>{MONTH})\s?{D}{ORDINAL}\s?(?:–|-|to|through|and|or|until|/)\s?(?P<d>{D})(?:st|nd|rd|th)?(?!\d)(?!\s?{MONTH}){YEAR}", named, 0.95),
    (rf"{LEFT}(?P<d>{D}){ORDINAL}[ \t\-/]?{THE}(?P<m>{MONTH})(?! ?1[89]\d\d){YEAR_ANY}", named, 0.97),
    (rf"(?<![a-z])(?!(?:out|set|ago|mag) )(?P<m>{MONTH})[\s\-]?(?:the )?(?P<d>{D})(?:st|nd|rd|th)?(?![\d:./]\d|\d|,? ?1[89]\d\d)(?:,? ?(?P<y>{Y})(?!\d))?(?!\s?(?:pcs|stk|units))", named, 0.96),
    # weeks by number
    (rf"(?<![a-z0-9])(?:(?P<wd>{WEEKDAY}),? (?:of |in |der |de la |della |da |van )?)?{WEEK_NAME}\.?[ \t]?(?:no\.?|nr\.?|n°|nº|#|numero)?[ \t]?(?P<w>[0-5]?\d)(?!\d|[.,]\d|%)(?:{JOIN}(?:(?:the|la|a|die|der|le) )?(?:{WEEK_NAME}\.?\s?)?(?P<w2>[1-5]\d|0?[1-9])(?!\d))?(?:\s?(?:/|-|,|of|de|in|del|\.)?\s?(?P<y>20\d\d|(?<=/)\d\d)(?!\d))?(?! ?(?:pcs|pieces|stuck|days|tage))", _week, 0.93),
    (r"(?<![\w.-])s(?P<w>[0-5]\d)(?![\w/-]|\.\w)", _week, 0.75),
    (r"(?m)(?<![^\s])v\.? ?(?P<w>[0-5]\d)(?=\s*(?:[.,;\n]|$))", _week, 0.75),
    (rf"{LEFT}(?P<y>{Y})[-/ ]?(?:w|kw|cw|wk)\s?-?(?P<w>[0-5]?\d)(?!\d)", _week, 0.95),
    (rf"{LEFT}(?P<w>[1-5]?\d)\.\s?(?:kw|kalenderwoche|hafta)(?:\s?/?\s?(?P<y>{Y}))?", _week, 0.93),
    # parts of a month
    (rf"(?<![a-z]){END} ?{JOIN}(?:{BEGINNING}) ?(?P<m>{MONTH}){YEAR}", _part_of_month("early"), 0.9),
    (rf"(?<![a-z])(?:{BEGINNING}|{MIDDLE}) ?(?:{JOIN})(?:{END}) ?(?:of )?(?P<m>{MONTH}){YEAR}", _part_of_month("end"), 0.9),
    (rf"(?<![a-z]){BEGINNING}(?:{JOIN})(?:{MIDDLE}) ?(?:of )?(?P<m>{MONTH}){YEAR}", _part_of_month("mid"), 0.9),
    (rf"(?<![a-z]){END} ?(?:of )?(?P<m>{MONTH}){YEAR}", _part_of_month("end"), 0.95),
    (rf"(?<![a-z]){MIDDLE} ?(?:of )?(?P<m>{MONTH}){YEAR}", _part_of_month("mid"), 0.95),
    (rf"(?<![a-z]){BEGINNING} ?(?:of )?(?P<m>{MONTH}){YEAR}", _part_of_month("early"), 0.95),
    (rf"(?<![a-z])(?P<m>{MONTH}) (?:sonu|month[- ]end)", _part_of_month("end"), 0.9),
    (rf"(?<![a-z])(?P<m>{MONTH}) (?:ortasi)", _part_of_month("mid"), 0.9),
    (rf"(?<![a-z])(?P<m>{MONTH}) (?:basi)", _part_of_month("early"), 0.9),
    (rf"(?<![a-z]){END} ?(?:of )?(?P<next>{NEXT_MONTH})", _part_of_month("end"), 0.9),
    (rf"(?<![a-z]){MIDDLE} ?(?:of )?(?P<next>{NEXT_MONTH})", _part_of_month("mid"), 0.9),
    (rf"(?<![a-z]){BEGINNING} ?(?:of )?(?P<next>{NEXT_MONTH})", _part_of_month("early"), 0.9),
    (rf"(?<![a-z]){END} ?(?:of )?{THIS_MONTH}(?![a-z])|(?<![a-z])(?:month[- ]end|monatsende|eom)(?![a-z])", _part_of_month("end"), 0.9),
    (rf"(?<![a-z]){MIDDLE} ?(?:of )?{THIS_MONTH}(?![a-z])", _part_of_month("mid"), 0.9),
    (r"(?<![a-z])(?:(?:in|by|for|during|until|im|bis|en|no|ate|end|ende|fin|fine|fim) (?:of |de |di |do )?)q(?P<q>[1-4])(?:[ /-]*(?P<y>20\d\d))?(?!\w)", _quarter, 0.8),
    (r"(?<![a-z])(?:year[- ]end|end of (?:the |this )?year|jahresende|ende des jahres|fin de l[’']annee|fin d[’']annee|fin de ano|fine anno|final do ano|fim do ano)(?![a-z])(?: (?P<y>20\d\d))?", _year_end, 0.85),
    # relative weeks and days
    (rf"(?<![a-z])(?P<wd>{WEEKDAY}) in (?:einer|1) woche(?![a-z])", _week_ahead(1), 0.9),
    (rf"(?<![a-z])(?P<wd>{WEEKDAY}) week(?![a-z]| ?\d)|(?<![a-z])(?:a|one) week on (?P<wd2>{WEEKDAY})", _week_ahead(1), 0.9),
    (rf"(?<![a-z])(?:{END}|{BEGINNING}|{MIDDLE}|in the second half of|in der zweiten halfte) ?(?:of |de |der |la )?(?:the )?{NEXT_WEEK}", _week_ahead(1), 0.92),
    (rf"(?<![a-z])(?:{END}) ?(?:of |de |della |da |van )?{THIS_WEEK}(?![a-z])|(?<![a-z])(?:eow|wochenende der laufenden woche)(?![a-z])", _week_ahead(0), 0.88),
    (rf"(?<![a-z])(?P<wd>{WEEKDAY}) after next(?![a-z])", _week_ahead(2), 0.92),
    (rf"(?<![a-z])(?:(?P<wd>{WEEKDAY}) (?:of )?(?:the )?)?{AFTER_NEXT}", _week_ahead(2), 0.9),
    (rf"(?<![a-z])(?P<wd>{WEEKDAY}),? (?:of |de la |der |in der |della |da )?(?:the )?{NEXT_WEEK}", _week_ahead(1), 0.93),
    (rf"(?<![a-z])(?:{NEXT_WEEK})(?: ?(?:on|am|le|el|op)? ?(?P<wd>{WEEKDAY}))?(?![a-z])", _week_ahead(1), 0.88),
    (rf"(?<![a-z])(?:next|nachsten?|naechsten?|nachster|kommenden|proximo|prossimo|proxima|volgende|gelecek) (?P<wd>{WEEKDAY})", _week_ahead(1), 0.92),
    (rf"(?<![a-z])(?P<wd>{WEEKDAY}) (?:prochaine?|proximo|prossimo|que viene|que vem)", _week_ahead(1), 0.92),
    (rf"(?<![a-z])(?P<wd>{WEEKDAY}),? (?:of |de |in |della |da )?{THIS_WEEK}(?![a-z])", _week_ahead(0), 0.92),
    (rf"(?<![a-z])(?:this|diesen|dieser|n?este|questo|n?esta|ness[ae]|deze|bu) (?P<wd>{WEEKDAY})", _week_ahead(0), 0.92),
    (r"(?<![a-z])(?:(?:in )?dieser woche|diese woche|this week|cette semaine|esta semana|questa settimana|deze week|bu hafta)(?![a-z])", _week_ahead(0), 0.75),
    (rf"(?<![a-z]){IN} {AMOUNT}{WORKING}", _after("working"), 0.93),
    (rf"(?<![a-z]){IN} {AMOUNT}{WEEKS}(?![a-z])", _after("week"), 0.92),
    (rf"(?<![a-z]){IN} {AMOUNT}{DAYS}(?![a-z])", _after("day"), 0.9),
    (rf"(?<![a-z]){IN} {AMOUNT}{MONTHS}(?![a-z])", _after("month"), 0.85),
    (rf"(?:^|\n)\s*{AMOUNT}{WEEKS}(?=\s*(?:[.!\n]|$))", _after("week"), 0.8),
    (rf"(?<![a-z])ab heute (?:noch )?{AMOUNT}{WORKING}", _after("working"), 0.92),
    (rf"(?<![a-z])ab heute (?:noch )?{AMOUNT}{WEEKS}(?![a-z])", _after("week"), 0.92),
    (rf"(?<![a-z0-9]){AMOUNT}{WORKING} (?:from (?:now|today)|ab heute|a partir de hoy|a contar de hoje)", _after("working"), 0.92),
    (rf"(?<![a-z0-9]){AMOUNT}{WEEKS}(?:[’'] time| from (?:now|today)| out(?![a-z])| away(?![a-z])| ab heute)", _after("week"), 0.92),
    (rf"(?<![a-z0-9]){AMOUNT}{DAYS}(?:[’'] time| from (?:now|today)| ab heute)", _after("day"), 0.92),
    (r"(?<![a-z])(?:a fortnight(?! (?:ago|late|behind|after|before|later|earlier))|(?:one|within a|in a) fortnight|fortnight[’']s time|(?:dans|sous|d[’']ici) (?:une|la) quinzaine(?: de jours)?|en (?:una )?quincena)(?: today| from (?:now|today)|[’']s time)?(?![a-z])", _in_days(14), 0.88),
    (rf"(?<![a-z0-9])(?P<n>{NUMBER}) hafta (?:icinde|sonra)", _after("week"), 0.9),
    (rf"(?<![a-z0-9])(?P<n>{NUMBER}) is gunu(?: icinde| sonra)?", _after("working"), 0.9),
    (rf"(?<![a-z0-9])(?P<n>{NUMBER}) gun (?:icinde|sonra)", _after("day"), 0.9),
    (r"(?<![a-z])(?:day after tomorrow|ubermorgen|uebermorgen|apres[- ]demain|pasado manana|dopodomani|depois de amanha|overmorgen)(?![a-z])", _in_days(2), 0.9),
    (r"(?<![a-z])(?:tomorrow|tmrw|tmw|tomoz|tomo|demain|domattina|domani|amanha|yarin|(?:ab|bis|schon|gleich) morgen|(?<=[a-z:,] )(?<!guten )(?<!am )(?<!jeden )(?<!der )(?<!den )(?<!vom )morgen(?=[.,;!) \n]|$)|morgen (?:fruh|vormittag|nachmittag|abend)|(?<!la )(?<!esta )(?<!por )(?<!de )(?<!el )manana(?! del? )|manana mismo)(?![a-z])", _in_days(1), 0.85),
    (r"(?<![a-z])(?:today|noch heute|heute|aujourd[’']hui|oggi|bugun|(?<!de )hoy(?! (?:en dia|por hoy))|hoje)(?![a-z])", _in_days(0), 0.7),
    # figures
    (rf"{LEFT}{D}\.(?:{M}\.)?\s?(?:–|-|/|bis|to|und|oder|a)\s?(?P<d>{D})\.\s?(?P<m>{M})\.(?:\s?(?P<y>20\d\d|\d\d(?!\d|:|[.,]\d| ?(?:stk|stuck|pcs|uhr))))?", dotted, 0.93),
    (rf"{LEFT}(?P<d>{D})\.\s?(?P<m>{M})\.\s?(?P<y>20\d\d|(?<=\.)\d\d)(?![\d/]|[.,]\d)", dotted, 0.98),
    (rf"{LEFT}(?P<d>{D})\.(?P<m>{M})\.(?!\d)", dotted, 0.92),
    (r"(?<![\w.,/$€-])(?<![a-z] v)(?P<d>[0-3]\d)\.(?P<m>0[1-9]|1[0-2])(?=\s*(?:[\n;,)]|$)| (?:and|und|et|y|e)\b| [–-] )", dotted, 0.75),
    (rf"(?<![a-z])(?P<wd>{WEEKDAY}),? (?:the |den |dem |le |el |il |dia )?(?P<d>[0-3]?\d)\.(?P<m>0?[1-9]|1[0-2])(?![\d.,:]*\d)(?! ?(?:h\b|uhr))\.?", dotted, 0.85),
    (r"(?:(?<=on )|(?<=am )|(?<=by )|(?<=bis )|(?<=zum )|(?<=il )|(?<=al )|(?<=le )|(?<=el )|(?<=date: )|(?<=termin: ))(?P<d>\d\d)\.(?P<m>0[1-9]|1[0-2])(?![\d.,]*\d)(?! ?(?:%|eur|usd|€|\$|kg|mm|cm|m\b|uhr|h\b))", dotted, 0.8),
    (rf"{LEFT}(?:\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\s?(?:–|-|to|bis|au|al|a)\s?)?(?P<d>\d{{1,2}})(?P<sep>[/-])(?P<m>\d{{1,2}})(?P=sep)(?P<y>20\d\d|\d\d)(?![\d/]|[.,]\d|-\w)", slashed, 0.95),
    (rf"{LEFT}(?:\d{{1,2}}/\d{{1,2}}\s?(?:–|-|to|and|al|au)\s?)?(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})(?P<y>(?!))?(?![\d/\"”″]|[.,]\d|-\w| ?(?:inch|zoll|pcs|stk|mm|\"))", slashed, 0.8),
    (r"(?:(?<=on )|(?<=about )|(?<=at )|(?<=before )|(?<=around )|(?<=by ))(?P<d>0?[1-9]|1[0-2])\.(?P<m>1[3-9]|2\d|3[01])(?P<y>(?!))?(?![\d.,]*\d)(?! ?(?:%|eur|usd|€|\$|kg|mm|cm|m\b|h\b|am\b|pm\b))", slashed, 0.75),
    (r"(?:(?<=entrega )|(?<= el )|(?<=consegna )|(?<= il )|(?<=livraison )|(?<= le )|(?<= dia )|(?<=delivery ))(?P<d>[0-3]?\d)-(?P<m>[01]?\d)(?P<y>(?!))?(?![\w/-]|[.,]\d|,? ?(?:sem|sett|jours|dias|giorni|week|day|pcs|pz))", slashed, 0.75),
    # a day without its month: the next such day
    (rf"(?<![a-z])(?P<wd>{WEEKDAY}),? (?:the |den |dem |le |el |il |dia )?(?P<d>{D})(?:st|nd|rd|th|\.)?(?![\d:.,/-]*\d|\s?(?:uhr|h\b|am\b|pm\b|of\b|off\b|pcs|stk|stuck|pieces|x\b|{THE}{MONTH}|\. ?{MONTH}))", day_alone, 0.88),
    (rf"(?<![a-z])the (?P<d>{D})(?:st|nd|rd|th)(?= ?(?:$|[,.;:!?)\n–-]|(?:and|but|or|at|with|instead|latest|not|as|like|in|if|because|due|though|is|was|works|would|will|should|looks?|stands?|still|now|please|for|on|from|given|unless|provided|depending|i|we|you|it|too|also|then|can|cannot|holds?|morning|afternoon)\b))", day_alone, 0.8),
    (rf"(?<!verso le )(?<!dopo le )(?<!per le )(?<!tra le )(?<!prima delle )(?:(?<= le )|(?<= el )|(?<= il )|(?<= l['’])|(?<=all['’])|(?<=ull['’])|(?<=ell['’])|(?<= dia )|(?<=antes del )|(?<=prima del )|(?<= al )|(?<=eher )|(?<=fur den )|(?<=auf den )|(?<= am )|(?<= zum )|(?<= bis )|(?<=, the ))(?P<d>{D})(?:st|nd|rd|th|\.)?(?= ?(?:$|[.,;!?)\n]|(?:et|und|y|e|and|mas|pero|ma|mais|aber|but|por|perche|car|weil|como|wie|comme|come|segun|tal|tal y como|en vez|en lugar|invece|anziche|au lieu|em vez|statt|anstatt|o|ou|oder|si|se|wenn|falls|sofern|cuando|quando|quand|ya|gia|ja|deja|bei|chez|da|al|en|con|sin|com|sem|avec|sans|mit|ohne|per|para|pour|ai|aqui|ahi|la|alli|dans|in|au plus tard|a mas tardar|al piu tardi|no maximo|spatestens|statt|au matin|matin|apres-midi|vormittags?|morgens|nachmittags?|fruh|mattina|pela|a tarde|a primera hora|por la|a las|alle|as|sin falta|sem falta)\b(?! \d)))(?!\.? ?\d|,\d|\.? ?{MONTH}|,? (?:et|und|y|e) (?:le |la |el |il |o )?\d)", day_alone, 0.8),
    (r"(?<![^\s(])(?P<wd>weds|wed|thurs|thur|thu|tues|tue|fri)(?=\s*(?:[.,;!)\n]|$)| (?:am|pm|morning|afternoon|latest|at|w|with|or|now|then|instead|if|and|is|please|but)\b)", _weekday, 0.75),
    (rf"(?<![a-z])the {D}(?:st|nd|rd|th) (?:or|to|and|–) (?:the )?(?P<d>{D})(?:st|nd|rd|th)(?! ?(?:of )?{MONTH})", day_alone, 0.85),
    (rf"(?:(?<=[.!?,;:] )|(?<=\n)|(?<![\s\S]))(?:the )?(?P<d>{D})(?:st|nd|rd|th) (?=(?:is|works|would|will|should|looks|stands|it is)\b)", day_alone, 0.8),
    (rf"(?:(?<=[.!?,;:] )|(?<=\n)|(?<![\s\S]))(?:el|il|le|am|der|den|dia|o dia) (?P<d>{D})\.? (?=(?:lo|la|los|las|te|os|li|vous|nous|es|ist|wird|sera|sara|llega|arriva|chega|estara|tenemos|kommt|haben|bekommen|sind)\b)", day_alone, 0.75),
    (rf"\((?P<d>{D})(?:st|nd|rd|th)\)", day_alone, 0.8),
    # a weekday alone: the next such day
    (rf"(?<![^ \n(])(?<!last )(?<!letzten )(?<!vergangenen )(?<!ultimo )(?<!every )(?<!good )(?<!black )(?<!to )(?<!bis )(?<!au )(?<! a )(?<!through )(?<!– )(?<!until )(?P<wd>monday|tuesday|wednesday|thursday|friday|montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miercoles|jueves|viernes|lunedi|martedi|mercoledi|giovedi|venerdi|segunda-feira|terca-feira|quarta-feira|quinta-feira|sexta-feira)(?:(?<=tag)(?:morgen|vormittag|mittag|nachmittag|abend|fruh))?(?![a-z]| (?:dernier|passe|pasado|scors|passad)|,? (?:the |den |dem |le |el |il |dia )?{D}(?!\d| ?(?:off|pcs|stk|stuck|pieces|pz|x)\b| (?:by|is|on|am|will|ist|kommt|le|el|il|em|follows?)\b)| ?(?:–|to|bis|au(?! lieu)|a|through) )", _weekday, 0.75),
    (rf"(?:(?<=on )|(?<=by )|(?<=until )|(?<=till )|(?<=before )|(?<=for )|(?<=coming )|(?<=am )|(?<=bis )|(?<=zum )|(?<=kommenden )|(?<=kommender )|(?<=le )|(?<=ce )|(?<=el )|(?<=este )|(?<=per )|(?<=entro )|(?<=na )|(?<=ate )|(?<=op )|(?<=ici )|(?<=not )|(?<=: ))(?P<wd>{WEEKDAY})(?! (?:dernier|passe|pasado|scors|passad))(?!,? (?:the |den |le |el )?{D}(?!\d| ?(?:off|pcs|stk|stuck|pieces|pz|x)\b| (?:by|is|on|am|will|ist|kommt|le|el|il|em|follows?)\b))", _weekday, 0.85),
    (r"(?:(?<=entao )|(?<=ate )|(?<=so )|(?<=para )|(?<=pra )|(?<=na )|(?<=, )|(?<=entrega )|(?<=chega ))(?P<wd>segunda|terca|quarta|quinta|sexta)(?= (?:na|no|ai|cedo|em vez|ao inves|mesmo|de manha|a tarde|sem falta|as \d)|[.;!)\n]|$)", _weekday, 0.75),
    # a month without a day: its end
    (rf"(?:(?<=in )|(?<=during )|(?<=im )|(?<=en )|(?<=em )|(?<=courant )|(?<=within )|(?<=until )|(?<=in the month of ))(?P<m>{MONTH})(?![ -]?\d{{1,2}}(?!\d))(?: (?P<y>{Y}))?(?![a-z])", _part_of_month("end"), 0.7),
    (rf"(?<!\d)(?P<m>{MONTH}) (?P<y>{Y})(?!\d)", _part_of_month("end"), 0.75),
)  # fmt: skip
