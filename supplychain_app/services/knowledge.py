"""What was read and worked out of one workspace, kept until the things it rests on are written again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from supplychain_app.storage import revisions

# A window has its Knowledge from the start, and asks it something when a screen does: numpy comes in only then.
if TYPE_CHECKING:
    from supplychain_app.analytics.forecast import LineForecast
    from supplychain_app.analytics.forecaster import Forecaster
    from supplychain_app.analytics.lead_times import LeadTimeTable
    from supplychain_app.analytics.line_facts import History, LineFacts
    from supplychain_app.analytics.promises import Moves
    from supplychain_app.domain.calendars import Calendars
    from supplychain_app.domain.periods import Period
    from supplychain_app.services.stage_times import StagedLines
    from supplychain_app.storage import answers
    from supplychain_app.storage import facts as stored
    from supplychain_app.storage.connection import Database

Value = TypeVar("Value")

ORDERS = frozenset({"orders"})
TRACKED = frozenset({"orders", "shipments"})
SAID = frozenset({"orders", "communications"})
LEVELS = (0.5, 0.8)
MANY_OPEN = 10_000  # open lines whose forecasts are not made for one supplier's sake
_EACH = 2  # days that are kept of each kind


class Knowledge:
    """Shared by those who ask much of the same file: all scorecards of an export, the screens of a window.

    Each part is kept with the numbers of the nouns it rests on (storage/revisions.py), so that a write makes only
    those parts anew that rest on what was written. Used by several threads; each part is worked out once.
    """

    def __init__(self) -> None:
        self._kept: dict[str, OrderedDict[Hashable, tuple[tuple[int, ...], Any]]] = {}
        self._locks: dict[str, Any] = {}
        self._lock = threading.Lock()

    def history(self, db: Database) -> History:
        from supplychain_app.storage import facts as stored

        return self.get(db, "history", ORDERS, None, lambda: stored.history(db))

    def forecaster(self, db: Database) -> Forecaster:
        """What it learned of past days serves several days of asking."""
        from supplychain_app.analytics.forecaster import Forecaster

        return self.get(db, "forecaster", ORDERS, None, lambda: Forecaster(self.history(db)))

    def names(self, db: Database) -> stored.Names:
        from supplychain_app.storage import facts as stored

        return self.get(db, "names", ORDERS, None, lambda: stored.names(db))

    def calendars(self, db: Database) -> Calendars:
        from supplychain_app.services import working_days

        return self.get(db, "calendars", ORDERS, None, lambda: working_days.calendars(db))

    def facts(self, db: Database, as_of: date) -> LineFacts:
        return self.get(db, "facts", ORDERS, as_of, lambda: self.history(db).at(as_of.toordinal()))

    def year(self, db: Database, as_of: date) -> Period:
        """The twelve months that figures of now rest on: up to the day, or of an archive up to its last date."""
        from supplychain_app.analytics.line_facts import MISSING
        from supplychain_app.domain.periods import year_to

        def make() -> Period:
            facts = self.facts(db, as_of)
            days = (column[column <= facts.as_of] for column in (facts.first_promise, facts.required, facts.completed))
            last = max((int(column.max()) for column in days if len(column)), default=MISSING)
            usual = year_to(as_of)
            return usual if last == MISSING or last >= usual.start.toordinal() else year_to(date.fromordinal(last))

        return self.get(db, "year", ORDERS, as_of, make)

    def recent(self, db: Database, as_of: date, days: int | None) -> Period | None:
        """The last days of that year; None, all there is, for None."""
        from supplychain_app.domain.periods import Period

        year = self.year(db, as_of)
        return None if days is None else Period(max(year.start, year.end - timedelta(days=days)), year.end)

    def moves(self, db: Database, as_of: date) -> Moves:
        from supplychain_app.analytics import promises as promising

        return self.get(db, "moves", ORDERS, as_of, lambda: promising.moves(self.history(db), as_of.toordinal()))

    def lead_times(self, db: Database, as_of: date) -> LeadTimeTable:
        """By supplier, at four lines of five."""
        from supplychain_app.services.lead_time_figures import lead_time_table

        def make() -> LeadTimeTable:
            return lead_time_table(self.facts(db, as_of), self.names(db), by=("supplier",), service_level=0.8)

        return self.get(db, "lead times", ORDERS, as_of, make)

    def questions(self, db: Database, as_of: date) -> answers.Questions:
        from supplychain_app.storage import answers

        return self.get(db, "questions", SAID, as_of, lambda: answers.questions(db, as_of))

    def check_ins(self, db: Database, as_of: date) -> dict[int, tuple[int, int]]:
        from supplychain_app.storage import answers

        return self.get(db, "check-ins", SAID, as_of, lambda: answers.check_ins(db, as_of))

    def nudges(self, db: Database, as_of: date) -> dict[int, int]:
        from supplychain_app.storage import answers

        return self.get(db, "nudges", SAID, as_of, lambda: answers.nudges(db, as_of))

    def changes_by_us(self, db: Database, as_of: date) -> dict[int, int]:
        from supplychain_app.storage import answers

        return self.get(db, "changes", ORDERS, as_of, lambda: answers.changes_by_us(db, as_of))

    def stage_times(self, db: Database, as_of: date) -> StagedLines:
        from supplychain_app.services.stage_times import all_stage_times

        return self.get(db, "stages", TRACKED, as_of, lambda: all_stage_times(db, self.facts(db, as_of)))

    def forecasts(self, db: Database, as_of: date) -> list[LineForecast]:
        """Of all open lines: the middle, and four of five."""
        from supplychain_app.services import forecasting

        return self.get(db, "forecasts", TRACKED, as_of, lambda: forecasting.forecast(db, as_of=as_of, levels=LEVELS))

    def forecasts_of(self, db: Database, as_of: date, supplier_id: int) -> list[LineForecast]:
        """Of one supplier's open lines; from those of all lines where they are kept, or few enough to keep."""
        from supplychain_app.services import forecasting

        facts = self.facts(db, as_of)
        own = facts.line_id[facts.is_open & (facts.supplier == supplier_id)].tolist()
        if not own:
            return []
        if int(facts.is_open.sum()) > MANY_OPEN and not self.has(db, "forecasts", TRACKED, as_of):
            return forecasting.forecast(db, as_of=as_of, levels=LEVELS, line_ids=own)
        return [one for one in self.forecasts(db, as_of) if one.supplier_id == supplier_id]

    def has(self, db: Database, what: str, nouns: Collection[str], key: Hashable) -> bool:
        """Whether `get` would not have to make it."""
        kept = self._kept.get(what, OrderedDict()).get(key)
        return kept is not None and kept[0] == revisions.numbers(db, nouns)

    def get(self, db: Database, what: str, nouns: Collection[str], key: Hashable, make: Callable[[], Value]) -> Value:
        """What is kept under this name and key, or made anew where one of the nouns was written since."""
        with self._lock:
            lock = self._locks.setdefault(what, threading.RLock())
            kept = self._kept.setdefault(what, OrderedDict())
        with lock:  # others who ask for the same wait for it; parts only rest on parts named above them
            numbers = revisions.numbers(db, nouns)
            if key in kept and kept[key][0] == numbers:
                kept.move_to_end(key)
                value: Value = kept[key][1]
                return value
            value = make()
            if not db.conn.in_transaction and revisions.numbers(db, nouns) == numbers:  # nobody wrote meanwhile
                kept[key] = (numbers, value)
                kept.move_to_end(key)
                while len(kept) > _EACH:
                    kept.popitem(last=False)
            return value
