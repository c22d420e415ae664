"""Draws the icons of one font in one colour; reading that font alone is a fifth of a second less at each start."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from supplychain_app.domain.errors import WorkspaceError

FADED = 0.45  # what may not be pressed now
SHARE = 0.875  # of the square that a letter of this font fills


class GlyphEngine(QIconEngine):
    """One letter of the icon font, sharp at every size."""

    def __init__(self, letter: str, tint: QColor) -> None:
        super().__init__()
        self._letter, self._tint = letter, tint

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tint = QColor(self._tint)
        if mode == QIcon.Mode.Disabled:
            tint.setAlphaF(FADED)
        font = QFont(_family())
        font.setPixelSize(max(1, round(SHARE * rect.height())))
        painter.save()
        painter.setFont(font)
        painter.setPen(tint)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return GlyphEngine(self._letter, self._tint)


def glyph(name: str, tint: str) -> QIcon:
    """An icon by its name in the font, such as `mail-line`."""
    return QIcon(GlyphEngine(_letters()[name], QColor(tint)))


def _folder() -> Path:
    # The package is found, not imported: it would read eight fonts and a second set of Qt modules.
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise WorkspaceError("The icons (package qtawesome) are not installed. Install the program again.")
    return Path(spec.origin).parent / "fonts"


def _file(ending: str) -> Path:
    found = sorted(_folder().glob(f"remixicon*.{ending}"))
    if not found:
        raise WorkspaceError("The icon font Remix Icon is missing from qtawesome. Install the program again.")
    return found[-1]


@cache
def _letters() -> dict[str, str]:
    codes: dict[str, str] = json.loads(_file("json").read_text("utf-8"))
    return {name: chr(int(code, 16)) for name, code in codes.items()}


@cache
def _family() -> str:
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(_file("ttf"))))[0]
