"""Saves a drawing as a picture where the user says."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from supplychain_app.language import tr
from supplychain_app.ui.shared import file_dialogs
from supplychain_app.ui.shared.session import Session

if TYPE_CHECKING:
    from matplotlib.figure import Figure


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
