"""Tells on which day a forwarded mail was sent: "in two weeks" counts from its own date, not from the forwarder's."""

import re
from datetime import date

from supplychain_app.mail.dates_in_words import find

_SENT = re.compile(
    r"(?im)^[\W_]*(?:sent|date|gesendet|datum|envoy[ée](?: le)?|enviad[oa](?: el| em)?|fecha|inviato(?: il)?|data"
    r"|verzonden|skickat|sendt|dato|lähetetty|päiväys|wysłano|data wysłania|odesláno|elküldve"
    r"|g[öo]nderilme(?: tarihi)?|tarih"
    r"|发送时间|發送時間|时间|時間|日期|寄件日期|送信日時|送信日|日時|日付)[*_]*\s*[:：]\s*(.{4,120})$"
)
_NOON = re.compile(r"(?i)\d\s?[ap]\.?m\b")  # the clock of those who write the month first


def day_sent(head: str, until: date, *, month_first: bool = False) -> date | None:
    """The day in the From/Date lines above a forwarded mail; None without one, or with one after `until`.

    >>> day_sent("Von: Ann\\nGesendet: Dienstag, 3. November 2026 10:15", date(2026, 11, 24))
    datetime.date(2026, 11, 3)
    """
    line = _SENT.search(head)
    if line is None:
        return None
    is_american = month_first or bool(_NOON.search(line[1]))
    for first in (is_american, not is_american):
        days = [one.day for one in find(line[1], until, month_first=first) if one.exact]
        if days and days[0] <= until:
            return days[0]
    return None
