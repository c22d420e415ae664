"""The start window: open the demo, import my open orders, open a file."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from supplychain_app.language import tr
from supplychain_app.services import demo, recents
from supplychain_app.ui.shared import theme
from supplychain_app.ui.shared.jobs import Job, Jobs
from supplychain_app.ui.shared.screen import caption, heading, plain, primary


class StartWindow(QWidget):
    """Three ways to begin, and the files opened last."""

    open_asked = Signal(object)  # a workspace
    import_asked = Signal(object, list)  # a new workspace, and the files to bring in

    def __init__(self, sentence: str = "") -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Inbound")
        self.setAcceptDrops(True)
        self.resize(900, 600)
        self.jobs = Jobs(None, self)
        self._job: Job | None = None
        self._words = caption(sentence, "bad" if sentence else "text2")
        self._words.setWordWrap(True)
        self._bar = QProgressBar(textVisible=False)
        self._bar.hide()
        self._stop = plain(tr("Stop"))
        self._stop.clicked.connect(self._cancel)
        self._stop.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(72, 56, 72, 40)
        layout.setSpacing(8)
        title = QLabel(tr("Where is the weak link in your inbound supply?"))
        title.setFont(theme.font(theme.FIGURE, theme.STRONG))
        layout.addWidget(title)
        words = QLabel(
            tr(
                "Bring in an open-order export from your ERP, just as it comes. You will see which lines need someone "
                "today, which lead times to plan with, and where the days are lost. It all stays in one "
                "file on this machine."
            )
        )
        words.setWordWrap(True)
        words.setProperty("tone", "text2")
        layout.addWidget(words)
        layout.addSpacing(16)
        self.buttons = []
        for button, about, act in (
            (
                primary(tr("Import my open orders"), "imports"),
                tr("CSV or XLSX; you may also drop the file here."),
                self.choose_orders,
            ),
            (
                plain(tr("Open the demo"), "play"),
                tr("An invented manufacturer with 18 months of orders, mails and shipments."),
                self.make_demo,
            ),
            (plain(tr("Open a file"), "folder"), tr("A workspace you made before."), self.choose_file),
        ):
            button.clicked.connect(act)
            button.setMinimumWidth(220)
            row = QHBoxLayout()
            row.addWidget(button)
            row.addSpacing(8)
            row.addWidget(caption(about), 1)
            layout.addLayout(row)
            self.buttons.append(button)
        layout.addSpacing(16)
        layout.addWidget(self._words)
        progress = QHBoxLayout()
        progress.addWidget(self._bar, 1)
        progress.addWidget(self._stop)
        layout.addLayout(progress)
        files = recents.recent_files()
        if files:
            layout.addWidget(heading(tr("Opened last")))
        for path in files[:5]:
            link = plain(f"{path.name}    {path.parent}", role="link")
            link.clicked.connect(lambda _on=False, p=path: self.open_asked.emit(p))
            layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def choose_orders(self) -> None:
        from supplychain_app.ui.shared import file_dialogs

        paths = file_dialogs.several_to_open(self, tr("The export of your open orders"), tr("Tables (*)"))
        if paths:
            self._begin(paths)

    def choose_file(self) -> None:
        from supplychain_app.ui.shared import file_dialogs

        path = file_dialogs.to_open(self, tr("Open a workspace"), tr("Workspaces (*.db *.sqlite);;All files (*)"))
        if path is not None:
            self.open_asked.emit(path)

    def make_demo(self) -> None:
        """Make the demo workspace as a job, then open it."""
        for button in self.buttons:
            button.setEnabled(False)
        self._say(tr("Making the demo …"))
        self._bar.setRange(0, 0)
        self._bar.show()
        self._stop.show()
        path = demo.default_path()
        self._job = self.jobs.outside(tr("Making the demo"), demo.make, path, with_progress=True)
        self._job.progressed.connect(self._progress)
        self._job.done.connect(lambda _: self.open_asked.emit(path))
        self._job.failed.connect(self._ended)
        self._job.cancelled.connect(lambda: self._ended(tr("Stopped. No demo was made.")))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self._begin(files)
        else:
            self._say(tr("That is no file on this machine. Save it first, then drop it here."))

    def _begin(self, files: list[Path]) -> None:
        from supplychain_app.ui.shared import file_dialogs

        if len(files) == 1 and files[0].suffix.lower() in (".db", ".sqlite"):
            self.open_asked.emit(files[0])
            return
        path = file_dialogs.to_save(self, tr("Where to keep your workspace"), "inbound.db", tr("Workspaces (*.db)"))
        if path is not None:
            self.import_asked.emit(path, files)

    def _progress(self, done: int, total: int, note: str) -> None:
        self._bar.setRange(0, max(0, total))
        self._bar.setValue(done)
        self._say(note)

    def _say(self, sentence: str) -> None:
        self._words.setText(sentence)

    def _cancel(self) -> None:
        if self._job:
            self._job.cancel()

    def _ended(self, sentence: str) -> None:
        self._say(sentence)
        self._bar.hide()
        self._stop.hide()
        for button in self.buttons:
            button.setEnabled(True)
