"""The Data quality screen: what is missing or contradictory, what that hides, and the way to the lines."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from supplychain_app.language import tr
from supplychain_app.reports import worklist_words
from supplychain_app.services import data_quality, safekeeping
from supplychain_app.services.data_quality import Finding
from supplychain_app.storage.connection import Database
from supplychain_app.ui.shared import formats
from supplychain_app.ui.shared.commands import command
from supplychain_app.ui.shared.loading import Latest
from supplychain_app.ui.shared.row_model import Column, ListModel
from supplychain_app.ui.shared.screen import Screen, caption, plain
from supplychain_app.ui.shared.table import Table

COLUMNS = (
    Column("check", tr("What"), lambda v: worklist_words.sentence(worklist_words.CHECKS[v]), width=34),
    Column(
        "lines",
        tr("Lines"),
        formats.number,
        right=True,
        width=8,
        about=tr("How many order lines it touches; Enter opens them"),
    ),
    Column(
        "share",
        tr("Share"),
        lambda v: formats.MISSING if v is None else formats.percent(v),
        right=True,
        width=7,
        about=tr("Of all lines that the check looks at"),
    ),
    Column("hides", tr("What it hides"), fill=True, width=60),
)


def check_file(db: Database) -> str:
    return safekeeping.integrity(db)


class DataQualityScreen(Screen):
    """Findings, most lines first; Enter opens the lines."""

    name, title = "data_quality", tr("Data quality")
    help_page = "figures.md#data-quality"
    cares_about = frozenset({"orders", "imports"})

    def build(self) -> None:
        check = plain(tr("Check the file"), "data_quality")
        check.clicked.connect(self.check)
        self.add_to_bar(check)
        self.model = ListModel(COLUMNS, self)
        self.table = Table(self.model, "findings")
        self.table.sort_here()
        self.table.opened.connect(lambda _: self.open_lines())
        self.words = caption(
            tr("Fix these at their source, the ERP or the export, and bring it in again; or open the lines.")
        )
        self.words.setContentsMargins(16, 6, 16, 8)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.words)
        self._latest = Latest(self.session)
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        self.show_loading(tr("Checking every line …"))
        self._latest.ask(
            tr("Checking the data"),
            data_quality.findings,
            today=self.session.today,
            then=self._show,
            failed=self.show_failed,
        )

    def _show(self, findings: list[Finding]) -> None:
        self.counted.emit(self.name, len(findings))
        if not findings:
            self.show_empty(tr("Nothing is missing or contradictory."))
            self.set_finding("")
            return
        self.show_content()
        self.model.show(sorted(findings, key=lambda f: -f.lines))
        told = any(finding.share is not None for finding in findings)
        self.table.setColumnHidden([column.name for column in COLUMNS].index("share"), not told)
        first = self.model.rows[0]
        self.set_finding(
            tr(
                "{findings}; the largest: {check}.",
                findings=formats.plural(len(findings), "finding"),
                check=worklist_words.CHECKS[first.check],
            )
        )
        self.table.selectRow(0)

    def _current(self) -> Any:
        return self.model.at(self.table.current_row())

    @command(tr("Open lines", "verb"), "Return", "open")
    def open_lines(self) -> None:
        finding = self._current()
        if finding is not None:
            self.session.open_lines(finding.line_ids, worklist_words.CHECKS[finding.check])

    @command(tr("Check the file"), "Ctrl+Shift+C", "data_quality", bar=False, about=tr("SQLite's own integrity check"))
    def check(self) -> None:
        job = self.session.read(tr("Checking the file"), check_file)
        job.done.connect(self._tell)
        job.failed.connect(self.session.failed)

    def _tell(self, found: str) -> None:
        if found == "ok":
            self.session.said.emit(tr("The file is sound."))
        else:
            self.session.failed.emit(tr("The file is damaged: {found}. Restore a backup.", found=found))
