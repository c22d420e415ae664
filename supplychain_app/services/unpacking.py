"""Opens the folders and zip archives among files that were dropped, so that what is in them is read like any file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from supplychain_app.language import tr
from supplychain_app.mail.messages import safe_name
from supplychain_app.mail.zipped import is_zip, unpack

LARGEST, MOST_BYTES = 500_000_000, 1_000_000_000


@dataclass(frozen=True)
class Opened:
    """The files with those of archives in the place of these, and what was not opened."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]


def is_archive(path: Path) -> bool:
    """Is it a zip file by name and content? False too where it cannot be opened."""
    if path.suffix.lower() != ".zip":
        return False
    try:
        with path.open("rb") as file:
            return is_zip(path.name, "", file.read(4))
    except OSError:
        return False


def opened(paths: Sequence[Path], folder: Path) -> Opened:
    """Write what is in archives into the folder, each archive into one of its own; folders stand for their files."""
    files: list[Path] = []
    notes: list[str] = []
    for number, path in enumerate(_within_folders(paths, notes)):
        if not is_archive(path):
            files.append(path)
            continue
        with path.open("rb") as file:
            found = unpack(file, path.name, largest=LARGEST, most_bytes=MOST_BYTES)
        notes += found.notes
        if not found.files and not found.notes:
            notes.append(tr("{name} holds no files.", name=path.name))
        place = folder / str(number)
        place.mkdir(exist_ok=True)
        taken: set[str] = set()
        for name, content in found.files:
            label = _free(safe_name(name, len(taken) + 1), taken)
            (place / label).write_bytes(content)
            files.append(place / label)
    return Opened(tuple(files), tuple(notes))


def _within_folders(paths: Sequence[Path], notes: list[str]) -> list[Path]:
    """The files that stand in the folders among these, in the place of the folders; hidden ones are left alone."""
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(one for one in path.iterdir() if one.is_file() and not one.name.startswith("."))
        found += inside
        if not inside:
            notes.append(tr("{name} holds no files.", name=path.name))
    return found


def _free(name: str, taken: set[str]) -> str:
    """The name, or one with a number where it is taken; names that differ in case are one on some systems."""
    stem, dot, ending = name.rpartition(".")
    numbered = (f"{stem or ending} ({number}){dot}{ending if stem else ''}" for number in range(2, len(taken) + 3))
    free = name if name.lower() not in taken else next(one for one in numbered if one.lower() not in taken)
    taken.add(free.lower())
    return free
