"""What the figures on a screen mean: what hovering says of each, gathered so that a key can show it too."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget

from supplychain_app.language import tr

TITLE, ABOUT = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole

Explained = list[tuple[str, str]]  # what a figure is called, and what it means


def mark(widget: QWidget, name: str, about: str) -> None:
    """Say what a figure means when hovering over it, and in the answer to the key."""
    widget.setToolTip(about)
    widget.setWhatsThis(about)
    widget.setProperty("figure", name)


def of_screen(screen: QWidget) -> Explained:
    """The figures that stand on a screen now, and then the columns of its tables."""
    found: dict[str, str] = {}
    for widget in screen.findChildren(QWidget):
        if widget.whatsThis() and widget.isVisibleTo(screen):
            found.setdefault(str(widget.property("figure")), widget.whatsThis())
    for table in screen.findChildren(QTableView):
        if table.isVisibleTo(screen):
            found |= {title: about for title, about in of_columns(table) if title not in found}
    return list(found.items())


def of_columns(table: QTableView) -> Explained:
    """What the shown columns of a table mean, in their order."""
    header, model = table.horizontalHeader(), table.model()
    places = (header.logicalIndex(place) for place in range(header.count()))
    shown = [column for column in places if not header.isSectionHidden(column)]
    words = [
        tuple(model.headerData(column, Qt.Orientation.Horizontal, role) for role in (TITLE, ABOUT)) for column in shown
    ]
    return [(str(title), str(about)) for title, about in words if title and about]


def as_table(explained: Explained) -> str:
    """As Markdown: one row for each figure."""
    rows = "".join(f"| **{_plain(name)}** | {_plain(about)} |\n" for name, about in explained)
    head = f"| {tr('Figure')} | {tr('Meaning')} |"
    return f"{head}\n|---|---|\n{rows}" if rows else ""


def _plain(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
