"""Reads the times carriers write: without zone, with a false Z, nine-digit fractions, +0200, "17:01 PM", slashes."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from supplychain_app.domain.shipments import TimeBasis, utc_text

_STAMP = re.compile(
    r"""\s*(?P<y>\d{4})(?P<sep>[-/.]?)(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})
    (?:[T\s,]+(?P<H>\d{1,2}):?(?P<M>\d{2})(?::?(?P<S>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[AaPp]\.?[Mm]\.?)?)?
    \s*(?P<zone>Z|z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?\s*""",
    re.VERBOSE,
)
_CLOCK = re.compile(r"\s*(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*([AaPp]\.?[Mm]\.?)?\s*")
_SLASHED = re.compile(r"\s*(\d{1,2})[/.](\d{1,2})[/.](\d{4})(.*)", re.DOTALL)

_UTC = ("Z", "UTC", "GMT")

# Countries with one time zone, so that a local time without offset can still be placed.
_ZONES = {
    "AE": "Asia/Dubai", "AT": "Europe/Vienna", "BD": "Asia/Dhaka", "BE": "Europe/Brussels", "BG": "Europe/Sofia",
    "CH": "Europe/Zurich", "CN": "Asia/Shanghai", "CZ": "Europe/Prague", "DE": "Europe/Berlin",
    "DK": "Europe/Copenhagen", "EE": "Europe/Tallinn", "FI": "Europe/Helsinki", "GB": "Europe/London",
    "GR": "Europe/Athens", "HK": "Asia/Hong_Kong", "HR": "Europe/Zagreb", "HU": "Europe/Budapest",
    "IE": "Europe/Dublin", "IL": "Asia/Jerusalem", "IN": "Asia/Kolkata", "IT": "Europe/Rome", "JP": "Asia/Tokyo",
    "KR": "Asia/Seoul", "LK": "Asia/Colombo", "LT": "Europe/Vilnius", "LU": "Europe/Luxembourg", "LV": "Europe/Riga",
    "MY": "Asia/Kuala_Lumpur", "NO": "Europe/Oslo", "PH": "Asia/Manila", "PK": "Asia/Karachi", "PL": "Europe/Warsaw",
    "RO": "Europe/Bucharest", "SA": "Asia/Riyadh", "SE": "Europe/Stockholm", "SG": "Asia/Singapore",
    "SI": "Europe/Ljubljana", "SK": "Europe/Bratislava", "TH": "Asia/Bangkok", "TR": "Europe/Istanbul",
    "TW": "Asia/Taipei", "VN": "Asia/Ho_Chi_Minh", "ZA": "Africa/Johannesburg",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as at the place, and how far it can be placed on the world's clock."""

    local: str  # YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS
    offset_min: int | None = None
    utc: str | None = None
    basis: TimeBasis = TimeBasis.UNKNOWN

    @property
    def day(self) -> str:
        return self.local[:10]

    @property
    def told(self) -> str:
        """What was meant: the day alone where the clock says no more than its first or its last second."""
        return self.day if self.is_midnight or self.local.endswith("T23:59:59") else self.local

    @property
    def is_midnight(self) -> bool:
        """A day only, or exactly 00:00:00, which carriers write for "that day"."""
        return len(self.local) == 10 or self.local[11:] == "00:00:00"


def read(  # noqa: PLR0911 - each way in which it is no time leaves at once
    value: Any, *, offset: Any = None, trust_zone: bool = True, country: str | None = None
) -> Moment | None:
    """A carrier's time, or None when it is none.

    `offset` is given beside it by some; with `trust_zone` off a zone in the text is known to be false and is dropped;
    a `country` with a single zone places a time that has no zone.
    """
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    found = _STAMP.fullmatch(_turned(str(value)))
    if not found or (not found["sep"] and len(found["m"] + found["d"]) < 4):  # 202651 is no day
        return None
    try:
        day = date(int(found["y"]), int(found["m"]), int(found["d"]))
        if found["H"] is None:
            return Moment(day.isoformat())
        clock = _clock(found["H"], found["M"], found["S"], found["half"])
        if clock is None:
            return None
        local = datetime(day.year, day.month, day.day) + clock
    except (ValueError, OverflowError):
        return None
    zone = found["zone"] if trust_zone else None
    minutes = minutes_of(zone) if zone else minutes_of(offset)
    if minutes is not None:
        told = zone if zone is not None else str(offset)
        is_utc = told.strip().upper() in _UTC
        return placed(local, minutes, TimeBasis.UTC_GIVEN if is_utc else TimeBasis.OFFSET_GIVEN)
    return _inferred(local, country)


def joined(day: Any, clock: Any, *, offset: Any = None, country: str | None = None) -> Moment | None:
    """A day and a clock time that a carrier writes apart; the day alone when the clock cannot be read."""
    first = read(day)
    if first is None:
        return None
    found = _CLOCK.fullmatch(str(clock)) if isinstance(clock, str | int) and not isinstance(clock, bool) else None
    time = _clock(*found.groups()) if found else None
    if time is None:
        return Moment(first.day)
    local = datetime.fromisoformat(first.day) + time
    return read(local.isoformat(), offset=offset, country=country)


def placed(local: datetime, minutes: int, basis: TimeBasis) -> Moment:
    """A local time whose offset is known."""
    try:
        moment = (local - timedelta(minutes=minutes)).replace(tzinfo=UTC)
    except OverflowError:
        return Moment(_text(local))
    return Moment(_text(local), minutes, utc_text(moment), basis)


def beside(local: Moment, utc: Moment | None) -> Moment:
    """A local time placed by its UTC twin, which may lie seconds apart; as it was when the two do not fit."""
    if utc is None or utc.utc is None or len(local.local) == 10:
        return local
    quarters = round(minutes_between(utc.utc.rstrip("Z"), local.local) / 15)
    return placed(as_local(local.local), quarters * 15, TimeBasis.UTC_GIVEN) if -48 <= quarters <= 56 else local


def local_of(utc: str, minutes: int) -> datetime:
    """The local time of a UTC text at an offset."""
    return datetime.fromisoformat(utc).replace(tzinfo=None) + timedelta(minutes=minutes)


def minutes_of(offset: Any) -> int | None:
    """An offset in minutes: "+02:00", "+0200", "+02", "Z", or minutes such as -420; None when it is none.

    >>> minutes_of("-0730"), minutes_of(-420), minutes_of("Z")
    (-450, -420, 0)
    """
    if isinstance(offset, bool) or offset is None:
        return None
    text = str(offset).strip()
    if text.upper() in _UTC:
        return 0
    found = re.fullmatch(r"([+-])(\d{2}):?(\d{2})?", text)
    if found:
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        minutes = -minutes if found[1] == "-" else minutes
    elif re.fullmatch(r"[+-]?\d{1,3}(\.0)?", text):
        minutes = int(float(text))
    else:
        return None
    return minutes if -14 * 60 <= minutes <= 14 * 60 else None


def _turned(text: str) -> str:
    """04/05/2026 10:00 with the year last, day first unless that cannot be, as 2026-05-04 10:00."""
    found = _SLASHED.fullmatch(text)
    if not found:
        return text
    first, second = int(found[1]), int(found[2])
    day, month = (second, first) if second > 12 else (first, second)
    return f"{found[3]}-{month:02d}-{day:02d}{found[4]}"


def _clock(hours: str, minutes: str, seconds: str | None, half: str | None) -> timedelta | None:
    hour, minute, second = int(hours), int(minutes), int(seconds or 0)
    if half and hour <= 12:  # "17:01 PM" is written too: then the 24-hour figure is right
        hour = hour % 12 + (12 if half[0] in "Pp" else 0)
    if hour > 24 or minute > 59 or second > 60:
        return None
    return timedelta(hours=hour, minutes=minute, seconds=min(second, 59))


def _text(local: datetime) -> str:
    return local.strftime("%Y-%m-%dT%H:%M:%S") if local.year >= 1000 else local.isoformat()[:19]


def _inferred(local: datetime, country: str | None) -> Moment:
    zone = _zone((country or "").upper())
    if zone is None:
        return Moment(_text(local))
    first, second = local.replace(tzinfo=zone), local.replace(tzinfo=zone, fold=1)
    offset = first.utcoffset()
    if offset is None or offset != second.utcoffset():  # the night of a clock change: two answers, or none
        return Moment(_text(local))
    return placed(local, int(offset.total_seconds() // 60), TimeBasis.LOCATION_INFERRED)


@lru_cache(maxsize=128)
def _zone(country: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(_ZONES[country])
    except (KeyError, ZoneInfoNotFoundError):
        return None


def as_local(text: str) -> datetime:
    """A Moment's local text as a datetime without zone."""
    return datetime.fromisoformat(text)


def minutes_between(utc: str, local: str) -> int:
    """How far a local text is ahead of a UTC text."""
    return int((as_local(local) - as_local(utc)).total_seconds() // 60)
