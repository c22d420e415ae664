"""The help pages, read where they are, and what the figures of a screen mean."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from supplychain_app.domain.resources import resource_path
from supplychain_app.language import tr
from supplychain_app.ui.shared import explanations


def explain(screen: QWidget, page: str) -> None:
    """What each figure on this screen means, and below it the help page, from where it tells more."""
    HelpWindow(page, screen, explanations.of_screen(screen)).show()


class HelpWindow(QDialog):
    """A reader for the pages of resources/help, with links between them."""

    def __init__(self, page: str, parent: QWidget | None = None, explained: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(parent)
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
        name, _, heading = page.partition("#")
        text = resource_path("help", name).read_text(encoding="utf-8")
        head = tr("# What does this mean?\n\n[More in the help]({page})", page=page)
        table = explanations.as_table(explained)
        self.browser.setMarkdown("\n\n".join((head, table, section(text, heading) if heading else text)))
        self.browser.document().setDocumentMargin(24)

    def show_page(self, page: str) -> None:
        text = resource_path("help", page.split("#", maxsplit=1)[0]).read_text(encoding="utf-8")
        if page != "index.md":
            text = tr("[Help](index.md)\n\n{words}", words=text)
        self.browser.setMarkdown(text)
        self.browser.document().setDocumentMargin(24)
        if "#" in page:
            self._go_to(page.split("#")[1].replace("-", " "))

    def _go_to(self, heading: str) -> None:
        block = self.browser.document().begin()
        while block.isValid():
            words = block.text().replace("-", " ").replace(",", "").casefold()
            if block.blockFormat().headingLevel() and words == heading.casefold():
                cursor = self.browser.textCursor()
                cursor.movePosition(cursor.MoveOperation.End)
                self.browser.setTextCursor(cursor)  # first to the end, so that the heading ends up on top
                cursor.setPosition(block.position())
                self.browser.setTextCursor(cursor)
                return
            block = block.next()

    def _follow(self, url: QUrl) -> None:
        if url.isRelative():
            self.show_page(url.toString())


def section(text: str, heading: str) -> str:
    """The part of a page below this heading, as links name it ("lead-time"); nothing where there is none."""
    for part in text.split("\n## ")[1:]:
        title = part.partition("\n")[0]
        if title.casefold().replace(",", "").replace(" ", "-") == heading:
            return f"## {part}"
    return ""
