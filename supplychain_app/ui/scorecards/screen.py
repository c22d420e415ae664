"""The Scorecards screen: a supplier and a period, the two pages as they will be printed, export of one or all."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from supplychain_app.analytics.scorecard import DEFAULT_WEIGHTS
from supplychain_app.domain import periods
from supplychain_app.domain.errors import AppError
from supplychain_app.domain.periods import Period
from supplychain_app.language import tr
from supplychain_app.services import scorecards
from supplychain_app.services.knowledge import Knowledge
from supplychain_app.storage import scorecards as cards
from supplychain_app.storage.connection import Database
from supplychain_app.ui.shared import file_dialogs, formats
from supplychain_app.ui.shared.asking import Form
from supplychain_app.ui.shared.commands import command
from supplychain_app.ui.shared.loading import Latest
from supplychain_app.ui.shared.screen import Screen, line_of, plain, primary

DPI = 110
PARTS = {
    "otif": tr("On time in full"),
    "promises": tr("Promise behaviour"),
    "responsiveness": tr("Answers"),
    "lead_time": tr("Lead time"),
}


def draw_pages(db: Database, supplier_id: int, period: Period, as_of: Any, weights: dict[str, float]) -> list[QImage]:
    """The two pages as pictures, drawn by the code that prints them."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    from supplychain_app.reports import scorecard_pdf

    card = scorecards.build(db, supplier_id, period=period, as_of=as_of, weights=weights)
    pictures = []
    for figure in scorecard_pdf.pages(card):
        figure.set_dpi(DPI)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        buffer = canvas.buffer_rgba()
        image = QImage(bytes(buffer), buffer.shape[1], buffer.shape[0], QImage.Format.Format_RGBA8888)
        pictures.append(image.copy())
    return pictures


def read_choices(
    db: Database, as_of: date, knowledge: Knowledge
) -> tuple[list[tuple[int, str]], int | None, list[str]]:
    """The suppliers, the one to begin with, and the periods to choose from, the usual one first."""
    suppliers, busiest = cards.choices(db)
    usual = scorecards.usual_period(db, as_of, knowledge)
    return suppliers, busiest, [usual.name, str(usual.end.year), str(usual.end.year - 1)]


