"""Asks with which date, quantity and order line a suggestion is accepted."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from supplychain_app.language import tr
from supplychain_app.services import corresponding
from supplychain_app.storage.communications import StoredSuggestion
from supplychain_app.storage.correspondents import LineChoice
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.asking import Form, day_of
from supplychain_app.ui.shared.session import Session


class AcceptForm(Form):
    """What a message says, to be put right before it counts."""

    def __init__(self, one: StoredSuggestion, lines: list[LineChoice], today: date, parent: QWidget) -> None:
        super().__init__(tr("Accept as"), tr("Accept"), parent, f"“{one.words}”")
        found = _as_found(one)
        self._lines: list[int | None] = [None] if found else []
        labels = [found] if found else []
        for line in lines:
            if line.id != one.order_line_id:
                self._lines.append(line.id)
                labels.append(_named(line, today))
        self.day = self.add_date(tr("&Date"), date.fromisoformat(one.promised_on or today.isoformat()))
        self.quantity = QDoubleSpinBox(minimum=0, maximum=1e9, decimals=3 if _has_part(one.quantity) else 0)
        self.quantity.setSpecialValueText(tr("all that is open"))
        self.quantity.setGroupSeparatorShown(True)
        self.quantity.setValue(one.quantity or 0)
        self.add(tr("&Quantity"), self.quantity)
        self.line = self.add_choice(tr("Order &line"), labels)

    @property
    def chosen(self) -> dict[str, Any]:
        """What `corresponding.accept` is to be told."""
        line = self._lines[self.line.currentIndex()]
        return {
            "promised_on": day_of(self.day),
            "quantity": self.quantity.value(),
            "line_ids": None if line is None else [line],
        }


def accept_as(
    session: Session, parent: QWidget, one: StoredSuggestion, lines: list[LineChoice], nouns: frozenset[str]
) -> None:
    """Ask, and accept what was said; where the message's supplier has no open line, say so."""
    if not lines and _as_found(one) == "":
        session.said.emit(tr("This supplier has no open line that the date could be about."))
        return
    form = AcceptForm(one, lines, session.today, parent)
    if form.ask():
        session.write(tr("Accept"), corresponding.accept, one.id, now=session.now, nouns=nouns, **form.chosen)


def _as_found(one: StoredSuggestion) -> str:
    """What the date was found to be about; nothing where no order was found."""
    if not one.purchase_order:
        return ""
    if one.line:
        return f"{one.purchase_order} / {one.line}"
    return tr("All open lines of {order}", order=one.purchase_order)


def _named(line: LineChoice, today: date) -> str:
    promised = formats.day(line.promised_on, today) if line.promised_on else tr("no date")
    return f"{line.purchase_order} / {line.line}  ·  {line.about}  ·  {promised}"


def _has_part(quantity: float | None) -> bool:
    return quantity is not None and not float(quantity).is_integer()
