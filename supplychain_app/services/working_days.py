"""Which days are worked, by us and by each supplier: those of the country, and days of one's own that differ."""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from supplychain_app.domain.calendars import NO_COUNTRY, Calendars, OwnDays, WorkingCalendar, countries
from supplychain_app.domain.errors import InvalidInput, NotFound
from supplychain_app.language import tr
from supplychain_app.reports.worklist_words import long_day
from supplychain_app.services.undo import Edit, Pen, SettingEdit, set_setting
from supplychain_app.storage import database, edits, own_days, revisions, settings
from supplychain_app.storage.connection import Database
from supplychain_app.storage.own_days import Entry

OUR_COUNTRY = "our_country"
LONGEST = 366  # days of one entry
MOST_LINES = 500  # whose suppliers are looked up for a date to propose


def calendars(db: Database) -> Calendars:
    """Our calendar and those of the suppliers of which anything is known."""
    own: dict[int | None, list[OwnDays]] = defaultdict(list)
    for entry in own_days.entries(db):
        own[entry.supplier_id].append(entry.days)
    places = {supplier: (country or None, zone) for supplier, country, zone in own_days.places(db)}
    suppliers = {
        supplier: WorkingCalendar(country, tuple(own.get(supplier, ())), zone)
        for supplier in places.keys() | (own.keys() - {None})
        if supplier is not None
        for country, zone in [places.get(supplier, (None, None))]
    }
    return Calendars(WorkingCalendar(our_country(db) or None, tuple(own.get(None, ()))), suppliers)


def proposed(db: Database, day: date, *, supplier_ids: list[int] | None = None) -> date:
    """The day itself, or the next one on which we and these suppliers work."""
    return calendars(db).proposed(day, supplier_ids or ())


def suppliers_of(db: Database, line_ids: Sequence[int]) -> list[int]:
    """The suppliers of these lines, of the first of them where they are very many."""
    return own_days.suppliers_of_lines(db, list(line_ids[:MOST_LINES]))


def of_supplier(db: Database, supplier_id: int) -> WorkingCalendar:
    """The calendar of one supplier, as `calendars` has it, without reading those of the others."""
    country, zone = own_days.place(db, supplier_id)
    return WorkingCalendar(country or None, tuple(entry.days for entry in listed(db, supplier_id)), zone)


def of_line(db: Database, line_id: int) -> WorkingCalendar:
    """The calendar of the supplier of a line."""
    supplier_ids = suppliers_of(db, [line_id])
    return of_supplier(db, supplier_ids[0]) if supplier_ids else NO_COUNTRY


def rest(known: Calendars, supplier_ids: Collection[int], day: date) -> str:
    """Why they, or else we, are not at work on a day; empty: all are."""
    for supplier_id in supplier_ids:
        calendar = known.of(supplier_id)
        closure = calendar.closure(day)
        if closure is not None:
            return tr("They are closed: {days}.", days=described(closure))
        if not calendar.is_working_day(day):
            return tr("Weekend there.") if calendar.is_weekend(day) else tr("A public holiday there.")
    closure = known.ours.closure(day)
    if closure is not None:
        return tr("We are closed: {days}.", days=described(closure))
    if known.ours.is_working_day(day):
        return ""
    return tr("A weekend.") if known.ours.is_weekend(day) else tr("A public holiday here.")


def described(days: OwnDays) -> str:
    """'Summer shutdown, 3 Aug 2026 – 21 Aug 2026'."""
    return ", ".join(filter(None, (days.reason, span(days))))


def listed(db: Database, supplier_id: int | None) -> list[Entry]:
    """The own days of a supplier, or ours (None), the earliest first."""
    return own_days.entries_of(db, supplier_id)


def add(db: Database, supplier_id: int | None, days: OwnDays) -> Edit:
    """A closure, or days that are worked though others rest."""
    with database.writing(db):
        pen = Pen(db)
        stamp = {"supplier_id": supplier_id, "recorded_at": database.now_utc()}
        pen.insert("own_days", stamp | _checked(db, supplier_id, days))
        return pen.finish(tr("Working days, {span}", span=span(days)))


def change(db: Database, entry: Entry, days: OwnDays) -> Edit:
    with database.writing(db):
        pen = Pen(db)
        if edits.read_row(db, "own_days", entry.id) is None:
            raise NotFound(tr("This entry is no longer in the workspace. Refresh the screen."))
        pen.update("own_days", entry.id, _checked(db, entry.supplier_id, days, besides=entry.id))
        return pen.finish(tr("Working days, {span}", span=span(days)))


def remove(db: Database, entry: Entry) -> Edit:
    with database.writing(db):
        pen = Pen(db)
        pen.delete("own_days", entry.id)
        return pen.finish(tr("Working days, {span}, removed", span=span(entry.days)))


def our_country(db: Database) -> str:
    """Whose public holidays we keep, by two letters; empty: nobody said."""
    try:
        kept = json.loads(settings.read(db, OUR_COUNTRY) or '""')
    except ValueError:
        return ""
    return kept if isinstance(kept, str) else ""


def set_our_country(db: Database, country: str) -> SettingEdit:
    """Keep whose public holidays are ours."""
    if country and country not in countries():
        raise InvalidInput(tr("The public holidays of “{country}” are not known. Choose a country.", country=country))
    done = tr("Proposed dates leave out the public holidays of {country} now", country=country)
    done = done if country else tr("No public holidays are ours now")
    return set_setting(db, OUR_COUNTRY, country, done, nouns=revisions.NOUNS)


def span(days: OwnDays) -> str:
    """'3 Aug 2026 – 21 Aug 2026', or one day."""
    if days.first == days.last:
        return long_day(days.first)
    return f"{long_day(days.first)} – {long_day(days.last)}"


def _checked(
    db: Database, supplier_id: int | None, days: OwnDays, *, besides: int | None = None
) -> dict[str, str | None]:
    if days.last < days.first:
        raise InvalidInput(tr("The last day is before the first one. Exchange them."))
    if (days.last - days.first).days >= LONGEST:
        raise InvalidInput(tr("One entry holds a year at most. Enter the rest as another one."))
    for other in own_days.entries_of(db, supplier_id):
        same = (other.days.first, other.days.last, other.days.kind) == (days.first, days.last, days.kind)
        if same and other.id != besides:
            raise InvalidInput(tr("The same is recorded already. Change its day or its text, or leave it."))
    return {
        "first_on": days.first.isoformat(),
        "last_on": days.last.isoformat(),
        "kind": days.kind.value,
        "reason": days.reason.strip() or None,
    }
