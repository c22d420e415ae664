"""Asking the carriers from any screen: one job, whose outcome is said in one sentence."""

from collections.abc import Sequence
from typing import Any

from supplychain_app.services import tracking
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.session import Session


def pull(session: Session, unit_ids: Sequence[int] | None = None, *, everything: bool = False) -> None:
    """Fetch what is due, or these units now; screens are told what changed."""

    def tell(result: Any) -> None:
        events = sum(unit.new_events for unit in result.shipments)
        failed = sum(1 for unit in result.shipments if unit.error)
        sentence = (
            f"Asked about {formats.plural(len(result.shipments), 'shipment')}: {formats.plural(events, 'new event')}"
        )
        session.said.emit(f"{sentence}, {failed} could not be asked." if failed else f"{sentence}.")

    session.write(
        "Refreshing tracking",
        tracking.pull,
        unit_ids=list(unit_ids) if unit_ids is not None else None,
        everything=everything,
        now=session.now,
        with_progress=True,
        nouns=frozenset({"shipments"}),
        then=tell,
    )
