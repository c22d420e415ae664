"""The story of one shipment beside the table: its journey, its events on their days, how its ETA moved."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from supplychain_app.domain.line_story import EtaDrift, Journey, JourneyStep
from supplychain_app.language import tr
from supplychain_app.storage.shipment_list import UnitStory
from supplychain_app.storage.shipments import OrderLink
from supplychain_app.ui.shared import formats, theme
from supplychain_app.ui.shared.chart import ChartView
from supplychain_app.ui.shared.row_model import ListModel
from supplychain_app.ui.shared.screen import caption
from supplychain_app.ui.shared.session import Session
from supplychain_app.ui.shared.shipment_words import carrier_name, event_words
from supplychain_app.ui.shared.table import Table
from supplychain_app.ui.shipments.columns import EVENTS


class StoryPanel(QWidget):
    """Heading, when it is expected and needed, freshness, the journey, its events, and the drift of the ETA."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head, self.finding, self.about, self.moved = QLabel(), QLabel(), caption(), caption()
        self.head.setFont(theme.font(theme.HEAD, theme.STRONG))
        self.finding.setWordWrap(True)
        self.about.setWordWrap(True)
        self.head.setContentsMargins(12, 0, 12, 0)
        self.finding.setContentsMargins(12, 0, 12, 0)
        self.about.setContentsMargins(12, 0, 12, 4)
        self.moved.setContentsMargins(12, 8, 12, 0)
        self.events = ListModel(EVENTS, self)
        self.journey = ChartView(session, headed=False)
        line = self.fontMetrics().height()
        self.drift = ChartView(session, headed=False)
        self.drift.told.connect(self.moved.setText)
        for chart, most in ((self.journey, 9), (self.drift, 10)):
            chart.setMinimumHeight(line * 6)  # on a small screen with large letters
            chart.setMaximumHeight(line * most)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addWidget(self.finding)
        column.addWidget(self.about)
        column.addWidget(self.journey, 9)
        column.addWidget(Table(self.events, "events"), 9)
        column.addWidget(self.moved)
        column.addWidget(self.drift, 10)

    def clear(self) -> None:
        """Nothing is chosen."""
        self.head.setText(tr("Choose a shipment"))
        self.finding.clear()
        self.about.setText("")
        self.events.show([])
        self.journey.clear()
        self.drift.clear()
        self.moved.clear()

    def say(self, sentence: str) -> None:
        """One sentence in place of what is known."""
        self.about.setText(sentence)

    def show_story(
        self,
        story: UnitStory,
        *,
        checked_at: str | None,
        error: str | None,
        again_at: str | None,
        watched: bool,
        offered: Sequence[OrderLink],
        expected_on: date | None,
        needed_on: date | None,
        units: str,
        as_of: date,
    ) -> None:
        self.head.setText(f"{carrier_name(story.carrier)} {story.number}")
        journey = Journey(
            story.number,
            as_of,
            tuple(map(_step, story.events)),
            expected_on,
            needed_on,
            story.drift.arrived_on,
            story.line_ids,
        )
        parts = [tr("Last asked {ago}.", ago=formats.ago(checked_at))] if checked_at else [tr("Not asked yet.")]
        if error:
            parts.append(error)
        if again_at:
            parts.append(tr("Asked again {again_at}.", again_at=formats.moment(again_at)))
        if watched:
            parts.append(tr("Watched."))
        if offered:
            orders = ", ".join(link.purchase_order for link in offered)
            parts.append(tr("The carrier names order {orders}: link it with O.", orders=orders))
        self.about.setText(" ".join(parts))
        self.events.show(story.events)

        from supplychain_app.reports import figures

        self.finding.setText(" ".join(filter(None, (figures.journey_finding(journey), units))))
        self.journey.show_drawing(lambda axes, style: figures.draw_journey(axes, journey, style, titled=False))
        self._show_drift(story.drift)

    def _show_drift(self, drift: EtaDrift) -> None:
        """A drawing of days that moved; of one that did not, the finding says enough."""
        from supplychain_app.reports import figures

        days = {expected for _, expected in drift.observations}
        self.drift.setVisible(len(days) > 1)
        if len(days) > 1:
            self.drift.show_drawing(lambda axes, style: figures.draw_eta_drift(axes, drift, style, titled=False))
        else:
            self.drift.clear()
            self.moved.clear()


def _step(event: dict[str, Any]) -> JourneyStep:
    return JourneyStep(
        datetime.fromisoformat(event["occurred_local"]).replace(tzinfo=None),
        event_words(event["raw_text"], event["milestone"], event["status"], event["raw_code"]),
        event["city"] or event["place_text"] or event["unlocode"] or "",
        happened=event["classifier"] == "actual",
        is_trouble=event["status"] == "exception" and event["retracted_at"] is None,
    )