class ScorecardsScreen(Screen):
    """Choose, look, export."""

    name, title = "scorecards", tr("Scorecards")
    help_page = "figures.md#scorecard"
    cares_about = frozenset({"orders", "suppliers", "communications", "imports"})

    def build(self) -> None:
        self.supplier, self.period = QComboBox(), QComboBox()
        self.supplier.setAccessibleName(tr("Supplier"))
        self.supplier.setMinimumContentsLength(26)
        self.period.setAccessibleName(tr("Period"))
        self.period.setEditable(True)
        self.period.setToolTip(tr("A quarter (2026Q3), a year, a month (2026-07), or A..B"))
        self.supplier.currentIndexChanged.connect(self._preview)
        self.period.currentIndexChanged.connect(self._preview)
        self.period.lineEdit().editingFinished.connect(self._preview)
        weights = plain(tr("Weights"), "settings")
        weights.clicked.connect(self.edit_weights)
        one = plain(tr("Export this one"), "download")
        one.clicked.connect(self.export_one)
        all_of_them = primary(tr("Export all"), "download")
        all_of_them.clicked.connect(self.export_all)
        for button in (one, all_of_them):
            self.add_to_bar(button)
        self.pages = [QLabel(), QLabel()]
        for page in self.pages:
            page.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        sheet = QWidget()
        sheet.setObjectName("bar")
        sheets = QVBoxLayout(sheet)
        sheets.setContentsMargins(24, 16, 24, 16)
        sheets.setSpacing(16)
        for page in self.pages:
            sheets.addWidget(page)
        sheets.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(sheet)
        self.area.setAccessibleName(tr("The pages of the scorecard"))
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(line_of(QLabel(tr("Supplier")), self.supplier, QLabel(tr("Period")), self.period, weights, 1))
        layout.addWidget(self.area, 1)
        self._choices, self._latest = Latest(self.session), Latest(self.session)
        self._images: list[QImage] = []
        self._wanted: int | None = None
        self._shown: tuple[Any, ...] | None = None  # supplier, period and weights of the pages asked for last
        self.weights = dict(DEFAULT_WEIGHTS)

    def refresh(self) -> None:
        self._shown = None
        self._choices.ask(
            tr("Reading suppliers"),
            read_choices,
            self.session.today,
            self.session.knowledge,
            then=self._fill,
            failed=self.show_failed,
        )

    def select(self, what: Any) -> None:
        self._wanted = int(what)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _fill(self, choices: tuple[list[tuple[int, str]], int | None, list[str]]) -> None:
        suppliers, busiest, usual = choices
        if not self.period.count():
            self.period.blockSignals(True)
            self.period.addItems(usual)
            self.period.blockSignals(False)
        wanted = self._wanted or self.supplier.currentData() or busiest
        self.supplier.blockSignals(True)
        self.supplier.clear()
        for supplier_id, name in suppliers:
            self.supplier.addItem(name, supplier_id)
        self.supplier.setCurrentIndex(max(0, self.supplier.findData(wanted)))
        self.supplier.blockSignals(False)
        if not self.supplier.count():
            self.show_empty(tr("No suppliers yet."), tr("Import an export"), lambda: self.session.go("imports"))
            return
        self._preview()

    def _period(self) -> Period:
        return periods.parse(self.period.currentText().strip())

    def _preview(self) -> None:
        if self.supplier.currentData() is None:
            return
        try:
            period = self._period()
        except AppError as error:
            self.session.failed.emit(str(error))
            return
        self._wanted = self.supplier.currentData()
        asked = (self._wanted, period, tuple(self.weights.items()))
        if asked == self._shown:  # a field that was left unchanged asks too
            return
        self._shown = asked
        self.show_loading(tr("Drawing the scorecard …"))
        self._latest.ask(
            tr("Drawing the scorecard"),
            draw_pages,
            self.supplier.currentData(),
            period,
            self.session.today,
            self.weights,
            then=self._show,
            failed=self.show_failed,
        )

    def _show(self, images: list[QImage]) -> None:
        self.show_content()
        self._images = images
        self._place()
        self.set_finding(
            tr(
                "{supplier}, {period}; as it will be printed.",
                supplier=self.supplier.currentText(),
                period=self.period.currentText(),
            )
        )

    def _place(self) -> None:
        room = self.area.viewport().width() - 56
        ratio = self.devicePixelRatioF()
        for page, image in zip(self.pages, self._images, strict=False):
            width = min(image.width(), max(300, round(room * ratio)))
            picture = QPixmap.fromImage(image).scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
            page.setPixmap(picture)

    @command(tr("Export this one"), "Ctrl+E", "download")
    def export_one(self) -> None:
        if self.supplier.currentData() is not None:
            self._export([self.supplier.currentData()])

    @command(tr("Export all"), "Ctrl+Shift+E", "download")
    def export_all(self) -> None:
        self._export(None)

    @command(tr("Weights"), "W", "settings")
    def edit_weights(self) -> None:
        form = Form(tr("Weights"), tr("Use these"), self, tr("How much each part counts. They are scaled to 100."))
        fields = {}
        for name, words in PARTS.items():
            field = QSpinBox(minimum=0, maximum=100, value=round(self.weights.get(name, 0)))
            form.add(words, field)
            fields[name] = field
        if form.ask():
            chosen = {name: float(field.value()) for name, field in fields.items()}
            if sum(chosen.values()) <= 0:
                self.session.failed.emit(tr("At least one part must count."))
                return
            self.weights = chosen
            self._preview()

    @command(tr("Open lines", "verb"), "O", "open")
    def open_lines(self) -> None:
        if self.supplier.currentData() is not None:
            self.session.go("suppliers", self.supplier.currentData())

    def _export(self, suppliers: list[int] | None) -> None:
        try:
            period = self._period()
        except AppError as error:
            self.session.failed.emit(str(error))
            return
        folder = file_dialogs.folder(self, tr("Where to put the scorecards"))
        if folder is None:
            return
        job = self.session.read(
            tr("Exporting scorecards"),
            scorecards.export,
            folder,
            suppliers=suppliers,
            period=period,
            formats=("pdf", "xlsx"),
            as_of=self.session.today,
            weights=self.weights,
            with_progress=True,
        )
        job.done.connect(
            lambda files: self.session.said.emit(
                tr("{files} written to {folder}.", files=formats.plural(len(files), "file"), folder=folder)
            )
        )
        job.failed.connect(self.session.failed)
        job.cancelled.connect(lambda: self.session.said.emit(tr("Stopped.")))
