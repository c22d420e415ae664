"""What the Shipments screen asks for: a number to follow, an event heard of, the order that is on its way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from supplychain_app.carriers import registry
from supplychain_app.domain.identifiers import found_in, recognise
from supplychain_app.domain.shipments import Milestone
from supplychain_app.language import tr
from supplychain_app.storage.shipments import UnitRow
from supplychain_app.ui.shared.asking import Form, day_of
from supplychain_app.ui.shared.screen import caption
from supplychain_app.ui.shared.shipment_words import MILESTONES

LONGEST = 60  # characters of one number
_CHECKS = {"ok": tr(", check digit holds"), "failed": tr(", check digit fails"), "none": ""}


@dataclass(frozen=True)
class HeardEvent:
    """An event as it was typed."""

    occurred_local: str
    milestone: Milestone
    place: str | None
    text: str | None


@dataclass(frozen=True)
class Details:
    """What some carriers want beside the number."""

    reference: str
    service: str
    postcode: str


def ask_details(parent: QWidget, unit: UnitRow) -> Details | None:
    about = tr("Some carriers want more than the number; leave empty what they do not ask for.")
    form = Form(tr("Details of {number}", number=unit.number), tr("Save"), parent, about)
    reference = form.add_text(tr("&Booking or bill of lading"), unit.reference)
    service = form.add_text(tr("&Service, or the carrier's code"), unit.service, tr("express, parcel-de, ups …"))
    postcode = form.add_text(tr("&Postcode of the receiver"), unit.postcode)
    return Details(reference.text(), service.text(), postcode.text()) if form.ask() else None


def ask_numbers(parent: QWidget) -> list[tuple[str, str]]:
    """The numbers to follow, each with its carrier's key: one that was typed, or those of a whole mail."""
    form = Form(
        tr("Follow a number"), tr("Follow"), parent, tr("A tracking number, a container, or a mail that holds several.")
    )
    typed = form.add_note(tr("&Number, or a mail"))
    names = {info.name: key for key, info in registry.CARRIERS.items()}
    carrier = form.add_choice(tr("&Carrier"), tuple(names))
    told = caption()
    told.setWordWrap(True)
    form.add(tr("Recognised"), told)
    typed.textChanged.connect(lambda: _propose(typed.toPlainText(), carrier, names, told))
    confirmed, text = form.ask(), typed.toPlainText()
    return numbers_in(text, names[carrier.currentText()]) if confirmed else []


def numbers_in(text: str, carrier: str) -> list[tuple[str, str]]:
    """One number as it stands, with the carrier chosen; of a mail each number, with the carrier it speaks for."""
    number = text.strip()
    if recognise(number) or not (found := found_in(text)):
        return [(carrier, number)] if number and len(number) <= LONGEST else []
    return [(candidate.carrier or carrier, candidate.number) for candidate in found]


def recognised(text: str) -> str:
    """What was pasted can be, best first, with check digits: one that fails is a warning, not a refusal."""
    candidates = recognise(text.strip()) if len(text.strip()) > 5 else []
    if candidates:
        return "; ".join(f"{one.name}{_CHECKS[one.check]}" for one in candidates[:3])
    found = found_in(text)
    return "; ".join(f"{one.number}: {one.name}{_CHECKS[one.check]}" for one in found)


def ask_event(parent: QWidget, number: str, today: date) -> HeardEvent | None:
    """What happened, where and when, as told by phone or mail."""
    about = tr(
        "What you heard of {number}, by phone or in a mail. It is kept beside what the carrier tells.", number=number
    )
    form = Form(tr("Record an event"), tr("Record"), parent, about)
    words = {text: Milestone(name) for name, text in MILESTONES.items()}
    milestone = form.add_choice(tr("&What happened"), tuple(words), MILESTONES[Milestone.DEPARTED])
    day = form.add_date(tr("&Day"), today)
    day.setMaximumDate(day.date())
    clock = form.add_text(tr("&Time there"), hint=tr("14:30, or leave it empty"))
    place = form.add_text(tr("&Place"), hint=tr("City or port"))
    text = form.add_text(tr("&Note"), hint=tr("Who said it"))
    if not form.ask():
        return None
    when = f"{day_of(day).isoformat()} {clock.text()}".strip()
    return HeardEvent(when, words[milestone.currentText()], place.text().strip() or None, text.text().strip() or None)


def ask_order(parent: QWidget, number: str, offered: Sequence[str]) -> str | None:
    """The order whose lines are on their way with this shipment."""
    about = tr("Its open lines will show where {number} is.", number=number)
    if offered:
        about = tr("The carrier names {offered}. {about}", offered=", ".join(offered), about=about)
    form = Form(tr("Link an order"), tr("Link"), parent, about)
    order = form.add_choice(tr("&Order"), tuple(offered), offered[0] if offered else "", free=True)
    confirmed, typed = form.ask(), order.currentText().strip()
    return typed if confirmed and typed else None


def _propose(text: str, carrier: QComboBox, names: dict[str, str], told: QLabel) -> None:
    """Say what was recognised, and choose the carrier that the number's shape and check digit speak for."""
    told.setText(recognised(text))
    for candidate in recognise(text.strip()) if len(text) > 5 else ():
        for name, key in names.items():
            if key == candidate.carrier:
                carrier.setCurrentText(name)
                return
