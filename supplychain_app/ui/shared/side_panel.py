"""The panel beside a table: there where the screen is wide enough, shown or hidden by one key, as it was left."""

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from supplychain_app.ui.shared import theme

PANEL_LETTERS = 36  # that the panel is wide at least
SCREEN_LETTERS = 120  # that the screen is wide at least where the panel stands there unasked
_KEPT = "story"


def fit(screen: QWidget, panel: QWidget) -> None:
    """Show the panel where there is room, unless it was hidden."""
    letter = theme.letter(screen.fontMetrics())
    panel.setMinimumWidth(round(PANEL_LETTERS * letter))
    panel.setVisible(screen.width() > SCREEN_LETTERS * letter and QSettings().value(_KEPT, "shown") == "shown")


def toggle(screen: QWidget, panel: QWidget) -> bool:
    """Show or hide it, also where there is little room; is it shown now?"""
    shown = not panel.isVisibleTo(screen)
    QSettings().setValue(_KEPT, "shown" if shown else "hidden")
    panel.setVisible(shown)
    return shown
