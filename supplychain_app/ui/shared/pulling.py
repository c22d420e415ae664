"""Asking the carriers from any screen or by the clock: one job, whose outcome is said in one sentence."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, QSettings

from supplychain_app.language import tr
from supplychain_app.reports.shipment_status import STATUS
from supplychain_app.storage.freshness import freshness
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.session import Session

JOB = tr("Refreshing tracking")
EVERY = "pull_every_hours"
CHOICES = {tr("Only when I say so"): 0, tr("Every hour"): 1, tr("Every 4 hours"): 4}


def pull(
    session: Session, unit_ids: Sequence[int] | None = None, *, everything: bool = False, quiet: bool = False
) -> None:
    """Fetch what is due, or these units now; screens are told what changed. `quiet`: nothing asked, nothing said."""

    # These take a while to import, and not every start needs them.
    from supplychain_app.services import tracking
    from supplychain_app.storage import shipments

    def tell(result: Any) -> None:
        events = sum(unit.new_events for unit in result.shipments)
        failed = sum(1 for unit in result.shipments if unit.error)
        sentence = tr(
            "Asked about {shipments}: {new_events}",
            shipments=formats.plural(len(result.shipments), "shipment"),
            new_events=formats.plural(events, "new event"),
        )
        if result.shipments or not quiet:
            session.said.emit(
                tr("{sentence}, {failed} could not be asked.", sentence=sentence, failed=failed)
                if failed
                else f"{sentence}."
            )
        moved = {unit.unit_id: unit for unit in result.shipments if unit.has_moved}
        for row in shipments.watched(session.db, moved):
            session.noticed.emit(f"{row.number}: {STATUS.get(moved[row.id].status, moved[row.id].status)}")

    session.write(
        JOB,
        tracking.pull,
        unit_ids=list(unit_ids) if unit_ids is not None else None,
        everything=everything,
        now=session.now,
        with_progress=True,
        nouns=frozenset({"shipments"}),
        then=tell,
    )


class PullSchedule(QObject):
    """Asks for what is due when the user's interval has passed; looked at each minute while the window is open."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._tried_at: datetime | None = None

    def look(self) -> bool:
        """Start a pull when it is time and none is under way; whether one was started."""
        hours = every_hours()
        if not hours or any(job.name == JOB for job in self._session.jobs.running):
            return False
        now = self._session.now
        told = freshness(self._session.db).tracked_at
        times = (datetime.fromisoformat(told) if told else None, self._tried_at)
        # What lies ahead was told before the clock was set back, and says nothing of how long ago it is.
        last = max((time for time in times if time is not None and time <= now), default=None)
        if last is not None and now - last < timedelta(hours=hours):
            return False
        self._tried_at = now
        pull(self._session, quiet=True)
        return True


def every_hours() -> int:
    """The user's interval; 0: never by itself."""
    try:
        return int(str(QSettings().value(EVERY) or 0))
    except ValueError:
        return 0
