"""Saves a drawing as a picture, or its numbers as a table, where the user says."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from supplychain_app.domain.errors import AppError
from supplychain_app.exchange.writers import Sheet, write_table
from supplychain_app.language import tr
from supplychain_app.ui.shared import file_dialogs
from supplychain_app.ui.shared.session import Session

if TYPE_CHECKING:
    from matplotlib.figure import Figure


HEADERS = (tr("what"), tr("lines"))


def save(session: Session, parent: QWidget, drawn: "Callable[[], Figure]") -> None:
    """Ask for a place, and only then draw."""
    path = file_dialogs.to_save(parent, tr("Save picture"), "chart.png", "PNG (*.png);;PDF (*.pdf);;SVG (*.svg)")
    if path is None:
        return
    try:
        drawn().savefig(path, dpi=200)
    except (OSError, ValueError) as error:  # a full disk, or a kind of picture nobody can write
        session.failed.emit(tr("{name} could not be written: {error}", name=path.name, error=error))
        return
    session.said.emit(tr("Saved as {name}.", name=path))


def save_numbers(session: Session, parent: QWidget, rows: Sequence[tuple[str, int]]) -> None:
    """What each mark of a drawing says, and how many lines stand behind it."""
    path = file_dialogs.to_save(parent, tr("Save numbers"), "chart.xlsx", "Excel (*.xlsx);;CSV (*.csv)")
    if path is None:
        return
    try:
        write_table(path, Sheet("chart", HEADERS, rows))
    except AppError as error:
        session.failed.emit(str(error))
        return
    session.said.emit(tr("Saved as {name}.", name=path))
