"""Takes the files out of a zip archive, within limits; what is left inside is told in a sentence."""

import contextlib
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO

from supplychain_app.language import tr

MOST_FILES = 100
MOST_BYTES = 60_000_000
"""Of all files together, unpacked."""
MOST_TIMES = 200
"""As large as they are packed: an export as text packs to a tenth, a bomb to a thousandth."""
HARMLESS = 1_000_000  # bytes that may be packed as tightly as they like
_ENDINGS = (".zip",)
_KINDS = ("application/zip", "application/x-zip-compressed", "application/x-zip")
_ARCHIVES = (".zip", ".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".tgz")
_OF_DOCUMENTS = ("[Content_Types].xml", "mimetype")  # a workbook or document is a zip file too
_LITTER = ("__macosx", ".ds_store", "thumbs.db", "desktop.ini")


@dataclass
class Unpacked:
    """Name and content of each file, and what was not taken out."""

    files: list[tuple[str, bytes]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def is_zip(name: str, kind: str, content: bytes) -> bool:
    """By its name or its kind, and by how it begins."""
    suffix = PurePosixPath(name.lower()).suffix
    return content.startswith(b"PK\x03\x04") and (suffix in _ENDINGS or (kind in _KINDS and not suffix))


def unpack(
    source: bytes | IO[bytes], name: str, *, largest: int, most_files: int = MOST_FILES, most_bytes: int = MOST_BYTES
) -> Unpacked:
    """The files of an archive of that name, none larger than `largest`; an archive in it stays closed."""
    found = Unpacked()
    try:
        with zipfile.ZipFile(BytesIO(source) if isinstance(source, bytes) else source) as archive:
            inside = [one for one in archive.infolist() if not one.is_dir() and not _is_litter(one.filename)]
            if any(one.filename in _OF_DOCUMENTS for one in inside):
                return found
            if len(inside) > most_files:
                found.notes.append(
                    tr(
                        "{name} holds {count} files; the first {most} were read.",
                        name=name,
                        count=len(inside),
                        most=most_files,
                    )
                )
            for one in inside[:most_files]:
                most_bytes -= _take(archive, one, name, found, min(largest, most_bytes))
    except _TooMuch:
        return Unpacked(
            [], [tr("{name} unpacks to far more than it should, and was not opened. Ask what it is.", name=name)]
        )
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        found.notes.append(
            tr("{name} is damaged or packed in an unknown way. Ask for the files without it.", name=name)
        )
    return found


class _TooMuch(Exception):
    """The archive is made to fill the memory."""


def _take(archive: zipfile.ZipFile, one: zipfile.ZipInfo, name: str, found: Unpacked, room: int) -> int:
    """Add a file of the archive, or a note why not; how many bytes it has."""
    label = _readable(one)
    if one.flag_bits & 1:
        locked = tr(
            "{name} is locked with a password and was not opened. Ask for the files without one.",
            name=name,
        )
        found.notes += [locked] if locked not in found.notes else []
        return 0
    if PurePosixPath(label.lower()).suffix in _ARCHIVES:
        found.notes.append(
            tr("{inner} in {name} is an archive in an archive and was not opened.", inner=label, name=name)
        )
        return 0
    if one.file_size > HARMLESS and one.file_size > MOST_TIMES * max(one.compress_size, 1):
        raise _TooMuch
    if one.file_size > room:
        found.notes.append(tr("{inner} in {name} is over the size limit and was not read.", inner=label, name=name))
        return 0
    with archive.open(one) as file:
        content = file.read(room + 1)  # what its head says of its size may be a lie
    if len(content) > room:
        raise _TooMuch
    found.files.append((label, content))
    return len(content)


def _is_litter(path: str) -> bool:
    return any(part in _LITTER for part in path.lower().split("/"))


def _readable(one: zipfile.ZipInfo) -> str:
    """A name without its folders; programs write UTF-8 where the archive says otherwise."""
    name = one.filename.replace("\\", "/").rsplit("/", 1)[-1]
    with contextlib.suppress(UnicodeError):
        name = name.encode("cp437").decode("utf-8") if not one.flag_bits & 0x800 else name
    return "".join(c for c in name if c.isprintable()).strip()
