"""Colours, palette, type and icons of the window, light and dark."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from supplychain_app.domain.resources import resource_path

if TYPE_CHECKING:
    from supplychain_app.reports.style import ChartStyle


@dataclass(frozen=True)
class Colours:
    """The design's tokens of one scheme."""

    window: str
    surface: str
    raised: str
    hover: str
    selection: str
    hairline: str
    strong_line: str
    text1: str
    text2: str
    text3: str
    accent: str
    accent_fill: str
    on_accent: str
    bad: str
    bad_soft: str
    warning: str
    warning_soft: str
    good: str
    good_soft: str
    avatar: str
    context: str  # all others, in a drawing
    highlight: str


LIGHT = Colours(
    window="#F3F4F6",
    surface="#FFFFFF",
    raised="#F8F9FA",
    hover="#F1F4F8",
    selection="#E3ECFA",
    hairline="#E4E6EA",
    strong_line="#C9CED4",
    text1="#1B1F24",
    text2="#535B65",
    text3="#636B75",
    accent="#1D5BBF",
    accent_fill="#1D5BBF",
    on_accent="#FFFFFF",
    bad="#B3261E",
    bad_soft="#FBEAE8",
    warning="#875300",
    warning_soft="#FBF0DA",
    good="#17694A",
    good_soft="#E3F2EB",
    avatar="#C9CED4",
    context="#B9C0C8",
    highlight="#FFF1B8",
)
DARK = Colours(
    window="#16181B",
    surface="#1C1F23",
    raised="#22262A",
    hover="#262B31",
    selection="#213654",
    hairline="#2C3137",
    strong_line="#454C54",
    text1="#E7E9EC",
    text2="#ADB5BD",
    text3="#979FA9",
    accent="#86B4FF",
    accent_fill="#2F6BCB",
    on_accent="#FFFFFF",
    bad="#FF9385",
    bad_soft="#41231F",
    warning="#EBB955",
    warning_soft="#3B2F17",
    good="#72CFA2",
    good_soft="#1B3629",
    avatar="#454C54",
    context="#545C65",
    highlight="#4F4314",
)

ICONS = {
    "today": "ri.sun-foggy-line",
    "orders": "ri.list-check",
    "shipments": "ri.ship-line",
    "communications": "ri.chat-3-line",
    "suppliers": "ri.building-2-line",
    "lead_times": "ri.timer-line",
    "weak_links": "ri.links-line",
    "scorecards": "ri.file-list-2-line",
    "imports": "ri.inbox-line",
    "data_quality": "ri.shield-check-line",
    "settings": "ri.settings-3-line",
    "refresh": "ri.refresh-line",
    "mine": "ri.user-line",
    "call": "ri.phone-line",
    "mail": "ri.mail-line",
    "ask": "ri.map-pin-line",
    "alert": "ri.error-warning-fill",
    "clock": "ri.time-fill",
    "check": "ri.check-line",
    "stuck": "ri.anchor-line",
    "question": "ri.question-line",
    "reply": "ri.question-answer-line",
    "moved": "ri.calendar-event-line",
    "arriving": "ri.truck-line",
    "check_in": "ri.calendar-check-line",
    "file": "ri.file-line",
    "close": "ri.close-line",
    "search": "ri.search-line",
    "watch": "ri.eye-line",
    "undo": "ri.arrow-go-back-line",
    "open": "ri.external-link-line",
    "folder": "ri.folder-open-line",
    "play": "ri.play-circle-line",
    "columns": "ri.layout-column-line",
    "save": "ri.save-line",
    "copy": "ri.file-copy-line",
    "download": "ri.download-line",
    "add": "ri.add-line",
    "edit": "ri.edit-line",
    "user": "ri.user-line",
    "down": "ri.arrow-down-s-line",
}


def is_dark() -> bool:
    """Whether the window is dark now."""
    wish = QGuiApplication.instance().property("scheme") if QGuiApplication.instance() else None
    if wish in ("light", "dark"):  # not every platform lets its own scheme be set
        return bool(wish == "dark")
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


@cache
def colours() -> Colours:
    """The tokens of the scheme in use, until `apply` is called again."""
    return DARK if is_dark() else LIGHT


def colour(token: str) -> QColor:
    return _colour(getattr(colours(), token))


