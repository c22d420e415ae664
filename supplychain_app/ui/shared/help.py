"""The help pages, read in the window's language, and what the figures of a screen mean."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QShowEvent, QTextBlock
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from supplychain_app.domain.errors import FileError
from supplychain_app.domain.resources import resource_path
from supplychain_app.language import spoken, tr
from supplychain_app.ui.shared import explanations


def explain(screen: QWidget, page: str) -> None:
    """What each figure on this screen means, and below it the help page, from where it tells more."""
    HelpWindow(page, screen, explanations.of_screen(screen)).show()


class HelpWindow(QDialog):
    """A reader for the pages of resources/help, with links between them."""

    def __init__(self, page: str, parent: QWidget | None = None, explained: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(parent)
        self._shown, self._place = page.partition("#")[0], -1
        self.setWindowTitle(tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 640)
        self.browser = QTextBrowser()
        self.browser.setAccessibleName(tr("Help"))
        self.browser.setOpenLinks(False)
        self.browser.anchorClicked.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.browser)
        if explained:
            self._show_explained(page, list(explained))
        else:
            self.show_page(page)

    def _show_explained(self, page: str, explained: explanations.Explained) -> None:
        head = tr("# What does this mean?\n\n[More in the help]({page})", page=page)
        table = explanations.as_table(explained)
        self.browser.setMarkdown("\n\n".join((head, table, told_in(page))))
        self.browser.document().setDocumentMargin(24)

    def show_page(self, page: str) -> None:
        name, _, anchor = page.rpartition("/")[2].partition("#")  # a German page links to an English one with ../
        name = self._shown = name or self._shown  # "#lead-time" stays on the page
        text = read(name)
        if name != "index.md":
            text = tr("[Help](index.md)\n\n{words}", words=text)
        self.browser.setMarkdown(text)
        self.browser.document().setDocumentMargin(24)
        self._place = anchors(name).index(anchor) if anchor in anchors(name) else -1
        self._go_to(self._place)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_to(self._place)  # where it stands is known only now, when the page has its width

    def _go_to(self, place: int) -> None:
        """Put the heading at this place on top; none for -1."""
        if place >= 0:
            cursor = self.browser.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            self.browser.setTextCursor(cursor)  # first to the end, so that the heading ends up on top
            cursor.setPosition(self._headings()[place].position())
            self.browser.setTextCursor(cursor)

    def _headings(self) -> list[QTextBlock]:
        found, block = [], self.browser.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                found.append(block)
            block = block.next()
        return found

    def _follow(self, url: QUrl) -> None:
        if url.isRelative():
            self.show_page(url.toString())


def read(name: str) -> str:
    """A page in the window's language, or in English where it is written in no other."""
    try:
        path = resource_path("help", spoken(), name)
    except FileError:
        path = resource_path("help", name)
    return path.read_text(encoding="utf-8")


def parts(text: str) -> list[str]:
    """A page cut before each heading."""
    return re.split(r"^(?=#+ )", text, flags=re.MULTILINE)[1:]


def anchors(name: str) -> list[str]:
    """What links call the headings of a page, in their order: by the English words, in every language."""
    titles = (part.partition("\n")[0].lstrip("# ") for part in parts(resource_path("help", name).read_text("utf-8")))
    return [re.sub(r"[^\w -]", "", title).casefold().replace(" ", "-") for title in titles]


def told_in(page: str) -> str:
    """The part of a page that a link such as "figures.md#lead-time" names; the whole page where it names none."""
    name, _, anchor = page.partition("#")
    return parts(read(name))[anchors(name).index(anchor)] if anchor else read(name)
