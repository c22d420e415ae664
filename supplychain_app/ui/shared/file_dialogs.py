"""Asks for files and folders, and begins where the user last took or put one; before that, among the documents."""

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from supplychain_app.language import tr

TAKEN, PUT = "folder/taken", "folder/put"
"""Exports arrive in one folder, and what is written goes to another."""


def to_open(parent: QWidget, title: str, kinds: str) -> Path | None:
    """A file to read."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(_begin(TAKEN)), kinds)
    return _keep(TAKEN, Path(name)) if name else None


def several_to_open(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """Files to read."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(_begin(TAKEN)), kinds)
    return [_keep(TAKEN, Path(name)) for name in names]


def to_save(parent: QWidget, title: str, proposed: str | Path, kinds: str) -> Path | None:
    """Where to write a file. `proposed` is its name; a whole path, where it belongs beside another file."""
    name, kind = QFileDialog.getSaveFileName(parent, title, str(_begin(PUT) / proposed), kinds)
    if not name:
        return None
    path = as_kind(Path(name), Path(proposed).suffix, kind)
    if path != Path(name) and path.exists() and not _may_replace(parent, path):
        return None
    return _keep(PUT, path)


def folder(parent: QWidget, title: str) -> Path | None:
    """A folder to write several files to."""
    name = QFileDialog.getExistingDirectory(parent, title, str(_begin(PUT)))
    if not name:
        return None
    QSettings().setValue(PUT, name)
    return Path(name)


def as_kind(path: Path, proposed: str, kind: str) -> Path:
    """The path with the ending of the chosen kind, such as "CSV (*.csv)", where no other was typed."""
    ending = kind.partition("*")[2].rstrip(")") or proposed
    return path if path.suffix and path.suffix != proposed else path.with_suffix(ending)


def _may_replace(parent: QWidget, path: Path) -> bool:
    asked = tr("{name} is there already. Replace it?", name=path.name)
    return QMessageBox.question(parent, tr("Replace"), asked) == QMessageBox.StandardButton.Yes


def _keep(purpose: str, path: Path) -> Path:
    QSettings().setValue(purpose, str(path.parent))
    return path


def _begin(purpose: str) -> Path:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    for place in (str(QSettings().value(purpose) or ""), documents):
        if place and Path(place).is_dir():
            return Path(place)
    return Path.home()