@cache
def _colour(value: str) -> QColor:
    return QColor(value)


def state_tokens(state: str) -> tuple[str, str]:
    """Text and background tokens of good, warning, bad; anything else is plain."""
    return (state, f"{state}_soft") if state in ("good", "warning", "bad") else ("text2", "raised")


def icon(name: str, token: str = "text2") -> QIcon:
    """An icon of our one family in one of our colours."""
    return _icon(ICONS.get(name, name), getattr(colours(), token))


@cache
def _icon(name: str, tint: str) -> QIcon:
    from supplychain_app.ui.shared.glyphs import glyph

    return glyph(name.removeprefix("ri."), tint)


def font(scale: float = 1.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The window's font, scaled, with tabular figures."""
    made = QFont(QApplication.font())
    made.setPointSizeF(QApplication.font().pointSizeF() * scale)
    made.setWeight(weight)
    return made


STRONG = QFont.Weight.DemiBold
CAPTION, BODY, HEAD, TITLE, FIGURE = 0.885, 1.0, 1.155, 1.54, 1.7
SMALLEST = 9.75  # points, 13 px on a plain screen; a bare X server says 9
LETTERS = "abcdefghijklmnopqrstuvwxyz 0123456789"


def letter(metrics: QFontMetrics) -> float:
    """How wide a letter or figure is on average: Qt's own average is that of capitals in some fonts."""
    return metrics.horizontalAdvance(LETTERS) / len(LETTERS)


def set_scheme(wish: str) -> None:
    """Follow the system, or be light or dark; applies at once."""
    scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(wish, Qt.ColorScheme.Unknown)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setProperty("scheme", wish)
    QGuiApplication.styleHints().setColorScheme(scheme)
    apply(app)


def apply(app: QApplication) -> None:
    """Dress the application in the scheme in use; call again when the scheme changes."""
    colours.cache_clear()
    c = colours()
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, value in {
        roles.Window: c.window,
        roles.WindowText: c.text1,
        roles.Base: c.surface,
        roles.AlternateBase: c.raised,
        roles.Text: c.text1,
        roles.Button: c.surface,
        roles.ButtonText: c.text1,
        roles.BrightText: c.on_accent,
        roles.Highlight: c.selection,
        roles.HighlightedText: c.text1,
        roles.ToolTipBase: c.raised,
        roles.ToolTipText: c.text1,
        roles.PlaceholderText: c.text3,
        roles.Link: c.accent,
        roles.LinkVisited: c.accent,
        roles.Accent: c.accent_fill,
        roles.Light: c.raised,
        roles.Midlight: c.hairline,
        roles.Mid: c.strong_line,
        roles.Dark: c.strong_line,
        roles.Shadow: c.strong_line,
    }.items():
        palette.setColor(role, QColor(value))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(c.text3))
    app.setPalette(palette)
    app.setStyleSheet(_style(c))


def choose_font(app: QApplication) -> None:
    """Inter where it is installed, else the system's own; figures of one width."""
    made = QFont(app.font())
    if made.pointSizeF() < SMALLEST:
        made.setPointSizeF(SMALLEST)
    if "Inter" in QFontDatabase.families():
        made.setFamily("Inter")
    made.setFeature(QFont.Tag("tnum"), 1)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(made)


@dataclass(frozen=True, slots=True)
class ChartLooks:
    """What of the window's looks a drawing takes over; asked on its thread, made to a style on any."""

    dark: bool
    family: str
    size: float

    def style(self) -> "ChartStyle":
        from supplychain_app.reports import style

        return (style.dark if self.dark else style.light)(family=self.family, size=self.size)


def chart_looks() -> ChartLooks:
    """The scheme in use and the window's font."""
    made = QApplication.font()
    return ChartLooks(is_dark(), made.family(), max(7.5, made.pointSizeF()))


