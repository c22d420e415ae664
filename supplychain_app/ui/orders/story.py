"""The side panel of Orders: one line's story on one time axis, and the same facts as text."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QTextBrowser, QVBoxLayout, QWidget

from supplychain_app.domain.line_story import LineStory, StoryPromise
from supplychain_app.language import tr
from supplychain_app.reports.words import FORECAST_FROM, PARTIES, STAGES, shortened
from supplychain_app.reports.worklist_words import PLACES
from supplychain_app.services import keeping, working_days
from supplychain_app.storage import line_story
from supplychain_app.storage.connection import Database
from supplychain_app.ui.orders.timeline import TimelineView
from supplychain_app.ui.shared import explanations, formats, theme
from supplychain_app.ui.shared.loading import Latest
from supplychain_app.ui.shared.screen import caption
from supplychain_app.ui.shared.session import Session

LONGEST_NOTE = 400  # characters; beyond them the promises would be far down, and N shows all
FORECAST = tr(
    "Half of such lines arrive by the P50 date and four in five by the P80 date: from this supplier's record around "
    "its promises, and the carrier's ETA where there is tracking. The fan in the drawing shows the same."
)
NOT_PROMISED = tr("No date was ever given.")


def read_story(db: Database, line_id: int, day: date) -> LineStory:
    """The line's story, with its forecast while it is open."""
    from supplychain_app.carriers import registry  # it reads many modules: on a worker, not while a screen is built

    names = {key: info.name for key, info in registry.CARRIERS.items()}
    story = line_story.read(db, line_id, as_of=day, names={**names, **STAGES, **PARTIES})
    calendar = working_days.of_line(db, line_id)
    promises = (replace(one, closure=calendar.closure(one.promised_on)) for one in story.promises)
    story = replace(story, promises=tuple(promises))
    if story.completed_on is None:
        found = keeping.forecast_of(db, line_id, today=day)
        return replace(story, forecast=found.days, forecast_basis=found.basis, p_late=found.p_late)
    return story


class StoryPanel(QWidget):
    """Reads and shows one line at a time; a stale answer is dropped."""

    shown = Signal(int)  # the id of the line whose story stands here now

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("The line's story"))
        self._latest = Latest(session)
        self.title, self.who = QLabel(wordWrap=True), caption()
        self.title.setFont(theme.font(theme.HEAD, theme.STRONG))
        self.who.setWordWrap(True)
        self.timeline = TimelineView(session)
        self.timeline.setFixedHeight(self.fontMetrics().height() * 13)
        self.facts = QTextBrowser()  # a label would not break an address that is wider than the panel
        self.facts.setAccessibleName(tr("The line's story"))
        self.facts.setTabChangesFocus(True)
        self.facts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.facts.setStyleSheet("QTextBrowser { border: none; padding: 4px 8px 8px 12px; }")
        head = QWidget()
        rows = QVBoxLayout(head)
        rows.setContentsMargins(16, 10, 16, 4)
        rows.setSpacing(2)
        rows.addWidget(self.title)
        rows.addWidget(self.who)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.timeline)
        layout.addWidget(self.facts, 1)
        explanations.mark(self.facts, tr("Forecast P50, P80"), FORECAST)
        self.clear()

    def clear(self) -> None:
        self._latest.drop()
        self.title.setText(tr("Choose a line"))
        self.who.setText(tr("Its dates, mails, shipments and receipts stand here on one time axis."))
        self.facts.clear()
        self.timeline.hide()

    def show_line(self, line_id: int) -> None:
        self._latest.ask(
            tr("Reading the line"),
            read_story,
            line_id,
            self.session.today,
            then=self._show,
            failed=self.facts.setPlainText,
        )

    def _show(self, story: LineStory) -> None:
        self.title.setText(story.material or f"{story.purchase_order} / {story.line}")
        self.who.setText(f"{story.purchase_order} / {story.line}  ·  {story.supplier}")
        self.facts.setHtml(as_text(story, self.session.today))
        self.timeline.show_story(story)
        self.timeline.show()
        self.shown.emit(story.line_id)


def as_text(story: LineStory, today: date) -> str:
    dim = theme.colours().text2

    def row(name: str, value: str) -> str:
        return f"<tr><td style='color:{dim}; padding-right:14px; white-space:nowrap'>{name}</td><td>{value}</td></tr>"

    rows = [
        row(tr("Sent"), formats.day(story.issued_on, today)),
        row(tr("Needed"), formats.day(story.required_on, today)),
    ]
    if story.completed_on:
        rows.append(row(tr("Complete"), formats.day(story.completed_on, today)))
    for level, day in sorted(story.forecast.items()):
        if level in (0.5, 0.8):
            rows.append(row(tr("Forecast P{level:.0f}", level=level * 100), formats.day(day, today)))
    if story.forecast and story.p_late is not None:
        than = tr("Later than needed") if story.required_on else tr("Later than promised")
        rows.append(row(than, tr("{share} likely", share=formats.percent(story.p_late))))
    if story.forecast:
        rows.append(row(tr("Forecast from"), FORECAST_FROM.get(story.forecast_basis, story.forecast_basis)))
    if story.note:
        rows.append(row(tr("Note"), _plain(shortened(story.note, LONGEST_NOTE)).replace("\n", "<br>")))
    parts = [f"<table>{''.join(rows)}</table>", f"<p><b>{tr('Promises')}</b></p>"]
    told = [
        row(
            tr("told {known_on}", known_on=formats.day(p.known_on, today)),
            f"<b>{formats.day(p.promised_on, today)}</b>{_amount(p)} – {_plain(p.source)}{_doubt(p)}",
        )
        for p in story.promises
    ]
    parts.append(f"<table>{''.join(told)}</table>" if told else NOT_PROMISED)
    if story.moments:
        parts.append(f"<p><b>{tr('What happened')}</b></p>")
        happened = [row(formats.day(m.day, today), _plain(_happened(m.words))) for m in reversed(story.moments)]
        parts.append(f"<table>{''.join(happened)}</table>")
    return "".join(parts)


def _amount(promise: StoryPromise) -> str:
    """How many of the line's are meant, where the same message told of more than one delivery."""
    return tr(" for {quantity:g} of it", quantity=promise.quantity) if promise.is_part else ""


def _doubt(promise: StoryPromise) -> str:
    """A question mark where the supplier is closed on the day that it promised."""
    if promise.closure is None:
        return ""
    told = tr("They are closed then: {days}", days=working_days.described(promise.closure))
    return f"<br><span style='color:{theme.colours().warning}'>? {_plain(told)}</span>"


def _happened(words: str) -> str:
    """What happened, as everywhere else: 'Left the terminal, Hamburg'."""
    what, comma, place = words.partition(", ")
    known = PLACES.get(what.replace(" ", "_"))
    return f"{known}{comma}{place}" if known else words


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