def _style(c: Colours) -> str:
    """The little that the palette cannot say: borders and paddings."""
    icons, name = resource_path("icons").as_posix(), "dark" if c is DARK else "light"
    return f"""
QToolTip {{ background: {c.raised}; color: {c.text1}; border: 1px solid {c.hairline}; padding: 5px; }}
QMenuBar {{ background: {c.window}; border-bottom: 1px solid {c.hairline}; padding: 2px 8px; }}
QMenuBar::item {{ padding: 4px 10px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {c.hover}; }}
QMenu {{ background: {c.surface}; border: 1px solid {c.strong_line}; padding: 4px; }}
QMenu::item {{ padding: 5px 28px 5px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {c.selection}; }}
QMenu::item:disabled {{ color: {c.text3}; }}
QMenu::separator {{ height: 1px; background: {c.hairline}; margin: 4px 8px; }}
QAbstractItemView {{ border: none; outline: none; background: {c.surface}; }}
QHeaderView {{ background: {c.surface}; border: none; }}
QHeaderView::section {{ background: {c.surface}; color: {c.text2}; border: none;
  border-bottom: 1px solid {c.strong_line}; padding: 6px 8px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {c.strong_line}; border-radius: 4px; min-height: 32px;
  min-width: 32px; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QLineEdit, QPlainTextEdit, QTextEdit, QDateEdit, QSpinBox, QDoubleSpinBox, QComboBox {{
  background: {c.surface}; border: 1px solid {c.strong_line}; border-radius: 5px; padding: 4px 7px;
  selection-background-color: {c.accent_fill}; selection-color: {c.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QDateEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QComboBox:focus {{ border: 1px solid {c.accent}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ subcontrol-origin: padding; subcontrol-position: center right;
  border: none; background: transparent; width: 22px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url({icons}/down-{name}.svg); width: 12px; height: 12px; }}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{
  border: none; background: transparent; width: 20px; }}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {{ image: url({icons}/up-{name}.svg); width: 10px; height: 10px; }}
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {{ image: url({icons}/down-{name}.svg); width: 10px; height: 10px; }}
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit {{ border: none; padding: 0 0 0 5px; }}
QTableWidget::item {{ padding: 0 5px; }}
QPushButton {{ background: {c.surface}; border: 1px solid {c.strong_line}; border-radius: 5px; padding: 5px 12px; }}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:focus {{ border: 1px solid {c.accent}; }}
QPushButton:disabled {{ color: {c.text3}; border-color: {c.hairline}; }}
QPushButton:checked {{ background: {c.selection}; color: {c.accent}; border-color: {c.selection}; }}
QPushButton[role="primary"] {{ background: {c.accent_fill}; color: {c.on_accent}; border: 1px solid {c.accent_fill}; }}
QPushButton[role="primary"]:hover {{ background: {c.accent_fill}; }}
QPushButton[role="primary"]:disabled {{ background: {c.hairline}; color: {c.text3}; border-color: {c.hairline}; }}
QPushButton[role="flat"] {{ border: none; background: transparent; color: {c.text2}; padding: 4px 8px; }}
QPushButton[role="flat"]:hover {{ background: {c.hover}; color: {c.text1}; }}
QPushButton[role="flat"]:focus {{ color: {c.accent}; }}
QPushButton[role="link"] {{ border: none; background: transparent; color: {c.accent}; padding: 2px 2px 2px 0;
  text-align: left; }}
QLabel[tone="text2"] {{ color: {c.text2}; }}
QLabel[tone="text2"]:disabled {{ color: {c.text3}; }}
QLabel[tone="text3"] {{ color: {c.text3}; }}
QLabel[tone="bad"] {{ color: {c.bad}; }}
QLabel[tone="warning"] {{ color: {c.warning}; }}
QLabel[tone="good"] {{ color: {c.good}; }}
QLabel[tone="accent"] {{ color: {c.accent}; }}
QTabWidget::pane {{ border: none; }}
QTabBar::tab {{ background: transparent; color: {c.text2}; padding: 7px 8px; border: none;
  border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {c.text1}; border-bottom: 2px solid {c.accent_fill}; }}
QSplitter::handle {{ background: {c.hairline}; }}
QProgressBar {{ background: {c.hairline}; border: none; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {c.accent_fill}; border-radius: 3px; }}
QGroupBox {{ border: none; margin-top: 18px; font-weight: 600; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; }}
QScrollArea {{ border: none; background: {c.surface}; }}
#surface {{ background: {c.surface}; }}
#bar {{ background: {c.window}; }}
#failure {{ background: {c.bad_soft}; }}
#keycap {{ border: 1px solid {c.strong_line}; border-radius: 3px; padding: 0; color: {c.text2};
  background: {c.surface}; }}
"""
